import { uuidOf } from '../../platform/graphql/node-id.ts';
import { logCursor } from '../../platform/read/page.ts';
import {
  column,
  computed,
  connection,
  extendPlan,
  givenValue,
  instant,
  nodeId,
  one,
  reference,
  shape,
  value,
  visiblePages,
  visibleRows,
  when,
  type Clause,
  type FieldPlan,
  type Fields,
  type KeyOrder,
  type Plan,
  type Row,
  type Shape,
} from '../../platform/read/plan.ts';
import {
  everyMember,
  found,
  literal,
  sql,
  viewerActor,
  viewerOrganization,
  type Sql,
} from '../../platform/read/sql.ts';
import { commentPlan } from '../comments/comment.read.ts';
import { commitmentPlan } from '../commitments/commitment.read.ts';
import { inAreas, issuePlan, linkPlan } from '../issues/issue.read.ts';
import { answerPlan, assessmentPlan, relayPlan } from '../matters/answer.read.ts';
import { matterPlan } from '../matters/matter.read.ts';
import { taskPlan } from '../matters/task.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import { assignmentPlan } from '../referrals/assignment.read.ts';
import { referralPlan } from '../referrals/referral.read.ts';
import { reminderPlan } from '../reminders/reminder.read.ts';
import { actorPlan } from '../staff/staff.read.ts';
import type { EventDeliveryType, EventFilter, EventsArgs } from './event.types.ts';

const isInAudience = found(sql`select from event_audience x where (x.xid, x.id) = (t.xid, t.id)
  and x.organization_id in (${viewerOrganization}, ${everyMember})`);

/** A gap-free reader stays below the oldest transaction still running: what is below can no longer change. */
const isSettled = sql`t.xid < pg_snapshot_xmin(pg_current_snapshot())`;

const members = {
  Issue: 'IssueEvent',
  Matter: 'MatterEvent',
  Organization: 'MatterEvent',
  IssueLink: 'LinkEvent',
  Referral: 'ReferralEvent',
  Task: 'TaskEvent',
  Answer: 'AnswerEvent',
  Assessment: 'AssessmentEvent',
  AnswerRelay: 'RelayEvent',
  Commitment: 'CommitmentEvent',
  Assignment: 'AssignmentEvent',
  Reminder: 'ReminderEvent',
  Comment: 'CommentEvent',
} as const;

const prefixes: Record<keyof typeof members, string> = {
  Issue: 'issue',
  Matter: 'matter',
  Organization: 'org',
  IssueLink: 'link',
  Referral: 'referral',
  Task: 'task',
  Answer: 'answer',
  Assessment: 'assessment',
  AnswerRelay: 'relay',
  Commitment: 'commitment',
  Assignment: 'assignment',
  Reminder: 'reminder',
  Comment: 'comment',
};

const byKind = (row: Row, table: Record<string, string>): Sql =>
  sql`case ${row.col('subject_kind')} ${sql.join(
    Object.entries(table).map(([kind, text]) => sql`when ${literal(kind)} then ${literal(text)}`),
    sql` `,
  )} end`;

const accessTypes = ['access.granted', 'access.revoked'];

const typeOfEvent = (row: Row): Sql =>
  sql`case when ${row.col('type')} in (${sql.join(accessTypes.map(literal))}) then 'AccessEvent' else ${byKind(row, members)} end`;

const common: Fields = {
  id: nodeId('event', 'uid'),
  cursor: computed((row) => ({ key: sql`${row.col('xid')}::text || '~' || ${row.col('id')}::text` }), logCursor),
  type: column('type'),
  occurredAt: instant('at'),
  actor: reference(() => actorPlan, 'actor_id'),
  organization: reference(() => organizationPlan, 'organization_id'),
  subjectId: value((row) => sql`${byKind(row, prefixes)} || '_' || ${row.col('subject_id')}`),
  issue: reference(() => issuePlan, 'issue_id'),
  matter: reference(() => matterPlan, 'matter_id'),
};

const withSubject = (name: string, target: () => Plan): Fields => ({
  ...common,
  [name]: reference(target, 'subject_id'),
});

const eventShape = {
  typeName: 'Event',
  discriminate: typeOfEvent,
  members: {
    IssueEvent: common,
    MatterEvent: common,
    AccessEvent: common,
    LinkEvent: withSubject('link', () => linkPlan),
    ReferralEvent: withSubject('referral', () => referralPlan),
    TaskEvent: withSubject('task', () => taskPlan),
    AnswerEvent: withSubject('answer', () => answerPlan),
    AssessmentEvent: withSubject('assessment', () => assessmentPlan),
    RelayEvent: withSubject('relay', () => relayPlan),
    CommitmentEvent: withSubject('commitment', () => commitmentPlan),
    AssignmentEvent: withSubject('assignment', () => assignmentPlan),
    ReminderEvent: withSubject('reminder', () => reminderPlan),
    CommentEvent: withSubject('comment', () => commentPlan),
  },
};

/** Events by what they are about: a timeline shows a change as soon as it is made. */
export const eventPlan: Plan = { ...eventShape, rows: visibleRows('event', { where: isInAudience }) };

/** The key stands in the audience, so that its index bounds a page. */
const along = {
  columns: sql.raw(`t.xid, t.id, e.uid, e.type, e.at, e.organization_id, e.actor_id, e.issue_id, e.matter_id,
    e.subject_kind, e.subject_id, e.topic_ids, e.area_ids`),
  join: sql`join event e on (e.xid, e.id) = (t.xid, t.id)`,
};

const isOwn = sql`t.organization_id = ${viewerOrganization}`;
const isForAll = sql`t.organization_id = ${everyMember} and not ${found(sql`select from event_audience own
  where own.organization_id = ${viewerOrganization} and (own.xid, own.id) = (t.xid, t.id)`)}`;

/** Events in the order of the log, read along the viewer's own part of it. */
const logPlan: Plan = {
  ...eventShape,
  rows: visibleRows('event_audience', {
    of: along.columns,
    join: along.join,
    where: sql`${isSettled} and (${isOwn} or ${isForAll})`,
  }),
};

const logPages = visiblePages('event_audience', {
  ...along,
  branches: [isOwn, isForAll].map((who) => sql`${isSettled} and ${who}`),
});

const logOrder: KeyOrder = {
  columns: [
    { name: 'xid', cast: 'xid8' },
    { name: 'id', cast: 'bigint' },
  ],
  direction: 'asc',
};

const timeline = (name: string, condition: (row: Row) => Sql): FieldPlan =>
  connection(() => eventPlan, {
    scope: 'log',
    isLog: true,
    order: logOrder,
    on: (row, event) => sql`${event.col(name)} = ${row.col('id')} and ${condition(row)}`,
  });

extendPlan<{ timeline: unknown }>(issuePlan, {
  timeline: timeline('issue_id', (row) => sql`${row.col('access_level')} <= 3`),
});
extendPlan<{ timeline: unknown }>(matterPlan, { timeline: timeline('matter_id', () => sql`true`) });

export const eventQueries: Fields = {
  events: connection(() => logPlan, {
    scope: 'log',
    isLog: true,
    order: logOrder,
    pages: logPages,
    clauses: (args) => eventClauses((args as unknown as EventsArgs).filter ?? ({} as EventFilter)),
  }),
};

const subjects = (
  row: Row,
): Sql => sql`array[${row.col('issue_id')}, ${row.col('matter_id')}, ${row.col('organization_id')}]
  || ${row.col('topic_ids')} || ${row.col('area_ids')}`;

const isFollowed = (row: Row): Sql =>
  sql`exists (select from follow f where f.actor_id = ${viewerActor} and f.subject_id = any(${subjects(row)}))`;

function eventClauses(filter: EventFilter): Clause[] {
  const uuids = (
    ids: string[] | null | undefined,
    prefix: 'issue' | 'matter' | 'org' | 'area',
    name: string,
  ): string[] | undefined => ids?.map((id) => uuidOf(id, prefix, `filter.${name}`));
  return [
    ...when('types', filter.types, (row, v) => sql`${row.col('type')} = any(${v}::text[])`),
    ...when(
      'issues',
      uuids(filter.issueIds, 'issue', 'issueIds'),
      (row, v) => sql`${row.col('issue_id')} = any(${v}::uuid[])`,
    ),
    ...when(
      'matters',
      uuids(filter.matterIds, 'matter', 'matterIds'),
      (row, v) => sql`${row.col('matter_id')} = any(${v}::uuid[])`,
    ),
    ...when(
      'organizations',
      uuids(filter.organizationIds, 'org', 'organizationIds'),
      (row, v) => sql`${row.col('organization_id')} = any(${v}::uuid[])`,
    ),
    ...when(
      'topics',
      filter.topicCodes,
      (row, v) => sql`${row.col('topic_ids')} && array(select t.id from topic t where t.code = any(${v}::text[]))`,
    ),
    ...when(
      'areas',
      uuids(filter.areaIds, 'area', 'areaIds'),
      (row, v) => sql`exists (select from unnest(${row.col('area_ids')}) a(id) where ${inAreas(sql.ref('a.id'), v)})`,
    ),
    ...when('followed', filter.followed, (row, v) => sql`${isFollowed(row)} = ${v}::boolean`),
  ];
}

const isDelivered = (event: Row): Sql => sql`(${event.col('xid')}, ${event.col('id')})
  = (${givenValue('xid')}::text::xid8, ${givenValue('id')}::bigint)`;

const isWanted = (event: Row): Sql =>
  sql`${isDelivered(event)} and ${isFollowed(event)} = ${givenValue('followed')}::boolean`;

type EventClass = keyof typeof eventShape.members;

const deliveriesOf = (on: (event: Row) => Sql): Record<EventClass, Shape> => {
  const shapes = Object.entries(eventShape.members).map(([typeName, fields]) => {
    const target: Plan = { typeName, fields, rows: eventPlan.rows };
    const delivery = shape<EventDeliveryType>('EventDelivery', {
      cursor: value(() => sql`${givenValue('cursor')}::text`),
      event: one(
        () => target,
        (_, event) => on(event),
      ),
    });
    return [typeName, delivery];
  });
  return Object.fromEntries(shapes) as Record<EventClass, Shape>;
};

const deliveries = deliveriesOf(isDelivered);
const wantedDeliveries = deliveriesOf(isWanted);

export const deliveryShapes: readonly Shape[] = Object.values(deliveries);

/**
 * One delivery: `cursor` is given, the event is read by its place in the log under the reader's current rights, with
 * `followed` only where that is what the viewer does. Its class is known: to set up a statement for all classes would
 * take several times as long as to run it for one.
 */
export function deliveryShapeOf(entry: { type: string; subjectKind: string }, followed: boolean | null): Shape {
  const isAccess = accessTypes.includes(entry.type);
  const typeName = isAccess ? 'AccessEvent' : members[entry.subjectKind as keyof typeof members];
  return (followed === null ? deliveries : wantedDeliveries)[typeName];
}
