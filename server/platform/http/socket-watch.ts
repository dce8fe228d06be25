import type { IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { Authenticate } from '../auth/authenticate.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Log } from '../log.ts';

/** One socket, from the upgrade to its close. */
export interface Connection {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  readonly openedAt: number;
  /** null until its token has been found good. */
  viewer: Viewer | null;
  /** By the payload of the message that asked for the operation: its id may be used again before it has ended. */
  readonly operations: Map<object, AbortController>;
  /** With what the server closed it, and when; null while it has not. */
  closing: { code: number; at: number } | null;
  heardAt: number;
  pingedAt: number;
  /** Since when its send buffer stands above the limit; null while it does not. */
  slowSince: number | null;
}

export interface WatchLimits {
  socketsPerOrganization: number;
  pingMs: number;
  verifyMs: number;
  /** Bytes that may wait for a client, and for how long more may. */
  bufferedBytes: number;
  slowMs: number;
}

export interface Watch {
  /** False where the organization has too many sockets already. */
  admit(connection: Connection, token: string, viewer: Viewer): boolean;
  release(connection: Connection): void;
  stop(): void;
}

interface Session {
  readonly token: string;
  readonly viewer: Viewer;
  readonly connections: Set<Connection>;
  verifiedAt: number;
}

export const closeCodes = {
  serverError: 1011,
  restart: 1012,
  tryLater: 1013,
  badMessage: 4400,
  unauthorized: 4401,
  rightsChanged: 4403,
  tooManyMessages: 4429,
} as const;

const tickMs = 1000;
/** A peer that does not answer the closing handshake within this is let go of without. */
const closingMs = 2000;
/** Whose token cannot be verified for so long is sent away: rights that nobody can check are no rights. */
const unverifiedMs = 15_000;
/** Their look-ups are batched where they come together. */
const verifiedAtOnce = 100;

/** Nothing is read for a socket that is being closed: its streams end with it. The first code is the one that counts. */
export function shut(connection: Connection, code: number, reason: string): void {
  if (connection.closing) return;
  connection.closing = { code, at: performance.now() };
  // First the socket, so that no stream is told that it is complete.
  connection.socket.close(code, reason);
  endOperations(connection);
}

export function endOperations(connection: Connection): void {
  for (const controller of connection.operations.values()) controller.abort();
  connection.operations.clear();
}

/** Resolves when the system has taken the text, or where nobody is there to read it any more. */
export function send(connection: Connection, text: string): Promise<void> {
  const { socket } = connection;
  return new Promise((resolve) => {
    if (socket.readyState === WebSocket.OPEN) {
      // A failure closes the socket, which ends what is sent on it.
      socket.send(text, () => resolve());
      return;
    }
    endOperations(connection);
    resolve();
  });
}

export function createConnection(socket: WebSocket, request: IncomingMessage): Connection {
  const now = performance.now();
  const connection: Connection = {
    socket,
    request,
    openedAt: now,
    viewer: null,
    operations: new Map(),
    closing: null,
    heardAt: now,
    pingedAt: now,
    slowSince: null,
  };
  socket.on('pong', () => {
    connection.heardAt = performance.now();
  });
  return connection;
}

/**
 * Looks after all sockets, in one timer: dead peers, slow ones, tokens that are over and rights that have changed.
 * `authenticate` may answer from a cache, which adds to the time until a revoked token is noticed.
 */
export function watchSockets(parts: {
  connections: ReadonlySet<Connection>;
  authenticate: Authenticate;
  log: Log;
  limits: WatchLimits;
}): Watch {
  const { connections, limits } = parts;
  const sessions = new Map<string, Session>();
  const perOrganization = new Map<string, number>();
  const sessionOf = new WeakMap<Connection, Session>();
  const verify = createVerification(sessions, parts);
  const timer = setInterval(
    () => {
      const now = performance.now();
      for (const connection of connections) lookAfter(connection, limits, now);
    },
    Math.min(tickMs, limits.pingMs / 4),
  ).unref();
  const verification = setInterval(() => void verify(), limits.verifyMs).unref();

  return {
    admit(connection, token, viewer) {
      const { organizationId } = viewer;
      const count = perOrganization.get(organizationId) ?? 0;
      if (count >= limits.socketsPerOrganization) return false;
      perOrganization.set(organizationId, count + 1);
      connection.viewer = viewer;
      const known = sessions.get(token);
      const session = known && isSame(known.viewer, viewer) ? known : newSession(token, viewer, known);
      session.connections.add(connection);
      sessions.set(token, session);
      sessionOf.set(connection, session);
      return true;
    },
    release(connection) {
      const session = sessionOf.get(connection);
      if (!session?.connections.delete(connection)) return;
      if (session.connections.size === 0 && sessions.get(session.token) === session) sessions.delete(session.token);
      const { organizationId } = session.viewer;
      const left = perOrganization.get(organizationId)! - 1;
      if (left > 0) perOrganization.set(organizationId, left);
      else perOrganization.delete(organizationId);
    },
    stop() {
      clearInterval(timer);
      clearInterval(verification);
    },
  };
}

/** A token that stands for other rights than a moment ago: its older sockets go. */
function newSession(token: string, viewer: Viewer, former: Session | undefined): Session {
  for (const connection of former?.connections ?? []) shut(connection, closeCodes.rightsChanged, 'Rights changed');
  return { token, viewer, connections: new Set(), verifiedAt: performance.now() };
}

function lookAfter(connection: Connection, limits: WatchLimits, now: number): void {
  const { socket, closing } = connection;
  if (closing) {
    if (now - closing.at > closingMs) socket.terminate();
    return;
  }
  if (socket.bufferedAmount <= limits.bufferedBytes) connection.slowSince = null;
  else if (now - (connection.slowSince ??= now) >= limits.slowMs) shut(connection, closeCodes.tryLater, 'Too slow');
  if (now - connection.pingedAt < limits.pingMs) return;
  if (connection.heardAt < connection.pingedAt) {
    socket.terminate();
  } else if (socket.readyState === WebSocket.OPEN) {
    connection.pingedAt = now;
    socket.ping();
  }
}

/** A number of tokens at a time, so that thousands do not come upon the database at once. */
function createVerification(
  sessions: ReadonlyMap<string, Session>,
  parts: { authenticate: Authenticate; log: Log },
): () => Promise<void> {
  let running = false;
  const verifyOne = async (session: Session): Promise<unknown> => {
    try {
      const now = await parts.authenticate(session.token);
      session.verifiedAt = performance.now();
      if (!now || isOver(now)) shutAll(session, closeCodes.unauthorized, 'Token over');
      else if (!isSame(session.viewer, now)) shutAll(session, closeCodes.rightsChanged, 'Rights changed');
      return null;
    } catch (error) {
      const isLong = performance.now() - session.verifiedAt > unverifiedMs;
      if (isLong) shutAll(session, closeCodes.tryLater, 'Try again later');
      return error;
    }
  };
  return async () => {
    if (running) return;
    running = true;
    const left = [...sessions.values()];
    const errors: unknown[] = [];
    const line = async (): Promise<void> => {
      for (let session = left.pop(); session; session = left.pop()) {
        const error = await verifyOne(session);
        if (error !== null) errors.push(error);
      }
    };
    await Promise.all(Array.from({ length: verifiedAtOnce }, line));
    if (errors.length > 0)
      parts.log.warn({ err: errors[0], count: errors.length }, 'tokens of sockets could not be verified');
    running = false;
  };
}

function shutAll(session: Session, code: number, reason: string): void {
  for (const connection of session.connections) shut(connection, code, reason);
}

const isOver = ({ expiresAt }: Viewer): boolean => expiresAt !== null && expiresAt.getTime() <= Date.now();

const isSame = (a: Viewer, b: Viewer): boolean =>
  a.actorId === b.actorId &&
  a.organizationId === b.organizationId &&
  a.kind === b.kind &&
  a.roles.symmetricDifference(b.roles).size === 0;
