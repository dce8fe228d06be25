import { readCsv } from '../db/read-csv.ts';
import type { LexiconKind, LexiconRow } from './lexicon.ts';

const FILES: Readonly<Record<LexiconKind, URL>> = {
  ABBREVIATION: new URL('./data/abbreviations.csv', import.meta.url),
  SYNONYM: new URL('./data/synonyms.csv', import.meta.url),
  SUBJECT: new URL('./data/subjects.csv', import.meta.url),
  FACET: new URL('./data/facets.csv', import.meta.url),
  LEAD_WORD: new URL('./data/lead-words.csv', import.meta.url),
  STOP_WORD: new URL('./data/stop-words.csv', import.meta.url),
};

/** The rows that a new installation starts with: one per term. Each line of a file gives a meaning, its terms, a source. */
export function lexiconRows(): (LexiconRow & { source: string })[] {
  return Object.entries(FILES).flatMap(([kind, file]) =>
    readCsv(file, ['meaning', 'terms', 'source']).flatMap(({ meaning, terms, source }) =>
      terms.split(';').map((term) => ({ kind: kind as LexiconKind, term: term.trim(), meaning, source })),
    ),
  );
}
