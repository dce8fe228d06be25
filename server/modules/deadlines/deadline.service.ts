import { isDeepStrictEqual } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { dayOfDate, momentOf } from '../../platform/days.ts';
import { alarmsOf, type Alarm } from './alarms.ts';
import type { ClockTx } from './clock-tx.ts';
import { countsDays, type Pause } from './clock.ts';
import type { DeadlineRow, DeadlineState, RuleRow, StepAct } from './deadline.entity.ts';
import { deadlineEvent } from './deadline.events.ts';
import { loadCalendar, pastOf, type Loaded, type MarkedCalendar } from './deadline.load.ts';
import { explain } from './explain.ts';
import { reckon, type Reckoning } from './reckon.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface Draft extends Pick<
  DeadlineRow,
  'organization_id' | 'name' | 'subject_kind' | 'subject_id' | 'issue_id' | 'matter_id' | 'amount' | 'unit' | 'fixed_on'
> {
  rule: RuleRow;
  startedAt: Date;
  /** What stands where nothing else is said: a new clock. */
  succeeds?: DeadlineRow;
  pauses?: readonly Pause[];
}

type Term = Pick<DeadlineRow, 'started_at' | 'amount' | 'unit' | 'fixed_on'>;

/** When a clock of this rule ends. A day that was named ends at its own 24:00 and does not roll. */
function reckonTerm(term: Term, rule: RuleRow, pauses: readonly Pause[], calendar: WorkingCalendar): Reckoning {
  const { started_at: start, amount, unit, fixed_on } = term;
  if (fixed_on !== null) return { dueAt: momentOf(dayOfDate(fixed_on) + 1), dueOn: fixed_on, spans: [] };
  const { is_backward: isBackward, rolls } = rule;
  return reckon(start, { amount: amount!, unit, isBackward, rolls }, calendar, pauses);
}

/** Where whoever set the clock has chosen its unit, warnings follow it. */
function alarmsFor(
  { due_at, unit }: Pick<DeadlineRow, 'due_at' | 'unit'>,
  rule: RuleRow,
  calendar: WorkingCalendar,
): Alarm[] {
  const warnUnit = rule.amount !== null || countsDays(unit) ? rule.warn_unit : unit;
  return alarmsOf(due_at, { ...rule, unit, warn_unit: warnUnit }, calendar);
}

interface Terms extends MarkedCalendar {
  reckoned: Reckoning;
  explanation: string[];
}

/** A body's clock under a rule, by the calendars of today. */
async function termsOf(
  clock: ClockTx,
  term: Term & Pick<DeadlineRow, 'organization_id'>,
  rule: RuleRow,
  pauses: readonly Pause[],
): Promise<Terms> {
  const marked = await loadCalendar(clock.query, term.organization_id);
  const reckoned = reckonTerm(term, rule, pauses, marked.calendar);
  const { code, version, name_vi: nameVi, legal_basis: legalBasis } = rule;
  return { ...marked, reckoned, explanation: explain(reckoned, term.unit, { code, version, nameVi, legalBasis }) };
}

/** Starts a clock and sets its alarms; null where the same one is running already. */
export async function openDeadline(clock: ClockTx, draft: Draft): Promise<DeadlineRow | null> {
  const { rule, startedAt, succeeds, pauses = [], ...rest } = draft;
  const term = { ...rest, started_at: startedAt };
  const { reckoned, explanation, calendar, mark } = await termsOf(clock, term, rule, pauses);
  const row: DeadlineRow = {
    ...term,
    id: uuidv7(),
    rule_id: rule.id,
    rule_code: rule.code,
    kind: rule.kind,
    due_at: reckoned.dueAt,
    due_on: reckoned.dueOn,
    explanation,
    calendar_mark: mark,
    ended_at: null,
    ...standingOf(succeeds),
  };
  const inserted = await clock.query<{ id: string }>(
    `insert into deadline (id, rule_id, rule_code, kind, organization_id, name, subject_kind, subject_id, issue_id,
        matter_id, started_at, amount, unit, fixed_on, due_at, due_on, state, explanation, calendar_mark, paused_at,
        supersedes_id, version, created_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
      on conflict do nothing returning id`,
    [
      ...[
        row.id,
        row.rule_id,
        row.rule_code,
        row.kind,
        row.organization_id,
        row.name,
        row.subject_kind,
        row.subject_id,
      ],
      ...[row.issue_id, row.matter_id, row.started_at, row.amount, row.unit, row.fixed_on, row.due_at, row.due_on],
      ...[row.state, row.explanation, row.calendar_mark, row.paused_at, row.supersedes_id, row.version, clock.now],
    ],
  );
  if (inserted.length === 0) return null;
  if (succeeds) await carryOver(clock, succeeds, row);
  if (row.state === 'RUNNING') await addAlarms(clock, row, alarmsFor(row, rule, calendar));
  const type = succeeds ? 'deadline.superseded' : 'deadline.started';
  await clock.record(row.organization_id, deadlineEvent(type, row));
  return row;
}

/** A new clock runs; one that stands for another is in the state that that one was in. */
const standingOf = (earlier?: DeadlineRow): Pick<DeadlineRow, 'state' | 'paused_at' | 'supersedes_id' | 'version'> =>
  earlier
    ? {
        state: earlier.state,
        paused_at: earlier.paused_at,
        supersedes_id: earlier.id,
        version: earlier.version + 1,
      }
    : { state: 'RUNNING', paused_at: null, supersedes_id: null, version: 1 };

/** What has been done to a clock and has rung of it goes on in the one that stands for it. */
async function carryOver(clock: ClockTx, from: DeadlineRow, to: DeadlineRow): Promise<void> {
  await clock.run(
    `insert into deadline_step (id, deadline_id, organization_id, act, at, amount, reason)
      select uuidv7(), $2, organization_id, act, at, amount, reason from deadline_step where deadline_id = $1 order by at, id`,
    [from.id, to.id],
  );
  await clock.run(
    `insert into deadline_alarm (id, deadline_id, organization_id, step, due_at, at, fired_at, organization_ids)
      select uuidv7(), $2, organization_id, step, due_at, at, fired_at, organization_ids from deadline_alarm
      where deadline_id = $1 and (fired_at is not null or step = 'RESUME')`,
    [from.id, to.id],
  );
  await dropAlarms(clock, from);
}

/** Replaces what has not rung yet; what has rung for this due moment does not ring again. */
export async function setAlarms(clock: ClockTx, deadline: DeadlineRow, alarms: readonly Alarm[]): Promise<void> {
  await dropAlarms(clock, deadline);
  await addAlarms(clock, deadline, alarms);
}

async function addAlarms(clock: ClockTx, deadline: DeadlineRow, alarms: readonly Alarm[]): Promise<void> {
  await clock.run(
    `insert into deadline_alarm (id, deadline_id, organization_id, step, due_at, at)
      select a.id, $1, $2, a.step, $3, a.at from unnest($4::uuid[], $5::text[], $6::timestamptz[]) a(id, step, at)
      on conflict do nothing`,
    [
      ...[deadline.id, deadline.organization_id, deadline.due_at],
      ...[alarms.map(() => uuidv7()), alarms.map(({ step }) => step), alarms.map(({ at }) => at.toISOString())],
    ],
  );
}

export const dropAlarms = (clock: ClockTx, { id }: DeadlineRow): Promise<void> =>
  clock.run('delete from deadline_alarm where deadline_id = $1 and fired_at is null', [id]);

/** Takes a clock to another state, and its version one further. */
export async function changeState(
  clock: ClockTx,
  deadline: DeadlineRow,
  state: DeadlineState,
  moments: { pausedAt?: Date; endedAt?: Date } = {},
): Promise<void> {
  Object.assign(deadline, {
    state,
    paused_at: moments.pausedAt ?? null,
    ended_at: moments.endedAt ?? null,
    version: deadline.version + 1,
  });
  await clock.run('update deadline set state = $2, paused_at = $3, ended_at = $4, version = $5 where id = $1', [
    deadline.id,
    state,
    deadline.paused_at,
    deadline.ended_at,
    deadline.version,
  ]);
}

export async function addStep(
  clock: ClockTx,
  { id, organization_id }: DeadlineRow,
  { act, at, amount = null, reason = null }: { act: StepAct; at: Date; amount?: number | null; reason?: string | null },
): Promise<void> {
  await clock.run(
    `insert into deadline_step (id, deadline_id, organization_id, act, at, amount, reason)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [uuidv7(), id, organization_id, act, at, amount, reason],
  );
}

const dayMs = 86_400_000;

/** Stops counting; by itself it goes on when the rule's days of pause are used up. */
export async function pauseDeadline(
  clock: ClockTx,
  { deadline, rule }: Loaded,
  reason: string | null = null,
): Promise<void> {
  const { pauses } = await pastOf(clock.query, deadline);
  const used = pauses.reduce((sum, { from, to }) => sum + (to.getTime() - from.getTime()), 0);
  const until = new Date(clock.now.getTime() + Math.max(0, rule.pause_max_days * dayMs - used));
  await addStep(clock, deadline, { act: 'PAUSED', at: clock.now, reason });
  await changeState(clock, deadline, 'PAUSED', { pausedAt: clock.now });
  await setAlarms(clock, deadline, [{ step: 'RESUME', at: until }]);
  await clock.record(deadline.organization_id, deadlineEvent('deadline.paused', deadline));
}

/** Counts on from the moment given; the pause is left out of the term. */
export async function resumeDeadline(
  clock: ClockTx,
  loaded: Loaded,
  at: Date,
  reason: string | null = null,
): Promise<void> {
  const { deadline } = loaded;
  await addStep(clock, deadline, { act: 'RESUMED', at, reason });
  await changeState(clock, deadline, 'RUNNING');
  await reckonAgain(clock, loaded);
  await clock.record(deadline.organization_id, deadlineEvent('deadline.resumed', deadline));
}

/** After a pause or an extension: the same clock with another end. */
export async function reckonAgain(clock: ClockTx, { deadline, rule }: Loaded): Promise<void> {
  const { pauses } = await pastOf(clock.query, deadline);
  const { reckoned, explanation, calendar, mark } = await termsOf(clock, deadline, rule, pauses);
  Object.assign(deadline, { due_at: reckoned.dueAt, due_on: reckoned.dueOn });
  await clock.run(
    `update deadline set due_at = $2, due_on = $3, explanation = $4, calendar_mark = $5, amount = $6, fixed_on = $7
      where id = $1`,
    [deadline.id, reckoned.dueAt, reckoned.dueOn, explanation, mark, deadline.amount, deadline.fixed_on],
  );
  await setAlarms(clock, deadline, alarmsFor(deadline, rule, calendar));
}

/** Whether rule and calendars of today would say the same; then it learns that it has been looked at. */
export async function isStillRight(clock: ClockTx, deadline: DeadlineRow, rule: RuleRow): Promise<boolean> {
  if (rule.id !== deadline.rule_id) return false;
  const { pauses } = await pastOf(clock.query, deadline);
  const { reckoned, explanation, calendar, mark } = await termsOf(clock, deadline, rule, pauses);
  const isSame =
    reckoned.dueAt.getTime() === deadline.due_at.getTime() && isDeepStrictEqual(explanation, deadline.explanation);
  if (!isSame) return false;
  await clock.run('update deadline set calendar_mark = $2 where id = $1', [deadline.id, mark]);
  if (deadline.state === 'RUNNING') await setAlarms(clock, deadline, alarmsFor(deadline, rule, calendar));
  return true;
}

/** What the clock was for is done, or has fallen away. One that was missed stays missed, with the moment it ended. */
export async function endDeadline(clock: ClockTx, deadline: DeadlineRow, end: 'MET' | 'CANCELLED'): Promise<void> {
  const isLate = deadline.state === 'MISSED';
  await changeState(clock, deadline, isLate ? 'MISSED' : end, { endedAt: clock.now });
  await dropAlarms(clock, deadline);
  const type = end === 'MET' ? 'deadline.met' : 'deadline.cancelled';
  await clock.record(deadline.organization_id, deadlineEvent(type, deadline));
}
