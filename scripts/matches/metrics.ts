import type { Corpus } from './corpus.ts';

/** `scores[one][other]`: what `one` hears when it asks; 0 for what is no candidate of it. */
export type Scores = Float64Array[];

export const noScores = (size: number): Scores => Array.from({ length: size }, () => new Float64Array(size));

export interface Figures {
  recallAt5: number;
  reciprocalRank: number;
  precision: number;
  recall: number;
  f1: number;
  hardNegativesTied: number;
  singlesTied: number;
}

type Issues = Corpus['issues'];

/** Both issues of a pair ask in their time; the pair's score is the mean of what they hear. */
export const pairScore = (scores: Scores, one: number, other: number): number =>
  (scores[one]![other]! + scores[other]![one]!) / 2;

export function ranked(scores: Scores, one: number): number[] {
  const row = scores[one]!;
  return [...row.keys()].filter((other) => other !== one).toSorted((a, b) => row[b]! - row[a]! || a - b);
}

export interface RankFigures {
  one: number;
  recallAt5: number;
  reciprocalRank: number;
}

/** Leave-one-out: each issue that has mates asks for them among all others. */
export function rankFigures(issues: Issues, scores: Scores): RankFigures[] {
  return issues.flatMap(({ matter }, one) => {
    const mates = matesOf(issues, one);
    if (matter === null || mates.length === 0) return [];
    const order = ranked(scores, one);
    const found = mates.filter((mate) => order.indexOf(mate) < 5).length;
    const first = Math.min(...mates.map((mate) => order.indexOf(mate)));
    return [{ one, recallAt5: found / mates.length, reciprocalRank: 1 / (1 + first) }];
  });
}

export function matesOf(issues: Issues, one: number): number[] {
  const { matter } = issues[one]!;
  return issues.flatMap((other, i) => (i !== one && matter !== null && other.matter === matter ? [i] : []));
}

/** `weight` counts an issue as often as a bootstrap sample drew its matter. */
export function figures(issues: Issues, scores: Scores, threshold: number, weight = (_: number): number => 1): Figures {
  const ranks = rankFigures(issues, scores);
  const told = (one: number, other: number): boolean => pairScore(scores, one, other) >= threshold;
  let [right, proposed, existing] = [0, 0, 0];
  for (let one = 0; one < issues.length; one += 1) {
    for (let other = one + 1; other < issues.length; other += 1) {
      const same = issues[one]!.matter !== null && issues[one]!.matter === issues[other]!.matter;
      if (!same && !told(one, other)) continue;
      const times = (weight(one) + weight(other)) / 2;
      right += same && told(one, other) ? times : 0;
      proposed += told(one, other) ? times : 0;
      existing += same ? times : 0;
    }
  }
  const tied = (one: number, to: (other: Issues[number]) => boolean): boolean =>
    issues.some((other, i) => i !== one && told(one, i) && to(other));
  const all = [...issues.keys()];
  const hard = all.filter((one) => issues[one]!.hardNegativeOf);
  const precision = right / (proposed || 1);
  const recall = right / (existing || 1);
  return {
    recallAt5: share(
      ranks,
      ({ recallAt5 }) => recallAt5,
      ({ one }) => weight(one),
    ),
    reciprocalRank: share(
      ranks,
      ({ reciprocalRank }) => reciprocalRank,
      ({ one }) => weight(one),
    ),
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
    hardNegativesTied: share(
      hard,
      (one) => (tied(one, ({ matter }) => issues[one]!.hardNegativeOf!.includes(matter ?? '')) ? 1 : 0),
      weight,
    ),
    singlesTied: share(
      all.filter((one) => issues[one]!.matter === null),
      (one) => (tied(one, () => true) ? 1 : 0),
      weight,
    ),
  };
}

/** Weighted mean. */
function share<T>(items: readonly T[], value: (item: T) => number, weight: (item: T) => number): number {
  const all = items.reduce((sum, item) => sum + weight(item), 0);
  return items.reduce((sum, item) => sum + weight(item) * value(item), 0) / (all || 1);
}
