import { AppError, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';
import { Issue } from '../issues/issue.entity.ts';
import { readIssue } from '../issues/issue.load.ts';
import { Matter } from '../matters/matter.entity.ts';
import { lockMatters } from '../matters/matter.load.ts';
import { Referral, ReferralQuestion } from './referral.entity.ts';
import { referralRules, type ReferralAction, type ReferralFacts } from './referral.policy.ts';

const field = 'input.id';

/** Like a serialization failure of the database: the transaction runs again from its start. */
class MovedMeanwhile extends Error {
  readonly code = '40001';
  readonly severity = 'ERROR';
}

export interface LoadedReferral {
  referral: Referral;
  issue: Issue;
  facts: ReferralFacts;
}

/**
 * A referral that the viewer's organization sees, with its issue. Nobody else changes them, the issue's matter and
 * `matterIds` until the transaction ends. NOT_FOUND for any other id.
 */
export async function loadReferral(tx: Tx, id: string, matterIds: readonly string[] = []): Promise<LoadedReferral> {
  const uuid = uuidOf(id, 'referral', field);
  const known = await tx.em.findOne(Referral, { id: uuid });
  if (!known) throw notFound(field);
  await lockIssueAndMatter(tx, known.issueId, matterIds);
  const referral = await tx.em.findOne(Referral, { id: uuid }, { refresh: true });
  // Withdrawn meanwhile: the issue is out of sight, and the referral with it.
  if (!referral) throw notFound(field);
  const { issue, facts } = await readIssue(tx, referral.issueId, field);
  return { referral, issue, facts: { ...(await factsOf(tx, referral, issue)), part: facts.part } };
}

/** An issue and the matter where it is, whichever that is by the time they are locked. */
export async function lockIssueAndMatter(tx: Tx, issueId: string, matterIds: readonly string[] = []): Promise<void> {
  const before = await tx.em.findOne(Issue, { id: issueId });
  const locked = before?.matterId ? [...matterIds, before.matterId] : [...matterIds];
  await lockMatters(tx, locked, [issueId]);
  const issue = await tx.em.findOne(Issue, { id: issueId }, { refresh: true });
  if (issue?.matterId && !locked.includes(issue.matterId)) throw new MovedMeanwhile();
}

async function factsOf(tx: Tx, referral: Referral, { matterId }: Issue): Promise<Omit<ReferralFacts, 'part'>> {
  const viewerId = tx.viewer.organizationId;
  const { fromId, toId, ownerId, status, role, assigned } = referral;
  const asks = (await tx.em.count(ReferralQuestion, { referralId: referral.id, reply: null })) > 0;
  const matter = matterId ? await tx.em.findOne(Matter, { id: matterId }, { refresh: true }) : null;
  return {
    isFrom: fromId === viewerId,
    isTo: toId === viewerId,
    isOwner: ownerId === viewerId,
    ...{ status, role, assigned, asks, matterStatus: matter?.status ?? null },
  };
}

/** FORBIDDEN where the act is not this body's, INVALID_STATE where it is not possible now. */
export function checkReferral(action: ReferralAction, { facts }: Pick<LoadedReferral, 'facts'>): void {
  const rule = referralRules[action];
  if (!rule.by(facts)) throw new AppError('FORBIDDEN', { field });
  if (!rule.while(facts))
    throw new AppError('INVALID_STATE', { field, messageKey: 'referral.state', params: { status: facts.status } });
}

export async function loadReferralFor(
  action: ReferralAction,
  tx: Tx,
  id: string,
  matterIds: readonly string[] = [],
): Promise<LoadedReferral> {
  const loaded = await loadReferral(tx, id, matterIds);
  checkReferral(action, loaded);
  return loaded;
}
