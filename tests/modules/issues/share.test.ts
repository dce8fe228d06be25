import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collect, collectIssue, issueInput, organizationId, type IssueRef } from '../../support/factories.ts';
import {
  expectContinues,
  expectIdempotent,
  expectStrangersRefused,
  expectUntouched,
  heardAfter,
} from '../../support/issue-acts.ts';
import { issueInMatter, issueTimeline, levelOf, offer, seeAll } from '../../support/issues.ts';
import { atOnce, mutate, refused } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;
let officer: Actor;
let front: Actor;
let women: Actor;
let farmers: Actor;
let outsider: Actor;
/** Ids of PN-18073, ND-18073 and the owner itself. */
let ids: { women: string; farmers: string; front: string };
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  officer = await app.actor('OFFICER', 'MTTQ-18073');
  [front, women, farmers, outsider] = [
    app.app('MTTQ-18073'),
    app.app('PN-18073'),
    app.app('ND-18073'),
    app.app('CD-18073'),
  ];
  ids = {
    women: await organizationId(front, 'PN-18073'),
    farmers: await organizationId(front, 'ND-18073'),
    front: await organizationId(front, 'MTTQ-18073'),
  };
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

const unknown = 'org_0198c0de-0000-7000-8000-000000000000';

interface Open {
  visibility: string;
  sharedWith: string[];
}

async function share(issue: IssueRef, change: object): Promise<Open & { version: number }> {
  const { issue: shared } = await mutate<{
    issue: { visibility: string; version: number; sharedWith: { code: string }[] };
  }>(front, 'issueShare', { id: issue.id, ...change }, 'issue { visibility version sharedWith { code } }');
  return { ...shared, sharedWith: shared.sharedWith.map(({ code }) => code) };
}

const unshare = (issue: IssueRef, ...organizationIds: string[]): Promise<unknown> =>
  mutate(front, 'issueUnshare', { id: issue.id, organizationIds });

/** Levels of the women's union, the farmers' union and a body that is never named. */
const levels = (issue: IssueRef): Promise<(string | null)[]> =>
  Promise.all([women, farmers, outsider].map((actor) => levelOf(actor, issue)));

/** How many issues with this word the actor finds, and how many it is told there are. */
async function found(actor: Actor, query: string): Promise<number[]> {
  const { issues } = await actor.ask<{ issues: { totalCount: number; nodes: object[] } }>(
    'query ($query: String!) { issues(filter: { query: $query }) { totalCount nodes { id } } }',
    { query },
  );
  return [issues.totalCount, issues.nodes.length];
}

/** A place in the log from which the actor's body hears on: that of an act of its own, seen by nobody else. */
async function positionOf(actor: Actor): Promise<string> {
  const { issueCollect } = await actor.ask<{ issueCollect: { position: string } }>(collect, {
    input: await issueInput(actor),
  });
  return issueCollect.position;
}

const acts = [
  ['issueShare', 'organizationIds', (id: string) => ({ id, organizationIds: [ids.farmers] })],
  ['issueUnshare', 'organizationIds', (id: string) => ({ id, organizationIds: [ids.women] })],
] as const;

describe.each(acts)('%s refuses', (name, _, input) => {
  it('all who are not its owner, whatever they see, and officers', async () => {
    await expectStrangersRefused(
      { app, owner, front, weaker: officer },
      { name, field: 'input.id', input: ({ id }) => input(id) },
    );
  });

  it('bodies that are none, are unknown or gone, and too many', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const lists = [['PN-18073'], [issue.id], [ids.women, unknown], [''], Array.from({ length: 101 }, () => ids.women)];
    await expectUntouched(owner, async () => {
      for (const organizationIds of lists) {
        const answer = { code: 'BAD_INPUT', field: 'input.organizationIds' };
        const given = { ...input(issue.id), organizationIds };
        expect([organizationIds, await refused(front, name, given)]).toEqual([organizationIds, answer]);
      }
    });
  });

  it('another input under a key that was used', async () => {
    await expectIdempotent(front, women, {
      name,
      make: async (actor) => input((await collectIssue(actor)).id),
      other: (given) => ({ ...given, organizationIds: [ids.front] }),
      told: async (actor, { id }) => {
        const { node } = await actor.ask<{ node: { code: string; version: number } }>(
          'query ($id: ID!) { node(id: $id) { ... on Issue { code version } } }',
          { id },
        );
        expect(node.version).toBe(2);
        const told = await issueTimeline(actor, node);
        return told.filter((type) => type === `issue.${name === 'issueShare' ? 'shared' : 'unshared'}`).length;
      },
    });
  });
});

describe('issueShare', () => {
  it('refuses to name bodies and be private at once', async () => {
    const issue = await collectIssue(front);
    await expectUntouched(owner, async () => {
      const input = { id: issue.id, visibility: 'PRIVATE', organizationIds: [ids.women] };
      expect(await refused(front, 'issueShare', input)).toEqual({ code: 'BAD_INPUT', field: 'input.organizationIds' });
    });
  });

  const none = [null, null, null];
  const both = ['READER', 'READER', null];
  const all = ['READER', 'READER', 'READER'];
  const two = ['ND-18073', 'PN-18073'];
  const named = { visibility: 'SHARED', shareWith: true };
  const steps: [string, { visibility: string; shareWith?: boolean }, object, Open, (string | null)[]][] = [
    ['PRIVATE, nothing', { visibility: 'PRIVATE' }, {}, { visibility: 'SHARED', sharedWith: [] }, none],
    [
      'PRIVATE, PRIVATE',
      { visibility: 'PRIVATE' },
      { visibility: 'PRIVATE' },
      { visibility: 'PRIVATE', sharedWith: [] },
      none,
    ],
    [
      'PRIVATE, SHARED',
      { visibility: 'PRIVATE' },
      { visibility: 'SHARED' },
      { visibility: 'SHARED', sharedWith: [] },
      none,
    ],
    [
      'PRIVATE, NETWORK',
      { visibility: 'PRIVATE' },
      { visibility: 'NETWORK' },
      { visibility: 'NETWORK', sharedWith: [] },
      all,
    ],
    ['SHARED, nothing', named, {}, { visibility: 'SHARED', sharedWith: two }, both],
    ['SHARED, PRIVATE', named, { visibility: 'PRIVATE' }, { visibility: 'PRIVATE', sharedWith: [] }, none],
    ['SHARED, NETWORK', named, { visibility: 'NETWORK' }, { visibility: 'NETWORK', sharedWith: two }, all],
    ['NETWORK, nothing', { visibility: 'NETWORK' }, {}, { visibility: 'NETWORK', sharedWith: [] }, all],
    [
      'NETWORK, SHARED',
      { ...named, visibility: 'NETWORK' },
      { visibility: 'SHARED' },
      { visibility: 'SHARED', sharedWith: two },
      both,
    ],
    [
      'NETWORK, PRIVATE',
      { ...named, visibility: 'NETWORK' },
      { visibility: 'PRIVATE' },
      { visibility: 'PRIVATE', sharedWith: [] },
      none,
    ],
  ];

  it.each(steps)('from %s', async (_, { visibility, shareWith }, change, open, expected) => {
    const shareWithIds = shareWith ? [ids.women, ids.farmers] : undefined;
    const issue = await collectIssue(front, { visibility, shareWithIds });
    expect(await share(issue, change)).toEqual({ ...open, version: 2 });
    expect(await levels(issue)).toEqual(expected);
    expect(await levelOf(front, issue)).toBe('OWNER');
    expect(await share(issue, change)).toEqual({ ...open, version: 3 });
    expect(await levels(issue)).toEqual(expected);
  });

  it('adds bodies to those before, each once, never its owner', async () => {
    const issue = await collectIssue(front);
    expect(await share(issue, { organizationIds: [ids.women] })).toMatchObject({
      visibility: 'SHARED',
      sharedWith: ['PN-18073'],
    });
    expect(await share(issue, { organizationIds: [ids.farmers, ids.women, ids.farmers, ids.front] })).toMatchObject({
      visibility: 'SHARED',
      sharedWith: ['ND-18073', 'PN-18073'],
    });
    const open = await collectIssue(front, { visibility: 'NETWORK' });
    expect(await share(open, { organizationIds: [ids.women] })).toMatchObject({ visibility: 'NETWORK' });
    const [row] = await owner.rows(
      `select count(*)::int as shares from issue_share s join issue i on i.id = s.issue_id where i.code = $1`,
      [issue.code],
    );
    expect(row).toEqual({ shares: 2 });
  });

  it('shows each body that is named itself alone among the named', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073', 'ND-18073'] });
    const codes = async (actor: Actor): Promise<string[]> =>
      (await seeAll(actor, issue))!.sharedWith.map(({ code }) => code);
    expect(await codes(front)).toEqual(['ND-18073', 'PN-18073']);
    expect(await codes(women)).toEqual(['PN-18073']);
    await share(issue, { visibility: 'NETWORK' });
    expect(await codes(outsider)).toEqual([]);
    expect((await seeAll(women, issue))!.viewerAccess.hiddenFields).toEqual(['sharedWith', 'heldBy']);
    expect((await seeAll(front, issue))!.viewerAccess.hiddenFields).toEqual([]);
  });

  it('tells those who gain it that they do, with all that went before', async () => {
    const issue = await collectIssue(front, { title: 'Hố ga Aardvark' });
    await mutate(front, 'issueScreen', { id: issue.id, decision: 'ACCEPT' });
    const [start, outside] = [await positionOf(women), await positionOf(outsider)];
    await share(issue, { organizationIds: [ids.women] });
    expect(await heardAfter(women, start, 2)).toEqual([`access.granted ${issue.code}`, `issue.shared ${issue.code}`]);
    expect(await issueTimeline(women, issue)).toEqual([
      'issue.collected',
      'issue.screened',
      'access.granted',
      'issue.shared',
    ]);
    expect(await found(women, 'aardvark')).toEqual([1, 1]);
    expect(await found(outsider, 'aardvark')).toEqual([0, 0]);
    await expectContinues(outsider, outside);
  });

  it('twice at once shares once', async () => {
    const issue = await collectIssue(front);
    const call = { actor: front, name: 'issueShare', input: { id: issue.id, organizationIds: [ids.women] } };
    expect(await atOnce([call, call, call])).toEqual(['OK', 'OK', 'OK']);
    expect(await seeAll(front, issue)).toMatchObject({ sharedWith: [{ code: 'PN-18073' }], version: 4 });
    expect((await issueTimeline(women, issue)).filter((type) => type === 'access.granted')).toHaveLength(1);
  });

  it('tells its position: the log goes on after it', async () => {
    const issue = await collectIssue(front);
    const { position } = await mutate(front, 'issueShare', { id: issue.id, visibility: 'NETWORK' });
    await expectContinues(front, position);
  });

  it('is possible in every state, also of an issue that is closed to everything else', async () => {
    const issue = await collectIssue(front);
    await mutate(front, 'issueScreen', { id: issue.id, decision: 'OUT_OF_SCOPE', reason: 'Ngoài phạm vi.' });
    await share(issue, { organizationIds: [ids.women] });
    expect(await seeAll(women, issue)).toMatchObject({ status: 'OUT_OF_SCOPE', viewerAccess: { level: 'READER' } });
    await unshare(issue, ids.women);
    expect(await seeAll(women, issue)).toBeNull();
  });
});

describe('issueUnshare', () => {
  it('takes the issue and all that hangs on it from those who are named', async () => {
    const issue = await collectIssue(front, { title: 'Kè biển Numbat', sharedWith: ['PN-18073', 'ND-18073'] });
    await mutate(women, 'commentAdd', { subjectId: issue.id, body: 'Đã xem.' });
    const [start, farmersStart] = [await positionOf(women), await positionOf(farmers)];
    await unshare(issue, ids.women);
    expect(await levels(issue)).toEqual([null, 'READER', null]);
    expect(await found(women, 'numbat')).toEqual([0, 0]);
    expect(await found(farmers, 'numbat')).toEqual([1, 1]);
    expect(await heardAfter(women, start, 1)).toEqual(['access.revoked undefined']);
    expect(await heardAfter(farmers, farmersStart, 1)).toEqual([`issue.unshared ${issue.code}`]);
    expect(await refused(women, 'commentAdd', { subjectId: issue.id, body: 'Đã xem.' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await seeAll(front, issue)).toMatchObject({ sharedWith: [{ code: 'ND-18073' }], visibility: 'SHARED' });
  });

  it('takes nothing where nothing was shared, and never from the owner', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    await unshare(issue, ids.farmers, ids.front);
    await unshare(issue);
    expect(await levels(issue)).toEqual(['READER', null, null]);
    expect(await seeAll(front, issue)).toMatchObject({ version: 3, viewerAccess: { level: 'OWNER' } });
  });

  it('leaves an issue that is open to all open to all', async () => {
    const issue = await collectIssue(front, { visibility: 'NETWORK', shareWithIds: [ids.women] });
    const start = await positionOf(women);
    await unshare(issue, ids.women);
    expect(await levels(issue)).toEqual(['READER', 'READER', 'READER']);
    expect((await seeAll(front, issue))!.sharedWith).toEqual([]);
    expect(await heardAfter(women, start, 1)).toEqual([`issue.unshared ${issue.code}`]);
  });

  it('leaves to the bodies of a matter or a referral what these give them', async () => {
    const { issue } = await issueInMatter(front, { 'PN-18073': 'COORDINATING', 'ND-18073': 'INFORMED' });
    await share(issue, { organizationIds: [ids.women, ids.farmers] });
    expect(await levels(issue)).toEqual(['PARTICIPANT', 'READER', null]);
    await unshare(issue, ids.women, ids.farmers);
    expect(await levels(issue)).toEqual(['PARTICIPANT', 'SUMMARY', null]);
    const offered = await collectIssue(front, { sharedWith: ['PN-18073'] });
    await offer(front, offered, 'PN-18073');
    await unshare(offered, ids.women);
    expect(await levels(offered)).toEqual(['PARTICIPANT', null, null]);
  });

  it('may take from a body that no longer exists', async () => {
    const issue = await collectIssue(front, { sharedWith: ['CCB-18073'] });
    await owner.rows(`update organization set valid_to = current_date where code = 'CCB-18073'`);
    const organizationIds = [await organizationId(front, 'CCB-18073')];
    expect(await refused(front, 'issueShare', { id: issue.id, organizationIds })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.organizationIds',
    });
    await unshare(issue, ...organizationIds);
    expect((await seeAll(front, issue))!.sharedWith).toEqual([]);
  });

  it('twice at once takes it once', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const start = await positionOf(women);
    const call = { actor: front, name: 'issueUnshare', input: { id: issue.id, organizationIds: [ids.women] } };
    expect(await atOnce([call, call])).toEqual(['OK', 'OK']);
    expect(await levels(issue)).toEqual([null, null, null]);
    expect(await heardAfter(women, start, 1)).toEqual(['access.revoked undefined']);
  });

  it('tells its position: the log goes on after it', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const { position } = await mutate(front, 'issueUnshare', { id: issue.id, organizationIds: [ids.women] });
    await expectContinues(front, position);
  });
});
