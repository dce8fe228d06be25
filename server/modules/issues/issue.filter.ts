import { uuidOf } from '../../platform/graphql/node-id.ts';
import { when, whenAny, type Clause, type Row } from '../../platform/read/plan.ts';
import { byArgument, byLexemes, sought } from '../../platform/read/search.ts';
import { sql, viewerActor, type Sql } from '../../platform/read/sql.ts';
import { wordsOf } from '../../platform/text/search-text.ts';
import type { IssueFilter } from './issue.inputs.ts';

export function issueClauses(filter: IssueFilter): Clause[] {
  const { statuses, topicCodes, kinds, channels, collectedFrom, collectedTo, query } = filter;
  const areas = filter.areaIds?.map((id) => uuidOf(id, 'area', 'filter.areaIds'));
  const owners = filter.organizationIds?.map((id) => uuidOf(id, 'org', 'filter.organizationIds'));
  return [
    ...byLexemes('s', statuses, whenAny('statuses', statuses, 'status', 'text')),
    ...byLexemes('t', topicCodes, ofTopics(topicCodes)),
    ...byLexemes(
      'a',
      areas,
      when('areas', areas, (row, v) => inAreas(row.col('area_id'), v)).map((clause) => ({
        ...clause,
        each: { values: areasBelow, on: (row: Row, area: Sql) => sql`${row.col('area_id')} = ${area}` },
      })),
    ),
    ...byLexemes('o', owners, whenAny('owners', owners, 'owner_id', 'uuid')),
    ...byLexemes('k', kinds, whenAny('kinds', kinds, 'kind', 'text')),
    ...byLexemes('c', channels, whenAny('channels', channels, 'channel', 'text')),
    ...byArgument(
      (day) => sql`p_from => ${day}::date`,
      when('from', collectedFrom, (row, v) => sql`${row.col('collected_on')} >= ${v}::date`),
    ),
    ...byArgument(
      (day) => sql`p_to => ${day}::date`,
      when('to', collectedTo, (row, v) => sql`${row.col('collected_on')} <= ${v}::date`),
    ),
    ...followed(filter.followed),
    ...(query === null || query === undefined ? [] : [sought('ISSUE', wordsOf(query, 'filter.query'))]),
  ];
}

function ofTopics(codes: string[] | null | undefined): Clause[] {
  const ids = (code: Sql): Sql => sql`(select t.id from topic t where t.code = ${code})`;
  if (codes?.length === 1)
    return when('topics:1', codes[0], (row, v) => sql`${row.col('topic_id')} = ${ids(sql`${v}::text`)}`);
  return when('topics', codes, (row, v) => sql`${row.col('topic_id')} in ${ids(sql`any(${v}::text[])`)}`);
}

const allFollowed = sql`(select f.subject_id from follow f where f.actor_id = ${viewerActor})`;

/** Those followed are few: found from their side, by a search too. */
function followed(wanted: boolean | null | undefined): Clause[] {
  if (wanted === null || wanted === undefined) return [];
  const each = { values: () => allFollowed, on: (row: Row, id: Sql) => sql`${row.col('id')} = ${id}` };
  return wanted
    ? byArgument(
        () => sql`p_among => array${allFollowed}`,
        [{ key: 'followed', values: [], where: (row) => sql`${row.col('id')} in ${allFollowed}`, each }],
      )
    : byArgument(
        () => sql`p_except => array${allFollowed}`,
        [{ key: 'unfollowed', values: [], where: (row) => sql`not ${isFollowed(row)}` }],
      );
}

/** The areas and those below them. */
const areasBelow = (areas: Sql): Sql => sql`(
  with recursive below(id) as (select unnest(${areas}::uuid[]) union select a.id from area a join below b on a.parent_id = b.id)
  select id from below)`;

/** In one of the areas or of those below them. */
export const inAreas = (area: Sql, areas: Sql): Sql => sql`${area} in ${areasBelow(areas)}`;

export const isFollowed = (row: Row): Sql =>
  sql`exists (select from follow f where f.actor_id = ${viewerActor} and f.subject_id = ${row.col('id')})`;
