import { createHash } from 'node:crypto';
import { authorize, type Action } from './auth/policy.ts';
import { emFor, type ViewerContext } from './context.ts';
import { refuseUnstorable } from './text/storable.ts';
import { currentCursor, earlierResult, hashOf, idempotencyKey, keepResult, type Refs } from './transact.ts';

interface Rows<Row, Result> {
  /** Of the input as a whole. */
  check: () => void;
  rows: readonly Row[];
  /** One row in a transaction of its own; it takes its place among the row's repeats by this key. */
  work: (row: Row, ordinal: number, idempotencyKey: string | null) => Promise<Result>;
}

/**
 * A mutation of many rows. Its key is claimed before the first row and the results are kept after the last: a repeat
 * returns them, and one after a crash goes on where the first stopped, since each row has a key of its own.
 */
export async function transactRows<Row, Result extends { position?: string }>(
  context: ViewerContext,
  action: Action,
  input: { idempotencyKey?: string | null | undefined },
  { check, rows, work }: Rows<Row, Result>,
): Promise<Refs> {
  authorize(context.viewer, action);
  refuseUnstorable(input, 'input');
  const key = idempotencyKey(input);
  const request = { action, key, inputHash: hashOf(input) };
  const inOneGo = emFor(context.orm, context.viewer);
  const earlier = await inOneGo.transactional(async (em) => {
    const known = key === null ? null : await earlierResult(em, context, request);
    if (known) return known;
    check();
    if (key !== null) await keepResult(em, context, request, { rows: null });
    return null;
  });
  if (earlier?.['rows']) return earlier;
  const results = await someAtOnce(rows, (row, ordinal) => work(row, ordinal, keyOfRow(key, ordinal)));
  return emFor(context.orm, context.viewer).transactional(async (em) => {
    const position = results.findLast((result) => result.position !== undefined)?.position;
    const refs = { rows: JSON.stringify(results), position: position ?? (await currentCursor(em, context)) };
    if (key !== null) await keepResult(em, context, request, refs);
    return refs;
  });
}

/** Enough to keep the database busy between round trips, few enough to leave connections to others. */
const width = 4;

/** Results in the order of the rows; the first failure ends it once what runs has ended. */
async function someAtOnce<Row, Result>(
  rows: readonly Row[],
  work: (row: Row, ordinal: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = rows.entries();
  const take = async (): Promise<void> => {
    for (const [ordinal, row] of waiting) results[ordinal] = await work(row, ordinal);
  };
  const ended = await Promise.allSettled(Array.from({ length: width }, take));
  const failed = ended.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return results;
}

const keyOfRow = (key: string | null, ordinal: number): string | null =>
  key === null ? null : `rows ${createHash('sha256').update(`${key} ${ordinal}`).digest('base64url')}`;
