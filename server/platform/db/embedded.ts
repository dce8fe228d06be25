import { mkdir, mkdtemp, realpath, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Log } from '../log.ts';
import { hasCluster, initialise, keepPassword, SUPERUSER } from './embedded-cluster.ts';
import { accountFor, EmbeddedDatabaseError, findBinaries, makePrivate, placeCluster } from './embedded-home.ts';
import type { Home } from './embedded-home.ts';
import { lockFolder } from './embedded-lock.ts';
import { clearLeftovers, launch, PostmasterFailure } from './embedded-process.ts';
import type { Launch, Postmaster } from './embedded-process.ts';

const DATABASE = 'lien_thong';
const SOCKET_PORT = 5432;
const LOG_BYTES = 1024 * 1024;
/** Of `sun_path` on macOS, the shortest of the supported systems; Linux has 107. */
const SOCKET_PATH_BYTES = 103;

const SETTINGS = {
  // The event log reads up to the oldest open transaction; a prepared one forgotten there would stop it for good.
  max_prepared_transactions: '0',
  max_connections: '100',
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  cluster_name: 'lien-thong',
  unix_socket_permissions: '0700',
  // Statements, details and parameters carry people's words; errors are logged by the server, stripped.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export interface EmbeddedOptions {
  /** Holds the cluster (`pg`), its password and log; made if absent. Not used when `ephemeral`. */
  readonly dataDir: string;
  readonly log: Log;
  /** A cluster for one test run: in a new folder, not crash-safe, deleted by `stop` and after a kill. */
  readonly ephemeral?: boolean;
}

export interface EmbeddedDatabase {
  /** Of the superuser, for the database `lien_thong`; a Unix socket where the path is short enough, else 127.0.0.1. */
  readonly url: string;
  /** Resolves when the server has ended: after `stop`, or on its own, which is fatal for the process. */
  readonly exited: Promise<void>;
  /** Disconnects everybody, writes a checkpoint, lets go of the folder. A second call waits for the first. */
  stop(): Promise<void>;
}

interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly settings: Record<string, string>;
}

async function openHome(dataDir: string): Promise<Home> {
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(dataDir);
  const lock = await lockFolder(folder);
  if (lock === null) {
    throw new EmbeddedDatabaseError(
      `Another running server uses the data folder ${folder}: stop it, or set another DATA_DIR (and PORT)`,
    );
  }
  try {
    const wanted = join(folder, 'pg');
    const account = await accountFor(wanted);
    const cluster = await placeCluster(wanted, account);
    return { folder, cluster, account, binaries: await findBinaries(account), release: lock.release };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openTemporaryHome(): Promise<Home> {
  const account = await accountFor(tmpdir());
  const binaries = await findBinaries(account);
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'lien-thong-')));
  await makePrivate(folder, account);
  const release = () => rm(folder, { recursive: true, force: true });
  return { folder, cluster: join(folder, 'pg'), account, binaries, release };
}

function socketEndpoint(cluster: string): Endpoint {
  const settings = { listen_addresses: '', unix_socket_directories: cluster, port: String(SOCKET_PORT) };
  return { host: cluster, port: SOCKET_PORT, settings };
}

async function tcpEndpoint(): Promise<Endpoint> {
  const port = await new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const chosen = (server.address() as AddressInfo).port;
      server.close(() => resolve(chosen));
    });
  });
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) };
  return { host: '127.0.0.1', port, settings };
}

/** A folder's name could end the quoted list item that `unix_socket_directories` takes. */
function fitsSocket(cluster: string): boolean {
  const path = join(cluster, `.s.PGSQL.${SOCKET_PORT}`);
  return Buffer.byteLength(path) <= SOCKET_PATH_BYTES && /^[\w/.+@~-]+$/.test(cluster);
}

/** Socket first (a third faster, nobody else can connect), then ports of 127.0.0.1 until one is still free. */
async function launchSomewhere(options: Launch): Promise<{ postmaster: Postmaster; endpoint: Endpoint }> {
  let useSocket = fitsSocket(options.cluster);
  for (let attempt = 1; ; attempt += 1) {
    const endpoint = useSocket ? socketEndpoint(options.cluster) : await tcpEndpoint();
    try {
      const postmaster = await launch({ ...options, settings: { ...options.settings, ...endpoint.settings } });
      return { postmaster, endpoint };
    } catch (error) {
      const output = error instanceof PostmasterFailure ? error.output : '';
      const dying = output.includes('pre-existing shared memory block');
      if (attempt === 20 || !(dying || /could not (create|bind)/i.test(output))) {
        throw error;
      }
      // Workers of a killed server need a moment to notice; any other fault is one of the address.
      useSocket &&= dying;
      await sleep(dying ? 250 : 0);
    }
  }
}

async function rotate(logFile: string): Promise<void> {
  const size = await stat(logFile).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_BYTES) {
    await rename(logFile, `${logFile}.1`);
  }
}

async function ensureDatabase(endpoint: Endpoint, password: string): Promise<void> {
  const { host, port } = endpoint;
  const client = new Client({ host, port, user: SUPERUSER, password, database: 'postgres', ssl: false });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) {
      await client.query(`create database ${DATABASE}`);
    }
  } finally {
    await client.end();
  }
}

async function boot(home: Home, ephemeral: boolean): Promise<{ url: string; postmaster: Postmaster }> {
  const { folder, cluster, account, binaries } = home;
  const initialised = await hasCluster(cluster);
  const password = await keepPassword(folder, initialised);
  if (!initialised) {
    await initialise(home, password, !ephemeral);
  }
  await clearLeftovers(cluster);
  const logFile = join(folder, 'pg.log');
  await rotate(logFile);
  const settings = ephemeral ? { ...SETTINGS, ...THROWAWAY } : SETTINGS;
  const removeAfterDeath = ephemeral ? folder : undefined;
  const launched = await launchSomewhere({ binaries, cluster, account, logFile, settings, removeAfterDeath });
  const { postmaster, endpoint } = launched;
  try {
    await ensureDatabase(endpoint, password);
  } catch (error) {
    await postmaster.stop('fast');
    throw error;
  }
  const host = encodeURIComponent(endpoint.host);
  return { url: `postgres://${SUPERUSER}:${password}@${host}:${endpoint.port}/${DATABASE}`, postmaster };
}

/** What the operator can act on stays as it is; the rest says at least where it happened. */
function explain(error: unknown, dataDir: string): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) {
    return error;
  }
  const { code, message } = error as NodeJS.ErrnoException;
  const cure = ['EACCES', 'EPERM', 'EROFS'].includes(code ?? '')
    ? ': start as the user who owns it, or set DATA_DIR'
    : '';
  return new EmbeddedDatabaseError(`The embedded database in ${dataDir} cannot be used${cure}\n${message}`, {
    cause: error,
  });
}

/**
 * Starts PostgreSQL 18 from the npm package, initialising the folder the first time, and stops what a killed run left.
 * The server is in a process group of its own: Ctrl-C does not reach it, it ends by `stop`, or soon after this process.
 * @throws EmbeddedDatabaseError, with a cure for the operator in its message
 */
export async function startEmbedded({ dataDir, log, ephemeral = false }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  if (platform() === 'win32') {
    throw new EmbeddedDatabaseError('The embedded database needs Linux or macOS (or WSL): set DATABASE_URL');
  }
  const began = performance.now();
  let home: Home | undefined;
  try {
    home = ephemeral ? await openTemporaryHome() : await openHome(dataDir);
    const { release } = home;
    const { url, postmaster } = await boot(home, ephemeral);
    log.info(
      { durationMs: Math.round(performance.now() - began), folder: home.cluster },
      'embedded PostgreSQL started',
    );
    const end = async (): Promise<void> => {
      await postmaster.stop(ephemeral ? 'immediate' : 'fast');
      await release();
    };
    let ending: Promise<void> | undefined;
    return { url, exited: postmaster.exited, stop: () => (ending ??= end()) };
  } catch (error) {
    await home?.release();
    throw explain(error, dataDir);
  }
}
