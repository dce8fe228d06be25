import { createHash } from 'node:crypto';
import { authorize, type Action } from './auth/policy.ts';
import { sessionOf, type ViewerContext } from './context.ts';
import {
  earlierResult,
  isTaken,
  keepResult,
  keyed,
  takeKey,
  type Keyed,
  type MutationInput,
  type Refs,
} from './idempotency.ts';
import { refuseUnstorable } from './text/storable.ts';

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
export async function transactRows<Row, Result>(
  context: ViewerContext,
  action: Action,
  input: MutationInput,
  { check, rows, work }: Rows<Row, Result>,
): Promise<Refs> {
  authorize(context.viewer, action);
  refuseUnstorable(input, 'input');
  const key = keyed(action, input);
  const earlier = await claim(context, key, check);
  if (earlier?.['rows']) return earlier;
  const results = await someAtOnce(rows, (row, ordinal) => work(row, ordinal, keyOfRow(key, ordinal)));
  return finish(context, key, JSON.stringify(results));
}

/** What the same request has made before; null where this is the first, which stands under its key from now on. */
async function claim(context: ViewerContext, key: Keyed | null, check: () => void): Promise<Refs | null> {
  const session = sessionOf(context);
  try {
    if (key) takeKey(session, key);
    check();
    if (key) keepResult(session, key, { rows: null });
    if (key) await session.commit();
    return null;
  } catch (error) {
    await session.rollback();
    const earlier = key && (isTaken(error) || !session.hasBegun) ? await earlierOf(context, key) : null;
    if (earlier) return earlier;
    throw error;
  }
}

async function earlierOf(context: ViewerContext, key: Keyed): Promise<Refs | null> {
  const session = sessionOf(context);
  try {
    return await earlierResult(session, key);
  } finally {
    await session.rollback();
  }
}

/** Of two that ran at once the first to end says what both answer. */
async function finish(context: ViewerContext, key: Keyed | null, rows: string): Promise<Refs> {
  const session = sessionOf(context);
  try {
    if (key) {
      session.send(
        `update idempotency set result = jsonb_build_object('rows', $3::text, 'position', tx_position())
          where organization_id = app_org() and mutation = $1 and key = $2 and result ->> 'rows' is null`,
        [key.action, key.key, rows],
      );
    }
    const kept = key && (await earlierResult(session, key));
    const refs = kept ?? { rows, position: await session.ask('select tx_position()') };
    await session.commit();
    return refs;
  } catch (error) {
    await session.rollback();
    throw error;
  }
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

const keyOfRow = (key: Keyed | null, ordinal: number): string | null =>
  key && `rows ${createHash('sha256').update(`${key.key} ${ordinal}`).digest('base64url')}`;
