const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/** The calendar date of a moment in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const localDate = (moment: Date): string => day.format(moment);
