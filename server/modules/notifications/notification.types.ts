import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import {
  connectionOf,
  extendType,
  graphqlEnum,
  MutationInput,
  MutationPayload,
  NodeType,
  PageArgs,
  PlannedType,
} from '../../platform/graphql/types.ts';
import { EventType } from '../events/event.types.ts';
import { IssueType } from '../issues/issue.types.ts';
import { MatterType } from '../matters/matter.types.ts';
import { ViewerType } from '../staff/staff.types.ts';

export const NotificationReason = graphqlEnum('NotificationReason', 'Why an office is told (lý do thông báo).', {
  FOLLOWED: 'Theo dõi: it follows the issue, matter, topic, area or body.',
  MATCHED: 'Nghi trùng: the platform has found what another body also has.',
  REFERRED: 'Chuyển: an issue was offered to its body, or an offer was decided.',
  INVITED: 'Mời tham gia: its body was given a role in a matter.',
  ASSIGNED: 'Giao việc: a task of its body, or one that its body assigned.',
  ANSWERED: 'Trả lời: an answer on what its body collected or supervises, or a judgement on what its body answered.',
  DEADLINE: 'Thời hạn: a clock of its body, or one escalated to it.',
  MENTIONED: 'Nhắc đến: a comment names its body after an @, e.g. @MTTQ-18073.',
});

export const NotificationDelivery = graphqlEnum('NotificationDeliveryTime', 'When a person wants to hear by e-mail.', {
  AT_ONCE: 'Ngay: in the inbox, and by e-mail within a minute, as soon as quiet hours allow.',
  DAILY_DIGEST: 'Hằng ngày: in the inbox, and by e-mail in the digest of the day, from 07:00.',
  OFF: 'Tắt: not at all.',
});

const forThemselves = 'Each office sees its own alone; it goes when the body loses sight of the event.';

@PlannedType('Notification', `A line in the inbox of an office (thông báo). ${forThemselves}`, [NodeType])
export class NotificationType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => NotificationReason, { description: 'Why this office is told.' })
  reason!: keyof typeof NotificationReason;

  @Field(() => EventType, { description: 'What happened, read with the office’s current rights.' })
  event!: EventType;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the office marked it read; null while unread.' })
  readAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Out of the inbox until then; null where not snoozed.' })
  snoozedUntil!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it came.' })
  createdAt!: string;
}

@PlannedType('NotificationGroup', `What an office was told about one object, together. ${forThemselves}`)
export class NotificationGroupType {
  @Field(() => ID, { description: 'Id of the issue, matter or organization that they are about.' })
  subjectId!: string;

  @Field(() => IssueType, { nullable: true, description: 'The issue; null where it is about something else.' })
  issue!: IssueType | null;

  @Field(() => MatterType, { nullable: true, description: 'The matter; null where it is about something else.' })
  matter!: MatterType | null;

  @Field(() => Int, { description: 'How many of them are unread; unit: notifications.' })
  unread!: number;

  @Field(() => Int, { description: 'How many there are; unit: notifications.' })
  total!: number;

  @Field(() => NotificationType, { nullable: true, description: 'The newest of them.' })
  latest!: NotificationType | null;
}

export const NotificationConnection = connectionOf<NotificationType>('Notification', () => NotificationType, false);
export const NotificationGroupConnection = connectionOf<NotificationGroupType>(
  'NotificationGroup',
  () => NotificationGroupType,
  false,
);

@ArgsType()
export class NotificationsArgs extends PageArgs {
  @Field(() => Boolean, { defaultValue: false, nullable: true, description: 'True: only what is unread.' })
  unreadOnly!: boolean | null | undefined;

  @Field(() => ID, { nullable: true, description: 'Only about this issue, matter or organization.' })
  subjectId!: string | null | undefined;

  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: 'True: also what is snoozed; those are left out otherwise.',
  })
  snoozed!: boolean | null | undefined;
}

@ArgsType()
export class NotificationGroupsArgs extends PageArgs {
  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: 'True: only groups with something unread.',
  })
  unreadOnly!: boolean | null | undefined;
}

@ArgsType()
export class LiveNotificationsArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Replay from after this cursor of the event log, then go on live; absent: from now.',
  })
  after!: string | null | undefined;
}

@PlannedType('NotificationDelivery', 'One step of the live inbox, at least once and in the order of the log.')
export class NotificationDeliveryType {
  @Field(() => String, { description: 'Position in the event log: resume with `after` it.' })
  cursor!: string;

  @Field(() => NotificationType, { description: 'What the office is told.' })
  notification!: NotificationType;
}

@PlannedType('NotificationPreference', 'How a person wants to hear for one reason, in all of its offices.')
export class NotificationPreferenceType {
  @Field(() => NotificationReason, { description: 'The reason.' })
  reason!: keyof typeof NotificationReason;

  @Field(() => NotificationDelivery, { description: 'When.' })
  delivery!: keyof typeof NotificationDelivery;
}

@PlannedType('QuietHours', 'When no e-mail is sent, local time in Asia/Ho_Chi_Minh; may span midnight.')
export class QuietHoursType {
  @Field(() => String, { description: 'First minute, `HH:MM`.' })
  from!: string;

  @Field(() => String, { description: 'First minute after, `HH:MM`.' })
  to!: string;
}

/** The fields that this module adds to the viewer. */
export interface WithInbox {
  unreadNotifications: number;
  notificationPreferences: NotificationPreferenceType[];
  quietHours: QuietHoursType | null;
  notificationDigest: string;
}

extendType(ViewerType, {
  notificationDigest: [
    Field(() => String, {
      description:
        'What is unread of the last two days as a text in Vietnamese, by reason (tổng hợp thông báo): codes alone, as it is mailed.',
    }),
  ],
  unreadNotifications: [
    Field(() => Int, { description: 'How many notifications of this office are unread and not snoozed.' }),
  ],
  notificationPreferences: [
    Field(() => [NotificationPreferenceType], {
      description:
        'What the person has chosen. Else FOLLOWED and MATCHED come in the DAILY_DIGEST, all others AT_ONCE.',
    }),
  ],
  quietHours: [
    Field(() => QuietHoursType, { nullable: true, description: 'When the person wants no e-mail; null where none.' }),
  ],
});

@InputType('NotificationsMarkReadInput', {
  description: 'Which notifications of the office are read now: named ones, all up to a moment, or both given: both.',
})
export class NotificationsMarkReadInput extends MutationInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'These, up to 500; others’ and unknown ids are passed over. Absent with `upTo` absent: all.',
  })
  ids!: string[] | null | undefined;

  @Field(() => DateTimeScalar, { nullable: true, description: 'All that came until then.' })
  upTo!: Date | null | undefined;
}

@PlannedType('NotificationsMarkReadPayload', 'What is left unread.')
export class NotificationsMarkReadPayload extends MutationPayload {
  @Field(() => Int, { description: 'How many notifications of the office are still unread and not snoozed.' })
  unreadNotifications!: number;
}

@InputType('NotificationSnoozeInput', { description: 'Puts a notification out of the inbox for a while.' })
export class NotificationSnoozeInput extends MutationInput {
  @Field(() => ID, { description: 'A notification of the office.' })
  id!: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Until when: later than now, a year at most; BAD_INPUT otherwise. Null: back into the inbox.',
  })
  until!: Date | null | undefined;
}

@PlannedType('NotificationSnoozePayload', 'The notification.')
export class NotificationSnoozePayload extends MutationPayload {
  @Field(() => NotificationType, { description: 'As it is now.' })
  notification!: NotificationType;
}

@InputType('NotificationPreferenceInput', { description: 'How to hear for one reason.' })
export class NotificationPreferenceInput {
  @Field(() => NotificationReason, { description: 'The reason.' })
  reason!: keyof typeof NotificationReason;

  @Field(() => NotificationDelivery, { description: 'When.' })
  delivery!: keyof typeof NotificationDelivery;
}

@InputType('QuietHoursInput', { description: 'When no e-mail is to be sent; equal times are BAD_INPUT.' })
export class QuietHoursInput {
  @Field(() => String, { description: 'First minute, `HH:MM`, local time.' })
  from!: string;

  @Field(() => String, { description: 'First minute after, `HH:MM`, local time.' })
  to!: string;
}

@InputType('NotificationPreferencesSetInput', {
  description: 'How the person wants to hear, in all offices it holds. What is left out stays as it is.',
})
export class NotificationPreferencesSetInput extends MutationInput {
  @Field(() => [NotificationPreferenceInput], { nullable: true, description: 'Each reason at most once.' })
  preferences!: NotificationPreferenceInput[] | null | undefined;

  @Field(() => QuietHoursInput, { nullable: true, description: 'Quiet hours; null takes them away.' })
  quietHours!: QuietHoursInput | null | undefined;
}

@PlannedType('NotificationPreferencesSetPayload', 'The viewer with its preferences.')
export class NotificationPreferencesSetPayload extends MutationPayload {
  @Field(() => ViewerType, { description: 'Who one is, with what holds now.' })
  viewer!: ViewerType;
}
