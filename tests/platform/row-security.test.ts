import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { deriveKey } from '../../server/platform/auth/derive-key.ts';
import { testConfig } from '../setup/config.ts';
import { actsOf, uuidIn } from '../support/isolation/acts.ts';
import { playByChance } from '../support/isolation/chance.ts';
import {
  derivedTables,
  ownTables,
  publicTables,
  readTables,
  referenceTables,
  type Row,
  type Tables,
} from '../support/isolation/facts.ts';
import { Play } from '../support/isolation/play.ts';
import {
  changeableRows,
  dependents,
  readableRows,
  removableRows,
  writers,
  type Asker,
} from '../support/isolation/row-rules.ts';
import { tellStory } from '../support/isolation/story.ts';
import { bodyNames, openWorld, type BodyName, type World } from '../support/isolation/world.ts';

let world: World;
let play: Play;
let all: Tables;
let tables: string[];
/** A connection as the server has them for requests, before it takes a role. */
let login: Client;

beforeAll(async () => {
  world = await openWorld();
  play = await Play.begin(world);
  await tellStory(play);
  await playByChance(play, 60, 11);
  await redirect();
  tables = (await publicTables(world.owner)).filter((name) => ![...referenceTables, ...ownTables].includes(name));
  all = await readTables(world.owner, tables);
  login = new Client({ connectionString: loginUrl('login') });
  await login.connect();
});

afterAll(async () => {
  await login?.end();
  await world?.close();
});

/** Drafts that accuse leave a line with their body alone. */
async function redirect(): Promise<void> {
  const rows = bodyNames.map((name) => world.bodies[name].id);
  for (const id of rows) {
    await world.owner.query(
      `insert into redirection (id, organization_id, reason, on_date) values ($1, $2, 'COMPLAINT', current_date)`,
      [uuidv7(), id],
    );
  }
}

function loginUrl(suffix: string): string {
  const url = new URL(world.app.databaseUrl);
  url.username = `${url.pathname.slice(1)}_${suffix}`;
  url.password = deriveKey(
    testConfig({ databaseUrl: world.app.databaseUrl }).appSecret,
    `database login ${url.username}`,
  ).toString('base64url');
  return url.toString();
}

const askerOf = (name: BodyName): Asker => ({
  organization: world.bodies[name].id,
  actor: world.bodies[name].appId.slice(4),
});

/** Runs `work` as a request of the body would, and takes everything back. */
async function as<T>(name: BodyName, work: () => Promise<T>): Promise<T> {
  const { organization, actor } = askerOf(name);
  await login.query('begin');
  try {
    await login.query(
      `select set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('role', 'lt_user', true)`,
      [organization, actor],
    );
    return await work();
  } finally {
    await login.query('rollback');
  }
}

/** The SQLSTATE that a statement fails with, or how many rows it touched. */
async function attempt(text: string, values: unknown[] = []): Promise<string | number> {
  await login.query('savepoint before');
  try {
    return (await login.query(text, values)).rowCount ?? 0;
  } catch (error) {
    await login.query('rollback to before');
    return (error as { code: string }).code;
  }
}

const denied = '42501';
/** As text, so that rows can be compared whatever the order of their columns. */
const keyOf = (row: Row): string => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)));

async function rowsOf(text: string): Promise<Row[]> {
  const { rows } = await login.query<{ row: Row }>(text);
  return rows.map(({ row }) => row);
}

const plain = (table: string): string => `to_jsonb(${table}) - 'search'`;

describe('a plain select without a condition', () => {
  it.each(bodyNames)('shows %s the rows that it may see, of every table, and all of them', async (name) => {
    const asker = askerOf(name);
    expect(Object.keys(readableRows)).toEqual(tables);
    await as(name, async () => {
      for (const table of tables) {
        const visible = (await rowsOf(`select ${plain(table)} as row from ${table}`)).map(keyOf).toSorted();
        const expected = all[table]!.filter((row) => readableRows[table]!(play.now, asker, row))
          .map(keyOf)
          .toSorted();
        expect({ table, rows: visible }).toEqual({ table, rows: expected });
      }
    });
  });

  it('has something to hide and to show in every table', () => {
    for (const table of tables) {
      const counts = bodyNames.map(
        (name) => all[table]!.filter((row) => readableRows[table]!(play.now, askerOf(name), row)).length,
      );
      expect({ table, shows: Math.max(...counts) > 0, hides: Math.min(...counts) < all[table]!.length }).toEqual({
        table,
        shows: true,
        hides: true,
      });
    }
  });

  it('shows nobody anything without an organization', async () => {
    await login.query('begin');
    await login.query(`select set_config('role', 'lt_user', true)`);
    const open = ['issue_access', 'event_audience', 'issue', 'event', 'issue_link', 'comment'];
    for (const table of tables.filter((name) => !open.includes(name)))
      expect([table, await attempt(`select from ${table}`)]).toEqual([table, 0]);
    await login.query('rollback');
  });
});

/** What a statement over the whole table touches, where the role may write it at all. */
async function touched(table: string, text: string): Promise<Row[]> {
  const outcome = await attempt(text);
  return typeof outcome === 'string' ? Promise.reject(new Error(`${table}: ${outcome}`)) : rowsOf(text);
}

const mayDo = async (table: string, privilege: string): Promise<boolean> =>
  (
    await world.owner.query<{ may: boolean }>(`select has_table_privilege('lt_user', $1, $2) as may`, [
      table,
      privilege,
    ])
  ).rows[0]!.may;

describe('a write without a condition', () => {
  it('is possible for nothing but these tables', async () => {
    const may = async (privilege: string): Promise<string[]> => {
      const flags = await Promise.all(
        [...tables, ...referenceTables, ...ownTables].map((table) => mayDo(table, privilege)),
      );
      return [...tables, ...referenceTables, ...ownTables].filter((_, i) => flags[i]).toSorted();
    };
    expect(await may('UPDATE')).toEqual(Object.keys(changeableRows));
    expect(await may('DELETE')).toEqual(Object.keys(removableRows));
    expect(await may('INSERT')).toEqual(Object.keys(writers));
    expect(await may('TRUNCATE')).toEqual([]);
  });

  it.each(bodyNames)('touches nothing that is not for %s to change or to delete', async (name) => {
    const asker = askerOf(name);
    await as(name, async () => {
      for (const [table, rule] of Object.entries(changeableRows)) {
        const column = writers[table]![0]!;
        const rows = await touched(table, `update ${table} set ${column} = ${column} returning ${plain(table)} as row`);
        expect({ table, rows: rows.filter((row) => !rule(play.now, asker, row)) }).toEqual({ table, rows: [] });
      }
      for (const [table, rule] of Object.entries(removableRows)) {
        await login.query('savepoint whole');
        const rows = await rowsOf(`delete from ${table} returning ${plain(table)} as row`);
        expect({ table, rows: rows.filter((row) => !rule(play.now, asker, row)) }).toEqual({ table, rows: [] });
        await login.query('rollback to whole');
      }
    });
  });
});

const columnsOf = (row: Row): string => Object.keys(row).join(', ');

/** A copy of the row under a key of its own. */
function copyOf(row: Row, changes: Row): Row {
  return { ...row, ...('id' in row && { id: uuidv7() }), ...('code' in row && { code: uuidv7() }), ...changes };
}

const insert = (table: string, row: Row): Promise<string | number> =>
  attempt(
    `insert into ${table} (${columnsOf(row)}) select ${columnsOf(row)} from jsonb_populate_record(null::${table}, $1)`,
    [JSON.stringify(row)],
  );

describe('an insert', () => {
  it.each(bodyNames)('in the name of another body is refused to %s', async (name) => {
    const { organization } = askerOf(name);
    await as(name, async () => {
      for (const [table, columns] of Object.entries(writers)) {
        const foreign = all[table]!.filter((row) => row[columns[0]!] !== organization).slice(0, 12);
        for (const row of foreign) expect([table, await insert(table, copyOf(row, {}))]).toEqual([table, denied]);
        expect([table, foreign.length]).not.toEqual([table, 0]);
      }
    });
  });

  it.each(bodyNames)('in its own name onto what it may not see is refused to %s', async (name) => {
    const asker = askerOf(name);
    let tried = 0;
    await as(name, async () => {
      for (const table of dependents) {
        const [body, actor] = writers[table]!;
        const own = { [body!]: asker.organization, ...(actor && { [actor]: asker.actor }) };
        const hidden = all[table]!.filter((row) => isOutOfSight(table, row, asker)).slice(0, 12);
        for (const row of hidden) expect([table, await insert(table, copyOf(row, own))]).toEqual([table, denied]);
        tried += hidden.length;
      }
    });
    expect(tried).toBeGreaterThan(15);
  });
});

/** The row hangs on nothing that the asker sees. */
function isOutOfSight(table: string, row: Row, asker: Asker): boolean {
  const { now } = play;
  const issues = [row['issue_id'], row['from_id'], row['to_id']].filter((id) => now.issue(id) !== undefined);
  const matter = row['matter_id'];
  if (matter && (now.takesPart(asker.organization, matter) || readableRows['matter']!(now, asker, { id: matter })))
    return false;
  return !issues.some((id) => now.sees(asker.organization, id)) && !readableRows[table]!(now, asker, row);
}

describe('the database', () => {
  it('has row security, forced, on every table but reference data and its own books', async () => {
    const { rows } = await world.owner.query<{ name: string; safe: boolean }>(
      `select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as safe from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'm', 'f')`,
    );
    expect(
      rows
        .filter(({ safe }) => !safe)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([...referenceTables, ...ownTables].toSorted());
    expect(derivedTables.every((name) => rows.some((row) => row.name === name && row.safe))).toBe(true);
  });

  it('has views only with the rights of who asks', async () => {
    const { rows } = await world.owner.query<{ name: string; safe: boolean }>(
      `select relname as name, coalesce(reloptions @> '{security_invoker=on}', false) as safe from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'v' and relname not like 'pg_%'`,
    );
    expect(rows).toEqual([{ name: 'issue_link_side', safe: true }]);
  });

  it('lets requests call these functions with other rights than their own, each with a fixed search path', async () => {
    const { rows } = await world.owner.query<{ name: string; fixed: boolean }>(
      `select proname as name, coalesce(array_to_string(proconfig, ',') like '%search_path=public, pg_temp%', false) as fixed from pg_proc
        where pronamespace = 'public'::regnamespace and prosecdef and has_function_privilege('lt_user', oid, 'execute') order by 1`,
    );
    const names = [
      'is_new_matter',
      'may_join_matter',
      'record_event',
      'referral_obstacle',
      'refresh_issues',
      'refresh_matter',
    ];
    expect(rows).toEqual(names.map((name) => ({ name, fixed: true })));
  });

  it('has no role of requests that stands above row security or may become another', async () => {
    const { rows } = await world.owner.query(
      `select rolname from pg_roles where rolname like 'lt\\_%' and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb
        or exists (select from pg_auth_members m where m.member = pg_roles.oid))`,
    );
    expect(rows).toEqual([]);
  });
});

describe('the login of requests', () => {
  it('reads nothing before it takes a role', async () => {
    for (const table of [
      ...tables,
      ...referenceTables,
      ...ownTables,
      'issue_link_side',
      'auth.account_user',
      'auth.session',
      'auth.app_key',
    ]) {
      await login.query('begin');
      expect([table, await attempt(`select from ${table.includes('.') ? table : `public.${table}`}`)]).toEqual([
        table,
        denied,
      ]);
      await login.query('rollback');
    }
  });

  it('as lt_user becomes no other role', async () => {
    const owner = decodeURIComponent(new URL(world.app.databaseUrl).username);
    for (const role of ['lt_read', 'lt_log', 'lt_auth', 'lt_access', owner]) {
      await as('province', async () => expect([role, await attempt(`set local role ${role}`)]).toEqual([role, denied]));
    }
    await as('province', async () => expect(await attempt('select from auth.account_user')).toBe(denied));
  });

  it('is another than those of accounts and of the log, which are bound to their own', async () => {
    for (const [suffix, role] of [
      ['accounts_login', 'lt_auth'],
      ['log_login', 'lt_log'],
    ] as const) {
      const client = new Client({ connectionString: loginUrl(suffix) });
      await client.connect();
      await client.query(`set role ${role}`);
      for (const other of ['lt_user', 'lt_read', 'lt_access'])
        await expect(client.query(`set role ${other}`)).rejects.toMatchObject({ code: denied });
      await expect(client.query('select from issue')).rejects.toMatchObject({ code: denied });
      await client.end();
    }
  });
});

describe('functions that run with other rights', () => {
  it('tell nothing of what the body may not see', async () => {
    const { front, women } = world.bodies;
    const acts = actsOf(play);
    const issue = await acts.collect(front);
    await acts.offer(front, issue, women);
    const matter = await acts.open(front, [await acts.collect(front)]);
    const query = 'select referral_obstacle($1, $2, $3) as obstacle, may_join_matter($4), is_new_matter($4)';
    const told = async (name: BodyName, issueId: string, matterId: string): Promise<Row> =>
      as(name, async () => (await login.query<Row>(query, [issueId, women.id, 'x', matterId])).rows[0]!);
    const known = { obstacle: 'OPEN', may_join_matter: false, is_new_matter: false };
    expect(await told('front', uuidIn(issue), uuidIn(matter))).toEqual(known);
    const unknown = await told('council', uuidv7(), uuidv7());
    expect(await told('council', uuidIn(issue), uuidIn(matter))).toEqual(unknown);
  });
});
