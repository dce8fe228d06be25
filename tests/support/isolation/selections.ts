import {
  getNamedType,
  getOperationAST,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { createCostOf } from '../../../server/platform/graphql/cost.ts';
import { defaultLimits } from '../../../server/platform/graphql/limits.ts';

/** How far a selection goes: objects inside objects, and rows of a page. */
export interface Reach {
  depth: number;
  first: number;
}

type Composite = GraphQLObjectType | GraphQLInterfaceType;

/** A document for several ids at once, as many as the server's limit allows. */
export interface NodesDocument {
  query: string;
  batch: number;
}

const payloadReach: Reach = { depth: 3, first: 3 };

/**
 * Documents that select everything there is: every field, and through every edge the fields behind it. What a document
 * may cost decides how far it goes; what does not fit into one is put into several.
 */
export class Selections {
  readonly schema: GraphQLSchema;
  /** `Type.field` of every field that some document has asked for. */
  readonly asked = new Set<string>();
  private readonly costOf: ReturnType<typeof createCostOf>;
  private readonly made = new Map<string, unknown>();

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
    this.costOf = createCostOf(schema);
  }

  /** Objects of a type by their ids. */
  nodes(type: string, reach: Reach): NodesDocument[] {
    return this.once(`nodes ${type} ${JSON.stringify(reach)}`, () => this.makeNodes(type, reach));
  }

  private makeNodes(type: string, reach: Reach): NodesDocument[] {
    const wrap = (body: string): string =>
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on ${type} { ${body} } } }`;
    return this.split(this.pieces(this.composite(type), reach), wrap).map((query) => {
      const batch = Math.min(100, Math.floor(defaultLimits.cost / this.cost(query, { ids: ['x'] })));
      return { query: this.ask(query), batch };
    });
  }

  /** One object of a type by its id. */
  node(type: string, reach: Reach): string {
    const [{ query }] = this.nodes(type, reach) as [NodesDocument];
    return this.ask(query.replace('$ids: [ID!]!', '$id: ID!').replace('nodes(ids: $ids)', 'node(id: $id)'));
  }

  /** A list of the root, by pages: `pageInfo` tells how to go on. */
  list(field: string, reach: Reach): string[] {
    return this.once(`list ${field} ${JSON.stringify(reach)}`, () => this.makeList(field, reach));
  }

  private makeList(field: string, reach: Reach): string[] {
    const { type } = this.schema.getQueryType()!.getFields()[field]!;
    const connection = this.composite(getNamedType(type).name);
    const node = this.composite(getNamedType(connection.getFields()['nodes']!.type).name);
    const wrap = (body: string): string =>
      `query ($after: String) { ${field}(first: ${reach.first}, after: $after) { ${this.page(connection, `__typename ${body}`)} } }`;
    return this.split(this.pieces(node, { ...reach, depth: reach.depth - 1 }), wrap).map((query) => this.ask(query));
  }

  /** A field of the root that yields one object, or a plain list of them. */
  root(field: string, args: string, reach: Reach): string[] {
    return this.once(`root ${field} ${args} ${JSON.stringify(reach)}`, () => this.makeRoot(field, args, reach));
  }

  private makeRoot(field: string, args: string, reach: Reach): string[] {
    const { type } = this.schema.getQueryType()!.getFields()[field]!;
    const pieces = this.pieces(this.composite(getNamedType(type).name), reach);
    const declared = args === '' ? ['', ''] : ['($value: String!)', `(${args}: $value)`];
    return this.split(pieces, (body) => `query ${declared[0]} { ${field}${declared[1]} { __typename ${body} } }`).map(
      (query) => this.ask(query),
    );
  }

  /** A mutation with its payload and what that leads to; `subject` is the type of a payload's Node. */
  mutation(name: string, subject = 'Issue'): string {
    return this.once(`mutation ${name} ${subject}`, () => this.makeMutation(name, subject));
  }

  private makeMutation(name: string, subject: string): string {
    const field = this.schema.getMutationType()!.getFields()[name]!;
    const payload = this.composite(getNamedType(field.type).name);
    const head =
      field.args.length > 0
        ? [`($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!)`, '(input: $input)']
        : ['', ''];
    const variables = Object.fromEntries(field.args.map((argument) => [argument.name, sampleOf(argument.type)]));
    const query = `mutation ${head[0]} { ${name}${head[1]} { ${this.pieces(payload, payloadReach, subject).join(' ')} } }`;
    if (!this.fits(query, variables)) throw new Error(`Beyond the server's limits, reach less far: ${query}`);
    return this.ask(query);
  }

  /** Live streams that together select everything of an event. */
  streams(reach: Reach): string[] {
    const pieces = this.pieces(this.composite('Event'), reach);
    const known = ['__typename', 'id', 'type', 'subjectId'];
    const wrap = (body: string): string =>
      `subscription ($after: String) { events(after: $after) { cursor event { ${known.join(' ')} ${body} } } }`;
    return this.split(pieces, wrap).map((query) => this.ask(query));
  }

  /** Every field of every object type that an operation can reach, `Type.field`. */
  allFields(): string[] {
    return Object.values(this.schema.getTypeMap())
      .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
      .flatMap((type) => Object.keys((type as GraphQLObjectType).getFields()).map((field) => `${type.name}.${field}`));
  }

  /** Notes what a document selects; of an interface for all its types. */
  ask(query: string): string {
    const info = new TypeInfo(this.schema);
    visit(
      parse(query),
      visitWithTypeInfo(info, {
        Field: (node) => {
          const parent = info.getParentType()!;
          const types = isAbstractType(parent) ? this.schema.getPossibleTypes(parent) : [parent];
          for (const type of types) this.asked.add(`${type.name}.${node.name.value}`);
        },
      }),
    );
    return query;
  }

  /** All of a type's fields as texts, each a selection of its own; edges only as far as the reach goes. */
  private pieces(type: Composite, reach: Reach, subject = 'Issue'): string[] {
    if (type.name === 'Node')
      return ['__typename', `... on ${subject} { ${this.body(this.composite(subject), reach)} }`];
    const own = Object.values(type.getFields()).flatMap((field) => this.piece(field, reach, subject));
    if (!isInterfaceType(type)) return own;
    const shared = new Set(Object.keys(type.getFields()));
    const members = this.schema.getPossibleTypes(type).flatMap((member) =>
      Object.values(member.getFields())
        .filter((field) => !shared.has(field.name))
        .flatMap((field) => this.piece(field, reach, subject).map((piece) => `... on ${member.name} { ${piece} }`)),
    );
    return [...own, ...members];
  }

  private piece(field: GraphQLField<unknown, unknown>, { depth, first }: Reach, subject: string): string[] {
    const type = getNamedType(field.type);
    if (isLeafType(type)) return [field.name];
    if (depth < 1) return [];
    const inner = { depth: depth - 1, first: depth > 1 ? first : Math.min(first, 10) };
    if (!type.name.endsWith('Connection')) return [`${field.name} { ${this.body(type as Composite, inner, subject)} }`];
    const node = this.composite(getNamedType((type as Composite).getFields()['nodes']!.type).name);
    return [`${field.name}(first: ${first}) { ${this.page(type as Composite, this.body(node, inner, subject))} }`];
  }

  private once<T>(key: string, make: () => T): T {
    const known = (this.made.get(key) as T | undefined) ?? make();
    this.made.set(key, known);
    return known;
  }

  private body(type: Composite, reach: Reach, subject = 'Issue'): string {
    return ['__typename', ...this.pieces(type, reach, subject)].join(' ');
  }

  private page(connection: Composite, node: string): string {
    const count = 'totalCount' in connection.getFields() ? 'totalCount' : '';
    return `edges { cursor node { __typename id } } nodes { ${node} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } ${count}`;
  }

  private composite(name: string): Composite {
    return this.schema.getType(name) as Composite;
  }

  private cost(query: string, variables: Record<string, unknown> = {}): number {
    const document = parse(query);
    const cost = this.costOf(document, getOperationAST(document)!, variables);
    if (!('points' in cost)) throw cost.invalid;
    return cost.points;
  }

  private fits(query: string, variables: Record<string, unknown> = { ids: ['x'], value: 'x' }): boolean {
    const tokens = query.match(/[A-Za-z_$]\w*|[^\s\w]|\d+/g)!.length;
    return tokens < defaultLimits.tokens && this.cost(query, variables) <= defaultLimits.cost;
  }

  /** As few documents as hold all the pieces. */
  private split(pieces: readonly string[], wrap: (body: string) => string): string[] {
    const bodies: string[] = [];
    for (const piece of pieces) {
      const last = bodies.at(-1);
      const joined = last === undefined ? piece : `${last} ${piece}`;
      if (last !== undefined && this.fits(wrap(joined))) bodies[bodies.length - 1] = joined;
      else bodies.push(piece);
    }
    const documents = bodies.map(wrap);
    const tooLarge = documents.find((document) => !this.fits(document));
    if (tooLarge) throw new Error(`Beyond the server's limits, reach less far: ${tooLarge}`);
    return documents;
  }
}

/** Some value that the type accepts. */
function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isRequiredInputField(field));
    return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
  }
  return { Int: 1, Boolean: true, Date: '2026-01-01', UUID: '0198c0de-0000-7000-8000-000000000000' }[type.name] ?? 'x';
}
