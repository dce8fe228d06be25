import type { IncomingMessage } from 'node:http';
import {
  GraphQLError,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { makeServer, type Server, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import type { Authenticate } from '../auth/authenticate.ts';
import { bearerToken } from '../auth/bearer-token.ts';
import type { Viewer } from '../auth/viewer.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { closeCodes, send, shut, type Connection, type Watch } from './socket-watch.ts';

/** What a client may send after it has signed in: one live operation. */
export interface LiveOperation {
  viewer: Viewer;
  request: IncomingMessage;
  payload: {
    query: string;
    operationName?: string | null | undefined;
    variables?: Record<string, unknown> | null | undefined;
  };
  signal: AbortSignal;
}

/** One step of a stream; the same object for all who share it. */
export interface LiveResult {
  data: Record<string, unknown>;
}

export interface OpenedStream {
  schema: GraphQLSchema;
  document: DocumentNode;
  stream: AsyncIterableIterator<LiveResult>;
}

export interface ProtocolOptions {
  authenticate: Authenticate;
  /** Validates and opens a stream; a refusal is an array of errors, or thrown. Must refuse all but subscriptions. */
  open(operation: LiveOperation): Promise<OpenedStream | readonly GraphQLError[]>;
  /** `accept-language` of the init message stands in the request's headers by then. */
  formatError(error: unknown, request: IncomingMessage): GraphQLFormattedError;
  log: Log;
}

type Params = Record<string, unknown>;

/** A client's own ids come back with every message. */
const maxIdLength = 128;

export interface ProtocolParts {
  options: ProtocolOptions;
  watch: Watch;
  limits: { operations: number; initMs: number };
}

/** graphql-transport-ws, subscriptions only. No hook throws: what fails is told in the protocol, and logged. */
export function createProtocol({ options, watch, limits }: ProtocolParts): Server<Connection> {
  const { formatError } = options;
  const hooks: ServerOptions<Params, Connection> = {
    connectionInitWaitTimeout: limits.initMs,
    onConnect: ({ connectionParams, extra }) => signIn({ options, watch }, extra, connectionParams ?? {}),
    onSubscribe: (socket, id, payload) => {
      if (id.length > maxIdLength) shut(socket.extra, closeCodes.badMessage, 'Id too long');
      const isTooMany = Object.keys(socket.subscriptions).length > limits.operations;
      if (isTooMany) return [refused(new AppError('RATE_LIMITED', { messageKey: 'live.operations' }))];
      return openOperation(options, socket.extra, { id, payload });
    },
    subscribe: (args) => (args.contextValue as { stream: AsyncIterableIterator<never> }).stream,
    execute: () => {
      throw new Error('Only subscriptions are opened on a socket');
    },
    onError: ({ extra }, _id, _payload, errors) => errors.map((error) => formatError(error, extra.request)),
    onComplete: ({ extra }, _id, payload) => {
      extra.operations.get(payload)?.abort();
      extra.operations.delete(payload);
    },
  };
  return makeServer(hooks);
}

/** Closes with 4401 where there is no good token: the same client would fail again. */
async function signIn(
  { options, watch }: Pick<ProtocolParts, 'options' | 'watch'>,
  connection: Connection,
  params: Params,
): Promise<boolean> {
  const refuse = (code: number, reason: string): false => {
    shut(connection, code, reason);
    return false;
  };
  // A browser cannot set headers of an upgrade.
  const language = params['Accept-Language'] ?? params['accept-language'];
  if (typeof language === 'string') connection.request.headers['accept-language'] = language;
  const token = bearerToken(params['Authorization'] ?? params['authorization']);
  if (token === null) return refuse(closeCodes.unauthorized, 'Unauthorized');
  try {
    const viewer = await options.authenticate(token);
    if (!viewer) return refuse(closeCodes.unauthorized, 'Unauthorized');
    // Who has gone meanwhile would never be released.
    if (connection.socket.readyState !== connection.socket.OPEN) return false;
    return watch.admit(connection, token, viewer) || refuse(closeCodes.tryLater, 'Too many connections');
  } catch (error) {
    options.log.warn({ err: error, transport: 'ws' }, 'a token could not be verified');
    return refuse(closeCodes.tryLater, 'Try again later');
  }
}

/** graphql-ws takes execution arguments: ours carry the stream that is already open. */
async function openOperation(
  options: ProtocolOptions,
  connection: Connection,
  asked: { id: string; payload: SubscribePayload },
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { request, viewer, operations, closing } = connection;
  const { id, payload } = asked;
  if (!viewer || closing) return [refused(new AppError('UNAUTHENTICATED', { messageKey: 'auth.required' }))];
  const controller = new AbortController();
  operations.set(payload, controller);
  const forget = (errors: readonly GraphQLError[]): readonly GraphQLError[] => {
    operations.delete(payload);
    return errors;
  };
  try {
    const opened = await options.open({ viewer, request, payload, signal: controller.signal });
    if (!('stream' in opened)) return forget(opened);
    const { schema, document } = opened;
    const stream = telling(opened.stream, { connection, id, options });
    const operationName = payload.operationName ?? null;
    return { schema, document, operationName, contextValue: { stream }, rootValue: null };
  } catch (error) {
    return forget([refused(error)]);
  }
}

const refused = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('refused', { originalError: error as Error });

/**
 * Tells the client each step itself, and graphql-ws only of the end: it would print every result anew for everyone. A
 * step that fails is the stream's last result; the socket and its other streams go on.
 */
function telling(
  stream: AsyncIterableIterator<LiveResult>,
  { connection, id, options }: { connection: Connection; id: string; options: ProtocolOptions },
): AsyncIterableIterator<never> {
  const before = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const tellAll = async (): Promise<IteratorReturnResult<undefined>> => {
    try {
      for (let step = await stream.next(); !step.done; step = await stream.next()) {
        await send(connection, `${before}${textOf(step.value)}}`);
      }
    } catch (error) {
      const errors = [options.formatError(refused(error), connection.request)];
      await send(connection, `${before}${JSON.stringify({ errors })}}`);
    }
    return { done: true, value: undefined };
  };
  return {
    next: tellAll,
    return: async () => {
      await stream.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

const texts = new WeakMap<LiveResult, string>();

/** Printed once for all who share a result. */
function textOf(result: LiveResult): string {
  let text = texts.get(result);
  if (text === undefined) texts.set(result, (text = JSON.stringify(result)));
  return text;
}
