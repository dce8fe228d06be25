import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  Kind,
  parse,
  print,
  validate,
  visit,
  type DocumentNode,
  type GraphQLNamedType,
} from 'graphql';
import { exampleDocuments } from '../../server/platform/http/examples.ts';
import { createSchema, printedSchema } from '../../server/schema.ts';

/** What later features bring: automatic cross-reference, clocks, and what hangs on them. */
const laterTypes = /^(Match\w*|SimilarIssue|Verdict|Disclosure|Deadline\w*|IssueDraftInput)$/;
const laterFields = new Set([
  'Issue.matches',
  'Issue.deadlines',
  'Matter.deadlines',
  'MatterFilter.overdue',
  'Query.similarIssues',
  'Mutation.matchDecide',
]);

function withoutLater(contract: DocumentNode): DocumentNode {
  let owner = '';
  return visit(contract, {
    enter(node) {
      if ('name' in node && node.kind.endsWith('TypeDefinition')) {
        owner = (node.name as { value: string }).value;
        if (laterTypes.test(owner)) return null;
      }
      const isField = node.kind === Kind.FIELD_DEFINITION || node.kind === Kind.INPUT_VALUE_DEFINITION;
      if (isField && laterFields.has(`${owner}.${node.name.value}`)) return null;
      return undefined;
    },
  });
}

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));

describe('the schema', () => {
  it('contains the whole public contract', async () => {
    const contract = buildSchema(
      print(withoutLater(parse(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8')))),
    );
    const changes = await diff(contract, buildSchema(printedSchema()));
    const breaking = changes.filter((change) => change.criticality.level === CriticalityLevel.Breaking);
    expect(breaking.map((change) => change.message)).toEqual([]);
  });

  it('describes every type, field, argument and enum value', () => {
    expect(types.flatMap(undescribed)).toEqual([]);
  });

  it('names inputs …Input or …Filter, and gives every list that can grow a page', () => {
    const inputs = types.filter((type) => isInputObjectType(type)).map((type) => type.name);
    expect(inputs.filter((name) => !/(Input|Filter)$/.test(name))).toEqual([]);
    const lists = types
      .filter((type) => isObjectType(type))
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap((field) => {
          const inner = isNonNullType(field.type) ? field.type.ofType : field.type;
          const isPage = /(Connection)$/.test(type.name);
          return isListType(inner) && !isPage ? [`${type.name}.${field.name}`] : [];
        }),
      );
    // Lists short by nature: the bodies of one issue or matter, the steps of a descent, a fixed catalogue.
    expect(lists.toSorted()).toMatchSnapshot();
  });

  it('never has a nullable id', () => {
    const nullable = types
      .filter((type) => isObjectType(type) || isInterfaceType(type))
      .flatMap((type) => {
        const id = type.getFields()['id'];
        return id && !isNonNullType(id.type) ? [type.name] : [];
      });
    expect(nullable).toEqual([]);
  });

  it('accepts the documents that a newcomer is shown', () => {
    const documents = exampleDocuments({ email: 'a@b.example', password: 'x' });
    expect(documents.flatMap((text) => validate(schema, parse(text)).map((error) => error.message))).toEqual([]);
  });
});

function undescribed(type: GraphQLNamedType): string[] {
  const own =
    type.description || (isScalarType(type) && ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name))
      ? []
      : [type.name];
  // Root types describe themselves by their fields.
  const name = ['Query', 'Mutation', 'Subscription'].includes(type.name) ? [] : own;
  if (isEnumType(type))
    return [
      ...name,
      ...type
        .getValues()
        .filter((v) => !v.description)
        .map((v) => `${type.name}.${v.name}`),
    ];
  if (isInputObjectType(type))
    return [
      ...name,
      ...Object.values(type.getFields())
        .filter((f) => !f.description)
        .map((f) => `${type.name}.${f.name}`),
    ];
  if (!isObjectType(type) && !isInterfaceType(type)) return name;
  return [
    ...name,
    ...Object.values(type.getFields()).flatMap((field) => [
      ...(field.description ? [] : [`${type.name}.${field.name}`]),
      ...field.args.filter((arg) => !arg.description).map((arg) => `${type.name}.${field.name}(${arg.name})`),
    ]),
  ];
}
