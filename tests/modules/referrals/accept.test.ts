import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { settledLogOf } from '../../support/live.ts';
import { invite, openMatter, partsOf, seeIssue, seeMatter, timelineOf, type MatterRef } from '../../support/matters.ts';
import { atOnce, expectOnce, mutate, refused } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let committee: Actor;
let department: Actor;
let women: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [front, committee, department, women, outsider] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('COORDINATOR', 'UBND-18073'),
    app.actor('COORDINATOR', 'SO-XAYDUNG'),
    app.actor('COORDINATOR', 'PN-18073'),
    app.actor('COORDINATOR', 'CD-18073'),
  ]);
});
afterAll(() => app.close());

async function offer(actor: Actor, issue: { id: string }, to: string, role = 'LEAD'): Promise<string> {
  const input = {
    issueId: issue.id,
    toOrganizationId: await organizationId(front, to),
    role,
    request: 'Đề nghị tham gia giải quyết.',
  };
  return (await mutate<{ referral: { id: string } }>(actor, 'referralOffer', input, 'referral { id }')).referral.id;
}

const accept = async (actor: Actor, id: string, matterId?: string): Promise<MatterRef> =>
  (
    await mutate<{ matter: MatterRef }>(
      actor,
      'referralAccept',
      { id, matterId },
      'referral { status } matter { id code version }',
    )
  ).matter;

async function referralsOf(actor: Actor, issue: IssueRef): Promise<{ to: { code: string }; status: string }[]> {
  const { issue: seen } = await actor.ask<{ issue: { referrals: { to: { code: string }; status: string }[] } }>(
    'query ($code: String!) { issue(code: $code) { referrals { status to { code } } } }',
    { code: issue.code },
  );
  return seen.referrals;
}

describe('referralAccept refuses', () => {
  it('nobody, outsiders, officers, and those that do not decide', async () => {
    const input = { id: await offer(front, await collectIssue(front), 'UBND-18073') };
    expect(await refused(app.nobody(), 'referralAccept', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'referralAccept', input)).toEqual({ code: 'NOT_FOUND', field: 'input.id' });
    expect(await refused(await app.actor('OFFICER', 'UBND-18073'), 'referralAccept', input)).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await refused(front, 'referralAccept', input)).toEqual({ code: 'FORBIDDEN', field: 'input.id' });
    expect(await refused(committee, 'referralAccept', { ...input, expectedVersion: 2 })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
  });

  it('a matter that the body does not see, does not work on, or that is closed', async () => {
    const id = await offer(front, await collectIssue(front), 'UBND-18073');
    const foreign = await openMatter(outsider);
    expect(await refused(committee, 'referralAccept', { id, matterId: foreign.id })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.matterId',
    });
    await invite(outsider, foreign, 'UBND-18073', 'SUPERVISING');
    expect(await refused(committee, 'referralAccept', { id, matterId: foreign.id })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.matterId',
    });
    const own = await openMatter(committee);
    const leader = await app.actor('LEADER', 'UBND-18073');
    await mutate(leader, 'matterAnswer', { matterId: own.id, outcome: 'RESOLVED', content: 'Đã xong.' });
    await mutate(leader, 'matterClose', { matterId: own.id });
    expect(await refused(committee, 'referralAccept', { id, matterId: own.id })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.matterId',
    });
  });

  it('another matter than the one that the issue is in', async () => {
    const matter = await openMatter(front);
    const id = await offer(front, matter.issue, 'UBND-18073');
    const own = await openMatter(committee);
    expect(await refused(committee, 'referralAccept', { id, matterId: own.id })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.matterId',
    });
  });

  it('the lead of a matter into which others have put the issue meanwhile', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const id = await offer(front, issue, 'UBND-18073');
    const matter = await openMatter(women, { issue });
    expect(await refused(committee, 'referralAccept', { id })).toEqual({ code: 'INVALID_STATE', field: 'input.id' });
    expect(await partsOf(women, matter)).toEqual({ 'PN-18073': 'LEAD', 'MTTQ-18073': 'INFORMED' });
    await mutate(front, 'matterRemoveIssue', { matterId: matter.id, issueId: issue.id, reason: 'Đã chuyển Ủy ban.' });
    await accept(committee, id);
  });
});

describe('referralAccept of the lead', () => {
  it('opens a matter led by the accepting body', async () => {
    const issue = await collectIssue(front);
    const matter = await accept(committee, await offer(front, issue, 'UBND-18073'));
    expect(await partsOf(front, matter)).toEqual({ 'UBND-18073': 'LEAD', 'MTTQ-18073': 'COORDINATING' });
    expect(await seeMatter(front, matter)).toMatchObject({
      title: 'Nắp cống trước chợ bị vỡ',
      issues: { totalCount: 1 },
    });
    expect(await seeIssue(committee, issue)).toMatchObject({
      status: 'IN_FOLLOW_UP',
      matter: { code: matter.code },
      viewerAccess: { level: 'PARTICIPANT' },
    });
    expect(await timelineOf(committee, matter)).toEqual(['matter.opened', 'matter.issueAdded', 'referral.accepted']);
    expect(await referralsOf(front, issue)).toEqual([{ status: 'ACCEPTED', to: { code: 'UBND-18073' } }]);
  });

  it('takes the issue into a matter of its own', async () => {
    const own = await openMatter(committee);
    await invite(committee, own, 'SO-XAYDUNG', 'COORDINATING');
    const issue = await collectIssue(front);
    const matter = await accept(committee, await offer(front, issue, 'UBND-18073'), own.id);
    expect(matter.code).toBe(own.code);
    expect(await partsOf(front, own)).toMatchObject({ 'UBND-18073': 'LEAD', 'MTTQ-18073': 'INFORMED' });
    expect(await seeIssue(department, issue)).toMatchObject({ viewerAccess: { level: 'PARTICIPANT' } });
  });

  it('in a matter relieves the old lead', async () => {
    const matter = await openMatter(front);
    const joined = await accept(committee, await offer(front, matter.issue, 'UBND-18073'));
    expect(joined.code).toBe(matter.code);
    expect(joined.version).toBeGreaterThan(matter.version);
    expect(await partsOf(committee, matter)).toEqual({ 'UBND-18073': 'LEAD', 'MTTQ-18073': 'COORDINATING' });
    expect(await timelineOf(committee, matter)).toEqual(
      expect.arrayContaining(['matter.invited', 'referral.accepted']),
    );
  });

  it('withdraws the other offers of the lead', async () => {
    const issue = await collectIssue(front);
    const [one, other] = [await offer(front, issue, 'UBND-18073'), await offer(front, issue, 'SO-XAYDUNG')];
    const third = await offer(front, issue, 'PN-18073', 'COORDINATING');
    await accept(committee, one);
    expect((await referralsOf(front, issue)).map(({ status }) => status)).toEqual(['ACCEPTED', 'WITHDRAWN', 'OFFERED']);
    expect(await seeIssue(department, issue)).toBeNull();
    expect(await refused(department, 'referralAccept', { id: other })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.id',
    });
    const told = await settledLogOf(department, 2, {
      issueIds: [issue.id],
      types: ['referral.withdrawn', 'access.revoked'],
    });
    expect(told).toMatchObject([
      { type: 'referral.withdrawn', issue: null },
      { type: 'access.revoked', issue: null },
    ]);
    const matter = await accept(women, third);
    expect(await partsOf(women, matter)).toEqual({
      'UBND-18073': 'LEAD',
      'MTTQ-18073': 'COORDINATING',
      'PN-18073': 'COORDINATING',
    });
  });

  it('lapses with the lead of the body that offered it', async () => {
    const matter = await openMatter(front, { lead: 'UBND-18073' });
    const id = await offer(committee, matter.issue, 'SO-XAYDUNG');
    await invite(committee, matter, 'PN-18073', 'LEAD');
    expect((await referralsOf(front, matter.issue)).map(({ status }) => status)).toEqual(['WITHDRAWN']);
    expect(await refused(department, 'referralAccept', { id })).toEqual({ code: 'NOT_FOUND', field: 'input.id' });
  });
});

describe('referralAccept of another part', () => {
  it('opens a matter led by the offering body', async () => {
    const issue = await collectIssue(front);
    const matter = await accept(committee, await offer(front, issue, 'UBND-18073', 'SUPERVISING'));
    expect(await partsOf(front, matter)).toEqual({ 'MTTQ-18073': 'LEAD', 'UBND-18073': 'SUPERVISING' });
    expect(await seeIssue(committee, issue)).toMatchObject({ viewerAccess: { level: 'PARTICIPANT' } });
  });

  it('joins the matter of the issue', async () => {
    const matter = await openMatter(front);
    await accept(committee, await offer(front, matter.issue, 'UBND-18073', 'COORDINATING'));
    await accept(women, await offer(front, matter.issue, 'PN-18073', 'INFORMED'));
    expect(await partsOf(women, matter)).toEqual({
      'MTTQ-18073': 'LEAD',
      'UBND-18073': 'COORDINATING',
      'PN-18073': 'INFORMED',
    });
    expect(await seeIssue(women, matter.issue)).toMatchObject({
      description: null,
      viewerAccess: { level: 'SUMMARY' },
    });
  });

  it('reads the issue that its owner offered though the matter’s other bodies may not', async () => {
    const matter = await openMatter(women);
    await invite(women, matter, 'MTTQ-18073', 'COORDINATING');
    await invite(women, matter, 'SO-XAYDUNG', 'COORDINATING');
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    await mutate(women, 'matterAddIssue', { matterId: matter.id, issueId: issue.id });
    await accept(committee, await offer(front, issue, 'UBND-18073', 'COORDINATING'));
    expect(await seeIssue(committee, issue)).toMatchObject({ viewerAccess: { level: 'PARTICIPANT' } });
    expect(await seeIssue(department, issue)).toBeNull();
  });
});

describe('referralAccept', () => {
  it('once per key, also after the matter has moved on', async () => {
    const issue = await collectIssue(front);
    await expectOnce(committee, 'referralAccept', { id: await offer(front, issue, 'UBND-18073') });
    expect((await referralsOf(front, issue)).map(({ status }) => status)).toEqual(['ACCEPTED']);
  });

  it('twice at once takes the issue on once; of two leads one', async () => {
    const id = await offer(front, await collectIssue(front), 'UBND-18073');
    const call = { actor: committee, name: 'referralAccept', input: { id } };
    expect(await atOnce([call, call])).toEqual(['INVALID_STATE', 'OK']);
    const issue = await collectIssue(front);
    const two = [
      { actor: committee, name: 'referralAccept', input: { id: await offer(front, issue, 'UBND-18073') } },
      { actor: department, name: 'referralAccept', input: { id: await offer(front, issue, 'SO-XAYDUNG') } },
    ];
    expect(await atOnce(two)).toEqual(['NOT_FOUND', 'OK']);
    expect((await referralsOf(front, issue)).map(({ status }) => status).toSorted()).toEqual(['ACCEPTED', 'WITHDRAWN']);
  });

  it('beside every other change of the same matter ends without a deadlock', async () => {
    const matter = await openMatter(front);
    const issues = await Promise.all([1, 2, 3].map(() => collectIssue(front)));
    const id = await offer(front, matter.issue, 'UBND-18073', 'COORDINATING');
    const calls = [
      { actor: committee, name: 'referralAccept', input: { id } },
      ...issues.map((issue) => ({
        actor: front,
        name: 'matterAddIssue',
        input: { matterId: matter.id, issueId: issue.id },
      })),
      {
        actor: front,
        name: 'matterRemoveIssue',
        input: { matterId: matter.id, issueId: matter.issue.id, reason: 'Nhầm.' },
      },
      { actor: front, name: 'issueLink', input: { fromId: issues[0]!.id, toId: matter.issue.id, kind: 'RELATED' } },
      { actor: front, name: 'commentAdd', input: { subjectId: matter.id, body: 'Đã xem.' } },
    ];
    const codes = await atOnce(calls);
    expect(codes).toEqual(calls.map(() => 'OK'));
  });
});
