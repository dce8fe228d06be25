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

/** How often an issue counts: a bootstrap sample draws its matter several times or not at all. */
export type Weight = (one: number) => number;

export function figures(issues: Issues, scores: Scores, threshold: number, weight: Weight = () => 1): Figures {
  const ranks = rankFigures(issues, scores);
  const all = [...issues.keys()];
  const tied = (one: number, to: (other: Issues[number]) => boolean): number =>
    issues.some((other, i) => i !== one && pairScore(scores, one, i) >= threshold && to(other)) ? 1 : 0;
  const notOf = (one: number): readonly string[] => issues[one]!.hardNegativeOf ?? [];
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
    ...proposals(issues, scores, threshold, weight),
    hardNegativesTied: share(
      all.filter((one) => notOf(one).length > 0),
      (one) => tied(one, ({ matter }) => matter !== null && notOf(one).includes(matter)),
      weight,
    ),
    singlesTied: share(
      all.filter((one) => issues[one]!.matter === null),
      (one) => tied(one, () => true),
      weight,
    ),
  };
}

/** Precision, recall and their harmonic mean over the pairs. */
export function proposals(
  issues: Issues,
  scores: Scores,
  threshold: number,
  weight: Weight = () => 1,
): Pick<Figures, 'precision' | 'recall' | 'f1'> {
  let [right, proposed, existing] = [0, 0, 0];
  for (let one = 0; one < issues.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const times = (weight(one) + weight(other)) / 2;
      const same = isSame(issues[one]!, issues[other]!) ? times : 0;
      const told = pairScore(scores, one, other) >= threshold ? times : 0;
      right += Math.min(same, told);
      proposed += told;
      existing += same;
    }
  }
  const precision = right / (proposed || 1);
  const recall = right / (existing || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

export const isSame = (one: Issues[number], other: Issues[number]): boolean =>
  one.matter !== null && one.matter === other.matter;

/** Weighted mean. */
function share<T>(items: readonly T[], value: (item: T) => number, weight: (item: T) => number): number {
  const all = items.reduce((sum, item) => sum + weight(item), 0);
  return items.reduce((sum, item) => sum + weight(item) * value(item), 0) / (all || 1);
}
