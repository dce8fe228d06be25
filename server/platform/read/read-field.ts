import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { requireViewer, type Context, type Payload, type ViewerContext } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Refs } from '../transact.ts';
import type { Shape } from './plan.ts';
import { valueOf, type PreparedRead, type ReadRequest } from './reader.ts';

/**
 * A root field of a query that shares its operation with fields without a plan (`__schema`): read alone, the executor
 * takes the nested fields from the row by their response keys.
 */
export async function readField<T>(context: Context, info: GraphQLResolveInfo): Promise<T> {
  const viewer = requireViewer(context);
  const sets = [{ kind: Kind.SELECTION_SET, selections: info.fieldNodes } as const];
  const row = await viewer.reader.readValue({ ...requestOf(viewer, info), shape: viewer.queryShape, sets });
  return row[info.path.key] as T;
}

/**
 * A mutation: the use case, and what it has changed as the viewer may see it, read in the same transaction. Where the use
 * case only repeats an earlier one, and where lists stand in lists, it is read afterwards: a long read would hold up the
 * log (server/decisions/002-log-horizon.md).
 */
export async function mutate<T>(
  context: Context,
  info: GraphQLResolveInfo,
  shape: Shape,
  work: (context: ViewerContext) => Promise<Refs>,
): Promise<T> {
  const viewer = requireViewer(context);
  const { reader } = viewer;
  const request = { ...requestOf(viewer, info), shape, sets: payloadSets(info) };
  let shown: { read: PreparedRead; text: string | null } | null = null;
  const payload: Payload = {
    committed: null,
    read(session, given) {
      const read = reader.prepare({ ...request, given });
      shown = null;
      if (!read || read.compiled.isDeep) return;
      session.send(read.statement.text, read.statement.values, (text) => {
        shown = { read, text };
      });
    },
  };
  const refs = await work({ ...viewer, payload });
  const { read, text } = (payload.committed === refs && shown) || noRead;
  const row = read ? valueOf(reader.finish(read, text)) : await reader.readValue({ ...request, given: refs });
  return complete(row) as T;
}

const noRead: { read: PreparedRead | null; text: string | null } = { read: null, text: null };

/** The payload of what code has decided without a transaction. */
export async function readPayload<T>(
  context: Context,
  info: GraphQLResolveInfo,
  shape: Shape,
  given: Refs,
): Promise<T> {
  const viewer = requireViewer(context);
  const request = { ...requestOf(viewer, info), shape, sets: payloadSets(info), given };
  return complete(await viewer.reader.readValue(request)) as T;
}

/**
 * NOT_FOUND where it is out of sight by now: a repeat under its key may come late, and no field of a payload is null
 * otherwise.
 */
function complete(payload: Record<string, unknown>): Record<string, unknown> {
  if (Object.values(payload).includes(null)) throw new AppError('NOT_FOUND');
  return payload;
}

const payloadSets = (info: GraphQLResolveInfo): readonly SelectionSetNode[] =>
  info.fieldNodes.flatMap((node) => node.selectionSet ?? []);

const requestOf = (
  { viewer }: ViewerContext,
  { operation, fragments, variableValues: variables, fieldNodes }: GraphQLResolveInfo,
): Omit<ReadRequest, 'shape' | 'sets'> => ({
  node: fieldNodes[0]!,
  operation,
  fragments,
  variables,
  viewer,
  typed: true,
});
