import { Client } from 'pg';
import type { TestApp } from './app.ts';

type Row = Record<string, unknown>;

/** The database as its owner sees it: no rule of visibility holds. */
export interface Owner {
  rows<T extends object = Row>(statement: string, values?: unknown[]): Promise<T[]>;
  /** Every row of every table that requests may write, as text, by table. */
  state(): Promise<Record<string, string[]>>;
  /** All of it as one text, to look for what must not be there. */
  everything(): Promise<string>;
  close(): Promise<void>;
}

const written = `select tablename as name from pg_tables where schemaname in ('public', 'auth')
  and tablename not in ('area', 'area_lineage', 'topic', 'organization', 'organization_lineage', 'migration', 'log_epoch',
    'session', 'sign_in_failure')
  order by 1`;

/** A failed expectation leaves it open only until the database is dropped. */
export async function openOwner(app: TestApp): Promise<Owner> {
  const client = new Client({ connectionString: app.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const rows = async <T extends object = Row>(statement: string, values: unknown[] = []): Promise<T[]> =>
    (await client.query<T>(statement, values)).rows;
  const schemas = `set search_path = public, auth`;
  await client.query(schemas);
  const tables = (await rows<{ name: string }>(written)).map((table) => table.name);
  const state = async (): Promise<Record<string, string[]>> => {
    const columns = tables.map((name) => `array(select t::text from "${name}" t order by 1) as "${name}"`);
    return (await rows<Record<string, string[]>>(`select ${columns.join(', ')}`))[0]!;
  };
  return {
    rows,
    state,
    everything: async () => JSON.stringify(await state()),
    close: () => client.end(),
  };
}

/** Gives an office of a demo body other roles; before it first signs in, because roles are remembered for 2 s. */
export async function setRoles(owner: Owner, body: string, title: string, roles: string[]): Promise<void> {
  const changed = await owner.rows(
    `update actor a set roles = $3 from organization o
      where o.id = a.organization_id and o.code = $1 and a.kind = 'STAFF' and a.name like $2 || ' %' returning a.id`,
    [body, title, roles],
  );
  if (changed.length !== 1) throw new Error(`${changed.length} offices ${title} of ${body}`);
}
