import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { databaseFailure } from '../db/constraint-errors.ts';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { messageFor, type Locale } from './messages.ts';
import { requestError } from './request-errors.ts';

export interface ErrorSetting {
  locale: Locale;
  requestId: string;
  log: Log;
}

const maxWrappers = 8;
/** Errors that stand in the log already: one may reach a response at several places. */
const logged = new WeakSet<Error>();

/** Codes that Apollo Server gives to what is wrong with a request itself. */
const requestCodes = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/**
 * Any error as the response shows it: a code of the closed table, a message in the reader's language. What is not an
 * error of ours is masked as INTERNAL and written to the log once, under the request's id.
 */
export function formatError(error: unknown, setting: ErrorSetting): GraphQLFormattedError {
  const answer = known(error, setting) ?? masked(error, setting);
  const { code, details, retryable } = answer;
  const { locations, path } = error instanceof GraphQLError ? error.toJSON() : {};
  const extensions = {
    code,
    messageKey: details.messageKey ?? code,
    ...(details.field !== undefined && { field: details.field }),
    requestId: setting.requestId,
    retryable,
  };
  return {
    message: messageFor(answer, setting.locale),
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { ...extensions, ...details.extensions, ...extensions },
  };
}

function known(error: unknown, setting: ErrorSetting): AppError | null {
  const cause = unwrap(error);
  if (cause instanceof AppError) {
    if (cause.code === 'INTERNAL') logOnce(cause, setting);
    return cause;
  }
  const failure = databaseFailure(cause);
  if (failure) {
    if (!failure.expected) logOnce(cause as Error, setting);
    return failure.error;
  }
  return error instanceof GraphQLError && isAboutRequest(error, cause) ? requestError(error) : null;
}

function unwrap(error: unknown): unknown {
  let cause = error;
  for (let i = 0; i < maxWrappers && cause instanceof GraphQLError && cause.originalError; i += 1) {
    cause = cause.originalError;
  }
  return cause;
}

/** graphql-js' own errors carry a path where a resolver or the schema failed, which is no fault of the request. */
function isAboutRequest(error: GraphQLError, cause: unknown): boolean {
  if (requestCodes.has(error.extensions['code'])) return true;
  if (!(cause instanceof GraphQLError)) return false;
  return error.path === undefined || error.message.startsWith('Argument "');
}

function masked(error: unknown, setting: ErrorSetting): AppError {
  const cause = unwrap(error);
  logOnce(cause instanceof Error ? cause : new Error('Something other than an error was thrown'), setting);
  return new AppError('INTERNAL');
}

function logOnce(error: Error, { log, requestId }: ErrorSetting): void {
  if (logged.has(error)) return;
  logged.add(error);
  log.error({ requestId, err: error }, 'request failed');
}
