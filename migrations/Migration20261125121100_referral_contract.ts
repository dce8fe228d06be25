import { Migration } from '@mikro-orm/migrations';
import { asAccess, mine, seesIssue, walled } from './walls.ts';

const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** A referral is a contract: asked back, returned, withdrawn, and where nobody takes it on, assigned from above. */
export class Migration20261125121100_referral_contract extends Migration {
  override up(): void {
    this.addSql(`
      alter table referral add column none_competent boolean not null default false,
        add column assigned boolean not null default false,
        add column returned_at timestamptz(3),
        add check (not none_competent or suggested_id is null);
      create index referral_open on referral (to_id, offered_at) where status = 'OFFERED';
      create table referral_question (
        id uuid primary key,
        referral_id uuid not null references referral,
        question text not null check (question is nfc normalized and char_length(question) between 1 and 2000),
        asked_at timestamptz(3) not null,
        organization_id uuid not null references organization,
        reply text check (reply is nfc normalized and char_length(reply) between 1 and 2000),
        replied_by_id uuid references organization,
        replied_at timestamptz(3),
        check ((reply is null) = (replied_at is null) and (reply is null) = (replied_by_id is null))
      );
      create index referral_question_referral_id on referral_question (referral_id, id);
      create unique index referral_question_open on referral_question (referral_id) where reply is null;
      create table assignment (
        id uuid primary key,
        issue_id uuid not null,
        owner_id uuid not null,
        body_id uuid not null references organization,
        cause text not null check (cause in ('THIRD_DECLINE', 'CIRCLE', 'SILENCE')),
        status text not null check (status in ('REQUESTED', 'MADE', 'LAPSED')),
        referral_id uuid references referral,
        version int not null default 1,
        requested_at timestamptz(3) not null,
        decided_at timestamptz(3),
        foreign key (issue_id, owner_id) references issue (id, owner_id)
      );
      create unique index assignment_one_open on assignment (issue_id) where status = 'REQUESTED';
      create index assignment_issue_id on assignment (issue_id, id);
      create index assignment_body_id on assignment (body_id, id);
      create index issue_competence on issue (topic_id, area_id);
    `);
    this.addSql(walled('referral_question', 'assignment'));
    this.addSql(`
      drop policy referral_read on referral;
      create policy referral_read on referral for select to lt_user
        using (((select app_org()) in (from_id, to_id, owner_id) or exists (select from assignment s
            where s.issue_id = referral.issue_id and s.body_id = (select app_org()) and s.status <> 'LAPSED' offset 0))
          and ${seesIssue('referral.issue_id')});
      create policy referral_question_read on referral_question for select to lt_user
        using (exists (select from referral r where r.id = referral_question.referral_id offset 0));
      create policy referral_question_ask on referral_question for insert to lt_user with check (${mine('organization_id')}
        and exists (select from referral r where r.id = referral_question.referral_id and r.to_id = (select app_org())));
      create policy referral_question_reply on referral_question for update to lt_user
        using (exists (select from referral r where r.id = referral_question.referral_id
          and (select app_org()) in (r.from_id, r.owner_id)));
      create policy assignment_read on assignment for select to lt_user
        using ((select app_org()) in (owner_id, body_id) and ${seesIssue('assignment.issue_id')});
      create policy assignment_make on assignment for update to lt_user using (${mine('body_id')});
      grant select, insert, update on referral_question to lt_user;
      grant select, update on assignment to lt_user;
      grant select, insert, update on assignment to lt_access;
      grant select on organization, area to lt_access;
    `);
    this.addAssignments();
  }

  /**
   * Nobody may be asked for ever: after a third refusal, or one that points back to who has refused before, the body
   * above all of them assigns; where there is none, the People's Council of the owner's area.
   */
  private addAssignments(): void {
    this.addSql(`
      create function body_to_assign(p_issue uuid) returns uuid
      language sql stable set search_path = public, pg_temp as $$
        with recursive refusers as (select distinct r.to_id as id from referral r
            where r.issue_id = p_issue and r.role = 'LEAD' and r.status in ('DECLINED', 'RETURNED')),
          above(of_id, id, distance) as (
            select o.id, o.id, 0 from organization o
              where o.id in (select i.owner_id from issue i where i.id = p_issue union select id from refusers)
            union all select a.of_id, o.parent_id, a.distance + 1 from above a join organization o on o.id = a.id
              where o.parent_id is not null),
          around(id, distance) as (
            select o.area_id, 0 from issue i join organization o on o.id = i.owner_id where i.id = p_issue
            union all select a.parent_id, around.distance + 1 from around join area a on a.id = around.id
              where a.parent_id is not null),
          candidates(id, rank, distance) as (
            select p.organization_id, 1, extract(epoch from p.since) from matter_issue mi
              join participant p on p.matter_id = mi.matter_id and p.role = 'SUPERVISING' and p.until is null
              where mi.issue_id = p_issue and mi.consented
            union all select own.id, 2, own.distance from issue i join above own on own.of_id = i.owner_id
              where i.id = p_issue and not exists (select from refusers f where not exists (
                select from above theirs where theirs.of_id = f.id and theirs.id = own.id))
            union all select o.id, 3, around.distance from around join organization o on o.area_id = around.id
              and o.kind = 'PEOPLES_COUNCIL'
            union all select i.owner_id, 4, 0 from issue i where i.id = p_issue)
        select c.id from candidates c join organization o on o.id = c.id
          where (c.rank = 4 or c.id not in (select id from refusers)) and (o.valid_to is null or o.valid_to > current_date)
            and (c.rank <> 3 or c.id <> (select i.owner_id from issue i where i.id = p_issue))
          order by c.rank, c.distance, c.id limit 1
      $$;
      create function cause_to_assign(p_issue uuid) returns text
      language sql stable set search_path = public, pg_temp as $$
        with refusals as (select r.* from referral r where r.issue_id = p_issue and r.role = 'LEAD'
          and r.status in ('DECLINED', 'RETURNED') and coalesce(r.returned_at, r.decided_at) > coalesce((
            select max(a.requested_at) from assignment a where a.issue_id = p_issue), '-infinity'))
        select case
          when (select count(*) from refusals) >= 3 then 'THIRD_DECLINE'
          when exists (select from refusals f where f.suggested_id in (f.from_id, f.owner_id)
            or exists (select from refusals earlier where earlier.to_id = f.suggested_id)) then 'CIRCLE' end
        where not exists (select from referral r where r.issue_id = p_issue and r.role = 'LEAD' and r.status = 'OFFERED')
          and not exists (select from assignment a where a.issue_id = p_issue and a.status = 'REQUESTED')
      $$;
      -- It only ever derives: whoever calls it changes nothing but what the refusals have made due.
      create function request_assignment(p_issue uuid) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare due text; made assignment;
      begin
        due := cause_to_assign(p_issue);
        if due is null then return; end if;
        insert into assignment (id, issue_id, owner_id, body_id, cause, status, requested_at)
          select uuidv7(), i.id, i.owner_id, body_to_assign(i.id), due, 'REQUESTED', clock_timestamp()
            from issue i where i.id = p_issue
          returning * into made;
        perform refresh_issues(array[p_issue]);
        perform record_event('assignment.requested', 'ORGANIZATIONS', p_issue, null, 'Assignment', made.id,
          array[made.owner_id, made.body_id]);
      end $$;
      create function lapse_assignments(issues uuid[]) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare lapsed assignment;
      begin
        for lapsed in update assignment a set status = 'LAPSED', version = a.version + 1, decided_at = clock_timestamp()
          where a.issue_id = any(issues) and a.status = 'REQUESTED' and (
            exists (select from issue i left join matter m on m.id = i.matter_id
              where i.id = a.issue_id and (i.status in ('OUT_OF_SCOPE', 'SUPERSEDED') or m.status = 'CLOSED'))
            or exists (select from referral r where r.issue_id = a.issue_id and r.role = 'LEAD' and r.status = 'ACCEPTED'
              and r.decided_at > a.requested_at and not r.assigned)
            or exists (select from matter_issue mi where mi.issue_id = a.issue_id and mi.consented
              and mi.added_at > a.requested_at and mi.added_by_id <> a.body_id))
          returning a.*
        loop
          perform record_event('assignment.lapsed', 'ORGANIZATIONS', lapsed.issue_id, null, 'Assignment', lapsed.id,
            array[lapsed.owner_id, lapsed.body_id]);
        end loop;
      end $$;
      create or replace function withdraw_lapsed_offers(issues uuid[]) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare lapsed referral;
      begin
        for lapsed in update referral r set status = 'WITHDRAWN', version = r.version + 1, decided_at = clock_timestamp()
          where r.issue_id = any(issues) and r.status = 'OFFERED'
            and (r.from_id <> r.owner_id or r.role = 'LEAD' and exists (select from matter_issue mi
              where mi.issue_id = r.issue_id and mi.consented))
            and not exists (select from matter_issue mi join participant p on p.matter_id = mi.matter_id
              where mi.issue_id = r.issue_id and mi.consented and p.organization_id = r.from_id and p.role = 'LEAD'
                and p.until is null)
          returning r.*
        loop
          perform record_event('referral.withdrawn', 'ORGANIZATIONS', lapsed.issue_id, null, 'Referral', lapsed.id,
            array[lapsed.owner_id, lapsed.from_id, lapsed.to_id]);
        end loop;
        perform lapse_assignments(issues);
      end $$;
      create or replace function may_join_matter(p_matter uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from matter m where m.id = p_matter and m.opened_by_id = app_org()
            and is_new_matter(m.id))
          or exists (select from issue i join referral r on r.issue_id = i.id
            where i.matter_id = p_matter and r.to_id = app_org() and r.status = 'OFFERED')
          or exists (select from issue i join assignment s on s.issue_id = i.id
            where i.matter_id = p_matter and s.body_id = app_org() and s.status = 'REQUESTED')
      $$;
      create or replace function referral_obstacle(p_issue uuid, p_to uuid, p_request text) returns text
      language sql stable security definer set search_path = public, pg_temp as $$
        select min(case when r.to_id = p_to and r.status = 'OFFERED' then 'OPEN' else 'LOOP' end)
        from referral r where r.issue_id = p_issue and exists (select from issue_access a
            where a.issue_id = p_issue and a.organization_id in (app_org(), ${everyone}))
          and (r.from_id = p_to and r.status = 'ACCEPTED' and r.role = 'LEAD'
          or r.to_id = p_to and (r.status = 'OFFERED' or r.status in ('DECLINED', 'RETURNED')
            and regexp_replace(fold(r.request), '\\s+', ' ', 'g') = regexp_replace(fold(p_request), '\\s+', ' ', 'g')))
      $$;
    `);
    this.addSql(
      asAccess({
        'body_to_assign(uuid)': 'lt_access',
        'cause_to_assign(uuid)': 'lt_access',
        'request_assignment(uuid)': 'lt_user',
        'lapse_assignments(uuid[])': 'lt_access',
      }),
    );
  }
}
