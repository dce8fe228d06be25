import { AppError } from '../errors.ts';
import type { Role, Viewer } from './viewer.ts';

/**
 * The closed catalogue of acts: for each the least role that may do it. A misspelt act does not compile, an act left
 * out cannot be authorized.
 */
export const leastRole = {
  issueCollect: 'OFFICER',
  issuesCollect: 'OFFICER',
  issueEdit: 'OFFICER',
  issueScreen: 'OFFICER',
  issueSplit: 'OFFICER',
  issueRejoin: 'OFFICER',
  issueShare: 'COORDINATOR',
  issueUnshare: 'COORDINATOR',
  issueLink: 'COORDINATOR',
  issueUnlink: 'COORDINATOR',
  referralOffer: 'COORDINATOR',
  referralAccept: 'COORDINATOR',
  referralDecline: 'COORDINATOR',
  referralAsk: 'COORDINATOR',
  referralReply: 'COORDINATOR',
  referralReturn: 'COORDINATOR',
  referralWithdraw: 'COORDINATOR',
  assignmentMake: 'LEADER',
  matterOpen: 'COORDINATOR',
  matterAddIssue: 'COORDINATOR',
  matterRemoveIssue: 'COORDINATOR',
  matterInvite: 'COORDINATOR',
  matterLeave: 'COORDINATOR',
  matterAnswer: 'LEADER',
  answerDraft: 'OFFICER',
  answerDraftDiscard: 'OFFICER',
  answerPublish: 'LEADER',
  answerRelay: 'OFFICER',
  matterAssess: 'COORDINATOR',
  matterClose: 'LEADER',
  matterReopen: 'COORDINATOR',
  taskAssign: 'COORDINATOR',
  taskUpdate: 'OFFICER',
  taskLink: 'COORDINATOR',
  taskUnlink: 'COORDINATOR',
  commitmentSettle: 'LEADER',
  reminderSend: 'COORDINATOR',
  commentAdd: 'OFFICER',
  follow: 'ANY',
  unfollow: 'ANY',
  notificationsMarkRead: 'ANY',
  notificationSnooze: 'ANY',
  notificationPreferencesSet: 'ANY',
} as const satisfies Record<string, Role | 'ANY'>;

export type Action = keyof typeof leastRole;

/** A leader may do what a coordinator may, a coordinator what an officer may; auditors and admins change nothing. */
const rank: Partial<Record<Role, number>> = { OFFICER: 1, COORDINATOR: 2, LEADER: 3 };

export function holds(viewer: Viewer, action: Action): boolean {
  const least = leastRole[action];
  if (least === 'ANY') return true;
  return [...viewer.roles].some((role) => (rank[role] ?? 0) >= rank[least]!);
}

/** First statement of a use case: FORBIDDEN where no role of the office reaches the act. */
export function authorize(viewer: Viewer, action: Action): void {
  if (!holds(viewer, action))
    throw new AppError('FORBIDDEN', { messageKey: 'auth.role', params: { role: leastRole[action] } });
}
