import type { Client } from 'pg';
import type { Viewer } from '../../server/platform/auth/viewer.ts';
import { knownTo } from './examples.ts';
import type { Asker } from './measure.ts';

/** An office of the body and what it may ask for. */
export async function askerOf(owner: Client, code: string): Promise<Asker> {
  const { rows } = await owner.query<Pick<Viewer, 'organizationId' | 'actorId'>>(
    `select o.id as "organizationId", a.id as "actorId" from organization o cross join lateral
      (select id from actor where organization_id = o.id order by kind, id limit 1) a where o.code = $1`,
    [code],
  );
  const office: Pick<Viewer, 'kind' | 'roles' | 'expiresAt' | 'credential'> = {
    kind: 'APP',
    roles: new Set(['OFFICER']),
    expiresAt: null,
    credential: 'growth',
  };
  const viewer = { ...rows[0]!, ...office };
  return { viewer, known: await knownTo(owner, viewer.organizationId) };
}
