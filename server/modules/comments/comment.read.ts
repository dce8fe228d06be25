import {
  byId,
  column,
  connection,
  embedded,
  extendPlan,
  given,
  instant,
  nodeId,
  plan,
  shape,
  visibleRows,
  type FieldPlan,
  type Fields,
  type Plan,
  type Row,
} from '../../platform/read/plan.ts';
import { sql, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { accessLevel, issuePlan, position } from '../issues/issue.read.ts';
import { matterPlan, takesPart } from '../matters/matter.read.ts';
import { authorShape } from '../staff/staff.read.ts';
import type { CommentType, WithComments } from './comment.types.ts';

const isOpenToViewer = sql`(t.matter_id is not null and ${takesPart(sql.ref('t.matter_id'))}
  or t.issue_id is not null and ${accessLevel(sql.ref('t.issue_id'))} <= 3)`;

const visibleComments = visibleRows('comment', {
  where: sql`case when t.internal then t.organization_id = ${viewerOrganization} else ${isOpenToViewer} end`,
});

export const commentPlan: Plan & { fields: Fields } = plan<CommentType>('Comment', visibleComments, {
  id: nodeId('comment'),
  author: embedded(() => authorShape({ id: 'author_id', kind: 'author_kind', organization: 'organization_id' })),
  body: column('body'),
  internal: column('internal'),
  createdAt: instant('created_at'),
});

const comments = (scope: string, on: (row: Row, comment: Row) => Sql): FieldPlan =>
  connection(() => commentPlan, { scope, order: byId('asc'), on });

extendPlan<WithComments>(issuePlan, {
  comments: comments(
    'Issue.comments',
    (row, comment) => sql`${comment.col('issue_id')} = ${row.col('id')} and ${row.col('access_level')} <= 3`,
  ),
});
extendPlan<WithComments>(matterPlan, {
  comments: comments('Matter.comments', (row, comment) => sql`${comment.col('matter_id')} = ${row.col('id')}`),
});

export const commentPayloads = {
  commentAdd: shape('CommentAddPayload', { comment: given(() => commentPlan, 'comment'), position: position() }),
};
