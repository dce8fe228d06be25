import { Migration } from '@mikro-orm/migrations';

const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * E-mails of the inbox. A row stands for one mail to one office, and each notification goes into one mail at most:
 * written in one transaction with the job that sends it. Jobs read through functions what a mail says, and nothing else.
 */
export class Migration20261125111000_notification_mail extends Migration {
  override up(): void {
    this.addSql(`
      create table notification_mail (
        id uuid primary key,
        actor_id uuid not null references actor,
        kind text not null check (kind in ('AT_ONCE', 'DAILY_DIGEST')),
        on_date date not null,
        created_at timestamptz(3) not null
      );
      create unique index notification_mail_digest on notification_mail (actor_id, on_date) where kind = 'DAILY_DIGEST';
      alter table notification_mail enable row level security;
      alter table notification_mail force row level security;
      create policy notification_mail_derive on notification_mail for all to lt_access using (true) with check (true);
      grant select, insert on notification_mail to lt_access;
      alter table notification add column mail_id uuid references notification_mail;
      create index notification_unmailed on notification (created_at) where mail_id is null and read_at is null;
      create index notification_mail_id on notification (mail_id) where mail_id is not null;
    `);
    this.addDelivery();
    this.addPlanning();
    this.addContent();
    this.addRights();
  }

  /** What nobody has chosen: what a body has to act on at once, the rest in the digest. */
  private addDelivery(): void {
    this.addSql(`
      create function notification_delivery(p_person uuid, p_reason text) returns text
      language sql stable set search_path = public, pg_temp as $$
        select coalesce(
          (select p.delivery from notification_preference p where p.person_id = p_person and p.reason = p_reason),
          case when p_reason in ('FOLLOWED', 'MATCHED') then 'DAILY_DIGEST' else 'AT_ONCE' end)
      $$;
      create function is_quiet(p_person uuid, p_local time) returns boolean
      language sql stable set search_path = public, pg_temp as $$
        select exists (select from notification_quiet q where q.person_id = p_person and case
          when q.quiet_from < q.quiet_to then p_local >= q.quiet_from and p_local < q.quiet_to
          else p_local >= q.quiet_from or p_local < q.quiet_to end)
      $$;
    `);
  }

  /** The digest is due from 07:00; what is older than two days is no news any more. */
  private addPlanning(): void {
    this.addSql(`
      create function plan_notification_mail(p_now timestamptz) returns setof uuid
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare local timestamp := p_now at time zone 'Asia/Ho_Chi_Minh';
      begin
        perform pg_advisory_xact_lock(7305003);
        return query
        with due as materialized (
          select n.id, n.actor_id, notification_delivery(coalesce(a.account_id, a.id), n.reason) as kind
          from notification n join actor a on a.id = n.actor_id and a.active and a.account_id is not null
          where n.mail_id is null and n.read_at is null and n.created_at > p_now - interval '2 days'
            and coalesce(n.snoozed_until <= p_now, true) and not is_quiet(a.account_id, local::time)),
        wanted as (select uuidv7() as id, d.actor_id, d.kind from due d where d.kind = 'AT_ONCE'
            or d.kind = 'DAILY_DIGEST' and local::time >= '07:00' and not exists (select from notification_mail m
              where m.actor_id = d.actor_id and m.on_date = local::date and m.kind = 'DAILY_DIGEST')
          group by d.actor_id, d.kind),
        mails as (insert into notification_mail select w.id, w.actor_id, w.kind, local::date, p_now from wanted w
          returning notification_mail.id, notification_mail.actor_id, notification_mail.kind),
        filed as (update notification n set mail_id = m.id from due d join mails m
          on (m.actor_id, m.kind) = (d.actor_id, d.kind) where n.id = d.id)
        select m.id from mails m;
      end $$;
    `);
  }

  /** Codes and kinds alone, of what the body sees still: titles and texts do not leave the platform. */
  private addContent(): void {
    this.addSql(`
      create function notification_lines(p_actor uuid, p_mail uuid)
        returns table (reason text, type text, code text, at timestamptz)
      language sql stable set search_path = public, pg_temp as $$
        select n.reason, e.type, case n.subject_kind when 'Issue' then (select i.code from issue i where i.id = n.subject_id
              and exists (select from issue_access a where a.issue_id = i.id
                and a.organization_id in (n.organization_id, ${everyone})))
            when 'Matter' then (select m.code from matter m where m.id = n.subject_id
              and exists (select from matter_access a where a.matter_id = m.id and a.organization_id = n.organization_id))
            else (select o.code from organization o where o.id = n.subject_id) end, n.created_at
          from notification n join event e on (e.xid, e.id) = (n.xid, n.event_id)
          where n.actor_id = p_actor and n.mail_id = p_mail order by n.id
      $$;
      create function notification_mail_content(p_mail uuid)
        returns table (kind text, account_id uuid, office text, on_date date, lines jsonb)
      language sql stable security definer set search_path = public, pg_temp as $$
        select m.kind, a.account_id, a.name || ', ' || o.name, m.on_date,
          (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from notification_lines(m.actor_id, m.id) l where l.code is not null)
        from notification_mail m join actor a on a.id = m.actor_id and a.active
          join organization o on o.id = a.organization_id where m.id = p_mail
      $$;
      create function auth.mail_address(p_account uuid) returns text
      language sql stable security definer set search_path = auth, pg_temp as $$
        select u.email from auth.account_user u where u.id = p_account and u.disabled_at is null
      $$;
    `);
  }

  private addRights(): void {
    this.addSql(`
      grant lt_access, lt_auth to current_user;
      grant create on schema public to lt_access;
      grant create on schema auth to lt_auth;
      alter function notification_delivery(uuid, text) owner to lt_access;
      alter function is_quiet(uuid, time) owner to lt_access;
      alter function plan_notification_mail(timestamptz) owner to lt_access;
      alter function notification_lines(uuid, uuid) owner to lt_access;
      alter function notification_mail_content(uuid) owner to lt_access;
      alter function auth.mail_address(uuid) owner to lt_auth;
      revoke create on schema public from lt_access;
      revoke create on schema auth from lt_auth;
      revoke all on function notification_delivery(uuid, text), is_quiet(uuid, time), plan_notification_mail(timestamptz),
        notification_lines(uuid, uuid), notification_mail_content(uuid), auth.mail_address(uuid) from public;
      grant usage on schema auth to lt_jobs;
      grant execute on function plan_notification_mail(timestamptz), notification_mail_content(uuid),
        auth.mail_address(uuid) to lt_jobs;
    `);
  }
}
