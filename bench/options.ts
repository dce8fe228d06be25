import { parseArgs } from 'node:util';

export const everyPart = ['q1', 'q2', 'm1', 's1', 'memory', 'start'] as const;
export type Part = (typeof everyPart)[number];

export interface Options {
  quick: boolean;
  /** How many issues, as it was asked for (`20k`) and as a number. */
  sizes: { label: string; count: number }[];
  parts: readonly Part[];
  /** Minutes of mixed load; null where that is not what was asked for. */
  soakMinutes: number | null;
  /** Writes a processor profile of the server into this folder. */
  profile: string | null;
}

export const usage = `npm run bench -- [--quick] [--size 20k,200k,1m] [--only ${everyPart.join(',')}] [--soak MINUTES] [--profile FOLDER]`;

export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      size: { type: 'string' },
      only: { type: 'string' },
      soak: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const { quick } = values;
  return {
    quick,
    sizes: (values.size ?? (quick || values.soak !== undefined ? '20k' : '20k,200k')).split(',').map(sizeOf),
    parts: values.only === undefined ? everyPart : values.only.split(',').map(partOf),
    soakMinutes: values.soak === undefined ? null : minutesOf(values.soak),
    profile: values.profile ?? null,
  };
}

function sizeOf(text: string): { label: string; count: number } {
  const [, number, unit = ''] = /^(\d+)([km]?)$/.exec(text.toLowerCase()) ?? [];
  if (number === undefined) throw new Error(`No size: ${text}\n${usage}`);
  return { label: text.toLowerCase(), count: Number(number) * { '': 1, k: 1e3, m: 1e6 }[unit]! };
}

function partOf(text: string): Part {
  const part = everyPart.find((each) => each === text);
  if (!part) throw new Error(`No part: ${text}\n${usage}`);
  return part;
}

function minutesOf(text: string): number {
  const minutes = Number(text);
  if (!(minutes > 0)) throw new Error(`No number of minutes: ${text}\n${usage}`);
  return minutes;
}
