import { foldText, placeTones } from './normalize.ts';

/**
 * ABBREVIATION: chat spelling and short forms, `meaning` is what to read instead.
 * SYNONYM: `meaning` names the concept that the term stands for; terms of one concept mean the same.
 * SUBJECT: `term` is a concept of the SYNONYM rows, `meaning` the wider subject that it belongs to.
 * LEAD_WORD: what stands before the name of a thing ("đường", "chợ"); `meaning` is the kind of thing.
 * STOP_WORD: says nothing about the matter; `meaning` is empty.
 */
export const lexiconKinds = ['ABBREVIATION', 'SYNONYM', 'SUBJECT', 'LEAD_WORD', 'STOP_WORD'] as const;
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
  leadWords: PhraseTable;
  stopWords: PhraseTable;
}

function phraseTable(rows: readonly LexiconRow[], kind: LexiconKind): PhraseTable {
  const accented = new Map<string, string>();
  const folded = new Map<string, string>();
  let longest = 0;
  for (const row of rows) {
    if (row.kind !== kind) continue;
    const term = placeTones(row.term.normalize('NFC').toLowerCase())
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const plain = foldText(term);
    accented.set(term, row.meaning);
    // Two phrases that differ by accents only: without accents the earlier row stands.
    if (!folded.has(plain)) folded.set(plain, row.meaning);
    longest = Math.max(longest, plain.split(' ').length);
  }
  return { longest, accented, folded };
}

/** The rows as the engine and the search read them. Pure: an administrator's rows are just more rows, later ones win. */
export function lexiconOf(rows: readonly LexiconRow[]): Lexicon {
  return {
    abbreviations: phraseTable(rows, 'ABBREVIATION'),
    synonyms: phraseTable(rows, 'SYNONYM'),
    subjects: new Map(rows.filter(({ kind }) => kind === 'SUBJECT').map(({ term, meaning }) => [term, meaning])),
    leadWords: phraseTable(rows, 'LEAD_WORD'),
    stopWords: phraseTable(rows, 'STOP_WORD'),
  };
}
