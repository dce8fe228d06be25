import { createRenders } from './renders.ts';
import { comparePositions, type LogPosition } from './log-position.ts';
import { everyMemberId, type Advance, type LogEntry, type Tail } from './tail.ts';

export interface Subscription<T> {
  /** Replay from after this place; absent: from now. */
  after?: LogPosition;
  organizationId: string;
  /** Besides the audience, which the fan-out checks. */
  matches: (entry: LogEntry) => boolean;
  /** Subscribers of one group get the same rendering of an entry. */
  group: string;
  /** What a step shows, `entry` null on a heartbeat. undefined: not visible any more, go on. A failure ends the stream with it. */
  render: (position: LogPosition, entry: LogEntry | null) => Promise<T | undefined>;
  signal: AbortSignal;
}

export interface Fanout {
  subscribe<T>(subscription: Subscription<T>): AsyncIterableIterator<T>;
  /** How many streams are open. */
  size(): number;
  /** Ends every stream. */
  close(): void;
}

export interface FanoutOptions {
  tail: Tail;
  heartbeatMs?: number;
  readBatch?: number;
}

interface Stream {
  readonly organizationId: string;
  position: LogPosition;
  deliveredAt: number;
  /** Set while it waits for something new. */
  wake: ((isHeartbeat: boolean) => void) | null;
  end: () => void;
}

/**
 * Streams pull from the log: a stream holds a position, never a queue, so that a slow consumer costs the others nothing.
 * An advance wakes only the streams of the organizations that it is for.
 */
export function createFanout({ tail, heartbeatMs = 30_000, readBatch = 200 }: FanoutOptions): Fanout {
  const streams = new Map<string, Set<Stream>>();
  const renders = createRenders();

  const wakeAudience = ({ entries }: Advance): void => {
    const audience = new Set(entries.flatMap((entry) => entry.audience));
    const woken = audience.has(everyMemberId) ? [...streams.keys()] : audience;
    for (const organizationId of woken) for (const stream of streams.get(organizationId) ?? []) stream.wake?.(false);
  };
  const stopListening = tail.onAdvance(wakeAudience);
  const beat = setInterval(() => {
    const now = performance.now();
    for (const stream of [...streams.values()].flatMap((set) => [...set])) {
      if (now - stream.deliveredAt >= heartbeatMs && comparePositions(tail.position(), stream.position) > 0) stream.wake?.(true);
    }
    renders.forgetOld();
  }, Math.min(heartbeatMs / 4, 5000)).unref();

  const add = (stream: Stream): void => {
    const set = streams.get(stream.organizationId) ?? new Set();
    streams.set(stream.organizationId, set.add(stream));
  };
  const remove = (stream: Stream): void => {
    const set = streams.get(stream.organizationId);
    set?.delete(stream);
    if (set?.size === 0) streams.delete(stream.organizationId);
  };

  return {
    subscribe<T>(subscription: Subscription<T>): AsyncIterableIterator<T> {
      return openStream({ tail, readBatch, renders, add, remove }, subscription);
    },
    size: () => [...streams.values()].reduce((sum, set) => sum + set.size, 0),
    close() {
      clearInterval(beat);
      stopListening();
      for (const set of [...streams.values()]) for (const stream of [...set]) stream.end();
    },
  };
}

interface Hub {
  tail: Tail;
  readBatch: number;
  renders: ReturnType<typeof createRenders>;
  add(stream: Stream): void;
  remove(stream: Stream): void;
}

/** Written by hand: an async generator stuck in an await would not end when its socket closes. */
function openStream<T>(hub: Hub, subscription: Subscription<T>): AsyncIterableIterator<T> {
  const { signal, organizationId } = subscription;
  const done: IteratorResult<T> = { done: true, value: undefined };
  let ended = false;
  let endPending: (() => void) | null = null;
  const stream: Stream = {
    organizationId,
    position: subscription.after ?? hub.tail.position(),
    deliveredAt: performance.now(),
    wake: null,
    end: () => {
      if (ended) return;
      ended = true;
      hub.remove(stream);
      signal.removeEventListener('abort', stream.end);
      stream.wake?.(false);
      endPending?.();
    },
  };
  hub.add(stream);
  signal.addEventListener('abort', stream.end, { once: true });
  if (signal.aborted) stream.end();

  const step = async (): Promise<IteratorResult<T>> => {
    while (!ended) {
      const value = await deliverNext(hub, stream, subscription, () => ended);
      if (value !== undefined) return { done: false, value };
    }
    return done;
  };
  return {
    // Not a race against one promise of the stream's whole life: every step would leave a reaction on it.
    next: () =>
      new Promise((resolve, reject) => {
        endPending = () => resolve(done);
        step().then(resolve, reject);
      }),
    return: () => {
      stream.end();
      return Promise.resolve(done);
    },
    throw: (error: unknown) => {
      stream.end();
      return Promise.reject(error as Error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The next rendering; undefined after a pass that yielded none. */
async function deliverNext<T>(hub: Hub, stream: Stream, subscription: Subscription<T>, hasEnded: () => boolean): Promise<T | undefined> {
  const { tail } = hub;
  const upTo = tail.position();
  const inMemory = tail.entriesAfter(stream.position);
  const entries = inMemory ?? (await tail.read(stream.position, stream.organizationId, hub.readBatch));
  for (const entry of entries) {
    if (hasEnded()) return undefined;
    if (inMemory && !isFor(entry, stream.organizationId)) continue;
    stream.position = { xid: entry.xid, id: entry.id };
    if (!subscription.matches(entry)) continue;
    const value = await render(hub, stream, subscription, entry);
    if (value !== undefined) return value;
  }
  if (!inMemory && entries.length === hub.readBatch) return undefined;
  if (comparePositions(upTo, stream.position) > 0) stream.position = upTo;
  if (hasEnded() || comparePositions(tail.position(), upTo) > 0) return undefined;
  const isHeartbeat = await new Promise<boolean>((resolve) => (stream.wake = resolve));
  stream.wake = null;
  if (!isHeartbeat || hasEnded()) return undefined;
  return heartbeat(hub, stream, subscription);
}

const isFor = (entry: LogEntry, organizationId: string): boolean =>
  entry.audience.includes(organizationId) || entry.audience.includes(everyMemberId);

async function render<T>(hub: Hub, stream: Stream, subscription: Subscription<T>, entry: LogEntry): Promise<T | undefined> {
  const position = { xid: entry.xid, id: entry.id };
  const value = await hub.renders.once(subscription.group, position, () => subscription.render(position, entry));
  if (value !== undefined) stream.deliveredAt = performance.now();
  return value;
}

/** Something may have come for the stream in the meantime: then that is delivered instead. */
async function heartbeat<T>(hub: Hub, stream: Stream, subscription: Subscription<T>): Promise<T | undefined> {
  const position = hub.tail.position();
  const passed = hub.tail.entriesAfter(stream.position);
  if (!passed || passed.some((entry) => isFor(entry, stream.organizationId) && subscription.matches(entry))) return undefined;
  stream.position = position;
  stream.deliveredAt = performance.now();
  return subscription.render(position, null);
}
