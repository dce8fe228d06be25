import type { Corpus } from './corpus.ts';
import { learnModel, scoresBy } from './learning.ts';
import { noScores, type Scores } from './metrics.ts';
import { foldsOf, type PairTable } from './pairs.ts';

export interface CrossValidated {
  scores: Scores;
  propose: number;
  veryLikely: number;
}

/**
 * Every pair scored by models that learned nothing from the fold of either issue: weights, calibration and thresholds. A pair
 * across two folds gets the mean of both models; thresholds are the mean over the folds.
 */
export function crossValidate(corpus: Corpus, table: PairTable, folds: number, seed: number): CrossValidated {
  const fold = foldsOf(corpus, folds, seed);
  const scores = noScores(corpus.issues.length);
  const result = { scores, propose: 0, veryLikely: 0 };
  for (let left = 0; left < folds; left += 1) {
    const model = learnModel(corpus, table, (one) => fold[one] !== left);
    result.propose += model.propose / folds;
    result.veryLikely += model.veryLikely / folds;
    scoresBy(table, model).forEach((row, one) => {
      row.forEach((score, other) => {
        const unseen = Number(fold[one] === left) + Number(fold[other] === left);
        scores[one]![other]! += (score * unseen) / 2;
      });
    });
  }
  return result;
}
