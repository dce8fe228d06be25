import type { Log } from '../log.ts';
import type { Mailer } from '../mail/mailer.ts';
import type { EventRecord } from '../transact.ts';

/** When a job runs at the earliest; absent: at once. */
export interface JobOptions {
  startAfter?: Date;
}

/** A job's own transaction, as role lt_jobs: rows are open to it as far as its policies say. */
export interface JobTx {
  /** One statement with `$1` places. */
  query<T extends object>(text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Writes a line of the log in the name of an organization; nobody is its actor. */
  record(organizationId: string, event: EventRecord): Promise<void>;
  /** Further work, told of only if this transaction commits. */
  enqueue<Data extends object>(kind: JobKind<Data>, data: Data, options?: JobOptions): Promise<void>;
  readonly now: Date;
  readonly log: Log;
  readonly mailer: Mailer | null;
  /** Aborted when the process wants to end, or the job was given to another one. */
  readonly signal: AbortSignal;
}

/** What leaves the database, run after the commit: a network call must not hold a transaction. Where it rejects, the job is tried again. */
export type Effect = () => Promise<void>;

/**
 * A kind of background work, declared in a module's `x.jobs.ts` and listed in modules/index.ts.
 *
 * A job is a hint, the rows are the truth: it may run twice (a process may die after its commit), late, or when it is no
 * longer needed, so that `run` looks first and has its effects once. It commits all or nothing; a job that throws is
 * tried again after 1, 2, 4 … seconds, then kept as failed for a week.
 */
export interface JobKind<Data extends object = object> {
  /** `module.act`, lasting: jobs wait under it over restarts. */
  readonly name: string;
  run(tx: JobTx, data: Data): Promise<void | Effect>;
  /** Cron expression in Asia/Ho_Chi_Minh, for a sweep: one run for everything missed. Its data are `{}`. */
  readonly every?: string;
  /** Tries after the first one; 5 where absent. */
  readonly retries?: number;
}

/** The list that modules/index.ts gives: whatever data each kind takes, it was enqueued with them. */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyJobKind = JobKind<any>;
