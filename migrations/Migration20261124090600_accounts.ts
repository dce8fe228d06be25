import { Migration } from '@mikro-orm/migrations';
import { authTablesSql } from '../server/platform/auth/auth-tables.sql.ts';

/** Accounts, sessions and app keys, in the schema that only lt_auth may use. */
export class Migration20261124090600_accounts extends Migration {
  override up(): void {
    this.addSql(authTablesSql);
    this.addSql(`
      create table auth.session_office (
        session_id uuid primary key references auth.session on delete cascade,
        actor_id uuid not null references actor
      );
      grant select, insert on auth.session_office to lt_auth;
    `);
  }
}
