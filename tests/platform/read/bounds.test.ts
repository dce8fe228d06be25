import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { heldByReads, runReadBatch, type SessionContext } from '../../../server/platform/db/batch.ts';
import { openReadWorld, readOperation, textOf, type ReadWorld } from '../../support/read/world.ts';

/** Names that one connection may hold, its session statement among them. */
const maxStatements = 200;
const maxCharacters = 8 * 1024 * 1024;

let world: ReadWorld;
let session: SessionContext;

beforeAll(async () => {
  world = await openReadWorld();
  const { organizationId, actorId } = world.viewer('MTTQ-18073');
  session = { role: 'lt_user', organizationId, actorId };
});

afterAll(async () => world?.close());

const run = (text: string, values: unknown[] = [], as: Partial<SessionContext> = {}): Promise<string | null> =>
  runReadBatch(world.database.pool, { ...session, ...as }, { text, values });

async function onConnection<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await world.database.pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

const context = `select current_user <> session_user as assumed, current_setting('app.org', true) as org, current_setting('app.actor', true) as actor`;
const preparedHere = `select count(*)::int as count from pg_prepared_statements`;
const prepared = (): Promise<number> =>
  onConnection(async (client) => (await client.query<{ count: number }>(preparedHere)).rows[0]!.count);

describe('a statement', () => {
  it.each([
    ['that fails while it runs', 'select (1 / $1::int)::text', ['0'], '22012'],
    ['that fails on a value', 'select $1::int::text', ['x'], '22P02'],
    ['that fails while it is parsed', 'select nothing from nowhere', [], '42P01'],
    ['that fails for want of rights', 'select text from auth.session', [], '42501'],
  ])('%s leaves the connection without context or role, and usable', async (_, text, values, code) => {
    const before = await onConnection(async (client) => client);
    for (let i = 0; i < 3; i += 1) {
      await expect(run(text, values)).rejects.toMatchObject({ code });
      const [left] = (await onConnection((client) => client.query(context))).rows as object[];
      expect(left).toEqual({ assumed: false, org: '', actor: '' });
    }
    expect(await run('select (1 / $1::int)::text', ['1'])).toBe('1');
    expect(await onConnection(async (client) => client)).toBe(before);
  });

  it('that takes too long is the same', async () => {
    await onConnection((client) => client.query(`set statement_timeout = '60ms'`));
    await expect(run('select pg_sleep(5)::text')).rejects.toMatchObject({ code: '57014' });
    await onConnection((client) => client.query('reset statement_timeout'));
    expect((await onConnection((client) => client.query(context))).rows).toEqual([
      { assumed: false, org: '', actor: '' },
    ]);
    expect(await run('select app_org()::text')).toBe(session.organizationId);
  });

  it('whose connection is lost costs that connection alone', async () => {
    const sleeping = `select pid from pg_stat_activity where datname = current_database() and query like 'select pg_sleep(7)%'`;
    const lost = run('select pg_sleep(7)::text').catch((error: unknown) => error);
    const next = run('select app_org()::text');
    await world.asOwner(async (owner) => {
      while ((await owner.query(sleeping)).rowCount === 0);
      await owner.query(`select pg_terminate_backend(pid) from (${sleeping}) s`);
    });
    expect(await lost).toMatchObject({ code: '57P01' });
    expect(await next).toBe(session.organizationId);
  });

  it('that is long by itself stays usable', async () => {
    const text = `select '${'y'.repeat(300_000)}'::text`;
    for (let i = 0; i < 3; i += 1) expect((await run(text))?.length).toBe(300_000);
    expect(await run('select 1::text')).toBe('1');
    expect(await prepared()).toBeLessThan(4);
  });

  it('that fails leaves nothing prepared, however many there are', async () => {
    for (let i = 0; i < 2 * maxStatements; i += 1) {
      await expect(run(`select (${i} / $1::int)::text`, ['0'])).rejects.toMatchObject({ code: '22012' });
    }
    expect(await run('select 1::text')).toBe('1');
    expect(await prepared()).toBeLessThanOrEqual(maxStatements);
  });

  it('that the connection has forgotten is prepared again', async () => {
    expect(await run('select 2::text')).toBe('2');
    await onConnection((client) => client.query('deallocate all'));
    await expect(run('select 2::text')).rejects.toMatchObject({ code: '26000' });
    expect(await run('select 2::text')).toBe('2');
  });
});

describe('what reads keep', () => {
  it('is bounded after 10,000 different documents', async () => {
    const viewer = world.viewer('MTTQ-18073');
    for (let i = 0; i < 10_000; i += 1) {
      expect(textOf(await readOperation(world, `{ a${i}: viewer { __typename } }`, { viewer }))).toBe(
        `{"a${i}":{"__typename":"Viewer"}}`,
      );
    }
    const { statements, characters } = await onConnection(async (client) => heldByReads(client));
    expect(statements).toBeLessThanOrEqual(maxStatements);
    expect(await prepared()).toBeLessThanOrEqual(maxStatements);
    expect(characters).toBeLessThanOrEqual(maxCharacters);
  });

  it('is bounded after long statements too', async () => {
    const long = 'x'.repeat(50_000);
    for (let i = 0; i < 400; i += 1) await run(`select '${i}${long}'::text`);
    const { statements, texts, characters } = await onConnection(async (client) => heldByReads(client));
    expect(characters).toBeLessThanOrEqual(maxCharacters);
    expect(texts).toBeLessThan(400);
    // PostgreSQL keeps far more than the text of each, in every connection.
    expect(statements).toBeLessThan(8);
    expect(await prepared()).toBeLessThan(8);
  });
});

describe('one connection', () => {
  it('serves bodies and walls in turn without mixing them up, also with a plan made before', async () => {
    const text = 'select count(*)::text from issue';
    const outsider = {
      organizationId: world.viewer('DTN-18073').organizationId,
      actorId: world.viewer('DTN-18073').actorId,
    };
    const own = await run(text);
    const foreign = await run(text, [], outsider);
    const all = await run(text, [], { role: 'lt_read' });
    expect(Number(foreign)).toBeLessThan(Number(own));
    expect(Number(own)).toBeLessThan(Number(all));
    for (let i = 0; i < 8; i += 1) {
      expect(await run(text)).toBe(own);
      expect(await run(text, [], { role: 'lt_read' })).toBe(all);
      expect(await run(text, [], outsider)).toBe(foreign);
    }
  });

  it('answers every one of many at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        i % 7 === 3 ? run('select (1 / $1::int)::text', ['0']).catch(() => 'failed') : run('select $1::text', [`${i}`]),
      ),
    );
    expect(answers).toEqual(Array.from({ length: 50 }, (_, i) => (i % 7 === 3 ? 'failed' : `${i}`)));
  });
});
