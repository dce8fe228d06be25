import { Migration } from '@mikro-orm/migrations';

const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * The inbox of each office. Its rows are written by the log itself, whoever records an event and however: in the
 * transaction of the event, for offices of bodies in its audience; they go when the body loses sight of it.
 */
export class Migration20261125110000_notifications extends Migration {
  override up(): void {
    this.addTables();
    this.addBodies();
    this.addWriting();
    this.addPreferences();
    this.addRights();
  }

  private addTables(): void {
    this.addSql(`
      create table notification_rule (
        type text primary key,
        reason text not null check (reason in ('FOLLOWED', 'MATCHED', 'REFERRED', 'INVITED', 'ASSIGNED', 'ANSWERED',
          'DEADLINE', 'MENTIONED')),
        recipients text not null check (recipients in ('AUDIENCE', 'OTHERS', 'SUBJECT', 'ASSIGNEE', 'ASSIGNER',
          'COLLECTORS', 'LEAD', 'MENTIONED'))
      );
      create table notification_preference (
        person_id uuid not null,
        reason text not null,
        delivery text not null check (delivery in ('AT_ONCE', 'DAILY_DIGEST', 'OFF')),
        primary key (person_id, reason)
      );
      create table notification_quiet (
        person_id uuid primary key,
        quiet_from time not null,
        quiet_to time not null check (quiet_from <> quiet_to)
      );
      create table notification (
        id uuid primary key,
        actor_id uuid not null,
        organization_id uuid not null,
        reason text not null,
        xid xid8 not null,
        event_id bigint not null,
        subject_kind text not null,
        subject_id uuid not null,
        read_at timestamptz(3),
        snoozed_until timestamptz(3),
        created_at timestamptz(3) not null,
        constraint notification_once unique (xid, event_id, actor_id),
        foreign key (xid, event_id) references event (xid, id),
        foreign key (actor_id, organization_id) references actor (id, organization_id)
      );
      create index notification_inbox on notification (actor_id, id desc) include (read_at, snoozed_until);
      create index notification_unread on notification (actor_id, id desc) include (snoozed_until) where read_at is null;
      create index notification_subject on notification (actor_id, subject_id, id desc);
      create table notification_group (
        id uuid primary key,
        actor_id uuid not null,
        subject_kind text not null,
        subject_id uuid not null,
        unread int not null,
        total int not null,
        constraint notification_group_once unique (actor_id, subject_id)
      );
      create index notification_group_inbox on notification_group (actor_id, id desc) include (unread, total);
      create index follow_subject_id on follow (subject_id, actor_id);
    `);
  }

  /** Whom an event concerns by what it is, beside those who follow what it is about. */
  private addBodies(): void {
    this.addSql(`
      create function notified_bodies(e event, p_recipients text) returns setof uuid
      language sql stable set search_path = public, pg_temp as $$
        select x.organization_id from event_audience x where (x.xid, x.id) = (e.xid, e.id)
          and (p_recipients = 'AUDIENCE' or p_recipients = 'OTHERS' and x.organization_id <> e.organization_id)
        union all select e.subject_id where p_recipients = 'SUBJECT'
        union all select case p_recipients when 'ASSIGNEE' then t.organization_id else t.assigned_by_id end
          from task t where p_recipients in ('ASSIGNEE', 'ASSIGNER') and t.id = e.subject_id
        union select mi.owner_id from matter_issue mi
          where p_recipients = 'COLLECTORS' and mi.matter_id = e.matter_id and mi.consented
        union select p.organization_id from participant p where p.matter_id = e.matter_id and p.until is null
          and (p_recipients = 'COLLECTORS' and p.role = 'SUPERVISING' or p_recipients = 'LEAD' and p.role = 'LEAD')
        union select o.id from comment c join organization o
            on o.code in (select upper(m[1]) from regexp_matches(c.body, '@([[:alnum:]]+(?:-[[:alnum:]]+)*)', 'g') m)
          where p_recipients = 'MENTIONED' and c.id = e.subject_id
      $$;
    `);
  }

  private addWriting(): void {
    this.addSql(`
      create function notify_offices() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into notification (id, actor_id, organization_id, reason, xid, event_id, subject_kind, subject_id, created_at)
        select uuidv7(), n.actor_id, n.organization_id, n.reason, n.xid, n.event_id, n.subject_kind, n.subject_id, n.at
        from (
          select distinct on (e.xid, e.id, a.id) e.xid, e.id as event_id, a.id as actor_id, a.organization_id, why.reason,
            e.at, s.kind as subject_kind, s.id as subject_id
          from (select distinct t.xid, t.id from told t where t.xid = pg_current_xact_id()) mine
          -- What came into sight or went out of it is told to clients, not to people.
          join event e on (e.xid, e.id) = (mine.xid, mine.id) and e.type not in ('access.granted', 'access.revoked')
          cross join lateral (select case when e.scope <> 'MATTER' and e.issue_id is not null then 'Issue'
              when e.matter_id is not null then 'Matter' else 'Organization' end as kind,
            case when e.scope <> 'MATTER' and e.issue_id is not null then e.issue_id
              else coalesce(e.matter_id, e.organization_id) end as id) s
          cross join lateral (
            select r.reason, a.id as actor_id, 1 as rank from notification_rule r
              cross join lateral notified_bodies(e, r.recipients) body(id)
              join actor a on a.organization_id = body.id where r.type = e.type
            union all
            select 'FOLLOWED', f.actor_id, 2 from follow f where f.subject_id = any(
              array[e.issue_id, e.matter_id, e.organization_id] || e.topic_ids || e.area_ids)) why
          join actor a on a.id = why.actor_id and a.active and a.id is distinct from app_actor()
          where exists (select from event_audience x where (x.xid, x.id) = (e.xid, e.id)
              and x.organization_id in (a.organization_id, ${everyone}))
            and not exists (select from notification_preference p where p.person_id = coalesce(a.account_id, a.id)
              and p.reason = why.reason and p.delivery = 'OFF')
          order by e.xid, e.id, a.id, why.rank
        ) n on conflict do nothing;
        return null;
      end $$;
      create trigger notify_offices after insert on event_audience referencing new table as told
        for each statement execute function notify_offices();
      create function forget_notifications() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        delete from notification n using gone g
          where (n.xid, n.event_id) = (g.xid, g.id) and g.organization_id in (n.organization_id, ${everyone})
            and not exists (select from event_audience x where (x.xid, x.id) = (n.xid, n.event_id)
              and x.organization_id in (n.organization_id, ${everyone}));
        return null;
      end $$;
      create trigger forget_notifications after delete on event_audience referencing old table as gone
        for each statement execute function forget_notifications();
    `);
    this.addGroups();
  }

  /** By differences: two transactions may tell one office of the same subject at once. */
  private addGroups(): void {
    this.addSql(`
      create function group_notifications() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_op = 'INSERT' then
          insert into notification_group as g (id, actor_id, subject_kind, subject_id, unread, total)
            select max(n.id::text)::uuid, n.actor_id, min(n.subject_kind), n.subject_id, count(*), count(*)
              from fresh n group by n.actor_id, n.subject_id order by n.actor_id, n.subject_id
            on conflict (actor_id, subject_id) do update set id = greatest(g.id, excluded.id),
              unread = g.unread + excluded.unread, total = g.total + excluded.total;
        elsif tg_op = 'UPDATE' then
          update notification_group g set unread = g.unread + c.change from (
            select n.actor_id, n.subject_id, sum((n.read_at is null)::int - (o.read_at is null)::int) as change
              from fresh n join former o on o.id = n.id group by 1, 2) c
            where (g.actor_id, g.subject_id) = (c.actor_id, c.subject_id) and c.change <> 0;
        else
          update notification_group g set unread = g.unread - c.unread, total = g.total - c.total from (
            select o.actor_id, o.subject_id, count(*) filter (where o.read_at is null) as unread, count(*) as total
              from former o group by 1, 2) c
            where (g.actor_id, g.subject_id) = (c.actor_id, c.subject_id);
          delete from notification_group g using former o
            where (g.actor_id, g.subject_id) = (o.actor_id, o.subject_id) and g.total = 0;
        end if;
        return null;
      end $$;
      create trigger group_new after insert on notification referencing new table as fresh
        for each statement execute function group_notifications();
      create trigger group_changed after update on notification referencing old table as former new table as fresh
        for each statement execute function group_notifications();
      create trigger group_gone after delete on notification referencing old table as former
        for each statement execute function group_notifications();
    `);
  }

  /** Of a person, in all offices that it holds; an app is one by itself. */
  private addPreferences(): void {
    this.addSql(`
      create function app_person() returns uuid
      language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(a.account_id, a.id) from actor a where a.id = app_actor() and a.organization_id = app_org()
      $$;
      create function set_notification_preferences(p_preferences jsonb) returns void
      language sql volatile security definer set search_path = public, pg_temp as $$
        insert into notification_preference (person_id, reason, delivery)
          select app_person(), p.reason, p.delivery from jsonb_to_recordset(p_preferences) p(reason text, delivery text)
          on conflict (person_id, reason) do update set delivery = excluded.delivery
      $$;
      create function set_quiet_hours(p_from time, p_to time) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        delete from notification_quiet where person_id = app_person();
        if p_from is not null then insert into notification_quiet values (app_person(), p_from, p_to); end if;
      end $$;
    `);
  }

  private addRights(): void {
    const mine = `actor_id = (select app_actor()) and organization_id = (select app_org())`;
    const person = `person_id = (select app_person())`;
    for (const table of ['notification', 'notification_group', 'notification_preference', 'notification_quiet']) {
      this.addSql(`alter table ${table} enable row level security; alter table ${table} force row level security;`);
      this.addSql(`create policy ${table}_derive on ${table} for all to lt_access using (true) with check (true);`);
    }
    this.addSql(`
      create policy notification_own on notification for all to lt_user using (${mine}) with check (${mine});
      create policy notification_tail on notification for select to lt_log using (true);
      create policy notification_group_own on notification_group for select to lt_user
        using (actor_id = (select app_actor()));
      create policy notification_preference_own on notification_preference for select to lt_user using (${person});
      create policy notification_quiet_own on notification_quiet for select to lt_user using (${person});
      create policy notification_compiled on notification for select to lt_read using (true);
      create policy notification_group_compiled on notification_group for select to lt_read using (true);
      create policy notification_preference_compiled on notification_preference for select to lt_read using (true);
      create policy notification_quiet_compiled on notification_quiet for select to lt_read using (true);
      grant select on notification, notification_group, notification_preference, notification_quiet to lt_user, lt_read;
      grant update (read_at, snoozed_until) on notification to lt_user;
      grant select on notification to lt_log;
      grant select, insert, update, delete on notification, notification_group to lt_access;
      grant select, insert, update, delete on notification_preference, notification_quiet to lt_access;
      grant select on notification_rule, follow, comment, task, participant, matter_issue to lt_access;
      grant lt_access to current_user;
      grant create on schema public to lt_access;
      alter function notify_offices() owner to lt_access;
      alter function notified_bodies(event, text) owner to lt_access;
      alter function forget_notifications() owner to lt_access;
      alter function group_notifications() owner to lt_access;
      alter function app_person() owner to lt_access;
      alter function set_notification_preferences(jsonb) owner to lt_access;
      alter function set_quiet_hours(time, time) owner to lt_access;
      revoke create on schema public from lt_access;
      revoke all on function notify_offices(), notified_bodies(event, text), forget_notifications(),
        group_notifications(), app_person(), set_notification_preferences(jsonb), set_quiet_hours(time, time) from public;
      grant execute on function app_person(), set_notification_preferences(jsonb), set_quiet_hours(time, time) to lt_user;
      grant execute on function app_person() to lt_read;
    `);
  }
}
