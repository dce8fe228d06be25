import type { WorkingCalendar } from './working-calendar.ts';

export type ClockUnit = 'MINUTE' | 'HOUR' | 'WORKING_HOUR' | 'DAY' | 'WORKING_DAY' | 'MONTH';

export interface ClockSpec {
  amount: number;
  unit: ClockUnit;
  /** Counted back from the start, as in “at least 7 days before”. */
  isBackward: boolean;
  /** A last day that is no working day rolls on to the next one; back to the one before where it is counted back. */
  rolls: boolean;
}

/** A pause that has ended. The day on which it began counts, the day on which it ended does not. */
export interface Pause {
  from: Date;
  to: Date;
}

export type SpanKind = 'FIRST_DAY' | 'COUNTED' | 'REST' | 'PAUSED' | 'ROLLED' | 'OUTSIDE_HOURS';

/** Part of the way between start and due moment. */
export interface Span {
  from: Date;
  to: Date;
  kind: SpanKind;
  /** How much of the amount, in the rule's unit; 0 for what is left out. */
  counted: number;
  /** Why a day is left out, or is worked although it is a day of rest. */
  reason: string | null;
}

/** What a clock is reckoned with besides its rule. */
export interface Given {
  calendar: WorkingCalendar;
  pauses: readonly Pause[];
}

const dayUnits: ReadonlySet<ClockUnit> = new Set(['DAY', 'WORKING_DAY', 'MONTH']);
export const countsDays = (unit: ClockUnit): boolean => dayUnits.has(unit);
