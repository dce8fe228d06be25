import Fastify from 'fastify';
import mercurius from 'mercurius';
import { Pool } from 'pg';
import { collect } from '../floor/collect.ts';
import { loadBodies, type Body } from '../support/bodies.ts';
import { statements, type Row, type StatementName } from './rows.ts';
import { typeDefs } from './schema.graphql.ts';
import { publishEvents } from './subscriptions.ts';

/** Mercurius with its JIT and its loaders over node-postgres: no ORM, no row security, visibility in every statement. */
const pool = new Pool({ connectionString: process.env['DATABASE_URL']!, max: 10 });
const bodies = await loadBodies(pool);

interface Context {
  body: Body;
}
interface Query {
  obj: Row;
  params: Record<string, number>;
}
type Loader = (queries: Query[], context: Context) => Promise<unknown[]>;

async function rowsOf(name: StatementName, values: unknown[]): Promise<Row[]> {
  return (await pool.query<Row>({ name, text: statements[name], values })).rows;
}

/** One row for each object, by the key in its column. */
const one = (
  name: StatementName,
  column: string,
  ofViewer: boolean,
  key = 'id',
): { loader: Loader; opts: { cache: false } } => ({
  opts: { cache: false },
  loader: async (queries, { body }) => {
    const keys = [...new Set(queries.map(({ obj }) => obj[column]).filter((value) => value !== null))];
    const rows = await rowsOf(name, ofViewer ? [body.organizationId, keys] : [keys]);
    const found = new Map(rows.map((row) => [row[key], masked(row)] as const));
    return queries.map(({ obj }) => found.get(obj[column]) ?? null);
  },
});

/** Several rows for each object. */
const many = (
  name: StatementName,
  parts: { column: string; key: string; ofViewer: boolean; paged?: boolean },
  shape: (rows: Row[]) => unknown,
): { loader: Loader; opts: { cache: false } } => ({
  opts: { cache: false },
  loader: async (queries, { body }) => {
    const { column, key, ofViewer, paged } = parts;
    const keys = queries
      .filter(({ obj }) => obj['level'] === undefined || Number(obj['level']) <= 3 || !paged)
      .map(({ obj }) => obj[column]);
    const first = queries[0]!.params['first'];
    const rows = await rowsOf(name, [...(ofViewer ? [body.organizationId] : []), keys, ...(paged ? [first] : [])]);
    const grouped = Map.groupBy(rows, (row) => row[key]);
    return queries.map(({ obj }) => shape(grouped.get(obj[column]) ?? []));
  },
});

function masked(row: Row): Row {
  return Number(row['level'] ?? 1) <= 3 ? row : { ...row, description: null, statusReason: null, place: null };
}

const connection = (nodes: Row[]): unknown => ({ totalCount: nodes[0]?.['total'] ?? 0, nodes });

const resolvers = {
  Query: {
    issues: async (_: unknown, args: { first: number; filter: Record<string, string[]> }, { body }: Context) => {
      const { statuses, topicCodes } = args.filter;
      return { nodes: (await rowsOf('page', [body.organizationId, statuses, topicCodes, args.first])).map(masked) };
    },
    issue: async (_: unknown, { code }: { code: string }, { body }: Context) => {
      const [row] = await rowsOf('byCode', [body.organizationId, code]);
      return row ? masked(row) : null;
    },
  },
  Mutation: {
    issueCollect: async (_: unknown, { input }: { input: Record<string, string> }, { body }: Context) => {
      const id = await collect(pool, body, input);
      const [issue] = await rowsOf('issues', [body.organizationId, [id]]);
      return { issue };
    },
  },
  Subscription: {
    events: {
      subscribe: (_: unknown, __: unknown, { pubsub }: { pubsub: { subscribe(topic: string): unknown } }) =>
        pubsub.subscribe('events'),
    },
  },
  EventDelivery: {
    event: async ({ xid, id }: { xid: string; id: string }, _: unknown, { body }: Context) =>
      (await rowsOf('event', [body.organizationId, xid, id]))[0] ?? null,
  },
};

const loaders = {
  Issue: {
    owner: one('organizations', 'owner_id', false),
    topic: one('topics', 'topic_id', false),
    area: one('areas', 'area_id', false),
    matter: one('matters', 'matter_id', true),
    sharedWith: many('shares', { column: 'key', key: 'issue_id', ofViewer: true }, (rows) => rows),
    links: many('links', { column: 'key', key: 'issue_id', ofViewer: true, paged: true }, connection),
    timeline: many('timelines', { column: 'key', key: 'issue_id', ofViewer: true, paged: true }, (nodes) => ({
      nodes,
    })),
  },
  IssueLink: { issue: one('issues', 'other_id', true, 'key') },
  Matter: { participants: many('participants', { column: 'id', key: 'matter_id', ofViewer: false }, (rows) => rows) },
  Participant: { organization: one('organizations', 'organization_id', false) },
  Event: {
    organization: one('organizations', 'organization_id', false),
    issue: one('issues', 'issue_id', true, 'key'),
  },
};

const bodyOf = (authorization: unknown): Context => {
  const body = bodies.get(String(authorization).slice(7));
  if (!body) throw new Error('Nobody');
  return { body };
};

const app = Fastify();
app.register(mercurius, {
  schema: typeDefs,
  resolvers,
  loaders,
  jit: 1,
  path: '/graphql',
  context: (request: { headers: Record<string, unknown> }) => bodyOf(request.headers['authorization']),
  subscription: {
    onConnect: ({ payload }: { payload: Record<string, unknown> }) => bodyOf(payload['Authorization']),
    fullWsTransport: false,
  },
});
app.get('/ready', async () => ({}));
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
const { graphql } = app as unknown as { graphql: { pubsub: { publish(message: object): Promise<void> } } };
await publishEvents(pool, (delivery) => void graphql.pubsub.publish({ topic: 'events', payload: { events: delivery } }));
