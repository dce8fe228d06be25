import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isLeafType,
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { createSchema } from '../../server/schema.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

const schema = createSchema();
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** Some literal that the type accepts. */
function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return `{${needed.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')}}`;
  }
  return (
    {
      Int: '1',
      Boolean: 'true',
      Date: '"2026-01-01"',
      DateTime: '"2026-01-01T00:00:00Z"',
      UUID: '"0198c0de-0000-7000-8000-000000000000"',
    }[type.name] ?? '"x"'
  );
}

function call(field: GraphQLField<unknown, unknown>): string {
  const needed = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  const args =
    needed.length > 0 ? `(${needed.map((argument) => `${argument.name}: ${literal(argument.type)}`).join(', ')})` : '';
  return `${field.name}${args}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
}

const open = new Set(['sessionCreate']);
const queries = Object.values(schema.getQueryType()!.getFields()).map(
  (field) => [field.name, `{ ${call(field)} }`] as const,
);
const mutations = Object.values(schema.getMutationType()!.getFields())
  .filter((field) => !open.has(field.name))
  .map((field) => [field.name, `mutation { ${call(field)} }`] as const);

describe('without a token', () => {
  it.each([...queries, ...mutations])('%s is closed', async (_name, document) => {
    const answer = await app.nobody().send(document);
    expect({
      status: answer.status,
      codes: answer.errors.map((error) => error.extensions.code),
      data: answer.data ?? null,
    }).toEqual({
      status: 401,
      codes: ['UNAUTHENTICATED'],
      data: null,
    });
  });

  it('a fragment, an alias or a skipped open field opens nothing', async () => {
    const documents = [
      'query { ...F } fragment F on Query { topics { code } }',
      '{ sessionCreate: topics { code } }',
      '{ __typename topics @include(if: true) { code } }',
    ];
    for (const document of documents) expect((await app.nobody().send(document)).status).toBe(401);
  });

  it('the schema may be read, and nothing else', async () => {
    const answer = await app.nobody().send('{ __schema { queryType { name } } }');
    expect(answer).toMatchObject({ status: 200, data: { __schema: { queryType: { name: 'Query' } } } });
  });
});

describe('with a token that stands for nobody', () => {
  it.each(['Bearer nonsense-nonsense-nonsense', 'Bearer lt_app_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', 'Basic eDp5', ''])(
    '%s is refused',
    async (authorization) => {
      const answer = await app.nobody().send('{ topics { code } }', {}, { authorization });
      expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    },
  );
});
