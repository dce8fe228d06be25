/** The conditions of row security that several migrations share, as SQL. */
const everyone = `'00000000-0000-0000-0000-000000000000'`;

export const mine = (column: string): string => `${column} = (select app_org())`;

/** The offset keeps it a look-up by key: a hashed subplan would read everything that the organization sees. */
export const takesPart = (column: string, roles = ''): string => `exists (select from matter_access a
  where a.matter_id = ${column} and a.organization_id = (select app_org()) ${roles} offset 0)`;

export const leads = (column: string): string => takesPart(column, `and a.role = 'LEAD'`);
export const works = (column: string): string => takesPart(column, `and a.role in ('LEAD', 'COORDINATING')`);

export const seesIssue = (column: string, worst = 4): string => `exists (select from issue_access a
  where a.issue_id = ${column} and a.level <= ${worst} and a.organization_id in ((select app_org()), ${everyone}) offset 0)`;

/** Row security in force for everyone; functions that derive see all rows, and so do reads behind the compiled wall alone. */
export const walled = (...tables: string[]): string =>
  tables
    .map(
      (table) => `
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy ${table}_derive on ${table} for all to lt_access using (true) with check (true);
        create policy ${table}_compiled on ${table} for select to lt_read using (true);
        grant select on ${table} to lt_read;`,
    )
    .join('');

/** Functions that run as lt_access, open to the roles named. */
export const asAccess = (functions: Record<string, string>): string => `
  grant lt_access to current_user;
  grant create on schema public to lt_access;
  ${Object.entries(functions)
    .map(
      ([signature, roles]) => `
        alter function ${signature} owner to lt_access;
        revoke all on function ${signature} from public;
        grant execute on function ${signature} to ${roles};`,
    )
    .join('')}
  revoke create on schema public from lt_access;`;
