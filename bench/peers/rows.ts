/** Statements of a server with loaders, as one writes them for it: one for each level of a document, all by key. */
const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const level = `(select min(a.level) from issue_access a where a.issue_id = i.id and a.organization_id in ($1, ${everyone}))`;
const issueColumns = `'issue_' || i.id as id, i.id as key, i.code, i.kind, i.title, i.description, i.status,
  i.status_reason as "statusReason", i.channel, i.place, i.voices, i.collected_on::text as "collectedOn", i.visibility, i.version,
  ${iso('i.created_at')} as "createdAt", ${iso('i.updated_at')} as "updatedAt", i.topic_id, i.area_id, i.owner_id, i.matter_id, ${level} as level`;
const branch = (
  condition: string,
): string => `(select issue_id from issue_access x where ${condition} and status = any($2)
  and topic_id = any(array(select id from topic where code = any($3))) order by issue_id desc limit $4)`;

export const statements = {
  page: `select ${issueColumns} from issue i where i.id = any(array(select issue_id from (
      ${branch('organization_id = $1')} union all ${branch(`organization_id = ${everyone} and not exists (select from issue_access own
        where own.issue_id = x.issue_id and own.organization_id = $1)`)}) u order by issue_id desc limit $4)) order by i.id desc`,
  byCode: `select * from (select ${issueColumns} from issue i where i.code = $2) i where level is not null`,
  issues: `select * from (select ${issueColumns} from issue i where i.id = any($2)) i where level is not null`,
  organizations: `select id, code, name from organization where id = any($1)`,
  topics: `select id, code, name_vi as name from topic where id = any($1)`,
  areas: `select id, code, name from area where id = any($1)`,
  links: `select i.id as issue_id, l.* from unnest($2::uuid[]) i(id) cross join lateral (
      select s.*, count(*) over ()::int as total from (select id as link_id, kind, to_id as other_id from issue_link where from_id = i.id
        union all select id, kind, from_id from issue_link where to_id = i.id) s
      where exists (select from issue_access a where a.issue_id = s.other_id and a.organization_id in ($1, ${everyone}))
      order by s.link_id limit $3) l order by l.link_id`,
  shares: `select s.issue_id, o.code, o.name from issue_share s join organization o on o.id = s.organization_id
    where s.issue_id = any($2) and $1 in (s.owner_id, s.organization_id) order by o.code`,
  matters: `select m.id, m.code, m.title, m.status from matter m where m.id = any($2)
    and exists (select from matter_access a where a.matter_id = m.id and a.organization_id = $1)`,
  participants: `select p.matter_id, p.role, p.organization_id from participant p where p.matter_id = any($1) and p.until is null
    order by array_position(array['LEAD', 'COORDINATING', 'SUPERVISING', 'INFORMED'], p.role), p.since, p.id`,
  timelines: `select i.id as issue_id, e.* from unnest($2::uuid[]) i(id) cross join lateral (
      select e.type, ${iso('e.at')} as "occurredAt", e.organization_id, e.xid, e.id as place from event e where e.issue_id = i.id
        and exists (select from event_audience x where (x.xid, x.id) = (e.xid, e.id) and x.organization_id in ($1, ${everyone}))
      order by e.xid, e.id limit $3) e order by e.xid, e.place`,
  event: `select e.type, ${iso('e.at')} as "occurredAt", e.organization_id, e.issue_id from event e where (e.xid, e.id) = ($2::xid8, $3::bigint)
    and exists (select from event_audience x where (x.xid, x.id) = (e.xid, e.id) and x.organization_id in ($1, ${everyone}))`,
} as const;

export type StatementName = keyof typeof statements;
export type Row = Record<string, string | number | null>;
