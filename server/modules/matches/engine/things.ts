import { phrasesIn, type ComparableText, type PhraseAt } from '../../../platform/text/comparable.ts';
import type { Lexicon } from '../../../platform/text/lexicon.ts';
import type { Word } from '../../../platform/text/scan-text.ts';

/** Something with a name of its own: a street, a school, residential group 5, canal N3. */
export interface Thing {
  /** Of the lexicon's lead words; NAME for a name without one. */
  kind: string;
  /** Folded, without the lead word unless one syllable is left; empty where a number alone names it. */
  name: string;
  /** The number that tells it from others of its name, if any: "5", "n3", "1a". */
  number: string;
}

interface ThingAt extends Thing {
  from: number;
  to: number;
}

const spaced = /^ {1,2}$/u;
const abbreviated = /^\.? {0,2}$/u;
const codeGap = /^[ .-]?$/u;
const roman = /^[ivx]{1,5}$/u;
const named = ({ shape }: Word): boolean => shape === 'TITLE' || shape === 'CAPS' || shape === 'INITIAL';
const longestName = 5;

/** Kinds that a bare number names; of the others only a code with a letter ("kênh N3"), or a number after a name. */
const numberedKinds = new Set(['GROUP', 'HAMLET', 'LANE', 'HIGHWAY', 'STORM', 'CLASS', 'ACT', 'POWER', 'PLACE']);
/** Kinds whose name is complete without a number after it: there it is an amount. */
const unnumberedKinds = new Set(['ROAD', 'MARKET', 'PROJECT', 'BODY', 'FEAST', 'UNIT', 'SHRINE']);

/** The named things of a text, in its order. A text without capitals shows only the numbered ones. */
export function thingsIn(text: ComparableText, lexicon: Lexicon): ThingAt[] {
  const led: ThingAt[] = [];
  for (const lead of phrasesIn(text, lexicon.leadWords)) {
    // In "cầu Khe Lá" the stream is part of the bridge's name.
    if (lead.from < (led.at(-1)?.to ?? 0)) continue;
    const thing = thingAfter(text.words, lead);
    if (thing) led.push(thing);
  }
  const taken = new Set(led.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  return [...led, ...bareNames(text.words, taken)];
}

function thingAfter(words: Word[], lead: PhraseAt): ThingAt | undefined {
  const start = lead.to;
  const end = endOfName(words, start);
  const name = nameOf(words, lead, end);
  const numbered = numberFor(words, lead, end);
  if (!name && !numbered) return undefined;
  const number = numbered?.value ?? '';
  return { kind: lead.meaning, name, number, from: lead.from, to: numbered?.to ?? end };
}

// "La" alone is any word: the river is "sông La".
function nameOf(words: Word[], { from, to }: PhraseAt, end: number): string {
  const start = end - to === 1 ? to - 1 : to;
  if (end === to) return '';
  return words
    .slice(Math.max(from, start), end)
    .map(({ folded }) => folded)
    .join(' ');
}

function endOfName(words: Word[], start: number): number {
  let end = start;
  while (end < words.length && end - start < longestName) {
    const word = words[end] as Word;
    if (!named(word) || !spaced.test(word.gap) || isCode(words, end)) break;
    end += 1;
  }
  return end;
}

// In "kênh N3" the letter belongs to the number.
function isCode(words: Word[], at: number): boolean {
  const word = words[at] as Word;
  const next = words[at + 1];
  const letters = word.folded.length === 1 || (word.shape === 'CAPS' && word.folded.length === 2);
  return letters && next?.shape === 'NUMBER' && codeGap.test(next.gap);
}

function numberFor(words: Word[], { meaning }: PhraseAt, end: number): { value: string; to: number } | undefined {
  const bare = words[end - 1]?.shape !== 'TITLE';
  if (unnumberedKinds.has(meaning)) return undefined;
  const says = words[end]?.lower === 'số' && spaced.test(words[end].gap);
  const at = says ? end + 1 : end;
  const word = words[at];
  if (!word || !abbreviated.test(word.gap)) return undefined;
  if (isCode(words, at)) return { value: word.folded + words[at + 1]!.folded, to: at + 2 };
  if (bare && !says && !numberedKinds.has(meaning)) return undefined;
  if (word.shape === 'NUMBER') return isFraction(words, at) ? undefined : { value: word.folded, to: at + 1 };
  return named(word) && roman.test(word.folded) ? { value: String(romanValue(word.folded)), to: at + 1 } : undefined;
}

const isFraction = (words: Word[], at: number): boolean =>
  words[at + 1]?.shape === 'NUMBER' && /^[.,]$/u.test(words[at + 1]!.gap);

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function romanValue(folded: string): number {
  const digits = [...folded].map((letter) => romanDigits[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

const insideClause = /^(?: {1,2}|,? ?[(“"']|, )$/u;

// Two capitals in a row, not where a sentence begins: there the first one says nothing.
function bareNames(words: Word[], taken: ReadonlySet<number>): ThingAt[] {
  const found: ThingAt[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (at === 0 || taken.has(at) || !named(word) || !insideClause.test(word.gap)) continue;
    let end = at + 1;
    while (end < words.length && !taken.has(end) && named(words[end]!) && spaced.test(words[end]!.gap)) end += 1;
    if (end - at >= 2) {
      const name = words.slice(at, end).map(({ folded }) => folded);
      found.push({ kind: 'NAME', name: name.join(' '), number: '', from: at, to: end });
    }
    at = end - 1;
  }
  return found;
}
