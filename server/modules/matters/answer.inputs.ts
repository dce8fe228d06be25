import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { ChangeInput, MutationInput, MutationPayload, PlannedType } from '../../platform/graphql/types.ts';
import { Channel } from '../issues/issue.types.ts';
import { AnswerDraftType, AnswerRelayType, AnswerType, AssessmentType, AssessmentVerdict } from './answer.types.ts';
import { impersonal } from './matter.inputs.ts';
import { MatterType, Outcome } from './matter.types.ts';

/** What an answer says, given at once or drafted first. */
@InputType()
abstract class AnswerContentInput extends ChangeInput {
  @Field(() => Outcome, { description: 'What it says.' })
  outcome!: keyof typeof Outcome;

  @Field(() => String, { description: `The answer, 1 to 10,000 characters. ${impersonal}` })
  content!: string;

  @Field(() => String, { nullable: true, description: 'Number of the official document, up to 100 characters.' })
  documentNumber!: string | null | undefined;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day promised, today at the earliest: needed with PLANNED, refused with any other outcome.',
  })
  plannedOn!: string | null | undefined;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Date of the official document, today at the latest (ngày văn bản).',
  })
  documentOn!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: `What is promised, up to 500 characters; only with PLANNED, the matter’s title where absent. ${impersonal}`,
  })
  promise!: string | null | undefined;

  @Field(() => [ID], {
    nullable: true,
    description: 'The issues of the matter that it answers, up to 100; absent: all of them.',
  })
  issueIds!: string[] | null | undefined;
}

@InputType('MatterAnswerInput', {
  description:
    'The lead’s answer; a further one replaces outcome and date, the earlier text stays. One that names issues answers the matter once every issue in it is answered.',
})
export class MatterAnswerInput extends AnswerContentInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;
}

@InputType('AnswerDraftInput', {
  description: 'Prepares the answer of the body in the lead, or changes what it has prepared. Nobody else sees it.',
})
export class AnswerDraftInput extends AnswerContentInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;
}

@InputType('AnswerDraftDiscardInput', { description: 'Throws away what the viewer’s body has prepared.' })
export class AnswerDraftDiscardInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  id!: string;
}

@InputType('AnswerPublishInput', { description: 'Gives the prepared answer; the draft is gone.' })
export class AnswerPublishInput extends ChangeInput {
  @Field(() => ID, { description: 'The draft.' })
  id!: string;
}

@InputType('AnswerRelayInput', {
  description:
    'Tells how and when the people whose issue it was heard the answer, and how they took it: numbers, never names. Once for each issue; a repeat replaces what was told. More not satisfied than satisfied and accepted together: `answer.contested`, on which a clock starts; `matterReopen` is open to the body.',
})
export class AnswerRelayInput extends ChangeInput {
  @Field(() => ID, { description: 'The answer.' })
  answerId!: string;

  @Field(() => ID, { description: 'An issue of the viewer’s body that it answers.' })
  issueId!: string;

  @Field(() => Channel, { description: 'How they were told.' })
  channel!: keyof typeof Channel;

  @Field(() => DateScalar, { description: 'When: from the day of the answer to today.' })
  toldOn!: string;

  @Field(() => Int, { defaultValue: 0, nullable: true, description: 'How many were satisfied, 0 to 1,000,000.' })
  satisfied!: number | null | undefined;

  @Field(() => Int, { defaultValue: 0, nullable: true, description: 'How many accepted it, 0 to 1,000,000.' })
  accepted!: number | null | undefined;

  @Field(() => Int, { defaultValue: 0, nullable: true, description: 'How many were not satisfied, 0 to 1,000,000.' })
  notSatisfied!: number | null | undefined;

  @Field(() => String, { nullable: true, description: `Up to 2,000 characters. ${impersonal}` })
  note!: string | null | undefined;
}

@InputType('MatterAssessInput', {
  description:
    'A judgement on the latest answer. Open to supervising and collecting bodies, never to the one that gave it.',
})
export class MatterAssessInput extends MutationInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;

  @Field(() => AssessmentVerdict, { description: 'The judgement.' })
  verdict!: keyof typeof AssessmentVerdict;

  @Field(() => String, { nullable: true, description: `Why, up to 2,000 characters. ${impersonal}` })
  note!: string | null | undefined;
}

@PlannedType('MatterAnswerPayload', 'The new answer.')
export class MatterAnswerPayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;

  @Field(() => AnswerType, { description: 'The answer given.' })
  answer!: AnswerType;
}

@PlannedType('MatterAssessPayload', 'The new judgement.')
export class MatterAssessPayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;

  @Field(() => AssessmentType, { description: 'The judgement given.' })
  assessment!: AssessmentType;
}

@PlannedType('AnswerDraftPayload', 'What is prepared.')
export class AnswerDraftPayload extends MutationPayload {
  @Field(() => AnswerDraftType, { description: 'As it is now.' })
  draft!: AnswerDraftType;
}

@PlannedType('AnswerDraftDiscardPayload', 'The matter without the draft.')
export class AnswerDraftDiscardPayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;
}

@PlannedType('AnswerPublishPayload', 'The new answer.')
export class AnswerPublishPayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;

  @Field(() => AnswerType, { description: 'The answer given.' })
  answer!: AnswerType;
}

@PlannedType('AnswerRelayPayload', 'What was told of an answer.')
export class AnswerRelayPayload extends MutationPayload {
  @Field(() => AnswerRelayType, { description: 'As it is now.' })
  relay!: AnswerRelayType;
}
