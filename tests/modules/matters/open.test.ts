import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { openMatter, partsOf, seeIssue, seeMatter, timelineOf, type MatterView } from '../../support/matters.ts';
import { atOnce, expectOnce, mutate, refused } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let committee: Actor;
let council: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [front, committee, council, outsider] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('COORDINATOR', 'UBND-18073'),
    app.actor('COORDINATOR', 'HDND-18073'),
    app.actor('COORDINATOR', 'CD-18073'),
  ]);
});
afterAll(() => app.close());

const title = 'Ngập úng tuyến đường trước chợ';

describe('matterOpen refuses', () => {
  it('an issue of which the body knows nothing as if there were none', async () => {
    const issue = await collectIssue(front);
    const unknown = 'issue_0198c0de-0000-7000-8000-000000000000';
    for (const id of [issue.id, unknown]) {
      expect(await refused(outsider, 'matterOpen', { title, issueIds: [id] })).toEqual({
        code: 'NOT_FOUND',
        field: 'input.issueIds',
      });
    }
  });

  it('nobody, and an officer', async () => {
    const officer = await app.actor('OFFICER', 'MTTQ-18073');
    const issue = await collectIssue(officer);
    expect(await refused(app.nobody(), 'matterOpen', { title, issueIds: [issue.id] })).toEqual({
      code: 'UNAUTHENTICATED',
    });
    expect(await refused(officer, 'matterOpen', { title, issueIds: [issue.id] })).toEqual({ code: 'FORBIDDEN' });
  });

  it('a body that sees the redacted card only', async () => {
    const issue = await collectIssue(front);
    const { referral } = await mutate<{ referral: { id: string } }>(
      front,
      'referralOffer',
      { issueId: issue.id, toOrganizationId: await organizationId(front, 'UBND-18073'), request: 'Đề nghị xem xét.' },
      'referral { id }',
    );
    await mutate(committee, 'referralDecline', { id: referral.id, reason: 'Không thuộc thẩm quyền.' });
    expect(await refused(committee, 'matterOpen', { title, issueIds: [issue.id] })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.issueIds',
    });
  });

  it('an issue that is in a matter already, or out of scope', async () => {
    const { issue } = await openMatter(front);
    expect(await refused(front, 'matterOpen', { title, issueIds: [issue.id] })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.issueIds',
    });
    const other = await collectIssue(front);
    await mutate(front, 'issueScreen', { id: other.id, decision: 'OUT_OF_SCOPE', reason: 'Ngoài phạm vi tiếp nhận.' });
    expect(await refused(front, 'matterOpen', { title, issueIds: [other.id] })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.issueIds',
    });
  });

  it('no issue, too many, ids of another type, an unknown lead, texts with personal data', async () => {
    const { id } = await collectIssue(front);
    const cases: [Record<string, unknown>, string, string][] = [
      [{ issueIds: [] }, 'BAD_INPUT', 'input.issueIds'],
      [{ issueIds: Array.from({ length: 101 }, () => id) }, 'BAD_INPUT', 'input.issueIds'],
      [{ issueIds: [await organizationId(front, 'CD-18073')] }, 'BAD_INPUT', 'input.issueIds'],
      [{ issueIds: [id], leadId: id }, 'BAD_INPUT', 'input.leadId'],
      [{ issueIds: [id], leadId: 'org_0198c0de-0000-7000-8000-000000000000' }, 'BAD_INPUT', 'input.leadId'],
      [{ issueIds: [id], title: ' ' }, 'BAD_INPUT', 'input.title'],
      [{ issueIds: [id], title: 'Gọi 0912 345 678' }, 'PERSONAL_DATA', 'input.title'],
      [{ issueIds: [id], summary: 'Gọi 0912 345 678' }, 'PERSONAL_DATA', 'input.summary'],
    ];
    for (const [input, code, field] of cases) {
      expect(await refused(front, 'matterOpen', { title, ...input })).toEqual({ code, field });
    }
  });
});

describe('matterOpen', () => {
  it('opens a matter led by the own body, and the issue follows it', async () => {
    const issue = await collectIssue(front, { voices: 4 });
    const opened = await mutate<{ matter: MatterView; position: string }>(
      front,
      'matterOpen',
      { title, summary: 'Nhiều tuyến cùng bị.', issueIds: [issue.id, issue.id] },
      'matter { id code status summary voices lead { code } issues { totalCount nodes { id } } viewerAccess { level allowedActions } }',
    );
    expect(opened.matter).toMatchObject({
      code: expect.stringMatching(/^VV-\d{4}-\d{6}$/),
      status: 'OPEN',
      voices: 4,
      lead: { code: 'MTTQ-18073' },
      issues: { totalCount: 1, nodes: [{ id: issue.id }] },
      viewerAccess: { level: 'OWNER', allowedActions: expect.arrayContaining(['matterInvite', 'taskAssign']) },
    });
    expect(await seeIssue(front, issue)).toMatchObject({
      status: 'IN_FOLLOW_UP',
      matter: { code: opened.matter.code },
    });
    expect(await timelineOf(front, opened.matter)).toEqual(['matter.opened', 'matter.issueAdded']);
  });

  it('with another lead co-ordinates, and the lead reads what its owner added', async () => {
    const matter = await openMatter(front, { lead: 'UBND-18073' });
    expect(await partsOf(front, matter)).toEqual({ 'UBND-18073': 'LEAD', 'MTTQ-18073': 'COORDINATING' });
    expect(await seeIssue(committee, matter.issue)).toMatchObject({
      description: expect.any(String),
      viewerAccess: { level: 'PARTICIPANT' },
    });
    expect(await seeMatter(outsider, matter)).toBeNull();
    expect(await seeIssue(outsider, matter.issue)).toBeNull();
  });

  it('over what another body collected informs its owner and opens the issue to nobody', async () => {
    const issue = await collectIssue(front, { sharedWith: ['HDND-18073'], voices: 3 });
    const matter = await openMatter(council, { issue, lead: 'UBND-18073' });
    expect(await partsOf(front, matter)).toEqual({
      'UBND-18073': 'LEAD',
      'HDND-18073': 'COORDINATING',
      'MTTQ-18073': 'INFORMED',
    });
    expect(await seeIssue(committee, issue)).toBeNull();
    expect(await seeMatter(committee, matter)).toMatchObject({ voices: 0, issues: { totalCount: 0, nodes: [] } });
    expect(await timelineOf(committee, matter)).toEqual(['matter.opened']);
    expect(await timelineOf(front, matter)).toEqual(['matter.opened', 'matter.issueAdded']);
    expect(await seeMatter(front, matter)).toMatchObject({ viewerAccess: { level: 'READER' }, voices: 3 });
  });

  it('once per key, and one of two at once over the same issue', async () => {
    const { id } = await collectIssue(front);
    const keyed = { title, issueIds: [id], idempotencyKey: `open ${id}` };
    const [one, other] = await Promise.all([mutate(front, 'matterOpen', keyed), mutate(front, 'matterOpen', keyed)]);
    expect(other).toEqual(one);
    const issue = await collectIssue(front);
    const call = { actor: front, name: 'matterOpen', input: { title, issueIds: [issue.id] } };
    expect(await atOnce([call, call])).toEqual(['INVALID_STATE', 'OK']);
  });
});

describe('matters', () => {
  it('lists what the body takes part in, filtered and counted', async () => {
    const one = await openMatter(front, { title: 'Trạm bơm hỏng máy số hai' });
    const answered = await openMatter(front, { title: 'Trạm bơm thiếu điện', lead: 'UBND-18073' });
    const list = async (actor: Actor, filter: object): Promise<string[]> => {
      const { matters } = await actor.ask<{ matters: { totalCount: number; nodes: { code: string }[] } }>(
        'query ($filter: MatterFilter) { matters(filter: $filter) { totalCount nodes { code } } }',
        { filter },
      );
      expect(matters.totalCount).toBe(matters.nodes.length);
      return matters.nodes.map((matter) => matter.code);
    };
    expect(await list(front, { query: 'tram bom' })).toEqual([answered.code, one.code]);
    expect(await list(front, { query: 'trạm bơm', leadIds: [await organizationId(front, 'UBND-18073')] })).toEqual([
      answered.code,
    ]);
    expect(
      await list(front, { query: 'trạm bơm', participantIds: [await organizationId(front, 'MTTQ-18073')] }),
    ).toHaveLength(2);
    expect(await list(front, { query: 'trạm bơm', statuses: ['CLOSED'] })).toEqual([]);
    expect(await list(committee, { query: 'trạm bơm' })).toEqual([answered.code]);
    expect(await list(outsider, { query: 'trạm bơm' })).toEqual([]);
  });
});

describe('matterAddIssue refuses', () => {
  it('outsiders, the issue that the body may not see, officers', async () => {
    const matter = await openMatter(front);
    const own = await collectIssue(outsider);
    expect(await refused(outsider, 'matterAddIssue', { matterId: matter.id, issueId: own.id })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.matterId',
    });
    expect(await refused(front, 'matterAddIssue', { matterId: matter.id, issueId: own.id })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.issueId',
    });
    const officer = await app.actor('OFFICER', 'MTTQ-18073');
    const issue = await collectIssue(officer);
    expect(await refused(officer, 'matterAddIssue', { matterId: matter.id, issueId: issue.id })).toEqual({
      code: 'FORBIDDEN',
    });
  });

  it('from a supervising body anything but its own issues', async () => {
    const matter = await openMatter(front);
    await mutate(front, 'matterInvite', {
      matterId: matter.id,
      organizationId: await organizationId(front, 'HDND-18073'),
      role: 'SUPERVISING',
    });
    const shared = await collectIssue(front, { sharedWith: ['HDND-18073'] });
    expect(await refused(council, 'matterAddIssue', { matterId: matter.id, issueId: shared.id })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.issueId',
    });
    const own = await collectIssue(council);
    await mutate(council, 'matterAddIssue', { matterId: matter.id, issueId: own.id });
    expect((await seeMatter(front, matter))!.issues.totalCount).toBe(2);
  });

  it('an issue of another matter, and a stale version', async () => {
    const [matter, other] = [await openMatter(front), await openMatter(front)];
    const expectedVersion = matter.version;
    expect(await refused(front, 'matterAddIssue', { matterId: matter.id, issueId: other.issue.id })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.issueId',
    });
    const issue = await collectIssue(front);
    await mutate(front, 'matterAddIssue', { matterId: matter.id, issueId: issue.id, expectedVersion });
    const next = await collectIssue(front);
    expect(await refused(front, 'matterAddIssue', { matterId: matter.id, issueId: next.id, expectedVersion })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
  });
});

describe('matterAddIssue', () => {
  it('is harmless twice, with one key and at once', async () => {
    const matter = await openMatter(front);
    const issue = await collectIssue(front);
    await expectOnce(front, 'matterAddIssue', { matterId: matter.id, issueId: issue.id });
    const { version } = (await seeMatter(front, matter))!;
    await mutate(front, 'matterAddIssue', { matterId: matter.id, issueId: issue.id });
    expect((await seeMatter(front, matter))!.version).toBe(version);
    const third = await collectIssue(front);
    const call = { actor: front, name: 'matterAddIssue', input: { matterId: matter.id, issueId: third.id } };
    expect(await atOnce([call, call])).toEqual(['OK', 'OK']);
    expect((await timelineOf(front, matter)).filter((type) => type === 'matter.issueAdded')).toHaveLength(3);
  });

  it('by its owner consents to an addition by others', async () => {
    const matter = await openMatter(council, { lead: 'UBND-18073' });
    const issue = await collectIssue(front, { sharedWith: ['HDND-18073'] });
    await mutate(council, 'matterAddIssue', { matterId: matter.id, issueId: issue.id });
    expect(await seeIssue(committee, issue)).toBeNull();
    await mutate(front, 'matterAddIssue', { matterId: matter.id, issueId: issue.id });
    expect(await seeIssue(committee, issue)).toMatchObject({
      viewerAccess: { level: 'PARTICIPANT' },
      matter: { code: matter.code },
    });
    expect(await timelineOf(committee, matter)).toEqual(['matter.opened', 'matter.issueAdded', 'matter.issueAdded']);
  });

  it('leaves informed bodies with the redacted card', async () => {
    const matter = await openMatter(front);
    await mutate(front, 'matterInvite', {
      matterId: matter.id,
      organizationId: await organizationId(front, 'CD-18073'),
      role: 'INFORMED',
    });
    expect(await seeIssue(outsider, matter.issue)).toMatchObject({
      description: null,
      matter: { code: matter.code },
      viewerAccess: { level: 'SUMMARY', hiddenFields: expect.not.arrayContaining(['matter']) },
    });
  });
});
