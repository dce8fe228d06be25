import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, mutate } from '../../platform/read/read-field.ts';
import {
  IssueArgs,
  IssueCollectInput,
  IssueCollectPayload,
  IssueEditInput,
  IssueEditPayload,
  IssueLinkInput,
  IssueLinkPayload,
  IssueScreenInput,
  IssueScreenPayload,
  IssuesArgs,
  IssueShareInput,
  IssueSharePayload,
  IssueUnlinkInput,
  IssueUnlinkPayload,
  IssueUnshareInput,
  IssueUnsharePayload,
} from './issue.inputs.ts';
import { collectIssue } from './issue-collect.service.ts';
import { linkIssues, unlinkIssues } from './issue-link.service.ts';
import { issuePayloads } from './issue-payloads.read.ts';
import { editIssue, screenIssue } from './issue.service.ts';
import { shareIssue, unshareIssue } from './issue-share.service.ts';
import { IssueConnection, IssueType } from './issue.types.ts';

@Resolver()
export class IssueResolver {
  @Query(() => IssueType, {
    nullable: true,
    description: 'An issue by its code; null where there is none or none to see.',
  })
  issue(
    @Args(() => IssueArgs) _args: IssueArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueType | null> {
    return readField(context, info);
  }

  @Query(() => IssueConnection, { description: 'Issues that the viewer may see, newest first.' })
  issues(
    @Args(() => IssuesArgs) _args: IssuesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Mutation(() => IssueCollectPayload, {
    description:
      'Records an issue that the viewer’s body collected. OFFICER. Errors: BAD_INPUT, PERSONAL_DATA, OUT_OF_SCOPE.',
  })
  async issueCollect(
    @InputArg(() => IssueCollectInput) input: IssueCollectInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueCollectPayload> {
    return mutate(context, info, issuePayloads.issueCollect, (viewer) => collectIssue(viewer, input));
  }

  @Mutation(() => IssueEditPayload, {
    description:
      'Changes an issue of the viewer’s body that is not closed. OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA, OUT_OF_SCOPE.',
  })
  async issueEdit(
    @InputArg(() => IssueEditInput) input: IssueEditInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueEditPayload> {
    return mutate(context, info, issuePayloads.issueEdit, (viewer) => editIssue(viewer, input));
  }

  @Mutation(() => IssueScreenPayload, {
    description:
      'Screens (sàng lọc) an issue of the viewer’s body. OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT.',
  })
  async issueScreen(
    @InputArg(() => IssueScreenInput) input: IssueScreenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueScreenPayload> {
    return mutate(context, info, issuePayloads.issueScreen, (viewer) => screenIssue(viewer, input));
  }

  @Mutation(() => IssueSharePayload, {
    description: 'Opens an issue of the viewer’s body to others. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, BAD_INPUT.',
  })
  async issueShare(
    @InputArg(() => IssueShareInput) input: IssueShareInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueSharePayload> {
    return mutate(context, info, issuePayloads.issueShare, (viewer) => shareIssue(viewer, input));
  }

  @Mutation(() => IssueUnsharePayload, {
    description:
      'Takes shares back; within 2 seconds the bodies read nothing more. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async issueUnshare(
    @InputArg(() => IssueUnshareInput) input: IssueUnshareInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueUnsharePayload> {
    return mutate(context, info, issuePayloads.issueUnshare, (viewer) => unshareIssue(viewer, input));
  }

  @Mutation(() => IssueLinkPayload, {
    description:
      'Links two issues that the viewer may read; the same link twice is one. COORDINATOR. Errors: NOT_FOUND, BAD_INPUT.',
  })
  async issueLink(
    @InputArg(() => IssueLinkInput) input: IssueLinkInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueLinkPayload> {
    return mutate(context, info, issuePayloads.issueLink, (viewer) => linkIssues(viewer, input));
  }

  @Mutation(() => IssueUnlinkPayload, {
    description: 'Removes a link. COORDINATOR of the body that made it or of an owner. Errors: NOT_FOUND, FORBIDDEN.',
  })
  async issueUnlink(
    @InputArg(() => IssueUnlinkInput) input: IssueUnlinkInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueUnlinkPayload> {
    return mutate(context, info, issuePayloads.issueUnlink, (viewer) => unlinkIssues(viewer, input));
  }
}
