import { badInput } from '../errors.ts';

export interface CleanTextRules {
  /** Path of the argument, named in the error. */
  field: string;
  /** Longest allowed text, in code points after normalisation. */
  max: number;
  /** Shortest allowed text, in code points; 0 lets an empty text pass. */
  min?: number;
  /** Line feeds and tabs are allowed only here. */
  multiline?: boolean;
}

const controlInLine = /[\p{Cc}\u2028\u2029]/u;
const controlInLines = /[^\P{Cc}\n\t]/u;
// Embeddings, overrides and isolates reorder what a reader sees; the plain marks U+200E and U+200F do not.
const bidi = /[\u202A-\u202E\u2066-\u2069]/u;
const visible = /[^\p{Cf}\p{Z}\s]/u;

function codePoints(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

/**
 * A text as it may be stored: NFC, CRLF as LF, trimmed. Throws BAD_INPUT with one of the message keys text.surrogate,
 * text.nul, text.bidi, text.control, text.empty, text.tooShort {min, length}, text.tooLong {max, length}.
 */
export function cleanText(value: string, { field, max, min = 1, multiline = false }: CleanTextRules): string {
  // First, because normalize() would carry a lone surrogate along silently and the database refuses it late.
  if (!value.isWellFormed()) throw badInput(field, 'text.surrogate');
  if (value.includes('\0')) throw badInput(field, 'text.nul');
  if (bidi.test(value)) throw badInput(field, 'text.bidi');
  const text = value.normalize('NFC').replaceAll('\r\n', '\n').trim();
  if ((multiline ? controlInLines : controlInLine).test(text)) throw badInput(field, 'text.control');
  const length = codePoints(text);
  if (min > 0 && !visible.test(text)) throw badInput(field, 'text.empty');
  if (length < min) throw badInput(field, 'text.tooShort', { min, length });
  if (length > max) throw badInput(field, 'text.tooLong', { max, length });
  return text;
}

/** A key for comparing, never for display: lower case, accents folded, đ as d, each run of whitespace one space. */
export function foldText(value: string): string {
  const bare = value.normalize('NFD').replace(/\p{M}+/gu, '');
  return bare.toLowerCase().replaceAll('đ', 'd').replace(/\s+/gu, ' ').trim();
}

const olderTone = new Map(
  'oà:òa oá:óa oả:ỏa oã:õa oạ:ọa oè:òe oé:óe oẻ:ỏe oẽ:õe oẹ:ọe uỳ:ùy uý:úy uỷ:ủy uỹ:ũy uỵ:ụy'
    .split(' ')
    .map((pair) => [pair.slice(0, 2), pair.slice(3)] as const),
);

/** A word in lower case with its tone in the older placement: hủy, not huỷ. */
export function placeTone(word: string): string {
  // In "quý" the u belongs to the consonant, and in "hoàng" the place of the tone is not in question.
  const older = word.at(-3) === 'q' ? undefined : olderTone.get(word.slice(-2));
  return older === undefined ? word : word.slice(0, -2) + older;
}

/** `placeTone` for every word of a text. */
export function placeTones(text: string): string {
  return text.replace(/\p{L}+/gu, placeTone);
}
