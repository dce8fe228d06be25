import { comparableText, phrasesIn } from '../../../platform/text/comparable.ts';
import type { MatchInput, MatchWorld } from './engine.types.ts';

/** An issue as the engine compares it: plain JSON, stored with the issue and made anew when the engine's version changes. */
export interface MatchDocument {
  engineVersion: string;
  id: string;
  topicCode: string;
  areaId: string;
  /** Today's units that the area is or became. */
  units: string[];
  /** Days since 1970-01-01. */
  day: number;
  /** Folded words in order, abbreviations written out, without stop words. */
  title: string[];
  body: string[];
}

export const engineVersion = '0';

export function describeIssue(input: MatchInput, world: MatchWorld): MatchDocument {
  return {
    engineVersion,
    id: input.id,
    topicCode: input.topicCode,
    areaId: input.areaId,
    units: [...world.gazetteer.unitsOf(input.areaId)],
    day: Math.floor(Date.parse(input.collectedOn) / 86_400_000),
    title: contentWords(input.title, world),
    body: contentWords([input.description, input.place ?? ''].join('\n'), world),
  };
}

function contentWords(text: string, { lexicon }: MatchWorld): string[] {
  const read = comparableText(text, lexicon);
  const stopped = new Set(phrasesIn(read, lexicon.stopWords).flatMap(({ from, to }) => range(from, to)));
  return read.words.filter((_, i) => !stopped.has(i)).map(({ folded }) => folded);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
