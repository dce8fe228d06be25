import type { SearchHitType, TextRangeType } from '../graphql/search-hit.types.ts';
import { highlight } from '../text/highlight.ts';
import { column, computed, embedded, shape, type FieldPlan, type Row } from './plan.ts';
import { sql, type Sql } from './sql.ts';

/** What a plan's rows have beside their columns, whether a search has found them or not. */
export const foundColumns = sql`page.rank, page.oldest, page."$n", page.search_marks`;
export const notSearched = sql`null::text as search_marks`;

const range = shape<TextRangeType>('TextRange', { start: column('start'), end: column('end') });
const hit = shape<SearchHitType>('SearchHit', {
  field: column('field'),
  snippet: column('snippet'),
  ranges: embedded(() => range),
});

/** Where the row was met by the search that has found it; `texts` in the order of their importance. */
export const searchHit = (texts: Record<string, (row: Row) => Sql>): FieldPlan =>
  computed(
    (row) => {
      const marks = row.col('search_marks');
      const cells = Object.entries(texts).map(([field, text]) => [
        field,
        sql`case when ${marks} is not null then ${text(row)} end`,
      ]);
      return { marks, ...(Object.fromEntries(cells) as Record<string, Sql>) };
    },
    ({ marks, ...found }) => {
      if (marks === null) return null;
      const fields = Object.keys(texts).map((field) => ({ field, text: found[field] as string | null }));
      return highlight(fields, JSON.parse(marks as string) as string[]);
    },
    () => hit,
  );
