import { Migration } from '@mikro-orm/migrations';

const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** What is derived follows the contract of referrals, answers that name their issues, and issues that were split. */
export class Migration20261125121400_derive_follow_up extends Migration {
  override up(): void {
    this.addSql(`
      -- An issue named by an answer is answered before the others of its matter, until the matter is reopened.
      create or replace function issue_status(p_issue uuid, p_status text, p_matter uuid) returns text
      language sql stable set search_path = public, pg_temp as $$
        select case
          when p_status in ('OUT_OF_SCOPE', 'SUPERSEDED') then p_status
          when m.status = 'ANSWERED' then 'ANSWERED'
          when m.status = 'CLOSED' then 'CLOSED'
          when m.id is not null then case when exists (select from answer_issue ai
              where ai.issue_id = p_issue and ai.matter_id = m.id and not exists (select from matter_reason r
                where r.matter_id = m.id and r.act = 'REOPENED' and r.id > ai.answer_id))
            then 'ANSWERED' else 'IN_FOLLOW_UP' end
          when exists (select from referral r where r.issue_id = p_issue and r.status = 'OFFERED') then 'REFERRED'
          when p_status in ('REFERRED', 'IN_FOLLOW_UP', 'ANSWERED', 'CLOSED') then 'SCREENED'
          else p_status end
        from (select 1) one left join matter m on m.id = p_matter
      $$;
    `);
    this.addSql(`
      create or replace function wanted_access(ids uuid[]) returns setof issue_access language sql stable as $$
        select i.id, w.organization_id, min(w.level)::smallint, i.owner_id, i.status, i.kind, i.channel, i.topic_id,
          i.area_id, i.collected_on
        from issue i cross join lateral (
          select i.owner_id as organization_id, 1 as level
          union all select ${everyone}, 3 where i.visibility = 'NETWORK'
          union all select s.organization_id, 3 from issue_share s where s.issue_id = i.id
          union all select r.to_id, case when r.status = 'OFFERED' or r.status = 'ACCEPTED'
              and r.from_id = r.owner_id and exists (select from matter_issue mi join participant p
                on p.matter_id = mi.matter_id and p.organization_id = r.to_id and p.until is null
                where mi.issue_id = r.issue_id and mi.added_at <= r.decided_at and p.role <> 'INFORMED') then 2 else 4 end
            from referral r where r.issue_id = i.id and r.status <> 'WITHDRAWN'
          union all select s.body_id, 2 from assignment s where s.issue_id = i.id and s.status = 'REQUESTED'
          union all select p.organization_id, case p.role when 'INFORMED' then 4 else 2 end
            from matter_issue mi join participant p on p.matter_id = mi.matter_id and p.until is null
            where mi.issue_id = i.id and mi.consented
        ) w where i.id = any(ids) group by i.id, w.organization_id
      $$;
      -- What follows a referral or matter changes its status here; an owner's own act says the moment itself.
      create function keep_status_since() returns trigger language plpgsql as $$
      begin
        if new.status <> old.status and new.status_since = old.status_since then
          new.status_since := clock_timestamp();
        end if;
        return new;
      end $$;
      create trigger keep_status_since before update of status on issue
        for each row execute function keep_status_since();
    `);
  }
}
