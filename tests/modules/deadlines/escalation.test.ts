import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { deadlineJobs } from '../../../server/modules/deadlines/deadline.jobs.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Actor } from '../../support/actor.ts';
import {
  at,
  clockOf,
  deadlinesOf,
  fire,
  openWork,
  seeDeadline,
  setClock,
  TestClock,
  type Work,
} from '../../support/clocks.ts';
import { collectIssue } from '../../support/factories.ts';
import { offer } from '../../support/issues.ts';
import { invite, openMatter } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

const clock = new TestClock('2026-03-02T09:00');
let app: TestApp;
let work: Work;
let owner: Owner;
let front: Actor;
let council: Actor;
let committee: Actor;

beforeAll(async () => {
  app = await startTestApp({}, clock.now);
  work = await openWork(app, clock);
  owner = await openOwner(app);
  [front, council, committee] = [app.app('MTTQ-18073'), app.app('HDND-18073'), app.app('UBND-18073')];
});
afterAll(async () => {
  await owner?.close();
  await work?.close();
  await app?.close();
});
beforeEach(() => clock.set('2026-03-02T09:00'));

/** How often each type of event of the clock stands in the log, whoever may see it. */
async function recorded(id: string): Promise<Record<string, number>> {
  const rows = await owner.rows<{ type: string; count: number }>(
    `select substr(type, 10) as type, count(*)::int as count from event where subject_id = $1 group by 1`,
    [id.slice('deadline_'.length)],
  );
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
}

/** Who was told of the escalations of a clock, by rung. */
async function told(id: string): Promise<Record<string, string[]>> {
  const rows = await owner.rows<{ step: string; codes: string[] }>(
    `select a.step, array(select o.code from organization o where o.id = any(a.organization_ids) order by 1) as codes
      from deadline_alarm a where a.deadline_id = $1 and a.fired_at is not null and a.step not in ('WARN', 'MISS') order by a.at`,
    [id.slice('deadline_'.length)],
  );
  return Object.fromEntries(rows.map(({ step, codes }) => [step, codes]));
}

async function petition(): Promise<{ id: string; matterId: string }> {
  const issue = await collectIssue(council, { channel: 'VOTER_MEETING', collectedOn: '2026-03-01' });
  const matter = await openMatter(council, { issue, lead: 'UBND-18073' });
  await invite(council, matter, 'MTTQ-18073', 'SUPERVISING');
  const { id } = await clockOf(committee, 'VOTER_PETITION_ANSWER', matter.id);
  return { id, matterId: matter.id };
}

describe('a missed clock of a matter', () => {
  it('is warned of, missed, and goes up the ladder, each once and outside quiet hours', async () => {
    const { id, matterId } = await petition();
    // Sixty days end on Friday 01/05, a holiday: Monday 04/05.
    expect(await seeDeadline(committee, id)).toMatchObject({ dueOn: '2026-05-04' });
    const steps: [string, Record<string, number>][] = [
      // Five working days before: over Giỗ Tổ, made up for on Monday, and two holidays.
      ['2026-04-23T06:59', {}],
      ['2026-04-23T07:00', { warned: 1 }],
      ['2026-04-22T09:00', { warned: 1 }],
      ['2026-05-04T23:59', { warned: 1 }],
      ['2026-05-05T00:00', { warned: 1, missed: 1 }],
      ['2026-05-05T06:59', { warned: 1, missed: 1 }],
      ['2026-05-05T07:00', { warned: 1, missed: 1, escalated: 1 }],
      ['2026-05-06T07:00', { warned: 1, missed: 1, escalated: 2 }],
      ['2026-05-08T06:59', { warned: 1, missed: 1, escalated: 2 }],
      ['2026-05-08T07:00', { warned: 1, missed: 1, escalated: 3 }],
      ['2026-05-12T07:00', { warned: 1, missed: 1, escalated: 4 }],
      ['2026-09-01T09:00', { warned: 1, missed: 1, escalated: 4 }],
    ];
    for (const [moment, expected] of steps) {
      clock.set(moment);
      await work.sweep();
      const { started, ...since } = await recorded(id);
      expect({ moment, started, ...since }).toEqual({ moment, started: 1, ...expected });
    }
    expect(await told(id)).toEqual({
      OFFICER: ['UBND-18073'],
      LEADER: ['UBND-18073'],
      PARENT: ['UBND-42'],
      SUPERVISING: ['MTTQ-18073'],
    });
    const filtered = async (actor: Actor, overdue: boolean): Promise<string[]> =>
      (
        await actor.ask<{ matters: { nodes: { id: string }[] } }>(
          'query ($overdue: Boolean) { matters(first: 100, filter: { overdue: $overdue }) { nodes { id } } }',
          { overdue },
        )
      ).matters.nodes.map((node) => node.id);
    expect(await filtered(front, true)).toEqual([matterId]);
    expect(await filtered(front, false)).not.toContain(matterId);
    await mutate(await app.actor('LEADER', 'UBND-18073'), 'matterAnswer', {
      matterId,
      outcome: 'RESOLVED',
      content: 'Đã xong.',
    });
    // Done late, it stays missed and is overdue no longer.
    expect(await seeDeadline(committee, id)).toMatchObject({
      state: 'MISSED',
      overdue: false,
      endedAt: at('2026-09-01T09:00').toISOString(),
    });
    expect(await filtered(front, true)).toEqual([]);
  });

  it('shows the parent body the clock and nothing of what it is about', async () => {
    await owner.rows(`update organization set parent_id = (select id from organization where code = 'SO-XAYDUNG')
      where code = 'UBND-18073'`);
    const { id } = await petition();
    const parent = app.app('SO-XAYDUNG');
    expect(await seeDeadline(parent, id)).toBeNull();
    clock.set('2026-05-05T09:00');
    await work.sweep();
    expect([await seeDeadline(parent, id), await deadlinesOf(parent), await work.eventsOf(parent)]).toEqual([
      null,
      [],
      [],
    ]);
    clock.set('2026-05-08T09:00');
    await work.sweep();
    expect(await seeDeadline(parent, id)).toMatchObject({
      organization: { code: 'UBND-18073' },
      state: 'MISSED',
      overdue: true,
      subjectId: null,
      issue: null,
      matter: null,
      explanation: [],
      alarms: [{ step: 'PARENT', told: [{ code: 'SO-XAYDUNG' }] }],
    });
    expect(await work.eventsOf(parent)).toEqual(['escalated']);
    const { events } = await parent.ask<{ events: { nodes: { matter: object | null; actor: object | null }[] } }>(
      '{ events(first: 100, filter: { types: ["deadline.escalated"] }) { nodes { matter { id } actor { id } } } }',
    );
    expect(events.nodes).toEqual([{ matter: null, actor: null }]);
    await owner.rows(`update organization set parent_id = (select id from organization where code = 'UBND-42')
      where code = 'UBND-18073'`);
  });
});

describe('an internal clock', () => {
  it('never leaves its body', async () => {
    const matter = await openMatter(committee);
    await invite(committee, matter, 'MTTQ-18073', 'SUPERVISING');
    const { id } = await setClock(committee, {
      kind: 'INTERNAL',
      subjectId: matter.id,
      amount: 2,
      unit: 'WORKING_DAY',
    });
    clock.set('2026-06-01T09:00');
    await work.sweep();
    expect(await seeDeadline(committee, id)).toMatchObject({ state: 'MISSED', dueOn: '2026-03-04' });
    expect(await told(id)).toEqual({ OFFICER: ['UBND-18073'], LEADER: ['UBND-18073'] });
    expect(await seeDeadline(front, id)).toBeNull();
    expect(await work.eventsOf(front, id)).toEqual([]);
    const { node } = await front.ask<{ node: { overdue: boolean; deadlines: object[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Matter { overdue deadlines { id } } } }',
      { id: matter.id },
    );
    expect(node).toEqual({ overdue: false, deadlines: [] });
  });
});

describe('whatever becomes of jobs, process and clock', () => {
  it('has one effect each, killed 50 times before the commit and run 50 times after it', async () => {
    const { id } = await petition();
    clock.set('2026-06-01T09:00');
    const [kind, data] = [deadlineJobs[1]!, { id: id.slice('deadline_'.length) }];
    for (let i = 0; i < 50; i += 1) await work.run(kind, data, true);
    expect(await recorded(id)).toEqual({ started: 1 });
    // The process dies after its commit and before it can say so: the job is given out again.
    for (let i = 0; i < 50; i += 1) await fire(work, id);
    expect(await recorded(id)).toEqual({ started: 1, missed: 1, escalated: 4 });
  });

  it('has one effect each for two processes at once', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, async () => (await petition()).id));
    clock.set('2026-06-01T09:00');
    const other = await openWork(app, clock);
    for (const id of ids) await Promise.all([fire(work, id), fire(other, id)]);
    await Promise.all([work.sweep(), other.sweep()]);
    await other.close();
    for (const id of ids) expect(await recorded(id)).toEqual({ started: 1, missed: 1, escalated: 4 });
  });

  it('is healed by the sweep where jobs were lost, after months too, and a clock that goes back repeats nothing', async () => {
    const { id } = await petition();
    clock.set('2026-12-01T03:00');
    // The jobs that the sweep handed in are lost.
    expect((await work.run(deadlineJobs[0]!, {})).map((job) => job.data)).toContainEqual({
      id: id.slice('deadline_'.length),
    });
    expect(await recorded(id)).toEqual({ started: 1 });
    await work.sweep();
    expect(await recorded(id)).toEqual({ started: 1, missed: 1, escalated: 4 });
    clock.set('2026-03-03T09:00');
    await work.sweep();
    clock.set('2026-12-02T09:00');
    await work.sweep();
    expect(await recorded(id)).toEqual({ started: 1, missed: 1, escalated: 4 });
  });

  it('is stopped by an answer in time, whatever jobs come after', async () => {
    const { id, matterId } = await petition();
    clock.set('2026-05-04T23:59');
    await mutate(await app.actor('LEADER', 'UBND-18073'), 'matterAnswer', {
      matterId,
      outcome: 'RESOLVED',
      content: 'Xong.',
    });
    clock.set('2026-06-01T09:00');
    await fire(work, id);
    await work.sweep();
    expect(await recorded(id)).toEqual({ started: 1, warned: 1, met: 1 });
    expect((await seeDeadline(committee, id))!.alarms.map(({ step }) => step)).toEqual(['WARN']);
  });

  it('is missed by an answer that is late, before any job has come round to it', async () => {
    const { id, matterId } = await petition();
    clock.set('2026-05-05T00:00');
    await mutate(await app.actor('LEADER', 'UBND-18073'), 'matterAnswer', {
      matterId,
      outcome: 'RESOLVED',
      content: 'Xong.',
    });
    expect(await seeDeadline(committee, id)).toMatchObject({ state: 'MISSED', overdue: false });
    expect(await work.eventsOf(council, id)).toEqual(['started', 'missed', 'met']);
  });
});

describe('the dry run', () => {
  it('shows what would happen in a period, to the body alone, and changes nothing', async () => {
    const union = app.app('CD-18073');
    const issue = await collectIssue(council, { channel: 'BRANCH_MEETING', collectedOn: '2026-03-01' });
    const referral = await offer(council, issue, 'CD-18073');
    const { id } = await clockOf(union, 'REFERRAL_DECISION', referral);
    const before = await owner.state();
    const planned = async (actor: Actor, from: string, to: string): Promise<unknown> =>
      (
        await actor.ask<{
          deadlineAlarms: { totalCount: number; nodes: { step: string; at: string; deadline: { id: string } }[] };
        }>(
          `query ($from: DateTime, $to: DateTime) { deadlineAlarms(first: 100, from: $from, to: $to) {
            totalCount nodes { step at deadline { id } } } }`,
          { from: at(from).toISOString(), to: at(to).toISOString() },
        )
      ).deadlineAlarms.nodes
        .filter(({ deadline }) => deadline.id === id)
        .map(({ step, at: moment }) => [step, moment]);
    expect(await planned(union, '2026-03-02T00:00', '2026-04-01T00:00')).toEqual([
      ['WARN', at('2026-03-06T07:00').toISOString()],
      ['MISS', at('2026-03-10T00:00').toISOString()],
      ['OFFICER', at('2026-03-10T07:00').toISOString()],
      ['LEADER', at('2026-03-11T07:00').toISOString()],
      ['PARENT', at('2026-03-13T07:00').toISOString()],
      ['SUPERVISING', at('2026-03-17T07:00').toISOString()],
    ]);
    expect(await planned(union, '2026-03-10T00:00', '2026-03-10T07:00')).toEqual([
      ['MISS', at('2026-03-10T00:00').toISOString()],
    ]);
    expect(await planned(council, '2026-03-02T00:00', '2026-04-01T00:00')).toEqual([]);
    expect(
      await union.refusal(
        '{ deadlineAlarms(from: "2026-03-02T00:00:00Z", to: "2026-03-02T00:00:00Z") { totalCount } }',
      ),
    ).toMatchObject({
      code: 'BAD_INPUT',
      field: 'deadlineAlarms.to',
    });
    expect(await owner.state()).toEqual(before);
  });
});

describe('a restart', () => {
  it('ends nothing: the server’s own workers go on', async () => {
    const { id } = await petition();
    clock.set('2026-06-01T09:00');
    await app.restart({ jobs: true });
    try {
      // As its schedule does every minute.
      await owner.rows(`insert into jobs.job_common (name, data) values ('deadlines.sweep', '{}')`);
      const end = Date.now() + 25_000;
      while ((await recorded(id))['escalated'] !== 4 && Date.now() < end) await delay(200);
      expect(await recorded(id)).toEqual({ started: 1, missed: 1, escalated: 4 });
    } finally {
      await app.restart();
    }
  }, 60_000);
});
