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
  /** `lt_read` where reads go without the second wall; absent: no request can. */
  reads?: 'lt_user' | 'lt_read';
  /** Connections for requests; the log and the accounts have a few of their own. */
  poolSize: number;
  entities: EntitySchema[];
  migrations: (new (...args: never[]) => Migration)[];
  /** What else the owner makes once the tables are there. */
  install: (owner: Client) => Promise<void>;
  log: Log;
}

export interface Database {
  orm: MikroORM;
  /** The ORM's own pool: compiled reads run on it too. */
  pool: Pool;
  accounts: Pool;
  events: Pool;
  jobs: Pool;
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
  await asOwner(options.ownerUrl, async (client) => {
    // Two processes may start at once: one after the other.
    await client.query('select pg_advisory_lock(7305003)');
    await options.install(client);
  });
  const { reads = 'lt_user' } = options;
  const [requestsUrl, accountsUrl, logUrl, jobsUrl] = (await ensureLogins(options.ownerUrl, options.secret, [
    { suffix: 'login', roles: [...new Set(['lt_user', reads])] },
    { suffix: 'accounts_login', roles: ['lt_auth'] },
    { suffix: 'log_login', roles: ['lt_log'] },
    { suffix: 'jobs_login', roles: ['lt_jobs'] },
  ])) as [string, string, string, string];
  const orm = await MikroORM.init({
    clientUrl: requestsUrl,
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
  const accounts = rolePool(accountsUrl, 'lt_auth', options.log);
  const events = rolePool(logUrl, 'lt_log', options.log);
  const jobs = rolePool(jobsUrl, 'lt_jobs', options.log);
  return {
    orm,
    pool,
    accounts,
    events,
    jobs,
    ownerUrl: options.ownerUrl,
    async close() {
      await Promise.all([accounts.end(), events.end(), jobs.end()]);
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

interface Login {
  suffix: string;
  /** What its connections may become, and nothing else. */
  roles: readonly string[];
}

/**
 * Each database has its login roles; their passwords follow from the secret, so that every process knows them. Yields
 * one URL per login.
 */
async function ensureLogins(ownerUrl: string, secret: string, logins: readonly Login[]): Promise<string[]> {
  return asOwner(ownerUrl, async (client) => {
    // Two processes may start at once: one after the other.
    await client.query('select pg_advisory_lock(7305001)');
    const urls: string[] = [];
    for (const { suffix, roles } of logins) {
      const url = new URL(ownerUrl);
      url.username = `${decodeURIComponent(url.pathname.slice(1))}_${suffix}`;
      url.password = deriveKey(secret, `database login ${url.username}`).toString('base64url');
      await ensureLogin(client, url, roles);
      urls.push(url.toString());
    }
    return urls;
  });
}

async function ensureLogin(client: Client, { username, password }: URL, roles: readonly string[]): Promise<void> {
  const login = decodeURIComponent(username);
  const known = await client.query('select from pg_roles where rolname = $1', [login]);
  const name = client.escapeIdentifier(login);
  if (known.rowCount === 0) await client.query(`create role ${name} login noinherit`);
  await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`);
  await client.query(`grant ${roles.join(', ')} to ${name}`);
  for (const [setting, value] of Object.entries(limits)) {
    await client.query(`alter role ${name} set ${setting} = ${client.escapeLiteral(value)}`);
  }
}
