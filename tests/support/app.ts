import { readFileSync } from 'node:fs';
import type { Config } from '../../server/config.ts';
import { createApp, type App } from '../../server/app.ts';
import { cloneTemplate } from '../setup/databases.ts';
import { testConfig } from '../setup/config.ts';
import { Actor } from './actor.ts';

export interface TestApp {
  url: string;
  databaseUrl: string;
  /** The office of a demo body, signed in: `actor('LEADER', 'UBND-18073')`. */
  actor(role: 'OFFICER' | 'COORDINATOR' | 'LEADER', code: string): Promise<Actor>;
  /** A demo body's app, by its key. */
  app(code: string): Actor;
  /** Nobody: without a token. */
  nobody(): Actor;
  /** Stops the server and starts another one on the same database, configured otherwise where told so. */
  restart(changes?: Partial<Config>): Promise<void>;
  close(): Promise<void>;
}

const keys = (): Record<string, string> =>
  JSON.parse(readFileSync(process.env['TEST_KEYS_FILE']!, 'utf8')) as Record<string, string>;

/** A server of its own on a clone of the template database: all bodies, demo accounts, no issues. */
export async function startTestApp(overrides: Partial<Config> = {}, clock?: () => Date): Promise<TestApp> {
  const database = await cloneTemplate();
  const config = testConfig({ databaseUrl: database.url, ...overrides });
  const start = (changes: Partial<Config> = {}): Promise<App> =>
    createApp(Object.freeze({ ...config, ...changes }), undefined, clock);
  let server: App = await start();
  const sessions = new Map<string, Promise<Actor>>();
  const signIn = async (email: string, password: string): Promise<Actor> => {
    const nobody = new Actor(server.url, null, email);
    const { sessionCreate } = await nobody.ask<{ sessionCreate: { token: string } }>(
      'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { token } }',
      { input: { email, password } },
    );
    return new Actor(server.url, sessionCreate.token, email);
  };
  return {
    get url() {
      return server.url;
    },
    databaseUrl: database.url,
    actor(role, code) {
      const email = `${role.toLowerCase()}@${code.toLowerCase()}.hatinh.example`;
      const known = sessions.get(email) ?? signIn(email, config.demoPassword);
      sessions.set(email, known);
      return known;
    },
    app: (code) => new Actor(server.url, keys()[code]!, `app of ${code}`),
    nobody: () => new Actor(server.url, null, 'nobody'),
    async restart(changes = {}) {
      await server.close();
      sessions.clear();
      server = await start(changes);
    },
    async close() {
      await server.close();
      await database.drop();
    },
  };
}
