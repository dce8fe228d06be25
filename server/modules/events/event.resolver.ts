import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readField } from '../../platform/read/read-field.ts';
import { EventConnection, EventDeliveryType, EventsArgs, LiveEventsArgs } from './event.types.ts';

@Resolver()
export class EventResolver {
  @Query(() => EventConnection, {
    description:
      'The event log as far as it concerns the viewer’s organization, oldest first. Its cursors are those of the subscription.',
  })
  events(
    @Args(() => EventsArgs) _args: EventsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Subscription(() => EventDeliveryType, {
    name: 'events',
    description:
      'Every event that the viewer may see, in the order of the log, at least once, from after the cursor or from now. A heartbeat without event at most every 30 s while the position moves, and soon after the start of a stream without `after`: what is read from then on misses nothing that the stream does not bring.',
    subscribe: () => {
      throw new Error('Live streams are served by the WebSocket, see events/event.live.ts');
    },
  })
  live(@Args(() => LiveEventsArgs) _args: LiveEventsArgs, @Root() delivery: EventDeliveryType): EventDeliveryType {
    return delivery;
  }
}
