import type { SlotClauses } from './bind.ts';
import { ConnectionCompiler } from './compile-connection.ts';
import { givenValue, Row, type Compute, type FieldPlan, type NodeField } from './plan.ts';
import type { Entry, Selected, Skeleton } from './selection.ts';
import { and, compileSql, jsonObject, literal, Param, sql, type Sql, type Statement } from './sql.ts';

/** Where values made by code stand in the response: by response key. A Map, since a client may call a key `__proto__`. */
export interface Patches extends Map<string, Patches | true> {}

export interface CompiledRead extends Statement {
  /** Planned for its values each time, not once for all. */
  isSearch: boolean;
  /** A list stands in a list. */
  isDeep: boolean;
  computes: readonly Compute[];
  /** null where the statement's text is the response itself. */
  patches: Patches | null;
}

export function compileSkeleton(skeleton: Skeleton, clauses: SlotClauses, typed: boolean): CompiledRead {
  const compiler = new ReadCompiler(clauses, typed);
  const patches: Patches = new Map();
  const root = compiler.object(skeleton.root.members[0]!.entries, new Row('viewer'), patches);
  const statement = compileSql(sql`select ${root}::text`);
  const isSearch = clauses.some((slot) => slot.some((clause) => clause.isSearch));
  const { isDeep } = compiler;
  return { ...statement, isSearch, isDeep, computes: compiler.computes, patches: patches.size > 0 ? patches : null };
}

/** Where an object's row comes from, if it is not in scope yet, and its type's name where that is to be told. */
interface Place {
  typeName?: string;
  from?: Sql;
}

/** A clause with its parameters in place. */
export interface SlotClause {
  key: string;
  where: (row: Row) => Sql;
  params: Sql[];
  each: { values: Sql; on: (row: Row, value: Sql) => Sql } | undefined;
}

/** What the compilers of single parts need of the whole. */
export class ReadCompiler {
  readonly computes: Compute[] = [];
  private readonly clauses: SlotClauses;
  private readonly typed: boolean;
  private aliases = 0;
  private lists = 0;
  isDeep = false;

  constructor(clauses: SlotClauses, typed: boolean) {
    this.clauses = clauses;
    this.typed = typed;
  }

  /** A JSON object out of a row; its type's name is told where it could be of another. */
  object(entries: readonly Entry[], row: Row, patches: Patches, { typeName, from }: Place = {}): Sql {
    const columns = entries.map((entry) => sql`${this.entry(entry, row, patches)} as ${sql.id(entry.key)}`);
    if (this.typed && typeName) columns.push(sql`${literal(typeName)}::text as "$t"`);
    return jsonObject(columns, from);
  }

  private entry(entry: Entry, row: Row, patches: Patches): Sql {
    const { field, key } = entry;
    if (field === null) return sql`${literal(entry.typeName)}::text`;
    switch (field.kind) {
      case 'value':
        return field.value(row);
      case 'computed':
        patches.set(key, true);
        return this.computedCell(field.needs(row), field.compute);
      case 'embedded':
        return this.below(patches, key, (inner) => this.member(entry.below!, row, inner));
      case 'one':
      case 'many':
        return this.below(patches, key, (inner) => this.rows(entry, field, row, inner));
      case 'node':
        return this.below(patches, key, (inner) => this.node(entry, field, inner));
      case 'connection':
        return this.below(patches, key, (inner) =>
          this.inList(() => new ConnectionCompiler(this, entry, field, row).compile(inner)),
        );
    }
  }

  private inList(compile: () => Sql): Sql {
    this.lists += 1;
    if (this.lists > 1) this.isDeep = true;
    const compiled = compile();
    this.lists -= 1;
    return compiled;
  }

  below(patches: Patches, key: string, compile: (inner: Patches) => Sql): Sql {
    // Concrete types of one field share their places.
    const known = patches.get(key);
    const inner: Patches = known instanceof Map ? known : new Map();
    const compiled = compile(inner);
    if (inner.size > 0) patches.set(key, inner);
    return compiled;
  }

  computedCell(needs: Record<string, Sql>, compute: Compute): Sql {
    let index = this.computes.indexOf(compute);
    if (index < 0) index = this.computes.push(compute) - 1;
    const cells = Object.entries(needs).map(([name, need]) => sql`${need} as ${sql.id(name)}`);
    return jsonObject([sql`${sql.raw(String(index))} as "$c"`, ...cells]);
  }

  /** The object of a row, by its concrete type where there are several. */
  member({ shape, members }: Selected, row: Row, patches: Patches, place: Place = {}): Sql {
    if (!('discriminate' in shape)) return this.object(members[0]!.entries, row, patches, place);
    const branches = members.map(
      ({ typeName, entries }) =>
        sql`when ${literal(typeName)} then ${this.object(entries, row, patches, { typeName })}`,
    );
    const item = sql`case ${shape.discriminate(row)} ${sql.join(branches, sql` `)} end`;
    return place.from ? sql`(select ${item}${place.from})` : item;
  }

  alias(): Row {
    this.aliases += 1;
    return new Row(`t${this.aliases}`);
  }

  /** Conditions and bound values of a field's arguments. */
  slot(entry: Entry): SlotClause[] {
    if (entry.slot < 0) return [];
    let offset = 0;
    return this.clauses[entry.slot]!.map((clause) => {
      const params = clause.values.map((_, i) => {
        const position = offset + i;
        return sql`${new Param((binding) => binding.values[entry.slot]![position])}`;
      });
      offset += clause.values.length;
      const { key, each } = clause;
      const where = (row: Row): Sql => clause.where(row, ...params);
      return { key, where, params, each: each && { values: each.values(...params), on: each.on } };
    });
  }

  private rows(entry: Entry, field: Extract<FieldPlan, { kind: 'one' | 'many' }>, row: Row, patches: Patches): Sql {
    const target = this.alias();
    const conditions = [field.on(row, target), ...this.slot(entry).map((clause) => clause.where(target))];
    const { rows } = field.target();
    const from = sql` from ${rows.madeFor?.(row) ?? rows.sql} ${sql.ref(target.alias)} where ${and(conditions)}`;
    if (field.kind === 'one') return this.member(entry.below!, target, patches, { from });
    const item = this.inList(() => this.member(entry.below!, target, patches));
    return sql`coalesce((select array_to_json(array_agg(${item} order by ${field.order(target)}))${from}), '[]')`;
  }

  private node(entry: Entry, field: NodeField, patches: Patches): Sql {
    if (field.given !== undefined) {
      const type = sql`${givenValue(`${field.given}Type`)}::text`;
      return this.byPrefix(entry, field, { type, id: sql`${givenValue(field.given)}::uuid` }, patches);
    }
    const clause = this.slot(entry)[0];
    const [types, ids] = clause?.params ?? [];
    const wanted = new Set(clause?.key.split(':')[1]?.split(',').filter(Boolean));
    const input = sql`unnest(${types!}::text[], ${ids!}::uuid[]) with ordinality n(type, id, position)`;
    const found = this.byPrefix(entry, field, { type: sql.ref('n.type'), id: sql.ref('n.id'), wanted }, patches);
    if (!field.list) return sql`(select ${found} from ${input})`;
    return sql`coalesce((select array_to_json(array_agg(${found} order by n.position)) from ${input}), '[]')`;
  }

  /** The object of the type that a prefix names; only the types `wanted` stand in the statement. */
  private byPrefix(
    entry: Entry,
    field: NodeField,
    node: { type: Sql; id: Sql; wanted?: Set<string> },
    patches: Patches,
  ): Sql {
    const targets = Object.entries(field.targets()).filter(([prefix]) => node.wanted?.has(prefix) ?? true);
    const branches = targets.map(([prefix, plan]) => {
      const target = this.alias();
      const members = entry.below!.members.filter(({ typeName }) =>
        'fields' in plan ? plan.typeName === typeName : typeName in plan.members,
      );
      const from = sql` from ${plan.rows.sql} ${sql.ref(target.alias)} where ${target.col('id')} = ${node.id}`;
      const place = { typeName: members[0]!.typeName, from };
      return sql`when ${literal(prefix)} then ${this.member({ shape: plan, members }, target, patches, place)}`;
    });
    return branches.length === 0 ? sql`null::json` : sql`case ${node.type} ${sql.join(branches, sql` `)} end`;
  }
}
