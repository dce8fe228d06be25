import { Migration } from '@mikro-orm/migrations';
import { asAccess, leads, mine, seesIssue, takesPart, walled } from './walls.ts';

const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** Answers that are drafted, name their issues and are carried back; what is promised becomes a dated commitment. */
export class Migration20261125121300_answers extends Migration {
  override up(): void {
    this.addSql(`
      alter table answer add column document_on date, add column answers_all boolean not null default true,
        add constraint answer_id_matter unique (id, matter_id);
      create table answer_issue (
        answer_id uuid not null,
        matter_id uuid not null,
        issue_id uuid not null references issue,
        organization_id uuid not null references organization,
        primary key (answer_id, issue_id),
        foreign key (answer_id, matter_id) references answer (id, matter_id)
      );
      create index answer_issue_issue_id on answer_issue (issue_id, answer_id);
      create table answer_draft (
        id uuid primary key,
        matter_id uuid not null references matter,
        organization_id uuid not null references organization,
        outcome text not null check (outcome in ('RESOLVED', 'IN_RESOLUTION', 'PLANNED', 'EXPLAINED', 'NOT_RESOLVABLE')),
        content text not null check (content is nfc normalized and char_length(content) between 1 and 10000),
        document_number text check (document_number is nfc normalized and char_length(document_number) between 1 and 100),
        document_on date,
        planned_on date,
        promise text check (promise is nfc normalized and char_length(promise) between 1 and 500),
        issue_ids uuid[],
        version int not null default 1,
        updated_at timestamptz(3) not null,
        constraint answer_draft_once unique (matter_id, organization_id)
      );
      create table answer_relay (
        id uuid primary key,
        answer_id uuid not null,
        matter_id uuid not null,
        issue_id uuid not null,
        owner_id uuid not null,
        channel text not null,
        told_on date not null,
        satisfied int not null check (satisfied between 0 and 1000000),
        accepted int not null check (accepted between 0 and 1000000),
        not_satisfied int not null check (not_satisfied between 0 and 1000000),
        note text check (note is nfc normalized and char_length(note) between 1 and 2000),
        version int not null default 1,
        updated_at timestamptz(3) not null,
        constraint answer_relay_once unique (answer_id, issue_id),
        foreign key (answer_id, matter_id) references answer (id, matter_id),
        foreign key (issue_id, owner_id) references issue (id, owner_id)
      );
      create index answer_relay_issue_id on answer_relay (issue_id, id);
      create table commitment (
        id uuid primary key,
        organization_id uuid not null references organization,
        matter_id uuid references matter,
        answer_id uuid,
        promise text not null check (promise is nfc normalized and char_length(promise) between 1 and 500),
        due_on date not null,
        status text not null check (status in ('OPEN', 'KEPT', 'MOVED', 'DROPPED')),
        settled_note text check (settled_note is nfc normalized and char_length(settled_note) between 1 and 2000),
        made_at timestamptz(3) not null,
        settled_at timestamptz(3),
        passed_at timestamptz(3),
        version int not null default 1,
        check ((status = 'OPEN') = (settled_at is null)),
        foreign key (answer_id, matter_id) references answer (id, matter_id)
      );
      create index commitment_matter_id on commitment (matter_id, id);
      create index commitment_organization_id on commitment (organization_id, id);
      create index commitment_due_on on commitment (due_on) where status = 'OPEN' and passed_at is null;
    `);
    this.addSql(walled('answer_issue', 'answer_draft', 'answer_relay', 'commitment'));
    this.addSql(`
      create policy answer_issue_read on answer_issue for select to lt_user using (${takesPart('answer_issue.matter_id')});
      create policy answer_issue_add on answer_issue for insert to lt_user
        with check (${mine('organization_id')} and ${leads('answer_issue.matter_id')} and ${seesIssue('answer_issue.issue_id')});
      create policy answer_draft_read on answer_draft for select to lt_user
        using (${mine('organization_id')} and ${takesPart('answer_draft.matter_id')});
      create policy answer_draft_write on answer_draft for insert to lt_user
        with check (${mine('organization_id')} and ${leads('answer_draft.matter_id')});
      create policy answer_draft_change on answer_draft for update to lt_user using (${mine('organization_id')});
      create policy answer_draft_discard on answer_draft for delete to lt_user using (${mine('organization_id')});
      create policy answer_relay_read on answer_relay for select to lt_user
        using (${takesPart('answer_relay.matter_id')} and ${seesIssue('answer_relay.issue_id')});
      create policy answer_relay_tell on answer_relay for insert to lt_user
        with check (${mine('owner_id')} and ${takesPart('answer_relay.matter_id')});
      create policy answer_relay_change on answer_relay for update to lt_user using (${mine('owner_id')});
      create policy commitment_read on commitment for select to lt_user
        using (${mine('organization_id')} or ${takesPart('commitment.matter_id')});
      create policy commitment_make on commitment for insert to lt_user with check (${mine('organization_id')}
        and (matter_id is null or ${leads('commitment.matter_id')}));
      create policy commitment_settle on commitment for update to lt_user
        using (${mine('organization_id')} or ${leads('commitment.matter_id')});
      grant select, insert on answer_issue to lt_user;
      grant select, insert, update on answer_relay, commitment to lt_user;
      grant select, insert, update, delete on answer_draft to lt_user;
      grant select on answer, answer_issue, matter_reason to lt_access;
      grant select, update on commitment to lt_access;
    `);
    this.addPassing();
    this.addCompetence();
  }

  /** Told once for each promise, whoever runs it and however often; a job calls it with the day of the province. */
  private addPassing(): void {
    this.addSql(`
      create function pass_commitments(p_today date, p_most int) returns int
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare late commitment; before text := current_setting('app.org', true); passed int := 0;
      begin
        for late in update commitment c set passed_at = clock_timestamp(), version = c.version + 1
          where c.id in (select d.id from commitment d
            where d.status = 'OPEN' and d.passed_at is null and d.due_on < p_today
            order by d.due_on, d.id limit p_most for update skip locked)
          returning c.*
        loop
          perform set_config('app.org', late.organization_id::text, true);
          perform record_event('commitment.passed', case when late.matter_id is null then 'ORGANIZATIONS' else 'MATTER' end,
            null, late.matter_id, 'Commitment', late.id, array[late.organization_id]);
          passed := passed + 1;
        end loop;
        perform set_config('app.org', coalesce(before, ''), true);
        return passed;
      end $$;
    `);
    this.addSql(asAccess({ 'pass_commitments(date, int)': 'lt_jobs' }));
  }

  /**
   * Who has decided issues of a topic in an area before. It counts everything; a number below five is told only as far
   * as the viewer sees what it counts.
   */
  private addCompetence(): void {
    this.addSql(`
      create function competence_of(p_topic uuid, p_area uuid)
        returns table (organization_id uuid, accepted int, refused int, answered int)
      language sql stable security definer set search_path = public, pg_temp as $$
        with subject as (select i.id, exists (select from issue_access a
              where a.issue_id = i.id and a.organization_id in (app_org(), ${everyone})) as seen
            from issue i where i.topic_id = p_topic and i.area_id = p_area),
          acts(organization_id, act, known) as (
            select r.to_id, case r.status when 'ACCEPTED' then 'ACCEPTED' else 'REFUSED' end,
                s.seen and app_org() in (r.from_id, r.to_id, r.owner_id)
              from subject s join referral r on r.issue_id = s.id
              where r.role = 'LEAD' and r.status in ('ACCEPTED', 'DECLINED', 'RETURNED')
            union all
            select n.organization_id, 'ANSWERED', s.seen and exists (select from matter_access a
                where a.matter_id = n.matter_id and a.organization_id = app_org())
              from subject s join matter_issue mi on mi.issue_id = s.id join answer n on n.matter_id = mi.matter_id
                and (n.answers_all
                  or exists (select from answer_issue ai where (ai.answer_id, ai.issue_id) = (n.id, s.id)))),
          told(organization_id, act, number) as (
            select x.organization_id, x.act, case when count(*) >= 5 then count(*) else count(*) filter (where x.known) end
              from acts x group by 1, 2)
        select t.organization_id, coalesce(sum(t.number) filter (where t.act = 'ACCEPTED'), 0)::int,
            coalesce(sum(t.number) filter (where t.act = 'REFUSED'), 0)::int,
            coalesce(sum(t.number) filter (where t.act = 'ANSWERED'), 0)::int
          from told t group by 1 having sum(t.number) > 0
      $$;
    `);
    this.addSql(asAccess({ 'competence_of(uuid, uuid)': 'lt_user, lt_read' }));
  }
}
