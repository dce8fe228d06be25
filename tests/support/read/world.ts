import { parse, type GraphQLSchema } from 'graphql';
import { Client } from 'pg';
import { migrations } from '../../../migrations/index.ts';
import { entities, queryShape } from '../../../server/modules/index.ts';
import type { Viewer } from '../../../server/platform/auth/viewer.ts';
import { asOwner, openDatabase, type Database } from '../../../server/platform/db/database.ts';
import { createCursors, type Cursors } from '../../../server/platform/events/cursor.ts';
import { openEpoch } from '../../../server/platform/events/epoch.ts';
import { createLog } from '../../../server/platform/log.ts';
import { runReadBatch } from '../../../server/platform/read/read-batch.ts';
import { Reader, type ReadResult } from '../../../server/platform/read/reader.ts';
import { createSchema } from '../../../server/schema.ts';
import { cloneTemplate } from '../../setup/databases.ts';
import { untilSettled } from '../log.ts';
import { operationOf } from './documents.ts';
import { seedReads, type BodyCode } from './seed.ts';

export type Wall = 'lt_user' | 'lt_read';

/** The statements that reads have sent, and who may see what: without a server. */
export interface ReadWorld {
  schema: GraphQLSchema;
  database: Database;
  cursors: Cursors;
  cursorSalt: string;
  /** Texts of the statements sent since the last look. */
  takeStatements(): string[];
  reader(wall: Wall): Reader;
  /** An office of the body, as its token would make it. */
  viewer(code: BodyCode): Viewer;
  /** A connection of its own that stays in the viewer's role and context. */
  connectAs(viewer: Viewer): Promise<Client>;
  asOwner<T>(work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export const cursorSalt = 'salt of the tests';

/** A clone of the template with data in every table that reads touch. */
export async function openReadWorld(poolSize = 1): Promise<ReadWorld> {
  const clone = await cloneTemplate();
  const log = createLog('fatal');
  const database = await openDatabase({
    ownerUrl: clone.url,
    secret: 's'.repeat(40),
    reads: 'lt_read',
    poolSize,
    entities,
    migrations: [...migrations],
    log,
  });
  const bodies = await asOwner(clone.url, seedReads);
  const cursors = createCursors({ secret: 'c'.repeat(40), epoch: await asOwner(clone.url, openEpoch) });
  await asOwner(clone.url, untilSettled);
  const schema = createSchema();
  const clients: Client[] = [];
  const sent: string[] = [];
  const reader = (wall: Wall): Reader =>
    new Reader(
      schema,
      ({ organizationId, actorId }, statement) => {
        sent.push(statement.text);
        return runReadBatch(database.pool, { role: wall, organizationId, actorId }, statement);
      },
      { cursors, cursorSalt },
    );
  const readers = { lt_user: reader('lt_user'), lt_read: reader('lt_read') };
  return {
    schema,
    database,
    cursors,
    cursorSalt,
    takeStatements: () => sent.splice(0),
    reader: (wall) => readers[wall],
    viewer: (code) => ({
      actorId: bodies[code].actors[0]!.id,
      kind: bodies[code].actors[0]!.kind as Viewer['kind'],
      organizationId: bodies[code].id,
      roles: new Set(code === 'UBND-18073' ? ['OFFICER'] : ['OFFICER', 'COORDINATOR', 'LEADER']),
      expiresAt: null,
      credential: 'test',
    }),
    async connectAs({ organizationId, actorId }) {
      const client = new Client({ connectionString: clone.url });
      await client.connect();
      clients.push(client);
      await client.query(`set timezone = 'UTC'; set role lt_user`);
      await client.query(`select set_config('app.org', $1, false), set_config('app.actor', $2, false)`, [
        organizationId,
        actorId,
      ]);
      return client;
    },
    asOwner: (work) => asOwner(clone.url, work),
    async close() {
      await Promise.all(clients.map((client) => client.end()));
      await database.close();
      await clone.drop();
    },
  };
}

/** One operation through the compiler alone; `variables` are coerced as the executor does. */
export function readOperation(
  world: ReadWorld,
  source: string,
  options: { viewer: Viewer; variables?: Record<string, unknown>; wall?: Wall },
): Promise<ReadResult | null> {
  const { viewer, variables = {}, wall = 'lt_user' } = options;
  const { operation, fragments, coerced } = operationOf(world.schema, parse(source), variables);
  return world.reader(wall).read({
    node: operation,
    shape: queryShape,
    sets: [operation.selectionSet],
    operation,
    fragments,
    variables: coerced,
    viewer,
  });
}

export const textOf = (result: ReadResult | null): string => {
  if (!result) throw new Error('The operation has a field without a plan');
  return 'text' in result ? result.text : JSON.stringify(result.value);
};
