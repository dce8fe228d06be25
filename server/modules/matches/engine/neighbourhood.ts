import type { FeatureName, FeatureValues } from './features.ts';

/** Of the first look: these tell something beyond the odds when the company is known. */
export const carriedOver = [
  'titleMatterCosine',
  'rareShared',
  'rarestName',
  'sharedNames',
  'unmentionedNames',
  'sameDistrict',
  'titleApart',
  'matterCosine',
  'settledInOne',
  'thingContradiction',
] as const satisfies FeatureName[];

/** What a pair looks like in the company of the other candidates. */
export const neighbourNames = [
  'own',
  'rank',
  'behindBest',
  'rankBack',
  'behindBestBack',
  'support',
  'supportSum',
  'bestOther',
  ...carriedOver,
] as const;

/** So many of the best candidates are compared with each other too. */
export const company = 12;
/** Log odds of a pair that is no candidate of one another. */
export const unlikely = -12;

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * The values of `neighbourNames` for each of the best candidates of an issue, best first. `own` are the pair's log odds with
 * the issue, `between(i, j)` those of two candidates. A matter shows itself by candidates that support each other, a
 * look-alike by others that fit much better.
 */
export function neighbourValues(
  own: readonly number[],
  between: (one: number, other: number) => number,
  features: readonly FeatureValues[],
): number[][] {
  const all = own.map((_, i) => i);
  return all.map((candidate) => {
    const mine = own[candidate]!;
    const others = all.filter((other) => other !== candidate);
    const back = others.map((other) => between(candidate, other));
    const best = Math.max(unlikely, ...others.map((other) => own[other]!));
    const supports = others.map((other, i) => ({ to: sigmoid(own[other]!), back: sigmoid(back[i]!) }));
    return [
      mine,
      Math.min(8, candidate) / 4,
      Math.max(0, best - mine) / 4,
      Math.min(8, back.filter((odds) => odds > mine).length) / 4,
      Math.max(0, Math.max(unlikely, ...back) - mine) / 4,
      Math.max(0, ...supports.map(({ to, back: from }) => Math.min(to, from))),
      Math.min(
        2,
        supports.reduce((sum, { to, back: from }) => sum + to * from, 0),
      ),
      best / 4,
      ...carriedOver.map((name) => features[candidate]![name]),
    ];
  });
}
