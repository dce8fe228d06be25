import type { Pool } from 'pg';
import { localDate } from '../../platform/days.ts';

/** Of one statement: the log's horizon waits for no more. */
const mostAtOnce = 100;

/**
 * Tells of every promise whose day is over, once for each, whoever runs it and however often; returns how many. The
 * pool is the one of the log: it acts for no organization.
 */
export async function passCommitments(pool: Pool, now: Date): Promise<number> {
  let passed = 0;
  for (;;) {
    const { rows } = await pool.query<{ count: number }>('select pass_commitments($1::date, $2) as count', [
      localDate(now),
      mostAtOnce,
    ]);
    passed += rows[0]!.count;
    if (rows[0]!.count < mostAtOnce) return passed;
  }
}
