import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Charge } from '../graphql/budget.ts';
import type { ErrorSetting } from '../graphql/format-error.ts';
import { formatError } from '../graphql/format-error.ts';
import { localeOf } from '../graphql/messages.ts';
import type { Log } from '../log.ts';

/** One request on its way: what its errors and its log line need. */
export interface GraphqlRequest extends ErrorSetting {
  startedAt: number;
  /** Codes of the errors in its response. */
  codes: Set<string>;
  /** Name of the operation, which the document's author chose. */
  operation: string | undefined;
  operationKind: string | undefined;
  charge: Charge | undefined;
}

/** Apollo Server formats errors without telling of which request. */
export const currentRequest = new AsyncLocalStorage<GraphqlRequest>();

// Not digits alone: that could be somebody's number, which the log withholds.
const givenId = /^(?!\d+$)[\w-]{8,64}$/;

export function beginRequest(request: FastifyRequest, log: Log): GraphqlRequest {
  const given = request.headers['x-request-id'];
  return {
    requestId: typeof given === 'string' && givenId.test(given) ? given : randomUUID(),
    locale: localeOf(request.headers['accept-language']),
    log,
    startedAt: performance.now(),
    codes: new Set(),
    operation: undefined,
    operationKind: undefined,
    charge: undefined,
  };
}

/** The error as the response shows it; its code also stands in the request's log line. */
export function showError(error: unknown, request: GraphqlRequest): ReturnType<typeof formatError> {
  const shown = formatError(error, request);
  request.codes.add(String(shown.extensions?.['code']));
  return shown;
}

const maxCodes = 3;
const maxName = 64;

/** One line a request: never its variables or document. */
export function logRequest(request: GraphqlRequest, status: number): void {
  const { requestId, operation, operationKind, codes, charge, startedAt, log } = request;
  log.info(
    {
      requestId,
      status,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
      ...(operation !== undefined && operation.length <= maxName && { operation }),
      ...(operationKind !== undefined && { operationKind }),
      ...(codes.size > 0 && { code: [...codes].slice(0, maxCodes).join('+') }),
      ...(charge && { cost: charge.requested }),
    },
    'graphql',
  );
}
