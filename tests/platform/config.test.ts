import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigError, configWarnings, readConfig } from '../../server/config.ts';
import { deriveKey } from '../../server/platform/auth/derive-key.ts';

const SECRET = 'a-secret-of-more-than-thirty-two-characters';
const EXTERNAL = { DATABASE_URL: 'postgres://app:hush@db.example.vn:5432/lien_thong', APP_SECRET: SECRET };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lt-config-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function refusal(env: NodeJS.ProcessEnv): ConfigError {
  try {
    readConfig({ DATA_DIR: folder, ...env });
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return error as ConfigError;
  }
  throw new Error('the environment was accepted');
}

describe('what readConfig refuses', () => {
  it('reports every fault at once, with the variable, what is expected and what was given', () => {
    const error = refusal({ PORT: '70000', DEMO: 'yes', LOG_LEVEL: 'loud', HOST: 'a b', TRUST_PROXY: 'all' });
    expect(error.faults.map(({ variable }) => variable)).toEqual(['PORT', 'HOST', 'DEMO', 'LOG_LEVEL', 'TRUST_PROXY']);
    expect(error.message).toContain('The environment has 5 faults:');
    expect(error.message).toContain('  PORT: expected a whole number from 0 to 65535, got "70000"');
    expect(error.message).toContain('  DEMO: expected on, accounts, off, got "yes"');
  });

  it('never repeats the value of a variable that holds a secret', () => {
    const error = refusal({ DATABASE_URL: 'mysql://app:hush@db/x', APP_SECRET: 'too-short', DEMO_PASSWORD: 'hush' });
    expect(error.faults.map(({ variable }) => variable)).toEqual(['DATABASE_URL', 'DEMO_PASSWORD', 'APP_SECRET']);
    expect(error.message).not.toMatch(/hush|too-short/);
    expect(error.message).toContain('DATABASE_URL: expected postgres://user:password@host:port/database');
  });

  it('requires APP_SECRET with an external database, also beside other faults', () => {
    expect(refusal({ DATABASE_URL: EXTERNAL.DATABASE_URL }).message).toContain('APP_SECRET: expected at least 32');
    const faults = refusal({ DATABASE_URL: EXTERNAL.DATABASE_URL, PORT: 'x' }).faults;
    expect(faults.map(({ variable }) => variable)).toEqual(['PORT', 'APP_SECRET']);
  });

  it.each([
    ['PORT', '-1'],
    ['PORT', '4000.5'],
    ['DB_POOL', '0'],
    ['DB_POOL', '81'],
    ['NODE_ENV', 'prod'],
    ['READ_WALL', 'none'],
    ['INTROSPECTION', 'true'],
    ['ALLOWED_ORIGINS', '*'],
    ['ALLOWED_ORIGINS', 'https://app.example.vn/path'],
    ['ALLOWED_ORIGINS', 'https://app.example.vn,'],
    ['TRUST_PROXY', 'on'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['DATABASE_URL', 'postgres://db.example.vn'],
    ['DEMO_PASSWORD', 'short'],
  ])('refuses %s=%s', (variable, value) => {
    expect(refusal({ [variable]: value }).faults.map((fault) => fault.variable)).toContain(variable);
  });

  it('leaves no file behind when it refuses', () => {
    refusal({ PORT: 'x' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a folder it cannot use, and a damaged secret', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(refusal({ DATA_DIR: join(folder, 'file') }).faults[0]?.variable).toBe('DATA_DIR');
    writeFileSync(join(folder, 'secret'), 'short\n');
    expect(refusal({}).message).toContain('is damaged');
  });
});

describe('what readConfig gives', () => {
  it('starts from an empty environment with the embedded database and the demo', () => {
    const config = readConfig({ DATA_DIR: folder });
    expect(config).toMatchObject({
      nodeEnv: 'production',
      port: 4000,
      host: '127.0.0.1',
      databaseUrl: null,
      dataDir: folder,
      dbPool: 10,
      demo: 'on',
      demoPassword: 'lien-thong-demo',
      logLevel: 'info',
      readWall: 'rls',
      trustProxy: false,
      allowedOrigins: null,
      introspection: true,
      jobs: true,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('makes the secret once, readable by its owner only', () => {
    const first = readConfig({ DATA_DIR: folder }).appSecret;
    expect(first.length).toBeGreaterThanOrEqual(64);
    expect(readConfig({ DATA_DIR: folder }).appSecret).toBe(first);
    expect(readFileSync(join(folder, 'secret'), 'utf8').trim()).toBe(first);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('loads no demo into an external database unless told, and writes no file for it', () => {
    expect(readConfig({ ...EXTERNAL, DATA_DIR: folder }).demo).toBe('off');
    expect(readConfig({ ...EXTERNAL, DATA_DIR: folder, DEMO: 'accounts' }).demo).toBe('accounts');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes an empty variable for an absent one', () => {
    expect(readConfig({ DATA_DIR: folder, PORT: '', DATABASE_URL: ' ', DEMO: '' })).toMatchObject({
      port: 4000,
      databaseUrl: null,
      demo: 'on',
    });
  });

  it('reads lists and switches', () => {
    const config = readConfig({
      ...EXTERNAL,
      DATA_DIR: folder,
      ALLOWED_ORIGINS: 'https://a.example.vn, http://b.example.vn:8080',
      TRUST_PROXY: '10.0.0.5, fd00::/8',
      INTROSPECTION: 'off',
      JOBS: 'off',
      PORT: '0',
      DB_POOL: '200',
    });
    expect(config).toMatchObject({
      allowedOrigins: ['https://a.example.vn', 'http://b.example.vn:8080'],
      trustProxy: ['10.0.0.5', 'fd00::/8'],
      introspection: false,
      jobs: false,
      port: 0,
      dbPool: 200,
      appSecret: SECRET,
    });
    expect(Object.isFrozen(config.allowedOrigins)).toBe(true);
  });

  it('warns of demo accounts with the printed password on an open address', () => {
    const open = { DATA_DIR: folder, HOST: '0.0.0.0' };
    expect(configWarnings(readConfig(open))).toHaveLength(1);
    expect(configWarnings(readConfig({ ...open, DEMO_PASSWORD: 'another-password' }))).toEqual([]);
    expect(configWarnings(readConfig({ ...open, DEMO: 'off' }))).toEqual([]);
    expect(configWarnings(readConfig({ DATA_DIR: folder }))).toEqual([]);
  });
});

describe('deriveKey', () => {
  it('refuses an empty secret or purpose', () => {
    expect(() => deriveKey('', 'cursor/v1')).toThrow(RangeError);
    expect(() => deriveKey(SECRET, '')).toThrow(RangeError);
  });

  it('gives the same 32 bytes for the same purpose and others for another', () => {
    const key = deriveKey(SECRET, 'cursor/v1');
    expect(key).toHaveLength(32);
    expect(deriveKey(SECRET, 'cursor/v1').equals(key)).toBe(true);
    expect(deriveKey(SECRET, 'session/v1').equals(key)).toBe(false);
    expect(deriveKey(`${SECRET}x`, 'cursor/v1').equals(key)).toBe(false);
  });
});
