import type { eventTypes } from '../events/event.catalogue.ts';
import type { NotificationReason } from './notification.types.ts';

/**
 * Which bodies an event concerns by what it is: all of its audience, those of it that did not act, the body that it is
 * about, the body of a task or the one that assigned it, the collecting and supervising bodies of a matter, its lead,
 * the bodies whose codes a comment names after an @.
 */
type Recipients = 'AUDIENCE' | 'OTHERS' | 'SUBJECT' | 'ASSIGNEE' | 'ASSIGNER' | 'COLLECTORS' | 'LEAD' | 'MENTIONED';

interface NotificationRule {
  reason: keyof typeof NotificationReason;
  recipients: Recipients;
}

/** Offices of bodies that nothing names here hear of an event where they follow what it is about. */
const rules: Partial<Record<keyof typeof eventTypes, NotificationRule>> = {
  'referral.offered': { reason: 'REFERRED', recipients: 'OTHERS' },
  'referral.accepted': { reason: 'REFERRED', recipients: 'OTHERS' },
  'referral.declined': { reason: 'REFERRED', recipients: 'OTHERS' },
  'referral.withdrawn': { reason: 'REFERRED', recipients: 'OTHERS' },
  'matter.invited': { reason: 'INVITED', recipients: 'SUBJECT' },
  'task.assigned': { reason: 'ASSIGNED', recipients: 'ASSIGNEE' },
  'task.updated': { reason: 'ASSIGNED', recipients: 'ASSIGNER' },
  'matter.answered': { reason: 'ANSWERED', recipients: 'COLLECTORS' },
  'matter.assessed': { reason: 'ANSWERED', recipients: 'LEAD' },
  'matter.reopened': { reason: 'ANSWERED', recipients: 'LEAD' },
  'comment.added': { reason: 'MENTIONED', recipients: 'MENTIONED' },
  'deadline.warned': { reason: 'DEADLINE', recipients: 'AUDIENCE' },
  'deadline.missed': { reason: 'DEADLINE', recipients: 'AUDIENCE' },
  'deadline.escalated': { reason: 'DEADLINE', recipients: 'AUDIENCE' },
};

export const notificationRuleRows = (): object[] =>
  Object.entries(rules).map(([type, { reason, recipients }]) => ({ type, reason, recipients }));
