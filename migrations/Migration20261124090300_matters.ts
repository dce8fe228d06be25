import { Migration } from '@mikro-orm/migrations';

/** Joint follow-up: referrals, matters and what hangs on them, comments. */
export class Migration20261124090300_matters extends Migration {
  override up(): void {
    this.addSql(`
      create table referral (
        id uuid primary key,
        issue_id uuid not null,
        owner_id uuid not null,
        from_id uuid not null references organization,
        to_id uuid not null references organization,
        role text not null check (role in ('LEAD', 'COORDINATING', 'SUPERVISING', 'INFORMED')),
        request text not null check (request is nfc normalized and char_length(request) between 1 and 2000),
        status text not null check (status in ('OFFERED', 'ACCEPTED', 'DECLINED', 'RETURNED', 'WITHDRAWN')),
        reason text check (reason is nfc normalized and char_length(reason) between 1 and 2000),
        suggested_id uuid references organization,
        version int not null default 1,
        offered_at timestamptz(3) not null,
        decided_at timestamptz(3),
        check (from_id <> to_id),
        foreign key (issue_id, owner_id) references issue (id, owner_id)
      );
      create unique index referral_one_open on referral (issue_id, to_id) where status = 'OFFERED';
      create index referral_issue_id on referral (issue_id, id);
      create index referral_to_id on referral (to_id, id);
      create index referral_from_id on referral (from_id, id);
    `);
    this.addSql(`
      create sequence matter_number;
      create table matter (
        id uuid primary key,
        code text not null constraint matter_code_key unique,
        opened_by_id uuid not null references organization,
        title text not null check (title is nfc normalized and char_length(title) between 1 and 200),
        summary text check (summary is nfc normalized and char_length(summary) between 1 and 10000),
        status text not null check (status in ('OPEN', 'IN_PROGRESS', 'ANSWERED', 'CLOSED')),
        outcome text,
        planned_on date,
        version int not null default 1,
        created_at timestamptz(3) not null,
        updated_at timestamptz(3) not null,
        search tsvector generated always as (
          setweight(to_tsvector('simple', fold(title)), 'A')
          || setweight(to_tsvector('simple', fold(coalesce(summary, ''))), 'B')) stored
      );
      create index matter_search on matter using gin (search);
      alter table issue add constraint issue_matter_id_fkey foreign key (matter_id) references matter;
      create table participant (
        id uuid primary key,
        matter_id uuid not null references matter,
        organization_id uuid not null references organization,
        role text not null check (role in ('LEAD', 'COORDINATING', 'SUPERVISING', 'INFORMED')),
        invited_by_id uuid not null references organization,
        through_issue boolean not null,
        since timestamptz(3) not null,
        until timestamptz(3)
      );
      create unique index participant_once on participant (matter_id, organization_id) where until is null;
      create unique index participant_one_lead on participant (matter_id) where role = 'LEAD' and until is null;
      create table matter_access (
        matter_id uuid not null references matter,
        organization_id uuid not null,
        role text not null,
        primary key (matter_id, organization_id)
      );
      create index matter_access_feed on matter_access (organization_id, matter_id desc);
      create table matter_issue (
        issue_id uuid primary key,
        owner_id uuid not null,
        matter_id uuid not null references matter,
        added_by_id uuid not null references organization,
        consented boolean not null,
        added_at timestamptz(3) not null,
        foreign key (issue_id, owner_id) references issue (id, owner_id)
      );
      create index matter_issue_matter_id on matter_issue (matter_id, issue_id desc);
      create table matter_reason (
        id uuid primary key,
        matter_id uuid not null references matter,
        act text not null check (act in ('ISSUE_REMOVED', 'LEFT', 'REOPENED')),
        issue_id uuid,
        issue_owner_id uuid,
        consented boolean not null,
        organization_id uuid not null references organization,
        reason text not null check (reason is nfc normalized and char_length(reason) between 1 and 2000),
        at timestamptz(3) not null,
        check ((act = 'ISSUE_REMOVED') = (issue_id is not null)),
        check ((issue_id is null) = (issue_owner_id is null)),
        foreign key (issue_id, issue_owner_id) references issue (id, owner_id)
      );
      create index matter_reason_matter_id on matter_reason (matter_id, id);
      create index matter_reason_issue_id on matter_reason (issue_id, id) where issue_id is not null;
    `);
    this.addSql(`
      create table task (
        id uuid primary key,
        matter_id uuid not null references matter,
        organization_id uuid not null references organization,
        assigned_by_id uuid not null references organization,
        title text not null check (title is nfc normalized and char_length(title) between 1 and 200),
        status text not null check (status in ('TODO', 'DOING', 'DONE', 'CANCELLED')),
        due_on date,
        result text check (result is nfc normalized and char_length(result) between 1 and 5000),
        version int not null default 1,
        created_at timestamptz(3) not null
      );
      create index task_matter_id on task (matter_id, id);
      create table answer (
        id uuid primary key,
        matter_id uuid not null references matter,
        organization_id uuid not null references organization,
        outcome text not null check (outcome in ('RESOLVED', 'IN_RESOLUTION', 'PLANNED', 'EXPLAINED', 'NOT_RESOLVABLE')),
        content text not null check (content is nfc normalized and char_length(content) between 1 and 10000),
        document_number text check (document_number is nfc normalized and char_length(document_number) between 1 and 100),
        planned_on date,
        answered_at timestamptz(3) not null,
        check (outcome <> 'PLANNED' or planned_on is not null)
      );
      create index answer_matter_id on answer (matter_id, id);
      create table assessment (
        id uuid primary key,
        matter_id uuid not null references matter,
        answer_id uuid not null references answer,
        organization_id uuid not null references organization,
        verdict text not null check (verdict in ('ADEQUATE', 'GENERIC', 'WRONG_AUTHORITY', 'NOT_DONE')),
        note text check (note is nfc normalized and char_length(note) between 1 and 2000),
        at timestamptz(3) not null
      );
      create index assessment_matter_id on assessment (matter_id, id);
      create table comment (
        id uuid primary key,
        issue_id uuid references issue,
        matter_id uuid references matter,
        organization_id uuid not null references organization,
        author_id uuid not null,
        author_kind text not null,
        body text not null check (body is nfc normalized and char_length(body) between 1 and 5000),
        internal boolean not null,
        created_at timestamptz(3) not null,
        check ((issue_id is null) <> (matter_id is null)),
        foreign key (author_id, organization_id) references actor (id, organization_id)
      );
      create index comment_issue_id on comment (issue_id, id);
      create index comment_matter_id on comment (matter_id, id);
      create table follow (
        actor_id uuid not null,
        organization_id uuid not null,
        subject_kind text not null check (subject_kind in ('Issue', 'Matter', 'Topic', 'Area', 'Organization')),
        subject_id uuid not null,
        created_at timestamptz(3) not null,
        primary key (actor_id, subject_id),
        foreign key (actor_id, organization_id) references actor (id, organization_id)
      );
    `);
    this.addRowSecurity();
  }

  private addRowSecurity(): void {
    const tables = [
      'referral',
      'matter',
      'participant',
      'matter_access',
      'matter_issue',
      'matter_reason',
      'task',
      'answer',
      'assessment',
      'comment',
      'follow',
    ];
    for (const table of tables) {
      this.addSql(`alter table ${table} enable row level security; alter table ${table} force row level security;`);
      this.addSql(`create policy ${table}_derive on ${table} for all to lt_access using (true) with check (true);`);
    }
    const mine = (column: string): string => `${column} = (select app_org())`;
    // The offset keeps it a look-up by key, as in the policies of issues.
    const takesPart = (column: string, roles = ''): string => `exists (select from matter_access a
      where a.matter_id = ${column} and a.organization_id = (select app_org()) ${roles} offset 0)`;
    const seesIssue = (column: string, worst: number): string => `exists (select from issue_access a
      where a.issue_id = ${column} and a.level <= ${worst}
        and a.organization_id in ((select app_org()), '00000000-0000-0000-0000-000000000000') offset 0)`;
    const readsIssue = (column: string): string => seesIssue(column, 3);
    // A function, since a policy inside a policy inside a policy costs milliseconds of planning in every statement.
    const seesMatter = (column: string): string => `(${takesPart(column)} or may_join_matter(${column}))`;
    const works = `and a.role in ('LEAD', 'COORDINATING')`;
    // Until the bodies of a matter are written only its opener sees it; of matters of others it says nothing.
    this.addSql(`
      create function is_new_matter(p_matter uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select not exists (select from matter m join matter_access a on a.matter_id = m.id
          where m.id = p_matter and m.opened_by_id = app_org())
      $$;
    `);
    this.addSql(`
      create function may_join_matter(p_matter uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from matter m where m.id = p_matter and m.opened_by_id = app_org()
            and is_new_matter(m.id))
          or exists (select from issue i join referral r on r.issue_id = i.id
            where i.matter_id = p_matter and r.to_id = app_org() and r.status = 'OFFERED')
      $$;
    `);
    this.addSql(`
      create policy referral_read on referral for select to lt_user
        using ((select app_org()) in (from_id, to_id, owner_id) and ${seesIssue('referral.issue_id', 4)});
      create policy referral_offer on referral for insert to lt_user
        with check (${mine('from_id')} and ${readsIssue('referral.issue_id')});
      create policy referral_decide on referral for update to lt_user using ((select app_org()) in (from_id, to_id));
      create policy matter_read on matter for select to lt_user
        using (${seesMatter('matter.id')} or ${mine('opened_by_id')} and is_new_matter(matter.id));
      create policy matter_open on matter for insert to lt_user with check (${mine('opened_by_id')});
      create policy matter_change on matter for update to lt_user using (${takesPart('matter.id')});
      create policy participant_read on participant for select to lt_user using (${seesMatter('participant.matter_id')});
      create policy participant_invite on participant for insert to lt_user
        with check (${mine('invited_by_id')} and ${seesMatter('participant.matter_id')});
      create policy participant_change on participant for update to lt_user
        using (${seesMatter('participant.matter_id')});
      create policy matter_access_read on matter_access for select to lt_user using (${mine('organization_id')});
      create policy matter_issue_read on matter_issue for select to lt_user using (${seesMatter('matter_issue.matter_id')});
      create policy matter_issue_add on matter_issue for insert to lt_user
        with check (${mine('added_by_id')} and ${readsIssue('matter_issue.issue_id')}
          and ${seesMatter('matter_issue.matter_id')});
      create policy matter_issue_consent on matter_issue for update to lt_user
        using (${mine('owner_id')});
      create policy matter_issue_remove on matter_issue for delete to lt_user
        using (${takesPart('matter_issue.matter_id')});
      create policy matter_reason_read on matter_reason for select to lt_user
        using (${mine('issue_owner_id')} or ${takesPart('matter_reason.matter_id')}
          and (consented or ${mine('organization_id')}));
      create policy matter_reason_give on matter_reason for insert to lt_user
        with check (${mine('organization_id')} and ${takesPart('matter_reason.matter_id')});
      create policy task_read on task for select to lt_user using (${takesPart('task.matter_id')});
      create policy task_assign on task for insert to lt_user
        with check (${mine('assigned_by_id')} and ${takesPart('task.matter_id', works)});
      create policy task_change on task for update to lt_user using (${takesPart('task.matter_id')});
      create policy answer_read on answer for select to lt_user using (${takesPart('answer.matter_id')});
      create policy answer_give on answer for insert to lt_user
        with check (${mine('organization_id')} and ${takesPart('answer.matter_id', `and a.role = 'LEAD'`)});
      create policy assessment_read on assessment for select to lt_user using (${takesPart('assessment.matter_id')});
      create policy assessment_give on assessment for insert to lt_user
        with check (${mine('organization_id')} and ${takesPart('assessment.matter_id')});
      create policy comment_read on comment for select to lt_user using (${mine('organization_id')}
        and internal or not internal and (${readsIssue('comment.issue_id')} or ${takesPart('comment.matter_id')}));
      create policy comment_add on comment for insert to lt_user with check (${mine('organization_id')}
        and (${readsIssue('comment.issue_id')} or ${takesPart('comment.matter_id')}));
      create policy follow_own on follow for all to lt_user using (${mine('organization_id')}
        and actor_id = (select app_actor())) with check (${mine('organization_id')} and actor_id = (select app_actor()));
      grant select, insert, update on referral, matter, participant, task to lt_user;
      grant select, insert, update, delete on matter_issue to lt_user;
      grant select, insert on answer, assessment, comment, matter_reason to lt_user;
      grant select, insert, delete on follow to lt_user;
      grant select on matter_access to lt_user;
      grant usage on sequence matter_number to lt_user;
      grant select on referral, matter, participant, matter_issue to lt_access;
      grant update on referral to lt_access;
      grant select, insert, update, delete on matter_access to lt_access;
    `);
  }
}
