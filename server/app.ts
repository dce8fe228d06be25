import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import cors, { type FastifyCorsOptionsDelegate } from '@fastify/cors';
import Fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify';
import { migrations } from '../migrations/index.ts';
import type { Config } from './config.ts';
import { attachLive } from './live.ts';
import { entities, queryShape } from './modules/index.ts';
import { createAccounts } from './platform/auth/accounts.ts';
import { chooseOffice, createAuthenticate } from './platform/auth/authenticate.ts';
import { bearerToken } from './platform/auth/bearer-token.ts';
import { deriveKey } from './platform/auth/derive-key.ts';
import type { Context, Services } from './platform/context.ts';
import { AppError } from './platform/errors.ts';
import { asOwner, openDatabase, type Database } from './platform/db/database.ts';
import { startMaintenance } from './platform/db/maintenance.ts';
import { startEmbedded, type EmbeddedDatabase } from './platform/db/embedded.ts';
import { createCursors } from './platform/events/cursor.ts';
import { openEpoch } from './platform/events/epoch.ts';
import { createFanout } from './platform/events/fanout.ts';
import { createTail } from './platform/events/tail.ts';
import { createBudget } from './platform/graphql/budget.ts';
import { createOperations } from './platform/graphql/operations.ts';
import { registerGraphql } from './platform/http/graphql-handler.ts';
import { originAllowed } from './platform/http/origin.ts';
import { registerShell } from './platform/http/shell.ts';
import { createLog, type Log } from './platform/log.ts';
import { createExecutor } from './platform/read/executor.ts';
import { runReadBatch } from './platform/read/read-batch.ts';
import { Reader } from './platform/read/reader.ts';
import { createSchema } from './schema.ts';
import { demoEmail } from './seeds/demo-accounts.seed.ts';
import { seed } from './seeds/seed.ts';

export interface App {
  /** Of the GraphQL endpoint, as in `http://localhost:4000/graphql`. */
  url: string;
  /** App keys of the demo's bodies by their codes, where they are known. */
  demoKeys: Record<string, string>;
  /** Resolves when the embedded database has ended on its own. */
  databaseEnded: Promise<void> | null;
  /** Lets running requests end, then stops sockets, server and database. */
  close(): Promise<void>;
}

type Stop = () => Promise<void>;

/** Runs what was started last first, whatever of it fails. */
async function stopAll(stops: Stop[], log: Log): Promise<void> {
  for (const stop of stops.toReversed()) {
    await stop().catch((error: unknown) => log.error({ err: error }, 'a part did not stop cleanly'));
  }
}

/** The one place where parts meet. Whatever fails, everything started before it is stopped again. */
export async function createApp(config: Config, log: Log = createLog(config.logLevel)): Promise<App> {
  const stops: Stop[] = [];
  try {
    return await assemble(config, log, stops);
  } catch (error) {
    await stopAll(stops, log);
    throw error;
  }
}

async function assemble(config: Config, log: Log, stops: Stop[]): Promise<App> {
  const embedded = config.databaseUrl === null ? await startEmbedded({ dataDir: config.dataDir, log }) : null;
  if (embedded) stops.push(() => embedded.stop());
  const { services, database } = await createServices(config, log, { embedded, stops });
  const demoKeys = await seed(config, database.ownerUrl, seedContext(services));
  const { app, state } = await createServer(config, log, { services, database, stops });
  const address = await app.listen({ port: config.port, host: config.host });
  state.ready = true;
  const url = new URL('/graphql', address.replace('127.0.0.1', 'localhost')).toString();
  return {
    url,
    demoKeys,
    databaseEnded: embedded?.exited ?? null,
    async close() {
      state.ready = false;
      await stopAll(stops.splice(0), log);
    },
  };
}

interface Parts {
  services: Services;
  database: Database;
  stops: Stop[];
}

async function createServices(
  config: Config,
  log: Log,
  started: { embedded: EmbeddedDatabase | null; stops: Stop[] },
): Promise<Parts> {
  const { appSecret: secret } = config;
  const ownerUrl = started.embedded?.url ?? config.databaseUrl!;
  const role = config.readWall === 'rls' ? 'lt_user' : 'lt_read';
  const database = await openDatabase({
    ownerUrl,
    secret,
    reads: role,
    poolSize: config.dbPool,
    entities,
    migrations: [...migrations],
    log,
  });
  started.stops.push(() => database.close());
  const epoch = await asOwner(ownerUrl, openEpoch);
  const cursors = createCursors({ secret: deriveKey(secret, 'log cursors'), epoch });
  const accounts = createAccounts({ pool: database.accounts, secret, log });
  const schema = createSchema();
  const shared = { cursors, cursorSalt: deriveKey(secret, 'list cursors').toString('base64url') };
  const reader = new Reader(
    schema,
    ({ organizationId, actorId }, statement) =>
      runReadBatch(database.pool, { role, organizationId, actorId }, statement),
    shared,
  );
  const services: Services = {
    orm: database.orm,
    schema,
    reader,
    queryShape,
    cursors,
    accounts,
    authenticate: createAuthenticate(accounts, database.accounts),
    chooseOffice: (token, organizationId) => chooseOffice(accounts, database.accounts, token, organizationId),
    log,
    clock: () => new Date(),
  };
  return { services, database, stops: started.stops };
}

async function createServer(
  config: Config,
  log: Log,
  { services, database, stops }: Parts,
): Promise<{ app: FastifyInstance; state: { ready: boolean } }> {
  const state = { ready: false };
  const app = Fastify({
    loggerInstance: log,
    // The GraphQL handler writes one line a request.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.trustProxy === false ? false : [...config.trustProxy],
  }) as unknown as FastifyInstance;
  stops.push(() => app.close());
  await app.register(cors, { delegator: corsOptions(config) });
  const account =
    config.demo === 'off' ? null : { email: demoEmail('COORDINATOR', 'MTTQ-18073'), password: config.demoPassword };
  const graphiql = registerShell(app, {
    endpoint: '/graphql',
    graphiql: config.introspection,
    account,
    ready: () => readiness(state, database),
  });
  const { schema, reader } = services;
  const budget = createBudget({ actorPoints: config.costPerMinute, organizationPoints: config.costPerMinute * 5 });
  const operations = createOperations({ schema, introspection: config.introspection, budget });
  const graphql = await registerGraphql(app, {
    operations,
    executor: createExecutor({ schema, queryShape, reader }),
    createContext: (request) => contextOf(services, request),
    graphiql,
    log,
  });
  stops.push(() => graphql.stop());
  const stopMaintenance = startMaintenance(database.events, log);
  stops.push(async () => stopMaintenance());
  const tail = createTail({ pool: database.events, log });
  await tail.start();
  stops.push(() => tail.stop());
  const fanout = createFanout({ tail });
  stops.push(async () => fanout.close());
  const live = attachLive({ config, app, services, operations, fanout });
  stops.push(() => live.close());
  return { app, state };
}

/** Pages of the allowed origins may call the API; a token is sent by hand, never by a cookie. */
const corsOptions =
  ({ allowedOrigins }: Config): FastifyCorsOptionsDelegate =>
  (request, done) =>
    done(null, {
      origin: originAllowed(request.headers.origin, request.headers.host, allowedOrigins),
      methods: ['GET', 'POST'],
      exposedHeaders: ['x-request-id', 'retry-after'],
      maxAge: 600,
    });

async function readiness(state: { ready: boolean }, database: Database): Promise<true | 'DRAINING' | 'DATABASE_DOWN'> {
  if (!state.ready) return 'DRAINING';
  await database.pool.query('select 1');
  return true;
}

/** Who asks, in which language, from where. A token that stands for nobody is not the same as none. */
async function contextOf(services: Services, request: FastifyRequest): Promise<Context> {
  const { authorization } = request.headers;
  const token = bearerToken(authorization);
  const viewer = token === null ? null : await services.authenticate(token);
  if (authorization !== undefined && !viewer) throw new AppError('UNAUTHENTICATED', { messageKey: 'auth.required' });
  return { ...services, token, viewer, requestId: request.id, locale: 'vi', address: request.ip };
}

const seedContext = (services: Services): Omit<Context, 'viewer'> => ({
  ...services,
  token: null,
  requestId: randomUUID(),
  locale: 'vi',
  address: undefined,
});
