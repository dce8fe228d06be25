import { migrations } from '../../migrations/index.ts';
import { Client } from 'pg';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { startEmbedded, type EmbeddedDatabase } from '../../server/platform/db/embedded.ts';
import { migrate } from '../../server/platform/db/migrate.ts';
import { createLog } from '../../server/platform/log.ts';
import { growTo } from './data.ts';

const log = createLog('warn');

/** A PostgreSQL of its own that counts statements, with one database per size; both are kept for the next run. */
export async function startCluster(dataDir: string): Promise<EmbeddedDatabase> {
  const started = await startEmbedded({ dataDir, log });
  const isCounting = await withClient(started.url, async (client) => {
    const { rows } = await client.query<{ setting: string }>(
      `select current_setting('shared_preload_libraries') as setting`,
    );
    if (rows[0]!.setting === 'pg_stat_statements') return true;
    await client.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
    await client.query(`alter system set shared_buffers = '512MB'`);
    await client.query(`alter system set synchronous_commit = 'off'`);
    await client.query(`alter system set max_wal_size = '1GB'`);
    return false;
  });
  if (isCounting) return started;
  await started.stop();
  return startEmbedded({ dataDir, log });
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The database with so many made issues, migrated to the newest schema. */
export async function databaseOf(clusterUrl: string, size: number): Promise<string> {
  const name = `growth_${size}`;
  const url = clusterUrl.replace(/[^/]+$/, name);
  const isThere = await withClient(clusterUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${name}`);
    return Boolean(rowCount);
  });
  if (!isThere) {
    const environment = {
      DATABASE_URL: url,
      APP_SECRET: 'x'.repeat(40),
      PORT: '0',
      DEMO: 'accounts',
      LOG_LEVEL: 'warn',
    };
    await (await createApp(readConfig(environment), log)).close();
  }
  await migrate(url, migrations);
  await withClient(url, async (client) => {
    await client.query('create extension if not exists pg_stat_statements');
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from issue where code like 'HT-G-%'`,
    );
    const { count } = rows[0]!;
    if (count < size) await growTo(client, count, size);
  });
  return url;
}
