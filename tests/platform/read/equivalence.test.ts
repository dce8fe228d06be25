import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  execute,
  getNamedType,
  isLeafType,
  isRequiredArgument,
  parse,
  type DocumentNode,
  type GraphQLObjectType,
} from 'graphql';
import { queryShape } from '../../../server/modules/index.ts';
import { readResponseKey } from '../../../server/platform/read/executor.ts';
import { along, select, typename } from '../../support/read/directed.ts';
import { operationOf } from '../../support/read/documents.ts';
import { selections, type Argument, type Piece, type Pools } from '../../support/read/generate.ts';
import { fieldsOf, plannedFrom, type Planned } from '../../support/read/planned.ts';
import { poolsOf } from '../../support/read/pools.ts';
import { printOperation, type CursorAt, type Operation } from '../../support/read/print.ts';
import { Reference, withoutResolvers } from '../../support/read/reference.ts';
import type { BodyCode } from '../../support/read/seed.ts';
import {
  cursorSalt,
  openReadWorld,
  readOperation,
  textOf,
  type ReadWorld,
  type Wall,
} from '../../support/read/world.ts';

/** Of MTTQ-18073's issues: owner, reader, participant, summary and outsider, as the seed has them. */
const viewers: readonly BodyCode[] = ['MTTQ-18073', 'UBND-18073', 'SO-XAYDUNG', 'UBND-18685', 'DTN-18073'];
const runs = Number(process.env['READ_RUNS'] ?? 500);
const seed = process.env['READ_SEED'] === undefined ? undefined : Number(process.env['READ_SEED']);

let world: ReadWorld;
let planned: Planned;
let pools: Pools;
const references = new Map<BodyCode, Reference>();
const cursors = new Map<string, string[]>();
/** How often a field was resolved, and how often to something. */
const resolved = new Map<string, { times: number; values: number }>();

beforeAll(async () => {
  world = await openReadWorld();
  planned = plannedFrom(world.schema, queryShape);
  pools = await world.asOwner(poolsOf);
  const schema = withoutResolvers(world.schema);
  for (const code of viewers) {
    const viewer = world.viewer(code);
    const environment = { viewer, cursors: world.cursors, cursorSalt };
    const reference = new Reference({
      schema,
      queryShape,
      client: await world.connectAs(viewer),
      environment,
      onField: count,
    });
    references.set(code, reference);
    for (const [list, field] of planned.connections) {
      const all = await reference.cursors(field);
      if (!field.on && new Set(all).size < all.length) throw new Error(`${code} sees a row of ${list} twice`);
      cursors.set(`${code} ${list}`, all);
    }
  }
});

afterAll(async () => world?.close());

function count(typeName: string, field: string, value: unknown): void {
  const key = `${typeName}.${field}`;
  const entry = resolved.get(key) ?? { times: 0, values: 0 };
  resolved.set(key, entry);
  entry.times += 1;
  if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)) entry.values += 1;
}

/** The last one leads to an empty page. */
const cursorsOf =
  (code: BodyCode): CursorAt =>
  (list, place) => {
    const all = cursors.get(`${code} ${list}`)!;
    return all.at(-1 - (place % Math.max(1, all.length))) ?? cursors.get(`${viewers[0]} ${list}`)![0]!;
  };

interface Ways {
  compiled: string;
  rows: string;
  reference: string;
}

/** One operation, three ways, as JSON texts; `wall` is that of the way by rows, so that both walls are compared too. */
async function readThreeWays(
  document: DocumentNode,
  variables: Record<string, unknown>,
  code: BodyCode,
  wall: Wall,
): Promise<Ways> {
  const viewer = world.viewer(code);
  const { operation, fragments, coerced } = operationOf(world.schema, document, variables);
  const request = {
    node: operation,
    shape: queryShape,
    sets: [operation.selectionSet],
    operation,
    fragments,
    variables: coerced,
    viewer,
  };
  const compiled = textOf(await world.reader('lt_user').read(request));
  const contextValue = { viewer, reader: world.reader(wall), queryShape, cursors: world.cursors };
  const byRows = await execute({
    schema: world.schema,
    document,
    contextValue,
    variableValues: variables,
    fieldResolver: readResponseKey,
  });
  const byReference = await references.get(code)!.execute(document, variables);
  expect(byRows.errors).toBeUndefined();
  expect(byReference.errors).toBeUndefined();
  return { compiled, rows: JSON.stringify(byRows.data), reference: JSON.stringify(byReference.data) };
}

const agree = (pieces: readonly Piece[], code: BodyCode, wall: Wall): Promise<void> =>
  agreeOn(printOperation(world.schema, pieces, cursorsOf(code)), code, wall);

async function agreeOn({ source, variables, otherwise }: Operation, code: BodyCode, wall: Wall): Promise<void> {
  const document = parse(source);
  // The second time what is cached for the document has to fit other variables.
  for (const values of [variables, ...(otherwise && Object.keys(otherwise).length > 0 ? [otherwise] : [])]) {
    try {
      const { compiled, rows, reference } = await readThreeWays(document, values, code, wall);
      expect(JSON.stringify(JSON.parse(compiled))).toBe(reference);
      expect(compiled).toBe(reference);
      expect(rows).toBe(reference);
    } catch (error) {
      throw new Error(
        `${(error as Error).message}\nas ${code}, rows under ${wall}\n${source}\n${JSON.stringify(values)}`,
        { cause: error },
      );
    }
  }
}

/** One field of a type, with as little below as can be. */
function onlyField(typeName: string, name: string): Piece {
  const field = (world.schema.getType(typeName) as GraphQLObjectType).getFields()[name]!;
  const args = Object.fromEntries(
    field.args.filter(isRequiredArgument).map((argument) => [argument.name, valueFor(typeName, name, argument.name)]),
  );
  const result = getNamedType(field.type);
  return select(name, isLeafType(result) ? [] : [typename], args);
}

function valueFor(typeName: string, field: string, argument: string): Argument {
  const ids = [...pools.ids.issue.slice(0, 3), ...pools.ids.any];
  const value =
    argument === 'ids' ? { list: ids } : argument === 'id' ? ids[0]! : pools.codes[`${typeName}.${field}`]![0]!;
  return { as: 'variable', value };
}

/** What generated operations might meet too rarely. */
const byHand: readonly (readonly [string, string, Record<string, unknown>?])[] = [
  ['bodies of the past', '{ organization(code: "CU-1") { validTo active successors { code predecessors { code } } } }'],
  [
    'nothing selected of one of two types',
    '{ viewer { actor { ... on Staff { roles } } } issues { nodes { comments { nodes { author { ... on App { id } } } } } } }',
  ],
  [
    'nothing selected at all',
    '{ topics { id @skip(if: true) } issues { nodes { id @skip(if: true) } edges { cursor @skip(if: true) } pageInfo { endCursor @skip(if: true) } } viewer { actor { id @skip(if: true) } } }',
  ],
  ['a connection without a part', '{ issues { nodes @skip(if: true) { id } } }'],
  [
    'names of the statement itself',
    '{ o: topics { o: code } c: issues { c: totalCount p: nodes { o: id } e: edges { e: cursor } i: pageInfo { i: hasNextPage more: endCursor keys: startCursor } } }',
  ],
  [
    'names that objects have',
    '{ __proto__: viewer { constructor: roles } issues { nodes { __proto__: viewerAccess { __proto__: level toString: allowedActions } } } }',
  ],
  [
    'a computed field under one key in two types',
    '{ events { nodes { k: cursor ... on IssueEvent { x: issue { viewerAccess { level } } } ... on MatterEvent { x: issue { code viewerAccess { hiddenFields } } } } } }',
  ],
];

/** Operation, variables, the argument that BAD_INPUT names. */
const refused: readonly (readonly [string, string, Record<string, unknown>, string])[] = [
  ['no rows', '{ issues(first: 0) { totalCount } }', {}, 'issues.first'],
  ['too many rows', 'query ($n: Int) { x: issues(first: $n) { totalCount } }', { n: 101 }, 'x.first'],
  [
    'fewer than no rows below a list',
    '{ issues { nodes { links(first: -1) { totalCount } } } }',
    {},
    'issues.nodes.links.first',
  ],
  ['no cursor', '{ issues(after: "") { totalCount } }', {}, 'issues.after'],
  [
    'a cursor of another list',
    'query ($after: String) { matters(after: $after) { totalCount } }',
    { after: 'issues' },
    'matters.after',
  ],
  [
    'a mistyped cursor',
    'query ($after: String) { areas(after: $after) { nodes { id } } }',
    { after: 'mistyped' },
    'areas.after',
  ],
  [
    'a log cursor of another body',
    'query ($after: String) { events(after: $after) { nodes { id } } }',
    { after: 'foreign' },
    'events.after',
  ],
  [
    'an id of another type',
    '{ issues(filter: { areaIds: ["org_00000000-0000-0000-0000-000000000000"] }) { totalCount } }',
    {},
    'issues.filter.areaIds',
  ],
  ['no id', '{ organizations(areaId: "") { nodes { id } } }', {}, 'organizations.areaId'],
  [
    'too many ids',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: Array.from({ length: 101 }, () => 'x') },
    'nodes.ids',
  ],
  ['NUL', 'query ($code: String!) { issue(code: $code) { id } }', { code: 'a\0b' }, 'issue.code'],
  [
    'half a character',
    'query ($filter: IssueFilter) { issues(filter: $filter) { totalCount } }',
    { filter: { topicCodes: ['\ud800'] } },
    'issues.filter.topicCodes',
  ],
];

/** Cursors stand in `refused` by what is wrong with them. */
function wrongCursor(value: unknown): unknown {
  const own = (list: string): string => cursors.get(`${viewers[0]} ${list}`)![0]!;
  switch (value) {
    case 'issues':
      return own('Query.issues');
    case 'mistyped':
      return own('Query.areas').replace(/.~/, '0~');
    case 'foreign':
      return cursors.get(`${viewers[1]} Query.events`)![0];
    default:
      return value;
  }
}

describe('refusals', () => {
  it.each(refused)('%s: on both ways, before a statement is sent', async (_, source, given, field) => {
    const variables = 'after' in given ? { after: wrongCursor(given['after']) } : given;
    const viewer = world.viewer(viewers[0]!);
    world.takeStatements();
    await expect(readOperation(world, source, { viewer, variables })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      details: { field },
    });
    const contextValue = { viewer, reader: world.reader('lt_user'), queryShape, cursors: world.cursors };
    const byRows = await execute({
      schema: world.schema,
      document: parse(source),
      contextValue,
      variableValues: variables,
      fieldResolver: readResponseKey,
    });
    expect(byRows.errors?.map((error) => error.originalError)).toEqual([
      expect.objectContaining({ code: 'BAD_INPUT', details: expect.objectContaining({ field }) }),
    ]);
    expect(world.takeStatements()).toEqual([]);
  });
});

describe('compiled reads', () => {
  it('have a plan for every field of every type they reach', () => {
    expect(planned.unplanned.filter((field) => !field.startsWith('Query.'))).toEqual([]);
  });

  it('yield what graphql-js yields over the plans, for each field alone', async () => {
    const paths = new Map(planned.types.map(({ typeName, path }) => [typeName, path]));
    for (const { typeName, field } of fieldsOf(world.schema, planned)) {
      await agree(along(paths.get(typeName)!, [onlyField(typeName, field)]), viewers[0]!, 'lt_read');
    }
  });

  it('yield what graphql-js yields over the plans, for generated operations', async () => {
    const operation = fc.record({
      code: fc.constantFrom(...viewers),
      wall: fc.constantFrom<Wall>('lt_user', 'lt_read'),
      pieces: selections(world.schema, { pools, unplanned: planned.unplanned, depth: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(operation, ({ pieces, code, wall }) => agree(pieces, code, wall)),
      {
        numRuns: runs,
        ...(seed !== undefined && { seed }),
      },
    );
  }, 1_200_000);

  it.each(byHand)('yield what graphql-js yields over the plans: %s', async (_, source, variables = {}) => {
    for (const code of viewers) await agreeOn({ source, variables }, code, 'lt_user');
  });

  it('read every planned field', () => {
    const fields = fieldsOf(world.schema, planned).map(({ typeName, field }) => `${typeName}.${field}`);
    expect(fields.filter((field) => !resolved.get(field)?.times)).toEqual([]);
    expect(fields.filter((field) => !resolved.get(field)?.values)).toEqual([]);
  });
});
