import type { FieldNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Viewer } from '../../platform/auth/viewer.ts';
import { compileSkeleton } from '../../platform/read/compile.ts';
import { logCursor } from '../../platform/read/page.ts';
import type { Shape } from '../../platform/read/plan.ts';
import { buildSkeleton } from '../../platform/read/selection.ts';
import type { Binding } from '../../platform/read/sql.ts';
import { deliveryShapes } from './event.read.ts';

/** What a live operation selects of its one root field. */
export interface LiveSelection {
  operation: OperationDefinitionNode;
  fragments: Record<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
  /** The root field, at every place where it is named. */
  nodes: readonly FieldNode[];
  /** Of text, operation and the variables that decide what is shown. */
  fingerprint: string;
}

const actorMark = 'the actor';
const binding: Binding = { organizationId: '', actorId: actorMark, values: [], given: {}, cursorSalt: '' };
const known = new WeakMap<OperationDefinitionNode, Map<string, boolean>>();
const maxKnown = 64;

/**
 * Subscribers with the same text share what is read for them: all of an organization, unless their deliveries may differ
 * by who they are.
 */
export function groupOf(
  schema: GraphQLSchema,
  selection: LiveSelection,
  { viewer, followed }: { viewer: Viewer; followed: boolean | null },
): string {
  const { operation, fingerprint } = selection;
  let answers = known.get(operation);
  if (!answers) known.set(operation, (answers = new Map()));
  let personal = answers.get(fingerprint);
  if (personal === undefined) {
    if (answers.size >= maxKnown) answers.clear();
    answers.set(fingerprint, (personal = isPersonal(schema, selection)));
  }
  if (!personal && followed === null) return fingerprint;
  return `${viewer.actorId}/${[...viewer.roles].join(',')}/${followed}/${fingerprint}`;
}

/**
 * Whether a delivery may depend on the actor: its statement names it, or code makes a value that may regard its roles.
 * A selection with arguments is taken for one that does.
 */
export function isPersonal(schema: GraphQLSchema, selection: LiveSelection): boolean {
  const { nodes, fragments, variables } = selection;
  const sets = nodes.flatMap((node) => node.selectionSet ?? []);
  const dependsOnActor = (shape: Shape): boolean => {
    const skeleton = buildSkeleton({ schema, fragments, variables }, shape, sets);
    if (skeleton.withArguments.length > 0) return true;
    const { params, computes } = compileSkeleton(skeleton, [], false);
    return (
      computes.some((compute) => compute !== logCursor) || params.some((param) => param.read(binding) === actorMark)
    );
  };
  return deliveryShapes.some(dependsOnActor);
}
