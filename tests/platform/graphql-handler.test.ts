import { afterEach, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { buildSchema, type GraphQLObjectType, type GraphQLFieldResolver } from 'graphql';
import { serverAudits } from 'graphql-http';
import type { Viewer } from '../../server/platform/auth/viewer.ts';
import type { Context } from '../../server/platform/context.ts';
import { AppError, badInput } from '../../server/platform/errors.ts';
import { createBudget, type BudgetOptions } from '../../server/platform/graphql/budget.ts';
import { createOperations } from '../../server/platform/graphql/operations.ts';
import { registerGraphql } from '../../server/platform/http/graphql-handler.ts';
import { createLog } from '../../server/platform/log.ts';
import { createExecutor } from '../../server/platform/read/executor.ts';
import type { ReadRequest, ReadResult } from '../../server/platform/read/reader.ts';

const sdl = `
  type Query { issue(code: String!): Issue, issues(first: Int = 20): [Issue!]!, slow: Int, unplanned: Int }
  type Mutation { sessionCreate(email: String!): Session, issueCollect(title: String!): Issue, broken: Int! }
  type Subscription { events: Int }
  type Issue { code: String!, title: String! }
  type Session { token: String! }
`;

type Read = (request: ReadRequest) => Promise<ReadResult | null>;

interface Body {
  data: unknown;
  errors: {
    message: string;
    path?: string[];
    extensions: { code: string; field?: string; requestId: string; messageKey: string };
  }[];
  extensions: { cost: { requested: number; remaining: number } };
}

const failing = (error: Error) => async (): Promise<never> => {
  throw error;
};

const row = '{"issue":{"code":"HT-1","title":"Ngập \\u2028 đường"}}';

interface Setting {
  read?: Read;
  budget?: BudgetOptions;
  introspection?: boolean;
  deadline?: number;
  createContext?: () => Promise<Context>;
}

const open: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

const viewer: Viewer = {
  actorId: 'a',
  kind: 'STAFF',
  organizationId: 'o',
  roles: new Set(),
  expiresAt: null,
  credential: 'c',
};

function schemaOf() {
  const schema = buildSchema(sdl);
  const resolvers: Record<string, GraphQLFieldResolver<unknown, Context>> = {
    sessionCreate: () => ({ token: 'secret-token' }),
    issueCollect: (_source, { title }) => ({ c: 'HT-2', code: 'HT-2', title: title as string }),
    broken: () => {
      throw new Error('password is "hunter2"');
    },
    unplanned: () => 7,
  };
  for (const type of ['Query', 'Mutation']) {
    for (const field of Object.values((schema.getType(type) as GraphQLObjectType).getFields()))
      field.resolve = resolvers[field.name] as never;
  }
  return schema;
}

async function setUp(setting: Setting = {}) {
  const lines: Record<string, unknown>[] = [];
  const log = createLog('info', {
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  const schema = schemaOf();
  const reads: ReadRequest[] = [];
  const read: Read = async (request) => {
    reads.push(request);
    return setting.read ? setting.read(request) : { text: row };
  };
  const app = Fastify();
  open.push(app);
  const handler = await registerGraphql(app, {
    operations: createOperations({
      schema,
      introspection: setting.introspection ?? true,
      budget: createBudget(setting.budget),
    }),
    executor: createExecutor({
      schema,
      queryShape: { typeName: 'Query', fields: {} },
      reader: { read },
      deadline: setting.deadline,
    }),
    createContext: async (request) => {
      if (setting.createContext) return setting.createContext();
      const { authorization } = request.headers;
      if (authorization === 'Bearer old') throw new AppError('UNAUTHENTICATED');
      return { viewer: authorization ? viewer : null, address: '10.0.0.1', log } as unknown as Context;
    },
    log,
    graphiql: {
      wantsGraphiql: (r) => r.headers.accept === 'text/html',
      sendGraphiql: async (reply) => reply.type('text/html').send('page'),
    },
  });
  const inject = async (options: InjectOptions) => {
    const response = await app.inject({ url: '/graphql', ...options });
    const isJson = String(response.headers['content-type']).includes('json');
    const body = (isJson ? JSON.parse(response.body) : {}) as Body;
    return { status: response.statusCode, headers: response.headers, text: response.body, body };
  };
  const ask = (
    query: string,
    more: { variables?: object; token?: string | null; headers?: object; operationName?: string } = {},
  ) =>
    inject({
      method: 'POST',
      headers: { ...(more.token !== null && { authorization: `Bearer ${more.token ?? 'good'}` }), ...more.headers },
      payload: { query, variables: more.variables, operationName: more.operationName },
    });
  return { app, handler, ask, inject, lines, reads };
}

const codesOf = ({ body }: { body: Body }) => body.errors.map(({ extensions }) => extensions.code);

describe('a request is refused', () => {
  it.each([
    ['{ issue(code: "x") { title } }', null],
    ['{ __typename issue(code: "x") { title } }', null],
    ['{ ...A } fragment A on Query { ... { issue(code: "x") { title } } }', null],
    ['mutation { sessionCreate(email: "e") { token } issueCollect(title: "t") { code } }', null],
    ['{ __typename }', 'old'],
  ])('%# without a session', async (query, token) => {
    const { ask, reads } = await setUp();
    const response = await ask(query, { token });
    expect(response.status).toBe(401);
    expect(response.headers['www-authenticate']).toBe('Bearer');
    expect(codesOf(response)).toEqual(['UNAUTHENTICATED']);
    expect(response.body).not.toHaveProperty('data');
    expect(reads).toEqual([]);
  });

  it.each([
    ['text/plain', '{"query":"{ __typename }"}', 415],
    ['application/x-www-form-urlencoded', 'query={__typename}', 415],
    ['application/json; charset=utf-16', '{"query":"{ __typename }"}', 415],
    ['application/json; charset=iso-8859-1', '{"query":"{ __typename }"}', 415],
    ['application/json', '{"query":', 400],
    ['application/json', Buffer.from([0x22, 0xff, 0x22]), 400],
    ['application/json', '"{ __typename }"', 400],
    ['application/json', '[{"query":"{ __typename }"},{"query":"{ __typename }"}]', 400],
    ['application/json', '{"query":["{ __typename }"]}', 400],
    ['application/json', '{"query":"{ __typename }","variables":"x"}', 400],
    ['application/json', '', 400],
    ['application/json', `{"query":"{ __typename }","x":"${'x'.repeat(1024 * 1024)}"}`, 413],
  ])('%# for its body', async (type, payload, status) => {
    const { inject } = await setUp();
    const response = await inject({ method: 'POST', headers: { 'content-type': type }, payload });
    expect(response.status).toBe(status);
    expect(codesOf(response)).toEqual(['BAD_INPUT']);
    expect(response.body.errors[0]!.extensions.requestId).toBe(response.headers['x-request-id']);
  });

  it.each([
    ['PUT', '/graphql', 405],
    ['DELETE', '/graphql', 405],
    ['GET', '/graphql?query=mutation{broken}', 405],
    ['GET', '/graphql', 400],
    ['GET', '/graphql?query={__typename}&query={__typename}', 400],
  ] as const)('%# for its method', async (method, url, status) => {
    const { inject } = await setUp();
    const response = await inject({
      method,
      url,
      headers: { authorization: 'Bearer good', 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(status);
    expect(codesOf(response)).toEqual(['BAD_INPUT']);
    if (status === 405) expect(response.headers.allow).toContain('POST');
  });

  it('where a page of another origin could have sent it', async () => {
    const { inject, reads } = await setUp();
    const response = await inject({
      method: 'GET',
      url: '/graphql?query={issue(code:"x"){title}}',
      headers: { authorization: 'Bearer good' },
    });
    expect([response.status, codesOf(response)]).toEqual([400, ['BAD_INPUT']]);
    expect(reads).toEqual([]);
  });

  it.each([
    ['{ issue(code: "x") { titel } }', 'BAD_INPUT', /Cannot query field "titel"/],
    ['{ issue(code: "x") ', 'BAD_INPUT', /^Syntax error/],
    ['{ issue(code: 0912345678) { title } }', 'BAD_INPUT', /./],
    ['query A { __typename } query B { __typename }', 'BAD_INPUT', /Name one operation/],
    ['subscription { events }', 'BAD_INPUT', /WebSocket/],
    [`{ ${'id '.repeat(5001)} }`, 'COST_EXCEEDED', /5000 tokens/],
    [`{ ${Array.from({ length: 31 }, (_, i) => `a${i}: slow`).join(' ')} }`, 'COST_EXCEEDED', /31 aliases/],
    [`{ slow } #${'x'.repeat(256 * 1024)}`, 'COST_EXCEEDED', /bytes/],
    [
      `{ a: issues(first: 100) { ...I } b: issues(first: 100) { ...I } } fragment I on Issue { ${'title '.repeat(190)} }`,
      'COST_EXCEEDED',
      /7602 points of 5000/,
    ],
  ])('%# for its document', async (query, code, message) => {
    const { ask, reads } = await setUp();
    for (let round = 0; round < 2; round += 1) {
      const response = await ask(query, { headers: { 'accept-language': 'en' } });
      expect([response.status, codesOf(response)]).toEqual([400, [code]]);
      expect(response.body.errors[0]!.message).toMatch(message);
      expect(response.body).not.toHaveProperty('data');
      expect(response.text).not.toMatch(/0912345678|Did you mean|apollo|at .*\.ts/i);
    }
    expect(reads).toEqual([]);
  });

  it('for each variable that does not fit, without its value', async () => {
    const { ask, reads } = await setUp();
    const query = 'query ($a: String!, $b: Int) { issue(code: $a) { title } issues(first: $b) { title } }';
    const response = await ask(query, { variables: { a: { secret: 1 }, b: 'secret' } });
    expect(response.status).toBe(400);
    expect(response.body.errors.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([
      ['BAD_INPUT', 'a'],
      ['BAD_INPUT', 'b'],
    ]);
    expect(response.text).not.toContain('secret');
    expect(reads).toEqual([]);
  });

  it('where the budget is used up', async () => {
    const { ask } = await setUp({ budget: { actorPoints: 5 } });
    expect((await ask('{ issue(code: "x") { title } }')).body.extensions.cost).toMatchObject({
      requested: 2,
      remaining: 3,
    });
    await ask('{ issue(code: "x") { title } }');
    const response = await ask('{ issue(code: "x") { title } }');
    expect([response.status, codesOf(response)]).toEqual([429, ['RATE_LIMITED']]);
    expect(response.headers['retry-after']).toBe('60');
    expect(response.body.errors[0]!.extensions).toMatchObject({ retryAfter: 60, retryable: true });
  });

  it('where introspection is off', async () => {
    const { ask } = await setUp({ introspection: false });
    const response = await ask('{ __schema { types { name } } }', { token: null });
    expect([response.status, response.body.errors[0]!.extensions.messageKey]).toEqual([400, 'document.introspection']);
  });

  it('of a persisted query in the words that its clients know', async () => {
    const { inject } = await setUp();
    const payload = { extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } };
    const response = await inject({ method: 'POST', payload });
    expect(response.body.errors[0]).toMatchObject({
      message: 'PersistedQueryNotSupported',
      extensions: { code: 'BAD_INPUT' },
    });
  });

  it('with a masked error where its context cannot be made', async () => {
    const { ask, lines } = await setUp({ createContext: failing(new Error('hunter2 refused')) });
    const response = await ask('{ __typename }');
    expect([response.status, codesOf(response)]).toEqual([500, ['INTERNAL']]);
    expect(response.text).not.toContain('hunter2');
    expect(lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});

describe('an execution that fails', () => {
  const collect = 'mutation ($t: String!) { issueCollect(title: $t) { code } broken }';

  it('masks what is not ours, keeps the request id and logs no variable', async () => {
    const { ask, lines } = await setUp();
    const response = await ask(collect, {
      variables: { t: 'Nguyễn Văn Kín' },
      headers: { 'x-request-id': 'my-request-1' },
    });
    expect([response.status, response.body.data]).toEqual([200, null]);
    expect(response.body.errors[0]).toMatchObject({
      path: ['broken'],
      extensions: { code: 'INTERNAL', requestId: 'my-request-1' },
    });
    expect(JSON.stringify(lines)).not.toMatch(/hunter2|Kín/);
    expect(lines.map(({ requestId }) => requestId)).toEqual(['my-request-1', 'my-request-1']);
  });

  it.each([
    [badInput('two.first', 'page.first', { max: 100 }), ['two'], 'BAD_INPUT'],
    [badInput('first', 'page.first', { max: 100 }), undefined, 'BAD_INPUT'],
    [new Error('hunter2'), undefined, 'INTERNAL'],
  ])('%# as one statement answers null, at the root field that its argument names', async (error, path, code) => {
    const { ask } = await setUp({ read: failing(error) });
    const response = await ask('{ one: issues { title } two: issues { title } }');
    expect(response.status).toBe(200);
    expect(response.body.data).toBeNull();
    expect(response.body.errors).toHaveLength(1);
    expect(response.body.errors[0]!.path).toEqual(path);
    expect(codesOf(response)).toEqual([code]);
    expect(response.body.extensions.cost.requested).toBe(10);
  });

  it('at its deadline may be repeated', async () => {
    const { ask } = await setUp({ deadline: 20, read: () => new Promise(() => undefined) });
    const response = await ask('{ slow }');
    expect([response.status, response.body.data]).toEqual([200, null]);
    expect(response.body.errors[0]!.extensions).toMatchObject({
      code: 'INTERNAL',
      messageKey: 'service.timeout',
      retryable: true,
    });
  });
});

describe('a request is answered', () => {
  it('with the text that the statement made, byte for byte', async () => {
    const { ask, reads } = await setUp();
    const response = await ask('query One($c: String = "HT-1") { issue(code: $c) { code title } }');
    expect(response.text).toMatch(
      /^\{"data":\{"issue":\{"code":"HT-1","title":"Ngập \\u2028 đường"\}\},"extensions":\{"cost":/,
    );
    expect(response.status).toBe(200);
    expect(reads[0]).toMatchObject({ variables: { c: 'HT-1' }, viewer, operation: { name: { value: 'One' } } });
    expect(reads[0]!.node).toBe(reads[0]!.operation);
    await ask('query One($c: String = "HT-1") { issue(code: $c) { code title } }', { variables: { c: 'HT-2' } });
    expect(reads[1]!.node).toBe(reads[0]!.node);
  });

  it('with the value where code made part of it, and by resolvers where a field has no plan', async () => {
    const made = await setUp({ read: async () => ({ value: { a: { title: 'x' } } }) });
    expect((await made.ask('{ a: issue(code: "x") { title } }')).body.data).toEqual({ a: { title: 'x' } });
    const none = await setUp({ read: async () => null });
    expect((await none.ask('{ unplanned __schema { queryType { name } } }')).body.data).toEqual({
      unplanned: 7,
      __schema: { queryType: { name: 'Query' } },
    });
  });

  it('in mutations with rows under response keys and objects under field names', async () => {
    const { ask, reads } = await setUp();
    const response = await ask('mutation { issueCollect(title: "t") { c: code code heading: title } }');
    expect(response.body.data).toEqual({ issueCollect: { c: 'HT-2', code: 'HT-2', heading: 't' } });
    expect(reads).toEqual([]);
  });

  it('without a session only in the open fields', async () => {
    const { ask } = await setUp();
    const response = await ask('mutation { a: sessionCreate(email: "e") { token } }', { token: null });
    expect([response.status, response.body.data]).toEqual([200, { a: { token: 'secret-token' } }]);
    expect((await ask('{ __typename __type(name: "Issue") { name } }', { token: null })).body.data).toEqual({
      __typename: 'Query',
      __type: { name: 'Issue' },
    });
  });

  it('by GET with a header that pages of other origins cannot send, and as a page to browsers', async () => {
    const { inject } = await setUp();
    const headers = {
      authorization: 'Bearer good',
      'apollo-require-preflight': '1',
      accept: 'application/graphql-response+json',
    };
    const query = encodeURIComponent('{ issue(code: "x") { code title } }');
    const response = await inject({ method: 'GET', url: `/graphql?query=${query}`, headers });
    expect(response.status).toBe(200);
    expect(response.headers).toMatchObject({
      'content-type': 'application/graphql-response+json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect((await inject({ method: 'GET', headers: { accept: 'text/html' } })).text).toBe('page');
    expect(
      (await inject({ method: 'POST', headers: { accept: 'text/csv' }, payload: { query: '{ __typename }' } })).status,
    ).toBe(406);
  });

  it('with one line in the log', async () => {
    const { ask, lines } = await setUp();
    const response = await ask('query Ask($c: String!) { issue(code: $c) { title } }', {
      variables: { c: 'Kín' },
      headers: { 'x-request-id': '0912345678' },
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      msg: 'graphql',
      requestId: response.headers['x-request-id'],
      operation: 'Ask',
      operationKind: 'query',
      status: 200,
      cost: 2,
    });
    expect(lines[0]!['durationMs']).toEqual(expect.any(Number));
    expect(lines[0]).not.toHaveProperty('dropped');
    expect(response.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    await ask('{ nope }');
    expect(lines[1]).toMatchObject({ status: 400, code: 'BAD_INPUT' });
  });

  it('until the server stops', async () => {
    const { handler, ask } = await setUp();
    await handler.stop();
    expect((await ask('{ __typename }')).status).toBe(500);
  });
});

describe('GraphQL over HTTP', () => {
  it('is spoken as its audits ask', async () => {
    const { app } = await setUp();
    const url = await app.listen({ port: 0, host: '127.0.0.1' });
    const fetchFn = (input: string, init: RequestInit = {}) =>
      fetch(input, {
        ...init,
        headers: { ...(init.headers as Record<string, string>), 'apollo-require-preflight': '1' },
      });
    const results = await Promise.all(serverAudits({ url: `${url}/graphql`, fetchFn }).map((audit) => audit.fn()));
    const failed = results
      .filter(({ status }) => status !== 'ok')
      .map(({ id, name, status }) => ({ id, name, status }));
    expect(results.length).toBeGreaterThan(50);
    expect(failed.filter(({ status }) => status === 'error')).toEqual([]);
    // These want 200 for refused documents where plain JSON is accepted; 400 is the newer habit.
    expect(failed.map(({ name }) => name).toSorted()).toEqual([
      'SHOULD use 200 status code on document parsing failure when accepting application/json',
      'SHOULD use 200 status code on document validation failure when accepting application/json',
      'SHOULD use a status code of 200 on variable coercion failure when accepting application/json',
    ]);
  });
});
