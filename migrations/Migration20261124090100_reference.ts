import { Migration } from '@mikro-orm/migrations';

/** Areas, topics, organizations: public to every member body, hence without row security. */
export class Migration20261124090100_reference extends Migration {
  override up(): void {
    this.addSql(`
      create table area (
        id uuid primary key,
        code text not null,
        name text not null check (name is nfc normalized),
        kind text not null check (kind in ('PROVINCE', 'DISTRICT', 'WARD', 'COMMUNE', 'TOWNSHIP')),
        parent_id uuid references area,
        valid_from date not null,
        valid_to date check (valid_to > valid_from),
        aliases text[] not null default '{}',
        search text not null
      );
      create unique index area_code_valid_from on area (code, valid_from);
      create index area_parent_id on area (parent_id);
      create index area_search on area using gin (search gin_trgm_ops);
      create table area_lineage (
        from_id uuid not null references area,
        to_id uuid not null references area,
        partial boolean not null,
        effective_on date not null,
        legal_basis text,
        primary key (from_id, to_id)
      );
      create index area_lineage_to_id on area_lineage (to_id);
    `);
    this.addSql(`
      create table topic (
        id uuid primary key,
        code text not null unique,
        name_vi text not null,
        name_en text not null,
        position int not null
      );
      create table organization (
        id uuid primary key,
        code text not null unique,
        name text not null check (name is nfc normalized),
        kind text not null,
        area_id uuid not null references area,
        parent_id uuid references organization,
        valid_from date not null,
        valid_to date check (valid_to > valid_from)
      );
      create index organization_area_id on organization (area_id);
      create index organization_parent_id on organization (parent_id);
      create table organization_lineage (
        from_id uuid not null references organization,
        to_id uuid not null references organization,
        effective_on date not null,
        primary key (from_id, to_id)
      );
      create index organization_lineage_to_id on organization_lineage (to_id);
    `);
    this.addSql(`
      create table actor (
        id uuid primary key,
        kind text not null check (kind in ('STAFF', 'APP')),
        organization_id uuid not null references organization,
        account_id uuid,
        name text not null check (name is nfc normalized),
        roles text[] not null,
        active boolean not null default true,
        created_at timestamptz(3) not null default now(),
        unique (id, organization_id)
      );
      create unique index actor_account_organization on actor (account_id, organization_id);
      create index actor_organization_id on actor (organization_id);
      alter table actor enable row level security;
      alter table actor force row level security;
      create policy actor_own on actor for select to lt_user using (organization_id = (select app_org()));
      create policy actor_auth on actor for select to lt_auth using (true);
      create policy actor_derive on actor for all to lt_access using (true) with check (true);
    `);
    this.addSql(`
      grant select on area, area_lineage, topic, organization, organization_lineage to lt_user, lt_access, lt_auth;
      grant select on actor to lt_user, lt_auth;
      grant select, insert, update on actor to lt_access;
    `);
  }
}
