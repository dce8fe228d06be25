import {
  execute,
  GraphQLError,
  Kind,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import { AppError } from '../errors.ts';
import { fragmentsOf, refuseClosedFields } from '../graphql/open-fields.ts';
import { coerceVariables, type Variables } from '../graphql/request-errors.ts';
import type { Fields } from './plan.ts';
import { RawJson } from './raw-json.ts';
import type { Reader } from './reader.ts';

export interface ExecutorOptions {
  schema: GraphQLSchema;
  /** The plans of all root fields of Query. */
  queryShape: { typeName: string; fields: Fields };
  reader: Pick<Reader, 'read'>;
  /** Milliseconds an operation may take. */
  deadline?: number;
}

/** A validated operation as Apollo Server hands it over; `operation` is absent where its name fits none. */
interface ExecutionRequest {
  document: DocumentNode;
  operation?: OperationDefinitionNode | undefined;
  operationName?: string | null | undefined;
  request: { variables?: Variables | null | undefined; operationName?: string | null | undefined };
  context: { viewer: Viewer | null };
}

export type Executor = (request: ExecutionRequest) => Promise<ExecutionResult>;

const defaultDeadline = 15_000;

/**
 * Executes queries as one statement each, whose text is the response: `data` is then a RawJson. An operation with a
 * field that has no plan, every mutation and introspection go the way of graphql-js. Never rejects: an operation that
 * runs into the deadline, or whose read fails, answers `data: null`.
 */
export function createExecutor(options: ExecutorOptions): Executor {
  const { schema, deadline = defaultDeadline } = options;
  return async (request) => {
    const { document, operation } = request;
    // Without an operation graphql-js says why.
    if (!operation) return runResolvers(schema, request, null);
    try {
      refuseClosedFields(document, operation, request.context.viewer);
    } catch (error) {
      return { errors: [error as GraphQLError] };
    }
    const variables = coerceVariables(schema, operation, request.request.variables ?? {});
    if ('errors' in variables) return variables;
    const result = run(options, { ...request, operation }, variables.coerced);
    return within(deadline, result);
  };
}

type RunRequest = ExecutionRequest & { operation: OperationDefinitionNode };

async function run(options: ExecutorOptions, request: RunRequest, variables: Variables): Promise<ExecutionResult> {
  const { operation, context } = request;
  const { viewer } = context;
  if (operation.operation !== 'query' || !viewer) return runResolvers(options.schema, request, operation);
  try {
    const result = await options.reader.read({
      node: operation,
      shape: options.queryShape,
      sets: [operation.selectionSet],
      operation,
      fragments: fragmentsOf(request.document),
      variables,
      viewer,
    });
    if (result === null) return await runResolvers(options.schema, request, operation);
    return { data: 'text' in result ? (new RawJson(result.text) as never) : result.value };
  } catch (error) {
    return { data: null, errors: [atRootField(error, operation)] };
  }
}

async function runResolvers(
  schema: GraphQLSchema,
  request: ExecutionRequest,
  operation: OperationDefinitionNode | null,
): Promise<ExecutionResult> {
  return execute({
    schema,
    document: request.document,
    contextValue: request.context,
    variableValues: request.request.variables ?? {},
    operationName: operation ? operation.name?.value : request.request.operationName,
    fieldResolver: readResponseKey,
  });
}

/** Rows are read under the keys of the response; objects that code makes have the names of their fields. */
export const readResponseKey: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) => {
  const object = (source ?? {}) as Record<string, unknown>;
  return Object.hasOwn(object, info.path.key) ? object[info.path.key] : object[info.fieldName];
};

/** The statement answers all root fields at once: which one failed is told by the argument, or there is but one. */
function atRootField(error: unknown, operation: OperationDefinitionNode): GraphQLError {
  const keys = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : null,
  );
  const named = error instanceof AppError ? error.details.field?.split('.', 1)[0] : undefined;
  const key = named !== undefined && keys.includes(named) ? named : keys.length === 1 ? keys[0] : null;
  const originalError = error instanceof Error ? error : new Error('Something other than an error was thrown');
  const message = originalError instanceof GraphQLError ? originalError.message : 'The read failed';
  return new GraphQLError(message, { originalError, ...(key ? { path: [key] } : {}) });
}

/** What runs on is not stopped: the database ends transactions that take too long, and nothing stays half-written. */
async function within(milliseconds: number, work: Promise<ExecutionResult>): Promise<ExecutionResult> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<ExecutionResult>((resolve) => {
    timer = setTimeout(() => {
      const params = { seconds: Math.round(milliseconds / 1000) };
      const error = new AppError('INTERNAL', { messageKey: 'service.timeout', params, retryable: true });
      resolve({ data: null, errors: [new GraphQLError('Deadline exceeded', { originalError: error })] });
    }, milliseconds);
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    clearTimeout(timer);
  }
}
