import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '../../server/platform/db/embedded.ts';
import { createLog } from '../../server/platform/log.ts';
import { root, stopProcess } from '../support/child.ts';
import { startProduct, withDatabase } from '../support/product.ts';
import { makeData } from './make.ts';
import { counts } from './statements.ts';

export const workFolder = join(root, 'bench', '.data');
/** Measured on a copy, so that what a run writes does not stay. */
const copyName = 'bench_run';

export interface BenchDatabase {
  /** Of the owner, for the copy. */
  url: string;
  postmaster: number;
  counts: Record<string, number>;
  stop(): Promise<void>;
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

/** PostgreSQL of its own with data of this size, made where it is not there yet or was made by other code. */
export async function openBenchDatabase(size: number, label: string): Promise<BenchDatabase> {
  const folder = join(workFolder, label);
  let postgres = await start(folder);
  if (!(await isMade(postgres.url))) {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
    postgres = await start(folder);
    await make(postgres, size, label);
  }
  const url = new URL(postgres.url);
  const { pathname: pristine } = url;
  url.pathname = `/${copyName}`;
  await withClient(atDatabase(postgres.url, 'postgres'), async (client) => {
    await client.query(`drop database if exists ${copyName} with (force)`);
    await client.query(`create database ${copyName} template ${pristine.slice(1)} strategy file_copy`);
  });
  const [found] = await withClient(
    url.toString(),
    async (client) => (await client.query<Record<string, number>>(counts)).rows,
  );
  const postmaster = Number(readFileSync(join(folder, 'pg', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  return {
    url: url.toString(),
    postmaster,
    counts: found!,
    async stop() {
      await withClient(atDatabase(postgres.url, 'postgres'), (client) =>
        client.query(`drop database ${copyName} with (force)`),
      );
      await postgres.stop();
    },
  };
}

const start = (folder: string): Promise<EmbeddedDatabase> => startEmbedded({ dataDir: folder, log: createLog('warn') });

function atDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}

/** Of everything that the data follows from: migrations, seeds, and what makes it. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'bench/data', 'server/seeds']) {
    for (const name of readdirSync(join(root, folder)).toSorted()) hash.update(readFileSync(join(root, folder, name)));
  }
  return hash.digest('hex');
}

async function isMade(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ known: boolean }>(`select to_regclass('bench.made') is not null as known`);
    if (!rows[0]!.known) return false;
    const made = await client.query<{ fingerprint: string }>('select fingerprint from bench.made');
    return made.rows[0]?.fingerprint === fingerprint();
  });
}

/** The server itself migrates and loads bodies; it is then stopped, so that the data is written without it. */
async function make(postgres: EmbeddedDatabase, size: number, label: string): Promise<void> {
  const tell = (step: string): void => void process.stderr.write(`  data ${label}: ${step} (${seconds(began)} s)\n`);
  const began = performance.now();
  const server = await startProduct({
    environment: withDatabase(postgres.url),
    logFile: join(workFolder, 'server.log'),
  });
  await stopProcess(server.child);
  tell('migrated, bodies loaded');
  await withClient(postgres.url, async (client) => {
    await makeData(client, size, tell);
    await client.query('create table bench.made as select $1::text as fingerprint', [fingerprint()]);
  });
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1);
