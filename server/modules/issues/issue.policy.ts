import { holds, type Action } from '../../platform/auth/policy.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import type { IssueStatus } from './issue.entity.ts';

export const levelNames = { 1: 'OWNER', 2: 'PARTICIPANT', 3: 'READER', 4: 'SUMMARY' } as const;

/** What an issue's policy needs to know of it. */
export interface IssueFacts {
  /** 1 owner, 2 participant, 3 reader, 4 summary. */
  level: number;
  isOwner: boolean;
  status: IssueStatus;
  inMatter: boolean;
  /** Parts of it stand in its place. */
  isSplit: boolean;
  /** The viewer's organization's part in that matter; null where it has none. */
  part: 'LEAD' | 'COORDINATING' | 'SUPERVISING' | 'INFORMED' | null;
}

const isOpen = (issue: IssueFacts): boolean => !['CLOSED', 'OUT_OF_SCOPE', 'SUPERSEDED'].includes(issue.status);
const isBeforeFollowUp = (issue: IssueFacts): boolean =>
  ['RECEIVED', 'NEEDS_INFO', 'SCREENED', 'OUT_OF_SCOPE'].includes(issue.status);

/** Whose act it is (FORBIDDEN otherwise) and in which state it is possible (INVALID_STATE otherwise). */
interface Rule {
  by: (issue: IssueFacts) => boolean;
  while: (issue: IssueFacts) => boolean;
}

const byOwner = (issue: IssueFacts): boolean => issue.isOwner;
const byReaders = (issue: IssueFacts): boolean => issue.level <= 3;
const always = (): boolean => true;

export const issueRules = {
  issueEdit: { by: byOwner, while: isOpen },
  issueScreen: { by: byOwner, while: isBeforeFollowUp },
  issueSplit: { by: byOwner, while: (issue) => ['RECEIVED', 'NEEDS_INFO', 'SCREENED'].includes(issue.status) },
  issueRejoin: { by: byOwner, while: (issue) => issue.status === 'SUPERSEDED' && issue.isSplit },
  issueShare: { by: byOwner, while: always },
  issueUnshare: { by: byOwner, while: always },
  issueLink: { by: byReaders, while: always },
  commentAdd: { by: byReaders, while: always },
  referralOffer: {
    by: (issue) => mayRefer(issue),
    while: (issue) => ['RECEIVED', 'SCREENED', 'REFERRED', 'IN_FOLLOW_UP'].includes(issue.status),
  },
  matterOpen: { by: byReaders, while: (issue) => isOpen(issue) && !issue.inMatter },
  matterAddIssue: { by: byReaders, while: (issue) => isOpen(issue) && !issue.inMatter },
  follow: { by: always, while: always },
} as const satisfies Partial<Record<Action, Rule>>;

/** Its owner; once it is in a matter the lead that may read it, and the owner only where it works there too. */
function mayRefer({ inMatter, isOwner, part, level }: IssueFacts): boolean {
  if (!inMatter) return isOwner;
  return (part === 'LEAD' && level <= 2) || (part === 'COORDINATING' && isOwner);
}

export type IssueAction = keyof typeof issueRules;

/** The mutations open to the viewer on this issue now; names of the schema. */
export const allowedIssueActions = (viewer: Viewer, issue: IssueFacts): IssueAction[] =>
  (Object.keys(issueRules) as IssueAction[]).filter(
    (action) => holds(viewer, action) && issueRules[action].by(issue) && issueRules[action].while(issue),
  );
