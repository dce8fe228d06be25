import { v7 as uuidv7 } from 'uuid';
import type { JobTx } from '../../platform/jobs/job.ts';
import { engine } from './engine/engine.ts';
import { findMatches } from './match-find.service.ts';
import { indexIssues } from './match-index.service.ts';
import { withdrawPairs } from './match-propose.service.ts';

export interface RebuildProgress {
  phase: 'INDEX' | 'FIND' | 'DONE';
  /** Each issue counts twice: indexed, searched. */
  done: number;
  total: number;
}

interface Rebuild extends RebuildProgress {
  id: string;
  engineVersion: string;
  afterId: string;
}

const first = '00000000-0000-0000-0000-000000000000';
const batchSize = 100;
const columns = `id, engine_version as "engineVersion", phase, after_id::text as "afterId", done, total`;

/** Begins to match everything anew; one that was begun with the same engine goes on where it stands. */
export async function startRebuild(tx: JobTx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(7305010)');
  await tx.query(`update matching.rebuild set phase = 'DONE' where phase <> 'DONE' and engine_version <> $1`, [
    engine.version,
  ]);
  await tx.query(
    `insert into matching.rebuild (id, engine_version, phase, after_id, done, total, started_at, changed_at)
      select $1, $2, 'INDEX', $3, 0, 2 * count(*), now(), now() from issue
      on conflict ((true)) where phase <> 'DONE' do nothing`,
    [uuidv7(), engine.version, first],
  );
}

/**
 * One batch and how far it has come, in one transaction: a process that dies leaves either both or neither. Null where
 * nothing is to be done, or another process is at it.
 */
export async function stepRebuild(tx: JobTx): Promise<RebuildProgress | null> {
  const [rebuild] = await tx.query<Rebuild>(
    `select ${columns} from matching.rebuild where phase <> 'DONE' and engine_version = $1 for update skip locked`,
    [engine.version],
  );
  if (!rebuild) return null;
  const ids = await nextIssues(tx, rebuild.afterId);
  if (rebuild.phase === 'INDEX') await indexIssues(tx, ids);
  else await findMatches(tx, ids, { withdraw: false });
  return keepProgress(tx, rebuild, ids);
}

async function nextIssues(tx: JobTx, afterId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from issue where id > $1 order by id limit $2', [
    afterId,
    batchSize,
  ]);
  return rows.map(({ id }) => id);
}

async function keepProgress(tx: JobTx, rebuild: Rebuild, ids: readonly string[]): Promise<RebuildProgress> {
  const isLast = ids.length < batchSize;
  const phase = isLast ? (rebuild.phase === 'INDEX' ? 'FIND' : 'DONE') : rebuild.phase;
  // Only now every pair has been looked at from both its sides.
  if (phase === 'DONE') await withdrawPairs(tx, null);
  const [progress] = await tx.query<RebuildProgress>(
    `update matching.rebuild set phase = $2, after_id = $3, done = done + $4, total = greatest(total, done + $4),
        changed_at = now() where id = $1 returning phase, done, total`,
    [rebuild.id, phase, isLast ? first : ids.at(-1)!, ids.length],
  );
  return progress!;
}

/** Whether everything was matched by the present engine, or still has to be. */
export async function isBehind(tx: JobTx): Promise<boolean> {
  const [last] = await tx.query<{ engineVersion: string; phase: string }>(
    `select engine_version as "engineVersion", phase from matching.rebuild order by started_at desc, id desc limit 1`,
  );
  return last?.engineVersion !== engine.version || last.phase !== 'DONE';
}
