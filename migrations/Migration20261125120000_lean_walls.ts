import { Migration } from '@mikro-orm/migrations';

const everyone = `'00000000-0000-0000-0000-000000000000'`;
const views = ['seen_issue', 'heard_event', 'shared_matter'];

/**
 * The same rows as before behind shorter policies. A policy that looks into a table with a policy of its own checks that
 * one, too, at each of some twenty places of a read; the views say themselves whose rows they show and run as lt_access,
 * so that the check stands once. They are barriers: no condition of a statement is tried on a row that they hide.
 */
export class Migration20261125120000_lean_walls extends Migration {
  override up(): void {
    this.addSql(`
      create view seen_issue with (security_barrier) as select a.issue_id, a.level from issue_access a
        where a.organization_id in ((select app_org()), ${everyone});
      create view heard_event with (security_barrier) as select a.xid, a.id from event_audience a
        where a.organization_id in ((select app_org()), ${everyone});
      create view shared_matter with (security_barrier) as select a.matter_id from matter_access a
        where a.organization_id = (select app_org());
      grant lt_access to current_user;
      grant create on schema public to lt_access;
      ${views.map((view) => `alter view ${view} owner to lt_access; grant select on ${view} to lt_user;`).join('\n')}
      revoke create on schema public from lt_access;
    `);
    // The offset keeps each a look-up by key.
    const sees = (issue: string): string => `exists (select from seen_issue a where a.issue_id = ${issue} offset 0)`;
    const takesPart = (matter: string): string =>
      `exists (select from shared_matter a where a.matter_id = ${matter} offset 0) or may_join_matter(${matter})`;
    this.addSql(`
      alter policy issue_read on issue using (owner_id = (select app_org()) or ${sees('issue.id')});
      alter policy issue_link_read on issue_link using (exists (select from seen_issue a, seen_issue b
        where a.issue_id = issue_link.from_id and b.issue_id = issue_link.to_id and least(a.level, b.level) <= 3 offset 0));
      alter policy event_read on event
        using (exists (select from heard_event a where (a.xid, a.id) = (event.xid, event.id) offset 0));
      alter policy participant_read on participant using (${takesPart('participant.matter_id')});
      alter policy matter_read on matter
        using (${takesPart('matter.id')} or opened_by_id = (select app_org()) and is_new_matter(matter.id));
    `);
    // Nobody reads who else sees an issue. The coalesce tells the planner to expect half the rows, not one in a hundred.
    this.addSql(`
      alter policy issue_access_read on issue_access
        using (coalesce(organization_id in ((select app_org()), ${everyone}), false));
    `);
  }
}
