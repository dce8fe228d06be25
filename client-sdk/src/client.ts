import { operations, pages, type Methods } from './generated/operations.ts';
import type { SessionCreateMutation } from './generated/types.ts';
import { liveEvents, type EventDelivery, type EventsOptions } from './live.ts';
import { execute, type CallOptions, type ClientOptions, type TypedDocument } from './transport.ts';

export interface Client extends Methods {
  /** Sends any operation of the schema; a mutation is retried only where its input has an `idempotencyKey`. */
  execute<Result, Variables>(
    document: TypedDocument<Result, Variables>,
    variables: Variables,
    options?: CallOptions,
  ): Promise<Result>;
  /** Events live, in the order of the log; resumes by itself. Ends on `return` and on what another attempt cannot mend. */
  events(options?: EventsOptions): AsyncIterableIterator<EventDelivery>;
}

type Variables = Record<string, unknown>;
type Method = (variables?: Variables, options?: CallOptions) => Promise<unknown>;

/** A client of one endpoint in the name of one token. It holds no connection, except in a running `events`. */
export function createClient(options: ClientOptions): Client {
  const send = (document: string, variables: Variables, call: CallOptions = {}) =>
    execute(options, { document, variables, signal: call.signal }) as Promise<Variables>;
  const methods: Record<string, Method> = {};
  for (const [name, { document, field, keyed }] of Object.entries(operations)) {
    const takesInput = document.includes('$input:');
    methods[name] = async (given = {}, call) => {
      const input = keyed ? { ...given, idempotencyKey: given['idempotencyKey'] ?? newKey() } : given;
      return (await send(document, takesInput ? { input } : given, call))[field];
    };
  }
  const iterators = Object.entries(pages).map(([name, method]) => [
    name,
    (variables: Variables, call?: CallOptions) =>
      eachNode((page: Variables) => methods[method]!(page, call) as Promise<Page<unknown>>, variables),
  ]);
  return {
    ...methods,
    ...Object.fromEntries(iterators),
    execute: send,
    events: (events: EventsOptions = {}) => liveEvents(options, events),
  } as unknown as Client;
}

/** What a page of any connection has. */
export interface Page<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Every node of a connection, one by one; the next page is fetched when this one is used up. */
export async function* eachNode<Node, Variables extends { after?: string | null }>(
  read: (variables: Variables) => Promise<Page<Node>>,
  variables: Variables,
): AsyncGenerator<Node, undefined> {
  for (let after = variables?.after; ;) {
    const { nodes, pageInfo } = await read({ ...variables, after });
    yield* nodes;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}

/** Signs in with e-mail and password; `token` of the session is for `createClient`. */
export const signIn = (
  url: string,
  email: string,
  password: string,
  options: Omit<ClientOptions, 'url' | 'token'> = {},
): Promise<SessionCreateMutation['sessionCreate']> =>
  createClient({ ...options, url }).sessionCreate({ email, password });

/** 128 random bits. Not `crypto.randomUUID`, which browsers have on secure origins only. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
