import Holidays from 'date-holidays';
import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { dateOf, dayOfDate, weekdayOf, type DayNumber } from '../../platform/days.ts';
import { queryOf, type Query } from '../../platform/db/query.ts';
import { badInput } from '../../platform/errors.ts';
import { cleanText } from '../../platform/text/normalize.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import type { CalendarDayRow } from './calendar.data.ts';
import { sweepJob } from './deadline.jobs.ts';
import type { CalendarConfirmInput, CalendarProposeInput, SpecialDayInput } from './rule.inputs.ts';
import { requireSteward, within } from './rule.service.ts';

const years = [2025, 2099] as const;
const basis = 'Bộ luật Lao động 2019, Điều 112 (dự kiến theo lịch)';

/** What the solar and lunar calendars say of a year; days off that make up for a weekend are added by Article 111's rule. */
export function proposedDays(year: number): CalendarDayRow[] {
  const holidays = new Holidays('VN', { languages: ['vi'] })
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, start, end, name }) => {
      const first = dayOfDate(date.slice(0, 10));
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / 86_400_000));
      return Array.from({ length }, (_, i) => ({ day: first + i, name: `nghỉ ${name}` }));
    });
  const names = new Map<DayNumber, string>();
  for (const { day, name } of holidays) if (!names.has(day)) names.set(day, name);
  const rest = new Map<DayNumber, string>();
  for (const [day, name] of names) {
    if (![0, 6].includes(weekdayOf(day))) continue;
    let next = day + 1;
    while ([0, 6].includes(weekdayOf(next)) || names.has(next) || rest.has(next)) next += 1;
    rest.set(next, name);
  }
  const row = (day: DayNumber, kind: CalendarDayRow['kind'], nameVi: string): CalendarDayRow => ({
    onDate: dateOf(day),
    kind,
    nameVi,
    legalBasis: basis,
    enabled: true,
  });
  return [
    ...[...names].map(([day, name]) => row(day, 'HOLIDAY', name)),
    ...[...rest].map(([day, name]) => row(day, 'REST', name.replace('nghỉ', 'nghỉ bù'))),
  ]
    .filter(({ onDate }) => onDate.startsWith(String(year)))
    .toSorted((a, b) => (a.onDate < b.onDate ? -1 : 1));
}

export async function proposeCalendar(context: ViewerContext, input: CalendarProposeInput): Promise<Refs> {
  return transact(context, 'calendarPropose', input, async (tx) => {
    const query = queryOf(tx);
    await requireSteward(query);
    const year = within(input.year, years, 'year');
    const calendar = await addVersion(tx, {
      ...(await settingsOf(query, year, null)),
      year,
      organizationId: null,
      status: 'PROPOSED',
      days: proposedDays(year),
      by: tx.viewer.organizationId,
    });
    return { calendar };
  });
}

export async function confirmCalendar(context: ViewerContext, input: CalendarConfirmInput): Promise<Refs> {
  return transact(context, 'calendarConfirm', input, async (tx) => {
    const query = queryOf(tx);
    const organizationId = input.own ? tx.viewer.organizationId : null;
    if (organizationId === null) await requireSteward(query);
    const year = within(input.year, years, 'year');
    const before = await settingsOf(query, year, organizationId);
    const minutes = (value: number | null | undefined, field: string): number | undefined =>
      typeof value === 'number' ? within(value, [0, 1440], field) : undefined;
    const calendar = await addVersion(tx, {
      year,
      organizationId,
      status: 'CONFIRMED',
      hours: input.hours ? hoursOf(input.hours) : before.hours,
      quietFrom: minutes(input.quietFrom, 'quietFrom') ?? before.quietFrom,
      quietTo: minutes(input.quietTo, 'quietTo') ?? before.quietTo,
      days: daysOf(input.days, year),
      by: tx.viewer.organizationId,
    });
    await tx.jobs.enqueue(tx.em, sweepJob, {});
    return { calendar };
  });
}

function hoursOf(hours: number[]): number[] {
  const isRising = hours.every((minute, i) => minute >= 0 && minute <= 1440 && (i === 0 || minute > hours[i - 1]!));
  if (hours.length === 0 || hours.length % 2 === 1 || hours.length > 8 || !isRising)
    throw badInput('input.hours', 'calendar.hours');
  return hours;
}

function daysOf(days: readonly SpecialDayInput[], year: number): CalendarDayRow[] {
  const field = 'input.days';
  if (days.length > 100) throw badInput(field, 'list.tooLong', { max: 100 });
  if (new Set(days.map(({ on }) => on)).size < days.length) throw badInput(field, 'list.repeated');
  return days.map(({ on, kind, name, legalBasis, enabled }, i) => {
    const place = `${field}.${i}`;
    if (!on.startsWith(`${year}-`)) throw badInput(`${place}.on`, 'calendar.year', { year });
    return {
      onDate: on,
      kind,
      nameVi: cleanText(name, { field: `${place}.name`, max: 200 }),
      legalBasis:
        typeof legalBasis === 'string' ? cleanText(legalBasis, { field: `${place}.legalBasis`, max: 500 }) : null,
      enabled: enabled ?? true,
    };
  });
}

interface Settings {
  hours: number[];
  quietFrom: number;
  quietTo: number;
}

/** Hours as they were: of the body's own newest version of the year, else of everybody's, else of the newest year. */
async function settingsOf(query: Query, year: number, organizationId: string | null): Promise<Settings> {
  const [row] = await query<Settings>(
    `select hours, quiet_from as "quietFrom", quiet_to as "quietTo" from calendar
      where status = 'CONFIRMED' and (organization_id is null or organization_id = $2)
      order by (year = $1) desc, organization_id nulls last, year desc, version desc limit 1`,
    [year, organizationId],
  );
  return row!;
}

interface NewVersion extends Settings {
  year: number;
  organizationId: string | null;
  status: 'PROPOSED' | 'CONFIRMED';
  days: readonly CalendarDayRow[];
  by: string;
}

async function addVersion(tx: Tx, calendar: NewVersion): Promise<string> {
  const { year, organizationId, status, hours, quietFrom, quietTo, days, by } = calendar;
  await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 2))', [`calendar ${year} ${organizationId}`]);
  const id = uuidv7();
  await tx.run(
    `insert into calendar (id, year, organization_id, version, status, hours, quiet_from, quiet_to, created_by_id, created_at)
      select $1, $2, $3::uuid, 1 + coalesce((select max(version) from calendar
        where year = $2 and organization_id is not distinct from $3::uuid), 0), $4, $5, $6, $7, $8, $9`,
    [id, year, organizationId, status, hours.map(String), quietFrom, quietTo, by, tx.now],
  );
  const rows = days.map(({ onDate, kind, nameVi, legalBasis, enabled }) => ({
    ...{ calendar_id: id, on_date: onDate, kind, name_vi: nameVi, legal_basis: legalBasis, enabled },
  }));
  await tx.run('insert into calendar_day select * from jsonb_populate_recordset(null::calendar_day, $1::jsonb)', [
    JSON.stringify(rows),
  ]);
  return id;
}
