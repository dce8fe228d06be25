import { hash, randomUUID } from 'node:crypto';
import { getArgumentValues, visit, type FieldNode, type GraphQLError } from 'graphql';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { liveEvents, rootFields } from './modules/events/event.live.ts';
import { liveNotifications } from './modules/notifications/notification.live.ts';
import { badInput } from './platform/errors.ts';
import type { Fanout } from './platform/events/fanout.ts';
import type { Services } from './platform/context.ts';
import { formatError } from './platform/graphql/format-error.ts';
import { localeOf } from './platform/graphql/messages.ts';
import { fragmentsOf, type Fragments } from './platform/graphql/open-fields.ts';
import type { Operations } from './platform/graphql/operations.ts';
import { coerceVariables } from './platform/graphql/request-errors.ts';
import { attachWebSocket, type LiveOperation, type LiveSockets, type OpenedStream } from './platform/http/websocket.ts';

export interface LiveParts {
  config: Config;
  app: FastifyInstance;
  services: Services;
  operations: Operations;
  fanout: Fanout;
}

/** Live streams: the same limits and sign-in as over HTTP, then the log's fan-out. */
export function attachLive({ config, app, services, operations, fanout }: LiveParts): LiveSockets {
  const { log } = services;
  const sockets = attachWebSocket({
    server: app.server,
    path: '/graphql',
    authenticate: services.authenticate,
    open: (operation) => open({ services, operations, fanout }, operation),
    formatError: (error, request) =>
      formatError(error, { locale: localeOf(request.headers['accept-language']), requestId: randomUUID(), log }),
    allowedOrigins: config.allowedOrigins,
    log,
  });
  return {
    size: () => sockets.size(),
    async close() {
      await sockets.close();
      fanout.close();
    },
  };
}

/** The stream behind each field of Subscription. */
const streams = { events: liveEvents, notifications: liveNotifications };

/** Everything that HTTP does for a query is done for a stream, before it opens. */
async function open(
  parts: Pick<LiveParts, 'services' | 'operations' | 'fanout'>,
  live: LiveOperation,
): Promise<OpenedStream | readonly GraphQLError[]> {
  const { services, operations, fanout } = parts;
  const { payload, viewer, signal } = live;
  const prepared = await operations.prepareOperation({
    ...payload,
    viewer,
    address: live.request.socket.remoteAddress,
  });
  if ('errors' in prepared) return prepared.errors;
  const { document, operation } = prepared;
  if (operation.operation !== 'subscription') throw badInput('query', 'live.subscriptionsOnly');
  const variables = coerceVariables(services.schema, operation, payload.variables ?? {});
  if ('errors' in variables) return variables.errors;
  const fragments = fragmentsOf(document);
  const nodes = rootFields(operation, fragments);
  const name = nodes[0]!.name.value;
  if (!Object.hasOwn(streams, name)) throw badInput('subscription', 'live.field');
  const definition = services.schema.getSubscriptionType()!.getFields()[name]!;
  const args = getArgumentValues(definition, nodes[0]!, variables.coerced) as never;
  const names = variablesBelow(nodes, fragments);
  const shown = Object.entries(variables.coerced).filter(([name]) => names.has(name));
  const fingerprint = hash('sha256', JSON.stringify([payload.query, payload.operationName, shown]));
  const stream = await streams[name as keyof typeof streams](
    { ...services, fanout },
    { operation, nodes, fragments, variables: variables.coerced, args, viewer, signal, fingerprint },
  );
  return { schema: services.schema, document, stream };
}

/**
 * Variables that decide what a delivery shows. Whence a stream begins does not: after a restart of the server every
 * client comes back with a cursor of its own.
 */
function variablesBelow(nodes: readonly FieldNode[], fragments: Fragments): ReadonlySet<string> {
  const names = new Set<string>();
  for (const root of [...nodes.flatMap((node) => node.selectionSet ?? []), ...Object.values(fragments)]) {
    visit(root, { Variable: ({ name }) => void names.add(name.value) });
  }
  return names;
}
