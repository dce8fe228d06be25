import { Migration } from '@mikro-orm/migrations';
import { asAccess, mine, seesIssue, walled } from './walls.ts';

/** Meetings with what was raised and promised there; no list of who came. */
export class Migration20261125130000_meetings extends Migration {
  override up(): void {
    this.addTables();
    this.addFunctions();
    this.addSql(walled('meeting', 'meeting_host', 'meeting_item', 'meeting_promise'));
    this.addPolicies();
  }

  private addTables(): void {
    this.addSql(`
      create sequence meeting_number;
      create table meeting (
        id uuid primary key,
        code text not null constraint meeting_code_key unique,
        host_id uuid not null references organization,
        client_id uuid,
        kind text not null check (kind in ('VOTER_CONTACT', 'DIALOGUE', 'CITIZEN_RECEPTION', 'BRANCH_MEETING',
          'COUNCIL_SESSION')),
        title text not null check (title is nfc normalized and char_length(title) between 1 and 200),
        area_id uuid not null references area,
        status text not null check (status in ('PLANNED', 'ANNOUNCED', 'HELD', 'PUBLISHED', 'CANCELLED')),
        held_on date not null,
        agenda text check (agenda is nfc normalized and char_length(agenda) between 1 and 10000),
        minutes text check (minutes is nfc normalized and char_length(minutes) between 1 and 20000),
        announced_on date,
        announced_late_reason text
          check (announced_late_reason is nfc normalized and char_length(announced_late_reason) between 1 and 2000),
        published_on date,
        published_late_reason text
          check (published_late_reason is nfc normalized and char_length(published_late_reason) between 1 and 2000),
        cancel_reason text check (cancel_reason is nfc normalized and char_length(cancel_reason) between 1 and 2000),
        frozen_at timestamptz(3),
        version int not null default 1,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        constraint meeting_host_client_id unique (host_id, client_id),
        check (status in ('PLANNED', 'CANCELLED') or announced_on is not null),
        check (frozen_at is null or kind = 'COUNCIL_SESSION')
      );
      create table meeting_host (
        meeting_id uuid not null references meeting,
        organization_id uuid not null references organization,
        primary key (meeting_id, organization_id)
      );
      create index meeting_host_organization_id on meeting_host (organization_id, meeting_id desc);
      create table meeting_item (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        issue_id uuid not null,
        owner_id uuid not null,
        listed_by_id uuid not null references organization,
        number int check (number > 0),
        carried_from_id uuid references meeting,
        listed_at timestamptz(3) not null,
        constraint meeting_item_once unique (meeting_id, issue_id),
        constraint meeting_item_number unique (meeting_id, number),
        foreign key (issue_id, owner_id) references issue (id, owner_id)
      );
      create index meeting_item_meeting_id on meeting_item (meeting_id, id);
      create index meeting_item_issue_id on meeting_item (issue_id, id);
      create table meeting_promise (
        id uuid primary key,
        meeting_id uuid not null references meeting,
        organization_id uuid not null references organization,
        commitment_id uuid not null references commitment,
        issue_id uuid references issue,
        promise text not null check (promise is nfc normalized and char_length(promise) between 1 and 500),
        due_on date not null,
        made_at timestamptz(3) not null
      );
      create index meeting_promise_meeting_id on meeting_promise (meeting_id, id);
      create index meeting_promise_commitment_id on meeting_promise (commitment_id);
    `);
  }

  /** Policies of these tables would look through one another without end; what became of a promise is told to its hearers. */
  private addFunctions(): void {
    this.addSql(`
      create function hosts_meeting(p_meeting uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from meeting_host h where h.meeting_id = p_meeting and h.organization_id = app_org())
          or exists (select from meeting m where m.id = p_meeting and m.host_id = app_org())
      $$;
      create function sees_meeting(p_meeting uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from meeting m where m.id = p_meeting and m.announced_on is not null)
          or hosts_meeting(p_meeting)
      $$;
      create function sees_minutes(p_meeting uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from meeting m where m.id = p_meeting and m.status = 'PUBLISHED') or hosts_meeting(p_meeting)
      $$;
      create function meeting_term(p_kind text, p_part text, p_on date) returns int
      language sql stable set search_path = public, pg_temp as $$
        select case p_kind when 'DIALOGUE' then (select r.amount from deadline_rule r
          where r.code = 'DIALOGUE_' || p_part and r.valid_from <= p_on and (r.valid_to is null or p_on < r.valid_to)
          order by r.version desc limit 1) end
      $$;
      create function promise_state(p_commitment uuid, out status text, out passed boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
        select c.status, c.passed_at is not null from commitment c where c.id = p_commitment
          and exists (select from meeting_promise p where p.commitment_id = c.id and sees_minutes(p.meeting_id))
      $$;
    `);
  }

  private addPolicies(): void {
    this.addSql(`
      create policy meeting_read on meeting for select to lt_user
        using (announced_on is not null or ${mine('host_id')} or hosts_meeting(id));
      create policy meeting_plan on meeting for insert to lt_user with check (${mine('host_id')});
      create policy meeting_change on meeting for update to lt_user using (hosts_meeting(id));
      create policy meeting_host_read on meeting_host for select to lt_user using (sees_meeting(meeting_id));
      create policy meeting_host_add on meeting_host for insert to lt_user with check (exists (select from meeting m
        where m.id = meeting_host.meeting_id and ${mine('m.host_id')}));
      create policy meeting_host_remove on meeting_host for delete to lt_user using (exists (select from meeting m
        where m.id = meeting_host.meeting_id and ${mine('m.host_id')}));
      create policy meeting_item_read on meeting_item for select to lt_user
        using (${seesIssue('meeting_item.issue_id')} and sees_meeting(meeting_id));
      create policy meeting_item_add on meeting_item for insert to lt_user
        with check (${mine('listed_by_id')} and hosts_meeting(meeting_id) and ${seesIssue('meeting_item.issue_id', 3)});
      create policy meeting_item_number on meeting_item for update to lt_user using (hosts_meeting(meeting_id));
      create policy meeting_item_remove on meeting_item for delete to lt_user
        using (${mine('listed_by_id')} and hosts_meeting(meeting_id));
      create policy meeting_promise_read on meeting_promise for select to lt_user using (sees_minutes(meeting_id));
      create policy meeting_promise_add on meeting_promise for insert to lt_user
        with check (${mine('organization_id')} and hosts_meeting(meeting_id));
      grant select, insert, update on meeting to lt_user;
      grant select, insert, delete on meeting_host to lt_user;
      grant select, insert, update, delete on meeting_item to lt_user;
      grant select, insert on meeting_promise to lt_user;
      grant usage on sequence meeting_number to lt_user;
      grant select on meeting, meeting_host, meeting_promise, commitment to lt_access;
    `);
    this.addSql(
      asAccess({
        'hosts_meeting(uuid)': 'lt_user, lt_read',
        'sees_meeting(uuid)': 'lt_user, lt_read',
        'sees_minutes(uuid)': 'lt_user, lt_read',
        'promise_state(uuid)': 'lt_user, lt_read',
      }),
    );
  }
}
