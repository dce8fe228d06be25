import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { NotReady } from '../../server/platform/http/health.ts';
import { originAllowed } from '../../server/platform/http/origin.ts';
import { registerShell } from '../../server/platform/http/shell.ts';
import type { ShellOptions } from '../../server/platform/http/shell.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
const apps = new Set<FastifyInstance>();

afterEach(async () => {
  await Promise.all([...apps].map((app) => app.close()));
  apps.clear();
});

function shell(options: Partial<ShellOptions> = {}): FastifyInstance {
  const app = Fastify();
  apps.add(app);
  const all = { endpoint: '/graphql', ready: () => Promise.resolve(true as const), graphiql: true, account: null };
  const graphiql = registerShell(app, { ...all, ...options });
  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: (request, reply) =>
      graphiql?.wantsGraphiql(request) ? graphiql.sendGraphiql(reply) : reply.send('graphql handler'),
  });
  return app;
}

function get(app: FastifyInstance, url: string, headers: Record<string, string> = {}) {
  return app.inject({ method: 'GET', url, headers });
}

describe('readiness', () => {
  it.each<NotReady>(['STARTING', 'DRAINING', 'DATABASE_DOWN'])('is refused with its reason: %s', async (reason) => {
    const answer = await get(shell({ ready: () => Promise.resolve(reason) }), '/readyz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ status: 'not ready', reason });
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('is refused when the check fails or does not answer, without what went wrong', async () => {
    const failing = await get(shell({ ready: () => Promise.reject(new Error('password is hush')) }), '/readyz');
    expect(failing.statusCode).toBe(503);
    expect(failing.json()).toEqual({ status: 'not ready', reason: 'CHECK_FAILED' });
    const silent = await get(shell({ ready: () => new Promise(() => undefined) }), '/readyz');
    expect(silent.json()).toEqual({ status: 'not ready', reason: 'CHECK_TIMED_OUT' });
  });

  it('is granted when the check is content; being alive needs no check', async () => {
    expect((await get(shell(), '/readyz')).json()).toEqual({ status: 'ready' });
    const alive = await get(shell({ ready: () => Promise.reject(new Error('down')) }), '/livez');
    expect([alive.statusCode, alive.json(), alive.headers['cache-control']]).toEqual([
      200,
      { status: 'ok' },
      'no-store',
    ]);
  });
});

describe('the endpoint’s GET', () => {
  it.each(['*/*', 'application/json', 'application/graphql-response+json', ''])(
    'goes on to GraphQL for a client that accepts %p',
    async (accept) => {
      expect((await get(shell(), '/graphql?query={x}', { accept })).body).toBe('graphql handler');
    },
  );

  it('goes on to GraphQL for a POST, and where GraphiQL is off', async () => {
    const app = shell();
    const post = await app.inject({ method: 'POST', url: '/graphql', headers: { accept: BROWSER } });
    expect(post.body).toBe('graphql handler');
    const off = shell({ graphiql: false });
    expect((await get(off, '/graphql', { accept: BROWSER })).body).toBe('graphql handler');
    expect((await get(off, '/graphiql/x/app.js')).statusCode).toBe(404);
    expect((await get(off, '/')).body).not.toContain('GraphiQL');
  });
});

describe('GraphiQL', () => {
  it('is one page whose files all come from this server', async () => {
    const app = shell({ account: { email: 'a@b.vn', password: '</script><b>' } });
    const page = await get(app, '/graphql', { accept: BROWSER });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(page.headers['content-security-policy']).not.toMatch(/https?:|\*|unsafe-eval/);
    expect(page.body).not.toMatch(/https?:\/\//);
    expect(page.body).not.toContain('</script><b>');
    const files = [...page.body.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(2);
    const folder = files[0]?.replace(/[^/]+$/, '');
    for (const file of [...files, ...['json', 'graphql', 'editor'].map((name) => `${folder}${name}.worker.js`)]) {
      const answer = await get(app, file, { 'accept-encoding': 'gzip, br' });
      expect([file, answer.statusCode, answer.headers['content-encoding']]).toEqual([file, 200, 'gzip']);
      expect(answer.headers['cache-control']).toContain('immutable');
      expect(answer.headers['content-type']).toMatch(/^text\/(css|javascript)/);
      const plain = await get(app, file);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.rawPayload.equals(gunzipSync(answer.rawPayload))).toBe(true);
    }
  });

  it('has no file of another version or name', async () => {
    const app = shell();
    const page = await get(app, '/graphql', { accept: BROWSER });
    const [, folder = ''] = /"(\/graphiql\/\w+\/)app\.js"/.exec(page.body) ?? [];
    for (const url of ['/graphiql/0000/app.js', `${folder}other.js`, `${folder}..%2f..%2fpackage.json`, folder]) {
      const answer = await get(app, url);
      expect([url, answer.statusCode, answer.headers['cache-control']]).toEqual([url, 404, 'no-store']);
    }
  });
});

describe('the landing page', () => {
  it('does not carry what a request puts into it as markup', async () => {
    const account = { email: '"><img src=x>@b.vn', password: "it's <b>" };
    const page = await get(shell({ account }), '/', { host: 'x"><script>alert(1)</script>' });
    expect(page.body).not.toMatch(/<script|<img|<b>/);
    expect(page.body).toContain('it&#39;\\&#39;&#39;s &lt;b&gt;');
  });

  it('tells in Vietnamese and English how to connect, loading nothing from elsewhere', async () => {
    const page = await get(shell(), '/', { host: 'lien-thong.example.vn:8443' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('POST http://lien-thong.example.vn:8443/graphql');
    expect(page.body).toContain('ws://lien-thong.example.vn:8443/graphql');
    expect(page.body).toContain('sessionCreate');
    expect(page.body.indexOf('Đây là gì?')).toBeLessThan(page.body.indexOf('What is this?'));
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(page.headers['content-security-policy']).toContain("default-src 'none'; style-src 'sha256-");
  });
});

describe('originAllowed', () => {
  it.each([
    ['https://evil.example', 'api.example.vn', null],
    ['http://localhost.evil.example', 'api.example.vn', null],
    ['null', 'api.example.vn', null],
    ['http://localhost:3000', 'api.example.vn', ['https://app.example.vn']],
    ['http://app.example.vn', 'api.example.vn', ['https://app.example.vn']],
  ])('refuses %s at %s with %j', (origin, host, allowed) => {
    expect(originAllowed(origin, host, allowed)).toBe(false);
  });

  it.each([
    [undefined, 'api.example.vn', ['https://app.example.vn']],
    ['https://api.example.vn', 'api.example.vn', ['https://app.example.vn']],
    ['https://app.example.vn', 'api.example.vn', ['https://app.example.vn']],
    ['http://localhost:3000', 'api.example.vn', null],
    ['http://[::1]:5173', '127.0.0.1:4000', null],
  ])('lets %s at %s with %j', (origin, host, allowed) => {
    expect(originAllowed(origin, host, allowed)).toBe(true);
  });
});
