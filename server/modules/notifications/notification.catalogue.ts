import type { eventTypes } from '../events/event.catalogue.ts';
import type { NotificationReason } from './notification.types.ts';

/**
 * Which bodies an event concerns by what it is: all of its audience, those of it that did not act, the body that it is
 * about, the body of a task or of a reminder, the one that assigned a task, the collecting and supervising bodies of a matter, its lead,
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
  'referral.asked': { reason: 'REFERRED', recipients: 'OTHERS' },
  'referral.replied': { reason: 'REFERRED', recipients: 'OTHERS' },
  'referral.returned': { reason: 'REFERRED', recipients: 'OTHERS' },
  'assignment.requested': { reason: 'REFERRED', recipients: 'OTHERS' },
  'assignment.made': { reason: 'REFERRED', recipients: 'OTHERS' },
  'assignment.lapsed': { reason: 'REFERRED', recipients: 'OTHERS' },
  'referral.withdrawn': { reason: 'REFERRED', recipients: 'OTHERS' },
  'matter.invited': { reason: 'INVITED', recipients: 'SUBJECT' },
  'task.assigned': { reason: 'ASSIGNED', recipients: 'ASSIGNEE' },
  'task.updated': { reason: 'ASSIGNED', recipients: 'ASSIGNER' },
  'reminder.sent': { reason: 'ASSIGNED', recipients: 'ASSIGNEE' },
  'matter.answered': { reason: 'ANSWERED', recipients: 'COLLECTORS' },
  'matter.assessed': { reason: 'ANSWERED', recipients: 'LEAD' },
  'answer.contested': { reason: 'ANSWERED', recipients: 'LEAD' },
  'commitment.passed': { reason: 'DEADLINE', recipients: 'AUDIENCE' },
  'matter.reopened': { reason: 'ANSWERED', recipients: 'LEAD' },
  'comment.added': { reason: 'MENTIONED', recipients: 'MENTIONED' },
};

export const notificationRuleRows = (): object[] =>
  Object.entries(rules).map(([type, { reason, recipients }]) => ({ type, reason, recipients }));
