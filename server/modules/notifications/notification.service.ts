import type { ViewerContext } from '../../platform/context.ts';
import { badInput, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs } from '../../platform/transact.ts';
import type {
  NotificationPreferencesSetInput,
  NotificationSnoozeInput,
  NotificationsMarkReadInput,
  QuietHoursInput,
} from './notification.types.ts';

const maxIds = 500;
const yearMs = 366 * 86_400_000;

/** Others' notifications are not found by row security, and passed over like unknown ones. */
export async function markRead(context: ViewerContext, input: NotificationsMarkReadInput): Promise<Refs> {
  return transact(context, 'notificationsMarkRead', input, async (tx) => {
    const { ids, upTo } = input;
    if (ids && ids.length > maxIds) throw badInput('input.ids', 'list.tooLong', { max: maxIds });
    const uuids = ids?.map((id) => uuidOf(id, 'notification', 'input.ids')) ?? null;
    const all = !uuids && !upTo;
    await tx.run(
      `update notification set read_at = $1 where actor_id = $2 and read_at is null
        and ($3 or id = any($4::uuid[]) or created_at <= $5::timestamptz)`,
      [tx.now, tx.viewer.actorId, all, uuids, upTo ?? null],
    );
    return {};
  });
}

export async function snooze(context: ViewerContext, input: NotificationSnoozeInput): Promise<Refs> {
  return transact(context, 'notificationSnooze', input, async (tx) => {
    const id = uuidOf(input.id, 'notification', 'input.id');
    const until = input.until ?? null;
    if (until && (until <= tx.now || until.getTime() > tx.now.getTime() + yearMs))
      throw badInput('input.until', 'snooze.range');
    const found = await tx.em.execute<unknown[]>(
      'update notification set snoozed_until = ? where id = ? and actor_id = ? returning id',
      [until, id, tx.viewer.actorId],
    );
    if (found.length === 0) throw notFound('input.id');
    return { notification: id };
  });
}

export async function setPreferences(context: ViewerContext, input: NotificationPreferencesSetInput): Promise<Refs> {
  return transact(context, 'notificationPreferencesSet', input, async (tx) => {
    const { preferences, quietHours } = input;
    if (preferences) {
      if (new Set(preferences.map(({ reason }) => reason)).size < preferences.length)
        throw badInput('input.preferences', 'list.repeats');
      await tx.em.execute('select set_notification_preferences(?::jsonb)', [JSON.stringify(preferences)]);
    }
    if (quietHours !== undefined) {
      await tx.em.execute('select set_quiet_hours(?::time, ?::time)', minutesOf(quietHours));
    }
    return {};
  });
}

function minutesOf(hours: QuietHoursInput | null): (string | null)[] {
  if (hours === null) return [null, null];
  const [from, to] = [minuteOf(hours.from, 'from'), minuteOf(hours.to, 'to')];
  if (from === to) throw badInput('input.quietHours.to', 'quiet.empty');
  return [from, to];
}

function minuteOf(text: string, name: 'from' | 'to'): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) throw badInput(`input.quietHours.${name}`, 'quiet.minute');
  return text;
}
