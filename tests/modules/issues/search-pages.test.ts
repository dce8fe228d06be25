import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { areaId, collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { issueInMatter } from '../../support/issues.ts';
import { openMatter } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';
import { allPages, pageOf, type Page } from '../../support/pages.ts';

let app: TestApp;
let front: Actor;
let owner: Client;
beforeAll(async () => {
  app = await startTestApp({ costPerMinute: 60_000_000 });
  front = app.app('MTTQ-18073');
  owner = new Client({ connectionString: app.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

type Node = { code: string; title: string };

async function page(query: string, variables: object): Promise<Page<Node>> {
  const { issues } = await front.ask<{ issues: Page<Node> }>(
    `query ($query: String!, $first: Int, $after: String) {
      issues(first: $first, after: $after, filter: {query: $query}) { ${pageOf('code title')} } }`,
    { query, ...variables },
  );
  return issues;
}

const pages = async (query: string, first: number): Promise<string[]> =>
  (await allPages(first, (after) => page(query, { first, after }))).map(({ code }) => code);

async function count(filter: object): Promise<number> {
  const { issues } = await front.ask<{ issues: { totalCount: number } }>(
    'query ($filter: IssueFilter) { issues(first: 1, filter: $filter) { totalCount } }',
    { filter },
  );
  return issues.totalCount;
}

describe('pages of a search', () => {
  it('lead to the last one in any size, each issue once, in one order', async () => {
    for (let i = 0; i < 25; i += 1)
      await collectIssue(front, {
        title: i % 3 === 0 ? `Trang kzpagez ${i}` : `Trang ${i}`,
        description: `Nội dung kzpagez số ${i}.`,
      });
    const whole = await pages('kzpagez', 100);
    expect(new Set(whole).size).toBe(25);
    const { nodes } = await page('kzpagez', { first: 100 });
    expect(nodes.findIndex(({ title }) => !title.includes('kzpagez'))).toBe(9);
    for (const first of [1, 4, 24, 25]) expect(await pages('kzpagez', first)).toEqual(whole);
  });

  it('show what was there once while more is added', async () => {
    const before = await pages('kzpagez', 100);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Page<Node> = await page('kzpagez', { first: 7, after });
      seen.push(...nodes.map(({ code }) => code));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      await collectIssue(front, { title: 'Thêm kzpagez kzpagez' });
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((code) => before.includes(code))).toEqual(before);
  });

  it('refuse cursors of other words, of the plain list and made-up ones', async () => {
    const { edges } = await page('kzpagez', { first: 2 });
    const plain = await front.ask<{ issues: Page<Node> }>(`{ issues(first: 1) { ${pageOf('code title')} } }`);
    const refusal = (query: string | null, after: string): Promise<{ code: string; field?: string }> =>
      front.refusal(
        'query ($q: String, $after: String) { issues(after: $after, filter: {query: $q}) { totalCount } }',
        {
          q: query,
          after,
        },
      );
    const own = edges[0]!.cursor;
    for (const [query, after] of [
      ['trang', own],
      [null, own],
      ['kzpagez', plain.issues.edges[0]!.cursor],
      ['kzpagez', own.replace(/^\d/, (digit) => (digit === '1' ? '2' : '1'))],
      ['kzpagez', ''],
      ['kzpagez', '1~2~3~4'],
    ] as const)
      expect([query, after, await refusal(query, after)]).toMatchObject([
        query,
        after,
        { code: 'BAD_INPUT', field: 'issues.after' },
      ]);
  });
});

describe('a search together with', () => {
  const query = 'kzfilterz';
  let own: IssueRef;
  beforeAll(async () => {
    own = await collectIssue(front, {
      title: 'Lọc kzfilterz',
      kind: 'PROPOSAL',
      channel: 'HOTLINE',
      topicCode: 'WATER',
      collectedOn: '2026-01-15',
    });
    const shared = { title: 'Lọc kzfilterz', sharedWith: ['MTTQ-18073'], collectedOn: '2026-02-20' };
    await collectIssue(app.app('PN-18073'), shared);
    await mutate(front, 'follow', { subjectId: own.id });
    const screened = { id: own.id, expectedVersion: own.version, decision: 'ACCEPT' };
    await mutate(front, 'issueScreen', screened);
  });

  it.each<[string, () => object | Promise<object>, number]>([
    ['nothing else', () => ({}), 2],
    ['a status', () => ({ statuses: ['SCREENED'] }), 1],
    ['statuses', () => ({ statuses: ['SCREENED', 'RECEIVED', 'CLOSED'] }), 2],
    ['no status', () => ({ statuses: [] }), 0],
    ['a topic', () => ({ topicCodes: ['WATER'] }), 1],
    ['topics', () => ({ topicCodes: ['WATER', 'DRAINAGE'] }), 2],
    ['a topic that is none', () => ({ topicCodes: [`'WATER' | '=ISSUE'`] }), 0],
    ['the area', async () => ({ areaIds: [await areaId(front)] }), 2],
    ['the area above it', async () => ({ areaIds: [await areaId(front, '42')] }), 2],
    ['another area', async () => ({ areaIds: [await areaId(front, '18685')] }), 0],
    ['an owner', async () => ({ organizationIds: [await organizationId(front, 'PN-18073')] }), 1],
    ['a kind', () => ({ kinds: ['PROPOSAL'] }), 1],
    ['a channel', () => ({ channels: ['HOTLINE', 'ZALO'] }), 1],
    ['a first day', () => ({ collectedFrom: '2026-02-01' }), 1],
    ['a last day', () => ({ collectedTo: '2026-01-15' }), 1],
    ['both days', () => ({ collectedFrom: '2026-01-16', collectedTo: '2026-02-19' }), 0],
    ['what is followed', () => ({ followed: true }), 1],
    ['what is not', () => ({ followed: false }), 1],
    ['all at once', () => ({ statuses: ['SCREENED'], kinds: ['PROPOSAL'], topicCodes: ['WATER'], followed: true }), 1],
  ])('%s', async (_, make, expected) => {
    expect(await count({ query, ...(await make()) })).toBe(expected);
  });

  it('follows the status of its matter', async () => {
    const { issue, matter } = await issueInMatter(front, {});
    const edited = { id: issue.id, expectedVersion: issue.version, title: 'Theo kzstatusz' };
    await mutate(front, 'issueEdit', edited);
    for (const [act, input, status] of [
      [null, {}, 'IN_FOLLOW_UP'],
      ['matterAnswer', { outcome: 'RESOLVED', content: 'Đã xong.' }, 'ANSWERED'],
      ['matterClose', {}, 'CLOSED'],
    ] as const) {
      const leader = await app.actor('LEADER', 'MTTQ-18073');
      if (act) await mutate(leader, act, { matterId: matter.id, ...input });
      expect(await count({ query: 'kzstatusz', statuses: [status] })).toBe(1);
      expect(await count({ query: 'kzstatusz' })).toBe(1);
    }
  });

  it('filters of matters', async () => {
    await openMatter(front, { title: 'Vụ kzfilterz', lead: 'UBND-18073' });
    const counted = async (filter: object): Promise<number> => {
      const { matters } = await front.ask<{ matters: { totalCount: number; nodes: object[] } }>(
        'query ($filter: MatterFilter) { matters(filter: $filter) { totalCount nodes { id } } }',
        { filter: { query, ...filter } },
      );
      expect(matters.nodes).toHaveLength(matters.totalCount);
      return matters.totalCount;
    };
    const [lead, self] = [await organizationId(front, 'UBND-18073'), await organizationId(front, 'MTTQ-18073')];
    expect(await counted({})).toBe(1);
    expect(await counted({ leadIds: [lead] })).toBe(1);
    expect(await counted({ leadIds: [self] })).toBe(0);
    expect(await counted({ participantIds: [self], statuses: ['OPEN'] })).toBe(1);
    expect(await counted({ participantIds: [self, lead], statuses: ['CLOSED'] })).toBe(0);
  });
});

const touched = `select coalesce(sum(coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0)), 0)::int as rows
  from pg_stat_xact_user_tables where relname = 'search_document'`;

/** Rows of documents that a page of a search touches, by PostgreSQL's own count. */
async function rowsRead(query: string, limit: number): Promise<number> {
  const rows = async (): Promise<number> => (await owner.query<{ rows: number }>(touched)).rows[0]!.rows;
  await owner.query('begin');
  await owner.query(`select set_config('app.org', $1, true)`, [(await organizationId(front, 'MTTQ-18073')).slice(4)]);
  const before = await rows();
  await owner.query('set local role lt_user');
  const search = `select count(*) from search_documents($1::text::tsquery, $1::text::tsquery, null, '''=ISSUE''', $2)`;
  await owner.query(search, [query, limit]);
  await owner.query('reset role');
  const after = await rows();
  await owner.query('rollback');
  return after - before;
}

/** Issues of MTTQ-18073 with a frequent word, and one in ten with another. */
async function fill(from: number, to: number): Promise<void> {
  await owner.query(
    `with template as (select i.* from issue i join organization o on o.id = i.owner_id
        where o.code = 'MTTQ-18073' limit 1),
      made as (insert into issue (id, code, owner_id, collected_by_id, kind, title, description, status, channel, topic_id,
          area_id, voices, collected_on, visibility, created_at, updated_at)
        select uuidv7(), 'HT-B-' || n, t.owner_id, t.collected_by_id, t.kind, 'Mới kzoftenz',
          case when n % 10 = 0 then 'Có kzseldomz.' else 'Không.' end, 'RECEIVED', t.channel, t.topic_id, t.area_id, 1,
          t.collected_on, 'PRIVATE', now(), now()
        from template t, generate_series($1::int, $2::int) n returning *)
      insert into issue_access select id, owner_id, 1, owner_id, status, kind, channel, topic_id, area_id, collected_on
        from made`,
    [from, to],
  );
  await owner.query('analyze search_document');
}

describe('a search among many', () => {
  const n = 2_000;
  beforeAll(() => collectIssue(front));

  it('reads no more rows for a page where there are eight times as many', async () => {
    await fill(1, n);
    const first = async (query: string): Promise<number> => rowsRead(query, 21);
    const few = { often: await first('kzoftenz'), seldom: await first('kzseldomz & kzoftenz') };
    await fill(n + 1, 8 * n);
    const many = { often: await first('kzoftenz'), seldom: await first('kzseldomz & kzoftenz') };
    expect(few.often).toBeGreaterThan(300);
    expect(many.often).toBeLessThanOrEqual(4_000);
    expect(many.seldom).toBeLessThanOrEqual(4_000);
    expect(many.often).toBeLessThan(2 * few.often);
    expect(await first('kznowherez')).toBeLessThan(10);
  }, 120_000);

  it('pages beyond what is ranked to the last one, each once, and counts all', async () => {
    const codes = await pages('kzseldomz', 100);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toHaveLength((8 * n) / 10);
    expect(await count({ query: 'kzseldomz' })).toBe((8 * n) / 10);
    expect(await count({ query: 'kzoftenz' })).toBe(8 * n);
  }, 120_000);
});
