import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import {
  BadInputError,
  createClient,
  errorClasses,
  InternalError,
  LienThongError,
  PersonalDataError,
  RateLimitedError,
  signIn,
  TransportError,
  UnauthenticatedError,
  type ClientOptions,
  type TypedDocument,
} from '../../client-sdk/src/index.ts';
import { dataOf, errorWith, fakeEndpoint } from './sdk.fakes.ts';

const url = 'https://lien-thong.example/graphql';
const quick = { attempts: 3, baseMs: 1 };
const clientOf = (endpoint: { fetch: typeof fetch }, options: Partial<ClientOptions> = {}) =>
  createClient({ url, token: 'secret', retry: quick, fetch: endpoint.fetch, ...options });

const failureOf = async (call: Promise<unknown>): Promise<LienThongError> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(LienThongError);
  return error as LienThongError;
};

const followed = dataOf({ follow: { position: 'p1', subject: { __typename: 'Topic', id: 'topic_1' } } });
const proxyPage = new Response('<h1>Bad gateway</h1>', { status: 502 });

describe('errors', () => {
  it('has a class of its own for every code of the schema, and no other', () => {
    const codes = buildSchema(readFileSync('schema/schema.graphql', 'utf8')).getType('ErrorCode');
    expect(Object.keys(errorClasses).toSorted()).toEqual(
      isEnumType(codes) &&
        codes
          .getValues()
          .map(({ name }) => name)
          .toSorted(),
    );
    expect(new Set(Object.values(errorClasses)).size).toBe(Object.keys(errorClasses).length);
  });

  it.each(Object.entries(errorClasses))('throws %s as its class', async (code, Class) => {
    const extensions = { field: 'input.subjectId', requestId: 'r-1', retryable: false };
    const error = await failureOf(clientOf(fakeEndpoint(errorWith(code, extensions))).topics());
    expect(error).toBeInstanceOf(Class);
    expect(error).toMatchObject({
      code,
      field: 'input.subjectId',
      requestId: 'r-1',
      retryable: false,
      message: `It is ${code}`,
    });
    expect(error.extensions).toEqual({ code, ...extensions });
  });

  it.each(['TOO_LATE', 'constructor'])('throws a code that it does not know, %s, as LienThongError', async (code) => {
    const error = await failureOf(clientOf(fakeEndpoint(errorWith(code, { retryable: false }))).topics());
    expect(error.constructor).toBe(LienThongError);
    expect(error.code).toBe(code);
  });

  it('hands on what the code tells besides', async () => {
    const findings = [{ kind: 'PHONE', start: 4, end: 16 }];
    const endpoint = fakeEndpoint(errorWith('PERSONAL_DATA', { findings, proposal: 'gọi [số điện thoại]' }));
    const error = await failureOf(clientOf(endpoint).commentAdd({ subjectId: 'issue_1', body: 'gọi 0912 345 678' }));
    expect(error).toBeInstanceOf(PersonalDataError);
    expect(error.extensions).toMatchObject({ findings, proposal: 'gọi [số điện thoại]' });
  });
});

describe('retries', () => {
  it('does not try again what cannot succeed', async () => {
    const endpoint = fakeEndpoint(errorWith('BAD_INPUT', { retryable: false }), followed);
    expect(await failureOf(clientOf(endpoint).follow({ subjectId: 'x' }))).toBeInstanceOf(BadInputError);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('signs in and out once only', async () => {
    const endpoint = fakeEndpoint(proxyPage);
    expect(
      await failureOf(signIn(url, 'officer@example', 'secret', { fetch: endpoint.fetch, retry: quick })),
    ).toBeInstanceOf(TransportError);
    expect(await failureOf(clientOf(endpoint).sessionEnd())).toMatchObject({ code: 'TRANSPORT', retryable: true });
    expect(endpoint.requests).toHaveLength(2);
    expect(endpoint.requests[0]!.variables).toEqual({ input: { email: 'officer@example', password: 'secret' } });
  });

  it.each([
    'mutation { sessionEnd { ended } }',
    'fragment F on Topic { id } # first\nmutation M { follow { subject { ...F } } }',
  ])('does not repeat a mutation of the caller that has no key: %s', async (text) => {
    const endpoint = fakeEndpoint(proxyPage, followed);
    const document = text as TypedDocument<object, object>;
    expect(await failureOf(clientOf(endpoint).execute(document, {}))).toBeInstanceOf(TransportError);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('gives up after the agreed attempts', async () => {
    const endpoint = fakeEndpoint(new TypeError('fetch failed'));
    const error = await failureOf(clientOf(endpoint).follow({ subjectId: 'topic_1' }));
    expect(error).toMatchObject({ code: 'TRANSPORT', retryable: true, cause: new TypeError('fetch failed') });
    expect(endpoint.requests).toHaveLength(3);
  });

  it('tries once where retry is false', async () => {
    const endpoint = fakeEndpoint(proxyPage);
    await failureOf(clientOf(endpoint, { retry: false }).follow({ subjectId: 'topic_1' }));
    expect(endpoint.requests).toHaveLength(1);
  });

  it('keeps the key of a mutation over its attempts, and makes a new one for the next call', async () => {
    const endpoint = fakeEndpoint(new TypeError('fetch failed'), proxyPage, followed);
    const client = clientOf(endpoint);
    expect(await client.follow({ subjectId: 'topic_1' })).toMatchObject({ position: 'p1' });
    await client.follow({ subjectId: 'topic_1' });
    const keys = endpoint.requests.map(({ variables }) => variables.input!['idempotencyKey']);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(keys.slice(0, 3)).toEqual([keys[0], keys[0], keys[0]]);
    expect(keys[3]).not.toBe(keys[0]);
  });

  it('keeps the key that the caller gives', async () => {
    const endpoint = fakeEndpoint(errorWith('INTERNAL', { retryable: true }, { status: 500 }), followed);
    await clientOf(endpoint).follow({ subjectId: 'topic_1', idempotencyKey: 'mine' });
    expect(endpoint.requests.map(({ variables }) => variables.input!['idempotencyKey'])).toEqual(['mine', 'mine']);
  });

  it('waits as long as the server asks, in the header or in the error', async () => {
    const endpoint = fakeEndpoint(
      new Response('', { status: 503, headers: { 'retry-after': '0.2' } }),
      errorWith('RATE_LIMITED', { retryable: true, retryAfter: 0.2 }, { status: 429 }),
      followed,
    );
    const start = performance.now();
    await clientOf(endpoint).follow({ subjectId: 'topic_1' });
    expect(performance.now() - start).toBeGreaterThanOrEqual(380);
  });

  it('does not wait for hours', async () => {
    const endpoint = fakeEndpoint(
      errorWith('RATE_LIMITED', { retryable: true }, { status: 429, headers: { 'retry-after': '3600' } }),
    );
    const error = await failureOf(clientOf(endpoint).topics());
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error.extensions.retryAfter).toBe(3600);
    expect(endpoint.requests).toHaveLength(1);
  });

  it('takes no answer in time for no answer', async () => {
    const endpoint = fakeEndpoint(
      (_request, signal) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
      dataOf({ topics: [] }),
    );
    expect(await clientOf(endpoint, { timeoutMs: 20 }).topics()).toEqual([]);
    expect(endpoint.requests).toHaveLength(2);
  });

  it('stops waiting when the call is aborted, with the reason of that', async () => {
    const endpoint = fakeEndpoint(errorWith('INTERNAL', { retryable: true, retryAfter: 30 }), (_request, signal) => {
      throw signal.reason;
    });
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('enough')), 20);
    const start = performance.now();
    await expect(clientOf(endpoint).topics({}, { signal: stop.signal })).rejects.toThrow('enough');
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('reads an answer that is no GraphQL as a failure of the way', async () => {
    for (const text of ['', 'null', '[]', '{"data":null}', 'x']) {
      const error = await failureOf(clientOf(fakeEndpoint(new Response(text))).topics());
      expect(error).toMatchObject({ code: 'TRANSPORT', retryable: false, extensions: { status: 200 } });
    }
  });
});

describe('tokens', () => {
  const refused = errorWith('UNAUTHENTICATED', { retryable: false }, { status: 401 });

  it('does not ask twice with a token that was refused', async () => {
    const endpoint = fakeEndpoint(refused);
    expect(await failureOf(clientOf(endpoint).topics())).toBeInstanceOf(UnauthenticatedError);
    expect(endpoint.requests).toHaveLength(1);
    const same = fakeEndpoint(refused);
    expect(await failureOf(clientOf(same, { token: () => 'old' }).topics())).toBeInstanceOf(UnauthenticatedError);
    expect(same.requests).toHaveLength(1);
  });

  it('asks for another token once a call', async () => {
    const asked: (string | undefined)[] = [];
    const endpoint = fakeEndpoint(refused);
    const token = async (old?: string) => {
      asked.push(old);
      return old ? 'new' : 'old';
    };
    expect(await failureOf(clientOf(endpoint, { token }).topics())).toBeInstanceOf(UnauthenticatedError);
    expect(asked).toEqual([undefined, 'old']);
    expect(endpoint.requests.map(({ headers }) => headers['authorization'])).toEqual(['Bearer old', 'Bearer new']);
  });

  it('repeats with the new token also what has no key', async () => {
    const endpoint = fakeEndpoint(refused, dataOf({ sessionEnd: { ended: true } }));
    expect(await clientOf(endpoint, { token: (old) => (old ? 'new' : 'old') }).sessionEnd()).toEqual({ ended: true });
  });

  it('hands on what the function throws', async () => {
    const token = () => Promise.reject(new Error('vault is sealed'));
    await expect(clientOf(fakeEndpoint(followed), { token }).topics()).rejects.toThrow('vault is sealed');
  });

  it('sends none where there is none', async () => {
    const endpoint = fakeEndpoint(dataOf({ topics: [] }));
    await createClient({ url, fetch: endpoint.fetch, locale: 'en' }).topics();
    expect(endpoint.requests[0]!.headers).toEqual({
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'accept-language': 'en',
    });
  });
});

describe('pages', () => {
  const topic = (name: string) => ({ code: name });
  const page = (nodes: object[], endCursor: string | null) =>
    dataOf({ issues: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } } });

  it('reads page after page to the end', async () => {
    const endpoint = fakeEndpoint(page([topic('1'), topic('2')], 'c2'), page([], 'c3'), page([topic('3')], null));
    const codes: string[] = [];
    for await (const { code } of clientOf(endpoint).eachIssue({ first: 2, filter: { topicCodes: ['DRAINAGE'] } }))
      codes.push(code);
    expect(codes).toEqual(['1', '2', '3']);
    const filter = { topicCodes: ['DRAINAGE'] };
    expect(endpoint.requests.map(({ variables }) => variables)).toEqual([
      { first: 2, filter },
      { first: 2, filter, after: 'c2' },
      { first: 2, filter, after: 'c3' },
    ]);
  });

  it('reads no page that nobody wants', async () => {
    const endpoint = fakeEndpoint(page([topic('1'), topic('2')], 'c2'));
    for await (const { code } of clientOf(endpoint).eachIssue()) {
      expect(code).toBe('1');
      break;
    }
    expect(endpoint.requests).toHaveLength(1);
  });

  it('throws the failure of a page', async () => {
    const endpoint = fakeEndpoint(page([topic('1')], 'c1'), errorWith('INTERNAL', { retryable: false }));
    const codes: string[] = [];
    const read = async () => {
      for await (const { code } of clientOf(endpoint).eachIssue()) codes.push(code);
    };
    await expect(read()).rejects.toBeInstanceOf(InternalError);
    expect(codes).toEqual(['1']);
  });
});
