import type { ClockUnit } from './clock.ts';
import type { ClockRunner, Confidence, RuleRow } from './deadline.entity.ts';

/** A rule as it is written down here; what it does not say is as with most rules. */
export type RuleSeed = Pick<RuleRow, 'code' | 'name_vi' | 'name_en'> & {
  runner?: ClockRunner;
  term: readonly [amount: number | null, unit: ClockUnit];
  starts?: string[];
  stops?: string[];
  basis: string | null;
  confidence: Confidence;
} & Partial<RuleRow>;

/** Told within the body alone. */
export const inside: Partial<RuleRow> = { escalate_to: ['OFFICER', 'LEADER'], escalate_after: [0, 1] };
