import { Field, ID, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import {
  connectionOf,
  extendType,
  graphqlEnum,
  MutationPayload,
  NodeType,
  PlannedType,
} from '../../platform/graphql/types.ts';
import { IssueType, ViewerAccessType } from '../issues/issue.types.ts';
import { MatterType } from '../matters/matter.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';
import { DeadlineRuleType } from './rule.types.ts';
import { ClockKind, ClockUnit } from './clock.types.ts';

export const DeadlineState = graphqlEnum('DeadlineState', 'Where a clock stands (tình trạng thời hạn).', {
  RUNNING: 'Đang chạy.',
  PAUSED: 'Tạm dừng: its days are not counted.',
  MET: 'Đúng hạn: done before it ran out.',
  MISSED: 'Quá hạn: not done when it ran out; `endedAt` tells when it was done late.',
  CANCELLED: 'Không còn: what it was for has fallen away.',
  SUPERSEDED: 'Đã tính lại: another clock stands for it since the rule or the calendar changed.',
});

export const DeadlineAct = graphqlEnum('DeadlineAct', 'What somebody did to a clock.', {
  PAUSED: 'Tạm dừng.',
  RESUMED: 'Chạy tiếp.',
  EXTENDED: 'Gia hạn.',
  ENDED: 'Kết thúc.',
});

export const DeadlineAlarmStep = graphqlEnum('DeadlineAlarmStep', 'What happens when an alarm goes off.', {
  WARN: 'Sắp đến hạn: its body is warned.',
  MISS: 'Hết hạn: it is missed.',
  RESUME: 'Hết thời gian tạm dừng: a pause ends by itself.',
  OFFICER: 'Quá hạn, báo cán bộ: first rung of the ladder.',
  LEADER: 'Quá hạn, báo lãnh đạo.',
  PARENT:
    'Quá hạn, báo cơ quan cấp trên: the parent body is told that the clock was missed, and nothing of its subject.',
  SUPERVISING: 'Quá hạn, báo cơ quan giám sát của vụ việc.',
});

@PlannedType('DeadlineStep', 'What somebody did to a clock, and why. For its own body.')
export class DeadlineStepType {
  @Field(() => DeadlineAct, { description: 'What was done.' })
  act!: keyof typeof DeadlineAct;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;

  @Field(() => Int, { nullable: true, description: 'By how much it was extended, in the clock’s unit; else null.' })
  amount!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, up to 2,000 characters; null where it happened by itself.',
  })
  reason!: string | null;
}

@PlannedType(
  'Deadline',
  'One clock of one body under one rule (thời hạn). Its own body sees all of it; the other bodies of its matter, the supervising ones too, see rule, state and due time, unless it is internal. A body to which it was escalated sees the same, and nothing of its subject.',
  [NodeType],
)
export class DeadlineType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, { description: 'Code of its rule, e.g. `VOTER_PETITION_ANSWER`.' })
  rule!: string;

  @Field(() => DeadlineRuleType, { description: 'The version of the rule under which it was reckoned.' })
  ruleVersion!: DeadlineRuleType;

  @Field(() => ClockKind, { description: 'By law or rule book, agreed between bodies, or internal.' })
  kind!: keyof typeof ClockKind;

  @Field(() => String, {
    nullable: true,
    description: 'What an agreed or internal clock is for, up to 200 characters; names no person.',
  })
  name!: string | null;

  @Field(() => OrganizationType, { description: 'Whose clock it is.' })
  organization!: OrganizationType;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of what it is for: an issue, referral, matter, task or answer; null for a body that was only told of the clock.',
  })
  subjectId!: string | null;

  @Field(() => IssueType, { nullable: true, description: 'The issue, where the viewer may see it.' })
  issue!: IssueType | null;

  @Field(() => MatterType, { nullable: true, description: 'The matter, where the viewer may see it.' })
  matter!: MatterType | null;

  @Field(() => DateTimeScalar, { description: 'When it started; of days, that day is not counted.' })
  startedAt!: string;

  @Field(() => Int, { nullable: true, description: 'How much time, in `unit`; null where the last day was named.' })
  amount!: number | null;

  @Field(() => ClockUnit, { description: 'Unit of `amount`.' })
  unit!: keyof typeof ClockUnit;

  @Field(() => DateTimeScalar, {
    description: 'The first moment that is too late: of days, 24:00 in Asia/Ho_Chi_Minh of `dueOn`.',
  })
  dueAt!: string;

  @Field(() => DateScalar, { description: 'The last day.' })
  dueOn!: string;

  @Field(() => DeadlineState, { description: 'Where it stands.' })
  state!: keyof typeof DeadlineState;

  @Field(() => Boolean, { description: 'Missed and still not done (quá hạn).' })
  overdue!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null while it is open.' })
  endedAt!: string | null;

  @Field(() => [String], {
    description:
      'How it was reckoned, in Vietnamese: each span counted or left out, the end, the rule’s version and the legal basis. Empty for other bodies.',
  })
  explanation!: string[];

  @Field(() => [DeadlineStepType], { description: 'Pauses and extensions, oldest first. Empty for other bodies.' })
  steps!: DeadlineStepType[];

  @Field(() => [DeadlineAlarmType], {
    description: 'What has happened and will happen when. For other bodies only what they were told.',
  })
  alarms!: DeadlineAlarmType[];

  @Field(() => DeadlineType, {
    nullable: true,
    description: 'The clock for which this one stands since the rule or the calendar changed.',
  })
  supersedes!: DeadlineType | null;

  @Field(() => ViewerAccessType, { description: 'What the viewer may see and do here.' })
  viewerAccess!: ViewerAccessType;

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;
}

@PlannedType(
  'DeadlineAlarm',
  'A moment at which something happens to a clock. For its own body; once told, also for those who were told.',
  [NodeType],
)
export class DeadlineAlarmType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => DeadlineAlarmStep, { description: 'What happens.' })
  step!: keyof typeof DeadlineAlarmStep;

  @Field(() => DateTimeScalar, {
    description:
      'When: reminders wait for working days and the end of quiet hours, unless the clock runs in hours or minutes.',
  })
  at!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it happened; null while it is to come.' })
  firedAt!: string | null;

  @Field(() => [OrganizationType], { description: 'The bodies told by an escalation.' })
  told!: OrganizationType[];

  @Field(() => DeadlineType, { description: 'The clock.' })
  deadline!: DeadlineType;
}

export const DeadlineConnection = connectionOf<DeadlineType>('Deadline', () => DeadlineType, true);
export const DeadlineAlarmConnection = connectionOf<DeadlineAlarmType>('DeadlineAlarm', () => DeadlineAlarmType, true);

/** Fields that this module adds to issues. */
export interface IssueWithDeadlines {
  deadlines: DeadlineType[];
}

/** Fields that this module adds to matters. */
export interface MatterWithDeadlines {
  deadlines: DeadlineType[];
  overdue: boolean;
}

extendType(IssueType, {
  deadlines: [
    Field(() => [DeadlineType], {
      description:
        'Clocks of the issue and its referrals (thời hạn) that the viewer may see, the earliest due first; those that others stand for left out.',
    }),
  ],
});
extendType(MatterType, {
  deadlines: [
    Field(() => [DeadlineType], {
      description:
        'Clocks of the matter, its tasks and promises (thời hạn), each body’s own, the earliest due first; those that others stand for left out.',
    }),
  ],
  overdue: [
    Field(() => Boolean, { description: 'Whether a clock that the viewer sees is missed and not done yet (quá hạn).' }),
  ],
});

@PlannedType('DeadlineSetPayload', 'The new clock.')
export class DeadlineSetPayload extends MutationPayload {
  @Field(() => DeadlineType, { description: 'As it is now.' })
  deadline!: DeadlineType;
}

@PlannedType('DeadlinePausePayload', 'The paused clock.')
export class DeadlinePausePayload extends MutationPayload {
  @Field(() => DeadlineType, { description: 'As it is now.' })
  deadline!: DeadlineType;
}

@PlannedType('DeadlineResumePayload', 'The clock that runs again.')
export class DeadlineResumePayload extends MutationPayload {
  @Field(() => DeadlineType, { description: 'As it is now.' })
  deadline!: DeadlineType;
}

@PlannedType('DeadlineExtendPayload', 'The extended clock.')
export class DeadlineExtendPayload extends MutationPayload {
  @Field(() => DeadlineType, { description: 'As it is now.' })
  deadline!: DeadlineType;
}

@PlannedType('DeadlineEndPayload', 'The ended clock.')
export class DeadlineEndPayload extends MutationPayload {
  @Field(() => DeadlineType, { description: 'As it is now.' })
  deadline!: DeadlineType;
}
