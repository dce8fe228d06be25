import { comparePositions, type LogPosition } from './log-position.ts';
import type { Page } from './pages.ts';
import { placeOf } from './recent.ts';
import type { LogEntry } from './tail.ts';

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

/** What a stream needs of the fan-out. */
export interface StreamHub {
  now(): LogPosition;
  /** From memory; null where it does not reach back so far. */
  entriesAfter(position: LogPosition, organizationId: string): Iterable<LogEntry> | null;
  pageAfter(start: LogPosition, organizationId: string): Promise<Page>;
  render<T>(stream: LiveStream<T>, position: LogPosition, entry: LogEntry | null): Promise<T | undefined>;
  /** Has seen everything up to `now()`: woken by what comes next for its organization. */
  wait(stream: LiveStream): void;
  leave(stream: LiveStream): void;
}

interface Asked {
  resolve(result: IteratorResult<unknown, undefined>): void;
  reject(error: unknown): void;
}

const later = (a: LogPosition, b: LogPosition): LogPosition => (comparePositions(a, b) > 0 ? a : b);

/**
 * One subscriber's way through the log: holds a place in it, never entries. Written by hand: an async generator stuck
 * in an await would not end when its socket closes. A class, because there are thousands.
 */
export class LiveStream<T = unknown> implements AsyncIterableIterator<T, undefined> {
  readonly organizationId: string;
  readonly subscription: Subscription<T>;
  readonly openedAt = performance.now();
  private readonly hub: StreamHub;
  /** Everything up to here was delivered, or is none of the subscriber's business. */
  private position: LogPosition;
  /** Where the page begins that it reads while it catches up. */
  private pageStart: LogPosition | null = null;
  /** Its subscriber knows a place to resume from. */
  private isPlaced: boolean;
  private deliveredAt = performance.now();
  private ended = false;
  private readonly asked: Asked[] = [];

  constructor(hub: StreamHub, subscription: Subscription<T>) {
    this.hub = hub;
    this.subscription = subscription;
    this.organizationId = subscription.organizationId;
    this.position = subscription.after ?? hub.now();
    this.isPlaced = subscription.after !== undefined;
    subscription.signal.addEventListener('abort', this);
    if (subscription.signal.aborted) this.end();
  }

  next(): Promise<IteratorResult<T, undefined>> {
    return new Promise((resolve, reject) => {
      if (this.ended) {
        resolve({ done: true, value: undefined });
        return;
      }
      this.asked.push({ resolve: resolve as Asked['resolve'], reject });
      if (this.asked.length === 1) this.advance(this.position);
    });
  }

  async return(): Promise<IteratorResult<T, undefined>> {
    this.end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Of its signal. */
  handleEvent(): void {
    this.end();
  }

  /** Ends what is pending at once, whatever it waits for; with a reason, by rejecting. */
  end(reason?: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.subscription.signal.removeEventListener('abort', this);
    this.hub.leave(this);
    for (const { resolve, reject } of this.asked.splice(0)) {
      if (reason) reject(reason);
      else resolve({ done: true, value: undefined });
    }
  }

  /** Something came for its organization, which has seen everything up to `seen`. */
  wake(seen: LogPosition): void {
    this.advance(later(this.position, seen));
  }

  /** Whether `position` is news; one that began without a cursor is told a place to resume from as soon as there is one. */
  isDue(atMost: number, position: LogPosition): boolean {
    if (!this.isPlaced) return comparePositions(position, this.position) >= 0;
    return this.deliveredAt <= atMost && comparePositions(position, this.position) > 0;
  }

  beat(position: LogPosition): void {
    this.deliver(position, null);
  }

  /** The log went back: places after this one are given anew. */
  goBack(position: LogPosition): void {
    if (comparePositions(this.position, position) > 0) this.position = position;
    this.pageStart = null;
  }

  private advance(from: LogPosition): void {
    if (this.ended) return;
    const entries = this.hub.entriesAfter(from, this.organizationId);
    if (entries === null) void this.catchUp(from);
    else if (!this.deliverFirst(entries, from)) this.hub.wait(this);
  }

  private async catchUp(from: LogPosition): Promise<void> {
    try {
      this.pageStart ??= from;
      const page = await this.hub.pageAfter(this.pageStart, this.organizationId);
      if (this.ended || this.deliverFirst(page.entries, from)) return;
      this.pageStart = null;
      this.advance(later(page.position, from));
    } catch (error) {
      this.end(error as Error);
    }
  }

  private deliverFirst(entries: Iterable<LogEntry>, from: LogPosition): boolean {
    try {
      for (const entry of entries) {
        if (comparePositions(entry, from) <= 0 || !this.subscription.matches(entry)) continue;
        this.deliver(placeOf(entry), entry);
        return true;
      }
      return false;
    } catch (error) {
      this.end(error as Error);
      return true;
    }
  }

  private deliver(position: LogPosition, entry: LogEntry | null): void {
    this.hub.render(this, position, entry).then(
      (value) => this.delivered(position, value),
      (error: Error) => this.end(error),
    );
  }

  private delivered(position: LogPosition, value: T | undefined): void {
    if (this.ended) return;
    this.position = position;
    if (value === undefined) {
      this.advance(position);
      return;
    }
    this.isPlaced = true;
    this.deliveredAt = performance.now();
    this.asked.shift()!.resolve({ done: false, value });
    if (this.asked.length > 0) this.advance(position);
  }
}
