import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LogPosition } from '../../server/platform/events/log-position.ts';
import type { LogEntry } from '../../server/platform/events/tail.ts';
import { closeFanouts, collect, fakeTail, fanoutOf, here, subscription, there } from '../support/fanout.ts';
import { entryAt } from '../support/log.ts';

afterEach(closeFanouts);

describe('a heartbeat', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] }));
  afterEach(() => void jest.useRealTimers());
  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

  it('comes only where the log has moved and nothing was delivered, and not too often', async () => {
    const tail = fakeTail();
    const parts = { after: tail.position() };
    const values = collect(fanoutOf(tail, { heartbeatMs: 100 }).subscribe(subscription(parts)));
    await pass(300);
    expect(values).toEqual([]);
    tail.moveTo(1005);
    await pass(100);
    expect(values).toEqual(['heartbeat 1005']);
    await pass(1000);
    expect(values.length).toBe(1);
    for (let xid = 1006; xid < 1106; xid += 1) {
      tail.moveTo(xid);
      await pass(10);
    }
    expect(values.length).toBeGreaterThanOrEqual(1 + 8);
    expect(values.length).toBeLessThanOrEqual(1 + 10);
  });

  it('comes soon and once to whoever began without a cursor, also where nothing moves', async () => {
    const tail = fakeTail();
    const values = collect(fanoutOf(tail, { heartbeatMs: 200 }).subscribe(subscription()));
    await pass(100);
    expect(values).toEqual(['heartbeat 1000']);
    await pass(1000);
    expect(values).toEqual(['heartbeat 1000']);
  });

  it('does not come to a stream that gets entries', async () => {
    const tail = fakeTail();
    const values = collect(fanoutOf(tail, { heartbeatMs: 150 }).subscribe(subscription({ after: tail.position() })));
    for (let n = 0; n < 20; n += 1) {
      tail.push(entryAt(1000 + 2 * n, [n % 2 ? here : there]));
      await pass(50);
    }
    expect(values).toEqual(Array.from({ length: 10 }, (_, n) => String(1002 + 4 * n)));
  });

  it('is rendered once for a group, and never as an entry', async () => {
    const tail = fakeTail();
    const fanout = fanoutOf(tail, { heartbeatMs: 60 });
    const rendered: string[] = [];
    const render = async (position: LogPosition, entry: LogEntry | null): Promise<string> => {
      rendered.push(`${entry ? 'entry' : 'heartbeat'} ${position.xid}`);
      return rendered.at(-1)!;
    };
    const streams = Array.from({ length: 100 }, () =>
      collect(fanout.subscribe(subscription({ group: 'one', render }))),
    );
    tail.push(entryAt(1000, [here]));
    tail.moveTo(1010);
    await pass(200);
    expect(streams.every((values) => values.length === 2)).toBe(true);
    expect(rendered).toEqual(['entry 1000', 'heartbeat 1010']);
  });
});
