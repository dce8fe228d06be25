import { comparePositions, type LogPosition } from './log-position.ts';

/** The organization in an audience that stands for every member body. */
export const everyMemberId = '00000000-0000-0000-0000-000000000000';

type Entry = LogPosition & { audience: readonly string[] };

/** The newest entries in order, each also filed under the organizations that it is for. */
export interface Recent<E extends Entry> {
  add(entries: readonly E[]): void;
  /** Forgets all: what is added from now on comes after `start`. */
  restart(start: LogPosition): void;
  /** Entries after a position, all or those for an organization; null where memory does not reach back so far. */
  after(position: LogPosition, organizationId?: string): Iterable<E> | null;
}

/** Holds at least the last `keep` entries, a quarter more at most. */
export function createRecent<E extends Entry>(keep: number): Recent<E> {
  let start: LogPosition = { xid: '0', id: '0' };
  let entries: E[] = [];
  const filed = new Map<string, E[]>();

  const file = (entry: E): void => {
    for (const organizationId of entry.audience) {
      const list = filed.get(organizationId);
      if (list) list.push(entry);
      else filed.set(organizationId, [entry]);
    }
  };
  const trim = (): void => {
    const dropped = entries.slice(0, -keep);
    start = placeOf(dropped.at(-1)!);
    entries = entries.slice(-keep);
    for (const organizationId of new Set(dropped.flatMap((entry) => entry.audience))) {
      const kept = filed.get(organizationId)!;
      const left = kept.slice(indexAfter(kept, start));
      if (left.length > 0) filed.set(organizationId, left);
      else filed.delete(organizationId);
    }
  };

  return {
    add(added) {
      for (const entry of added) {
        entries.push(entry);
        file(entry);
      }
      if (entries.length > keep * 1.25) trim();
    },
    restart(from) {
      start = from;
      entries = [];
      filed.clear();
    },
    after(position, organizationId) {
      if (comparePositions(position, start) < 0) return null;
      if (organizationId === undefined) return entries.slice(indexAfter(entries, position));
      return merged(filed.get(organizationId), filed.get(everyMemberId), position);
    },
  };
}

export const placeOf = ({ xid, id }: LogPosition): LogPosition => ({ xid, id });

/** Both lists in one order; an entry that stands in both comes once. */
function merged<E extends Entry>(own: E[] | undefined, all: E[] | undefined, after: LogPosition): Iterable<E> {
  if (!own || !all) return from(own ?? all ?? [], after);
  return both(own, all, after);
}

function* from<E extends Entry>(list: readonly E[], after: LogPosition): Generator<E> {
  for (let i = indexAfter(list, after); i < list.length; i += 1) yield list[i]!;
}

function* both<E extends Entry>(a: readonly E[], b: readonly E[], after: LogPosition): Generator<E> {
  let i = indexAfter(a, after);
  let j = indexAfter(b, after);
  while (i < a.length || j < b.length) {
    const order = i === a.length ? 1 : j === b.length ? -1 : comparePositions(a[i]!, b[j]!);
    yield order <= 0 ? a[i]! : b[j]!;
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
}

/** Index of the first entry after a position. New entries are asked for most: the end is looked at first. */
function indexAfter(entries: readonly LogPosition[], after: LogPosition): number {
  let high = entries.length;
  if (high === 0 || comparePositions(entries[high - 1]!, after) <= 0) return high;
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePositions(entries[middle]!, after) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
