import { Migration } from '@mikro-orm/migrations';

const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * Who may see what is derived from shares, referrals and matters by functions that run as lt_access. They only ever
 * re-derive, so that whoever calls them gains nothing; what an organization gains or loses is told to it in the log.
 */
export class Migration20261124090500_derive extends Migration {
  override up(): void {
    this.addSql(`
      create function readers_of_both(p_one uuid, p_other uuid) returns setof uuid
      language sql stable set search_path = public, pg_temp as $$
        select distinct coalesce(nullif(x.organization_id, ${everyone}), y.organization_id)
          from issue_access x join issue_access y on x.organization_id = y.organization_id
            or ${everyone} in (x.organization_id, y.organization_id)
          where x.issue_id = p_one and y.issue_id = p_other and x.level <= 3 and y.level <= 3
      $$;
    `);
    this.addSql(`
      create function record_event(p_type text, p_scope text, p_issue uuid, p_matter uuid, p_kind text, p_subject uuid,
        p_audience uuid[]) returns table (xid xid8, id bigint)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare made event;
      begin
        -- Readers of an issue are not told which body answered or declined it: its status is told as its owner's.
        insert into event (type, scope, organization_id, actor_id, issue_id, matter_id, subject_kind, subject_id,
            topic_ids, area_ids)
          select p_type, p_scope, act.body, case when act.body = app_org() then app_actor() end, p_issue, p_matter, p_kind, p_subject,
            coalesce(array_agg(distinct i.topic_id) filter (where i.id is not null), '{}'),
            coalesce(array_agg(distinct i.area_id) filter (where i.id is not null), '{}')
          from (select case p_type when 'issue.statusChanged' then (select o.owner_id from issue o where o.id = p_issue)
              else app_org() end as body) act
            left join issue i on i.id = any(array(
            select p_issue where p_issue is not null union all
            select mi.issue_id from matter_issue mi where p_scope = 'MATTER' and mi.matter_id = p_matter and mi.consented))
          group by act.body
          returning * into made;
        insert into event_audience (organization_id, xid, id)
          select a.organization_id, made.xid, made.id from issue_access a
            where p_scope = 'ISSUE' and a.issue_id = p_issue and a.level <= 3
          union select a.organization_id, made.xid, made.id from matter_access a
            where p_scope = 'MATTER' and a.matter_id = p_matter
          union select readers_of_both(l.from_id, l.to_id), made.xid, made.id from issue_link l
            where p_scope = 'LINK' and l.id = p_subject
          union select o, made.xid, made.id from unnest(p_audience) o where p_scope = 'ORGANIZATIONS';
        return query select made.xid, made.id;
      end $$;
    `);
    this.addSql(`
      create function issue_status(p_issue uuid, p_status text, p_matter uuid) returns text
      language sql stable set search_path = public, pg_temp as $$
        select case
          when p_status = 'OUT_OF_SCOPE' then p_status
          when m.status = 'ANSWERED' then 'ANSWERED'
          when m.status = 'CLOSED' then 'CLOSED'
          when m.id is not null then 'IN_FOLLOW_UP'
          when exists (select from referral r where r.issue_id = p_issue and r.status = 'OFFERED') then 'REFERRED'
          when p_status in ('REFERRED', 'IN_FOLLOW_UP', 'ANSWERED', 'CLOSED') then 'SCREENED'
          else p_status end
        from (select 1) one left join matter m on m.id = p_matter
      $$;
    `);
    this.addOffers();
    this.addRefreshIssues();
    this.addRefreshMatter();
    this.addReadsWithoutSecondWall();
    this.addSql(`
      grant lt_access to current_user;
      grant create on schema public to lt_access;
      alter function record_event(text, text, uuid, uuid, text, uuid, uuid[]) owner to lt_access;
      alter function refresh_issues(uuid[]) owner to lt_access;
      alter function withdraw_lapsed_offers(uuid[]) owner to lt_access;
      alter function referral_obstacle(uuid, uuid, text) owner to lt_access;
      alter function is_new_matter(uuid) owner to lt_access;
      alter function may_join_matter(uuid) owner to lt_access;
      alter function refresh_matter(uuid) owner to lt_access;
      alter function refresh_audience(uuid[], uuid[]) owner to lt_access;
      alter function readers_of_both(uuid, uuid) owner to lt_access;
      alter function linked_events(uuid[]) owner to lt_access;
      revoke create on schema public from lt_access;
      revoke all on function record_event(text, text, uuid, uuid, text, uuid, uuid[]), refresh_issues(uuid[]),
        refresh_matter(uuid), refresh_audience(uuid[], uuid[]), withdraw_lapsed_offers(uuid[]),
        referral_obstacle(uuid, uuid, text), is_new_matter(uuid), may_join_matter(uuid), readers_of_both(uuid, uuid),
        linked_events(uuid[]) from public;
      grant execute on function record_event(text, text, uuid, uuid, text, uuid, uuid[]), refresh_issues(uuid[]),
        refresh_matter(uuid), referral_obstacle(uuid, uuid, text), is_new_matter(uuid), may_join_matter(uuid) to lt_user;
      grant execute on function record_event(text, text, uuid, uuid, text, uuid, uuid[]), refresh_issues(uuid[]),
        refresh_audience(uuid[], uuid[]), withdraw_lapsed_offers(uuid[]) to lt_access;
    `);
  }

  private addReadsWithoutSecondWall(): void {
    this.addSql(`
      do $$
      declare name text;
      begin
        for name in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = 'public' and c.relrowsecurity and c.relname not in ('idempotency', 'redirection')
        loop
          execute format('create policy %I on %I for select to lt_read using (true)', name || '_compiled', name);
          execute format('grant select on %I to lt_read', name);
        end loop;
      end $$;
      grant select on area, area_lineage, topic, organization, organization_lineage, issue_link_side, log_epoch to lt_read;
    `);
  }

  /**
   * Only the lead of a matter hands its lead on, and only the owner or the lead refers an issue at all: an offer of
   * somebody who no longer is that has lapsed.
   */
  private addOffers(): void {
    this.addSql(`
      create function withdraw_lapsed_offers(issues uuid[]) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare lapsed referral;
      begin
        for lapsed in update referral r set status = 'WITHDRAWN', version = r.version + 1, decided_at = clock_timestamp()
          where r.issue_id = any(issues) and r.status = 'OFFERED'
            and (r.from_id <> r.owner_id or r.role = 'LEAD' and exists (select from matter_issue mi
              where mi.issue_id = r.issue_id and mi.consented))
            and not exists (select from matter_issue mi join participant p on p.matter_id = mi.matter_id
              where mi.issue_id = r.issue_id and mi.consented and p.organization_id = r.from_id and p.role = 'LEAD'
                and p.until is null)
          returning r.*
        loop
          perform record_event('referral.withdrawn', 'ORGANIZATIONS', lapsed.issue_id, null, 'Referral', lapsed.id,
            array[lapsed.owner_id, lapsed.from_id, lapsed.to_id]);
        end loop;
      end $$;
      create function referral_obstacle(p_issue uuid, p_to uuid, p_request text) returns text
      language sql stable security definer set search_path = public, pg_temp as $$
        select min(case when r.to_id = p_to and r.status = 'OFFERED' then 'OPEN' else 'LOOP' end)
        from referral r where r.issue_id = p_issue and exists (select from issue_access a
            where a.issue_id = p_issue and a.organization_id in (app_org(), ${everyone}))
          and (r.from_id = p_to and r.status = 'ACCEPTED' and r.role = 'LEAD'
          or r.to_id = p_to and (r.status = 'OFFERED' or r.status = 'DECLINED'
            and regexp_replace(fold(r.request), '\\s+', ' ', 'g') = regexp_replace(fold(p_request), '\\s+', ' ', 'g')))
      $$;
    `);
  }

  private addRefreshIssues(): void {
    this.addSql(`
      create function refresh_issues(ids uuid[]) returns void
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

  private addRefreshMatter(): void {
    this.addSql(`
      -- Each change of a link stands on the timelines of both issues: the twin names the other one, also after a removal.
      create function linked_events(issues uuid[]) returns table (xid xid8, id bigint, issue_id uuid, other_id uuid)
      language sql stable set search_path = public, pg_temp as $$
        select distinct e.xid, e.id, e.issue_id, twin.issue_id
          from event known join event e on e.subject_id = known.subject_id and e.scope = 'LINK'
            join event twin on twin.subject_id = e.subject_id and twin.scope = 'LINK' and twin.issue_id <> e.issue_id
          where known.scope = 'LINK' and known.issue_id = any(issues)
      $$;
      create function refresh_audience(issues uuid[], matters uuid[]) returns void
      language sql security definer set search_path = public, pg_temp as $$
        delete from event_audience x using event e where (e.xid, e.id) = (x.xid, x.id)
          and (e.scope = 'ISSUE' and e.issue_id = any(issues) and not exists (select from issue_access a
              where a.issue_id = e.issue_id and a.organization_id = x.organization_id and a.level <= 3)
            or e.scope = 'MATTER' and e.matter_id = any(matters) and not exists (select from matter_access a
              where a.matter_id = e.matter_id and a.organization_id = x.organization_id));
        delete from event_audience x using linked_events(issues) e where (e.xid, e.id) = (x.xid, x.id)
          and x.organization_id not in (select readers_of_both(e.issue_id, e.other_id));
        insert into event_audience (organization_id, xid, id)
          select a.organization_id, e.xid, e.id from event e join issue_access a on a.issue_id = e.issue_id
            where e.scope = 'ISSUE' and e.issue_id = any(issues) and a.level <= 3
          union select a.organization_id, e.xid, e.id from event e join matter_access a on a.matter_id = e.matter_id
            where e.scope = 'MATTER' and e.matter_id = any(matters)
          union select readers_of_both(e.issue_id, e.other_id), e.xid, e.id from linked_events(issues) e
          on conflict do nothing;
      $$;
      create function refresh_matter(p_matter uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare gained uuid[]; lost uuid[]; fresh boolean;
      begin
        fresh := not exists (select from matter_access a where a.matter_id = p_matter);
        with gone as (delete from matter_access a where a.matter_id = p_matter and not exists (
            select from participant p where p.matter_id = p_matter and p.organization_id = a.organization_id
              and p.until is null) returning a.organization_id)
          select array_agg(organization_id) into lost from gone;
        with written as (insert into matter_access
            select p.matter_id, p.organization_id, p.role from participant p
              where p.matter_id = p_matter and p.until is null
            on conflict (matter_id, organization_id) do update set role = excluded.role
              where matter_access.role <> excluded.role
            returning old.matter_id as before, new.organization_id)
          select array_agg(organization_id) into gained from written where before is null;
        if not fresh and (gained is not null or lost is not null) then
          perform refresh_audience('{}', array[p_matter]);
        end if;
        if not fresh and gained is not null then
          perform record_event('access.granted', 'ORGANIZATIONS', null, p_matter, 'Matter', p_matter, gained);
        end if;
        if lost is not null then
          perform record_event('access.revoked', 'ORGANIZATIONS', null, p_matter, 'Matter', p_matter, lost);
        end if;
        perform refresh_issues(coalesce((select array_agg(mi.issue_id order by mi.issue_id) from matter_issue mi
          where mi.matter_id = p_matter), '{}'));
      end $$;
    `);
  }
}
