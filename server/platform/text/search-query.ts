import type { Lexicon, PhraseTable } from './lexicon.ts';
import { foldText, placeTones } from './normalize.ts';
import { exactWord, searchWords, type SearchWord } from './search-words.ts';

/** What a reader looks for, as queries of PostgreSQL's text search. Words hold letters and digits only: no sign of a reader is an operator. */
export interface SearchQuery {
  /** Each word or phrase with what else it may be called, without accents; the last word also begins longer ones. */
  words: string;
  /** The words as typed, without accents. */
  typed: string;
  /** Those typed with accents, with them; null where none is: who types without leaves them open. */
  exact: string | null;
  /** What to highlight: folded phrases, `*` behind the beginning of a word. */
  marks: string[];
}

/** Phrases that mean the same, by each of them with its accents and without. */
export interface SearchLexicon {
  accented: ReadonlyMap<string, readonly string[]>;
  folded: ReadonlyMap<string, readonly string[]>;
  /** In words. */
  longest: number;
  stopWords: PhraseTable;
}

/** A concept's terms are listed by how near they are: with the farther ones a search would find too much, and slowly. */
const nearest = 12;
const mostOthers = 3;

/** A short form stands for its meaning and the meaning for its short forms; terms of one concept for each other. */
export function searchLexicon({ abbreviations, synonyms, stopWords }: Lexicon): SearchLexicon {
  const accented = new Map<string, Set<string>>();
  const alike = (term: string, other: string): void => {
    if (term !== other) accented.set(term, (accented.get(term) ?? new Set()).add(other));
  };
  const concepts = new Map<string, string[]>();
  for (const [term, concept] of synonyms.accented) concepts.set(concept, [...(concepts.get(concept) ?? []), term]);
  const synonymsOf = (term: string): string[] =>
    (concepts.get(synonyms.accented.get(term) ?? '') ?? []).slice(0, nearest);
  for (const [term, meaning] of abbreviations.accented) {
    const phrase = phraseKey(meaning);
    for (const other of [phrase, ...synonymsOf(phrase)]) alike(term, other);
    alike(phrase, term);
  }
  for (const term of synonyms.accented.keys()) for (const other of synonymsOf(term)) alike(term, other);
  const folded = new Map<string, Set<string>>();
  for (const [term, others] of accented) {
    const key = foldText(term);
    // Without accents a lone "cong" is cống, công or cổng: the tables know which words stay clear.
    const isClear = key.includes(' ') || synonyms.folded.has(key) || abbreviations.folded.has(key);
    if (!isClear) continue;
    folded.set(key, new Set([...(folded.get(key) ?? []), ...others]));
  }
  const lists = (map: Map<string, Set<string>>): Map<string, string[]> =>
    new Map([...map].map(([term, others]) => [term, [...others]]));
  const longest = Math.max(1, ...[...accented.keys()].map((term) => term.split(' ').length));
  return { accented: lists(accented), folded: lists(folded), longest, stopWords };
}

const phraseKey = (text: string): string =>
  placeTones(text.normalize('NFC').toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** null where the text has no word. */
export function searchQuery(nfc: string, lexicon: SearchLexicon): SearchQuery | null {
  const parts = withoutStopWords(partsOf(searchWords(nfc), lexicon), lexicon);
  const words = parts.flatMap((part) => part.words);
  if (words.length === 0) return null;
  const last = words.at(-1)!;
  const marks = new Set<string>();
  const groups = parts.map((part) => {
    const own = part.words.map((word) => (word === last ? beginning(word.folded) : word.folded)).join(' & ');
    const others = otherPhrases(part);
    for (const word of part.words) marks.add(word === last ? `${word.folded}*` : word.folded);
    for (const phrase of others) marks.add(phrase.join(' '));
    return `(${[own, ...others.map((phrase) => `(${phrase.join(' <-> ')})`)].join(' | ')})`;
  });
  const typed = words.map((word) => (word === last ? beginning(word.folded) : word.folded));
  const exact = words.flatMap((word) => (word.bare ? [] : [exactly(word, word === last)]));
  return {
    words: groups.join(' & '),
    typed: typed.join(' & '),
    exact: exact.length > 0 ? exact.join(' & ') : null,
    marks: [...marks],
  };
}

/** Of one or two letters the database keeps which words begin so: to look through all of them takes long. */
const beginning = (folded: string): string => `(${folded} | ${folded.length <= 2 ? `'=p:${folded}'` : `${folded}:*`})`;

/** A word typed so far may get its tone at the end. */
function exactly(word: SearchWord, isLast: boolean): string {
  const { tone, letters } = exactWord(word.lower);
  if (!isLast) return tone + letters;
  const tones = tone === '' ? ['', '1', '2', '3', '4', '5'] : [tone];
  return `(${[tone + letters, ...tones.map((each) => `${each}${letters}:*`)].join(' | ')})`;
}

/** A phrase of the lexicon, or a word alone. */
interface Part {
  words: SearchWord[];
  others: readonly string[];
}

function partsOf(words: SearchWord[], lexicon: SearchLexicon): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length;) {
    const { to, others } = phraseAt(words, at, lexicon);
    parts.push({ words: words.slice(at, to), others });
    at = to;
  }
  return parts;
}

/** Left out where the text has accents: without them "cua" may as well be a door. The last word may be a beginning. */
function withoutStopWords(parts: Part[], { stopWords }: SearchLexicon): Part[] {
  const isAccented = parts.some(({ words }) => words.some(({ bare }) => !bare));
  const saysNothing = ({ words }: Part): boolean => words.length === 1 && stopWords.accented.has(words[0]!.lower);
  return parts.filter((part, i) => i === parts.length - 1 || !isAccented || !saysNothing(part));
}

/** What the part may be called besides; a phrase with all words of one before it finds nothing more. */
function otherPhrases({ words, others }: Part): string[][] {
  const kept: string[][] = [words.map(({ folded }) => folded)];
  for (const phrase of others.map((other) => foldText(other).split(' ')))
    if (!kept.some((known) => known.every((word) => phrase.includes(word)))) kept.push(phrase);
  return kept.slice(1, mostOthers + 1);
}

/** Words that stand so apart may be one phrase. */
const joins = /^(?:[ _]{1,2}|[-/.])$/u;

/** The longest phrase of the lexicon at a place, or the word alone. */
function phraseAt(words: SearchWord[], at: number, lexicon: SearchLexicon): { to: number; others: readonly string[] } {
  let best = { to: at + 1, others: [] as readonly string[] };
  for (let to = at + 1; to <= words.length && to <= at + lexicon.longest; to += 1) {
    const phrase = words.slice(at, to);
    if (to > at + 1 && !joins.test(phrase.at(-1)!.gap)) break;
    const bare = phrase.every((word) => word.bare);
    const key = phrase.map((word) => (bare ? word.folded : word.lower)).join(' ');
    const others = (bare ? lexicon.folded : lexicon.accented).get(key);
    if (others) best = { to, others };
  }
  return best;
}
