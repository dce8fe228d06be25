import { setTimeout as delay } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Log } from '../log.ts';
import { comparePositions, type LogPosition } from './log-position.ts';
import { createRecent, everyMemberId, placeOf } from './recent.ts';

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
  /** Offices that have it in their inbox. */
  notified: string[];
}

/** What the tail has newly seen: entries in order, and how far it has read. A position before the last one: see `Tail`. */
export interface Advance {
  entries: readonly LogEntry[];
  position: LogPosition;
}

/**
 * One reader of the log per process: strictly after its position, strictly below the oldest running transaction. After
 * a crash of PostgreSQL transaction numbers that left no durable trace are given anew: then the tail goes back, too.
 */
export interface Tail {
  /** Rejects where the database cannot be reached; later on it is tried again. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Everything up to here has been seen. */
  position(): LogPosition;
  /** Entries after a position, of all or of one organization, from memory; null where it does not reach back so far. */
  entriesAfter(position: LogPosition, organizationId?: string): Iterable<LogEntry> | null;
  /** An organization's entries after a position, from the table, never beyond `position()`, without their audience. */
  read(after: LogPosition, organizationId: string, limit: number): Promise<LogEntry[]>;
  onAdvance(listener: (advance: Advance) => void): () => void;
  /** How long the oldest running transaction has held the log back, in ms; 0 while none does. */
  stalledForMs(): number;
}

export interface TailOptions {
  /** Its connections run as the role that reads the whole thin log; the tail keeps one, so it has two or more. */
  pool: Pool;
  log: Log;
  /** In milliseconds; `performance.now` unless given. */
  clock?: () => number;
  pollMs?: { min: number; max: number };
  /** How many entries stay in memory, shared by all subscribers. */
  keep?: number;
}

const slice = 500;
/** After a restart all clients come back at once, each from a cursor of its own: few of them then need the table. */
const keptAtStart = 2000;
const queryTimeoutMs = 10_000;
const maxPauseMs = 1000;
const longStallMs = 5000;

const columns = `e.xid::text as xid, e.id::text as id, e.type, e.at, e.organization_id as "organizationId",
  e.actor_id as "actorId", e.issue_id as "issueId", e.matter_id as "matterId", e.subject_kind as "subjectKind",
  e.subject_id as "subjectId", e.topic_ids as "topicIds", e.area_ids as "areaIds",
  (select coalesce(array_agg(n.actor_id), '{}') from notification n where (n.xid, n.event_id) = (e.xid, e.id)) as notified`;

const entryColumns = `${columns}, e.xid as place, e.id as rank,
  (select coalesce(array_agg(a.organization_id), '{}') from event_audience a where (a.xid, a.id) = (e.xid, e.id)) as audience`;

const newEntries = {
  name: 'log-tail',
  query_timeout: queryTimeoutMs,
  text: `with horizon as materialized (select pg_snapshot_xmin(s) as xmin, pg_snapshot_xmax(s) as xmax from pg_current_snapshot() s)
    select h.xmin::text as horizon, h.xmin < h.xmax as held, n.* from horizon h left join lateral (select ${entryColumns}
      from event e where (e.xid, e.id) > ($1::xid8, $2::bigint) and e.xid < h.xmin order by e.xid, e.id limit ${slice}) n on true
    order by n.place, n.rank`,
};

const horizonOnly = { text: 'select pg_snapshot_xmin(pg_current_snapshot())::text as horizon' };

const lastEntries = {
  query_timeout: queryTimeoutMs,
  text: `select * from (select ${entryColumns} from event e where e.xid < $1::xid8 order by e.xid desc, e.id desc limit $2) last
    order by place, rank`,
};

/** Each part along its index: one sort over both would read everything that lies behind. */
const partOf = (organization: string): string => `(select a.xid, a.id from event_audience a
  where a.organization_id = ${organization} and (a.xid, a.id) > ($2::xid8, $3::bigint)
    and (a.xid, a.id) <= ($4::xid8, $5::bigint) order by a.xid, a.id limit $6)`;

const ofOrganization = {
  name: 'log-catch-up',
  query_timeout: queryTimeoutMs,
  text: `select ${columns}, '{}'::uuid[] as audience
    from (${partOf('$1::uuid')} union ${partOf(`'${everyMemberId}'::uuid`)} order by xid, id limit $6) page
    join event e on (page.xid, page.id) = (e.xid, e.id) order by e.xid, e.id`,
};

type Row = LogEntry & { horizon: string; held: boolean };

export function createTail(options: TailOptions): Tail {
  const { pool, log, clock = () => performance.now(), pollMs = { min: 50, max: 250 }, keep = 10_000 } = options;
  const stopping = new AbortController();
  const connection = createConnection(pool);
  const progress = createProgress(keep, log);
  const stall = createStall(log, clock);
  let running: Promise<void> = Promise.resolve();
  const logLost = (error: Error): void => log.warn({ err: error }, 'a connection to the log was lost');

  const poll = async (): Promise<number> => {
    const { xid, id } = progress.position();
    const rows = await connection.query<Row>({ ...newEntries, values: [xid, id] });
    const { horizon, held } = rows[0]!;
    stall.note(horizon, held);
    const entries = rows.filter((row) => row.xid !== null);
    progress.advance(entries, entries.length === slice ? placeOf(entries.at(-1)!) : { xid: horizon, id: '0' });
    return entries.length;
  };

  return {
    async start() {
      pool.on('error', logLost);
      const [row] = await connection.query<Row>(horizonOnly);
      const { horizon } = row!;
      const before = await connection.query<Row>({ ...lastEntries, values: [horizon, Math.min(keep, keptAtStart)] });
      progress.startAt({ xid: horizon, id: '0' }, before);
      running = keepPolling(poll, { pollMs, log, signal: stopping.signal });
    },
    async stop() {
      stopping.abort();
      await running;
      connection.release();
      pool.off('error', logLost);
    },
    position: progress.position,
    entriesAfter: progress.entriesAfter,
    async read(after, organizationId, limit) {
      const upTo = progress.position();
      const values = [organizationId, after.xid, after.id, upTo.xid, upTo.id, limit];
      return (await pool.query<LogEntry>({ ...ofOrganization, values })).rows;
    },
    onAdvance: progress.onAdvance,
    stalledForMs: stall.forMs,
  };
}

/** How far the tail has come, and what it remembers of the way. */
function createProgress(
  keep: number,
  log: Log,
): Pick<Tail, 'position' | 'entriesAfter' | 'onAdvance'> & {
  /** `before`: the last entries before it, as far as they are known. */
  startAt(position: LogPosition, before?: LogEntry[]): void;
  advance(entries: LogEntry[], reached: LogPosition): void;
} {
  const listeners = new Set<(advance: Advance) => void>();
  const recent = createRecent<LogEntry>(keep);
  let position: LogPosition = { xid: '0', id: '0' };
  const startAt = (start: LogPosition, [oldest, ...before]: LogEntry[] = []): void => {
    position = start;
    recent.restart(oldest ? placeOf(oldest) : start);
    recent.add(before);
  };
  return {
    startAt,
    advance(entries, reached) {
      const order = comparePositions(reached, position);
      if (order === 0) return;
      if (order < 0) {
        log.warn({ position: reached.xid }, 'PostgreSQL has come back from a crash; the log is read again from there');
        startAt(reached);
      }
      position = reached;
      recent.add(entries);
      for (const listener of listeners) listener({ entries, position });
    },
    position: () => position,
    entriesAfter: (after, organizationId) => recent.after(after, organizationId),
    onAdvance(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Sooner after something new, slower while nothing comes; a failure is told once, and when it is over. */
async function keepPolling(
  poll: () => Promise<number>,
  { pollMs, log, signal }: { pollMs: { min: number; max: number }; log: Log; signal: AbortSignal },
): Promise<void> {
  let pause = pollMs.min;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const found = await poll();
      if (failures > 0) log.info({ attempts: failures }, 'the log is read again');
      failures = 0;
      pause = found > 0 ? pollMs.min : Math.min(pollMs.max, pause * 1.3);
      if (found === slice) continue;
    } catch (error) {
      failures += 1;
      if (failures === 1) log.warn({ err: error }, 'the log could not be read; trying again');
      pause = Math.min(maxPauseMs, pause * 2);
    }
    await delay(pause, undefined, { signal }).catch(() => undefined);
  }
}

interface Statement {
  text: string;
  name?: string;
  values?: unknown[];
  query_timeout?: number;
}

/** One connection of the pool, kept: a hundred streams that catch up must not hold up the tail. A lost one is replaced. */
function createConnection(pool: Pool): { query<R>(statement: Statement): Promise<R[]>; release(): void } {
  let client: PoolClient | null = null;
  // The query that finds its connection lost reports it.
  const onLost = (): void => undefined;
  const release = (broken: boolean): void => {
    client?.off('error', onLost);
    client?.release(broken);
    client = null;
  };
  return {
    async query<R>(statement: Statement): Promise<R[]> {
      client ??= (await pool.connect()).on('error', onLost);
      try {
        return (await client.query(statement)).rows as R[];
      } catch (error) {
        release(true);
        throw error;
      }
    },
    release: () => release(false),
  };
}

/** The horizon stands still also where nothing is written: that is no stall. */
function createStall(log: Log, clock: () => number): { note(horizon: string, held: boolean): void; forMs(): number } {
  let heldBy: string | null = null;
  let since = 0;
  let told = false;
  const forMs = (): number => (heldBy === null ? 0 : clock() - since);
  return {
    note(horizon, held) {
      if (!held || horizon !== heldBy) {
        heldBy = held ? horizon : null;
        since = clock();
        told = false;
      } else if (!told && forMs() > longStallMs) {
        told = true;
        log.warn({ lagMs: Math.round(forMs()) }, 'a running transaction holds the log back');
      }
    },
    forMs,
  };
}
