import type { Patches, ReadCompiler, SlotClause } from './compile.ts';
import { cursorSql, keySql, logCursor, maxPageSize } from './page.ts';
import type { ConnectionField, Row, VisiblePages } from './plan.ts';
import type { Entry, Part } from './selection.ts';
import { and, jsonObject, literal, sql, type Sql } from './sql.ts';

/** A page of rows once, its parts out of it: nodes, edges, pageInfo; the count apart, only when asked. */
export class ConnectionCompiler {
  private readonly read: ReadCompiler;
  private readonly entry: Entry;
  private readonly field: ConnectionField;
  private readonly parent: Row;
  /** What is made of each row of the page. */
  private readonly items: Sql[] = [];
  private needsKeys = false;
  private readonly clauses: SlotClause[];
  private readonly row: Row;
  private readonly pages: VisiblePages | undefined;
  /** A short list, seen from its start, is counted where its page is found. */
  private readonly countsHere: boolean;

  constructor(read: ReadCompiler, entry: Entry, field: ConnectionField, parent: Row) {
    this.read = read;
    this.entry = entry;
    this.field = field;
    this.parent = parent;
    this.clauses = read.slot(entry);
    this.row = read.alias();
    const lacks = this.clauses.some((clause) => field.pages?.lacks.has(clause.key));
    this.pages = lacks ? undefined : field.pages;
    const names = new Set(entry.parts!.map((part) => part.name));
    const hasPage = names.has('nodes') || names.has('edges') || names.has('pageInfo');
    this.countsHere = hasPage && names.has('totalCount') && field.on !== undefined && !this.pages && !this.has('after');
  }

  compile(patches: Patches): Sql {
    const parts = this.parts(this.entry.parts!, patches);
    const needsPage = this.items.length > 0 || this.entry.parts!.some((part) => part.name === 'pageInfo');
    if (!needsPage) return jsonObject(parts);
    const first = sql`${this.clauses.find((clause) => clause.key === 'first')!.params[0]!}::int`;
    const place = this.row.col('$n');
    // The row after the page only tells that there is more.
    const made = this.items.map(
      (item, i) => sql`case when ${place} <= ${first} then ${item} end as ${sql.id(`j${i}`)}`,
    );
    if (this.needsKeys) made.push(sql`${this.key()} as k`);
    if (this.countsHere) made.push(this.row.col('$total'));
    const rows = sql`select ${sql.join([place, ...made])} from ${this.page(first)}`;
    const gather = (name: string): Sql =>
      sql`array_agg(r.${sql.id(name)} order by r."$n") filter (where r."$n" <= ${first})`;
    const gathered = this.items.map((_, i) => sql`array_to_json(${gather(`j${i}`)}) as ${sql.id(`j${i}`)}`);
    if (this.needsKeys) gathered.push(sql`${gather('k')} as keys`);
    if (this.countsHere) gathered.push(sql`coalesce(max(r."$total"), 0) as total`);
    const page = sql`select ${sql.join([sql`count(*) > ${first} as more`, ...gathered])} from (${rows}) r`;
    return jsonObject(parts, sql` from (${page}) p`);
  }

  /** The rows of the page and one more, numbered. */
  private page(first: Sql): Sql {
    const { order } = this.field;
    const alias = sql.ref(this.row.alias);
    const sorting = sql.join(order.columns.map((c) => sql`${this.row.col(c.name)} ${sql.raw(order.direction)}`));
    const cut = (from: Sql, limit: Sql): Sql =>
      sql`(select ${alias}.* from ${from} order by ${sorting} limit ${limit})`;
    // The constant tells the planner how few are wanted; of a parameter it expects a tenth of the list.
    const most = sql.raw(String(maxPageSize + 1));
    const counted = (from: Sql): Sql => sql`(select ${alias}.*, count(*) over () as "$total" from ${from}) ${alias}`;
    const each = this.pages && this.clauses.find((clause) => clause.each)?.each;
    const value = sql.ref('$e.value');
    const clauses = this.clauses.map((one) =>
      each && one.each === each ? { ...one, where: (row: Row) => each.on(row, value) } : one,
    );
    const pages = this.sources(clauses).map((from) => cut(this.countsHere ? counted(from) : from, most));
    const branches = each
      ? pages.map(
          (page) => sql`(select ${alias}.* from ${each.values} "$e"(value) cross join lateral ${page} ${alias})`,
        )
      : pages;
    const found = cut(sql`(${sql.join(branches, sql` union all `)}) ${alias}`, sql`${first} + 1`);
    const rows = this.pages ? this.pages.rowsOf(found) : found;
    return sql`(select ${alias}.*, row_number() over (order by ${sorting}) as "$n" from ${rows} ${alias}) ${alias}`;
  }

  private has(clause: string): boolean {
    return this.clauses.some(({ key }) => key === clause);
  }

  private count(): Sql {
    if (this.countsHere) return sql.raw('p.total');
    const sources = this.sources(this.clauses.filter((clause) => clause.key !== 'after'));
    const rows = sql.join(
      sources.map((from) => sql`select 1 from ${from}`),
      sql` union all `,
    );
    return sql`(select count(*) from (${rows}) n)`;
  }

  /** Where the list's rows are found: each with its conditions, no row in two. */
  private sources(clauses: readonly SlotClause[]): Sql[] {
    const { field, row, parent } = this;
    const conditions = [...(field.on ? [field.on(parent, row)] : []), ...clauses.map((clause) => clause.where(row))];
    const tables = this.pages ? this.pages.branches : [field.target().rows.sql];
    return tables.map((table) => sql`${table} ${sql.ref(row.alias)} where ${and(conditions)}`);
  }

  /** As text: the cursor itself, or the key that code makes it of. */
  private key(): Sql {
    const { field, row } = this;
    return field.isLog ? keySql(row, field.order) : cursorSql(field.scope, row, field.order);
  }

  private cursor(part: Part, text: Sql, patches: Patches): Sql {
    if (!this.field.isLog) return text;
    patches.set(part.key, true);
    return this.read.computedCell({ key: text }, logCursor);
  }

  private item(item: Sql): Sql {
    const index = this.items.push(item) - 1;
    return sql`coalesce(p.${sql.id(`j${index}`)}, '[]')`;
  }

  private parts(parts: readonly Part[], patches: Patches): Sql[] {
    return parts.map((part) => sql`${this.part(part, patches)} as ${sql.id(part.key)}`);
  }

  private part(part: Part, patches: Patches): Sql {
    switch (part.name) {
      case 'nodes':
        return this.read.below(patches, part.key, (inner) => this.item(this.read.member(part.below!, this.row, inner)));
      case 'edges':
        return this.read.below(patches, part.key, (inner) => this.item(this.edge(part.parts!, inner)));
      case 'pageInfo':
        return this.read.below(patches, part.key, (inner) => this.pageInfo(part.parts!, inner));
      case 'totalCount':
        return this.count();
      default:
        return sql`${literal(part.typeName)}::text`;
    }
  }

  private edge(parts: readonly Part[], patches: Patches): Sql {
    const cells = parts.map((part) => {
      if (part.name === 'cursor') return sql`${this.cursor(part, this.key(), patches)} as ${sql.id(part.key)}`;
      if (part.name === '__typename') return sql`${literal(part.typeName)}::text as ${sql.id(part.key)}`;
      const node = this.read.below(patches, part.key, (inner) => this.read.member(part.below!, this.row, inner));
      return sql`${node} as ${sql.id(part.key)}`;
    });
    return jsonObject(cells);
  }

  private pageInfo(parts: readonly Part[], patches: Patches): Sql {
    const after = this.has('after');
    return jsonObject(parts.map((part) => sql`${this.pageInfoPart(part, after, patches)} as ${sql.id(part.key)}`));
  }

  private pageInfoPart(part: Part, after: boolean, patches: Patches): Sql {
    switch (part.name) {
      case 'hasNextPage':
        return sql.raw('p.more');
      case 'hasPreviousPage':
        return sql.raw(String(after));
      case 'startCursor':
        this.needsKeys = true;
        return this.cursor(part, sql.raw('p.keys[1]'), patches);
      case 'endCursor':
        this.needsKeys = true;
        return this.cursor(part, sql.raw('p.keys[cardinality(p.keys)]'), patches);
      default:
        return sql`${literal(part.typeName)}::text`;
    }
  }
}
