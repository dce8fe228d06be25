import { searchWords, type SearchWord } from './search-words.ts';

export interface TextRange {
  start: number;
  end: number;
}

/** Where a search was met. `snippet` is plain text; ranges are in its UTF-16 code units, `end` exclusive. */
export interface Highlight {
  field: string;
  snippet: string;
  ranges: TextRange[];
}

interface Met extends TextRange {
  mark: string;
}

const longestSnippet = 200;
const lead = 60;

/** The field that meets most of the marks, the earlier one where two meet as many; its densest part. */
export function highlight(fields: readonly { field: string; text: string | null }[], marks: string[]): Highlight {
  const read = fields
    .filter(({ text }) => text !== null)
    .map(({ field, text }) => ({ field, text: text!, met: metIn(searchWords(text!), marks) }));
  const [best] = read.toSorted((a, b) => distinct(b.met) - distinct(a.met));
  return { field: best!.field, ...cut(best!.text, best!.met) };
}

const distinct = (met: readonly Met[]): number => new Set(met.map(({ mark }) => mark)).size;

/** Places of the marks from left to right, the longest at each place. */
function metIn(words: readonly SearchWord[], marks: readonly string[]): Met[] {
  const phrases = marks.map((mark) => ({ mark, words: mark.split(' ') }));
  const met: Met[] = [];
  for (let at = 0; at < words.length;) {
    const here = phrases.filter((phrase) => standsAt(phrase.words, words, at));
    const [longest] = here.toSorted((a, b) => b.words.length - a.words.length);
    const length = longest?.words.length ?? 0;
    if (longest) met.push({ mark: longest.mark, start: words[at]!.start, end: words[at + length - 1]!.end });
    at += Math.max(1, length);
  }
  return met;
}

const standsAt = (phrase: readonly string[], words: readonly SearchWord[], at: number): boolean =>
  phrase.every((part, i) => {
    const word = words[at + i]?.folded;
    return part.endsWith('*') ? word?.startsWith(part.slice(0, -1)) : word === part;
  });

function cut(text: string, met: readonly Met[]): Omit<Highlight, 'field'> {
  const from = text.length <= longestSnippet ? 0 : startOf(text, met);
  const to = text.length <= longestSnippet ? text.length : endOf(text, from);
  const before = from > 0 ? '…' : '';
  const snippet = `${before}${text.slice(from, to).replace(/\s/gu, ' ')}${to < text.length ? '…' : ''}`;
  const shift = before.length - from;
  const ranges = met
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }) => ({ start: start + shift, end: end + shift }));
  return { snippet, ranges };
}

/** Some words before the place from which most different marks follow. */
function startOf(text: string, met: readonly Met[]): number {
  const early = met.slice(0, 200);
  let [best, most] = [0, 0];
  for (const { start } of early) {
    const following = early.filter((other) => other.start >= start && other.end <= start + longestSnippet - lead);
    const marks = distinct(following);
    if (marks > most) [best, most] = [start, marks];
  }
  const wanted = Math.min(best - lead, text.length - longestSnippet);
  return wanted <= 0 ? 0 : betweenWords(text, wanted);
}

const endOf = (text: string, from: number): number =>
  from + longestSnippet >= text.length ? text.length : betweenWords(text, from + longestSnippet);

const longestWord = 30;

/** The nearest place before `at` that is not within a word; within a very long one, between two characters. */
function betweenWords(text: string, at: number): number {
  for (let place = at; place > at - longestWord; place -= 1) if (/\s/u.test(text[place - 1]!)) return place;
  return /[\uDC00-\uDFFF]/.test(text[at]!) ? at - 1 : at;
}
