import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import { AppError } from '../errors.ts';
import { refusal } from './request-errors.ts';

/** Root fields that need no session: signing in, and what the schema says of itself. Everything else is closed. */
const openRootFields: ReadonlySet<string> = new Set(['sessionCreate', '__schema', '__type', '__typename']);

export type Fragments = Record<string, FragmentDefinitionNode>;

const fragmentsByDocument = new WeakMap<DocumentNode, Fragments>();
const openOperations = new WeakMap<OperationDefinitionNode, boolean>();

/** A document's fragments by name. */
export function fragmentsOf(document: DocumentNode): Fragments {
  let fragments = fragmentsByDocument.get(document);
  if (!fragments) {
    fragments = Object.create(null) as Fragments;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    }
    fragmentsByDocument.set(document, fragments);
  }
  return fragments;
}

/** Throws UNAUTHENTICATED (status 401) where nobody is signed in and the operation has a root field that is not open. */
export function refuseClosedFields(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  viewer: Viewer | null,
): void {
  if (viewer) return;
  let open = openOperations.get(operation);
  if (open === undefined) {
    open = onlyOpen(operation.selectionSet, fragmentsOf(document), new Set());
    openOperations.set(operation, open);
  }
  if (!open) throw refusal(new AppError('UNAUTHENTICATED', { messageKey: 'auth.required' }));
}

/** Directives are not regarded: a closed field stays closed also where it is skipped. */
function onlyOpen(set: SelectionSetNode, fragments: Fragments, seen: Set<string>): boolean {
  return set.selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return openRootFields.has(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return onlyOpen(selection.selectionSet, fragments, seen);
    const name = selection.name.value;
    if (seen.has(name)) return true;
    seen.add(name);
    const fragment = fragments[name];
    return fragment !== undefined && onlyOpen(fragment.selectionSet, fragments, seen);
  });
}
