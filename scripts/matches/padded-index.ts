import { candidateTerms, indexTerms } from '../../server/modules/matches/engine/terms.ts';
import type { Corpus } from './corpus.ts';
import { matesOf } from './metrics.ts';
import { seeded } from './random.ts';

/**
 * Share of true mates among the 200 best of the index when the corpus is padded to `size` documents: each made of half of one
 * real document's terms and half of another's, with the names and places of neither.
 */
export function candidateRecallAt(corpus: Corpus, size: number, most = 200): number {
  const { issues, documents, world } = corpus;
  const terms = documents.map((document) => indexTerms(document));
  const growth = size / documents.length;
  const general = (term: string): boolean => !/^(?:n:|u:|#|[0-9a-f]{8}-)/u.test(term);
  // A term of a place is in as many more documents as there are, spread over the places of the province.
  const statistics = {
    documents: size,
    frequency: (term: string): number => Math.round(world.statistics.frequency(term) * (general(term) ? growth : 1)),
  };
  const asked = new Map<string, { issue: number; weight: number }[]>();
  documents.forEach((document, issue) => {
    for (const { term, weight } of candidateTerms(document, statistics)) {
      asked.set(term, [...(asked.get(term) ?? []), { issue, weight }]);
    }
  });
  const hits = (own: Iterable<string>): Map<number, number> => {
    const sums = new Map<number, number>();
    for (const term of own) {
      for (const { issue, weight } of asked.get(term) ?? []) sums.set(issue, (sums.get(issue) ?? 0) + weight);
    }
    return sums;
  };
  const real = terms.map((own) => hits(own));
  const mates = issues.flatMap((_, one) =>
    matesOf(issues, one).map((mate) => ({ one, score: real[mate]!.get(one) ?? 0, better: 0 })),
  );
  const padded = paddedHits(
    terms.map((own) => own.filter(general)),
    size - documents.length,
    hits,
  );
  for (const sums of [...real, ...padded]) {
    for (const mate of mates) if ((sums.get(mate.one) ?? 0) > mate.score) mate.better += 1;
  }
  return mates.filter(({ score, better }) => score > 0 && better < most).length / mates.length;
}

function* paddedHits(
  terms: readonly string[][],
  count: number,
  hits: (own: Iterable<string>) => Map<number, number>,
): Generator<Map<number, number>> {
  const random = seeded(7);
  const half = (own: readonly string[]): string[] => own.filter(() => random() < 0.5);
  const any = (): readonly string[] => terms[Math.floor(random() * terms.length)]!;
  for (let i = 0; i < count; i += 1) yield hits(new Set([...half(any()), ...half(any())]));
}
