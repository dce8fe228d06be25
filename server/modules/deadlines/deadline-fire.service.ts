import type { ClockTx } from './clock-tx.ts';
import type { AlarmStep, DeadlineRow, Rung } from './deadline.entity.ts';
import { deadlineEvent, deadlineEventFor } from './deadline.events.ts';
import { loadDeadline, pastOf, ruleInForce, type Loaded } from './deadline.load.ts';
import { changeState, endDeadline, isStillRight, openDeadline, resumeDeadline } from './deadline.service.ts';

interface DueAlarm {
  id: string;
  step: AlarmStep;
  at: Date;
}

/** The object whose lock orders everything that happens to a clock: see decision 002. */
const anchorOf = ({ matter_id, issue_id }: Pick<DeadlineRow, 'matter_id' | 'issue_id'>): string =>
  (matter_id ?? issue_id)!;

/** Waits until nobody else works on the clock, then reads it; in the order of locks that every use case keeps. */
export async function lockDeadline(clock: ClockTx, id: string): Promise<Loaded | undefined> {
  const [place] = await clock.query<Pick<DeadlineRow, 'matter_id' | 'issue_id'>>(
    'select matter_id, issue_id from deadline where id = $1',
    [id],
  );
  if (!place) return undefined;
  await clock.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [anchorOf(place)]);
  return loadDeadline(clock.query, id);
}

/**
 * Does what is due of a clock by now, each step once: the alarm's row is marked in the transaction of its effect, so that
 * a job that runs again finds nothing to do.
 */
export async function fireDue(clock: ClockTx, loaded: Loaded): Promise<void> {
  const { deadline } = loaded;
  const due = await clock.query<DueAlarm>(
    `select id, step, at from deadline_alarm where deadline_id = $1 and fired_at is null and at <= $2
      order by at, array_position(array['RESUME', 'WARN', 'MISS', 'OFFICER', 'LEADER', 'PARENT', 'SUPERVISING'], step)`,
    [deadline.id, clock.now],
  );
  for (const alarm of due) {
    const [mine] = await clock.query(
      'update deadline_alarm set fired_at = $2 where id = $1 and fired_at is null returning id',
      [alarm.id, clock.now],
    );
    if (mine) await fire(clock, loaded, alarm);
  }
  // A pause that ended by itself long ago may have left more behind.
  if (due.some(({ step }) => step === 'RESUME')) await fireDue(clock, loaded);
}

async function fire(clock: ClockTx, loaded: Loaded, { id, step, at }: DueAlarm): Promise<void> {
  const { deadline } = loaded;
  const isOpen = deadline.ended_at === null;
  if (step === 'RESUME') {
    if (deadline.state === 'PAUSED') await resumeDeadline(clock, loaded, new Date(at));
  } else if (step === 'WARN') {
    // Nobody is warned of what has happened already.
    if (deadline.state === 'RUNNING' && clock.now < deadline.due_at)
      await clock.record(
        deadline.organization_id,
        deadlineEventFor('deadline.warned', deadline, [deadline.organization_id]),
      );
  } else if (step === 'MISS') {
    if (deadline.state === 'RUNNING') await miss(clock, deadline);
  } else if (deadline.state === 'MISSED' && isOpen) await escalate(clock, deadline, { id, rung: step });
}

async function miss(clock: ClockTx, deadline: DeadlineRow): Promise<void> {
  await changeState(clock, deadline, 'MISSED');
  await clock.record(deadline.organization_id, deadlineEvent('deadline.missed', deadline));
}

async function escalate(
  clock: ClockTx,
  deadline: DeadlineRow,
  { id, rung }: { id: string; rung: Rung },
): Promise<void> {
  const told = await bodiesOn(clock, deadline, rung);
  if (told.length === 0) return;
  await clock.run('update deadline_alarm set organization_ids = $2 where id = $1', [id, told]);
  const audience = [...new Set([deadline.organization_id, ...told])];
  await clock.record(deadline.organization_id, deadlineEventFor('deadline.escalated', deadline, audience));
}

/** Who stands on a rung; an internal clock never leaves its body. */
async function bodiesOn(clock: ClockTx, deadline: DeadlineRow, rung: Rung): Promise<string[]> {
  const own = deadline.organization_id;
  if (rung === 'OFFICER' || rung === 'LEADER') return [own];
  if (deadline.kind === 'INTERNAL') return [];
  const rows = await clock.query<{ id: string }>(
    rung === 'PARENT'
      ? 'select o.parent_id as id from organization o where o.id = $1 and o.parent_id is not null'
      : `select m.organization_id as id from matter_access m
          where m.matter_id = $2 and m.role = 'SUPERVISING' and m.organization_id <> $1 order by 1`,
    rung === 'PARENT' ? [own] : [own, deadline.matter_id],
  );
  return rows.map((row) => row.id);
}

/**
 * A clock under a changed rule or calendar: a new row stands for it from now on, the old one is kept as it was. Where the
 * change does not touch it, it only learns that it has been looked at.
 */
export async function renewDeadline(clock: ClockTx, loaded: Loaded): Promise<void> {
  const { deadline } = loaded;
  if (deadline.state !== 'RUNNING' && deadline.state !== 'PAUSED') return;
  const rule = await ruleInForce(clock.query, deadline.rule_code, deadline.started_at);
  // Beyond the law's own time: the version that it started under holds.
  if (!rule) return;
  if (!rule.enabled) return endDeadline(clock, deadline, 'CANCELLED');
  if (await isStillRight(clock, deadline, rule)) return;
  const { pauses, extended } = await pastOf(clock.query, deadline);
  const before = { ...deadline };
  await changeState(clock, deadline, 'SUPERSEDED', { endedAt: clock.now });
  await openDeadline(clock, {
    ...before,
    amount: rule.amount === null ? before.amount : rule.amount + extended,
    fixed_on: rule.amount === null ? before.fixed_on : null,
    unit: rule.amount === null ? before.unit : rule.unit,
    rule,
    startedAt: before.started_at,
    pauses,
    succeeds: before,
  });
}
