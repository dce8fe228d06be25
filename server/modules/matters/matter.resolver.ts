import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, mutate } from '../../platform/read/read-field.ts';
import { closeMatter, reopenMatter } from './matter-close.service.ts';
import { addIssue, removeIssue } from './matter-issue.service.ts';
import { openMatter } from './matter-open.service.ts';
import {
  MatterAddIssueInput,
  MatterArgs,
  MatterCloseInput,
  MatterInviteInput,
  MatterLeaveInput,
  MatterOpenInput,
  MatterRemoveIssueInput,
  MatterReopenInput,
  MattersArgs,
} from './matter.inputs.ts';
import {
  MatterAddIssuePayload,
  MatterClosePayload,
  MatterInvitePayload,
  MatterLeavePayload,
  MatterOpenPayload,
  MatterRemoveIssuePayload,
  MatterReopenPayload,
} from './matter.payloads.ts';
import { matterPayloads } from './matter.read.ts';
import { MatterConnection, MatterType } from './matter.types.ts';
import { inviteToMatter, leaveMatter } from './participant.service.ts';

@Resolver()
export class MatterResolver {
  @Query(() => MatterType, {
    nullable: true,
    description: 'A matter by its code; null where there is none or none to see.',
  })
  matter(
    @Args(() => MatterArgs) _args: MatterArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterType | null> {
    return readField(context, info);
  }

  @Query(() => MatterConnection, { description: 'Matters in which the viewer’s body takes part, newest first.' })
  matters(
    @Args(() => MattersArgs) _args: MattersArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Mutation(() => MatterOpenPayload, {
    description:
      'Opens a matter (lập vụ việc) over issues that the viewer may read. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA.',
  })
  async matterOpen(
    @InputArg(() => MatterOpenInput) input: MatterOpenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterOpenPayload> {
    return mutate(context, info, matterPayloads.matterOpen, (viewer) => openMatter(viewer, input));
  }

  @Mutation(() => MatterAddIssuePayload, {
    description:
      'Adds an issue to a matter, or consents to an addition. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT.',
  })
  async matterAddIssue(
    @InputArg(() => MatterAddIssueInput) input: MatterAddIssueInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterAddIssuePayload> {
    return mutate(context, info, matterPayloads.matterAddIssue, (viewer) => addIssue(viewer, input));
  }

  @Mutation(() => MatterRemoveIssuePayload, {
    description:
      'Takes an issue out of a matter. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async matterRemoveIssue(
    @InputArg(() => MatterRemoveIssueInput) input: MatterRemoveIssueInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterRemoveIssuePayload> {
    return mutate(context, info, matterPayloads.matterRemoveIssue, (viewer) => removeIssue(viewer, input));
  }

  @Mutation(() => MatterInvitePayload, {
    description:
      'Gives a body a part in a matter. COORDINATOR of the lead or of a co-ordinating body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT.',
  })
  async matterInvite(
    @InputArg(() => MatterInviteInput) input: MatterInviteInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterInvitePayload> {
    return mutate(context, info, matterPayloads.matterInvite, (viewer) => inviteToMatter(viewer, input));
  }

  @Mutation(() => MatterLeavePayload, {
    description:
      'Ends the viewer’s body’s part in a matter. COORDINATOR. Errors: NOT_FOUND, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async matterLeave(
    @InputArg(() => MatterLeaveInput) input: MatterLeaveInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterLeavePayload> {
    return mutate(context, info, matterPayloads.matterLeave, (viewer) => leaveMatter(viewer, input));
  }

  @Mutation(() => MatterClosePayload, {
    description:
      'Closes an answered matter. LEADER of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT.',
  })
  async matterClose(
    @InputArg(() => MatterCloseInput) input: MatterCloseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterClosePayload> {
    return mutate(context, info, matterPayloads.matterClose, (viewer) => closeMatter(viewer, input));
  }

  @Mutation(() => MatterReopenPayload, {
    description:
      'Reopens an answered or closed matter. COORDINATOR of the lead, a supervising or a collecting body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async matterReopen(
    @InputArg(() => MatterReopenInput) input: MatterReopenInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterReopenPayload> {
    return mutate(context, info, matterPayloads.matterReopen, (viewer) => reopenMatter(viewer, input));
  }
}
