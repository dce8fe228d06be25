import { localDate } from '../../platform/days.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';

type Asking = Pick<Tx, 'ask' | 'now' | 'pool'>;

/** From when until when something exists, as days. */
interface Lifetime {
  from: string;
  to: string | null;
}

/** Found rows of reference data are remembered for 2 s, as verified tokens are: nearly every act names some. */
const rememberedMs = 2000;

interface Memory {
  since: number;
  topics: Map<string, string>;
  areas: Map<string, Lifetime>;
  organizations: Map<string, Lifetime>;
}

const memories = new WeakMap<object, Memory>();

function memoryOf({ pool }: Asking): Memory {
  const now = performance.now();
  const known = memories.get(pool);
  if (known && now - known.since < rememberedMs) return known;
  const fresh = { since: now, topics: new Map(), areas: new Map(), organizations: new Map() };
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
  const [area] = await lifetimes(tx, 'areas', [uuid]);
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

/** Ids of bodies that exist today. */
export async function activeOrganizations(tx: Asking, ids: readonly string[], field: string): Promise<string[]> {
  const today = localDate(tx.now);
  return organizationsWhere(tx, ids, { field, holds: ({ to }) => to === null || to > today });
}

/** Ids of bodies, also of those that no longer exist. */
export async function knownOrganizations(tx: Asking, ids: readonly string[], field: string): Promise<string[]> {
  return organizationsWhere(tx, ids, { field, holds: () => true });
}

async function organizationsWhere(
  tx: Asking,
  ids: readonly string[],
  { field, holds }: { field: string; holds: (organization: Lifetime) => boolean },
): Promise<string[]> {
  const uuids = [...new Set(ids.map((id) => uuidOf(id, 'org', field)))];
  const found = (await lifetimes(tx, 'organizations', uuids)).filter(holds);
  if (found.length !== uuids.length) throw badInput(field, 'organization.unknown');
  return uuids;
}

const lifetimeText = (table: string): string =>
  `select coalesce(json_object_agg(id, json_build_object('from', valid_from, 'to', valid_to)), '{}')::text from ${table}
    where id = any($1::uuid[])`;
const lifetimeTexts = { areas: lifetimeText('area'), organizations: lifetimeText('organization') };

/** Of those that there are. */
async function lifetimes(tx: Asking, kind: 'areas' | 'organizations', ids: readonly string[]): Promise<Lifetime[]> {
  const known = memoryOf(tx)[kind];
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0) {
    const rows = JSON.parse((await tx.ask(lifetimeTexts[kind], [missing]))!) as Record<string, Lifetime>;
    for (const [id, lifetime] of Object.entries(rows)) known.set(id, lifetime);
  }
  return ids.map((id) => known.get(id)).filter((lifetime) => lifetime !== undefined);
}
