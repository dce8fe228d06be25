import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { calendarRows } from '../../../server/modules/deadlines/calendar.data.ts';
import type { ClockSpec, Pause } from '../../../server/modules/deadlines/clock.ts';
import { explain } from '../../../server/modules/deadlines/explain.ts';
import { reckon } from '../../../server/modules/deadlines/reckon.ts';
import { calendarOf, type CalendarYear, type SpecialDay } from '../../../server/modules/deadlines/working-calendar.ts';
import { localDate } from '../../../server/platform/days.ts';
import { slowDueDay, slowWorkedMinutes } from '../../support/slow-clock.ts';

const hours = [
  [450, 690],
  [810, 1050],
] as const;
const general: CalendarYear[] = calendarRows().map(({ year, days }) => ({
  year,
  days,
  isOwn: false,
  hours,
  quiet: [1200, 420],
}));
const calendar = calendarOf(general);
const at = (text: string): Date => new Date(`${text}+07:00`);
const clock = (amount: number, unit: ClockSpec['unit'], more: Partial<ClockSpec> = {}): ClockSpec => ({
  amount,
  unit,
  isBackward: false,
  rolls: true,
  ...more,
});
const due = (start: string, spec: ClockSpec, pauses: Pause[] = []): string =>
  reckon(at(start), spec, calendar, pauses).dueOn;

describe('the calendar’s worked examples', () => {
  it.each([
    ['received on Friday before Tết, 10 working days', '2026-02-13T09:00', clock(10, 'WORKING_DAY'), '2026-03-06'],
    ['the last calendar day is Tết leave', '2026-02-06T09:00', clock(10, 'DAY'), '2026-02-23'],
    ['a Friday off by swap', '2026-01-01T09:00', clock(2, 'WORKING_DAY'), '2026-01-06'],
    ['a Saturday worked instead', '2026-01-08T09:00', clock(3, 'WORKING_DAY'), '2026-01-12'],
  ])('%s', (_what, start, spec, expected) => {
    const { dueOn, dueAt } = reckon(at(start), spec, calendar);
    expect(dueOn).toBe(expected);
    // 24:00 of the last day is the first moment that is too late.
    expect(dueAt).toEqual(new Date(at(`${expected}T00:00`).getTime() + 86_400_000));
  });

  it('the day announced but not yet law is worked', () => {
    expect(due('2026-11-23T08:00', clock(1, 'WORKING_DAY'))).toBe('2026-11-24');
    const enabled = general.map((year) => ({ ...year, days: year.days.map((day) => ({ ...day, enabled: true })) }));
    expect(reckon(at('2026-11-23T08:00'), clock(1, 'WORKING_DAY'), calendarOf(enabled)).dueOn).toBe('2026-11-25');
  });

  it('a body’s own days go before everybody’s', () => {
    const own: CalendarYear = {
      year: 2026,
      isOwn: true,
      hours: [[420, 660]],
      quiet: [1260, 360],
      days: [{ onDate: '2026-03-03', kind: 'REST', nameVi: 'nghỉ vì bão', enabled: true }],
    };
    const mine = calendarOf([own, ...general]);
    expect(reckon(at('2026-03-02T08:00'), clock(1, 'WORKING_DAY'), mine).dueOn).toBe('2026-03-04');
    expect(reckon(at('2026-02-13T08:00'), clock(1, 'WORKING_DAY'), mine).dueOn).toBe('2026-02-23');
    expect(reckon(at('2026-03-02T10:00'), clock(2, 'WORKING_HOUR'), mine).dueAt).toEqual(at('2026-03-04T08:00'));
  });
});

describe('units', () => {
  it.each([
    ['minutes run on, whatever the hour', '2026-02-16T23:58', clock(5, 'MINUTE'), '2026-02-17T00:03'],
    ['hours run over the weekend', '2026-03-06T17:00', clock(72, 'HOUR'), '2026-03-09T17:00'],
    ['working hours stop at noon', '2026-03-02T10:30', clock(2, 'WORKING_HOUR'), '2026-03-02T14:30'],
    ['working hours end with the day', '2026-03-02T07:30', clock(8, 'WORKING_HOUR'), '2026-03-02T17:30'],
    ['working hours begin on Monday', '2026-03-07T09:00', clock(4, 'WORKING_HOUR'), '2026-03-09T11:30'],
    ['a month ends on the same day', '2026-03-10T09:00', clock(1, 'MONTH'), '2026-04-11T00:00'],
    ['a month without that day ends on its last', '2026-08-31T09:00', clock(1, 'MONTH'), '2026-10-01T00:00'],
    ['a day at 23:59 is that day', '2026-03-02T23:59', clock(1, 'DAY'), '2026-03-04T00:00'],
    ['a day ends on Monday where it would on Saturday', '2026-03-05T09:00', clock(2, 'DAY'), '2026-03-10T00:00'],
    ['without rolling it ends on Saturday', '2026-03-05T09:00', clock(2, 'DAY', { rolls: false }), '2026-03-08T00:00'],
    ['seven days before', '2026-08-20T08:00', clock(7, 'DAY', { isBackward: true }), '2026-08-14T00:00'],
    ['before a holiday, not on it', '2026-03-01T08:00', clock(10, 'DAY', { isBackward: true }), '2026-02-14T00:00'],
    ['working days before', '2026-02-23T08:00', clock(3, 'WORKING_DAY', { isBackward: true }), '2026-02-12T00:00'],
    ['hours before', '2026-03-02T01:00', clock(2, 'HOUR', { isBackward: true }), '2026-03-01T23:00'],
    ['working hours before', '2026-03-02T08:30', clock(2, 'WORKING_HOUR', { isBackward: true }), '2026-02-27T16:30'],
    ['months before', '2026-05-31T08:00', clock(3, 'MONTH', { isBackward: true }), '2026-02-28T00:00'],
  ])('%s', (_what, start, spec, expected) => {
    expect(reckon(at(start), spec, calendar).dueAt).toEqual(at(expected));
  });

  it.each([
    ['days', clock(5, 'DAY', { rolls: false }), '2026-03-11T00:00'],
    ['working days', clock(5, 'WORKING_DAY'), '2026-03-13T00:00'],
    ['months', clock(1, 'MONTH', { rolls: false }), '2026-04-06T00:00'],
    ['hours', clock(60, 'HOUR'), '2026-03-07T21:00'],
    ['working hours', clock(16, 'WORKING_HOUR'), '2026-03-09T09:00'],
  ])('a pause of three days is left out: %s', (_what, spec, expected) => {
    const pause = { from: at('2026-03-03T10:00'), to: at('2026-03-06T10:00') };
    const { dueAt } = reckon(at('2026-03-02T09:00'), spec, calendar, [pause]);
    expect(dueAt.toISOString()).toBe(at(expected).toISOString());
  });
});

const minute = 60_000;
const dates = fc
  .integer({ min: Date.UTC(2025, 0, 1) / minute, max: Date.UTC(2027, 11, 31) / minute })
  .map((minutes) => new Date(minutes * minute));
const specialDays = fc.array(
  fc.record({
    onDate: dates.map(localDate),
    kind: fc.constantFrom<SpecialDay['kind']>('HOLIDAY', 'REST', 'WORKED'),
    nameVi: fc.constant('nghỉ'),
    enabled: fc.boolean(),
  }),
  { maxLength: 40 },
);
const calendars = specialDays.map((days) =>
  calendarOf([2025, 2026, 2027].map((year) => ({ year, isOwn: false, hours, quiet: [1200, 420], days }))),
);
const dayClocks = fc.record<ClockSpec>({
  amount: fc.integer({ min: 1, max: 70 }),
  unit: fc.constantFrom('DAY', 'WORKING_DAY', 'MONTH').map((unit) => unit as ClockSpec['unit']),
  isBackward: fc.boolean(),
  rolls: fc.boolean(),
});
const hourClocks = fc.record<ClockSpec>({
  amount: fc.integer({ min: 1, max: 90 }),
  unit: fc.constantFrom('MINUTE', 'HOUR', 'WORKING_HOUR').map((unit) => unit as ClockSpec['unit']),
  isBackward: fc.boolean(),
  rolls: fc.boolean(),
});
const pausesFrom = (start: Date): fc.Arbitrary<Pause[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 })), { maxLength: 3 })
    .map((gaps) => {
      let cursor = start.getTime();
      return gaps.map(([before, length]) => {
        const from = cursor + before * 60_000;
        cursor = from + length * 60_000;
        return { from: new Date(from), to: new Date(cursor) };
      });
    });

describe('against a slow count, day by day and minute by minute', () => {
  it('days, working days and months end on the same day', () => {
    fc.assert(
      fc.property(
        dates.chain((start) => fc.tuple(fc.constant(start), pausesFrom(start))),
        dayClocks,
        specialDays,
        ([start, allPauses], spec, days) => {
          const pauses = spec.isBackward ? [] : allPauses;
          const random = calendarOf([2025, 2026, 2027].map((year) => ({ ...general[0]!, year, days })));
          const amount = spec.unit === 'MONTH' ? Math.min(spec.amount, 8) : spec.amount;
          const { dueOn } = reckon(start, { ...spec, amount }, random, pauses);
          expect(dueOn).toBe(slowDueDay(start, { ...spec, amount }, { days, pauses }));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('hours are as long as they say, in working time', () => {
    fc.assert(
      fc.property(
        dates.chain((start) => fc.tuple(fc.constant(start), pausesFrom(start))),
        hourClocks,
        specialDays,
        ([start, allPauses], spec, days) => {
          const pauses = spec.isBackward ? [] : allPauses;
          const random = calendarOf([2025, 2026, 2027].map((year) => ({ ...general[0]!, year, days })));
          const { dueAt } = reckon(start, spec, random, pauses);
          const [from, to] = spec.isBackward ? [dueAt, start] : [start, dueAt];
          const isWorking = spec.unit === 'WORKING_HOUR';
          const perUnit = spec.unit === 'MINUTE' ? 1 : 60;
          const count = { days, pauses, hours: isWorking ? hours : null };
          expect(slowWorkedMinutes(from, to, count)).toBe(spec.amount * perUnit);
          // Not a minute later than need be.
          const edge = spec.isBackward ? dueAt : new Date(dueAt.getTime() - 60_000);
          expect(slowWorkedMinutes(edge, new Date(edge.getTime() + 60_000), count)).toBe(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('every span follows the one before, and together they count the amount', () => {
    fc.assert(
      fc.property(
        dates.chain((start) => fc.tuple(fc.constant(start), pausesFrom(start))),
        fc.oneof(dayClocks, hourClocks),
        calendars,
        ([start, allPauses], spec, random) => {
          const pauses = spec.isBackward ? [] : allPauses;
          const amount = spec.unit === 'MONTH' ? Math.min(spec.amount, 8) : spec.amount;
          const { spans, dueAt, dueOn } = reckon(start, { ...spec, amount }, random, pauses);
          for (const [i, span] of spans.entries()) {
            expect(span.to.getTime()).toBeGreaterThanOrEqual(span.from.getTime());
            if (i > 0) expect(span.from).toEqual(spans[i - 1]!.to);
          }
          const counted = spans.reduce((sum, span) => sum + span.counted, 0);
          if (spec.unit !== 'MONTH') expect(counted).toBeCloseTo(amount, 6);
          if (spec.isBackward) expect(spans.at(-1)!.to).toEqual(start);
          else expect([spans[0]!.from, spans.at(-1)!.to]).toEqual([start, dueAt]);
          const lines = explain({ spans, dueAt, dueOn }, spec.unit, {
            code: 'X',
            version: 3,
            nameVi: 'tên',
            legalBasis: 'Luật',
          });
          expect(lines).toHaveLength(spans.length + 3);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the explanation', () => {
  it('names every span, the end, the rule and the law', () => {
    const reckoned = reckon(at('2026-02-06T09:00'), clock(10, 'DAY'), calendar);
    const rule = { code: 'LETTER_HANDLING', version: 1, nameVi: 'Xử lý đơn', legalBasis: 'Thông tư 05/2021/TT-TTCP' };
    expect(explain(reckoned, 'DAY', rule)).toEqual([
      '06/02/2026: ngày phát sinh, không tính.',
      '07/02/2026–16/02/2026: tính 10 ngày.',
      '17/02/2026–20/02/2026: không kết thúc thời hạn (nghỉ Tết Nguyên đán).',
      '21/02/2026–22/02/2026: không kết thúc thời hạn (nghỉ cuối tuần).',
      '23/02/2026: ngày làm việc liền kề, thời hạn kết thúc.',
      'Hết hạn: 24:00 ngày 23/02/2026.',
      'Quy tắc LETTER_HANDLING, phiên bản 1: Xử lý đơn.',
      'Căn cứ: Thông tư 05/2021/TT-TTCP. Cách tính: Bộ luật Dân sự 2015, Điều 147 và 148.',
    ]);
  });

  it('says which hours count', () => {
    const reckoned = reckon(at('2026-03-02T10:30'), clock(2, 'WORKING_HOUR'), calendar);
    const lines = explain(reckoned, 'WORKING_HOUR', { code: 'X', version: 1, nameVi: 'Tên', legalBasis: null });
    expect(lines.slice(0, 4)).toEqual([
      '10:30 ngày 02/03/2026 – 11:30 ngày 02/03/2026: tính 1 giờ làm việc.',
      '11:30 ngày 02/03/2026 – 13:30 ngày 02/03/2026: không tính (ngoài giờ làm việc).',
      '13:30 ngày 02/03/2026 – 14:30 ngày 02/03/2026: tính 1 giờ làm việc.',
      'Hết hạn: 14:30 ngày 02/03/2026.',
    ]);
  });
});
