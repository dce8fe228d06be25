import { getEventListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { LogPosition } from '../../server/platform/events/log-position.ts';
import { createTail, type LogEntry } from '../../server/platform/events/tail.ts';
import { createLog } from '../../server/platform/log.ts';
import { closeFanouts, collect, fakeTail, fanoutOf, here, subscription, there } from '../support/fanout.ts';
import { append, caughtUp, entryAt, everyMember, keyOf, openTestLog, until, writeMuch } from '../support/log.ts';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc') as () => void;
afterEach(closeFanouts);

const isPending = async (promise: Promise<unknown>): Promise<boolean> =>
  (await Promise.race([
    promise.then(
      () => 'settled',
      () => 'settled',
    ),
    delay(30, 'pending'),
  ])) === 'pending';

/** Within a few turns of the event loop, however long a busy machine takes for them. */
async function settlesAtOnce<T>(promise: Promise<T>): Promise<T> {
  const turns = async (): Promise<never> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    throw new Error('not at once');
  };
  return Promise.race([promise, turns()]);
}

describe('a stream', () => {
  it('never gets what is for other organizations', async () => {
    const tail = fakeTail();
    const values = collect(fanoutOf(tail).subscribe(subscription()));
    tail.push(entryAt(1000, [there]), entryAt(1001, [here]), entryAt(1002, [there]));
    tail.push(entryAt(1003, [there]));
    tail.push(entryAt(1004, [everyMember]), entryAt(1005, [here, everyMember]));
    await until(() => values.length === 3);
    await delay(20);
    expect(values).toEqual(['1001', '1004', '1005']);
  });

  it('leaves out what does not match, and what is not visible any more', async () => {
    const tail = fakeTail();
    const values = collect(
      fanoutOf(tail).subscribe(
        subscription({
          matches: ({ type }) => type !== 'unwanted',
          render: async (_, entry) => (entry!.type === 'hidden' ? undefined : entry!.xid),
        }),
      ),
    );
    const types = ['hidden', 'unwanted', 'fine', 'hidden', 'fine', 'hidden'];
    tail.push(...types.map((type, n) => entryAt(1000 + n, [here], type)));
    tail.push(entryAt(1010, [here], 'fine'));
    await until(() => values.length === 3);
    expect(values).toEqual(['1002', '1004', '1010']);
  });

  it('ends with the failure of a rendering, which the next to ask does not inherit', async () => {
    const tail = fakeTail();
    const fanout = fanoutOf(tail);
    const after = tail.position();
    let isDown = true;
    const parts = {
      after,
      group: 'one',
      render: async () => {
        if (isDown) throw new Error('the database is gone');
        return 'seen';
      },
    };
    tail.push(entryAt(1000, [here]));
    const stream = fanout.subscribe(subscription(parts));
    await expect(stream.next()).rejects.toThrow('the database is gone');
    expect(await stream.next()).toEqual({ done: true, value: undefined });
    expect(fanout.size()).toBe(0);
    isDown = false;
    expect((await fanout.subscribe(subscription(parts)).next()).value).toBe('seen');
  });

  it('ends with the failure of its filter, and spares the others', async () => {
    const tail = fakeTail();
    const fanout = fanoutOf(tail);
    const matches = (): boolean => {
      throw new Error('no such filter');
    };
    const broken = fanout.subscribe(subscription({ matches })).next();
    const values = collect(fanout.subscribe(subscription()));
    tail.push(entryAt(1000, [here]));
    await expect(broken).rejects.toThrow('no such filter');
    await until(() => values.length === 1);
  });

  it('replays from table and memory and goes on live, without gap or double', async () => {
    const tail = fakeTail(50);
    const start = tail.position();
    for (let n = 0; n < 600; n += 1) tail.push(entryAt(1000 + n, [n % 3 ? here : there]));
    const values = collect(fanoutOf(tail, { readBatch: 40 }).subscribe(subscription({ after: start })));
    await until(() => values.length > 100);
    for (let n = 600; n < 900; n += 1) tail.push(entryAt(1000 + n, [n % 3 ? here : there]));
    await until(() => values.length >= 600);
    await delay(20);
    expect(values).toEqual(
      Array.from({ length: 900 }, (_, n) => n)
        .filter((n) => n % 3)
        .map((n) => String(1000 + n)),
    );
    expect(tail.reads).toBeLessThan(20);
  });

  it('shares the pages of those who resume from the same place', async () => {
    const tail = fakeTail(50);
    const start = tail.position();
    for (let n = 0; n < 400; n += 1) tail.push(entryAt(1000 + n, [here]));
    const fanout = fanoutOf(tail, { readBatch: 100 });
    const streams = Array.from({ length: 50 }, () => collect(fanout.subscribe(subscription({ after: start }))));
    await until(() => streams.every((values) => values.length === 400));
    expect(tail.reads).toBeLessThan(6);
  });

  it('waits where its cursor comes from a process that is further', async () => {
    const tail = fakeTail();
    const values = collect(fanoutOf(tail).subscribe(subscription({ after: { xid: '1002', id: '1002' } })));
    tail.push(entryAt(1000, [here]), entryAt(1001, [here]));
    tail.push(entryAt(1002, [here]), entryAt(1003, [here]));
    await until(() => values.length > 0);
    await delay(20);
    expect(values).toEqual(['1003']);
  });

  it('does not fall behind memory while nothing is for it', async () => {
    const tail = fakeTail(10);
    const values = collect(fanoutOf(tail).subscribe(subscription()));
    for (let n = 0; n < 100; n += 1) tail.push(entryAt(1000 + n, [there]));
    tail.push(entryAt(2000, [here]));
    await until(() => values.length === 1);
    expect(tail.reads).toBe(0);
  });

  it('gets what is numbered anew after a crash of PostgreSQL', async () => {
    const tail = fakeTail();
    const values = collect(fanoutOf(tail).subscribe(subscription()));
    tail.push(entryAt(1000, [here]));
    tail.moveTo(1100);
    await until(() => values.length === 1);
    tail.moveTo(1050);
    tail.push(entryAt(1060, [here]));
    await until(() => values.length === 2);
    expect(values).toEqual(['1000', '1060']);
  });

  it('answers several who ask at once, in order', async () => {
    const tail = fakeTail();
    const stream = fanoutOf(tail).subscribe(subscription());
    const asked = [stream.next(), stream.next(), stream.next()];
    tail.push(entryAt(1000, [here]), entryAt(1001, [here]));
    tail.push(entryAt(1002, [here]));
    expect((await Promise.all(asked)).map(({ value }) => value as string)).toEqual(['1000', '1001', '1002']);
  });
});

describe('the end of a stream', () => {
  const never = (): Promise<string> => new Promise(() => undefined);
  const done = { done: true, value: undefined };

  it.each(['waits for an entry', 'is rendered', 'reads the table'])('comes at once while it %s', async (state) => {
    const tail = fakeTail(5);
    const start = tail.position();
    for (let n = 0; n < 20; n += 1) tail.push(entryAt(1000 + n, [here]));
    tail.hang = state === 'reads the table';
    const fanout = fanoutOf(tail);
    const parts = state === 'waits for an entry' ? {} : { after: start, render: never };
    const controller = new AbortController();
    const aborted = fanout.subscribe(subscription({ ...parts, signal: controller.signal }));
    const returned = fanout.subscribe(subscription(parts));
    const pending = [aborted.next(), returned.next()];
    expect(await isPending(Promise.race(pending))).toBe(true);
    controller.abort();
    expect(await settlesAtOnce(pending[0]!)).toEqual(done);
    await returned.return!();
    expect(await settlesAtOnce(pending[1]!)).toEqual(done);
    expect(fanout.size()).toBe(0);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(await aborted.next()).toEqual(done);
  });

  it('is there from the start where the signal is', async () => {
    const fanout = fanoutOf(fakeTail());
    expect(await fanout.subscribe(subscription({ signal: AbortSignal.abort() })).next()).toEqual(done);
    expect(fanout.size()).toBe(0);
  });

  it('comes to all when the fan-out closes, with its reason where there is one', async () => {
    const quiet = fanoutOf(fakeTail());
    const pending = quiet.subscribe(subscription()).next();
    quiet.close();
    expect(await settlesAtOnce(pending)).toEqual(done);
    expect(await quiet.subscribe(subscription()).next()).toEqual(done);
    const loud = fanoutOf(fakeTail());
    const refused = loud.subscribe(subscription()).next();
    loud.close(new Error('the server stops'));
    await expect(refused).rejects.toThrow('the server stops');
    expect(loud.size()).toBe(0);
  });
});

describe('many streams', () => {
  it('share what is rendered within a group of one organization, a few at a time', async () => {
    const tail = fakeTail();
    const fanout = fanoutOf(tail, { rendersAtOnce: 2 });
    let [running, most, count] = [0, 0, 0];
    const render = async (): Promise<string> => {
      count += 1;
      running += 1;
      most = Math.max(most, running);
      await delay(5);
      running -= 1;
      return 'seen';
    };
    const streams = Array.from({ length: 1000 }, (_, n) => {
      const [organizationId, group] = [n % 2 ? here : there, `group ${n % 6}`];
      return collect(fanout.subscribe(subscription({ organizationId, group, render })));
    });
    tail.push(entryAt(1000, [everyMember]));
    await until(() => streams.every((values) => values.length === 1));
    expect(count).toBe(6);
    const same = [here, there].map((organizationId) =>
      collect(fanout.subscribe(subscription({ organizationId, group: 'same', render }))),
    );
    tail.push(entryAt(1001, [everyMember]));
    await until(() => same.every((values) => values.length === 1));
    expect(count).toBe(14);
    expect(most).toBe(2);
  });

  it('do not share with one opened later what was rendered before', async () => {
    const tail = fakeTail();
    const fanout = fanoutOf(tail);
    const start = tail.position();
    let title = 'before the change';
    const parts = { group: 'one', after: start, render: async () => title };
    tail.push(entryAt(1000, [here]));
    expect((await fanout.subscribe(subscription(parts)).next()).value).toBe('before the change');
    title = 'after the change';
    expect((await fanout.subscribe(subscription(parts)).next()).value).toBe('after the change');
  });

  it('do not share what was rendered before their organization lost sight of something', async () => {
    const tail = fakeTail();
    const fanout = fanoutOf(tail);
    let isVisible = true;
    const parts = { group: 'one', render: async () => (isVisible ? 'seen' : undefined) };
    const [quick, slow] = [fanout.subscribe(subscription(parts)), fanout.subscribe(subscription(parts))];
    tail.push(entryAt(1000, [here]));
    expect((await quick.next()).value).toBe('seen');
    isVisible = false;
    tail.push(entryAt(1001, [here], 'access.revoked'));
    const late = slow.next();
    expect(await isPending(late)).toBe(true);
    await slow.return!();
  });

  it('of others are not woken, and a waiting one holds little', async () => {
    const tail = fakeTail();
    const fanout = fanoutOf(tail);
    gc();
    const empty = process.memoryUsage().heapUsed;
    const streams = Array.from({ length: 5000 }, (_, n) =>
      fanout.subscribe(subscription({ organizationId: n < 10 ? here : there, group: 'one' })),
    );
    const asked = streams.map((stream) => stream.next());
    gc();
    const each = (process.memoryUsage().heapUsed - empty) / streams.length;
    process.stdout.write(`a waiting stream holds ${(each / 1024).toFixed(1)} kB of heap\n`);
    expect(each).toBeLessThan(4096);
    const { entriesAfter } = tail;
    const woken: unknown[] = [];
    tail.entriesAfter = (...asking) => (woken.push(asking[1]), entriesAfter(...asking));
    tail.push(entryAt(1000, [here]));
    await Promise.all(asked.slice(0, 10));
    expect(woken).toEqual(Array.from({ length: 10 }, () => here));
  });

  it('that never read hold nothing and cost the others nothing', async () => {
    const tail = fakeTail(100);
    const fanout = fanoutOf(tail);
    let rendered = 0;
    const render = async (_: LogPosition, entry: LogEntry | null): Promise<string> => {
      rendered += 1;
      return entry!.xid;
    };
    for (let n = 0; n < 500; n += 1) fanout.subscribe(subscription({ render }));
    let last = '';
    const reader = (async () => {
      for await (const xid of fanout.subscribe(subscription())) last = xid;
    })();
    const pushed = async (from: number, count: number): Promise<number> => {
      for (let n = from; n < from + count; n += 1) {
        tail.push(entryAt(n, [here]));
        tail.table.length = 0;
        if (n % 100 === 0) await delay(0);
      }
      await until(() => last === String(from + count - 1));
      gc();
      return process.memoryUsage().heapUsed;
    };
    const before = await pushed(1000, 2000);
    const after = await pushed(3000, 20_000);
    expect(rendered).toBe(0);
    expect((after - before) / 1e6).toBeLessThan(4);
    fanout.close();
    await reader;
  });
});

describe('with the real tail', () => {
  it('every place is one to resume from, without gap or double, while 8 writers write', async () => {
    const log = await openTestLog();
    await log.writer();
    const tail = createTail({ pool: log.pool, log: createLog('silent'), keep: 60, pollMs: { min: 5, max: 20 } });
    await tail.start();
    const fanout = fanoutOf(tail, { readBatch: 25 });
    const start = tail.position();
    const render = async (position: LogPosition): Promise<string> => keyOf(position);
    const parts = { organizationId: here, group: 'all', render, after: start };
    const live = collect(fanout.subscribe(subscription(parts)));
    const broken: string[] = [];
    const state = { stop: false };
    const resuming = (async () => {
      for (let after = start; ;) {
        const stream = fanout.subscribe(subscription({ ...parts, after }));
        for (let n = 0; n < 7; n += 1) {
          const { value } = (await Promise.race([stream.next(), delay(300, { value: undefined })])) as {
            value: string | undefined;
          };
          if (value === undefined) break;
          broken.push(value);
          const [xid, id] = value.split('/') as [string, string];
          after = { xid, id };
        }
        await stream.return!();
        if (state.stop && broken.length === live.length) return;
      }
    })();
    await writeMuch(
      log,
      1500,
      () => [[here], [there], [everyMember], [here, everyMember]][Math.floor(Math.random() * 4)]!,
    );
    const end = await append(await log.writer(), [here]);
    await caughtUp(tail, log);
    await until(() => live.at(-1) === keyOf(end));
    state.stop = true;
    await resuming;
    const mine = await tail.read(start, here, 100_000);
    expect(mine.length).toBeGreaterThan(30);
    expect(live).toEqual(mine.map(keyOf));
    expect(broken).toEqual(live);
    const keys = [...new Set([0, 1, 17, mine.length >> 1, mine.length - 2, mine.length - 1])];
    for (const at of keys) {
      const again = collect(fanout.subscribe(subscription({ ...parts, after: mine[at]! })));
      await until(() => again.length === mine.length - 1 - at);
      expect(again).toEqual(live.slice(at + 1));
    }
    fanout.close();
    await tail.stop();
    await log.close();
  });
});
