import { engineVersion, type MatchDocument } from './document.ts';
import type { CandidateTerm, CorpusStatistics, Evidence, MatchWorld, PairScore } from './engine.types.ts';

/** Scores from which a pair is proposed to both bodies, shown while typing, and marked very likely. */
export const engine = { version: engineVersion, propose: 0.4, whileTyping: 0.3, veryLikely: 0.8 };

const maxTerms = 24;

/**
 * The terms of a document, each once: what the inverted index keeps of it and what the corpus statistics count, composite
 * ones too. They are opaque: only equality matters.
 */
export function indexTerms(document: MatchDocument): string[] {
  return [...new Set([...document.title, ...document.body])];
}

const rarity = (term: string, { documents, frequency }: CorpusStatistics): number =>
  Math.log((documents + 1) / (frequency(term) + 0.5));

/** What to look up in the inverted index: at most 24 of the document's index terms, the most telling first. */
export function candidateTerms(document: MatchDocument, statistics: CorpusStatistics): CandidateTerm[] {
  return indexTerms(document)
    .map((term) => ({ term, weight: rarity(term, statistics) }))
    .toSorted((a, b) => b.weight - a.weight || a.term.localeCompare(b.term, 'en'))
    .slice(0, maxTerms);
}

export function scorePair(one: MatchDocument, other: MatchDocument, world: MatchWorld): PairScore {
  const ours = new Set(indexTerms(one));
  const theirs = new Set(indexTerms(other));
  const weigh = (terms: Iterable<string>): number =>
    [...terms].reduce((sum, term) => sum + rarity(term, world.statistics) ** 2, 0);
  const shared = [...ours].filter((term) => theirs.has(term));
  const text = weigh(shared) / Math.sqrt(weigh(ours) * weigh(theirs) || 1);
  const near = one.units.some((unit) => other.units.includes(unit));
  const score = text * (near ? 1 : 0.5);
  const evidence: Evidence[] = [
    { signal: 'TEXT', weight: text, detail: 'Hai nội dung dùng chung nhiều từ ít gặp.', full: shared.join(', ') },
  ];
  return { score, evidence };
}

export interface ScoredCandidate extends PairScore {
  id: string;
}

/**
 * Scores one issue against the candidates that the index yielded, best first. To be preferred to `scorePair` on its own:
 * candidates that support each other count for more.
 */
export function scoreCandidates(
  document: MatchDocument,
  candidates: readonly MatchDocument[],
  world: MatchWorld,
): ScoredCandidate[] {
  return candidates
    .filter(({ id }) => id !== document.id)
    .map((candidate) => ({ id: candidate.id, ...scorePair(document, candidate, world) }))
    .toSorted((a, b) => b.score - a.score || a.id.localeCompare(b.id, 'en'));
}

/** True when more than half of the words are others now: verdicts are then asked again. */
export function changedBeyondHalf(before: MatchDocument, after: MatchDocument): boolean {
  const left = Map.groupBy([...before.title, ...before.body], (word) => word);
  let kept = 0;
  const now = [...after.title, ...after.body];
  for (const word of now) if (left.get(word)?.pop() !== undefined) kept += 1;
  const longer = Math.max(now.length, before.title.length + before.body.length);
  return kept * 2 < longer;
}
