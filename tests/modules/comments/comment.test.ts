import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { invite, openMatter, seeIssue, timelineOf } from '../../support/matters.ts';
import { atOnce, expectOnce, mutate, refused } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let officer: Actor;
let women: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [front, officer, women, outsider] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('OFFICER', 'MTTQ-18073'),
    app.actor('COORDINATOR', 'PN-18073'),
    app.actor('COORDINATOR', 'CD-18073'),
  ]);
});
afterAll(() => app.close());

interface CommentView {
  body: string;
  internal: boolean;
  author: { __typename: string; name: string; organization: { code: string } };
}

const page = 'comments(first: 100) { nodes { body internal author { __typename name organization { code } } } }';

async function commentsOf(actor: Actor, kind: 'issue' | 'matter', { code }: { code: string }): Promise<CommentView[]> {
  const data = await actor.ask<Record<string, { comments: { nodes: CommentView[] } }>>(
    `query ($code: String!) { ${kind}(code: $code) { ${page} } }`,
    { code },
  );
  return data[kind]!.comments.nodes;
}

const bodies = async (...args: Parameters<typeof commentsOf>): Promise<string[]> =>
  (await commentsOf(...args)).map((comment) => comment.body);

describe('commentAdd refuses', () => {
  it('nobody, and outsiders as if there were nothing', async () => {
    const matter = await openMatter(front);
    for (const subjectId of [matter.id, matter.issue.id]) {
      const input = { subjectId, body: 'Đã xem.' };
      expect(await refused(app.nobody(), 'commentAdd', input)).toEqual({ code: 'UNAUTHENTICATED' });
      expect(await refused(outsider, 'commentAdd', input)).toEqual({ code: 'NOT_FOUND', field: 'input.subjectId' });
    }
  });

  it('those who see the redacted card only', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'PN-18073', 'INFORMED');
    expect(await refused(women, 'commentAdd', { subjectId: matter.issue.id, body: 'Đã xem.' })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.subjectId',
    });
  });

  it('ids of another type or of none', async () => {
    for (const subjectId of [await organizationId(front, 'CD-18073'), 'x', 'matter_1']) {
      expect(await refused(front, 'commentAdd', { subjectId, body: 'Đã xem.' })).toEqual({
        code: 'BAD_INPUT',
        field: 'input.subjectId',
      });
    }
  });

  it('an empty, an endless and a personal text', async () => {
    const { id: subjectId } = await collectIssue(front);
    const cases = [
      ['', 'BAD_INPUT'],
      ['a'.repeat(5001), 'BAD_INPUT'],
      ['Gọi 0912 345 678', 'PERSONAL_DATA'],
    ] as const;
    for (const [body, code] of cases)
      expect(await refused(front, 'commentAdd', { subjectId, body })).toEqual({ code, field: 'input.body' });
  });
});

describe('commentAdd', () => {
  it('on an issue is read by those who may read it, under the name of the body', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    await mutate(officer, 'commentAdd', { subjectId: issue.id, body: 'Đã kiểm tra thực địa.' });
    await mutate(women, 'commentAdd', { subjectId: issue.id, body: 'Chi hội cũng thấy vậy.' });
    expect(await bodies(front, 'issue', issue)).toEqual(['Đã kiểm tra thực địa.', 'Chi hội cũng thấy vậy.']);
    const [own] = await commentsOf(front, 'issue', issue);
    const [foreign] = await commentsOf(women, 'issue', issue);
    expect(own!.author).toMatchObject({
      __typename: 'Staff',
      name: expect.stringMatching(/^Cán bộ /),
      organization: { code: 'MTTQ-18073' },
    });
    expect(foreign!.author).toMatchObject({ __typename: 'Staff', organization: { code: 'MTTQ-18073' } });
    expect(foreign!.author.name).not.toMatch(/^Cán bộ /);
  });

  it('by an app tells that it was one', async () => {
    const issue = await collectIssue(front);
    await mutate(app.app('MTTQ-18073'), 'commentAdd', { subjectId: issue.id, body: 'Nhắc việc tự động.' });
    expect((await commentsOf(front, 'issue', issue))[0]!.author.__typename).toBe('App');
  });

  it('on a matter is read by all who take part, and is on its timeline', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'PN-18073', 'INFORMED');
    await mutate(women, 'commentAdd', { subjectId: matter.id, body: 'Đề nghị sớm trả lời.' });
    expect(await bodies(front, 'matter', matter)).toEqual(['Đề nghị sớm trả lời.']);
    expect(await bodies(women, 'matter', matter)).toEqual(['Đề nghị sớm trả lời.']);
    expect(await bodies(front, 'issue', matter.issue)).toEqual([]);
    expect(await timelineOf(front, matter)).toContain('comment.added');
  });

  it('that is internal never leaves the body, nor does its event', async () => {
    const matter = await openMatter(front);
    await invite(front, matter, 'PN-18073', 'COORDINATING');
    const added = await mutate<{ comment: { id: string; internal: boolean } }>(
      officer,
      'commentAdd',
      { subjectId: matter.id, body: 'Chưa thống nhất nội bộ.', internal: true },
      'comment { id internal }',
    );
    expect(added.comment.internal).toBe(true);
    expect(await bodies(front, 'matter', matter)).toEqual(['Chưa thống nhất nội bộ.']);
    expect(await bodies(women, 'matter', matter)).toEqual([]);
    expect(await timelineOf(women, matter)).not.toContain('comment.added');
    expect(await women.ask('query ($id: ID!) { node(id: $id) { id } }', { id: added.comment.id })).toEqual({
      node: null,
    });
  });

  it('disappears with the sight of its issue', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Đã xem.' });
    await mutate(front, 'issueUnshare', { id: issue.id, organizationIds: [await organizationId(front, 'PN-18073')] });
    expect(await seeIssue(women, issue)).toBeNull();
    const matter = await openMatter(front, { issue });
    await invite(front, matter, 'PN-18073', 'INFORMED');
    expect(await bodies(women, 'issue', issue)).toEqual([]);
  });

  it('once per key; without one, two at once are two comments', async () => {
    const issue = await collectIssue(front);
    await expectOnce(front, 'commentAdd', { subjectId: issue.id, body: 'Đã xem.' });
    expect(await bodies(front, 'issue', issue)).toHaveLength(1);
    const call = { actor: front, name: 'commentAdd', input: { subjectId: issue.id, body: 'Đã xem.' } };
    expect(await atOnce([call, call])).toEqual(['OK', 'OK']);
    expect(await bodies(front, 'issue', issue)).toHaveLength(3);
  });
});
