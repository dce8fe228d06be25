import type { ViewerContext } from '../../platform/context.ts';
import { badInput, notFound } from '../../platform/errors.ts';
import { decodeNodeId, nodePrefixes, type NodePrefix } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { readIssue } from '../issues/issue.load.ts';
import { readMatter } from '../matters/matter.load.ts';
import { Follow, type FollowedKind } from './follow.entity.ts';
import type { FollowInput, UnfollowInput } from './follow.types.ts';

const field = 'input.subjectId';

interface Subject {
  kind: FollowedKind;
  prefix: NodePrefix;
  id: string;
}

export async function follow(context: ViewerContext, input: FollowInput): Promise<Refs> {
  return transact(context, 'follow', input, async (tx) => {
    const subject = await loadSubject(tx, input.subjectId);
    const { actorId, organizationId } = tx.viewer;
    // Twice at once is as harmless as twice.
    await tx.em.execute(
      `insert into follow (actor_id, subject_id, organization_id, subject_kind, created_at) values (?, ?, ?, ?, ?)
        on conflict do nothing`,
      [actorId, subject.id, organizationId, subject.kind, tx.now],
    );
    return refsOf(subject);
  });
}

export async function unfollow(context: ViewerContext, input: UnfollowInput): Promise<Refs> {
  return transact(context, 'unfollow', input, async (tx) => {
    const subject = await loadSubject(tx, input.subjectId);
    await tx.em.nativeDelete(Follow, { actorId: tx.viewer.actorId, subjectId: subject.id });
    return refsOf(subject);
  });
}

const refsOf = ({ id, prefix }: Subject): Refs => ({ subject: id, subjectType: prefix });

const exists =
  (table: 'topic' | 'area' | 'organization') =>
  async (tx: Tx, id: string): Promise<void> => {
    const rows = await tx.em.execute<unknown[]>(`select 1 from ${table} where id = ?`, [id]);
    if (rows.length === 0) throw notFound(field);
  };

/** How each kind is found; NOT_FOUND where the viewer's organization may not see it. */
const finders: Partial<Record<NodePrefix, (tx: Tx, id: string) => Promise<unknown>>> = {
  issue: (tx, id) => readIssue(tx, id, field),
  matter: (tx, id) => readMatter(tx, id, field),
  topic: exists('topic'),
  area: exists('area'),
  org: exists('organization'),
};

async function loadSubject(tx: Tx, id: string): Promise<Subject> {
  const node = decodeNodeId(id);
  const find = node && finders[node.prefix];
  if (!node || !find) throw badInput(field, 'id.type', { type: 'Issue, Matter, Topic, Area, Organization' });
  await find(tx, node.uuid);
  return { kind: nodePrefixes[node.prefix] as FollowedKind, prefix: node.prefix, id: node.uuid };
}
