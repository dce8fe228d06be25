import type { Linear } from '../../server/modules/matches/engine/model.ts';

interface Judged {
  odds: number;
  same: boolean;
}

interface Block {
  odds: number;
  right: number;
  count: number;
}

/** Blocks of so many pairs are averaged before they are made to rise. */
const blockSize = 30;

/**
 * Points of a rising line from odds to the share of pairs that are the same matter: pairs in order of their odds, averaged in
 * blocks that grow smaller where pairs are rare, neighbours pooled until the shares rise (isotonic regression).
 */
export function calibrationOf(judged: readonly Judged[]): Linear['calibration'] {
  const order = judged.toSorted((a, b) => b.odds - a.odds);
  const blocks: Block[] = [];
  for (let at = 0, size = blockSize; at < order.length; at += size, size = Math.ceil(size * 1.4)) {
    const part = order.slice(at, at + size);
    blocks.unshift({
      odds: part.reduce((sum, { odds }) => sum + odds, 0) / part.length,
      right: part.filter(({ same }) => same).length,
      count: part.length,
    });
  }
  const rising: Block[] = [];
  for (const block of blocks) {
    let last = block;
    for (let before = rising.at(-1); before && shareOf(before) >= shareOf(last); before = rising.at(-1)) {
      rising.pop();
      last = pooled(before, last);
    }
    rising.push(last);
  }
  const points = rising.map((block) => ({ odds: rounded(block.odds), probability: rounded(shareOf(block)) }));
  return [
    { odds: points[0]!.odds - 4, probability: 0 },
    ...points,
    { odds: points.at(-1)!.odds + 4, probability: 0.99 },
  ];
}

// One half right and one half wrong added: a block of thirty does not prove certainty.
const shareOf = ({ right, count }: Block): number => (right + 0.5) / (count + 1);

const pooled = (one: Block, other: Block): Block => ({
  odds: (one.odds * one.count + other.odds * other.count) / (one.count + other.count),
  right: one.right + other.right,
  count: one.count + other.count,
});

export const rounded = (value: number): number => Number(value.toFixed(4));
