import type { IncomingMessage } from 'node:http';
import {
  GraphQLError,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { makeServer, type Context, type Server, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import type { Authenticate } from '../auth/authenticate.ts';
import { bearerToken } from '../auth/bearer-token.ts';
import type { Viewer } from '../auth/viewer.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { closeCodes, shut, type Connection, type Watch } from './socket-watch.ts';

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

export interface OpenedStream {
  schema: GraphQLSchema;
  document: DocumentNode;
  stream: AsyncIterableIterator<ExecutionResult>;
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
type Socket = Context<Params, Connection>;

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
      return openOperation(options, socket, payload);
    },
    subscribe: (args) => (args.contextValue as { stream: AsyncIterableIterator<ExecutionResult> }).stream,
    execute: () => {
      throw new Error('Only subscriptions are opened on a socket');
    },
    onError: ({ extra }, _id, _payload, errors) => errors.map((error) => formatError(error, extra.request)),
    onNext: ({ extra }, ...[, , , result]) =>
      result.errors && { ...result, errors: result.errors.map((error) => formatError(error, extra.request)) },
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
  socket: Socket,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { request, viewer, operations, closing } = socket.extra;
  if (!viewer || closing) return [refused(new AppError('UNAUTHENTICATED', { messageKey: 'auth.required' }))];
  const controller = new AbortController();
  operations.set(payload, controller);
  const forget = (errors: readonly GraphQLError[]): readonly GraphQLError[] => {
    operations.delete(payload);
    return errors;
  };
  try {
    const live: LiveOperation = { viewer, request, payload, signal: controller.signal };
    const opened = await options.open(live);
    return 'stream' in opened ? executionOf(opened, payload) : forget(opened);
  } catch (error) {
    return forget([refused(error)]);
  }
}

function executionOf({ schema, document, stream }: OpenedStream, payload: SubscribePayload): ExecutionArgs {
  const operationName = payload.operationName ?? null;
  return { schema, document, operationName, contextValue: { stream: endingWithErrors(stream) }, rootValue: null };
}

const refused = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('refused', { originalError: error as Error });

/** A step that fails is told to the client as the stream's last result; the socket and its other streams go on. */
function endingWithErrors(stream: AsyncIterableIterator<ExecutionResult>): AsyncIterableIterator<ExecutionResult> {
  const done: IteratorResult<ExecutionResult> = { done: true, value: undefined };
  let failed = false;
  const fail = async (error: unknown): Promise<IteratorResult<ExecutionResult>> => {
    failed = true;
    await stream.return?.();
    return { done: false, value: { errors: [refused(error)] } };
  };
  return {
    next: () => (failed ? Promise.resolve(done) : stream.next().catch(fail)),
    return: async () => stream.return!(),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
