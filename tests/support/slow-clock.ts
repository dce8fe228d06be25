import type { ClockSpec, Pause } from '../../server/modules/deadlines/clock.ts';
import type { SpecialDay } from '../../server/modules/deadlines/working-calendar.ts';
import { localDate } from '../../server/platform/days.ts';

interface Given {
  days: readonly SpecialDay[];
  pauses: readonly Pause[];
}

const noonOf = (date: string): Date => new Date(`${date}T12:00:00+07:00`);
const dayAfter = (date: string, step: number): string =>
  localDate(new Date(noonOf(date).getTime() + step * 24 * 3_600_000));

const weekday = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', weekday: 'short' });

function isWorking(date: string, days: readonly SpecialDay[]): boolean {
  const special = days.findLast((day) => day.onDate === date && day.enabled);
  if (special) return special.kind === 'WORKED';
  return !weekday.format(noonOf(date)).startsWith('S');
}

/** The last day of a term in days, counted one date after the other as on a calendar on the wall. */
export function slowDueDay(start: Date, spec: ClockSpec, { days, pauses }: Given): string {
  const step = spec.isBackward ? -1 : 1;
  const isPaused = (date: string): boolean =>
    pauses.some(({ from, to }) => date > localDate(from) && date <= localDate(to));
  let date = localDate(start);
  let left = spec.unit === 'MONTH' ? daysToSameDay(date, step * spec.amount) : spec.amount;
  while (left > 0) {
    date = dayAfter(date, step);
    if (isPaused(date)) continue;
    if (spec.unit === 'WORKING_DAY' && !isWorking(date, days)) continue;
    left -= 1;
  }
  while (spec.rolls && !isWorking(date, days)) date = dayAfter(date, step);
  return date;
}

function daysToSameDay(date: string, months: number): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const monthCount = year * 12 + (month - 1) + months;
  const target = `${Math.floor(monthCount / 12)}-${String((monthCount % 12) + 1).padStart(2, '0')}`;
  let days = 0;
  let cursor = date;
  let best = -1;
  const isPast = (): boolean => (months > 0 ? cursor.slice(0, 7) > target : cursor.slice(0, 7) < target);
  while (!isPast()) {
    const isRight = cursor.slice(0, 7) === target && Number(cursor.slice(8)) <= day;
    if (isRight && (months > 0 || best < 0)) best = days;
    cursor = dayAfter(cursor, months > 0 ? 1 : -1);
    days += 1;
  }
  return best;
}

/** Whole minutes between two moments that count, one after the other; `hours` null: all of them but the paused ones. */
export function slowWorkedMinutes(
  from: Date,
  to: Date,
  { days, pauses, hours }: Given & { hours: readonly (readonly [number, number])[] | null },
): number {
  let worked = 0;
  for (let ms = from.getTime(); ms < to.getTime(); ms += 60_000) {
    if (pauses.some((pause) => ms >= pause.from.getTime() && ms < pause.to.getTime())) continue;
    const minute = Math.floor((ms + 7 * 3_600_000) / 60_000) % 1440;
    const isOpen = hours === null || hours.some(([start, end]) => minute >= start && minute < end);
    if (!isOpen) continue;
    if (hours !== null && !isWorking(new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10), days)) continue;
    worked += 1;
  }
  return worked;
}
