import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withClient, workFolder, type BenchDatabase } from '../data/database.ts';
import { runLoad } from '../load/run.ts';
import { samplesOf } from '../samples.ts';
import { stopProcess } from '../support/child.ts';
import { loadNow, residentMb } from '../support/machine.ts';
import { startProduct } from '../support/product.ts';
import { figure, table } from '../support/table.ts';
import { product } from '../targets.ts';

const manyConnections = 64;
const idleMs = 5000;

/** Resident memory at rest and under pages at 64 connections. */
export async function runMemory(database: BenchDatabase, seconds: number, tell: (text: string) => void): Promise<void> {
  const server = await product.start(database.url, null);
  try {
    await delay(idleMs);
    const idle = residentMb(server.pid);
    const samples = await withClient(database.url, (client) => samplesOf(client, 'q1'));
    const requests = samples.map((sample) => product.request('q1', sample));
    await runLoad({ url: server.url, requests, connections: manyConnections, seconds });
    const busy = residentMb(server.pid);
    const rows = [[product.name, figure(idle), figure(busy)]];
    tell(
      `\nMemory (load of the machine ${loadNow()})\n\n${table(['', 'RSS idle MB', `RSS MB under Q1, ${manyConnections} connections`], rows)}`,
    );
  } finally {
    await stopProcess(server.child);
  }
}

/** Until `/readyz` says so, with an embedded database: in an empty folder, then again. */
export async function runStart(tell: (text: string) => void): Promise<void> {
  const folder = join(workFolder, 'start');
  rmSync(folder, { recursive: true, force: true });
  const start = async (): Promise<number> => {
    const server = await startProduct({ environment: { DATA_DIR: folder }, logFile: join(workFolder, 'server.log') });
    await stopProcess(server.child);
    return server.startMs;
  };
  const first = await start();
  const again = [await start(), await start(), await start()];
  const rows = [[product.name, figure(first / 1000), figure(Math.min(...again) / 1000)]];
  tell(`\nStart, embedded (load of the machine ${loadNow()})\n\n${table(['', 'first s', 'again s, best of 3'], rows)}`);
  rmSync(folder, { recursive: true, force: true });
}
