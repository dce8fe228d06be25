import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { rebuildAccess, type Progress } from '../../server/repair/rebuild-access.ts';
import { playByChance } from '../support/isolation/chance.ts';
import type { Row } from '../support/isolation/facts.ts';
import { Oracle } from '../support/isolation/oracle.ts';
import { Play } from '../support/isolation/play.ts';
import { tellStory } from '../support/isolation/story.ts';
import { openWorld, type World } from '../support/isolation/world.ts';

let world: World;
let play: Play;
let owner: Client;

beforeAll(async () => {
  world = await openWorld();
  owner = new Client({ connectionString: world.app.databaseUrl });
  await owner.connect();
  play = await Play.begin(world);
  await tellStory(play);
}, 120_000);
afterAll(async () => {
  await owner?.end();
  await world?.close();
});

const everyone = '00000000-0000-0000-0000-000000000000';
const copied = ['owner_id', 'status', 'kind', 'channel', 'topic_id', 'area_id', 'collected_on'];

interface Derived {
  issues: Row[];
  matters: Row[];
}

/** The derived rows as they are. */
async function actual(): Promise<Derived> {
  const read = async (table: string): Promise<Row[]> =>
    (await owner.query<{ row: Row }>(`select to_jsonb(a) as row from ${table} a`)).rows.map(({ row }) => row);
  return { issues: sorted(await read('issue_access')), matters: sorted(await read('matter_access')) };
}

/** The same from the base tables alone, by the rules of the product as the oracle tells them. */
async function wanted(): Promise<Derived> {
  const now = await play.look();
  // What an issue opens to everyone stands in one row: the rows of single bodies are what else they have.
  const named = new Oracle(
    { ...now.tables, issue: now.rows('issue').map((one) => (isOpen(one) ? { ...one, visibility: 'SHARED' } : one)) },
    world.members,
  );
  const issues = now.rows('issue').flatMap((issue) => {
    const copy = Object.fromEntries(copied.map((column) => [column, issue[column]]));
    const levels = world.members.organizations.map((id) => [id, named.level(id, issue['id'])] as const);
    return [...levels, [everyone, isOpen(issue) ? 3 : null] as const]
      .filter(([, level]) => level !== null)
      .map(([organization_id, level]) => ({ issue_id: issue['id'], organization_id, level, ...copy }));
  });
  const matters = now.rows('matter').flatMap((matter) =>
    world.members.organizations
      .map((organization_id) => ({ organization_id, role: now.role(organization_id, matter['id']) }))
      .filter(({ role }) => role !== null)
      .map((part) => ({ matter_id: matter['id'], ...part })),
  );
  return { issues: sorted(issues), matters: sorted(matters) };
}

const isOpen = (issue: Row): boolean => issue['visibility'] === 'NETWORK';
const sorted = (rows: Row[]): Row[] => {
  const key = (row: Row): string => `${String(row['issue_id'] ?? row['matter_id'])}/${String(row['organization_id'])}`;
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

const repairedOf = (finished: readonly Progress[]): number => finished.reduce((sum, { repaired }) => sum + repaired, 0);
const lastEvent = async (): Promise<string> =>
  (await owner.query<{ id: string }>('select max(id)::text as id from event')).rows[0]!.id;

/** Every kind of damage: rows lost, levels and copies that differ, bodies that were never let in. */
async function damage(): Promise<void> {
  const stranger = `(select id from organization where code = 'CCB-18073')`;
  await owner.query(`
    delete from issue_access where issue_id in (select id from issue order by id limit 4);
    update issue_access set level = 2, status = 'CLOSED', collected_on = '2020-01-01'
      where issue_id in (select id from issue order by id desc limit 5) and level > 2;
    update issue_access set owner_id = organization_id, kind = 'PROPOSAL', channel = 'LETTER',
      topic_id = (select id from topic order by id limit 1), area_id = (select id from area order by id limit 1)
      where issue_id in (select id from issue order by id offset 5 limit 5);
    insert into issue_access select i.id, ${stranger}, 3, i.owner_id, i.status, i.kind, i.channel, i.topic_id, i.area_id, i.collected_on
      from issue i where i.id in (select id from issue where visibility <> 'NETWORK' order by id offset 12 limit 3);
    delete from matter_access where matter_id in (select id from matter order by id limit 1);
    update matter_access set role = 'LEAD' where matter_id in (select id from matter order by id desc limit 2);
    insert into matter_access select m.id, ${stranger}, 'INFORMED' from matter m order by m.id offset 1 limit 1;
  `);
}

describe('rows that say who sees what', () => {
  it.each([1, 20261125, 77])('are what the base tables say after any history (%i)', async (seed) => {
    await playByChance(play, 60, seed);
    const rows = await actual();
    expect(rows).toEqual(await wanted());
    expect(rows.issues.length).toBeGreaterThan(60);
    expect(rows.matters.length).toBeGreaterThan(10);
  });
});

describe('a rebuild', () => {
  it('of what is in order changes nothing and tells nothing', async () => {
    const before = { rows: await actual(), last: await lastEvent() };
    expect(repairedOf(await rebuildAccess(owner))).toBe(0);
    expect({ rows: await actual(), last: await lastEvent() }).toEqual(before);
  });

  it('repairs whatever is damaged, and tells who loses what it never had', async () => {
    const whole = await actual();
    await damage();
    expect(await actual()).not.toEqual(whole);
    const since = await lastEvent();
    expect(repairedOf(await rebuildAccess(owner, { batch: 7 }))).toBeGreaterThan(20);
    expect(await actual()).toEqual(whole);
    const { rows } = await owner.query(
      `select e.type, e.subject_kind as kind, count(*)::int from event e join event_audience x on (x.xid, x.id) = (e.xid, e.id)
        join organization o on o.id = x.organization_id where o.code = 'CCB-18073' and e.id > $1 group by 1, 2 order by 2`,
      [since],
    );
    expect(rows).toEqual([
      { type: 'access.revoked', kind: 'Issue', count: 3 },
      { type: 'access.revoked', kind: 'Matter', count: 1 },
    ]);
    const { rows: told } = await owner.query('select from event where id > $1 and actor_id is not null', [since]);
    expect(told).toEqual([]);
  });

  it('goes on where a killed one ended', async () => {
    const whole = await actual();
    await damage();
    const killed = await runAndKill(3);
    expect(killed.signal).toBe('SIGKILL');
    expect(await actual()).not.toEqual(whole);
    const [half] = (await owner.query<{ repaired: string }>('select * from rebuild where finished_at is null')).rows;
    const resumed = await rebuildAccess(owner, { batch: 7 });
    expect(await actual()).toEqual(whole);
    // The part that was under way counts what it had repaired before, and does not look at it again.
    const { rows } = await owner.query<{ name: string; count: number }>(
      `select 'matter_access' as name, count(*)::int as count from matter union all select 'issue_access', count(*)::int from issue`,
    );
    const totals = new Map(rows.map(({ name, count }) => [name, count]));
    const shorter = resumed.filter(({ name, done }) => done < totals.get(name)!);
    expect(shorter).toHaveLength(1);
    expect(shorter[0]!.repaired).toBeGreaterThanOrEqual(Number(half!.repaired));
  });

  it('runs beside writers', async () => {
    await damage();
    let isPlaying = true;
    const rebuilding = (async () => {
      let rounds = 0;
      for (; isPlaying; rounds += 1) await rebuildAccess(owner, { batch: 5 });
      return rounds;
    })();
    await playByChance(play, 40, 4711).finally(() => (isPlaying = false));
    expect(await rebuilding).toBeGreaterThan(0);
    expect(repairedOf(await rebuildAccess(owner))).toBe(0);
    expect(await actual()).toEqual(await wanted());
  });
});

/** The command as an operator runs it, in small batches, killed as it reports its `lines`-th one. */
async function runAndKill(lines: number): Promise<{ signal: NodeJS.Signals | null }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/rebuild.ts', 'access'], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: world.app.databaseUrl,
      APP_SECRET: 'a secret of the tests alone, long enough',
      REBUILD_BATCH: '5',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    seen += chunk.toString().split('\n').length - 1;
    if (seen >= lines) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return { signal };
}
