import { queryOf, type Query } from '../../platform/db/query.ts';
import type { JobTx } from '../../platform/jobs/job.ts';
import type { EventRecord, Tx } from '../../platform/transact.ts';

/** What the work on clocks needs of its transaction: a request's, or that of a job. */
export interface ClockTx {
  readonly query: Query;
  /** A statement whose result is not looked at; a request sends it together with the next one. */
  run(text: string, values: readonly unknown[]): Promise<void>;
  /** Writes a line of the log in the name of the body whose clock it is; nobody is its actor. */
  record(organizationId: string, event: EventRecord): Promise<void>;
  readonly now: Date;
}

/** Of a request: it may start and stop other bodies' clocks where it makes something happen that they hang on. */
export function clockTxOf(tx: Tx): ClockTx {
  const { organizationId: own, actorId } = tx.viewer;
  const speakAs = (organizationId: string, actor: string): Promise<void> =>
    tx.run(`select set_config('app.org', $1, true), set_config('app.actor', $2, true)`, [organizationId, actor]);
  return {
    query: queryOf(tx),
    run: (text, values) => tx.run(text, values),
    now: tx.now,
    async record(organizationId, event) {
      await speakAs(organizationId, '');
      await tx.record(event);
      await speakAs(own, actorId);
    },
  };
}

export const clockTxOfJob = ({ query, record, now }: JobTx): ClockTx => ({
  query,
  run: async (text, values) => void (await query(text, values)),
  record,
  now,
});
