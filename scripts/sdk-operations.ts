import {
  getNamedType,
  isInputObjectType,
  Kind,
  print,
  stripIgnoredCharacters,
  visit,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** What codegen hands to a plugin: the parsed operation files. */
export type Documents = readonly { document?: DocumentNode }[];

export interface Operation {
  node: OperationDefinitionNode;
  /** Of the document and its types, e.g. `IssueCollect`. */
  name: string;
  /** Of the result type, e.g. `IssueCollectMutation`. */
  typeName: string;
  /** The one root field, as the schema knows it. */
  field: GraphQLField<unknown, unknown>;
  /** Whether its one variable is `$input`. */
  input: boolean;
  /** Whether a repeat with the same `input.idempotencyKey` is harmless. */
  keyed: boolean;
}

/**
 * Codegen plugin: the operations as typed strings, which share their fragments and need no GraphQL library, neither at
 * run time nor for their types.
 */
export function plugin(schema: GraphQLSchema, documents: Documents): string {
  const fragments: Fragments = new Map(
    definitionsOf(documents).flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  return [
    `import type { TypedDocument } from '../base/call.ts';`,
    `import type * as Types from './types.ts';\n`,
    ...[...fragments.keys()].toSorted().map((name) => fragmentText(fragments.get(name)!)),
    '',
    ...operationsOf(schema, documents).map((operation) => documentText(operation, fragments)),
    '',
  ].join('\n');
}

/** By name. Throws where one has not exactly one root field: a method answers with the value of that field. */
export function operationsOf(schema: GraphQLSchema, documents: Documents): Operation[] {
  return definitionsOf(documents)
    .flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [describe(schema, node)] : []))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const definitionsOf = (documents: Documents): DefinitionNode[] =>
  documents.flatMap(({ document }) => document?.definitions ?? []);

function describe(schema: GraphQLSchema, node: OperationDefinitionNode): Operation {
  const name = node.name?.value ?? '';
  const [selection, ...others] = node.selectionSet.selections;
  if (name === '' || selection?.kind !== Kind.FIELD || others.length > 0) {
    throw new Error(`Operation ${name || '(unnamed)'} must have a name and exactly one root field`);
  }
  const field = schema.getRootType(node.operation)!.getFields()[selection.name.value]!;
  const argument = field.args.find((arg) => arg.name === 'input');
  const type = argument && getNamedType(argument.type);
  return {
    node,
    name,
    typeName: name + node.operation[0]!.toUpperCase() + node.operation.slice(1),
    field,
    input: argument !== undefined,
    keyed: isInputObjectType(type) && 'idempotencyKey' in type.getFields(),
  };
}

const fragmentText = (node: FragmentDefinitionNode): string =>
  `const ${node.name.value} = '${stripIgnoredCharacters(print(node))}';`;

function documentText({ node, name, typeName }: Operation, fragments: Fragments): string {
  const parts = [`'${stripIgnoredCharacters(print(node))}'`, ...[...spreadIn(node, fragments)].toSorted()];
  return `export const ${name}Document = (${parts.join(' + ')}) as TypedDocument<Types.${typeName}, Types.${typeName}Variables>;`;
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
