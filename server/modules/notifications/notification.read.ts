import { uuidOf, decodeNodeId } from '../../platform/graphql/node-id.ts';
import { badInput } from '../../platform/errors.ts';
import {
  byId,
  column,
  computed,
  connection,
  embedded,
  extendPlan,
  given,
  givenValue,
  instant,
  many,
  nodeId,
  one,
  plan,
  shape,
  value,
  visibleRows,
  when,
  type Clause,
  type Fields,
  type Plan,
  type Row,
  type Shape,
} from '../../platform/read/plan.ts';
import {
  everyMember,
  found,
  literal,
  sql,
  viewerActor,
  viewerOrganization,
  type Sql,
} from '../../platform/read/sql.ts';
import { eventPlan } from '../events/event.read.ts';
import { accessLevel, issuePlan, position } from '../issues/issue.read.ts';
import { matterPlan, takesPart } from '../matters/matter.read.ts';
import { viewerShape } from '../staff/staff.read.ts';
import { renderLines, type MailLine } from './notification.mail.ts';
import type {
  NotificationDeliveryType,
  NotificationGroupsArgs,
  NotificationGroupType,
  NotificationPreferenceType,
  NotificationsArgs,
  NotificationType,
  QuietHoursType,
  WithInbox,
} from './notification.types.ts';

/** The office's own; the rows of events out of its body's sight are gone, and a reader in between does not see them. */
const ownAndVisible = sql`t.actor_id = ${viewerActor} and t.organization_id = ${viewerOrganization}
  and ${found(sql`select from event_audience x where (x.xid, x.id) = (t.xid, t.event_id)
    and x.organization_id in (${viewerOrganization}, ${everyMember})`)}`;

export const notificationPlan: Plan & { fields: Fields } = plan<NotificationType>(
  'Notification',
  visibleRows('notification', { where: ownAndVisible }),
  {
    id: nodeId('notification'),
    reason: column('reason'),
    event: one(
      () => eventPlan,
      (row, event) => sql`(${event.col('xid')}, ${event.col('id')}) = (${row.col('xid')}, ${row.col('event_id')})`,
    ),
    readAt: instant('read_at'),
    snoozedUntil: instant('snoozed_until'),
    createdAt: instant('created_at'),
  },
);

const isAbout = (row: Row, kind: 'Issue' | 'Matter', other: Row): Sql =>
  sql`${row.col('subject_kind')} = ${literal(kind)} and ${other.col('id')} = ${row.col('subject_id')}`;

const groupPlan: Plan = plan<NotificationGroupType>(
  'NotificationGroup',
  visibleRows('notification_group', { where: sql`t.actor_id = ${viewerActor}` }),
  {
    subjectId: value(
      (row) => sql`case ${row.col('subject_kind')} when 'Issue' then 'issue_' when 'Matter' then 'matter_'
        else 'org_' end || ${row.col('subject_id')}`,
    ),
    issue: one(
      () => issuePlan,
      (row, issue) => isAbout(row, 'Issue', issue),
    ),
    matter: one(
      () => matterPlan,
      (row, matter) => isAbout(row, 'Matter', matter),
    ),
    unread: column('unread'),
    total: column('total'),
    latest: one(
      () => notificationPlan,
      (row, notification) => sql`${notification.col('id')} = (select n.id from notification n
        where n.actor_id = ${viewerActor} and n.subject_id = ${row.col('subject_id')} order by n.id desc limit 1)`,
    ),
  },
);

const isAwake = (until: Sql): Sql => sql`coalesce(${until} <= now(), true)`;

const unread = value(
  () => sql`(select count(*)::int from notification n where n.actor_id = ${viewerActor} and n.read_at is null
    and ${isAwake(sql.ref('n.snoozed_until'))})`,
);

const ofPerson = sql`t.person_id = app_person()`;

const preferencePlan: Plan = plan<NotificationPreferenceType>(
  'NotificationPreference',
  visibleRows('notification_preference', { where: ofPerson }),
  { reason: column('reason'), delivery: column('delivery') },
);

const minute = (name: string): ReturnType<typeof value> => value((row) => sql`to_char(${row.col(name)}, 'HH24:MI')`);

const quietPlan: Plan = plan<QuietHoursType>('QuietHours', visibleRows('notification_quiet', { where: ofPerson }), {
  from: minute('quiet_from'),
  to: minute('quiet_to'),
});

/** As many as anybody reads in a text. Its body may have been told that it lost sight of something: codes of that are none. */
const digestLines = sql`(select coalesce(jsonb_agg(to_jsonb(l)), '[]') from (
  select n.reason, e.type, coalesce((select i.code from issue i where n.subject_kind = 'Issue' and i.id = n.subject_id
      and ${accessLevel(sql.ref('i.id'))} is not null),
    (select m.code from matter m where n.subject_kind = 'Matter' and m.id = n.subject_id
      and ${takesPart(sql.ref('m.id'))}),
    (select o.code from organization o where n.subject_kind = 'Organization' and o.id = n.subject_id)) as code
  from notification n join event e on (e.xid, e.id) = (n.xid, n.event_id)
  where n.actor_id = ${viewerActor} and n.read_at is null and n.created_at > now() - interval '2 days'
    and ${isAwake(sql.ref('n.snoozed_until'))} order by n.id desc limit 500) l)`;

extendPlan<WithInbox>(viewerShape, {
  notificationDigest: computed(
    () => ({ lines: digestLines }),
    ({ lines }) => renderLines(lines as MailLine[]),
  ),
  unreadNotifications: unread,
  notificationPreferences: many(() => preferencePlan, {
    on: () => sql`true`,
    order: (preference) => sql`${preference.col('reason')}`,
  }),
  quietHours: one(
    () => quietPlan,
    () => sql`true`,
  ),
});

export const notificationQueries: Fields = {
  notifications: connection(() => notificationPlan, {
    scope: 'notifications',
    order: byId('desc'),
    clauses: (args) => notificationClauses(args as unknown as NotificationsArgs),
  }),
  notificationGroups: connection(() => groupPlan, {
    scope: 'notificationGroups',
    order: byId('desc'),
    clauses: (args) =>
      (args as unknown as NotificationGroupsArgs).unreadOnly
        ? [{ key: 'unread', values: [], where: (row) => sql`${row.col('unread')} > 0` }]
        : [],
  }),
};

function notificationClauses({ unreadOnly, subjectId, snoozed }: NotificationsArgs): Clause[] {
  return [
    ...(unreadOnly ? [{ key: 'unread', values: [], where: (row: Row) => sql`${row.col('read_at')} is null` }] : []),
    ...(snoozed ? [] : [{ key: 'awake', values: [], where: (row: Row) => isAwake(row.col('snoozed_until')) }]),
    ...when('subject', subjectOf(subjectId), (row, v) => sql`${row.col('subject_id')} = ${v}::uuid`),
  ];
}

function subjectOf(id: string | null | undefined): string | null {
  if (id === null || id === undefined) return null;
  const prefix = decodeNodeId(id)?.prefix;
  if (prefix !== 'issue' && prefix !== 'matter' && prefix !== 'org')
    throw badInput('subjectId', 'id.type', { type: 'Issue, Matter, Organization' });
  return uuidOf(id, prefix, 'subjectId');
}

/** One step of the live inbox: the notification of an event by its place in the log. */
export const notificationDelivery: Shape = shape<NotificationDeliveryType>('NotificationDelivery', {
  cursor: value(() => sql`${givenValue('cursor')}::text`),
  notification: one(
    () => notificationPlan,
    (_, n) =>
      sql`(${n.col('xid')}, ${n.col('event_id')}) = (${givenValue('xid')}::text::xid8, ${givenValue('id')}::bigint)`,
  ),
});

export const notificationPayloads = {
  notificationsMarkRead: shape('NotificationsMarkReadPayload', { unreadNotifications: unread, position: position() }),
  notificationSnooze: shape('NotificationSnoozePayload', {
    notification: given(() => notificationPlan, 'notification'),
    position: position(),
  }),
  notificationPreferencesSet: shape('NotificationPreferencesSetPayload', {
    viewer: embedded(() => viewerShape),
    position: position(),
  }),
};
