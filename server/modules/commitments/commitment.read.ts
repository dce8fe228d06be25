import { uuidOf } from '../../platform/graphql/node-id.ts';
import {
  byId,
  column,
  computed,
  connection,
  given,
  instant,
  nodeId,
  plan,
  reference,
  shape,
  visibleRows,
  when,
  whenAny,
  type Clause,
  type Fields,
  type Plan,
} from '../../platform/read/plan.ts';
import { found, sql, viewerOrganization } from '../../platform/read/sql.ts';
import { position } from '../issues/issue.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import type { CommitmentFilter, CommitmentsArgs } from './commitment.inputs.ts';
import { allowedCommitmentActions, type CommitmentFacts } from './commitment.policy.ts';
import type { CommitmentType } from './commitment.types.ts';

const visibleCommitments = visibleRows('commitment', {
  where: sql`(t.organization_id = ${viewerOrganization} or ${found(sql`select from matter_access a
    where a.matter_id = t.matter_id and a.organization_id = ${viewerOrganization}`)})`,
});

export const commitmentPlan: Plan & { fields: Fields } = plan<CommitmentType>('Commitment', visibleCommitments, {
  id: nodeId('commitment'),
  organization: reference(() => organizationPlan, 'organization_id'),
  promise: column('promise'),
  dueOn: column('due_on'),
  status: column('status'),
  passedAt: instant('passed_at'),
  settledNote: column('settled_note'),
  settledAt: instant('settled_at'),
  madeAt: instant('made_at'),
  allowedActions: computed(
    (row) => ({ isOwn: sql`${row.col('organization_id')} = ${viewerOrganization}`, status: row.col('status') }),
    (facts, { viewer }) => allowedCommitmentActions(viewer, facts as unknown as CommitmentFacts),
  ),
  version: column('version'),
});

export const commitmentQueries: Fields = {
  commitments: connection(() => commitmentPlan, {
    scope: 'commitments',
    order: byId('desc'),
    clauses: (args) => clauses((args as unknown as CommitmentsArgs).filter ?? ({} as CommitmentFilter)),
  }),
};

const clauses = (filter: CommitmentFilter): Clause[] => [
  ...whenAny('statuses', filter.statuses, 'status', 'text'),
  ...whenAny(
    'organizations',
    filter.organizationIds?.map((id) => uuidOf(id, 'org', 'filter.organizationIds')),
    'organization_id',
    'uuid',
  ),
  ...when('passed', filter.passed, (row, v) => sql`(${row.col('passed_at')} is not null) = ${v}::boolean`),
  ...when('from', filter.dueFrom, (row, v) => sql`${row.col('due_on')} >= ${v}::date`),
  ...when('to', filter.dueTo, (row, v) => sql`${row.col('due_on')} <= ${v}::date`),
];

export const commitmentPayloads = {
  commitmentSettle: shape('CommitmentSettlePayload', {
    commitment: given(() => commitmentPlan, 'commitment'),
    position: position(),
  }),
};
