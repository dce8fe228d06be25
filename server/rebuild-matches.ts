import 'reflect-metadata';
import { jobKinds } from './modules/index.ts';
import { startRebuild, stepRebuild } from './modules/matches/match-rebuild.service.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { migrations } from '../migrations/index.ts';
import { openDatabase } from './platform/db/database.ts';
import { startEmbedded } from './platform/db/embedded.ts';
import { EmbeddedDatabaseError } from './platform/db/embedded-home.ts';
import { installJobs } from './platform/jobs/install.ts';
import { openJobs } from './platform/jobs/jobs.ts';
import { createLog } from './platform/log.ts';

/** `npm run matches:rebuild`: matches everything anew, with progress; a run that was cut off is continued. */
async function main(config: Config): Promise<void> {
  const log = createLog('warn');
  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir, log }) : null;
  try {
    const database = await openDatabase({
      ownerUrl: embedded?.url ?? config.databaseUrl!,
      secret: config.appSecret,
      poolSize: 1,
      entities: [],
      migrations: [...migrations],
      install: (owner) => installJobs(owner, jobKinds),
      log,
    });
    const jobs = await openJobs({ pool: database.jobs, kinds: jobKinds, clock: () => new Date(), mailer: null, log });
    try {
      await jobs.run(startRebuild);
      for (;;) {
        const progress = await jobs.run(stepRebuild);
        if (!progress) return void process.stdout.write('Another process is at it.\n');
        process.stdout.write(`${progress.phase} ${progress.done} / ${progress.total}\n`);
        if (progress.phase === 'DONE') return;
      }
    } finally {
      await jobs.close();
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}

try {
  await main(readConfig(process.env));
} catch (error) {
  if (!(error instanceof ConfigError) && !(error instanceof EmbeddedDatabaseError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
