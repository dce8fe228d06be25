import {
  column,
  embedded,
  givenValue,
  nodeId,
  one,
  reference,
  shape,
  value,
  visibleRows,
  type FieldPlan,
  type Fields,
  type Plan,
  type Row,
  type Shape,
} from '../../platform/read/plan.ts';
import { literal, sql, viewerActor, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import type { AppType, SessionCreatePayload, StaffType, ViewerType } from './staff.types.ts';

const rows = visibleRows('actor', { where: sql`t.organization_id = ${viewerOrganization}` });

const staffFields = shape<StaffType>('Staff', {
  id: nodeId('staff'),
  name: column('name'),
  organization: reference(() => organizationPlan, 'organization_id'),
  roles: column('roles'),
}).fields;

const appFields = shape<AppType>('App', {
  id: nodeId('app'),
  name: column('name'),
  organization: reference(() => organizationPlan, 'organization_id'),
}).fields;

const typeOfKind = (kind: Sql): Sql => sql`case ${kind} when 'STAFF' then 'Staff' else 'App' end`;

/** The offices and apps of the viewer's own organization. */
export const actorPlan: Plan = {
  typeName: 'Actor',
  rows,
  discriminate: (row) => typeOfKind(row.col('kind')),
  members: { Staff: staffFields, App: appFields },
};

/** One plan per node type: an id says which. */
const ofKind = (kind: 'STAFF' | 'APP'): Plan => ({
  typeName: kind === 'STAFF' ? 'Staff' : 'App',
  fields: kind === 'STAFF' ? staffFields : appFields,
  rows: visibleRows('actor', { where: sql`t.organization_id = ${viewerOrganization} and t.kind = ${literal(kind)}` }),
});
export const staffPlan = ofKind('STAFF');
export const appPlan = ofKind('APP');

/**
 * The author that a row names by columns: its own organization reads the office, all others only for which body it
 * spoke (no person of one body is tracked by another).
 */
export function authorShape(columns: { id: string; kind: string; organization: string }): Shape {
  const isOwn = (row: Row): Sql => sql`${row.col(columns.organization)} = ${viewerOrganization}`;
  const ofActor = (row: Row, name: string): Sql =>
    sql`(select a.${sql.id(name)} from actor a where a.id = ${row.col(columns.id)} and ${isOwn(row)})`;
  // One id for all of a body's offices: nobody else can tell which remarks are of the same person.
  const id = (prefix: string): FieldPlan =>
    value(
      (row) =>
        sql`${literal(`${prefix}_`)} || case when ${isOwn(row)} then ${row.col(columns.id)} else ${row.col(columns.organization)} end`,
    );
  const name = value(
    (row) => sql`coalesce(${ofActor(row, 'name')},
    (select o.name from organization o where o.id = ${row.col(columns.organization)}))`,
  );
  const organization = reference(() => organizationPlan, columns.organization);
  return {
    typeName: 'Actor',
    discriminate: (row) => typeOfKind(row.col(columns.kind)),
    members: {
      Staff: {
        id: id('staff'),
        name,
        organization,
        roles: value((row) => sql`coalesce(${ofActor(row, 'roles')}, '{}')`),
      },
      App: { id: id('app'), name, organization },
    },
  };
}

export const viewerShape = shape<ViewerType>('Viewer', {
  actor: one(
    () => actorPlan,
    (_, actor) => sql`${actor.col('id')} = ${viewerActor}`,
  ),
  organization: one(
    () => organizationPlan,
    (_, organization) => sql`${organization.col('id')} = ${viewerOrganization}`,
  ),
  roles: value(
    () => sql`(select a.roles from actor a where a.id = ${viewerActor} and a.organization_id = ${viewerOrganization})`,
  ),
});

export const staffQueries: Fields = { viewer: embedded(() => viewerShape) };

export const sessionCreatePayload = shape<SessionCreatePayload>('SessionCreatePayload', {
  token: value(() => sql`${givenValue('token')}::text`),
  expiresAt: value(() => sql`${givenValue('expiresAt')}::text`),
  viewer: embedded(() => viewerShape),
});

export const sessionEndPayload = shape('SessionEndPayload', { ended: value(() => sql.raw('true')) });
