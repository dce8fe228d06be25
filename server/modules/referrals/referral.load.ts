import { AppError, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';
import { Issue } from '../issues/issue.entity.ts';
import { readIssue } from '../issues/issue.load.ts';
import { lockMatters } from '../matters/matter.load.ts';
import { Referral } from './referral.entity.ts';

const field = 'input.id';

/** Like a serialization failure of the database: the transaction runs again from its start. */
class MovedMeanwhile extends Error {
  readonly code = '40001';
  readonly severity = 'ERROR';
}

/**
 * A referral that the viewer's organization sees and has to decide, with its issue. Nobody else changes them, the
 * issue's matter and `matterIds` until the transaction ends. NOT_FOUND, FORBIDDEN or INVALID_STATE otherwise.
 */
export async function loadReferralToDecide(
  tx: Tx,
  id: string,
  matterIds: readonly string[] = [],
): Promise<{ referral: Referral; issue: Issue }> {
  const uuid = uuidOf(id, 'referral', field);
  const known = await tx.em.findOne(Referral, { id: uuid });
  if (!known) throw notFound(field);
  const before = await tx.em.findOne(Issue, { id: known.issueId });
  const locked = before?.matterId ? [...matterIds, before.matterId] : [...matterIds];
  await lockMatters(tx, locked, [known.issueId]);
  const referral = await tx.em.findOne(Referral, { id: uuid }, { refresh: true });
  // Withdrawn meanwhile: the issue is out of sight, and the referral with it.
  if (!referral) throw notFound(field);
  const { issue } = await readIssue(tx, referral.issueId, field);
  if (issue.matterId && !locked.includes(issue.matterId)) throw new MovedMeanwhile();
  if (referral.toId !== tx.viewer.organizationId) throw new AppError('FORBIDDEN', { field });
  if (referral.status !== 'OFFERED') {
    throw new AppError('INVALID_STATE', { field, messageKey: 'referral.state', params: { status: referral.status } });
  }
  return { referral, issue };
}
