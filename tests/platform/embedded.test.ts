import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { accountFor, EmbeddedDatabaseError, findBinaries } from '../../server/platform/db/embedded-home.ts';
import { startEmbedded } from '../../server/platform/db/embedded.ts';
import type { EmbeddedDatabase } from '../../server/platform/db/embedded.ts';
import { createLog } from '../../server/platform/log.ts';
import { quickest } from '../support/quickest.ts';

const log = createLog('silent');
const MODULE = new URL('../../server/platform/db/embedded.ts', import.meta.url).href;
const LOG_MODULE = new URL('../../server/platform/log.ts', import.meta.url).href;

let parent: string;
let dataDir: string;
const running = new Set<EmbeddedDatabase>();
const children = new Set<ChildProcess>();

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'lt-embedded-'));
  // Passable, or root's PostgreSQL would keep its data elsewhere.
  await chmod(parent, 0o755);
  dataDir = join(parent, 'data');
});

afterEach(async () => {
  for (const child of children) {
    child.kill('SIGKILL');
  }
  await Promise.all([...running].map((database) => database.stop()));
  running.clear();
  children.clear();
});

afterAll(async () => {
  await rm(parent, { recursive: true, force: true });
});

async function start(folder = dataDir): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir: folder, log });
  running.add(database);
  return database;
}

async function query<T>(url: string, sql: string): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: T }>(sql);
    return rows[0]?.value as T;
  } finally {
    await client.end();
  }
}

/** Another process that starts the database in `dataDir` and runs `then`; resolves with its first line of output. */
async function startElsewhere(then = ''): Promise<{ child: ChildProcess; url: string; output: () => string }> {
  const code = `
    import { startEmbedded } from '${MODULE}';
    import { createLog } from '${LOG_MODULE}';
    import { Client } from 'pg';
    const database = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, log: createLog('silent') });
    ${then}
    console.log(database.url);
    setInterval(() => {}, 1e6);`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', code];
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  for (const deadline = Date.now() + 20_000; !output.includes('\n') && Date.now() < deadline;) {
    await sleep(20);
  }
  return { child, url: output.split('\n')[0] ?? '', output: () => output };
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('exit', resolve));
}

async function serverPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** A server without anybody who looks after it, as a run leaves it whose processes were all killed but one. */
async function leaveServerBehind(): Promise<number> {
  const cluster = join(dataDir, 'pg');
  const account = await accountFor(cluster);
  const program = join(await findBinaries(account), 'bin', 'postgres');
  const args = ['-D', cluster, '-k', cluster, '-c', 'listen_addresses='];
  spawn(program, args, { ...account, detached: true, stdio: 'ignore', cwd: '/' }).unref();
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(20)) {
    const state = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
    if (state.includes('ready')) {
      return serverPid();
    }
  }
  throw new Error('the server to be left behind did not start');
}

describe('what startEmbedded refuses', () => {
  it('a folder that another start is using, in this process or another', async () => {
    await start();
    await expect(start()).rejects.toThrow(EmbeddedDatabaseError);
    await expect(start()).rejects.toThrow(/Another running server uses the data folder .*data: stop it/);
    await running.values().next().value?.stop();
    await startElsewhere();
    await expect(start()).rejects.toThrow(/Another running server/);
  });

  it('a cluster of another version, and one whose password is lost', async () => {
    const folder = join(parent, 'other');
    await mkdir(join(folder, 'pg'), { recursive: true });
    await writeFile(join(folder, 'pg', 'PG_VERSION'), '17\n');
    await expect(start(folder)).rejects.toThrow(/made by PostgreSQL 17, this is 18/);
    await writeFile(join(folder, 'pg', 'PG_VERSION'), '18\n');
    await expect(start(folder)).rejects.toThrow(/pg\.password is missing/);
  });

  it('a folder it cannot make, and lets go of it', async () => {
    await writeFile(join(parent, 'file'), '');
    await expect(start(join(parent, 'file', 'data'))).rejects.toThrow(/cannot be used/);
    await rm(join(parent, 'file'));
    expect(await query((await start(join(parent, 'file', 'data'))).url, 'select 1 as value')).toBe(1);
  });
});

describe('a start', () => {
  it('makes a crash-safe UTF-8 database, its password readable by this user only', async () => {
    const { url } = await start();
    const setting = (name: string) => query<string>(url, `select current_setting('${name}') as value`);
    expect(await query(url, 'select current_database() as value')).toBe('lien_thong');
    expect(await query(url, "select lower('ĐƯỜNG NGẬP') as value")).toBe('đường ngập');
    await query(url, 'create extension if not exists ltree');
    expect(await query(url, "select 'đường.ngập'::ltree::text as value")).toBe('đường.ngập');
    expect(
      await Promise.all(['fsync', 'TimeZone', 'jit', 'max_prepared_transactions', 'max_connections'].map(setting)),
    ).toEqual(['on', 'UTC', 'off', '0', '100']);
    expect((await stat(join(dataDir, 'pg.password'))).mode & 0o777).toBe(0o600);
  });

  it('finds its data again, in well under three seconds', async () => {
    const first = await start();
    await query(first.url, 'create table if not exists kept (n int)');
    await query(first.url, 'insert into kept values (1)');
    let latest = first;
    const again = async (): Promise<number> => {
      await latest.stop();
      await latest.exited;
      const began = performance.now();
      latest = await start();
      return performance.now() - began;
    };
    expect(await quickest(3000, again)).toBeLessThan(3000);
    expect(await query(latest.url, 'select count(*)::int as value from kept')).toBe(1);
  });

  it('after one that was cut short begins anew', async () => {
    const folder = join(parent, 'cut');
    await mkdir(join(folder, 'pg.new-0000'), { recursive: true });
    await writeFile(join(folder, 'pg.new-0000', 'PG_VERSION'), '18\n');
    await start(folder);
    expect((await readdir(folder)).toSorted()).toEqual(['pg', 'pg.log', 'pg.password']);
  });

  it('keeps statements and values out of the server’s own log', async () => {
    const { url } = await start();
    await expect(query(url, "select 'Nguyen Thi Lan'::uuid as value")).rejects.toThrow(/invalid input/);
    expect(await readFile(join(dataDir, 'pg.log'), 'utf8')).not.toContain('Lan');
  });
});

describe('after kill -9', () => {
  it('of the process, the server ends soon, and nothing committed is lost', async () => {
    const { child, url } = await startElsewhere();
    await query(url, 'create table if not exists survived (n int)');
    await query(url, 'insert into survived values (1)');
    const gone = ended(child);
    child.kill('SIGKILL');
    await gone;
    const { url: again } = await start();
    expect(await query(again, 'select count(*)::int as value from survived')).toBe(1);
  });

  it('of everything but the server, the next start stops that one first', async () => {
    await (await start()).stop();
    const left = await leaveServerBehind();
    const { url } = await start();
    expect(await serverPid()).not.toBe(left);
    expect(await query(url, 'select 1 as value')).toBe(1);
  });

  it('of the server too, a start is not misled by a process number that now means another process', async () => {
    await (await start()).stop();
    const left = await leaveServerBehind();
    process.kill(left, 'SIGKILL');
    const file = join(dataDir, 'pg', 'postmaster.pid');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid)));
    expect(await query((await start()).url, 'select 1 as value')).toBe(1);
  });
});

describe('a stop', () => {
  it('by Ctrl-C is the process’s own: the terminal’s signal does not reach the server', async () => {
    const { child, output } = await startElsewhere(`
      process.once('SIGINT', async () => {
        const client = new Client({ connectionString: database.url });
        await client.connect();
        await client.query('select 1');
        await client.end();
        console.log('served');
        await database.stop();
        process.exit(0);
      });`);
    const gone = ended(child);
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect(await gone).toBe(0);
    expect(output()).toContain('served');
    expect(existsSync(join(dataDir, 'pg', 'postmaster.pid'))).toBe(false);
  });

  it('can be asked for twice', async () => {
    const database = await start();
    await Promise.all([database.stop(), database.stop()]);
    await start();
  });
});

describe('an ephemeral database', () => {
  it('is fast instead of crash-safe, and leaves nothing behind', async () => {
    const database = await startEmbedded({ dataDir: '', log, ephemeral: true });
    running.add(database);
    const folder = await query<string>(database.url, "select current_setting('data_directory') as value");
    expect(await query(database.url, "select current_setting('fsync') as value")).toBe('off');
    await database.stop();
    expect(existsSync(folder)).toBe(false);
    expect(existsSync(join(folder, '..'))).toBe(false);
  });
});
