/**
 * The data in sets: about 200 active bodies, few of which have much (`skewed`), half a link, 2.5 shares and 5 events an
 * issue, a tenth of all in matters. Rows go into the product's own tables; who may see them is derived by its functions.
 */
const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;
const activeBodies = 200;

/** A rank from 1 to 200, small ones often: the first body has 9 of 100 issues, the first ten have a quarter. */
const skewed = (random: string): string => `(1 + floor(${activeBodies} * power(${random}, 2.2)))::int`;
const pick = (list: string, random: string): string => `(${list})[1 + floor(cardinality(${list}) * ${random})::int]`;

/** Active bodies by rank, each with an app and its key. */
export const bodies = `
  create schema bench;
  create table bench.body as
    select row_number() over (order by md5(code))::int as rank, id as organization_id, area_id, uuidv7() as actor_id,
      'lt_app_' || translate(md5('a' || code) || md5('b' || code), '0123456789abcdef', 'ghijklmnopqrstuv') as key
    from organization where valid_to is null order by 1 limit ${activeBodies};
  alter table bench.body add primary key (rank);
  insert into actor (id, kind, organization_id, name, roles)
    select actor_id, 'APP', organization_id, 'Ứng dụng đo tải', '{OFFICER,COORDINATOR}' from bench.body;
  insert into auth.app_key (config_id, name, start, reference_id, prefix, key, created_at, updated_at)
    select 'default', 'bench', left(key, 10), actor_id::text, 'lt_app_',
      rtrim(translate(encode(sha256(convert_to(key, 'UTF8')), 'base64'), '+/', '-_'), '='), now(), now() from bench.body;
`;

/** $1 from, $2 to, $3 of how many; $4 things, $5 troubles, $6 places, $7 wishes. Two years, evenly. */
export const issues = `
  insert into issue (id, code, owner_id, collected_by_id, kind, title, description, place, status, channel, topic_id,
      area_id, voices, collected_on, visibility, created_at, updated_at)
    select uuidv7(-age), 'HT-' || extract(year from now() - age) || '-B' || lpad(n::text, 7, '0'), b.organization_id,
      b.actor_id, ${pick(`array['REFLECTION', 'REFLECTION', 'RECOMMENDATION', 'RECOMMENDATION', 'PROPOSAL']`, 'r[1]')},
      thing || ' ' || place || ' ' || trouble, thing || ' ' || place || ' ' || trouble || '; ' || wish || '. '
        || ${pick('$5::text[]', 'r[9]')} || ' cũng là điều bà con nêu tại hội nghị, ' || ${pick('$7::text[]', 'r[10]')} || '.',
      place, ${pick(`array['RECEIVED', 'RECEIVED', 'SCREENED', 'SCREENED', 'SCREENED', 'SCREENED', 'NEEDS_INFO', 'OUT_OF_SCOPE']`, 'r[2]')},
      ${pick(`array['VOTER_MEETING', 'VOTER_MEETING', 'DIALOGUE', 'CITIZEN_RECEPTION', 'FIELD_VISIT', 'HOTLINE', 'ZALO', 'APP']`, 'r[3]')},
      ${pick('topics', 'power(r[4], 1.7)')}, case when r[5] < 0.2 then ${pick('areas', 'r[5] * 5')} else b.area_id end,
      1 + floor(40 * power(r[6], 4))::int, (now() - age)::date,
      case when r[7] < 0.15 then 'PRIVATE' when r[7] < 0.96 then 'SHARED' else 'NETWORK' end, now() - age, now() - age
    from (select array(select id from topic order by position) as topics,
        array(select id from area where valid_to is null order by code) as areas) lists,
      generate_series($1::int, $2::int) n,
      lateral (select array(select random() from generate_series(1, 14) where n > 0) as r) chance,
      lateral (select (interval '730 days') * (1 - n::float8 / ($3::int + 1)) as age, ${pick('$4::text[]', 'r[11]')} as thing,
        ${pick('$5::text[]', 'r[12]')} as trouble, ${pick('$6::text[]', 'r[13]')} as place, ${pick('$7::text[]', 'r[14]')} as wish) text,
      bench.body b
    where b.rank = ${skewed('r[8]')}
`;

export const shares = `
  insert into issue_share (issue_id, owner_id, organization_id, created_at)
    select i.id, i.owner_id, b.organization_id, i.created_at from issue i, generate_series(1, 3) s,
      lateral (select ${skewed('random()')} as rank where s > 0 and i.id is not null) chosen
      join bench.body b on b.rank = chosen.rank
    where i.visibility <> 'PRIVATE' and b.organization_id <> i.owner_id
  on conflict do nothing
`;

/** Mostly with an earlier one of the same body, else with one on the same topic. */
export const links = `
  insert into issue_link (id, from_id, to_id, kind, created_by_id, created_at)
    select uuidv7(), id, other, ${pick(`array['RELATED', 'RELATED', 'SAME_MATTER', 'REPEATS', 'CAUSED_BY']`, 'random()')}, owner_id, created_at
    from (select id, owner_id, created_at, random() as chance,
        case when random() < 0.7 then lag(id, 7) over (partition by owner_id order by id)
          else lag(id, 3) over (partition by topic_id order by id) end as other from issue) i
    where other is not null and chance < 0.5
  on conflict do nothing
`;

/** One matter for every twentieth issue, with the next one of another body; four bodies take part. */
export const matters = `
  create temporary table chosen as
    select uuidv7() as matter_id, row_number() over () as n, a.id as first_id, a.owner_id as lead_id, b.id as second_id,
      b.owner_id as partner_id, a.title, a.created_at
    from (select i.*, lead(id) over (order by id) as next_id, row_number() over (order by id) as position from issue i
      where visibility <> 'PRIVATE') a join issue b on b.id = a.next_id
    where a.position % 16 = 0 and a.owner_id <> b.owner_id;
  insert into matter (id, code, opened_by_id, title, summary, status, created_at, updated_at)
    select matter_id, 'VV-B' || lpad(n::text, 7, '0'), lead_id, title, title, 'IN_PROGRESS', created_at, created_at from chosen;
  insert into participant (id, matter_id, organization_id, role, invited_by_id, through_issue, since)
    select uuidv7(), matter_id, lead_id, 'LEAD', lead_id, true, created_at from chosen
    union all select uuidv7(), matter_id, partner_id, 'COORDINATING', lead_id, true, created_at from chosen
    union all select distinct on (c.matter_id, b.organization_id) uuidv7(), c.matter_id, b.organization_id, r.role, c.lead_id, false, c.created_at
      from chosen c, (values ('SUPERVISING'), ('INFORMED')) r(role),
        lateral (select ${skewed('random()')} as rank where c.n > 0 and r.role is not null) one join bench.body b on b.rank = one.rank
      where b.organization_id not in (c.lead_id, c.partner_id);
  insert into matter_access select matter_id, organization_id, role from participant where until is null;
  insert into matter_issue (issue_id, owner_id, matter_id, added_by_id, consented, added_at)
    select first_id, lead_id, matter_id, lead_id, true, created_at from chosen
    union all select second_id, partner_id, matter_id, partner_id, true, created_at from chosen
    on conflict do nothing;
  update issue i set matter_id = mi.matter_id, status = issue_status(i.id, i.status, mi.matter_id)
    from matter_issue mi where mi.issue_id = i.id;
`;

/** $1 after which issue, $2 how many: yields the last one. By the product's own function. */
export const access = `
  with chunk as materialized (select id from issue where id > $1::uuid order by id limit $2)
  select (select count(*)::int from chunk) as count, (select id from chunk order by id desc limit 1) as last,
    (select refresh_issues((select array_agg(id) from chunk))::text) as done
`;

/** $1 after which issue, $2 up to which: three events an issue, 22 where it is in a matter; readers are its audience. */
export const events = `
  with made as (insert into event (type, scope, at, organization_id, actor_id, issue_id, subject_kind, subject_id, topic_ids, area_ids)
    select case n when 1 then 'issue.collected' when 2 then 'issue.screened' else 'issue.edited' end, 'ISSUE',
      i.created_at + n * interval '7 hours', i.owner_id, i.collected_by_id, i.id, 'Issue', i.id, array[i.topic_id], array[i.area_id]
    from issue i, generate_series(1, case when i.matter_id is null then 3 else 22 end) n
    where i.id > $1::uuid and i.id <= $2::uuid order by i.id, n returning xid, id, issue_id)
  insert into event_audience (organization_id, xid, id)
    select a.organization_id, made.xid, made.id from made join issue_access a on a.issue_id = made.issue_id where a.level <= 3
`;

/** $1 a sample of issues: the audience of their events as one number, before and after the product's own derivation. */
export const sampleIssues = `select array_agg(id) as ids from (select id from issue order by md5(code) limit 300) s`;
export const audienceHash = `
  select coalesce(sum(hashtextextended(x.organization_id || '/' || x.xid::text || '/' || x.id, 0)), 0)::text as hash
    from event e join event_audience x on (x.xid, x.id) = (e.xid, e.id) where e.issue_id = any($1::uuid[])
`;
export const deriveAudience = `select refresh_audience($1::uuid[], '{}')`;

export const counts = `
  select (select count(*)::int from issue) as issues, (select count(*)::int from issue_link) as links,
    (select count(*)::int from issue_share) as shares, (select count(*)::int from event) as events,
    (select count(*)::int from issue_access) as access, (select count(*)::int from matter) as matters,
    (select count(*)::int from issue_access where organization_id = ${everyone}) as network
`;
