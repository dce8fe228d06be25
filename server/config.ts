import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';

const NODE_ENVS = ['production', 'development', 'test'] as const;
const DEMOS = ['on', 'accounts', 'off'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const READ_WALLS = ['rls', 'compiled'] as const;
const SWITCH = ['on', 'off'] as const;
const SECRET_LENGTH = 32;
const DEFAULT_DEMO_PASSWORD = 'lien-thong-demo';

export type DemoLevel = (typeof DEMOS)[number];
export type ReadWall = (typeof READ_WALLS)[number];
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything the process may be told from outside. Frozen; nothing else reads the environment. */
export interface Config {
  /** NODE_ENV; `production` unless set, because raw error texts leave the server otherwise. */
  readonly nodeEnv: (typeof NODE_ENVS)[number];
  /** PORT; 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** DATABASE_URL; null means the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | null;
  /** DATA_DIR as an absolute path: embedded database, generated secret. */
  readonly dataDir: string;
  /** DB_POOL: connections this process may hold for requests. */
  readonly dbPool: number;
  /** DEMO: bodies, accounts and issues (`on`), bodies and accounts (`accounts`), neither (`off`). */
  readonly demo: DemoLevel;
  readonly demoPassword: string;
  readonly logLevel: LogLevel;
  /** APP_SECRET, at least 32 characters: the root of all keys, see `deriveKey`. */
  readonly appSecret: string;
  /** READ_WALL: `rls` adds the database's row level security to the compiled conditions. */
  readonly readWall: ReadWall;
  /** TRUST_PROXY: the proxies whose forwarding headers count; false means none. */
  readonly trustProxy: false | readonly string[];
  /** ALLOWED_ORIGINS; null means the own origin, and localhost on any port. */
  readonly allowedOrigins: readonly string[] | null;
  readonly introspection: boolean;
  /** JOBS: whether this process does background work; where no process does, it waits. */
  readonly jobs: boolean;
  /** SMTP_URL; null: no e-mail is sent. */
  readonly smtpUrl: string | null;
  /** MAIL_FROM: the sender of e-mails. */
  readonly mailFrom: string;
  /** COST_PER_MINUTE: cost points one actor may spend a minute on this process; an organization five times as many. */
  readonly costPerMinute: number;
  /** REBUILD_BATCH: objects per transaction of `npm run rebuild`. */
  readonly rebuildBatch: number;
}

/** One variable that cannot be used. `got` is absent for variables that hold secrets. */
export interface ConfigFault {
  readonly variable: string;
  readonly expected: string;
  readonly got?: string;
}

/** Thrown once by {@link readConfig}, with every fault of the environment. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[]) {
    const lines = faults.map((fault) => {
      const got = fault.got === undefined ? '' : `, got ${JSON.stringify(fault.got)}`;
      return `  ${fault.variable}: expected ${fault.expected}${got}`;
    });
    super(`The environment has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${lines.join('\n')}`);
    this.faults = faults;
  }
}

interface Field<T> {
  readonly expected: string;
  /** `undefined` refuses the text. */
  readonly parse: (text: string) => T | undefined;
  readonly fallback: T;
  readonly secret?: boolean;
}

interface Reader {
  readonly faults: ConfigFault[];
  read<T>(variable: string, field: Field<T>): T;
}

/** An empty variable counts as absent: compose files and shells pass `X=` for "not set". */
function createReader(env: NodeJS.ProcessEnv): Reader {
  const faults: ConfigFault[] = [];
  return {
    faults,
    read<T>(variable: string, { expected, parse, fallback, secret }: Field<T>): T {
      const text = env[variable]?.trim();
      if (!text) {
        return fallback;
      }
      const value = parse(text);
      if (value === undefined) {
        faults.push(secret ? { variable, expected } : { variable, expected, got: text });
        return fallback;
      }
      return value;
    },
  };
}

function oneOf<const T extends string>(values: readonly T[], fallback: T): Field<T> {
  return { expected: values.join(', '), parse: (text) => values.find((value) => value === text), fallback };
}

function wholeNumber(min: number, max: number, fallback: number): Field<number> {
  const parse = (text: string): number | undefined => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    return value >= min && value <= max ? value : undefined;
  };
  return { expected: `a whole number from ${min} to ${max}`, parse, fallback };
}

function textOf(expected: string, accepts: (text: string) => boolean, fallback: string): Field<string> {
  return { expected, parse: (text) => (accepts(text) ? text : undefined), fallback };
}

function listOf(text: string, accepts: (item: string) => boolean): readonly string[] | undefined {
  const items = text.split(',').map((item) => item.trim());
  return items.every(accepts) ? Object.freeze(items) : undefined;
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}

function isProxy(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) {
    return false;
  }
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const DATABASE_URL: Field<string | null> = {
  expected: 'postgres://user:password@host:port/database',
  parse: (text) => (isPostgresUrl(text) ? text : undefined),
  fallback: null,
  secret: true,
};

const SMTP_URL: Field<string | null> = {
  expected: 'smtp://user:password@host:port, or smtps://',
  parse: (text) => (/^smtps?:\/\/[^/\s]+\/?$/.test(text) && URL.parse(text) ? text : undefined),
  fallback: null,
  secret: true,
};

const MAIL_FROM = textOf(
  'an address, as in Liên Thông <lien-thong@hatinh.example>',
  (text) => /^[^\r\n]*[^\s@<]+@[^\s@>]+>?$/.test(text),
  'Liên Thông <lien-thong@localhost>',
);

const APP_SECRET: Field<string | null> = {
  expected: `at least ${SECRET_LENGTH} random characters, for example from: openssl rand -base64 48`,
  parse: (text) => (text.length >= SECRET_LENGTH ? text : undefined),
  fallback: null,
  secret: true,
};

const DEMO_PASSWORD: Field<string> = {
  expected: '8 to 128 characters',
  parse: (text) => (text.length >= 8 && text.length <= 128 ? text : undefined),
  fallback: DEFAULT_DEMO_PASSWORD,
  secret: true,
};

const ALLOWED_ORIGINS: Field<readonly string[] | null> = {
  expected: 'a comma-separated list of origins without a path, as in https://app.example.vn',
  parse: (text) => listOf(text, isOrigin),
  fallback: null,
};

const TRUST_PROXY: Field<false | readonly string[]> = {
  expected: 'off, or a comma-separated list of proxy addresses or ranges, as in 10.0.0.5, 10.1.0.0/16',
  parse: (text) => (text === 'off' ? false : listOf(text, isProxy)),
  fallback: false,
};

const HOST = textOf('an address or a host name', (text) => /^[\w.:-]+$/.test(text), '127.0.0.1');
const DATA_DIR = textOf('a folder', (text) => !text.includes('\0'), '.data');

/**
 * The secret of an embedded installation: read from DATA_DIR/secret, made there (mode 0600) the first time.
 * Losing it signs everybody out and invalidates cursors and keys. Throws what the file system throws.
 */
export function keepSecret(dataDir: string): string {
  const file = join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    // Exclusive: of two first starts at once, one makes the secret and both use it.
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < SECRET_LENGTH) {
    throw new Error(`${file} is damaged: shorter than ${SECRET_LENGTH} characters`);
  }
  return secret;
}

/** Called last: an environment with faults leaves no file behind. */
function settleSecret(given: string | null, embedded: boolean, dataDir: string, faults: ConfigFault[]): string {
  if (given !== null) {
    return given;
  }
  if (!embedded && !faults.some(({ variable }) => variable === 'APP_SECRET')) {
    faults.push({ variable: 'APP_SECRET', expected: `${APP_SECRET.expected} (required with DATABASE_URL)` });
  }
  if (faults.length > 0) {
    return '';
  }
  try {
    return keepSecret(dataDir);
  } catch (error) {
    const expected = `a folder where this user can keep the secret and the database (${(error as Error).message})`;
    faults.push({ variable: 'DATA_DIR', expected, got: dataDir });
    return '';
  }
}

/**
 * Reads the whole environment at once.
 * Relative folders are taken from the working directory. May create DATA_DIR/secret, see {@link keepSecret}.
 * @throws ConfigError with every fault, never only the first; values of secret variables are not repeated.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const reader = createReader(env);
  const databaseUrl = reader.read('DATABASE_URL', DATABASE_URL);
  // Absent or faulty must not be taken for "embedded": the demo would be loaded into somebody's database.
  const embedded = !env['DATABASE_URL']?.trim();
  const settings = {
    nodeEnv: reader.read('NODE_ENV', oneOf(NODE_ENVS, 'production')),
    port: reader.read('PORT', wholeNumber(0, 65_535, 4000)),
    host: reader.read('HOST', HOST),
    databaseUrl,
    dataDir: resolve(reader.read('DATA_DIR', DATA_DIR)),
    dbPool: reader.read('DB_POOL', wholeNumber(1, embedded ? 80 : 1000, 10)),
    demo: reader.read('DEMO', oneOf(DEMOS, embedded ? 'on' : 'off')),
    demoPassword: reader.read('DEMO_PASSWORD', DEMO_PASSWORD),
    logLevel: reader.read('LOG_LEVEL', oneOf(LOG_LEVELS, 'info')),
    readWall: reader.read('READ_WALL', oneOf(READ_WALLS, 'rls')),
    trustProxy: reader.read('TRUST_PROXY', TRUST_PROXY),
    allowedOrigins: reader.read('ALLOWED_ORIGINS', ALLOWED_ORIGINS),
    introspection: reader.read('INTROSPECTION', oneOf(SWITCH, 'on')) === 'on',
    jobs: reader.read('JOBS', oneOf(SWITCH, 'on')) === 'on',
    smtpUrl: reader.read('SMTP_URL', SMTP_URL),
    mailFrom: reader.read('MAIL_FROM', MAIL_FROM),
    costPerMinute: reader.read('COST_PER_MINUTE', wholeNumber(1000, 999_999_999, 6_000_000)),
    rebuildBatch: reader.read('REBUILD_BATCH', wholeNumber(1, 10_000, 100)),
  };
  const given = reader.read('APP_SECRET', APP_SECRET);
  const appSecret = settleSecret(given, embedded, settings.dataDir, reader.faults);
  if (reader.faults.length > 0) {
    throw new ConfigError(reader.faults);
  }
  return Object.freeze({ ...settings, appSecret });
}

/** What is allowed but should be said aloud at the start: one English sentence each. */
export function configWarnings(config: Config): readonly string[] {
  const warnings: string[] = [];
  const loopback = /^(localhost|127\.[\d.]+|::1)$/.test(config.host);
  if (!loopback && config.demo !== 'off' && config.demoPassword === DEFAULT_DEMO_PASSWORD) {
    warnings.push(
      `HOST ${config.host} can be reached from other machines, and the demo accounts have the password ` +
        'that is printed in the README: set DEMO_PASSWORD, or DEMO=off.',
    );
  }
  return Object.freeze(warnings);
}
