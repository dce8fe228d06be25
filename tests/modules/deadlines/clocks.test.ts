import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clockOf, deadlinesOf, openWork, seeDeadline, TestClock, type Work } from '../../support/clocks.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { offer } from '../../support/issues.ts';
import { invite, openMatter } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';

const clock = new TestClock('2026-02-13T09:00');
let app: TestApp;
let work: Work;

beforeAll(async () => {
  app = await startTestApp({}, clock.now);
  work = await openWork(app, clock);
});
afterAll(async () => {
  await work?.close();
  await app?.close();
});
beforeEach(() => clock.set('2026-02-13T09:00'));

describe('a clock under the law', () => {
  it('starts with what starts it, ends by the Civil Code over the calendar, and explains itself', async () => {
    const front = app.app('MTTQ-18073');
    const issue = await collectIssue(front, { channel: 'CITIZEN_RECEPTION', collectedOn: '2026-02-13' });
    const deadline = await clockOf(front, 'CITIZEN_RECEPTION_NOTICE', issue.id);
    expect(deadline).toMatchObject({
      kind: 'LEGAL',
      state: 'RUNNING',
      startedAt: '2026-02-13T02:00:00.000Z',
      dueOn: '2026-03-06',
      dueAt: '2026-03-06T17:00:00.000Z',
      issue: { id: issue.id },
      version: 1,
    });
    expect(deadline.explanation).toEqual([
      '13/02/2026: ngày phát sinh, không tính.',
      '14/02/2026–15/02/2026: không tính (nghỉ cuối tuần).',
      '16/02/2026–20/02/2026: không tính (nghỉ Tết Nguyên đán).',
      '21/02/2026–22/02/2026: không tính (nghỉ cuối tuần).',
      '23/02/2026–27/02/2026: tính 5 ngày làm việc.',
      '28/02/2026–01/03/2026: không tính (nghỉ cuối tuần).',
      '02/03/2026–06/03/2026: tính 5 ngày làm việc.',
      'Hết hạn: 24:00 ngày 06/03/2026.',
      'Quy tắc CITIZEN_RECEPTION_NOTICE, phiên bản 1: Trả lời người được tiếp về việc thụ lý, từ chối hoặc chuyển.',
      'Căn cứ: Luật Tiếp công dân 2013, Điều 28 khoản 1. Cách tính: Bộ luật Dân sự 2015, Điều 147 và 148; ngày làm việc theo lịch làm việc năm.',
    ]);
    expect(deadline.alarms.map(({ step, at }) => [step, at])).toEqual([
      // Two working days before: Thursday, after the quiet hours.
      ['WARN', '2026-03-05T00:00:00.000Z'],
      ['MISS', '2026-03-06T17:00:00.000Z'],
      // It runs out at midnight to Saturday: nobody is told before Monday morning.
      ['OFFICER', '2026-03-09T00:00:00.000Z'],
      ['LEADER', '2026-03-10T00:00:00.000Z'],
    ]);
  });

  it('stops with what stops it, in the same transaction', async () => {
    const front = app.app('MTTQ-18073');
    const issue = await collectIssue(front, { channel: 'LETTER', collectedOn: '2026-02-13' });
    const { id } = await clockOf(front, 'LETTER_HANDLING', issue.id);
    clock.set('2026-02-23T23:59');
    await mutate(front, 'issueScreen', { id: issue.id, decision: 'ACCEPT' });
    expect(await seeDeadline(front, id)).toMatchObject({
      state: 'MET',
      endedAt: '2026-02-23T16:59:00.000Z',
      overdue: false,
    });
    expect(await work.eventsOf(front, id)).toEqual(['started', 'warned', 'met']);
    clock.set('2026-06-01T10:00');
    await work.sweep();
    expect(await seeDeadline(front, id)).toMatchObject({ state: 'MET' });
  });

  it('is not started for a channel, kind of body or mutation that fails', async () => {
    const front = app.app('MTTQ-18073');
    const before = (await deadlinesOf(front)).length;
    await collectIssue(front, { channel: 'BRANCH_MEETING', collectedOn: '2026-02-13' });
    const issue = await collectIssue(front, { channel: 'LETTER', collectedOn: '2026-02-13' });
    expect((await deadlinesOf(front)).length).toBe(before + 1);
    expect(
      (
        await front.send('mutation ($i: IssueScreenInput!) { issueScreen(input: $i) { position } }', {
          i: { id: issue.id, decision: 'NEEDS_INFO' },
        })
      ).errors[0]!.extensions.code,
    ).toBe('BAD_INPUT');
    expect(await clockOf(front, 'LETTER_HANDLING', issue.id)).toMatchObject({ state: 'RUNNING', version: 1 });
  });

  it('is paused while information is missing, and goes on by itself when the pauses allowed are used up', async () => {
    const front = app.app('MTTQ-18073');
    const issue = await collectIssue(front, { channel: 'LETTER', collectedOn: '2026-02-13' });
    const { id } = await clockOf(front, 'LETTER_HANDLING', issue.id);
    clock.set('2026-02-20T10:00');
    await mutate(front, 'issueScreen', { id: issue.id, decision: 'NEEDS_INFO', reason: 'Thiếu địa điểm.' });
    const paused = (await seeDeadline(front, id))!;
    expect(paused).toMatchObject({ state: 'PAUSED', viewerAccess: { allowedActions: ['deadlineResume'] } });
    expect(paused.alarms.filter(({ firedAt }) => firedAt === null)).toMatchObject([
      { step: 'RESUME', at: '2026-03-22T03:00:00.000Z' },
    ]);
    clock.set('2026-03-27T10:00');
    await work.sweep();
    // Seven days had gone; the other three ran from the end of the thirtieth day of pause.
    const resumed = (await seeDeadline(front, id))!;
    expect(resumed).toMatchObject({ state: 'MISSED', overdue: true, dueOn: '2026-03-25' });
    expect(resumed.steps.map(({ act }) => act)).toEqual(['PAUSED', 'RESUMED']);
    expect(await work.eventsOf(front, id)).toEqual([
      'started',
      'warned',
      'paused',
      'resumed',
      'missed',
      'escalated',
      'escalated',
    ]);
  });
});

describe('clocks of a matter', () => {
  it('are each body’s own: the addressee’s, the lead’s, those of tasks and promises', async () => {
    const [council, committee] = [app.app('HDND-18073'), app.app('UBND-18073')];
    const issue = await collectIssue(council, { channel: 'VOTER_MEETING', collectedOn: '2026-02-13' });
    const referral = await offer(council, issue, 'UBND-18073');
    const decision = await clockOf(committee, 'REFERRAL_DECISION', referral);
    expect(decision).toMatchObject({
      organization: { code: 'UBND-18073' },
      dueOn: '2026-02-27',
      issue: { id: issue.id },
    });
    // Only the addressee sees its clock: there is no matter yet.
    expect(await seeDeadline(council, decision.id)).toBeNull();
    clock.set('2026-02-24T09:00');
    const { matter } = await mutate<{ matter: { id: string } }>(
      committee,
      'referralAccept',
      { id: referral },
      'matter { id }',
    );
    expect(await seeDeadline(committee, decision.id)).toMatchObject({ state: 'MET' });
    const answer = await clockOf(committee, 'VOTER_PETITION_ANSWER', matter.id);
    // Sixty days from 24/02 end on Saturday 25/04; Giỗ Tổ is made up for on Monday: Tuesday.
    expect(answer).toMatchObject({ state: 'RUNNING', dueOn: '2026-04-28' });
    expect(await seeDeadline(council, answer.id)).toMatchObject({
      state: 'RUNNING',
      dueOn: answer.dueOn,
      explanation: [],
      alarms: [],
      viewerAccess: { level: 'READER', hiddenFields: ['explanation', 'steps', 'alarms'], allowedActions: [] },
    });
    const { task } = await mutate<{ task: { id: string } }>(
      committee,
      'taskAssign',
      {
        matterId: matter.id,
        title: 'Nạo vét cống',
        organizationId: await organizationId(committee, 'HDND-18073'),
        dueOn: '2026-03-14',
      },
      'task { id }',
    );
    expect(await clockOf(council, 'TASK_DUE', task.id)).toMatchObject({ dueOn: '2026-03-14', state: 'RUNNING' });
    expect(await clockOf(council, 'VOTER_PETITION_COORDINATION', task.id)).toMatchObject({ dueOn: '2026-03-11' });
    await mutate(council, 'taskUpdate', { id: task.id, status: 'DONE' });
    expect(await clockOf(council, 'TASK_DUE', task.id)).toMatchObject({ state: 'MET' });
    const leader = await app.actor('LEADER', 'UBND-18073');
    await mutate(leader, 'matterAnswer', {
      matterId: matter.id,
      outcome: 'PLANNED',
      content: 'Sẽ làm trong quý II.',
      plannedOn: '2026-06-27',
    });
    expect(await seeDeadline(committee, answer.id)).toMatchObject({ state: 'MET' });
    const [promise] = await deadlinesOf(committee, { rules: ['PROMISE_KEPT'], matterIds: [matter.id] });
    // A day that was promised is that day, a Saturday too.
    expect(promise).toMatchObject({ dueOn: '2026-06-27', state: 'RUNNING' });
    await mutate(leader, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã làm xong.' });
    expect(await seeDeadline(committee, promise!.id)).toMatchObject({ state: 'MET' });
    const { matter: seen } = await council.ask<{
      matter: { overdue: boolean; deadlines: { rule: string; state: string }[] };
    }>('query ($id: ID!) { matter: node(id: $id) { ... on Matter { overdue deadlines { rule state } } } }', {
      id: matter.id,
    });
    expect(seen.overdue).toBe(false);
    expect(seen.deadlines.map(({ rule, state }) => `${rule} ${state}`)).toEqual([
      'VOTER_PETITION_COORDINATION MET',
      'TASK_DUE MET',
      'VOTER_PETITION_ANSWER MET',
      'PROMISE_KEPT MET',
    ]);
  });

  it('go with the lead', async () => {
    const [council, committee] = [app.app('HDND-18073'), app.app('UBND-18073')];
    const issue = await collectIssue(council, { channel: 'VOTER_MEETING', collectedOn: '2026-02-13' });
    const matter = await openMatter(council, { issue });
    const first = await clockOf(council, 'VOTER_PETITION_ANSWER', matter.id);
    clock.set('2026-03-02T09:00');
    await invite(council, matter, 'UBND-18073', 'LEAD');
    expect(await seeDeadline(council, first.id)).toMatchObject({ state: 'CANCELLED' });
    const open = await deadlinesOf(committee, {
      rules: ['VOTER_PETITION_ANSWER'],
      matterIds: [matter.id],
      states: ['RUNNING'],
    });
    expect(open).toMatchObject([{ organization: { code: 'UBND-18073' }, startedAt: '2026-03-02T02:00:00.000Z' }]);
  });

  it('of a referral that lapses are cancelled', async () => {
    const [council, committee, front] = [app.app('HDND-18073'), app.app('UBND-18073'), app.app('MTTQ-18073')];
    const issue = await collectIssue(council, { channel: 'BRANCH_MEETING', collectedOn: '2026-02-13' });
    const [one, other] = [await offer(council, issue, 'UBND-18073'), await offer(council, issue, 'MTTQ-18073')];
    const lapsing = await clockOf(front, 'REFERRAL_DECISION', other);
    await mutate(committee, 'referralAccept', { id: one });
    const { referral } = await council.ask<{ referral: { status: string } }>(
      'query ($id: ID!) { referral: node(id: $id) { ... on Referral { status } } }',
      { id: other },
    );
    expect(referral.status).toBe('WITHDRAWN');
    expect(await seeDeadline(front, lapsing.id)).toMatchObject({ state: 'CANCELLED' });
  });
});
