import { Migration } from '@mikro-orm/migrations';

const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** What is derived follows the contract of referrals, answers that name their issues, and issues that were split. */
export class Migration20261125101400_derive extends Migration {
  override up(): void {
    this.addSql(`
      -- An issue named by an answer is answered before the others of its matter, until the matter is reopened.
      create or replace function issue_status(p_issue uuid, p_status text, p_matter uuid) returns text
      language sql stable set search_path = public, pg_temp as $$
        select case
          when p_status in ('OUT_OF_SCOPE', 'SUPERSEDED') then p_status
          when m.status = 'ANSWERED' then 'ANSWERED'
          when m.status = 'CLOSED' then 'CLOSED'
          when m.id is not null then case when exists (select from answer_issue ai
              where ai.issue_id = p_issue and ai.matter_id = m.id and not exists (select from matter_reason r
                where r.matter_id = m.id and r.act = 'REOPENED' and r.id > ai.answer_id))
            then 'ANSWERED' else 'IN_FOLLOW_UP' end
          when exists (select from referral r where r.issue_id = p_issue and r.status = 'OFFERED') then 'REFERRED'
          when p_status in ('REFERRED', 'IN_FOLLOW_UP', 'ANSWERED', 'CLOSED') then 'SCREENED'
          else p_status end
        from (select 1) one left join matter m on m.id = p_matter
      $$;
    `);
    this.addSql(`
      create or replace function refresh_issues(ids uuid[]) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare fresh uuid[]; moved uuid[]; changed uuid[]; changes jsonb; change record;
      begin
        perform withdraw_lapsed_offers(ids);
        perform lapse_assignments(ids);
        select coalesce(array_agg(i), '{}') into fresh from unnest(ids) i
          where not exists (select from issue_access a where a.issue_id = i);
        with followed as (update issue i set matter_id = d.matter_id, status = d.status, version = i.version + 1,
            updated_at = clock_timestamp(),
            status_since = case when i.status <> d.status then clock_timestamp() else i.status_since end
          from (select c.id, mi.matter_id, issue_status(c.id, c.status, mi.matter_id) as status
            from issue c left join matter_issue mi on mi.issue_id = c.id where c.id = any(ids)) d
          where i.id = d.id and (i.matter_id, i.status) is distinct from (d.matter_id, d.status)
          returning i.id, old.status as before, new.status as after)
        select coalesce(array_agg(f.id order by f.id) filter (where f.before <> f.after), '{}') into moved from followed f;
        with before as materialized (select * from issue_access where issue_id = any(ids)),
        want as materialized (
          select w.issue_id, w.organization_id, min(w.level)::smallint as level from (
            select i.id as issue_id, i.owner_id as organization_id, 1 as level from issue i where i.id = any(ids)
            union all select i.id, ${everyone}, 3 from issue i where i.id = any(ids) and i.visibility = 'NETWORK'
            union all select s.issue_id, s.organization_id, 3 from issue_share s where s.issue_id = any(ids)
            union all select r.issue_id, r.to_id, case when r.status = 'OFFERED' or r.status = 'ACCEPTED'
                and r.from_id = r.owner_id and exists (select from matter_issue mi join participant p
                  on p.matter_id = mi.matter_id and p.organization_id = r.to_id and p.until is null
                  where mi.issue_id = r.issue_id and mi.added_at <= r.decided_at and p.role <> 'INFORMED') then 2 else 4 end
              from referral r where r.issue_id = any(ids) and r.status <> 'WITHDRAWN'
            union all select s.issue_id, s.body_id, 2 from assignment s where s.issue_id = any(ids) and s.status = 'REQUESTED'
            union all select mi.issue_id, p.organization_id, case p.role when 'INFORMED' then 4 else 2 end
              from matter_issue mi join participant p on p.matter_id = mi.matter_id and p.until is null
              where mi.issue_id = any(ids) and mi.consented
          ) w group by 1, 2),
        gone as (delete from issue_access a where a.issue_id = any(ids) and not exists (select from want w
          where (w.issue_id, w.organization_id) = (a.issue_id, a.organization_id))),
        written as (insert into issue_access
          select w.issue_id, w.organization_id, w.level, i.owner_id, i.status, i.kind, i.channel, i.topic_id, i.area_id,
            i.collected_on from want w join issue i on i.id = w.issue_id
          on conflict (issue_id, organization_id) do update set level = excluded.level, status = excluded.status,
            kind = excluded.kind, channel = excluded.channel, topic_id = excluded.topic_id, area_id = excluded.area_id,
            collected_on = excluded.collected_on
          where (issue_access.level, issue_access.status, issue_access.kind, issue_access.channel,
              issue_access.topic_id, issue_access.area_id, issue_access.collected_on)
            is distinct from (excluded.level, excluded.status, excluded.kind, excluded.channel, excluded.topic_id,
              excluded.area_id, excluded.collected_on))
        select coalesce(array_agg(distinct c.issue_id), '{}'), coalesce(jsonb_agg(to_jsonb(c)), '[]')
          into changed, changes from (
            select t.issue_id, o.id as organization_id,
              exists (select from before b where b.issue_id = t.issue_id and b.level <= 3
                and b.organization_id in (o.id, ${everyone})) as read_before,
              exists (select from want w where w.issue_id = t.issue_id and w.level <= 3
                and w.organization_id in (o.id, ${everyone})) as reads_now
            from unnest(ids) t(issue_id) join organization o on o.id in (
              select b.organization_id from before b where b.issue_id = t.issue_id
              union select w.organization_id from want w where w.issue_id = t.issue_id)
              or exists (select from before b where b.issue_id = t.issue_id and b.organization_id = ${everyone})
                <> exists (select from want w where w.issue_id = t.issue_id and w.organization_id = ${everyone})
            where t.issue_id <> all (fresh)) c
          where c.read_before <> c.reads_now;
        if changed <> '{}' then perform refresh_audience(changed, '{}'); end if;
        for change in select c.issue_id, c.reads_now, array_agg(c.organization_id) as organizations
          from jsonb_to_recordset(changes) c(issue_id uuid, organization_id uuid, reads_now boolean) group by 1, 2
        loop
          perform record_event(case when change.reads_now then 'access.granted' else 'access.revoked' end,
            'ORGANIZATIONS', change.issue_id, null, 'Issue', change.issue_id, change.organizations);
        end loop;
        perform record_event('issue.statusChanged', 'ISSUE', i, null, 'Issue', i, null) from unnest(moved) i;
      end $$;
    `);
  }
}
