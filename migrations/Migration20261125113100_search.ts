import { Migration } from '@mikro-orm/migrations';

const maxSeq = '9223372036854775807';
const everyone = '00000000-0000-0000-0000-000000000000';

/** Blocks of 1,024 documents, each larger one of four; beyond them all. */
const levels = 6;
const filters = `(p_only.first_day is null or s.on_date >= p_only.first_day)
              and (p_only.last_day is null or s.on_date <= p_only.last_day)
              and (p_only.among is null or s.id = any(p_only.among)) and (p_only.besides is null or s.id <> all(p_only.besides))`;
const options = `p_from date default null, p_to date default null, p_among uuid[] default null, p_except uuid[] default null`;

/**
 * Row security would keep PostgreSQL from using the index of documents: these functions run as lt_search, which may read
 * them all, apply the visibility themselves and give out ids, ranks and numbers only.
 */
export class Migration20261125113100_search extends Migration {
  override up(): void {
    this.addSql(`
      create type search_rank as (words tsquery, typed tsquery, exact tsquery);
      create type search_filter as (first_day date, last_day date, among uuid[], besides uuid[]);
    `);
    this.addNewest();
    this.addStage();
    this.addPages();
    this.addOwner();
  }

  /**
   * The newest matches are looked for in a small block first, then in one of the size in which, as dense as that one,
   * there are enough: a frequent word reads a bounded number of rows however many there are.
   */
  private addNewest(): void {
    this.addSql(`
      create function search_query(p_words tsquery, p_terms tsquery) returns tsquery
      language sql stable set search_path = public, pg_temp as $$
        select p_words && coalesce(p_terms && v.sees, v.sees)
          from (select format('''=v:%s'' | ''=v:${everyone}''', app_org())::tsquery as sees) v where app_org() is not null
      $$;
      create function search_newest(p_query tsquery, p_rank search_rank, p_only search_filter, p_lower bigint,
        p_upper bigint, p_count int) returns table (id uuid, seq bigint, rank int)
      language plpgsql stable set search_path = public, pg_temp as $$
      #variable_conflict use_column
      declare
        top constant bigint := least(p_upper, (select s.last_value from search_document_seq s));
        wanted bigint := case when p_count is null then top - p_lower else 0 end;
        level int := 0; block bigint; part tsquery; matches int; found uuid[]; seqs bigint[]; ranks int[];
      begin
        loop
          while level < ${levels} and 1 << (10 + 2 * level) < wanted loop level := level + 1; end loop;
          block := case when level = ${levels} then 0 else greatest((top >> (10 + 2 * level)) - 1, 0) end;
          part := case when block = 0 then p_query
            else p_query && format('''=b%s:%s'' | ''=b%s:%s''', level, block, level, block + 1)::tsquery end;
          select count(*), array_agg(m.id), array_agg(m.seq), array_agg(
              case when m.exact @@ p_rank.exact then 3000001 when m.words @@ p_rank.typed then 2000001 else 1000001 end
              + least(999998, round(100000 * (4 * coalesce(ts_rank(m.exact, p_rank.exact), 0)
                + 2 * ts_rank(m.words, p_rank.typed) + ts_rank(m.words, p_rank.words))))::int)
            into matches, found, seqs, ranks
            from (select s.id, s.seq, s.words, s.exact from search_document s
              where s.words @@ part and s.seq between p_lower and p_upper and ${filters}
              order by s.seq desc limit p_count) m;
          block := block << (10 + 2 * level);
          exit when block <= p_lower or matches >= p_count;
          wanted := case when matches = 0 then ${maxSeq} else (top - block) * p_count * 3 / (2 * matches) end;
          level := level + 1;
        end loop;
        return query select * from unnest(found, seqs, ranks);
      end $$;
    `);
  }

  /** Of one kind of match, words as typed or what means the same, the newest are ranked; what is older follows by time. */
  private addStage(): void {
    this.addSql(`
      create function search_stage(p_query tsquery, p_rank search_rank, p_only search_filter, p_limit int,
        p_after_rank int, p_after uuid, p_oldest uuid) returns table (id uuid, rank int, oldest uuid)
      language plpgsql stable set search_path = public, pg_temp as $$
      #variable_conflict use_column
      declare
        ranked constant int := 200;
        after constant bigint := (select s.seq from search_document s where s.id = p_after);
        is_older constant boolean := coalesce(p_after_rank % 1000000 = 0, false);
        lowest bigint := coalesce((select s.seq from search_document s where s.id = p_oldest), 0);
        last_ranked uuid := p_oldest;
        shown int;
        ids uuid[]; seqs bigint[]; ranks int[];
      begin
        if not is_older then
          select array_agg(m.id order by m.seq desc), array_agg(m.seq order by m.seq desc), array_agg(m.rank order by m.seq desc)
            into ids, seqs, ranks
            from search_newest(p_query, p_rank, p_only, lowest, ${maxSeq}, case when p_oldest is null then ranked + 1 end) m;
        end if;
        if p_oldest is null then
          lowest := case when cardinality(ids) > ranked then seqs[ranked] else 0 end;
          last_ranked := case when cardinality(ids) > ranked then ids[ranked] else '${everyone}' end;
        end if;
        return query select w.id, w.rank, last_ranked from unnest(ids, seqs, ranks) w(id, seq, rank)
          where w.seq >= lowest and (p_after_rank is null or (w.rank, w.seq) < (p_after_rank, after))
          order by w.rank desc, w.seq desc limit p_limit;
        get diagnostics shown = row_count;
        if shown < p_limit and lowest > 0 then
          return query select m.id, case when m.rank > 2000000 then 2000000 else 1000000 end, last_ranked
            from search_newest(p_query, p_rank, p_only, 0, least(lowest, case when is_older then after end) - 1, p_limit - shown) m
            order by m.seq desc;
        end if;
      end $$;
    `);
  }

  private addPages(): void {
    const settings = `security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan
        set enable_seqscan = off`;
    this.addSql(`
      create function search_documents(p_words tsquery, p_typed tsquery, p_exact tsquery, p_terms tsquery, p_limit int,
        p_after_rank int default null, p_after uuid default null, p_oldest uuid default null, ${options})
        returns table (id uuid, rank int, oldest uuid)
      language plpgsql stable rows 25 ${settings} as $$
      declare
        rank_by constant search_rank := (p_words, p_typed, p_exact);
        only_those constant search_filter := (p_from, p_to, p_among, p_except);
        is_second constant boolean := coalesce(p_after_rank < 2000000, false);
        shown int := 0;
      begin
        if p_words is null or app_org() is null then return; end if;
        if not is_second then
          return query select * from search_stage(search_query(p_typed, p_terms), rank_by, only_those, p_limit,
            p_after_rank, p_after, p_oldest);
          get diagnostics shown = row_count;
        end if;
        if shown < p_limit and p_words <> p_typed then
          return query select * from search_stage(search_query(p_words && !!p_typed, p_terms), rank_by, only_those,
            p_limit - shown, case when is_second then p_after_rank end, case when is_second then p_after end,
            case when is_second then p_oldest end);
        end if;
      end $$;
      create function search_count(p_words tsquery, p_terms tsquery, ${options}) returns bigint
      language plpgsql stable ${settings} as $$
      declare
        sought constant tsquery := search_query(p_words, p_terms);
        p_only constant search_filter := (p_from, p_to, p_among, p_except);
      begin
        return (select count(*) from search_document s where s.words @@ sought and ${filters});
      end $$;
    `);
  }

  private addOwner(): void {
    const inner = [
      'search_query(tsquery, tsquery)',
      'search_newest(tsquery, search_rank, search_filter, bigint, bigint, int)',
      'search_stage(tsquery, search_rank, search_filter, int, int, uuid, uuid)',
    ];
    const open = [
      'search_documents(tsquery, tsquery, tsquery, tsquery, int, int, uuid, uuid, date, date, uuid[], uuid[])',
      'search_count(tsquery, tsquery, date, date, uuid[], uuid[])',
    ];
    this.addSql(`
      grant lt_search to current_user; grant create on schema public to lt_search;
      ${[...inner, ...open].map((name) => `alter function ${name} owner to lt_search;`).join('\n')}
      revoke create on schema public from lt_search;
      revoke all on function ${[...inner, ...open].join(', ')} from public;
      grant execute on function ${open.join(', ')} to lt_user, lt_read;
    `);
  }
}
