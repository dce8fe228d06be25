import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** What `npm start` sets for Node, in front of the script: measured is what users run. */
export function startOptions(): { environment: Record<string, string>; nodeOptions: string[] } {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: { start: string } };
  const words = scripts.start.split(' ');
  const node = words.indexOf('node');
  const environment = Object.fromEntries(words.slice(0, node).map((word) => word.split('=') as [string, string]));
  return {
    environment,
    nodeOptions: words.slice(node + 1).filter((word) => word.startsWith('--') && word !== '--import'),
  };
}

export interface NodeProcess {
  /** Path of the script from the repository's root. */
  script: string;
  core: string;
  environment?: Record<string, string>;
  nodeOptions?: string[];
  /** Where its output goes; absent: our own standard error. */
  logFile?: string;
  /** A channel for messages, as of `fork`. */
  ipc?: boolean;
}

export const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });

/** Node with TypeScript, as `npm start` runs it, on one core. taskset replaces itself: the number is that of Node. */
export function startNode({
  script,
  core,
  environment = {},
  nodeOptions = [],
  logFile,
  ipc,
}: NodeProcess): ChildProcess {
  const out = logFile === undefined ? 2 : openSync(logFile, 'a');
  const stdio: StdioOptions = ['pipe', ipc || logFile !== undefined ? out : 'pipe', out];
  const args = ['-c', core, process.execPath, ...nodeOptions, '--import', 'tsx/esm', script];
  const child = spawn('taskset', args, {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ipc ? [...stdio, 'ipc'] : stdio,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Milliseconds until it answers; rejects where it ends before. */
export async function untilReady(url: string, child: ChildProcess, seconds = 60): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < seconds * 1000) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`What should answer at ${url} has ended`);
    const ready = await fetch(url).then(
      (response) => response.status < 500,
      () => false,
    );
    if (ready) return performance.now() - began;
    await delay(20);
  }
  throw new Error(`Nothing answers at ${url} after ${seconds} s`);
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended(child);
  clearTimeout(timer);
}
