import { MikroORM, UnderscoreNamingStrategy, type EntitySchema } from '@mikro-orm/postgresql';
import type { Migration } from '@mikro-orm/migrations';
import { Client, Pool } from 'pg';
import { deriveKey } from '../auth/derive-key.ts';
import type { Log } from '../log.ts';
import { migrate } from './migrate.ts';

export interface DatabaseOptions {
  /** Connection of the owner: migrations, seeds. Requests never use it. */
  ownerUrl: string;
  secret: string;
  /** Connections for requests; the log and the accounts have a few of their own. */
  poolSize: number;
  entities: EntitySchema[];
  migrations: (new (...args: never[]) => Migration)[];
  log: Log;
}

export interface Database {
  orm: MikroORM;
  /** The ORM's own pool: compiled reads run on it too. */
  pool: Pool;
  accounts: Pool;
  events: Pool;
  ownerUrl: string;
  close(): Promise<void>;
}

/**
 * A stalled transaction stalls every subscriber (the log stops at the oldest one), so that none may last: PostgreSQL
 * ends it. The login role has no rights of its own: a forgotten session context fails closed.
 */
const limits = {
  transaction_timeout: '10s',
  idle_in_transaction_session_timeout: '5s',
  lock_timeout: '3s',
  statement_timeout: '8s',
  timezone: 'UTC',
  jit: 'off',
};

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  await migrate(options.ownerUrl, options.migrations);
  const loginUrl = await ensureLogin(options.ownerUrl, options.secret);
  const orm = await MikroORM.init({
    clientUrl: loginUrl,
    entities: options.entities,
    namingStrategy: UnderscoreNamingStrategy,
    pool: { min: 1, max: options.poolSize },
    sessionContext: 'transaction',
    forceUtcTimezone: true,
    allowGlobalContext: false,
    persistOnCreate: false,
    debug: false,
    logger: (message) => options.log.warn({ reason: 'orm' }, message),
    discovery: { warnWhenNoEntities: false },
  });
  await orm.connect();
  const pool = await orm.em.getDriver().getConnection().getNativeClient();
  const accounts = rolePool(loginUrl, 'lt_auth', options.log);
  const events = rolePool(loginUrl, 'lt_log', options.log);
  return {
    orm,
    pool,
    accounts,
    events,
    ownerUrl: options.ownerUrl,
    async close() {
      await Promise.all([accounts.end(), events.end()]);
      await orm.close(true);
    },
  };
}

function rolePool(loginUrl: string, role: string, log: Log): Pool {
  const pool = new Pool({ connectionString: loginUrl, max: 3, options: `-c role=${role}` });
  // Without a listener a connection that the server ends would take the process down.
  const lost = (error: Error): void => {
    if (!pool.ending) log.warn({ err: error }, 'database connection lost');
  };
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

/** Runs `work` as the owner, for start-up only. */
export async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  // The work in flight fails with it; without a listener the process would too.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Each database has its login role; the password follows from the secret, so that every process knows it. */
async function ensureLogin(ownerUrl: string, secret: string): Promise<string> {
  const url = new URL(ownerUrl);
  const login = `${decodeURIComponent(url.pathname.slice(1))}_login`;
  const password = deriveKey(secret, `database login ${login}`).toString('base64url');
  await asOwner(ownerUrl, async (client) => {
    // Two processes may start at once: one after the other.
    await client.query('select pg_advisory_lock(7305001)');
    const known = await client.query('select from pg_roles where rolname = $1', [login]);
    const name = client.escapeIdentifier(login);
    if (known.rowCount === 0) await client.query(`create role ${name} login noinherit`);
    await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
    await client.query(`grant lt_user, lt_read, lt_log, lt_auth to ${name}`);
    for (const [setting, value] of Object.entries(limits)) {
      await client.query(`alter role ${name} set ${setting} = ${client.escapeLiteral(value)}`);
    }
  });
  url.username = login;
  url.password = password;
  return url.toString();
}
