import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { authorize, type Action } from './auth/policy.ts';
import { emFor, type ViewerContext } from './context.ts';
import { AppError } from './errors.ts';
import type { LogPosition } from './events/log-position.ts';
import { cleanText } from './text/normalize.ts';
import { refuseUnstorable } from './text/storable.ts';

/** Ids of the rows that a mutation's payload shows, by name. */
export type Refs = Record<string, string | null>;

/** A use case inside its transaction. */
export interface Tx extends ViewerContext {
  readonly em: EntityManager;
  readonly now: Date;
  /** Waits until nobody else changes these objects; in one order for all, before the first write. */
  lock(...ids: (string | null)[]): Promise<void>;
  record(event: EventRecord): Promise<void>;
}

/** A line of the log: ids only. Its audience follows from `scope`, or is named. */
export interface EventRecord {
  type: string;
  scope: 'ISSUE' | 'LINK' | 'MATTER' | 'ORGANIZATIONS';
  issueId?: string | null;
  matterId?: string | null;
  subjectKind: string;
  subjectId: string;
  organizationIds?: string[];
}

interface MutationInput {
  idempotencyKey?: string | null | undefined;
}

const retryable = new Set(['40001', '40P01']);
const maxAttempts = 3;

/**
 * One mutation: authorized, in one transaction, at most once per idempotency key. Returns what its payload shows, with
 * the position of its last event.
 */
export async function transact(
  context: ViewerContext,
  action: Action,
  input: MutationInput,
  work: (tx: Tx) => Promise<Refs>,
): Promise<Refs> {
  authorize(context.viewer, action);
  refuseUnstorable(input, 'input');
  const key = idempotencyKey(input);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(context, { action, key, inputHash: hashOf(input) }, work);
    } catch (error) {
      if (attempt >= maxAttempts || !retryable.has((error as { code?: string }).code ?? '')) throw error;
      await delay(Math.random() * 20 * 2 ** attempt);
    }
  }
}

interface Request {
  action: Action;
  key: string | null;
  inputHash: Buffer;
}

async function runOnce(context: ViewerContext, request: Request, work: (tx: Tx) => Promise<Refs>): Promise<Refs> {
  const em = emFor(context.orm, context.viewer);
  return em.transactional(async (inner) => {
    const earlier = request.key === null ? null : await earlierResult(inner, context, request);
    if (earlier) return earlier;
    let position: LogPosition | null = null;
    const tx: Tx = {
      ...context,
      em: inner,
      now: context.clock(),
      lock: (...ids) => lockAll(inner, ids),
      record: async (event) => {
        position = await recordEvent(inner, event);
      },
    };
    const refs = await work(tx);
    await inner.flush();
    const written: LogPosition = position ?? (await currentPosition(inner));
    const result = { ...refs, position: context.cursors.encode(written, context.viewer.organizationId) };
    if (request.key !== null) await keepResult(inner, context, request, result);
    return result;
  });
}

function idempotencyKey(input: MutationInput): string | null {
  const { idempotencyKey: key } = input;
  return key === null || key === undefined ? null : cleanText(key, { field: 'input.idempotencyKey', max: 100 });
}

/** Independent of the order in which a client writes the fields. */
function hashOf(input: object): Buffer {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    const entries = Object.entries(value).filter(([name, v]) => v !== undefined && name !== 'idempotencyKey');
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, v]) => [name, sorted(v)]));
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(input)))
    .digest();
}

/** A twin in flight holds the lock until it has committed, so that its result is found here. */
async function earlierResult(
  em: EntityManager,
  context: ViewerContext,
  { action, key, inputHash }: Request,
): Promise<Refs | null> {
  const { organizationId } = context.viewer;
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 1))', [`${organizationId}/${action}/${key}`]);
  const [row] = await em.execute<{ input_hash: Buffer; result: Refs }[]>(
    `select input_hash, result from idempotency where organization_id = ? and mutation = ? and key = ?
      and created_at > now() - interval '72 hours'`,
    [organizationId, action, key],
  );
  if (!row) return null;
  if (!inputHash.equals(row.input_hash)) throw new AppError('IDEMPOTENCY_MISMATCH', { field: 'input.idempotencyKey' });
  return row.result;
}

async function keepResult(
  em: EntityManager,
  context: ViewerContext,
  { action, key, inputHash }: Request,
  result: Refs,
): Promise<void> {
  await em.execute(
    `insert into idempotency (organization_id, mutation, key, input_hash, result) values (?, ?, ?, decode(?, 'hex'), ?::jsonb)
      on conflict (organization_id, mutation, key) do update set input_hash = excluded.input_hash,
        result = excluded.result, created_at = now()`,
    [context.viewer.organizationId, action, key, inputHash.toString('hex'), JSON.stringify(result)],
  );
}

/**
 * Advisory locks take no transaction number: an entity's events are then numbered in the order of its changes
 * (server/decisions/002-log-horizon.md). Sorted, so that two transactions never wait for each other.
 */
async function lockAll(em: EntityManager, ids: (string | null)[]): Promise<void> {
  const sorted = [...new Set(ids.filter((id) => id !== null))].toSorted();
  for (const id of sorted) await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [id]);
}

async function recordEvent(em: EntityManager, event: EventRecord): Promise<LogPosition> {
  await em.flush();
  const audience = event.organizationIds ? `{${event.organizationIds.join(',')}}` : null;
  const [row] = await em.execute<{ xid: string; id: string }[]>(
    'select xid::text as xid, id::text as id from record_event(?, ?, ?::uuid, ?::uuid, ?, ?::uuid, ?::uuid[])',
    [
      event.type,
      event.scope,
      event.issueId ?? null,
      event.matterId ?? null,
      event.subjectKind,
      event.subjectId,
      audience,
    ],
  );
  return row!;
}

/** Of a mutation that changed nothing: everything up to here is before it. */
async function currentPosition(em: EntityManager): Promise<LogPosition> {
  const [row] = await em.execute<{ xid: string }[]>('select pg_snapshot_xmin(pg_current_snapshot())::text as xid');
  return { xid: row!.xid, id: '0' };
}
