import type { SearchQuery } from '../text/search-query.ts';
import type { SlotClause } from './compile.ts';
import type { Listed } from './page.ts';
import type { Clause, ConnectionField, KeyOrder, Row } from './plan.ts';
import { and, literal, sql, type Sql } from './sql.ts';

/** By rank, then the newest; the oldest ranked document stays the same from page to page. */
const byRank: KeyOrder = {
  columns: [
    { name: 'rank', cast: 'int' },
    { name: 'id', cast: 'uuid' },
    { name: 'oldest', cast: 'uuid' },
  ],
  direction: 'desc',
};

/** Finds documents of a kind by words; none by a text without a word. The list is then in the order of their rank. */
export function sought(kind: 'ISSUE' | 'MATTER', query: SearchQuery | null): Clause {
  const { words = null, typed = null, exact = null, marks = [] } = query ?? {};
  return {
    key: 'query',
    // The terms of the other clauses come last: see withTerms.
    values: [words, typed, exact, JSON.stringify(marks), lexeme(`=${kind}`)],
    where: () => sql`true`,
    isSearch: true,
    search: { words: words ?? '' },
  };
}

/** Clauses that a search answers by lexemes of a document: any of `values` behind a sign. */
export const byLexemes = (sign: string, values: readonly string[] | null | undefined, clauses: Clause[]): Clause[] =>
  clauses.map((clause) => ({ ...clause, search: { anyOf: (values ?? []).map((value) => `=${sign}:${value}`) } }));

/** Clauses that a search answers by an argument of its functions. */
export const byArgument = (argument: (...values: Sql[]) => Sql, clauses: Clause[]): Clause[] =>
  clauses.map((clause) => ({ ...clause, search: { argument } }));

/** Nothing has the lexeme of a value that is none. */
const lexeme = (term: string): string => (/^=[A-Za-z0-9_:-]+$/.test(term) ? `'${term}'` : `'=nothing'`);

const isSought = ({ search }: Pick<Clause, 'search'>): boolean => search !== undefined && 'words' in search;

/** What filters ask of a document goes into the query for its words: one index then answers all of it. */
export function withTerms(clauses: Clause[]): Clause[] {
  const groups = clauses.flatMap(({ search }) => (search && 'anyOf' in search ? [anyOf(search.anyOf)] : []));
  const all = (kind: unknown): string => [kind, ...groups].join(' & ');
  return clauses.map((clause) =>
    isSought(clause) ? { ...clause, values: [...clause.values.slice(0, -1), all(clause.values.at(-1))] } : clause,
  );
}

const anyOf = (terms: readonly string[]): string =>
  terms.length === 0 ? lexeme('') : `(${terms.map(lexeme).join(' | ')})`;

/** How the list's pages follow one another: a search has its own order, and cursors for its own words alone. */
export function listedBy(field: ConnectionField, clauses: readonly Clause[]): Listed {
  const words = clauses.map(({ search }) => (search && 'words' in search ? search.words : null));
  const found = words.find((text) => text !== null);
  return found === undefined ? field : { scope: `${field.scope}?${found}`, order: byRank };
}

/** A search of a connection as SQL: where its page and its number come from. */
export class CompiledSearch {
  readonly order = byRank;
  private readonly field: ConnectionField;
  private readonly clauses: readonly SlotClause[];
  private readonly query: SlotClause;

  constructor(field: ConnectionField, clauses: readonly SlotClause[], query: SlotClause) {
    if (!field.found) throw new Error(`${field.scope} cannot be searched`);
    this.field = field;
    this.clauses = clauses;
    this.query = query;
  }

  static of(field: ConnectionField, clauses: readonly SlotClause[]): CompiledSearch | undefined {
    const query = clauses.find(isSought);
    return query && new CompiledSearch(field, clauses, query);
  }

  get scope(): Sql {
    return sql`${literal(`${this.field.scope}?`)} || coalesce(${this.query.params[0]!}::text, '')`;
  }

  /** The plan's rows of the first documents and one more, with `$n` as their places. */
  rows(first: Sql, row: Row): Sql {
    const [words, typed, exact, marks, terms] = this.query.params as [Sql, Sql, Sql, Sql, Sql];
    const after = this.clauses.find(({ key }) => key === 'after')?.params;
    const start = after
      ? [sql`p_after_rank => ${after[0]!}::int, p_after => ${after[1]!}::uuid, p_oldest => ${after[2]!}::uuid`]
      : [];
    const options = [...start, ...this.options(row)].map((option) => sql`, ${option}`);
    const page = sql`(select f.id, f.rank, f.oldest, f.place as "$n", ${marks}::text as search_marks
      from search_documents(${words}::text::tsquery, ${typed}::text::tsquery, ${exact}::text::tsquery, ${terms}::text::tsquery,
        ${first} + 1${sql.join(options, sql``)}) with ordinality f(id, rank, oldest, place))`;
    return this.field.found!(page).sql;
  }

  count(row: Row): Sql {
    const [words, , , , terms] = this.query.params as [Sql, Sql, Sql, Sql, Sql];
    const options = this.options(row).map((option) => sql`, ${option}`);
    return sql`search_count(${words}::text::tsquery, ${terms}::text::tsquery${sql.join(options, sql``)})`;
  }

  /** Named arguments; filters that are none leave rows among which to look. */
  private options(row: Row): Sql[] {
    const named = this.clauses.flatMap(({ search, params }) =>
      search && 'argument' in search ? [search.argument(...params)] : [],
    );
    const others = this.clauses.filter(({ key, search }) => !search && key !== 'first' && key !== 'after');
    if (others.length === 0) return named;
    const conditions = others.map((clause) => clause.where(row));
    const rows = sql`select ${row.col('id')} from ${this.field.target().rows.sql} ${sql.ref(row.alias)}`;
    return [...named, sql`p_among => array(${rows} where ${and(conditions)})`];
  }
}
