import type { Client } from 'pg';

export type Row = Record<string, unknown>;

/** The rows of one table as the owner of the database reads them, columns by their names. */
export type Tables = Record<string, Row[]>;

/** Open to every member body by design: no rule of visibility concerns them. */
export const referenceTables = ['area', 'area_lineage', 'topic', 'organization', 'organization_lineage'];
/** The server's own book-keeping: migrations run, starts of the log, how far a rebuild has come, who is notified of what. */
export const ownTables = ['migration', 'log_epoch', 'notification_rule', 'rebuild'];
/** For the server's jobs alone: no request reads or writes them. */
export const closedTables = ['notification_mail'];
/** Made of the others by the functions of the server: what they ought to hold is the oracle's to say. */
export const derivedTables = [
  'issue_access',
  'matter_access',
  'event_audience',
  'notification',
  'notification_group',
  ...closedTables,
];

export async function publicTables(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map((row) => row.name);
}

/** What people have done, table by table; derived tables and reference data left out. */
export async function readSources(owner: Client): Promise<Tables> {
  const hidden = new Set([...referenceTables, ...ownTables, ...derivedTables]);
  const names = (await publicTables(owner)).filter((name) => !hidden.has(name));
  return readTables(owner, names);
}

/** All tables in one statement: one moment of the database. */
export async function readTables(client: Client, names: readonly string[]): Promise<Tables> {
  const columns = names.map(
    (name) =>
      `(select coalesce(json_agg(to_jsonb(t) - 'search' order by to_jsonb(t) ->> 'id'), '[]') from ${name} t) as ${name}`,
  );
  const { rows } = await client.query<Tables>(`select ${columns.join(', ')}`);
  return rows[0]!;
}

/** Columns of the source tables that hold free text: all text columns but those with a closed set of values. */
export async function textColumns(owner: Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select c.table_name || '.' || c.column_name as name from information_schema.columns c
      join pg_tables t on t.schemaname = 'public' and t.tablename = c.table_name
      where c.table_schema = 'public' and c.data_type = 'text' and c.table_name <> all($1) order by 1`,
    [[...referenceTables, ...ownTables, ...derivedTables]],
  );
  return rows.map((row) => row.name);
}
