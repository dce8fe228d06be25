import type { IssueFacts } from '../issues/issue.policy.ts';
import type { Participant, ParticipantRole } from '../matters/matter.entity.ts';
import { isWorking } from '../matters/matter.policy.ts';
import type { Referral } from './referral.entity.ts';

/** Of a body that may refer the issue at all: the lead of a matter is handed on by the lead alone. */
export const mayOfferRole = (issue: IssueFacts, role: ParticipantRole): boolean =>
  !issue.inMatter || role !== 'LEAD' || issue.part === 'LEAD';

/** An offer holds only while the offering body could still give the part itself. */
export function stillHolds(referral: Referral, present: readonly Participant[]): boolean {
  const offering = present.find(({ organizationId }) => organizationId === referral.fromId);
  return offering !== undefined && (referral.role === 'LEAD' ? offering.role === 'LEAD' : isWorking(offering.role));
}
