import { featureNames, features, type FeatureValues } from './features.ts';
import type { Signal } from './engine.types.ts';

/** A node of a regression tree; a leaf has no feature. */
export interface TreeNode {
  /** What the tree says here, were it to stop. */
  value: number;
  feature?: number;
  /** Values up to this go left. */
  threshold?: number;
  left?: TreeNode;
  right?: TreeNode;
}

/** What `npm run matches:learn` writes: weights of the features in the order of `featureNames`. */
export interface Model {
  intercept: number;
  weights: number[];
  /** Means over the learned pairs: what a feature is worth is said against them. */
  means: number[];
  trees: TreeNode[];
  /** Share of the trees in the sum of both log odds. */
  treeShare: number;
  /** Points of a rising line from log odds to probability. */
  calibration: { odds: number; probability: number }[];
}

export interface Judgement {
  probability: number;
  /** Share of each signal in the log odds, against the mean pair. */
  shares: Map<Signal, number>;
}

export function judge(model: Model, values: FeatureValues): Judgement {
  const x = featureNames.map((name) => values[name]);
  const shares = new Map<Signal, number>();
  const add = (feature: number, share: number): void => {
    const signal = features[featureNames[feature]!];
    shares.set(signal, (shares.get(signal) ?? 0) + share);
  };
  const odds = logOdds(model, x, add);
  return { probability: calibrated(model, odds), shares };
}

/** Log odds before calibration; `explain` is told how much each feature moved them. */
export function logOdds(
  { intercept, weights, means, trees, treeShare }: Omit<Model, 'calibration'>,
  x: readonly number[],
  explain: (feature: number, share: number) => void = () => {},
): number {
  let linear = intercept;
  weights.forEach((weight, feature) => {
    linear += weight * x[feature]!;
    explain(feature, (1 - treeShare) * weight * (x[feature]! - means[feature]!));
  });
  let boosted = 0;
  for (const root of trees) {
    let node = root;
    while (node.feature !== undefined) {
      const next = (x[node.feature]! <= node.threshold! ? node.left : node.right) as TreeNode;
      explain(node.feature, treeShare * (next.value - node.value));
      node = next;
    }
    boosted += node.value;
  }
  return (1 - treeShare) * linear + treeShare * boosted;
}

export function calibrated({ calibration }: Pick<Model, 'calibration'>, odds: number): number {
  const above = calibration.findIndex((point) => point.odds >= odds);
  if (above === 0) return calibration[0]!.probability;
  if (above === -1) return calibration.at(-1)!.probability;
  const [low, high] = [calibration[above - 1]!, calibration[above]!];
  const share = (odds - low.odds) / (high.odds - low.odds || 1);
  return low.probability + share * (high.probability - low.probability);
}
