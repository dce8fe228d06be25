import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { openEpoch } from '../../server/platform/events/epoch.ts';
import { comparePositions, type LogPosition } from '../../server/platform/events/log-position.ts';
import { createTail, type Advance, type Tail, type TailOptions } from '../../server/platform/events/tail.ts';
import { createLog } from '../../server/platform/log.ts';
import { append, caughtUp, everyMember, keyOf, openTestLog, until, writeMuch, type TestLog } from '../support/log.ts';

let log: TestLog;
const tails = new Set<Tail>();

beforeAll(async () => {
  log = await openTestLog();
  await log.writer();
});
afterEach(async () => {
  await Promise.all([...tails].map((tail) => tail.stop()));
  tails.clear();
});
afterAll(() => log.close());

async function startTail(
  options: Partial<TailOptions> = {},
): Promise<{ tail: Tail; advances: Advance[]; seen: () => string[] }> {
  const tail = createTail({ pool: log.pool, log: createLog('silent'), pollMs: { min: 5, max: 20 }, ...options });
  const advances: Advance[] = [];
  tail.onAdvance((advance) => advances.push(advance));
  tails.add(tail);
  await tail.start();
  return { tail, advances, seen: () => advances.flatMap(({ entries }) => entries.map(keyOf)) };
}

const terminateTail = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and query like '%horizon%'`;

describe('the tail of the log', () => {
  it('cannot write, and does not start without a database', async () => {
    await expect(log.pool.query('delete from event')).rejects.toThrow('permission denied');
    const nowhere = new Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(createTail({ pool: nowhere, log: createLog('silent') }).start()).rejects.toThrow('ECONNREFUSED');
  });

  it('misses nothing and keeps the order with 8 writers and a long transaction', async () => {
    const { tail, advances, seen } = await startTail();
    const start = tail.position();
    await writeMuch(log, 1500, () => [everyMember]);
    await caughtUp(tail, log);
    const stored = await log.stored(start);
    expect(stored.length).toBeGreaterThan(100);
    expect(seen()).toEqual(stored);
    for (const [at, { position, entries }] of advances.entries()) {
      if (at > 0) expect(comparePositions(position, advances[at - 1]!.position)).toBeGreaterThan(0);
      for (const entry of entries) expect(comparePositions(entry, position)).toBeLessThanOrEqual(0);
    }
  });

  it('reads more than a slice at once, and whole entries', async () => {
    const { tail, advances, seen } = await startTail();
    const start = tail.position();
    const writer = await log.writer();
    const [here, topic] = [randomUUID(), randomUUID()];
    await writer.query(
      `insert into event (type, scope, organization_id, subject_kind, subject_id, topic_ids)
        select 'bulk', 'ISSUE', $1::uuid, 'Issue', $1::uuid, array[$2::uuid] from generate_series(1, 1200)`,
      [here, topic],
    );
    await append(writer, [here, everyMember]);
    await caughtUp(tail, log);
    expect(seen()).toEqual(await log.stored(start));
    const [first, last] = [
      advances.find(({ entries }) => entries.length > 0)!.entries[0]!,
      advances.flatMap(({ entries }) => entries).at(-1)!,
    ];
    expect(first).toMatchObject({
      type: 'bulk',
      organizationId: here,
      actorId: null,
      issueId: null,
      topicIds: [topic],
      areaIds: [],
      audience: [],
    });
    expect(first.at).toBeInstanceOf(Date);
    expect(last.audience.toSorted()).toEqual([here, everyMember].toSorted());
  });

  it('stands while a transaction with a number runs, and tells for how long; without one it never stalls', async () => {
    const { tail } = await startTail();
    const [slow, quick] = [await log.writer(), await log.writer()];
    await until(() => tail.stalledForMs() === 0);
    await slow.query('begin');
    const held = await append(slow, [everyMember]);
    const behind = await append(quick, [everyMember]);
    await until(() => tail.stalledForMs() > 50);
    expect(comparePositions(tail.position(), held)).toBeLessThan(0);
    await slow.query('commit');
    await until(() => comparePositions(tail.position(), behind) >= 0);
    await until(() => tail.stalledForMs() === 0);
  });

  it('moves on where nothing was for anybody', async () => {
    const { tail, advances } = await startTail();
    const { xid } = tail.position();
    await (await log.writer()).query('select pg_current_xact_id()');
    await until(() => BigInt(tail.position().xid) > BigInt(xid));
    expect(advances.every(({ entries }) => entries.length === 0)).toBe(true);
  });

  it('loses nothing when its connection is ended in the middle', async () => {
    const { tail, seen } = await startTail();
    const start = tail.position();
    const killer = await log.writer();
    const writing = writeMuch(log, 800, () => [everyMember]);
    for (let ended = 0; ended < 3; await delay(100)) ended += (await killer.query(terminateTail)).rowCount ?? 0;
    await writing;
    await caughtUp(tail, log);
    expect(seen()).toEqual(await log.stored(start));
  });

  it('goes back to where a crashed PostgreSQL gives numbers anew', async () => {
    const horizons = ['1000', '1000', '1005', '955', '960'];
    const asked: unknown[] = [];
    const client = {
      on: () => client,
      off: () => client,
      release: () => undefined,
      query: async ({ text, values }: { text: string; values?: unknown[] }) => {
        if (text.includes('last')) return { rows: [] };
        if (values) asked.push(values[0]);
        return { rows: [{ horizon: horizons.shift() ?? '960', held: false, xid: null }] };
      },
    };
    const pool = { on: () => pool, off: () => pool, connect: async () => client };
    const { tail, advances } = await startTail({ pool: pool as unknown as Pool });
    await until(() => asked.length > 4);
    expect(advances.map(({ position }) => position.xid)).toEqual(['1005', '955', '960']);
    expect(asked.slice(0, 5)).toEqual(['1000', '1000', '1005', '955', '960']);
    expect(tail.entriesAfter({ xid: '954', id: '0' })).toBeNull();
    expect([...tail.entriesAfter({ xid: '955', id: '0' })!]).toEqual([]);
  });

  it('waits for the poll that runs when it stops, and asks no more', async () => {
    const { tail } = await startTail();
    await tail.stop();
    const { xid } = tail.position();
    await append(await log.writer(), [everyMember]);
    await delay(60);
    expect(tail.position().xid).toBe(xid);
  });
});

describe('what the tail can tell again', () => {
  const [here, there] = [randomUUID(), randomUUID()];

  it('knows from memory an organization’s entries, each once, and no more than it keeps', async () => {
    const { tail } = await startTail({ keep: 20 });
    const start = tail.position();
    const writer = await log.writer();
    const places: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      const place = await append(writer, [[here], [there], [everyMember], [here, everyMember]][n % 4]!);
      if (n % 4 !== 1) places.push(keyOf(place));
    }
    await caughtUp(tail, log);
    expect([...tail.entriesAfter(start, here)!].map(keyOf)).toEqual(places);
    expect([...tail.entriesAfter(start)!].map(keyOf)).toEqual(await log.stored(start));
    const [xid, id] = places[2]!.split('/') as [string, string];
    expect([...tail.entriesAfter({ xid, id }, here)!].map(keyOf)).toEqual(places.slice(3));
    for (let n = 0; n < 40; n += 1) await append(writer, [there]);
    await caughtUp(tail, log);
    expect(tail.entriesAfter(start, here)).toBeNull();
    const all = await log.stored(start);
    const [lastXid, lastId] = all.at(-21)!.split('/') as [string, string];
    expect([...tail.entriesAfter({ xid: lastXid, id: lastId }, there)!].map(keyOf)).toEqual(all.slice(-20));
  });

  it('knows the last ones from before it was started, as far as it keeps them', async () => {
    const first = await startTail();
    const writer = await log.writer();
    for (let n = 0; n < 8; n += 1) await append(writer, n % 2 ? [here, everyMember] : [there]);
    await caughtUp(first.tail, log);
    const all = await log.stored({ xid: '0', id: '0' });
    const placeOf = (key: string): LogPosition => ({ xid: key.split('/')[0]!, id: key.split('/')[1]! });
    const { tail, seen } = await startTail({ keep: 6 });
    expect([...tail.entriesAfter(placeOf(all.at(-6)!))!].map(keyOf)).toEqual(all.slice(-5));
    expect([...tail.entriesAfter(placeOf(all.at(-6)!), here)!].length).toBe(3);
    expect(tail.entriesAfter(placeOf(all.at(-7)!))).toBeNull();
    await append(writer, [here]);
    await caughtUp(tail, log);
    expect(seen().length).toBe(1);
  });

  it('reads from the table an organization’s entries up to where it stands', async () => {
    const { tail } = await startTail();
    const start = tail.position();
    const [writer, slow] = [await log.writer(), await log.writer()];
    const mine: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      const place = await append(writer, [[there], [here], [everyMember, here]][n % 3]!);
      if (n % 3 > 0) mine.push(keyOf(place));
    }
    await caughtUp(tail, log);
    await slow.query('begin');
    await append(slow, [here]);
    await append(writer, [here]);
    const first = await tail.read(start, here, 5);
    expect(first.map(keyOf)).toEqual(mine.slice(0, 5));
    expect((await tail.read(first.at(-1)!, here, 5)).map(keyOf)).toEqual(mine.slice(5));
    expect(await tail.read(tail.position(), here, 5)).toEqual([]);
    await slow.query('rollback');
  });

  it('is not held up by those who catch up', async () => {
    const { tail } = await startTail();
    const start = tail.position();
    let done = 0;
    const reads = Array.from({ length: 2000 }, () => tail.read(start, here, 200).then(() => (done += 1)));
    const place = await append(await log.writer(), [everyMember]);
    await until(() => comparePositions(tail.position(), place) > 0);
    expect(done).toBeLessThan(reads.length / 2);
    await Promise.all(reads);
  });
});

describe('the epoch of the log', () => {
  it('is one for processes that start at once, and goes on as long as the log does', async () => {
    const clients = await Promise.all(Array.from({ length: 6 }, () => log.writer()));
    await clients[0]!.query('delete from log_epoch');
    const epochs = await Promise.all(clients.map((client) => openEpoch(client)));
    expect(new Set(epochs).size).toBe(1);
    expect(await openEpoch(clients[0]!)).toBe(epochs[0]);
  });

  it.each(['system_identifier = 1', 'timeline = timeline + 1'])('ends where %s', async (other) => {
    const client = await log.writer();
    const epoch = await openEpoch(client);
    await client.query(`update log_epoch set ${other} where epoch = $1`, [epoch]);
    const next = await openEpoch(client);
    expect(next).not.toBe(epoch);
    expect(await openEpoch(client)).toBe(next);
  });
});
