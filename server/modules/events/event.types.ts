import { ArgsType, Field, ID, InputType, InterfaceType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { connectionOf, extendType, PageArgs, Paged, PlannedType, typeOfRow } from '../../platform/graphql/types.ts';
import { CommentType } from '../comments/comment.types.ts';
import { CommitmentType } from '../commitments/commitment.types.ts';
import { IssueLinkType, IssueType } from '../issues/issue.types.ts';
import { AnswerRelayType, AnswerType, AssessmentType } from '../matters/answer.types.ts';
import { MatterType } from '../matters/matter.types.ts';
import { TaskType } from '../matters/task.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';
import { AssignmentType } from '../referrals/assignment.types.ts';
import { ReferralType } from '../referrals/referral.types.ts';
import { ReminderType } from '../reminders/reminder.types.ts';
import { ActorType } from '../staff/staff.types.ts';
import { eventTypes } from './event.catalogue.ts';

const catalogue = Object.entries(eventTypes)
  .map(([type, meaning]) => `\`${type}\`: ${meaning}`)
  .join(' ');

@InterfaceType('Event', {
  description:
    'A line of the ordered log: ids only, its content is read with the reader’s current rights. The same event with the same cursor in queries and subscriptions.',
  resolveType: typeOfRow as never,
})
export abstract class EventType {
  @Field(() => ID, { description: 'Opaque, global, stable: a consumer knows a repeat by it.' })
  id!: string;

  @Field(() => String, { description: 'Position in the log, for `after`. Bound to the reader’s organization.' })
  cursor!: string;

  @Field(() => String, { description: `What happened, in the past tense; new types may come. ${catalogue}` })
  type!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  occurredAt!: string;

  @Field(() => ActorType, {
    nullable: true,
    description: 'Who did it; null for readers of other organizations and for the system.',
  })
  actor!: ActorType | null;

  @Field(() => OrganizationType, { description: 'Whose act it was.' })
  organization!: OrganizationType;

  @Field(() => ID, { description: 'Id of what it is about, also where that is no longer visible or no longer there.' })
  subjectId!: string;

  @Field(() => IssueType, { nullable: true, description: 'The issue concerned, where the reader may see it now.' })
  issue!: IssueType | null;

  @Field(() => MatterType, { nullable: true, description: 'The matter concerned, where the reader may see it now.' })
  matter!: MatterType | null;
}

@PlannedType('IssueEvent', 'Something happened to an issue.', [EventType])
export class IssueEventType extends EventType {}

@PlannedType('MatterEvent', 'Something happened to a matter.', [EventType])
export class MatterEventType extends EventType {}

@PlannedType(
  'AccessEvent',
  'The reader’s organization has gained or lost sight of an issue or matter. After `access.revoked` clients purge `subjectId`.',
  [EventType],
)
export class AccessEventType extends EventType {}

@PlannedType('LinkEvent', 'A link was made or removed.', [EventType])
export class LinkEventType extends EventType {
  @Field(() => IssueLinkType, { nullable: true, description: 'The link; null once removed.' })
  link!: IssueLinkType | null;
}

@PlannedType('ReferralEvent', 'A referral was offered or decided.', [EventType])
export class ReferralEventType extends EventType {
  @Field(() => ReferralType, { nullable: true, description: 'The referral.' })
  referral!: ReferralType | null;
}

@PlannedType('TaskEvent', 'A task was assigned or updated.', [EventType])
export class TaskEventType extends EventType {
  @Field(() => TaskType, { nullable: true, description: 'The task.' })
  task!: TaskType | null;
}

@PlannedType('AnswerEvent', 'A matter was answered.', [EventType])
export class AnswerEventType extends EventType {
  @Field(() => AnswerType, { nullable: true, description: 'The answer.' })
  answer!: AnswerType | null;
}

@PlannedType('AssessmentEvent', 'An answer was judged.', [EventType])
export class AssessmentEventType extends EventType {
  @Field(() => AssessmentType, { nullable: true, description: 'The assessment.' })
  assessment!: AssessmentType | null;
}

@PlannedType('RelayEvent', 'An answer was carried back.', [EventType])
export class RelayEventType extends EventType {
  @Field(() => AnswerRelayType, { nullable: true, description: 'The relay of the answer.' })
  relay!: AnswerRelayType | null;
}

@PlannedType('CommitmentEvent', 'Something was promised, settled, or its day has passed.', [EventType])
export class CommitmentEventType extends EventType {
  @Field(() => CommitmentType, { nullable: true, description: 'The commitment.' })
  commitment!: CommitmentType | null;
}

@PlannedType('AssignmentEvent', 'An issue waits for assignment, was assigned, or needs it no longer.', [EventType])
export class AssignmentEventType extends EventType {
  @Field(() => AssignmentType, { nullable: true, description: 'The assignment.' })
  assignment!: AssignmentType | null;
}

@PlannedType('ReminderEvent', 'A body was reminded.', [EventType])
export class ReminderEventType extends EventType {
  @Field(() => ReminderType, { nullable: true, description: 'The reminder.' })
  reminder!: ReminderType | null;
}

@PlannedType('CommentEvent', 'A comment was added.', [EventType])
export class CommentEventType extends EventType {
  @Field(() => CommentType, { nullable: true, description: 'The comment.' })
  comment!: CommentType | null;
}

/** In the schema although no field names them directly. */
export const eventMembers = [
  IssueEventType,
  MatterEventType,
  AccessEventType,
  LinkEventType,
  ReferralEventType,
  TaskEventType,
  AnswerEventType,
  AssessmentEventType,
  RelayEventType,
  CommitmentEventType,
  AssignmentEventType,
  ReminderEventType,
  CommentEventType,
];

export const EventConnection = connectionOf<EventType>('Event', () => EventType as never, false);

extendType(IssueType, {
  timeline: [
    Field(() => EventConnection, {
      description: 'What happened to the issue, oldest first; only what the viewer may see. Empty at SUMMARY access.',
    }),
    Paged(),
  ],
});
extendType(MatterType, {
  timeline: [Field(() => EventConnection, { description: 'What happened to the matter, oldest first.' }), Paged()],
});

@InputType('EventFilter', { description: 'Lists mean “any of”, different fields mean “and”.' })
export class EventFilter {
  @Field(() => [String], { nullable: true, description: 'Any of these types, e.g. `issue.collected`.' })
  types!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'About any of these issues.' })
  issueIds!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'About any of these matters.' })
  matterIds!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Acts of any of these organizations.' })
  organizationIds!: string[] | null | undefined;

  @Field(() => [String], {
    nullable: true,
    description: 'About issues of any of these topics, or matters with such issues.',
  })
  topicCodes!: string[] | null | undefined;

  @Field(() => [ID], {
    nullable: true,
    description: 'About issues in any of these areas or below, or matters with such issues.',
  })
  areaIds!: string[] | null | undefined;

  @Field(() => Boolean, { nullable: true, description: 'True: only what concerns something the viewer follows.' })
  followed!: boolean | null | undefined;
}

@ArgsType()
export class EventsArgs extends PageArgs {
  @Field(() => EventFilter, { nullable: true, description: 'Which events.' })
  filter!: EventFilter | null | undefined;
}

@ArgsType()
export class LiveEventsArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'Replay from after this cursor, then go on live without a seam; absent: from now. CURSOR_EXPIRED where the log was restored since.',
  })
  after!: string | null | undefined;

  @Field(() => EventFilter, { nullable: true, description: 'Which events.' })
  filter!: EventFilter | null | undefined;
}

@PlannedType('EventDelivery', 'One step of a live stream, at least once and in order.')
export class EventDeliveryType {
  @Field(() => String, { description: 'Where the stream stands: resume with `after` it.' })
  cursor!: string;

  @Field(() => EventType, {
    nullable: true,
    description: 'Null on a heartbeat: the position moved, nothing in between was for this viewer.',
  })
  event!: EventType | null;
}
