import { compareThings, type ThingComparison } from './compare-things.ts';
import type { MatchWorld, Signal } from './engine.types.ts';
import { conceptTerm, cosine, dice, rarity, unitTerm, wordTerm, type Prepared, type Vector } from './prepared.ts';

/** What the model weighs, each with the signal under which its share of the score is explained. */
export const features = {
  wordCosine: 'TEXT',
  allCosine: 'TEXT',
  titleCosine: 'TEXT',
  titleInText: 'TEXT',
  rarestShared: 'TEXT',
  rareShared: 'TEXT',
  pairCosine: 'WORD_PAIR',
  conceptCosine: 'CONCEPT',
  titleConceptCosine: 'CONCEPT',
  matterCosine: 'CONCEPT',
  titleMatterCosine: 'CONCEPT',
  settingCosine: 'CONCEPT',
  rarestConcept: 'CONCEPT',
  subjectCosine: 'CONCEPT',
  coverage: 'TEXT',
  trigramDice: 'SPELLING',
  sharedNames: 'NAMED_THING',
  rarestName: 'NAMED_THING',
  sameKindNames: 'NAMED_THING',
  unmentionedNames: 'NAMED_THING',
  sharedNumbers: 'NUMBER',
  sharedAmounts: 'NUMBER',
  sameUnit: 'PLACE',
  sameDistrict: 'PLACE',
  sharedNamedUnits: 'PLACE',
  daysApart: 'TIME',
  yearsApart: 'TIME',
  sameTopic: 'TOPIC',
  thingContradiction: 'CONTRADICTION',
  numberContradiction: 'CONTRADICTION',
  unitContradiction: 'CONTRADICTION',
  settledInOne: 'CONTRADICTION',
  noSharedConcept: 'CONTRADICTION',
  noSharedSubject: 'CONTRADICTION',
  titleApart: 'CONTRADICTION',
  namesAndConcepts: 'CONCEPT',
  placeAndConcepts: 'CONCEPT',
  placeAndWords: 'TEXT',
} as const satisfies Record<string, Signal>;
export type FeatureName = keyof typeof features;
export const featureNames = Object.keys(features) as FeatureName[];
export type FeatureValues = Record<FeatureName, number>;

export interface Comparison {
  values: FeatureValues;
  things: ThingComparison;
}

export function compare(one: Prepared, other: Prepared, world: MatchWorld): Comparison {
  const things = compareThings(one, other, world);
  const text = textValues(one, other, world);
  const place = placeValues(one, other, world);
  const names = Math.min(
    2,
    things.shared.reduce((sum, { rarity }) => sum + rarity, 0),
  );
  const values = {
    ...text,
    ...place,
    sharedNames: names,
    rarestName: Math.max(0, ...things.shared.map(({ rarity }) => rarity)),
    sameKindNames: Math.min(2, things.shared.filter(({ sameKind }) => sameKind).length),
    unmentionedNames: things.unmentioned,
    sharedNumbers: Math.min(2, things.sharedNumbers.length),
    sharedAmounts: Math.min(2, sharedAmounts(one, other).length),
    daysApart: Math.log1p(days(one, other)) / 6,
    yearsApart: Math.min(5, Math.max(0, days(one, other) - 200) / 365),
    sameTopic: one.document.topicCode === other.document.topicCode ? 1 : 0,
    thingContradiction: Math.min(2, things.contradicting.filter(({ byNumber }) => !byNumber).length),
    numberContradiction: Math.min(2, things.contradicting.filter(({ byNumber }) => byNumber).length),
    settledInOne: one.settled === other.settled ? 0 : 1,
    namesAndConcepts: Math.min(1, names) * text.matterCosine,
    placeAndConcepts: place.sameUnit * text.matterCosine,
    placeAndWords: place.sameUnit * text.wordCosine,
  };
  return { values, things };
}

const days = ({ document: { day } }: Prepared, other: Prepared): number => Math.abs(day - other.document.day);

export const sharedAmounts = (one: Prepared, other: Prepared): string[] =>
  one.document.amounts.filter((amount) => other.document.amounts.includes(amount));

export function sharedWords(one: Prepared, other: Prepared, world: MatchWorld): { word: string; rarity: number }[] {
  return [...one.words.keys()]
    .filter((word) => other.words.has(word))
    .map((word) => ({ word, rarity: rarity(wordTerm(word), world.statistics) }))
    .toSorted((a, b) => b.rarity - a.rarity);
}

function textValues(one: Prepared, other: Prepared, world: MatchWorld) {
  const shared = sharedWords(one, other, world);
  return {
    wordCosine: cosine(one.words, other.words),
    allCosine: cosine(one.allWords, other.allWords),
    titleCosine: cosine(one.titleWords, other.titleWords),
    titleInText: (contained(one.titleWords, other.words) + contained(other.titleWords, one.words)) / 2,
    rarestShared: shared[0]?.rarity ?? 0,
    rareShared: shared.slice(0, 5).reduce((sum, { rarity }) => sum + rarity, 0) / 5,
    pairCosine: cosine(one.pairs, other.pairs),
    conceptCosine: cosine(one.concepts, other.concepts),
    titleConceptCosine: cosine(one.titleConcepts, other.concepts) + cosine(one.concepts, other.titleConcepts),
    matterCosine: cosine(one.matters, other.matters),
    titleMatterCosine: cosine(one.titleMatters, other.matters) + cosine(one.matters, other.titleMatters),
    settingCosine: cosine(one.settings, other.settings),
    rarestConcept: rarestShared(one.matters, other.matters, world),
    subjectCosine: cosine(one.subjects, other.subjects),
    coverage: Math.max(contained(one.words, other.words), contained(other.words, one.words)),
    noSharedConcept: apart(one.matters, other.matters),
    noSharedSubject: apart(one.subjects, other.subjects),
    titleApart: apart(one.titleMatters, other.matters) + apart(other.titleMatters, one.matters),
    trigramDice: dice(one.trigrams, other.trigrams),
  };
}

/** 1 when both say something and nothing of it is the same. */
const apart = (one: Vector, other: Vector): number =>
  one.size > 0 && other.size > 0 && ![...one.keys()].some((term) => other.has(term)) ? 1 : 0;

const rarestShared = (one: Vector, other: Vector, { statistics }: MatchWorld): number =>
  Math.max(0, ...[...one.keys()].filter((c) => other.has(c)).map((c) => rarity(conceptTerm(c), statistics)));

/** Share of a unit vector's squared length whose terms the other one has too. */
function contained(part: Vector, whole: Vector): number {
  let sum = 0;
  for (const [term, weight] of part) if (whole.has(term)) sum += weight * weight;
  return sum;
}

const overlap = (one: readonly string[], other: readonly string[]): boolean => one.some((id) => other.includes(id));

function placeValues(one: Prepared, other: Prepared, { statistics }: MatchWorld) {
  const both = one.document.namedUnits.filter((id) => other.document.namedUnits.includes(id));
  const shared = overlap(one.formerUnits, other.formerUnits);
  const filedTogether = overlap(one.document.units, other.document.units);
  return {
    sameUnit: filedTogether ? 1 : overlap(one.units, other.units) ? 0.7 : 0,
    sameDistrict: overlap(one.districts, other.districts) ? 1 : 0,
    sharedNamedUnits: Math.max(0, ...both.map((id) => rarity(unitTerm(id), statistics))),
    unitContradiction: one.formerUnits.length > 0 && other.formerUnits.length > 0 && !shared ? 1 : 0,
  };
}
