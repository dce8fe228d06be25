import { createClient as createSocket } from 'graphql-ws/client';
import { TransportError, type ErrorBody } from './errors.ts';
import { UnauthenticatedError } from './generated/errors.ts';
import { LiveEventsDocument } from './generated/operations.ts';
import type { EventFilter, LiveEventsSubscription } from './generated/types.ts';
import { attemptsOf, errorOf, mayRetry, pause, tokenOf, waitBefore, type ClientOptions } from './transport.ts';

export type EventDelivery = LiveEventsSubscription['events'];

export interface EventsOptions {
  /** Deliver what came after this cursor first; absent: from now on. */
  after?: string;
  filter?: EventFilter;
  /** Pass on deliveries without event, which only move the cursor. Default false. */
  heartbeats?: boolean;
  /** Ends the iteration quietly, as `return` does. */
  signal?: AbortSignal;
  /** Called before each wait for a new connection, with what ended the last one. */
  onReconnect?: (cause: unknown) => void;
}

const silenceMs = 15_000;
const remembered = 1000;
/** Bad request, protocol or messages: the same client would fail again. */
const hopeless = new Set([1002, 1003, 1007, 1009, 1010, 4004, 4005, 4400, 4406, 4409]);

/** Events as they are committed. A lost connection is resumed from the last cursor, without gap or repeat. */
export function liveEvents(client: ClientOptions, options: EventsOptions): AsyncIterableIterator<EventDelivery> {
  const end = new AbortController();
  const stop = options.signal ? AbortSignal.any([options.signal, end.signal]) : end.signal;
  const deliveries = resume(client, options, stop);
  return {
    next: () => deliveries.next(),
    // Also while a `next` is pending: a generator alone would wait for the next event.
    return: () => {
      end.abort();
      return deliveries.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* resume(
  client: ClientOptions,
  options: EventsOptions,
  stop: AbortSignal,
): AsyncGenerator<EventDelivery, undefined> {
  const request = { after: options.after, filter: options.filter };
  const seen = new Set<string>();
  let failures = 0;
  let reached = false;
  let refused: string | undefined;
  while (!stop.aborted) {
    const line = connect(client, request, refused);
    stop.addEventListener('abort', line.close);
    try {
      for await (const { data, errors } of line.results) {
        if (!data || errors) throw errors;
        failures = 0;
        request.after = data.events.cursor;
        if (data.events.event ? isNew(seen, data.events.event.id) : options.heartbeats) yield data.events;
      }
      throw new TransportError('The server ended the stream', { retryable: true });
    } catch (thrown) {
      if (stop.aborted) return;
      const error = failureOf(thrown, line.state.acknowledged);
      const renewable = error instanceof UnauthenticatedError && typeof client.token === 'function' && !refused;
      reached ||= line.state.acknowledged;
      failures += 1;
      if (!renewable && (!mayRetry(error) || (!reached && failures >= attemptsOf(client.retry)))) throw error;
      refused = renewable ? line.state.token : undefined;
      options.onReconnect?.(error);
      await pause(waitBefore(failures, error, { capMs: 30_000, ...client.retry }), stop);
    } finally {
      stop.removeEventListener('abort', line.close);
      line.close();
    }
  }
}

function isNew(seen: Set<string>, id: string): boolean {
  if (seen.has(id)) return false;
  if (seen.add(id).size > remembered) seen.delete(seen.values().next().value!);
  return true;
}

/** One connection with one subscription. It reads `variables` whenever it subscribes. */
function connect(
  client: ClientOptions,
  variables: { after?: string; filter?: EventFilter },
  refused: string | undefined,
) {
  const state: { acknowledged: boolean; token?: string } = { acknowledged: false };
  let silence: ReturnType<typeof setTimeout> | undefined;
  const socket = createSocket({
    url: new URL(client.url, globalThis.location?.href).href.replace(/^http/, 'ws'),
    webSocketImpl: client.webSocketImpl,
    retryAttempts: 0,
    keepAlive: silenceMs,
    connectionAckWaitTimeout: silenceMs,
    connectionParams: async () => {
      state.token = await tokenOf(client, refused);
      return {
        'accept-language': client.locale ?? 'vi',
        ...(state.token && { authorization: `Bearer ${state.token}` }),
      };
    },
    on: {
      connected: () => (state.acknowledged = true),
      // A connection that died without a word answers no ping.
      ping: (received) => received || (silence = setTimeout(() => socket.terminate(), silenceMs)),
      pong: (received) => received && clearTimeout(silence),
      // After a normal closure the library would come back at once, and for ever.
      closed: () => {
        clearTimeout(silence);
        if (results) void results.return!();
      },
    },
  });
  const results = socket.iterate<LiveEventsSubscription>({ query: LiveEventsDocument, variables });
  const close = (): void => {
    void results.return!();
    socket.terminate();
  };
  return { results, close, state };
}

/** What the stream ended with: errors of the server, a close, the `token` function's own error, no connection. */
function failureOf(thrown: unknown, acknowledged: boolean): unknown {
  if (Array.isArray(thrown)) return errorOf(thrown as ErrorBody[]);
  const { code, reason } = thrown as CloseEvent;
  if (reason === undefined) {
    return thrown instanceof Error
      ? thrown
      : new TransportError('No connection', { retryable: true }, { cause: thrown });
  }
  const refusal = { message: reason || 'Refused', extensions: { code: 'UNAUTHENTICATED' } };
  if (!acknowledged && (code === 4401 || code === 4403)) return errorOf([refusal]);
  return new TransportError(`The stream was closed: ${code} ${reason}`, {
    status: code,
    retryable: !hopeless.has(code),
  });
}
