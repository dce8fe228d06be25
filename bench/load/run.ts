import { text } from 'node:stream/consumers';
import { ended, startNode } from '../support/child.ts';
import { cores } from '../support/machine.ts';
import type { LoadOrder, LoadResult } from './http.ts';

export type { LoadOrder, LoadResult };

/** Runs one load in a process and on a core of its own. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const child = startNode({ script: 'bench/load/http.ts', core: cores.load });
  const done = ended(child);
  child.stdin!.end(JSON.stringify(order));
  const output = await text(child.stdout!);
  const code = await done;
  if (code !== 0) throw new Error(`The load ended with code ${code}`);
  return JSON.parse(output) as LoadResult;
}
