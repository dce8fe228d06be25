import type { Client } from 'pg';

/** What takes part: `busy` has 9 of 100 issues, `rare` the same few old ones however many there are. */
export const busy = 'MTTQ-18073';
export const rare = 'DTN-18073';

const bodies = 200;
/** Old issues, referrals and matters that `rare` may see. */
const seenByRare = 40;
const chunk = 20_000;

/** A rank from 1 to 200, small ones often. */
const skewed = (random: string): string => `(1 + floor(${bodies} * power(${random}, 2.2)))::int`;
const pick = (list: string, by: string): string => `(array[${list}])[1 + (${by}) % cardinality(array[${list}])]`;

const bodyTable = `
  create temporary table body as
    select row_number() over (order by code <> '${busy}', md5(code))::int as rank, o.id, o.area_id,
      coalesce((select a.id from actor a where a.organization_id = o.id order by a.kind, a.id limit 1), uuidv7()) as actor_id
    from organization o where valid_to is null and code <> '${rare}' order by 1 limit ${bodies};
  insert into actor (id, kind, organization_id, name, roles)
    select actor_id, 'APP', id, 'Ứng dụng', '{OFFICER}' from body on conflict do nothing;
  create temporary table topics as select row_number() over (order by position)::int - 1 as nr, id from topic;
`;

/** $1 from, $2 to: issues by number, each day as many as before. */
const issues = `
  insert into issue (id, code, owner_id, collected_by_id, kind, title, description, place, status, channel, topic_id,
      area_id, voices, collected_on, visibility, created_at, updated_at)
    select uuidv7(-age), 'HT-G-' || n, b.id, b.actor_id, ${pick(`'REFLECTION', 'RECOMMENDATION', 'PROPOSAL'`, 'n')},
      'Nắp cống trước chợ bị vỡ, lần thứ ' || n, 'Nắp cống trước cổng chợ bị vỡ hai tuần nay, xe qua lại nguy hiểm.',
      'Chợ trung tâm', ${pick(`'RECEIVED', 'SCREENED', 'SCREENED', 'NEEDS_INFO', 'SCREENED'`, 'n / 3')},
      ${pick(`'VOTER_MEETING', 'DIALOGUE', 'HOTLINE', 'ZALO'`, 'n / 7')}, t.id, b.area_id, 1 + n % 9, (now() - age)::date,
      ${pick(`'SHARED', 'SHARED', 'SHARED', 'SHARED', 'NETWORK', 'SHARED', 'PRIVATE', 'SHARED', 'SHARED', 'SHARED'`, 'n / 11')},
      now() - age, now() - age
    from (select n, interval '700 days' - n * interval '50 seconds' as age, random() as r from generate_series($1::int, $2::int) n) made
      join body b on b.rank = ${skewed('made.r')} join topics t on t.nr = made.n % (select count(*)::int from topics)
    order by made.n
`;

/** The issues of one chunk, numbered. */
const chosen = `
  create temporary table chosen on commit drop as select i.*, substring(i.code from 6)::int as n from issue i
    where i.code like 'HT-G-%' and substring(i.code from 6)::int between $from and $to;
  analyze chosen;
`;

const shares = `
  insert into issue_share (issue_id, owner_id, organization_id, created_at)
    select i.id, i.owner_id, b.id, i.created_at from (select c.*, random() as r from chosen c, generate_series(1, 3)) i
      join body b on b.rank = ${skewed('i.r')} where i.visibility <> 'PRIVATE' and b.id <> i.owner_id
    union select i.id, i.owner_id, o.id, i.created_at from chosen i, organization o
      where i.n <= ${seenByRare} and i.visibility = 'SHARED' and o.code = '${rare}' on conflict do nothing
`;

const links = `
  insert into issue_link (id, from_id, to_id, kind, created_by_id, created_at)
    select uuidv7(interval '0'), i.id, o.id, 'RELATED', i.owner_id, i.created_at from chosen i
      join chosen o on o.n = i.n - 1 where i.n % 2 = 0 on conflict do nothing
`;

const referrals = `
  insert into referral (id, issue_id, owner_id, from_id, to_id, role, request, status, offered_at, decided_at)
    select uuidv7(i.created_at - now()), i.id, i.owner_id, i.owner_id, b.id, 'LEAD', 'Đề nghị xem xét.',
      ${pick(`'OFFERED', 'DECLINED'`, 'i.n / 10')}, i.created_at, case when i.n / 10 % 2 = 1 then i.created_at end
    from (select c.*, random() as r from chosen c where n % 10 = 0) i join body b on b.rank = ${skewed('i.r')} where b.id <> i.owner_id
    union all select uuidv7(i.created_at - now()), i.id, i.owner_id, i.owner_id, o.id, 'COORDINATING', 'Đề nghị phối hợp.', 'OFFERED',
      i.created_at, null from chosen i, organization o where i.n <= ${seenByRare} and o.code = '${rare}'
`;

/** One for every twentieth issue, with four bodies; `rare` is in the oldest. */
const matters = `
  create temporary table opened on commit drop as
    select uuidv7(i.created_at - now()) as id, i.id as issue_id, i.owner_id, i.n, i.created_at,
      array(select distinct b.id from body b, generate_series(1, 3) s where b.rank = 1 + (i.n / 20 * 7 + s * 31) % ${bodies} and b.id <> i.owner_id) as others
    from chosen i where i.n % 20 = 5;
  insert into matter (id, code, opened_by_id, title, summary, status, created_at, updated_at)
    select id, 'VV-G-' || n, owner_id, 'Thoát nước khu chợ', 'Nhiều phản ánh về một nơi.', 'IN_PROGRESS', created_at, created_at from opened;
  insert into participant (id, matter_id, organization_id, role, invited_by_id, through_issue, since)
    select uuidv7(), m.id, m.owner_id, 'LEAD', m.owner_id, true, m.created_at from opened m
    union all select uuidv7(), m.id, o, 'COORDINATING', m.owner_id, false, m.created_at from opened m, unnest(m.others) o
    union all select uuidv7(), m.id, o.id, 'SUPERVISING', m.owner_id, false, m.created_at from opened m, organization o
      where m.n <= ${seenByRare * 10} and o.code = '${rare}';
  insert into matter_access select matter_id, organization_id, role from participant p where matter_id in (select id from opened);
  insert into matter_issue (issue_id, owner_id, matter_id, added_by_id, consented, added_at)
    select issue_id, owner_id, id, owner_id, true, created_at from opened;
  update issue i set matter_id = m.id, status = 'IN_FOLLOW_UP' from opened m where m.issue_id = i.id;
  insert into task (id, matter_id, organization_id, assigned_by_id, title, status, created_at)
    select uuidv7(), id, owner_id, owner_id, 'Khảo sát hiện trường', 'TODO', created_at from opened;
  insert into answer (id, matter_id, organization_id, outcome, content, answered_at)
    select uuidv7(), id, owner_id, 'IN_RESOLUTION', 'Đã giao đơn vị xử lý.', created_at from opened;
  insert into assessment (id, matter_id, answer_id, organization_id, verdict, at)
    select uuidv7(), n.matter_id, n.id, m.others[1], 'ADEQUATE', m.created_at from opened m join answer n on n.matter_id = m.id where m.others <> '{}';
`;

const comments = `
  insert into comment (id, issue_id, organization_id, author_id, author_kind, body, internal, created_at)
    select uuidv7(i.created_at - now()), i.id, i.owner_id, i.collected_by_id, 'APP', 'Đã xem.', i.n % 5 = 0, i.created_at from chosen i where i.n % 2 = 0
`;

const access = `insert into issue_access select * from wanted_access((select array_agg(id) from chosen)) on conflict do nothing`;

/** Five of each issue; those of a matter for its bodies. */
const events = `
  with made as (insert into event (type, scope, at, organization_id, actor_id, issue_id, matter_id, subject_kind, subject_id, topic_ids, area_ids)
    select ${pick(`'issue.collected', 'issue.screened', 'issue.edited', 'issue.shared', 'comment.added'`, 'k')},
      case when i.matter_id is not null and k = 4 then 'MATTER' else 'ISSUE' end, i.created_at + k * interval '1 hour', i.owner_id,
      i.collected_by_id, i.id, case when k = 4 then i.matter_id end, 'Issue', i.id, array[i.topic_id], array[i.area_id]
    from chosen c join issue i on i.id = c.id, generate_series(0, 4) k order by i.id, k returning xid, id, scope, issue_id, matter_id)
  insert into event_audience (organization_id, xid, id)
    select a.organization_id, m.xid, m.id from made m join issue_access a on a.issue_id = m.issue_id where m.scope = 'ISSUE' and a.level <= 3
    union all select a.organization_id, m.xid, m.id from made m join matter_access a on a.matter_id = m.matter_id where m.scope = 'MATTER'
`;

/** The first ones are followed, by one office each of `busy` and `rare`. */
const follows = `
  insert into follow (actor_id, organization_id, subject_kind, subject_id, created_at)
    select a.id, o.id, 'Issue', i.id, now() from organization o
      cross join lateral (select id from actor where organization_id = o.id order by kind, id limit 1) a
      cross join lateral (select issue_id as id from issue_access x where x.organization_id = o.id order by issue_id limit 25) i
    where o.code in ('${busy}', '${rare}') on conflict do nothing
`;

/** Brings the made issues up to so many, with all that hangs on them; by the owner of a migrated database with bodies. */
export async function growTo(owner: Client, from: number, to: number): Promise<void> {
  await owner.query('drop table if exists body, topics');
  await owner.query(bodyTable);
  for (let start = from + 1; start <= to; start += chunk) {
    const end = Math.min(to, start + chunk - 1);
    await owner.query('begin');
    await owner.query('select setseed($1)', [start / 10_000_000]);
    await owner.query(issues, [start, end]);
    await owner.query(chosen.replace('$from', String(start)).replace('$to', String(end)));
    for (const statement of [shares, links, referrals, matters, comments, access, events]) await owner.query(statement);
    await owner.query('commit');
  }
  await owner.query(follows);
  await owner.query('vacuum analyze');
}
