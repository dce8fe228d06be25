import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type CompiledQuery,
  type RawBuilder,
} from 'kysely';

export type Sql = RawBuilder<unknown>;
export { sql };

/** A value known only when a request binds the compiled statement. */
export class Param {
  readonly read: (binding: Binding) => unknown;

  constructor(read: (binding: Binding) => unknown) {
    this.read = read;
  }
}

/** What one request brings to a compiled statement. */
export interface Binding {
  organizationId: string;
  actorId: string;
  /** Per field with arguments, in the order of the skeleton: the values of its clauses. */
  values: readonly (readonly unknown[])[];
  /** Rows and values that code has decided before the read. */
  given: Readonly<Record<string, string | null>>;
  /** Keeps a mistyped list cursor from silently reading elsewhere. */
  cursorSalt: string;
}

export interface Statement {
  text: string;
  params: readonly Param[];
}

/** Numbers a parameter once however often it stands in the text: the planner then knows that the places are equal. */
class NumberingCompiler extends PostgresQueryCompiler {
  private readonly positions = new Map<unknown, number>();

  override compileQuery(...root: Parameters<PostgresQueryCompiler['compileQuery']>): CompiledQuery {
    this.positions.clear();
    return super.compileQuery(...root);
  }

  protected override appendValue(parameter: unknown): void {
    let position = this.positions.get(parameter);
    if (position === undefined) {
      this.addParameter(parameter);
      position = this.numParameters;
      this.positions.set(parameter, position);
    }
    this.append(`$${position}`);
  }
}

// Only its compiler is used: statements run on the ORM's own pool, by name.
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new NumberingCompiler(),
  },
});

export function compileSql(fragment: Sql): Statement {
  const { sql: text, parameters } = fragment.compile(compiler);
  for (const parameter of parameters) {
    if (!(parameter instanceof Param)) throw new Error('A read plan put a literal value into its SQL; use a clause');
  }
  return { text, params: parameters as Param[] };
}

export const viewerOrganization: Sql = sql`${new Param((binding) => binding.organizationId)}::uuid`;
export const viewerActor: Sql = sql`${new Param((binding) => binding.actorId)}::uuid`;

/** The organization id under which a row is open to every member body. */
export const everyMember: Sql = sql.raw(`'00000000-0000-0000-0000-000000000000'::uuid`);

/**
 * One row as a JSON object, its columns in the order given. The compiler's own names begin with a dollar, which no
 * field or alias of GraphQL does: a column `o` would otherwise be taken for the row of that name.
 */
export const jsonObject = (columns: readonly Sql[], from: Sql = sql``): Sql =>
  sql`(select row_to_json("$o") from (select ${sql.join(columns)}${from}) "$o")`;

/** A constant of the code, never of a request. */
export const literal = (value: string): Sql => sql.raw(`'${value.replaceAll("'", "''")}'`);

/**
 * Whether a row's key finds what `query` selects, looked up for each row: without the offset the planner may join, and
 * then read everything that the viewer's organization sees.
 */
export const found = (query: Sql): Sql => sql`exists (${query} offset 0)`;

export const and = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql.raw('true') : sql.join(conditions, sql` and `);
