import { Migration } from '@mikro-orm/migrations';

/** Issues, and the one table of who may see them. Levels: 1 owner, 2 participant, 3 reader, 4 summary. */
export class Migration20261124090200_issues extends Migration {
  override up(): void {
    this.addSql(`
      create sequence issue_number;
      create table issue (
        id uuid primary key,
        code text not null constraint issue_code_key unique,
        owner_id uuid not null references organization,
        collected_by_id uuid not null,
        client_id uuid,
        kind text not null check (kind in ('REFLECTION', 'RECOMMENDATION', 'PROPOSAL')),
        title text not null check (title is nfc normalized and char_length(title) between 1 and 200),
        description text not null check (description is nfc normalized and char_length(description) between 1 and 10000),
        place text check (place is nfc normalized and char_length(place) between 1 and 200),
        status text not null check (status in ('RECEIVED', 'NEEDS_INFO', 'SCREENED', 'OUT_OF_SCOPE', 'REFERRED',
          'IN_FOLLOW_UP', 'ANSWERED', 'CLOSED')),
        status_reason text check (status_reason is nfc normalized and char_length(status_reason) between 1 and 2000),
        channel text not null,
        topic_id uuid not null references topic,
        area_id uuid not null references area,
        voices int not null check (voices between 1 and 1000000),
        collected_on date not null,
        visibility text not null check (visibility in ('PRIVATE', 'SHARED', 'NETWORK')),
        matter_id uuid,
        version int not null default 1,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        search tsvector generated always as (
          setweight(to_tsvector('simple', fold(title)), 'A') || setweight(to_tsvector('simple', fold(description)), 'B')
          || setweight(to_tsvector('simple', fold(coalesce(place, ''))), 'A')) stored,
        constraint issue_owner_client_id unique (owner_id, client_id),
        constraint issue_id_owner unique (id, owner_id),
        foreign key (collected_by_id, owner_id) references actor (id, organization_id)
      );
      create index issue_matter_id on issue (matter_id);
      create index issue_search on issue using gin (search);
      create table issue_share (
        issue_id uuid not null,
        owner_id uuid not null,
        organization_id uuid not null references organization,
        created_at timestamptz(3) not null,
        primary key (issue_id, organization_id),
        foreign key (issue_id, owner_id) references issue (id, owner_id)
      );
      create table issue_access (
        issue_id uuid not null references issue,
        organization_id uuid not null,
        level smallint not null check (level between 1 and 4),
        owner_id uuid not null,
        status text not null,
        kind text not null,
        channel text not null,
        topic_id uuid not null,
        area_id uuid not null,
        collected_on date not null,
        primary key (issue_id, organization_id) include (level, owner_id)
      );
      create index issue_access_feed on issue_access (organization_id, issue_id desc)
        include (level, owner_id, status, kind, channel, topic_id, area_id, collected_on);
      create index issue_access_status on issue_access (organization_id, status, topic_id, issue_id desc)
        include (level, owner_id);
      create table issue_link (
        id uuid primary key,
        from_id uuid not null references issue,
        to_id uuid not null references issue,
        kind text not null check (kind in ('SAME_MATTER', 'RELATED', 'CAUSED_BY', 'REPEATS')),
        note text check (note is nfc normalized and char_length(note) between 1 and 2000),
        created_by_id uuid not null references organization,
        created_at timestamptz(3) not null,
        check (from_id <> to_id),
        constraint issue_link_once unique (from_id, to_id, kind, created_by_id)
      );
      create index issue_link_from on issue_link (from_id, id);
      create index issue_link_to on issue_link (to_id, id);
      create view issue_link_side with (security_invoker = on) as
        select id, kind, note, created_by_id, created_at, from_id as issue_id, to_id as other_id, true as outgoing
        from issue_link
        union all
        select id, kind, note, created_by_id, created_at, to_id, from_id, false from issue_link;
      create table redirection (
        id uuid primary key,
        organization_id uuid not null references organization,
        reason text not null check (reason in ('DENUNCIATION', 'COMPLAINT')),
        on_date date not null
      );
    `);
    for (const table of ['issue', 'issue_share', 'issue_access', 'issue_link', 'redirection']) {
      this.addSql(`alter table ${table} enable row level security; alter table ${table} force row level security;`);
      this.addSql(`create policy ${table}_derive on ${table} for all to lt_access using (true) with check (true);`);
    }
    const everyone = `'00000000-0000-0000-0000-000000000000'`;
    // The offset keeps it a look-up by key: a hashed subplan would read everything that the organization sees.
    const sees = (column: string, worst: number): string => `exists (select from issue_access a
      where a.issue_id = ${column} and a.level <= ${worst} and a.organization_id in ((select app_org()), ${everyone}) offset 0)`;
    // Of a coalesce the planner expects half the rows to pass, not one in a hundred: it then reads a page along its index.
    this.addSql(`
      create policy issue_read on issue for select to lt_user
        using (owner_id = (select app_org()) or ${sees('issue.id', 4)});
      create policy issue_collect on issue for insert to lt_user with check (owner_id = (select app_org()));
      create policy issue_change on issue for update to lt_user using (owner_id = (select app_org()));
      create policy issue_share_read on issue_share for select to lt_user
        using ((select app_org()) in (owner_id, organization_id));
      create policy issue_share_add on issue_share for insert to lt_user with check (owner_id = (select app_org())
        and exists (select from issue i where i.id = issue_share.issue_id and i.owner_id = (select app_org())));
      create policy issue_share_remove on issue_share for delete to lt_user using (owner_id = (select app_org()));
      create policy issue_access_read on issue_access for select to lt_user
        using (coalesce(organization_id in ((select app_org()), ${everyone}) or owner_id = (select app_org()), false));
      create policy issue_link_read on issue_link for select to lt_user
        using (${sees('issue_link.from_id', 4)} and ${sees('issue_link.to_id', 4)}
          and (${sees('issue_link.from_id', 3)} or ${sees('issue_link.to_id', 3)}));
      create policy issue_link_add on issue_link for insert to lt_user
        with check (created_by_id = (select app_org()) and ${sees('issue_link.from_id', 3)} and ${sees('issue_link.to_id', 3)});
      create policy issue_link_remove on issue_link for delete to lt_user
        using (${sees('issue_link.from_id', 4)} and ${sees('issue_link.to_id', 4)}
          and (created_by_id = (select app_org()) or exists (select from issue i
            where i.id in (issue_link.from_id, issue_link.to_id) and i.owner_id = (select app_org()))));
      create policy redirection_add on redirection for insert to lt_user with check (organization_id = (select app_org()));
      create policy redirection_read on redirection for select to lt_user using (organization_id = (select app_org()));
      grant select, insert, update on issue to lt_user;
      grant select, insert, delete on issue_share, issue_link to lt_user;
      grant select on issue_access, issue_link_side to lt_user;
      grant select, insert on redirection to lt_user;
      grant usage on sequence issue_number to lt_user;
      grant select, update on issue to lt_access;
      grant select on issue_share, issue_link to lt_access;
      grant select, insert, update, delete on issue_access to lt_access;
    `);
  }
}
