import { AppError, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';
import { Issue } from './issue.entity.ts';
import { issueRules, type IssueAction, type IssueFacts } from './issue.policy.ts';

export interface LoadedIssue {
  issue: Issue;
  facts: IssueFacts;
}

/**
 * An issue that the viewer's organization may see, nobody else changing it until the transaction ends; NOT_FOUND for
 * any other id, malformed ones too.
 */
export async function loadIssue(tx: Tx, id: string, field: string): Promise<LoadedIssue> {
  const uuid = uuidOf(id, 'issue', field);
  await tx.lock(uuid);
  return readIssue(tx, uuid, field);
}

/** The same for a caller that holds the lock. */
export async function readIssue(tx: Tx, uuid: string, field: string): Promise<LoadedIssue> {
  const issue = await tx.em.findOne(Issue, { id: uuid }, { refresh: true });
  const access = issue && (await accessTo(tx, issue));
  if (!issue || !access || access.level === null) throw notFound(field);
  const { level, part, isSplit } = access;
  const isOwner = issue.ownerId === tx.viewer.organizationId;
  return { issue, facts: { level, part, isOwner, isSplit, status: issue.status, inMatter: issue.matterId !== null } };
}

type Access = Pick<IssueFacts, 'part' | 'isSplit'> & { level: number | null };

async function accessTo(tx: Tx, issue: Issue): Promise<Access | undefined> {
  const [row] = await tx.em.execute<Access[]>(
    `select min(a.level)::int as level,
        (select m.role from matter_access m where m.matter_id = ? and m.organization_id = app_org()) as part,
        exists (select from issue part where part.parent_id = ? and part.status <> 'SUPERSEDED') as "isSplit"
      from issue_access a where a.issue_id = ?
        and a.organization_id in (app_org(), '00000000-0000-0000-0000-000000000000')`,
    [issue.matterId, issue.id, issue.id],
  );
  return row;
}

/** FORBIDDEN where the act is not this body's, INVALID_STATE where it is not possible now. */
export function checkIssue(action: IssueAction, { facts }: LoadedIssue, field: string): void {
  const rule = issueRules[action];
  if (!rule.by(facts)) throw new AppError('FORBIDDEN', { field });
  if (!rule.while(facts))
    throw new AppError('INVALID_STATE', { field, messageKey: 'issue.state', params: { status: facts.status } });
}

export async function loadIssueFor(action: IssueAction, tx: Tx, id: string, field: string): Promise<Issue> {
  const loaded = await loadIssue(tx, id, field);
  checkIssue(action, loaded, field);
  return loaded.issue;
}

/** Status, access and audience follow from shares, referrals and matters. */
export async function refreshIssues(tx: Tx, ...ids: string[]): Promise<void> {
  await tx.em.flush();
  if (ids.length > 0) await tx.em.execute('select refresh_issues(?::uuid[])', [`{${ids.join(',')}}`]);
}
