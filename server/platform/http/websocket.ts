import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { GraphQLError, type DocumentNode, type ExecutionArgs, type ExecutionResult, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import { useServer, type Extra } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { bearerToken } from '../auth/bearer-token.ts';
import type { Authenticate } from '../auth/authenticate.ts';
import type { Viewer } from '../auth/viewer.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { originAllowed } from './origin.ts';
import { watchSockets, type SocketState, type Watch } from './socket-watch.ts';

/** What a client may send after it has signed in: one live operation. */
export interface LiveOperation {
  viewer: Viewer;
  request: IncomingMessage;
  payload: { query: string; operationName?: string | null | undefined; variables?: Record<string, unknown> | null | undefined };
  signal: AbortSignal;
}

export interface OpenedStream {
  schema: GraphQLSchema;
  document: DocumentNode;
  stream: AsyncIterableIterator<ExecutionResult>;
}

export interface WebSocketOptions {
  server: Server;
  path: string;
  authenticate: Authenticate;
  /** Validates and opens a stream; a refusal is an array of errors, or thrown. */
  open(operation: LiveOperation): Promise<OpenedStream | readonly GraphQLError[]>;
  formatError(error: unknown, request: IncomingMessage): GraphQLFormattedError;
  allowedOrigins: readonly string[] | null;
  log: Log;
  limits?: Partial<WebSocketLimits>;
}

export interface WebSocketLimits {
  /** Streams on one socket. */
  operations: number;
  /** Sockets of one organization on this process. */
  socketsPerOrganization: number;
  /** Messages a second from one socket, with a burst of three times as many. */
  messagesPerSecond: number;
}

const defaultLimits: WebSocketLimits = { operations: 50, socketsPerOrganization: 2000, messagesPerSecond: 20 };
const maxPayload = 64 * 1024;
const initWaitMs = 3000;
const keepAliveMs = 12_000;
const drainMs = 2000;

export interface LiveSockets {
  size(): number;
  /** Tells every client to come back (1012), then lets go of them. */
  close(): Promise<void>;
}

/**
 * Live streams over graphql-transport-ws. Subscriptions only: queries and mutations go over HTTP, with its protections.
 * Close codes: 4401 no valid token or the token is over, 4403 rights changed (come back), 4408 no init within 3 s,
 * 4429 too many or too slow, 1012 the server restarts.
 */
export function attachWebSocket(options: WebSocketOptions): LiveSockets {
  const limits = { ...defaultLimits, ...options.limits };
  const sockets = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false, handleProtocols: chooseProtocol });
  const watch = watchSockets({ authenticate: options.authenticate, log: options.log, limits });
  const live = useServer(serverOptions(options, watch, limits), sockets, keepAliveMs);
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (new URL(request.url ?? '/', 'http://localhost').pathname !== options.path) return refuseUpgrade(socket, '404 Not Found');
    if (!originAllowed(request.headers.origin, request.headers.host, options.allowedOrigins)) return refuseUpgrade(socket, '403 Forbidden');
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => client.terminate());
      sockets.emit('connection', client, request);
    });
  };
  options.server.on('upgrade', upgrade);
  return {
    size: () => sockets.clients.size,
    async close() {
      options.server.off('upgrade', upgrade);
      watch.stop();
      await drain(sockets);
      await live.dispose();
    },
  };
}

const chooseProtocol = (offered: Set<string>): string | false => (offered.has('graphql-transport-ws') ? 'graphql-transport-ws' : false);

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** In waves, so that all clients do not come back in the same moment. */
async function drain(sockets: WebSocketServer): Promise<void> {
  const clients = [...sockets.clients];
  const wave = Math.max(50, Math.ceil(clients.length / 10));
  for (let at = 0; at < clients.length; at += wave) {
    for (const client of clients.slice(at, at + wave)) client.close(1012, 'Service restart');
    await delay(Math.min(100, drainMs / 10));
  }
  const deadline = performance.now() + drainMs;
  while (sockets.clients.size > 0 && performance.now() < deadline) await delay(20);
  for (const client of sockets.clients) client.terminate();
}

function serverOptions(options: WebSocketOptions, watch: Watch, limits: WebSocketLimits): ServerOptions<Record<string, unknown>, Extra> {
  const states = new WeakMap<WebSocket, SocketState>();
  return {
    connectionInitWaitTimeout: initWaitMs,
    onConnect: async ({ connectionParams, extra }) => {
      const token = bearerToken(connectionParams?.['Authorization'] ?? connectionParams?.['authorization']);
      const viewer = token === null ? null : await options.authenticate(token);
      if (token === null || !viewer) return closeWith(extra.socket, 4401, 'Unauthorized');
      const state = watch.admit(extra.socket, token, viewer);
      if (!state) return closeWith(extra.socket, 4429, 'Too many connections');
      states.set(extra.socket, state);
      return true;
    },
    onSubscribe: (context, id, payload) => {
      const { socket, request } = context.extra;
      const state = states.get(socket)!;
      const controller = new AbortController();
      if (state.operations.size >= limits.operations) return [refused(new AppError('RATE_LIMITED', { messageKey: 'live.operations' }))];
      state.operations.set(id, controller);
      const live: LiveOperation = { viewer: state.viewer, request, payload, signal: controller.signal };
      return openOperation(options, live, () => state.operations.delete(id));
    },
    subscribe: (args) => (args.contextValue as { stream: AsyncIterableIterator<ExecutionResult> }).stream,
    execute: () => ({ errors: [] }),
    onError: (context, _id, _payload, errors) => errors.map((error) => options.formatError(error, context.extra.request)),
    onNext: (context, _id, _payload, _args, result) =>
      result.errors ? { ...result, errors: result.errors.map((error) => options.formatError(error, context.extra.request)) } as never : undefined,
    onComplete: (context, id) => endOperation(states.get(context.extra.socket), id),
    onDisconnect: (context) => {
      const state = states.get(context.extra.socket);
      if (state) watch.release(state);
    },
  };
}

function endOperation(state: SocketState | undefined, id: string): void {
  state?.operations.get(id)?.abort();
  state?.operations.delete(id);
}

function closeWith(socket: WebSocket, code: number, reason: string): false {
  socket.close(code, reason);
  return false;
}

const refused = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('refused', { originalError: error as Error });

/** graphql-ws takes execution arguments: ours carry the stream that is already open. */
async function openOperation(options: WebSocketOptions, live: LiveOperation, forget: () => void): Promise<ExecutionArgs | readonly GraphQLError[]> {
  try {
    const opened = await options.open(live);
    if ('stream' in opened) {
      const { schema, document, stream } = opened;
      const operationName = live.payload.operationName ?? null;
      return { schema, document, operationName, contextValue: { stream: endingWithErrors(stream) }, rootValue: null };
    }
    forget();
    return opened;
  } catch (error) {
    forget();
    return [refused(error)];
  }
}

/** A step that fails is told to the client as the stream's last result; the socket and its other streams go on. */
function endingWithErrors(stream: AsyncIterableIterator<ExecutionResult>): AsyncIterableIterator<ExecutionResult> {
  let failed = false;
  return {
    next: async () => {
      if (failed) return { done: true, value: undefined };
      try {
        return await stream.next();
      } catch (error) {
        failed = true;
        await stream.return?.();
        return { done: false, value: { errors: [refused(error)] } };
      }
    },
    return: async () => stream.return!(),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
