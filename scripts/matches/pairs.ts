import { compare, featureNames, type FeatureValues } from '../../server/modules/matches/engine/features.ts';
import { prepare } from '../../server/modules/matches/engine/prepared.ts';
import { candidateTerms, indexTerms } from '../../server/modules/matches/engine/terms.ts';
import type { Corpus } from './corpus.ts';
import type { Example } from './logistic.ts';
import { seeded, shuffled } from './random.ts';

export interface LabelledPair extends Example {
  one: number;
  other: number;
  values: FeatureValues;
}

/** The pairs that the index yields, with their features. */
export class PairTable {
  readonly pairs: LabelledPair[];
  /** Candidates of each issue, those of which it is one included. */
  readonly candidates: number[][];
  readonly #at = new Map<number, LabelledPair>();
  readonly #size: number;

  /** `shortlist` is how many candidates of each issue are taken. */
  constructor({ issues, documents, world }: Corpus, shortlist: number) {
    this.#size = issues.length;
    const prepared = documents.map((document) => prepare(document, world));
    this.candidates = issues.map(() => []);
    for (const [one, found] of foundByIndex({ documents, world }).entries()) {
      for (const other of found.slice(0, shortlist)) {
        if (this.#at.has(this.#key(one, other))) continue;
        const { values } = compare(prepared[one]!, prepared[other]!, world);
        const x = featureNames.map((name) => values[name]);
        const same = issues[one]!.matter !== null && issues[one]!.matter === issues[other]!.matter;
        this.#at.set(this.#key(one, other), { one, other, same, values, x });
        this.candidates[one]!.push(other);
        this.candidates[other]!.push(one);
      }
    }
    this.pairs = [...this.#at.values()];
  }

  get(one: number, other: number): LabelledPair | undefined {
    return this.#at.get(this.#key(one, other));
  }

  #key(one: number, other: number): number {
    return Math.min(one, other) * this.#size + Math.max(one, other);
  }
}

/** What the inverted index yields for each issue, best first. */
export function foundByIndex({ documents, world }: Pick<Corpus, 'documents' | 'world'>): number[][] {
  const index = new Map<string, number[]>();
  documents.forEach((document, i) => {
    for (const term of indexTerms(document)) index.set(term, [...(index.get(term) ?? []), i]);
  });
  return documents.map((document, one) => {
    const sums = new Map<number, number>();
    for (const { term, weight } of candidateTerms(document, world.statistics)) {
      for (const other of index.get(term) ?? []) if (other !== one) sums.set(other, (sums.get(other) ?? 0) + weight);
    }
    return [...sums].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([other]) => other);
  });
}

/** A fold for each issue: by matter, a hard negative with the matter that it is not, the others by lot. */
export function foldsOf({ issues }: Pick<Corpus, 'issues'>, count: number, seed: number): number[] {
  const random = seeded(seed);
  const groups = issues.map(({ id, matter, hardNegativeOf }) => matter ?? hardNegativeOf?.[0] ?? id);
  const order = shuffled([...new Set(groups)], random);
  const fold = new Map(order.map((group, i) => [group, i % count]));
  return groups.map((group) => fold.get(group)!);
}
