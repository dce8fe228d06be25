import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  getIntrospectionQuery,
  GraphQLError,
  Kind,
  parse,
  print,
  type OperationDefinitionNode,
} from 'graphql';
import type { AppError } from '../../server/platform/errors.ts';
import type { Viewer } from '../../server/platform/auth/viewer.ts';
import { createBudget } from '../../server/platform/graphql/budget.ts';
import { assertCostWorks, createCostOf } from '../../server/platform/graphql/cost.ts';
import { createDocumentStore } from '../../server/platform/graphql/document-store.ts';
import { checkDocument, defaultLimits, parseWithin } from '../../server/platform/graphql/limits.ts';
import { createOperations, type OperationsOptions } from '../../server/platform/graphql/operations.ts';

const schema = buildSchema(`
  type Query {
    issues(first: Int = 20, filter: [ID!]): IssueConnection!
    page(first: Int): IssueConnection!
    similar(text: String!, first: Int = 5): [Issue!]!
    nodes(ids: [ID!]!): [Issue]!
    strict(first: Int! = 3): Issue
    topics: [Topic!]!
  }
  type Mutation { sessionCreate(a: Int): Issue, change(text: String!): Issue }
  type Subscription { events: Issue }
  type Topic { id: ID! name: String! parent: Topic issues(first: Int = 20): IssueConnection! }
  type Issue { id: ID! title: String! topic: Topic! topics: [Topic!]! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type IssueEdge { cursor: String! node: Issue! }
  type IssueConnection { edges: [IssueEdge!]! nodes: [Issue!]! pageInfo: PageInfo! totalCount: Int! }
`);

const viewer: Viewer = {
  actorId: 'actor-1',
  kind: 'STAFF',
  organizationId: 'org-1',
  roles: new Set(['OFFICER']),
  expiresAt: null,
  credential: 'c',
};

/** Code and limit of the refusal; null where there is none. */
function refusalOf(work: () => unknown): { code: string; limit?: unknown; status: unknown } | null {
  try {
    work();
    return null;
  } catch (error) {
    const { originalError, extensions } = error as GraphQLError;
    const { code, details } = originalError as AppError;
    return { code, limit: details.extensions?.['limit'], status: (extensions['http'] as { status: number }).status };
  }
}

const check = (text: string) => refusalOf(() => parseWithin(text, defaultLimits));
const exceeded = (limit: string) => ({ code: 'COST_EXCEEDED', limit, status: 400 });
const nested = (levels: number, inner = 'id'): string =>
  `{ topics { ${'parent { '.repeat(levels - 2)}${inner}${' }'.repeat(levels - 2)} } }`;

describe('limits of a document refuse', () => {
  it.each([
    ['bytes', `{ topics { id } } # ${'ê'.repeat(140_000)}`],
    ['tokens', `{ ${'id '.repeat(5000)}}`],
    ['depth', nested(13)],
    ['depth', nested(1500)],
    [
      'depth',
      `{ ...A } fragment A on Query { topics { ...B } } fragment B on Topic ${nested(12).replace('topics', 'parent')}`,
    ],
    ['depth', `{ nodes(ids: ${'['.repeat(13)}${']'.repeat(13)}) { id } }`],
    ['depth', `{ nodes(ids: ${'['.repeat(2400)}${']'.repeat(2400)}) { id } }`],
    ['depth', `{ similar(text: ${'{a:'.repeat(1200)}1${'}'.repeat(1200)}) { id } }`],
    ['depth', `{ __schema { types { ${'ofType { '.repeat(20)}name${' }'.repeat(20)} } } }`],
    ['aliases', `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: topics { id }`).join(' ')} }`],
    [
      'aliases',
      `{ ...A } fragment A on Query { ${Array.from({ length: 31 }, (_, i) => `a${i}: topics { id }`).join(' ')} }`,
    ],
    ['selections', `{ ${'topics { id } '.repeat(201)}}`],
    [
      'fragments',
      `{ ...F0 } ${Array.from({ length: 51 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} }`).join(' ')}`,
    ],
    [
      'mutationFields',
      `mutation { ${Array.from({ length: 6 }, (_, i) => `m${i}: change(text: "x") { id }`).join(' ')} }`,
    ],
    [
      'mutationFields',
      'mutation { ...A ...A } fragment A on Mutation { a: change ... { ...B } } fragment B on Mutation { b: change c: change }',
    ],
  ])('%s (%#)', (limit, text) => {
    expect(check(text)).toEqual(exceeded(limit));
  });

  it.each([`{ ${'a'.repeat(61)}: topics { id } }`, '{ __proto__: topics { id } }'])('an alias (%#)', (text) => {
    expect(check(text)).toEqual({ code: 'BAD_INPUT', limit: undefined, status: 400 });
  });

  it('within a time that fragments spreading each other do not double', () => {
    const chain = Array.from({ length: 49 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(
      ' ',
    );
    const started = process.cpuUsage();
    expect(check(`{ ...F0 } ${chain} fragment F49 on Query { topics { id } }`)).toBeNull();
    expect(check(`mutation { ...F0 } ${chain} fragment F49 on Query { topics { id } }`)).toEqual(
      exceeded('mutationFields'),
    );
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });

  it('nothing of what is just within them', () => {
    expect(check(nested(12))).toBeNull();
    expect(
      check(`{ ${Array.from({ length: 30 }, (_, i) => `${'a'.repeat(50)}${i}: topics { id }`).join(' ')} }`),
    ).toBeNull();
    expect(check(`{ nodes(ids: ${'['.repeat(12)}${']'.repeat(12)}) { id } }`)).toBeNull();
    expect(check(`mutation { ${'a: change(text: "x") { id } '.repeat(5)} }`)).toBeNull();
    expect(check(getIntrospectionQuery())).toBeNull();
  });

  it('no fragment inside itself: validation does', () => {
    expect(() =>
      checkDocument(parse('{ ...A } fragment A on Query { topics { ...A } ...A }'), defaultLimits),
    ).not.toThrow();
  });
});

describe('cost', () => {
  const costOf = createCostOf(schema);
  const cost = (text: string, variables: Record<string, unknown> = {}) => {
    const document = parse(text);
    return costOf(document, document.definitions.at(-1) as OperationDefinitionNode, variables);
  };

  it.each([
    ['{ topics { name } }', {}, 2],
    ['{ __typename }', {}, 1],
    ['{ issues { nodes { id title } } }', {}, 29],
    ['{ issues(first: 100) { nodes { id } edges { cursor node { id } } pageInfo { endCursor } totalCount } }', {}, 381],
    ['{ issues(first: -5) { nodes { id } } }', {}, 3],
    ['{ issues(first: 0) { nodes { id } } }', {}, 3],
    ['{ issues(first: 200000) { nodes { id } } }', {}, 121],
    ['{ issues(first: null) { nodes { id } } }', {}, 121],
    ['{ page { nodes { id } } }', {}, 121],
    ['query ($n: Int) { issues(first: $n) { nodes { id } } }', { n: 200_000 }, 121],
    ['query ($n: Int) { issues(first: $n) { nodes { id } } }', { n: -1 }, 3],
    ['query ($n: Int) { issues(first: $n) { nodes { id } } }', {}, 25],
    ['query ($n: Int = 7) { issues(first: $n) { nodes { id } } }', {}, 10],
    ['query ($n: Int = 7) { issues(first: $n) { nodes { id } } }', { n: null }, 121],
    ['{ similar(text: "x") { id } }', {}, 2],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', {}, 2],
    ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 900 }, () => 'a') }, 181],
    ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: 'a' }, 2],
    ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [] }, 2],
    ['query ($no: Boolean!) { topics @skip(if: $no) { id } }', { no: true }, 1],
    ['query ($no: Boolean!) { topics @skip(if: $no) { id } }', { no: false }, 2],
    [
      'fragment A on Query { topics { issues { nodes { id } } } } { ...A b: topics { ...B } } fragment B on Topic { id }',
      {},
      128,
    ],
  ])('%# counts rows', (text, variables, points) => {
    if (text.endsWith('}') && text.includes('fragment B')) {
      const document = parse(text);
      expect(costOf(document, document.definitions[1] as OperationDefinitionNode, variables)).toEqual({ points });
      return;
    }
    expect(cost(text, variables)).toEqual({ points });
  });

  it('tells invalid variables and arguments from costs', () => {
    expect(cost('query ($n: Int!) { issues(first: $n) { nodes { id } } }')).toHaveProperty('invalid');
    expect(cost('query ($t: String!) { similar(text: $t) { id } }', { t: 5 })).toHaveProperty('invalid');
    expect(cost('query ($n: Int) { strict(first: $n) { id } }', { n: null })).toHaveProperty('invalid');
  });

  it('bounds the work of fragments spreading each other', () => {
    const chain = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`).join(
      ' ',
    );
    // Spread one by one, 2^40 selections would outlast the test.
    expect(cost(`${chain} fragment F40 on Query { topics { id } } { ...F0 }`)).toEqual({ points: 1_000_000 });
  }, 5_000);

  it('keeps apart the operations and variables of one document', () => {
    const document = parse('query A($n: Int) { issues(first: $n) { nodes { id } } } query B { topics { id } }');
    const [a, b] = document.definitions as OperationDefinitionNode[];
    for (let round = 0; round < 2; round += 1) {
      expect(costOf(document, a!, { n: 10 })).toEqual({ points: 13 });
      expect(costOf(document, a!, { n: 11 })).toEqual({ points: 15 });
      expect(costOf(document, b!, { n: 11 })).toEqual({ points: 2 });
    }
  });

  it('lets the published documents ask for the largest page', () => {
    const folder = join(import.meta.dirname, '../../schema');
    const published = buildSchema(readFileSync(join(folder, 'schema.graphql'), 'utf8'));
    const texts = readdirSync(join(folder, 'operations')).map((name) =>
      readFileSync(join(folder, 'operations', name), 'utf8'),
    );
    const document = parse(texts.join('\n'));
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const queries = operations.filter(({ operation }) => operation === 'query');
    const costs = queries.map((query) => {
      const given = (query.variableDefinitions ?? []).map(({ variable, type }) => {
        const name = variable.name.value;
        const text = print(type);
        const ids = Array.from({ length: 100 }, () => 'x');
        return [
          name,
          name === 'first' ? 100 : text === '[ID!]!' ? ids : text === 'ID!' || text === 'String!' ? 'x' : undefined,
        ];
      });
      const variables = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Record<string, unknown>;
      return { name: query.name?.value, cost: createCostOf(published)(document, query, variables) };
    });
    expect(costs.length).toBeGreaterThan(10);
    expect(costs.filter(({ cost }) => !('points' in cost) || cost.points > defaultLimits.cost)).toEqual([]);
  });

  it('takes a price of its own from the field', () => {
    const priced = buildSchema('type Query { search(first: Int = 5): [Issue!]! } type Issue { id: ID! }');
    priced.getQueryType()!.getFields()['search']!.extensions = { complexity: 50 };
    const document = parse('{ search { id } }');
    expect(createCostOf(priced)(document, document.definitions[0] as OperationDefinitionNode, {})).toEqual({
      points: 51,
    });
  });

  it('is refused to start where it comes out wrong', () => {
    expect(() => assertCostWorks(schema)).not.toThrow();
    const foreign = Object.create(schema, { getQueryType: { value: () => undefined } }) as typeof schema;
    expect(() => assertCostWorks(foreign)).toThrow('more than one copy of graphql');
  });
});

describe('budget', () => {
  const taken = async (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: GraphQLError) => error,
    );

  it('ends with 429 and says when to come back', async () => {
    const budget = createBudget({ actorPoints: 100 });
    await budget({ viewer, address: undefined }, 100);
    const error = await taken(budget({ viewer, address: undefined }, 1));
    const { code, details } = error!.originalError as AppError;
    expect({ code, retryAfter: details.extensions?.['retryAfter'] }).toEqual({ code: 'RATE_LIMITED', retryAfter: 60 });
    expect(error!.extensions['http']).toEqual({ status: 429, headers: new Map([['retry-after', '60']]) });
    await expect(budget({ viewer: { ...viewer, actorId: 'actor-2' }, address: undefined }, 1)).resolves.toBeDefined();
  });

  it('of an organization is shared by its members, and an address without a session has its own', async () => {
    const budget = createBudget({ actorPoints: 100, organizationPoints: 150 });
    await budget({ viewer, address: undefined }, 100);
    const second = { viewer: { ...viewer, actorId: 'actor-2' }, address: undefined };
    expect(await budget(second, 40)).toMatchObject({ requested: 40, remaining: 10 });
    expect(await taken(budget(second, 40))).toBeInstanceOf(GraphQLError);
    await budget({ viewer: null, address: '::ffff:10.0.0.1' }, 100);
    expect(await taken(budget({ viewer: null, address: '10.0.0.1' }, 1))).toBeInstanceOf(GraphQLError);
    expect(await budget({ viewer: null, address: '10.0.0.2' }, 1)).toMatchObject({ remaining: 99 });
  });

  it('tells when it is full again', async () => {
    const { resetAt } = await createBudget()({ viewer, address: undefined }, 1);
    expect(Date.parse(resetAt) - Date.now()).toBeGreaterThan(50_000);
  });
});

describe('prepareOperation', () => {
  const setUp = (options: Partial<OperationsOptions> = {}) =>
    createOperations({ schema, introspection: true, ...options });
  const codesOf = (result: object) =>
    'errors' in result
      ? (result.errors as GraphQLError[]).map((e) => (e.originalError as AppError | undefined)?.code ?? e.message)
      : null;
  const by = { viewer, address: '10.0.0.1' };

  it.each([
    ['{ issues { nodes { id } }', 'Syntax Error: Expected Name, found <EOF>.'],
    ['{ issuess { nodes { id } } }', 'Cannot query field "issuess" on type "Query".'],
    ['query A { topics { id } } query B { topics { id } }', 'BAD_INPUT'],
    [nested(13), 'COST_EXCEEDED'],
    ['{ issues(first: 100) { nodes { topics { topics: issues(first: 100) { nodes { id } } } } } }', 'COST_EXCEEDED'],
    ['query ($n: Int) { strict(first: $n) { id } topics { id } }', 'BAD_INPUT'],
  ])('%# refuses', async (query, code) => {
    expect(codesOf(await setUp().prepareOperation({ query, ...by, variables: { n: null } }))).toEqual([code]);
  });

  it.each([
    '{ topics { id } }',
    '{ __typename topics { id } }',
    '{ ... { ...A } } fragment A on Query { topics { id } }',
    '{ topics @skip(if: true) { id } __typename }',
    'mutation { sessionCreate { id } change(text: "x") { id } }',
    'subscription { events { id } }',
  ])('%# refuses nobody', async (query) => {
    const result = await setUp().prepareOperation({ query, viewer: null, address: '10.0.0.1' });
    expect(codesOf(result)).toEqual(['UNAUTHENTICATED']);
  });

  it('lets nobody sign in and read the schema, unless that is off', async () => {
    const open = [
      '{ __typename }',
      getIntrospectionQuery(),
      'mutation { a: sessionCreate { id } }',
      '{ ...A } fragment A on Query { __typename }',
    ];
    for (const query of open) {
      expect(codesOf(await setUp().prepareOperation({ query, viewer: null, address: undefined }))).toBeNull();
    }
    const result = await setUp({ introspection: false }).prepareOperation({
      query: '{ __schema { types { name } } }',
      ...by,
    });
    expect(codesOf(result)).not.toBeNull();
  });

  it('charges a refused cost, too', async () => {
    const operations = setUp({ budget: createBudget({ actorPoints: 7000 }) });
    const query = '{ issues(first: 100) { nodes { topics { issues(first: 100) { nodes { id } } } } } }';
    expect(codesOf(await operations.prepareOperation({ query, ...by }))).toEqual(['COST_EXCEEDED']);
    expect(codesOf(await operations.prepareOperation({ query, ...by }))).toEqual(['RATE_LIMITED']);
  });

  it('parses a document once and keeps no invalid one', async () => {
    const store = createDocumentStore({ count: 2, characters: 1000 });
    const operations = setUp({ store });
    const ask = async (query: string) => operations.prepareOperation({ query, ...by });
    const first = await ask('{ topics { id } }');
    expect(await ask('{ topics { id } }')).toMatchObject({
      document: (first as { document: unknown }).document,
      charge: { requested: 2 },
    });
    await ask('{ topics { idd } }');
    await ask('{ topics { name } }');
    expect((await ask('{ topics { id } }')) as object).toHaveProperty(
      'document',
      (first as { document: unknown }).document,
    );
    await ask('{ a: topics { name } }');
    await ask('{ b: topics { name } }');
    expect(((await ask('{ topics { id } }')) as { document: unknown }).document).not.toBe(
      (first as { document: unknown }).document,
    );
  });
});

describe('document store', () => {
  it('is bounded by the texts it holds', () => {
    const store = createDocumentStore({ count: 10, characters: 40 });
    const document = (text: string) => parse(text);
    store.keep('a', document('{ aaaaaaaaaaaaaa }'));
    store.keep('b', document('{ bbbbbbbbbbbbbb }'));
    store.keep('big', document(`{ ${'c'.repeat(50)} }`));
    expect([store.find('a'), store.find('b'), store.find('big')].map(Boolean)).toEqual([true, true, false]);
    store.find('a');
    store.keep('d', document('{ dddddddddddddd }'));
    expect([store.find('a'), store.find('b'), store.find('d')].map(Boolean)).toEqual([true, false, true]);
  });
});
