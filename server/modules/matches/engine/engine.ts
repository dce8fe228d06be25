import type { MatchDocument } from './document.ts';
import type { MatchWorld, PairScore } from './engine.types.ts';
import { evidenceOf } from './evidence.ts';
import { compare, featureNames, type Comparison } from './features.ts';
import { calibrated, logOdds } from './model.ts';
import { company, neighbourValues } from './neighbourhood.ts';
import { prepare, type Prepared } from './prepared.ts';
import { model } from './weights.ts';

export { describeIssue, type MatchDocument } from './document.ts';
export type {
  CandidateTerm,
  CorpusStatistics,
  Evidence,
  MatchInput,
  MatchWorld,
  PairScore,
  Signal,
} from './engine.types.ts';
export { gazetteerOf, type Gazetteer, type GazetteerArea, type GazetteerLineage } from './gazetteer.ts';
export { candidateTerms, indexTerms } from './terms.ts';

/** Scores from which a pair is proposed to both bodies, shown while typing, and marked very likely. */
export const engine = {
  version: model.version,
  propose: model.propose,
  whileTyping: model.whileTyping,
  veryLikely: model.veryLikely,
};

interface Looked {
  candidate: Prepared;
  comparison: Comparison;
  odds: number;
}

function look(one: Prepared, candidate: Prepared, world: MatchWorld): Looked {
  const comparison = compare(one, candidate, world);
  const odds = logOdds(
    model.pair,
    featureNames.map((name) => comparison.values[name]),
  );
  return { candidate, comparison, odds };
}

/** Two issues on their own. */
export function scorePair(one: MatchDocument, other: MatchDocument, world: MatchWorld): PairScore {
  const mine = prepare(one, world);
  const looked = look(mine, prepare(other, world), world);
  return {
    score: calibrated(model.pair, looked.odds),
    evidence: evidenceOf({ one: mine, other: looked.candidate, comparison: looked.comparison, world }, model.pair),
  };
}

export interface ScoredCandidate extends PairScore {
  id: string;
}

/**
 * Scores one issue against the candidates that the index yielded and returns the best twelve, best first. To be preferred to
 * `scorePair`: the best candidates are seen in each other's company, which tells a matter from a look-alike.
 */
export function scoreCandidates(
  document: MatchDocument,
  candidates: readonly MatchDocument[],
  world: MatchWorld,
): ScoredCandidate[] {
  const one = prepare(document, world);
  const best = candidates
    .filter(({ id }) => id !== document.id)
    .map((candidate) => look(one, prepare(candidate, world), world))
    .toSorted((a, b) => b.odds - a.odds || (a.candidate.document.id < b.candidate.document.id ? -1 : 1))
    .slice(0, company);
  const among = best.map((row, i) =>
    best.slice(0, i).map((column) => look(row.candidate, column.candidate, world).odds),
  );
  const values = neighbourValues(
    best.map(({ odds }) => odds),
    (i, j) => among[Math.max(i, j)]![Math.min(i, j)]!,
    best.map(({ comparison }) => comparison.values),
  );
  return best
    .map(({ candidate, comparison }, i) => ({
      id: candidate.document.id,
      score: calibrated(model.neighbour, logOdds(model.neighbour, values[i]!)),
      evidence: evidenceOf({ one, other: candidate, comparison, world }, model.pair),
    }))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** True when more than half of the words are others now: verdicts are then asked again. */
export function changedBeyondHalf(before: MatchDocument, after: MatchDocument): boolean {
  const [then, now] = [wordsOf(before), wordsOf(after)];
  const left = Map.groupBy(then, (word) => word);
  const kept = now.filter((word) => left.get(word)?.pop() !== undefined).length;
  return kept * 2 < Math.max(now.length, then.length);
}

const wordsOf = ({ title, body }: MatchDocument): string[] =>
  `${title.text} ${body.text}`.split(' ').filter((word) => word !== '.');
