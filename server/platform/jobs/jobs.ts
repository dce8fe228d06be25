import type { EntityManager } from '@mikro-orm/postgresql';
import type { Transaction } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { fromKysely, PgBoss, type Db, type Job, type JobResult } from 'pg-boss';
import type { Log } from '../log.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { EventRecord } from '../transact.ts';
import { jobSchema } from './install.ts';
import type { AnyJobKind, Effect, JobKind, JobOptions, JobTx } from './job.ts';

/** Background work over PostgreSQL, shared by every process on the same database. */
export interface Jobs {
  /** In the transaction of `em`: rolled back, the job never was. */
  enqueue<Data extends object>(em: EntityManager, kind: JobKind<Data>, data: Data, options?: JobOptions): Promise<void>;
  /** Begins to take jobs; without it this process only hands them in. */
  work(): Promise<void>;
  /** Lets what is running end, for a while, and takes nothing more. */
  close(): Promise<void>;
}

export interface JobsOptions {
  /** Connections as lt_jobs. */
  pool: Pool;
  kinds: readonly AnyJobKind[];
  clock: () => Date;
  /** null where no SMTP server is configured. */
  mailer: Mailer | null;
  log: Log;
}

const pollSeconds = 0.5;
const batchSize = 20;
const drainMs = 8000;

/** The schema and the queues are there already, see {@link installJobs}. */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { pool, kinds, log } = options;
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: jobSchema,
    migrate: false,
    supervise: true,
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 4,
    cronMonitorIntervalSeconds: 10,
    cronWorkerIntervalSeconds: 2,
    // Rebuilding an index needs its owner.
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', (error) => log.warn({ err: error }, 'background work could not be looked after'));
  await boss.start();
  const send = (db: Db, { name }: AnyJobKind, data: object, { startAfter }: JobOptions = {}): Promise<unknown> =>
    boss.send(name, data, { db, ...(startAfter && { startAfter }) });
  return {
    async enqueue(em, kind, data, sendOptions) {
      const transaction = em.getTransactionContext<Transaction<unknown>>();
      if (!transaction) throw new Error(`${kind.name} was enqueued outside a transaction`);
      await send(fromKysely(transaction), kind, data, sendOptions);
    },
    async work() {
      for (const kind of kinds) {
        await boss.work(
          kind.name,
          { batchSize, burstWhenBatchFull: true, pollingIntervalSeconds: pollSeconds, perJobResults: true },
          (jobs: Job[]) => runBatch({ ...options, send }, kind, jobs),
        );
        if (kind.every) await boss.schedule(kind.name, kind.every, {}, { tz: 'Asia/Ho_Chi_Minh', missed: 'once' });
        else await boss.unschedule(kind.name);
      }
    },
    close: () => boss.stop({ graceful: true, timeout: drainMs, close: false }),
  };
}

interface Workshop extends JobsOptions {
  send: (db: Db, kind: AnyJobKind, data: object, options?: JobOptions) => Promise<unknown>;
}

async function runBatch(workshop: Workshop, kind: AnyJobKind, jobs: Job[]): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const job of jobs) {
    try {
      // Given back at once, the next process need not wait for the rest of the batch.
      job.signal.throwIfAborted();
      await runOne(workshop, kind, job);
      results.push({ id: job.id, status: 'completed' });
    } catch (error) {
      workshop.log.warn({ err: error, job: kind.name }, 'a job failed');
      // What an error says may quote rows: only its code is kept with the job.
      results.push({
        id: job.id,
        status: 'failed',
        output: { code: String((error as { code?: unknown }).code ?? '') },
      });
    }
  }
  return results;
}

async function runOne(workshop: Workshop, kind: AnyJobKind, job: Job): Promise<void> {
  const effect = await commitOne(workshop, kind, job);
  if (effect) await effect();
}

async function commitOne(workshop: Workshop, kind: AnyJobKind, job: Job): Promise<void | Effect> {
  const client = await workshop.pool.connect();
  let isUsable = false;
  try {
    await client.query('begin');
    let effect: void | Effect;
    try {
      effect = await kind.run(transactionOf(workshop, client, job), job.data ?? {});
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      isUsable = true;
      throw error;
    }
    isUsable = true;
    return effect;
  } finally {
    client.release(!isUsable);
  }
}

function transactionOf({ clock, log, mailer, send }: Workshop, client: PoolClient, { signal }: Job): JobTx {
  const query: JobTx['query'] = async (text, values = []) => (await client.query(text, [...values])).rows as never;
  const db: Db = { executeSql: async (text, values) => ({ rows: await query(text, values) }) };
  return {
    query,
    record: (organizationId, event) => recordAs(query, organizationId, event),
    enqueue: async (kind, data, options) => void (await send(db, kind, data, options)),
    now: clock(),
    log,
    mailer,
    signal,
  };
}

async function recordAs(query: JobTx['query'], organizationId: string, event: EventRecord): Promise<void> {
  const { type, scope, issueId, matterId, subjectKind, subjectId, organizationIds } = event;
  await query(`select set_config('app.org', $1, true)`, [organizationId]);
  await query('select record_event($1, $2, $3, $4, $5, $6, $7)', [
    type,
    scope,
    issueId ?? null,
    matterId ?? null,
    subjectKind,
    subjectId,
    organizationIds ?? null,
  ]);
}
