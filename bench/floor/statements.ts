/**
 * The floor: one statement by hand for each operation, whose text is the response. It knows what the product's
 * visibility means and nothing else of it: no row security, no screening of texts, no limits.
 */
const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;
const day = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const named = (row: string): string => `json_build_object('code', ${row}.code, 'name', ${row}.name)`;
const topicJson = `json_build_object('code', t.code, 'name', t.name_vi)`;

/** Where somebody sees more by another way than by a summary of its own. */
const bestLevel = `case when p.level < 4 then p.level else (select min(m.level) from issue_access m
  where m.issue_id = p.issue_id and m.organization_id in ($1, ${everyone})) end`;

const linksOf = (limit: number): string => `cross join lateral (
  select coalesce(max(l.total), 0) as total, coalesce(json_agg(json_build_object('kind', l.kind, 'issue', json_build_object(
      'code', oi.code, 'title', oi.title, 'owner', ${named('oo')})) order by l.id), '[]') as nodes
    from (select s.*, count(*) over () as total from (
        select id, kind, to_id as other_id from issue_link where from_id = i.id
        union all select id, kind, from_id from issue_link where to_id = i.id) s
      where p.best <= 3 and exists (select from issue_access a where a.issue_id = s.other_id and a.organization_id in ($1, ${everyone}))
      order by s.id limit ${limit}) l
    join issue oi on oi.id = l.other_id join organization oo on oo.id = oi.owner_id) links`;

/** $1 organization, $2 status, $3 topic. */
export const q1 = `
  select json_build_object('data', json_build_object('issues', json_build_object('nodes', coalesce(json_agg(node order by id desc), '[]'))))::text as body
  from (select i.id, json_build_object('id', 'issue_' || i.id, 'code', i.code, 'title', i.title, 'status', i.status, 'voices', i.voices,
      'collectedOn', i.collected_on, 'owner', ${named('o')}, 'topic', ${topicJson}, 'area', ${named('ar')},
      'links', json_build_object('totalCount', links.total, 'nodes', links.nodes)) as node
    from (select p.issue_id, ${bestLevel} as best from (
        (select issue_id, level from issue_access where organization_id = $1 and status = $2
          and topic_id = (select id from topic where code = $3) order by issue_id desc limit 20)
        union all
        (select e.issue_id, e.level from issue_access e where e.organization_id = ${everyone} and e.status = $2
          and e.topic_id = (select id from topic where code = $3)
          and not exists (select from issue_access own where own.issue_id = e.issue_id and own.organization_id = $1)
          order by e.issue_id desc limit 20)
        order by issue_id desc limit 20) p) p
      join issue i on i.id = p.issue_id join organization o on o.id = i.owner_id
      join topic t on t.id = i.topic_id join area ar on ar.id = i.area_id ${linksOf(3)}) page`;

/** $1 organization, $2 code. */
export const q2 = `
  select json_build_object('data', json_build_object('issue', (
    select json_build_object('id', 'issue_' || i.id, 'code', i.code, 'kind', i.kind, 'title', i.title,
      'description', case when p.best <= 3 then i.description end, 'status', i.status,
      'statusReason', case when p.best <= 3 then i.status_reason end, 'channel', i.channel,
      'place', case when p.best <= 3 then i.place end, 'voices', i.voices, 'collectedOn', i.collected_on,
      'visibility', i.visibility, 'version', i.version, 'createdAt', ${day('i.created_at')}, 'updatedAt', ${day('i.updated_at')},
      'topic', ${topicJson}, 'area', ${named('ar')}, 'owner', ${named('o')},
      'sharedWith', coalesce((select json_agg(${named('so')} order by so.code) from issue_share s join organization so on so.id = s.organization_id
        where s.issue_id = i.id and $1 in (s.owner_id, s.organization_id)), '[]'),
      'links', json_build_object('nodes', links.nodes),
      'matter', (select json_build_object('code', m.code, 'title', m.title, 'status', m.status, 'participants', (
          select json_agg(json_build_object('role', pa.role, 'organization', ${named('po')})
            order by array_position(array['LEAD', 'COORDINATING', 'SUPERVISING', 'INFORMED'], pa.role), pa.since, pa.id)
          from participant pa join organization po on po.id = pa.organization_id where pa.matter_id = m.id and pa.until is null))
        from matter m where m.id = i.matter_id
          and exists (select from matter_access ma where ma.matter_id = m.id and ma.organization_id = $1)),
      'timeline', json_build_object('nodes', coalesce((select json_agg(json_build_object('type', e.type, 'occurredAt', ${day('e.at')},
          'organization', ${named('eo')}) order by e.xid, e.id)
        from (select * from event e where e.issue_id = i.id and p.best <= 3 and exists (select from event_audience x
          where (x.xid, x.id) = (e.xid, e.id) and x.organization_id in ($1, ${everyone})) order by e.xid, e.id limit 20) e
        join organization eo on eo.id = e.organization_id), '[]')))
    from issue i cross join lateral (select min(a.level) as best from issue_access a
        where a.issue_id = i.id and a.organization_id in ($1, ${everyone})) p
      join organization o on o.id = i.owner_id join topic t on t.id = i.topic_id join area ar on ar.id = i.area_id ${linksOf(10)}
    where i.code = $2 and p.best is not null)))::text as body`;

/** $1 organization, $2 actor, $3 to $10 the issue, $11 organizations it is shared with. */
export const m1 = `
  with made as (insert into issue (id, code, owner_id, collected_by_id, kind, title, description, topic_id, area_id, place,
      channel, voices, collected_on, visibility, status, created_at, updated_at)
    select uuidv7(), 'HT-F' || nextval('issue_number'), $1::uuid, $2::uuid, $3, $4, $5, t.id, $7::uuid, $8, $9, 1, current_date,
      $10, 'RECEIVED', now(), now() from topic t where t.code = $6 returning *),
  shared as (insert into issue_share (issue_id, owner_id, organization_id, created_at)
    select made.id, made.owner_id, s, made.created_at from made, unnest($11::uuid[]) s returning organization_id),
  seen as (insert into issue_access (issue_id, organization_id, level, owner_id, status, kind, channel, topic_id, area_id, collected_on)
    select made.id, w.organization_id, w.level, made.owner_id, made.status, made.kind, made.channel, made.topic_id, made.area_id, made.collected_on
    from made, lateral (select made.owner_id as organization_id, 1 as level union all select organization_id, 3 from shared
      union all select ${everyone}, 3 where made.visibility = 'NETWORK') w returning organization_id),
  told as (insert into event (type, scope, organization_id, actor_id, issue_id, subject_kind, subject_id, topic_ids, area_ids)
    select 'issue.collected', 'ISSUE', made.owner_id, $2::uuid, made.id, 'Issue', made.id, array[made.topic_id], array[made.area_id]
    from made returning xid, id),
  heard as (insert into event_audience (organization_id, xid, id) select seen.organization_id, told.xid, told.id from told, seen)
  select json_build_object('data', json_build_object('issueCollect', json_build_object('issue', json_build_object(
      'id', 'issue_' || i.id, 'code', i.code, 'title', i.title, 'status', i.status, 'visibility', i.visibility,
      'collectedOn', i.collected_on, 'owner', ${named('o')}, 'topic', ${topicJson}, 'area', ${named('ar')},
      'sharedWith', coalesce((select json_agg(${named('so')} order by so.code) from shared s join organization so on so.id = s.organization_id), '[]')))))::text as body
  from made i join organization o on o.id = i.owner_id join topic t on t.id = i.topic_id join area ar on ar.id = i.area_id`;
