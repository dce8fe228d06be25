import type { Client } from 'pg';

/** Deadlock, lock timeout, serialization: somebody else was first, the same batch once more. */
const passing = new Set(['40001', '40P01', '55P03']);

export interface RebuildOptions {
  /** Objects per transaction: few, since writers wait for the locks of a batch. */
  batch?: number;
  onBatch?: (progress: Progress) => void | Promise<void>;
}

export interface Progress {
  name: RebuildName;
  /** Objects looked at by this run. */
  done: number;
  /** Rows that were not as they ought to be, of the whole rebuild, resumed ones included. */
  repaired: number;
}

interface Part {
  /** Ids of the next objects, after $1, at most $2. */
  page: string;
  /** What use cases lock before they change one of the objects $1, matters before issues, each in one order. */
  locks: readonly string[];
  /** How many rows of the objects $1 are not as they ought to be. */
  differences: string;
  /** One statement per body: what follows is told in the log as the owner's doing. */
  repair: string;
}

const lock = (ids: string): string =>
  `select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from (${ids} order by id) locked`;

const differing = (actual: string, wanted: string): string =>
  `select count(*)::int as count from ((${actual} except ${wanted}) union all (${wanted} except ${actual})) d`;

const insideOf = 'select issue_id as id from matter_issue where matter_id = any($1::uuid[])';

const parts = {
  matter_access: {
    page: 'select id from matter where id > $1::uuid order by id limit $2',
    locks: [lock('select unnest($1::uuid[]) as id'), lock(insideOf)],
    differences: differing(
      'select matter_id, organization_id, role from matter_access where matter_id = any($1::uuid[])',
      'select matter_id, organization_id, role from participant where matter_id = any($1::uuid[]) and until is null',
    ),
    repair: `select set_config('app.org', m.opened_by_id::text, true), refresh_matter(m.id) from matter m where m.id = any($1::uuid[])`,
  },
  issue_access: {
    page: 'select id from issue where id > $1::uuid order by id limit $2',
    locks: [lock('select unnest($1::uuid[]) as id')],
    differences: differing(
      'select * from issue_access where issue_id = any($1::uuid[])',
      'select * from wanted_access($1::uuid[])',
    ),
    repair: `select set_config('app.org', i.owner_id::text, true), refresh_issues(array[i.id]) from issue i where i.id = any($1::uuid[])`,
  },
} as const satisfies Record<string, Part>;

export type RebuildName = keyof typeof parts;

const first = '00000000-0000-0000-0000-000000000000';

/**
 * Brings the rows that say who may see what in step with what they are derived from. By batches, each a transaction of
 * its own that holds the locks of a use case, so that it may run beside the server; where a run was broken off, the next
 * one goes on after its last batch. What a body gains or loses by it is told in the log like any other change.
 */
export async function rebuildAccess(owner: Client, options: RebuildOptions = {}): Promise<Progress[]> {
  const finished: Progress[] = [];
  for (const name of Object.keys(parts) as RebuildName[]) finished.push(await rebuildPart(owner, name, options));
  return finished;
}

async function rebuildPart(owner: Client, name: RebuildName, options: RebuildOptions): Promise<Progress> {
  await owner.query(
    `insert into rebuild (name, after_id) values ($1, $2) on conflict (name) do update
      set after_id = excluded.after_id, repaired = 0, started_at = now(), finished_at = null where rebuild.finished_at is not null`,
    [name, first],
  );
  const progress: Progress = { name, done: 0, repaired: 0 };
  for (;;) {
    const batch = await patiently(() => inTransaction(owner, () => rebuildBatch(owner, name, options.batch ?? 100)));
    progress.done += batch.count;
    progress.repaired = batch.repaired;
    if (batch.count === 0) return progress;
    await options.onBatch?.({ ...progress });
  }
}

/** One batch and how far it has come, together or not at all. */
async function rebuildBatch(
  owner: Client,
  name: RebuildName,
  size: number,
): Promise<{ count: number; repaired: number }> {
  const { page, locks, differences, repair } = parts[name];
  await owner.query('set local role lt_access');
  const [place] = (
    await owner.query<{ after_id: string }>('select after_id from rebuild where name = $1 for update', [name])
  ).rows;
  const ids = (await owner.query<{ id: string }>(page, [place!.after_id, size])).rows.map((row) => row.id);
  for (const text of locks) await owner.query(text, [ids]);
  const wrong = (await owner.query<{ count: number }>(differences, [ids])).rows[0]!.count;
  if (wrong > 0) await owner.query(repair, [ids]);
  const { rows } = await owner.query<{ repaired: string }>(
    `update rebuild set after_id = $2, repaired = repaired + $3, finished_at = $4 where name = $1 returning repaired`,
    [name, ids.at(-1) ?? place!.after_id, wrong, ids.length === 0 ? new Date() : null],
  );
  return { count: ids.length, repaired: Number(rows[0]!.repaired) };
}

async function inTransaction<T>(owner: Client, work: () => Promise<T>): Promise<T> {
  await owner.query('begin');
  try {
    await owner.query(`set local lock_timeout = '3s'`);
    const result = await work();
    await owner.query('commit');
    return result;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function patiently<T>(work: () => Promise<T>, attempts = 10): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !passing.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}
