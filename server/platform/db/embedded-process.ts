import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { open, readdir, readFile, readlink, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { BARE_ENV } from './embedded-cluster.ts';
import { EmbeddedDatabaseError } from './embedded-home.ts';
import type { Account } from './embedded-home.ts';

const run = promisify(execFile);

const POLL_MS = 10;
/** Covers crash recovery of a large log. */
const START_MS = 120_000;
const STOP_MS = 15_000;

export interface Launch {
  readonly binaries: string;
  readonly cluster: string;
  readonly account: Account | null;
  /** Appended to; holds the server's own lines, never statements. */
  readonly logFile: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Deleted when this process dies without stopping the server. */
  readonly removeAfterDeath?: string;
}

export interface Postmaster {
  /** Resolves when the server has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Ends open transactions, writes a checkpoint, waits; `immediate` skips the checkpoint. */
  stop(mode: 'fast' | 'immediate'): Promise<void>;
}

/** The server ended before it was ready; `output` is what it wrote about that. */
export class PostmasterFailure extends Error {
  override readonly name = 'PostmasterFailure';
  readonly output: string;

  constructor(output: string) {
    super(`PostgreSQL did not start:\n${output.trim()}`);
    this.output = output;
  }
}

async function readState(cluster: string): Promise<{ pid: number; ready: boolean } | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  const lines = text?.split('\n') ?? [];
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A number in postmaster.pid may belong to any process after a restart of the machine or container. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (platform() === 'linux') {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster;
  }
  const command = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return command.stdout.includes(cluster);
}

/** Does not wait for the process number to be free: a dead child of a dead parent may keep it, without a folder. */
async function endServer(pid: number, cluster: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) {
      return;
    }
    process.kill(pid, signal);
    for (const deadline = Date.now() + STOP_MS; Date.now() < deadline; await sleep(POLL_MS)) {
      if (!(await isServerOf(pid, cluster))) {
        return;
      }
    }
  }
  throw new EmbeddedDatabaseError(`A PostgreSQL left behind by an earlier run does not end: stop process ${pid}`);
}

/**
 * Clears what a killed run left: its server, if that still runs on this cluster, and lock files whose process number
 * now means another process. The caller holds the folder's lock, so that no living run of ours is using the cluster.
 */
export async function clearLeftovers(cluster: string): Promise<void> {
  const state = await readState(cluster);
  if (state !== null && isAlive(state.pid)) {
    if (await isServerOf(state.pid, cluster)) {
      await endServer(state.pid, cluster);
    } else {
      await rm(join(cluster, 'postmaster.pid'), { force: true });
    }
  }
  const sockets = (await readdir(cluster)).filter((name) => name.startsWith('.s.PGSQL.'));
  await Promise.all(sockets.map((name) => rm(join(cluster, name), { force: true })));
}

/**
 * A shell that waits for our end of its input to close, which the kernel does even after kill -9, and then stops the
 * server. Own process group, as the server: Ctrl-C reaches us first, and we stop the server after its last request.
 */
function watch(pid: number, { account, removeAfterDeath }: Launch): ChildProcess {
  const stop = 'read -r _; kill -INT "$0" 2>/dev/null';
  const wait = 'n=0; while [ -e "$1/pg/postmaster.pid" ] && [ $n -lt 100 ]; do n=$((n+1)); sleep 0.1; done';
  const script = removeAfterDeath === undefined ? stop : `${stop}; ${wait}; rm -rf -- "$1"`;
  const args = ['-c', script, String(pid), removeAfterDeath ?? ''];
  const watcher = spawn('/bin/sh', args, {
    ...account,
    cwd: '/',
    detached: true,
    env: BARE_ENV,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watcher.on('error', () => undefined);
  watcher.unref();
  (watcher.stdin as Socket).unref();
  return watcher;
}

function endingOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}

function control(child: ChildProcess, exited: Promise<void>): Postmaster['stop'] {
  return async (mode) => {
    child.ref();
    const signals = mode === 'fast' ? (['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) : (['SIGQUIT', 'SIGKILL'] as const);
    for (const signal of signals) {
      if (child.exitCode !== null || child.signalCode !== null) {
        return;
      }
      child.kill(signal);
      const patience = new AbortController();
      await Promise.race([exited, sleep(STOP_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
      patience.abort();
    }
    await exited;
  };
}

/** Starts the server and waits until it takes connections. @throws PostmasterFailure */
export async function launch(options: Launch): Promise<Postmaster> {
  const { binaries, cluster, account, logFile, settings } = options;
  const log = await open(logFile, 'a+', 0o600);
  try {
    const before = (await log.stat()).size;
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(join(binaries, 'bin', 'postgres'), ['-D', cluster, ...flags], {
      ...account,
      cwd: '/',
      detached: true,
      env: BARE_ENV,
      stdio: ['ignore', log.fd, log.fd],
    });
    const exited = endingOf(child);
    child.unref();
    if (child.pid === undefined || !(await becomesReady(child, cluster))) {
      child.kill('SIGKILL');
      const { size } = await log.stat();
      const output = Buffer.alloc(size - before);
      await log.read(output, 0, output.length, before);
      throw new PostmasterFailure(output.toString());
    }
    const watcher = watch(child.pid, options);
    void exited.then(() => watcher.kill('SIGKILL'));
    return { exited, stop: control(child, exited) };
  } finally {
    await log.close();
  }
}

async function becomesReady(child: ChildProcess, cluster: string): Promise<boolean> {
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; await sleep(POLL_MS)) {
    if (child.exitCode !== null || child.signalCode !== null) {
      return false;
    }
    const state = await readState(cluster);
    if (state?.pid === child.pid && state?.ready) {
      return true;
    }
  }
  return false;
}
