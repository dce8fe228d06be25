import type { MatchDocument } from './document.ts';
import type { CorpusStatistics, MatchWorld } from './engine.types.ts';

/** Terms with weights of Euclidean length 1, so that the sum of products is the cosine. */
export type Vector = ReadonlyMap<string, number>;

/** A document as it is compared with many others: everything that depends on it and the corpus alone. */
export interface Prepared {
  document: MatchDocument;
  words: Vector;
  titleWords: Vector;
  /** The words together with those of the names. */
  allWords: Vector;
  pairs: Vector;
  concepts: Vector;
  titleConcepts: Vector;
  /** The concepts without a facet: what is wrong, not where, for whom or how badly. */
  matters: Vector;
  titleMatters: Vector;
  settings: Vector;
  subjects: Vector;
  /** It reports that the matter is done with. */
  settled: boolean;
  /** Today's units of the area and of units that the text names. */
  units: readonly string[];
  /** Units of the past that the text names. */
  formerUnits: readonly string[];
  districts: readonly string[];
  trigrams: ReadonlySet<string>;
  /** The whole text between spaces, to look for a name in it. */
  text: string;
}

export const wordTerm = (word: string): string => word;
export const pairTerm = (pair: string): string => pair;
export const conceptTerm = (concept: string): string => `c:${concept}`;
export const nameTerm = (name: string): string => `n:${name}`;
export const unitTerm = (id: string): string => `u:${id}`;
export const subjectTerm = (subject: string): string => `s:${subject}`;

/** How telling a term is: 1 for one that no other document has, near 0 for one that all have. */
export function rarity(term: string, { documents, frequency }: CorpusStatistics): number {
  const most = Math.log(documents + 2);
  return Math.max(0.02, Math.log((documents + 2) / (frequency(term) + 1)) / most);
}

const titleShare = 2;
const settingFacets = new Set(['WHO', 'SETTING']);

export const nameWords = ({ things }: MatchDocument): string[] =>
  things.flatMap(({ name }) => (name ? name.split(' ') : []));

export function prepare(document: MatchDocument, world: MatchWorld): Prepared {
  const { statistics, lexicon } = world;
  const vector = (title: readonly string[], body: readonly string[], term: (text: string) => string): Vector =>
    unit(title, body, (text) => rarity(term(text), statistics));
  const { title, body } = document;
  const subjectsOf = (concepts: readonly string[]): string[] => concepts.flatMap((c) => lexicon.subjects.get(c) ?? []);
  const telling = (concepts: readonly string[]): string[] => concepts.filter((c) => !lexicon.facets.has(c));
  const setting = (concepts: readonly string[]): string[] =>
    concepts.filter((c) => settingFacets.has(lexicon.facets.get(c) ?? ''));
  const text = ` ${title.text} . ${body.text} `;
  return {
    document,
    words: vector(title.words, body.words, wordTerm),
    titleWords: vector(title.words, [], wordTerm),
    allWords: vector(title.words, [...body.words, ...nameWords(document)], wordTerm),
    pairs: vector(title.pairs, body.pairs, pairTerm),
    concepts: vector(title.concepts, body.concepts, conceptTerm),
    titleConcepts: vector(title.concepts, [], conceptTerm),
    matters: vector(telling(title.concepts), telling(body.concepts), conceptTerm),
    titleMatters: vector(telling(title.concepts), [], conceptTerm),
    settings: vector(setting(title.concepts), setting(body.concepts), conceptTerm),
    subjects: vector(subjectsOf(title.concepts), subjectsOf(body.concepts), subjectTerm),
    settled: [...title.concepts, ...body.concepts].some((c) => lexicon.facets.get(c) === 'SETTLED'),
    ...placesOf(document, world),
    trigrams: trigramsOf([...title.words, ...body.words]),
    text,
  };
}

function placesOf({ units, namedUnits }: MatchDocument, { gazetteer }: MatchWorld) {
  // A unit that the text names counts as well as the one it was filed under.
  const all = [...units, ...namedUnits.flatMap((id) => gazetteer.unitsOf(id))];
  return {
    units: [...new Set(all)],
    formerUnits: namedUnits.filter((id) => gazetteer.unitsOf(id)[0] !== id),
    districts: [...new Set(all.flatMap((id) => gazetteer.districtsOf(id)))],
  };
}

/** Counts are damped: the second mention of a word tells less than the first. */
function unit(title: readonly string[], body: readonly string[], weigh: (text: string) => number): Vector {
  const counts = new Map<string, number>();
  for (const text of title) counts.set(text, (counts.get(text) ?? 0) + titleShare);
  for (const text of body) counts.set(text, (counts.get(text) ?? 0) + 1);
  let length = 0;
  for (const [text, count] of counts) {
    const weight = (count / (count + 1.2)) * weigh(text);
    counts.set(text, weight);
    length += weight * weight;
  }
  length = Math.sqrt(length) || 1;
  for (const [text, weight] of counts) counts.set(text, weight / length);
  return counts;
}

function trigramsOf(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of words) {
    const padded = ` ${word} `;
    for (let i = 0; i + 3 <= padded.length; i += 1) found.add(padded.slice(i, i + 3));
  }
  return found;
}

export function cosine(one: Vector, other: Vector): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** Size of the intersection by the size of both. */
export function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return (2 * shared) / (one.size + other.size || 1);
}
