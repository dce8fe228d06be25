import { isUtf8 } from 'node:buffer';
import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Operations } from '../graphql/operations.ts';
import { refusal } from '../graphql/request-errors.ts';
import type { Log } from '../log.ts';
import type { Executor } from '../read/executor.ts';
import { stringifyResult } from '../read/raw-json.ts';
import type { Graphiql } from './graphiql.ts';
import { createApolloServer } from './graphql-apollo.ts';
import { beginRequest, currentRequest, logRequest, showError, type GraphqlRequest } from './graphql-request.ts';

export interface GraphqlOptions {
  operations: Operations;
  executor: Executor;
  /** Rejects with an AppError for a token that stands for nobody. */
  createContext(request: FastifyRequest): Promise<Context>;
  log: Log;
  /** Path of the endpoint. */
  endpoint?: string;
  /** Answers browsers that open the endpoint; null where there is no page. */
  graphiql?: Graphiql | null;
}

const bodyLimit = 1024 * 1024;
/** What Apollo Server reads of a request's headers. */
const readHeaders = ['accept', 'content-type', 'x-apollo-operation-name', 'apollo-require-preflight'];
const graphqlJson = 'application/graphql-response+json; charset=utf-8';
const plainJson = 'application/json; charset=utf-8';

/**
 * GraphQL over HTTP: POST with JSON, GET for queries. Refused before execution: 400 (BAD_INPUT, COST_EXCEEDED), 401,
 * 405, 413, 415, 429 with Retry-After; executed: 200, whatever errors its fields have. `stop` lets requests end first.
 */
export async function registerGraphql(
  app: FastifyInstance,
  options: GraphqlOptions,
): Promise<{ stop(): Promise<void> }> {
  const server = createApolloServer(options);
  await server.start();
  const requests = new WeakMap<FastifyRequest, GraphqlRequest>();
  const requestOf = (request: FastifyRequest): GraphqlRequest => {
    const known = requests.get(request) ?? beginRequest(request, options.log);
    requests.set(request, known);
    return known;
  };
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, parseBody);
    scope.addHook('onRequest', async (request, reply) => {
      reply.header('x-request-id', requestOf(request).requestId).header('cache-control', 'no-store');
      reply.header('x-content-type-options', 'nosniff');
    });
    scope.addHook('onResponse', async (request, reply) => logRequest(requestOf(request), reply.statusCode));
    scope.setErrorHandler<FastifyError>((error, request, reply) =>
      refuse(error, { request, reply, current: requestOf(request) }),
    );
    scope.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      url: options.endpoint ?? '/graphql',
      bodyLimit,
      // The line of logRequest stands for the framework's own two.
      logLevel: 'warn',
      handler: async (request, reply) => {
        if (options.graphiql?.wantsGraphiql(request)) return options.graphiql.sendGraphiql(reply);
        const current = requestOf(request);
        return currentRequest.run(current, () => answer(server, options, { request, reply, current }));
      },
    });
  });
  return { stop: () => server.stop() };
}

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
  current: GraphqlRequest;
}

async function answer(
  server: ApolloServer<Context>,
  options: GraphqlOptions,
  exchange: Exchange,
): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const httpGraphQLRequest = httpRequestOf(request);
  const context = (): Promise<Context> => contextOf(options, exchange, httpGraphQLRequest);
  const { status, headers, body } = await server.executeHTTPGraphQLRequest({ httpGraphQLRequest, context });
  if (body.kind !== 'complete') throw new Error('Responses in parts are not offered');
  for (const [name, value] of headers) reply.header(name, value);
  return reply.code(status ?? 200).send(body.string);
}

function httpRequestOf(request: FastifyRequest): HTTPGraphQLRequest {
  const headers = new HeaderMap();
  for (const name of readHeaders) {
    const value = request.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  const { method, url } = request.raw;
  const queryAt = url!.indexOf('?');
  return { method: method!, headers, search: queryAt < 0 ? '' : url!.slice(queryAt), body: request.body };
}

/** After CSRF prevention, before the document is parsed: who asks, and whether the text is within the limits. */
async function contextOf(
  options: GraphqlOptions,
  { request, current }: Exchange,
  http: HTTPGraphQLRequest,
): Promise<Context> {
  try {
    const { requestId, locale } = current;
    const context = { ...(await options.createContext(request)), requestId, locale };
    const query =
      http.method === 'GET'
        ? new URLSearchParams(http.search).get('query')
        : (http.body as { query?: unknown } | null)?.query;
    if (typeof query === 'string') options.operations.checkText(query);
    return context;
  } catch (error) {
    throw error instanceof AppError ? refusal(error) : error;
  }
}

function parseBody(request: FastifyRequest, body: Buffer, done: (error: Error | null, body?: unknown) => void): void {
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') {
    done(refusedWith(415, 'request.mediaType'));
    return;
  }
  if (!isUtf8(body)) {
    done(refusedWith(400, 'request.json'));
    return;
  }
  try {
    done(null, JSON.parse(body.toString()));
  } catch {
    done(refusedWith(400, 'request.json'));
  }
}

const refusedWith = (status: number, messageKey: string, params: Record<string, number> = {}): GraphQLError =>
  new GraphQLError('BAD_INPUT', {
    originalError: new AppError('BAD_INPUT', { messageKey, params }),
    extensions: { http: { status, headers: new Map() } },
  });

/** What fails outside Apollo Server, in the shape of a GraphQL response. */
function refuse(error: FastifyError | GraphQLError, { request, reply, current }: Exchange): FastifyReply {
  const shown = 'statusCode' in error ? ofFramework(error) : error;
  const { http } = (shown instanceof GraphQLError ? shown.extensions : {}) as { http?: { status: number } };
  const accept = request.headers.accept ?? '';
  return reply
    .code(http?.status ?? 500)
    .header('content-type', accept.includes('application/graphql-response+json') ? graphqlJson : plainJson)
    .send(stringifyResult({ errors: [showError(shown, current)] }));
}

function ofFramework(error: FastifyError): Error {
  switch (error.statusCode) {
    case 413:
      return refusedWith(413, 'request.tooLarge', { max: bodyLimit });
    case 415:
      return refusedWith(415, 'request.mediaType');
    default:
      return error.statusCode !== undefined && error.statusCode < 500
        ? refusedWith(error.statusCode, 'BAD_INPUT')
        : error;
  }
}
