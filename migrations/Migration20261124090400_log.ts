import { Migration } from '@mikro-orm/migrations';

/**
 * The ordered event log and what makes a repeated request harmless. The order is (xid, id): a reader that stays below
 * the oldest running transaction misses nothing (server/decisions/002-log-horizon.md).
 */
export class Migration20261124090400_log extends Migration {
  override up(): void {
    this.addSql(`
      create table event (
        xid xid8 not null default pg_current_xact_id(),
        id bigint generated always as identity,
        uid uuid not null default uuidv7(),
        type text not null,
        scope text not null check (scope in ('ISSUE', 'LINK', 'MATTER', 'ORGANIZATIONS')),
        at timestamptz(3) not null default clock_timestamp(),
        organization_id uuid not null references organization,
        actor_id uuid,
        issue_id uuid references issue,
        matter_id uuid references matter,
        subject_kind text not null,
        subject_id uuid not null,
        topic_ids uuid[] not null default '{}',
        area_ids uuid[] not null default '{}',
        primary key (xid, id)
      );
      create index event_issue_id on event (issue_id, xid, id) where issue_id is not null;
      create index event_link_id on event (subject_id) where scope = 'LINK';
      create index event_matter_id on event (matter_id, xid, id) where matter_id is not null;
      create table event_audience (
        organization_id uuid not null,
        xid xid8 not null,
        id bigint not null,
        primary key (organization_id, xid, id),
        foreign key (xid, id) references event
      );
      create index event_audience_event on event_audience (xid, id);
      create table log_epoch (
        epoch uuid primary key default uuidv7(),
        system_identifier bigint not null,
        timeline int not null,
        started_at timestamptz(3) not null default now()
      );
      create table idempotency (
        organization_id uuid not null references organization,
        mutation text not null,
        key text not null,
        input_hash bytea not null,
        result jsonb not null,
        created_at timestamptz(3) not null default now(),
        primary key (organization_id, mutation, key)
      );
      create index idempotency_created_at on idempotency (created_at);
    `);
    for (const table of ['event', 'event_audience', 'idempotency']) {
      this.addSql(`alter table ${table} enable row level security; alter table ${table} force row level security;`);
      this.addSql(`create policy ${table}_derive on ${table} for all to lt_access using (true) with check (true);`);
    }
    const everyone = `'00000000-0000-0000-0000-000000000000'`;
    this.addSql(`
      create policy event_read on event for select to lt_user using (exists (select from event_audience a
        where a.organization_id in ((select app_org()), ${everyone}) and (a.xid, a.id) = (event.xid, event.id) offset 0));
      create policy event_audience_read on event_audience for select to lt_user
        using (organization_id in ((select app_org()), ${everyone}));
      create policy event_tail on event for select to lt_log using (true);
      create policy event_audience_tail on event_audience for select to lt_log using (true);
      create policy idempotency_own on idempotency for all to lt_user
        using (organization_id = (select app_org())) with check (organization_id = (select app_org()));
      create policy idempotency_expire on idempotency for all to lt_log
        using (created_at < now() - interval '72 hours');
      grant select on event, event_audience to lt_user;
      grant select on event, event_audience to lt_log;
      grant select on log_epoch to lt_user, lt_log;
      grant select, insert, update on idempotency to lt_user;
      grant select, delete on idempotency to lt_log;
      grant select, insert, delete on event, event_audience to lt_access;
    `);
  }
}
