import type { ViewerContext } from '../../platform/context.ts';
import { badInput } from '../../platform/errors.ts';
import type { RowOf } from '../../platform/db/insert.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { activeOrganizations, knownOrganizations } from '../organizations/reference.load.ts';
import { IssueShare, type Issue } from './issue.entity.ts';
import { issueEvent } from './issue.events.ts';
import type { IssueShareInput, IssueUnshareInput } from './issue.inputs.ts';
import { loadIssueFor, refreshIssues } from './issue.load.ts';

const maxShares = 100;

/** New shares of an issue with the named bodies, without the owner and those that have one. */
export async function organizationsToShare(
  tx: Tx,
  issue: Pick<Issue, 'id' | 'ownerId'>,
  ids: readonly string[],
  field: string,
): Promise<RowOf<IssueShare>[]> {
  checkLength(ids, field);
  if (ids.length === 0) return [];
  const organizations = await activeOrganizations(tx, ids, field);
  return organizations
    .filter((organizationId) => organizationId !== issue.ownerId)
    .map((organizationId) => ({ issueId: issue.id, organizationId, ownerId: issue.ownerId, createdAt: tx.now }));
}

function checkLength(ids: readonly string[], field: string): void {
  if (ids.length > maxShares) throw badInput(field, 'list.tooLong', { max: maxShares });
}

export async function shareIssue(context: ViewerContext, input: IssueShareInput): Promise<Refs> {
  return transact(context, 'issueShare', input, async (tx) => {
    const issue = await loadIssueFor('issueShare', tx, input.id, 'input.id');
    const before = await tx.em.find(IssueShare, { issueId: issue.id });
    const wanted = await organizationsToShare(tx, issue, input.organizationIds ?? [], 'input.organizationIds');
    const added = wanted.filter((share) => !before.some((known) => known.organizationId === share.organizationId));
    const visibility = input.visibility ?? (issue.visibility === 'PRIVATE' ? 'SHARED' : issue.visibility);
    if (visibility === 'PRIVATE' && wanted.length > 0) throw badInput('input.organizationIds', 'issue.privateShare');
    for (const share of added) tx.insert(IssueShare, share);
    if (visibility === 'PRIVATE') for (const share of before) tx.em.remove(share);
    issue.visibility = visibility;
    issue.touch(tx.now);
    await refreshIssues(tx, issue.id);
    await tx.record(issueEvent('issue.shared', issue));
    return { issue: issue.id };
  });
}

export async function unshareIssue(context: ViewerContext, input: IssueUnshareInput): Promise<Refs> {
  return transact(context, 'issueUnshare', input, async (tx) => {
    const issue = await loadIssueFor('issueUnshare', tx, input.id, 'input.id');
    checkLength(input.organizationIds, 'input.organizationIds');
    const named = await knownOrganizations(tx, input.organizationIds, 'input.organizationIds');
    const shares = await tx.em.find(IssueShare, { issueId: issue.id });
    for (const share of shares) if (named.includes(share.organizationId)) tx.em.remove(share);
    issue.touch(tx.now);
    await refreshIssues(tx, issue.id);
    await tx.record(issueEvent('issue.unshared', issue));
    return { issue: issue.id };
  });
}
