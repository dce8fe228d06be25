import { createHash } from 'node:crypto';
import type { Action } from './auth/policy.ts';
import { AppError } from './errors.ts';
import type { Session } from './db/session.ts';
import { cleanText } from './text/normalize.ts';

/** Ids of the rows that a mutation's payload shows, by name; `position` is the place of its last event in the log. */
export type Refs = Record<string, string | null>;

export interface MutationInput {
  idempotencyKey?: string | null | undefined;
}

/** A mutation that is to have one effect however often it is asked for. */
export interface Keyed {
  action: Action;
  key: string;
  inputHash: string;
}

/** null where the client gave no key. */
export function keyed(action: Action, input: MutationInput): Keyed | null {
  const { idempotencyKey } = input;
  if (idempotencyKey === null || idempotencyKey === undefined) return null;
  const key = cleanText(idempotencyKey, { field: 'input.idempotencyKey', max: 100 });
  return { action, key, inputHash: hashOf(input) };
}

/** Independent of the order in which a client writes the fields. */
function hashOf(input: object): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    const entries = Object.entries(value).filter(([name, v]) => v !== undefined && name !== 'idempotencyKey');
    return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, v]) => [name, sorted(v)]));
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(input)))
    .digest('hex');
}

/**
 * Nearly always the key is new: it is taken as if it were, ahead of everything else and without a look-up. Where it is
 * not, or where a twin in flight has taken it once that has committed, the transaction fails with `isTaken`.
 */
export const takeKey = (session: Session, { action, key }: Keyed): void =>
  session.send('select take_key($1, $2)', [action, key]);

export const isTaken = (error: unknown): boolean => (error as { code?: string }).code === 'LT001';

/** What the earlier request has made; null where it has had its time in the meantime. */
export async function earlierResult(session: Session, { action, key, inputHash }: Keyed): Promise<Refs | null> {
  const kept = await session.ask(
    `select json_build_object('hash', encode(input_hash, 'hex'), 'result', result)::text from idempotency
      where organization_id = app_org() and mutation = $1 and key = $2 and created_at > now() - interval '72 hours'`,
    [action, key],
  );
  if (kept === null) return null;
  const { hash, result } = JSON.parse(kept) as { hash: string; result: Refs };
  if (hash !== inputHash) throw new AppError('IDEMPOTENCY_MISMATCH', { field: 'input.idempotencyKey' });
  return result;
}

export const keepResult = (session: Session, { action, key, inputHash }: Keyed, refs: Refs): void =>
  session.send(
    `insert into idempotency (organization_id, mutation, key, input_hash, result)
      values (app_org(), $1, $2, decode($3, 'hex'), $4::jsonb || jsonb_build_object('position', tx_position()))
      on conflict (organization_id, mutation, key) do update set input_hash = excluded.input_hash,
        result = excluded.result, created_at = now()`,
    [action, key, inputHash, JSON.stringify(refs)],
  );
