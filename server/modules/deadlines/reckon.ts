import { addMonths, dateOf, dayOf, momentOf, type DayNumber } from '../../platform/days.ts';
import { elapsedSpans, workingSpans } from './reckon-hours.ts';
import { countsDays, type ClockSpec, type Given, type Pause, type Span } from './clock.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface Reckoning {
  /** The first moment that is too late: 24:00 of the last day where days are counted. */
  dueAt: Date;
  /** The day on which it ends. */
  dueOn: string;
  /** In order of time, each beginning where the one before ends. */
  spans: Span[];
}

/** When a clock ends, and every step to it (Civil Code 2015, Art. 147 and 148). Pure. */
export function reckon(
  start: Date,
  spec: ClockSpec,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Reckoning {
  if (countsDays(spec.unit)) return reckonDays(start, spec, { calendar, pauses });
  const spans = (spec.unit === 'WORKING_HOUR' ? workingSpans : elapsedSpans)(start, spec, { calendar, pauses });
  const dueAt = spec.isBackward ? spans[0]!.from : spans.at(-1)!.to;
  return { dueAt, dueOn: dateOf(dayOf(dueAt)), spans };
}

type DaySpan = Omit<Span, 'from' | 'to'> & { day: DayNumber };

function reckonDays(start: Date, spec: ClockSpec, given: Given): Reckoning {
  const first = dayOf(start);
  const days = countedDays(first, spec, given);
  const last = days.at(-1)!.day;
  const spans = joinDays(days.toSorted((a, b) => a.day - b.day));
  const firstDay = { kind: 'FIRST_DAY', counted: 0, reason: null } as const;
  return {
    dueAt: momentOf(last + 1),
    dueOn: dateOf(last),
    spans: spec.isBackward
      ? [...spans, { ...firstDay, from: momentOf(first), to: start }]
      : [{ ...firstDay, from: start, to: momentOf(first + 1) }, ...spans],
  };
}

/** From the day after the first one, which is not counted, to the last; away from the start, so the last one is the due day. */
function countedDays(first: DayNumber, spec: ClockSpec, { calendar, pauses }: Given): DaySpan[] {
  const step = spec.isBackward ? -1 : 1;
  const aim = spec.unit === 'MONTH' ? Math.abs(addMonths(first, step * spec.amount) - first) : spec.amount;
  const days: DaySpan[] = [];
  let day = first;
  for (let counted = 0; counted < aim;) {
    day += step;
    days.push(countedDay(day, spec, { calendar, pauses }));
    counted += days.at(-1)!.counted;
  }
  while (spec.rolls && !calendar.day(day).isWorking) {
    day += step;
    const { isWorking, reason } = calendar.day(day);
    days.push({ day, kind: 'ROLLED', counted: 0, reason: isWorking ? null : reason });
  }
  return days;
}

function countedDay(day: DayNumber, { unit }: ClockSpec, { calendar, pauses }: Given): DaySpan {
  const { isWorking, reason } = calendar.day(day);
  if (pauses.some(({ from, to }) => day > dayOf(from) && day <= dayOf(to)))
    return { day, kind: 'PAUSED', counted: 0, reason: null };
  if (unit === 'WORKING_DAY' && !isWorking) return { day, kind: 'REST', counted: 0, reason };
  return { day, kind: 'COUNTED', counted: 1, reason: isWorking ? reason : null };
}

/** Days that follow one another and say the same make one span. */
function joinDays(days: readonly DaySpan[]): Span[] {
  const spans: Span[] = [];
  for (const { day, kind, counted, reason } of days) {
    const last = spans.at(-1);
    const [from, to] = [momentOf(day), momentOf(day + 1)];
    if (last && last.kind === kind && last.reason === reason && last.to.getTime() === from.getTime()) {
      last.to = to;
      last.counted += counted;
    } else spans.push({ from, to, kind, counted, reason });
  }
  return spans;
}
