/** A logistic regression as `npm run matches:learn` writes it. */
export interface Linear {
  intercept: number;
  /** In the order of the values' names. */
  weights: number[];
  /** Means over the learned pairs: what a value is worth is said against them. */
  means: number[];
  /** Points of a rising line from log odds to probability. */
  calibration: { odds: number; probability: number }[];
}

export interface Model {
  version: string;
  propose: number;
  whileTyping: number;
  veryLikely: number;
  /** Over `featureNames`. */
  pair: Linear;
  /** Over `neighbourNames`. */
  neighbour: Linear;
}

export function logOdds({ intercept, weights }: Pick<Linear, 'intercept' | 'weights'>, x: readonly number[]): number {
  let odds = intercept;
  for (let i = 0; i < weights.length; i += 1) odds += weights[i]! * x[i]!;
  return odds;
}

export function calibrated({ calibration }: Pick<Linear, 'calibration'>, odds: number): number {
  const above = calibration.findIndex((point) => point.odds >= odds);
  if (above === 0) return calibration[0]!.probability;
  if (above === -1) return calibration.at(-1)!.probability;
  const [low, high] = [calibration[above - 1]!, calibration[above]!];
  const share = (odds - low.odds) / (high.odds - low.odds || 1);
  return low.probability + share * (high.probability - low.probability);
}
