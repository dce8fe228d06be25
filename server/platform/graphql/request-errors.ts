import {
  coerceInputValue,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  Kind,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { AppError, badInput, errorTable } from '../errors.ts';
import { argumentPath } from './argument-path.ts';
import { httpFault } from './http-faults.ts';

/** The part of an HTTP response that an error decides, in the form that Apollo Server reads. */
interface HttpPart {
  status: number;
  headers: Map<string, string>;
}

/** An error that refuses a request before its execution: with the HTTP status and headers that go with its code. */
export function refusal(error: AppError): GraphQLError {
  const { code, details } = error;
  const { status } = errorTable[code];
  const headers = new Map<string, string>();
  const retryAfter = details.extensions?.['retryAfter'];
  if (typeof retryAfter === 'number') headers.set('retry-after', String(retryAfter));
  if (code === 'UNAUTHENTICATED') headers.set('www-authenticate', 'Bearer');
  const http: HttpPart = { status: status === 200 ? 400 : status, headers };
  return new GraphQLError(code, { originalError: error, extensions: { http } });
}

const maxReason = 200;
const quotedNames = /"[$@]?[\w.[\]!]+"/g;
const plainWords = /^[A-Za-z ,.;'@()-]*$/;
const maxVariableErrors = 10;

const valueKinds = new Set<string>([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
]);

/**
 * What a client may know of an error of graphql-js or Apollo Server about its own request: names that it wrote itself,
 * never a value, never a suggestion out of the schema.
 */
export function requestError(error: GraphQLError): AppError {
  const { extensions } = error;
  const message = error.message.replace(/ ?Did you mean [\s\S]*$/, '').slice(0, 2000);
  if (extensions['code'] === 'PERSISTED_QUERY_NOT_SUPPORTED') return invalid('request.persistedQuery');
  if (extensions['code'] === 'BAD_REQUEST') return httpFault(message);
  if (message.startsWith('Syntax Error')) return syntaxError(message);
  if (message.startsWith('GraphQL introspection has been disabled')) return invalid('document.introspection');
  if (error.nodes?.some((node) => valueKinds.has(node.kind)) || /^Argument .* has invalid value /.test(message)) {
    return valueError(message, argumentPath(error.nodes?.find(({ kind }) => valueKinds.has(kind))));
  }
  const safe = plainWords.test(message.replaceAll(quotedNames, ''));
  return safe ? invalid('document.invalid', { reason: shorten(message) }) : invalid('BAD_INPUT');
}

const invalid = (messageKey: string, params: Record<string, string> = {}): AppError =>
  new AppError('BAD_INPUT', { messageKey, params });

const shorten = (text: string): string => (text.length > maxReason ? `${text.slice(0, maxReason)}…` : text);

function syntaxError(message: string): AppError {
  const reason = message
    .replace(/^Syntax Error: /, '')
    .replace(/\b(String|BlockString|Int|Float) "[\s\S]*"/, '$1')
    .replaceAll(/[^\x20-\x7e]/g, '?');
  return invalid('document.syntax', { reason: shorten(reason) });
}

/** `path`: where the value stands, as far as the document tells. */
function valueError(message: string, path: string | undefined): AppError {
  const inside = (name: string): string => [path, name].filter(Boolean).join('.');

  const missing = /^(?:Field|Argument) "([\w.]+)" of (?:required|non-null) type "([\w[\]!]+)"/.exec(message);
  if (missing) return badInput(inside(missing[1]!.replace(/^\w+\./, '')), 'value.missing', { type: missing[2]! });
  const unknown = /^Field "([\w.]{1,100})" is not defined by type "(\w+)"/.exec(message);
  if (unknown) return badInput(inside(unknown[1]!), 'value.unknown', { type: unknown[2]! });
  const type =
    /^Expected value of type "([\w[\]!]+)"/.exec(message) ??
    /^(?:Enum )?"?(\w+)"? cannot represent/.exec(message) ??
    /does not exist in "(\w+)" enum/.exec(message);
  const found = type ? invalid('value.invalid', { type: type[1]! }) : invalid('BAD_INPUT');
  return path === undefined ? found : new AppError('BAD_INPUT', { ...found.details, field: path });
}

export type Variables = Record<string, unknown>;

/**
 * The operation's variables as execution takes them, or what is wrong with them: each error's `field` is the path of
 * the offending value, `input.title`.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Variables,
): { coerced: Variables } | { errors: readonly GraphQLError[] } {
  const definitions = operation.variableDefinitions ?? [];
  const result = getVariableValues(schema, definitions, variables, {
    maxErrors: maxVariableErrors,
    hideSuggestions: true,
  });
  if (result.coerced) return { coerced: result.coerced };
  const found = definitions.flatMap((definition) => {
    const name = definition.variable.name.value;
    const type = typeFromAST(schema, definition.type);
    if (!isInputType(type)) return [];
    if (Object.hasOwn(variables, name)) return faultsOf(variables[name], type, name);
    const required = definition.defaultValue === undefined && definition.type.kind === Kind.NON_NULL_TYPE;
    return required ? [badInput(name, 'value.missing', { type: String(type) })] : [];
  });
  const errors = found.length > 0 ? found.slice(0, maxVariableErrors) : [invalid('BAD_INPUT')];
  return { errors: errors.map((error) => new GraphQLError(error.code, { originalError: error })) };
}

function faultsOf(value: unknown, type: GraphQLInputType, name: string): AppError[] {
  const faults: AppError[] = [];
  coerceInputValue(
    value,
    type,
    (path, _, error) => {
      if (faults.length < maxVariableErrors) faults.push(faultAt([name, ...path], typeAt(type, path), error.message));
    },
    true,
  );
  return faults;
}

function faultAt(path: readonly (string | number)[], type: string, message: string): AppError {
  const missing = /^Field "(\w+)" of required type "([\w[\]!]+)" was not provided/.exec(message);
  if (missing) return badInput([...path, missing[1]!].join('.'), 'value.missing', { type: missing[2]! });
  const unknown = /^Field "(\w{1,60})" is not defined by type/.exec(message);
  if (unknown) return badInput([...path, unknown[1]!].join('.'), 'value.unknown', { type: type.replace(/!$/, '') });
  return badInput(path.join('.'), 'value.invalid', { type });
}

/** The name of the type at a place inside an input value. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): string {
  let at: GraphQLInputType | undefined = type;
  for (const step of path) {
    const inner: GraphQLInputType | undefined = at && getNullableType(at);
    if (isListType(inner)) at = inner.ofType;
    else at = isInputObjectType(inner) ? inner.getFields()[step]?.type : undefined;
  }
  return String(at ?? type);
}
