import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import {
  getNamedType,
  GraphQLObjectType,
  isCompositeType,
  parse,
  type GraphQLField,
  type OperationDefinitionNode,
} from 'graphql';
import { LiveEventsDocument } from '../../../client-sdk/src/generated/operations.ts';
import { groupOf, isPersonal, type LiveSelection } from '../../../server/modules/events/event.group.ts';
import { rootFields } from '../../../server/modules/events/event.live.ts';
import type { Role, Viewer } from '../../../server/platform/auth/viewer.ts';
import { fragmentsOf } from '../../../server/platform/graphql/open-fields.ts';
import { createSchema } from '../../../server/schema.ts';

const schema = createSchema();

function selectionOf(text: string, variables: Record<string, unknown> = {}): LiveSelection {
  const document = parse(text);
  const operation = document.definitions.find(({ kind }) => kind === 'OperationDefinition') as OperationDefinitionNode;
  const fragments = fragmentsOf(document);
  return { operation, fragments, variables, nodes: rootFields(operation, fragments), fingerprint: `of ${text}` };
}

const personal = (event: string, variables?: Record<string, unknown>): boolean =>
  isPersonal(
    schema,
    selectionOf(`subscription ($with: Boolean = false) { events { cursor event { ${event} } } }`, variables),
  );

const viewerOf = (actorId: string, role: Role): Viewer => ({
  actorId,
  kind: 'STAFF',
  organizationId: 'here',
  roles: new Set<Role>([role]),
  expiresAt: null,
  credential: 'session',
});

/** How to select one field of an object; null where it needs arguments or leads on. */
function leaf(field: GraphQLField<unknown, unknown>): string | null {
  if (field.args.length > 0) return null;
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return field.name;
  return type instanceof GraphQLObjectType && type.name === 'ViewerAccess' ? `${field.name} { level }` : null;
}

describe('what an organization’s subscribers share', () => {
  it('is not what depends on who they are', () => {
    expect(personal('issue { viewerFollows }')).toBe(true);
    expect(personal('matter { viewerAccess { allowedActions } }')).toBe(true);
    expect(personal('... on LinkEvent { link { issue { title viewerFollows } } }')).toBe(true);
    expect(personal('issue { links(first: 3) { nodes { id } } }')).toBe(true);
    expect(personal('issue { code viewerFollows @include(if: $with) }', { with: true })).toBe(true);
  });

  it('is all else', () => {
    expect(personal('issue { code viewerFollows @include(if: $with) }', { with: false })).toBe(false);
    expect(personal('__typename id cursor type occurredAt subjectId actor { name } organization { code }')).toBe(false);
    expect(isPersonal(schema, selectionOf(LiveEventsDocument))).toBe(false);
  });

  it.each(['Issue', 'Matter'])('differs in nothing of %s but what begins with “viewer”', (name) => {
    const fields = Object.values((schema.getType(name) as GraphQLObjectType).getFields());
    const selected = fields.flatMap((field) => leaf(field) ?? []);
    expect(selected.length).toBeGreaterThan(8);
    const differing = selected.filter((selection) => personal(`${name.toLowerCase()} { ${selection} }`));
    expect(differing.filter((selection) => !selection.startsWith('viewer'))).toEqual([]);
    expect(differing).toContain('viewerFollows');
  });

  it('follows from what they select, not from when they ask', () => {
    const [one, other] = [viewerOf('one', 'OFFICER'), viewerOf('other', 'LEADER')];
    const alike = selectionOf('subscription { events { cursor event { type issue { title } } } }');
    const group = (viewer: Viewer, selection: LiveSelection, followed: boolean | null = null): string =>
      groupOf(schema, selection, { viewer, followed });
    expect(group(one, alike)).toBe(group(other, alike));
    expect(group(one, alike, true)).not.toBe(group(other, alike, true));
    expect(group(one, alike, true)).not.toBe(group(one, alike, false));
    const own = selectionOf('subscription { events { cursor event { type issue { viewerFollows } } } }');
    expect(group(one, own)).not.toBe(group(other, own));
    expect(group(one, own)).not.toBe(group(viewerOf('one', 'LEADER'), own));
    expect(group(one, own)).toBe(group(viewerOf('one', 'OFFICER'), own));
    expect(group(one, own)).not.toBe(group(one, alike));
  });
});
