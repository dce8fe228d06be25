import { text } from 'node:stream/consumers';
import { ended, startNode } from '../support/child.ts';
import { cores } from '../support/machine.ts';
import type { LoadOrder, LoadResult } from './http.ts';
import type { SteadyOrder, SteadyResult } from './steady.ts';

export type { LoadResult, SteadyOrder, SteadyResult };

/** Runs one load in a process and on a core of its own. */
async function run(script: string, order: object): Promise<unknown> {
  const child = startNode({ script, core: cores.load });
  const done = ended(child);
  child.stdin!.end(JSON.stringify(order));
  const output = await text(child.stdout!);
  const code = await done;
  if (code !== 0) throw new Error(`The load ended with code ${code}`);
  return JSON.parse(output);
}

/** As much as it takes, by autocannon. */
export const runLoad = async (order: LoadOrder): Promise<LoadResult> =>
  (await run('bench/load/http.ts', order)) as LoadResult;

/** At a given rate, or a given number. */
export const runSteady = async (order: SteadyOrder): Promise<SteadyResult> =>
  (await run('bench/load/steady.ts', order)) as SteadyResult;
