import type { Corpus } from './corpus.ts';

/** Scores of pairs by the index of both issues; pairs that were no candidates have 0. */
export type Scores = Float64Array[];

export interface Figures {
  recallAt5: number;
  reciprocalRank: number;
  precision: number;
  recall: number;
  f1: number;
  hardNegativesTied: number;
  singlesTied: number;
}

export interface IssueFigures {
  matter: string | null;
  recallAt5: number;
  reciprocalRank: number;
}

type Issues = Corpus['issues'];

export function ranked(scores: Scores, one: number): number[] {
  const row = scores[one]!;
  return [...row.keys()].filter((other) => other !== one).toSorted((a, b) => row[b]! - row[a]! || a - b);
}

/** Leave-one-out: each issue that has mates asks for its mates among all others. */
export function rankFigures(issues: Issues, scores: Scores): IssueFigures[] {
  return issues.flatMap(({ matter }, one) => {
    const mates = issues.flatMap((other, i) => (i !== one && matter !== null && other.matter === matter ? [i] : []));
    if (mates.length === 0) return [];
    const order = ranked(scores, one);
    const found = mates.filter((mate) => order.indexOf(mate) < 5).length;
    return [
      { matter, recallAt5: found / mates.length, reciprocalRank: 1 / (1 + Math.min(...mates.map((m) => order.indexOf(m)))) },
    ];
  });
}

export function figures(issues: Issues, scores: Scores, threshold: number): Figures {
  const ranks = rankFigures(issues, scores);
  let [right, proposed, existing] = [0, 0, 0];
  for (let one = 0; one < issues.length; one += 1) {
    for (let other = one + 1; other < issues.length; other += 1) {
      const same = issues[one]!.matter !== null && issues[one]!.matter === issues[other]!.matter;
      const told = scores[one]![other]! >= threshold;
      right += same && told ? 1 : 0;
      proposed += told ? 1 : 0;
      existing += same ? 1 : 0;
    }
  }
  const precision = right / (proposed || 1);
  const recall = right / (existing || 1);
  const tied = (one: number, to: (other: Issues[number]) => boolean): boolean =>
    issues.some((other, i) => i !== one && scores[one]![i]! >= threshold && to(other));
  const hard = issues.flatMap(({ hardNegativeOf }, i) => (hardNegativeOf ? [i] : []));
  const single = issues.flatMap(({ matter }, i) => (matter === null ? [i] : []));
  const shareOf = (all: number[], to: (one: number, other: Issues[number]) => boolean): number =>
    all.filter((one) => tied(one, (other) => to(one, other))).length / (all.length || 1);
  return {
    recallAt5: mean(ranks.map(({ recallAt5 }) => recallAt5)),
    reciprocalRank: mean(ranks.map(({ reciprocalRank }) => reciprocalRank)),
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
    hardNegativesTied: shareOf(hard, (one, { matter }) => issues[one]!.hardNegativeOf!.includes(matter ?? '')),
    singlesTied: shareOf(single, () => true),
  };
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
