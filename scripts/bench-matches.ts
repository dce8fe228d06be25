import { describeIssue, engine, scoreCandidates } from '../server/modules/matches/engine/engine.ts';
import { model } from '../server/modules/matches/engine/weights.ts';
import { lexiconRows } from '../server/platform/text/lexicon.data.ts';
import { baselines } from './matches/baselines.ts';
import { intervals } from './matches/bootstrap.ts';
import { readCorpus, type Corpus } from './matches/corpus.ts';
import { crossValidate, type CrossValidated } from './matches/cross-validation.ts';
import { scoresBy } from './matches/learning.ts';
import { figures, matesOf, pairScore, ranked, type Figures, type Scores } from './matches/metrics.ts';
import { candidateRecallAt } from './matches/padded-index.ts';
import { foundByIndex, PairTable } from './matches/pairs.ts';
import { shortlist } from './matches/settings.ts';

// Measures the matching engine on the labelled issues: `npm run bench:matches [file]`.
const folds = 8;
const seed = 1;
const file = process.argv[2];
const percent = (value: number): string => value.toFixed(3);

function row(name: string, issues: Corpus['issues'], scores: Scores, threshold: number): Record<string, string> {
  const found = figures(issues, scores, threshold);
  return { name, threshold: threshold.toFixed(2), ...shown(found) };
}

const shown = (found: Figures): Record<string, string> => ({
  'recall@5': percent(found.recallAt5),
  MRR: percent(found.reciprocalRank),
  precision: percent(found.precision),
  recall: percent(found.recall),
  F1: percent(found.f1),
  'hard tied': percent(found.hardNegativesTied),
  'singles tied': percent(found.singlesTied),
});

/** A baseline gets the threshold that suits it best on this very file. */
function bestThreshold(issues: Corpus['issues'], scores: Scores): number {
  const steps = Array.from({ length: 40 }, (_, i) => (i + 1) / 40);
  return steps.reduce((a, b) => (figures(issues, scores, b).f1 > figures(issues, scores, a).f1 ? b : a));
}

const corpus = readCorpus(file);
const { issues } = corpus;
const table = new PairTable(corpus, shortlist);
const learned = crossValidate(corpus, table, folds, seed);
const without = readCorpus(
  file,
  lexiconRows().filter(({ kind }) => kind === 'LEAD_WORD' || kind === 'STOP_WORD'),
);
const lexiconOff = crossValidate(without, new PairTable(without, shortlist), folds, seed);

console.log(`${issues.length} issues, engine ${engine.version}; cross-validated: ${folds} folds by matter`);
console.table([
  ...Object.entries(baselines).map(([name, score]) => {
    const scores = score(issues);
    return row(name, issues, scores, bestThreshold(issues, scores));
  }),
  row('lexicon off, cross-validated', issues, lexiconOff.scores, lexiconOff.propose),
  row('engine, in sample', issues, scoresBy(table, model), engine.propose),
  row('engine, cross-validated', issues, learned.scores, learned.propose),
  row('… very likely', issues, learned.scores, learned.veryLikely),
]);
console.log('95 % intervals of the cross-validated figures, by bootstrap over matters');
console.table(
  Object.fromEntries(
    Object.entries(intervals(issues, learned.scores, learned.propose)).map(([name, [low, high]]) => [
      name,
      `${percent(low)} – ${percent(high)}`,
    ]),
  ),
);
tellThresholds(learned);
tellCalibration(learned);
tellCandidates();
tellTime();
tellMisses(learned);

function tellThresholds({ scores }: CrossValidated): void {
  console.log('Cross-validated, by threshold');
  console.table([0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8].map((at) => row('', issues, scores, at)));
}

function tellCalibration({ scores }: CrossValidated): void {
  const bands = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01];
  const pairs = issues.flatMap(({ matter }, one) =>
    issues.slice(0, one).map((other, i) => ({
      score: pairScore(scores, one, i),
      same: matter !== null && matter === other.matter,
    })),
  );
  console.log('Calibration, cross-validated: what the score says and what is true');
  console.table(
    bands.slice(1).map((to, i) => {
      const inBand = pairs.filter(({ score }) => score >= bands[i]! && score < to);
      const said = inBand.reduce((sum, { score }) => sum + score, 0) / inBand.length;
      const same = inBand.filter((pair) => pair.same).length / inBand.length;
      return { band: `${bands[i]}–${to}`, pairs: inBand.length, said: percent(said), 'same matter': percent(same) };
    }),
  );
}

function tellCandidates(): void {
  const found = foundByIndex(corpus);
  const mates = issues.flatMap((_, one) => matesOf(issues, one).map((mate) => found[one]!.indexOf(mate)));
  const within = (most: number): string => percent(mates.filter((at) => at >= 0 && at < most).length / mates.length);
  console.log('Share of true mates among the candidates of the index');
  console.table({
    'first 12': within(12),
    'first 40': within(40),
    'first 200': within(200),
    'first 200, padded to 20,000 issues': percent(candidateRecallAt(corpus, 20_000)),
    'first 200, padded to 200,000 issues': percent(candidateRecallAt(corpus, 200_000)),
  });
}

function tellTime(): void {
  const candidates = corpus.documents.slice(0, 200);
  const sample = corpus.documents.slice(200, 240);
  for (const document of sample) scoreCandidates(document, candidates, corpus.world);
  const times = sample.map((document) => {
    const start = performance.now();
    scoreCandidates(document, structuredClone(candidates), corpus.world);
    return performance.now() - start;
  });
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
  const start = performance.now();
  const input = { place: null, topicCode: 'OTHER', areaId: corpus.documents[0]!.areaId, collectedOn: '2026-01-01' };
  for (const { id, title, description } of issues) describeIssue({ id, title, description, ...input }, corpus.world);
  const each = (performance.now() - start) / issues.length;
  console.log(
    `200 fresh candidates scored in ${median.toFixed(1)} ms (median); an issue described in ${each.toFixed(2)} ms`,
  );
}

function tellMisses({ scores }: CrossValidated): void {
  const pairs = issues.flatMap((_, one) =>
    matesOf(issues, one)
      .filter((mate) => mate > one)
      .map((mate) => ({ one, mate })),
  );
  const worst = pairs
    .toSorted((a, b) => pairScore(scores, a.one, a.mate) - pairScore(scores, b.one, b.mate))
    .slice(0, 10);
  console.log('The ten worst misses');
  for (const { one, mate } of worst) {
    console.log(`${percent(pairScore(scores, one, mate))} ${reason(one, mate, scores)}`);
    for (const i of [one, mate])
      console.log(`   ${issues[i]!.id} ${issues[i]!.area} – ${issues[i]!.title}: ${issues[i]!.description}`);
  }
}

function reason(one: number, mate: number, scores: Scores): string {
  const pair = table.get(one, mate);
  if (!pair) return 'no candidate of the index: they share no term that is rare enough';
  const { values } = pair;
  const lacking = [
    values.matterCosine < 0.1 ? 'no concept of the lexicon in common' : '',
    values.rareShared < 0.3 ? 'hardly a word in common' : '',
    values.rarestName === 0 && values.sharedNamedUnits === 0 ? 'no name in common' : '',
    values.sameDistrict === 0 ? 'filed under areas far apart' : '',
  ].filter(Boolean);
  const ahead = ranked(scores, one).indexOf(mate);
  return `${lacking.join(', ') || 'others fit better'} (place ${ahead + 1} among the candidates)`;
}
