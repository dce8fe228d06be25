import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ChangeInput, graphqlEnum, MutationInput, PageArgs } from '../../platform/graphql/types.ts';
import { ClockKind, ClockUnit } from './clock.types.ts';
import { DeadlineState } from './deadline.types.ts';

const impersonal =
  'Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise.';
const reason = `Why, 1 to 2,000 characters; for its own body. ${impersonal}`;

export const SettableClockKind = graphqlEnum('SettableClockKind', 'A clock that a body sets by hand.', {
  AGREED: 'Cam kết: seen by the bodies of the matter.',
  INTERNAL: 'Nội bộ: seen by its own body alone.',
});

export const DeadlineEndResult = graphqlEnum('DeadlineEndResult', 'How a clock set by hand ends.', {
  MET: 'Đã thực hiện.',
  CANCELLED: 'Không còn cần thiết.',
});

@InputType('DeadlineFilter', { description: 'Lists mean “any of”, different fields mean “and”.' })
export class DeadlineFilter {
  @Field(() => [DeadlineState], {
    nullable: true,
    description: 'Any of these states; absent: all but SUPERSEDED.',
  })
  states!: (keyof typeof DeadlineState)[] | null | undefined;

  @Field(() => [ClockKind], { nullable: true, description: 'Any of these kinds.' })
  kinds!: (keyof typeof ClockKind)[] | null | undefined;

  @Field(() => [String], { nullable: true, description: 'Under any of these rules, by code.' })
  rules!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Of any of these bodies.' })
  organizationIds!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'About any of these issues.' })
  issueIds!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'About any of these matters.' })
  matterIds!: string[] | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on this day or later.' })
  dueFrom!: string | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'Last day on this day or earlier.' })
  dueTo!: string | null | undefined;

  @Field(() => Boolean, { nullable: true, description: 'True: missed and not done yet; false: all others.' })
  overdue!: boolean | null | undefined;
}

@ArgsType()
export class DeadlinesArgs extends PageArgs {
  @Field(() => DeadlineFilter, { nullable: true, description: 'Which clocks.' })
  filter!: DeadlineFilter | null | undefined;
}

@ArgsType()
export class DeadlineAlarmsArgs extends PageArgs {
  @Field(() => DateTimeScalar, { nullable: true, description: 'From this moment on; absent: from the beginning.' })
  from!: Date | null | undefined;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Before this moment; absent: without end.' })
  to!: Date | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: also what has gone off already.',
  })
  fired!: boolean | null | undefined;
}

@InputType('DeadlineSetInput', {
  description:
    'A clock that the viewer’s body sets for itself: promised to the other bodies of a matter in which it takes part, or internal, also for an issue of its own.',
})
export class DeadlineSetInput extends MutationInput {
  @Field(() => SettableClockKind, { description: 'Who sees it. AGREED is of a matter.' })
  kind!: keyof typeof SettableClockKind;

  @Field(() => ID, {
    description: 'A matter, open, or an issue of the viewer’s body; BAD_INPUT for an id of another type.',
  })
  subjectId!: string;

  @Field(() => String, { description: `What for, 1 to 200 characters. ${impersonal}` })
  name!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Its last day, today at the earliest; either this or `amount` with `unit`.',
  })
  dueOn!: string | null | undefined;

  @Field(() => Int, { nullable: true, description: 'How much time from now, 1 to 1,000.' })
  amount!: number | null | undefined;

  @Field(() => ClockUnit, { nullable: true, description: 'Unit of `amount`.' })
  unit!: keyof typeof ClockUnit | null | undefined;
}

@InputType('DeadlinePauseInput', {
  description: 'Stops counting, as often and as long as the rule allows; the day on which it begins still counts.',
})
export class DeadlinePauseInput extends ChangeInput {
  @Field(() => ID, { description: 'A running clock of the viewer’s body.' })
  id!: string;

  @Field(() => String, { description: reason })
  reason!: string;
}

@InputType('DeadlineResumeInput', {
  description: 'Counts on; the days of the pause are left out, the day on which it ends too.',
})
export class DeadlineResumeInput extends ChangeInput {
  @Field(() => ID, { description: 'A paused clock of the viewer’s body.' })
  id!: string;

  @Field(() => String, { nullable: true, description: reason })
  reason!: string | null | undefined;
}

@InputType('DeadlineExtendInput', { description: 'Gives a clock more time, as much as the rule allows in all.' })
export class DeadlineExtendInput extends ChangeInput {
  @Field(() => ID, { description: 'A running or paused clock of the viewer’s body.' })
  id!: string;

  @Field(() => Int, { description: 'By how much, from 1, in the clock’s unit; in days where its last day was named.' })
  amount!: number;

  @Field(() => String, { description: reason })
  reason!: string;
}

@InputType('DeadlineEndInput', {
  description: 'Ends a clock set by hand. One under the law ends by what it is for: INVALID_STATE.',
})
export class DeadlineEndInput extends ChangeInput {
  @Field(() => ID, { description: 'An agreed or internal clock of the viewer’s body.' })
  id!: string;

  @Field(() => DeadlineEndResult, { description: 'How it ends; one that was missed stays missed.' })
  result!: keyof typeof DeadlineEndResult;

  @Field(() => String, { nullable: true, description: reason })
  reason!: string | null | undefined;
}
