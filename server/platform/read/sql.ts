import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql, type RawBuilder } from 'kysely';

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

// Only its compiler is used: statements run on the ORM's own pool, by name.
const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
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

/** A constant of the code, never of a request. */
export const literal = (value: string): Sql => sql.raw(`'${value.replaceAll("'", "''")}'`);

export const and = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql.raw('true') : sql.join(conditions, sql` and `);
