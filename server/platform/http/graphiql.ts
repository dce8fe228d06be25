import { extname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { buildGraphiql } from './graphiql-bundle.ts';
import type { GraphiqlBundle } from './graphiql-bundle.ts';

const uncompress = promisify(gunzip);

const PREFIX = '/graphiql';
const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

/** The editor sets styles and loads its fonts from the style sheet; nothing comes from, or goes to, another origin. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = `{
  // "Authorization": "Bearer …"
}`;

export interface GraphiqlOptions {
  /** Path of the GraphQL endpoint for POST and WebSocket, as in `/graphql`. */
  readonly endpoint: string;
  /** One document for each tab that a first visitor finds open. */
  readonly tabs: readonly string[];
}

export interface Graphiql {
  /** True for a browser's address bar or link; false for every GraphQL client, which goes on to the GraphQL handler. */
  wantsGraphiql(request: FastifyRequest): boolean;
  /** Answers with the page. The first call in a process waits about a second for the bundle. */
  sendGraphiql(reply: FastifyReply): Promise<FastifyReply>;
}

function wantsGraphiql(request: FastifyRequest): boolean {
  const accept = request.headers.accept ?? '';
  return (request.method === 'GET' || request.method === 'HEAD') && /\btext\/html\b/.test(accept);
}

function page({ endpoint, tabs }: GraphiqlOptions, version: string): string {
  const settings = JSON.stringify({ endpoint, tabs, headers: HEADERS }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL · Liên Thông</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${PREFIX}/${version}/style.css">
<style>
/* The editor's own font has no letters such as ế; the system's fonts have, and are as wide. */
@font-face { font-family: "Fira Code"; src: local("DejaVu Sans Mono"), local("Cascadia Mono"), local("Menlo"),
  local("Liberation Mono"), local("Consolas"); unicode-range: U+0300-036F, U+1EA0-1EF9 }
body { margin: 0 }
#graphiql { height: 100dvh }
#graphiql > p { font: 1rem/1.5 system-ui, sans-serif; padding: 2rem }
.graphiql-logo .session { display: block; font-size: .75rem; opacity: .75 }
</style>
</head>
<body>
<div id="graphiql"><p>Đang mở… · Opening…</p></div>
<noscript><p>GraphiQL cần JavaScript. · GraphiQL needs JavaScript.</p></noscript>
<script type="application/json" id="settings">${settings}</script>
<script type="module" src="${PREFIX}/${version}/app.js"></script>
</body>
</html>
`;
}

async function sendAsset(bundle: GraphiqlBundle, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { version, '*': name = '' } = request.params as { version: string; '*'?: string };
  const file = version === bundle.version ? bundle.files.get(name) : undefined;
  if (file === undefined) {
    return reply.code(404).header('cache-control', 'no-store').type('text/plain').send('Not Found');
  }
  reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding')
    .header('x-content-type-options', 'nosniff')
    .type(TYPES[extname(name)] ?? 'application/octet-stream');
  if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    return reply.header('content-encoding', 'gzip').send(file);
  }
  return reply.send(await uncompress(file));
}

/**
 * Serves GraphiQL's files below /graphiql, from npm, without a CDN. The page itself stands on the GraphQL endpoint,
 * whose GET handler asks `wantsGraphiql` first.
 */
export function registerGraphiql(app: FastifyInstance, options: GraphiqlOptions): Graphiql {
  let building: Promise<GraphiqlBundle> | undefined;
  const bundle = (): Promise<GraphiqlBundle> => {
    building ??= buildGraphiql().catch((error: unknown) => {
      // The next request tries again.
      building = undefined;
      throw error;
    });
    return building;
  };
  app.get(`${PREFIX}/:version/*`, { logLevel: 'warn' }, async (request, reply) =>
    sendAsset(await bundle(), request, reply),
  );
  return {
    wantsGraphiql,
    sendGraphiql: async (reply) =>
      reply
        .header('cache-control', 'no-cache')
        .header('content-security-policy', CONTENT_SECURITY_POLICY)
        .header('x-content-type-options', 'nosniff')
        .header('referrer-policy', 'same-origin')
        .header('vary', 'accept')
        .type('text/html; charset=utf-8')
        .send(page(options, (await bundle()).version)),
  };
}
