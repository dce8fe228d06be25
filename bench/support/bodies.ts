import type { Pool } from 'pg';

export interface Body {
  organizationId: string;
  actorId: string;
}

/** Floor and peers know every token from the start: signing in costs them nothing. */
export async function loadBodies(pool: Pick<Pool, 'query'>): Promise<Map<string, Body>> {
  const { rows } = await pool.query<Body & { key: string }>(
    `select key, organization_id as "organizationId", actor_id as "actorId" from bench.body`,
  );
  return new Map(rows.map(({ key, ...body }) => [key, body]));
}
