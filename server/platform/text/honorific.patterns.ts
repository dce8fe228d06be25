import * as table from './person-name.words.ts';
import { follows, wordAt, type Word } from './scan-text.ts';

export interface Honorific {
  /** Index of its first word and of the first word after it. */
  from: number;
  next: number;
  /** As written in the tables; for an unaccented one the folded form. */
  name: string;
  /** Written without the accents it should bear. */
  bare: boolean;
  /** Begins with a capital, as in the name of a place. */
  capital: boolean;
  /** After it only a full name counts as a person. */
  fullOnly: boolean;
}

const afterHonorific = /^(?:\)?[.:]?[ _]{1,3}|[.:])$/u;
// As part of a proper name: "Kỳ Anh", "Thái Bác".
const insideNames = ['anh', 'cô', 'bác', 'chú', 'em', 'thầy'];

function isPlural(words: Word[], at: number): boolean {
  const before = wordAt(words, at - 1).lower;
  const word = wordAt(words, at);
  return follows(word) && (table.pluralLeads.has(before) || table.pluralPairs.has(`${before} ${word.lower}`));
}

/** "đồng chí", "dong chi", "đ/c" */
function comrade(words: Word[], at: number): Honorific | null {
  const next = wordAt(words, at + 1);
  const pair = `${wordAt(words, at).lower}${follows(next) ? ' ' : next.gap}${next.lower}`;
  if (pair !== 'đồng chí' && pair !== 'dong chi' && pair !== 'đ/c') return null;
  const bare = pair === 'dong chi';
  return {
    from: at,
    next: at + 2,
    name: bare ? pair : 'đồng chí',
    bare,
    capital: false,
    fullOnly: isPlural(words, at),
  };
}

/** "Ô. Nguyễn Văn An", "B. Lê Thị Hoa"; "B." ends many a sentence, so that only a full name may follow it. */
function shortened(words: Word[], at: number): Honorific | null {
  const { shape, lower } = wordAt(words, at);
  if (shape !== 'INITIAL' || !/^\. ?$/u.test(wordAt(words, at + 1).gap)) return null;
  const found = { from: at, next: at + 1, bare: false, capital: false };
  if (lower === 'ô') return { ...found, name: 'ông', fullOnly: false };
  return lower === 'b' ? { ...found, name: 'bà', fullOnly: true } : null;
}

/** The word before makes the honorific a part of something else: "Kỳ Anh", "tiếng Anh", "dia chi". */
function isBlocked(before: Word, word: Word): boolean {
  if (!follows(word)) return false;
  if (table.languageLeads.has(before.lower) && word.lower === 'anh') return true;
  if (before.bare && word.bare && table.bareBlocks.has(`${before.lower} ${word.lower}`)) return true;
  return before.shape === 'TITLE' && word.shape === 'TITLE' && insideNames.includes(word.lower);
}

/** The honorific that begins at an index, if any. */
export function honorificAt(words: Word[], at: number): Honorific | null {
  const special = comrade(words, at) ?? shortened(words, at);
  if (special) return special;
  const word = wordAt(words, at);
  const exact = table.honorifics.has(word.lower);
  if (!exact && !table.bareHonorifics.has(word.lower)) return null;
  const gap = wordAt(words, at + 1).gap;
  if (!afterHonorific.test(gap) || isBlocked(wordAt(words, at - 1), word)) return null;
  return {
    from: at,
    next: at + 1,
    name: word.lower,
    bare: !exact,
    capital: word.shape === 'TITLE' || word.shape === 'CAPS',
    fullOnly: isPlural(words, at) || gap.includes(':'),
  };
}
