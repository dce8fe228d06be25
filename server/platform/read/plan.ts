import type { Viewer } from '../auth/viewer.ts';
import type { Cursors } from '../events/cursor.ts';
import { literal, Param, sql, type Sql } from './sql.ts';

/** One row of a plan's source inside a statement. */
export class Row {
  readonly alias: string;

  constructor(alias: string) {
    this.alias = alias;
  }

  col(name: string): Sql {
    return sql.ref(`${this.alias}.${name}`);
  }
}

/** A condition or setting that an argument adds: `key` shapes the statement, `values` are bound at each request. */
export interface Clause {
  key: string;
  values: readonly unknown[];
  where: (row: Row, ...values: Sql[]) => Sql;
  /** Few values, of which each finds its rows along an index: a page is then looked for value by value. */
  each?: { values: (...values: Sql[]) => Sql; on: (row: Row, value: Sql) => Sql };
  /** How many rows it leaves depends on its values: a statement with it is planned for them each time. */
  isSearch?: boolean;
}

/** The clause for an argument, or none where it was not given. */
export function when(key: string, value: unknown, where: Clause['where']): Clause[] {
  return value === null || value === undefined ? [] : [{ key, values: [value], where }];
}

/** The same for words to search for, which are rare or frequent. */
export const whenSearched = (key: string, value: unknown, where: Clause['where']): Clause[] =>
  when(key, value, where).map((clause) => ({ ...clause, isSearch: true }));

/** Any of the values in a column: a single one as an equality, which leaves an index in its order. */
export function whenAny(
  key: string,
  values: readonly string[] | null | undefined,
  name: string,
  cast: string,
): Clause[] {
  const type = sql.raw(cast);
  if (values?.length === 1) return when(`${key}:1`, values[0], (row, v) => sql`${row.col(name)} = ${v}::${type}`);
  return when(key, values, (row, v) => sql`${row.col(name)} = any(${v}::${type}[])`);
}

/** Checked arguments of a field: pure; throws AppError naming the field. */
export type ClausesOf = (args: Record<string, unknown>) => Clause[];

/** Ascending or descending by columns whose values are unique together; `cast` is the SQL type of each. */
export interface KeyOrder {
  columns: readonly { name: string; cast: string }[];
  direction: 'asc' | 'desc';
}

interface ValueField {
  kind: 'value';
  value: (row: Row) => Sql;
}
/** An object made of the same row. */
interface EmbeddedField {
  kind: 'embedded';
  shape: () => Shape;
}
interface OneField {
  kind: 'one';
  target: () => Plan;
  on: (row: Row, target: Row) => Sql;
  clauses?: ClausesOf;
}
interface ManyField {
  kind: 'many';
  target: () => Plan;
  on: (row: Row, target: Row) => Sql;
  order: (target: Row) => Sql;
  clauses?: ClausesOf;
}
export interface ConnectionField {
  kind: 'connection';
  target: () => Plan;
  /** Ties the list to its parent; absent for a root list. */
  on?: (row: Row, target: Row) => Sql;
  order: KeyOrder;
  clauses?: ClausesOf;
  /** Cursors of another scope are refused. */
  scope: string;
  /** The list is the event log: its cursors are the log's own. */
  isLog?: boolean;
  /** Where a page is found before its rows are read; absent: among the rows themselves. */
  pages?: VisiblePages;
}
/** A value that code makes from columns of the row. */
interface ComputedField {
  kind: 'computed';
  needs: (row: Row) => Record<string, Sql>;
  compute: Compute;
}

/** Any object by its global id; `list` for several at once, null where there is none. */
export interface NodeField {
  kind: 'node';
  list: boolean;
  targets: () => Record<string, Plan>;
  /** The object is not asked for by an argument: code has decided its id under this name, its prefix under `…Type`. */
  given?: string;
}

/** What values made by code may depend on. */
export interface ReadEnvironment {
  viewer: Viewer;
  cursors: Cursors;
  /** Keeps a mistyped list cursor from silently reading elsewhere. */
  cursorSalt: string;
}

/** `needs` holds what the plan's own SQL yielded, so that its types are the plan's business. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Compute = (needs: Record<string, any>, environment: ReadEnvironment) => unknown;

export type FieldPlan = ValueField | EmbeddedField | OneField | ManyField | ConnectionField | ComputedField | NodeField;
export type Fields = Record<string, FieldPlan>;

/** What an object looks like: one type, or several told apart by a column. */
export type Shape =
  | { typeName: string; fields: Fields }
  | { typeName: string; discriminate: (row: Row) => Sql; members: Record<string, Fields> };

declare const walled: unique symbol;
/** A table expression that yields only rows the viewer may see. */
export interface VisibleRows {
  readonly sql: Sql;
  /** Where the rows are made for one row of the parent. */
  readonly madeFor?: (parent: Row) => Sql;
  readonly [walled]: true;
}

export type Plan = Shape & { rows: VisibleRows };

/**
 * The same rows once more, by their keys and the columns that arguments filter by, so that a page reads an index and
 * not the whole list: each branch is in the order of one index, no row is in two of them.
 */
export interface VisiblePages {
  readonly branches: readonly Sql[];
  /** The plan's rows of a page found in the branches. */
  readonly rowsOf: (page: Sql) => Sql;
  /** Keys of clauses that need columns which are not there: with one of these the rows themselves are searched. */
  readonly lacks: ReadonlySet<string>;
  readonly [walled]: true;
}

/** Rows of `table`, as `t`, that satisfy `where`: all its columns or those `of` a join, and `columns` besides. */
export function visibleRows(table: string, parts: { where: Sql; of?: Sql; columns?: Sql; join?: Sql }): VisibleRows {
  const columns = parts.columns ? sql`, ${parts.columns}` : sql``;
  const query = sql`(select ${parts.of ?? sql.raw('t.*')}${columns} from ${sql.table(table)} t ${parts.join ?? sql``} where ${parts.where})`;
  return { sql: query } as unknown as VisibleRows;
}

/** Pages of `columns` of `table`, as `t`; each branch has its own condition of who may see its rows. */
export function visiblePages(
  table: string,
  parts: { columns: Sql; join?: Sql; branches: readonly Sql[]; rowsOf?: (page: Sql) => Sql; lacks?: readonly string[] },
): VisiblePages {
  const { columns, join = sql``, branches, rowsOf = (page) => page, lacks = [] } = parts;
  const from = sql`select ${columns} from ${sql.table(table)} t ${join} where`;
  const queries = branches.map((where) => sql`(${from} ${where})`);
  return { branches: queries, rowsOf, lacks: new Set(lacks) } as unknown as VisiblePages;
}

/**
 * Rows that a function of the database makes for one row of the parent, of which they are a to-one or to-many; the
 * function itself sees to it that they are the viewer's.
 */
export const rowsMadeFor = (call: (parent: Row) => Sql): VisibleRows =>
  ({ sql: sql`(select)`, madeFor: (parent: Row) => sql`(select * from ${call(parent)})` }) as unknown as VisibleRows;

/** What a mutation's own code has decided, row by row: nothing of it is read from a table. `types` are SQL. */
export const givenRows = (name: string, types: Record<string, string>): VisibleRows => {
  const columns = Object.entries(types).map(([column, type]) => sql`${sql.id(column)} ${sql.raw(type)}`);
  const rows = sql`jsonb_to_recordset(${givenValue(name)}::jsonb) as t(${sql.join(columns)})`;
  return { sql: sql`(select * from ${rows})` } as unknown as VisibleRows;
};

/** Reference data that every member body may read. */
export const openToMembers = (table: string): VisibleRows => ({ sql: sql.table(table) }) as unknown as VisibleRows;

/** Every public field of the type class, by name: a field left out does not compile. */
export type FieldsOf<Type> = { [K in keyof Type]-?: FieldPlan };

export function plan<Type>(typeName: string, rows: VisibleRows, fields: FieldsOf<Type>): Plan & { fields: Fields } {
  return { typeName, rows, fields: { ...fields } };
}

export const shape = <Type>(typeName: string, fields: FieldsOf<Type>): Shape & { fields: Fields } => ({
  typeName,
  fields: { ...fields },
});

/** Adds fields that a module of higher rank owns. */
export function extendPlan<Extension>(base: { typeName: string; fields: Fields }, fields: FieldsOf<Extension>): void {
  for (const [name, field] of Object.entries(fields as Fields)) {
    if (base.fields[name]) throw new Error(`${base.typeName}.${name} is planned twice`);
    base.fields[name] = field;
  }
}

export const value = (expression: (row: Row) => Sql): FieldPlan => ({ kind: 'value', value: expression });
export const column = (name: string): FieldPlan => value((row) => row.col(name));

/** RFC 3339 in UTC with milliseconds, as the DateTime scalar prints it. */
export const instant = (name: string): FieldPlan =>
  value((row) => sql`to_char(${row.col(name)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** The opaque global id: the type's prefix and the row's key. */
export const nodeId = (prefix: string, name = 'id'): FieldPlan =>
  value((row) => sql`${literal(`${prefix}_`)} || ${row.col(name)}`);

export const one = (target: () => Plan, on: OneField['on'], clauses?: ClausesOf): FieldPlan => ({
  kind: 'one',
  target,
  on,
  ...(clauses && { clauses }),
});

/** The row of `target` whose id a mutation or delivery has decided; none where it decided null. */
export const given = (target: () => Plan, name: string): FieldPlan =>
  one(target, (_, other) => sql`${other.col('id')} = ${givenValue(name)}::uuid`);

/** The same where the row may be of several types, by the prefix of its id. */
export const givenNode = (targets: NodeField['targets'], name: string): FieldPlan => ({
  kind: 'node',
  list: false,
  targets,
  given: name,
});

export const givenValue = (name: string): Sql => sql`${new Param((binding) => binding.given[name] ?? null)}`;

/** The row of `target` whose `id` stands in this row's column. */
export const reference = (target: () => Plan, name: string): FieldPlan =>
  one(target, (row, other) => sql`${other.col('id')} = ${row.col(name)}`);

export const many = (target: () => Plan, parts: Omit<ManyField, 'kind' | 'target'>): FieldPlan => ({
  kind: 'many',
  target,
  ...parts,
});

export const connection = (target: () => Plan, parts: Omit<ConnectionField, 'kind' | 'target'>): ConnectionField => ({
  kind: 'connection',
  target,
  ...parts,
});

export const embedded = (makeShape: () => Shape): FieldPlan => ({ kind: 'embedded', shape: makeShape });

export const computed = (needs: ComputedField['needs'], compute: Compute): FieldPlan => ({
  kind: 'computed',
  needs,
  compute,
});

export const byId = (direction: 'asc' | 'desc'): KeyOrder => ({ columns: [{ name: 'id', cast: 'uuid' }], direction });
