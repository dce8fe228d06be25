import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { offer } from '../../support/issues.ts';
import { invite, openMatter } from '../../support/matters.ts';
import { mutate, refused } from '../../support/mutations.ts';

interface Told {
  id: string;
  reason: string;
  readAt: string | null;
  event: { id: string; type: string; issue: { code: string } | null; matter: { code: string } | null };
}

let app: TestApp;
let front: Actor;
let officer: Actor;
let women: Actor;
let committee: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [front, officer, women, committee] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('OFFICER', 'MTTQ-18073'),
    app.actor('COORDINATOR', 'PN-18073'),
    app.actor('LEADER', 'UBND-18073'),
  ]);
});
beforeEach(() =>
  Promise.all([front, officer, women, committee].map((actor) => mutate(actor, 'notificationsMarkRead', {}))),
);
afterAll(() => app.close());

async function inbox(actor: Actor, args = 'unreadOnly: true'): Promise<Told[]> {
  const { notifications } = await actor.ask<{ notifications: { nodes: Told[] } }>(
    `{ notifications(first: 100, ${args}) { nodes { id reason readAt event { id type issue { code } matter { code } } } } }`,
  );
  return notifications.nodes;
}

const lines = async (actor: Actor): Promise<string[]> =>
  (await inbox(actor)).map(({ reason, event }) => `${reason} ${event.type}`).toReversed();

const unreadOf = async (actor: Actor): Promise<number> =>
  (await actor.ask<{ viewer: { unreadNotifications: number } }>('{ viewer { unreadNotifications } }')).viewer
    .unreadNotifications;

describe('an inbox refuses', () => {
  it('to show, snooze or mark what is another office’s, as if there were nothing', async () => {
    const issue = await collectIssue(front);
    await mutate(officer, 'follow', { subjectId: issue.id });
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Đã xem.' });
    const [told] = await inbox(officer);
    for (const other of [front, women]) {
      const { node } = await other.ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', {
        id: told!.id,
      });
      expect(node).toBeNull();
      expect(await refused(other, 'notificationSnooze', { id: told!.id, until: '2026-12-31T00:00:00Z' })).toEqual({
        code: 'NOT_FOUND',
        field: 'input.id',
      });
      await mutate(other, 'notificationsMarkRead', { ids: [told!.id] });
    }
    expect(await unreadOf(officer)).toBe(1);
    expect(await refused(app.nobody(), 'notificationsMarkRead', {})).toEqual({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['notificationsMarkRead', { ids: ['issue_0198c0de-0000-7000-8000-000000000000'] }, 'input.ids'],
    ['notificationSnooze', { id: 'x' }, 'input.id'],
    [
      'notificationSnooze',
      { id: 'notification_0198c0de-0000-7000-8000-000000000000', until: '2020-01-01T00:00:00Z' },
      'input.until',
    ],
    [
      'notificationPreferencesSet',
      {
        preferences: [
          { reason: 'FOLLOWED', delivery: 'OFF' },
          { reason: 'FOLLOWED', delivery: 'AT_ONCE' },
        ],
      },
      'input.preferences',
    ],
    ['notificationPreferencesSet', { quietHours: { from: '24:00', to: '06:00' } }, 'input.quietHours.from'],
    ['notificationPreferencesSet', { quietHours: { from: '06:00', to: '06:00' } }, 'input.quietHours.to'],
  ])('%s %j', async (name, input, field) => {
    expect(await refused(officer, name, input)).toEqual({ code: 'BAD_INPUT', field });
  });
});

describe('an office is told', () => {
  it('of what concerns its body by what it is', async () => {
    const referral = await offer(front, await collectIssue(front), 'UBND-18073');
    expect(await lines(committee)).toEqual(['REFERRED referral.offered']);
    await mutate(committee, 'referralDecline', { id: referral, reason: 'Không thuộc thẩm quyền.' });
    expect(await lines(front)).toEqual(['REFERRED referral.declined']);
    expect(await lines(officer)).toEqual(['REFERRED referral.declined']);

    const matter = await openMatter(front, { lead: 'UBND-18073' });
    await invite(front, matter, 'PN-18073', 'SUPERVISING');
    expect(await lines(women)).toEqual(['INVITED matter.invited']);
    await mutate(committee, 'taskAssign', {
      matterId: matter.id,
      title: 'Khảo sát hiện trạng',
      organizationId: await organizationId(front, 'UBND-18073'),
    });
    await mutate(committee, 'matterAnswer', {
      matterId: matter.id,
      outcome: 'EXPLAINED',
      content: 'Đã rõ nguyên nhân.',
    });
    expect((await lines(front)).at(-1)).toBe('ANSWERED matter.answered');
    expect((await lines(women)).at(-1)).toBe('ANSWERED matter.answered');
    await mutate(women, 'matterAssess', { matterId: matter.id, verdict: 'GENERIC' });
    expect((await lines(committee)).at(-1)).toBe('ANSWERED matter.assessed');
  });

  it('where a comment names its body, if it may read the comment', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    await mutate(women, 'commentAdd', { subjectId: issue.id, body: 'Đề nghị @mttq-18073 và @UBND-18073 xem xét.' });
    expect(await lines(front)).toEqual(['MENTIONED comment.added']);
    expect(await lines(committee)).toEqual([]);
  });

  it('of what it follows, and never of an act of its own', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    for (const actor of [front, officer, women]) await mutate(actor, 'follow', { subjectId: issue.id });
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Đã kiểm tra hiện trường.' });
    expect(await Promise.all([front, officer, women].map(lines))).toEqual([
      [],
      ['FOLLOWED comment.added'],
      ['FOLLOWED comment.added'],
    ]);
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Ghi chú nội bộ.', internal: true });
    expect(await Promise.all([officer, women].map(unreadOf))).toEqual([2, 1]);
    await mutate(women, 'unfollow', { subjectId: issue.id });
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Đã chuyển đơn vị thi công.' });
    expect(await unreadOf(women)).toBe(1);
  });

  it('once where it follows and is concerned', async () => {
    const issue = await collectIssue(front, { visibility: 'NETWORK' });
    await mutate(committee, 'follow', { subjectId: issue.id });
    await offer(front, issue, 'UBND-18073');
    expect((await lines(committee)).filter((line) => line.endsWith('referral.offered'))).toEqual([
      'REFERRED referral.offered',
    ]);
  });

  it('no longer, once its body has lost sight of it', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    await mutate(women, 'follow', { subjectId: issue.id });
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Đã xem.' });
    const [told] = await inbox(women);
    await mutate(front, 'issueUnshare', { id: issue.id, organizationIds: [await organizationId(front, 'PN-18073')] });
    expect((await inbox(women, 'snoozed: true')).some(({ event }) => event.issue?.code === issue.code)).toBe(false);
    const { node } = await women.ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', { id: told!.id });
    expect(node).toBeNull();
    expect(await groupOf(women, issue.id)).toBeUndefined();
  });
});

interface Group {
  subjectId: string;
  unread: number;
  total: number;
  issue: { code: string } | null;
  latest: { id: string; event: { type: string } } | null;
}

async function groupOf(actor: Actor, subjectId: string): Promise<Group | undefined> {
  const { notificationGroups } = await actor.ask<{ notificationGroups: { nodes: Group[] } }>(
    '{ notificationGroups(first: 100) { nodes { subjectId unread total issue { code } latest { id event { type } } } } }',
  );
  return notificationGroups.nodes.find((group) => group.subjectId === subjectId);
}

describe('an inbox', () => {
  it('is grouped by what it is about, with what is unread', async () => {
    const [one, other] = [await collectIssue(front), await collectIssue(front)];
    for (const { id } of [one, other]) await mutate(officer, 'follow', { subjectId: id });
    await mutate(front, 'commentAdd', { subjectId: one.id, body: 'Một.' });
    await mutate(front, 'commentAdd', { subjectId: other.id, body: 'Hai.' });
    await mutate(front, 'issueScreen', { id: one.id, decision: 'ACCEPT' });
    const group = await groupOf(officer, one.id);
    expect(group).toMatchObject({ unread: 2, total: 2, issue: { code: one.code } });
    expect(group!.latest!.event.type).toBe('issue.screened');
    await mutate(officer, 'notificationsMarkRead', { ids: [group!.latest!.id] });
    expect(await groupOf(officer, one.id)).toMatchObject({ unread: 1, total: 2 });
    const about = await inbox(officer, `subjectId: "${other.id}"`);
    expect(about.map(({ event }) => event.issue!.code)).toEqual([other.code]);
  });

  it('is read by ids, up to a moment or whole, once', async () => {
    const issue = await collectIssue(front);
    await mutate(officer, 'follow', { subjectId: issue.id });
    for (const body of ['Một.', 'Hai.', 'Ba.']) await mutate(front, 'commentAdd', { subjectId: issue.id, body });
    const [newest] = await inbox(officer);
    await mutate(officer, 'notificationsMarkRead', { ids: [newest!.id, newest!.id] });
    const left = await mutate<{ unreadNotifications: number }>(
      officer,
      'notificationsMarkRead',
      { upTo: '2020-01-01T00:00:00Z' },
      'unreadNotifications',
    );
    expect(left.unreadNotifications).toBe(2);
    await mutate(officer, 'notificationsMarkRead', { upTo: new Date(Date.now() + 60_000).toISOString() });
    expect(await unreadOf(officer)).toBe(0);
  });

  it('leaves out what is snoozed until its time', async () => {
    const issue = await collectIssue(front);
    await mutate(officer, 'follow', { subjectId: issue.id });
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Đã xem.' });
    const [told] = await inbox(officer);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await mutate(officer, 'notificationSnooze', { id: told!.id, until });
    expect([await inbox(officer), await unreadOf(officer)]).toEqual([[], 0]);
    expect((await inbox(officer, 'unreadOnly: true, snoozed: true')).map(({ id }) => id)).toEqual([told!.id]);
    await mutate(officer, 'notificationSnooze', { id: told!.id, until: null });
    expect(await unreadOf(officer)).toBe(1);
  });

  it('obeys the person’s preferences', async () => {
    const issue = await collectIssue(front);
    await mutate(officer, 'follow', { subjectId: issue.id });
    const set = { preferences: [{ reason: 'FOLLOWED', delivery: 'OFF' }], quietHours: { from: '21:00', to: '06:30' } };
    const { viewer } = await mutate<{ viewer: unknown }>(
      officer,
      'notificationPreferencesSet',
      set,
      'viewer { notificationPreferences { reason delivery } quietHours { from to } }',
    );
    expect(viewer).toEqual({ notificationPreferences: set.preferences, quietHours: set.quietHours });
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Đã xem.' });
    expect(await unreadOf(officer)).toBe(0);
    const back = { preferences: [{ reason: 'FOLLOWED', delivery: 'AT_ONCE' }], quietHours: null };
    await mutate(officer, 'notificationPreferencesSet', back);
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Đã xong.' });
    expect(await unreadOf(officer)).toBe(1);
  });
});
