import { createHash } from 'node:crypto';
import {
  buildSchema,
  execute,
  GraphQLScalarType,
  printSchema,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { Client } from 'pg';
import { decodeNodeId } from '../../../server/platform/graphql/node-id.ts';
import {
  Row,
  type Clause,
  type ConnectionField,
  type FieldPlan,
  type Fields,
  type NodeField,
  type Plan,
  type ReadEnvironment,
  type Shape,
} from '../../../server/platform/read/plan.ts';
import { Param, sql, type Sql } from '../../../server/platform/read/sql.ts';

/** A row with its values as PostgreSQL prints them. */
interface Carried {
  columns: readonly { name: string; type: string }[];
  values: readonly (string | null)[];
  key: string;
}

/** An object of the response: its type's plans and the row they speak of. */
class Thing {
  constructor(
    readonly typeName: string,
    readonly fields: Fields,
    readonly row: Carried | null,
  ) {}
}

interface Answer {
  rows: (string | null)[][];
  fields: { name: string; dataTypeID: number; dataTypeModifier: number }[];
}

type Args = Record<string, unknown>;

const plain = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const parameter = (value: unknown): Sql => sql`${new Param(() => value)}`;
const raw = { getTypeParser: () => (value: string) => value };

/** The same types and scalars without a resolver. */
export function withoutResolvers(schema: GraphQLSchema): GraphQLSchema {
  const bare = buildSchema(printSchema(schema));
  for (const type of Object.values(bare.getTypeMap())) {
    const original = schema.getType(type.name);
    if (!(type instanceof GraphQLScalarType) || !(original instanceof GraphQLScalarType)) continue;
    const { serialize, parseValue, parseLiteral } = original;
    Object.assign(type, { serialize, parseValue, parseLiteral });
  }
  return bare;
}

export interface ReferenceOptions {
  /** Without resolvers. */
  schema: GraphQLSchema;
  queryShape: { typeName: string; fields: Fields };
  /** Of its own, in the viewer's role and context for good. */
  client: Client;
  environment: ReadEnvironment;
  /** Called for each field that was resolved, with its value. */
  onField: (typeName: string, fieldName: string, value: unknown) => void;
}

/**
 * Reads plans as naively as can be: every row by a statement of its own, every field of it by another, all the rest
 * by graphql-js. What it has read it keeps, since the data stands still while it is used.
 */
export class Reference {
  private readonly options: ReferenceOptions;
  private readonly known = new Map<string, Promise<unknown>>();
  private readonly fieldIds = new Map<FieldPlan, number>();
  private readonly rowIds = new Map<string, number>();
  private readonly typeNames = new Map<string, string>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: ReferenceOptions) {
    this.options = options;
  }

  async execute(document: DocumentNode, variables: Args): Promise<ExecutionResult> {
    const { schema, queryShape } = this.options;
    return execute({
      schema,
      document,
      variableValues: variables,
      rootValue: new Thing('Query', queryShape.fields, null),
      fieldResolver: this.resolve,
      typeResolver: (value) => (value as Thing).typeName,
    });
  }

  /** Of every row that the viewer sees in the list's source, in its order. */
  async cursors(field: ConnectionField): Promise<string[]> {
    const rows = await this.rows(field.target(), [], this.sorting(field, new Row('t2')));
    return rows.map((row) => this.cursor(field, row));
  }

  private readonly resolve: GraphQLFieldResolver<unknown, unknown> = async (source, args, _context, info) => {
    const value = await this.valueOf(source, args, info.fieldName);
    this.options.onField(info.parentType.name, info.fieldName, value);
    return value;
  };

  private valueOf(source: unknown, args: Args, name: string): unknown {
    if (!(source instanceof Thing)) {
      const part = (source as Record<string, unknown>)[name];
      return typeof part === 'function' ? (part as () => unknown)() : part;
    }
    const field = source.fields[name]!;
    const key = [
      this.idOf(this.fieldIds, field),
      source.row ? this.idOf(this.rowIds, source.row.key) : '',
      JSON.stringify(args),
    ].join(' ');
    let value = this.known.get(key);
    if (!value) this.known.set(key, (value = this.read(field, source, args)));
    return value;
  }

  private idOf<K>(ids: Map<K, number>, key: K): number {
    if (!ids.has(key)) ids.set(key, ids.size);
    return ids.get(key)!;
  }

  private async read(field: FieldPlan, { row }: Thing, args: Args): Promise<unknown> {
    switch (field.kind) {
      case 'value':
        return this.expression(field.value(new Row('t1')), row);
      case 'computed': {
        const needs: Record<string, unknown> = {};
        for (const [name, need] of Object.entries(field.needs(new Row('t1'))))
          needs[name] = await this.expression(need, row);
        return field.compute(needs, this.options.environment);
      }
      case 'embedded':
        return this.thing(field.shape(), row);
      case 'one': {
        const rows = await this.rows(field.target(), this.conditions(field, args), null, row);
        if (rows.length > 1) throw new Error('One row was expected');
        return rows[0] ? this.thing(field.target(), rows[0]) : null;
      }
      case 'many': {
        const rows = await this.rows(field.target(), this.conditions(field, args), field.order(new Row('t2')), row);
        return Promise.all(rows.map((each) => this.thing(field.target(), each)));
      }
      case 'node':
        return this.nodes(field, args);
      case 'connection':
        return this.connection(field, args, row);
    }
  }

  private async nodes(field: NodeField, args: Args): Promise<unknown> {
    const ids = field.list ? (args['ids'] as string[]) : [args['id'] as string];
    const found = await Promise.all(
      ids.map(async (id) => {
        const node = decodeNodeId(id);
        const plan = node && field.targets()[node.prefix];
        if (!plan) return null;
        const [row] = await this.rows(plan, [sql`${new Row('t2').col('id')} = ${parameter(node.uuid)}::uuid`]);
        return row ? this.thing(plan, row) : null;
      }),
    );
    return field.list ? found : found[0];
  }

  private async connection(field: ConnectionField, args: Args, parent: Carried | null): Promise<object> {
    const target = new Row('t2');
    const conditions = this.conditions(field, args);
    const after = args['after'] as string | null | undefined;
    const rest = typeof after === 'string' ? [...conditions, this.isAfter(field, after, target)] : conditions;
    const rows = await this.rows(field.target(), rest, this.sorting(field, target), parent);
    const first = (args['first'] as number | null) ?? 20;
    const page = rows.slice(0, first);
    const nodes = await Promise.all(page.map((row) => this.thing(field.target(), row)));
    const cursors = page.map((row) => this.cursor(field, row));
    return {
      nodes,
      edges: nodes.map((node, i) => ({ node, cursor: cursors[i] })),
      pageInfo: {
        hasNextPage: rows.length > first,
        hasPreviousPage: typeof after === 'string',
        startCursor: cursors[0] ?? null,
        endCursor: cursors.at(-1) ?? null,
      },
      totalCount: async () => (await this.rows(field.target(), conditions, null, parent)).length,
    };
  }

  private conditions(field: Extract<FieldPlan, { kind: 'one' | 'many' | 'connection' }>, args: Args): Sql[] {
    const target = new Row('t2');
    const clauses: Clause[] = field.clauses?.(args) ?? [];
    return [
      ...(field.on ? [field.on(new Row('t1'), target)] : []),
      ...clauses.map((clause) => clause.where(target, ...clause.values.map(parameter))),
    ];
  }

  private sorting({ order }: ConnectionField, row: Row): Sql {
    return sql.join(order.columns.map(({ name }) => sql`${row.col(name)} ${sql.raw(order.direction)}`));
  }

  /** Column by column, as a row comparison is defined. */
  private isAfter(field: ConnectionField, cursor: string, row: Row): Sql {
    const { columns, direction } = field.order;
    const key = this.keyOf(field, cursor);
    const bound = (i: number): Sql => sql`${parameter(key[i])}::${sql.raw(columns[i]!.cast)}`;
    const alternatives = columns.map(({ name }, i) => {
      const equal = columns.slice(0, i).map((column, j) => sql`${row.col(column.name)} = ${bound(j)} and `);
      return sql`(${sql.join(equal, sql``)}${row.col(name)} ${sql.raw(direction === 'asc' ? '>' : '<')} ${bound(i)})`;
    });
    return sql`(${sql.join(alternatives, sql` or `)})`;
  }

  private keyOf(field: ConnectionField, cursor: string): string[] {
    const { cursors, viewer } = this.options.environment;
    if (!field.isLog) return cursor.slice(0, cursor.lastIndexOf('~')).split('~');
    const { xid, id } = cursors.decode(cursor, viewer.organizationId, 'after');
    return [xid, id];
  }

  private cursor(field: ConnectionField, row: Carried): string {
    const { cursors, cursorSalt, viewer } = this.options.environment;
    const parts = field.order.columns.map(
      ({ name }) => row.values[row.columns.findIndex((column) => column.name === name)]!,
    );
    if (field.isLog) return cursors.encode({ xid: parts[0]!, id: parts[1]! }, viewer.organizationId);
    const key = parts.join('~');
    return `${key}~${createHash('md5')
      .update(cursorSalt + field.scope + key)
      .digest('hex')
      .slice(0, 10)}`;
  }

  private async thing(shape: Shape, row: Carried | null): Promise<Thing | null> {
    if ('fields' in shape) return new Thing(shape.typeName, shape.fields, row);
    const typeName = (await this.expression(shape.discriminate(new Row('t1')), row)) as string | null;
    return typeName === null ? null : new Thing(typeName, shape.members[typeName]!, row);
  }

  private async expression(expression: Sql, row: Carried | null): Promise<unknown> {
    const [found] = await this.query(
      sql`select to_json(q.v) from (select ${expression} as v${this.from(expression, row)}) q`,
    );
    return found![0] === null ? null : JSON.parse(found![0]!);
  }

  private async rows(
    plan: Plan,
    conditions: Sql[],
    order: Sql | null = null,
    parent: Carried | null = null,
  ): Promise<Carried[]> {
    const where = sql.join([sql`true`, ...conditions], sql` and `);
    const { madeFor } = plan.rows;
    const rowsOf = madeFor ? sql`lateral ${madeFor(new Row('t1'))}` : plan.rows.sql;
    const carried = this.from(sql`${where} ${rowsOf}`, parent);
    const from = parent && this.compile(carried).text !== '' ? sql`${carried}, ` : sql` from `;
    const statement = sql`select t2.*${from}${rowsOf} t2 where ${where} ${order ? sql`order by ${order}` : sql``}`;
    const { fields, rows } = await this.send(statement);
    const columns = await Promise.all(
      fields.map(async ({ name, dataTypeID, dataTypeModifier }) => ({
        name,
        type: await this.typeName(dataTypeID, dataTypeModifier),
      })),
    );
    return rows.map((values) => ({ columns, values, key: JSON.stringify([columns, values]) }));
  }

  /** The columns of `row` that `expression` names, as a table `t1`; nothing where it names none. */
  private from(expression: Sql, row: Carried | null): Sql {
    const { text } = this.compile(expression);
    const cells = (row?.columns ?? []).flatMap(({ name, type }, i) =>
      text.includes(`"t1"."${name}"`) ? [sql`${parameter(row!.values[i])}::${sql.raw(type)} as ${sql.id(name)}`] : [],
    );
    return cells.length === 0 ? sql`` : sql` from (select ${sql.join(cells)}) t1`;
  }

  private async typeName(oid: number, modifier: number): Promise<string> {
    const key = `${oid} ${modifier}`;
    if (!this.typeNames.has(key)) {
      const { rows } = await this.inTurn(() =>
        this.options.client.query<{ name: string }>('select format_type($1, $2) as name', [oid, modifier]),
      );
      this.typeNames.set(key, rows[0]!.name);
    }
    return this.typeNames.get(key)!;
  }

  private compile(fragment: Sql): { text: string; params: Param[] } {
    const { sql: text, parameters } = fragment.compile(plain);
    return { text, params: [...parameters] as Param[] };
  }

  private async query(fragment: Sql): Promise<(string | null)[][]> {
    return (await this.send(fragment)).rows;
  }

  private async send(fragment: Sql): Promise<Answer> {
    const { text, params } = this.compile(fragment);
    const { viewer, cursorSalt } = this.options.environment;
    const binding = {
      organizationId: viewer.organizationId,
      actorId: viewer.actorId,
      values: [],
      given: {},
      cursorSalt,
    };
    const values = params.map((param) => param.read(binding));
    return this.inTurn(() =>
      this.options.client.query({ text, values, rowMode: 'array', types: raw } as never),
    ) as unknown as Promise<Answer>;
  }

  /** graphql-js resolves side by side, one connection answers one by one. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(work);
    this.last = next.catch(() => undefined);
    return next;
  }
}
