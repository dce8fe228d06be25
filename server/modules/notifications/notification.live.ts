import {
  afterOf,
  readStep,
  responseKey,
  type LiveDelivery,
  type LiveRequest,
  type LiveServices,
} from '../events/event.live.ts';
import { notificationDelivery } from './notification.read.ts';
import type { LiveNotificationsArgs } from './notification.types.ts';

/** The stream behind `subscription { notifications }`: the log, as far as it stands in the office's inbox. */
export async function liveNotifications(
  services: LiveServices,
  request: LiveRequest<LiveNotificationsArgs>,
): Promise<AsyncIterableIterator<LiveDelivery>> {
  const { viewer, signal, fingerprint } = request;
  const after = afterOf(services.cursors, request);
  const key = responseKey(request);
  return services.fanout.subscribe<LiveDelivery>({
    ...(after && { after }),
    organizationId: viewer.organizationId,
    matches: (entry) => entry.notified.includes(viewer.actorId),
    group: `${viewer.actorId}/${fingerprint}`,
    signal,
    render: async (position, entry) => {
      // No heartbeat: a delivery always has its notification.
      if (!entry) return undefined;
      const shape = notificationDelivery;
      const delivered = await readStep(services, request, { position, entry, field: 'notification', shape });
      return delivered && { data: { [key]: delivered } };
    },
  });
}
