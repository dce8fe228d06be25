import { comparePositions, type LogPosition } from './log-position.ts';
import { placeOf } from './recent.ts';
import type { LogEntry, Tail } from './tail.ts';

/** An organization's part of the log after a place, complete up to `position`. */
export interface Page {
  entries: readonly LogEntry[];
  position: LogPosition;
}

export interface Pages {
  /** The page that begins after `start`; streams of one organization that resume from the same cursor share it. */
  after(start: LogPosition, organizationId: string): Promise<Page>;
  forget(): void;
}

const keepAtMost = 100;

/** Streams that catch up hold no entries themselves: a few pages are kept for all, the last used ones. */
export function createPages(tail: Tail, size: number): Pages {
  const kept = new Map<string, Promise<Page>>();

  const read = async (start: LogPosition, organizationId: string): Promise<Page> => {
    const upTo = tail.position();
    const entries = await tail.read(start, organizationId, size);
    if (entries.length === size) return { entries, position: placeOf(entries.at(-1)!) };
    return { entries, position: comparePositions(upTo, start) > 0 ? upTo : start };
  };
  const fresh = (key: string, start: LogPosition, organizationId: string): Promise<Page> => {
    const page = read(start, organizationId);
    page.catch(() => {
      if (kept.get(key) === page) kept.delete(key);
    });
    return page;
  };
  return {
    after(start, organizationId) {
      const key = `${organizationId}/${start.xid}/${start.id}`;
      const page = kept.get(key) ?? fresh(key, start, organizationId);
      kept.delete(key);
      kept.set(key, page);
      if (kept.size > keepAtMost) kept.delete(kept.keys().next().value!);
      return page;
    },
    forget: () => kept.clear(),
  };
}
