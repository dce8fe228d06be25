import { uuidOf } from '../../platform/graphql/node-id.ts';
import {
  byId,
  column,
  computed,
  connection,
  embedded,
  extendPlan,
  given,
  givenValue,
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
  whenSearched,
  type Clause,
  type FieldPlan,
  type Fields,
  type Plan,
  type Row,
  type VisibleRows,
} from '../../platform/read/plan.ts';
import { found, sql, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { issuePlan, position, searchText } from '../issues/issue.read.ts';
import type { ViewerAccessType } from '../issues/issue.types.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import type { MatterArgs, MatterFilter, MattersArgs } from './matter.inputs.ts';
import { allowedMatterActions, type MatterFacts } from './matter.policy.ts';
import type { IssueInMatter, MatterReasonType, MatterType, ParticipantType } from './matter.types.ts';

/** Whether the viewer's organization takes part in a matter. */
export const takesPart = (matter: Sql): Sql =>
  found(sql`select from matter_access a where a.matter_id = ${matter} and a.organization_id = ${viewerOrganization}`);

/** Every matter in which the viewer's organization takes part, with its part as `viewer_role`. */
const visibleMatters = visibleRows('matter', {
  join: sql`join matter_access access on access.matter_id = t.id`,
  columns: sql`access.role as viewer_role`,
  where: sql`access.organization_id = ${viewerOrganization}`,
});

/** Rows that hang on a matter are open to all its participants. */
export const rowsOfMatter = (table: string, condition: Sql = sql`true`): VisibleRows =>
  visibleRows(table, { where: sql`${takesPart(sql.ref('t.matter_id'))} and ${condition}` });

export const ofMatter = (row: Row, target: Row): Sql => sql`${target.col('matter_id')} = ${row.col('id')}`;
export const oldestFirst = (target: Row): Sql => target.col('id');
export const organization = reference(() => organizationPlan, 'organization_id');

const hasPlace = (row: Row, condition: Sql): Sql =>
  sql`exists (select from matter_issue mi where mi.matter_id = ${row.col('id')} and ${condition})`;

const latestAnswerer = (row: Row): Sql =>
  sql`(select n.organization_id from answer n where n.matter_id = ${row.col('id')} order by n.id desc limit 1)`;

const viewerAccess = shape<ViewerAccessType>('ViewerAccess', {
  level: value(
    (row) =>
      sql`case ${row.col('viewer_role')} when 'LEAD' then 'OWNER' when 'INFORMED' then 'READER' else 'PARTICIPANT' end`,
  ),
  hiddenFields: value(() => sql`'{}'::text[]`),
  allowedActions: computed(
    (row) => ({
      role: row.col('viewer_role'),
      status: row.col('status'),
      isCollecting: hasPlace(row, sql`mi.owner_id = ${viewerOrganization}`),
      hasIssues: hasPlace(row, sql`${viewerOrganization} in (mi.owner_id, mi.added_by_id)`),
      hasAnswer: sql`${latestAnswerer(row)} is not null`,
      gaveLatestAnswer: sql`coalesce(${latestAnswerer(row)} = ${viewerOrganization}, false)`,
      hasDraft: sql`exists (select from answer_draft d where d.matter_id = ${row.col('id')}
        and d.organization_id = ${viewerOrganization})`,
    }),
    (facts, { viewer }) => allowedMatterActions(viewer, facts as unknown as MatterFacts),
  ),
});

/** A part in the matter that goes on, of one of the organizations. */
const hasPart = (row: Row, condition: Sql): Sql =>
  sql`exists (select from participant p where p.matter_id = ${row.col('id')} and p.until is null and ${condition})`;

export const matterPlan: Plan & { fields: Fields } = plan<MatterType>('Matter', visibleMatters, {
  id: nodeId('matter'),
  code: column('code'),
  title: column('title'),
  summary: column('summary'),
  status: column('status'),
  outcome: column('outcome'),
  plannedOn: column('planned_on'),
  lead: one(
    () => organizationPlan,
    (row, lead) => sql`${lead.col('id')} = (select p.organization_id from participant p
    where p.matter_id = ${row.col('id')} and p.role = 'LEAD' and p.until is null)`,
  ),
  participants: many(() => participantPlan, { on: ofMatter, order: byRole }),
  issues: connection(() => issuePlan, { scope: 'Matter.issues', order: byId('desc'), on: ofMatter }),
  voices: value(
    (row) => sql`(select coalesce(sum(whole.voices), 0) from (select max(i.voices) as voices
      from ${issuePlan.rows.sql} i where i.matter_id = ${row.col('id')} group by coalesce(i.parent_id, i.id)) whole)`,
  ),
  reasons: many(() => reasonPlan, { on: ofMatter, order: oldestFirst }),
  reopenReason: value(
    (row) => sql`(select r.reason from matter_reason r
    where r.matter_id = ${row.col('id')} and r.act = 'REOPENED' order by r.id desc limit 1)`,
  ),
  viewerAccess: embedded(() => viewerAccess),
  version: column('version'),
  createdAt: instant('created_at'),
  updatedAt: instant('updated_at'),
});

function byRole(participant: Row): Sql {
  const roles = sql`array['LEAD', 'COORDINATING', 'SUPERVISING', 'INFORMED']`;
  return sql`array_position(${roles}, ${participant.col('role')}), ${participant.col('since')}, ${participant.col('id')}`;
}

const participantPlan: Plan = {
  ...shape<ParticipantType>('Participant', { organization, role: column('role'), since: instant('since') }),
  rows: rowsOfMatter('participant', sql`t.until is null`),
};

const reasonPlan: Plan = {
  ...shape<MatterReasonType>('MatterReason', {
    act: column('act'),
    organization,
    issue: reference(() => issuePlan, 'issue_id'),
    reason: column('reason'),
    at: instant('at'),
  }),
  rows: rowsOfMatter(
    'matter_reason',
    sql`(t.consented or ${viewerOrganization} in (t.organization_id, t.issue_owner_id))`,
  ),
};

extendPlan<IssueInMatter>(issuePlan, {
  matter: reference(() => matterPlan, 'matter_id'),
  removalReason: value(
    (row) => sql`(select r.reason from matter_reason r where r.issue_id = ${row.col('id')}
    and r.issue_owner_id = ${viewerOrganization} order by r.id desc limit 1)`,
  ),
});

export const matterQueries: Fields = {
  matter: one(
    () => matterPlan,
    () => sql`true`,
    (args) =>
      when('code', (args as unknown as MatterArgs).code, (row, code) => sql`${row.col('code')} = ${code}::text`),
  ),
  matters: connection(() => matterPlan, {
    scope: 'matters',
    order: byId('desc'),
    clauses: (args) => matterClauses((args as unknown as MattersArgs).filter ?? ({} as MatterFilter)),
  }),
};

function matterClauses(filter: MatterFilter): Clause[] {
  const bodies = (ids: string[] | null | undefined, name: string): string[] | undefined =>
    ids?.map((id) => uuidOf(id, 'org', `filter.${name}`));
  return [
    ...when('statuses', filter.statuses, (row, v) => sql`${row.col('status')} = any(${v}::text[])`),
    ...when('leads', bodies(filter.leadIds, 'leadIds'), (row, v) =>
      hasPart(row, sql`p.role = 'LEAD' and p.organization_id = any(${v}::uuid[])`),
    ),
    ...when('participants', bodies(filter.participantIds, 'participantIds'), (row, v) =>
      hasPart(row, sql`p.organization_id = any(${v}::uuid[])`),
    ),
    ...whenSearched(
      'query',
      searchText(filter.query, 'filter.query'),
      (row, v) => sql`${row.col('search')} @@ plainto_tsquery('simple', ${v}::text)`,
    ),
  ];
}

export const payload = (name: string, fields: Record<string, FieldPlan>): ReturnType<typeof shape> =>
  shape(name, { ...fields, position: position() });

export const matter = given(() => matterPlan, 'matter');

export const matterPayloads = {
  matterOpen: payload('MatterOpenPayload', { matter }),
  matterAddIssue: payload('MatterAddIssuePayload', { matter }),
  matterRemoveIssue: payload('MatterRemoveIssuePayload', { matter }),
  matterInvite: payload('MatterInvitePayload', { matter }),
  matterLeave: payload('MatterLeavePayload', { leftId: value(() => sql`'matter_' || ${givenValue('left')}::text`) }),
  matterClose: payload('MatterClosePayload', { matter }),
  matterReopen: payload('MatterReopenPayload', { matter }),
};
