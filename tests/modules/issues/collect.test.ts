import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '../../../server/platform/days.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, issueInput, organizationId, type IssueRef } from '../../support/factories.ts';
import { expectContinues, expectIdempotent, expectUntouched, heardAfter } from '../../support/issue-acts.ts';
import { issueTimeline, issueView, levelOf, seeAll, type WholeIssue } from '../../support/issues.ts';
import { mutate, refused } from '../../support/mutations.ts';
import { openOwner, setRoles, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;
let front: Actor;
let women: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  [front, women, outsider] = [app.app('MTTQ-18073'), app.app('PN-18073'), app.app('CD-18073')];
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

const collect = (actor: Actor, input: object): Promise<{ position: string; issue: IssueRef }> =>
  mutate(actor, 'issueCollect', { ...input }, 'issue { id code version }');

const day = (offset: number): string => localDate(new Date(Date.now() + offset * 86_400_000));
const unknownOrganization = 'org_0198c0de-0000-7000-8000-000000000000';
const document =
  'mutation ($input: IssueCollectInput!) { issueCollect(input: $input) { position issue { id code version } } }';

/** The unit with this code before the reform of 2025-07-01. */
async function formerAreaId(code: string): Promise<string> {
  const { areas } = await front.ask<{ areas: { nodes: { id: string; code: string }[] } }>(
    'query ($code: String!) { areas(query: $code, on: "2025-06-30") { nodes { id code } } }',
    { code },
  );
  return areas.nodes.find((area) => area.code === code)!.id;
}

describe('issueCollect refuses', () => {
  it('nobody, and offices that only read', async () => {
    await setRoles(owner, 'MTTQ-18073', 'Lãnh đạo', ['AUDITOR', 'ADMIN']);
    const auditor = await app.actor('LEADER', 'MTTQ-18073');
    const input = await issueInput(front);
    await expectUntouched(owner, async () => {
      expect(await app.nobody().send(document, { input })).toMatchObject({ status: 401 });
      expect(await refused(app.nobody(), 'issueCollect', input)).toEqual({ code: 'UNAUTHENTICATED' });
      expect(await refused(auditor, 'issueCollect', input)).toEqual({ code: 'FORBIDDEN' });
    });
  });

  it('what is malformed or out of range, naming the argument', async () => {
    const organization = await organizationId(front, 'CD-18073');
    const cases: [Record<string, unknown>, string][] = [
      [{ title: '' }, 'title'],
      [{ title: ' \u00a0\u200b' }, 'title'],
      [{ title: 'a'.repeat(201) }, 'title'],
      [{ title: 'Một dòng\nhai dòng' }, 'title'],
      [{ description: ' ' }, 'description'],
      [{ description: 'a'.repeat(10_001) }, 'description'],
      [{ place: 'a'.repeat(201) }, 'place'],
      [{ topicCode: 'FLOODS' }, 'topicCode'],
      [{ topicCode: 'drainage' }, 'topicCode'],
      [{ topicCode: '' }, 'topicCode'],
      [{ areaId: organization }, 'areaId'],
      [{ areaId: 'area_0198c0de-0000-7000-8000-000000000000' }, 'areaId'],
      [{ areaId: '18073' }, 'areaId'],
      [{ voices: 0 }, 'voices'],
      [{ voices: -1 }, 'voices'],
      [{ voices: 1_000_001 }, 'voices'],
      [{ collectedOn: day(1) }, 'collectedOn'],
      [{ collectedOn: '9999-12-31' }, 'collectedOn'],
      [{ shareWithIds: [organization] }, 'shareWithIds'],
      [{ visibility: 'SHARED', shareWithIds: ['CD-18073'] }, 'shareWithIds'],
      [{ visibility: 'SHARED', shareWithIds: [organization, unknownOrganization] }, 'shareWithIds'],
      [{ visibility: 'SHARED', shareWithIds: Array.from({ length: 101 }, () => organization) }, 'shareWithIds'],
      [{ clientId: `{${randomUUID()}}` }, 'clientId'],
      [{ clientId: `${randomUUID()}}` }, 'clientId'],
      [{ clientId: '1' }, 'clientId'],
      [{ idempotencyKey: '' }, 'idempotencyKey'],
      [{ idempotencyKey: 'k'.repeat(101) }, 'idempotencyKey'],
    ];
    await expectUntouched(owner, async () => {
      for (const [change, name] of cases) {
        const answer = { code: 'BAD_INPUT', field: `input.${name}` };
        expect([change, await refused(front, 'issueCollect', await issueInput(front, change))]).toEqual([
          change,
          answer,
        ]);
      }
    });
  });

  it('an area that did not exist on the day, naming what it became', async () => {
    const former = await formerAreaId('18082');
    const refusal = async (change: object): Promise<unknown> =>
      front.refusal(document, { input: await issueInput(front, { ...change }) });
    expect(await refusal({ areaId: former })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.areaId',
      messageKey: 'area.notThen',
      successorCodes: ['18073', '18652'],
    });
    expect(await refusal({ collectedOn: '2025-06-30' })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.areaId',
      successorCodes: [],
    });
    expect(await refusal({ areaId: former, collectedOn: '2025-07-01' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await refusal({ areaId: former, collectedOn: '2019-12-31' })).toMatchObject({ code: 'BAD_INPUT' });
  });

  const personal = {
    title: ['Gọi 0912 345 678 để hẹn', [['PHONE', '0912 345 678']]],
    description: [
      'Bà Nguyễn Thị Hoa ở ngõ 5, CCCD 042190001234, nói cống bị tắc.',
      [
        ['PERSON_NAME', 'Nguyễn Thị Hoa'],
        ['IDENTITY_NUMBER', '042190001234'],
      ],
    ],
    place: ['nhà anh Trần Văn Bình', [['HOME_ADDRESS', 'nhà anh Trần Văn Bình']]],
  } as const;

  it.each(Object.entries(personal))(
    'personal data in %s, telling where, and stores none',
    async (name, [text, found]) => {
      const input = await issueInput(front, { [name]: text, clientId: randomUUID(), idempotencyKey: randomUUID() });
      let proposal = '';
      await expectUntouched(owner, async () => {
        const refusal = await front.refusal(document, { input });
        expect(refusal).toMatchObject({ code: 'PERSONAL_DATA', field: `input.${name}` });
        const findings = refusal['findings'] as { kind: string; start: number; end: number }[];
        expect(findings.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual(found);
        for (const [, secret] of found) expect(JSON.stringify(refusal)).not.toContain(secret);
        proposal = refusal['proposal'] as string;
      });
      const { issue } = await collect(front, { ...input, [name]: proposal });
      expect(await seeAll(front, issue)).toMatchObject({ [name]: proposal });
    },
  );

  it.each([
    ['DENUNCIATION', 'title', 'Tố cáo ông Nguyễn Văn Sáng nhận hối lộ'],
    ['DENUNCIATION', 'description', 'Ông Nguyễn Văn Sáng là cán bộ địa chính nhận hối lộ, tôi tố cáo.'],
    ['COMPLAINT', 'description', 'Tôi khiếu nại quyết định thu hồi đất số 1289 của phường, đề nghị hủy bỏ.'],
  ])('a %s in its %s and keeps the day, the reason and the body alone', async (reason, name, text) => {
    const input = await issueInput(front, {
      title: 'Việc ở kênh Zebrawood',
      description: 'Nội dung Quokkaville.',
      place: 'Ngõ Marzipan',
      [name]: text,
      clientId: randomUUID(),
      idempotencyKey: `key ${randomUUID()}`,
    });
    const before = await owner.state();
    const refusal = await front.refusal(document, { input });
    expect(refusal).toMatchObject({ code: 'OUT_OF_SCOPE', field: `input.${name}`, reason });
    expect(JSON.stringify(refusal)).not.toMatch(/Sáng|1289|Zebrawood|Quokkaville|Marzipan/);

    const after = await owner.state();
    expect(Object.keys(after).filter((table) => after[table]!.length !== before[table]!.length)).toEqual([
      'redirection',
    ]);
    const [kept] = await owner.rows(
      `select o.code, r.reason, r.on_date::text, (select count(*)::int from jsonb_object_keys(to_jsonb(r))) as columns
        from redirection r join organization o on o.id = r.organization_id order by r.id desc limit 1`,
    );
    expect(kept).toEqual({ code: 'MTTQ-18073', reason, on_date: day(0), columns: 4 });
    for (const word of [
      'Sáng',
      '1289',
      'Zebrawood',
      'Quokkaville',
      'Marzipan',
      input['clientId'],
      input['idempotencyKey'],
    ])
      expect(JSON.stringify(after)).not.toContain(word);
  });

  it('another input under a key that was used', async () => {
    await expectIdempotent(front, women, {
      name: 'issueCollect',
      make: (actor) => issueInput(actor, { title: `Nắp cống ${randomUUID().slice(0, 8)} bị vỡ` }),
      other: (input) => ({ ...input, voices: 2 }),
      told: async (actor, { title }) => {
        const { issues } = await actor.ask<{ issues: { nodes: { code: string; title: string }[] } }>(
          '{ issues(first: 100) { nodes { code title } } }',
        );
        const made = issues.nodes.filter((issue) => issue.title === title);
        for (const issue of made) expect(await issueTimeline(actor, issue)).toEqual(['issue.collected']);
        return made.length;
      },
    });
  });
});

describe('issueCollect', () => {
  it('stores what was sent, owned by the body', async () => {
    const input = await issueInput(front, {
      kind: 'PROPOSAL',
      title: '  Lắp đèn ở ngã ba  ',
      description: 'Dòng một\r\nDòng hai\t.',
      topicCode: 'PUBLIC_ORDER',
      place: 'Ngã ba Đình',
      channel: 'ZALO',
      voices: 17,
      collectedOn: '2026-02-03',
    });
    const { issue } = await mutate<{ issue: WholeIssue }>(front, 'issueCollect', input, `issue { ${issueView} }`);
    expect(issue).toMatchObject({
      code: expect.stringMatching(/^HT-2026-\d{6}$/),
      kind: 'PROPOSAL',
      title: 'Lắp đèn ở ngã ba',
      description: 'Dòng một\nDòng hai\t.',
      status: 'RECEIVED',
      statusReason: null,
      channel: 'ZALO',
      topic: { code: 'PUBLIC_ORDER' },
      area: { code: '18073' },
      place: 'Ngã ba Đình',
      voices: 17,
      collectedOn: '2026-02-03',
      owner: { code: 'MTTQ-18073' },
      visibility: 'PRIVATE',
      sharedWith: [],
      links: { totalCount: 0, nodes: [] },
      matter: null,
      version: 1,
      viewerAccess: { level: 'OWNER', hiddenFields: [] },
    });
    expect(issue.createdAt).toBe(issue.updatedAt);
    expect(await seeAll(front, issue)).toEqual(issue);
    expect(await issueTimeline(front, issue)).toEqual(['issue.collected']);
  });

  it('takes today, one voice and no place where nothing is said', async () => {
    for (const change of [{}, { collectedOn: null, voices: null, place: null, clientId: null, shareWithIds: null }]) {
      const issue = await collectIssue(front, change);
      expect(await seeAll(front, issue)).toMatchObject({ collectedOn: day(0), voices: 1, place: null });
    }
  });

  it('takes today, the greatest values, and letters by their number, not their length', async () => {
    const title = '𠮷'.repeat(200);
    const issue = await collectIssue(front, { collectedOn: day(0), voices: 1_000_000, title });
    expect(await seeAll(front, issue)).toMatchObject({ collectedOn: day(0), voices: 1_000_000, title });
  });

  it('takes a former area on one of its days', async () => {
    const issue = await collectIssue(front, { areaId: await formerAreaId('18082'), collectedOn: '2025-06-30' });
    expect(issue.code).toMatch(/^HT-2025-/);
    expect(await seeAll(front, issue)).toMatchObject({ area: { code: '18082' }, collectedOn: '2025-06-30' });
  });

  it('tells its position: the log goes on after it', async () => {
    const { position } = await collect(front, await issueInput(front));
    await expectContinues(front, position);
  });

  it('is open to whom its visibility and its shares say', async () => {
    const share = [await organizationId(front, 'PN-18073')];
    const cases: [object, Record<'front' | 'women' | 'outsider', string | null>, string[]][] = [
      [{ visibility: 'PRIVATE' }, { front: 'OWNER', women: null, outsider: null }, []],
      [{ visibility: 'PRIVATE', shareWithIds: [] }, { front: 'OWNER', women: null, outsider: null }, []],
      [{ visibility: 'SHARED' }, { front: 'OWNER', women: null, outsider: null }, []],
      [
        { visibility: 'SHARED', shareWithIds: share },
        { front: 'OWNER', women: 'READER', outsider: null },
        ['PN-18073'],
      ],
      [{ visibility: 'NETWORK' }, { front: 'OWNER', women: 'READER', outsider: 'READER' }, []],
      [
        { visibility: 'NETWORK', shareWithIds: share },
        { front: 'OWNER', women: 'READER', outsider: 'READER' },
        ['PN-18073'],
      ],
    ];
    for (const [change, levels, sharedWith] of cases) {
      const issue = await collectIssue(front, { ...change });
      const found = {
        front: await levelOf(front, issue),
        women: await levelOf(women, issue),
        outsider: await levelOf(outsider, issue),
      };
      expect([change, found]).toEqual([change, levels]);
      expect((await seeAll(front, issue))!.sharedWith.map(({ code }) => code)).toEqual(sharedWith);
    }
  });

  it('shares with each body once, and never with its owner', async () => {
    const [self, theirs] = [await organizationId(front, 'MTTQ-18073'), await organizationId(front, 'PN-18073')];
    const issue = await collectIssue(front, { visibility: 'SHARED', shareWithIds: [theirs, self, theirs] });
    expect((await seeAll(front, issue))!.sharedWith).toEqual([{ code: 'PN-18073' }]);
    const own = await collectIssue(front, { visibility: 'PRIVATE', shareWithIds: [self] });
    expect((await seeAll(front, own))!.sharedWith).toEqual([]);
  });

  it('is heard of by those who may read it, and by nobody else', async () => {
    const start = async (actor: Actor): Promise<string> => (await collect(actor, await issueInput(actor))).position;
    const [before, beforeOutside] = [await start(women), await start(outsider)];
    const shared = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const open = await collectIssue(front, { visibility: 'NETWORK' });
    expect(await heardAfter(women, before, 2)).toEqual([
      `issue.collected ${shared.code}`,
      `issue.collected ${open.code}`,
    ]);
    expect(await heardAfter(outsider, beforeOutside, 1)).toEqual([`issue.collected ${open.code}`]);
  });
});

describe('a clientId', () => {
  it('is one issue of its body, in capitals too, whatever comes with it', async () => {
    const clientId = 'abcdef00-0000-4000-8000-00000000abcd';
    const first = await collect(front, await issueInput(front, { clientId }));
    for (const change of [{ clientId, title: 'Tiêu đề khác', voices: 9 }, { clientId: clientId.toUpperCase() }]) {
      const again = await collect(front, await issueInput(front, change));
      expect(again.issue).toEqual(first.issue);
      expect(await heardAfter(front, again.position, 0)).toEqual([]);
    }
    expect(await issueTimeline(front, first.issue)).toEqual(['issue.collected']);
    expect(await seeAll(front, first.issue)).toMatchObject({
      title: 'Nắp cống trước chợ bị vỡ',
      voices: 1,
      version: 1,
    });
    await expectContinues(front, first.position);
  });

  it('is one issue when it comes several times at once, by an office and an app, with and without keys', async () => {
    const officer = await app.actor('OFFICER', 'MTTQ-18073');
    const clientId = randomUUID();
    const input = await issueInput(front);
    const inputs = [{ clientId }, { clientId: clientId.toUpperCase() }, { clientId, idempotencyKey: randomUUID() }];
    const made = await Promise.all(
      [front, officer].flatMap((actor) => inputs.map((change) => collect(actor, { ...input, ...change }))),
    );
    expect(new Set(made.map(({ issue }) => issue.id)).size).toBe(1);
    expect(await issueTimeline(front, made[0]!.issue)).toEqual(['issue.collected']);
  });

  it('of one body says nothing of another’s', async () => {
    const clientId = randomUUID();
    const mine = await collect(front, await issueInput(front, { clientId }));
    const theirs = await collect(women, await issueInput(women, { clientId, title: 'Việc của chi hội' }));
    expect(theirs.issue.id).not.toBe(mine.issue.id);
    expect(await seeAll(women, theirs.issue)).toMatchObject({ owner: { code: 'PN-18073' }, title: 'Việc của chi hội' });
    expect(await levelOf(women, mine.issue)).toBeNull();
  });
});
