import { createHash, timingSafeEqual } from 'node:crypto';
import { badInput } from '../errors.ts';
import type { Clause, Compute, ConnectionField, KeyOrder, ReadEnvironment, Row } from './plan.ts';
import { Param, sql, type Sql } from './sql.ts';

export const maxPageSize = 100;
const defaultPageSize = 20;
const separator = '~';
const macLength = 10;

/**
 * Cursors of lists are the last row's key with a checksum, made inside the statement. The checksum keeps a mistyped
 * cursor from silently reading elsewhere; what a reader may see never depends on it.
 */
const macOf = (salt: string, scope: string, key: string): string =>
  createHash('md5').update(`${salt}${scope}${key}`).digest('hex').slice(0, macLength);

const salt = sql`${new Param((binding) => binding.cursorSalt)}::text`;

/** The SQL text of a row's place in its list. */
export const keySql = (row: Row, order: KeyOrder): Sql =>
  sql.join(
    order.columns.map((c) => sql`${row.col(c.name)}::text`),
    sql` || '~' || `,
  );

/** The SQL text of a row's cursor; of a search it is good for the same words alone. */
export function cursorSql(scope: Sql, row: Row, order: KeyOrder): Sql {
  const key = keySql(row, order);
  return sql`(${key}) || '~' || left(md5(${salt} || ${scope} || (${key})), ${sql.raw(String(macLength))})`;
}

/** What the cursors of a list depend on. */
export type Listed = Pick<ConnectionField, 'scope' | 'order' | 'isLog'>;

function decodeCursor({ scope, order }: Listed, cursor: string, salt: string): readonly string[] {
  const at = cursor.lastIndexOf(separator);
  const key = cursor.slice(0, at);
  const given = Buffer.from(cursor.slice(at + 1));
  const expected = Buffer.from(macOf(salt, scope, key));
  const parts = key.split(separator);
  if (
    at < 1 ||
    given.length !== expected.length ||
    !timingSafeEqual(given, expected) ||
    parts.length !== order.columns.length
  ) {
    throw badInput('after', 'page.cursor');
  }
  return parts;
}

/** `first` and `after` as clauses: 1 to 100, 20 where it is null, else BAD_INPUT naming the argument. */
export function pageClauses(field: Listed, args: Record<string, unknown>, environment: ReadEnvironment): Clause[] {
  const first = (args['first'] as number | null | undefined) ?? defaultPageSize;
  if (!Number.isInteger(first) || first < 1 || first > maxPageSize) {
    throw badInput('first', 'page.first', { max: maxPageSize });
  }
  const clauses: Clause[] = [{ key: 'first', values: [first], where: () => sql`true` }];
  const after = args['after'] as string | null | undefined;
  if (after !== null && after !== undefined) clauses.push(afterClause(field, after, environment));
  return clauses;
}

function afterClause(field: Listed, after: string, environment: ReadEnvironment): Clause {
  const { order } = field;
  const key = field.isLog ? decodeLogCursor(after, environment) : decodeCursor(field, after, environment.cursorSalt);
  const sign = sql.raw(order.direction === 'asc' ? '>' : '<');
  return {
    key: 'after',
    values: key,
    where: (row, ...values) => {
      const columns = sql.join(order.columns.map((c) => row.col(c.name)));
      const bounds = sql.join(values.map((v, i) => sql`${v}::${sql.raw(order.columns[i]!.cast)}`));
      return sql`(${columns}) ${sign} (${bounds})`;
    },
  };
}

function decodeLogCursor(after: string, { cursors, viewer }: ReadEnvironment): readonly string[] {
  const { xid, id } = cursors.decode(after, viewer.organizationId, 'after');
  return [xid, id];
}

/** The log's cursor of the key that the statement left; null on an empty page. */
export const logCursor: Compute = ({ key }, { cursors, viewer }) => {
  if (key === null) return null;
  const [xid, id] = (key as string).split(separator) as [string, string];
  return cursors.encode({ xid, id }, viewer.organizationId);
};
