import { randomUUID } from 'node:crypto';
import { createFanout, type Fanout, type FanoutOptions } from '../../server/platform/events/fanout.ts';
import type { Subscription } from '../../server/platform/events/live-stream.ts';
import { comparePositions, type LogPosition } from '../../server/platform/events/log-position.ts';
import { createRecent } from '../../server/platform/events/recent.ts';
import type { Advance, LogEntry, Tail } from '../../server/platform/events/tail.ts';
import { everyMember } from './log.ts';

export const [here, there] = [randomUUID(), randomUUID()] as const;
const fanouts = new Set<Fanout>();

export function closeFanouts(): void {
  for (const fanout of fanouts) fanout.close();
  fanouts.clear();
}

/** A tail that tells what it is told; `at(n)` is the place of entry n. */
export function fakeTail(keep = 10_000) {
  const table: LogEntry[] = [];
  const listeners = new Set<(advance: Advance) => void>();
  const recent = createRecent<LogEntry>(keep);
  let position: LogPosition = { xid: '1000', id: '0' };
  recent.restart(position);
  const move = (next: LogPosition, entries: LogEntry[] = []): void => {
    if (comparePositions(next, position) < 0) recent.restart(next);
    position = next;
    recent.add(entries);
    table.push(...entries);
    for (const listener of listeners) listener({ entries, position });
  };
  const fake = {
    table,
    reads: 0,
    hang: false,
    push: (...entries: LogEntry[]) => move({ xid: String(Number(entries.at(-1)!.xid) + 1), id: '0' }, entries),
    moveTo: (xid: number) => move({ xid: String(xid), id: '0' }),
    start: async () => undefined,
    stop: async () => undefined,
    position: () => position,
    entriesAfter: recent.after,
    read: async (after: LogPosition, organizationId: string, limit: number) => {
      fake.reads += 1;
      if (fake.hang) await new Promise(() => undefined);
      const isFor = ({ audience }: LogEntry): boolean =>
        audience.includes(organizationId) || audience.includes(everyMember);
      return table.filter((entry) => comparePositions(entry, after) > 0 && isFor(entry)).slice(0, limit);
    },
    onAdvance: (listener: (advance: Advance) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stalledForMs: () => 0,
  };
  return fake;
}

export function fanoutOf(tail: Tail, options: Partial<FanoutOptions> = {}): Fanout {
  const fanout = createFanout({ tail, ...options });
  fanouts.add(fanout);
  return fanout;
}

export const subscription = (parts: Partial<Subscription<string>> = {}): Subscription<string> => ({
  organizationId: here,
  matches: () => true,
  group: randomUUID(),
  render: async (position, entry) => (entry ? entry.xid : `heartbeat ${position.xid}`),
  signal: new AbortController().signal,
  ...parts,
});

/** Everything that a stream yields, from now on. */
export function collect(stream: AsyncIterableIterator<string>): string[] {
  const values: string[] = [];
  void (async () => {
    for await (const value of stream) values.push(value);
  })();
  return values;
}
