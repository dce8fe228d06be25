import type { CallOptions, TypedDocument } from './base/call.ts';
import { operations, pages, type Methods } from './generated/methods.ts';
import type { SessionCreateMutation } from './generated/types.ts';
import {
  liveEvents,
  liveNotifications,
  type EventDelivery,
  type EventsOptions,
  type LiveOptions,
  type NotificationDelivery,
} from './live.ts';
import { execute, type ClientOptions } from './transport.ts';

export interface Client extends Methods {
  /** Sends any operation of the schema; a mutation is retried only where its input has an `idempotencyKey`. */
  execute<R, V>(document: TypedDocument<R, V>, variables: V, options?: CallOptions): Promise<R>;
  /** Events live, in the order of the log; resumes by itself. Ends on `return`, throws what no other attempt can mend. */
  events(options?: EventsOptions): AsyncIterableIterator<EventDelivery>;
  /** The inbox of the office live, like `events`. */
  inbox(options?: LiveOptions): AsyncIterableIterator<NotificationDelivery>;
}

/** What a page of any connection has. */
export interface Page<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

type Values = Record<string, unknown>;

/** A client of one endpoint in the name of one token. It holds no connection, except in a running `events`. */
export function createClient(options: ClientOptions): Client {
  const send = (document: string, variables: Values, call?: CallOptions) =>
    execute(options, { document, variables, ...call }) as Promise<Values>;
  const client: Values = {
    execute: send,
    events: (events: EventsOptions = {}) => liveEvents(options, events),
    inbox: (inbox: LiveOptions = {}) => liveNotifications(options, inbox),
  };
  for (const [name, { document, field, keyed, input }] of Object.entries(operations)) {
    client[name] = async (given: Values = {}, call?: CallOptions) => {
      const values = keyed ? { ...given, idempotencyKey: given['idempotencyKey'] ?? newKey() } : given;
      return (await send(document, input ? { input: values } : values, call))[field];
    };
  }
  for (const [name, method] of Object.entries(pages)) {
    const read = client[method] as (variables: Values, call?: CallOptions) => Promise<Page<unknown>>;
    client[name] = (given: Values = {}, call?: CallOptions) => eachNode((variables) => read(variables, call), given);
  }
  return client as unknown as Client;
}

/** Every node of a connection, one by one; the next page is read when this one is used up. */
export async function* eachNode<Node, Variables extends { after?: string | null }>(
  read: (variables: Variables) => Promise<Page<Node>>,
  variables: Variables,
): AsyncGenerator<Node, undefined> {
  for (let { after } = variables, more = true; more;) {
    const { nodes, pageInfo } = await read({ ...variables, after });
    yield* nodes;
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
}

/** Signs in with e-mail and password; the `token` of the session is for `createClient`. */
export const signIn = (
  url: string,
  email: string,
  password: string,
  options?: Omit<ClientOptions, 'url' | 'token'>,
): Promise<SessionCreateMutation['sessionCreate']> =>
  createClient({ ...options, url }).sessionCreate({ email, password });

/** 128 random bits. Not `crypto.randomUUID`, which browsers have on secure origins only. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
