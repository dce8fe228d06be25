import { createClient as createSocket } from 'graphql-ws/client';
import { TransportError, type ErrorBody } from './base/error.ts';
import { LiveEventsDocument, LiveNotificationsDocument } from './generated/operations.ts';
import type { EventFilter, LiveEventsSubscription, LiveNotificationsSubscription } from './generated/types.ts';
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
export type NotificationDelivery = LiveNotificationsSubscription['notifications'];

type Delivery = EventDelivery | NotificationDelivery;
type Deliveries<D extends Delivery> = AsyncGenerator<D, void>;

/** A field of Subscription. */
interface Stream<Data, D extends Delivery> {
  document: string;
  deliveryOf(data: Data): D;
  /** What a delivery tells; null on a heartbeat. */
  told(delivery: D): { id: string } | null;
}

const events: Stream<LiveEventsSubscription, EventDelivery> = {
  document: LiveEventsDocument,
  deliveryOf: (data) => data.events,
  told: ({ event }) => event,
};
const notifications: Stream<LiveNotificationsSubscription, NotificationDelivery> = {
  document: LiveNotificationsDocument,
  deliveryOf: (data) => data.notifications,
  told: ({ notification }) => notification,
};

export interface LiveOptions {
  /** Deliver what came after this cursor first; absent: from now on. */
  after?: string;
  /** Ends the iteration quietly, as `return` does. */
  signal?: AbortSignal;
  /** Called before each wait for a new connection, with what ended the last one. */
  onReconnect?: (cause: unknown) => void;
}

export interface EventsOptions extends LiveOptions {
  filter?: EventFilter;
  /** Pass on deliveries without event, which only move the cursor. Default false. */
  heartbeats?: boolean;
}

const silenceMs = 15_000;
const remembered = 1000;
/** Bad request, protocol or messages: the same client would fail again. */
const hopeless = new Set([1002, 1003, 1007, 1009, 1010, 4004, 4005, 4400, 4406, 4409]);

/** Events as they are committed. */
export const liveEvents = (client: ClientOptions, options: EventsOptions): AsyncIterableIterator<EventDelivery> =>
  live(events, client, options);

/** The inbox as it grows; its cursors are those of the events. */
export const liveNotifications = (
  client: ClientOptions,
  options: LiveOptions,
): AsyncIterableIterator<NotificationDelivery> => live(notifications, client, options);

/** A lost connection is resumed from the last cursor, without gap or repeat. */
function live<Data, D extends Delivery>(
  stream: Stream<Data, D>,
  client: ClientOptions,
  options: EventsOptions,
): AsyncIterableIterator<D> {
  const end = new AbortController();
  const stop = options.signal ? AbortSignal.any([options.signal, end.signal]) : end.signal;
  const deliveries = resume(stream, client, { ...options, signal: stop });
  const finish = deliveries.return.bind(deliveries);
  // Also while a `next` is pending: a generator alone would wait for the next event.
  deliveries.return = (value) => {
    end.abort();
    return finish(value);
  };
  return deliveries;
}

async function* resume<Data, D extends Delivery>(
  stream: Stream<Data, D>,
  client: ClientOptions,
  { signal: stop, ...options }: EventsOptions & { signal: AbortSignal },
): Deliveries<D> {
  const request = { after: options.after, filter: options.filter };
  const tokens = tokensOf(client);
  const seen = new Set<string>();
  let [failures, reached] = [0, false];
  while (!stop.aborted) {
    const line = connect(stream, client, { tokens, variables: request });
    stop.addEventListener('abort', line.close);
    try {
      for await (const delivery of line.deliveries) {
        failures = 0;
        request.after = delivery.cursor;
        if (isWanted(stream.told(delivery), seen, options.heartbeats)) yield delivery;
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

/** Neither a heartbeat nobody asked for, nor what came before the connection was lost. */
function isWanted(told: { id: string } | null, seen: Set<string>, heartbeats = false): boolean {
  if (!told || seen.has(told.id)) return !told && heartbeats;
  if (seen.add(told.id).size > remembered) seen.delete(seen.values().next().value!);
  return true;
}

/** One connection with one subscription. */
function connect<Data, D extends Delivery>(
  stream: Stream<Data, D>,
  client: ClientOptions,
  { tokens, variables }: { tokens: Tokens; variables: Record<string, unknown> },
) {
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
  const results = socket.iterate<Data>({ query: stream.document, variables });
  const leave = (): void => {
    clearTimeout(silence);
    void results.return!();
  };
  const close = (): void => {
    leave();
    // A connection that is still being made knows no better end.
    if (!open) socket.terminate();
  };
  return { deliveries: deliveriesOf(stream, results, () => open), close, isOpen: () => open };
}

async function* deliveriesOf<Data, D extends Delivery>(
  stream: Stream<Data, D>,
  results: AsyncIterable<{ data?: Data | null; errors?: readonly unknown[] }>,
  isOpen: () => boolean,
): Deliveries<D> {
  try {
    for await (const { data, errors } of results) {
      if (!data || errors) throw errors ?? [];
      yield stream.deliveryOf(data);
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
