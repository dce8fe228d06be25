import type { EventRecord } from '../../platform/transact.ts';
import type { Referral } from '../referrals/referral.entity.ts';
import type { Reminder } from './reminder.entity.ts';

export const reminderEventTypes = {
  'reminder.sent': 'A body has been reminded of a matter, a task or a referral.',
} as const;

/** For all bodies of the matter; of a referral for those concerned by it. */
export const reminderEvent = ({ id, matterId }: Reminder, referral: Referral | null): EventRecord => ({
  type: 'reminder.sent' satisfies keyof typeof reminderEventTypes,
  scope: referral ? 'ORGANIZATIONS' : 'MATTER',
  matterId,
  issueId: referral?.issueId ?? null,
  subjectKind: 'Reminder',
  subjectId: id,
  organizationIds: referral ? [referral.ownerId, referral.fromId, referral.toId] : [],
});
