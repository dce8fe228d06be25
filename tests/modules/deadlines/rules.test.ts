import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clockEvents } from '../../../server/modules/deadlines/deadline-reaction.service.ts';
import { proposedDays } from '../../../server/modules/deadlines/calendar.service.ts';
import { ruleRows } from '../../../server/modules/deadlines/rule.data.ts';
import { eventTypes } from '../../../server/modules/events/event.catalogue.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { clockOf, deadlinesOf, openWork, seeDeadline, setClock, TestClock, type Work } from '../../support/clocks.ts';
import { collectIssue } from '../../support/factories.ts';
import { openMatter } from '../../support/matters.ts';
import { mutate, refused } from '../../support/mutations.ts';
import { openOwner, setRoles, type Owner } from '../../support/owner.ts';

const clock = new TestClock('2026-03-02T09:00');
let app: TestApp;
let work: Work;
let owner: Owner;
let steward: Actor;
let admin: Actor;
let front: Actor;

beforeAll(async () => {
  app = await startTestApp({}, clock.now);
  work = await openWork(app, clock);
  owner = await openOwner(app);
  await setRoles(owner, 'MTTQ-42', 'Điều phối viên', ['ADMIN']);
  await setRoles(owner, 'MTTQ-18073', 'Điều phối viên', ['ADMIN', 'COORDINATOR']);
  [steward, admin, front] = [
    await app.actor('COORDINATOR', 'MTTQ-42'),
    await app.actor('COORDINATOR', 'MTTQ-18073'),
    app.app('MTTQ-18073'),
  ];
});
afterAll(async () => {
  await owner?.close();
  await work?.close();
  await app?.close();
});
beforeEach(() => clock.set('2026-03-02T09:00'));

const newestVersion = async (code: string): Promise<number> =>
  (
    await owner.rows<{ version: number }>('select max(version) as version from deadline_rule where code = $1', [code])
  )[0]!.version;

const change = async (code: string, input: Record<string, unknown>): Promise<void> => {
  await mutate(steward, 'deadlineRuleChange', { code, expectedVersion: await newestVersion(code), ...input });
};

async function letter(): Promise<string> {
  const issue = await collectIssue(front, { channel: 'LETTER', collectedOn: '2026-03-01' });
  return (await clockOf(front, 'LETTER_HANDLING', issue.id)).id;
}

/** What stands for a clock by now. */
async function standing(id: string): Promise<Awaited<ReturnType<typeof deadlinesOf>>[number]> {
  const next = (await deadlinesOf(front)).find(({ supersedes }) => supersedes?.id === id);
  if (!next) throw new Error('Nothing stands for it');
  return next;
}

describe('the rules of a new installation', () => {
  it('run only where they are known well or set by members, and on events that there are', () => {
    for (const rule of ruleRows()) {
      const events = [...rule.starts_on, ...rule.stops_on, ...rule.pauses_on, ...rule.cancels_on].map(
        (key) => key.split('/')[0]!,
      );
      expect(events.filter((type) => !clockEvents.has(type))).toEqual([]);
      if (rule.enabled) expect([rule.code, rule.confidence]).not.toEqual([rule.code, 'LOW']);
      if (rule.enabled && rule.kind === 'LEGAL')
        expect([rule.code, rule.starts_on.length > 0]).toEqual([rule.code, true]);
      if (rule.confidence !== 'LOCAL') expect([rule.code, rule.legal_basis]).not.toEqual([rule.code, null]);
    }
    expect([...clockEvents].filter((type) => !(type in eventTypes))).toEqual([]);
    // Not kept here at all, so that nothing of them runs.
    expect(ruleRows().filter(({ name_vi }) => /khiếu nại|tố cáo/i.test(name_vi))).toEqual([]);
  });

  it('are open to every member, version by version', async () => {
    const { deadlineRules } = await front.ask<{ deadlineRules: { nodes: Record<string, unknown>[] } }>(
      `{ deadlineRules(codes: ["VOTER_PETITION_ANSWER"], on: "2026-03-02") { nodes {
        code version amount unit legalBasis confidence enabled escalation { to after } channels } } }`,
    );
    expect(deadlineRules.nodes).toEqual([
      {
        code: 'VOTER_PETITION_ANSWER',
        version: 1,
        amount: 60,
        unit: 'DAY',
        legalBasis: 'Quyết định 33/2017/QĐ-TTg, Điều 12, sửa đổi bởi Quyết định 30/2020/QĐ-TTg',
        confidence: 'HIGH',
        enabled: true,
        escalation: [
          { to: 'OFFICER', after: 0 },
          { to: 'LEADER', after: 1 },
          { to: 'PARENT', after: 3 },
          { to: 'SUPERVISING', after: 5 },
        ],
        channels: ['VOTER_MEETING'],
      },
    ]);
  });
});

describe('who changes what holds for everybody', () => {
  it('is an administrator of a steward body alone', async () => {
    const rule = { code: 'LETTER_HANDLING', expectedVersion: 1, amount: 12 };
    const year = { year: 2026, days: [] };
    const before = await owner.state();
    for (const actor of [front, await app.actor('LEADER', 'MTTQ-42'), admin]) {
      expect(await refused(actor, 'deadlineRuleChange', rule)).toEqual({ code: 'FORBIDDEN' });
      expect(await refused(actor, 'calendarConfirm', year)).toEqual({ code: 'FORBIDDEN' });
      expect(await refused(actor, 'calendarPropose', { year: 2028 })).toEqual({ code: 'FORBIDDEN' });
    }
    expect(await refused(front, 'calendarConfirm', { ...year, own: true })).toEqual({ code: 'FORBIDDEN' });
    expect(await owner.state()).toEqual(before);
  });

  it('is refused what makes no sense, and nothing is stored', async () => {
    const bad = (input: Record<string, unknown>): Promise<object> =>
      refused(steward, 'deadlineRuleChange', { code: 'LETTER_HANDLING', expectedVersion: 1, ...input });
    const before = await owner.state();
    expect(await bad({ code: 'NO_SUCH_RULE' })).toEqual({ code: 'BAD_INPUT', field: 'input.code' });
    expect(await bad({ expectedVersion: 7 })).toEqual({ code: 'VERSION_CONFLICT', field: 'input.expectedVersion' });
    expect(await bad({ amount: 0 })).toEqual({ code: 'BAD_INPUT', field: 'input.amount' });
    expect(await bad({ startsOn: ['comment.added'] })).toEqual({ code: 'BAD_INPUT', field: 'input.startsOn' });
    expect(await bad({ stopsOn: ['issue.screened/a b'] })).toEqual({ code: 'BAD_INPUT', field: 'input.stopsOn' });
    expect(await bad({ validTo: '2020-01-01' })).toEqual({ code: 'BAD_INPUT', field: 'input.validTo' });
    expect(
      await bad({
        escalation: [
          { to: 'LEADER', after: 1 },
          { to: 'LEADER', after: 2 },
        ],
      }),
    ).toEqual({
      code: 'BAD_INPUT',
      field: 'input.escalation',
    });
    expect(await bad({ code: 'TASK_DUE', amount: 3 })).toEqual({ code: 'BAD_INPUT', field: 'input.amount' });
    const year = (input: Record<string, unknown>): Promise<object> =>
      refused(steward, 'calendarConfirm', { year: 2026, days: [], ...input });
    const day = { on: '2026-05-05', kind: 'REST', name: 'nghỉ' };
    expect(await year({ year: 1999 })).toEqual({ code: 'BAD_INPUT', field: 'input.year' });
    expect(await year({ days: [day, day] })).toEqual({ code: 'BAD_INPUT', field: 'input.days' });
    expect(await year({ days: [{ ...day, on: '2027-05-05' }] })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.days.0.on',
    });
    for (const hours of [[480], [480, 470], [480, 700, 690, 800], []])
      expect(await year({ hours })).toEqual({ code: 'BAD_INPUT', field: 'input.hours' });
    expect(await owner.state()).toEqual(before);
  });
});

describe('a changed rule', () => {
  it('is a further version; open clocks are reckoned again into new rows, ended ones stay', async () => {
    const [open, met] = [await letter(), await letter()];
    const { issue } = (await seeDeadline(front, met))!;
    await mutate(front, 'issueScreen', { id: issue!.id, decision: 'ACCEPT' });
    const before = (await seeDeadline(front, open))!;
    expect(before).toMatchObject({ dueOn: '2026-03-12', state: 'RUNNING' });
    await change('LETTER_HANDLING', { amount: 15, legalBasis: 'Thông tư mới' });
    await work.sweep();
    expect(await seeDeadline(front, open)).toEqual({
      ...before,
      state: 'SUPERSEDED',
      endedAt: clock.now().toISOString(),
      alarms: [],
      version: 2,
      viewerAccess: { ...before.viewerAccess, allowedActions: [] },
    });
    const next = await standing(open);
    expect(next).toMatchObject({ dueOn: '2026-03-17', state: 'RUNNING', startedAt: before.startedAt });
    expect(next.explanation.slice(-2)).toEqual([
      'Quy tắc LETTER_HANDLING, phiên bản 2: Phân loại, xử lý đơn.',
      'Căn cứ: Thông tư mới. Cách tính: Bộ luật Dân sự 2015, Điều 147 và 148.',
    ]);
    expect(next.alarms.map(({ step }) => step)).toEqual(['WARN', 'MISS', 'OFFICER', 'LEADER']);
    expect(await work.eventsOf(front, next.id)).toEqual(['superseded']);
    expect(await seeDeadline(front, met)).toMatchObject({ state: 'MET', dueOn: '2026-03-12' });
    // Swept again, nothing changes.
    const settled = await owner.rows('select t::text from deadline t order by id');
    await work.sweep();
    expect(await owner.rows('select t::text from deadline t order by id')).toEqual(settled);
    clock.set('2026-06-01T09:00');
    await work.sweep();
    expect(await work.eventsOf(front, open)).toEqual(['started']);
    expect(await work.eventsOf(front, next.id)).toEqual(['superseded', 'missed', 'escalated', 'escalated']);
  });

  it('keeps pauses and extensions, and what has rung already', async () => {
    const matter = await openMatter(front);
    const { id } = await setClock(front, { subjectId: matter.id, amount: 10, unit: 'DAY' });
    clock.set('2026-03-03T09:00');
    await mutate(front, 'deadlinePause', { id, reason: 'Chờ.' });
    clock.set('2026-03-05T09:00');
    await mutate(front, 'deadlineResume', { id });
    await change('AGREED', { name: 'Cam kết' });
    await work.sweep();
    const next = await standing(id);
    expect(next).toMatchObject({
      dueOn: '2026-03-16',
      steps: [{ act: 'PAUSED' }, { act: 'RESUMED' }],
    });
    clock.set('2026-03-13T09:00');
    await work.sweep();
    await change('AGREED', { name: 'Cam kết chung' });
    await work.sweep();
    await work.sweep();
    const last = await standing(next.id);
    expect(last.alarms.filter(({ step }) => step === 'WARN')).toMatchObject([{ firedAt: clock.now().toISOString() }]);
    expect(await work.eventsOf(front, last.id)).toEqual(['superseded']);
  });

  it('for later clocks leaves those that run already', async () => {
    const id = await letter();
    await change('LETTER_HANDLING', { amount: 20, validFrom: '2026-04-01' });
    await work.sweep();
    expect(await seeDeadline(front, id)).toMatchObject({ state: 'RUNNING' });
    clock.set('2026-04-01T09:00');
    expect(await seeDeadline(front, await letter())).toMatchObject({ dueOn: '2026-04-21' });
  });

  it('that is switched off cancels what runs under it', async () => {
    const issue = await collectIssue(front, { channel: 'CITIZEN_RECEPTION', collectedOn: '2026-03-01' });
    const { id } = await clockOf(front, 'CITIZEN_RECEPTION_NOTICE', issue.id);
    await change('CITIZEN_RECEPTION_NOTICE', { enabled: false });
    await work.sweep();
    expect(await seeDeadline(front, id)).toMatchObject({ state: 'CANCELLED' });
    const later = await collectIssue(front, { channel: 'CITIZEN_RECEPTION', collectedOn: '2026-03-01' });
    expect((await deadlinesOf(front)).filter((deadline) => deadline.subjectId === later.id)).toEqual([]);
  });
});

describe('a confirmed calendar', () => {
  const swapped = [
    { on: '2026-03-13', kind: 'REST', name: 'nghỉ hoán đổi' },
    { on: '2026-03-14', kind: 'WORKED', name: 'làm bù' },
  ];

  it('moves clocks over a day off into new rows; those that it does not touch stay', async () => {
    const matter = await openMatter(front);
    const set = (amount: number): Promise<{ id: string; dueOn: string }> =>
      setClock(front, { subjectId: matter.id, amount, unit: 'WORKING_DAY' });
    const [short, long, worked] = [await set(3), await set(9), await set(10)];
    expect([short, long, worked].map(({ dueOn }) => dueOn)).toEqual(['2026-03-05', '2026-03-13', '2026-03-16']);
    await mutate(steward, 'calendarConfirm', { year: 2026, days: swapped });
    await work.sweep();
    expect(await seeDeadline(front, short.id)).toMatchObject({ state: 'RUNNING', version: 1 });
    expect(await standing(long.id)).toMatchObject({ dueOn: '2026-03-14' });
    // Its end stays, its way there does not.
    expect(await standing(worked.id)).toMatchObject({ dueOn: '2026-03-16' });
    expect((await standing(worked.id)).explanation.join('\n')).toContain('làm bù');
  });

  it('of a body’s own goes before everybody’s, for that body alone', async () => {
    const matter = await openMatter(front);
    const council = app.app('HDND-18073');
    const other = await openMatter(council);
    const mine = await setClock(front, { subjectId: matter.id, amount: 2, unit: 'WORKING_DAY' });
    const theirs = await setClock(council, { subjectId: other.id, amount: 2, unit: 'WORKING_DAY' });
    const own = { on: '2026-03-03', kind: 'REST', name: 'nghỉ vì bão' };
    await mutate(admin, 'calendarConfirm', { year: 2026, own: true, days: [own], hours: [420, 660] });
    await work.sweep();
    expect(await standing(mine.id)).toMatchObject({ dueOn: '2026-03-05' });
    expect(await seeDeadline(council, theirs.id)).toMatchObject({ state: 'RUNNING', dueOn: '2026-03-04' });
    const calendars = async (actor: Actor): Promise<{ isOwn: boolean }[]> =>
      (await actor.ask<{ calendars: { nodes: { isOwn: boolean }[] } }>('{ calendars(year: 2026) { nodes { isOwn } } }'))
        .calendars.nodes;
    expect((await calendars(front)).some(({ isOwn }) => isOwn)).toBe(true);
    expect((await calendars(council)).some(({ isOwn }) => isOwn)).toBe(false);
  });

  it('is proposed by the calendars of sun and moon, and holds only once it is confirmed', async () => {
    const { calendar } = await mutate<{
      calendar: { status: string; days: { on: string; kind: string; name: string }[] };
    }>(steward, 'calendarPropose', { year: 2028 }, 'calendar { status days { on kind name } }');
    expect(calendar.status).toBe('PROPOSED');
    const days = calendar.days.map(({ on, kind }) => `${on} ${kind}`);
    expect(days).toEqual(
      expect.arrayContaining(['2028-01-01 HOLIDAY', '2028-01-26 HOLIDAY', '2028-04-04 HOLIDAY', '2028-09-02 HOLIDAY']),
    );
    // A Saturday, a Sunday and a Saturday are made up for.
    expect(days).toEqual(expect.arrayContaining(['2028-01-03 REST', '2028-05-02 REST', '2028-09-04 REST']));
    clock.set('2027-12-31T09:00');
    const matter = await openMatter(front);
    const { id, dueOn } = await setClock(front, { subjectId: matter.id, amount: 1, unit: 'WORKING_DAY' });
    expect(dueOn).toBe('2028-01-03');
    await mutate(steward, 'calendarConfirm', { year: 2028, days: calendar.days });
    await work.sweep();
    expect(await standing(id)).toMatchObject({ dueOn: '2028-01-04' });
  });

  it('is proposed as the law has it in a year that was confirmed', () => {
    const days = proposedDays(2026)
      .filter(({ kind }) => kind !== 'WORKED')
      .map(({ onDate }) => onDate);
    expect(days).toEqual([
      ...['2026-01-01', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
      ...['2026-04-26', '2026-04-27', '2026-04-30', '2026-05-01', '2026-09-02'],
    ]);
  });
});
