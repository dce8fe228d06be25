import { Migration } from '@mikro-orm/migrations';

const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * The rows that say who may see an issue, with copies of the columns one filters by: what they ought to be stands in
 * one query, for changes, for new issues and for the rebuild (server/decisions/016-feed-rows.md).
 */
export class Migration20261125112100_feed_rows extends Migration {
  override up(): void {
    this.addSql(`
      create function wanted_access(ids uuid[]) returns setof issue_access language sql stable as $$
        select i.id, w.organization_id, min(w.level)::smallint, i.owner_id, i.status, i.kind, i.channel, i.topic_id,
          i.area_id, i.collected_on
        from issue i cross join lateral (
          select i.owner_id as organization_id, 1 as level
          union all select ${everyone}, 3 where i.visibility = 'NETWORK'
          union all select s.organization_id, 3 from issue_share s where s.issue_id = i.id
          union all select r.to_id, case when r.status = 'OFFERED' or r.status = 'ACCEPTED'
              and r.from_id = r.owner_id and exists (select from matter_issue mi join participant p
                on p.matter_id = mi.matter_id and p.organization_id = r.to_id and p.until is null
                where mi.issue_id = r.issue_id and mi.added_at <= r.decided_at and p.role <> 'INFORMED') then 2 else 4 end
            from referral r where r.issue_id = i.id and r.status <> 'WITHDRAWN'
          union all select p.organization_id, case p.role when 'INFORMED' then 4 else 2 end
            from matter_issue mi join participant p on p.matter_id = mi.matter_id and p.until is null
            where mi.issue_id = i.id and mi.consented
        ) w where i.id = any(ids) group by i.id, w.organization_id
      $$;
      -- For an issue of this transaction: nobody has seen it, nothing follows it, there is nothing to tell.
      create function derive_new_issue(p_issue uuid) returns void
      language sql security definer set search_path = public, pg_temp as $$
        insert into issue_access select * from wanted_access(array[p_issue]) on conflict do nothing
      $$;
    `);
    this.addRefreshIssues();
    this.addSql(`
      create table rebuild (
        name text primary key,
        after_id uuid not null,
        repaired bigint not null default 0,
        started_at timestamptz(3) not null default now(),
        finished_at timestamptz(3)
      );
      grant select, insert, update on rebuild to lt_access;
      grant lt_access to current_user;
      grant create on schema public to lt_access;
      alter function wanted_access(uuid[]) owner to lt_access;
      alter function derive_new_issue(uuid) owner to lt_access;
      revoke create on schema public from lt_access;
      revoke all on function wanted_access(uuid[]), derive_new_issue(uuid) from public;
      grant execute on function derive_new_issue(uuid) to lt_user;
    `);
  }

  private addRefreshIssues(): void {
    this.addSql(`
      create or replace function refresh_issues(ids uuid[]) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare fresh uuid[]; moved uuid[]; changed uuid[]; changes jsonb; change record;
      begin
        perform withdraw_lapsed_offers(ids);
        select coalesce(array_agg(i), '{}') into fresh from unnest(ids) i
          where not exists (select from issue_access a where a.issue_id = i);
        with followed as (update issue i set matter_id = d.matter_id, status = d.status, version = i.version + 1,
            updated_at = clock_timestamp()
          from (select c.id, mi.matter_id, issue_status(c.id, c.status, mi.matter_id) as status
            from issue c left join matter_issue mi on mi.issue_id = c.id where c.id = any(ids)) d
          where i.id = d.id and (i.matter_id, i.status) is distinct from (d.matter_id, d.status)
          returning i.id, old.status as before, new.status as after)
        select coalesce(array_agg(f.id order by f.id) filter (where f.before <> f.after), '{}') into moved from followed f;
        with before as materialized (select * from issue_access where issue_id = any(ids)),
        want as materialized (select * from wanted_access(ids)),
        gone as (delete from issue_access a where a.issue_id = any(ids) and not exists (select from want w
          where (w.issue_id, w.organization_id) = (a.issue_id, a.organization_id))),
        written as (insert into issue_access select * from want
          on conflict (issue_id, organization_id) do update set level = excluded.level, owner_id = excluded.owner_id,
            status = excluded.status, kind = excluded.kind, channel = excluded.channel, topic_id = excluded.topic_id,
            area_id = excluded.area_id, collected_on = excluded.collected_on
          where issue_access is distinct from excluded)
        select coalesce(array_agg(distinct c.issue_id), '{}'), coalesce(jsonb_agg(to_jsonb(c)), '[]')
          into changed, changes from (
            select t.issue_id, o.id as organization_id,
              exists (select from before b where b.issue_id = t.issue_id and b.level <= 3
                and b.organization_id in (o.id, ${everyone})) as read_before,
              exists (select from want w where w.issue_id = t.issue_id and w.level <= 3
                and w.organization_id in (o.id, ${everyone})) as reads_now,
              not exists (select from want w where w.issue_id = t.issue_id
                and w.organization_id in (o.id, ${everyone})) as sees_nothing_now
            from unnest(ids) t(issue_id) join organization o on o.id in (
              select b.organization_id from before b where b.issue_id = t.issue_id
              union select w.organization_id from want w where w.issue_id = t.issue_id)
              or exists (select from before b where b.issue_id = t.issue_id and b.organization_id = ${everyone})
                <> exists (select from want w where w.issue_id = t.issue_id and w.organization_id = ${everyone})
            where t.issue_id <> all (fresh)) c
          -- Also of a card that is gone: clients purge it.
          where c.read_before <> c.reads_now or c.sees_nothing_now;
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
