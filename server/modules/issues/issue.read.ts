import { uuidOf } from '../../platform/graphql/node-id.ts';
import {
  byId,
  column,
  computed,
  connection,
  embedded,
  givenValue,
  instant,
  many,
  nodeId,
  one,
  plan,
  reference,
  shape,
  value,
  visiblePages,
  visibleRows,
  when,
  whenSearched,
  whenAny,
  type Clause,
  type FieldPlan,
  type Fields,
  type Plan,
  type Row,
} from '../../platform/read/plan.ts';
import { logCursor } from '../../platform/read/page.ts';
import { everyMember, found, sql, viewerActor, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { cleanText, foldText } from '../../platform/text/normalize.ts';
import { areaPlan } from '../areas/area.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import { topicPlan } from '../topics/topic.read.ts';
import type { IssueArgs, IssueFilter, IssuesArgs } from './issue.inputs.ts';
import { allowedIssueActions, levelNames, type IssueFacts } from './issue.policy.ts';
import type { IssueLinkType, IssueType, ViewerAccessType } from './issue.types.ts';

/** Levels of `issue_access` up to which the words of an issue may be read. */
const readerLevel = sql.raw('3');

/** Null where the viewer's organization may not see the issue at all. */
export const accessLevel = (issue: Sql): Sql => sql`(select min(a.level) from issue_access a
  where a.issue_id = ${issue} and a.organization_id in (${viewerOrganization}, ${everyMember}))`;

/** Every issue the viewer's organization may see, with its level as `access_level`. */
const visibleIssues = visibleRows('issue', {
  join: sql`cross join lateral (select ${accessLevel(sql.ref('t.id'))} as level offset 0) access`,
  columns: sql`access.level as access_level`,
  where: sql`access.level is not null`,
});

const isOwnRow = sql`t.organization_id = ${viewerOrganization}`;

/** The same issues by the rows that say who sees them: its own, and those for every member where it has none of its own. */
const feed = visiblePages('issue_access', {
  columns: sql.raw(
    `t.issue_id as id, t.level, t.owner_id, t.status, t.kind, t.channel, t.topic_id, t.area_id, t.collected_on`,
  ),
  branches: [
    isOwnRow,
    // Its owner has a row of its own: most are told apart without a look-up.
    sql`t.organization_id = ${everyMember} and t.owner_id <> ${viewerOrganization} and not ${found(sql`select from issue_access own
      where own.issue_id = t.issue_id and own.organization_id = ${viewerOrganization}`)}`,
  ],
  // A summary of one's own may stand beside more for everyone.
  rowsOf: (
    page,
  ) => sql`(select t.*, case when page.level < 4 then page.level else ${accessLevel(sql.ref('t.id'))} end as access_level
    from ${page} page join issue t on t.id = page.id)`,
  lacks: ['query'],
});

const forReaders = (name: string): FieldPlan =>
  value((row) => sql`case when ${row.col('access_level')} <= ${readerLevel} then ${row.col(name)} end`);

const hiddenAtSummary = [
  'description',
  'statusReason',
  'place',
  'sharedWith',
  'links',
  'comments',
  'timeline',
  'referrals',
  'repeatCount',
  'parent',
  'parts',
];

/** For the owner's eyes: how far it is open, and where it stands on its way. */
const ownersOnly = ['sharedWith', 'heldBy'];
const hiddenAt: Record<number, readonly string[]> = {
  2: ownersOnly,
  3: ownersOnly,
  4: [...hiddenAtSummary, 'heldBy'],
};

/** The part of the viewer's organization in the issue's matter; null where it has none. */
const partInMatter = (row: Row): Sql => sql`(select m.role from matter_access m
  where m.matter_id = ${row.col('matter_id')} and m.organization_id = ${viewerOrganization})`;

const viewerAccess = shape<ViewerAccessType>('ViewerAccess', {
  level: computed(
    (row) => ({ level: row.col('access_level') }),
    ({ level }) => levelNames[level as 1 | 2 | 3 | 4],
  ),
  hiddenFields: computed(
    (row) => ({
      level: row.col('access_level'),
      noMatter: sql`${row.col('matter_id')} is not null and ${partInMatter(row)} is null`,
    }),
    ({ level, noMatter }) => [...(hiddenAt[level as number] ?? []), ...(noMatter ? ['matter'] : [])],
  ),
  allowedActions: computed(
    (row) => ({
      level: row.col('access_level'),
      isOwner: sql`${row.col('owner_id')} = ${viewerOrganization}`,
      status: row.col('status'),
      inMatter: sql`${row.col('matter_id')} is not null`,
      isSplit: sql`exists (select from issue part where part.parent_id = ${row.col('id')} and part.status <> 'SUPERSEDED')`,
      part: partInMatter(row),
    }),
    (facts, { viewer }) => allowedIssueActions(viewer, facts as unknown as IssueFacts),
  ),
});

export const issuePlan: Plan & { fields: Fields } = plan<IssueType>('Issue', visibleIssues, {
  id: nodeId('issue'),
  code: column('code'),
  kind: column('kind'),
  title: column('title'),
  description: forReaders('description'),
  status: column('status'),
  statusSince: instant('status_since'),
  statusReason: forReaders('status_reason'),
  channel: column('channel'),
  topic: reference(() => topicPlan, 'topic_id'),
  area: reference(() => areaPlan, 'area_id'),
  place: forReaders('place'),
  voices: column('voices'),
  collectedOn: column('collected_on'),
  owner: reference(() => organizationPlan, 'owner_id'),
  visibility: column('visibility'),
  sharedWith: many(() => organizationPlan, {
    on: (row, organization) => sql`exists (select from issue_share s where s.issue_id = ${row.col('id')}
      and s.organization_id = ${organization.col('id')} and ${viewerOrganization} in (s.owner_id, s.organization_id))`,
    order: (organization) => sql`${organization.col('code')}`,
  }),
  links: connection(() => linkSidePlan, {
    scope: 'Issue.links',
    order: byId('asc'),
    on: (row, link) => sql`${link.col('issue_id')} = ${row.col('id')} and ${row.col('access_level')} <= ${readerLevel}`,
  }),
  repeatCount: value(
    (row) => sql`(select count(*)::int from ${linkSidePlan.rows.sql} l where l.issue_id = ${row.col('id')}
    and l.kind = 'REPEATS' and not l.outgoing and ${row.col('access_level')} <= ${readerLevel})`,
  ),
  parent: one(
    () => issuePlan,
    (row, whole) => sql`${whole.col('id')} = ${row.col('parent_id')} and ${row.col('access_level')} <= ${readerLevel}`,
  ),
  parts: many(() => issuePlan, {
    on: (row, part) =>
      sql`${part.col('parent_id')} = ${row.col('id')} and ${row.col('access_level')} <= ${readerLevel}`,
    order: (part) => part.col('id'),
  }),
  viewerAccess: embedded(() => viewerAccess),
  version: column('version'),
  createdAt: instant('created_at'),
  updatedAt: instant('updated_at'),
});

const linkFields = {
  id: nodeId('link'),
  kind: column('kind'),
  issue: one(
    () => issuePlan,
    (row, issue) => sql`${issue.col('id')} = ${row.col('other_id')}`,
  ),
  note: column('note'),
  createdBy: reference(() => organizationPlan, 'created_by_id'),
  createdAt: instant('created_at'),
};

const bothVisible = sql`${accessLevel(sql.ref('t.issue_id'))} <= 4 and ${accessLevel(sql.ref('t.other_id'))} <= 4`;

/** A link as each of its two issues sees it: the other one is `issue`. */
const linkSidePlan: Plan = {
  ...shape<IssueLinkType>('IssueLink', linkFields),
  rows: visibleRows('issue_link_side', { where: bothVisible }),
};

/** Its note says more than two cards do. */
const oneReadable = sql`(${accessLevel(sql.ref('t.issue_id'))} <= ${readerLevel} or ${accessLevel(sql.ref('t.other_id'))} <= ${readerLevel})`;

/** A link by its own id: `issue` is the one it points to. */
export const linkPlan: Plan = {
  ...shape<IssueLinkType>('IssueLink', linkFields),
  rows: visibleRows('issue_link_side', { where: sql`t.outgoing and ${bothVisible} and ${oneReadable}` }),
};

const newestFirst = byId('desc');

export const issueQueries: Fields = {
  issue: one(
    () => issuePlan,
    () => sql`true`,
    (args) => when('code', (args as unknown as IssueArgs).code, (row, code) => sql`${row.col('code')} = ${code}::text`),
  ),
  issues: connection(() => issuePlan, {
    scope: 'issues',
    order: newestFirst,
    pages: feed,
    clauses: (args) => issueClauses((args as unknown as IssuesArgs).filter ?? ({} as IssueFilter)),
  }),
};

function issueClauses(filter: IssueFilter): Clause[] {
  return [
    ...whenAny('statuses', filter.statuses, 'status', 'text'),
    ...ofTopics(filter.topicCodes),
    ...when(
      'areas',
      filter.areaIds?.map((id) => uuidOf(id, 'area', 'filter.areaIds')),
      (row, v) => inAreas(row.col('area_id'), v),
    ).map((clause) => ({
      ...clause,
      each: { values: areasBelow, on: (row: Row, area: Sql) => sql`${row.col('area_id')} = ${area}` },
    })),
    ...whenAny(
      'owners',
      filter.organizationIds?.map((id) => uuidOf(id, 'org', 'filter.organizationIds')),
      'owner_id',
      'uuid',
    ),
    ...whenAny('kinds', filter.kinds, 'kind', 'text'),
    ...whenAny('channels', filter.channels, 'channel', 'text'),
    ...when('from', filter.collectedFrom, (row, v) => sql`${row.col('collected_on')} >= ${v}::date`),
    ...when('to', filter.collectedTo, (row, v) => sql`${row.col('collected_on')} <= ${v}::date`),
    ...followed(filter.followed),
    ...whenSearched(
      'query',
      searchText(filter.query, 'filter.query'),
      (row, v) =>
        sql`${row.col('access_level')} <= ${readerLevel} and ${row.col('search')} @@ plainto_tsquery('simple', ${v}::text)`,
    ),
  ];
}

function ofTopics(codes: string[] | null | undefined): Clause[] {
  const ids = (code: Sql): Sql => sql`(select t.id from topic t where t.code = ${code})`;
  if (codes?.length === 1)
    return when('topics:1', codes[0], (row, v) => sql`${row.col('topic_id')} = ${ids(sql`${v}::text`)}`);
  return when('topics', codes, (row, v) => sql`${row.col('topic_id')} in ${ids(sql`any(${v}::text[])`)}`);
}

/** Those followed are few: found from their side. */
function followed(wanted: boolean | null | undefined): Clause[] {
  if (wanted === null || wanted === undefined) return [];
  const all = sql`(select f.subject_id from follow f where f.actor_id = ${viewerActor})`;
  const each = { values: () => all, on: (row: Row, id: Sql) => sql`${row.col('id')} = ${id}` };
  return wanted
    ? [{ key: 'followed', values: [], where: (row) => sql`${row.col('id')} in ${all}`, each }]
    : [{ key: 'unfollowed', values: [], where: (row) => sql`not ${isFollowed(row)}` }];
}

/** The folded words of a search; BAD_INPUT outside 1 to 200 characters. */
export const searchText = (query: string | null | undefined, field: string): string | null =>
  query === null || query === undefined ? null : foldText(cleanText(query, { field, max: 200 }));

/** The areas and those below them. */
const areasBelow = (areas: Sql): Sql => sql`(
  with recursive below(id) as (select unnest(${areas}::uuid[]) union select a.id from area a join below b on a.parent_id = b.id)
  select id from below)`;

/** In one of the areas or of those below them. */
export const inAreas = (area: Sql, areas: Sql): Sql => sql`${area} in ${areasBelow(areas)}`;

export const isFollowed = (row: Row): Sql =>
  sql`exists (select from follow f where f.actor_id = ${viewerActor} and f.subject_id = ${row.col('id')})`;

/** The log position of the change that a payload reports. */
export const position = (): FieldPlan =>
  computed(() => ({ key: sql`coalesce(${givenValue('position')}::text, tx_position())` }), logCursor);
