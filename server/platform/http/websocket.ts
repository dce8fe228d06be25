import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { Log } from '../log.ts';
import { originAllowed } from './origin.ts';
import {
  createProtocol,
  type LiveOperation,
  type LiveResult,
  type OpenedStream,
  type ProtocolOptions,
} from './socket-protocol.ts';
import {
  closeCodes,
  createConnection,
  endOperations,
  send,
  shut,
  watchSockets,
  type Connection,
  type WatchLimits,
} from './socket-watch.ts';

export type { LiveOperation, LiveResult, OpenedStream };

export interface WebSocketOptions extends ProtocolOptions {
  server: Server;
  path: string;
  /** null: the own origin, and pages of this machine. */
  allowedOrigins: readonly string[] | null;
  limits?: Partial<WebSocketLimits>;
}

export interface WebSocketLimits extends WatchLimits {
  /** Streams on one socket. */
  operations: number;
  /** Sockets that have not signed in yet. */
  strangers: number;
  initMs: number;
  /** Messages a second from one socket, with a burst of three times as many. */
  messagesPerSecond: number;
  /** How long the closing of all sockets is spread over, at most. */
  drainMs: number;
}

const defaultLimits: WebSocketLimits = {
  operations: 50,
  strangers: 2000,
  socketsPerOrganization: 2000,
  messagesPerSecond: 20,
  initMs: 3000,
  pingMs: 12_000,
  verifyMs: 500,
  bufferedBytes: 1024 * 1024,
  slowMs: 10_000,
  drainMs: 3000,
};
const wireLimits = { maxPayload: 64 * 1024, maxFragments: 64, maxBufferedChunks: 1024, perMessageDeflate: false };
const leaveMs = 2000;

export interface LiveSockets {
  size(): number;
  /** Tells every client to come back (1012), in waves, then lets go of them. */
  close(): Promise<void>;
}

/**
 * Live streams over graphql-transport-ws. Subscriptions only: queries and mutations go over HTTP, with its protections.
 * Close codes: 4401 no good token, or the token is over; 4403 rights changed (come back), 4400 not a message, 4406 another
 * protocol, 4408 no init within 3 s, 4429 too many messages, 1009 too large, 1013 too slow or too many sockets (come
 * back later), 1012 the server restarts, 1011 our fault.
 */
export function attachWebSocket(options: WebSocketOptions): LiveSockets {
  const limits = { ...defaultLimits, ...options.limits };
  const { server, path, log } = options;
  const acceptor = new WebSocketServer({ noServer: true, clientTracking: false, handleProtocols, ...wireLimits });
  const connections = new Set<Connection>();
  const watch = watchSockets({ connections, authenticate: options.authenticate, log, limits });
  const protocol = createProtocol({ options, watch, limits });
  let draining = false;

  const serve = (socket: WebSocket, request: IncomingMessage): void => {
    const connection = createConnection(socket, request);
    connections.add(connection);
    const closed = protocol.opened(wireOf(connection, limits, log), connection);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      log.debug({ transport: 'ws', code: error.code }, 'socket failed');
    });
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      endOperations(connection);
      watch.release(connection);
      logClosed(connection, code, log);
      closed(code, String(reason)).catch((error: unknown) =>
        log.error({ err: error }, 'a socket was not closed cleanly'),
      );
    });
  };
  const refusal = (request: IncomingMessage): string | null => {
    if (request.url?.split('?', 1)[0] !== path) return '404 Not Found';
    if (!originAllowed(request.headers.origin, request.headers.host, options.allowedOrigins)) return '403 Forbidden';
    return draining || countStrangers(connections) >= limits.strangers ? '503 Service Unavailable' : null;
  };
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Nobody else listens here: an unheard error would end the process.
    socket.on('error', () => socket.destroy());
    const status = refusal(request);
    if (status !== null) refuseUpgrade(socket, status);
    else acceptor.handleUpgrade(request, socket, head, serve);
  };
  server.on('upgrade', upgrade);
  return {
    size: () => connections.size,
    async close() {
      draining = true;
      await drain(connections, limits.drainMs);
      watch.stop();
      server.off('upgrade', upgrade);
    },
  };
}

function countStrangers(connections: ReadonlySet<Connection>): number {
  let count = 0;
  for (const { viewer } of connections) if (viewer === null) count += 1;
  return count;
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** What graphql-ws needs of a socket. A message is sent when the system has taken the one before. */
function wireOf(
  connection: Connection,
  limits: WebSocketLimits,
  log: Log,
): Parameters<ReturnType<typeof createProtocol>['opened']>[0] {
  const { socket } = connection;
  const mayGoOn = messageBucket(limits.messagesPerSecond);
  const spend = (): boolean => {
    if (mayGoOn()) return true;
    shut(connection, closeCodes.tooManyMessages, 'Too many messages');
    return false;
  };
  socket.on('ping', spend);
  return {
    protocol: socket.protocol,
    close: (code, reason) => shut(connection, code ?? closeCodes.serverError, reason ?? ''),
    send: (data) => send(connection, data),
    onMessage: (handle) => {
      socket.on('message', (data: RawData, isBinary: boolean) => {
        if (connection.closing || !spend()) return;
        if (isBinary) {
          shut(connection, closeCodes.badMessage, 'Invalid message received');
          return;
        }
        handle(String(data)).catch((error: unknown) => {
          if (socket.readyState !== socket.OPEN) return;
          log.error({ err: error, transport: 'ws' }, 'a message failed');
          shut(connection, closeCodes.serverError, 'Internal error');
        });
      });
    },
  };
}

/** Refills steadily, with room for a burst of three times a second's worth. */
function messageBucket(perSecond: number): () => boolean {
  let left = perSecond * 3;
  let at = performance.now();
  return () => {
    const now = performance.now();
    left = Math.min(perSecond * 3, left + ((now - at) / 1000) * perSecond) - 1;
    at = now;
    return left >= 0;
  };
}

function logClosed({ viewer, openedAt, closing }: Connection, code: number, log: Log): void {
  const who = viewer && { organization: viewer.organizationId, actor: viewer.actorId };
  const durationMs = Math.round(performance.now() - openedAt);
  log.info({ transport: 'ws', closeCode: closing?.code ?? code, durationMs, ...who }, 'socket closed');
}

/** In waves, so that all clients do not come back in the same moment. */
async function drain(connections: ReadonlySet<Connection>, drainMs: number): Promise<void> {
  const left = [...connections];
  const waves = 20;
  const size = Math.max(50, Math.ceil(left.length / waves));
  while (left.length > 0) {
    for (const connection of left.splice(0, size)) shut(connection, closeCodes.restart, 'Service restart');
    if (left.length > 0) await delay(drainMs / waves);
  }
  const deadline = performance.now() + leaveMs;
  while (connections.size > 0 && performance.now() < deadline) await delay(20);
  for (const connection of connections) connection.socket.terminate();
}
