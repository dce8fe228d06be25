import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { areaId, collectIssue, organizationId } from '../../support/factories.ts';
import { openMatter, timelineOf } from '../../support/matters.ts';
import { atOnce, expectOnce, mutate, refused } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let officer: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [front, officer, outsider] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('OFFICER', 'MTTQ-18073'),
    app.actor('OFFICER', 'CD-18073'),
  ]);
});
afterAll(() => app.close());

async function follows(actor: Actor, kind: 'issue' | 'matter', { code }: { code: string }): Promise<boolean> {
  const data = await actor.ask<Record<string, { viewerFollows: boolean }>>(
    `query ($code: String!) { ${kind}(code: $code) { viewerFollows } }`,
    { code },
  );
  return data[kind]!.viewerFollows;
}

describe.each(['follow', 'unfollow'])('%s refuses', (name) => {
  it('nobody, and outsiders as if there were nothing', async () => {
    const matter = await openMatter(front);
    for (const subjectId of [matter.id, matter.issue.id]) {
      expect(await refused(app.nobody(), name, { subjectId })).toEqual({ code: 'UNAUTHENTICATED' });
      expect(await refused(outsider, name, { subjectId })).toEqual({ code: 'NOT_FOUND', field: 'input.subjectId' });
    }
  });

  it.each(['issue', 'matter', 'topic', 'area', 'org'])('an unknown %s', async (prefix) => {
    const subjectId = `${prefix}_0198c0de-0000-7000-8000-000000000000`;
    expect(await refused(front, name, { subjectId })).toEqual({ code: 'NOT_FOUND', field: 'input.subjectId' });
  });

  it.each(['staff_0198c0de-0000-7000-8000-000000000000', 'x', ''])('the id %j', async (subjectId) => {
    expect(await refused(front, name, { subjectId })).toEqual({ code: 'BAD_INPUT', field: 'input.subjectId' });
  });
});

describe('follow', () => {
  it('is of the office alone, and ends with unfollow', async () => {
    const matter = await openMatter(front);
    for (const [kind, subject] of [
      ['matter', matter],
      ['issue', matter.issue],
    ] as const) {
      expect(await follows(officer, kind, subject)).toBe(false);
      await mutate(officer, 'follow', { subjectId: subject.id });
      expect([await follows(officer, kind, subject), await follows(front, kind, subject)]).toEqual([true, false]);
      await mutate(officer, 'unfollow', { subjectId: subject.id });
      expect(await follows(officer, kind, subject)).toBe(false);
    }
  });

  it('answers with the object of whatever type, read in one go', async () => {
    const issue = await collectIssue(front);
    const matter = await openMatter(front);
    const { topics } = await front.ask<{ topics: { id: string }[] }>('{ topics { id } }');
    const selection = `subject { __typename id ... on Issue { code viewerFollows owner { code } } ... on Matter { code lead { code } }
      ... on Topic { code } ... on Area { name parent { name } } ... on Organization { code } }`;
    const subjects: [string, object][] = [
      [issue.id, { __typename: 'Issue', code: issue.code, viewerFollows: true, owner: { code: 'MTTQ-18073' } }],
      [matter.id, { __typename: 'Matter', code: matter.code, lead: { code: 'MTTQ-18073' } }],
      [topics[0]!.id, { __typename: 'Topic' }],
      [await areaId(front), { __typename: 'Area', name: 'Phường Thành Sen', parent: { name: 'Tỉnh Hà Tĩnh' } }],
      [await organizationId(front, 'UBND-18073'), { __typename: 'Organization', code: 'UBND-18073' }],
    ];
    for (const [subjectId, expected] of subjects) {
      const { subject } = await mutate<{ subject: object }>(front, 'follow', { subjectId }, selection);
      expect(subject).toMatchObject({ id: subjectId, ...expected });
    }
  });

  it('filters issues', async () => {
    const [followed, other] = [await collectIssue(officer), await collectIssue(officer)];
    await mutate(officer, 'follow', { subjectId: followed.id });
    const list = async (value: boolean): Promise<string[]> => {
      const { issues } = await officer.ask<{ issues: { nodes: { code: string }[] } }>(
        'query ($followed: Boolean) { issues(first: 100, filter: { followed: $followed }) { nodes { code } } }',
        { followed: value },
      );
      return issues.nodes.map((issue) => issue.code);
    };
    expect(await list(true)).toEqual([followed.code]);
    expect(await list(false)).toContain(other.code);
  });

  it('leaves no trace in the log', async () => {
    const matter = await openMatter(front);
    await mutate(front, 'follow', { subjectId: matter.id });
    expect(await timelineOf(front, matter)).toEqual(['matter.opened', 'matter.issueAdded']);
  });

  it('twice is once: with a key, without, and at once', async () => {
    const issue = await collectIssue(front);
    for (const name of ['follow', 'unfollow']) {
      await expectOnce(front, name, { subjectId: issue.id });
      await mutate(front, name, { subjectId: issue.id });
      const call = { actor: front, name, input: { subjectId: issue.id } };
      expect(await atOnce([call, call])).toEqual(['OK', 'OK']);
      expect(await follows(front, 'issue', issue)).toBe(name === 'follow');
    }
  });
});
