import { migrations } from '../migrations/index.ts';
import { ConfigError, readConfig } from './config.ts';
import { asOwner } from './platform/db/database.ts';
import { startEmbedded } from './platform/db/embedded.ts';
import { EmbeddedDatabaseError } from './platform/db/embedded-home.ts';
import { migrate } from './platform/db/migrate.ts';
import { createLog } from './platform/log.ts';
import { rebuildAccess } from './repair/rebuild-access.ts';

/** `npm run rebuild -- access`: beside a running server with DATABASE_URL, instead of it with the embedded database. */
async function main(): Promise<void> {
  if (process.argv[2] !== 'access') throw new ConfigError([{ variable: 'the argument', expected: 'access' }]);
  const config = readConfig(process.env);
  const embedded =
    config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir, log: createLog('warn') }) : null;
  try {
    const url = embedded?.url ?? config.databaseUrl!;
    await migrate(url, migrations);
    const finished = await asOwner(url, (owner) =>
      rebuildAccess(owner, {
        batch: config.rebuildBatch,
        onBatch: ({ name, done, repaired }) => say(`${name}: ${done} looked at, ${repaired} rows repaired`),
      }),
    );
    for (const { name, repaired } of finished) say(`${name}: complete, ${repaired} rows repaired`);
  } finally {
    await embedded?.stop();
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await main().catch((error: unknown) => {
  if (!(error instanceof ConfigError || error instanceof EmbeddedDatabaseError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
