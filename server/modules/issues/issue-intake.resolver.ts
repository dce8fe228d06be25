import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, mutate } from '../../platform/read/read-field.ts';
import { collectIssues } from './issue-batch.service.ts';
import {
  IssueRejoinInput,
  IssueRejoinPayload,
  IssuesCollectInput,
  IssuesCollectPayload,
  IssueSplitInput,
  IssueSplitPayload,
  ScreeningType,
} from './issue-intake.inputs.ts';
import { intakePayloads } from './issue-intake.read.ts';
import { rejoinIssue, splitIssue } from './issue-split.service.ts';

@Resolver()
export class IntakeResolver {
  @Query(() => ScreeningType, { description: 'What the viewer’s body has to screen, and how long it waits.' })
  screening(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ScreeningType> {
    return readField(context, info);
  }

  @Mutation(() => IssuesCollectPayload, {
    description:
      'Records up to 500 issues, each row by itself: a refused one does not hold up the others, and after an interruption the same request goes on where it stopped. OFFICER. Errors of the whole: BAD_INPUT; of a row: those of `issueCollect`.',
  })
  async issuesCollect(
    @InputArg(() => IssuesCollectInput) input: IssuesCollectInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssuesCollectPayload> {
    return mutate(context, info, intakePayloads.issuesCollect, (viewer) => collectIssues(viewer, input));
  }

  @Mutation(() => IssueSplitPayload, {
    description:
      'Splits an issue of the viewer’s body into its contents (tách nội dung). OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA, OUT_OF_SCOPE.',
  })
  async issueSplit(
    @InputArg(() => IssueSplitInput) input: IssueSplitInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueSplitPayload> {
    return mutate(context, info, intakePayloads.issueSplit, (viewer) => splitIssue(viewer, input));
  }

  @Mutation(() => IssueRejoinPayload, {
    description:
      'Undoes a split (nhập lại). OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async issueRejoin(
    @InputArg(() => IssueRejoinInput) input: IssueRejoinInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IssueRejoinPayload> {
    return mutate(context, info, intakePayloads.issueRejoin, (viewer) => rejoinIssue(viewer, input));
  }
}
