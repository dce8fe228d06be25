import type { RowOf } from '../../platform/db/insert.ts';
import type { EventRecord } from '../../platform/transact.ts';
import type { Comment } from './comment.entity.ts';

export const commentEventTypes = {
  'comment.added': 'A comment has been added to an issue or a matter.',
} as const;

/** For those who read the comment: of an internal one its own organization alone. */
export function commentEvent(type: keyof typeof commentEventTypes, comment: RowOf<Comment>): EventRecord {
  const { issueId, matterId, organizationId } = comment;
  const event = { type, issueId, matterId, subjectKind: 'Comment', subjectId: comment.id };
  if (comment.internal) return { ...event, scope: 'ORGANIZATIONS', organizationIds: [organizationId] };
  return { ...event, scope: issueId ? 'ISSUE' : 'MATTER' };
}
