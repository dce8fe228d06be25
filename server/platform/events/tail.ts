import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Log } from '../log.ts';
import { comparePositions, type LogPosition } from './log-position.ts';

/** A line of the log, as the tail reads it: ids only. */
export interface LogEntry extends LogPosition {
  type: string;
  at: Date;
  organizationId: string;
  actorId: string | null;
  issueId: string | null;
  matterId: string | null;
  subjectKind: string;
  subjectId: string;
  topicIds: string[];
  areaIds: string[];
  /** Organizations that may know of it; the zero UUID stands for every member body. */
  audience: string[];
}

/** What the tail has newly seen: entries in order, and how far it has read. */
export interface Advance {
  entries: readonly LogEntry[];
  position: LogPosition;
}

export interface Tail {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Everything up to here has been seen. */
  position(): LogPosition;
  /** Entries after a position, from memory; null where memory does not reach back so far. */
  entriesAfter(position: LogPosition): readonly LogEntry[] | null;
  /** An organization's entries after a position, from the table, never beyond `position()`. */
  read(after: LogPosition, organizationId: string, limit: number): Promise<LogEntry[]>;
  onAdvance(listener: (advance: Advance) => void): () => void;
  /** How long a running transaction has held the log back, in ms; 0 while none does. */
  stalledForMs(): number;
}

export interface TailOptions {
  /** Its connections run as the role that reads the whole thin log. */
  pool: Pool;
  log: Log;
  pollMs?: { min: number; max: number };
  /** How many entries stay in memory, shared by all subscribers. */
  keep?: number;
}

const slice = 500;
export const everyMemberId = '00000000-0000-0000-0000-000000000000';

const columns = `e.xid::text as xid, e.id::text as id, e.type, e.at, e.organization_id as "organizationId",
  e.actor_id as "actorId", e.issue_id as "issueId", e.matter_id as "matterId", e.subject_kind as "subjectKind",
  e.subject_id as "subjectId", e.topic_ids as "topicIds", e.area_ids as "areaIds"`;

const newEntries = {
  name: 'log-tail',
  text: `with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as xmin)
    select h.xmin::text as horizon, n.* from horizon h left join lateral (select ${columns},
      (select coalesce(array_agg(a.organization_id), '{}') from event_audience a where (a.xid, a.id) = (e.xid, e.id)) as audience
      from event e where (e.xid, e.id) > ($1::xid8, $2::bigint) and e.xid < h.xmin order by e.xid, e.id limit ${slice}) n on true`,
};

const ofOrganization = {
  name: 'log-catch-up',
  text: `select ${columns}, '{}'::uuid[] as audience from event e
    join (select distinct a.xid, a.id from event_audience a where a.organization_id = any($1::uuid[])
      and (a.xid, a.id) > ($2::xid8, $3::bigint) and (a.xid, a.id) <= ($4::xid8, $5::bigint)
      order by a.xid, a.id limit $6) page on (page.xid, page.id) = (e.xid, e.id) order by e.xid, e.id`,
};

/** One reader of the log per process: strictly after its position, strictly below the oldest running transaction. */
export function createTail({ pool, log, pollMs = { min: 50, max: 250 }, keep = 10_000 }: TailOptions): Tail {
  const listeners = new Set<(advance: Advance) => void>();
  const stopping = new AbortController();
  let position: LogPosition = { xid: '0', id: '0' };
  let memory: LogEntry[] = [];
  let memoryStart: LogPosition = position;
  let horizonSince = performance.now();
  let running: Promise<void> = Promise.resolve();

  const remember = (entries: readonly LogEntry[]): void => {
    memory.push(...entries);
    if (memory.length <= keep * 1.5) return;
    const { xid, id } = memory[memory.length - keep - 1]!;
    memoryStart = { xid, id };
    memory = memory.slice(-keep);
  };

  const poll = async (): Promise<number> => {
    const { rows } = await pool.query<LogEntry & { horizon: string }>({ ...newEntries, values: [position.xid, position.id] });
    const entries: LogEntry[] = rows.filter((row) => row.xid !== null);
    const reached = entries.length === slice ? entries.at(-1)! : { xid: rows[0]!.horizon, id: '0' };
    if (comparePositions(reached, position) > 0) {
      position = { xid: reached.xid, id: reached.id };
      horizonSince = performance.now();
      remember(entries);
      for (const listener of listeners) listener({ entries, position });
    }
    return entries.length;
  };

  const run = async (): Promise<void> => {
    let pause = pollMs.min;
    while (!stopping.signal.aborted) {
      try {
        const found = await poll();
        pause = found > 0 ? pollMs.min : Math.min(pollMs.max, pause * 1.3);
        if (found === slice) continue;
      } catch (error) {
        log.warn({ err: error }, 'the log could not be read; trying again');
        pause = Math.min(1000, pause * 2);
      }
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  return {
    async start() {
      const { rows } = await pool.query<{ xid: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as xid');
      position = { xid: rows[0]!.xid, id: '0' };
      memoryStart = position;
      running = run();
    },
    async stop() {
      stopping.abort();
      await running;
    },
    position: () => position,
    entriesAfter(after) {
      if (comparePositions(after, memoryStart) < 0) return null;
      return memory.slice(firstAfter(memory, after));
    },
    async read(after, organizationId, limit) {
      const upTo = position;
      const values = [[organizationId, everyMemberId], after.xid, after.id, upTo.xid, upTo.id, limit];
      return (await pool.query<LogEntry>({ ...ofOrganization, values })).rows;
    },
    onAdvance(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stalledForMs: () => (performance.now() - horizonSince > pollMs.max * 4 ? performance.now() - horizonSince : 0),
  };
}

/** Index of the first entry after a position, by halving. */
function firstAfter(entries: readonly LogEntry[], after: LogPosition): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePositions(entries[middle]!, after) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
