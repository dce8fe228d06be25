import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from '../data/database.ts';
import { startProduct, withDatabase, type Running } from '../support/product.ts';
import { slope } from '../support/stats.ts';

export interface HeapSample {
  at: number;
  rss: number;
  heapUsed: number;
  external: number;
}

const heapFile = join(workFolder, 'heap.jsonl');

/** The server, which also writes down what its heap holds. */
export async function startWatched(databaseUrl: string): Promise<Running> {
  rmSync(heapFile, { force: true });
  return startProduct({
    environment: { ...withDatabase(databaseUrl), BENCH_HEAP_FILE: heapFile },
    logFile: join(workFolder, 'server.log'),
    nodeOptions: ['--expose-gc', '--import', './bench/memory/report-heap.ts'],
  });
}

export const heapSamples = (): HeapSample[] =>
  existsSync(heapFile)
    ? readFileSync(heapFile, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as HeapSample)
    : [];

const megabyte = 2 ** 20;
export const megabytes = (bytes: number): number => bytes / megabyte;

/** MB an hour. */
export const growth = (samples: readonly HeapSample[], of: 'rss' | 'heapUsed'): number =>
  slope(samples.map((sample) => ({ x: sample.at / 3_600_000, y: megabytes(sample[of]) })));
