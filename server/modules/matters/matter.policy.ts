import { holds, type Action } from '../../platform/auth/policy.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import type { MatterStatus, ParticipantRole } from './matter.entity.ts';

/** What a matter's policy needs to know of it and of the viewer's organization in it. */
export interface MatterFacts {
  role: ParticipantRole;
  status: MatterStatus;
  /** It collected one of the matter's issues. */
  isCollecting: boolean;
  /** It collected or added one of the matter's issues. */
  hasIssues: boolean;
  hasAnswer: boolean;
  gaveLatestAnswer: boolean;
  /** It has prepared an answer. */
  hasDraft: boolean;
}

/** Whose act it is (FORBIDDEN otherwise) and in which state it is possible (INVALID_STATE otherwise). */
interface Rule {
  by: (matter: MatterFacts) => boolean;
  while: (matter: MatterFacts) => boolean;
}

const byAll = (): boolean => true;
const byLead = ({ role }: MatterFacts): boolean => role === 'LEAD';
const byWorking = ({ role }: MatterFacts): boolean => isWorking(role);
const isNotClosed = ({ status }: MatterFacts): boolean => status !== 'CLOSED';
const isUnderWay = ({ status }: MatterFacts): boolean => status === 'OPEN' || status === 'IN_PROGRESS';
const isDecided = ({ status }: MatterFacts): boolean => status === 'ANSWERED' || status === 'CLOSED';
const judges = ({ role, isCollecting }: MatterFacts): boolean => role === 'SUPERVISING' || isCollecting;

/** Who works, supervises or waits for the answer may remind the others of it. */
export const mayRemind = (matter: Pick<MatterFacts, 'role' | 'isCollecting'>): boolean =>
  matter.role !== 'INFORMED' || matter.isCollecting;

/** The bodies that do the work; the others look on. */
export const isWorking = (role: ParticipantRole): boolean => role === 'LEAD' || role === 'COORDINATING';

export const matterRules = {
  // What else than its own issues a body may add is decided by canAddIssue, what it may take out by canRemoveIssue.
  matterAddIssue: { by: byAll, while: isNotClosed },
  matterRemoveIssue: { by: (matter) => byLead(matter) || matter.hasIssues, while: isNotClosed },
  matterInvite: { by: byWorking, while: isNotClosed },
  matterLeave: { by: byAll, while: ({ role, isCollecting }) => role !== 'LEAD' && !isCollecting },
  matterAnswer: { by: byLead, while: isNotClosed },
  answerDraft: { by: byLead, while: isNotClosed },
  answerDraftDiscard: { by: byAll, while: ({ hasDraft }) => hasDraft },
  answerPublish: { by: byLead, while: (matter) => isNotClosed(matter) && matter.hasDraft },
  answerRelay: { by: ({ isCollecting }) => isCollecting, while: ({ hasAnswer }) => hasAnswer },
  matterAssess: { by: (matter) => judges(matter) && !matter.gaveLatestAnswer, while: ({ hasAnswer }) => hasAnswer },
  matterClose: { by: byLead, while: ({ status, hasAnswer }) => status === 'ANSWERED' && hasAnswer },
  matterReopen: { by: (matter) => byLead(matter) || judges(matter), while: isDecided },
  taskAssign: { by: byWorking, while: isNotClosed },
  reminderSend: { by: (matter) => mayRemind(matter) && !byLead(matter), while: isUnderWay },
  commentAdd: { by: byAll, while: byAll },
  follow: { by: byAll, while: byAll },
} as const satisfies Partial<Record<Action, Rule>>;

export type MatterAction = keyof typeof matterRules;

/** The mutations open to the viewer on this matter now; names of the schema. */
export const allowedMatterActions = (viewer: Viewer, matter: MatterFacts): MatterAction[] =>
  (Object.keys(matterRules) as MatterAction[]).filter(
    (action) => holds(viewer, action) && matterRules[action].by(matter) && matterRules[action].while(matter),
  );

/** Everyone adds its own issues; only those who do the work add what others collected. */
export const canAddIssue = (role: ParticipantRole, isOwner: boolean): boolean => isOwner || isWorking(role);

export const canRemoveIssue = (role: ParticipantRole, issue: { isOwner: boolean; isAdder: boolean }): boolean =>
  role === 'LEAD' || issue.isOwner || issue.isAdder;
