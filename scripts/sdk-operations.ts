import {
  getNamedType,
  isInputObjectType,
  isObjectType,
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface Operation {
  node: OperationDefinitionNode;
  /** Of the document and its types, e.g. `IssueCollect`. */
  name: string;
  /** Of the client's method, e.g. `issueCollect`. */
  method: string;
  /** The one root field, as the schema knows it. */
  field: GraphQLField<unknown, unknown>;
  /** Whether a repeat with the same `input.idempotencyKey` is harmless. */
  keyed: boolean;
}

const header = `import type { CallOptions, TypedDocument } from '../transport.ts';
import type * as Types from './types.ts';
`;

/**
 * Codegen plugin: the operations as typed strings, a table of them and the client's methods with the schema's own
 * descriptions. The strings share their fragments and need no GraphQL library, neither at run time nor for types.
 * Throws where an operation has not exactly one root field: a method answers with the value of that field.
 */
export function plugin(schema: GraphQLSchema, documents: readonly { document?: DocumentNode }[]): string {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const fragments: Fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  const operations = definitions
    .flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [describe(schema, node)] : []))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const called = operations.filter(({ node }) => node.operation !== 'subscription');
  return [
    header,
    ...[...fragments.keys()].toSorted().map((name) => fragmentText(fragments.get(name)!)),
    ...operations.map((operation) => documentText(operation, fragments)),
    'export const operations = {',
    ...called.map(
      ({ method, name, field, keyed }) =>
        `  ${method}: { document: ${name}Document, field: '${field.name}', keyed: ${keyed} },`,
    ),
    '} as const;\n',
    '/** Reads of a list, page by page. */',
    `export const pages = { ${called.flatMap((operation) => (nodeOf(operation) ? [`each${nodeOf(operation)}: '${operation.method}'`] : [])).join(', ')} } as const;\n`,
    'export interface Methods {',
    ...called.flatMap((operation) => [signature(operation), ...(nodeOf(operation) ? [eachSignature(operation)] : [])]),
    '}',
  ].join('\n');
}

function describe(schema: GraphQLSchema, node: OperationDefinitionNode): Operation {
  const name = node.name?.value ?? '';
  const [selection, ...others] = node.selectionSet.selections;
  if (name === '' || selection?.kind !== Kind.FIELD || others.length > 0) {
    throw new Error(`Operation ${name || '(unnamed)'} must have a name and exactly one root field`);
  }
  const field = schema.getRootType(node.operation)!.getFields()[selection.name.value]!;
  const input = field.args.find((arg) => arg.name === 'input');
  const inputType = input && getNamedType(input.type);
  const keyed = isInputObjectType(inputType) && 'idempotencyKey' in inputType.getFields();
  return { node, name, method: name[0]!.toLowerCase() + name.slice(1), field, keyed };
}

const fragmentText = (node: FragmentDefinitionNode): string =>
  `const ${node.name.value} = '${stripIgnoredCharacters(print(node))}';`;

function documentText({ node, name }: Operation, fragments: Fragments): string {
  const kind = node.operation[0]!.toUpperCase() + node.operation.slice(1);
  const parts = [`'${stripIgnoredCharacters(print(node))}'`, ...[...spreadIn(node, fragments)].toSorted()];
  return `export const ${name}Document = (${parts.join(' + ')}) as TypedDocument<Types.${name}${kind}, Types.${name}${kind}Variables>;`;
}

/** The fragments that a definition needs, also through other fragments. */
function spreadIn(
  node: OperationDefinitionNode | FragmentDefinitionNode,
  fragments: Fragments,
  found = new Set<string>(),
): Set<string> {
  visit(node, {
    FragmentSpread: ({ name }) => {
      if (found.has(name.value)) return;
      found.add(name.value);
      spreadIn(fragments.get(name.value)!, fragments, found);
    },
  });
  return found;
}

const takesInput = ({ node }: Operation): boolean => node.variableDefinitions?.[0]?.variable.name.value === 'input';

/** Name of the listed type, where the operation reads pages of a root list. */
function nodeOf({ field, node }: Operation): string | null {
  const type = getNamedType(field.type);
  const pageable = node.variableDefinitions?.some(({ variable }) => variable.name.value === 'after');
  return pageable && isObjectType(type) && type.name.endsWith('Connection')
    ? type.name.slice(0, -'Connection'.length)
    : null;
}

function signature(operation: Operation): string {
  const { node, name, method, field } = operation;
  const kind = node.operation === 'query' ? 'Query' : 'Mutation';
  const variables = node.variableDefinitions ?? [];
  const optional = variables.every(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue);
  const first = takesInput(operation)
    ? `input: Types.${name}MutationVariables['input']`
    : `variables${optional ? '?' : ''}: Types.${name}${kind}Variables`;
  const deprecated = field.deprecationReason ? ` @deprecated ${field.deprecationReason}` : '';
  return `${comment(`${field.description ?? ''}${deprecated}`, '  ')}  ${method}(${first}, options?: CallOptions): Promise<Types.${name}${kind}['${field.name}']>;`;
}

function eachSignature(operation: Operation): string {
  const { name, method, field } = operation;
  return `${comment(`Everything that \`${method}\` lists, one by one; \`first\` is the size of the pages it is fetched in.`, '  ')}  each${nodeOf(operation)}(variables?: Types.${name}QueryVariables, options?: CallOptions): AsyncIterableIterator<Types.${name}Query['${field.name}']['nodes'][number]>;`;
}

function comment(text: string | null | undefined, indent: string): string {
  return text ? `${indent}/** ${text.replaceAll('*/', '*\\/').replaceAll(/\s*\n\s*/g, ' ')} */\n` : '';
}
