import type { WebSocket } from 'ws';
import type { Authenticate } from '../auth/authenticate.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Log } from '../log.ts';

/** What is known of a signed-in socket. */
export interface SocketState {
  readonly socket: WebSocket;
  readonly token: string;
  readonly viewer: Viewer;
  readonly operations: Map<string, AbortController>;
  /** When its send buffer began to stand above the limit; null while it does not. */
  slowSince: number | null;
}

export interface Watch {
  /** null where the organization has too many sockets already. */
  admit(socket: WebSocket, token: string, viewer: Viewer): SocketState | null;
  release(state: SocketState): void;
  stop(): void;
}

const verifyEveryMs = 1000;
const maxBuffered = 1024 * 1024;
const slowAfterMs = 10_000;

/**
 * Looks after signed-in sockets: a token that is over closes with 4401, changed rights with 4403 (the client comes back
 * and resumes), one that sends or lags too much with 4429. Verification is cached for 2 s at most.
 */
export function watchSockets(options: { authenticate: Authenticate; log: Log; limits: { socketsPerOrganization: number; messagesPerSecond: number } }): Watch {
  const { authenticate, log, limits } = options;
  const byToken = new Map<string, Set<SocketState>>();
  const perOrganization = new Map<string, number>();
  let verifying = false;

  const verify = async (): Promise<void> => {
    if (verifying) return;
    verifying = true;
    try {
      for (const [token, states] of byToken) closeChanged(states, await authenticate(token));
    } catch (error) {
      log.warn({ err: error }, 'sockets could not be verified; trying again');
    } finally {
      verifying = false;
    }
  };
  const timer = setInterval(() => {
    closeSlow([...byToken.values()].flatMap((states) => [...states]));
    void verify();
  }, verifyEveryMs).unref();

  return {
    admit(socket, token, viewer) {
      const count = perOrganization.get(viewer.organizationId) ?? 0;
      if (count >= limits.socketsPerOrganization) return null;
      perOrganization.set(viewer.organizationId, count + 1);
      const state: SocketState = { socket, token, viewer, operations: new Map(), slowSince: null };
      byToken.set(token, (byToken.get(token) ?? new Set()).add(state));
      limitMessages(socket, limits.messagesPerSecond);
      return state;
    },
    release(state) {
      for (const controller of state.operations.values()) controller.abort();
      state.operations.clear();
      const states = byToken.get(state.token);
      if (!states?.delete(state)) return;
      if (states.size === 0) byToken.delete(state.token);
      perOrganization.set(state.viewer.organizationId, perOrganization.get(state.viewer.organizationId)! - 1);
    },
    stop: () => clearInterval(timer),
  };
}

function closeChanged(states: ReadonlySet<SocketState>, now: Viewer | null): void {
  for (const { socket, viewer } of states) {
    if (!now) socket.close(4401, 'Token over');
    else if (!sameRights(viewer, now)) socket.close(4403, 'Rights changed');
  }
}

const sameRights = (a: Viewer, b: Viewer): boolean =>
  a.actorId === b.actorId && a.organizationId === b.organizationId && a.roles.symmetricDifference(b.roles).size === 0;

/** A consumer that does not read: nothing is lost, it resumes where it stopped. */
function closeSlow(states: readonly SocketState[]): void {
  const now = performance.now();
  for (const state of states) {
    if (state.socket.bufferedAmount <= maxBuffered) state.slowSince = null;
    else if (now - (state.slowSince ??= now) >= slowAfterMs) {
      state.socket.close(4429, 'Too slow');
      state.socket.terminate();
    }
  }
}

/** A bucket that refills every second, with room for a burst of three times as many. */
function limitMessages(socket: WebSocket, perSecond: number): void {
  let tokens = perSecond * 3;
  let at = performance.now();
  socket.on('message', () => {
    const now = performance.now();
    tokens = Math.min(perSecond * 3, tokens + ((now - at) / 1000) * perSecond);
    at = now;
    tokens -= 1;
    if (tokens < 0) socket.close(4429, 'Too many messages');
  });
}
