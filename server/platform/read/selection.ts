import {
  GraphQLObjectType,
  Kind,
  getArgumentValues,
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import type { FieldPlan, Fields, Plan, Shape } from './plan.ts';

/** A selected field with its plan; fragments are merged, directives decided. */
export interface Entry {
  key: string;
  name: string;
  field: FieldPlan | null; // null: __typename
  typeName: string;
  /** Index into `Skeleton.withArguments`, or -1. */
  slot: number;
  /** Per concrete type what is selected below; of a connection: its parts. */
  below: Selected | null;
  parts: Part[] | null;
}

/** What is selected of a shape, per concrete type. */
export interface Selected {
  shape: Shape;
  members: { typeName: string; entries: Entry[] }[];
}

/** A field of a connection, an edge or a PageInfo. */
export interface Part {
  key: string;
  name: string;
  typeName: string;
  below: Selected | null;
  parts: Part[] | null;
}

export interface Skeleton {
  root: Selected;
  withArguments: { definition: GraphQLField<unknown, unknown>; node: FieldNode; field: FieldPlan; path: string }[];
}

export interface SelectionSource {
  schema: GraphQLSchema;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

/** Thrown where a selected field has no plan: the caller then takes the resolver's way. */
export class Unplanned extends Error {}

type Collected = Map<string, FieldNode[]>;

/** PostgreSQL cuts longer names without a word; the limits of documents refuse them earlier. */
const maxKeyLength = 63;

/** Plans what `sets` select of `shape`. */
export function buildSkeleton(source: SelectionSource, shape: Shape, sets: readonly SelectionSetNode[]): Skeleton {
  const builder = new SkeletonBuilder(source);
  const root = builder.select(shape, sets, '');
  return { root, withArguments: builder.withArguments };
}

class SkeletonBuilder {
  readonly withArguments: Skeleton['withArguments'] = [];
  private readonly source: SelectionSource;

  constructor(source: SelectionSource) {
    this.source = source;
  }

  select(shape: Shape, sets: readonly SelectionSetNode[], path: string): Selected {
    const members = 'fields' in shape ? { [shape.typeName]: shape.fields } : shape.members;
    return {
      shape,
      members: Object.entries(members).map(([typeName, fields]) => ({
        typeName,
        entries: this.entries(typeName, fields, sets, path),
      })),
    };
  }

  private entries(typeName: string, fields: Fields, sets: readonly SelectionSetNode[], path: string): Entry[] {
    const type = this.source.schema.getType(typeName) as GraphQLObjectType;
    return [...this.collect(type, sets)].map(([key, nodes]) => {
      const name = nodes[0]!.name.value;
      if (name === '__typename') return { key, name, field: null, typeName, slot: -1, below: null, parts: null };
      const field = fields[name];
      if (!field) throw new Unplanned(`${typeName}.${name}`);
      return this.entry({ key, name, field, typeName, nodes, path: path ? `${path}.${key}` : key });
    });
  }

  private entry(at: {
    key: string;
    name: string;
    field: FieldPlan;
    typeName: string;
    nodes: FieldNode[];
    path: string;
  }): Entry {
    const { key, name, field, typeName, nodes, path } = at;
    const type = this.source.schema.getType(typeName) as GraphQLObjectType;
    const definition = type.getFields()[name]!;
    const slot = definition.args.length > 0 ? this.withArguments.length : -1;
    if (slot >= 0) this.withArguments.push({ definition, node: nodes[0]!, field, path });
    const sets = nodes.flatMap((node) => node.selectionSet ?? []);
    const base = { key, name, field, typeName, slot, below: null, parts: null };
    switch (field.kind) {
      case 'connection':
        return { ...base, parts: this.parts(namedObject(definition.type), field.target(), sets, path) };
      case 'one':
      case 'many':
        return { ...base, below: this.select(field.target(), sets, path) };
      case 'embedded':
        return { ...base, below: this.select(field.shape(), sets, path) };
      case 'node': {
        const members = Object.values(field.targets()).flatMap((target) => this.select(target, sets, path).members);
        return { ...base, below: { shape: { typeName: 'Node', fields: {} }, members } };
      }
      default:
        return base;
    }
  }

  private parts(type: GraphQLObjectType, target: Plan, sets: readonly SelectionSetNode[], path: string): Part[] {
    return [...this.collect(type, sets)].map(([key, nodes]) => {
      const name = nodes[0]!.name.value;
      const below = nodes.flatMap((node) => node.selectionSet ?? []);
      const part: Part = { key, name, typeName: type.name, below: null, parts: null };
      if (name === 'node' || name === 'nodes') return { ...part, below: this.select(target, below, `${path}.${key}`) };
      if (name === 'edges' || name === 'pageInfo') {
        return {
          ...part,
          parts: this.parts(namedObject(type.getFields()[name]!.type), target, below, `${path}.${key}`),
        };
      }
      return part;
    });
  }

  private collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Collected {
    const collected: Collected = new Map();
    const seen = new Set<string>();
    for (const set of sets) this.collectInto(collected, seen, type, set);
    return collected;
  }

  private collectInto(collected: Collected, seen: Set<string>, type: GraphQLObjectType, set: SelectionSetNode): void {
    for (const node of set.selections) {
      if (!this.included(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        if (key.length > maxKeyLength)
          throw new Error('A response key is longer than a column of PostgreSQL can be named');
        const nodes = collected.get(key);
        if (nodes) nodes.push(node);
        else collected.set(key, [node]);
        continue;
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : this.fragmentOnce(seen, node.name.value);
      if (fragment && this.applies(fragment.typeCondition?.name.value, type)) {
        this.collectInto(collected, seen, type, fragment.selectionSet);
      }
    }
  }

  private fragmentOnce(seen: Set<string>, name: string): FragmentDefinitionNode | undefined {
    if (seen.has(name)) return undefined;
    seen.add(name);
    return this.source.fragments[name];
  }

  private included(node: Parameters<typeof getDirectiveValues>[1]): boolean {
    if (!node.directives?.length) return true;
    const skip = getDirectiveValues(GraphQLSkipDirective, node, this.source.variables);
    if (skip?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, this.source.variables)?.['if'] !== false;
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = this.source.schema.getType(condition);
    return isAbstractType(conditional) && this.source.schema.isSubType(conditional, type);
  }
}

function namedObject(type: unknown): GraphQLObjectType {
  let inner = type;
  while (!(inner instanceof GraphQLObjectType)) inner = (inner as { ofType: unknown }).ofType;
  return inner;
}

export const argumentsOf = (
  slot: Skeleton['withArguments'][number],
  variables: Record<string, unknown>,
): Record<string, unknown> => getArgumentValues(slot.definition, slot.node, variables);
