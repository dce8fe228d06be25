import { LiveStream, type StreamHub, type Subscription } from './live-stream.ts';
import { comparePositions, type LogPosition } from './log-position.ts';
import { createPages, type Pages } from './pages.ts';
import { everyMemberId } from './recent.ts';
import { createRenders, type RenderKey, type Renders } from './renders.ts';
import type { Advance, LogEntry, Tail } from './tail.ts';

/** By it the database tells an organization that it has lost sight of something. */
const revokedType = 'access.revoked';

export interface Fanout {
  /**
   * The entries for the organization that match, rendered, each once and in order: first what lies behind, then live.
   * Ends by `return()` or the signal, at once.
   */
  subscribe<T>(subscription: Subscription<T>): AsyncIterableIterator<T>;
  /** How many streams are open. */
  size(): number;
  /** Ends every stream, also those opened later; with a reason, by rejecting. */
  close(reason?: Error): void;
}

export interface FanoutOptions {
  tail: Tail;
  heartbeatMs?: number;
  /** Entries read at a time for a stream that catches up. */
  readBatch?: number;
  /** Renderings made at the same time. */
  rendersAtOnce?: number;
}

/**
 * Streams pull from the log, so that a slow consumer costs the others nothing. An advance wakes only the streams that
 * wait and whose organization it is for.
 */
export function createFanout(options: FanoutOptions): Fanout {
  const { tail, heartbeatMs = 30_000, readBatch = 200, rendersAtOnce = 4 } = options;
  const open = new Set<LiveStream>();
  const waiting = createWaiting();
  const renders = createRenders(rendersAtOnce);
  const pages = createPages(tail, readBatch);
  const stopWaking = wakeOnAdvance({ tail, open, waiting, pages, renders, heartbeatMs });
  let closed: { reason: Error | undefined } | null = null;

  const hub: StreamHub = {
    now: () => tail.position(),
    entriesAfter: (position, organizationId) => tail.entriesAfter(position, organizationId),
    pageAfter: (start, organizationId) => pages.after(start, organizationId),
    render: ({ subscription, openedAt }, position, entry) =>
      renders.once(renderKey(subscription, position, entry), openedAt, () => subscription.render(position, entry)),
    wait: (stream) => waiting.add(stream),
    leave: (stream) => {
      open.delete(stream);
      waiting.remove(stream);
    },
  };
  return {
    subscribe<T>(subscription: Subscription<T>): AsyncIterableIterator<T> {
      const stream = new LiveStream<T>(hub, subscription);
      if (closed) stream.end(closed.reason);
      else if (!subscription.signal.aborted) open.add(stream);
      return stream;
    },
    size: () => open.size,
    close(reason) {
      closed = { reason };
      stopWaking();
      for (const stream of open) stream.end(reason);
    },
  };
}

interface WakeParts {
  tail: Tail;
  open: ReadonlySet<LiveStream>;
  waiting: Waiting;
  pages: Pages;
  renders: Renders;
  heartbeatMs: number;
}

/** Wakes whom an advance concerns, and from time to time those whom nothing did. */
function wakeOnAdvance({ tail, open, waiting, pages, renders, heartbeatMs }: WakeParts): () => void {
  let seen = tail.position();
  // A place that was only just reached may be given anew after a crash of PostgreSQL; that of the last beat is durable.
  let settled = seen;
  const stopListening = tail.onAdvance(({ entries, position }: Advance) => {
    const before = seen;
    seen = position;
    if (comparePositions(position, before) < 0) {
      settled = position;
      pages.forget();
      for (const stream of open) stream.goBack(position);
    } else {
      forgetRevoked(renders, entries);
      for (const stream of waiting.take(audienceOf(entries))) stream.wake(before);
    }
  });
  const beat = (): void => {
    const atMost = performance.now() - heartbeatMs;
    for (const stream of waiting.takeIf((each) => each.isDue(atMost, settled))) stream.beat(settled);
    settled = seen;
    renders.forgetOld();
  };
  const timer = setInterval(beat, Math.min(heartbeatMs / 4, 5000)).unref();
  return () => {
    clearInterval(timer);
    stopListening();
  };
}

const renderKey = (of: Subscription<unknown>, { xid, id }: LogPosition, entry: LogEntry | null): RenderKey => ({
  organizationId: of.organizationId,
  group: `${entry ? 'e' : 'h'}${xid}/${id}/${of.group}`,
});

/** Nothing rendered before comes after it, not even to those who resume from further back. */
function forgetRevoked(renders: Renders, entries: readonly LogEntry[]): void {
  for (const { type, audience } of entries) {
    if (type === revokedType) for (const organizationId of audience) renders.forget(organizationId);
  }
}

function audienceOf(entries: readonly LogEntry[]): ReadonlySet<string> {
  const audience = new Set<string>();
  for (const entry of entries) for (const organizationId of entry.audience) audience.add(organizationId);
  return audience;
}

interface Waiting {
  add(stream: LiveStream): void;
  remove(stream: LiveStream): void;
  /** Those of these organizations; the others go on waiting. */
  take(audience: ReadonlySet<string>): LiveStream[];
  takeIf(test: (stream: LiveStream) => boolean): LiveStream[];
}

/** The streams that have seen everything, by organization. */
function createWaiting(): Waiting {
  const streams = new Map<string, Set<LiveStream>>();
  const remove = (stream: LiveStream): void => {
    const set = streams.get(stream.organizationId);
    set?.delete(stream);
    if (set?.size === 0) streams.delete(stream.organizationId);
  };
  return {
    add(stream) {
      const set = streams.get(stream.organizationId);
      if (set) set.add(stream);
      else streams.set(stream.organizationId, new Set([stream]));
    },
    remove,
    take(audience) {
      const woken = audience.has(everyMemberId) ? [...streams.keys()] : [...audience];
      return woken.flatMap((organizationId) => {
        const set = streams.get(organizationId);
        streams.delete(organizationId);
        return set ? [...set] : [];
      });
    },
    takeIf(test) {
      const taken = [...streams.values()].flatMap((set) => [...set].filter(test));
      for (const stream of taken) remove(stream);
      return taken;
    },
  };
}
