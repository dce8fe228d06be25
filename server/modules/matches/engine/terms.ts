import type { MatchDocument } from './document.ts';
import type { CandidateTerm, CorpusStatistics } from './engine.types.ts';
import { conceptTerm, nameTerm, nameWords, pairTerm, rarity, unitTerm, wordTerm } from './prepared.ts';

/** At most so many terms are looked up for an issue. */
const mostTerms = 24;
/** Of these, so many may be terms that at most one document has. */
const loneTerms = 6;
/** And so many are the most common that are not too common. */
const wideTerms = 5;
/** A term that more documents have says too little for what it costs to read. */
const tooCommon = 2000;

/** Where an issue is, coarsely: mates are filed under neighbouring units, too. */
const placesOf = ({ units, districts }: MatchDocument): string[] => (districts.length > 0 ? districts : units);

/** Kinds of terms with how much more than its rarity a hit of the kind is worth. */
function weightedTerms(document: MatchDocument): Map<string, number> {
  const { title, body } = document;
  const found = new Map<string, number>();
  const add = (terms: readonly string[], worth: number): void => {
    for (const term of terms) found.set(term, Math.max(worth, found.get(term) ?? 0));
  };
  const places = placesOf(document);
  const here = (terms: readonly string[]): string[] => places.flatMap((place) => terms.map((t) => `${place} ${t}`));
  const names = document.things.flatMap(({ name }) => (name ? [name] : []));
  const numbered = document.things.flatMap(({ kind, name, number }) => (number ? [`#${kind} ${name} ${number}`] : []));
  add([...title.words, ...body.words, ...nameWords(document)].map(wordTerm), 1);
  add([...title.pairs, ...body.pairs].map(pairTerm), 1.2);
  // A text without capitals has the name as a pair of words.
  add(names.flatMap(pairsOf).map(pairTerm), 1.4);
  add(names.map(nameTerm), 1.6);
  add(document.namedUnits.map(unitTerm), 1.6);
  add([...title.concepts, ...body.concepts].map(conceptTerm), 1);
  add(here([...title.words, ...body.words]), 1.3);
  add(here([...title.concepts, ...body.concepts].map(conceptTerm)), 1.8);
  add(here(numbered), 1.5);
  add(places, 0.8);
  return found;
}

function pairsOf(name: string): string[] {
  const words = name.split(' ');
  return words.slice(1).map((word, i) => `${words[i]} ${word}`);
}

/**
 * The terms of a document, each once: what the inverted index keeps of it and what the corpus statistics count, those
 * composed of place and word or concept among them. They are opaque: only equality matters.
 */
export function indexTerms(document: MatchDocument): string[] {
  return [...weightedTerms(document).keys()];
}

/**
 * What to look up in the inverted index: at most 24 of the document's index terms, the most telling first. Candidates are
 * the documents with the largest sum of weights of shared terms.
 */
export function candidateTerms(document: MatchDocument, statistics: CorpusStatistics): CandidateTerm[] {
  const all = [...weightedTerms(document)]
    .map(([term, worth]) => {
      const frequency = statistics.frequency(term);
      return { term, weight: worth * rarity(term, statistics), frequency };
    })
    .toSorted((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  // What only one document has may be this one, if it is counted already; what none has may be just coming in.
  const shared = all.filter(({ frequency }) => frequency > 1 && frequency <= tooCommon);
  const lone = all.filter(({ frequency }) => frequency <= 1);
  const rest = all.filter(({ frequency }) => frequency > tooCommon);
  // Few others share a rare word; these bring those that say it in other words.
  const wide = shared.toSorted((a, b) => b.frequency - a.frequency).slice(0, wideTerms);
  const kept = [...wide, ...lone.slice(0, loneTerms)];
  const order = [...kept, ...shared, ...lone, ...rest.reverse()];
  return [...new Set(order)]
    .slice(0, mostTerms)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ term, weight }) => ({ term, weight }));
}
