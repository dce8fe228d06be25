import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { areaId, collectIssue, organizationId } from '../../support/factories.ts';
import { logOf } from '../../support/live.ts';
import { openMatter } from '../../support/matters.ts';
import { expectOnce, mutate, refused } from '../../support/mutations.ts';

interface Item {
  number: number | null;
  issue: { id: string };
  carriedFrom: { code: string } | null;
}

interface Meeting {
  id: string;
  code: string;
  status: string;
  version: number;
  minutes: string | null;
  coHosts: { code: string }[];
  announcedInTime: boolean | null;
  publishedInTime: boolean | null;
  items: { totalCount: number; nodes: Item[] };
  promises: { promise: string; status: string; passed: boolean; organization: { code: string } }[];
  outcomes: { outcome: string | null; issues: number }[];
  allowedActions: string[];
}

const view = `id code status version minutes coHosts { code } announcedInTime publishedInTime
  items { totalCount nodes { number issue { id } carriedFrom { code } } }
  promises { promise status passed organization { code } } outcomes { outcome issues } allowedActions`;

let app: TestApp;
let council: Actor;
let committee: Actor;
let outsider: Actor;
let area: string;
beforeAll(async () => {
  app = await startTestApp();
  [council, committee, outsider] = await Promise.all([
    app.actor('LEADER', 'HDND-18073'),
    app.actor('LEADER', 'UBND-18073'),
    app.actor('LEADER', 'CD-18073'),
  ]);
  area = await areaId(council);
});
afterAll(() => app.close());

const day = (ahead: number): string => new Date(Date.now() + (7 + ahead * 24) * 3_600_000).toISOString().slice(0, 10);

async function plan(overrides: Record<string, unknown> = {}, actor = council): Promise<Meeting> {
  const input = {
    kind: 'DIALOGUE',
    title: 'Đối thoại về thoát nước',
    areaId: area,
    heldOn: day(20),
    agenda: 'Thoát nước khu vực chợ.',
    coHostIds: [await organizationId(council, 'UBND-18073')],
    ...overrides,
  };
  return (await mutate<{ meeting: Meeting }>(actor, 'meetingPlan', input, `meeting { ${view} }`)).meeting;
}

async function see(actor: Actor, { code }: { code: string }): Promise<Meeting | null> {
  const { meeting } = await actor.ask<{ meeting: Meeting | null }>(
    `query ($code: String!) { meeting(code: $code) { ${view} } }`,
    { code },
  );
  return meeting;
}

const act = (actor: Actor, name: string, input: Record<string, unknown>): Promise<unknown> => mutate(actor, name, input);

/** A meeting that was held today, with minutes. */
async function hold(overrides: Record<string, unknown> = {}): Promise<Meeting> {
  const meeting = await plan({ kind: 'VOTER_CONTACT', heldOn: day(0), ...overrides });
  await act(council, 'meetingAnnounce', { id: meeting.id });
  await act(council, 'meetingHold', { id: meeting.id, minutes: 'Cử tri nêu ba nội dung.' });
  return meeting;
}

describe('a meeting refuses', () => {
  it('whoever does not host it, and to outsiders it is not there before it is announced', async () => {
    const meeting = await plan();
    const acts: [string, Record<string, unknown>][] = [
      ['meetingEdit', { id: meeting.id, title: 'Khác' }],
      ['meetingAnnounce', { id: meeting.id }],
      ['meetingHold', { id: meeting.id, minutes: 'Biên bản.' }],
      ['meetingPublish', { id: meeting.id }],
      ['meetingCancel', { id: meeting.id, reason: 'Hoãn.' }],
      ['meetingFreeze', { id: meeting.id }],
    ];
    expect(await see(outsider, meeting)).toBeNull();
    for (const [name, input] of acts) {
      expect([name, await refused(outsider, name, input)]).toEqual([name, { code: 'NOT_FOUND', field: 'input.id' }]);
      expect([name, await refused(committee, name, input)]).toEqual([name, { code: 'FORBIDDEN', field: 'input.id' }]);
    }
    await act(council, 'meetingAnnounce', { id: meeting.id });
    for (const [name, input] of acts)
      expect([name, await refused(outsider, name, input)]).toEqual([name, { code: 'FORBIDDEN', field: 'input.id' }]);
  });

  it.each([
    ['announced', 'meetingEdit', { title: 'Khác' }],
    ['announced', 'meetingAnnounce', {}],
    ['planned', 'meetingHold', { minutes: 'Biên bản.' }],
    ['planned', 'meetingPublish', {}],
    ['cancelled', 'meetingCancel', { reason: 'Hoãn.' }],
    ['planned', 'meetingFreeze', {}],
  ])('of one that is %s: %s', async (state, name, input) => {
    const meeting = await plan();
    if (state === 'announced') await act(council, 'meetingAnnounce', { id: meeting.id });
    if (state === 'cancelled') await act(council, 'meetingCancel', { id: meeting.id, reason: 'Hoãn.' });
    expect(await refused(council, name, { id: meeting.id, ...input })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.id',
    });
  });

  it('stale versions, wrong areas and hosts, minutes before the day, persons', async () => {
    const meeting = await plan();
    expect(await refused(council, 'meetingEdit', { id: meeting.id, expectedVersion: 9, title: 'Khác' })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    await act(council, 'meetingAnnounce', { id: meeting.id });
    expect(await refused(council, 'meetingHold', { id: meeting.id, minutes: 'Biên bản.' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.id',
    });
    const held = await plan({ kind: 'VOTER_CONTACT', heldOn: day(0) });
    await act(council, 'meetingAnnounce', { id: held.id });
    const minutes = 'Ông Nguyễn Văn Hùng, số điện thoại 0912 345 678, nêu ý kiến.';
    expect(await refused(council, 'meetingHold', { id: held.id, minutes })).toEqual({
      code: 'PERSONAL_DATA',
      field: 'input.minutes',
    });
    const input = { kind: 'DIALOGUE', title: 'Đối thoại', areaId: area, heldOn: day(20) };
    for (const [wrong, field] of [
      [{ areaId: 'area_0198c0de-0000-7000-8000-000000000000' }, 'input.areaId'],
      [{ coHostIds: ['org_0198c0de-0000-7000-8000-000000000000'] }, 'input.coHostIds'],
      [{ title: ' ' }, 'input.title'],
    ] as const)
      expect(await refused(council, 'meetingPlan', { ...input, ...wrong })).toEqual({ code: 'BAD_INPUT', field });
  });
});

describe('a dialogue', () => {
  it('is announced 7 days before, or later with a reason', async () => {
    const early = await plan({ heldOn: day(7) });
    await act(council, 'meetingAnnounce', { id: early.id });
    expect((await see(outsider, early))!.announcedInTime).toBe(true);
    const late = await plan({ heldOn: day(6) });
    expect(await refused(council, 'meetingAnnounce', { id: late.id })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.lateReason',
    });
    await act(council, 'meetingAnnounce', { id: late.id, lateReason: 'Tình huống khẩn cấp sau bão.' });
    expect((await see(outsider, late))!.announcedInTime).toBe(false);
  });

  it('is published within 10 days, and opens its minutes only then', async () => {
    const meeting = await plan({ heldOn: day(0) });
    await act(council, 'meetingAnnounce', { id: meeting.id, lateReason: 'Khẩn cấp.' });
    await act(council, 'meetingHold', { id: meeting.id, minutes: 'Nhân dân đề nghị nạo vét cống.' });
    expect((await see(committee, meeting))!.minutes).toBe('Nhân dân đề nghị nạo vét cống.');
    expect((await see(outsider, meeting))!.minutes).toBeNull();
    await act(council, 'meetingPublish', { id: meeting.id });
    expect(await see(outsider, meeting)).toMatchObject({
      status: 'PUBLISHED',
      minutes: 'Nhân dân đề nghị nạo vét cống.',
      publishedInTime: true,
    });
  });

  it('is planned once for one clientId and one key, its co-hosts are told', async () => {
    const clientId = randomUUID();
    const [one, two] = [await plan({ clientId }), await plan({ clientId })];
    expect(two.id).toBe(one.id);
    expect(one.coHosts).toEqual([{ code: 'UBND-18073' }]);
    await expectOnce(council, 'meetingAnnounce', { id: one.id });
    const told = (await logOf(committee, { types: ['meeting.planned'] })).map((event) => event.subjectId);
    expect(told).toContain(one.id);
    const others = await logOf(outsider, { types: ['meeting.planned', 'meeting.announced'] });
    expect(others.filter((event) => event.subjectId === one.id).map((event) => event.type)).toEqual([
      'meeting.announced',
    ]);
  });
});

describe('promises', () => {
  it('are dated commitments of who made them, seen with the minutes', async () => {
    const meeting = await hold();
    const promise = { meetingId: meeting.id, promise: 'Nạo vét cống trước mùa mưa.', dueOn: day(30) };
    expect(await refused(outsider, 'meetingPromise', promise)).toEqual({ code: 'FORBIDDEN', field: 'input.meetingId' });
    expect(await refused(committee, 'meetingPromise', { ...promise, dueOn: '2020-01-01' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.dueOn',
    });
    await act(committee, 'meetingPromise', promise);
    const promises = [
      { promise: promise.promise, status: 'OPEN', passed: false, organization: { code: 'UBND-18073' } },
    ];
    expect((await see(council, meeting))!.promises).toEqual(promises);
    expect((await see(outsider, meeting))!.promises).toEqual([]);
    await act(council, 'meetingPublish', { id: meeting.id });
    expect((await see(outsider, meeting))!.promises).toEqual(promises);
    const { commitments } = await committee.ask<{ commitments: { nodes: { id: string; promise: string }[] } }>(
      '{ commitments { nodes { id promise } } }',
    );
    const commitment = commitments.nodes.find((one) => one.promise === promise.promise)!;
    await act(committee, 'commitmentSettle', { id: commitment.id, status: 'KEPT' });
    expect((await see(outsider, meeting))!.promises[0]!.status).toBe('KEPT');
  });
});

describe('the list of a session', () => {
  const session = (heldOn: string): Promise<Meeting> =>
    plan({ kind: 'COUNCIL_SESSION', title: 'Kỳ họp thường lệ', heldOn });
  const own = (shares: string[] = ['UBND-18073']) => collectIssue(council, { sharedWith: shares });

  it('takes own issues that every host reads', async () => {
    const meeting = await session(day(30));
    const [issue, hidden, foreign] = [
      await own(),
      await collectIssue(council),
      await collectIssue(committee, { visibility: 'NETWORK' }),
    ];
    const list = (issueId: string) => ({ meetingId: meeting.id, issueId });
    expect(await refused(council, 'meetingListIssue', list(hidden.id))).toEqual({
      code: 'BAD_INPUT',
      field: 'input.issueId',
    });
    expect(await refused(council, 'meetingListIssue', list(foreign.id))).toEqual({
      code: 'FORBIDDEN',
      field: 'input.issueId',
    });
    expect(await refused(outsider, 'meetingListIssue', list(foreign.id))).toEqual({
      code: 'NOT_FOUND',
      field: 'input.meetingId',
    });
    await act(council, 'meetingListIssue', list(issue.id));
    await act(council, 'meetingListIssue', list(issue.id));
    await act(committee, 'meetingListIssue', list(foreign.id));
    expect(await refused(committee, 'meetingUnlistIssue', list(issue.id))).toEqual({
      code: 'FORBIDDEN',
      field: 'input.issueId',
    });
    expect((await see(council, meeting))!.items.totalCount).toBe(2);
    await act(council, 'meetingUnlistIssue', list(issue.id));
    expect((await see(committee, meeting))!.items.nodes.map((item) => item.issue.id)).toEqual([foreign.id]);
  });

  it('is numbered and closed, carried over where unfinished, and counted by outcome; others see only what they may', async () => {
    const [first, next] = [await session(day(30)), await session(day(200))];
    const [done, open, shown] = [await own(), await own(), await collectIssue(council, { visibility: 'NETWORK' })];
    for (const { id } of [done, open, shown]) await act(council, 'meetingListIssue', { meetingId: first.id, issueId: id });
    await act(council, 'meetingAnnounce', { id: first.id });
    expect(await refused(council, 'meetingCarryOver', { fromId: first.id, toId: next.id })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.fromId',
    });
    await act(council, 'meetingFreeze', { id: first.id });
    expect(await refused(council, 'meetingListIssue', { meetingId: first.id, issueId: (await own()).id })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.meetingId',
    });
    const matter = await openMatter(council, { issue: done, lead: 'UBND-18073' });
    await mutate(committee, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã nạo vét xong.' });
    await act(council, 'meetingCarryOver', { fromId: first.id, toId: next.id });
    await act(council, 'meetingCarryOver', { fromId: first.id, toId: next.id });

    const seen = (await see(council, first))!;
    expect(seen.items.nodes.map(({ number, issue }) => [number, issue.id])).toEqual([
      [1, done.id],
      [2, open.id],
      [3, shown.id],
    ]);
    expect(seen.outcomes).toEqual(
      expect.arrayContaining([
        { outcome: 'RESOLVED', issues: 1 },
        { outcome: null, issues: 2 },
      ]),
    );
    const others = (await see(outsider, first))!;
    expect(others.items).toEqual({
      totalCount: 1,
      nodes: [{ number: null, issue: { id: shown.id }, carriedFrom: null }],
    });
    expect(others.outcomes).toEqual([{ outcome: null, issues: 1 }]);
    expect((await see(council, next))!.items.nodes).toEqual(
      [open.id, shown.id].map((id) => ({ number: null, issue: { id }, carriedFrom: { code: first.code } })),
    );
    const { issue } = await council.ask<{ issue: { meetingItems: { totalCount: number } } }>(
      'query ($code: String!) { issue(code: $code) { meetingItems { totalCount } } }',
      { code: open.code },
    );
    expect(issue.meetingItems.totalCount).toBe(2);
  });
});
