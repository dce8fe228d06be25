import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { areaId, collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
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
let auditor: Actor;
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  await setRoles(owner, 'MTTQ-18073', 'Lãnh đạo', ['AUDITOR', 'ADMIN']);
  auditor = await app.actor('LEADER', 'MTTQ-18073');
  [front, women] = [app.app('MTTQ-18073'), app.app('PN-18073')];
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

const document = 'mutation ($input: IssueEditInput!) { issueEdit(input: $input) { position issue { id } } }';

async function edit(actor: Actor, { id, version }: IssueRef, change: object): Promise<WholeIssue> {
  const input = { id, expectedVersion: version, ...change };
  const { issue } = await mutate<{ issue: WholeIssue }>(actor, 'issueEdit', input, `issue { ${issueView} }`);
  return issue;
}

const refusedEdit = (issue: IssueRef, change: object): Promise<object> =>
  refused(front, 'issueEdit', { id: issue.id, expectedVersion: issue.version, ...change });

/** The codes of the issues that the filter finds. */
async function found(actor: Actor, filter: object): Promise<string[]> {
  const { issues } = await actor.ask<{ issues: { nodes: { code: string }[] } }>(
    'query ($filter: IssueFilter) { issues(first: 100, filter: $filter) { nodes { code } } }',
    { filter },
  );
  return issues.nodes.map(({ code }) => code);
}

describe('issueEdit refuses', () => {
  it('all who are not its owner, whatever they see, and offices that only read', async () => {
    await expectStrangersRefused(
      { app, owner, front, weaker: auditor },
      {
        name: 'issueEdit',
        field: 'input.id',
        input: ({ id, version }) => ({ id, title: 'Tiêu đề khác', expectedVersion: version }),
      },
    );
  });

  it('a version that is not the present one, telling that', async () => {
    const issue = await collectIssue(front);
    await edit(front, issue, { voices: 2 });
    await expectUntouched(owner, async () => {
      for (const expectedVersion of [1, 3, 0, -1, 2_147_483_647]) {
        const input = { id: issue.id, expectedVersion, voices: 3 };
        expect(await front.refusal(document, { input })).toMatchObject({
          code: 'VERSION_CONFLICT',
          field: 'input.expectedVersion',
          currentVersion: 2,
        });
      }
      expect(await refused(front, 'issueEdit', { id: issue.id, voices: 3 })).toEqual({
        code: 'BAD_INPUT',
        field: 'input.expectedVersion',
      });
    });
  });

  it('what is malformed or out of range, naming the argument', async () => {
    const issue = await collectIssue(front, { voices: 5 });
    const cases: [object, string][] = [
      [{ title: ' ' }, 'title'],
      [{ title: 'a'.repeat(201) }, 'title'],
      [{ description: '' }, 'description'],
      [{ description: 'a'.repeat(10_001) }, 'description'],
      [{ place: 'a'.repeat(201) }, 'place'],
      [{ topicCode: 'FLOODS' }, 'topicCode'],
      [{ areaId: await organizationId(front, 'CD-18073') }, 'areaId'],
      [{ areaId: 'area_0198c0de-0000-7000-8000-000000000000' }, 'areaId'],
      [{ voices: 4 }, 'voices'],
      [{ voices: 1_000_001 }, 'voices'],
    ];
    await expectUntouched(owner, async () => {
      for (const [change, name] of cases) {
        const answer = { code: 'BAD_INPUT', field: `input.${name}` };
        expect([change, await refusedEdit(issue, change)]).toEqual([change, answer]);
      }
    });
  });

  it('an area that did not exist on the day of collection', async () => {
    const { areas } = await front.ask<{ areas: { nodes: { id: string; code: string }[] } }>(
      '{ areas(query: "18077", on: "2025-06-30") { nodes { id code } } }',
    );
    const former = areas.nodes[0]!.id;
    const issue = await collectIssue(front);
    const input = { id: issue.id, expectedVersion: 1, areaId: former };
    expect(await front.refusal(document, { input })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.areaId',
      successorCodes: ['18073'],
    });
    const old = await collectIssue(front, { areaId: former, collectedOn: '2025-03-01' });
    expect(await refusedEdit(old, { areaId: await areaId(front) })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.areaId',
    });
  });

  it('personal data and accusations, and keeps nothing of them, not even that there were any', async () => {
    const issue = await collectIssue(front);
    const cases = [
      ['title', 'Gọi 0912 345 678', 'PERSONAL_DATA'],
      ['description', 'Liên hệ hoa.nguyen@example.vn để biết thêm.', 'PERSONAL_DATA'],
      ['place', 'nhà anh Trần Văn Bình', 'PERSONAL_DATA'],
      ['title', 'Tố cáo ông Nguyễn Văn Sáng nhận hối lộ', 'OUT_OF_SCOPE'],
      ['description', 'Tôi tố cáo ông Nguyễn Văn Sáng nhận hối lộ.', 'OUT_OF_SCOPE'],
    ] as const;
    await expectUntouched(owner, async () => {
      for (const [name, text, code] of cases) {
        const input = { id: issue.id, expectedVersion: 1, voices: 2, [name]: text, idempotencyKey: `key of ${text}` };
        const refusal = await front.refusal(document, { input });
        expect(refusal).toMatchObject({ code, field: `input.${name}` });
        expect(JSON.stringify(refusal)).not.toMatch(/0912 345 678|hoa\.nguyen|Bình|Sáng/);
      }
    });
  });

  it('an issue that is out of scope or closed', async () => {
    const issue = await collectIssue(front);
    await mutate(front, 'issueScreen', { id: issue.id, decision: 'OUT_OF_SCOPE', reason: 'Ngoài phạm vi.' });
    const leader = await app.actor('LEADER', 'UBND-18073');
    const { issue: closed, matter } = await issueInMatter(leader, {});
    await mutate(leader, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' });
    await mutate(leader, 'matterClose', { matterId: matter.id });
    await expectUntouched(owner, async () => {
      for (const [actor, { id }] of [
        [front, issue],
        [leader, closed],
      ] as const) {
        // Told before the version is compared: a new version would not help.
        const answer = await refused(actor, 'issueEdit', { id, expectedVersion: 1, voices: 2 });
        expect(answer).toEqual({ code: 'INVALID_STATE', field: 'input.id' });
      }
    });
  });

  it('one of two at once over the same version', async () => {
    const { id } = await collectIssue(front);
    const calls = [2, 3].map((voices) => ({
      actor: front,
      name: 'issueEdit',
      input: { id, expectedVersion: 1, voices },
    }));
    expect(await atOnce(calls)).toEqual(['OK', 'VERSION_CONFLICT']);
  });

  it('another input under a key that was used', async () => {
    await expectIdempotent(front, women, {
      name: 'issueEdit',
      make: async (actor) => ({ id: (await collectIssue(actor)).id, expectedVersion: 1, voices: 2 }),
      other: (input) => ({ ...input, voices: 3 }),
      told: async (actor, { id }) => {
        const { node } = await actor.ask<{ node: { code: string } }>(
          'query ($id: ID!) { node(id: $id) { ... on Issue { code } } }',
          { id },
        );
        return (await issueTimeline(actor, node)).filter((type) => type === 'issue.edited').length;
      },
    });
  });
});

describe('issueEdit', () => {
  it('changes what is given and leaves the rest', async () => {
    const issue = await collectIssue(front, { place: 'Chợ tỉnh', voices: 3 });
    const before = (await seeAll(front, issue))!;
    const changes: [object, object][] = [
      [{}, {}],
      [{ title: null, description: null, place: null, topicCode: null, areaId: null, voices: null }, {}],
      [{ title: ' Nắp cống mới vỡ ' }, { title: 'Nắp cống mới vỡ' }],
      [{ description: 'Một\r\nHai' }, { description: 'Một\nHai' }],
      [{ topicCode: 'TRANSPORT' }, { topic: { code: 'TRANSPORT' } }],
      [{ areaId: await areaId(front, '18100') }, { area: { code: '18100' } }],
      [{ place: 'Cổng sau' }, { place: 'Cổng sau' }],
      [{ place: '  ' }, { place: null }],
      [{ voices: 3 }, { voices: 3 }],
      [{ voices: 40 }, { voices: 40 }],
    ];
    let expected = before;
    for (const [change, effect] of changes) {
      const edited = await edit(front, expected, change);
      expect(edited.updatedAt > expected.updatedAt).toBe(true);
      expected = { ...expected, ...effect, version: expected.version + 1, updatedAt: edited.updatedAt };
      expect(edited).toEqual(expected);
    }
    expect(await seeAll(front, issue)).toEqual(expected);
    const told = await issueTimeline(front, issue);
    expect(told).toEqual(['issue.collected', ...changes.map(() => 'issue.edited')]);
  });

  it('is possible while the issue is referred, followed up or answered', async () => {
    const leader = await app.actor('LEADER', 'UBND-18073');
    const referred = await collectIssue(leader);
    await offer(leader, referred, 'SO-XAYDUNG');
    const seen = (await seeAll(leader, referred))!;
    expect(await edit(leader, seen, { voices: 2 })).toMatchObject({ status: 'REFERRED', voices: 2 });
    const { issue, matter } = await issueInMatter(leader, {});
    const edited = await edit(leader, issue, { voices: 2 });
    expect(edited).toMatchObject({ status: 'IN_FOLLOW_UP', voices: 2 });
    await mutate(leader, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' });
    const answered = (await seeAll(leader, issue))!;
    expect(await edit(leader, answered, { voices: 3 })).toMatchObject({ status: 'ANSWERED', voices: 3 });
  });

  it('is what readers read, find and hear of from then on', async () => {
    const issue = await collectIssue(front, { title: 'Cột đèn nghiêng', sharedWith: ['PN-18073'] });
    const start = await collectIssue(women);
    const { position } = await mutate(women, 'commentAdd', { subjectId: start.id, body: 'Đã xem.' });
    await edit(front, issue, {
      title: 'Trụ điện gãy',
      topicCode: 'POWER_TELECOM',
      areaId: await areaId(front, '18100'),
    });
    expect(await seeAll(women, issue)).toMatchObject({ title: 'Trụ điện gãy', version: 2 });
    for (const actor of [front, women]) {
      expect(await found(actor, { query: 'TRU DIEN gay' })).toEqual([issue.code]);
      expect(await found(actor, { query: 'cột đèn' })).toEqual([]);
      expect(await found(actor, { topicCodes: ['POWER_TELECOM'] })).toEqual([issue.code]);
      expect(await found(actor, { areaIds: [await areaId(front, '18100')] })).toContain(issue.code);
    }
    expect(await heardAfter(women, position, 1)).toEqual([`issue.edited ${issue.code}`]);
  });

  it('tells its position: the log goes on after it', async () => {
    const issue = await collectIssue(front);
    const { position } = await mutate(front, 'issueEdit', { id: issue.id, expectedVersion: 1, voices: 2 });
    await expectContinues(front, position);
  });

  it('by an office that only collects is enough', async () => {
    const officer = await app.actor('OFFICER', 'MTTQ-18073');
    const issue = await collectIssue(front);
    expect(await edit(officer, issue, { voices: 2 })).toMatchObject({ voices: 2, version: 2 });
  });
});
