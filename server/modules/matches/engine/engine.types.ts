import type { Lexicon } from '../../../platform/text/lexicon.ts';
import type { Gazetteer } from './gazetteer.ts';

/** What the engine reads of an issue. Not who collected it: that says nothing about the matter. */
export interface MatchInput {
  id: string;
  title: string;
  description: string;
  place: string | null;
  topicCode: string;
  areaId: string;
  /** ISO day. */
  collectedOn: string;
}

/** How often terms occur in the corpus: in how many documents each. */
export interface CorpusStatistics {
  documents: number;
  frequency(term: string): number;
}

/** What the engine knows besides the two texts. */
export interface MatchWorld {
  lexicon: Lexicon;
  gazetteer: Gazetteer;
  statistics: CorpusStatistics;
}

export const signals = [
  'TEXT',
  'WORD_PAIR',
  'CONCEPT',
  'SPELLING',
  'NAMED_THING',
  'NUMBER',
  'PLACE',
  'TIME',
  'TOPIC',
  'CONTRADICTION',
] as const;
export type Signal = (typeof signals)[number];

/** One reason for or against two issues being the same matter, in Vietnamese, in three depths of disclosure. */
export interface Evidence {
  signal: Signal;
  /** Signed share of the score: the shares of all evidence of a pair have absolute values that sum up to 1. */
  weight: number;
  /** No word of either text, no name, no number of theirs. */
  detail: string;
  /** May name topic, area and dates. */
  summary?: string;
  /** May quote words of both texts. */
  full?: string;
}

export interface PairScore {
  /** 0…1, calibrated: of pairs scored 0.8, four of five are the same matter. */
  score: number;
  evidence: Evidence[];
}

/** One term of the inverted index with its weight, the more telling the heavier. */
export interface CandidateTerm {
  term: string;
  weight: number;
}
