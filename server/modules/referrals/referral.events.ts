import type { EventRecord } from '../../platform/transact.ts';
import type { Referral } from './referral.entity.ts';

export const referralEventTypes = {
  'referral.offered': 'An issue has been offered to a body.',
  'referral.accepted': 'The addressee has taken the issue on.',
  'referral.declined': 'The addressee has declined the issue.',
  'referral.withdrawn': 'An offer has lapsed: another body leads by now, or the offering body no longer does.',
} as const;

/** For the bodies concerned: who offers, who decides, whose issue it is. */
export const referralEvent = (
  type: keyof typeof referralEventTypes,
  referral: Referral,
  matterId?: string,
): EventRecord => ({
  type,
  scope: 'ORGANIZATIONS',
  issueId: referral.issueId,
  matterId: matterId ?? null,
  subjectKind: 'Referral',
  subjectId: referral.id,
  organizationIds: [referral.ownerId, referral.fromId, referral.toId],
});
