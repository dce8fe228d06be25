import { placeTone } from './normalize.ts';
import { readScanText } from './scan-text.ts';

/** A word of a text as search sees it: a run of letters and digits. */
export interface SearchWord {
  /** Lower case, tone in the older placement. */
  lower: string;
  /** Without accents, as `search_folded` of the database spells it. */
  folded: string;
  /** It carries no accent. */
  bare: boolean;
  /** What stands between the word before and this one. */
  gap: string;
  /** Its place in the NFC text, in UTF-16 code units, `end` exclusive. */
  start: number;
  end: number;
}

// What is longer is no word of a language; the database keeps it whole.
const longest = 60;

const foldWord = (word: string): string =>
  word.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('đ', 'd');

export function searchWords(nfc: string): SearchWord[] {
  const { plain, starts, ends } = readScanText(nfc);
  let before = 0;
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => {
    const raw = match[0].slice(0, longest);
    const lower = placeTone(raw.toLowerCase());
    const folded = foldWord(raw);
    const gap = plain.slice(before, match.index);
    before = match.index + match[0].length;
    return { lower, folded, bare: lower === folded, gap, start: starts[match.index]!, end: ends[before - 1]! };
  });
}

const tones = '\u0300\u0301\u0309\u0303\u0323';
const letters: Readonly<Record<string, string>> = { '\u0302': 'j', '\u031b': 'f', '\u0306': 'w', đ: 'z' };

/** A word as `search_exact` of the database spells it: its tone as a digit, its letters with their marks. */
export function exactWord(word: string): { tone: string; letters: string } {
  const decomposed = word.normalize('NFKD').toLowerCase();
  const signs = Array.from(decomposed);
  const mark = signs.find((sign) => tones.includes(sign));
  const spelled = signs.filter((sign) => sign !== mark).map((sign) => letters[sign] ?? sign);
  return { tone: mark ? String(tones.indexOf(mark) + 1) : '', letters: spelled.join('').replace(/\p{M}/gu, '') };
}
