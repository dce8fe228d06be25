import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { badInput } from '../../platform/errors.ts';
import { decodeNodeId } from '../../platform/graphql/node-id.ts';
import type { RowOf } from '../../platform/db/insert.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { checkIssue, issueFacts } from '../issues/issue.load.ts';
import { impersonalText } from '../issues/issue.text.ts';
import { checkMatter, readMatter } from '../matters/matter.load.ts';
import { Comment } from './comment.entity.ts';
import { commentEvent } from './comment.events.ts';
import type { CommentAddInput } from './comment.types.ts';

const field = 'input.subjectId';

export async function addComment(context: ViewerContext, input: CommentAddInput): Promise<Refs> {
  return transact(context, 'commentAdd', input, async (tx) => {
    const subject = await loadSubject(tx, input.subjectId);
    const comment: RowOf<Comment> = {
      id: uuidv7(),
      ...subject,
      organizationId: tx.viewer.organizationId,
      authorId: tx.viewer.actorId,
      authorKind: tx.viewer.kind,
      body: impersonalText(input.body, { field: 'input.body', max: 5000, multiline: true }),
      internal: input.internal ?? false,
      createdAt: tx.now,
    };
    tx.insert(Comment, comment);
    await tx.record(commentEvent('comment.added', comment));
    return { comment: comment.id };
  });
}

async function loadSubject(tx: Tx, id: string): Promise<{ issueId: string | null; matterId: string | null }> {
  const { prefix, uuid } = decodeNodeId(id) ?? {};
  if (prefix === 'issue' && uuid) {
    await tx.lock(uuid);
    checkIssue('commentAdd', { facts: await issueFacts(tx, uuid, field) }, field);
    return { issueId: uuid, matterId: null };
  }
  if (prefix === 'matter' && uuid) {
    await tx.lock(uuid);
    checkMatter('commentAdd', await readMatter(tx, uuid, field), field);
    return { issueId: null, matterId: uuid };
  }
  throw badInput(field, 'id.type', { type: 'Issue, Matter' });
}
