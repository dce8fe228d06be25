import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { mutate } from '../../platform/read/read-field.ts';
import { answerMatter, assessMatter } from './answer.service.ts';
import { discardDraft, draftAnswer, publishDraft } from './answer-draft.service.ts';
import {
  AnswerDraftDiscardInput,
  AnswerDraftDiscardPayload,
  AnswerDraftInput,
  AnswerDraftPayload,
  AnswerPublishInput,
  AnswerPublishPayload,
  AnswerRelayInput,
  AnswerRelayPayload,
  MatterAnswerInput,
  MatterAnswerPayload,
  MatterAssessInput,
  MatterAssessPayload,
} from './answer.inputs.ts';
import { answerPayloads } from './answer.read.ts';
import { relayAnswer } from './answer-relay.service.ts';

@Resolver()
export class AnswerResolver {
  @Mutation(() => MatterAnswerPayload, {
    description:
      'Answers a matter (trả lời). LEADER of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async matterAnswer(
    @InputArg(() => MatterAnswerInput) input: MatterAnswerInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterAnswerPayload> {
    return mutate(context, info, answerPayloads.matterAnswer, (viewer) => answerMatter(viewer, input));
  }

  @Mutation(() => MatterAssessPayload, {
    description:
      'Judges the latest answer (đánh giá trả lời). COORDINATOR of a supervising or collecting body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, PERSONAL_DATA.',
  })
  async matterAssess(
    @InputArg(() => MatterAssessInput) input: MatterAssessInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatterAssessPayload> {
    return mutate(context, info, answerPayloads.matterAssess, (viewer) => assessMatter(viewer, input));
  }

  @Mutation(() => AnswerDraftPayload, {
    description:
      'Prepares an answer inside the body in the lead (dự thảo trả lời). OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async answerDraft(
    @InputArg(() => AnswerDraftInput) input: AnswerDraftInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AnswerDraftPayload> {
    return mutate(context, info, answerPayloads.answerDraft, (viewer) => draftAnswer(viewer, input));
  }

  @Mutation(() => AnswerDraftDiscardPayload, {
    description: 'Throws away what the viewer’s body has prepared. OFFICER. Errors: NOT_FOUND, VERSION_CONFLICT.',
  })
  async answerDraftDiscard(
    @InputArg(() => AnswerDraftDiscardInput) input: AnswerDraftDiscardInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AnswerDraftDiscardPayload> {
    return mutate(context, info, answerPayloads.answerDraftDiscard, (viewer) => discardDraft(viewer, input));
  }

  @Mutation(() => AnswerPublishPayload, {
    description:
      'Gives the prepared answer. LEADER of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT.',
  })
  async answerPublish(
    @InputArg(() => AnswerPublishInput) input: AnswerPublishInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AnswerPublishPayload> {
    return mutate(context, info, answerPayloads.answerPublish, (viewer) => publishDraft(viewer, input));
  }

  @Mutation(() => AnswerRelayPayload, {
    description:
      'Tells how an answer was carried back to the people (thông tin lại cho người dân). OFFICER of a collecting body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async answerRelay(
    @InputArg(() => AnswerRelayInput) input: AnswerRelayInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AnswerRelayPayload> {
    return mutate(context, info, answerPayloads.answerRelay, (viewer) => relayAnswer(viewer, input));
  }
}
