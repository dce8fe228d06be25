import { beforeAll, describe, expect, it } from '@jest/globals';
import { featureNames, features } from '../../../server/modules/matches/engine/features.ts';
import { calibrated, type Linear, type Model } from '../../../server/modules/matches/engine/model.ts';
import { model } from '../../../server/modules/matches/engine/weights.ts';
import { calibrationOf } from '../../../scripts/matches/calibration.ts';
import { readCorpus } from '../../../scripts/matches/corpus.ts';
import { learnModel, scoresBy } from '../../../scripts/matches/learning.ts';
import { learnLogistic } from '../../../scripts/matches/logistic.ts';
import { figures, matesOf } from '../../../scripts/matches/metrics.ts';
import { foldsOf, foundByIndex, PairTable } from '../../../scripts/matches/pairs.ts';
import { seeded } from '../../../scripts/matches/random.ts';
import { shortlist } from '../../../scripts/matches/settings.ts';

const corpus = readCorpus();

describe('learning from the labelled issues', () => {
  let table: PairTable;
  let learned: Omit<Model, 'version'>;
  beforeAll(() => {
    table = new PairTable(corpus, shortlist);
    learned = learnModel(corpus, table, () => true);
  }, 300_000);

  it('yields the stored weights, calibration and thresholds', () => {
    const { version: _, ...stored } = model;
    expect(learned).toEqual(stored);
  });

  it('scores the labelled issues as the decision says, in sample', () => {
    const found = figures(corpus.issues, scoresBy(table, model), model.propose);
    expect(found.recallAt5).toBeGreaterThan(0.9);
    expect(found.reciprocalRank).toBeGreaterThan(0.88);
    expect(found.f1).toBeGreaterThan(0.6);
    expect(found.hardNegativesTied).toBeLessThan(0.25);
  });

  it('lets no contradiction speak for a pair', () => {
    const contradictions = featureNames.flatMap((name, i) => (features[name] === 'CONTRADICTION' ? [i] : []));
    expect(contradictions.length).toBeGreaterThan(3);
    for (const i of contradictions) expect(model.pair.weights[i]).toBeLessThanOrEqual(0);
  });
});

describe('the index', () => {
  it('finds nearly all true mates among two hundred candidates', () => {
    const found = foundByIndex(corpus).map((others) => new Set(others.slice(0, 200)));
    const mates = corpus.issues.flatMap((_, one) => matesOf(corpus.issues, one).map((mate) => found[one]!.has(mate)));
    expect(mates.filter(Boolean).length / mates.length).toBeGreaterThan(0.95);
  });
});

describe('folds', () => {
  it('keep a matter and its look-alikes together', () => {
    const fold = foldsOf(corpus, 8, 1);
    corpus.issues.forEach(({ matter, hardNegativeOf }, i) => {
      const group = matter ?? hardNegativeOf?.[0];
      if (group === undefined) return;
      const mate = corpus.issues.findIndex((issue) => issue.matter === group);
      expect(fold[i]).toBe(fold[mate]);
    });
  });
});

describe('calibration', () => {
  const random = seeded(3);
  const judged = Array.from({ length: 4000 }, () => {
    const odds = random() * 8 - 6;
    return { odds, same: random() < 1 / (1 + Math.exp(-odds / 2)) };
  });
  const line: Pick<Linear, 'calibration'> = { calibration: calibrationOf(judged) };

  it('says what share is the same matter', () => {
    for (const odds of [-4, -2, 0, 1]) {
      expect(Math.abs(calibrated(line, odds) - 1 / (1 + Math.exp(-odds / 2)))).toBeLessThan(0.12);
    }
  });

  it('never falls while the odds rise, and stays between 0 and 1', () => {
    const said = Array.from({ length: 60 }, (_, i) => calibrated(line, i / 2 - 20));
    expect(said).toEqual(said.toSorted((a, b) => a - b));
    expect(said[0]).toBe(0);
    expect(said.at(-1)).toBeLessThan(1);
  });

  it.each(['pair', 'neighbour'] as const)('of the stored %s weights rises', (part) => {
    const points = model[part].calibration;
    expect(points.length).toBeGreaterThan(5);
    expect(points.map(({ probability }) => probability)).toEqual(
      points.map(({ probability }) => probability).toSorted((a, b) => a - b),
    );
  });
});

describe('logistic regression', () => {
  it('finds the weights that made the examples and keeps each feature to its direction', () => {
    const random = seeded(11);
    const examples = Array.from({ length: 6000 }, () => {
      const x = [random(), random(), random()];
      return { x, same: random() < 1 / (1 + Math.exp(-(3 * x[0]! - 2 * x[1]! - 1))) };
    });
    const { intercept, weights } = learnLogistic(examples, [1, -1, 1], 0.01);
    expect(intercept).toBeCloseTo(-1, 0);
    expect(weights[0]).toBeCloseTo(3, 0);
    expect(weights[1]).toBeCloseTo(-2, 0);
    expect(learnLogistic(examples, [-1, -1, 1], 0.01).weights[0]).toBe(0);
  });
});
