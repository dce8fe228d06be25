import { foldText, placeTones } from './normalize.ts';

/**
 * ABBREVIATION: chat spelling and short forms, `meaning` is what to read instead.
 * SYNONYM: `meaning` names the concept that the term stands for; terms of one concept mean the same.
 * SUBJECT: `term` is a concept of the SYNONYM rows, `meaning` the wider subject that it belongs to.
 * FACET: `term` is a concept, `meaning` says that it is a group of people (WHO), a surrounding (SETTING), a remark that fits
 * any matter (GENERAL) or thanks for one that is settled (SETTLED). A concept without a facet is what is wrong: it tells more.
 * LEAD_WORD: what stands before the name of a thing ("đường", "chợ"); `meaning` is the kind of thing.
 * STOP_WORD: says nothing about the matter; `meaning` is empty.
 */
export const lexiconKinds = ['ABBREVIATION', 'SYNONYM', 'SUBJECT', 'FACET', 'LEAD_WORD', 'STOP_WORD'] as const;
export type LexiconKind = (typeof lexiconKinds)[number];

export interface LexiconRow {
  kind: LexiconKind;
  /** As people write it, with accents; one to six syllables. */
  term: string;
  meaning: string;
}

/** Phrases of one kind, found by their first word, the longest first. */
export interface PhraseTable {
  /** Longest phrase, in words. */
  longest: number;
  /** By the accented phrase (tones in the older placement). */
  accented: ReadonlyMap<string, string>;
  /** By the phrase without accents, for texts that are written without. */
  folded: ReadonlyMap<string, string>;
}

export interface Lexicon {
  abbreviations: PhraseTable;
  synonyms: PhraseTable;
  /** Subject by concept. */
  subjects: ReadonlyMap<string, string>;
  /** Facet by concept. */
  facets: ReadonlyMap<string, string>;
  leadWords: PhraseTable;
  stopWords: PhraseTable;
}

const phraseOf = (text: string): string =>
  placeTones(text.normalize('NFC').toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Syllables that stand for several once their accents are gone: "cong" is cống, công and cổng. */
function ambiguousSyllables(rows: readonly LexiconRow[]): ReadonlySet<string> {
  const spelled = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const syllable of rows.flatMap(({ kind, term }) => (kind === 'ABBREVIATION' ? [] : phraseOf(term).split(' ')))) {
    const plain = foldText(syllable);
    if ((spelled.get(plain) ?? syllable) !== syllable) ambiguous.add(plain);
    spelled.set(plain, syllable);
  }
  return ambiguous;
}

function phraseTable(rows: readonly LexiconRow[], ambiguous: ReadonlySet<string>): PhraseTable {
  const accented = new Map<string, string>();
  const folded = new Map<string, string>();
  let longest = 0;
  for (const { term, meaning } of rows) {
    const phrase = phraseOf(term);
    const plain = foldText(phrase);
    accented.set(phrase, meaning);
    // Two phrases that differ by accents only: without accents the earlier row stands.
    if (!ambiguous.has(plain) && !folded.has(plain)) folded.set(plain, meaning);
    longest = Math.max(longest, plain.split(' ').length);
  }
  return { longest, accented, folded };
}

/** The rows as the engine and the search read them. Pure: an administrator's rows are just more rows, later ones win. */
export function lexiconOf(rows: readonly LexiconRow[]): Lexicon {
  const ambiguous = ambiguousSyllables(rows);
  const of = (kind: LexiconKind): LexiconRow[] => rows.filter((row) => row.kind === kind);
  return {
    abbreviations: phraseTable(of('ABBREVIATION'), new Set()),
    synonyms: phraseTable(of('SYNONYM'), ambiguous),
    subjects: new Map(of('SUBJECT').map(({ term, meaning }) => [term, meaning])),
    facets: new Map(of('FACET').map(({ term, meaning }) => [term, meaning])),
    leadWords: phraseTable(of('LEAD_WORD'), ambiguous),
    stopWords: phraseTable(of('STOP_WORD'), new Set()),
  };
}
