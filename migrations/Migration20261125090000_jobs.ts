import { Migration } from '@mikro-orm/migrations';

/**
 * lt_jobs does the background work. What of the tables it may see and write is said where a module's tables are made;
 * the queues themselves are pg-boss's, in schema `jobs` (server/platform/jobs/install.ts).
 */
export class Migration20261125090000_jobs extends Migration {
  override up(): void {
    this.addSql(`
      do $$
      begin
        if not exists (select from pg_roles where rolname = 'lt_jobs') then
          create role lt_jobs nologin noinherit;
        end if;
      exception when duplicate_object or unique_violation then
        null; -- another process created it in the same moment
      end $$;
      grant usage on schema public to lt_jobs;
      grant select on area, area_lineage, topic, organization, organization_lineage to lt_jobs;
      grant execute on function record_event(text, text, uuid, uuid, text, uuid, uuid[]) to lt_jobs;
    `);
  }
}
