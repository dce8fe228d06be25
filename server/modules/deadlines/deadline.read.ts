import { badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import {
  column,
  computed,
  connection,
  embedded,
  extendPlan,
  given,
  instant,
  many,
  nodeId,
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
  type KeyOrder,
  type Plan,
  type Row,
} from '../../platform/read/plan.ts';
import { found, literal, sql, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { issuePlan, position } from '../issues/issue.read.ts';
import type { ViewerAccessType } from '../issues/issue.types.ts';
import { isOverdue as isMatterOverdue, matterPlan, takesPart } from '../matters/matter.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import type { DeadlineAlarmsArgs, DeadlineFilter, DeadlinesArgs } from './deadline.inputs.ts';
import { allowedDeadlineActions, type DeadlineFacts } from './deadline.policy.ts';
import type {
  DeadlineAlarmType,
  DeadlineStepType,
  DeadlineType,
  IssueWithDeadlines,
  MatterWithDeadlines,
} from './deadline.types.ts';
import { rulePlan } from './rule.read.ts';

const isOwn = sql`t.organization_id = ${viewerOrganization}`;
const isTold = sql`${viewerOrganization} = any(a.organization_ids)`;

/** Its own; those of the matters in which it takes part, but for others' internal ones; those of which it was told. */
const visibleDeadlines = visibleRows('deadline', {
  columns: sql`${isOwn} as is_own`,
  where: sql`(${isOwn} or t.kind <> 'INTERNAL' and ${takesPart(sql.ref('t.matter_id'))}
    or ${found(sql`select from deadline_alarm a where a.deadline_id = t.id and a.fired_at is not null and ${isTold}`)})`,
});

const forItsBody = (expression: (row: Row) => Sql, otherwise: Sql): FieldPlan =>
  value((row) => sql`case when ${row.col('is_own')} then ${expression(row)} else ${otherwise} end`);

const prefixes = { Issue: 'issue', Referral: 'referral', Matter: 'matter', Task: 'task', Answer: 'answer' };
const subjectId = (row: Row): Sql =>
  sql`case ${row.col('subject_kind')} ${sql.join(
    Object.entries(prefixes).map(([kind, prefix]) => sql`when ${literal(kind)} then ${literal(`${prefix}_`)}`),
    sql` `,
  )} end || ${row.col('subject_id')}`;

const viewerAccess = shape<ViewerAccessType>('ViewerAccess', {
  level: value((row) => sql`case when ${row.col('is_own')} then 'OWNER' else 'READER' end`),
  hiddenFields: value(
    (row) => sql`case when ${row.col('is_own')} then '{}' else array['explanation', 'steps', 'alarms'] end`,
  ),
  allowedActions: computed(
    (row) => ({
      isOwn: row.col('is_own'),
      kind: row.col('kind'),
      state: row.col('state'),
      isEnded: sql`${row.col('ended_at')} is not null`,
    }),
    (facts, { viewer }) => allowedDeadlineActions(viewer, facts as unknown as DeadlineFacts),
  ),
});

const isOverdue = (row: Row): Sql => sql`(${row.col('state')} = 'MISSED' and ${row.col('ended_at')} is null)`;
const ofDeadline = (row: Row, target: Row): Sql => sql`${target.col('deadline_id')} = ${row.col('id')}`;

export const deadlinePlan: Plan & { fields: Fields } = plan<DeadlineType>('Deadline', visibleDeadlines, {
  id: nodeId('deadline'),
  rule: column('rule_code'),
  ruleVersion: reference(() => rulePlan, 'rule_id'),
  kind: column('kind'),
  name: column('name'),
  organization: reference(() => organizationPlan, 'organization_id'),
  subjectId: value(
    (row) => sql`case when ${row.col('is_own')} or ${takesPart(row.col('matter_id'))} then ${subjectId(row)} end`,
  ),
  issue: reference(() => issuePlan, 'issue_id'),
  matter: reference(() => matterPlan, 'matter_id'),
  startedAt: instant('started_at'),
  amount: column('amount'),
  unit: column('unit'),
  dueAt: instant('due_at'),
  dueOn: column('due_on'),
  state: column('state'),
  overdue: value(isOverdue),
  endedAt: instant('ended_at'),
  explanation: forItsBody((row) => row.col('explanation'), sql`'{}'::text[]`),
  steps: many(() => stepPlan, { on: ofDeadline, order: (step) => sql`${step.col('at')}, ${step.col('id')}` }),
  alarms: many(() => alarmPlan, { on: ofDeadline, order: (alarm) => sql`${alarm.col('at')}, ${alarm.col('id')}` }),
  supersedes: reference(() => deadlinePlan, 'supersedes_id'),
  viewerAccess: embedded(() => viewerAccess),
  version: column('version'),
});

const stepPlan: Plan = {
  ...shape<DeadlineStepType>('DeadlineStep', {
    act: column('act'),
    at: instant('at'),
    amount: column('amount'),
    reason: column('reason'),
  }),
  rows: visibleRows('deadline_step', { where: isOwn }),
};

export const alarmPlan: Plan = plan<DeadlineAlarmType>(
  'DeadlineAlarm',
  visibleRows('deadline_alarm', {
    where: sql`(${isOwn} or t.fired_at is not null and ${viewerOrganization} = any(t.organization_ids))`,
  }),
  {
    id: nodeId('alarm'),
    step: column('step'),
    at: instant('at'),
    firedAt: instant('fired_at'),
    told: many(() => organizationPlan, {
      on: (row, organization) => sql`${organization.col('id')} = any(${row.col('organization_ids')})`,
      order: (organization) => sql`${organization.col('code')}`,
    }),
    deadline: reference(() => deadlinePlan, 'deadline_id'),
  },
);

const byDue = (target: Row): Sql => sql`${target.col('due_at')}, ${target.col('id')}`;
const stands = (target: Row): Sql => sql`${target.col('state')} <> 'SUPERSEDED'`;

extendPlan<IssueWithDeadlines>(issuePlan, {
  deadlines: many(() => deadlinePlan, {
    on: (row, deadline) => sql`${deadline.col('issue_id')} = ${row.col('id')} and ${stands(deadline)}`,
    order: byDue,
  }),
});
extendPlan<MatterWithDeadlines>(matterPlan, {
  deadlines: many(() => deadlinePlan, {
    on: (row, deadline) => sql`${deadline.col('matter_id')} = ${row.col('id')} and ${stands(deadline)}`,
    order: byDue,
  }),
  overdue: value(isMatterOverdue),
});

const along = (column: string): KeyOrder => ({
  columns: [
    { name: column, cast: 'timestamptz' },
    { name: 'id', cast: 'uuid' },
  ],
  direction: 'asc',
});

export const deadlineQueries: Fields = {
  deadlines: connection(() => deadlinePlan, {
    scope: 'deadlines',
    order: along('due_at'),
    clauses: (args) => deadlineClauses((args as unknown as DeadlinesArgs).filter ?? ({} as DeadlineFilter)),
  }),
  deadlineAlarms: connection(() => alarmPlan, {
    scope: 'deadlineAlarms',
    order: along('at'),
    clauses: (args) => alarmClauses(args as unknown as DeadlineAlarmsArgs),
  }),
};

function deadlineClauses(filter: DeadlineFilter): Clause[] {
  const uuids = (
    ids: string[] | null | undefined,
    prefix: 'org' | 'issue' | 'matter',
    name: string,
  ): string[] | undefined => ids?.map((id) => uuidOf(id, prefix, `filter.${name}`));
  const { states, overdue } = filter;
  return [
    ...(states ? whenAny('states', states, 'state', 'text') : [{ key: 'standing', values: [], where: stands }]),
    ...whenAny('kinds', filter.kinds, 'kind', 'text'),
    ...whenAny('rules', filter.rules, 'rule_code', 'text'),
    ...whenAny('bodies', uuids(filter.organizationIds, 'org', 'organizationIds'), 'organization_id', 'uuid'),
    ...whenAny('issues', uuids(filter.issueIds, 'issue', 'issueIds'), 'issue_id', 'uuid'),
    ...whenAny('matters', uuids(filter.matterIds, 'matter', 'matterIds'), 'matter_id', 'uuid'),
    ...when('from', filter.dueFrom, (row, v) => sql`${row.col('due_on')} >= ${v}::date`),
    ...when('to', filter.dueTo, (row, v) => sql`${row.col('due_on')} <= ${v}::date`),
    ...when('overdue', overdue, (row, v) => sql`${isOverdue(row)} = ${v}::boolean`),
  ];
}

/** Of the viewer's own clocks: nobody else's alarms are listed, also where it was told of one. */
function alarmClauses({ from, to, fired }: DeadlineAlarmsArgs): Clause[] {
  if (from && to && from >= to) throw badInput('to', 'period.empty');
  const own: Clause = {
    key: 'own',
    values: [],
    where: (row) => sql`${row.col('organization_id')} = ${viewerOrganization}`,
  };
  const pending: Clause = { key: 'pending', values: [], where: (row) => sql`${row.col('fired_at')} is null` };
  return [
    own,
    ...(fired ? [] : [pending]),
    ...when('from', from?.toISOString(), (row, v) => sql`${row.col('at')} >= ${v}::timestamptz`),
    ...when('to', to?.toISOString(), (row, v) => sql`${row.col('at')} < ${v}::timestamptz`),
  ];
}

const payload = (name: string): ReturnType<typeof shape> =>
  shape(name, { deadline: given(() => deadlinePlan, 'deadline'), position: position() });

export const deadlinePayloads = {
  deadlineSet: payload('DeadlineSetPayload'),
  deadlinePause: payload('DeadlinePausePayload'),
  deadlineResume: payload('DeadlineResumePayload'),
  deadlineExtend: payload('DeadlineExtendPayload'),
  deadlineEnd: payload('DeadlineEndPayload'),
};
