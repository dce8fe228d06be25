import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  execute,
  getNamedType,
  getOperationAST,
  isLeafType,
  isRequiredArgument,
  parse,
  type GraphQLObjectType,
} from 'graphql';
import { queryShape } from '../../../server/modules/index.ts';
import { readResponseKey } from '../../../server/platform/read/executor.ts';
import { along, select, typename } from '../../support/read/directed.ts';
import type { Piece } from '../../support/read/generate.ts';
import { plannedFrom } from '../../support/read/planned.ts';
import { printOperation } from '../../support/read/print.ts';
import { openReadWorld, readOperation, textOf, type ReadWorld } from '../../support/read/world.ts';

let world: ReadWorld;
/** What the pool's one connection was asked to do since the test began. */
let sent = 0;

beforeAll(async () => {
  world = await openReadWorld();
  const client = await world.database.pool.connect();
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    sent += 1;
    return query(...args);
  }) as typeof client.query;
  client.release();
});

afterAll(async () => world?.close());

beforeEach(() => {
  sent = 0;
  world.takeStatements();
});

/** All leaves of all planned types, each along the shortest way to it. */
function everything(rows: number): Piece[] {
  return plannedFrom(world.schema, queryShape).types.flatMap(({ typeName, path }) => {
    const fields = Object.values((world.schema.getType(typeName) as GraphQLObjectType).getFields());
    const leaves = fields.filter(
      (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
    );
    return along(path, [typename, ...leaves.map((field) => select(field.name, []))], rows);
  });
}

const cursorAt = (): string => {
  throw new Error('No cursor is asked for');
};

describe('one operation', () => {
  it.each([1, 3, 100])('over all planned types is one statement in one batch, with pages of %i', async (rows) => {
    const { source } = printOperation(world.schema, everything(rows), cursorAt);
    const result = await readOperation(world, source, { viewer: world.viewer('MTTQ-18073') });
    expect(sent).toBe(1);
    expect(world.takeStatements()).toHaveLength(1);
    expect(textOf(result).length).toBeGreaterThan(2_000);
  });

  it('is one statement also for a body that sees next to nothing', async () => {
    const { source } = printOperation(world.schema, everything(100), cursorAt);
    await readOperation(world, source, { viewer: world.viewer('DTN-18073') });
    expect(sent).toBe(1);
  });

  it('has the same statement whoever asks, and for other values of its variables', async () => {
    const source =
      'query ($n: Int, $codes: [String!], $id: ID!) { issues(first: $n, filter: { topicCodes: $codes }) { nodes { code } } node(id: $id) { id } }';
    const id = 'issue_00000000-0000-0000-0000-000000000000';
    await readOperation(world, source, {
      viewer: world.viewer('MTTQ-18073'),
      variables: { n: 1, codes: ['DRAINAGE', 'WATER'], id },
    });
    await readOperation(world, source, {
      viewer: world.viewer('UBND-18073'),
      variables: { n: 90, codes: ['NONE', 'LAND', 'WATER'], id },
    });
    const [first, second] = world.takeStatements();
    expect(second).toBe(first);
    expect(first).not.toMatch(/DRAINAGE|00000000-0000-0000-0000-000000000000_/);
  });

  it('never answers under a key that PostgreSQL has cut', async () => {
    const read = (length: number) =>
      readOperation(world, `{ ${'k'.repeat(length)}: topics { code } }`, { viewer: world.viewer('MTTQ-18073') });
    await expect(read(64)).rejects.toThrow('longer than a column');
    expect(textOf(await read(63))).toContain(`{"${'k'.repeat(63)}":[`);
  });

  it('carries every value once, as a parameter', async () => {
    await readOperation(world, '{ issues { nodes { owner { code } links { nodes { issue { code } } } } } }', {
      viewer: world.viewer('MTTQ-18073'),
    });
    const numbers = [...world.takeStatements()[0]!.matchAll(/\$(\d+)/g)].map((match) => Number(match[1]));
    expect(new Set(numbers).size).toBe(Math.max(...numbers));
    expect(Math.max(...numbers)).toBeLessThan(6);
  });
});

describe('a document', () => {
  /** By rows: each root field is then read by its own field node. */
  async function byRows(
    source: string,
    operationName: string,
    variableValues: Record<string, unknown> = {},
  ): Promise<unknown> {
    const document = parsed.get(source) ?? parse(source);
    parsed.set(source, document);
    const contextValue = {
      viewer: world.viewer('MTTQ-18073'),
      reader: world.reader('lt_user'),
      queryShape,
      cursors: world.cursors,
    };
    const { data, errors } = await execute({
      schema: world.schema,
      document,
      operationName,
      contextValue,
      variableValues,
      fieldResolver: readResponseKey,
    });
    expect(errors).toBeUndefined();
    return JSON.parse(JSON.stringify(data));
  }
  const parsed = new Map<string, ReturnType<typeof parse>>();

  it('may have operations that share a fragment and select different things beside it', async () => {
    const source = `query A { ...F } query B { ...F viewer { roles } } query C($also: Boolean!) { ...F viewer { organization { code } roles @include(if: $also) } }
      fragment F on Query { viewer { __typename } }`;
    expect(await byRows(source, 'A')).toEqual({ viewer: { __typename: 'Viewer' } });
    expect(await byRows(source, 'B')).toEqual({ viewer: { __typename: 'Viewer', roles: expect.any(Array) } });
    const organization = { code: 'MTTQ-18073' };
    expect(await byRows(source, 'C', { also: false })).toEqual({ viewer: { __typename: 'Viewer', organization } });
    expect(await byRows(source, 'C', { also: true })).toEqual({
      viewer: { __typename: 'Viewer', organization, roles: expect.any(Array) },
    });
  });

  it('keeps a bounded number of statements, however its variables are combined', async () => {
    const names = Array.from({ length: 8 }, (_, i) => `v${i}`);
    const fields = names.map((name) => `${name}: topics @include(if: $${name}) { __typename @skip(if: true) }`);
    const document = parse(`query (${names.map((name) => `$${name}: Boolean!`).join(', ')}) { ${fields.join(' ')} }`);
    const operation = getOperationAST(document)!;
    const request = {
      node: operation,
      shape: queryShape,
      sets: [operation.selectionSet],
      operation,
      fragments: {},
      viewer: world.viewer('MTTQ-18073'),
    };
    for (let i = 0; i < 256; i += 1) {
      const variables = Object.fromEntries(names.map((name, bit) => [name, (i >> bit) % 2 === 1]));
      const text = textOf(await world.reader('lt_user').read({ ...request, variables }));
      expect(Object.keys(JSON.parse(text) as object)).toEqual(names.filter((name) => variables[name]));
    }
    expect(world.reader('lt_user').variantsOf(operation)).toBeLessThanOrEqual(64);
  });
});
