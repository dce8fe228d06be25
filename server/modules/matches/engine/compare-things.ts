import type { Prepared } from './prepared.ts';
import { pairTerm, rarity, wordTerm } from './prepared.ts';
import type { MatchWorld } from './engine.types.ts';
import type { Thing } from './things.ts';

/** What the named things of two texts say about each other. */
export interface ThingComparison {
  /** Names that both texts mention, with how telling each is (0…1). */
  shared: { kind: string; name: string; rarity: number; sameKind: boolean }[];
  /** Things with a number that both texts mention. */
  sharedNumbers: string[];
  /** Of the same kind, but another one in each text. */
  contradicting: { kind: string; ours: string; theirs: string; byNumber: boolean }[];
  /** Share of the names, weighted by rarity, that the other text does not mention. */
  unmentioned: number;
}

/** Kinds that stand for one another in speech, so that two different names of them contradict. */
const families: Readonly<Record<string, string>> = {
  ROAD: 'road',
  HIGHWAY: 'road',
  LANE: 'lane',
  HAMLET: 'settlement',
  GROUP: 'settlement',
};
const family = ({ kind }: Thing): string => families[kind] ?? kind;
/** What these name is not a place or thing that an issue is about. */
const passing = new Set(['NAME', 'ACT', 'CLASS']);

export function compareThings(one: Prepared, other: Prepared, world: MatchWorld): ThingComparison {
  const shared = new Map<string, ThingComparison['shared'][number]>();
  let total = 0;
  let missed = 0;
  for (const [mine, theirs] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const thing of mine.document.things) {
      if (!thing.name) continue;
      const telling = nameRarity(thing.name, world);
      const heard = mentioned(thing, theirs);
      if (!thing.loose) total += telling;
      if (heard === undefined) missed += thing.loose ? 0 : telling;
      else if (!shared.has(heard.name) || heard.sameKind)
        shared.set(heard.name, { ...heard, rarity: nameRarity(heard.name, world) });
    }
  }
  return {
    shared: [...shared.values()],
    sharedNumbers: sharedNumbers(one.document.things, other.document.things),
    contradicting: contradictions(one, other),
    unmentioned: total === 0 ? 0 : missed / total,
  };
}

export function nameRarity(name: string, { statistics }: MatchWorld): number {
  const words = name.split(' ');
  if (words.length === 1) return 0.7 * rarity(wordTerm(name), statistics);
  return Math.max(...words.slice(1).map((word, i) => rarity(pairTerm(`${words[i]} ${word}`), statistics)));
}

function mentioned(
  { kind, name, loose }: Thing,
  { document, text }: Prepared,
): { kind: string; name: string; sameKind: boolean } | undefined {
  const same = document.things.find((theirs) => !theirs.loose && sameName(theirs.name, name, loose));
  if (same) return { kind, name: same.name, sameKind: family(same) === families[kind] || same.kind === kind };
  return !loose && name.includes(' ') && text.includes(` ${name} `) ? { kind, name, sameKind: false } : undefined;
}

// "Nguyễn Du kéo dài" is "Nguyễn Du"; a loose name may run on into other words.
const sameName = (one: string, other: string, loose: boolean): boolean =>
  one !== '' &&
  (one === other ||
    (one.includes(' ') && other.startsWith(`${one} `)) ||
    (!loose && other.includes(' ') && one.startsWith(`${other} `)));

function sharedNumbers(ours: readonly Thing[], theirs: readonly Thing[]): string[] {
  return ours
    .filter((thing) => thing.number !== '' && theirs.some((their) => sameNumbered(thing, their)))
    .map(({ name, number }) => `${name} ${number}`.trim());
}

const sameNumbered = (one: Thing, other: Thing): boolean =>
  family(one) === family(other) && one.number === other.number && (one.name === other.name || one.loose || other.loose);

/** A family of things of which both texts name some and agree on none. */
function contradictions(one: Prepared, other: Prepared): ThingComparison['contradicting'] {
  const found: ThingComparison['contradicting'] = [];
  const theirs = Map.groupBy(strict(other), family);
  for (const [name, ours] of Map.groupBy(strict(one), family)) {
    const others = theirs.get(name);
    if (!others || ours.some((thing) => others.some((their) => agree(thing, their)))) continue;
    const silent = [...ours.filter((thing) => heardIn(thing, other)), ...others.filter((thing) => heardIn(thing, one))];
    if (silent.length > 0) continue;
    const [mine, their] = [ours[0] as Thing, others[0] as Thing];
    found.push({ kind: mine.kind, ours: label(mine), theirs: label(their), byNumber: mine.name === their.name });
  }
  return found;
}

const strict = ({ document }: Prepared): Thing[] =>
  document.things.filter(({ kind, loose }) => !loose && !passing.has(kind));
const heardIn = ({ name }: Thing, { text }: Prepared): boolean => name.includes(' ') && text.includes(` ${name} `);
const label = ({ name, number }: Thing): string => `${name} ${number}`.trim();

function agree(one: Thing, other: Thing): boolean {
  if (one.number && other.number && one.number !== other.number) return false;
  if (one.name && other.name) return sameName(one.name, other.name, false) || sameName(other.name, one.name, false);
  return one.number !== '' && one.number === other.number;
}
