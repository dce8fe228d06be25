import { defineEntity, p } from '@mikro-orm/core';

const CommentSchema = defineEntity({
  name: 'Comment',
  tableName: 'comment',
  properties: {
    id: p.uuid().primary(),
    issueId: p.uuid().nullable(),
    matterId: p.uuid().nullable(),
    organizationId: p.uuid(),
    authorId: p.uuid(),
    authorKind: p.text().$type<'STAFF' | 'APP'>(),
    body: p.text(),
    /** Never leaves the author's organization. */
    internal: p.boolean(),
    createdAt: p.datetime(3),
  },
});

export class Comment extends CommentSchema.class {}
CommentSchema.setClass(Comment);

export const commentEntities = [CommentSchema];
