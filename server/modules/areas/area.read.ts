import { cleanText, foldText } from '../../platform/text/normalize.ts';
import {
  column,
  connection,
  many,
  nodeId,
  one,
  openToMembers,
  plan,
  reference,
  shape,
  when,
  type Clause,
  type Fields,
  type Plan,
  type Row,
} from '../../platform/read/plan.ts';
import { sql, type Sql } from '../../platform/read/sql.ts';
import type { AreaLineageType, AreaType, AreasArgs } from './area.types.ts';

const byCode = (row: Row): Sql => sql`${row.col('to_id')}`;

export const areaPlan: Plan & { fields: Fields } = plan<AreaType>('Area', openToMembers('area'), {
  id: nodeId('area'),
  code: column('code'),
  name: column('name'),
  kind: column('kind'),
  parent: reference(() => areaPlan, 'parent_id'),
  validFrom: column('valid_from'),
  validTo: column('valid_to'),
  predecessors: many(() => predecessorPlan, {
    on: (row, lineage) => sql`${lineage.col('to_id')} = ${row.col('id')}`,
    order: (lineage) => sql`${lineage.col('from_id')}`,
  }),
  successors: many(() => successorPlan, {
    on: (row, lineage) => sql`${lineage.col('from_id')} = ${row.col('id')}`,
    order: byCode,
  }),
});

const lineagePlan = (other: 'from_id' | 'to_id'): Plan => ({
  ...shape<AreaLineageType>('AreaLineage', {
    area: one(
      () => areaPlan,
      (row, area) => sql`${area.col('id')} = ${row.col(other)}`,
    ),
    partial: column('partial'),
    effectiveOn: column('effective_on'),
    legalBasis: column('legal_basis'),
  }),
  rows: openToMembers('area_lineage'),
});
const predecessorPlan = lineagePlan('from_id');
const successorPlan = lineagePlan('to_id');

export const areaQueries: Fields = {
  areas: connection(() => areaPlan, {
    scope: 'areas',
    order: {
      columns: [
        { name: 'code', cast: 'text' },
        { name: 'valid_from', cast: 'date' },
      ],
      direction: 'asc',
    },
    clauses: (args) => areaClauses(args as unknown as AreasArgs),
  }),
};

function areaClauses({ query, on }: AreasArgs): Clause[] {
  const words =
    query === null || query === undefined ? [] : foldText(cleanText(query, { field: 'query', max: 100 })).split(' ');
  return [
    // Each word somewhere in names, aliases or code: `search` holds them folded.
    ...when(
      'query',
      words.length > 0 ? words.map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`) : null,
      (row, patterns) => sql`${row.col('search')} like all (${patterns}::text[])`,
    ),
    ...when(
      'on',
      on,
      (row, day) =>
        sql`${row.col('valid_from')} <= ${day}::date and (${row.col('valid_to')} is null or ${day}::date < ${row.col('valid_to')})`,
    ),
  ];
}
