import { dayOf, minuteMs, momentOf, type DayNumber } from '../../platform/days.ts';
import type { ClockSpec, Given, Pause, Span, SpanKind } from './clock.ts';
import type { WorkingCalendar } from './working-calendar.ts';

interface Segment {
  from: number;
  to: number;
  kind: SpanKind;
  reason: string | null;
}

const unitMs = { MINUTE: minuteMs, HOUR: 60 * minuteMs, WORKING_HOUR: 60 * minuteMs };
type HourUnit = keyof typeof unitMs;

/** Minutes and hours run from the moment itself, day and night (Civil Code 2015, Art. 147(1)). */
export function elapsedSpans(start: Date, spec: ClockSpec, { pauses }: Given): Span[] {
  const always = (day: DayNumber): Segment[] => [
    { from: momentOf(day).getTime(), to: momentOf(day + 1).getTime(), kind: 'COUNTED', reason: null },
  ];
  return take(start, spec, { pauses, segmentsOf: always });
}

/** Working hours run only while people work. */
export function workingSpans(start: Date, spec: ClockSpec, { calendar, pauses }: Given): Span[] {
  return take(start, spec, { pauses, segmentsOf: (day) => segmentsOfDay(day, calendar) });
}

function segmentsOfDay(day: DayNumber, calendar: WorkingCalendar): Segment[] {
  const at = (minutes: number): number => momentOf(day, minutes).getTime();
  const { isWorking, reason } = calendar.day(day);
  if (!isWorking) return [{ from: at(0), to: at(1440), kind: 'REST', reason }];
  const segments: Segment[] = [];
  let end = 0;
  const outside = (to: number): void => {
    if (to > end) segments.push({ from: at(end), to: at(to), kind: 'OUTSIDE_HOURS', reason: null });
  };
  for (const [from, to] of calendar.hours(day)) {
    outside(from);
    segments.push({ from: at(from), to: at(to), kind: 'COUNTED', reason });
    end = to;
  }
  outside(1440);
  return segments;
}

/** Takes the amount out of the segments, day by day away from the start. */
function take(
  start: Date,
  { amount, unit, isBackward }: ClockSpec,
  { pauses, segmentsOf }: { pauses: readonly Pause[]; segmentsOf: (day: DayNumber) => Segment[] },
): Span[] {
  const perUnit = unitMs[unit as HourUnit];
  const taken: Segment[] = [];
  let left = amount * perUnit;
  for (let day = dayOf(start); left > 0; day += isBackward ? -1 : 1) {
    const segments = segmentsOf(day).flatMap((segment) => withoutPauses(segment, pauses));
    for (const segment of isBackward ? segments.toReversed() : segments) {
      const whole = after(start.getTime(), segment, isBackward);
      if (whole.to <= whole.from || left === 0) continue;
      const part = segment.kind === 'COUNTED' ? upTo(left, whole, isBackward) : whole;
      if (segment.kind === 'COUNTED') left -= part.to - part.from;
      taken.push(part);
    }
  }
  return join(isBackward ? taken.toReversed() : taken).map((span) => ({
    ...span,
    from: new Date(span.from),
    to: new Date(span.to),
    counted: span.kind === 'COUNTED' ? (span.to - span.from) / perUnit : 0,
  }));
}

/** What of a segment lies on the side of the start to which is counted. */
const after = (origin: number, segment: Segment, isBackward: boolean): Segment =>
  isBackward ? { ...segment, to: Math.min(segment.to, origin) } : { ...segment, from: Math.max(segment.from, origin) };

/** The nearer part of a segment, at most so long. */
const upTo = (length: number, segment: Segment, isBackward: boolean): Segment =>
  isBackward
    ? { ...segment, from: Math.max(segment.from, segment.to - length) }
    : { ...segment, to: Math.min(segment.to, segment.from + length) };

function withoutPauses(segment: Segment, pauses: readonly Pause[]): Segment[] {
  let rest = [segment];
  for (const pause of pauses) {
    const [from, to] = [pause.from.getTime(), pause.to.getTime()];
    rest = rest.flatMap((part) => {
      if (part.kind !== 'COUNTED' || to <= part.from || from >= part.to) return [part];
      const [start, end] = [Math.max(from, part.from), Math.min(to, part.to)];
      const pieces: Segment[] = [
        { ...part, to: start },
        { from: start, to: end, kind: 'PAUSED', reason: null },
        { ...part, from: end },
      ];
      return pieces.filter((piece) => piece.to > piece.from);
    });
  }
  return rest;
}

function join(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last && last.to === segment.from && last.kind === segment.kind && last.reason === segment.reason)
      last.to = segment.to;
    else joined.push({ ...segment });
  }
  return joined;
}
