import { localDate } from '../../platform/days.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';

type Asking = Pick<Tx, 'ask' | 'pool'>;

/** From when until when an area exists, as days. */
interface Lifetime {
  from: string;
  to: string | null;
}

/** Topics and areas change with a release of the data; those found are remembered for 2 s, as verified tokens are. */
const rememberedMs = 2000;

interface Memory {
  since: number;
  topics: Map<string, string>;
  areas: Map<string, Lifetime>;
}

const memories = new WeakMap<object, Memory>();

function memoryOf({ pool }: Asking): Memory {
  const now = performance.now();
  const known = memories.get(pool);
  if (known && now - known.since < rememberedMs) return known;
  const fresh = { since: now, topics: new Map(), areas: new Map() };
  memories.set(pool, fresh);
  return fresh;
}

/** Rows of reference data that inputs name: BAD_INPUT naming the argument where there are none. */
export async function topicByCode(tx: Asking, code: string, field: string): Promise<string> {
  const { topics } = memoryOf(tx);
  const id = topics.get(code) ?? (await tx.ask('select id::text from topic where code = $1', [code]));
  if (id === null) throw badInput(field, 'topic.unknown');
  topics.set(code, id);
  return id;
}

/** An area that existed on the day; of one that did not, the error names its successors. */
export async function areaOn(tx: Asking, id: string, day: string, field: string): Promise<string> {
  const uuid = uuidOf(id, 'area', field);
  const area = await lifetimeOf(tx, uuid);
  if (!area) throw badInput(field, 'area.unknown');
  if (area.from <= day && (area.to === null || day < area.to)) return uuid;
  const successors = await tx.ask(
    `select coalesce(json_agg(a.code order by a.code), '[]')::text from area_lineage l join area a on a.id = l.to_id
      where l.from_id = $1`,
    [uuid],
  );
  throw new AppError('BAD_INPUT', {
    field,
    messageKey: 'area.notThen',
    params: { day },
    extensions: { successorCodes: JSON.parse(successors!) as string[] },
  });
}

async function lifetimeOf(tx: Asking, area: string): Promise<Lifetime | null> {
  const { areas } = memoryOf(tx);
  const known = areas.get(area);
  if (known) return known;
  const text = `select json_build_object('from', valid_from, 'to', valid_to)::text from area where id = $1`;
  const row = await tx.ask(text, [area]);
  if (row === null) return null;
  const lifetime = JSON.parse(row) as Lifetime;
  areas.set(area, lifetime);
  return lifetime;
}

/** Ids of bodies that exist today. */
export function activeOrganizations(tx: Tx, ids: readonly string[], field: string): Promise<string[]> {
  const condition = 'and (valid_to is null or valid_to > $3::date)';
  return organizationsWhere(tx, ids, { field, condition, values: [localDate(tx.now)] });
}

/** Ids of bodies, also of those that no longer exist. */
export const knownOrganizations = (tx: Tx, ids: readonly string[], field: string): Promise<string[]> =>
  organizationsWhere(tx, ids, { field, condition: '', values: [] });

async function organizationsWhere(
  tx: Tx,
  ids: readonly string[],
  { field, condition, values }: { field: string; condition: string; values: string[] },
): Promise<string[]> {
  const uuids = [...new Set(ids.map((id) => uuidOf(id, 'org', field)))];
  tx.expect(
    `select count(*) = $2 from organization where id = any($1::uuid[]) ${condition}`,
    [uuids, uuids.length, ...values],
    () => badInput(field, 'organization.unknown'),
  );
  return uuids;
}
