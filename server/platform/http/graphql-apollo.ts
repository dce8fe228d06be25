import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { maxValidationErrors, type Operations } from '../graphql/operations.ts';
import { refusal } from '../graphql/request-errors.ts';
import type { Log } from '../log.ts';
import type { Executor } from '../read/executor.ts';
import { stringifyResult } from '../read/raw-json.ts';
import { currentRequest, showError } from './graphql-request.ts';

export interface ApolloParts {
  operations: Operations;
  executor: Executor;
  log: Log;
}

/**
 * Apollo Server's pipeline (CSRF prevention, negotiation, parse and validation with their cache) around our executor.
 * Coercion errors of variables answer 400, which is its default; naming that option makes it warn at each start.
 */
export function createApolloServer(parts: ApolloParts): ApolloServer<Context> {
  const { operations, executor, log } = parts;
  const { schema, limits, store, validationRules } = operations;
  return new ApolloServer<Context>({
    gateway: {
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: async () => ({ executor: (request) => executor(request as never) as never }),
      stop: async () => undefined,
    },
    documentStore: store,
    parseOptions: { maxTokens: limits.tokens },
    validationRules,
    validationOptions: { maxErrors: maxValidationErrors, hideSuggestions: true },
    hideSchemaDetailsFromClientErrors: true,
    // Our own rule, whose message names no product, stands in `validationRules` where it is off.
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    cache: 'bounded',
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    // What it would decide is decided above; unset, Apollo Server reads the environment.
    nodeEnv: 'production',
    logger: log,
    formatError: (_formatted, error) => formatted(error),
    stringifyResult,
    plugins: [
      requestPlugin(operations),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}

function formatted(error: unknown): GraphQLFormattedError {
  const request = currentRequest.getStore();
  if (!request) throw new Error('A GraphQL request runs outside its handler');
  return showError(error, request);
}

/** What each operation passes between validation and execution, and what its response tells of the cost. */
function requestPlugin(operations: Operations): ApolloServerPlugin<Context> {
  return {
    unexpectedErrorProcessingRequest: async ({ requestContext, error }) => {
      const { log, requestId } = requestContext.contextValue;
      log.error({ requestId, err: error }, 'request failed unexpectedly');
    },
    requestDidStart: async () => ({
      didResolveOperation: async ({ document, operation, request, contextValue }) => {
        if (!operation) throw refusal(badInput('operationName', 'document.operation'));
        if (operation.operation === 'subscription') throw refusal(badInput('query', 'document.subscription'));
        const current = currentRequest.getStore()!;
        current.operation = operation.name?.value;
        current.operationKind = operation.operation;
        const { viewer, address } = contextValue;
        current.charge = await operations.admit(document, operation, { viewer, address, variables: request.variables });
      },
      willSendResponse: async ({ response: { body } }) => {
        const cost = currentRequest.getStore()?.charge;
        if (cost && body.kind === 'single') body.singleResult.extensions = { ...body.singleResult.extensions, cost };
      },
    }),
  };
}
