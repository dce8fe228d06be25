/** A place in the log: bigints as decimal strings, ordered by xid, then id. */
export interface LogPosition {
  xid: string;
  id: string;
}

/** Negative where `a` stands before `b`. */
export function comparePositions(a: LogPosition, b: LogPosition): number {
  return compareDigits(a.xid, b.xid) || compareDigits(a.id, b.id);
}

const compareDigits = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
