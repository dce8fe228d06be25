import { setTimeout as delay } from 'node:timers/promises';
import { createClient, type Client } from 'graphql-ws';
import type { Actor, GraphqlError } from './actor.ts';
import { mutate } from './mutations.ts';
import { issueInput } from './factories.ts';

export interface LiveEvent {
  __typename: string;
  id: string;
  cursor: string;
  type: string;
  subjectId: string;
  organization: { code: string };
  actor: { name: string } | null;
  issue: { code: string; title: string; description: string | null } | null;
  matter: { code: string; title: string } | null;
}

export const eventFields = `__typename id cursor type subjectId organization { code } actor { name }
  issue { code title description } matter { code title }`;

export const eventsDocument = `subscription ($after: String, $filter: EventFilter) {
  events(after: $after, filter: $filter) { cursor event { ${eventFields} } }
}`;

export interface LiveOptions {
  query?: string;
  variables?: Record<string, unknown>;
}

/** A live consumer over a socket of its own, unless it is given one. */
export interface Live {
  /** Events, without heartbeats, as they came. */
  readonly events: LiveEvent[];
  /** What the stream ended with. */
  readonly errors: GraphqlError[];
  /** Every delivery's cursor, the last one last. */
  readonly cursors: string[];
  /** As text, all that the server sent for this stream. */
  readonly raw: string[];
  isOver(): boolean;
  /** Resolves once the test holds; fails after a minute with what has come until then. */
  until(test: (live: Live) => boolean): Promise<void>;
  /** Resolves when so many events have come. */
  count(events: number): Promise<void>;
  stop(): Promise<void>;
}

export function socketOf(
  actor: Pick<Actor, 'url' | 'token'>,
  on: Parameters<typeof createClient>[0]['on'] = {},
): Client {
  const connectionParams = { 'Accept-Language': 'en', ...(actor.token && { Authorization: `Bearer ${actor.token}` }) };
  return createClient({ url: actor.url.replace('http', 'ws'), connectionParams, retryAttempts: 0, on });
}

export function listen(
  actor: Pick<Actor, 'url' | 'token'>,
  { query = eventsDocument, variables = {} }: LiveOptions = {},
  given?: Client,
): Live {
  const client = given ?? socketOf(actor);
  let over = false;
  const live: Live = {
    events: [],
    errors: [],
    cursors: [],
    raw: [],
    isOver: () => over,
    async until(test) {
      const deadline = performance.now() + 60_000;
      while (!test(live)) {
        if (performance.now() > deadline)
          throw new Error(`waited in vain; until now ${JSON.stringify([live.events, live.errors], null, 1)}`);
        await delay(10);
      }
    },
    count: (events) => live.until(() => live.events.length >= events),
    async stop() {
      unsubscribe();
      if (!given) await client.dispose();
    },
  };
  const unsubscribe = client.subscribe<{ events: { cursor: string; event: LiveEvent | null } }>(
    { query, variables },
    {
      next: (result) => {
        live.raw.push(JSON.stringify(result));
        live.errors.push(...((result.errors ?? []) as unknown as GraphqlError[]));
        if (!result.data) return;
        const { cursor, event } = result.data.events;
        if (cursor) live.cursors.push(cursor);
        if (event) live.events.push(event);
      },
      error: (error) => {
        over = true;
        if (Array.isArray(error)) live.errors.push(...(error as GraphqlError[]));
      },
      complete: () => {
        over = true;
      },
    },
  );
  return live;
}

/**
 * A place in the log after all that was told until now, as the actor's organization may name it: that of an event of its
 * own. A mutation that changes nothing names the log's horizon, which any running transaction holds back.
 */
export async function now(actor: Actor): Promise<string> {
  return (await mutate(actor, 'issueCollect', await issueInput(actor))).position;
}

export interface Logged extends LiveEvent {
  cursor: string;
}

/** The log as the query gives it, all pages after a place. */
export async function logOf(
  actor: Actor,
  filter: Record<string, unknown> = {},
  first = 100,
  start: string | null = null,
): Promise<Logged[]> {
  const found: Logged[] = [];
  let after = start;
  for (;;) {
    const { events }: { events: { nodes: Logged[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } =
      await actor.ask(
        `query ($after: String, $first: Int, $filter: EventFilter) { events(after: $after, first: $first, filter: $filter) {
          nodes { ${eventFields} } pageInfo { hasNextPage endCursor } } }`,
        { after, first, filter },
      );
    found.push(...events.nodes);
    if (!events.pageInfo.hasNextPage) return found;
    after = events.pageInfo.endCursor;
  }
}

/** As `logOf`, once so many events are no longer held back by a running transaction. */
export async function settledLogOf(
  actor: Actor,
  count: number,
  filter: Record<string, unknown> = {},
): Promise<Logged[]> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const found = await logOf(actor, filter);
    if (found.length >= count || performance.now() > deadline) return found;
    await delay(20);
  }
}
