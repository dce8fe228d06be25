import { featureNames, type FeatureName } from '../../server/modules/matches/engine/features.ts';
import { logOdds, type Model } from '../../server/modules/matches/engine/model.ts';
import { learnLogistic, sigmoid, type Example } from './logistic.ts';
import { mean } from './metrics.ts';
import { learnTrees } from './trees.ts';

const directionOf: Readonly<Partial<Record<FeatureName, number>>> = {
  unmentionedNames: -1,
  daysApart: -1,
  thingContradiction: -1,
  numberContradiction: -1,
  unitContradiction: -1,
  settledInOne: -1,
  noSharedConcept: -1,
  noSharedSubject: -1,
  titleApart: -1,
};
/** Each feature is likeness and may speak only for a pair, or difference and may speak only against it. */
export const directions = featureNames.map((name) => directionOf[name] ?? 1);

export type Scorer = Omit<Model, 'calibration'>;

export const settings = {
  ridge: 0.3,
  treeShare: 0.5,
  trees: { rounds: 80, depth: 3, rate: 0.1, leaf: 2, ridge: 2 },
};

export function learnScorer(examples: readonly Example[], options = settings): Scorer {
  const { intercept, weights } = learnLogistic(examples, directions, options.ridge);
  const trees = options.treeShare > 0 ? learnTrees(examples, directions, options.trees) : [];
  const means = featureNames.map((_, i) => mean(examples.map(({ x }) => x[i]!)));
  return { intercept, weights, means, trees, treeShare: options.treeShare };
}

export const rawScore = (scorer: Scorer, x: readonly number[]): number => sigmoid(logOdds(scorer, x));
