import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { asOwner } from '../../server/platform/db/database.ts';
import type { Actor, GraphqlError } from '../support/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { collect, collectIssue, issueInput, organizationId } from '../support/factories.ts';
import { untilSettled } from '../support/log.ts';

let app: TestApp;
let actor: Actor;
let input: Record<string, unknown>;
beforeAll(async () => {
  app = await startTestApp();
  actor = app.app('MTTQ-18073');
  input = await issueInput(actor);
});
afterAll(() => app.close());

async function rows(table: string): Promise<number> {
  const owner = new Client({ connectionString: app.databaseUrl });
  await owner.connect();
  const { rows: found } = await owner.query<{ count: string }>(`select count(*) from ${table}`);
  await owner.end();
  return Number(found[0]!.count);
}

const post = (body: string | Uint8Array, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(app.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${actor.token}`, ...headers },
    body: body as string,
  });

describe('texts that cannot be stored', () => {
  const cases: [string, Record<string, unknown>, string, string][] = [
    ['an empty title', { title: '  ' }, 'BAD_INPUT', 'input.title'],
    ['a title of only invisible characters', { title: '\u200B\u2060' }, 'BAD_INPUT', 'input.title'],
    ['NUL', { title: 'a\0b' }, 'BAD_INPUT', 'input.title'],
    ['a lone surrogate', { description: 'a\ud800b' }, 'BAD_INPUT', 'input.description'],
    ['a line break in one line', { title: 'a\nb' }, 'BAD_INPUT', 'input.title'],
    ['text turned around', { title: 'abc\u202Edef' }, 'BAD_INPUT', 'input.title'],
    ['201 characters', { title: 'ă'.repeat(201) }, 'BAD_INPUT', 'input.title'],
    ['10,001 characters', { description: 'x'.repeat(10_001) }, 'BAD_INPUT', 'input.description'],
    ['a place too long', { place: 'x'.repeat(201) }, 'BAD_INPUT', 'input.place'],
    ['no voices', { voices: 0 }, 'BAD_INPUT', 'input.voices'],
    ['too many voices', { voices: 1_000_001 }, 'BAD_INPUT', 'input.voices'],
    ['tomorrow', { collectedOn: '2999-01-01' }, 'BAD_INPUT', 'input.collectedOn'],
    ['an unknown topic', { topicCode: 'NOPE' }, 'BAD_INPUT', 'input.topicCode'],
    ['an area that is none', { areaId: 'area_x' }, 'BAD_INPUT', 'input.areaId'],
    ['a foreign type of id', { areaId: 'topic_0198c0de-0000-7000-8000-000000000000' }, 'BAD_INPUT', 'input.areaId'],
    ['an unknown area', { areaId: 'area_0198c0de-0000-7000-8000-000000000000' }, 'BAD_INPUT', 'input.areaId'],
    [
      'an unknown body',
      { visibility: 'SHARED', shareWithIds: ['org_0198c0de-0000-7000-8000-000000000000'] },
      'BAD_INPUT',
      'input.shareWithIds',
    ],
    ['a key too long', { idempotencyKey: 'k'.repeat(101) }, 'BAD_INPUT', 'input.idempotencyKey'],
    ['a person', { description: 'Bà Trần Thị Bình ở tổ 4 phản ánh cống tắc.' }, 'PERSONAL_DATA', 'input.description'],
    ['a phone number', { place: 'gọi 0912 345 678' }, 'PERSONAL_DATA', 'input.place'],
    [
      'an accusation',
      { description: 'Tố cáo cán bộ địa chính xã nhận hối lộ của dân.' },
      'OUT_OF_SCOPE',
      'input.description',
    ],
  ];
  it.each(cases)('%s', async (_what, change, code, field) => {
    const before = await rows('issue');
    expect(await actor.refusal(collect, { input: { ...input, ...change } })).toMatchObject({ code, field });
    expect(await rows('issue')).toBe(before);
  });

  it('a text in decomposed form is stored composed, in code points', async () => {
    const title = 'Nguyễn Công Trứ ngập'.normalize('NFD');
    const { issueCollect } = await actor.ask<{ issueCollect: { issue: { title: string } } }>(
      'mutation ($input: IssueCollectInput!) { issueCollect(input: $input) { issue { title } } }',
      { input: { ...input, title } },
    );
    expect(issueCollect.issue.title).toBe(title.normalize('NFC'));
  });
});

describe('arguments', () => {
  it.each([0, -1, 101, 2_000_000_000])('first: %s', async (first) => {
    expect(
      await actor.refusal('query ($first: Int) { issues(first: $first) { nodes { id } } }', { first }),
    ).toMatchObject({ code: 'BAD_INPUT', field: 'issues.first' });
  });

  it.each([
    ['first', 'first: 20.5'],
    ['first', 'first: "a"'],
    ['filter', 'filter: {statuses: [NOPE]}'],
    ['filter', 'filter: {nope: 1}'],
    ['after', 'after: 7'],
  ])('of a wrong type: %s', async (_name, argument) => {
    const answer = await actor.send(`{ issues(${argument}) { nodes { id } } }`);
    expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_INPUT' } }] });
    expect(JSON.stringify(answer.errors)).not.toMatch(/Did you mean|at .*\.ts/);
  });

  it('cursors that were changed, of another list or of another body', async () => {
    for (let n = 0; n < 2; n += 1) await collectIssue(actor, { visibility: 'NETWORK' });
    await asOwner(app.databaseUrl, untilSettled);
    const cursors = await actor.ask<{
      issues: { pageInfo: { endCursor: string } };
      organizations: { pageInfo: { endCursor: string } };
      events: { pageInfo: { endCursor: string } };
    }>(
      '{ issues(first: 1) { pageInfo { endCursor } } organizations(first: 1) { pageInfo { endCursor } } events(first: 1) { pageInfo { endCursor } } }',
    );
    const tampered = [
      ['issues', cursors.issues.pageInfo.endCursor.replace(/.$/, 'z')],
      ['issues', cursors.issues.pageInfo.endCursor.replace(/^./, 'f')],
      ['issues', cursors.organizations.pageInfo.endCursor],
      ['issues', `${cursors.issues.pageInfo.endCursor} `],
      ['issues', ''],
      ['organizations', cursors.issues.pageInfo.endCursor],
      [
        'events',
        `${cursors.events.pageInfo.endCursor.slice(0, 20)}${cursors.events.pageInfo.endCursor[20] === 'x' ? 'y' : 'x'}${cursors.events.pageInfo.endCursor.slice(21)}`,
      ],
      ['events', cursors.issues.pageInfo.endCursor],
      ['events', '\0'],
    ] as const;
    for (const [list, after] of tampered) {
      const refusal = await actor.refusal(`query ($after: String) { ${list}(after: $after) { nodes { id } } }`, {
        after,
      });
      expect([list, refusal]).toMatchObject([list, { code: 'BAD_INPUT', field: `${list}.after` }]);
    }
    const other = await app
      .app('CD-18073')
      .refusal('query ($after: String) { events(after: $after) { nodes { id } } }', {
        after: cursors.events.pageInfo.endCursor,
      });
    expect(other).toMatchObject({ code: 'BAD_INPUT', field: 'events.after' });
  });

  it('filters with ids of another type name the field; unknown ones find nothing', async () => {
    const id = await organizationId(actor, 'CD-18073');
    expect(
      await actor.refusal('query ($ids: [ID!]) { issues(filter: {areaIds: $ids}) { totalCount } }', { ids: [id] }),
    ).toMatchObject({ code: 'BAD_INPUT', field: 'issues.filter.areaIds' });
    const unknown = ['org_0198c0de-0000-7000-8000-000000000000'];
    expect(
      await actor.ask('query ($ids: [ID!]) { issues(filter: {organizationIds: $ids}) { totalCount } }', {
        ids: unknown,
      }),
    ).toEqual({ issues: { totalCount: 0 } });
  });

  it('unstorable characters in a filter are refused with the path to them', async () => {
    for (const query of ['a\0', 'a\ud800']) {
      expect(
        await actor.refusal('query ($q: String) { issues(filter: {query: $q}) { totalCount } }', { q: query }),
      ).toMatchObject({ code: 'BAD_INPUT', field: 'issues.filter.query' });
      expect(
        (await actor.send('query ($c: String!) { issue(code: $c) { id } }', { c: query })).errors[0]?.extensions,
      ).toMatchObject({ code: 'BAD_INPUT', field: 'issue.code' });
    }
  });
});

describe('requests', () => {
  const deep = (n: number): string => `{ areas { nodes { ${'parent { '.repeat(n)} name ${'} '.repeat(n)} } } }`;
  it.each([
    ['too deep', deep(20), 400],
    ['too many aliases', `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: topics { code }`).join(' ')} }`, 400],
    ['too many tokens', `{ ${'topics { code } '.repeat(3000)} }`, 400],
    [
      'too costly',
      '{ issues(first: 100) { nodes { links(first: 100) { nodes { issue { links(first: 100) { nodes { id } } } } } } } }',
      400,
    ],
    ['a circle of fragments', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }', 400],
    ['no document', '', 400],
    ['no such operation', 'query A { topics { code } } query B { topics { code } }', 400],
  ])('%s', async (_what, query, status) => {
    const answer = await actor.send(query);
    expect(answer.status).toBe(status);
    expect(['BAD_INPUT', 'COST_EXCEEDED']).toContain(answer.errors[0]!.extensions.code);
    expect(answer.data ?? null).toBeNull();
  });

  it('that are no GraphQL over HTTP', async () => {
    const results = await Promise.all([
      post('{'),
      post('[]'),
      post('null'),
      post(JSON.stringify({ query: '{ topics { code } }', variables: 'x' })),
      post('query=%7B%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
      post('{ topics { code } }', { 'content-type': 'text/plain' }),
      post(JSON.stringify([{ query: '{ topics { code } }' }])),
      post(JSON.stringify({ query: `{ topics { code } } # ${'x'.repeat(1_200_000)}` })),
      post(new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])),
    ]);
    expect(results.map((response) => response.status)).toEqual([400, 400, 400, 400, 415, 415, 400, 413, 400]);
    for (const response of results) {
      const text = await response.text();
      expect(text).toContain('"code":"BAD_INPUT"');
      expect(text).not.toMatch(/node_modules|\.ts:|select /);
    }
  });

  it('are told what is wrong, in Vietnamese too', async () => {
    const json = { 'content-type': 'application/json' };
    const get = (search: string, headers: Record<string, string> = { 'apollo-require-preflight': '1' }) =>
      fetch(`${app.url}?${search}`, { headers });
    const query = 'query=%7B__typename%7D';
    const said = await Promise.all(
      [
        get(query, {}),
        get('query=mutation%7BsessionEnd%7Bended%7D%7D'),
        get(query, { 'content-type': 'application/x-www-form-urlencoded', 'apollo-require-preflight': '1' }),
        fetch(app.url, { method: 'PUT', headers: json, body: '{"query":"{ __typename }"}' }),
        post('[{"query":"{ __typename }"}]'),
        post('{}'),
        post('{"query":"{ __typename }"}', { accept: 'image/png' }),
        post('{"query":5}'),
        post('{"query":""}'),
        get(`${query}&${query}`),
        get(`${query}&variables=x`),
        get(`${query}&variables=%5B%5D`),
        post('{"query":"{ __typename }","variables":"{}"}'),
        post('{"query":"{ __typename }","extensions":[]}'),
        post('{"query":"{ __typename }","operationName":5}'),
      ].map(async (response) => {
        const { errors } = (await (await response).json()) as { errors: GraphqlError[] };
        const [{ message, extensions }] = errors as [GraphqlError];
        // Nothing of it is in a library's own words.
        expect(message).not.toMatch(/\b(?:requests?|must|should|the)\b/i);
        return [extensions.messageKey, extensions.field];
      }),
    );
    expect(said).toEqual([
      ['request.crossSite', undefined],
      ['request.getQuery', undefined],
      ['request.mediaType', undefined],
      ['request.method', undefined],
      ['request.batch', undefined],
      ['request.empty', undefined],
      ['request.accept', undefined],
      ['request.query', 'query'],
      ['request.query', 'query'],
      ['request.part', 'query'],
      ['request.part', 'variables'],
      ['request.part', 'variables'],
      ['request.part', 'variables'],
      ['request.part', 'extensions'],
      ['request.part', 'operationName'],
    ]);
  });

  it('that name an operation which is not there, or variables that are none', async () => {
    const two = 'query A { topics { code } } query B { topics { code } }';
    const one = 'query A($first: Int) { areas(first: $first) { nodes { code } } }';
    const bodies = [
      { query: two, operationName: 'C' },
      { query: two, operationName: '' },
      { query: one, operationName: 'B' },
      { query: one, operationName: 5 },
      { query: one, operationName: ['A'] },
      { query: one, variables: [] },
      { query: one, variables: 'first' },
      { query: 5 },
      { query: null },
      { variables: {} },
    ];
    for (const body of bodies) {
      const response = await post(JSON.stringify(body));
      const { data, errors } = (await response.json()) as {
        data?: unknown;
        errors: { extensions: { code: string } }[];
      };
      expect([body, response.status, data ?? null, errors.map((error) => error.extensions.code)]).toEqual([
        body,
        400,
        null,
        ['BAD_INPUT'],
      ]);
    }
    const response = await post(JSON.stringify({ query: two, operationName: 'B', variables: { unasked: '\ud800' } }));
    expect([response.status, Object.keys((await response.json()) as object)]).toEqual([200, ['data', 'extensions']]);
  });

  it('a mutation by GET changes nothing', async () => {
    const before = await rows('auth.session');
    const query =
      'mutation { sessionCreate(input: {email: "officer@mttq-18073.hatinh.example", password: "lien-thong-demo"}) { token } }';
    const response = await fetch(`${app.url}?query=${encodeURIComponent(query)}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
    expect(await rows('auth.session')).toBe(before);
  });

  it('a query by a form of another site is refused', async () => {
    const response = await fetch(`${app.url}?query=${encodeURIComponent('{ topics { code } }')}`, {
      headers: { authorization: `Bearer ${actor.token}` },
    });
    expect(response.status).toBe(400);
  });
});
