import { uuidOf } from '../../platform/graphql/node-id.ts';
import {
  byId,
  column,
  computed,
  connection,
  extendPlan,
  given,
  instant,
  many,
  nodeId,
  one,
  plan,
  reference,
  shape,
  value,
  visibleRows,
  when,
  whenAny,
  type Clause,
  type FieldPlan,
  type Fields,
  type Plan,
  type Row,
} from '../../platform/read/plan.ts';
import { found, sql, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { areaPlan } from '../areas/area.read.ts';
import { accessLevel, inAreas, issuePlan, position } from '../issues/issue.read.ts';
import { takesPart } from '../matters/matter.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import type { MeetingArgs, MeetingFilter, MeetingsArgs } from './meeting.inputs.ts';
import { allowedMeetingActions, type MeetingFacts } from './meeting.policy.ts';
import type {
  MeetingItemType,
  MeetingOutcomeCountType,
  MeetingPromiseType,
  MeetingType,
  WithMeetings,
} from './meeting.types.ts';

const holds = (meeting: Sql): Sql =>
  found(sql`select from meeting_host h where h.meeting_id = ${meeting} and h.organization_id = ${viewerOrganization}`);

/** Its hosts from the start, every member body once it was announced; `is_host` of any of the hosts. */
const visibleMeetings = visibleRows('meeting', {
  columns: sql`${holds(sql.ref('t.id'))} as is_host`,
  where: sql`(t.announced_on is not null or ${holds(sql.ref('t.id'))})`,
});

const seesMeeting = (meeting: Sql): Sql =>
  found(sql`select from meeting m where m.id = ${meeting} and (m.announced_on is not null or ${holds(sql`m.id`)})`);
const seesMinutes = (meeting: Sql): Sql =>
  found(sql`select from meeting m where m.id = ${meeting} and (m.status = 'PUBLISHED' or ${holds(sql`m.id`)})`);

/** Minutes and promises are the hosts' own until they are published. */
const forMinutes = (name: string): FieldPlan =>
  value((row) => sql`case when ${row.col('is_host')} or ${row.col('status')} = 'PUBLISHED' then ${row.col(name)} end`);

const term = (row: Row, part: 'ANNOUNCEMENT' | 'RESULT'): Sql =>
  sql`meeting_term(${row.col('kind')}, ${sql.raw(`'${part}'`)}, ${row.col('held_on')})`;

export const meetingPlan: Plan & { fields: Fields } = plan<MeetingType>('Meeting', visibleMeetings, {
  id: nodeId('meeting'),
  code: column('code'),
  kind: column('kind'),
  title: column('title'),
  status: column('status'),
  area: reference(() => areaPlan, 'area_id'),
  heldOn: column('held_on'),
  host: reference(() => organizationPlan, 'host_id'),
  coHosts: many(() => organizationPlan, {
    on: (row, organization) => sql`${organization.col('id')} <> ${row.col('host_id')} and exists (select from meeting_host h
      where h.meeting_id = ${row.col('id')} and h.organization_id = ${organization.col('id')})`,
    order: (organization) => sql`${organization.col('code')}`,
  }),
  agenda: column('agenda'),
  minutes: forMinutes('minutes'),
  announcedOn: column('announced_on'),
  announcedInTime: value(
    (row) => sql`${row.col('held_on')} - ${row.col('announced_on')} >= ${term(row, 'ANNOUNCEMENT')}`,
  ),
  publishedOn: column('published_on'),
  publishedInTime: value(
    (row) => sql`${row.col('published_on')} - ${row.col('held_on')} <= ${term(row, 'RESULT')}`,
  ),
  cancelReason: column('cancel_reason'),
  frozenAt: instant('frozen_at'),
  items: connection(() => itemPlan, {
    scope: 'Meeting.items',
    order: byId('asc'),
    on: (row, item) => sql`${item.col('meeting_id')} = ${row.col('id')}`,
  }),
  promises: many(() => promisePlan, {
    on: (row, promise) => sql`${promise.col('meeting_id')} = ${row.col('id')}`,
    order: (promise) => sql`${promise.col('id')}`,
  }),
  outcomes: many(() => outcomePlan, {
    on: (row, counted) => sql`${counted.col('meeting_id')} = ${row.col('id')}`,
    order: (counted) => sql`${counted.col('outcome')}`,
  }),
  allowedActions: computed(
    (row) => ({
      kind: row.col('kind'),
      status: row.col('status'),
      isFrozen: sql`${row.col('frozen_at')} is not null`,
      isHost: sql`${row.col('host_id')} = ${viewerOrganization}`,
      isCoHost: sql`${row.col('is_host')} and ${row.col('host_id')} <> ${viewerOrganization}`,
    }),
    (facts, { viewer }) => allowedMeetingActions(viewer, facts as unknown as MeetingFacts),
  ),
  version: column('version'),
  createdAt: instant('created_at'),
});

/** Only where both the meeting and the issue are in sight: who may not see an issue does not learn that it was raised. */
const isVisibleItem = sql`${seesMeeting(sql.ref('t.meeting_id'))} and ${accessLevel(sql.ref('t.issue_id'))} is not null`;

const itemPlan: Plan = plan<MeetingItemType>(
  'MeetingItem',
  visibleRows('meeting_item', { columns: sql`${holds(sql.ref('t.meeting_id'))} as is_host`, where: isVisibleItem }),
  {
    id: value((row) => sql`${row.col('id')}::text`),
    // A gap would tell the others that something stands there.
    number: value((row) => sql`case when ${row.col('is_host')} then ${row.col('number')} end`),
    issue: reference(() => issuePlan, 'issue_id'),
    listedBy: reference(() => organizationPlan, 'listed_by_id'),
    carriedFrom: reference(() => meetingPlan, 'carried_from_id'),
    meeting: reference(() => meetingPlan, 'meeting_id'),
    listedAt: instant('listed_at'),
  },
);

const promisePlan: Plan = plan<MeetingPromiseType>(
  'MeetingPromise',
  visibleRows('meeting_promise', { where: seesMinutes(sql.ref('t.meeting_id')) }),
  {
    organization: reference(() => organizationPlan, 'organization_id'),
    promise: column('promise'),
    dueOn: column('due_on'),
    status: value((row) => sql`(promise_state(${row.col('commitment_id')})).status`),
    passed: value((row) => sql`(promise_state(${row.col('commitment_id')})).passed`),
    issue: one(
      () => issuePlan,
      (row, issue) => sql`${issue.col('id')} = ${row.col('issue_id')}`,
    ),
    madeAt: instant('made_at'),
  },
);

/** The outcome is known to whoever takes part in the issue's matter. */
const outcomePlan: Plan = plan<MeetingOutcomeCountType>(
  'MeetingOutcomeCount',
  visibleRows('meeting_item', {
    of: sql`t.meeting_id, m.outcome, count(*)::int as issues`,
    join: sql`join issue s on s.id = t.issue_id left join matter m on m.id = s.matter_id and ${takesPart(sql`m.id`)}`,
    where: sql`${isVisibleItem} group by t.meeting_id, m.outcome`,
  }),
  { outcome: column('outcome'), issues: column('issues') },
);

extendPlan<WithMeetings>(issuePlan, {
  meetingItems: connection(() => itemPlan, {
    scope: 'Issue.meetingItems',
    order: byId('asc'),
    on: (row, item) => sql`${item.col('issue_id')} = ${row.col('id')}`,
  }),
});

export const meetingQueries: Fields = {
  meeting: one(
    () => meetingPlan,
    () => sql`true`,
    (args) =>
      when('code', (args as unknown as MeetingArgs).code, (row, code) => sql`${row.col('code')} = ${code}::text`),
  ),
  meetings: connection(() => meetingPlan, {
    scope: 'meetings',
    order: byId('desc'),
    clauses: (args) => clauses((args as unknown as MeetingsArgs).filter ?? ({} as MeetingFilter)),
  }),
};

const clauses = (filter: MeetingFilter): Clause[] => [
  ...whenAny('kinds', filter.kinds, 'kind', 'text'),
  ...whenAny('statuses', filter.statuses, 'status', 'text'),
  ...when(
    'organizations',
    filter.organizationIds?.map((id) => uuidOf(id, 'org', 'filter.organizationIds')),
    (row, v) => sql`exists (select from meeting_host h where h.meeting_id = ${row.col('id')}
      and h.organization_id = any(${v}::uuid[]))`,
  ),
  ...when(
    'areas',
    filter.areaIds?.map((id) => uuidOf(id, 'area', 'filter.areaIds')),
    (row, v) => inAreas(row.col('area_id'), v),
  ),
  ...when('from', filter.heldFrom, (row, v) => sql`${row.col('held_on')} >= ${v}::date`),
  ...when('to', filter.heldTo, (row, v) => sql`${row.col('held_on')} <= ${v}::date`),
];

const meetingPayload = (mutation: string): ReturnType<typeof shape> =>
  shape<{ meeting: MeetingType; position: string }>(`${mutation}Payload`, {
    meeting: given(() => meetingPlan, 'meeting'),
    position: position(),
  });

export const meetingPayloads = {
  meetingPlan: meetingPayload('MeetingPlan'),
  meetingEdit: meetingPayload('MeetingEdit'),
  meetingAnnounce: meetingPayload('MeetingAnnounce'),
  meetingHold: meetingPayload('MeetingHold'),
  meetingPublish: meetingPayload('MeetingPublish'),
  meetingCancel: meetingPayload('MeetingCancel'),
  meetingFreeze: meetingPayload('MeetingFreeze'),
  meetingListIssue: meetingPayload('MeetingListIssue'),
  meetingUnlistIssue: meetingPayload('MeetingUnlistIssue'),
  meetingCarryOver: meetingPayload('MeetingCarryOver'),
  meetingPromise: meetingPayload('MeetingPromise'),
};
