import { Migration } from '@mikro-orm/migrations';

/** What lets a whole mutation be one protocol batch (server/decisions/008-hot-mutations.md). */
export class Migration20261125112000_hot_mutations extends Migration {
  override up(): void {
    this.addSql(`
      -- The lock makes a twin wait for the first one's end; each statement of a function sees what is committed by then.
      create function take_key(p_mutation text, p_key text) returns void
      language plpgsql set search_path = public, pg_temp as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended(app_org() || '/' || p_mutation || '/' || p_key, 1));
        if exists (select from idempotency i where i.organization_id = app_org() and i.mutation = p_mutation
            and i.key = p_key and i.created_at > now() - interval '72 hours') then
          raise exception 'the key is taken' using errcode = 'LT001';
        end if;
      end $$;
      -- A condition of a use case, checked inside its batch: a failure ends the transaction and says which one it was.
      create function expect(p_holds boolean, p_which int) returns void language plpgsql as $$
      begin
        if p_holds is not true then raise exception '%', p_which using errcode = 'LT002'; end if;
      end $$;
      -- Where this transaction's last event stands in the log; without one, everything up to here is before it.
      create function tx_position() returns text language sql stable parallel safe as $$
        select coalesce(nullif(current_setting('app.position', true), ''),
          pg_snapshot_xmin(pg_current_snapshot()) || '~0')
      $$;
    `);
    this.addRecordEvent();
  }

  private addRecordEvent(): void {
    this.addSql(`
      create or replace function record_event(p_type text, p_scope text, p_issue uuid, p_matter uuid, p_kind text,
        p_subject uuid, p_audience uuid[]) returns table (xid xid8, id bigint)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare made event; about issue; topics uuid[]; areas uuid[];
      begin
        if p_issue is not null then select * into about from issue i where i.id = p_issue; end if;
        if p_scope = 'MATTER' then
          select array_agg(distinct i.topic_id), array_agg(distinct i.area_id) into topics, areas from issue i
            where i.id = p_issue or i.id in (select mi.issue_id from matter_issue mi
              where mi.matter_id = p_matter and mi.consented);
        elsif about.id is not null then
          topics := array[about.topic_id];
          areas := array[about.area_id];
        end if;
        -- Readers of an issue are not told which body answered or declined it: its status is told as its owner's.
        insert into event (type, scope, organization_id, actor_id, issue_id, matter_id, subject_kind, subject_id,
            topic_ids, area_ids)
          select p_type, p_scope, act.body, case when act.body = app_org() then app_actor() end, p_issue, p_matter, p_kind,
            p_subject, coalesce(topics, '{}'), coalesce(areas, '{}')
          from (select case p_type when 'issue.statusChanged' then about.owner_id else app_org() end as body) act
          returning * into made;
        perform set_config('app.position', made.xid || '~' || made.id, true);
        case p_scope
          when 'ISSUE' then insert into event_audience (organization_id, xid, id)
            select a.organization_id, made.xid, made.id from issue_access a where a.issue_id = p_issue and a.level <= 3;
          when 'MATTER' then insert into event_audience (organization_id, xid, id)
            select a.organization_id, made.xid, made.id from matter_access a where a.matter_id = p_matter;
          when 'LINK' then insert into event_audience (organization_id, xid, id)
            select distinct readers_of_both(l.from_id, l.to_id), made.xid, made.id from issue_link l where l.id = p_subject;
          when 'ORGANIZATIONS' then insert into event_audience (organization_id, xid, id)
            select distinct o, made.xid, made.id from unnest(p_audience) o;
        end case;
        return query select made.xid, made.id;
      end $$;
    `);
  }
}
