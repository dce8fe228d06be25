import type { Lexicon, PhraseTable } from './lexicon.ts';
import { readScanText, readWords, type Word } from './scan-text.ts';

/** A text as words that can be compared: abbreviations written out, tones in one placement, with the words' folded form. */
export interface ComparableText {
  words: Word[];
  /** False for a text typed without accents: its phrases are then found by their folded form. */
  accented: boolean;
}

/** A phrase of a table at the words [from, to). */
export interface PhraseAt {
  from: number;
  to: number;
  phrase: string;
  meaning: string;
}

/** Words that stand so apart are one phrase: by a space, or by one joining sign as in "đ/c", "t.x", "nhà-máy". */
const joins = /^(?:[ _]{1,2}|[-/.])$/u;

/** Reads a text of any spelling. Every fifth word with an accent makes an accented text: many Vietnamese words have none. */
export function comparableText(text: string, lexicon: Lexicon): ComparableText {
  const raw = readWords(readScanText(text.normalize('NFC')).plain);
  const letters = raw.filter(({ shape }) => shape !== 'NUMBER');
  const accented = letters.filter(({ bare }) => !bare).length * 5 >= letters.length;
  const read = { words: raw, accented };
  const words: Word[] = [];
  let at = 0;
  for (const found of phrasesIn(read, lexicon.abbreviations)) {
    words.push(...raw.slice(at, found.from), ...written(raw, found));
    at = found.to;
  }
  words.push(...raw.slice(at));
  return { words, accented };
}

function written(raw: Word[], { from, to, meaning }: PhraseAt): Word[] {
  const first = raw[from] as Word;
  const last = raw[to - 1] as Word;
  return readWords(meaning).map((word, i) => ({
    ...word,
    gap: i === 0 ? first.gap : ' ',
    start: first.start,
    end: last.end,
  }));
}

/** The phrases of a table in a text from left to right, the longest at each place, none overlapping. */
export function phrasesIn({ words, accented }: ComparableText, table: PhraseTable): PhraseAt[] {
  const found: PhraseAt[] = [];
  for (let from = 0; from < words.length;) {
    const phrase = longestAt(words, from, accented ? table.accented : table.folded, table.longest);
    if (phrase) found.push(phrase);
    from = phrase?.to ?? from + 1;
  }
  return found;

  function longestAt(
    all: Word[],
    from: number,
    entries: ReadonlyMap<string, string>,
    longest: number,
  ): PhraseAt | undefined {
    let phrase = '';
    let best: PhraseAt | undefined;
    for (let to = from; to < all.length && to < from + longest; to += 1) {
      const word = all[to] as Word;
      if (to > from && !joins.test(word.gap)) break;
      phrase += (to > from ? ' ' : '') + (accented ? word.lower : word.folded);
      const meaning = entries.get(phrase);
      if (meaning !== undefined) best = { from, to: to + 1, phrase, meaning };
    }
    return best;
  }
}
