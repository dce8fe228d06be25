import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { issueTimeline, levelOf, offer } from '../../support/issues.ts';
import { invite, openMatter, partsOf, seeIssue, seeMatter, type MatterRef } from '../../support/matters.ts';
import { expectOnce, mutate, refused } from '../../support/mutations.ts';
import { assignmentOf, refuse, requestedAssignment, seeReferral } from '../../support/referrals.ts';

let app: TestApp;
let women: Actor;
let front: Actor;
let committee: Actor;
let department: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [women, front, committee, department] = ['PN-18073', 'MTTQ-18073', 'UBND-18073', 'SO-XAYDUNG'].map((code) =>
    app.app(code),
  ) as [Actor, Actor, Actor, Actor];
});
afterAll(() => app.close());

const reason = 'Không thuộc thẩm quyền.';

async function heldBy(actor: Actor, { code }: { code: string }): Promise<string | null> {
  const { issue } = await actor.ask<{ issue: { heldBy: { code: string } | null } }>(
    'query ($code: String!) { issue(code: $code) { heldBy { code } } }',
    { code },
  );
  return issue.heldBy?.code ?? null;
}

async function accept(actor: Actor, id: string, more: object = {}): Promise<MatterRef> {
  const { matter } = await mutate<{ matter: MatterRef }>(
    actor,
    'referralAccept',
    { id, ...more },
    'matter { id code version }',
  );
  return matter;
}

describe('asking back', () => {
  it('keeps question and reply with the referral, one at a time, and for those concerned', async () => {
    const issue = await collectIssue(women, { visibility: 'NETWORK' });
    const id = await offer(women, issue, 'UBND-18073');
    await expectOnce(committee, 'referralAsk', { id, question: 'Đoạn nào?' });
    expect(await refused(committee, 'referralAsk', { id, question: 'Từ bao giờ?' })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.id',
    });
    expect((await seeReferral(women, id))!.allowedActions.toSorted()).toEqual([
      'referralReply',
      'referralWithdraw',
      'reminderSend',
    ]);
    expect(await refused(women, 'referralReply', { id, reply: 'Gọi 0912 345 678' })).toEqual({
      code: 'PERSONAL_DATA',
      field: 'input.reply',
    });
    await expectOnce(women, 'referralReply', { id, reply: 'Đoạn trước chợ.' });
    await mutate(committee, 'referralAsk', { id, question: 'Từ bao giờ?' });
    expect((await seeReferral(committee, id))!.questions).toEqual([
      { question: 'Đoạn nào?', reply: 'Đoạn trước chợ.', repliedBy: { code: 'PN-18073' } },
      { question: 'Từ bao giờ?', reply: null, repliedBy: null },
    ]);
    expect(await seeReferral(app.app('CD-18073'), id)).toBeNull();
    expect((await seeReferral(committee, id))!.status).toBe('OFFERED');
  });
});

describe('withdrawing', () => {
  it('takes the issue out of the addressee’s sight and leaves it free to be offered', async () => {
    const issue = await collectIssue(women);
    const id = await offer(women, issue, 'UBND-18073');
    expect([await heldBy(women, issue), await levelOf(committee, issue)]).toEqual(['UBND-18073', 'PARTICIPANT']);
    await mutate(women, 'referralWithdraw', { id, reason: 'Chưa đủ thông tin.' });
    expect(await seeReferral(women, id)).toMatchObject({ status: 'WITHDRAWN', reason: 'Chưa đủ thông tin.' });
    expect([await seeReferral(committee, id), await levelOf(committee, issue)]).toEqual([null, null]);
    expect([await heldBy(women, issue), (await seeIssue(women, issue))!.status]).toEqual(['PN-18073', 'SCREENED']);
    await offer(women, issue, 'UBND-18073');
  });
});

describe('returning', () => {
  it('gives the matter that was opened for the issue back to who offered it', async () => {
    const issue = await collectIssue(women);
    const id = await offer(women, issue, 'UBND-18073');
    const matter = await accept(committee, id);
    expect(await heldBy(women, issue)).toBe('UBND-18073');
    await mutate(committee, 'referralReturn', {
      id,
      reason,
      suggestedOrganizationId: await organizationId(women, 'SO-XAYDUNG'),
    });
    expect(await seeReferral(women, id)).toMatchObject({
      status: 'RETURNED',
      reason,
      suggested: { code: 'SO-XAYDUNG' },
    });
    expect(await partsOf(women, matter)).toEqual({ 'PN-18073': 'LEAD' });
    expect((await seeMatter(women, matter))!.reasons).toMatchObject([{ act: 'LEFT', reason }]);
    expect([await seeMatter(committee, matter), await levelOf(committee, issue)]).toEqual([null, 'SUMMARY']);
    expect(await heldBy(women, issue)).toBe('PN-18073');
    // It goes on from there.
    await accept(department, await offer(women, issue, 'SO-XAYDUNG'));
    expect(await partsOf(women, matter)).toEqual({ 'SO-XAYDUNG': 'LEAD', 'PN-18073': 'COORDINATING' });
  });

  it('takes an issue out of the matter that the body had already', async () => {
    const own = await openMatter(committee);
    const issue = await collectIssue(women);
    const id = await offer(women, issue, 'UBND-18073');
    await accept(committee, id, { matterId: own.id });
    await mutate(committee, 'referralReturn', { id, reason });
    expect((await seeMatter(committee, own))!.issues.nodes).toEqual([{ id: own.issue.id }]);
    expect(await partsOf(committee, own)).toEqual({ 'UBND-18073': 'LEAD' });
    expect(await seeIssue(women, issue)).toMatchObject({ status: 'SCREENED', matter: null });
  });

  it('is over once the matter is answered, or the part is another’s', async () => {
    const state = { code: 'INVALID_STATE', field: 'input.id' };
    const id = await offer(women, await collectIssue(women), 'UBND-18073');
    const matter = await accept(committee, id);
    await mutate(await app.actor('LEADER', 'UBND-18073'), 'matterAnswer', {
      matterId: matter.id,
      outcome: 'RESOLVED',
      content: 'Đã sửa xong.',
    });
    expect(await refused(committee, 'referralReturn', { id, reason })).toEqual(state);
    const other = await offer(women, await collectIssue(women), 'UBND-18073');
    const handed = await accept(committee, other);
    await invite(committee, handed, 'SO-XAYDUNG', 'LEAD');
    expect(await refused(committee, 'referralReturn', { id: other, reason })).toEqual(state);
  });
});

describe('an issue that nobody takes on', () => {
  it('goes after the third refusal to the body above all of them', async () => {
    const issue = await collectIssue(women);
    await refuse(women, { app, issue, by: 'CD-18073' });
    await refuse(women, { app, issue, by: 'ND-18073' });
    expect([await assignmentOf(women, issue), await levelOf(front, issue)]).toEqual([null, null]);
    await refuse(women, { app, issue, by: 'DTN-18073' });
    expect(await assignmentOf(women, issue)).toMatchObject({
      cause: 'THIRD_DECLINE',
      status: 'REQUESTED',
      assigner: { code: 'MTTQ-18073' },
    });
    expect([await levelOf(front, issue), await heldBy(women, issue)]).toEqual(['PARTICIPANT', 'MTTQ-18073']);
    expect(await issueTimeline(women, issue)).toContain('assignment.requested');
    // It sees who refused and why.
    const { issue: seen } = await front.ask<{ issue: { referrals: { to: { code: string }; reason: string }[] } }>(
      'query ($code: String!) { issue(code: $code) { referrals { reason to { code } } } }',
      { code: issue.code },
    );
    expect(seen.referrals.map(({ to }) => to.code)).toEqual(['CD-18073', 'ND-18073', 'DTN-18073']);
    expect(await assignmentOf(app.app('CD-18073'), issue)).toBeNull();
  });

  it('goes up at once when a refusal points to who has refused, or back to who asks', async () => {
    for (const suggested of ['CD-18073', 'PN-18073']) {
      const issue = await collectIssue(women);
      await refuse(women, { app, issue, by: 'CD-18073' });
      await refuse(women, { app, issue, by: 'ND-18073', suggested });
      expect(await assignmentOf(women, issue)).toMatchObject({ cause: 'CIRCLE', assigner: { code: 'MTTQ-18073' } });
    }
  });

  it('goes to the People’s Council of the area where no body is above all of them', async () => {
    const issue = await collectIssue(front);
    await refuse(front, { app, issue, by: 'UBND-18073' });
    await refuse(front, { app, issue, by: 'SO-XAYDUNG', suggested: 'UBND-18073' });
    expect(await assignmentOf(front, issue)).toMatchObject({ assigner: { code: 'HDND-18073' } });
    expect(await levelOf(app.app('HDND-18073'), issue)).toBe('PARTICIPANT');
    expect(await levelOf(app.app('MTTQ-42'), issue)).toBeNull();
  });

  it('goes to the body that supervises its matter', async () => {
    const { issue, ...matter } = await openMatter(committee);
    await invite(committee, matter, 'MTTQ-42', 'SUPERVISING');
    await refuse(committee, { app, issue, by: 'SO-XAYDUNG' });
    await refuse(committee, { app, issue, by: 'HDND-18073', suggested: 'SO-XAYDUNG' });
    const assigned = (await assignmentOf(committee, issue))!;
    expect(assigned).toMatchObject({ assigner: { code: 'MTTQ-42' } });
    await mutate(await app.actor('LEADER', 'MTTQ-42'), 'assignmentMake', {
      id: assigned.id,
      toOrganizationId: await organizationId(committee, 'SO-XAYDUNG'),
      request: 'Giao chủ trì.',
    });
    expect(await partsOf(committee, matter)).toEqual({
      'SO-XAYDUNG': 'LEAD',
      'UBND-18073': 'COORDINATING',
      'MTTQ-42': 'SUPERVISING',
    });
  });

  it('is assigned, once: the body named leads and can give nothing back', async () => {
    const leader = await app.actor('LEADER', 'MTTQ-18073');
    const id = await requestedAssignment(app, leader);
    const input = { id, toOrganizationId: await organizationId(women, 'UBND-18073'), request: 'Giao chủ trì.' };
    expect(await refused(women, 'assignmentMake', input)).toEqual({ code: 'FORBIDDEN' });
    expect(
      await refused(leader, 'assignmentMake', {
        ...input,
        toOrganizationId: await organizationId(women, 'MTTQ-18073'),
      }),
    ).toEqual({ code: 'BAD_INPUT', field: 'input.toOrganizationId' });
    const made = await mutate<{
      assignment: { status: string; referral: { id: string; status: string; assigned: boolean } };
      matter: MatterRef;
    }>(
      leader,
      'assignmentMake',
      input,
      'assignment { status referral { id status assigned } } matter { id code version }',
    );
    expect(made.assignment).toMatchObject({ status: 'MADE', referral: { status: 'ACCEPTED', assigned: true } });
    expect(await partsOf(committee, made.matter)).toEqual({
      'UBND-18073': 'LEAD',
      'PN-18073': 'COORDINATING',
      'MTTQ-18073': 'SUPERVISING',
    });
    const referral = made.assignment.referral.id;
    expect(await refused(committee, 'referralReturn', { id: referral, reason })).toMatchObject({
      code: 'INVALID_STATE',
    });
  });

  it('needs no assignment once a body takes it on after all; the body above sees it no longer', async () => {
    const issue = await collectIssue(women);
    await refuse(women, { app, issue, by: 'CD-18073' });
    await refuse(women, { app, issue, by: 'ND-18073', suggested: 'CD-18073' });
    expect(await levelOf(front, issue)).toBe('PARTICIPANT');
    await accept(committee, await offer(women, issue, 'UBND-18073'));
    expect(await assignmentOf(women, issue)).toMatchObject({ status: 'LAPSED' });
    expect(await levelOf(front, issue)).toBeNull();
  });

  it('may be told so by a refusal that names nobody', async () => {
    const id = await offer(women, await collectIssue(women), 'UBND-18073');
    const suggestedOrganizationId = await organizationId(women, 'SO-XAYDUNG');
    const input = { id, reason, noneCompetent: true };
    expect(await refused(committee, 'referralDecline', { ...input, suggestedOrganizationId })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.noneCompetent',
    });
    await mutate(committee, 'referralDecline', input);
    expect(await seeReferral(women, id)).toMatchObject({ status: 'DECLINED', noneCompetent: true });
  });
});

describe('competence', () => {
  const competence = async (actor: Actor, { code }: IssueRef): Promise<Record<string, number[]>> => {
    const { issue } = await actor.ask<{
      issue: { competence: { organization: { code: string }; accepted: number; refused: number; answered: number }[] };
    }>(
      'query ($code: String!) { issue(code: $code) { competence { accepted refused answered organization { code } } } }',
      { code },
    );
    return Object.fromEntries(
      issue.competence.map(({ organization, ...n }) => [organization.code, [n.accepted, n.refused, n.answered]]),
    );
  };
  const water = (actor: Actor): Promise<IssueRef> => collectIssue(actor, { topicCode: 'WATER' });

  it('is told in numbers of five and more, and in smaller ones as far as the body took part itself', async () => {
    const outsider = await water(app.app('CD-18073'));
    for (let n = 0; n < 4; n += 1) await accept(committee, await offer(women, await water(women), 'UBND-18073'));
    await refuse(women, { app, issue: await water(women), by: 'SO-XAYDUNG' });
    expect(await competence(women, await water(women))).toEqual({ 'UBND-18073': [4, 0, 0], 'SO-XAYDUNG': [0, 1, 0] });
    expect(await competence(committee, await water(committee))).toEqual({ 'UBND-18073': [4, 0, 0] });
    expect(await competence(app.app('CD-18073'), outsider)).toEqual({});
    await accept(committee, await offer(front, await water(front), 'UBND-18073'));
    // Five in all: everyone is told the sum, whoever they were.
    expect(await competence(app.app('CD-18073'), outsider)).toEqual({ 'UBND-18073': [5, 0, 0] });
    expect(await competence(women, await collectIssue(women, { topicCode: 'TRANSPORT' }))).toEqual({});
  });
});

describe('asked, no reaction', () => {
  it('lists offers that wait since a moment, without those asked back', async () => {
    const [silent, asked] = [
      await offer(women, await collectIssue(women), 'DTN-18073'),
      await offer(women, await collectIssue(women), 'DTN-18073'),
    ];
    await mutate(app.app('DTN-18073'), 'referralAsk', { id: asked, question: 'Đoạn nào?' });
    const waiting = async (actor: Actor, unansweredSince: string): Promise<string[]> => {
      const { referrals } = await actor.ask<{ referrals: { nodes: { id: string }[] } }>(
        'query ($since: DateTime) { referrals(first: 100, unansweredSince: $since) { nodes { id } } }',
        { since: unansweredSince },
      );
      return referrals.nodes.map(({ id }) => id);
    };
    const now = await waiting(women, new Date().toISOString());
    expect(now).toContain(silent);
    expect(now).not.toContain(asked);
    expect(await waiting(women, '2026-01-01T00:00:00.000Z')).toEqual([]);
  });
});
