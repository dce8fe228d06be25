import { Migration } from '@mikro-orm/migrations';

/**
 * What the current transaction has recorded so far, whoever is told of it: modules of higher rank react to it. Ids only,
 * and only of one's own transaction.
 */
export class Migration20261125100000_reactions extends Migration {
  override up(): void {
    this.addSql(`
      create function recorded_events(p_types text[]) returns setof event
      language sql stable security definer set search_path = public, pg_temp as $$
        select * from event e where e.xid = pg_current_xact_id() and e.type = any(p_types) order by e.id
      $$;
      grant lt_access to current_user;
      grant create on schema public to lt_access;
      alter function recorded_events(text[]) owner to lt_access;
      revoke create on schema public from lt_access;
      revoke all on function recorded_events(text[]) from public;
      grant execute on function recorded_events(text[]) to lt_user;
    `);
  }
}
