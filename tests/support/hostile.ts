import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { expect } from '@jest/globals';
import { errorTable } from '../../server/platform/errors.ts';
import type { Answer } from './actor.ts';

/** A place in the arguments of a root field that takes a single value. */
export interface Leaf {
  /** `input.shareWithIds`, `input.rows.0.title`; a list of single values is named as a whole. */
  path: string;
  /** Scalar or `enum`. */
  type: string;
  isList: boolean;
}

export function leavesOf(field: GraphQLField<unknown, unknown>): Leaf[] {
  return field.args.flatMap((argument) => leaves(argument, argument.name));
}

function leaves({ type: declared }: GraphQLArgument | GraphQLInputField, path: string): Leaf[] {
  let type = getNullableType(declared);
  const isList = isListType(type);
  if (isListType(type)) type = getNullableType(type.ofType);
  if (isInputObjectType(type)) {
    const place = isList ? `${path}.0` : path;
    return Object.values(type.getFields()).flatMap((inner) => leaves(inner, `${place}.${inner.name}`));
  }
  return [{ path, type: isEnumType(type) ? 'enum' : String(type), isList }];
}

type Values = Record<string, unknown>;

/** The arguments with one of them replaced. */
export function withValue(values: Values, { path, isList }: Leaf, value: unknown): Values {
  const [name, ...rest] = path.split('.') as [string, ...string[]];
  if (rest.length === 0) return { ...values, [name]: isList ? [value] : value };
  const below = { path: rest.join('.'), isList, type: '' };
  const [first, ...others] = rest as [string, ...string[]];
  if (first !== '0') return { ...values, [name]: withValue((values[name] ?? {}) as Values, below, value) };
  const [inner, ...more] = (values[name] ?? [{}]) as Values[];
  return { ...values, [name]: [withValue(inner!, { ...below, path: others.join('.') }, value), ...more] };
}

/** A document that asks the root field with all of its arguments as variables of their names. */
export function documentOf(operation: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const type = getNullableType(field.type);
  const isPage = isObjectType(type) && 'nodes' in type.getFields();
  const variables = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const args = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const isBatch = isObjectType(type) && 'results' in type.getFields();
  const shown = isPage ? 'nodes { __typename }' : isBatch ? 'results { error { code field } }' : '__typename';
  return `${operation} (${variables}) { ${field.name}(${args}) { ${shown} } }`;
}

export const rootFields = (schema: GraphQLSchema, operation: 'query' | 'mutation'): GraphQLField<unknown, unknown>[] =>
  Object.values((operation === 'query' ? schema.getQueryType() : schema.getMutationType())!.getFields()).filter(
    (field) => field.args.length > 0,
  );

/** Words that no error may hold: of our code, of the database, of the value that was refused. */
const internals = /select |insert |update |syntax to|column|node_modules|\.ts\b|\bat [\w.]+ \(|postgres|Did you mean/i;

/** Every error is one of ours, says what is wrong and nothing more; returns code and field of each. */
export function checkedErrors(
  { status, data, errors }: Answer<unknown>,
  marker: string,
): [string, string | undefined][] {
  expect([200, 400, 401]).toContain(status);
  if (errors.length > 0) expect(data ?? null).toBeNull();
  const text = JSON.stringify(errors.map(({ message, path, extensions }) => ({ message, path, extensions })));
  expect(text).not.toMatch(internals);
  expect(text).not.toContain(marker);
  return errors.map(({ message, extensions }) => {
    expect(message).toMatch(/^[A-Z][\x20-\x7e]{5,}$/);
    expect(Object.keys(errorTable)).toContain(extensions.code);
    expect(extensions).toMatchObject({
      messageKey: expect.any(String),
      requestId: expect.any(String),
      retryable: false,
    });
    return [extensions.code, extensions.field];
  });
}
