import { compare, featureNames } from '../../server/modules/matches/engine/features.ts';
import { prepare } from '../../server/modules/matches/engine/prepared.ts';
import type { Corpus } from './corpus.ts';
import { shuffled, seeded } from './random.ts';
import type { Example } from './logistic.ts';

export interface LabelledPair extends Example {
  one: number;
  other: number;
}

/** Every pair of the corpus with its features. */
export function allPairs({ issues, documents, world }: Corpus): LabelledPair[] {
  const prepared = documents.map((document) => prepare(document, world));
  return prepared.flatMap((mine, one) =>
    prepared.slice(one + 1).map((theirs, i) => {
      const other = one + 1 + i;
      const { values } = compare(mine, theirs, world);
      const matter = issues[one]!.matter;
      return {
        one,
        other,
        same: matter !== null && matter === issues[other]!.matter,
        x: featureNames.map((name) => values[name]),
      };
    }),
  );
}

/** A fold for each issue: by matter, a hard negative with the matter that it is not, the others by lot. */
export function foldsOf({ issues }: Pick<Corpus, 'issues'>, count: number, seed: number): number[] {
  const random = seeded(seed);
  const groups = issues.map(({ id, matter, hardNegativeOf }) => matter ?? hardNegativeOf?.[0] ?? id);
  const order = shuffled([...new Set(groups)], random);
  const fold = new Map(order.map((group, i) => [group, i % count]));
  return groups.map((group) => fold.get(group)!);
}
