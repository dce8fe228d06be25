import type { Pool } from 'pg';
import type { Log } from '../log.ts';

const everyMs = 3_600_000;

/** Removes what has had its time: results kept for repeated requests (72 h). Returns what stops it. */
export function startMaintenance(pool: Pool, log: Log): () => void {
  const run = async (): Promise<void> => {
    try {
      await pool.query(`delete from idempotency where created_at < now() - interval '72 hours'`);
    } catch (error) {
      log.warn({ err: error }, 'expired results could not be removed; trying again in an hour');
    }
  };
  void run();
  const timer = setInterval(() => void run(), everyMs).unref();
  return () => clearInterval(timer);
}
