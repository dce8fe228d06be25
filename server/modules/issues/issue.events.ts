import type { EventRecord } from '../../platform/transact.ts';
import type { Issue, IssueLink } from './issue.entity.ts';

export const issueEventTypes = {
  'issue.collected': 'A body has collected an issue.',
  'issue.edited': 'Its owner has changed its content.',
  'issue.screened': 'Its owner has screened it.',
  'issue.shared': 'Its owner has opened it to more bodies.',
  'issue.unshared': 'Its owner has taken shares back.',
  'issue.split': 'Its owner has split it into parts.',
  'issue.rejoined': 'Its owner has undone a split: the whole stands again, its parts do not.',
  'issue.statusChanged': 'Its status has followed its referral or matter.',
  'link.created': 'Two issues have been linked.',
  'link.removed': 'A link has been removed.',
  'access.granted': 'The issue or matter has become visible to the reader.',
  'access.revoked': 'The issue or matter is no longer visible to the reader: purge it.',
} as const;

export type IssueEventType = keyof typeof issueEventTypes;

/** An event of an issue, for everyone who may read it. */
export const issueEvent = (type: IssueEventType, issue: Pick<Issue, 'id'>): EventRecord => ({
  type,
  scope: 'ISSUE',
  issueId: issue.id,
  subjectKind: 'Issue',
  subjectId: issue.id,
});

/** On the timeline of one of the two issues, for those who may read both. */
export const linkEvent = (type: IssueEventType, link: Pick<IssueLink, 'id'>, issueId: string): EventRecord => ({
  type,
  scope: 'LINK',
  issueId,
  subjectKind: 'IssueLink',
  subjectId: link.id,
});
