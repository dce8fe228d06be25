import type { JobKind } from '../../platform/jobs/job.ts';
import { clockTxOfJob } from './clock-tx.ts';
import { fireDue, lockDeadline, renewDeadline } from './deadline-fire.service.ts';

interface OneDeadline {
  id: string;
}

/** What is due of one clock by now. */
export const fireJob: JobKind<OneDeadline> = {
  name: 'deadlines.fire',
  async run(tx, { id }) {
    const clock = clockTxOfJob(tx);
    const loaded = await lockDeadline(clock, id);
    if (loaded) await fireDue(clock, loaded);
  },
};

/** One clock under a changed rule or calendar. */
export const renewJob: JobKind<OneDeadline> = {
  name: 'deadlines.renew',
  async run(tx, { id }) {
    const clock = clockTxOfJob(tx);
    const loaded = await lockDeadline(clock, id);
    if (loaded) await renewDeadline(clock, loaded);
  },
};

const atOnce = 500;

/** Not under the newest version of its rule for the day on which it started, or not by the newest calendar. */
const isStale = `d.state in ('RUNNING', 'PAUSED') and (d.rule_id <> (select r.id from deadline_rule r
    where r.code = d.rule_code and r.valid_from <= (d.started_at at time zone 'Asia/Ho_Chi_Minh')::date
      and (r.valid_to is null or r.valid_to > (d.started_at at time zone 'Asia/Ho_Chi_Minh')::date)
    order by r.version desc limit 1)
  or d.calendar_mark < (select max(c.number) from calendar c where c.status = 'CONFIRMED'
    and (c.organization_id is null or c.organization_id = d.organization_id)))`;

/**
 * Every minute: the rows say what is due or was reckoned under something that has changed, whatever became of earlier
 * jobs, of the process or of its clock.
 */
export const sweepJob: JobKind = {
  name: 'deadlines.sweep',
  every: '* * * * *',
  async run(tx) {
    const stale = await tx.query<OneDeadline>(`select d.id from deadline d where ${isStale} order by d.id limit $1`, [
      atOnce,
    ]);
    for (const { id } of stale) await tx.enqueue(renewJob, { id });
    const due = await tx.query<OneDeadline>(
      `select a.deadline_id as id from deadline_alarm a where a.fired_at is null and a.at <= $1
        group by a.deadline_id order by min(a.at) limit $2`,
      [tx.now, atOnce],
    );
    for (const { id } of due) await tx.enqueue(fireJob, { id });
  },
};

export const deadlineJobs = [sweepJob, fireJob, renewJob];
