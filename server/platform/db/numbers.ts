import type { Tx } from '../transact.ts';

const reserve = 32;
const reserved = new WeakMap<object, Map<string, number[]>>();

/**
 * The next number of a sequence. Numbers are taken from the database some at a time: a sequence has gaps anyhow, and to
 * ask for each one would cost a round trip.
 */
export async function nextNumber(tx: Pick<Tx, 'ask' | 'pool'>, sequence: string): Promise<number> {
  let sequences = reserved.get(tx.pool);
  if (!sequences) reserved.set(tx.pool, (sequences = new Map()));
  const free = sequences.get(sequence)?.shift();
  if (free !== undefined) return free;
  const text = `select json_agg(nextval($1::regclass))::text from generate_series(1, ${reserve})`;
  const [first, ...others] = JSON.parse((await tx.ask(text, [sequence]))!) as number[];
  sequences.set(sequence, [...(sequences.get(sequence) ?? []), ...others]);
  return first!;
}
