import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { areaId, collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { flooded, floodedToo, settled, unlike } from '../../support/matches.ts';
import { mutate } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;
let women: Actor;
let issue: IssueRef;

beforeAll(async () => {
  app = await startTestApp({ jobs: true });
  owner = await openOwner(app);
  women = app.app('PN-18073');
  issue = await collectIssue(app.app('UBND-18073'), floodedToo);
  await collectIssue(app.app('UBND-18073'), unlike);
  await settled(owner);
}, 60_000);

afterAll(async () => {
  await owner?.close();
  await app?.close();
});

interface Similar {
  score: number;
  disclosure: string;
  organization: { code: string } | null;
  issue: { id: string; title: string } | null;
  evidence: { signal: string; detail: string }[];
}

const document = `query ($draft: IssueDraftInput!, $first: Int) { similarIssues(draft: $draft, first: $first) {
  score disclosure organization { code } issue { id title } evidence { signal weight detail } } }`;
const draft = { title: flooded.title, description: flooded.description, place: flooded.place, topicCode: 'DRAINAGE' };

const similar = async (actor: Actor, text: object = draft): Promise<Similar[]> => {
  const variables = { draft: { areaId: await areaId(actor), ...text } };
  return (await actor.ask<{ similarIssues: Similar[] }>(document, variables)).similarIssues;
};

describe('a draft', () => {
  it('meets what others have, of which it is told that it exists; nothing of it is kept', async () => {
    const before = await owner.state();
    const found = await similar(women);
    expect(found).toMatchObject([{ disclosure: 'EXISTS', organization: null, issue: null }]);
    expect(found[0]!.score).toBeGreaterThan(0.3);
    expect(JSON.stringify(found)).not.toMatch(/Nguyễn Biểu|nguyen|bieu|UBND-18073/i);
    expect(await owner.state()).toEqual(before);
  });

  it('of another matter meets nothing', async () => {
    expect(
      await similar(women, { title: 'Xin hỗ trợ cây giống cam', description: 'Hợp tác xã cần vốn vay trồng cam.' }),
    ).toEqual([]);
    expect(await similar(women, { title: '', description: '' })).toEqual([]);
  });

  it('need not name topic, area and place', async () => {
    const found = await similar(women, { ...draft, topicCode: null, areaId: null, place: null });
    expect(found.length).toBeLessThanOrEqual(1);
  });

  it('is told no more than the body, however much the owner opens, until it is collected', async () => {
    await mutate(await app.actor('LEADER', 'UBND-18073'), 'matchSettingsChange', { disclosure: 'FULL' });
    expect(await similar(women)).toMatchObject([
      { disclosure: 'BODY', organization: { code: 'UBND-18073' }, issue: null },
    ]);
    expect(JSON.stringify(await similar(women))).not.toMatch(/Nguyễn Biểu|nguyen|bieu/i);
  });

  it('is told all of what may be read anyway, and of its own', async () => {
    expect(await similar(app.app('UBND-18073'))).toMatchObject([{ disclosure: 'FULL', issue: { id: issue.id } }]);
    await mutate(app.app('UBND-18073'), 'issueShare', {
      id: issue.id,
      organizationIds: [await organizationId(women, 'PN-18073')],
    });
    expect(await similar(women)).toMatchObject([
      { disclosure: 'FULL', organization: { code: 'UBND-18073' }, issue: { id: issue.id, title: floodedToo.title } },
    ]);
  });

  it.each([
    ['a title of 201 characters', { ...draft, title: 'x'.repeat(201) }, 'similarIssues.draft.title'],
    ['a description too long', { ...draft, description: 'x'.repeat(10_001) }, 'similarIssues.draft.description'],
    ['a place too long', { ...draft, place: 'x'.repeat(201) }, 'similarIssues.draft.place'],
    ['NUL', { ...draft, title: 'a\0b' }, 'similarIssues.draft.title'],
    ['an unknown topic', { ...draft, topicCode: 'NOPE' }, 'similarIssues.draft.topicCode'],
    ['an area that is none', { ...draft, areaId: 'area_x' }, 'similarIssues.draft.areaId'],
    [
      'an unknown area',
      { ...draft, areaId: 'area_0198c0de-0000-7000-8000-000000000000' },
      'similarIssues.draft.areaId',
    ],
  ])('with %s is refused', async (_, text, field) => {
    expect(await women.refusal(document, { draft: text })).toMatchObject({ code: 'BAD_INPUT', field });
  });

  it.each([0, 21, -1])('and first: %i is refused', async (first) => {
    expect(await women.refusal(document, { draft, first })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'similarIssues.first',
    });
  });
});

describe('a search in a large corpus', () => {
  it('reads a bounded number of postings and documents, whatever the number of issues that share its words', async () => {
    const reads = async (): Promise<number> => {
      const [row] = await owner.rows<{ reads: string }>(
        `select sum(coalesce(idx_tup_read, 0)) as reads from pg_stat_user_indexes where schemaname = 'matching'`,
      );
      return Number(row!.reads);
    };
    // Postings alone: each of the draft's terms in 50,000 documents more.
    const [{ number }] = (await owner.rows<{ number: number }>(
      'select max(number) as number from matching.document',
    )) as [{ number: number }];
    await owner.rows(
      `insert into matching.posting (term, number) select t.term, $1::int + n from matching.term t, generate_series(1, 5000) n`,
      [number],
    );
    await owner.rows('analyze matching.posting');
    const cost = async (): Promise<number> => {
      await owner.rows('select pg_stat_clear_snapshot()');
      const before = await reads();
      await similar(women);
      await owner.rows('select pg_stat_force_next_flush()');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await owner.rows('select pg_stat_clear_snapshot()');
      return (await reads()) - before;
    };
    // 24 terms of 400 postings, 101 documents, and as many terms as 100 documents have.
    expect(await cost()).toBeLessThan(24 * 400 + 20_000);
  }, 30_000);
});
