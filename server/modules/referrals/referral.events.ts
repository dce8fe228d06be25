import type { EventRecord } from '../../platform/transact.ts';
import type { Assignment, Referral } from './referral.entity.ts';

export const referralEventTypes = {
  'referral.offered': 'An issue has been offered to a body.',
  'referral.asked': 'The addressee asks back before it decides.',
  'referral.replied': 'What the addressee asked has been answered.',
  'referral.accepted': 'The addressee has taken the issue on.',
  'referral.declined': 'The addressee has declined the issue.',
  'referral.returned': 'The body that had taken the issue on has given it back.',
  'referral.withdrawn':
    'An offer is no longer open: taken back, or another body leads by now, or the offering body no longer does.',
  'assignment.requested':
    'Nobody takes the issue on: after a third refusal or a circle it waits for the body above them to assign it.',
  'assignment.made': 'The body above has named who takes the issue on.',
  'assignment.lapsed': 'The issue needs no assignment any more.',
} as const;

type EventType<Subject extends string> = Extract<keyof typeof referralEventTypes, `${Subject}.${string}`>;

/** For the bodies concerned: who offers, who decides, whose issue it is. */
export const referralEvent = (type: EventType<'referral'>, referral: Referral, matterId?: string): EventRecord => ({
  type,
  scope: 'ORGANIZATIONS',
  issueId: referral.issueId,
  matterId: matterId ?? null,
  subjectKind: 'Referral',
  subjectId: referral.id,
  organizationIds: [referral.ownerId, referral.fromId, referral.toId],
});

/** For the owner and the body that assigns; who is named hears of its referral. */
export const assignmentEvent = (assignment: Assignment): EventRecord => ({
  type: 'assignment.made' satisfies EventType<'assignment'>,
  scope: 'ORGANIZATIONS',
  issueId: assignment.issueId,
  subjectKind: 'Assignment',
  subjectId: assignment.id,
  organizationIds: [assignment.ownerId, assignment.bodyId],
});
