import { Migration } from '@mikro-orm/migrations';

/** The five tones (grave, acute, hook, tilde, dot), the three marks of vowels (circumflex, horn, breve) and what other scripts add. */
const tones = '\u0300\u0301\u0309\u0303\u0323';
const vowelMarks = '\u0302\u031b\u0306';
const otherMarks = '\u0304\u0307\u0308\u030a\u030b\u030c\u0326\u0327\u0328';
const invisible = '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff';

/**
 * One search document per issue and matter: its words, and as further lexemes who may find it and what filters look
 * at, so that one index answers all of a search at once. No role of requests reads it: see the functions of the next migration.
 */
export class Migration20261125113000_search_documents extends Migration {
  override up(): void {
    this.addRole();
    this.addSql(`
      create sequence search_document_seq;
      create table search_document (
        id uuid primary key,
        kind text not null check (kind in ('ISSUE', 'MATTER')),
        seq bigint not null,
        on_date date,
        words tsvector not null,
        exact tsvector not null
      );
      alter table search_document enable row level security;
      alter table search_document force row level security;
      create policy search_document_derive on search_document for all to lt_access using (true) with check (true);
      create policy search_document_search on search_document for select to lt_search using (true);
      grant select, insert, update, delete on search_document to lt_access;
      grant usage on sequence search_document_seq to lt_access;
      grant select on search_document, search_document_seq to lt_search;
      grant select on matter to lt_access;
      alter table issue drop column search;
      alter table matter drop column search;
    `);
    this.addWords();
    this.addDocuments();
    this.addTriggers();
    this.addOwner();
    this.addSql('select rebuild_search()');
    this.addSql(
      'create index search_document_words on search_document using gin (words) with (gin_pending_list_limit = 256)',
    );
  }

  private addRole(): void {
    this.addSql(`
      do $$
      begin
        if not exists (select from pg_roles where rolname = 'lt_search') then
          create role lt_search nologin noinherit;
        end if;
      exception when duplicate_object or unique_violation then
        null; -- another process created it in the same moment
      end $$;
    `);
    this.addSql('grant usage on schema public to lt_search');
  }

  /**
   * Words without accents, and as written: the tone as a digit before the letters, so that its place in the word does
   * not matter (oà, òa), the marks of letters as letters that Vietnamese lacks. Without punctuation a run of letters and
   * digits is one word to the parser. server/platform/text/search-words.ts spells the words of a query alike.
   */
  private addWords(): void {
    const lower = `translate(lower(normalize(coalesce(value, ''), nfkd) collate "pg_c_utf8"), '${invisible}', '')`;
    const words = (text: string): string => `regexp_replace(${text}, '[^[:alnum:]]+', ' ', 'g')`;
    this.addSql(String.raw`
      create function search_folded(value text) returns tsvector language sql immutable parallel safe as $$
        select to_tsvector('pg_catalog.simple', ${words(`translate(${lower}, 'đ${tones}${vowelMarks}${otherMarks}', 'd')`)})
      $$;
      create function search_exact(value text) returns tsvector language sql immutable parallel safe as $$
        select to_tsvector('pg_catalog.simple', ${words(
          `translate(regexp_replace(${lower}, '([[:alpha:]${vowelMarks}]*)([${tones}])', '\\2\\1', 'g'), '${tones}${vowelMarks}đ${otherMarks}', '12345jfwz')`,
        )})
      $$;
      create function search_vectors(p_title text, p_place text, p_body text, out words tsvector, out exact tsvector)
      language sql immutable parallel safe as $$
        select f.words || array_to_tsvector(array(select distinct '=p:' || left(word, letters)
              from unnest(tsvector_to_array(f.words)) word cross join generate_series(1, 2) letters)),
          setweight(public.search_exact(p_title), 'A') || setweight(public.search_exact(p_place), 'B')
            || public.search_exact(p_body)
        from (select setweight(public.search_folded(p_title), 'A') || setweight(public.search_folded(p_place), 'B')
            || public.search_folded(p_body) as words) f
      $$;
    `);
  }

  /**
   * Lexemes that begin with a sign are no words: no query of a reader can name one. A beginning of one or two letters
   * has its own, because almost every document has a word that begins so.
   */
  private addDocuments(): void {
    const blocks = `array(select '=b' || level || ':' || (d.seq >> (10 + 2 * level)) from generate_series(0, 5) level)`;
    const known = `left join search_document s on s.id = t.id order by t.id`;
    const seq = `coalesce(s.seq, nextval('search_document_seq')) as seq`;
    const write = (kind: string, date: string, from: string): string => `
        insert into search_document (id, kind, seq, on_date, words, exact)
          select d.id, '${kind}', d.seq, ${date}, v.words || array_to_tsvector(d.keys || ${blocks}), v.exact
          from (${from}) d cross join lateral search_vectors(d.title, d.place, d.body) v
          on conflict (id) do update set words = excluded.words, exact = excluded.exact, on_date = excluded.on_date
            where (search_document.words, search_document.exact, search_document.on_date)
              is distinct from (excluded.words, excluded.exact, excluded.on_date);`;
    this.addSql(`
      create function refresh_search(p_issues uuid[], p_matters uuid[]) returns void
      language sql security definer set search_path = public, pg_temp as $$
        ${write(
          'ISSUE',
          'd.collected_on',
          `select t.id, ${seq}, t.title, t.place, t.description as body, t.collected_on,
            array['=ISSUE', '=s:' || t.status, '=k:' || t.kind, '=c:' || t.channel, '=o:' || t.owner_id,
                '=t:' || (select topic.code from topic where topic.id = t.topic_id)]
              || array(select '=v:' || a.organization_id from issue_access a where a.issue_id = t.id and a.level <= 3)
              || array(with recursive above(id) as (select t.area_id
                union select a.parent_id from area a join above on a.id = above.id where a.parent_id is not null)
                select '=a:' || above.id from above) as keys
            from (select * from issue where id = any(p_issues)) t ${known}`,
        )}
        ${write(
          'MATTER',
          'null::date',
          `select t.id, ${seq}, t.title, null::text as place, t.summary as body,
            array['=MATTER', '=s:' || t.status]
              || array(select key from matter_access a cross join lateral
                (values ('=v:' || a.organization_id), ('=p:' || a.organization_id),
                  (case a.role when 'LEAD' then '=l:' || a.organization_id end)) k(key)
                where a.matter_id = t.id and key is not null) as keys
            from (select * from matter where id = any(p_matters)) t ${known}`,
        )}
      $$;
      create function rebuild_search() returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform refresh_search(array(select i.id from issue i), array(select m.id from matter m));
      end $$;
    `);
  }

  /** In the same transaction as what they copy, whoever writes it. */
  private addTriggers(): void {
    const refresh = (name: string, body: string): string => `
      create function ${name}() returns trigger
      language plpgsql security definer set search_path = public, pg_temp as $$ begin ${body} return null; end $$;`;
    this.addSql(
      refresh('search_issue_text', `perform refresh_search(array[new.id], '{}');`) +
        refresh('search_matter_text', `perform refresh_search('{}', array[new.id]);`) +
        refresh(
          'search_issue_access',
          `perform refresh_search(array(select distinct issue_id from changed), '{}') where exists (select from changed);`,
        ) +
        refresh(
          'search_matter_access',
          `perform refresh_search('{}', array(select distinct matter_id from changed)) where exists (select from changed);`,
        ),
    );
    const differs = (...columns: string[]): string =>
      `(${columns.map((c) => `old.${c}`).join()}) is distinct from (${columns.map((c) => `new.${c}`).join()})`;
    this.addSql(`
      create trigger issue_search_text after update on issue for each row
        when (${differs('title', 'place', 'description')}) execute function search_issue_text();
      create trigger matter_search_text after update on matter for each row
        when (${differs('title', 'summary', 'status')}) execute function search_matter_text();
    `);
    for (const table of ['issue', 'matter'])
      for (const [event, rows] of [
        ['insert', 'new'],
        ['update', 'new'],
        ['delete', 'old'],
      ])
        this.addSql(`create trigger ${table}_search_${event} after ${event} on ${table}_access
          referencing ${rows} table as changed for each statement execute function search_${table}_access()`);
  }

  private addOwner(): void {
    const functions = [
      'refresh_search(uuid[], uuid[])',
      'rebuild_search()',
      'search_issue_text()',
      'search_matter_text()',
      'search_issue_access()',
      'search_matter_access()',
    ];
    this.addSql(`
      grant lt_access to current_user; grant create on schema public to lt_access;
      ${functions.map((name) => `alter function ${name} owner to lt_access;`).join('\n')}
      revoke create on schema public from lt_access;
      revoke all on function ${functions.join(', ')} from public;
    `);
  }
}
