import { createServer } from 'node:http';
import { Pool } from 'pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { makePgService } from 'postgraphile/adaptors/pg';
import { makeV4Preset } from 'postgraphile/presets/v4';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { TYPES } from 'postgraphile/@dataplan/pg';
import { postgraphile } from 'postgraphile';
import { loadBodies } from '../support/bodies.ts';

/** PostGraphile 5 over the product's tables, as the role whose rows are secured. */
const pool = new Pool({ connectionString: process.env['DATABASE_URL']!, max: 10 });
const bodies = await loadBodies(pool);

/** It does not know transaction numbers: to a client they are whole numbers. */
const transactionNumbers = {
  name: 'TransactionNumbers',
  version: '1.0.0',
  gather: {
    hooks: {
      pgCodecs_findPgCodec(_info: unknown, event: { pgCodec: unknown; pgType: { typname: string } }): void {
        if (event.pgType.typname === 'xid8') event.pgCodec ??= TYPES.bigint;
      },
    },
  },
};

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, makeV4Preset({ disableDefaultMutations: true })],
  plugins: [transactionNumbers],
  pgServices: [makePgService({ pool, schemas: ['public', 'bench_api'], pubsub: false })],
  grafserv: { port: Number(process.env['PORT']), graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: {
    context: ({ node }: { node?: { req: { headers: Record<string, string | undefined> } } }) => {
      const body = bodies.get(node?.req.headers['authorization']?.slice(7) ?? '');
      if (!body) throw new Error('Nobody');
      return { pgSettings: { role: 'lt_user', 'app.org': body.organizationId, 'app.actor': body.actorId } };
    },
    explain: false,
  },
});

const graphql = instance.createServ(grafserv);
const server = createServer();
server.keepAliveTimeout = 60_000;
await graphql.addTo(server);
server.listen(Number(process.env['PORT']), '127.0.0.1');
