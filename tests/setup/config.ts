import { readConfig, type Config } from '../../server/config.ts';

/** As an operator would set it, on a port that the system chooses. */
export function testConfig(overrides: Partial<Config>): Config {
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: overrides.databaseUrl ?? undefined,
    APP_SECRET: 'a secret of the tests alone, long enough',
    LOG_LEVEL: 'fatal',
    DB_POOL: '6',
    DEMO: 'off',
    INTROSPECTION: 'on',
    JOBS: 'off',
  });
  return Object.freeze({ ...config, ...overrides });
}
