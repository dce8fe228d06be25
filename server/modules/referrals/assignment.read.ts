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
  rowsMadeFor,
  shape,
  visibleRows,
  when,
  type Fields,
  type Plan,
  type Row,
} from '../../platform/read/plan.ts';
import { sql, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { accessLevel, issuePlan, position } from '../issues/issue.read.ts';
import { matterPlan, takesPart } from '../matters/matter.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import type { AssignmentsArgs } from './assignment.inputs.ts';
import type { AssignmentType, CompetenceType, IssueOnItsWay } from './assignment.types.ts';
import type { AssignmentStatus } from './referral.entity.ts';
import { allowedAssignmentActions } from './referral.policy.ts';
import { referralPlan } from './referral.read.ts';

const visibleAssignments = visibleRows('assignment', {
  where: sql`${viewerOrganization} in (t.owner_id, t.body_id) and ${accessLevel(sql.ref('t.issue_id'))} is not null`,
});

export const assignmentPlan: Plan & { fields: Fields } = plan<AssignmentType>('Assignment', visibleAssignments, {
  id: nodeId('assignment'),
  issue: reference(() => issuePlan, 'issue_id'),
  assigner: reference(() => organizationPlan, 'body_id'),
  cause: column('cause'),
  status: column('status'),
  referral: reference(() => referralPlan, 'referral_id'),
  requestedAt: instant('requested_at'),
  decidedAt: instant('decided_at'),
  allowedActions: computed(
    (row) => ({ isAssigner: sql`${row.col('body_id')} = ${viewerOrganization}`, status: row.col('status') }),
    (facts, { viewer }) => allowedAssignmentActions(viewer, facts as { isAssigner: boolean; status: AssignmentStatus }),
  ),
  version: column('version'),
});

/** Rows are sums; small ones are told only as far as the viewer sees what they count. */
const competencePlan: Plan = {
  ...shape<CompetenceType>('Competence', {
    organization: reference(() => organizationPlan, 'organization_id'),
    accepted: column('accepted'),
    refused: column('refused'),
    answered: column('answered'),
  }),
  rows: rowsMadeFor((issue) => sql`competence_of(${issue.col('topic_id')}, ${issue.col('area_id')})`),
};

const isOwned = (row: Row): Sql => sql`${row.col('owner_id')} = ${viewerOrganization}`;

extendPlan<IssueOnItsWay>(issuePlan, {
  heldBy: one(
    () => organizationPlan,
    (row, body) => sql`${isOwned(row)} and ${body.col('id')} = coalesce(
      (select s.body_id from assignment s where s.issue_id = ${row.col('id')} and s.status = 'REQUESTED'),
      (select r.to_id from referral r where r.issue_id = ${row.col('id')} and r.status = 'OFFERED' and r.role = 'LEAD'
        order by r.id desc limit 1),
      (select p.organization_id from participant p
        where p.matter_id = ${row.col('matter_id')} and p.role = 'LEAD' and p.until is null
          and ${takesPart(row.col('matter_id'))}),
      ${row.col('owner_id')})`,
  ),
  assignments: many(() => assignmentPlan, {
    on: (row, assignment) => sql`${assignment.col('issue_id')} = ${row.col('id')}`,
    order: (assignment) => assignment.col('id'),
  }),
  competence: many(() => competencePlan, {
    on: () => sql`true`,
    order: (competence) =>
      sql`${competence.col('accepted')} desc, ${competence.col('answered')} desc, ${competence.col('organization_id')}`,
  }),
});

export const assignmentQueries: Fields = {
  assignments: connection(() => assignmentPlan, {
    scope: 'assignments',
    order: byId('desc'),
    clauses: (args) =>
      when('status', (args as unknown as AssignmentsArgs).status, (row, v) => sql`${row.col('status')} = ${v}::text`),
  }),
};

export const assignmentPayloads = {
  assignmentMake: shape('AssignmentMakePayload', {
    assignment: given(() => assignmentPlan, 'assignment'),
    matter: given(() => matterPlan, 'matter'),
    position: position(),
  }),
};
