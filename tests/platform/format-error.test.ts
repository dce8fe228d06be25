import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, parse, validate, type OperationDefinitionNode } from 'graphql';
import { databaseFailure, registerConstraint } from '../../server/platform/db/constraint-errors.ts';
import { AppError, badInput } from '../../server/platform/errors.ts';
import { formatError } from '../../server/platform/graphql/format-error.ts';
import type { Locale } from '../../server/platform/graphql/messages.ts';
import { coerceVariables } from '../../server/platform/graphql/request-errors.ts';
import { createLog } from '../../server/platform/log.ts';

const secret = 'Nguyễn Văn Kín 0912345678';

function setUp(locale: Locale = 'en') {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const format = (error: unknown) => formatError(error, { locale, requestId: 'request-1', log });
  return { lines, format };
}

const pgError = (code: string, more: object = {}): Error =>
  Object.assign(new Error(`duplicate key "${secret}"`), { severity: 'ERROR', code, detail: secret, ...more });

const schema = buildSchema(`
  enum Channel { ZALO VIBER }
  scalar Strict
  input Draft { title: String!, voices: Int, channel: Channel, tags: [String!] }
  type Query { find(text: String, count: Int, draft: Draft, ids: [ID!], strict: Strict): String, other: Int }
`);

const validationErrors = (text: string): readonly GraphQLError[] => validate(schema, parse(text));

describe('what is not ours', () => {
  it('is masked, with the request id, and logged once without what it says', () => {
    const { format, lines } = setUp();
    const error = new TypeError(`cannot read "${secret}"`);
    const shown = format(new GraphQLError(error.message, { originalError: error, path: ['issues'] }));
    format(error);
    expect(shown).toEqual({
      message: 'Something failed on our side; give the request id to the administrator.',
      path: ['issues'],
      extensions: { code: 'INTERNAL', messageKey: 'INTERNAL', requestId: 'request-1', retryable: true },
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('request-1');
    expect(lines[0]).not.toContain('Kín');
  });

  it('is masked also where it is no error', () => {
    for (const thrown of [secret, null, undefined, { code: '23505' }]) {
      expect(setUp().format(thrown)).toMatchObject({ extensions: { code: 'INTERNAL' } });
    }
  });

  it('is masked where graphql-js blames the server', () => {
    const { format, lines } = setUp();
    const error = new GraphQLError(`Abstract type "Node" must resolve to an Object type at runtime`, {
      path: ['node'],
    });
    expect(format(error).extensions).toMatchObject({ code: 'INTERNAL' });
    expect(lines).toHaveLength(1);
  });
});

describe('the database', () => {
  it('does not show a constraint that nobody has named, and does not call for a repeat', () => {
    const { format, lines } = setUp();
    const shown = format(pgError('23505', { constraint: 'issue_code_key' }));
    expect(shown.extensions).toMatchObject({ code: 'INTERNAL', retryable: false });
    expect(JSON.stringify(shown)).not.toMatch(/Kín|issue_code_key/);
    expect(lines[0]).toContain('issue_code_key');
    expect(lines[0]).not.toContain('Kín');
  });

  it.each(['08006', '40001', '40P01', '53100', '53300', '55P03', '57014', '57P01', '25P04'])(
    'lets %s be repeated',
    (code) => {
      const { format } = setUp('vi');
      const shown = format(new GraphQLError('x', { originalError: pgError(code), path: ['issueCollect'] }));
      expect(shown).toMatchObject({
        message: 'Hệ thống đang bận; hãy thử lại.',
        extensions: { code: 'INTERNAL', messageKey: 'service.busy', retryable: true },
      });
    },
  );

  it('does not take a system error for a state of SQL', () => {
    expect(databaseFailure(Object.assign(new Error('x'), { code: 'EBADF' }))).toBeNull();
    expect(databaseFailure(Object.assign(new Error('x'), { code: 'EPIPE' }))?.error.retryable).toBe(true);
  });

  it('answers for a named constraint what its module says, without a line in the error log', () => {
    registerConstraint('follow_once', () => badInput('input.subjectId', 'link.itself'));
    expect(() => registerConstraint('follow_once', () => new AppError('INTERNAL'))).toThrow('twice');
    const { format, lines } = setUp();
    expect(format(pgError('23505', { constraint: 'follow_once' })).extensions).toMatchObject({
      code: 'BAD_INPUT',
      field: 'input.subjectId',
    });
    expect(lines).toEqual([]);
  });
});

describe('errors of a document', () => {
  it.each([
    ['{ otherr }', /^The document is not valid: Cannot query field "otherr" on type "Query"\.$/],
    [`{ find(text: ${JSON.stringify(secret)}, text: "b") }`, /only one argument named "text"/],
    [`{ find(count: "${secret}") }`, /^Not a value of type Int\.$/],
    ['{ find(count: 12345678901234) }', /^Not a value of type Int\.$/],
    ['{ find(draft: {title: "x", channel: NGUYEN_VAN_KIN}) }', /^Not a value of type Channel\.$/],
    [`{ find(draft: {title: "x", channel: "${secret}"}) }`, /^Not a value of type Channel\.$/],
    ['{ find(draft: {voices: 1}) }', /^A value of type String! is required\.$/],
    ['{ find(draft: {title: "x", titel: "y"}) }', /^There is no such field in Draft\.$/],
    ['query ($a: Strng) { find(text: $a) }', /Unknown type "Strng"\.$/],
  ])('%# name names, and neither values nor suggestions', (text, message) => {
    const { format, lines } = setUp();
    const shown = validationErrors(text).map((error) => format(error));
    expect(shown[0]!.message).toMatch(message);
    expect(shown[0]!.locations).toHaveLength(1 + (text.includes('text: "b"') ? 1 : 0));
    expect(shown[0]!.extensions).toMatchObject({ code: 'BAD_INPUT', retryable: false, requestId: 'request-1' });
    expect(JSON.stringify(shown)).not.toMatch(/Kín|NGUYEN|0912|Did you mean/);
    expect(lines).toEqual([]);
  });

  it.each([
    ['{ find(count: "x") }', 'count'],
    ['query ($a: Int = "x") { find(count: $a) }', 'a'],
    ['{ find(text: "a", draft: {title: "x", voices: "y"}) }', 'draft.voices'],
    ['{ find(draft: {title: "x", tags: ["a", {b: 1}]}) }', 'draft.tags'],
    ['{ find(draft: {tags: ["a"], title: 1}, text: "b") }', 'draft.title'],
    ['{ find(draft: {voices: 1}) }', 'draft.title'],
    ['{ find(draft: {title: "x", titel: "y"}) }', 'draft.titel'],
  ])('%# name the place of a value that the document writes out', (text, field) => {
    const { format } = setUp();
    expect(validationErrors(text).map((error) => format(error).extensions!['field'])).toEqual([field]);
  });

  it.each([
    `{ find(text: """${secret}""" "x") }`,
    `{ find(text: "${secret}" 12a) }`,
    '{ "Nguyen" }',
    '{ find(',
    '{ ê }',
  ])('%# of syntax say what was expected', (text) => {
    const { format } = setUp();
    let error: unknown;
    try {
      parse(text);
    } catch (thrown) {
      error = thrown;
    }
    const shown = format(error);
    expect(shown.message).toMatch(/^Syntax error in the document: \S/);
    expect(shown).toMatchObject({ extensions: { code: 'BAD_INPUT', messageKey: 'document.syntax' }, locations: [{}] });
    expect(JSON.stringify(shown)).not.toMatch(/Kín|Nguyen|0912/);
  });

  it('of a scalar that quotes its value are withheld', () => {
    const error = new GraphQLError(`Value is not a valid date: ${secret}`);
    expect(setUp().format(error)).toMatchObject({
      message: 'The input is not valid.',
      extensions: { code: 'BAD_INPUT' },
    });
  });
});

describe('errors of variables', () => {
  const faults = (definitions: string, variables: Record<string, unknown>) => {
    const document = parse(`query (${definitions}) { other }`);
    const result = coerceVariables(schema, document.definitions[0] as OperationDefinitionNode, variables);
    const { format } = setUp();
    return 'errors' in result ? result.errors.map((error) => format(error)) : result.coerced;
  };

  it.each([
    ['$count: Int!', {}, 'count', 'value.missing'],
    ['$count: Int!', { count: null }, 'count', 'value.invalid'],
    ['$count: Int', { count: secret }, 'count', 'value.invalid'],
    ['$draft: Draft!', { draft: {} }, 'draft.title', 'value.missing'],
    ['$draft: Draft!', { draft: { title: { a: secret } } }, 'draft.title', 'value.invalid'],
    ['$draft: Draft!', { draft: { title: 'x', voices: secret } }, 'draft.voices', 'value.invalid'],
    ['$draft: Draft!', { draft: { title: 'x', tags: ['a', [secret]] } }, 'draft.tags.1', 'value.invalid'],
    ['$draft: Draft!', { draft: { title: 'x', titel: secret } }, 'draft.titel', 'value.unknown'],
    ['$draft: Draft!', { draft: { title: 'x', [secret]: 1 } }, 'draft', 'value.invalid'],
    ['$draft: Draft!', { draft: { title: 'x', channel: `x at "${secret}"; y` } }, 'draft.channel', 'value.invalid'],
    ['$draft: Draft!', { draft: secret }, 'draft', 'value.invalid'],
    ['$ids: [ID!]', { ids: ['a', null] }, 'ids.1', 'value.invalid'],
  ])('%# name the place and never the value', (definitions, variables, field, messageKey) => {
    const shown = faults(definitions, variables);
    expect(shown).toMatchObject([{ extensions: { code: 'BAD_INPUT', field, messageKey } }]);
    expect(JSON.stringify(shown)).not.toMatch(/Kín|0912/);
  });

  it('come all at once, ten at most', () => {
    expect(faults('$a: Int, $draft: Draft!', { a: 'x', draft: { voices: 'y' } })).toHaveLength(3);
    expect(faults('$ids: [ID!]', { ids: Array.from({ length: 50 }, () => null) })).toHaveLength(10);
  });

  it('are none where the values fit', () => {
    expect(faults('$a: Int = 3, $draft: Draft', { draft: { title: 'x' } })).toEqual({ a: 3, draft: { title: 'x' } });
  });
});

describe('an error of ours', () => {
  it('does not let its extensions stand for the fixed ones', () => {
    const error = new AppError('FORBIDDEN', { extensions: { code: 'OK', requestId: 'x', retryable: true, more: 1 } });
    const { extensions } = setUp().format(error);
    expect(extensions).toEqual({
      code: 'FORBIDDEN',
      messageKey: 'FORBIDDEN',
      requestId: 'request-1',
      retryable: false,
      more: 1,
    });
  });

  it('keeps code, field, path and extensions through wrappers, in the language asked for', () => {
    const error = new AppError('VERSION_CONFLICT', {
      field: 'input.expectedVersion',
      extensions: { currentVersion: 4 },
    });
    const inner = new GraphQLError('x', { originalError: error });
    const outer = new GraphQLError('y', { originalError: inner, path: ['issueEdit'] });
    const { format, lines } = setUp('vi');
    expect(format(outer)).toEqual({
      message: 'Nội dung đã được người khác thay đổi; hãy tải lại rồi thực hiện tiếp.',
      path: ['issueEdit'],
      extensions: {
        code: 'VERSION_CONFLICT',
        messageKey: 'VERSION_CONFLICT',
        field: 'input.expectedVersion',
        requestId: 'request-1',
        retryable: false,
        currentVersion: 4,
      },
    });
    expect(lines).toEqual([]);
  });
});
