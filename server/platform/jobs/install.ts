import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import type { AnyJobKind } from './job.ts';

export const jobSchema = 'jobs';

/** Of every queue: see {@link AnyJobKind}. */
const queueOptions = {
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 60,
  // A worker that has not been heard of for so long is dead: its jobs are given to another one.
  heartbeatSeconds: 10,
  expireInSeconds: 60,
  deleteAfterSeconds: 604_800,
};

/**
 * Makes or migrates pg-boss's schema and its queues, as the owner: the role that works them may not. Those who enqueue
 * may add jobs and read nothing of them but the id of what they added.
 */
export async function installJobs(client: Client, kinds: readonly AnyJobKind[]): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values as unknown[]) },
    schema: jobSchema,
    migrate: true,
    supervise: false,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  let failure: unknown = null;
  boss.on('error', (error) => (failure = error));
  await boss.start();
  try {
    for (const kind of kinds) await ensureQueue(boss, kind);
    await client.query(`
      grant usage on schema ${jobSchema} to lt_jobs, lt_user;
      grant select, insert, update, delete on all tables in schema ${jobSchema} to lt_jobs;
      grant execute on all functions in schema ${jobSchema} to lt_jobs;
      grant select on ${jobSchema}.queue to lt_user;
      grant insert, select (id) on ${jobSchema}.job_common to lt_user;
      grant execute on function ${jobSchema}.job_now() to lt_user;
    `);
  } finally {
    await boss.stop({ graceful: false, close: false });
  }
  if (failure) throw failure;
}

async function ensureQueue(boss: PgBoss, { name, retries }: AnyJobKind): Promise<void> {
  const options = { ...queueOptions, ...(retries !== undefined && { retryLimit: retries }) };
  if (await boss.getQueue(name)) await boss.updateQueue(name, options);
  else await boss.createQueue(name, options);
}
