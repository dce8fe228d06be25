import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { settledLogOf } from '../../support/live.ts';
import { invite, openMatter, partsOf, seeIssue, seeMatter, timelineOf, type MatterRef } from '../../support/matters.ts';
import { atOnce, expectOnce, mutate, refused } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let committee: Actor;
let council: Actor;
let women: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [front, committee, council, women, outsider] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('COORDINATOR', 'UBND-18073'),
    app.actor('COORDINATOR', 'HDND-18073'),
    app.actor('COORDINATOR', 'PN-18073'),
    app.actor('COORDINATOR', 'CD-18073'),
  ]);
});
afterAll(() => app.close());

const body = (code: string): Promise<string> => organizationId(front, code);
const inviting = async (matter: MatterRef, code: string, role: string): Promise<Record<string, unknown>> => ({
  matterId: matter.id,
  organizationId: await body(code),
  role,
});

describe('matterInvite refuses', () => {
  it('nobody, outsiders and officers', async () => {
    const matter = await openMatter(front);
    const input = await inviting(matter, 'PN-18073', 'COORDINATING');
    expect(await refused(app.nobody(), 'matterInvite', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'matterInvite', input)).toEqual({ code: 'NOT_FOUND', field: 'input.matterId' });
    expect(await refused(await app.actor('OFFICER', 'MTTQ-18073'), 'matterInvite', input)).toEqual({
      code: 'FORBIDDEN',
    });
  });

  it('supervising and informed bodies', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'HDND-18073', 'SUPERVISING');
    await invite(front, matter, 'PN-18073', 'INFORMED');
    for (const actor of [council, women]) {
      expect(await refused(actor, 'matterInvite', await inviting(matter, 'CD-18073', 'INFORMED'))).toEqual({
        code: 'FORBIDDEN',
        field: 'input.matterId',
      });
    }
  });

  it('a co-ordinating body the lead and the part of others', async () => {
    const matter = await openMatter(front, { lead: 'UBND-18073' });
    await invite(front, matter, 'PN-18073', 'INFORMED');
    expect(await refused(front, 'matterInvite', await inviting(matter, 'MTTQ-18073', 'LEAD'))).toEqual({
      code: 'FORBIDDEN',
      field: 'input.role',
    });
    expect(await refused(front, 'matterInvite', await inviting(matter, 'PN-18073', 'COORDINATING'))).toEqual({
      code: 'FORBIDDEN',
      field: 'input.organizationId',
    });
    expect(await refused(front, 'matterInvite', await inviting(matter, 'UBND-18073', 'INFORMED'))).toEqual({
      code: 'FORBIDDEN',
      field: 'input.organizationId',
    });
  });

  it('the lead stepping down without a new one, an unknown body, a stale version, a closed matter', async () => {
    const matter = await openMatter(front);
    expect(await refused(front, 'matterInvite', await inviting(matter, 'MTTQ-18073', 'COORDINATING'))).toEqual({
      code: 'INVALID_STATE',
      field: 'input.organizationId',
    });
    const unknown = {
      matterId: matter.id,
      organizationId: 'org_0198c0de-0000-7000-8000-000000000000',
      role: 'INFORMED',
    };
    expect(await refused(front, 'matterInvite', unknown)).toEqual({ code: 'BAD_INPUT', field: 'input.organizationId' });
    const input = await inviting(matter, 'PN-18073', 'INFORMED');
    expect(await refused(front, 'matterInvite', { ...input, expectedVersion: matter.version + 1 })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
    const leader = await app.actor('LEADER', 'MTTQ-18073');
    await mutate(leader, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã nạo vét cống.' });
    await mutate(leader, 'matterClose', { matterId: matter.id });
    expect(await refused(front, 'matterInvite', input)).toEqual({ code: 'INVALID_STATE', field: 'input.matterId' });
  });
});

describe('matterInvite', () => {
  it('opens the matter and what it may read to the body, also what was before', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'HDND-18073', 'SUPERVISING');
    expect(await seeMatter(council, matter)).toMatchObject({
      viewerAccess: { level: 'PARTICIPANT', hiddenFields: [] },
    });
    expect(await seeIssue(council, matter.issue)).toMatchObject({ viewerAccess: { level: 'PARTICIPANT' } });
    expect(await timelineOf(council, matter)).toEqual([
      'matter.opened',
      'matter.issueAdded',
      'access.granted',
      'matter.invited',
    ]);
    const { allowedActions } = (await seeMatter(council, matter))!.viewerAccess;
    for (const act of ['matterInvite', 'matterAnswer', 'taskAssign', 'matterClose'])
      expect(allowedActions).not.toContain(act);
  });

  it('hands the lead over, and once only', async () => {
    const matter = await openMatter(front);
    await expectOnce(front, 'matterInvite', await inviting(matter, 'UBND-18073', 'LEAD'));
    expect(await partsOf(front, matter)).toEqual({ 'UBND-18073': 'LEAD', 'MTTQ-18073': 'COORDINATING' });
    expect(await refused(front, 'matterInvite', await inviting(matter, 'PN-18073', 'LEAD'))).toEqual({
      code: 'FORBIDDEN',
      field: 'input.role',
    });
    expect(await timelineOf(front, matter)).toEqual(['matter.opened', 'matter.issueAdded', 'matter.invited']);
  });

  it('twice at once is one part and one lead', async () => {
    const matter = await openMatter(front);
    const call = { actor: front, name: 'matterInvite', input: await inviting(matter, 'PN-18073', 'COORDINATING') };
    expect(await atOnce([call, call])).toEqual(['OK', 'OK']);
    const leads = await Promise.all(
      ['PN-18073', 'UBND-18073'].map(async (code) => ({
        actor: front,
        name: 'matterInvite',
        input: await inviting(matter, code, 'LEAD'),
      })),
    );
    expect(await atOnce(leads)).toEqual(['FORBIDDEN', 'OK']);
    expect(Object.values(await partsOf(front, matter)).filter((role) => role === 'LEAD')).toHaveLength(1);
  });
});

describe('matterLeave refuses', () => {
  it('nobody, outsiders, officers, the lead and who has an issue inside', async () => {
    const matter = await openMatter(front, { lead: 'UBND-18073' });
    const input = { matterId: matter.id, reason: 'Không còn liên quan.' };
    expect(await refused(app.nobody(), 'matterLeave', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'matterLeave', input)).toEqual({ code: 'NOT_FOUND', field: 'input.matterId' });
    expect(await refused(await app.actor('OFFICER', 'UBND-18073'), 'matterLeave', input)).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await refused(committee, 'matterLeave', input)).toEqual({ code: 'INVALID_STATE', field: 'input.matterId' });
    expect(await refused(front, 'matterLeave', input)).toEqual({ code: 'INVALID_STATE', field: 'input.matterId' });
  });

  it('a stale version, no reason, a reason that names a person', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'PN-18073', 'COORDINATING');
    const { id: matterId } = matter;
    expect(await refused(women, 'matterLeave', { matterId, reason: 'Đã xong.', expectedVersion: 1 })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await refused(women, 'matterLeave', { matterId, reason: '' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.reason',
    });
    expect(await refused(women, 'matterLeave', { matterId, reason: 'Gọi 0912 345 678' })).toEqual({
      code: 'PERSONAL_DATA',
      field: 'input.reason',
    });
  });
});

describe('matterLeave', () => {
  it('ends the part and the sight, and keeps the reason', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'PN-18073', 'COORDINATING');
    const left = await mutate<{ leftId: string }>(
      women,
      'matterLeave',
      { matterId: matter.id, reason: 'Không còn liên quan.', idempotencyKey: 'leave' },
      'leftId',
    );
    expect(left.leftId).toBe(matter.id);
    expect(await seeMatter(women, matter)).toBeNull();
    expect(await seeIssue(women, matter.issue)).toBeNull();
    expect(await partsOf(front, matter)).toEqual({ 'MTTQ-18073': 'LEAD' });
    expect((await seeMatter(front, matter))!.reasons).toEqual([
      { act: 'LEFT', reason: 'Không còn liên quan.', issue: null, organization: { code: 'PN-18073' } },
    ]);
    const again = await mutate(
      women,
      'matterLeave',
      { matterId: matter.id, reason: 'Không còn liên quan.', idempotencyKey: 'leave' },
      'leftId',
    );
    expect(again).toEqual(left);
  });

  it('twice at once ends it once; whoever left may come back', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'PN-18073', 'COORDINATING');
    const call = { actor: women, name: 'matterLeave', input: { matterId: matter.id, reason: 'Không còn liên quan.' } };
    expect(await atOnce([call, call])).toEqual(['NOT_FOUND', 'OK']);
    await invite(front, matter, 'PN-18073', 'INFORMED');
    expect(await partsOf(women, matter)).toEqual({ 'MTTQ-18073': 'LEAD', 'PN-18073': 'INFORMED' });
  });

  it('takes the matter from the body that opened it, too, also where it repeats its opening', async () => {
    const issue = await collectIssue(council, { sharedWith: ['MTTQ-18073'] });
    const opening = {
      title: 'Rác bên chợ',
      issueIds: [issue.id],
      leadId: await body('UBND-18073'),
      idempotencyKey: 'opened and left',
    };
    const { matter } = await mutate<{ matter: MatterRef }>(front, 'matterOpen', opening, 'matter { id code version }');
    await mutate(front, 'matterLeave', { matterId: matter.id, reason: 'Không còn liên quan.' });
    expect(await seeMatter(front, matter)).toBeNull();
    const repeated = await front.refusal(
      'mutation ($input: MatterOpenInput!) { matterOpen(input: $input) { position matter { id } } }',
      { input: opening },
    );
    expect(repeated.code).toBe('NOT_FOUND');
    expect(await refused(front, 'matterInvite', await inviting(matter, 'CD-18073', 'INFORMED'))).toEqual({
      code: 'NOT_FOUND',
      field: 'input.matterId',
    });
  });
});

describe('matterRemoveIssue refuses', () => {
  it('nobody, outsiders, officers, and who has nothing to do with the issue', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'PN-18073', 'COORDINATING');
    const own = await collectIssue(women);
    await mutate(women, 'matterAddIssue', { matterId: matter.id, issueId: own.id });
    const input = { matterId: matter.id, issueId: matter.issue.id, reason: 'Nhầm vụ việc.' };
    expect(await refused(app.nobody(), 'matterRemoveIssue', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'matterRemoveIssue', input)).toEqual({ code: 'NOT_FOUND', field: 'input.matterId' });
    expect(await refused(await app.actor('OFFICER', 'MTTQ-18073'), 'matterRemoveIssue', input)).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await refused(women, 'matterRemoveIssue', input)).toEqual({ code: 'FORBIDDEN', field: 'input.issueId' });
  });

  it('an issue that is not inside, no reason, a stale version', async () => {
    const matter = await openMatter(front);
    const other = await collectIssue(front);
    const input = { matterId: matter.id, issueId: matter.issue.id, reason: 'Nhầm vụ việc.' };
    expect(await refused(front, 'matterRemoveIssue', { ...input, issueId: other.id })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.issueId',
    });
    expect(await refused(front, 'matterRemoveIssue', { ...input, reason: ' ' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.reason',
    });
    expect(await refused(front, 'matterRemoveIssue', { ...input, expectedVersion: 0 })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
  });
});

describe('matterRemoveIssue', () => {
  it('by the lead ends the part of an owner that had none besides, and tells it why', async () => {
    const matter = await openMatter(front);
    const issue = await collectIssue(women, { sharedWith: ['MTTQ-18073'] });
    await mutate(front, 'matterAddIssue', { matterId: matter.id, issueId: issue.id });
    await mutate(women, 'matterAddIssue', { matterId: matter.id, issueId: issue.id });
    expect(await partsOf(front, matter)).toEqual({ 'MTTQ-18073': 'LEAD', 'PN-18073': 'INFORMED' });
    await expectOnce(front, 'matterRemoveIssue', {
      matterId: matter.id,
      issueId: issue.id,
      reason: 'Thuộc tuyến khác.',
    });
    expect(await partsOf(front, matter)).toEqual({ 'MTTQ-18073': 'LEAD' });
    expect(await seeMatter(women, matter)).toBeNull();
    expect(await seeIssue(women, issue)).toMatchObject({
      status: 'SCREENED',
      matter: null,
      removalReason: 'Thuộc tuyến khác.',
    });
    expect(await seeIssue(front, issue)).toMatchObject({ removalReason: null });
    expect((await seeMatter(front, matter))!.reasons).toMatchObject([
      { act: 'ISSUE_REMOVED', issue: { id: issue.id } },
    ]);
    expect(await settledLogOf(women, 1, { types: ['matter.issueRemoved'] })).toHaveLength(1);
  });

  it('leaves an owner inside that was invited or has another issue there', async () => {
    const matter = await openMatter(front);
    const [one, two] = [
      await collectIssue(women, { sharedWith: ['MTTQ-18073'] }),
      await collectIssue(women, { sharedWith: ['MTTQ-18073'] }),
    ];
    for (const issue of [one, two]) await mutate(front, 'matterAddIssue', { matterId: matter.id, issueId: issue.id });
    const remove = (issueId: string): Promise<unknown> =>
      mutate(front, 'matterRemoveIssue', { matterId: matter.id, issueId, reason: 'Nhầm.' });
    await remove(one.id);
    expect(await partsOf(women, matter)).toMatchObject({ 'PN-18073': 'INFORMED' });
    await invite(front, matter, 'PN-18073', 'INFORMED');
    await remove(two.id);
    expect(await partsOf(women, matter)).toMatchObject({ 'PN-18073': 'INFORMED' });
  });

  it('by the owner itself shows it the matter, of which it stays informed until it leaves', async () => {
    const issue = await collectIssue(women, { sharedWith: ['MTTQ-18073'] });
    const matter = await openMatter(front, { issue });
    const removed = await mutate<{ matter: { code: string } }>(
      women,
      'matterRemoveIssue',
      { matterId: matter.id, issueId: issue.id, reason: 'Chưa đồng ý.' },
      'matter { code }',
    );
    expect(removed.matter.code).toBe(matter.code);
    expect(await timelineOf(women, matter)).toContain('matter.issueRemoved');
    await mutate(women, 'matterLeave', { matterId: matter.id, reason: 'Không còn liên quan.' });
    expect(await seeMatter(women, matter)).toBeNull();
  });

  it('of an issue without consent is told to its owner and the actor alone', async () => {
    const issue = await collectIssue(women, { sharedWith: ['MTTQ-18073'] });
    const matter = await openMatter(front, { issue });
    await invite(front, matter, 'UBND-18073', 'COORDINATING');
    await mutate(front, 'matterRemoveIssue', {
      matterId: matter.id,
      issueId: issue.id,
      reason: 'Chủ sở hữu chưa đồng ý.',
    });
    expect((await seeMatter(committee, matter))!.reasons).toEqual([]);
    expect(await timelineOf(committee, matter)).not.toContain('matter.issueRemoved');
    expect((await seeMatter(front, matter))!.reasons).toHaveLength(1);
  });

  it('twice at once takes it out once', async () => {
    const matter = await openMatter(front);
    const call = {
      actor: front,
      name: 'matterRemoveIssue',
      input: { matterId: matter.id, issueId: matter.issue.id, reason: 'Nhầm.' },
    };
    expect(await atOnce([call, call])).toEqual(['INVALID_STATE', 'OK']);
  });
});
