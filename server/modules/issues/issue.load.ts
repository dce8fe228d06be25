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
  const facts = await issueFacts(tx, uuid, field);
  return { facts, issue: await tx.em.findOneOrFail(Issue, { id: uuid }, { refresh: true }) };
}

/** What may be done with it, for a caller that holds the lock and does not change it. */
export async function issueFacts(tx: Tx, uuid: string, field: string): Promise<IssueFacts> {
  const facts = await tx.ask(factsText, [uuid]);
  if (facts === null) throw notFound(field);
  return JSON.parse(facts) as IssueFacts;
}

/** Row security shows the issue; who sees it is said once more by the same rows as in reads. */
const factsText = `select json_build_object('level', access.level, 'isOwner', i.owner_id = app_org(), 'status', i.status,
    'inMatter', i.matter_id is not null,
    'isSplit', exists (select from issue part where part.parent_id = i.id and part.status <> 'SUPERSEDED'), 'part', (select m.role from matter_access m
      where m.matter_id = i.matter_id and m.organization_id = app_org()))::text
  from issue i cross join lateral (select min(a.level) as level from issue_access a where a.issue_id = i.id
    and a.organization_id in (app_org(), '00000000-0000-0000-0000-000000000000')) access
  where i.id = $1 and access.level is not null`;

/** FORBIDDEN where the act is not this body's, INVALID_STATE where it is not possible now. */
export function checkIssue(action: IssueAction, { facts }: Pick<LoadedIssue, 'facts'>, field: string): void {
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
export const refreshIssues = (tx: Tx, ...ids: string[]): Promise<void> =>
  tx.derive('select refresh_issues($1::uuid[])', [ids]);

/** The same for an issue collected in this transaction: nobody has seen it yet, so that there is nothing to tell. */
export const deriveNewIssue = (tx: Tx, id: string): Promise<void> => tx.run('select derive_new_issue($1)', [id]);
