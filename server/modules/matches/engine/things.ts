import { phrasesIn, type ComparableText, type PhraseAt } from '../../../platform/text/comparable.ts';
import type { Lexicon } from '../../../platform/text/lexicon.ts';
import type { Word } from '../../../platform/text/scan-text.ts';

/** Something with a name of its own: a street, a school, residential group 5, canal N3. */
export interface Thing {
  /** Of the lexicon's lead words; NAME for a name without one. */
  kind: string;
  /** Folded, without the lead word; empty where a number alone names it. */
  name: string;
  /** The number that tells it from others of its name, if any: "5", "n3", "1a". */
  number: string;
  /** True when the text does not show where the name ends, as in texts without capitals. */
  loose: boolean;
}

interface ThingAt extends Thing {
  from: number;
  to: number;
}

const spaced = /^ {1,2}$/u;
const numberGap = /^[ .:-]{0,2}$/u;
const roman = /^[ivx]{1,5}$/u;
const named = ({ shape }: Word): boolean => shape === 'TITLE' || shape === 'CAPS' || shape === 'INITIAL';
const longestName = 5;
const looseLength = 3;

/** The named things of a text, in its order. */
export function thingsIn(text: ComparableText, lexicon: Lexicon): ThingAt[] {
  const leads = phrasesIn(text, lexicon.leadWords);
  const capitals = text.words.filter(named).length * 3 < text.words.length * 2 && text.words.some(named);
  const led: ThingAt[] = [];
  for (const lead of leads) {
    // In "cầu Khe Lá" the stream is part of the bridge's name.
    if (lead.from < (led.at(-1)?.to ?? 0)) continue;
    const thing = thingAfter(text, lead, capitals, lexicon);
    if (thing) led.push(thing);
  }
  const taken = new Set(led.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)));
  return capitals ? [...led, ...bareNames(text.words, taken)] : led;
}

function thingAfter(text: ComparableText, lead: PhraseAt, capitals: boolean, lexicon: Lexicon): ThingAt | undefined {
  const { words } = text;
  const start = skipFiller(words, lead.to);
  const nameEnd = capitals ? endOfName(words, start) : looseEnd(text, start, lexicon);
  const numbered = numberAt(words, nameEnd);
  const name = words.slice(start, nameEnd).map(({ folded }) => folded);
  if (name.length === 0 && !numbered) return undefined;
  return {
    kind: lead.meaning,
    name: name.join(' '),
    number: numbered?.value ?? '',
    loose: !capitals && name.length > 0,
    from: lead.from,
    to: numbered?.to ?? nameEnd,
  };
}

// "tổ dân phố số 5", "đường mang tên …", "bão số 3"
function skipFiller(words: Word[], at: number): number {
  return words[at]?.lower === 'số' && spaced.test(words[at].gap) ? at + 1 : at;
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
  return word.folded.length <= 2 && next?.shape === 'NUMBER' && numberGap.test(next.gap);
}

function looseEnd({ words, accented }: ComparableText, start: number, { stopWords, leadWords }: Lexicon): number {
  let end = start;
  while (end < words.length && end - start < looseLength) {
    const word = words[end] as Word;
    const form = accented ? word.lower : word.folded;
    const known = accented ? [stopWords.accented, leadWords.accented] : [stopWords.folded, leadWords.folded];
    if (word.shape === 'NUMBER' || !spaced.test(word.gap) || known.some((table) => table.has(form))) break;
    end += 1;
  }
  return end;
}

function numberAt(words: Word[], at: number): { value: string; to: number } | undefined {
  const from = skipFiller(words, at);
  const word = words[from];
  const next = words[from + 1];
  if (!word || !numberGap.test(word.gap)) return undefined;
  if (word.shape === 'NUMBER') return { value: word.folded, to: from + 1 };
  if (isCode(words, from) && next) return { value: word.folded + next.folded, to: from + 2 };
  if (named(word) && roman.test(word.folded)) return { value: String(romanValue(word.folded)), to: from + 1 };
  return undefined;
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

function romanValue(folded: string): number {
  const digits = [...folded].map((letter) => romanDigits[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

// Two capitals in a row, not where a sentence begins: there the first one says nothing.
function bareNames(words: Word[], taken: ReadonlySet<number>): ThingAt[] {
  const found: ThingAt[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (taken.has(at) || !named(word) || !(spaced.test(word.gap) || /[(“"',] ?$/u.test(word.gap))) continue;
    let end = at + 1;
    while (end < words.length && !taken.has(end) && named(words[end] as Word) && spaced.test((words[end] as Word).gap))
      end += 1;
    if (end - at >= 2) {
      const name = words.slice(at, end).map(({ folded }) => folded);
      found.push({ kind: 'NAME', name: name.join(' '), number: '', loose: false, from: at, to: end });
    }
    at = end - 1;
  }
  return found;
}
