import { Kind, type GraphQLResolveInfo } from 'graphql';
import { requireViewer, type Context, type ViewerContext } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Refs } from '../transact.ts';
import type { Shape } from './plan.ts';
import type { ReadRequest } from './reader.ts';

/**
 * A root field of a query that shares its operation with fields without a plan (`__schema`): read alone, the executor
 * takes the nested fields from the row by their response keys.
 */
export async function readField<T>(context: Context, info: GraphQLResolveInfo): Promise<T> {
  const viewer = requireViewer(context);
  const sets = [{ kind: Kind.SELECTION_SET, selections: info.fieldNodes } as const];
  const row = await read(viewer, info, { shape: viewer.queryShape, sets, given: {} });
  return row[info.path.key] as T;
}

/** A root field whose rows code has found: they are `given`, and `shape` stands in the place of Query. */
export async function readFound<T>(
  context: ViewerContext,
  info: GraphQLResolveInfo,
  shape: Shape,
  given: Record<string, string>,
): Promise<T> {
  const sets = [{ kind: Kind.SELECTION_SET, selections: info.fieldNodes } as const];
  return (await read(context, info, { shape, sets, given }))[info.path.key] as T;
}

/**
 * What a mutation has changed, read back under the viewer's current rights. NOT_FOUND where it is out of sight by now:
 * a repeat under its key may come late, and no field of a payload is null otherwise.
 */
export async function readPayload<T>(context: Context, info: GraphQLResolveInfo, shape: Shape, refs: Refs): Promise<T> {
  const sets = info.fieldNodes.flatMap((node) => node.selectionSet ?? []);
  const payload = await read(requireViewer(context), info, { shape, sets, given: refs });
  if (Object.values(payload).includes(null)) throw new AppError('NOT_FOUND');
  return payload as T;
}

function read(
  context: ViewerContext,
  info: GraphQLResolveInfo,
  selected: Pick<ReadRequest, 'shape' | 'sets' | 'given'>,
): Promise<Record<string, unknown>> {
  const { operation, fragments, variableValues: variables, fieldNodes } = info;
  const { reader, viewer } = context;
  return reader.readValue({ node: fieldNodes[0]!, operation, fragments, variables, viewer, ...selected, typed: true });
}
