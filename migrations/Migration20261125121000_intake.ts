import { Migration } from '@mikro-orm/migrations';

/** Issues that are split into parts, and since when an issue stands where it does. */
export class Migration20261125121000_intake extends Migration {
  override up(): void {
    this.addSql(`
      alter table issue add column parent_id uuid, add column status_since timestamptz(3);
      update issue set status_since = updated_at;
      alter table issue alter column status_since set default now(), alter column status_since set not null,
        add constraint issue_parent foreign key (parent_id, owner_id) references issue (id, owner_id),
        drop constraint issue_status_check,
        add constraint issue_status_check check (status in ('RECEIVED', 'NEEDS_INFO', 'SCREENED', 'OUT_OF_SCOPE',
          'SUPERSEDED', 'REFERRED', 'IN_FOLLOW_UP', 'ANSWERED', 'CLOSED'));
      create index issue_parent_id on issue (parent_id) where parent_id is not null;
      create index issue_screening on issue (owner_id, id) where status in ('RECEIVED', 'NEEDS_INFO');
    `);
  }
}
