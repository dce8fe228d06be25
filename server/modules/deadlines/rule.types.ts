import { Field, ID, Int } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { connectionOf, graphqlEnum, MutationPayload, NodeType, PlannedType } from '../../platform/graphql/types.ts';
import { Channel } from '../issues/issue.types.ts';
import { OrganizationKind } from '../organizations/organization.types.ts';
import { ClockKind, ClockRunner, ClockUnit, DeadlineRung, RuleConfidence } from './clock.types.ts';

@PlannedType('EscalationStep', 'One rung of a rule’s ladder.')
export class EscalationStepType {
  @Field(() => DeadlineRung, { description: 'Who is told.' })
  to!: keyof typeof DeadlineRung;

  @Field(() => Int, { description: 'How many working days after the due day, 0 to 1,000.' })
  after!: number;
}

@PlannedType(
  'DeadlineRule',
  'One version of a rule for clocks (quy tắc thời hạn). Never changed: another version stands beside it. Visible to every member body.',
  [NodeType],
)
export class DeadlineRuleType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, { description: 'Stable code, e.g. `VOTER_PETITION_ANSWER`.' })
  code!: string;

  @Field(() => Int, { description: 'Version, from 1; of those valid on a day the highest holds.' })
  version!: number;

  @Field(() => ClockKind, { description: 'What clocks it makes.' })
  kind!: keyof typeof ClockKind;

  @Field(() => String, { description: 'Vietnamese name.' })
  name!: string;

  @Field(() => String, { description: 'English name.' })
  nameEn!: string;

  @Field(() => ClockRunner, { description: 'Whose clock it starts.' })
  runner!: keyof typeof ClockRunner;

  @Field(() => [String], {
    description: 'Events that start it: `type`, or `type/VALUE` for one state, outcome, verdict or part.',
  })
  startsOn!: string[];

  @Field(() => [String], { description: 'Events that stop it, because what it is for is done.' })
  stopsOn!: string[];

  @Field(() => [String], { description: 'Events that pause it.' })
  pausesOn!: string[];

  @Field(() => [String], { description: 'Events that cancel it, because what it is for has fallen away.' })
  cancelsOn!: string[];

  @Field(() => [Channel], { description: 'Only of issues that came by these channels; empty: by any.' })
  channels!: (keyof typeof Channel)[];

  @Field(() => [OrganizationKind], { description: 'Only for bodies of these kinds; empty: for any.' })
  organizationKinds!: (keyof typeof OrganizationKind)[];

  @Field(() => Int, { nullable: true, description: 'How much time; null where the act names the last day.' })
  amount!: number | null;

  @Field(() => ClockUnit, { description: 'Unit of `amount`.' })
  unit!: keyof typeof ClockUnit;

  @Field(() => Boolean, { description: 'Counted back from the start (trước), as in “at least 7 days before”.' })
  isBackward!: boolean;

  @Field(() => Boolean, { description: 'A last day that is no working day rolls on to the next one.' })
  rolls!: boolean;

  @Field(() => Int, { nullable: true, description: 'How long before the end its body is warned; null: never.' })
  warnBefore!: number | null;

  @Field(() => ClockUnit, { description: 'Unit of `warnBefore`.' })
  warnUnit!: keyof typeof ClockUnit;

  @Field(() => [EscalationStepType], { description: 'Who is told when it is missed, rung by rung.' })
  escalation!: EscalationStepType[];

  @Field(() => Int, { description: 'How often it may be paused.' })
  pauseMaxCount!: number;

  @Field(() => Int, { description: 'Calendar days of pause in all; a pause that reaches them ends by itself.' })
  pauseMaxDays!: number;

  @Field(() => Int, { description: 'By how much it may be extended in all, in `unit`; 0: not at all.' })
  extendMax!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Legal basis (căn cứ), in Vietnamese; null where members set it.',
  })
  legalBasis!: string | null;

  @Field(() => RuleConfidence, { description: 'How well the basis is known.' })
  confidence!: keyof typeof RuleConfidence;

  @Field(() => Boolean, { description: 'Whether it starts clocks.' })
  enabled!: boolean;

  @Field(() => DateScalar, { description: 'For clocks that start on this day or later …' })
  validFrom!: string;

  @Field(() => DateScalar, { nullable: true, description: '… and before this one; null: without end.' })
  validTo!: string | null;
}

export const SpecialDayKind = graphqlEnum('SpecialDayKind', 'Why a day is not as other days of the week.', {
  HOLIDAY: 'Ngày nghỉ lễ, tết.',
  REST: 'Ngày nghỉ bù, nghỉ hoán đổi.',
  WORKED: 'Ngày làm bù: a day of the weekend that is worked.',
});

export const CalendarStatus = graphqlEnum('CalendarStatus', 'Whether a calendar counts.', {
  PROPOSED: 'Dự kiến: without effect.',
  CONFIRMED: 'Đã xác nhận: the newest one of a year holds.',
});

@PlannedType('SpecialDay', 'A day of a calendar that is not as other days of the week.')
export class SpecialDayType {
  @Field(() => DateScalar, { description: 'The day.' })
  on!: string;

  @Field(() => SpecialDayKind, { description: 'What it is.' })
  kind!: keyof typeof SpecialDayKind;

  @Field(() => String, { description: 'Vietnamese name, as explanations say it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Legal basis, in Vietnamese.' })
  legalBasis!: string | null;

  @Field(() => Boolean, { description: 'Whether it counts; a day announced but not yet law does not.' })
  enabled!: boolean;
}

@PlannedType(
  'WorkingCalendar',
  'One version of a year’s calendar (lịch làm việc). Everybody’s is visible to every member body, a body’s own to that body.',
  [NodeType],
)
export class WorkingCalendarType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => Int, { description: 'The year.' })
  year!: number;

  @Field(() => Int, { description: 'Version, from 1.' })
  version!: number;

  @Field(() => CalendarStatus, { description: 'Whether it counts.' })
  status!: keyof typeof CalendarStatus;

  @Field(() => Boolean, { description: 'The viewer’s own exceptions, which go before everybody’s calendar.' })
  isOwn!: boolean;

  @Field(() => [Int], {
    description: 'Working hours in minutes after midnight, from and to by turns: two intervals a day as a rule.',
  })
  hours!: number[];

  @Field(() => Int, { description: 'When quiet hours begin, in minutes after midnight.' })
  quietFrom!: number;

  @Field(() => Int, { description: 'When quiet hours end, in minutes after midnight.' })
  quietTo!: number;

  @Field(() => [SpecialDayType], { description: 'Its special days, in order.' })
  days!: SpecialDayType[];
}

export const DeadlineRuleConnection = connectionOf<DeadlineRuleType>('DeadlineRule', () => DeadlineRuleType, false);
export const WorkingCalendarConnection = connectionOf<WorkingCalendarType>(
  'WorkingCalendar',
  () => WorkingCalendarType,
  false,
);

@PlannedType('DeadlineRuleChangePayload', 'The new version.')
export class DeadlineRuleChangePayload extends MutationPayload {
  @Field(() => DeadlineRuleType, { description: 'As it is now.' })
  rule!: DeadlineRuleType;
}

@PlannedType('CalendarProposePayload', 'The proposal.')
export class CalendarProposePayload extends MutationPayload {
  @Field(() => WorkingCalendarType, { description: 'As it is now, without effect.' })
  calendar!: WorkingCalendarType;
}

@PlannedType('CalendarConfirmPayload', 'The calendar that holds now.')
export class CalendarConfirmPayload extends MutationPayload {
  @Field(() => WorkingCalendarType, { description: 'As it is now.' })
  calendar!: WorkingCalendarType;
}
