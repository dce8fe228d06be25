import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import { comparePositions, type LogPosition } from '../../server/platform/events/log-position.ts';
import type { LogEntry, Tail } from '../../server/platform/events/tail.ts';
import { migrations } from '../../migrations/index.ts';
import { startEmbedded } from '../../server/platform/db/embedded.ts';
import { migrate } from '../../server/platform/db/migrate.ts';
import { createLog } from '../../server/platform/log.ts';

export const everyMember = '00000000-0000-0000-0000-000000000000';

export interface TestLog {
  url: string;
  /** As the tail reads: role lt_log. */
  pool: Pool;
  /** Somebody who writes in transactions of their own; foreign keys are not checked. */
  writer(): Promise<Client>;
  /** All entries after a place, straight from the table. */
  stored(after: LogPosition): Promise<string[]>;
  close(): Promise<void>;
}

export const keyOf = ({ xid, id }: LogPosition): string => `${xid}/${id}`;

/** On a PostgreSQL of its own: a long transaction holds the logs of all databases of a cluster, those of other tests, too. */
export async function openTestLog(): Promise<TestLog> {
  const database = await startEmbedded({ dataDir: tmpdir(), log: createLog('silent'), ephemeral: true });
  await migrate(database.url, migrations);
  const pool = new Pool({ connectionString: database.url, max: 3, options: '-c role=lt_log' });
  const writers: Client[] = [];
  const writer = async (): Promise<Client> => {
    const client = new Client({ connectionString: database.url, options: '-c session_replication_role=replica' });
    await client.connect();
    writers.push(client);
    return client;
  };
  return {
    url: database.url,
    pool,
    writer,
    async stored(after) {
      const { rows } = await writers[0]!.query<LogPosition>(
        `select xid::text, id::text from event where (xid, id) > ($1::xid8, $2::bigint) order by event.xid, event.id`,
        [after.xid, after.id],
      );
      return rows.map(keyOf);
    },
    async close() {
      await Promise.all(writers.map((client) => client.end()));
      await pool.end();
      await database.stop();
    },
  };
}

/** One entry, inside whatever transaction the writer is in. */
export async function append(
  writer: Client,
  audience: readonly string[],
  type = 'issue.collected',
): Promise<LogPosition> {
  const { rows } = await writer.query<LogPosition>(
    `with made as (insert into event (type, scope, organization_id, subject_kind, subject_id)
        values ($1, 'ISSUE', $2, 'Issue', $2) returning xid, id),
      told as (insert into event_audience select a, xid, id from made, unnest($3::uuid[]) a)
      select xid::text, id::text from made`,
    [type, randomUUID(), audience],
  );
  return rows[0]!;
}

/** However slow the machine is, a writer makes as many. */
const fewest = 20;

/** Writers with transactions of 0 to 8 ms, every tenth rolled back, and one of them long, for `ms` or longer. */
export async function writeMuch(log: TestLog, ms: number, audience: () => readonly string[]): Promise<void> {
  const until = performance.now() + ms;
  const short = async (): Promise<void> => {
    const writer = await log.writer();
    for (let n = 1; n <= fewest || performance.now() < until; n += 1) {
      await writer.query('begin');
      await append(writer, audience());
      await delay(Math.random() * 8);
      await writer.query(n % 10 ? 'commit' : 'rollback');
    }
  };
  const long = async (): Promise<void> => {
    const writer = await log.writer();
    await writer.query('begin');
    await append(writer, audience(), 'first of the long transaction');
    await delay(ms * 0.7);
    await append(writer, audience(), 'last of the long transaction');
    await writer.query('commit');
  };
  await Promise.all([long(), ...Array.from({ length: 8 }, short)]);
}

/** Resolves once the tail has passed everything that is committed by now. */
export async function caughtUp(tail: Pick<Tail, 'position'>, log: TestLog): Promise<void> {
  const { rows } = await log.pool.query<LogPosition>(
    `select pg_current_snapshot()::text as id, pg_snapshot_xmax(pg_current_snapshot())::text as xid`,
  );
  await until(() => comparePositions(tail.position(), { xid: rows[0]!.xid, id: '0' }) >= 0);
}

/** Until no running transaction, of whatever database of the cluster, holds an event back from the log. */
export async function untilSettled(owner: Pick<Client, 'query'>): Promise<void> {
  const pending = 'select from event where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1';
  while ((await owner.query(pending)).rowCount) await delay(20);
}

/** The limit is for what never comes: a busy machine may take its time. */
export async function until(isTrue: () => boolean, limitMs = 60_000): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error(`Not within ${limitMs} ms`);
    await delay(5);
  }
}

export function entryAt(xid: number, audience: string[], type = 'issue.collected'): LogEntry {
  return {
    xid: String(xid),
    id: String(xid),
    type,
    at: new Date(0),
    organizationId: audience[0]!,
    actorId: null,
    issueId: null,
    matterId: null,
    subjectKind: 'Issue',
    subjectId: audience[0]!,
    topicIds: [],
    areaIds: [],
    audience,
  };
}
