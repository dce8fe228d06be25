import { LienThongError, TransportError, type ErrorBody } from './errors.ts';
import { errorClasses, UnauthenticatedError, type ErrorCode } from './generated/errors.ts';

/** The text of an operation that knows the types of its result and variables. */
export type TypedDocument<Result, Variables> = string & { readonly __types?: (variables: Variables) => Result };

export interface RetryOptions {
  /** Attempts in all, the first included. Default 5. */
  attempts?: number;
  /** The n-th wait is a random time up to `baseMs` × 2ⁿ, at most `capMs`. Default 200 ms. */
  baseMs?: number;
  /** Default 10,000 ms. Where the server asks for more than 60 s, the call fails at once. */
  capMs?: number;
}

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
  /** false: every call is tried once. A live stream resumes all the same. */
  retry?: RetryOptions | false;
  /** For one attempt with its answer. Default 30,000 ms. */
  timeoutMs?: number;
}

export interface CallOptions {
  /** Ends the call; what the server has begun goes on. */
  signal?: AbortSignal;
}

interface Call extends CallOptions {
  document: string;
  variables: unknown;
}

const maxRetryAfter = 60;

/** Sends an operation until it is answered or the attempts are used up. */
export async function execute(options: ClientOptions, call: Call): Promise<unknown> {
  const { retry, token } = options;
  const attempts = isRepeatable(call) ? attemptsOf(retry) : 1;
  let refused: string | undefined;
  for (let failures = 0; ;) {
    let used: string | undefined;
    try {
      used = await tokenOf(options, refused);
      return await send(options, call, used);
    } catch (error) {
      // Who is refused has changed nothing: asking again with another token is harmless for every operation.
      if (error instanceof UnauthenticatedError && typeof token === 'function' && refused === undefined && used) {
        refused = used;
        continue;
      }
      failures += 1;
      if (failures >= attempts || call.signal?.aborted || !mayRetry(error)) throw error;
      await pause(waitBefore(failures, error, retry || {}), call.signal);
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
    throw new TransportError(`No answer from ${url}`, { retryable: true }, { cause: error });
  }
}

export const attemptsOf = (retry: RetryOptions | false | undefined): number =>
  retry === false ? 1 : (retry?.attempts ?? 5);

/** The token to send. A function that has no other than the refused one ends the call. */
export async function tokenOf({ token }: ClientOptions, refused: string | undefined): Promise<string | undefined> {
  if (typeof token !== 'function') return token;
  const fresh = await (refused === undefined ? token() : token(refused));
  if (fresh === refused)
    throw errorOf([{ message: 'There is no other token', extensions: { code: 'UNAUTHENTICATED' } }]);
  return fresh;
}

/** A mutation is repeated only where its key makes that harmless. */
function isRepeatable({ document, variables }: Call): boolean {
  const { input } = (variables ?? {}) as { input?: { idempotencyKey?: string | null } };
  return !/^\s*mutation\b/.test(document) || Boolean(input?.idempotencyKey);
}

function resultOf({ status, headers }: Response, text: string): unknown {
  const { data, errors } = parsed(text);
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  const known = { retryable: status >= 500 || status === 429, ...(retryAfter >= 0 && { retryAfter }) };
  if (errors?.length)
    throw errorOf(errors.map((error) => ({ ...error, extensions: { ...known, ...error.extensions } })));
  if (data) return data;
  throw new TransportError(`HTTP ${status} without a GraphQL response`, { status, ...known });
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
  const Class = errorClasses[first.extensions?.code as ErrorCode] ?? LienThongError;
  return new Class(first);
}

export const mayRetry = (error: unknown): error is LienThongError =>
  error instanceof LienThongError && error.retryable && (error.extensions.retryAfter ?? 0) <= maxRetryAfter;

/** Full jitter: clients that failed together do not come back together. */
export function waitBefore(failures: number, error: unknown, { baseMs = 200, capMs = 10_000 }: RetryOptions): number {
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
