import { join } from 'node:path';
import { workFolder } from './data/database.ts';
import { documents, type OperationName, type Sample } from './operations.ts';
import * as postgraphile from './peers/postgraphile-documents.ts';
import { freePort, startNode, untilReady } from './support/child.ts';
import { cores } from './support/machine.ts';
import { startProduct, withDatabase, type Running } from './support/product.ts';

export interface HttpRequest {
  path: string;
  authorization: string;
  body: string;
}

/** Something that answers the operations. */
export interface Target {
  name: string;
  /** `profile`: the folder of a processor profile; only the product takes it. */
  start(databaseUrl: string, profile: string | null): Promise<Running>;
  request(operation: OperationName, sample: Sample): HttpRequest;
  /** The answer's data in the product's shape. */
  data(body: { data: unknown }): unknown;
}

const authorization = ({ token }: Sample): string => `Bearer ${token}`;
const sameDocument = (operation: OperationName, sample: Sample): HttpRequest => ({
  path: '/graphql',
  authorization: authorization(sample),
  body: JSON.stringify({ query: documents[operation], variables: sample.variables }),
});

const compared = (name: string, script: string, parts: Pick<Target, 'request' | 'data'>): Target => ({
  name,
  ...parts,
  async start(databaseUrl) {
    const port = await freePort();
    const environment = {
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
    };
    const child = startNode({ script, core: cores.server, environment, logFile: join(workFolder, 'peers.log') });
    const url = `http://127.0.0.1:${port}`;
    await untilReady(`${url}/ready`, child);
    return { name, url, child, pid: child.pid! };
  },
});

const sameData = ({ data }: { data: unknown }): unknown => data;

export const floor = compared('floor (node:http + pg)', 'bench/floor/server.ts', {
  request: (operation, sample) => ({
    path: `/${operation}`,
    authorization: authorization(sample),
    body: JSON.stringify({ variables: sample.variables }),
  }),
  data: sameData,
});

export const product: Target = {
  name: 'Liên Thông',
  start: (databaseUrl, profile) =>
    startProduct({
      environment: withDatabase(databaseUrl),
      logFile: join(workFolder, 'server.log'),
      nodeOptions: profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`],
    }),
  request: sameDocument,
  data: sameData,
};

export const mercurius = compared('Mercurius 16 + JIT', 'bench/peers/mercurius.ts', {
  request: sameDocument,
  data: sameData,
});

const postgraphilePeer = compared('PostGraphile 5', 'bench/peers/postgraphile.ts', {
  request: (operation, sample) => ({
    path: '/graphql',
    authorization: authorization(sample),
    body: JSON.stringify({
      query: postgraphile.documents[operation],
      variables: postgraphile.variablesFor(operation, sample.variables),
    }),
  }),
  data: ({ data }) => postgraphile.inProductShape(data),
});

export const targets: readonly Target[] = [floor, product, mercurius, postgraphilePeer];
