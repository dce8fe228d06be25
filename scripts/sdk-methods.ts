import { getNamedType, isObjectType, Kind, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { operationsOf, type Documents, type Operation } from './sdk-operations.ts';

interface Method extends Operation {
  /** Of the client's method, e.g. `issueCollect`. */
  method: string;
  /** Of the iterator over all pages, e.g. `eachIssue`, where the operation reads pages of a root list. */
  each: string | null;
}

/** Codegen plugin: the client's methods with the schema's own descriptions, and the table they are made from. */
export function plugin(schema: GraphQLSchema, documents: Documents): string {
  const methods = operationsOf(schema, documents)
    .filter(({ node }) => node.operation !== OperationTypeNode.SUBSCRIPTION)
    .map((operation) => ({ ...operation, method: lowerFirst(operation.name), each: eachOf(operation) }));
  return [
    `import type { CallOptions } from '../base/call.ts';`,
    `import * as Documents from './operations.ts';`,
    `import type * as Types from './types.ts';\n`,
    '/** What each method sends: `field` is the root field it answers with, `keyed` inputs get an idempotency key. */',
    'export const operations = {',
    ...methods.map(tableRow),
    '};\n',
    '/** The method that reads the pages of each iterator. */',
    'export const pages = {',
    ...methods.flatMap(({ each, method }) => (each ? [`  ${each}: '${method}',`] : [])),
    '};\n',
    'export interface Methods {',
    ...methods.flatMap((method) => [signature(method), ...(method.each ? [eachSignature(method)] : [])]),
    '}\n',
  ].join('\n');
}

const lowerFirst = (name: string): string => name[0]!.toLowerCase() + name.slice(1);

function eachOf({ name, field, node }: Operation): string | null {
  const type = getNamedType(field.type);
  const pageable = node.variableDefinitions?.some(({ variable }) => variable.name.value === 'after');
  if (!pageable || !isObjectType(type) || !type.name.endsWith('Connection')) return null;
  // Beside the plain list, a search of it has its own iterator.
  return `each${name.endsWith('Search') ? name : type.name.slice(0, -'Connection'.length)}`;
}

const tableRow = ({ method, name, field, input, keyed }: Method): string =>
  `  ${method}: { document: Documents.${name}Document, field: '${field.name}', input: ${input}, keyed: ${keyed} },`;

function signature({ node, typeName, method, field, input }: Method): string {
  const deprecated = field.deprecationReason ? ` @deprecated ${field.deprecationReason}` : '';
  const optional = node.variableDefinitions?.every(
    ({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue,
  );
  const given = input
    ? `input: Types.${typeName}Variables['input']`
    : `variables${optional ? '?' : ''}: Types.${typeName}Variables`;
  const result = `Promise<Types.${typeName}['${field.name}']>`;
  return `${comment(`${field.description ?? ''}${deprecated}`)}  ${method}(${given}, options?: CallOptions): ${result};`;
}

function eachSignature({ each, method, typeName, field }: Method): string {
  const text = `Everything that \`${method}\` lists, one by one; \`first\` is the size of the pages.`;
  const node = `Types.${typeName}['${field.name}']['nodes'][number]`;
  return `${comment(text)}  ${each}(variables?: Types.${typeName}Variables, options?: CallOptions): AsyncIterableIterator<${node}>;`;
}

const comment = (text: string): string =>
  text ? `  /** ${text.replaceAll('*/', '*\\/').replaceAll(/\s+/g, ' ')} */\n` : '';
