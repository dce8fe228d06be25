import { localDate } from '../../platform/days.ts';
import type { AnyJobKind, JobKind, JobTx } from '../../platform/jobs/job.ts';

/** Of one transaction: the log's horizon waits for no more. */
const mostAtOnce = 100;

/** Tells of promises whose day is over, once for each, whoever runs it and however often; returns how many. */
export async function passCommitments({ query, now }: Pick<JobTx, 'query' | 'now'>): Promise<number> {
  const [row] = await query<{ count: number }>('select pass_commitments($1::date, $2) as count', [
    localDate(now),
    mostAtOnce,
  ]);
  return row!.count;
}

const pass: JobKind = {
  name: 'commitment.pass',
  every: '*/10 * * * *',
  async run(tx) {
    if ((await passCommitments(tx)) === mostAtOnce) await tx.enqueue(pass, {});
  },
};

export const commitmentJobs: readonly AnyJobKind[] = [pass];
