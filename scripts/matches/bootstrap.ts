import type { Corpus } from './corpus.ts';
import { figures, type Figures, type Scores } from './metrics.ts';
import { seeded } from './random.ts';

const samples = 200;

/** 95 % intervals: matters drawn with replacement, with their issues and look-alikes; singles are drawn one by one. */
export function intervals(
  issues: Corpus['issues'],
  scores: Scores,
  threshold: number,
): Record<keyof Figures, [number, number]> {
  const random = seeded(2025);
  const groups = issues.map(({ id, matter, hardNegativeOf }) => matter ?? hardNegativeOf?.[0] ?? id);
  const names = [...new Set(groups)];
  const drawn = Array.from({ length: samples }, () => {
    const times = new Map<string, number>();
    for (let i = 0; i < names.length; i += 1) {
      const name = names[Math.floor(random() * names.length)]!;
      times.set(name, (times.get(name) ?? 0) + 1);
    }
    return figures(issues, scores, threshold, (one) => times.get(groups[one]!) ?? 0);
  });
  const keys = Object.keys(drawn[0]!) as (keyof Figures)[];
  return Object.fromEntries(
    keys.map((key) => {
      const values = drawn.map((sample) => sample[key]).toSorted((a, b) => a - b);
      return [key, [values[Math.floor(samples * 0.025)]!, values[Math.ceil(samples * 0.975) - 1]!]];
    }),
  ) as Record<keyof Figures, [number, number]>;
}
