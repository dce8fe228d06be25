import { stableUuid } from '../../platform/db/stable-uuid.ts';
import type { SpecialDay, SpecialDayKind } from './working-calendar.ts';

export interface CalendarDayRow extends SpecialDay {
  legalBasis: string | null;
}

const labour = 'Bộ luật Lao động 2019, Điều 112';
const compensatory = 'Bộ luật Lao động 2019 (nghỉ bù)';

type DayEntry = readonly [onDate: string, nameVi: string, kind?: SpecialDayKind, legalBasis?: string];

const days = (...entries: DayEntry[]): CalendarDayRow[] =>
  entries.map(([onDate, nameVi, kind = 'HOLIDAY', legalBasis = kind === 'REST' ? compensatory : labour]) => ({
    onDate,
    kind,
    nameVi,
    legalBasis,
    enabled: true,
  }));

const run = (nameVi: string, ...dates: string[]): DayEntry[] => dates.map((date) => [date, nameVi]);

const unconfirmed = (...entries: DayEntry[]): CalendarDayRow[] =>
  days(...entries).map((day) => ({ ...day, enabled: false }));

const swap = 'Văn bản 12729/VPCP-KGVX';
/** Announced in 2026; that it has become law is not confirmed. */
const cultureDay = 'nghỉ Ngày Văn hóa Việt Nam';
const cultureDayBasis = 'Nghị quyết 80-NQ/TW ngày 07/01/2026, Nghị quyết 30/NQ-CP (chưa thấy luật)';
const tet = 'nghỉ Tết Nguyên đán';
const national = 'nghỉ Quốc khánh';
const newYear = 'nghỉ Tết Dương lịch';
const victory = 'nghỉ Ngày Chiến thắng 30/4';
const labourDay = 'nghỉ Quốc tế Lao động 1/5';
const hungKings = 'nghỉ Giỗ Tổ Hùng Vương';

/**
 * The years a new installation starts with: the days that the law fixes by the solar and lunar calendars, and leave that
 * the Government was seen to decide. What was not seen stands there without effect. Tết leave of 2027 is decided late in
 * 2026.
 */
const years: Record<number, CalendarDayRow[]> = {
  2025: [
    ...days(
      ['2025-01-01', newYear],
      ['2025-01-29', tet],
      ['2025-04-07', hungKings],
      ['2025-04-30', victory],
      ['2025-05-01', labourDay],
      ['2025-09-02', national],
    ),
    ...unconfirmed(...run(tet, '2025-01-27', '2025-01-28', '2025-01-30', '2025-01-31'), ...run(national, '2025-09-01')),
  ],
  2026: [
    ...days(
      ['2026-01-01', newYear],
      ['2026-01-02', 'nghỉ hoán đổi với thứ Bảy 10/01/2026', 'REST', swap],
      ['2026-01-10', 'làm bù cho thứ Sáu 02/01/2026', 'WORKED', swap],
      ...run(tet, '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'),
      ['2026-04-26', hungKings],
      ['2026-04-27', 'nghỉ bù Giỗ Tổ Hùng Vương', 'REST'],
      ['2026-04-30', victory],
      ['2026-05-01', labourDay],
      ['2026-09-02', national],
    ),
    ...unconfirmed(...run(national, '2026-09-01'), ['2026-11-24', cultureDay, 'HOLIDAY', cultureDayBasis]),
  ],
  2027: [
    ...days(
      ['2027-01-01', newYear],
      ['2027-02-06', tet],
      ['2027-04-16', hungKings],
      ['2027-04-30', victory],
      ['2027-05-01', labourDay],
      ['2027-05-03', 'nghỉ bù Quốc tế Lao động 1/5', 'REST'],
      ['2027-09-02', national],
    ),
    ...unconfirmed(['2027-11-24', cultureDay, 'HOLIDAY', cultureDayBasis]),
  ],
};

export interface CalendarRow {
  id: string;
  year: number;
  days: CalendarDayRow[];
}

/** Everybody's calendar, year by year. */
export const calendarRows = (): CalendarRow[] =>
  Object.entries(years).map(([year, days]) => ({ id: stableUuid('calendar', year), year: Number(year), days }));
