import {
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Viewer } from '../../platform/auth/viewer.ts';
import { emFor } from '../../platform/context.ts';
import { badInput } from '../../platform/errors.ts';
import type { Cursors } from '../../platform/events/cursor.ts';
import type { Fanout } from '../../platform/events/fanout.ts';
import type { LogPosition } from '../../platform/events/log-position.ts';
import type { LogEntry } from '../../platform/events/tail.ts';
import type { Shape } from '../../platform/read/plan.ts';
import type { Reader } from '../../platform/read/reader.ts';
import { matcherOf } from './event.filter.ts';
import { groupOf, type LiveSelection } from './event.group.ts';
import { deliveryShapeOf } from './event.read.ts';
import type { EventFilter, LiveEventsArgs } from './event.types.ts';

export interface LiveServices {
  schema: GraphQLSchema;
  orm: MikroORM;
  reader: Reader;
  fanout: Fanout;
  cursors: Cursors;
}

/** A validated subscription operation of one viewer. */
export interface LiveRequest<RootArgs = LiveEventsArgs> extends LiveSelection {
  /** Of the root field. */
  args: RootArgs;
  viewer: Viewer;
  signal: AbortSignal;
}

/** What a step shows, under the response key of the root field. */
export interface LiveDelivery {
  data: Record<string, unknown>;
}

/** No alias of a client looks like this. */
const seenKey = '$seen';

/** Asked besides what the client selects: whether what is delivered is (still) the viewer's to see. */
const probeOf = (field: 'event' | 'notification'): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections: [
    {
      kind: Kind.FIELD,
      alias: { kind: Kind.NAME, value: seenKey },
      name: { kind: Kind.NAME, value: field },
      selectionSet: {
        kind: Kind.SELECTION_SET,
        selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }],
      },
    },
  ],
});

const probes = { event: probeOf('event'), notification: probeOf('notification') };

/**
 * The stream behind `subscription { events }`: every step is read with the viewer's current rights, once for all
 * subscribers to whom it shows the same.
 */
export async function liveEvents(
  services: LiveServices,
  request: LiveRequest,
): Promise<AsyncIterableIterator<LiveDelivery>> {
  const { viewer, args, signal } = request;
  const filter = args.filter ?? ({} as EventFilter);
  const after = afterOf(services.cursors, request);
  const matches = await matcherOf(filter, emFor(services.orm, viewer));
  const key = responseKey(request);
  const followed = filter.followed ?? null;
  return services.fanout.subscribe<LiveDelivery>({
    ...(after && { after }),
    organizationId: viewer.organizationId,
    matches,
    group: groupOf(services.schema, request, { viewer, followed }),
    signal,
    render: async (position, entry) => {
      const delivered = await readStep(services, request, {
        position,
        entry,
        field: 'event',
        shape: deliveryShapeOf(entry ?? heartbeat, followed),
        given: { followed: followed === null ? null : String(followed) },
      });
      return delivered && { data: { [key]: delivered } };
    },
  });
}

export const responseKey = ({ nodes }: LiveSelection): string => nodes[0]!.alias?.value ?? nodes[0]!.name.value;

/** Where a stream begins; absent: from now. */
export function afterOf(
  cursors: Cursors,
  { args, viewer }: LiveRequest<Pick<LiveEventsArgs, 'after'>>,
): LogPosition | undefined {
  const { after } = args;
  return after === null || after === undefined ? undefined : cursors.decode(after, viewer.organizationId, 'after');
}

/** Any class does where there is no event. */
const heartbeat = { type: '', subjectKind: 'Issue' };

interface Step {
  position: LogPosition;
  entry: LogEntry | null;
  /** Of the delivery, beside its cursor. */
  field: keyof typeof probes;
  shape: Shape;
  given?: Record<string, string | null>;
}

/** undefined where what happened has become invisible: the stream goes on with the next one. */
export async function readStep(
  services: LiveServices,
  request: LiveRequest<unknown>,
  step: Step,
): Promise<Record<string, unknown> | undefined> {
  const { operation, nodes, fragments, variables, viewer } = request;
  const { position, entry, field, shape, given } = step;
  const delivery = await services.reader.readValue({
    node: nodes[0]!,
    shape,
    sets: [...nodes.flatMap((node) => node.selectionSet ?? []), probes[field]],
    operation,
    fragments,
    variables,
    viewer,
    given: {
      cursor: services.cursors.encode(position, viewer.organizationId),
      xid: entry?.xid ?? null,
      id: entry?.id ?? null,
      ...given,
    },
  });
  const { [seenKey]: seen, ...rest } = delivery;
  return entry !== null && seen === null ? undefined : rest;
}

/**
 * The one root field, which validation has made sure of; fragments may name it more than once. Validation does not look
 * at directives: a stream of nothing is refused.
 */
export function rootFields(
  operation: OperationDefinitionNode,
  fragments: Record<string, FragmentDefinitionNode>,
): FieldNode[] {
  const found: FieldNode[] = [];
  const walk = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.directives?.length) throw badInput('subscription', 'live.field');
      if (selection.kind === Kind.FIELD) found.push(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
      else walk(fragments[selection.name.value]!.selectionSet);
    }
  };
  walk(operation.selectionSet);
  if (found.length === 0) throw badInput('subscription', 'live.field');
  return found;
}
