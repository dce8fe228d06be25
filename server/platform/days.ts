const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/** The calendar date of a moment in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const localDate = (moment: Date): string => day.format(moment);

const dayMs = 86_400_000;
export const minuteMs = 60_000;
/** Asia/Ho_Chi_Minh has kept UTC+7, without summer time, since 1975-06-13; dates of the product are later. */
const offsetMs = 7 * 60 * minuteMs;

/** A calendar day as a number: one day later is one more. */
export type DayNumber = number;

export const dayOf = (moment: Date): DayNumber => Math.floor((moment.getTime() + offsetMs) / dayMs);
export const dayOfDate = (date: string): DayNumber => Date.parse(`${date}T00:00:00Z`) / dayMs;
export const dateOf = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10);
export const yearOf = (day: DayNumber): number => new Date(day * dayMs).getUTCFullYear();

/** The moment at so many minutes after midnight; 1440 is 24:00. */
export const momentOf = (day: DayNumber, minutes = 0): Date => new Date(day * dayMs - offsetMs + minutes * minuteMs);

/** 0 is Sunday. */
export const weekdayOf = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

/** The same day of the month, or its last day where it is too short (Civil Code 2015, Art. 148(4)). */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * dayMs);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return first / dayMs + Math.min(date.getUTCDate(), length) - 1;
}
