import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { requireViewer, type Context, type ViewerContext } from '../context.ts';
import type { Shape } from './plan.ts';
import type { Refs } from '../transact.ts';

/**
 * A root field of a query that shares its operation with fields without a plan (`__schema`): read alone, the executor
 * takes the nested fields from the row by their response keys.
 */
export async function readField<T>(context: Context, info: GraphQLResolveInfo): Promise<T> {
  const viewer = requireViewer(context);
  const row = await read(viewer, info, viewer.queryShape, [{ kind: 'SelectionSet', selections: info.fieldNodes } as SelectionSetNode], {});
  return row[info.path.key] as T;
}

/** What a mutation has changed, read back under the viewer's current rights. */
export async function readPayload<T>(context: Context, info: GraphQLResolveInfo, shape: Shape, refs: Refs): Promise<T> {
  const sets = info.fieldNodes.flatMap((node) => node.selectionSet ?? []);
  return (await read(requireViewer(context), info, shape, sets, refs)) as T;
}

function read(context: ViewerContext, info: GraphQLResolveInfo, shape: Shape, sets: SelectionSetNode[], given: Refs): Promise<Record<string, unknown>> {
  const { operation, fragments, variableValues: variables, fieldNodes } = info;
  const request = { node: fieldNodes[0]!, shape, sets, operation, fragments, variables, viewer: context.viewer, given };
  return context.reader.readValue({ ...request, typed: true });
}
