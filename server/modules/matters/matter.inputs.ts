import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { ChangeInput, MutationInput, PageArgs } from '../../platform/graphql/types.ts';
import { AssessmentVerdict, MatterStatus, Outcome, ParticipantRole, TaskStatus } from './matter.types.ts';

const impersonal =
  'Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise.';

@InputType('MatterFilter', { description: 'Lists mean “any of”, different fields mean “and”.' })
export class MatterFilter {
  @Field(() => [MatterStatus], { nullable: true, description: 'Any of these states.' })
  statuses!: (keyof typeof MatterStatus)[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Led by any of these bodies.' })
  leadIds!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Any of these bodies takes part.' })
  participantIds!: string[] | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: with a clock that is missed and not done yet, of those that the viewer sees (quá hạn); false: without.',
  })
  overdue!: boolean | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: 'Words of title and summary, up to 200 characters; case and accents do not matter.',
  })
  query!: string | null | undefined;
}

@ArgsType()
export class MattersArgs extends PageArgs {
  @Field(() => MatterFilter, { nullable: true, description: 'Which matters.' })
  filter!: MatterFilter | null | undefined;
}

@ArgsType()
export class MatterArgs {
  @Field(() => String, { description: 'Its code, e.g. `VV-2026-000045`.' })
  code!: string;
}

@InputType('MatterOpenInput', {
  description:
    'A new matter over issues that the viewer may read. The owners of the issues become INFORMED; the matter’s bodies read an issue only once its owner has added it or offered it.',
})
export class MatterOpenInput extends MutationInput {
  @Field(() => String, { description: `One line, 1 to 200 characters. ${impersonal}` })
  title!: string;

  @Field(() => String, { nullable: true, description: `What it is about, up to 10,000 characters. ${impersonal}` })
  summary!: string | null | undefined;

  @Field(() => [ID], { description: 'Its first issues, 1 to 100: open and in no matter yet.' })
  issueIds!: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'The body in the lead; absent: the viewer’s own. Another lead makes the viewer’s body COORDINATING.',
  })
  leadId!: string | null | undefined;
}

@InputType('MatterAddIssueInput', {
  description:
    'Adds an issue. Open to the lead and co-ordinating bodies for what they may read, to every participant for its own: that is also how an owner consents to an addition by others.',
})
export class MatterAddIssueInput extends ChangeInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;

  @Field(() => ID, { description: 'The issue: open, in no other matter.' })
  issueId!: string;
}

@InputType('MatterRemoveIssueInput', {
  description:
    'Takes an issue out. Open to its owner, to who added it and to the lead. An owner that took part through this issue alone takes part no longer, unless it took the issue out itself: then it stays INFORMED until it leaves.',
})
export class MatterRemoveIssueInput extends ChangeInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;

  @Field(() => ID, { description: 'The issue.' })
  issueId!: string;

  @Field(() => String, { description: `Why, 1 to 2,000 characters. ${impersonal}` })
  reason!: string;
}

@InputType('MatterInviteInput', {
  description:
    'Gives a body a part in the matter, or another part than before. The lead alone hands over the lead and changes the part of others.',
})
export class MatterInviteInput extends ChangeInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;

  @Field(() => ID, { description: 'The body; it must exist today.' })
  organizationId!: string;

  @Field(() => ParticipantRole, {
    description: 'Its part. LEAD hands the lead over: the old lead becomes COORDINATING.',
  })
  role!: keyof typeof ParticipantRole;
}

@InputType('MatterLeaveInput', {
  description:
    'Ends the part of the viewer’s body. Not open to the lead (hand it over first), nor while an issue of its own is in the matter (take it out first).',
})
export class MatterLeaveInput extends ChangeInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;

  @Field(() => String, { description: `Why, 1 to 2,000 characters. ${impersonal}` })
  reason!: string;
}

@InputType('MatterAnswerInput', {
  description: 'The lead’s answer; a further one replaces outcome and date, the earlier text stays.',
})
export class MatterAnswerInput extends ChangeInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;

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

@InputType('MatterCloseInput', { description: 'Closes an answered matter.' })
export class MatterCloseInput extends ChangeInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;
}

@InputType('MatterReopenInput', {
  description: 'Reopens an answered or closed matter: outcome and date are cleared, the answers stay.',
})
export class MatterReopenInput extends ChangeInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;

  @Field(() => String, { description: `Why, 1 to 2,000 characters. ${impersonal}` })
  reason!: string;
}

@InputType('TaskAssignInput', {
  description: 'A task for the lead or a co-ordinating body. The first one takes the matter from OPEN to IN_PROGRESS.',
})
export class TaskAssignInput extends MutationInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;

  @Field(() => String, { description: `One line, 1 to 200 characters. ${impersonal}` })
  title!: string;

  @Field(() => ID, { description: 'The body that shall do it: LEAD or COORDINATING in the matter.' })
  organizationId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for it, today at the earliest.' })
  dueOn!: string | null | undefined;
}

@InputType('TaskUpdateInput', {
  description:
    'Moves a task: its own body between TODO, DOING and DONE, the lead to CANCELLED; from DONE and CANCELLED both back to DOING only.',
})
export class TaskUpdateInput extends ChangeInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => TaskStatus, { description: 'Where it stands now.' })
  status!: keyof typeof TaskStatus;

  @Field(() => String, {
    nullable: true,
    description: `What came of it, up to 5,000 characters; absent: as before. ${impersonal}`,
  })
  result!: string | null | undefined;
}
