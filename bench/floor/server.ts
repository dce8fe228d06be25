import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { loadBodies, type Body } from '../support/bodies.ts';
import { collectValues } from './collect.ts';
import { m1, q1, q2 } from './statements.ts';

/** node:http and node-postgres, nothing between: what the machine gives to one statement by hand. */
const pool = new Pool({ connectionString: process.env['DATABASE_URL']!, max: 10 });
const bodies = await loadBodies(pool);

type Variables = Record<string, string>;
interface Route {
  name: string;
  text: string;
  values(body: Body, variables: Variables): unknown[];
}

const routes: Record<string, Route> = {
  '/q1': { name: 'q1', text: q1, values: (body, { status, topic }) => [body.organizationId, status, topic] },
  '/q2': { name: 'q2', text: q2, values: (body, { code }) => [body.organizationId, code] },
  '/m1': { name: 'm1', text: m1, values: (body, variables) => collectValues(body, variables['input'] as never) },
};

const server = createServer((request, response) => {
  const route = routes[request.url!];
  const body = bodies.get(request.headers.authorization?.slice(7) ?? '');
  if (!route || !body) {
    response.writeHead(request.url === '/ready' ? 200 : 404).end();
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    answer({ route, body }, Buffer.concat(chunks).toString(), response).catch((error: Error) => {
      response.writeHead(500).end(error.message);
    });
  });
});

async function answer(asked: { route: Route; body: Body }, text: string, response: ServerResponse): Promise<void> {
  const { variables } = JSON.parse(text) as { variables: Variables };
  const { name, text: statement, values } = asked.route;
  const { rows } = await pool.query<{ body: string }>({ name, text: statement, values: values(asked.body, variables) });
  const content = rows[0]!.body;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(content) });
  response.end(content);
}

server.keepAliveTimeout = 60_000;
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  process.stdout.write(`floor on ${(server.address() as AddressInfo).port}\n`);
});
