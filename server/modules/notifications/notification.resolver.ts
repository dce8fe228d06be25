import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { mutate, readField } from '../../platform/read/read-field.ts';
import { notificationPayloads } from './notification.read.ts';
import { markRead, setPreferences, snooze } from './notification.service.ts';
import {
  LiveNotificationsArgs,
  NotificationConnection,
  NotificationDeliveryType,
  NotificationGroupConnection,
  NotificationGroupsArgs,
  NotificationPreferencesSetInput,
  NotificationPreferencesSetPayload,
  NotificationsArgs,
  NotificationsMarkReadInput,
  NotificationsMarkReadPayload,
  NotificationSnoozeInput,
  NotificationSnoozePayload,
} from './notification.types.ts';

@Resolver()
export class NotificationResolver {
  @Query(() => NotificationConnection, {
    description: 'The inbox of the viewer’s office (thông báo), newest first. Nobody is told of an act of their own.',
  })
  notifications(
    @Args(() => NotificationsArgs) _args: NotificationsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Query(() => NotificationGroupConnection, {
    description: 'The inbox by what it is about, the subject with the newest notification first.',
  })
  notificationGroups(
    @Args(() => NotificationGroupsArgs) _args: NotificationGroupsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Subscription(() => NotificationDeliveryType, {
    name: 'notifications',
    description:
      'The inbox live: at least once, in the order of the log, from after the cursor or from now. Its cursors are those of `events`.',
    subscribe: () => {
      throw new Error('Live streams are served by the WebSocket, see notifications/notification.live.ts');
    },
  })
  live(
    @Args(() => LiveNotificationsArgs) _args: LiveNotificationsArgs,
    @Root() delivery: NotificationDeliveryType,
  ): NotificationDeliveryType {
    return delivery;
  }

  @Mutation(() => NotificationsMarkReadPayload, {
    description: 'Marks notifications of the viewer’s office as read. Any role. Errors: BAD_INPUT.',
  })
  async notificationsMarkRead(
    @InputArg(() => NotificationsMarkReadInput) input: NotificationsMarkReadInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NotificationsMarkReadPayload> {
    return mutate(context, info, notificationPayloads.notificationsMarkRead, (viewer) => markRead(viewer, input));
  }

  @Mutation(() => NotificationSnoozePayload, {
    description:
      'Puts a notification out of the inbox until a moment (tạm ẩn). Any role. Errors: NOT_FOUND, BAD_INPUT.',
  })
  async notificationSnooze(
    @InputArg(() => NotificationSnoozeInput) input: NotificationSnoozeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NotificationSnoozePayload> {
    return mutate(context, info, notificationPayloads.notificationSnooze, (viewer) => snooze(viewer, input));
  }

  @Mutation(() => NotificationPreferencesSetPayload, {
    description: 'How the person wants to hear, in all offices it holds. Any role. Errors: BAD_INPUT.',
  })
  async notificationPreferencesSet(
    @InputArg(() => NotificationPreferencesSetInput) input: NotificationPreferencesSetInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NotificationPreferencesSetPayload> {
    return mutate(context, info, notificationPayloads.notificationPreferencesSet, (viewer) =>
      setPreferences(viewer, input),
    );
  }
}
