import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { MutationInput, PageArgs } from '../../platform/graphql/types.ts';
import { Channel } from '../issues/issue.types.ts';
import { OrganizationKind } from '../organizations/organization.types.ts';
import { ClockRunner, ClockUnit, DeadlineRung, RuleConfidence } from './clock.types.ts';
import { SpecialDayKind } from './rule.types.ts';

@ArgsType()
export class RulesArgs extends PageArgs {
  @Field(() => [String], { nullable: true, description: 'Only these rules, by code.' })
  codes!: string[] | null | undefined;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only the version of each rule that holds for clocks starting on this day; absent: all versions.',
  })
  on!: string | null | undefined;
}

@ArgsType()
export class CalendarsArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Only of this year.' })
  year!: number | null | undefined;
}

@InputType('EscalationStepInput', { description: 'One rung of a rule’s ladder.' })
export class EscalationStepInput {
  @Field(() => DeadlineRung, { description: 'Who is told; each rung once.' })
  to!: keyof typeof DeadlineRung;

  @Field(() => Int, { description: 'How many working days after the due day, 0 to 1,000.' })
  after!: number;
}

const keep = 'absent: as in the newest version.';
const events =
  'Events as `type` or `type/VALUE`, of those on which clocks can hang; BAD_INPUT for any other. Absent: as in the newest version.';

@InputType('DeadlineRuleChangeInput', {
  description:
    'Writes a further version of a rule, from the newest one and what is given here. Open clocks that it concerns are reckoned again: new ones stand for them.',
})
export class DeadlineRuleChangeInput extends MutationInput {
  @Field(() => String, { description: 'The rule’s code.' })
  code!: string;

  @Field(() => Int, {
    description: 'The newest version that the caller has seen; VERSION_CONFLICT where there is a newer one.',
  })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: `Vietnamese name, 1 to 200 characters; ${keep}` })
  name!: string | null | undefined;

  @Field(() => String, { nullable: true, description: `English name, 1 to 200 characters; ${keep}` })
  nameEn!: string | null | undefined;

  @Field(() => ClockRunner, { nullable: true, description: `Whose clock it starts; ${keep}` })
  runner!: keyof typeof ClockRunner | null | undefined;

  @Field(() => [String], { nullable: true, description: `What starts it. ${events}` })
  startsOn!: string[] | null | undefined;

  @Field(() => [String], { nullable: true, description: `What stops it. ${events}` })
  stopsOn!: string[] | null | undefined;

  @Field(() => [String], { nullable: true, description: `What pauses it. ${events}` })
  pausesOn!: string[] | null | undefined;

  @Field(() => [String], { nullable: true, description: `What cancels it. ${events}` })
  cancelsOn!: string[] | null | undefined;

  @Field(() => [Channel], { nullable: true, description: `Channels of issues, empty for all; ${keep}` })
  channels!: (keyof typeof Channel)[] | null | undefined;

  @Field(() => [OrganizationKind], { nullable: true, description: `Kinds of bodies, empty for all; ${keep}` })
  organizationKinds!: (keyof typeof OrganizationKind)[] | null | undefined;

  @Field(() => Int, { nullable: true, description: `How much time, 1 to 10,000; ${keep}` })
  amount!: number | null | undefined;

  @Field(() => ClockUnit, { nullable: true, description: `Unit of \`amount\`; ${keep}` })
  unit!: keyof typeof ClockUnit | null | undefined;

  @Field(() => Boolean, { nullable: true, description: `Whether it counts back; ${keep}` })
  isBackward!: boolean | null | undefined;

  @Field(() => Boolean, { nullable: true, description: `Whether a last day off rolls on; ${keep}` })
  rolls!: boolean | null | undefined;

  @Field(() => Int, { nullable: true, description: `How long before the end to warn, 1 to 1,000; ${keep}` })
  warnBefore!: number | null | undefined;

  @Field(() => ClockUnit, { nullable: true, description: `Unit of \`warnBefore\`; ${keep}` })
  warnUnit!: keyof typeof ClockUnit | null | undefined;

  @Field(() => [EscalationStepInput], { nullable: true, description: `The ladder; ${keep}` })
  escalation!: EscalationStepInput[] | null | undefined;

  @Field(() => Int, { nullable: true, description: `How often it may be paused, 0 to 100; ${keep}` })
  pauseMaxCount!: number | null | undefined;

  @Field(() => Int, { nullable: true, description: `Days of pause in all, 0 to 1,000; ${keep}` })
  pauseMaxDays!: number | null | undefined;

  @Field(() => Int, { nullable: true, description: `Extension in all, 0 to 10,000; ${keep}` })
  extendMax!: number | null | undefined;

  @Field(() => String, { nullable: true, description: `Legal basis in Vietnamese, up to 500 characters; ${keep}` })
  legalBasis!: string | null | undefined;

  @Field(() => RuleConfidence, { nullable: true, description: `How well the basis is known; ${keep}` })
  confidence!: keyof typeof RuleConfidence | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description: `Whether it starts clocks; open ones of a rule that does not are cancelled; ${keep}`,
  })
  enabled!: boolean | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: `For clocks that start on this day or later; ${keep}` })
  validFrom!: string | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: `… and before this one; ${keep}` })
  validTo!: string | null | undefined;
}

@InputType('CalendarProposeInput', {
  description: 'Proposes a year’s holidays by the solar and lunar calendars, with the days off that make up for them.',
})
export class CalendarProposeInput extends MutationInput {
  @Field(() => Int, { description: 'The year, 2025 to 2099.' })
  year!: number;
}

@InputType('SpecialDayInput', { description: 'A day that is not as other days of the week.' })
export class SpecialDayInput {
  @Field(() => DateScalar, { description: 'The day, in the calendar’s year; each day once.' })
  on!: string;

  @Field(() => SpecialDayKind, { description: 'What it is.' })
  kind!: keyof typeof SpecialDayKind;

  @Field(() => String, { description: 'Vietnamese name, as explanations say it, 1 to 200 characters.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Legal basis in Vietnamese, up to 500 characters.' })
  legalBasis!: string | null | undefined;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether it counts.' })
  enabled!: boolean | null | undefined;
}

@InputType('CalendarConfirmInput', {
  description:
    'Writes the calendar that holds for a year from now on, whole. Open clocks that it changes are reckoned again: new ones stand for them.',
})
export class CalendarConfirmInput extends MutationInput {
  @Field(() => Int, { description: 'The year, 2025 to 2099.' })
  year!: number;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: exceptions of the viewer’s body alone; false: for everybody, by a steward body only.',
  })
  own!: boolean | null | undefined;

  @Field(() => [SpecialDayInput], { description: 'Its special days, up to 100.' })
  days!: SpecialDayInput[];

  @Field(() => [Int], {
    nullable: true,
    description:
      'Working hours in minutes after midnight, from and to by turns, rising, 1 to 4 intervals; absent: as before.',
  })
  hours!: number[] | null | undefined;

  @Field(() => Int, { nullable: true, description: 'When quiet hours begin, 0 to 1,440 minutes; absent: as before.' })
  quietFrom!: number | null | undefined;

  @Field(() => Int, { nullable: true, description: 'When quiet hours end, 0 to 1,440 minutes; absent: as before.' })
  quietTo!: number | null | undefined;
}
