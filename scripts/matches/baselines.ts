import { foldText } from '../../server/platform/text/normalize.ts';
import type { Corpus } from './corpus.ts';
import { noScores, type Scores } from './metrics.ts';

/** What anybody would try first, on the folded texts alone. */
export const baselines: Readonly<Record<string, (issues: Corpus['issues']) => Scores>> = {
  'trigram Jaccard': (issues) =>
    everyPair(
      issues.map((issue) => trigrams(textOf(issue))),
      jaccard,
    ),
  'TF-IDF cosine': (issues) => everyPair(weighted(issues.map((issue) => textOf(issue).split(/[^a-z0-9]+/u))), product),
};

const textOf = ({ title, description }: Corpus['issues'][number]): string => foldText(`${title} ${description}`);

function everyPair<T>(items: readonly T[], score: (one: T, other: T) => number): Scores {
  const scores = noScores(items.length);
  items.forEach((one, i) => {
    for (let j = 0; j < i; j += 1) scores[i]![j] = scores[j]![i] = score(one, items[j]!);
  });
  return scores;
}

const trigrams = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 2) }, (_, i) => text.slice(i, i + 3)));

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared || 1);
}

function weighted(texts: readonly string[][]): Map<string, number>[] {
  const frequency = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  return texts.map((words) => {
    const vector = new Map<string, number>();
    for (const word of words) vector.set(word, (vector.get(word) ?? 0) + 1);
    for (const [word, count] of vector) vector.set(word, count * Math.log(texts.length / frequency.get(word)!));
    const length = Math.hypot(...vector.values()) || 1;
    for (const [word, weight] of vector) vector.set(word, weight / length);
    return vector;
  });
}

function product(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of one) sum += weight * (other.get(word) ?? 0);
  return sum;
}
