import {
  getNamedType,
  isObjectType,
  isRequiredArgument,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { ConnectionField, FieldPlan, Fields, Shape } from '../../../server/platform/read/plan.ts';

/** How to get from the root to an object: fields, and the type to narrow to where a field may yield several. */
export interface Step {
  field: string;
  on: string | null;
  /** It takes `first`. */
  isList?: boolean;
}

interface PlannedType {
  typeName: string;
  /** The shortest way to one of its objects. */
  path: readonly Step[];
}

export interface Planned {
  types: readonly PlannedType[];
  /** Every connection by `Type.field`. */
  connections: ReadonlyMap<string, ConnectionField>;
  /** Fields of planned types without a plan, `Type.field`. */
  unplanned: readonly string[];
}

interface Waiting {
  typeName: string;
  fields: Fields | null;
  path: readonly Step[];
}

/** Everything that a query can reach through plans, nearest first. */
export function plannedFrom(schema: GraphQLSchema, root: { typeName: string; fields: Fields }): Planned {
  const found = new Map<string, PlannedType>();
  const connections = new Map<string, ConnectionField>();
  const unplanned: string[] = [];
  const waiting: Waiting[] = [{ ...root, path: [] }];
  // Ways that need an argument only where there is no other.
  const later: Waiting[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift() ?? later.shift()) {
    const { typeName, fields, path } = next;
    if (found.has(typeName)) continue;
    found.set(typeName, { typeName, path });
    const type = schema.getType(typeName) as GraphQLObjectType;
    for (const { name, type: result, args } of Object.values(type.getFields())) {
      const field = fields?.[name];
      if (fields && !field) unplanned.push(`${typeName}.${name}`);
      if (field?.kind === 'connection') connections.set(`${typeName}.${name}`, field);
      const beyond = field ? waysFrom(field, name, getNamedType(result)) : [];
      const reached = args.some(isRequiredArgument) ? later : waiting;
      reached.push(...beyond.map((way) => ({ ...way, path: [...path, ...way.path] })));
    }
  }
  return { types: [...found.values()], connections, unplanned };
}

/** What a field leads to: its objects, and before them the parts of a connection. */
function waysFrom(field: FieldPlan, name: string, result: GraphQLNamedType): Waiting[] {
  if (field.kind !== 'connection')
    return shapesOf(field).map((shape) => ({ ...shape, path: [{ field: name, on: shape.on }] }));
  const page: Step = { field: name, on: null, isList: true };
  const parts = partsOf(result as GraphQLObjectType);
  return [
    ...parts.map((part) => ({ ...part, fields: null, path: [page, ...part.path] })),
    ...shapesOf(field).map((shape) => ({ ...shape, path: [page, { field: 'nodes', on: shape.on }] })),
  ];
}

function partsOf(connection: GraphQLObjectType): { typeName: string; path: Step[] }[] {
  const { edges, pageInfo } = connection.getFields();
  return [
    { typeName: connection.name, path: [] },
    { typeName: getNamedType(edges!.type).name, path: [{ field: 'edges', on: null }] },
    { typeName: getNamedType(pageInfo!.type).name, path: [{ field: 'pageInfo', on: null }] },
  ];
}

function shapesOf(field: FieldPlan): { typeName: string; fields: Fields; on: string | null }[] {
  switch (field.kind) {
    case 'one':
    case 'many':
    case 'connection':
      return concrete(field.target(), false);
    case 'embedded':
      return concrete(field.shape(), false);
    case 'node':
      return Object.values(field.targets()).flatMap((target) => concrete(target, true));
    default:
      return [];
  }
}

const concrete = (shape: Shape, narrow: boolean): { typeName: string; fields: Fields; on: string | null }[] =>
  'fields' in shape
    ? [{ typeName: shape.typeName, fields: shape.fields, on: narrow ? shape.typeName : null }]
    : Object.entries(shape.members).map(([typeName, fields]) => ({ typeName, fields, on: typeName }));

/** Every field of every planned type, as the schema has them. */
export const fieldsOf = (schema: GraphQLSchema, { types, unplanned }: Planned): { typeName: string; field: string }[] =>
  types.flatMap(({ typeName }) => {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`${typeName} is planned but not in the schema`);
    return Object.keys(type.getFields())
      .map((field) => ({ typeName, field }))
      .filter(({ field }) => !unplanned.includes(`${typeName}.${field}`));
  });
