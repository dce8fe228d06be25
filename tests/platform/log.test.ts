import { describe, expect, it } from '@jest/globals';
import { createLog, describeError, withoutValues } from '../../server/platform/log.ts';

const TEXT = 'Bà Nguyễn Thị Lan ở ngõ 5 phản ánh ngập nước';
const PHONE = '0912345678';
const TOKEN = 'lt_9f8e7d6c5b4a39281706f5e4d3c2b1a0';

function capture(level = 'trace') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line: string) => void lines.push(line) });
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

function databaseError(): Error {
  return Object.assign(new Error(`duplicate key value violates unique constraint "issue_code_key"`), {
    name: 'UniqueConstraintViolationException',
    code: '23505',
    detail: `Key (title)=(${TEXT}) already exists.`,
    where: `SQL statement "insert … ${TEXT}"`,
    query: `insert into issue values ('${TEXT}')`,
    parameters: [TEXT, PHONE],
    constraint: 'issue_code_key',
    table: 'issue',
    schema: 'public',
  });
}

function expectNoLeak(lines: string[]): void {
  expect(lines.join('')).not.toMatch(/Nguyễn|Nguy|Lan|phản|ngập|0912|lt_9f8e/);
}

describe('what never reaches the log', () => {
  it('drops every field outside the list, whatever its depth, and counts what it dropped', () => {
    const { log, lines, last } = capture();
    log.info({ requestId: 'r-1', variables: { title: TEXT }, body: TEXT, headers: { authorization: TOKEN } }, 'done');
    expectNoLeak(lines);
    expect(last()).toMatchObject({ level: 'info', requestId: 'r-1', msg: 'done', dropped: 3 });
  });

  it('drops a text or a long number in an allowed field', () => {
    const { log, lines, last } = capture();
    log.info({ operation: TEXT, actor: PHONE, reason: `+84${PHONE}`, count: PHONE, position: TEXT, err: TEXT }, 'done');
    expectNoLeak(lines);
    expect(last()['dropped']).toBe(5);
  });

  it('holds for child loggers, bindings and serializers that a library brings', () => {
    const { log, lines, last } = capture();
    const child = log.child({ title: TEXT, reqId: 'req-1' }, { serializers: { req: (value: unknown) => value } });
    child.setBindings({ token: TOKEN });
    child
      .child({ note: TEXT })
      .warn({ req: { method: 'POST', route: '/graphql', url: `/graphql?query=${TEXT}` } }, 'x');
    expectNoLeak(lines);
    expect(last()).toMatchObject({ level: 'warn', reqId: 'req-1', req: { method: 'POST', route: '/graphql' } });
    expect(last()['req']).not.toHaveProperty('url');
  });

  it('does not format values into messages, and withholds a message that is somebody’s text', () => {
    const { log, lines, last } = capture();
    log.info('found %s', TEXT);
    expect(last()['msg']).toBe('found %s');
    log.info({ count: 1 }, 'found %s', TEXT);
    expect(last()['msg']).toBe('found %s');
    log.info(TEXT);
    expect(last()['msg']).toBe('withheld: carries text');
    log.info({ msg: TEXT });
    log.info({}, `Route GET:/graphql?query=${PHONE}&variables=${TOKEN} not found`);
    expect(last()['msg']).toBe('Route GET:/graphql? not found');
    expectNoLeak(lines);
  });

  it('reduces an error from the database to names and code', () => {
    const { log, lines, last } = capture();
    log.error({ err: databaseError() }, 'failed');
    log.error(databaseError());
    log.error({ error: new Error(`could not save ${TEXT}`, { cause: databaseError() }) }, 'failed');
    log
      .child({}, { serializers: { err: (error: unknown) => error } })
      .error({ err: Object.assign({}, databaseError()) }, 'failed');
    expectNoLeak(lines);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      err: {
        type: 'UniqueConstraintViolationException',
        code: '23505',
        message: 'duplicate key value violates unique constraint "?"',
        constraint: 'issue_code_key',
        table: 'issue',
      },
    });
    expect(last()['err']).not.toHaveProperty('detail');
  });

  it('keeps only lines of a stack that name a place in a file', () => {
    const error = new Error(`first line\n    at ${TEXT}\n    at mine (${TEXT})`);
    const described = JSON.stringify(describeError(error));
    expect(described).toContain('log.test.ts');
    expect(described).not.toMatch(/Nguyễn|mine/);
  });

  it('survives what is not an error, and causes that go in a circle', () => {
    const circle = new Error('a');
    circle.cause = circle;
    expect(describeError('text')).toEqual({ type: 'string' });
    expect(JSON.stringify(describeError(circle)).match(/"type"/g)).toHaveLength(4);
  });
});

describe('withoutValues', () => {
  it.each([
    ['invalid input syntax for type uuid: "abc"', 'invalid input syntax for type uuid: "?"'],
    [`Unexpected token 'B', "Ba Lan o nh"... is not valid JSON`, 'Unexpected token "?", "?"... is not valid JSON'],
    ['unterminated "Ba Lan', 'unterminated "?"'],
    ["it's Lan's and 'Ba O''Lan' here", 'it\'s Lan\'s and "?" here'],
    ['mail lan@example.vn or call 0912 345 678', 'mail ? or call ?'],
    [`token ${TOKEN} refused`, 'token ? refused'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['line one\nline two', 'line one'],
    [TEXT, 'withheld: carries text'],
  ])('%s', (text, expected) => {
    expect(withoutValues(text)).toBe(expected);
  });

  it('ends a long message', () => {
    expect(withoutValues('word '.repeat(500))).toHaveLength(200);
  });
});

describe('what the log is for', () => {
  it('writes one JSON object a line with level, time and the listed fields', () => {
    const { log, lines, last } = capture();
    log.info(
      { method: 'POST', route: '/graphql', operation: 'Board', status: 200, durationMs: 1.5, cost: 40 },
      'request',
    );
    expect(lines[0]).toMatch(/^\{"level":"info","time":"\d{4}-[^"]+Z",.*\}\n$/);
    expect(last()).toMatchObject({ operation: 'Board', status: 200, durationMs: 1.5, cost: 40, msg: 'request' });
    expect(last()).not.toHaveProperty('dropped');
  });

  it('keeps to its level', () => {
    const { log, lines } = capture('warn');
    log.info('quiet');
    expect(lines).toEqual([]);
  });

  it('gives the matched route of a request, not its URL', () => {
    const { log, last } = capture();
    log.info(
      { req: { method: 'GET', url: `/a?b=${PHONE}`, routeOptions: { url: '/a' } }, res: { statusCode: 200 } },
      'x',
    );
    expect(last()).toMatchObject({ req: { method: 'GET', route: '/a' }, res: { statusCode: 200 } });
  });
});
