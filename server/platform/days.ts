const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/** Calendar days from one date to another, both `YYYY-MM-DD`; negative where the second is earlier. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The calendar date of a moment in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const localDate = (moment: Date): string => day.format(moment);
