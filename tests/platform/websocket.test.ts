import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Role, Viewer } from '../../server/platform/auth/viewer.ts';
import { AppError, badInput } from '../../server/platform/errors.ts';
import { formatError } from '../../server/platform/graphql/format-error.ts';
import { localeOf } from '../../server/platform/graphql/messages.ts';
import {
  attachWebSocket,
  type LiveOperation,
  type LiveResult,
  type LiveSockets,
  type WebSocketOptions,
} from '../../server/platform/http/websocket.ts';
import { createLog } from '../../server/platform/log.ts';
import { until } from '../support/log.ts';

const schema = buildSchema('type Query { a: Int } type Mutation { a: Int } type Subscription { tick: String }');
const subscribe = { query: 'subscription { tick }' };
const here = '01890000-0000-7000-8000-000000000001';

interface Source {
  operation: LiveOperation;
  push(value: string): void;
  fail(error: Error): void;
  asked: number;
}

let server: Server;
let live: LiveSockets;
let url: string;
let viewers: Map<string, Viewer | Error>;
let sources: Source[];
let opening: (operation: LiveOperation) => Promise<void>;
let authenticating: () => Promise<void>;
let logLines: string[];
const opened = new Set<WebSocket | Client>();

const viewerOf = (changes: Partial<Viewer> = {}): Viewer => ({
  actorId: '01890000-0000-7000-8000-00000000000a',
  kind: 'STAFF',
  organizationId: here,
  roles: new Set<Role>(['OFFICER']),
  expiresAt: null,
  credential: 'session',
  ...changes,
});
const token = 'token-of-the-officer';
const optionsOf = (parts: Partial<WebSocketOptions> = {}): WebSocketOptions => {
  const log = createLog('info', { write: (line) => void logLines.push(line) });
  return {
    server,
    path: '/graphql',
    authenticate: async (given) => {
      await authenticating();
      const viewer = viewers.get(given) ?? null;
      if (viewer instanceof Error) throw viewer;
      return viewer;
    },
    open: async (operation) => {
      const document = parse(operation.payload.query);
      await opening(operation);
      const kind = getOperationAST(document, operation.payload.operationName)?.operation;
      if (kind !== 'subscription') throw badInput('query', 'live.subscriptionsOnly');
      return { schema, document, stream: streamOf(operation) };
    },
    formatError: (error, request) =>
      formatError(error, { locale: localeOf(request.headers['accept-language']), requestId: 'request', log }),
    allowedOrigins: ['https://console.example'],
    log,
    ...parts,
  };
};

/** A stream that yields what the test pushes. */
function streamOf(operation: LiveOperation): AsyncIterableIterator<LiveResult> {
  const values: (string | Error)[] = [];
  let wake = (): void => undefined;
  let ended = false;
  const end = (): void => {
    ended = true;
    wake();
  };
  const add = (value: string | Error): void => {
    values.push(value);
    wake();
  };
  const source: Source = { operation, push: add, fail: add, asked: 0 };
  operation.signal.addEventListener('abort', end);
  sources.push(source);
  return {
    async next() {
      source.asked += 1;
      while (values.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      const value = values.shift();
      if (value instanceof Error) throw value;
      return ended || value === undefined
        ? { done: true, value: undefined }
        : { done: false, value: { data: { tick: value } } };
    },
    async return() {
      end();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function attach(parts: Partial<WebSocketOptions> = {}): Promise<void> {
  live = attachWebSocket(optionsOf(parts));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

beforeEach(() => {
  server = createServer((_, response) => response.end());
  [viewers, sources, logLines] = [new Map([[token, viewerOf()]]), [], []];
  [opening, authenticating] = [async () => undefined, async () => undefined];
});
afterEach(async () => {
  for (const one of opened) await ('dispose' in one ? one.dispose() : one.terminate());
  opened.clear();
  await live.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

interface Raw {
  socket: WebSocket;
  send(message: unknown): void;
  received: { type: string; id?: string; payload?: unknown }[];
  /** `code reason` of its close. */
  closed: Promise<string>;
}

interface RawOptions {
  protocols?: string[];
  headers?: Record<string, string>;
  /** null: without an init. */
  signIn?: string | null;
  language?: string;
}

/** A client that may misbehave. */
async function raw(options: RawOptions = {}): Promise<Raw> {
  const { protocols = ['graphql-transport-ws'], headers = {}, signIn = token, language } = options;
  const socket = new WebSocket(url, protocols, { headers });
  opened.add(socket);
  const received: Raw['received'] = [];
  socket.on('message', (data) => received.push(JSON.parse(String(data)) as Raw['received'][number]));
  const closed = new Promise<string>((resolve) =>
    socket.once('close', (code, reason) => resolve(`${code} ${String(reason)}`)),
  );
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const send = (message: unknown): void => socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  if (signIn !== null) {
    send({
      type: 'connection_init',
      payload: { Authorization: `Bearer ${signIn}`, ...(language && { 'accept-language': language }) },
    });
    await until(() => received.length > 0 || socket.readyState === WebSocket.CLOSED);
  }
  return { socket, send, received, closed };
}

const ask = (id = '1', payload: object = subscribe): unknown => ({ id, type: 'subscribe', payload });
const failure = (code: string): unknown => expect.objectContaining({ extensions: expect.objectContaining({ code }) });

async function statusOf(headers: Record<string, string>, path = '/graphql'): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url.replace('/graphql', path), 'graphql-transport-ws', { headers });
    opened.add(socket);
    socket.once('open', () => resolve('open'));
    socket.once('error', (error) => resolve(/\d{3}/.exec(error.message)?.[0] ?? error.message));
  });
}

describe('the upgrade', () => {
  it('is refused from other pages, on other paths, and while too many have not signed in', async () => {
    await attach({ limits: { strangers: 1 } });
    expect(await statusOf({ origin: 'https://elsewhere.example' })).toBe('403');
    expect(await statusOf({ origin: 'null' })).toBe('403');
    for (const path of ['/', '/graphql/x', '/graphqlx', '//']) expect(await statusOf({}, path)).toBe('404');
    expect(await statusOf({ origin: 'https://console.example' }, '/graphql?x=1')).toBe('open');
    expect(await statusOf({})).toBe('503');
  });

  it('survives targets that are no URL, and peers that are gone before they are refused', async () => {
    await attach();
    const { port } = new URL(url);
    const head =
      'Host: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
    for (let n = 0; n < 60; n += 1) {
      const socket: Socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
      await new Promise((resolve) => socket.once('connect', resolve));
      socket.write(`GET ${['//', '/other', 'http://[', '/graphql'][n % 4]} HTTP/1.1\r\n${head}`);
      if (n % 2) await delay(n % 5);
      socket.resetAndDestroy();
    }
    await until(() => live.size() === 0);
    expect(await statusOf({})).toBe('open');
  });

  it('speaks graphql-transport-ws only', async () => {
    await attach();
    await expect(raw({ protocols: ['graphql-ws'], signIn: null })).rejects.toThrow('subprotocol');
    expect(await (await raw({ protocols: [], signIn: null })).closed).toMatch(/^4406/);
  });
});

describe('who may stay', () => {
  it.each<[string, { signIn: string | null; init: unknown; limits?: WebSocketOptions['limits'] }, RegExp]>([
    ['no token', { signIn: null, init: { type: 'connection_init' } }, /^4401/],
    ['a token of nobody', { signIn: 'token-of-nobody-at-all', init: null }, /^4401/],
    ['a request before the init', { signIn: null, init: ask() }, /^4401/],
    ['nothing within the time', { signIn: null, init: null, limits: { initMs: 200 } }, /^4408/],
    ['two inits', { signIn: token, init: { type: 'connection_init' } }, /^4429/],
  ])('not one with %s', async (_, { signIn, init, limits = {} }, code) => {
    await attach({ limits });
    const { send, closed } = await raw({ signIn });
    if (init) send(init);
    expect(await closed).toMatch(code);
  });

  it('not one more than its organization may have, who may try later', async () => {
    await attach({ limits: { socketsPerOrganization: 2 } });
    const first = await raw();
    await raw();
    expect(await (await raw()).closed).toMatch(/^1013/);
    first.socket.close();
    await until(() => live.size() === 1);
    expect((await raw()).received).toEqual([{ type: 'connection_ack' }]);
  });

  it('nobody counts who has left while the token was verified', async () => {
    await attach({ limits: { socketsPerOrganization: 1 } });
    let verifying = 0;
    let verified = (): void => undefined;
    const gate = new Promise<void>((resolve) => (verified = resolve));
    authenticating = () => ((verifying += 1), gate);
    for (let n = 1; n <= 3; n += 1) {
      const { socket, send } = await raw({ signIn: null });
      send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
      await until(() => verifying === n);
      socket.terminate();
    }
    await until(() => live.size() === 0);
    verified();
    expect((await raw()).received).toEqual([{ type: 'connection_ack' }]);
  });

  it.each([
    ['is revoked', null, /^4401/],
    ['is over', viewerOf({ expiresAt: new Date(0) }), /^4401/],
    ['stands for other roles', viewerOf({ roles: new Set<Role>(['OFFICER', 'LEADER']) }), /^4403/],
    ['stands for another organization', viewerOf({ organizationId: '01890000-0000-7000-8000-000000000002' }), /^4403/],
  ])('not one whose token %s, while others stay', async (_, next, code) => {
    viewers.set('token-of-a-colleague', viewerOf());
    await attach({ limits: { verifyMs: 30 } });
    const [gone, colleague] = [await raw(), await raw({ signIn: 'token-of-a-colleague' })];
    gone.send(ask());
    await until(() => sources.length === 1);
    if (next) viewers.set(token, next);
    else viewers.delete(token);
    expect(await gone.closed).toMatch(code);
    expect(sources[0]!.operation.signal.aborted).toBe(true);
    expect(gone.received.map(({ type }) => type)).toEqual(['connection_ack']);
    await delay(60);
    expect(colleague.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('those whose token cannot be verified for a moment, but nobody new', async () => {
    await attach({ limits: { verifyMs: 30 } });
    const { socket } = await raw();
    viewers.set(token, new Error('the database is gone'));
    await delay(120);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    expect(await (await raw()).closed).toMatch(/^1013/);
  });

  it('not one who does not answer pings', async () => {
    await attach({ limits: { pingMs: 500 } });
    const [dead, alive] = [await raw(), await raw()];
    (dead.socket as unknown as { _receiver: { removeAllListeners(name: string): void } })._receiver.removeAllListeners(
      'ping',
    );
    expect(await dead.closed).toMatch(/^1006/);
    expect(alive.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('not one who does not read', async () => {
    await attach({ limits: { slowMs: 200, pingMs: 2000, bufferedBytes: 100_000 } });
    const { socket, send } = await raw();
    for (let n = 0; n < 20; n += 1) send(ask(String(n)));
    await until(() => sources.length === 20);
    socket.pause();
    for (const source of sources) for (let n = 0; n < 20; n += 1) source.push('x'.repeat(100_000));
    await until(() => live.size() === 0);
    expect(sources.every(({ operation }) => operation.signal.aborted)).toBe(true);
    expect(logLines.filter((line) => line.includes('"closeCode":1013'))).toHaveLength(1);
  });
});

describe('messages', () => {
  it.each([
    ['no JSON', 'hello', /^4400/],
    ['no message', '{"type":"nonsense"}', /^4400/],
    ['too large', `{"type":"ping","payload":{"x":"${'x'.repeat(70_000)}"}}`, /^1009/],
    ['an endless id', JSON.stringify(ask('x'.repeat(1000))), /^4400/],
  ])('that are %s end the socket', async (_, message, code) => {
    await attach();
    const { send, closed } = await raw();
    send(message);
    expect(await closed).toMatch(code);
    expect(logLines.join()).not.toContain('"level":"error"');
  });

  it('in binary or in too many fragments end the socket', async () => {
    await attach();
    const binary = await raw();
    binary.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
    expect(await binary.closed).toMatch(/^4400/);
    const crumbs = await raw();
    for (let n = 0; n < 70; n += 1) crumbs.socket.send('x', { fin: false });
    expect(await crumbs.closed).toMatch(/^1008/);
  });

  it.each([
    ['before the init', null],
    ['after it', token],
  ])('more than a burst of 60 %s end the socket, pings too', async (_, signIn) => {
    await attach();
    const many = await raw({ signIn });
    for (let n = 0; n < 50; n += 1) many.send({ type: 'ping' });
    await until(() => many.received.filter(({ type }) => type === 'pong').length === 50);
    for (let n = 0; n < 400; n += 1) many.send({ type: 'ping' });
    expect(await many.closed).toMatch(/^4429/);
    const pings = await raw({ signIn });
    for (let n = 0; n < 400; n += 1) pings.socket.ping();
    // ws itself cuts off a peer for whom too many pongs are waiting.
    expect(await pings.closed).toMatch(/^(4429|1006)/);
  });

  it('with queries, mutations and broken documents are refused, and the socket stays', async () => {
    await attach();
    const { send, received, socket } = await raw({ language: 'en' });
    send(ask('q', { query: '{ a }' }));
    send(ask('m', { query: 'mutation { a }' }));
    send(ask('s', { query: 'subscription {' }));
    await until(() => received.length === 4);
    const errors = received.slice(1);
    expect(errors.map(({ type }) => type)).toEqual(['error', 'error', 'error']);
    expect(errors.map(({ payload }) => payload)).toEqual([
      [failure('BAD_INPUT')],
      [failure('BAD_INPUT')],
      [failure('BAD_INPUT')],
    ]);
    expect(JSON.stringify(errors).match(/live.subscriptionsOnly/g)).toHaveLength(2);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  it('that ask for more than 50 streams are refused, and room is made again', async () => {
    await attach();
    const { send, received } = await raw();
    for (let n = 1; n <= 51; n += 1) send(ask(`${n}`));
    await until(() => received.length === 2);
    expect(received[1]).toEqual({ id: '51', type: 'error', payload: [failure('RATE_LIMITED')] });
    send({ id: '1', type: 'complete' });
    await until(() => sources[0]!.operation.signal.aborted);
    await delay(100);
    send(ask('52'));
    await until(() => sources.length === 51);
  });
});

describe('a stream on a socket', () => {
  it('carries results to the client of graphql-ws, one at a time', async () => {
    await attach();
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    });
    opened.add(client);
    const results: unknown[] = [];
    client.subscribe(subscribe, {
      next: ({ data }) => results.push(data),
      error: () => undefined,
      complete: () => undefined,
    });
    await until(() => sources.length === 1);
    for (const value of ['một', 'hai', 'ba']) sources[0]!.push(value);
    await until(() => results.length === 3);
    expect(results).toEqual([{ tick: 'một' }, { tick: 'hai' }, { tick: 'ba' }]);
    expect(sources[0]!.asked).toBe(4);
    expect(sources[0]!.operation.viewer.organizationId).toBe(here);
  });

  it.each(['completes', 'closes', 'is gone'])('is let go of when the client %s', async (end) => {
    await attach();
    const { send, socket } = await raw();
    send(ask());
    await until(() => sources.length === 1);
    if (end === 'completes') send({ id: '1', type: 'complete' });
    else if (end === 'closes') socket.close();
    else socket.terminate();
    await until(() => sources[0]!.operation.signal.aborted);
    await until(() => live.size() === (end === 'completes' ? 1 : 0));
  });

  it('is let go of also when the client has gone while it was being opened', async () => {
    await attach();
    opening = () => delay(60);
    const { send, socket } = await raw();
    send(ask());
    await delay(20);
    socket.terminate();
    await until(() => live.size() === 0);
    await delay(100);
    expect(sources.every(({ operation }) => operation.signal.aborted)).toBe(true);
  });

  it('ends with a failure that tells nothing of its cause, in the client’s language', async () => {
    await attach();
    const { send, received, socket } = await raw({ language: 'en' });
    send(ask());
    await until(() => sources.length === 1);
    sources[0]!.fail(new Error('column "secret" of 0912345678'));
    await until(() => received.length === 3);
    expect(received.slice(1)).toEqual([
      { id: '1', type: 'next', payload: { errors: [failure('INTERNAL')] } },
      { id: '1', type: 'complete' },
    ]);
    expect(JSON.stringify(received)).not.toContain('secret');
    expect(JSON.stringify(received)).toContain('Something failed on our side');
    expect(logLines.join()).not.toContain('0912345678');
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  it('is refused with the error that its opening throws', async () => {
    await attach();
    opening = async () => {
      throw new AppError('CURSOR_EXPIRED', { field: 'after' });
    };
    const { send, received } = await raw();
    send(ask());
    await until(() => received.length === 2);
    expect(received[1]).toEqual({ id: '1', type: 'error', payload: [failure('CURSOR_EXPIRED')] });
  });
});

describe('the end of the server', () => {
  it('tells every client to come back, in waves, and takes nobody new', async () => {
    await attach({ limits: { drainMs: 2000 } });
    const clients = await Promise.all(Array.from({ length: 120 }, () => raw()));
    for (const { send } of clients) send(ask());
    await until(() => sources.length === 120);
    const began = performance.now();
    const at: number[] = [];
    const codes = clients.map(async ({ closed }) => {
      const code = await closed;
      at.push(performance.now() - began);
      return code;
    });
    const closing = live.close();
    expect(await statusOf({})).toBe('503');
    expect(new Set(await Promise.all(codes))).toEqual(new Set(['1012 Service restart']));
    await closing;
    expect(Math.max(...at) - Math.min(...at)).toBeGreaterThan(100);
    expect(sources.every(({ operation }) => operation.signal.aborted)).toBe(true);
    expect(clients.flatMap(({ received }) => received).filter(({ type }) => type === 'complete')).toEqual([]);
    await until(() => live.size() === 0);
  });

  it('does not wait for those who do not answer', async () => {
    await attach({ limits: { drainMs: 100 } });
    const { socket } = await raw();
    socket.pause();
    const began = performance.now();
    await live.close();
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
