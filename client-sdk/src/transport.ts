import type { CallOptions } from './base/call.ts';
import { LienThongError, TransportError, type ErrorBody } from './base/error.ts';
import { errorClasses, UnauthenticatedError, type ErrorCode } from './generated/errors.ts';

export interface ClientOptions {
  /** Of the GraphQL endpoint, e.g. `https://lien-thong.example/graphql`; the live stream uses the same with `ws`. */
  url: string;
  /**
   * A session token or an app's key. A function is asked before every attempt; when the server has refused a token,
   * it is asked again with that token, once a call, for another one.
   */
  token?: string | ((refused?: string) => string | Promise<string>);
  /** Of messages. Default `vi`. */
  locale?: 'vi' | 'en';
  fetch?: typeof fetch;
  /** The constructor of WebSockets where there is no global one: that of `ws` in Node before 22. */
  webSocketImpl?: unknown;
  /**
   * `attempts` in all (5), each after a random wait up to `baseMs` (200) × 2ⁿ, at most `capMs` (10,000). Where the
   * server asks for more than 60 s, or with false, a call is tried once. A live stream resumes all the same.
   */
  retry?: { attempts?: number; baseMs?: number; capMs?: number } | false;
  /** For one attempt with its answer. Default 30,000 ms. */
  timeoutMs?: number;
}

interface Call extends CallOptions {
  document: string;
  variables: unknown;
}

const maxRetryAfter = 60;

/** Sends an operation until it is answered or the attempts are used up. */
export async function execute(options: ClientOptions, call: Call): Promise<unknown> {
  const tokens = tokensOf(options);
  const attempts = isRepeatable(call) ? attemptsOf(options) : 1;
  for (let failures = 0; ;) {
    try {
      return await send(options, call, await tokens.next());
    } catch (error) {
      // Who is refused has changed nothing: asking again with another token is harmless for every operation.
      if (tokens.mayRenew(error)) continue;
      failures += 1;
      if (failures >= attempts || call.signal?.aborted || !mayRetry(error)) throw error;
      await pause(waitBefore(failures, error, options), call.signal);
    }
  }
}

async function send(
  options: ClientOptions,
  { document: query, variables, signal }: Call,
  token: string | undefined,
): Promise<unknown> {
  const { url, locale = 'vi', timeoutMs = 30_000 } = options;
  const patience = AbortSignal.timeout(timeoutMs);
  try {
    const response = await (options.fetch ?? fetch)(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        'accept-language': locale,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    return resultOf(response, await response.text());
  } catch (error) {
    if (signal?.aborted || error instanceof LienThongError) throw error;
    throw new TransportError(`No answer from ${url}`, true, {}, error);
  }
}

export const attemptsOf = ({ retry }: ClientOptions): number => (retry === false ? 1 : (retry?.attempts ?? 5));

/** The tokens of one call. A function that has no other than the refused one ends it. */
export function tokensOf({ token }: ClientOptions) {
  let used: string | undefined;
  let refused: string | undefined;
  return {
    async next(): Promise<string | undefined> {
      used = typeof token === 'function' ? await token(refused) : token;
      if (refused !== undefined && used === refused) throw errorOf([refusal('There is no other token')]);
      return used;
    },
    accepted: (): void => (refused = undefined),
    mayRenew(error: unknown): boolean {
      if (!(error instanceof UnauthenticatedError) || typeof token !== 'function' || refused !== undefined)
        return false;
      refused = used;
      return used !== undefined;
    },
  };
}

export type Tokens = ReturnType<typeof tokensOf>;

export const refusal = (message: string): ErrorBody => ({ message, extensions: { code: 'UNAUTHENTICATED' } });

/** A mutation, wherever the word stands in the text, is repeated only where its key makes that harmless. */
function isRepeatable({ document, variables }: Call): boolean {
  const { input } = (variables ?? {}) as { input?: { idempotencyKey?: string | null } };
  return !/\bmutation\b/.test(document) || Boolean(input?.idempotencyKey);
}

function resultOf({ status, headers }: Response, text: string): unknown {
  const { data, errors } = parsed(text);
  const retryable = status >= 500 || status === 429;
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const wait = seconds >= 0 ? { retryAfter: seconds } : {};
  if (errors?.length)
    throw errorOf(errors.map((error) => ({ ...error, extensions: { retryable, ...wait, ...error.extensions } })));
  if (!data) throw new TransportError(`HTTP ${status} without a GraphQL response`, retryable, { status, ...wait });
  return data;
}

function parsed(text: string): { data?: unknown; errors?: ErrorBody[] } {
  try {
    return (JSON.parse(text) as object | null) ?? {};
  } catch {
    // A proxy's own page: its status tells more than its text.
    return {};
  }
}

/** The first error of a response as its class. */
export function errorOf(errors: readonly ErrorBody[]): LienThongError {
  const first = errors[0] ?? { message: 'The server named no error' };
  const code = first.extensions?.code ?? '';
  const Class = Object.hasOwn(errorClasses, code) ? errorClasses[code as ErrorCode] : LienThongError;
  return new Class(first);
}

export const mayRetry = (error: unknown): error is LienThongError =>
  error instanceof LienThongError && error.retryable && (error.extensions.retryAfter ?? 0) <= maxRetryAfter;

/** Full jitter: clients that failed together do not come back together. */
export function waitBefore(failures: number, error: unknown, { retry }: ClientOptions): number {
  const { baseMs = 200, capMs = 10_000 } = retry || {};
  const asked = error instanceof LienThongError ? (error.extensions.retryAfter ?? 0) * 1000 : 0;
  return asked + Math.random() * Math.min(capMs, baseMs * 2 ** failures);
}

/** Ends early when the signal is aborted: what comes next sees that. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });
