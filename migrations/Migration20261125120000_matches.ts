import { Migration } from '@mikro-orm/migrations';

const everyone = `'00000000-0000-0000-0000-000000000000'::uuid`;

/**
 * Matches: the platform's findings across what bodies may not read. A pair stands in `match` twice, once for each side,
 * so that neither side's id, order or number tells anything of the other's. What the engine needs is in schema
 * `matching`, which only lt_jobs may use.
 */
export class Migration20261125120000_matches extends Migration {
  override up(): void {
    this.addIndex();
    this.addTables();
    this.addRowSecurity();
    this.addDisclosedAccess();
    this.addActs();
    this.addSql(`
      grant lt_access to current_user;
      grant create on schema public to lt_access;
      alter function judge_match(uuid, text) owner to lt_access;
      alter function tell_matches(text, uuid[]) owner to lt_access;
      alter function link_matched(uuid, uuid, text) owner to lt_access;
      alter function disclose_match(uuid) owner to lt_access;
      alter function ask_disclosure(uuid) owner to lt_access;
      revoke create on schema public from lt_access;
      revoke all on function judge_match(uuid, text), disclose_match(uuid), ask_disclosure(uuid),
        link_matched(uuid, uuid, text), tell_matches(text, uuid[]) from public;
      grant execute on function tell_matches(text, uuid[]) to lt_jobs;
      grant execute on function judge_match(uuid, text), disclose_match(uuid), ask_disclosure(uuid) to lt_user;
      grant execute on function refresh_issues(uuid[]) to lt_jobs;
    `);
  }

  /** Terms are kept as numbers: the index says which documents share something, never what. */
  private addIndex(): void {
    this.addSql(`
      create table lexicon (
        kind text not null,
        term text not null check (term is nfc normalized),
        meaning text not null check (meaning is nfc normalized),
        source text not null,
        active boolean not null default true,
        -- Later rows win.
        position int not null generated always as identity,
        primary key (kind, term, meaning)
      );
      grant select on lexicon to lt_user, lt_read, lt_jobs;
      create schema matching;
      create table matching.document (
        issue_id uuid primary key references issue,
        number int not null generated always as identity unique,
        engine_version text not null,
        content jsonb not null,
        terms bigint[] not null
      );
      create table matching.posting (
        term bigint not null,
        number int not null,
        primary key (term, number)
      );
      create table matching.term (
        term bigint primary key,
        documents int not null
      ) with (fillfactor = 70);
      create table matching.rebuild (
        id uuid primary key,
        engine_version text not null,
        phase text not null check (phase in ('INDEX', 'FIND', 'DONE')),
        after_id uuid not null,
        done int not null,
        total int not null,
        started_at timestamptz(3) not null,
        changed_at timestamptz(3) not null
      );
      create unique index rebuild_one_open on matching.rebuild ((true)) where phase <> 'DONE';
      grant usage on schema matching to lt_jobs;
      grant select, insert, update, delete on all tables in schema matching to lt_jobs;
    `);
  }

  private addTables(): void {
    this.addSql(`
      create table match (
        id uuid primary key,
        pair_id uuid not null,
        issue_id uuid not null,
        owner_id uuid not null,
        other_issue_id uuid not null,
        other_owner_id uuid not null,
        -- The better of what the two sides' own searches found; each keeps its own.
        score numeric(6, 5) not null check (score between 0 and 1),
        found numeric(6, 5) not null check (found between 0 and 1),
        very_likely boolean not null,
        state text not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED')),
        -- How far this side sees the other issue, and lets the other side see its own: 1 exists, 2 body, 3 summary, 4 full.
        disclosed smallint not null check (disclosed between 1 and 4),
        opened smallint not null check (opened between 1 and 4),
        -- When this side asked the other for more, and the other this one; null once it was answered.
        asked_at timestamptz(3),
        asked_of_at timestamptz(3),
        -- Own content at the latest verdict of either side: what an edit is measured against.
        judged jsonb,
        changed_since boolean not null default false,
        -- Somebody has acted on it: it is not taken back by a later score.
        touched boolean not null default false,
        created_at timestamptz(3) not null,
        check (issue_id <> other_issue_id),
        constraint match_once unique (issue_id, other_issue_id),
        foreign key (issue_id, owner_id) references issue (id, owner_id),
        foreign key (other_issue_id, other_owner_id) references issue (id, owner_id)
      );
      create index match_pair on match (pair_id);
      create index match_feed on match (owner_id, id desc);
      create index match_of_issue on match (issue_id, score desc, id desc);
      create index match_other_issue on match (other_issue_id) where disclosed > 2;
      create table match_evidence (
        pair_id uuid not null,
        -- The least step of disclosure at which these sentences may be read.
        step smallint not null check (step in (1, 3, 4)),
        lines jsonb not null,
        primary key (pair_id, step)
      );
      create table match_verdict (
        id uuid primary key,
        pair_id uuid not null,
        owner_id uuid not null references organization,
        verdict text not null check (verdict in ('SAME', 'RELATED', 'UNRELATED')),
        standing boolean not null,
        at timestamptz(3) not null
      );
      create index match_verdict_pair on match_verdict (pair_id, id);
      create unique index match_verdict_standing on match_verdict (pair_id, owner_id) where standing;
      create table match_setting (
        organization_id uuid primary key references organization,
        enabled boolean not null,
        disclosure smallint not null check (disclosure between 1 and 4),
        version int not null default 1
      );
      create table match_rule (
        organization_id uuid not null references organization,
        other_id uuid not null references organization,
        muted boolean not null,
        disclosure smallint check (disclosure between 1 and 4),
        primary key (organization_id, other_id),
        check (organization_id <> other_id)
      );
    `);
  }

  private addRowSecurity(): void {
    for (const table of ['match', 'match_evidence', 'match_verdict', 'match_setting', 'match_rule']) {
      this.addSql(`
        alter table ${table} enable row level security; alter table ${table} force row level security;
        create policy ${table}_derive on ${table} for all to lt_access using (true) with check (true);
        create policy ${table}_jobs on ${table} for all to lt_jobs using (true) with check (true);
        create policy ${table}_compiled on ${table} for select to lt_read using (true);
        grant select on ${table} to lt_user, lt_read, lt_access, lt_jobs;
      `);
    }
    const mine = `m.owner_id = (select app_org())`;
    // A rejected match shows nothing of the other side; an issue that one may read anyway is read in full.
    const reach = `greatest(case m.state when 'REJECTED' then 1 else m.disclosed end,
      (select case when min(a.level) <= 3 then 4 else 3 end from issue_access a where a.issue_id = m.other_issue_id
        and a.organization_id in ((select app_org()), ${everyone})))`;
    const reaches = (pair: string, step: string): string => `exists (select from match m
      where m.pair_id = ${pair} and ${mine} and ${reach} >= ${step} offset 0)`;
    this.addSql(`
      create policy match_read on match for select to lt_user using (owner_id = (select app_org()));
      create policy match_evidence_read on match_evidence for select to lt_user
        using (${reaches('match_evidence.pair_id', 'match_evidence.step')});
      create policy match_verdict_read on match_verdict for select to lt_user
        using (owner_id = (select app_org()) or ${reaches('match_verdict.pair_id', '2')});
      create policy match_setting_own on match_setting for all to lt_user
        using (organization_id = (select app_org())) with check (organization_id = (select app_org()));
      create policy match_rule_own on match_rule for all to lt_user
        using (organization_id = (select app_org())) with check (organization_id = (select app_org()));
      grant insert, update on match_setting to lt_user;
      grant insert, update, delete on match_rule to lt_user;
      grant insert, update on match, match_verdict to lt_access;
      grant insert on issue_link to lt_access;
      grant insert, update, delete on match, match_evidence, match_verdict to lt_jobs;
      create policy issue_jobs on issue for select to lt_jobs using (true);
      create policy issue_link_jobs on issue_link for select to lt_jobs using (true);
      create policy issue_access_jobs on issue_access for select to lt_jobs using (true);
      grant select on issue, issue_link, issue_access to lt_jobs;
    `);
  }

  /** What the two sides have opened to one another stands among all other access; a rejected match opens nothing. */
  private addDisclosedAccess(): void {
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
          union all select p.organization_id, case p.role when 'INFORMED' then 4 else 2 end
            from matter_issue mi join participant p on p.matter_id = mi.matter_id and p.until is null
            where mi.issue_id = i.id and mi.consented
          union all select m.owner_id, case m.disclosed when 4 then 3 else 4 end from match m
            where m.other_issue_id = i.id and m.disclosed > 2 and m.state <> 'REJECTED' and m.owner_id <> m.other_owner_id
        ) w where i.id = any(ids) group by i.id, w.organization_id
      $$;
    `);
  }

  /** Acts of one side change both sides' rows. Each yields the rows changed, for the events that tell of it. */
  private addActs(): void {
    const own = `
        select * into mine from match m where m.id = p_match and m.owner_id = app_org();
        if mine.id is null then return; end if;`;
    const both = `return query select m.id, m.issue_id, m.owner_id, m.state from match m
          where m.pair_id = mine.pair_id order by m.issue_id;`;
    const result = 'table (id uuid, issue_id uuid, owner_id uuid, state text)';
    const head = 'language plpgsql security definer set search_path = public, pg_temp';
    this.addSql(`
      create function judge_match(p_match uuid, p_verdict text) returns ${result}
      ${head} as $$
      declare mine match; theirs text; kind text; next_state text;
      begin ${own}
        update match_verdict v set standing = false
          where v.pair_id = mine.pair_id and v.owner_id = mine.owner_id and v.standing;
        insert into match_verdict (id, pair_id, owner_id, verdict, standing, at)
          values (uuidv7(), mine.pair_id, mine.owner_id, p_verdict, true, clock_timestamp());
        select v.verdict into theirs from match_verdict v
          where v.pair_id = mine.pair_id and v.owner_id = mine.other_owner_id and v.standing;
        next_state := case when p_verdict = 'UNRELATED' then 'REJECTED'
          when p_verdict = 'SAME' and theirs = 'SAME' then 'CONFIRMED' else 'PROPOSED' end;
        kind := case when next_state = 'CONFIRMED' then 'SAME_MATTER'
          when p_verdict = 'RELATED' and theirs = 'RELATED' then 'RELATED' end;
        update match m set state = next_state, touched = true, changed_since = false,
            judged = jsonb_build_object('id', i.id, 'title', i.title, 'description', i.description, 'place', i.place,
              'topicCode', t.code, 'areaId', i.area_id, 'collectedOn', i.collected_on)
          from issue i join topic t on t.id = i.topic_id where m.pair_id = mine.pair_id and i.id = m.issue_id;
        if kind is not null then perform link_matched(mine.issue_id, mine.other_issue_id, kind); end if;
        if next_state = 'REJECTED' then perform refresh_issues(array[mine.issue_id, mine.other_issue_id]); end if;
        ${both}
      end $$;
      -- What a search found, to each side of its own, in one statement: a rebuild tells of thousands.
      create function tell_matches(p_type text, p_matches uuid[]) returns void
      language sql security definer set search_path = public, pg_temp as $$
        with made as (
          insert into event (type, scope, organization_id, issue_id, subject_kind, subject_id, topic_ids, area_ids)
            select p_type, 'ORGANIZATIONS', m.owner_id, m.issue_id, 'Match', m.id, array[i.topic_id], array[i.area_id]
              from match m join issue i on i.id = m.issue_id where m.id = any(p_matches) order by m.pair_id, m.issue_id
            returning xid, id, organization_id)
        insert into event_audience (organization_id, xid, id) select organization_id, xid, id from made
      $$;
      create function link_matched(p_from uuid, p_to uuid, p_kind text) returns void
      language plpgsql set search_path = public, pg_temp as $$
      declare made uuid;
      begin
        insert into issue_link (id, from_id, to_id, kind, note, created_by_id, created_at)
          select uuidv7(), p_from, p_to, p_kind, null, app_org(), clock_timestamp()
          where not exists (select from issue_link l where l.kind = p_kind
            and (l.from_id, l.to_id) in ((p_from, p_to), (p_to, p_from)))
          returning id into made;
        if made is null then return; end if;
        perform record_event('link.created', 'LINK', p_from, null, 'IssueLink', made, null);
        perform record_event('link.created', 'LINK', p_to, null, 'IssueLink', made, null);
      end $$;
      create function disclose_match(p_match uuid) returns ${result}
      ${head} as $$
      declare mine match;
      begin ${own}
        update match m set opened = mine.opened + 1, asked_of_at = null, touched = true where m.id = mine.id;
        update match m set disclosed = mine.opened + 1, asked_at = null, touched = true
          where m.pair_id = mine.pair_id and m.id <> mine.id;
        perform refresh_issues(array[mine.issue_id]);
        ${both}
      end $$;
      create function ask_disclosure(p_match uuid) returns ${result}
      ${head} as $$
      declare mine match;
      begin ${own}
        update match m set asked_at = clock_timestamp(), touched = true where m.id = mine.id;
        update match m set asked_of_at = clock_timestamp(), touched = true
          where m.pair_id = mine.pair_id and m.id <> mine.id;
        ${both}
      end $$;
    `);
  }
}
