import type { Word } from './scan-text.ts';

const insideAddress = /^[ ,./()-]{1,3}$/u;

const isNumber = (word: Word | undefined): boolean => word !== undefined && /^\d{1,4}\p{L}?$/u.test(word.lower);
const isHome = (word: Word, next: Word): boolean =>
  ['nhà', 'hộ'].includes(word.lower) || (next.bare && word.bare && ['nha', 'ho'].includes(word.lower));
const folded = (words: Word[], from: number, to: number): string =>
  words
    .slice(Math.max(0, from), to)
    .map((word) => word.folded)
    .join(' ');

/** "ở số 12/3 ngõ 5" from `at` on: the indexes of its number, `end` exclusive. */
export function houseNumber(words: Word[], at: number): { from: number; end: number } | null {
  let i = at;
  while (i < at + 3 && ['ở', 'tại', 'trú', 'có', 'o', 'tai', 'địa', 'chỉ'].includes(words[i]?.lower ?? '')) i += 1;
  if (words[i]?.folded !== 'so') return null;
  const from = i;
  i += words[i + 1]?.folded === 'nha' ? 2 : 1;
  if (!isNumber(words[i])) return null;
  i += 1;
  while (isNumber(words[i]) && /^[/-]$/u.test(words[i]?.gap ?? '')) i += 1;
  while (['ngo', 'ngach', 'kiet', 'hem'].includes(words[i]?.folded ?? '') && isNumber(words[i + 1])) i += 2;
  for (let k = at; k < i; k += 1) if (!insideAddress.test(words[k]?.gap ?? '')) return null;
  return { from, end: i };
}

/** Where the dwelling of the person named at `from` begins, or `from` when none is spoken of. */
export function homeStart(words: Word[], from: number): number {
  const before = words[from - 1];
  if (!before || !insideAddress.test(words[from]?.gap ?? '')) return from;
  let start = from;
  if (isHome(before, words[from] as Word)) start = from - 1;
  else if (before.folded === 'cua' && words[from - 2] && isHome(words[from - 2] as Word, before)) start = from - 2;
  else if (folded(words, from - 3, from) === 'ho gia dinh') start = from - 3;
  else if (before.folded !== 'cua') return from;
  for (let i = start - 1; i >= Math.max(0, start - 12); i -= 1) {
    if (!insideAddress.test(words[i + 1]?.gap ?? '')) break;
    const pair = folded(words, i - 1, i + 1);
    if ((pair === 'so nha' || pair === 'nha so') && isNumber(words[i + 1])) return i - 1;
    if (words[i]?.folded === 'so' && isNumber(words[i + 1]) && i + 2 >= start) return i;
  }
  return start;
}
