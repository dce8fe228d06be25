import { foldText, placeTone } from './normalize.ts';

/**
 * A text as the scanners read it: invisible characters gone, digits, dashes, dots and spaces of every script as ASCII.
 * `starts[i]` and `ends[i]` lead from code unit i of `plain` back to the NFC text.
 */
export interface ScanText {
  plain: string;
  /** `plain` in lower case without accents and underscores, code unit by code unit of the same length. */
  folded: string;
  starts: number[];
  ends: number[];
}

type WordShape = 'LOWER' | 'TITLE' | 'CAPS' | 'INITIAL' | 'NUMBER' | 'OTHER';

export interface Word {
  /** Lower case with accents, tone marks in the older placement (hủy, not huỷ). */
  lower: string;
  folded: string;
  /** True when the word carries no Vietnamese accent. */
  bare: boolean;
  shape: WordShape;
  /** What stands between the previous word and this one. */
  gap: string;
  start: number;
  end: number;
}

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Me}]/u;
const dashes = /[\p{Pd}−⁃]/gu;
const dots = /[·•‧∙⋅․。｡]/gu;

// Unicode keeps each script's digits in one run from zero to nine, so the distance to the run's start is the value.
function digitValue(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

function plainForm(char: string): string {
  if (invisible.test(char)) return '';
  const compatible = char.normalize('NFKC').replace(/\p{M}/gu, '');
  // Some signs stand for whole phrases; none of them is part of a number or a Vietnamese name.
  if (compatible.length > 4) return ' ';
  return compatible
    .replace(/(?![0-9])\p{Nd}/gu, digitValue)
    .replace(dashes, '-')
    .replace(dots, '.')
    .replace(/[\p{Zs}\t]/gu, ' ');
}

function foldSameLength(found: string): string {
  const folded = foldText(found);
  return folded.length === found.length ? folded : found;
}

export function readScanText(nfc: string): ScanText {
  const known = new Map<string, string>();
  const starts: number[] = [];
  const ends: number[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const char of nfc) {
    const form = known.get(char) ?? plainForm(char);
    known.set(char, form);
    for (let i = 0; i < form.length; i += 1) {
      starts.push(at);
      ends.push(at + char.length);
    }
    parts.push(form);
    at += char.length;
  }
  const plain = parts.join('');
  return { plain, folded: plain.replaceAll('_', ' ').replace(/[A-Z]+|[^\p{ASCII}]/gu, foldSameLength), starts, ends };
}

function shapeOf(raw: string): WordShape {
  if (/^\p{N}+\p{L}?$/u.test(raw)) return 'NUMBER';
  if (/^\p{Lu}$/u.test(raw)) return 'INITIAL';
  if (/^\p{Lu}+$/u.test(raw)) return 'CAPS';
  if (/^\p{Lu}\p{Ll}+$/u.test(raw)) return 'TITLE';
  return /^\p{Ll}+$/u.test(raw) ? 'LOWER' : 'OTHER';
}

// A Vietnamese syllable has at most seven letters: what is longer is cut, so that later patterns meet bounded words.
const longest = 24;

/** The words in order; a house number keeps its letter ("12A"), a figure glued to a word stands apart from it. */
export function readWords(plain: string): Word[] {
  const words: Word[] = [];
  let before = 0;
  for (const match of plain.matchAll(/\p{N}+\p{L}(?!\p{L})|\p{N}+|\p{L}+/gu)) {
    const raw = match[0].slice(0, longest);
    const lower = placeTone(raw.toLowerCase());
    const folded = foldText(raw);
    const end = match.index + match[0].length;
    const gap = plain.slice(before, match.index);
    words.push({ lower, folded, bare: lower === folded, shape: shapeOf(raw), gap, start: match.index, end });
    before = end;
  }
  return words;
}

/** A finding in code units of the scanned form; `entry-scan.ts` leads it back to the NFC text. */
export interface Span<Kind extends string = string> {
  kind: Kind;
  start: number;
  end: number;
}

/** A table written as one string: entries apart by commas, or by whitespace where there is no comma. */
export function table(entries: string): ReadonlySet<string> {
  const parts = entries.includes(',') ? entries.split(',') : entries.split(/\s+/u);
  return new Set(parts.map((part) => part.trim().replace(/\s+/gu, ' ')).filter((part) => part !== ''));
}

const noWord: Word = { lower: '', folded: '', bare: false, shape: 'OTHER', gap: '\n', start: 0, end: 0 };

/** The word at an index, or one that matches nothing outside the text. */
export const wordAt = (words: Word[], index: number): Word => words[index] ?? noWord;

/** Some words as one string, apart by single spaces. */
export function joined(words: Word[], from: number, to: number, key: 'lower' | 'folded' = 'lower'): string {
  return words
    .slice(Math.max(0, from), to)
    .map((word) => word[key])
    .join(' ');
}

/** True when only spaces, or the underscores of a file name, stand before the word. */
export const follows = (word: Word): boolean => /^[ _]{1,3}$/u.test(word.gap);
