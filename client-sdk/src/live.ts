import { createClient as createSocket } from 'graphql-ws/client';
import { TransportError, type ErrorBody } from './base/error.ts';
import { LiveEventsDocument } from './generated/operations.ts';
import type { EventFilter, LiveEventsSubscription } from './generated/types.ts';
import {
  attemptsOf,
  errorOf,
  mayRetry,
  pause,
  refusal,
  tokensOf,
  waitBefore,
  type ClientOptions,
  type Tokens,
} from './transport.ts';

export type EventDelivery = LiveEventsSubscription['events'];

type Deliveries = AsyncGenerator<EventDelivery, void>;
type Results = AsyncIterable<{ data?: LiveEventsSubscription | null; errors?: readonly unknown[] }>;

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
  const finish = deliveries.return.bind(deliveries);
  // Also while a `next` is pending: a generator alone would wait for the next event.
  deliveries.return = (value) => {
    end.abort();
    return finish(value);
  };
  return deliveries;
}

async function* resume(client: ClientOptions, options: EventsOptions, stop: AbortSignal): Deliveries {
  const request = { after: options.after, filter: options.filter };
  const tokens = tokensOf(client);
  const seen = new Set<string>();
  let [failures, reached] = [0, false];
  while (!stop.aborted) {
    const line = connect(client, tokens, request);
    stop.addEventListener('abort', line.close);
    try {
      for await (const delivery of line.deliveries) {
        failures = 0;
        request.after = delivery.cursor;
        if (isWanted(delivery, seen, options)) yield delivery;
      }
    } catch (error) {
      if (stop.aborted) return;
      failures += 1;
      reached ||= line.isOpen();
      const again = mayRetry(error) && (reached || failures < attemptsOf(client));
      if (!again && !tokens.mayRenew(error)) throw error;
      options.onReconnect?.(error);
      await pause(waitBefore(failures, error, client), stop);
    } finally {
      stop.removeEventListener('abort', line.close);
      line.close();
    }
  }
}

/** Neither a heartbeat nobody asked for, nor an event that came before the connection was lost. */
function isWanted({ event }: EventDelivery, seen: Set<string>, { heartbeats = false }: EventsOptions): boolean {
  if (!event || seen.has(event.id)) return !event && heartbeats;
  if (seen.add(event.id).size > remembered) seen.delete(seen.values().next().value!);
  return true;
}

/** One connection with one subscription. */
function connect(client: ClientOptions, tokens: Tokens, variables: Pick<EventsOptions, 'after' | 'filter'>) {
  let open = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const socket = createSocket({
    url: new URL(client.url, globalThis.location?.href).href.replace(/^http/, 'ws'),
    webSocketImpl: client.webSocketImpl,
    retryAttempts: 0,
    keepAlive: silenceMs,
    connectionAckWaitTimeout: silenceMs,
    connectionParams: async () => {
      const token = await tokens.next();
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    },
    on: {
      connected: () => {
        open = true;
        tokens.accepted();
      },
      // A connection that died without a word answers no ping.
      ping: (received) => received || (silence = setTimeout(() => socket.terminate(), silenceMs)),
      pong: (received) => received && clearTimeout(silence),
      // After a normal closure the library would come back at once, and for ever.
      closed: () => leave(),
    },
  });
  const results = socket.iterate<LiveEventsSubscription>({ query: LiveEventsDocument, variables });
  const leave = (): void => {
    clearTimeout(silence);
    void results.return!();
  };
  const close = (): void => {
    leave();
    // A connection that is still being made knows no better end.
    if (!open) socket.terminate();
  };
  return { deliveries: deliveriesOf(results, () => open), close, isOpen: () => open };
}

async function* deliveriesOf(results: Results, isOpen: () => boolean): Deliveries {
  try {
    for await (const { data, errors } of results) {
      if (!data || errors) throw errors ?? [];
      yield data.events;
    }
  } catch (thrown) {
    throw failureOf(thrown, isOpen());
  }
  throw new TransportError('The server ended the stream', true);
}

/** What the stream ended with: errors of the server, a close, an error of the `token` function, no connection. */
function failureOf(thrown: unknown, wasOpen: boolean): unknown {
  if (Array.isArray(thrown)) return errorOf(thrown as ErrorBody[]);
  const { code, reason } = thrown as CloseEvent;
  if (reason === undefined)
    return thrown instanceof Error ? thrown : new TransportError('No connection', true, {}, thrown);
  if (!wasOpen && (code === 4401 || code === 4403)) return errorOf([refusal(reason)]);
  return new TransportError(`The stream was closed: ${code} ${reason}`, !hopeless.has(code), { status: code });
}
