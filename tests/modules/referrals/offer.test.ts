import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referralEventTypes } from '../../../server/modules/referrals/referral.events.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { settledLogOf } from '../../support/live.ts';
import { invite, openMatter, seeIssue } from '../../support/matters.ts';
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

const request = 'Đề nghị xem xét, giải quyết theo thẩm quyền.';

const offering = async (issue: { id: string }, to: string, more: object = {}): Promise<Record<string, unknown>> => ({
  issueId: issue.id,
  toOrganizationId: await organizationId(front, to),
  request,
  ...more,
});

async function offer(actor: Actor, issue: { id: string }, to: string, more: object = {}): Promise<string> {
  const { referral } = await mutate<{ referral: { id: string } }>(
    actor,
    'referralOffer',
    await offering(issue, to, more),
    'referral { id }',
  );
  return referral.id;
}

/** Types of the referral events that reach the actor about this issue, once there are so many. */
async function heard(actor: Actor, issue: IssueRef, count: number): Promise<string[]> {
  const types = Object.keys(referralEventTypes);
  return (await settledLogOf(actor, count, { issueIds: [issue.id], types })).map((event) => event.type);
}

async function statusOf(actor: Actor, id: string): Promise<string | undefined> {
  const { node } = await actor.ask<{ node: { status: string } | null }>(
    'query ($id: ID!) { node(id: $id) { ... on Referral { status } } }',
    { id },
  );
  return node?.status;
}

describe('referralOffer refuses', () => {
  it('nobody, outsiders, officers, readers', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const input = await offering(issue, 'UBND-18073');
    expect(await refused(app.nobody(), 'referralOffer', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'referralOffer', input)).toEqual({ code: 'NOT_FOUND', field: 'input.issueId' });
    expect(await refused(await app.actor('OFFICER', 'MTTQ-18073'), 'referralOffer', input)).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await refused(women, 'referralOffer', input)).toEqual({ code: 'FORBIDDEN', field: 'input.issueId' });
  });

  it('the own body, unknown ones, personal data', async () => {
    const issue = await collectIssue(front);
    const field = 'input.toOrganizationId';
    expect(await refused(front, 'referralOffer', await offering(issue, 'MTTQ-18073'))).toEqual({
      code: 'BAD_INPUT',
      field,
    });
    expect(
      await refused(front, 'referralOffer', {
        ...(await offering(issue, 'CD-18073')),
        toOrganizationId: 'org_0198c0de-0000-7000-8000-000000000000',
      }),
    ).toEqual({ code: 'BAD_INPUT', field });
    expect(
      await refused(front, 'referralOffer', await offering(issue, 'CD-18073', { request: 'Gọi 0912 345 678' })),
    ).toEqual({ code: 'PERSONAL_DATA', field: 'input.request' });
  });

  it('an issue out of scope, and a second offer while the first is open', async () => {
    const issue = await collectIssue(front);
    await mutate(front, 'issueScreen', { id: issue.id, decision: 'OUT_OF_SCOPE', reason: 'Ngoài phạm vi.' });
    expect(await refused(front, 'referralOffer', await offering(issue, 'UBND-18073'))).toEqual({
      code: 'INVALID_STATE',
      field: 'input.issueId',
    });
    const other = await collectIssue(front);
    await offer(front, other, 'UBND-18073');
    expect(await refused(front, 'referralOffer', await offering(other, 'UBND-18073', { request: 'Lần nữa.' }))).toEqual(
      { code: 'INVALID_STATE', field: 'input.toOrganizationId' },
    );
  });

  it('the same request to a body that declined it, however it is written; another one passes', async () => {
    const issue = await collectIssue(front);
    const id = await offer(front, issue, 'UBND-18073');
    await mutate(committee, 'referralDecline', { id, reason: 'Không thuộc thẩm quyền.' });
    const same = 'de nghi  XEM XET, giai quyet theo tham quyen.';
    expect(await refused(front, 'referralOffer', await offering(issue, 'UBND-18073', { request: same }))).toEqual({
      code: 'REFERRAL_LOOP',
      field: 'input.toOrganizationId',
    });
    await offer(front, issue, 'UBND-18073', { request: 'Đề nghị chủ trì theo Quyết định mới.' });
  });

  it('the owner, and a body that handed the lead on', async () => {
    const issue = await collectIssue(front);
    await mutate(committee, 'referralAccept', { id: await offer(front, issue, 'UBND-18073') });
    expect(await refused(committee, 'referralOffer', await offering(issue, 'MTTQ-18073'))).toEqual({
      code: 'REFERRAL_LOOP',
      field: 'input.toOrganizationId',
    });
    await mutate(department, 'referralAccept', { id: await offer(committee, issue, 'SO-XAYDUNG') });
    expect(await refused(department, 'referralOffer', await offering(issue, 'UBND-18073'))).toEqual({
      code: 'REFERRAL_LOOP',
      field: 'input.toOrganizationId',
    });
  });

  it('in a matter the lead by others than the lead, the owner that is merely informed, an issue without consent', async () => {
    const led = await openMatter(front, { lead: 'UBND-18073' });
    expect(await refused(front, 'referralOffer', await offering(led.issue, 'CD-18073'))).toEqual({
      code: 'FORBIDDEN',
      field: 'input.role',
    });
    const issue = await collectIssue(women, { sharedWith: ['MTTQ-18073'] });
    await openMatter(front, { issue });
    for (const actor of [women, front]) {
      expect(
        await refused(actor, 'referralOffer', await offering(issue, 'CD-18073', { role: 'COORDINATING' })),
      ).toEqual({ code: 'FORBIDDEN', field: 'input.issueId' });
      expect((await seeIssue(actor, issue))!.viewerAccess.allowedActions).not.toContain('referralOffer');
    }
  });

  it('a part that the body has already', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'PN-18073', 'COORDINATING');
    expect(
      await refused(front, 'referralOffer', await offering(matter.issue, 'PN-18073', { role: 'COORDINATING' })),
    ).toEqual({ code: 'INVALID_STATE', field: 'input.toOrganizationId' });
  });
});

describe('referralOffer', () => {
  it('opens the issue to the addressee, and to nobody else', async () => {
    const issue = await collectIssue(front);
    const { referral } = await mutate<{ referral: Record<string, unknown> }>(
      front,
      'referralOffer',
      await offering(issue, 'UBND-18073'),
      'referral { role status request reason from { code } to { code } issue { code status } decidedAt version }',
    );
    expect(referral).toEqual({
      role: 'LEAD',
      status: 'OFFERED',
      request,
      reason: null,
      from: { code: 'MTTQ-18073' },
      to: { code: 'UBND-18073' },
      issue: { code: issue.code, status: 'REFERRED' },
      decidedAt: null,
      version: 1,
    });
    expect(await seeIssue(committee, issue)).toMatchObject({
      description: expect.any(String),
      viewerAccess: { level: 'PARTICIPANT' },
    });
    expect(await seeIssue(outsider, issue)).toBeNull();
    expect(await heard(committee, issue, 1)).toEqual(['referral.offered']);
    expect(await heard(front, issue, 1)).toEqual(['referral.offered']);
  });

  it('stands in the lists of the bodies concerned alone', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const id = await offer(front, issue, 'SO-XAYDUNG', { role: 'SUPERVISING' });
    const open = async (actor: Actor, status: string): Promise<string[]> => {
      const { referrals } = await actor.ask<{ referrals: { nodes: { id: string }[] } }>(
        'query ($status: ReferralStatus) { referrals(first: 100, status: $status) { nodes { id } } }',
        { status },
      );
      return referrals.nodes.map((referral) => referral.id);
    };
    for (const actor of [front, department]) {
      expect(await open(actor, 'OFFERED')).toContain(id);
      expect(await open(actor, 'DECLINED')).not.toContain(id);
    }
    expect(await open(women, 'OFFERED')).not.toContain(id);
    expect(await statusOf(women, id)).toBeUndefined();
    const ofIssue = async (actor: Actor): Promise<number> => {
      const { issue: seen } = await actor.ask<{ issue: { referrals: unknown[] } }>(
        'query ($code: String!) { issue(code: $code) { referrals { id } } }',
        { code: issue.code },
      );
      return seen.referrals.length;
    };
    expect([await ofIssue(front), await ofIssue(department), await ofIssue(women)]).toEqual([1, 1, 0]);
  });

  it('once per key, and one of two at once', async () => {
    const issue = await collectIssue(front);
    await expectOnce(front, 'referralOffer', await offering(issue, 'UBND-18073'));
    expect(await heard(front, issue, 1)).toEqual(['referral.offered']);
    const call = { actor: front, name: 'referralOffer', input: await offering(issue, 'SO-XAYDUNG') };
    expect(await atOnce([call, call])).toEqual(['INVALID_STATE', 'OK']);
  });
});

describe('referralDecline refuses', () => {
  it('nobody, outsiders, officers, and those that do not decide', async () => {
    const id = await offer(front, await collectIssue(front), 'UBND-18073');
    const input = { id, reason: 'Không thuộc thẩm quyền.' };
    expect(await refused(app.nobody(), 'referralDecline', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'referralDecline', input)).toEqual({ code: 'NOT_FOUND', field: 'input.id' });
    expect(await refused(await app.actor('OFFICER', 'UBND-18073'), 'referralDecline', input)).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await refused(front, 'referralDecline', input)).toEqual({ code: 'FORBIDDEN', field: 'input.id' });
  });

  it('no reason, the own body as the better one, a stale version, a decided referral', async () => {
    const id = await offer(front, await collectIssue(front), 'UBND-18073');
    const input = { id, reason: 'Không thuộc thẩm quyền.' };
    expect(await refused(committee, 'referralDecline', { ...input, reason: ' ' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.reason',
    });
    const suggestedOrganizationId = await organizationId(front, 'UBND-18073');
    expect(await refused(committee, 'referralDecline', { ...input, suggestedOrganizationId })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.suggestedOrganizationId',
    });
    expect(await refused(committee, 'referralDecline', { ...input, expectedVersion: 2 })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
    await mutate(committee, 'referralDecline', input);
    expect(await refused(committee, 'referralDecline', input)).toEqual({ code: 'INVALID_STATE', field: 'input.id' });
    expect(await refused(committee, 'referralAccept', { id })).toEqual({ code: 'INVALID_STATE', field: 'input.id' });
  });
});

describe('referralDecline', () => {
  it('tells why and who instead, and leaves the redacted card', async () => {
    const issue = await collectIssue(front);
    const id = await offer(front, issue, 'UBND-18073');
    const { referral } = await mutate<{ referral: Record<string, unknown> }>(
      committee,
      'referralDecline',
      {
        id,
        reason: 'Thuộc thẩm quyền của Sở.',
        suggestedOrganizationId: await organizationId(front, 'SO-XAYDUNG'),
        expectedVersion: 1,
      },
      'referral { status reason suggested { code } issue { status description } version decidedAt }',
    );
    expect(referral).toEqual({
      status: 'DECLINED',
      reason: 'Thuộc thẩm quyền của Sở.',
      suggested: { code: 'SO-XAYDUNG' },
      issue: { status: 'SCREENED', description: null },
      version: 2,
      decidedAt: expect.any(String),
    });
    expect(await seeIssue(committee, issue)).toMatchObject({ viewerAccess: { level: 'SUMMARY' } });
    expect(await heard(front, issue, 2)).toEqual(['referral.offered', 'referral.declined']);
    expect(await statusOf(front, id)).toBe('DECLINED');
  });

  it('once per key, and once of two at once', async () => {
    const issue = await collectIssue(front);
    await expectOnce(committee, 'referralDecline', {
      id: await offer(front, issue, 'UBND-18073'),
      reason: 'Không thuộc thẩm quyền.',
    });
    const id = await offer(front, issue, 'SO-XAYDUNG');
    const call = { actor: department, name: 'referralDecline', input: { id, reason: 'Không thuộc thẩm quyền.' } };
    expect(await atOnce([call, call])).toEqual(['INVALID_STATE', 'OK']);
  });
});
