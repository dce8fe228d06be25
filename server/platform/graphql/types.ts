import {
  Args,
  ArgsType,
  Field,
  ID,
  InputType,
  Int,
  InterfaceType,
  ObjectType,
  registerEnumType,
  type ClassType,
} from 'type-graphql';

/** An enum whose values are their own names; every value says what it means. */
export function graphqlEnum<const V extends string>(
  name: string,
  description: string,
  values: Record<V, string>,
): { readonly [K in V]: K } {
  const entries = Object.keys(values) as V[];
  const object = Object.fromEntries(entries.map((v) => [v, v])) as { [K in V]: K };
  const valuesConfig = Object.fromEntries(entries.map((v) => [v, { description: values[v] }]));
  registerEnumType(object, { name, description, valuesConfig: valuesConfig as never });
  return object;
}

/** A type whose fields a read plan fills: without resolvers, the executor takes them from the row. */
export const PlannedType = (name: string, description: string, implementing: Function[] = []): ClassDecorator =>
  ObjectType(name, { description, simpleResolvers: true, implements: implementing });

/** The concrete type that a statement wrote beside an object of an interface. */
export const typeOfRow = (row: { $t?: string }): string => row.$t!;

@InterfaceType('Node', {
  description:
    'Anything with a global id. An id that is unknown, of another type or not yours to see answers the same: null.',
  resolveType: typeOfRow as never,
})
export class NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable; carries its type.' })
  id!: string;
}

@PlannedType('PageInfo', 'Where a page of a connection stands in its list.')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows after `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether the page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge: the next page is `after` it.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, nullable: true, description: 'How many, 1 to 100; BAD_INPUT outside.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor after which to go on; BAD_INPUT where it is not one of this list.',
  })
  after!: string | null | undefined;
}

/** Gives a list field `first` and `after`, as `@Args` does for a method. */
export const Paged =
  (args: () => ClassType = () => PageArgs): PropertyDecorator =>
  (prototype, key) =>
    Args(args)(prototype, key, 0);

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
}

/** A Relay connection of `node`, with a `nodes` shortcut; `counted` adds an exact `totalCount`. */
export function connectionOf<T>(name: string, node: () => ClassType, counted: boolean): ClassType<Connection<T>> {
  @PlannedType(`${name}Edge`, `One place in a list of ${name}.`)
  class Edge {
    @Field(() => String, { description: 'Position of this edge, for `after`.' })
    cursor!: string;

    @Field(node, { description: 'The object at this place.' })
    node!: T;
  }

  @PlannedType(`${name}Connection`, `A page of a list of ${name}: only what the viewer may see.`)
  class Page {
    @Field(() => [Edge], { description: 'The page with a cursor for each object.' })
    edges!: Edge[];

    @Field(() => [node()], { description: 'The page without cursors.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
    pageInfo!: PageInfo;
  }
  if (counted) {
    Field(() => Int, {
      description: 'How many there are in all, exactly, of those the viewer may see. Counted only when asked for.',
    })(Page.prototype, 'totalCount');
  }
  return Page;
}

/** Adds fields to a type of a module of lower rank: the module that owns a field declares it. */
export function extendType(target: ClassType, fields: Record<string, PropertyDecorator[]>): void {
  for (const [name, decorators] of Object.entries(fields)) {
    for (const decorate of decorators) decorate(target.prototype, name);
  }
}

export const IdempotencyKey = (): PropertyDecorator =>
  Field(() => String, {
    nullable: true,
    description:
      'Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH.',
  });

@InputType()
export abstract class MutationInput {
  @IdempotencyKey()
  idempotencyKey!: string | null | undefined;
}

const expectedVersion =
  'The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`.';

@InputType()
export abstract class ChangeInput extends MutationInput {
  @Field(() => Int, { nullable: true, description: expectedVersion })
  expectedVersion!: number | null | undefined;
}

@InputType()
export abstract class StrictChangeInput extends MutationInput {
  @Field(() => Int, { description: expectedVersion })
  expectedVersion!: number;
}

@ObjectType({ simpleResolvers: true })
export abstract class MutationPayload {
  @Field(() => String, {
    description:
      'Position of the change in the event log: a stream or page that has come so far has told of it. What others were writing in that moment may stand before it: to miss nothing, begin a stream with a cursor that the log itself has given.',
  })
  position!: string;
}
