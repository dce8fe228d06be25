import { Migration } from '@mikro-orm/migrations';

/** Filters that are met rarely would otherwise read a whole list to find a page: each with an index in the list's order. */
export class Migration20261125112200_list_indexes extends Migration {
  override up(): void {
    this.addSql(`
      create index issue_access_owner on issue_access (organization_id, owner_id, issue_id desc);
      create index issue_access_area on issue_access (organization_id, area_id, issue_id desc);
      create index referral_owner_id on referral (owner_id, id);
    `);
  }
}
