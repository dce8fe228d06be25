import { Migration } from '@mikro-orm/migrations';
import { asAccess, mine, seesIssue, takesPart, walled, works } from './walls.ts';

/** Tasks that serve several matters and issues and wait for others, and formal reminders. */
export class Migration20261125121200_joint_plan extends Migration {
  override up(): void {
    this.addSql(`
      alter table task add column reacted_at timestamptz(3), add constraint task_id_matter unique (id, matter_id);
      create index task_organization_id on task (organization_id, id);
      create table task_matter (
        task_id uuid not null references task,
        matter_id uuid not null references matter,
        added_by_id uuid not null references organization,
        added_at timestamptz(3) not null,
        primary key (task_id, matter_id)
      );
      create index task_matter_matter_id on task_matter (matter_id, task_id);
      create table task_issue (
        task_id uuid not null references task,
        issue_id uuid not null references issue,
        -- The matter through which the issue was known when it was linked.
        matter_id uuid not null references matter,
        added_by_id uuid not null references organization,
        added_at timestamptz(3) not null,
        primary key (task_id, issue_id)
      );
      create index task_issue_issue_id on task_issue (issue_id, task_id);
      -- Both tasks belong to one matter: its bodies see the whole chain, so that the refusal of a circle tells nothing.
      create table task_dependency (
        task_id uuid not null,
        needs_id uuid not null,
        matter_id uuid not null,
        added_by_id uuid not null references organization,
        added_at timestamptz(3) not null,
        primary key (task_id, needs_id),
        check (task_id <> needs_id),
        foreign key (task_id, matter_id) references task (id, matter_id),
        foreign key (needs_id, matter_id) references task (id, matter_id)
      );
      create index task_dependency_needs_id on task_dependency (needs_id, task_id);
      create table reminder (
        id uuid primary key,
        matter_id uuid references matter,
        task_id uuid references task,
        referral_id uuid references referral,
        organization_id uuid not null references organization,
        to_id uuid not null references organization,
        note text check (note is nfc normalized and char_length(note) between 1 and 2000),
        at timestamptz(3) not null,
        check ((matter_id is null) <> (referral_id is null)),
        check (task_id is null or matter_id is not null),
        check (organization_id <> to_id)
      );
      create index reminder_matter_id on reminder (matter_id, id) where matter_id is not null;
      create index reminder_task_id on reminder (task_id, id) where task_id is not null;
      create index reminder_referral_id on reminder (referral_id, id) where referral_id is not null;
    `);
    this.addSql(walled('task_matter', 'task_issue', 'task_dependency', 'reminder'));
    this.addSql(`
      create function serves_own_matter(p_task uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from task_matter tm join matter_access a on a.matter_id = tm.matter_id
          where tm.task_id = p_task and a.organization_id = app_org())
      $$;
      -- For whoever sees the task: the matters are told to the log, not to the caller's reader.
      create function matters_served(p_task uuid) returns table (matter_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
        select tm.matter_id from task_matter tm join task t on t.id = tm.task_id
          where t.id = p_task and (exists (select from matter_access a
            where a.matter_id = t.matter_id and a.organization_id = app_org()) or serves_own_matter(t.id))
      $$;
      grant select on task, task_matter to lt_access;
    `);
    this.addSql(asAccess({ 'serves_own_matter(uuid)': 'lt_user, lt_access', 'matters_served(uuid)': 'lt_user' }));
    this.addSql(`
      -- Who is reminded is told, as who is given a task.
      create or replace function notified_bodies(e event, p_recipients text) returns setof uuid
      language sql stable set search_path = public, pg_temp as $$
        select x.organization_id from event_audience x where (x.xid, x.id) = (e.xid, e.id)
          and (p_recipients = 'AUDIENCE' or p_recipients = 'OTHERS' and x.organization_id <> e.organization_id)
        union all select e.subject_id where p_recipients = 'SUBJECT'
        union all select case p_recipients when 'ASSIGNEE' then t.organization_id else t.assigned_by_id end
          from task t where p_recipients in ('ASSIGNEE', 'ASSIGNER') and t.id = e.subject_id
        union all select r.to_id from reminder r where p_recipients = 'ASSIGNEE' and r.id = e.subject_id
        union select mi.owner_id from matter_issue mi
          where p_recipients = 'COLLECTORS' and mi.matter_id = e.matter_id and mi.consented
        union select p.organization_id from participant p where p.matter_id = e.matter_id and p.until is null
          and (p_recipients = 'COLLECTORS' and p.role = 'SUPERVISING' or p_recipients = 'LEAD' and p.role = 'LEAD')
        union select o.id from comment c join organization o
            on o.code in (select upper(m[1]) from regexp_matches(c.body, '@([[:alnum:]]+(?:-[[:alnum:]]+)*)', 'g') m)
          where p_recipients = 'MENTIONED' and c.id = e.subject_id
      $$;
      grant select on reminder to lt_access;
    `);
    const worksWithTask = (column: string): string =>
      `exists (select from task t where t.id = ${column} and ${works('t.matter_id')})`;
    this.addSql(`
      drop policy task_read on task;
      create policy task_read on task for select to lt_user
        using (${takesPart('task.matter_id')} or serves_own_matter(task.id));
      create policy task_matter_read on task_matter for select to lt_user using (${takesPart('task_matter.matter_id')});
      create policy task_matter_add on task_matter for insert to lt_user
        with check (${mine('added_by_id')} and ${works('task_matter.matter_id')} and ${worksWithTask('task_matter.task_id')});
      create policy task_matter_remove on task_matter for delete to lt_user
        using (${works('task_matter.matter_id')} or ${worksWithTask('task_matter.task_id')});
      create policy task_issue_read on task_issue for select to lt_user
        using (${takesPart('task_issue.matter_id')} and ${seesIssue('task_issue.issue_id')});
      create policy task_issue_add on task_issue for insert to lt_user
        with check (${mine('added_by_id')} and ${takesPart('task_issue.matter_id')} and ${seesIssue('task_issue.issue_id')}
          and ${worksWithTask('task_issue.task_id')});
      create policy task_issue_remove on task_issue for delete to lt_user
        using (${takesPart('task_issue.matter_id')} and ${worksWithTask('task_issue.task_id')});
      create policy task_dependency_read on task_dependency for select to lt_user
        using (${takesPart('task_dependency.matter_id')});
      create policy task_dependency_add on task_dependency for insert to lt_user
        with check (${mine('added_by_id')} and ${works('task_dependency.matter_id')});
      create policy task_dependency_remove on task_dependency for delete to lt_user
        using (${works('task_dependency.matter_id')});
      create policy reminder_read on reminder for select to lt_user using (${takesPart('reminder.matter_id')}
        or exists (select from referral r where r.id = reminder.referral_id offset 0));
      create policy reminder_send on reminder for insert to lt_user with check (${mine('organization_id')}
        and (${takesPart('reminder.matter_id')} or exists (select from referral r where r.id = reminder.referral_id)));
      grant select, insert, delete on task_matter, task_issue, task_dependency to lt_user;
      grant select, insert on reminder to lt_user;
    `);
  }
}
