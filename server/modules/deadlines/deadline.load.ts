import { localDate } from '../../platform/days.ts';
import type { Query } from '../../platform/db/query.ts';
import type { Pause } from './clock.ts';
import { deadlineColumns, ruleColumns, type DeadlineRow, type RuleRow, type StepAct } from './deadline.entity.ts';
import {
  calendarOf,
  type CalendarYear,
  type Interval,
  type SpecialDay,
  type WorkingCalendar,
} from './working-calendar.ts';

export interface Loaded {
  deadline: DeadlineRow;
  rule: RuleRow;
}

export interface MarkedCalendar {
  calendar: WorkingCalendar;
  /** Grows with every confirmed year that concerns the body. */
  mark: string;
}

interface CalendarRow {
  year: number;
  is_own: boolean;
  number: string;
  hours: number[];
  quiet_from: number;
  quiet_to: number;
  days: SpecialDay[];
}

/** The newest confirmed version of each year, everybody's and the body's own. */
export async function loadCalendar(query: Query, organizationId: string): Promise<MarkedCalendar> {
  const rows = await query<CalendarRow>(
    `select distinct on (c.year, c.organization_id) c.year, c.organization_id is not null as is_own,
        c.number::text as number, c.hours, c.quiet_from, c.quiet_to,
        (select coalesce(json_agg(json_build_object('onDate', d.on_date, 'kind', d.kind, 'nameVi', d.name_vi,
          'enabled', d.enabled) order by d.on_date), '[]') from calendar_day d where d.calendar_id = c.id) as days
      from calendar c where c.status = 'CONFIRMED' and (c.organization_id is null or c.organization_id = $1)
      order by c.year, c.organization_id, c.version desc`,
    [organizationId],
  );
  const mark = rows.reduce((most, { number }) => (BigInt(number) > most ? BigInt(number) : most), 0n);
  return { calendar: calendarOf(rows.map(yearOf)), mark: mark.toString() };
}

const yearOf = ({ year, is_own: isOwn, hours, quiet_from, quiet_to, days }: CalendarRow): CalendarYear => ({
  year,
  isOwn,
  hours: hours.flatMap((from, i): Interval[] => (i % 2 === 0 ? [[from, hours[i + 1]!]] : [])),
  quiet: [quiet_from, quiet_to],
  days,
});

/** The version of a rule for clocks that start on the day. */
export async function ruleInForce(query: Query, code: string, on: Date): Promise<RuleRow | undefined> {
  const [rule] = await query<RuleRow>(
    `select ${ruleColumns} from deadline_rule r where r.code = $2 and r.valid_from <= $1::date
      and (r.valid_to is null or r.valid_to > $1::date) order by r.version desc limit 1`,
    [localDate(on), code],
  );
  return rule;
}

/** A request's questions yield moments as text, those of background work as dates. */
export function withMoments(row: Pick<DeadlineRow, 'started_at' | 'due_at' | 'paused_at' | 'ended_at'>): void {
  for (const name of ['started_at', 'due_at', 'paused_at', 'ended_at'] as const)
    if (row[name] !== null) row[name] = new Date(row[name]);
}

/** A clock for change: whoever holds its row decides alone what happens to it. */
export async function loadDeadline(query: Query, id: string): Promise<Loaded | undefined> {
  const [deadline] = await query<DeadlineRow>(`select ${deadlineColumns} from deadline d where d.id = $1 for update`, [
    id,
  ]);
  if (!deadline) return undefined;
  withMoments(deadline);
  const [rule] = await query<RuleRow>(`select ${ruleColumns} from deadline_rule r where r.id = $1`, [deadline.rule_id]);
  return { deadline, rule: rule! };
}

interface StepRow {
  act: StepAct;
  at: Date;
  amount: number | null;
}

const stepsOf = (query: Query, { id }: DeadlineRow): Promise<StepRow[]> =>
  query<StepRow>('select act, at, amount from deadline_step where deadline_id = $1 order by at, id', [id]);

export interface Past {
  /** Those that have ended. */
  pauses: Pause[];
  pauseCount: number;
  extended: number;
}

/** What has been done to a clock. */
export async function pastOf(query: Query, deadline: DeadlineRow): Promise<Past> {
  const past: Past = { pauses: [], pauseCount: 0, extended: 0 };
  let from: Date | null = null;
  for (const { act, at: moment, amount } of await stepsOf(query, deadline)) {
    const at = new Date(moment);
    if (act === 'PAUSED') {
      from = at;
      past.pauseCount += 1;
    }
    if (act === 'RESUMED' && from) {
      past.pauses.push({ from, to: at });
      from = null;
    }
    if (act === 'EXTENDED') past.extended += amount!;
  }
  return past;
}
