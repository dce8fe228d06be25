import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { expectContinues, expectIdempotent, expectUntouched, heardAfter } from '../../support/issue-acts.ts';
import { issueInMatter, issueTimeline, offer, seeAll } from '../../support/issues.ts';
import { atOnce, mutate, refused } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';
import { allPages, pageOf, type Page } from '../../support/pages.ts';

let app: TestApp;
let owner: Owner;
let officer: Actor;
let front: Actor;
let women: Actor;
let farmers: Actor;
let outsider: Actor;
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
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

const note = 'Cùng một đoạn cống.';

const linking = (from: { id: string }, to: { id: string }, more: object = {}): Record<string, unknown> => ({
  fromId: from.id,
  toId: to.id,
  kind: 'RELATED',
  ...more,
});

async function link(actor: Actor, ...args: Parameters<typeof linking>): Promise<string> {
  const { link: made } = await mutate<{ link: { id: string } }>(actor, 'issueLink', linking(...args), 'link { id }');
  return made.id;
}

/** Codes of the issues that the actor finds linked with this one; each way of asking gives the same. */
async function linked(actor: Actor, issue: IssueRef): Promise<string[]> {
  const data = await actor.ask<{
    issue: {
      links: {
        totalCount: number;
        nodes: { id: string; issue: { code: string } }[];
        edges: { node: { issue: { code: string } } }[];
      };
    };
  }>(
    `query ($code: String!) { issue(code: $code) { links(first: 100) { totalCount nodes { id issue { code } }
      edges { node { issue { code } } } } } }`,
    { code: issue.code },
  );
  const { totalCount, nodes, edges } = data.issue.links;
  expect([totalCount, edges.map(({ node }) => node.issue.code)]).toEqual([
    nodes.length,
    nodes.map((one) => one.issue.code),
  ]);
  return nodes.map((one) => one.issue.code);
}

async function byId(actor: Actor, id: string): Promise<unknown> {
  const { node } = await actor.ask<{ node: unknown }>(
    'query ($id: ID!) { node(id: $id) { ... on IssueLink { kind note createdBy { code } issue { code } } } }',
    { id },
  );
  return node;
}

/** Issues of two bodies, each of which reads both. */
async function pair(): Promise<[IssueRef, IssueRef]> {
  return [
    await collectIssue(front, { sharedWith: ['PN-18073'] }),
    await collectIssue(women, { sharedWith: ['MTTQ-18073'] }),
  ];
}

const unlink = (actor: Actor, linkId: string, more: object = {}): Promise<{ unlinkedId: string; position: string }> =>
  mutate(actor, 'issueUnlink', { linkId, ...more }, 'unlinkedId');

describe('issueLink refuses', () => {
  it('nobody, and officers', async () => {
    const [one, other] = await pair();
    await expectUntouched(owner, async () => {
      expect(await refused(app.nobody(), 'issueLink', linking(one, other))).toEqual({ code: 'UNAUTHENTICATED' });
      expect(await refused(officer, 'issueLink', linking(one, other))).toEqual({ code: 'FORBIDDEN' });
    });
  });

  it('an issue that the body may not see as if there were none, at either end', async () => {
    const unknown = { id: 'issue_0198c0de-0000-7000-8000-000000000000' };
    const [own, hidden, theirs] = [await collectIssue(front), await collectIssue(women), await collectIssue(outsider)];
    const shared = await collectIssue(women, { sharedWith: ['MTTQ-18073'] });
    await expectUntouched(owner, async () => {
      for (const stranger of [hidden, theirs, unknown]) {
        for (const near of [own, shared]) {
          const [asFrom, asTo] = [linking(stranger, near), linking(near, stranger)];
          expect(await refused(front, 'issueLink', asFrom)).toEqual({ code: 'NOT_FOUND', field: 'input.fromId' });
          expect(await refused(front, 'issueLink', asTo)).toEqual({ code: 'NOT_FOUND', field: 'input.toId' });
        }
      }
    });
  });

  it('a body that sees the redacted card only', async () => {
    const { issue } = await issueInMatter(front, { 'ND-18073': 'INFORMED' });
    const own = await collectIssue(farmers);
    await expectUntouched(owner, async () => {
      const answers = [
        await refused(farmers, 'issueLink', linking(own, issue)),
        await refused(farmers, 'issueLink', linking(issue, own)),
      ];
      expect(answers).toEqual([
        { code: 'FORBIDDEN', field: 'input.toId' },
        { code: 'FORBIDDEN', field: 'input.fromId' },
      ]);
    });
  });

  it('an issue with itself, ids of another type, and notes that may not be kept', async () => {
    const [one, other] = await pair();
    const organization = { id: await organizationId(front, 'PN-18073') };
    const cases: [Record<string, unknown>, string, string][] = [
      [linking(one, one), 'BAD_INPUT', 'toId'],
      [linking(one, organization), 'BAD_INPUT', 'toId'],
      [linking(organization, one), 'BAD_INPUT', 'fromId'],
      [linking({ id: 'x' }, one), 'BAD_INPUT', 'fromId'],
      [linking(one, other, { kind: 'SAME' }), 'BAD_INPUT', 'kind'],
      [linking(one, other, { note: ' ' }), 'BAD_INPUT', 'note'],
      [linking(one, other, { note: 'a'.repeat(2001) }), 'BAD_INPUT', 'note'],
      [linking(one, other, { note: 'Hỏi chị Trần Thị Lan, 0912 345 678' }), 'PERSONAL_DATA', 'note'],
    ];
    await expectUntouched(owner, async () => {
      for (const [input, code, name] of cases) {
        const answer = { code, field: `input.${name}` };
        expect([input, await refused(front, 'issueLink', input)]).toEqual([input, answer]);
      }
    });
  });

  it('another input under a key that was used', async () => {
    await expectIdempotent(front, women, {
      name: 'issueLink',
      make: async (actor) => linking(await collectIssue(actor), await collectIssue(actor)),
      other: (input) => ({ ...input, kind: 'REPEATS' }),
      told: async (actor, { fromId }) => {
        const { node } = await actor.ask<{ node: IssueRef }>(
          'query ($id: ID!) { node(id: $id) { ... on Issue { code } } }',
          { id: fromId },
        );
        expect(await linked(actor, node)).toHaveLength(1);
        return (await issueTimeline(actor, node)).filter((type) => type === 'link.created').length;
      },
    });
  });
});

describe('a link', () => {
  it('is seen from both issues, each naming the other, and from itself the one it points to', async () => {
    const [one, other] = await pair();
    const id = await link(front, one, other, { kind: 'CAUSED_BY', note: ` ${note} ` });
    const shown = { kind: 'CAUSED_BY', note, createdBy: { code: 'MTTQ-18073' } };
    for (const actor of [front, women]) {
      expect((await seeAll(actor, one))!.links).toEqual({
        totalCount: 1,
        nodes: [{ id, kind: 'CAUSED_BY', note, issue: { code: other.code } }],
      });
      expect(await linked(actor, other)).toEqual([one.code]);
      expect(await byId(actor, id)).toEqual({ ...shown, issue: { code: other.code } });
    }
    expect(await issueTimeline(women, one)).toEqual(['issue.collected', 'link.created']);
    expect(await issueTimeline(front, other)).toEqual(['issue.collected', 'link.created']);
    expect((await seeAll(front, one))!.version).toBe(1);
  });

  it('to an issue that others may not see does not exist for them, nor does it count', async () => {
    const shared = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const [hidden, open] = [await collectIssue(front), await collectIssue(front, { visibility: 'NETWORK' })];
    const other = await collectIssue(women);
    const { position } = await mutate(women, 'commentAdd', { subjectId: other.id, body: 'Đã xem.' });
    const secret = await link(front, shared, hidden, { note });
    const back = await link(front, hidden, shared, { kind: 'REPEATS' });
    const public_ = await link(front, open, shared);
    expect(await linked(front, shared)).toEqual([hidden.code, hidden.code, open.code]);
    expect(await linked(women, shared)).toEqual([open.code]);
    expect(await linked(outsider, open)).toEqual([]);
    for (const id of [secret, back]) {
      expect(await byId(women, id)).toBeNull();
      expect(await byId(outsider, id)).toBeNull();
      expect(await refused(women, 'issueUnlink', { linkId: id })).toEqual({ code: 'NOT_FOUND', field: 'input.linkId' });
    }
    expect(await byId(outsider, public_)).toBeNull();
    expect(await issueTimeline(women, shared)).toEqual(['issue.collected', 'link.created']);
    expect((await heardAfter(women, position, 2)).toSorted()).toEqual(
      [`link.created ${open.code}`, `link.created ${shared.code}`].toSorted(),
    );
  });

  it('comes and goes with the sight of its issues', async () => {
    const [one, other] = [await collectIssue(front), await collectIssue(front)];
    const id = await link(front, one, other);
    const organizationIds = [await organizationId(front, 'PN-18073')];
    await mutate(front, 'issueShare', { id: one.id, organizationIds });
    expect(await linked(women, one)).toEqual([]);
    await mutate(front, 'issueShare', { id: other.id, organizationIds });
    expect(await linked(women, one)).toEqual([other.code]);
    await mutate(front, 'issueUnshare', { id: one.id, organizationIds });
    expect(await linked(women, other)).toEqual([]);
    expect(await byId(women, id)).toBeNull();
    expect(await linked(front, one)).toEqual([other.code]);
  });

  it('is hidden with the redacted card', async () => {
    const { issue } = await issueInMatter(front, { 'ND-18073': 'INFORMED' });
    const open = await collectIssue(front, { visibility: 'NETWORK' });
    await link(front, issue, open);
    expect(await linked(farmers, issue)).toEqual([]);
    expect((await seeAll(farmers, issue))!.viewerAccess.hiddenFields).toContain('links');
  });

  it('is one for the same body, issues and kind, also of several at once', async () => {
    const [one, other] = await pair();
    const ids = await Promise.all([
      link(front, one, other),
      link(front, one, other),
      link(front, one, other, { note }),
    ]);
    expect(new Set(ids).size).toBe(1);
    expect(await linked(front, one)).toEqual([other.code]);
    expect(await issueTimeline(front, one)).toEqual(['issue.collected', 'link.created']);
    const more = [
      await link(front, one, other, { kind: 'SAME_MATTER' }),
      await link(women, one, other),
      await link(front, other, one),
    ];
    expect(new Set([...ids, ...more]).size).toBe(4);
    expect(await linked(front, one)).toHaveLength(4);
  });

  it('is paged to the last', async () => {
    const one = await collectIssue(front);
    const others: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      const other = await collectIssue(front);
      await link(front, ...(n % 2 === 0 ? ([one, other] as const) : ([other, one] as const)));
      others.push(other.code);
    }
    const seen = await allPages(2, async (after) => {
      const { issue } = await front.ask<{
        issue: { links: Page<{ issue: { code: string } }> & { totalCount: number } };
      }>(
        `query ($code: String!, $after: String) { issue(code: $code) { links(first: 2, after: $after) {
          totalCount ${pageOf('issue { code }')} } } }`,
        { code: one.code, after },
      );
      expect(issue.links.totalCount).toBe(5);
      return issue.links;
    });
    expect(seen.map(({ issue }) => issue.code)).toEqual(others);
  });

  it('tells its position: the log goes on after it, and after its removal', async () => {
    const [one, other] = await pair();
    const made = await mutate<{ link: { id: string }; position: string }>(
      front,
      'issueLink',
      linking(one, other),
      'link { id }',
    );
    await expectContinues(front, made.position);
    const again = await mutate(front, 'issueLink', linking(one, other));
    await expectContinues(front, again.position);
    await expectContinues(front, (await unlink(front, made.link.id)).position);
  });
});

describe('issueUnlink refuses', () => {
  it('nobody, officers, outsiders and readers', async () => {
    const [one, other] = [
      await collectIssue(front, { sharedWith: ['PN-18073', 'ND-18073'] }),
      await collectIssue(women, { sharedWith: ['MTTQ-18073', 'ND-18073'] }),
    ];
    const linkId = await link(front, one, other);
    await expectUntouched(owner, async () => {
      const answers = await Promise.all(
        [app.nobody(), officer, outsider, farmers].map((actor) => refused(actor, 'issueUnlink', { linkId })),
      );
      expect(answers).toEqual([
        { code: 'UNAUTHENTICATED' },
        { code: 'FORBIDDEN' },
        { code: 'NOT_FOUND', field: 'input.linkId' },
        { code: 'FORBIDDEN', field: 'input.linkId' },
      ]);
    });
  });

  it('a link that is unknown or gone, ids of another type, and a reason that may not be kept', async () => {
    const [one, other] = await pair();
    const [linkId, gone] = [await link(front, one, other), await link(front, other, one)];
    await unlink(front, gone);
    const cases: [object, string, string][] = [
      [{ linkId: gone }, 'NOT_FOUND', 'linkId'],
      [{ linkId: 'link_0198c0de-0000-7000-8000-000000000000' }, 'NOT_FOUND', 'linkId'],
      [{ linkId: one.id }, 'BAD_INPUT', 'linkId'],
      [{ linkId: '' }, 'BAD_INPUT', 'linkId'],
      [{ linkId, reason: '' }, 'BAD_INPUT', 'reason'],
      [{ linkId, reason: 'a'.repeat(2001) }, 'BAD_INPUT', 'reason'],
      [{ linkId, reason: 'Hỏi 0912 345 678' }, 'PERSONAL_DATA', 'reason'],
    ];
    await expectUntouched(owner, async () => {
      for (const [input, code, name] of cases) {
        const answer = { code, field: `input.${name}` };
        expect([input, await refused(front, 'issueUnlink', { ...input })]).toEqual([input, answer]);
      }
    });
  });

  it('the second of two at once', async () => {
    const [one, other] = await pair();
    for (let round = 0; round < 5; round += 1) {
      const linkId = await link(front, one, other);
      const calls = [front, women].map((actor) => ({ actor, name: 'issueUnlink', input: { linkId } }));
      expect(await atOnce(calls)).toEqual(['NOT_FOUND', 'OK']);
    }
    expect((await issueTimeline(front, one)).filter((type) => type === 'link.removed')).toHaveLength(5);
  });

  it('another input under a key that was used', async () => {
    const fromOf = new Map<unknown, IssueRef>();
    await expectIdempotent(front, women, {
      name: 'issueUnlink',
      make: async (actor) => {
        const from = await collectIssue(actor);
        const linkId = await link(actor, from, await collectIssue(actor));
        fromOf.set(linkId, from);
        return { linkId };
      },
      other: (input) => ({ ...input, reason: 'Lý do khác.' }),
      told: async (actor, { linkId }) => {
        const told = await issueTimeline(actor, fromOf.get(linkId)!);
        return told.filter((type) => type === 'link.removed').length;
      },
    });
  });
});

describe('issueUnlink', () => {
  it('is open to who made it and to the owners of both issues', async () => {
    const one = await collectIssue(front, { sharedWith: ['ND-18073', 'PN-18073'] });
    const other = await collectIssue(women, { sharedWith: ['ND-18073', 'MTTQ-18073'] });
    for (const actor of [farmers, front, women]) {
      const id = await link(farmers, one, other);
      const start = await mutate(women, 'commentAdd', { subjectId: one.id, body: 'Hai nơi khác nhau.' });
      expect(await unlink(actor, id, { reason: 'Khác địa điểm.' })).toMatchObject({ unlinkedId: id });
      expect(await byId(front, id)).toBeNull();
      expect(await linked(front, one)).toEqual([]);
      expect((await heardAfter(women, start.position, 2)).toSorted()).toEqual(
        [`link.removed ${one.code}`, `link.removed ${other.code}`].toSorted(),
      );
    }
  });

  it('really removes it for an owner who sees no more than the card of the other issue', async () => {
    const own = await collectIssue(farmers, { sharedWith: ['MTTQ-18073'] });
    const { issue } = await issueInMatter(front, { 'ND-18073': 'INFORMED' });
    const id = await link(front, own, issue);
    expect(await linked(farmers, own)).toEqual([issue.code]);
    await unlink(farmers, id);
    expect(await linked(farmers, own)).toEqual([]);
    expect(await linked(front, own)).toEqual([]);
    expect((await issueTimeline(front, own)).filter((type) => type === 'link.removed')).toHaveLength(1);
  });

  it('is no longer open to who made it once one of the issues is out of its sight', async () => {
    const theirs = await collectIssue(women, { sharedWith: ['MTTQ-18073'] });
    const own = await collectIssue(front);
    const id = await link(front, own, theirs);
    await mutate(women, 'issueUnshare', {
      id: theirs.id,
      organizationIds: [await organizationId(women, 'MTTQ-18073')],
    });
    expect(await refused(front, 'issueUnlink', { linkId: id })).toEqual({ code: 'NOT_FOUND', field: 'input.linkId' });
    expect(await linked(front, own)).toEqual([]);
    await offer(women, theirs, 'MTTQ-18073');
    expect(await linked(front, own)).toEqual([theirs.code]);
    await unlink(front, id);
  });
});
