import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';

/** Clock ticks of /proc a second: the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** Servers on the first core, load on the second; where there is only one, both on it. */
export const cores = { server: '0', load: availableParallelism() > 1 ? '1' : '0' } as const;

export function describeMachine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} cores ${cpus()[0]?.model ?? 'unknown'}, ${gigabytes} GB, Linux ${release()}, Node ${process.versions.node}`;
}

export const loadNow = (): string =>
  loadavg()
    .map((value) => value.toFixed(1))
    .join(' ');

interface ProcessState {
  parent: number;
  /** Milliseconds of processor time, its ended and waited-for children included. */
  ownMs: number;
  childrenMs: number;
}

function stateOf(pid: number): ProcessState | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15);
    const ms = 1000 / ticksPerSecond;
    return { parent, ownMs: (user + system) * ms, childrenMs: (childUser + childSystem) * ms };
  } catch {
    return null; // has ended meanwhile
  }
}

/** Processor time of one process. */
export const cpuMs = (pid: number): number => stateOf(pid)?.ownMs ?? 0;

/** Of a postmaster with all its backends, those that have ended too. */
export function cpuMsOfTree(pid: number): number {
  const root = stateOf(pid);
  if (!root) return 0;
  let sum = root.ownMs + root.childrenMs;
  for (const name of readdirSync('/proc')) {
    const state = /^\d+$/.test(name) ? stateOf(Number(name)) : null;
    if (state?.parent === pid) sum += state.ownMs;
  }
  return sum;
}

/** Resident memory in MB. */
export function residentMb(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
  return Number(line?.[1] ?? 0) / 1024;
}
