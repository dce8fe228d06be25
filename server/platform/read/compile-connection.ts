import type { Patches, ReadCompiler } from './compile.ts';
import { cursorSql, logCursor } from './page.ts';
import type { ConnectionField, KeyOrder, Row } from './plan.ts';
import type { Entry, Part } from './selection.ts';
import { and, literal, sql, type Sql } from './sql.ts';

/** A page of rows once, its parts out of it: nodes, edges, pageInfo; the count apart, only when asked. */
export class ConnectionCompiler {
  private readonly read: ReadCompiler;
  private readonly entry: Entry;
  private readonly field: ConnectionField;
  private readonly parent: Row;
  private readonly items: Sql[] = [];
  private readonly clauses: ReturnType<ReadCompiler['slot']>;
  private readonly row: Row;

  constructor(read: ReadCompiler, entry: Entry, field: ConnectionField, parent: Row) {
    this.read = read;
    this.entry = entry;
    this.field = field;
    this.parent = parent;
    this.clauses = read.slot(entry);
    this.row = read.alias();
  }

  compile(patches: Patches): Sql {
    const parts = this.parts(this.entry.parts!, patches);
    const needsPage = this.items.length > 0 || this.entry.parts!.some((part) => part.name === 'pageInfo');
    if (!needsPage) return sql`(select row_to_json(c) from (select ${parts}) c)`;
    const first = this.clauses.find((clause) => clause.key === 'first')!.params[0]!;
    const { order } = this.field;
    const direction = sql.raw(order.direction);
    const sorting = sql.join(order.columns.map((c) => sql`${this.row.col(c.name)} ${direction}`));
    const page = sql`select ${sql.raw(`${this.row.alias}.*`)}, row_number() over (order by ${sorting}) as rn
      from ${this.from(this.clauses)} order by ${sorting} limit ${first}::int + 1`;
    const cells = this.items.map((item, i) => sql`${item} as ${sql.id(`j${i}`)}`);
    const rows = sql`select ${sql.join([sql`${this.row.col('rn')}`, sql`${this.cursor()} as k`, ...cells])}
      from (${page}) ${sql.ref(this.row.alias)}`;
    const gathered = this.items.map((_, i) => sql`array_to_json(array_agg(n.${sql.id(`j${i}`)} order by n.rn)
      filter (where n.rn <= ${first}::int)) as ${sql.id(`j${i}`)}`);
    const ends = sql`count(*) > ${first}::int as more, max(n.k) filter (where n.rn = 1) as first_cursor,
      max(n.k) filter (where n.rn = least(${first}::int, n.total)) as last_cursor`;
    return sql`(select row_to_json(c) from (select ${parts} from (select ${sql.join([ends, ...gathered])}
      from (select r.*, count(*) over () as total from (${rows}) r) n) p) c)`;
  }

  private from(clauses: ReturnType<ReadCompiler['slot']>): Sql {
    const { field, row, parent } = this;
    const conditions = [...(field.on ? [field.on(parent, row)] : []), ...clauses.map((clause) => clause.where(row))];
    return sql`${field.target().rows.sql} ${sql.ref(row.alias)} where ${and(conditions)}`;
  }

  /** As text: the cursor itself, or the key that code makes it of. */
  private cursor(): Sql {
    const { field, row } = this;
    return field.isLog ? keyText(row, field.order) : cursorSql(field.scope, row, field.order);
  }

  private cursorPart(part: Part, text: Sql, patches: Patches): Sql {
    if (!this.field.isLog) return text;
    patches[part.key] = true;
    return this.read.computedCell({ key: text }, logCursor);
  }

  private item(item: Sql): Sql {
    const index = this.items.push(item) - 1;
    return sql`coalesce(p.${sql.id(`j${index}`)}, '[]')`;
  }

  private parts(parts: readonly Part[], patches: Patches): Sql {
    return sql.join(parts.map((part) => sql`${this.part(part, patches)} as ${sql.id(part.key)}`));
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
        return sql`(select count(*) from ${this.from(this.clauses.filter((clause) => clause.key !== 'after'))})`;
      default:
        return sql`${literal(part.typeName)}::text`;
    }
  }

  private edge(parts: readonly Part[], patches: Patches): Sql {
    const cells = parts.map((part) => {
      if (part.name === 'cursor') return sql`${this.cursorPart(part, this.cursor(), patches)} as ${sql.id(part.key)}`;
      if (part.name === '__typename') return sql`${literal(part.typeName)}::text as ${sql.id(part.key)}`;
      const node = this.read.below(patches, part.key, (inner) => this.read.member(part.below!, this.row, inner));
      return sql`${node} as ${sql.id(part.key)}`;
    });
    return sql`(select row_to_json(e) from (select ${sql.join(cells)}) e)`;
  }

  private pageInfo(parts: readonly Part[], patches: Patches): Sql {
    const after = this.clauses.some((clause) => clause.key === 'after');
    const cells = parts.map((part) => sql`${this.pageInfoPart(part, after, patches)} as ${sql.id(part.key)}`);
    return sql`(select row_to_json(i) from (select ${sql.join(cells)}) i)`;
  }

  private pageInfoPart(part: Part, after: boolean, patches: Patches): Sql {
    switch (part.name) {
      case 'hasNextPage':
        return sql.raw('p.more');
      case 'hasPreviousPage':
        return sql.raw(String(after));
      case 'startCursor':
        return this.cursorPart(part, sql.raw('p.first_cursor'), patches);
      case 'endCursor':
        return this.cursorPart(part, sql.raw('p.last_cursor'), patches);
      default:
        return sql`${literal(part.typeName)}::text`;
    }
  }
}

const keyText = (row: Row, order: KeyOrder): Sql =>
  sql.join(order.columns.map((c) => sql`${row.col(c.name)}::text`), sql` || '~' || `);
