import { dateOf, dayOf, minuteMs } from '../../platform/days.ts';
import { countsDays, type ClockUnit, type Span } from './clock.ts';
import type { Reckoning } from './reckon.ts';

export interface ExplainedRule {
  code: string;
  version: number;
  nameVi: string;
  legalBasis: string | null;
}

const unitNames: Record<ClockUnit, string> = {
  MINUTE: 'phút',
  HOUR: 'giờ',
  WORKING_HOUR: 'giờ làm việc',
  DAY: 'ngày',
  WORKING_DAY: 'ngày làm việc',
  MONTH: 'ngày',
};

const reckonedBy: Record<ClockUnit, string> = {
  MINUTE: 'Bộ luật Dân sự 2015, Điều 147 khoản 1',
  HOUR: 'Bộ luật Dân sự 2015, Điều 147 khoản 1',
  WORKING_HOUR: 'giờ làm việc theo lịch làm việc năm',
  DAY: 'Bộ luật Dân sự 2015, Điều 147 và 148',
  WORKING_DAY: 'Bộ luật Dân sự 2015, Điều 147 và 148; ngày làm việc theo lịch làm việc năm',
  MONTH: 'Bộ luật Dân sự 2015, Điều 147 và 148',
};

/** What a clock says of itself, in Vietnamese: each span counted or left out, its end, its rule and the law. */
export function explain({ spans, dueAt, dueOn }: Reckoning, unit: ClockUnit, rule: ExplainedRule): string[] {
  const isOfDays = countsDays(unit);
  return [
    ...spans.map((span) => `${isOfDays ? daysOf(span) : timeOf(span)}: ${says(span, unit)}.`),
    `Hết hạn: ${isOfDays ? `24:00 ngày ${vi(dueOn)}` : clockOf(dueAt)}.`,
    `Quy tắc ${rule.code}, phiên bản ${rule.version}: ${rule.nameVi}.`,
    `Căn cứ: ${rule.legalBasis ?? 'các cơ quan tự đặt'}. Cách tính: ${reckonedBy[unit]}.`,
  ];
}

function says({ kind, counted, reason }: Span, unit: ClockUnit): string {
  const because = reason === null ? '' : ` (${reason})`;
  switch (kind) {
    case 'FIRST_DAY':
      return 'ngày phát sinh, không tính';
    case 'COUNTED':
      return `tính ${number(counted)} ${unitNames[unit]}${because}`;
    case 'REST':
      return `không tính (${reason})`;
    case 'PAUSED':
      return 'không tính (tạm dừng)';
    case 'OUTSIDE_HOURS':
      return 'không tính (ngoài giờ làm việc)';
    case 'ROLLED':
      return reason === null ? 'ngày làm việc liền kề, thời hạn kết thúc' : `không kết thúc thời hạn (${reason})`;
  }
}

const number = (value: number): string => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value);

const vi = (date: string): string => date.split('-').toReversed().join('/');

function daysOf({ from, to }: Span): string {
  const [first, last] = [dateOf(dayOf(from)), dateOf(dayOf(new Date(to.getTime() - 1)))];
  return first === last ? vi(first) : `${vi(first)}–${vi(last)}`;
}

const timeOf = ({ from, to }: Span): string => `${clockOf(from)} – ${clockOf(to)}`;

function clockOf(moment: Date): string {
  const day = dayOf(moment);
  const local = new Date(moment.getTime() + 7 * 60 * minuteMs).toISOString().slice(11, 16);
  return `${local} ngày ${vi(dateOf(day))}`;
}
