import { comparableText, phrasesIn, type ComparableText, type PhraseAt } from '../../../platform/text/comparable.ts';
import type { Lexicon } from '../../../platform/text/lexicon.ts';
import type { MatchInput, MatchWorld } from './engine.types.ts';
import type { Gazetteer } from './gazetteer.ts';
import { thingsIn, type Thing } from './things.ts';
import { model } from './weights.ts';

/** An issue as the engine compares it: plain JSON, stored with the issue and made anew when the engine's version changes. */
export interface MatchDocument {
  engineVersion: string;
  id: string;
  topicCode: string;
  areaId: string;
  /** Today's units that the area is or became. */
  units: string[];
  /** Former districts that it lies in. */
  districts: string[];
  /** Units of any time, below the province, that the text names as such ("xã Thạch Bình cũ"). */
  namedUnits: string[];
  /** Days since 1970-01-01. */
  day: number;
  title: TextPart;
  body: TextPart;
  things: Thing[];
  /** Amounts and years of the text, other than the numbers of things: "12 ha", "2025". */
  amounts: string[];
}

export interface TextPart {
  /** Every word, folded, with "." where a clause ends. */
  text: string;
  /** The words without function words and without named things: what the matter is, not where. */
  words: string[];
  /** Pairs of words that stand next to each other, function words left out. */
  pairs: string[];
  /** Concepts of the lexicon, as often as they occur. */
  concepts: string[];
}

/** Lead words that tell that the name is not one of a thing: units are looked up, the others are left out. */
const notThings = new Set(['UNIT', 'BODY', 'FEAST']);

export function describeIssue(input: MatchInput, world: MatchWorld): MatchDocument {
  const { lexicon, gazetteer } = world;
  const texts = [input.title, input.description, input.place ?? ''].map((text) => comparableText(text, lexicon));
  const thingsOf = texts.map((text) => thingsIn(text, lexicon));
  const parts = texts.map((text, i) => partOf(text, lexicon, thingsOf[i]!));
  const found = thingsOf.flat();
  const things = found.map(({ kind, name, number }) => ({ kind, name, number }));
  return {
    engineVersion: model.version,
    id: input.id,
    topicCode: input.topicCode,
    areaId: input.areaId,
    units: [...gazetteer.unitsOf(input.areaId)],
    districts: [...gazetteer.districtsOf(input.areaId)],
    namedUnits: unitsNamed(things, texts, gazetteer),
    day: Math.floor(Date.parse(input.collectedOn) / 86_400_000),
    title: parts[0]!,
    body: joined(parts[1]!, parts[2]!),
    things: distinct(things.filter(({ kind }) => !notThings.has(kind))),
    amounts: [...new Set(texts.flatMap(amountsIn))],
  };
}

function joined(one: TextPart, other: TextPart): TextPart {
  return {
    text: other.text ? `${one.text} . ${other.text}` : one.text,
    words: [...one.words, ...other.words],
    pairs: [...one.pairs, ...other.pairs],
    concepts: [...one.concepts, ...other.concepts],
  };
}

type Span = Pick<PhraseAt, 'from' | 'to'>;

const clauseEnd = /[.,;:!?()\n"“”]/u;

function partOf(read: ComparableText, lexicon: Lexicon, things: readonly Span[]): TextPart {
  const inThing = (at: number): boolean => things.some(({ from, to }) => from <= at && at < to);
  const concepts = phrasesIn(read, lexicon.synonyms).filter(({ from }) => !inThing(from));
  const kept = keptWords(read, lexicon, concepts).map((keep, at) => keep && !inThing(at));
  const text: string[] = [];
  const words: string[] = [];
  const pairs: string[] = [];
  let before: string | undefined;
  read.words.forEach((word, i) => {
    if (i > 0 && clauseEnd.test(word.gap)) {
      text.push('.');
      before = undefined;
    }
    text.push(word.folded);
    if (!kept[i]) return;
    if (before !== undefined) pairs.push(`${before} ${word.folded}`);
    words.push(word.folded);
    before = word.folded;
  });
  return { text: text.join(' '), words, pairs, concepts: concepts.map(({ meaning }) => meaning) };
}

/** Function words go, unless they are part of a longer phrase that means something. */
function keptWords(
  read: ComparableText,
  lexicon: Lexicon,
  concepts: readonly { from: number; to: number }[],
): boolean[] {
  const kept = read.words.map(() => true);
  for (const { from, to } of phrasesIn(read, lexicon.stopWords)) kept.fill(false, from, to);
  for (const { from, to } of concepts) if (to - from > 1) kept.fill(true, from, to);
  return kept;
}

/** Units that the text names: by their designation, as a name, or, in a text without capitals, anywhere in it. */
function unitsNamed(things: readonly Thing[], texts: readonly ComparableText[], gazetteer: Gazetteer): string[] {
  const names = things.flatMap(({ kind, name }) => (kind === 'UNIT' || kind === 'NAME' ? [name] : []));
  const words = texts.flatMap(({ accented, words }) => (accented ? [] : words.map(({ folded }) => folded)));
  const pairs = words.slice(1).map((word, i) => `${words[i]} ${word}`);
  return [...new Set([...names, ...pairs].flatMap((name) => gazetteer.named(name)).map(({ id }) => id))];
}

function distinct(things: readonly Thing[]): Thing[] {
  return [...new Map(things.map((thing) => [`${thing.kind} ${thing.name} ${thing.number}`, thing])).values()];
}

function amountsIn({ words }: ComparableText): string[] {
  return words.flatMap((word, i) => {
    if (word.shape !== 'NUMBER' || word.folded.length < 2) return [];
    const unit = words[i + 1];
    return unit && unit.shape !== 'NUMBER' ? [`${word.folded} ${unit.folded}`] : [word.folded];
  });
}
