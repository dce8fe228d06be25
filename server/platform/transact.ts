import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { authorize, type Action } from './auth/policy.ts';
import { sessionOf, type ViewerContext } from './context.ts';
import type { AppError } from './errors.ts';
import { insertOf, type Insert } from './db/insert.ts';
import type { Session } from './db/session.ts';
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

export type { Refs } from './idempotency.ts';

/**
 * A use case inside its transaction. What is locked, inserted, derived and recorded waits and goes out together, with
 * the next question or with the commit: a use case that asks nothing is one round trip. `em` is for those that load and
 * change entities; each of its statements is a round trip.
 */
export interface Tx extends ViewerContext {
  readonly em: EntityManager;
  readonly now: Date;
  /** Waits until nobody else changes these objects; in one order for all, before the first write. */
  lock(...ids: (string | null)[]): Promise<void>;
  /** A new row of the entity's table. */
  insert: Insert;
  /** The first column of the first row, as text; null where there is none. */
  ask(text: string, values: readonly unknown[]): Promise<string | null>;
  /** Waits like what is written; where the query does not yield true, the use case fails with the error. */
  expect(query: string, values: readonly unknown[], otherwise: () => AppError): void;
  /** Calls a function that brings derived rows in step with what was written; it may record events. */
  derive(text: string, values: readonly unknown[]): Promise<void>;
  /** Any other statement whose result is not looked at; it records no event. */
  run(text: string, values: readonly unknown[]): Promise<void>;
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

/** What has been recorded in a transaction, by use cases and by what derives access and status. */
export interface RecordedEvent extends Omit<EventRecord, 'organizationIds'> {
  issueId: string | null;
  matterId: string | null;
}

/** What a module of higher rank does in the transaction in which something happened: start a clock, enqueue a job. */
export interface Reaction {
  readonly to: ReadonlySet<string>;
  react(tx: Tx, event: RecordedEvent): Promise<void>;
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
  const key = keyed(action, input);
  for (let attempt = 1; ; attempt += 1) {
    const session = sessionOf(context);
    try {
      return await runOnce(context, session, { key, work });
    } catch (error) {
      await session.rollback();
      const earlier = key && mayBeRepeat(session, error) ? await earlierOf(context, key) : null;
      if (earlier) return earlier;
      const again = isTaken(error) || retryable.has((error as { code?: string }).code ?? '');
      if (attempt >= maxAttempts || !again) throw session.refusal ?? error;
      await delay(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/** A refusal before the key was looked at may be of a request that once went through. */
const mayBeRepeat = (session: Session, error: unknown): boolean => isTaken(error) || !session.hasBegun;

async function earlierOf(context: ViewerContext, key: Keyed): Promise<Refs | null> {
  const session = sessionOf(context);
  try {
    return await earlierResult(session, key);
  } finally {
    await session.rollback();
  }
}

async function runOnce(
  context: ViewerContext,
  session: Session,
  { key, work }: { key: Keyed | null; work: (tx: Tx) => Promise<Refs> },
): Promise<Refs> {
  if (key) takeKey(session, key);
  const { tx, events, flush } = openTx(context, session);
  const made = await work(tx);
  await flush();
  await reactTo(tx, await events());
  await flush();
  if (key) keepResult(session, key, made);
  context.payload?.read(session, made);
  let position: string | null = null;
  session.send('select tx_position()', [], (place) => {
    position = place;
  });
  await session.commit();
  const refs = { ...made, position };
  if (context.payload) context.payload.committed = refs;
  return refs;
}

interface OpenTx {
  tx: Tx;
  /** Writes what the entity manager still holds. */
  flush(): Promise<void>;
  /** What has been recorded so far and some module reacts to. */
  events(): Promise<RecordedEvent[]>;
}

function openTx(context: ViewerContext, session: Session): OpenTx {
  const recorded: RecordedEvent[] = [];
  let manager: EntityManager | null = null;
  // Functions of the database record events too, and the entity manager may have called some.
  let mayHaveMore = false;
  const flush = async (): Promise<void> => manager?.flush();
  const send: Tx['ask'] = async (text, values) => {
    await flush();
    session.send(text, values);
    return null;
  };
  const tx: Tx = {
    ...context,
    now: context.clock(),
    get em() {
      mayHaveMore = true;
      return (manager ??= session.entityManager(context.orm));
    },
    lock: (...ids) => lockAll(session, ids),
    insert: insertOf(context.orm, session),
    ask: (text, values) => session.ask(text, values),
    expect: (query, values, otherwise) => session.expect(query, values, otherwise),
    derive: async (text, values) => {
      mayHaveMore = true;
      await send(text, values);
    },
    run: async (text, values) => void (await send(text, values)),
    record: async ({ organizationIds, ...event }) => {
      await send(recordText, valuesOf({ ...event, organizationIds }));
      recorded.push({ ...event, issueId: event.issueId ?? null, matterId: event.matterId ?? null });
    },
  };
  const events = async (): Promise<RecordedEvent[]> => {
    const types = new Set(context.reactions.flatMap((reaction) => [...reaction.to]));
    if (types.size === 0) return [];
    return mayHaveMore ? askForEvents(session, types) : recorded.filter((event) => types.has(event.type));
  };
  return { tx, flush, events };
}

/**
 * Advisory locks take no transaction number: an entity's events are then numbered in the order of its changes
 * (server/decisions/002-log-horizon.md). Sorted, so that two transactions never wait for each other.
 */
async function lockAll(session: Session, ids: (string | null)[]): Promise<void> {
  const sorted = [...new Set(ids.filter((id) => id !== null))].toSorted();
  for (const id of sorted) session.send('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
}

const recordText = 'select record_event($1, $2, $3::uuid, $4::uuid, $5, $6::uuid, $7::uuid[])';

const valuesOf = (event: EventRecord): unknown[] => [
  event.type,
  event.scope,
  event.issueId,
  event.matterId,
  event.subjectKind,
  event.subjectId,
  event.organizationIds,
];

async function askForEvents(session: Session, types: ReadonlySet<string>): Promise<RecordedEvent[]> {
  const rows = await session.ask(
    `select coalesce(json_agg(json_build_object('type', type, 'scope', scope, 'issueId', issue_id, 'matterId', matter_id,
      'subjectKind', subject_kind, 'subjectId', subject_id) order by id), '[]')::text from recorded_events($1::text[])`,
    [[...types]],
  );
  return JSON.parse(rows!) as RecordedEvent[];
}

/** Events of reactions are not reacted to: no act starts an endless chain. */
async function reactTo(tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  for (const event of events) {
    for (const reaction of tx.reactions) if (reaction.to.has(event.type)) await reaction.react(tx, event);
  }
}
