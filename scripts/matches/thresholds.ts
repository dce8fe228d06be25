import type { Model } from '../../server/modules/matches/engine/model.ts';
import type { Corpus } from './corpus.ts';
import { figures, noScores, pairScore, type Scores } from './metrics.ts';

/** Not more of the look-alikes than this may be tied to the matter that they are not. */
const mostHardNegatives = 0.25;
/** Precision of what is marked very likely, with some room since it is measured on few pairs. */
const veryLikelyPrecision = 0.92;

/**
 * Propose: the best balance of precision and recall among the thresholds that leave look-alikes alone. Very likely: the lowest
 * threshold that is right often enough. While typing: half of the one to propose, for a person looks at it at once.
 */
export function chooseThresholds(
  issues: Corpus['issues'],
  scores: Scores,
  counts: (one: number) => boolean,
): Pick<Model, 'propose' | 'whileTyping' | 'veryLikely'> {
  const kept = issues.flatMap((_, one) => (counts(one) ? [one] : []));
  const part = noScores(kept.length).map((row, i) => row.map((_, j) => scores[kept[i]!]![kept[j]!]!));
  const chosen = kept.map((one) => issues[one]!);
  const steps = Array.from({ length: 90 }, (_, i) => (i + 8) / 100);
  const tried = steps.map((threshold) => ({ threshold, ...figures(chosen, part, threshold) }));
  const allowed = tried.filter(({ hardNegativesTied }) => hardNegativesTied <= mostHardNegatives);
  const best = allowed.reduce((a, b) => (b.f1 > a.f1 ? b : a), allowed[0] ?? tried.at(-1)!);
  const sure = tried.filter(({ threshold }) => threshold >= best.threshold);
  const sureFrom = sure.findIndex((_, i) => sure.slice(i).every((later) => precise(chosen, part, later.threshold)));
  return {
    propose: best.threshold,
    whileTyping: best.threshold / 2,
    veryLikely: sure[sureFrom]?.threshold ?? 0.97,
  };
}

function precise(issues: Corpus['issues'], scores: Scores, threshold: number): boolean {
  let [right, all] = [0, 0];
  for (let one = 0; one < issues.length; one += 1) {
    for (let other = one + 1; other < issues.length; other += 1) {
      if (pairScore(scores, one, other) < threshold) continue;
      all += 1;
      if (issues[one]!.matter !== null && issues[one]!.matter === issues[other]!.matter) right += 1;
    }
  }
  return all === 0 || right / all >= veryLikelyPrecision;
}
