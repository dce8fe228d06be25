import { joined, wordAt, type Word } from './scan-text.ts';

const insideAddress = /^[ ,./()_-]{1,3}$/u;
const beforeNumber = ['ở', 'tại', 'trú', 'có', 'o', 'tai', 'địa', 'chỉ'];
const lanes = ['ngo', 'ngach', 'kiet', 'hem'];

const isNumber = (word: Word): boolean => /^\d{1,4}\p{L}?$/u.test(word.lower);
const isHome = (word: Word, next: Word): boolean =>
  ['nhà', 'hộ'].includes(word.lower) || (next.bare && word.bare && ['nha', 'ho'].includes(word.lower));

/** "ở số 12/3 ngõ 5" from `at` on: the indexes of its number, `end` exclusive. */
export function houseNumber(words: Word[], at: number): { from: number; end: number } | null {
  let from = at;
  while (from < at + 3 && beforeNumber.includes(wordAt(words, from).lower)) from += 1;
  if (wordAt(words, from).folded !== 'so') return null;
  let end = from + (wordAt(words, from + 1).folded === 'nha' ? 2 : 1);
  if (!isNumber(wordAt(words, end))) return null;
  end += 1;
  while (isNumber(wordAt(words, end)) && /^[/-]$/u.test(wordAt(words, end).gap)) end += 1;
  while (lanes.includes(wordAt(words, end).folded) && isNumber(wordAt(words, end + 1))) end += 2;
  return words.slice(at, end).every((word) => insideAddress.test(word.gap)) ? { from, end } : null;
}

/** How many words before `from` say that a dwelling is meant: "nhà", "nhà của", "hộ gia đình"; -1 for "của" alone. */
function leadLength(words: Word[], from: number): number {
  const before = wordAt(words, from - 1);
  if (isHome(before, wordAt(words, from))) return 1;
  if (joined(words, from - 3, from, 'folded') === 'ho gia dinh') return 3;
  if (before.folded !== 'cua') return 0;
  return isHome(wordAt(words, from - 2), before) ? 2 : -1;
}

/** Where the dwelling of the person named at `from` begins, or `from` when none is spoken of. */
export function homeStart(words: Word[], from: number): number {
  const lead = from > 0 && insideAddress.test(wordAt(words, from).gap) ? leadLength(words, from) : 0;
  if (lead === 0) return from;
  const start = from - Math.max(0, lead);
  for (let i = start - 1; i >= Math.max(0, start - 12); i -= 1) {
    const number = wordAt(words, i + 1);
    if (!insideAddress.test(number.gap)) break;
    const pair = joined(words, i - 1, i + 1, 'folded');
    if ((pair === 'so nha' || pair === 'nha so') && isNumber(number)) return i - 1;
    if (wordAt(words, i).folded === 'so' && isNumber(number) && i + 2 >= start) return i;
  }
  return start;
}
