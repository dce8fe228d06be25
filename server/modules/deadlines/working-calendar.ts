import { dayOfDate, weekdayOf, yearOf, type DayNumber } from '../../platform/days.ts';

/** HOLIDAY: by law; REST: a compensatory or swapped day off; WORKED: a rest day that is worked instead. */
export type SpecialDayKind = 'HOLIDAY' | 'REST' | 'WORKED';

export interface SpecialDay {
  onDate: string;
  kind: SpecialDayKind;
  nameVi: string;
  /** A day that is announced but not yet law stands there without effect. */
  enabled: boolean;
}

/** Minutes after midnight, from before to. */
export type Interval = readonly [from: number, to: number];

/** What one year's row says, of everybody or of one body. */
export interface CalendarYear {
  year: number;
  isOwn: boolean;
  hours: readonly Interval[];
  quiet: Interval;
  days: readonly SpecialDay[];
}

export interface CalendarDay {
  isWorking: boolean;
  /** Why it is not worked, or why it is although it is a day of the weekend; null on an ordinary working day. */
  reason: string | null;
}

/** Which days are worked, and when. */
export interface WorkingCalendar {
  day(day: DayNumber): CalendarDay;
  /** Two a day, as a rule; the same for every working day of a year. */
  hours(day: DayNumber): readonly Interval[];
  /** When nobody is reminded, from the first to the second; the first is the later one where it spans midnight. */
  quiet(day: DayNumber): Interval;
}

const defaults = {
  hours: [
    [450, 690],
    [810, 1050],
  ] as readonly Interval[],
  quiet: [1200, 420] as Interval,
};

const ordinary: CalendarDay = { isWorking: true, reason: null };
const weekend: CalendarDay = { isWorking: false, reason: 'nghỉ cuối tuần' };

/**
 * The calendar of a body: its own years go before everybody's, day by day. A year without a confirmed row has its
 * weekends and no holidays: it is reckoned again once the year is confirmed.
 */
export function calendarOf(years: readonly CalendarYear[]): WorkingCalendar {
  const ownLast = years.toSorted((a, b) => Number(a.isOwn) - Number(b.isOwn));
  const special = new Map<DayNumber, CalendarDay>();
  for (const { days } of ownLast) {
    for (const { onDate, kind, nameVi } of days.filter(({ enabled }) => enabled))
      special.set(dayOfDate(onDate), { isWorking: kind === 'WORKED', reason: nameVi });
  }
  const byYear = new Map(ownLast.map((row) => [row.year, row]));
  const ofYear = (day: DayNumber): Pick<CalendarYear, 'hours' | 'quiet'> => byYear.get(yearOf(day)) ?? defaults;
  return {
    day: (day) => special.get(day) ?? ([0, 6].includes(weekdayOf(day)) ? weekend : ordinary),
    hours: (day) => ofYear(day).hours,
    quiet: (day) => ofYear(day).quiet,
  };
}
