import { Migration } from '@mikro-orm/migrations';

/**
 * Roles are of the cluster, not of the database: created only where missing, so that several databases share them.
 * lt_user reads and writes for an organization, lt_read reads without the second wall (READ_WALL=compiled), lt_log reads the thin log, lt_auth the accounts, lt_access owns the
 * functions that derive who may see what. The login role is made at start-up: its password comes from the secret.
 */
export class Migration20261124090000_roles extends Migration {
  override up(): void {
    this.addSql(`
      do $$
      declare name text;
      begin
        foreach name in array array['lt_user', 'lt_read', 'lt_log', 'lt_auth', 'lt_access'] loop
          if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin noinherit', name);
          end if;
        end loop;
      exception when duplicate_object or unique_violation then
        null; -- another process created them in the same moment
      end $$;
    `);
    this.addSql(`revoke all on schema public from public`);
    this.addSql(`grant usage on schema public to lt_user, lt_read, lt_log, lt_auth, lt_access`);
    this.addSql(`create extension if not exists unaccent`);
    this.addSql(`create extension if not exists pg_trgm`);
    this.addSql(`
      create function app_org() returns uuid language sql stable parallel safe
      as $$ select nullif(current_setting('app.org', true), '')::uuid $$
    `);
    this.addSql(`
      create function app_actor() returns uuid language sql stable parallel safe
      as $$ select nullif(current_setting('app.actor', true), '')::uuid $$
    `);
    // unaccent() is only stable because its dictionary could change; ours does not, and an index needs immutable.
    this.addSql(`
      create function fold(value text) returns text language sql immutable parallel safe
      as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$
    `);
  }
}
