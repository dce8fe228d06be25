import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ChangeInput, MutationInput, PageArgs } from '../../platform/graphql/types.ts';
import { MatterStatus, ParticipantRole } from './matter.types.ts';

export const impersonal =
  'Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise.';

@InputType('MatterFilter', { description: 'Lists mean “any of”, different fields mean “and”.' })
export class MatterFilter {
  @Field(() => [MatterStatus], { nullable: true, description: 'Any of these states.' })
  statuses!: (keyof typeof MatterStatus)[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Led by any of these bodies.' })
  leadIds!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Any of these bodies takes part.' })
  participantIds!: string[] | null | undefined;

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
