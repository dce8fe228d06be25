import type { MatchWorld } from './engine.types.ts';
import { nameTerm, rarity, type Prepared } from './prepared.ts';
import type { Thing } from './things.ts';

/** What the named things of two texts say about each other. */
export interface ThingComparison {
  /** Names that both texts mention, with how telling each is (0…1). */
  shared: SharedName[];
  /** Things with a number that both texts mention. */
  sharedNumbers: string[];
  /** Of the same kind, but another one in each text. */
  contradicting: { kind: string; ours: string; theirs: string; byNumber: boolean }[];
  /** Share of the names, weighted by rarity, that the other text does not mention. */
  unmentioned: number;
}

export interface SharedName {
  kind: string;
  name: string;
  rarity: number;
  /** Both texts call it the same kind of thing. */
  sameKind: boolean;
}

/** Kinds that stand for one another in speech, so that two different names of them contradict. */
const families: Readonly<Record<string, string>> = {
  ROAD: 'road',
  HIGHWAY: 'road',
  HAMLET: 'settlement',
  GROUP: 'settlement',
};
const family = ({ kind }: Thing): string => families[kind] ?? kind;

/** What these name is no place and no thing that an issue is about. */
const passing = new Set(['NAME', 'ACT', 'CLASS']);

export function compareThings(one: Prepared, other: Prepared, world: MatchWorld): ThingComparison {
  const shared = new Map<string, SharedName>();
  const sum = { all: 0, missed: 0 };
  for (const [mine, theirs] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const thing of mine.document.things) {
      if (!thing.name) continue;
      const telling = nameRarity(thing.name, world);
      const heard = mentioned(thing, theirs);
      sum.all += telling;
      if (heard === undefined) sum.missed += telling;
      else if (!shared.get(heard.name)?.sameKind) shared.set(heard.name, { ...heard, rarity: telling });
    }
  }
  return {
    shared: [...shared.values()],
    sharedNumbers: sharedNumbers(one.document.things, other.document.things),
    contradicting: contradictions(one, other),
    unmentioned: sum.all === 0 ? 0.5 : sum.missed / sum.all,
  };
}

const nameRarity = (name: string, { statistics }: MatchWorld): number => rarity(nameTerm(name), statistics);

function mentioned(thing: Thing, { document, text }: Prepared): Omit<SharedName, 'rarity'> | undefined {
  const { kind, name } = thing;
  const same = document.things.find((theirs) => sameName(theirs.name, name));
  if (same) return { kind, name, sameKind: family(same) === family(thing) };
  return name.includes(' ') && text.includes(` ${name} `) ? { kind, name, sameKind: false } : undefined;
}

/** Equal, or one is the other cut short: "Hải Thượng" and "Hải Thượng Lãn Ông". */
const sameName = (one: string, other: string): boolean =>
  one !== '' &&
  (one === other ||
    (one.includes(' ') && other.startsWith(`${one} `)) ||
    (other.includes(' ') && one.startsWith(`${other} `)));

const sharedNumbers = (ours: readonly Thing[], theirs: readonly Thing[]): string[] =>
  ours
    .filter(
      (thing) => thing.number !== '' && !passing.has(thing.kind) && theirs.some((their) => sameNumbered(thing, their)),
    )
    .map(label);

const sameNumbered = (one: Thing, other: Thing): boolean =>
  family(one) === family(other) && one.number === other.number && one.name === other.name;

const label = ({ name, number }: Thing): string => `${name} ${number}`.trim();

/** A family of things of which both texts name some, and agree on none. */
function contradictions(one: Prepared, other: Prepared): ThingComparison['contradicting'] {
  const found: ThingComparison['contradicting'] = [];
  const theirs = Map.groupBy(placed(other), family);
  for (const [name, ours] of Map.groupBy(placed(one), family)) {
    const others = theirs.get(name);
    if (!others || ours.some((thing) => others.some((their) => agree(thing, their)))) continue;
    if (ours.some((thing) => heardIn(thing, other)) || others.some((thing) => heardIn(thing, one))) continue;
    const [mine, their] = [ours[0]!, others[0]!];
    found.push({ kind: mine.kind, ours: label(mine), theirs: label(their), byNumber: mine.name === their.name });
  }
  return found;
}

const placed = ({ document }: Prepared): Thing[] => document.things.filter(({ kind }) => !passing.has(kind));
const heardIn = ({ name }: Thing, { text }: Prepared): boolean => name.includes(' ') && text.includes(` ${name} `);

function agree(one: Thing, other: Thing): boolean {
  if (one.number && other.number && one.number !== other.number) return false;
  if (one.name && other.name) return sameName(one.name, other.name);
  return one.number !== '' && one.number === other.number;
}
