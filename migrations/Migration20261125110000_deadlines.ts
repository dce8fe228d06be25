import { Migration } from '@mikro-orm/migrations';

const units = `'MINUTE', 'HOUR', 'WORKING_HOUR', 'DAY', 'WORKING_DAY', 'MONTH'`;
const rungs = `'OFFICER', 'LEADER', 'PARENT', 'SUPERVISING'`;

/**
 * Clocks: rules and calendars as versions that are never edited, the deadlines under them, and the alarms that say what
 * will happen when. Whoever makes something happen may start and stop the clocks of other bodies that hang on it, in
 * that same transaction and never else.
 */
export class Migration20261125110000_deadlines extends Migration {
  override up(): void {
    this.addRules();
    this.addDeadlines();
    this.addRowSecurity();
  }

  private addRules(): void {
    this.addSql(`
      create table steward (organization_id uuid primary key references organization);
      create table deadline_rule (
        id uuid primary key,
        code text not null check (code ~ '^[A-Z][A-Z0-9_]{2,59}$'),
        version int not null check (version >= 1),
        kind text not null check (kind in ('LEGAL', 'AGREED', 'INTERNAL')),
        name_vi text not null check (name_vi is nfc normalized and char_length(name_vi) between 1 and 200),
        name_en text not null check (name_en is nfc normalized and char_length(name_en) between 1 and 200),
        runner text not null check (runner in ('OWNER', 'ADDRESSEE', 'LEAD', 'ASSIGNEE', 'ANSWERER', 'SETTER')),
        starts_on text[] not null,
        stops_on text[] not null,
        pauses_on text[] not null,
        cancels_on text[] not null,
        channels text[] not null,
        organization_kinds text[] not null,
        amount int check (amount between 1 and 10000),
        unit text not null check (unit in (${units})),
        is_backward boolean not null,
        rolls boolean not null,
        warn_before int check (warn_before between 1 and 1000),
        warn_unit text not null check (warn_unit in (${units})),
        escalate_to text[] not null check (escalate_to <@ array[${rungs}]),
        escalate_after int[] not null check (cardinality(escalate_after) = cardinality(escalate_to)),
        pause_max_count int not null check (pause_max_count between 0 and 100),
        pause_max_days int not null check (pause_max_days between 0 and 1000),
        extend_max int not null check (extend_max between 0 and 10000),
        legal_basis text check (legal_basis is nfc normalized and char_length(legal_basis) between 1 and 500),
        confidence text not null check (confidence in ('HIGH', 'MEDIUM', 'LOW', 'LOCAL')),
        enabled boolean not null,
        valid_from date not null,
        valid_to date check (valid_to > valid_from),
        created_by_id uuid references organization,
        created_at timestamptz(3) not null,
        constraint deadline_rule_version unique (code, version)
      );
      create view deadline_rung with (security_invoker = on) as
        select r.id as rule_id, u.place, u.rung, u.after
        from deadline_rule r, unnest(r.escalate_to, r.escalate_after) with ordinality u(rung, after, place);
      grant select on deadline_rung to lt_user, lt_read;
      create table calendar (
        id uuid primary key,
        number bigint generated always as identity,
        year int not null check (year between 2000 and 2200),
        organization_id uuid references organization,
        version int not null check (version >= 1),
        status text not null check (status in ('PROPOSED', 'CONFIRMED')),
        hours int[] not null check (cardinality(hours) between 2 and 8),
        quiet_from int not null check (quiet_from between 0 and 1440),
        quiet_to int not null check (quiet_to between 0 and 1440),
        created_by_id uuid references organization,
        created_at timestamptz(3) not null,
        constraint calendar_version unique nulls not distinct (year, organization_id, version)
      );
      create table calendar_day (
        calendar_id uuid not null references calendar,
        on_date date not null,
        kind text not null check (kind in ('HOLIDAY', 'REST', 'WORKED')),
        name_vi text not null check (name_vi is nfc normalized and char_length(name_vi) between 1 and 200),
        legal_basis text check (legal_basis is nfc normalized and char_length(legal_basis) between 1 and 500),
        enabled boolean not null,
        primary key (calendar_id, on_date)
      );
    `);
  }

  private addDeadlines(): void {
    this.addSql(`
      create table deadline (
        id uuid primary key,
        rule_id uuid not null references deadline_rule,
        rule_code text not null,
        kind text not null check (kind in ('LEGAL', 'AGREED', 'INTERNAL')),
        organization_id uuid not null references organization,
        name text check (name is nfc normalized and char_length(name) between 1 and 200),
        subject_kind text not null check (subject_kind in ('Issue', 'Referral', 'Matter', 'Task', 'Answer')),
        subject_id uuid not null,
        issue_id uuid references issue,
        matter_id uuid references matter,
        started_at timestamptz(3) not null,
        amount int,
        unit text not null check (unit in (${units})),
        fixed_on date,
        due_at timestamptz(3) not null,
        due_on date not null,
        state text not null check (state in ('RUNNING', 'PAUSED', 'MET', 'MISSED', 'CANCELLED', 'SUPERSEDED')),
        explanation text[] not null,
        calendar_mark bigint not null,
        paused_at timestamptz(3),
        ended_at timestamptz(3),
        supersedes_id uuid references deadline,
        version int not null default 1,
        created_at timestamptz(3) not null,
        constraint deadline_id_organization unique (id, organization_id),
        check ((amount is null) <> (fixed_on is null)),
        check (issue_id is not null or matter_id is not null),
        check ((state = 'PAUSED') = (paused_at is not null)),
        check (ended_at is not null or state in ('RUNNING', 'PAUSED', 'MISSED'))
      );
      create unique index deadline_one_open on deadline (organization_id, rule_code, subject_id)
        where kind = 'LEGAL' and ended_at is null;
      create index deadline_due on deadline (organization_id, due_at, id);
      create index deadline_issue_id on deadline (issue_id) where issue_id is not null;
      create index deadline_matter_id on deadline (matter_id, due_at, id) where matter_id is not null;
      create index deadline_subject_id on deadline (subject_id);
      create index deadline_open on deadline (rule_code, id) where state in ('RUNNING', 'PAUSED');
      create table deadline_step (
        id uuid primary key,
        deadline_id uuid not null,
        organization_id uuid not null,
        act text not null check (act in ('PAUSED', 'RESUMED', 'EXTENDED', 'ENDED')),
        at timestamptz(3) not null,
        amount int,
        reason text check (reason is nfc normalized and char_length(reason) between 1 and 2000),
        check ((act = 'EXTENDED') = (amount is not null)),
        foreign key (deadline_id, organization_id) references deadline (id, organization_id)
      );
      create index deadline_step_deadline_id on deadline_step (deadline_id, id);
      create table deadline_alarm (
        id uuid primary key,
        deadline_id uuid not null,
        organization_id uuid not null,
        step text not null check (step in ('WARN', 'MISS', 'RESUME', ${rungs})),
        due_at timestamptz(3) not null,
        at timestamptz(3) not null,
        fired_at timestamptz(3),
        organization_ids uuid[] not null default '{}',
        constraint deadline_alarm_once unique (deadline_id, step, due_at),
        foreign key (deadline_id, organization_id) references deadline (id, organization_id)
      );
      create index deadline_alarm_next on deadline_alarm (at, deadline_id) where fired_at is null;
      create index deadline_alarm_own on deadline_alarm (organization_id, at, id);
      create index deadline_alarm_told on deadline_alarm using gin (organization_ids) where fired_at is not null;
    `);
  }

  private addRowSecurity(): void {
    const tables = [
      'steward',
      'deadline_rule',
      'calendar',
      'calendar_day',
      'deadline',
      'deadline_step',
      'deadline_alarm',
    ];
    for (const table of tables) {
      this.addSql(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${table}_derive on ${table} for all to lt_access using (true) with check (true);
        create policy ${table}_work on ${table} for all to lt_jobs using (true) with check (true);
        create policy ${table}_compiled on ${table} for select to lt_read using (true);
        grant select on ${table} to lt_read, lt_user, lt_jobs;
        grant select, insert on ${table} to lt_access;
      `);
    }
    const mine = (column = 'organization_id'): string => `${column} = (select app_org())`;
    const someone = `(select app_org()) is not null`;
    const stewards = `exists (select from steward s where s.organization_id = (select app_org()) offset 0)`;
    this.addSql(`
      create function happens_now(p_subject uuid, p_issue uuid, p_matter uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from event e where e.xid = pg_current_xact_id_if_assigned()
          and (e.subject_id = p_subject or e.issue_id = p_issue or e.matter_id = p_matter))
      $$;
      create function is_touched(p_deadline uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from deadline d where d.id = p_deadline
          and happens_now(d.subject_id, d.issue_id, d.matter_id))
      $$;
      grant lt_access to current_user;
      grant create on schema public to lt_access;
      alter function happens_now(uuid, uuid, uuid) owner to lt_access;
      alter function is_touched(uuid) owner to lt_access;
      revoke create on schema public from lt_access;
      revoke all on function happens_now(uuid, uuid, uuid), is_touched(uuid) from public;
      grant execute on function happens_now(uuid, uuid, uuid), is_touched(uuid) to lt_user, lt_access;
    `);
    const takesPart = `exists (select from matter_access m
      where m.matter_id = deadline.matter_id and m.organization_id = (select app_org()) offset 0)`;
    const seesIssue = `exists (select from issue_access a where a.issue_id = deadline.issue_id
      and a.organization_id in ((select app_org()), '00000000-0000-0000-0000-000000000000') offset 0)`;
    // A read has no transaction number: it is not asked what happens now.
    const writes = `(select pg_current_xact_id_if_assigned()) is not null`;
    const happens = `${writes} and happens_now(subject_id, issue_id, matter_id)`;
    const touched = `${writes} and is_touched(deadline_id)`;
    this.addSql(`
      create policy steward_read on steward for select to lt_user using (${someone});
      create policy deadline_rule_read on deadline_rule for select to lt_user using (${someone});
      create policy deadline_rule_change on deadline_rule for insert to lt_user
        with check (${mine('created_by_id')} and ${stewards});
      create policy calendar_read on calendar for select to lt_user using (${someone});
      create policy calendar_change on calendar for insert to lt_user
        with check (${mine('created_by_id')} and (${mine()} or organization_id is null and ${stewards}));
      create policy calendar_day_read on calendar_day for select to lt_user using (${someone});
      create policy calendar_day_change on calendar_day for insert to lt_user
        with check (exists (select from calendar c where c.id = calendar_day.calendar_id
          and ${mine('c.created_by_id')}));
      create policy deadline_read on deadline for select to lt_user using (${mine()}
        or kind <> 'INTERNAL' and ${takesPart}
        or exists (select from deadline_alarm a where a.deadline_id = deadline.id and a.fired_at is not null
          and (select app_org()) = any(a.organization_ids) offset 0)
        or ${happens});
      create policy deadline_start on deadline for insert to lt_user
        with check (${mine()} and (matter_id is null or ${takesPart}) and (issue_id is null or ${seesIssue}) or ${happens});
      create policy deadline_change on deadline for update to lt_user using (${mine()} or ${happens});
      create policy deadline_step_read on deadline_step for select to lt_user using (${mine()} or ${touched});
      create policy deadline_step_add on deadline_step for insert to lt_user with check (${mine()} or ${touched});
      create policy deadline_alarm_read on deadline_alarm for select to lt_user
        using (${mine()} or fired_at is not null and (select app_org()) = any(organization_ids) or ${touched});
      create policy deadline_alarm_set on deadline_alarm for insert to lt_user with check (${mine()} or ${touched});
      create policy deadline_alarm_change on deadline_alarm for update to lt_user using (${mine()} or ${touched});
      create policy deadline_alarm_drop on deadline_alarm for delete to lt_user using (${mine()} or ${touched});
      grant insert on deadline_rule, calendar, calendar_day to lt_user;
      grant insert, update on deadline to lt_user, lt_jobs;
      grant insert on deadline_step to lt_user, lt_jobs;
      grant insert, update, delete on deadline_alarm to lt_user, lt_jobs;
      create policy matter_access_watch on matter_access for select to lt_jobs using (true);
      grant select on matter_access to lt_jobs;
    `);
  }
}
