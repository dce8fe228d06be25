import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import {
  expectContinues,
  expectIdempotent,
  expectStrangersRefused,
  expectUntouched,
  heardAfter,
} from '../../support/issue-acts.ts';
import { issueInMatter, issueTimeline, issueView, offer, seeAll, type WholeIssue } from '../../support/issues.ts';
import { atOnce, mutate, refused } from '../../support/mutations.ts';
import { openOwner, setRoles, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;
let front: Actor;
let women: Actor;
let committee: Actor;
let leader: Actor;
let auditor: Actor;
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  await setRoles(owner, 'MTTQ-18073', 'Cán bộ', ['AUDITOR', 'ADMIN']);
  [auditor, leader] = await Promise.all([app.actor('OFFICER', 'MTTQ-18073'), app.actor('LEADER', 'MTTQ-18073')]);
  [front, women, committee] = [app.app('MTTQ-18073'), app.app('PN-18073'), app.app('UBND-18073')];
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

const reason = 'Thiếu địa điểm cụ thể.';

async function screen(actor: Actor, { id }: { id: string }, decision: string, more: object = {}): Promise<WholeIssue> {
  const input = { id, decision, ...(decision !== 'ACCEPT' && { reason }), ...more };
  const { issue } = await mutate<{ issue: WholeIssue }>(actor, 'issueScreen', input, `issue { ${issueView} }`);
  return issue;
}

const statusOf = async (actor: Actor, issue: IssueRef): Promise<string> => (await seeAll(actor, issue))!.status;

async function withdraw(issue: IssueRef, code: string): Promise<void> {
  const referral = await offer(front, issue, code);
  await mutate(app.app(code), 'referralDecline', { id: referral, reason: 'Không thuộc thẩm quyền.' });
}

describe('issueScreen refuses', () => {
  it('all who are not its owner, whatever they see, and offices that only read', async () => {
    await expectStrangersRefused(
      { app, owner, front, weaker: auditor },
      { name: 'issueScreen', field: 'input.id', input: ({ id }) => ({ id, decision: 'NEEDS_INFO', reason }) },
    );
  });

  it('a version that is not the present one, telling that', async () => {
    const { id } = await collectIssue(front);
    const document = 'mutation ($input: IssueScreenInput!) { issueScreen(input: $input) { position } }';
    await expectUntouched(owner, async () => {
      for (const expectedVersion of [0, 2]) {
        const input = { id, decision: 'ACCEPT', expectedVersion };
        expect(await front.refusal(document, { input })).toMatchObject({
          code: 'VERSION_CONFLICT',
          field: 'input.expectedVersion',
          currentVersion: 1,
        });
      }
    });
  });

  it('a decision without the reason that it needs, and reasons that may not be kept', async () => {
    const { id } = await collectIssue(front);
    const cases: [object, string, string][] = [
      [{ decision: 'NEEDS_INFO' }, 'BAD_INPUT', 'reason'],
      [{ decision: 'OUT_OF_SCOPE', reason: null }, 'BAD_INPUT', 'reason'],
      [{ decision: 'OUT_OF_SCOPE', reason: ' ' }, 'BAD_INPUT', 'reason'],
      [{ decision: 'NEEDS_INFO', reason: 'a'.repeat(2001) }, 'BAD_INPUT', 'reason'],
      [{ decision: 'NEEDS_INFO', reason: 'Gọi lại 0912 345 678' }, 'PERSONAL_DATA', 'reason'],
      [{ decision: 'ACCEPT', reason: 'Gọi lại 0912 345 678' }, 'PERSONAL_DATA', 'reason'],
      [{ decision: 'REFERRED', reason }, 'BAD_INPUT', 'decision'],
      [{ reason }, 'BAD_INPUT', 'decision'],
    ];
    await expectUntouched(owner, async () => {
      for (const [change, code, name] of cases) {
        const answer = { code, field: `input.${name}` };
        expect([change, await refused(front, 'issueScreen', { id, ...change })]).toEqual([change, answer]);
      }
    });
  });

  it('an issue that a referral or a matter has taken on', async () => {
    const referred = await collectIssue(leader);
    await offer(leader, referred, 'UBND-18073');
    const { issue: followed } = await issueInMatter(leader, {});
    const { issue: answered, matter } = await issueInMatter(leader, {});
    await mutate(leader, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' });
    const { issue: closed, matter: over } = await issueInMatter(leader, {});
    await mutate(leader, 'matterAnswer', { matterId: over.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' });
    await mutate(leader, 'matterClose', { matterId: over.id });
    const cases = { REFERRED: referred, IN_FOLLOW_UP: followed, ANSWERED: answered, CLOSED: closed };
    await expectUntouched(owner, async () => {
      for (const [status, issue] of Object.entries(cases)) {
        expect(await statusOf(leader, issue)).toBe(status);
        for (const decision of ['ACCEPT', 'NEEDS_INFO', 'OUT_OF_SCOPE']) {
          const answer = { code: 'INVALID_STATE', field: 'input.id' };
          expect(await refused(leader, 'issueScreen', { id: issue.id, decision, reason })).toEqual(answer);
        }
      }
    });
  });

  it('one of two at once over the same version, and both over none', async () => {
    const { id } = await collectIssue(front);
    const call = (decision: string, expectedVersion?: number) => ({
      actor: front,
      name: 'issueScreen',
      input: { id, decision, reason, expectedVersion },
    });
    expect(await atOnce([call('ACCEPT', 1), call('NEEDS_INFO', 1)])).toEqual(['OK', 'VERSION_CONFLICT']);
    expect(await atOnce([call('ACCEPT'), call('NEEDS_INFO')])).toEqual(['OK', 'OK']);
  });

  it('another input under a key that was used', async () => {
    await expectIdempotent(front, women, {
      name: 'issueScreen',
      make: async (actor) => ({ id: (await collectIssue(actor)).id, decision: 'NEEDS_INFO', reason }),
      other: (input) => ({ ...input, reason: 'Lý do khác.' }),
      told: async (actor, { id }) => {
        const { node } = await actor.ask<{ node: { code: string; version: number } }>(
          'query ($id: ID!) { node(id: $id) { ... on Issue { code version } } }',
          { id },
        );
        expect(node.version).toBe(2);
        return (await issueTimeline(actor, node)).filter((type) => type === 'issue.screened').length;
      },
    });
  });
});

describe('the states before a referral or a matter', () => {
  const decisions = [
    ['ACCEPT', 'SCREENED'],
    ['NEEDS_INFO', 'NEEDS_INFO'],
    ['OUT_OF_SCOPE', 'OUT_OF_SCOPE'],
  ] as const;
  const steps = [null, ...decisions].flatMap((from) => decisions.map((to) => ({ from, to })));

  it.each(steps)('%# follow each other as screening says', async ({ from, to: [decision, status] }) => {
    const issue = await collectIssue(front);
    if (from) expect(await screen(front, issue, from[0])).toMatchObject({ status: from[1] });
    const screened = await screen(front, issue, decision);
    expect(screened).toMatchObject({
      status,
      statusReason: decision === 'ACCEPT' ? null : reason,
      version: from ? 3 : 2,
    });
    expect(await seeAll(front, issue)).toEqual(screened);
    expect(await issueTimeline(front, issue)).toEqual([
      'issue.collected',
      ...Array.from({ length: from ? 2 : 1 }, () => 'issue.screened'),
    ]);
  });

  it('may be accepted with a reason, too', async () => {
    const issue = await collectIssue(front);
    expect(await screen(front, issue, 'ACCEPT', { reason: ' Rõ ràng.\r\nĐủ căn cứ. ' })).toMatchObject({
      status: 'SCREENED',
      statusReason: 'Rõ ràng.\nĐủ căn cứ.',
    });
  });
});

describe('the states that a referral or a matter gives', () => {
  it('pass through referral, follow-up, answer and close, and begin again', async () => {
    const issue = await collectIssue(front);
    const seen: string[] = [];
    const note = async (): Promise<void> => {
      seen.push(await statusOf(front, issue));
    };
    await note();
    await withdraw(issue, 'SO-XAYDUNG');
    await note();
    await screen(front, issue, 'NEEDS_INFO');
    await note();
    await screen(front, issue, 'ACCEPT');
    const referral = await offer(front, issue, 'UBND-18073');
    await note();
    const { matter } = await mutate<{ matter: { id: string } }>(
      committee,
      'referralAccept',
      { id: referral },
      'matter { id }',
    );
    await note();
    const head = await app.actor('LEADER', 'UBND-18073');
    await mutate(head, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' });
    await note();
    await mutate(head, 'matterClose', { matterId: matter.id });
    await note();
    await mutate(front, 'matterReopen', { matterId: matter.id, reason: 'Mưa lại ngập.' });
    await note();
    await mutate(front, 'matterRemoveIssue', {
      matterId: matter.id,
      issueId: issue.id,
      reason: 'Tách ra xử lý riêng.',
    });
    await note();
    await screen(front, issue, 'OUT_OF_SCOPE');
    await note();
    expect(seen).toEqual([
      'RECEIVED',
      'SCREENED',
      'NEEDS_INFO',
      'REFERRED',
      'IN_FOLLOW_UP',
      'ANSWERED',
      'CLOSED',
      'IN_FOLLOW_UP',
      'SCREENED',
      'OUT_OF_SCOPE',
    ]);
    const told = await issueTimeline(front, issue);
    expect(told.filter((type) => type === 'issue.statusChanged')).toHaveLength(8);
    expect(told.filter((type) => type === 'issue.screened')).toHaveLength(3);
  });

  it('cannot be had where the issue needs information or is out of scope', async () => {
    const toOrganizationId = await organizationId(front, 'UBND-18073');
    for (const decision of ['NEEDS_INFO', 'OUT_OF_SCOPE']) {
      const issue = await collectIssue(front);
      await screen(front, issue, decision);
      const input = { issueId: issue.id, toOrganizationId, request: 'Đề nghị xem xét.' };
      expect(await refused(front, 'referralOffer', input)).toEqual({ code: 'INVALID_STATE', field: 'input.issueId' });
    }
  });
});

describe('the reason', () => {
  it('is read by readers and hidden with the redacted card', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    await withdraw(issue, 'SO-XAYDUNG');
    await screen(front, issue, 'NEEDS_INFO');
    expect(await seeAll(women, issue)).toMatchObject({ status: 'NEEDS_INFO', statusReason: reason });
    const card = (await seeAll(app.app('SO-XAYDUNG'), issue))!;
    expect(card).toMatchObject({ status: 'NEEDS_INFO', statusReason: null, viewerAccess: { level: 'SUMMARY' } });
    expect(card.viewerAccess.hiddenFields).toContain('statusReason');
  });
});

describe('issueScreen', () => {
  it('is heard of by readers, and tells its position', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const other = await collectIssue(women);
    const start = await mutate(women, 'commentAdd', { subjectId: other.id, body: 'Đã xem.' });
    const { position } = await mutate(front, 'issueScreen', { id: issue.id, decision: 'ACCEPT' });
    expect(await heardAfter(women, start.position, 1)).toEqual([`issue.screened ${issue.code}`]);
    await expectContinues(front, position);
  });

  it('is found by its new state', async () => {
    const issue = await collectIssue(front, { title: 'Kè sông sạt lở' });
    await screen(front, issue, 'NEEDS_INFO');
    const find = async (statuses: string[]): Promise<object> => {
      const { issues } = await front.ask<{ issues: { totalCount: number; nodes: object[] } }>(
        'query ($statuses: [IssueStatus!]) { issues(filter: { statuses: $statuses, query: "ke song" }) { totalCount nodes { code } } }',
        { statuses },
      );
      return issues;
    };
    expect(await find(['NEEDS_INFO', 'CLOSED'])).toEqual({ totalCount: 1, nodes: [{ code: issue.code }] });
    expect(await find(['RECEIVED'])).toEqual({ totalCount: 0, nodes: [] });
  });
});
