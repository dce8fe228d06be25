import { lexiconOf } from './lexicon.ts';
import { lexiconRows } from './lexicon.data.ts';
import { cleanText } from './normalize.ts';
import { searchLexicon, searchQuery, type SearchQuery } from './search-query.ts';

const lexicon = searchLexicon(lexiconOf(lexiconRows()));

/** The words of a search; null where it has none, only signs. BAD_INPUT outside 1 to 200 characters. */
export const wordsOf = (query: string, field: string): SearchQuery | null =>
  searchQuery(cleanText(query, { field, max: 200 }), lexicon);
