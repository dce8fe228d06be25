import { holds } from '../../platform/auth/policy.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import type { IssueFacts } from '../issues/issue.policy.ts';
import type { MatterStatus, Participant, ParticipantRole } from '../matters/matter.entity.ts';
import { isWorking } from '../matters/matter.policy.ts';
import type { AssignmentStatus, Referral, ReferralStatus } from './referral.entity.ts';

/** What a referral's policy needs to know of it and of the viewer's organization. */
export interface ReferralFacts {
  isFrom: boolean;
  isTo: boolean;
  isOwner: boolean;
  status: ReferralStatus;
  role: ParticipantRole;
  assigned: boolean;
  /** The addressee has asked back and waits for the reply. */
  asks: boolean;
  /** The viewer's organization's part in the matter where the issue is now, and how that stands; null where there is none. */
  part: ParticipantRole | null;
  matterStatus: MatterStatus | null;
}

/** Whose act it is (FORBIDDEN otherwise) and in which state it is possible (INVALID_STATE otherwise). */
interface Rule {
  by: (referral: ReferralFacts) => boolean;
  while: (referral: ReferralFacts) => boolean;
}

const byAddressee = ({ isTo }: ReferralFacts): boolean => isTo;
const isOpen = ({ status }: ReferralFacts): boolean => status === 'OFFERED';

export const referralRules = {
  referralAccept: { by: byAddressee, while: isOpen },
  referralDecline: { by: byAddressee, while: isOpen },
  referralAsk: { by: byAddressee, while: (referral) => isOpen(referral) && !referral.asks },
  referralReply: {
    by: ({ isFrom, isOwner }) => isFrom || isOwner,
    while: (referral) => isOpen(referral) && referral.asks,
  },
  referralWithdraw: { by: ({ isFrom }) => isFrom, while: isOpen },
  // Within the matter's rules: while it still has the part and nothing is answered, and unless it was assigned.
  referralReturn: {
    by: byAddressee,
    while: ({ status, assigned, role, part, matterStatus }) =>
      status === 'ACCEPTED' &&
      !assigned &&
      part === role &&
      (matterStatus === 'OPEN' || matterStatus === 'IN_PROGRESS'),
  },
  reminderSend: { by: ({ isFrom, isOwner, isTo }) => (isFrom || isOwner) && !isTo, while: isOpen },
} as const satisfies Record<string, Rule>;

export type ReferralAction = keyof typeof referralRules;

export const allowedReferralActions = (viewer: Viewer, referral: ReferralFacts): ReferralAction[] =>
  (Object.keys(referralRules) as ReferralAction[]).filter(
    (action) => holds(viewer, action) && referralRules[action].by(referral) && referralRules[action].while(referral),
  );

/** The body above assigns, once. */
export const allowedAssignmentActions = (
  viewer: Viewer,
  { isAssigner, status }: { isAssigner: boolean; status: AssignmentStatus },
): string[] => (holds(viewer, 'assignmentMake') && isAssigner && status === 'REQUESTED' ? ['assignmentMake'] : []);

/** Of a body that may refer the issue at all: the lead of a matter is handed on by the lead alone. */
export const mayOfferRole = (issue: IssueFacts, role: ParticipantRole): boolean =>
  !issue.inMatter || role !== 'LEAD' || issue.part === 'LEAD';

/** An offer holds only while the offering body could still give the part itself. */
export function stillHolds(referral: Referral, present: readonly Participant[]): boolean {
  const offering = present.find(({ organizationId }) => organizationId === referral.fromId);
  return offering !== undefined && (referral.role === 'LEAD' ? offering.role === 'LEAD' : isWorking(offering.role));
}
