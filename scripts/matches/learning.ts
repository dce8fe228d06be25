import { featureNames, type FeatureName } from '../../server/modules/matches/engine/features.ts';
import { calibrated, logOdds, type Linear, type Model } from '../../server/modules/matches/engine/model.ts';
import {
  company,
  neighbourNames,
  neighbourValues,
  unlikely,
} from '../../server/modules/matches/engine/neighbourhood.ts';
import { calibrationOf, rounded } from './calibration.ts';
import type { Corpus } from './corpus.ts';
import { learnLogistic, type Directions, type Example } from './logistic.ts';
import { noScores, type Scores } from './metrics.ts';
import { foldsOf, type PairTable } from './pairs.ts';
import { chooseThresholds } from './thresholds.ts';

/** Features that can speak only against a pair; all others are likeness and can speak only for it. */
const against = new Set<string>([
  'unmentionedNames',
  'daysApart',
  'yearsApart',
  'thingContradiction',
  'numberContradiction',
  'unitContradiction',
  'settledInOne',
  'noSharedConcept',
  'noSharedSubject',
  'titleApart',
  'rank',
  'behindBest',
  'rankBack',
  'behindBestBack',
  'bestOther',
] satisfies (FeatureName | (typeof neighbourNames)[number])[]);
const directionsOf = (names: readonly string[]): Directions => names.map((name) => (against.has(name) ? -1 : 1));

/**
 * What half a year of examples cannot show and is assumed: a year beyond the first half year takes half a unit of log odds.
 */
const assumed: Partial<Record<FeatureName, number>> = { yearsApart: -0.5 };

const ridge = 0.3;
/** Folds by which every score that something is learned from comes from a model that had not seen the pair. */
const innerFolds = 4;

type Weights = Pick<Linear, 'intercept' | 'weights'>;
/** Log odds of a pair, by the numbers of both issues. */
export type PairOdds = (one: number, other: number) => number;

interface CompanyExample extends Example {
  one: number;
  other: number;
}

/** The best candidates of an issue in each other's company. */
function companyOf(table: PairTable, one: number, odds: PairOdds, among: (other: number) => boolean): CompanyExample[] {
  const best = table.candidates[one]!.filter(among)
    .map((other) => ({ other, odds: odds(one, other) }))
    .toSorted((a, b) => b.odds - a.odds || a.other - b.other)
    .slice(0, company);
  const pairs = best.map(({ other }) => table.get(one, other)!);
  const x = neighbourValues(
    best.map((candidate) => candidate.odds),
    (i, j) => odds(best[i]!.other, best[j]!.other),
    pairs.map(({ values }) => values),
  );
  return best.map(({ other }, i) => ({ one, other, same: pairs[i]!.same, x: x[i]! }));
}

export const oddsBy =
  (table: PairTable, weightsFor: (one: number, other: number) => readonly Weights[]): PairOdds =>
  (one, other) => {
    const pair = table.get(one, other);
    if (!pair) return unlikely;
    const models = weightsFor(one, other);
    return models.reduce((sum, weights) => sum + logOdds(weights, pair.x), 0) / models.length;
  };

function learnPairs(examples: readonly Example[]): Weights {
  const learned = learnLogistic(examples, directionsOf(featureNames), ridge);
  return { ...learned, weights: learned.weights.map((weight, i) => assumed[featureNames[i]!] ?? weight) };
}

/** Half the word of the company, half of the pair on its own: the company alone puts the best mate first less often. */
function learnCompany(examples: readonly Example[]): Weights {
  const { intercept, weights } = learnLogistic(examples, directionsOf(neighbourNames), ridge);
  const own = neighbourNames.indexOf('own');
  return { intercept: intercept / 2, weights: weights.map((weight, i) => (i === own ? weight + 1 : weight) / 2) };
}

function linear(weights: Weights, examples: readonly Example[], calibration: Linear['calibration']): Linear {
  const means = weights.weights.map((_, i) => examples.reduce((sum, { x }) => sum + x[i]!, 0) / examples.length);
  return {
    intercept: rounded(weights.intercept),
    weights: weights.weights.map(rounded),
    means: means.map(rounded),
    calibration,
  };
}

/** Learns everything from the issues of `learnsFrom`: weights, calibration and thresholds, each from scores of unseen pairs. */
export function learnModel(
  corpus: Corpus,
  table: PairTable,
  learnsFrom: (one: number) => boolean,
): Omit<Model, 'version'> {
  const fold = foldsOf(corpus, innerFolds, 2025);
  const known = table.pairs.filter(({ one, other }) => learnsFrom(one) && learnsFrom(other));
  const apart = <T extends { one: number; other: number }>(examples: readonly T[], left: number): T[] =>
    examples.filter(({ one, other }) => fold[one] !== left && fold[other] !== left);
  const folds = Array.from({ length: innerFolds }, (_, i) => i);
  const unseen = folds.map((left) => learnPairs(apart(known, left)));
  const odds = oddsBy(table, (one, other) => [unseen[fold[one]!]!, unseen[fold[other]!]!]);
  const issues = corpus.issues.flatMap((_, one) => (learnsFrom(one) ? [one] : []));
  const examples = issues.flatMap((one) => companyOf(table, one, odds, learnsFrom));
  const unseenCompany = folds.map((left) => learnCompany(apart(examples, left)));
  const judged = examples.map((example) => {
    const { one, other, x, same } = example;
    const by = [unseenCompany[fold[one]!]!, unseenCompany[fold[other]!]!];
    return { one, other, same, odds: by.reduce((sum, weights) => sum + logOdds(weights, x), 0) / 2 };
  });
  const pairCalibration = calibrationOf(known.map(({ one, other, same }) => ({ same, odds: odds(one, other) })));
  const neighbour = linear(learnCompany(examples), examples, calibrationOf(judged));
  const scores = noScores(corpus.issues.length);
  for (const pair of judged) scores[pair.one]![pair.other] = calibrated(neighbour, pair.odds);
  return {
    ...chooseThresholds(corpus.issues, scores, learnsFrom),
    pair: linear(learnPairs(known), known, pairCalibration),
    neighbour,
  };
}

/** What each issue hears when it asks. */
export function scoresBy(table: PairTable, model: Pick<Model, 'pair' | 'neighbour'>): Scores {
  const scores = noScores(table.candidates.length);
  const odds = oddsBy(table, () => [model.pair]);
  table.candidates.forEach((_, one) => {
    for (const { other, x } of companyOf(table, one, odds, () => true)) {
      scores[one]![other] = calibrated(model.neighbour, logOdds(model.neighbour, x));
    }
  });
  return scores;
}
