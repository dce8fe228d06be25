import { uuidOf } from '../../platform/graphql/node-id.ts';
import {
  column,
  connection,
  many,
  nodeId,
  one,
  openToMembers,
  plan,
  reference,
  value,
  when,
  type Clause,
  type Fields,
  type Plan,
  type Row,
} from '../../platform/read/plan.ts';
import { sql, type Sql } from '../../platform/read/sql.ts';
import { areaPlan } from '../areas/area.read.ts';
import type { OrganizationArgs, OrganizationType, OrganizationsArgs } from './organization.types.ts';

/** Days begin in Asia/Ho_Chi_Minh, whatever the database's time zone is. */
const isActive = (row: Row): Sql =>
  sql`(${row.col('valid_to')} is null or ${row.col('valid_to')} > (now() at time zone 'Asia/Ho_Chi_Minh')::date)`;

const related = (mine: string, other: string) => ({
  on: (row: Row, target: Row): Sql => sql`exists (select from organization_lineage l
    where l.${sql.id(mine)} = ${row.col('id')} and l.${sql.id(other)} = ${target.col('id')})`,
  order: (target: Row): Sql => sql`${target.col('code')}`,
});

export const organizationPlan: Plan & { fields: Fields } = plan<OrganizationType>(
  'Organization',
  openToMembers('organization'),
  {
    id: nodeId('org'),
    code: column('code'),
    name: column('name'),
    kind: column('kind'),
    area: reference(() => areaPlan, 'area_id'),
    parent: reference(() => organizationPlan, 'parent_id'),
    active: value(isActive),
    validFrom: column('valid_from'),
    validTo: column('valid_to'),
    predecessors: many(() => organizationPlan, related('to_id', 'from_id')),
    successors: many(() => organizationPlan, related('from_id', 'to_id')),
  },
);

export const organizationQueries: Fields = {
  organizations: connection(() => organizationPlan, {
    scope: 'organizations',
    order: { columns: [{ name: 'code', cast: 'text' }], direction: 'asc' },
    clauses: (args) => organizationClauses(args as unknown as OrganizationsArgs),
  }),
  organization: one(
    () => organizationPlan,
    () => sql`true`,
    (args) =>
      when('code', (args as unknown as OrganizationArgs).code, (row, code) => sql`${row.col('code')} = ${code}::text`),
  ),
};

function organizationClauses({ kinds, areaId, activeOnly }: OrganizationsArgs): Clause[] {
  return [
    ...when('kinds', kinds, (row, value) => sql`${row.col('kind')} = any(${value}::text[])`),
    ...when(
      'area',
      areaId === null || areaId === undefined ? null : uuidOf(areaId, 'area', 'areaId'),
      (row, value) => sql`${row.col('area_id')} = ${value}::uuid`,
    ),
    ...((activeOnly ?? true) ? [{ key: 'active', values: [], where: isActive }] : []),
  ];
}
