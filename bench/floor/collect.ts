import type { Pool } from 'pg';
import type { Body } from '../support/bodies.ts';
import { m1 } from './statements.ts';

const uuid = (id: string): string => id.slice(id.indexOf('_') + 1);

/** The input of `issueCollect` as values of the floor's statement. */
export function collectValues({ organizationId, actorId }: Body, input: Record<string, unknown>): unknown[] {
  const { kind, title, description, topicCode, areaId, place, channel, visibility, shareWithIds } = input;
  const shares = ((shareWithIds ?? []) as string[]).map(uuid);
  return [
    organizationId,
    actorId,
    kind,
    title,
    description,
    topicCode,
    uuid(areaId as string),
    place,
    channel,
    visibility,
    shares,
  ];
}

/** Collects by the floor's statement: for whoever has no writing of its own, and for what live streams are told of. */
export async function collect(pool: Pick<Pool, 'query'>, body: Body, input: Record<string, unknown>): Promise<string> {
  const { rows } = await pool.query<{ body: string }>({ name: 'm1', text: m1, values: collectValues(body, input) });
  const made = JSON.parse(rows[0]!.body) as { data: { issueCollect: { issue: { id: string } } } };
  return uuid(made.data.issueCollect.issue.id);
}
