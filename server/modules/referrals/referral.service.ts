import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import type { Issue } from '../issues/issue.entity.ts';
import { checkIssue, loadIssue, refreshIssues } from '../issues/issue.load.ts';
import { impersonalText } from '../issues/issue.text.ts';
import type { ParticipantRole } from '../matters/matter.entity.ts';
import { participantsOf } from '../matters/participant.service.ts';
import { activeOrganizations } from '../organizations/reference.load.ts';
import { Referral } from './referral.entity.ts';
import { referralEvent } from './referral.events.ts';
import type { ReferralDeclineInput, ReferralOfferInput } from './referral.inputs.ts';
import { loadReferralFor } from './referral.load.ts';
import { mayOfferRole } from './referral.policy.ts';

const toField = 'input.toOrganizationId';

export async function offerReferral(context: ViewerContext, input: ReferralOfferInput): Promise<Refs> {
  return transact(context, 'referralOffer', input, async (tx) => {
    const loaded = await loadIssue(tx, input.issueId, 'input.issueId');
    const { issue, facts } = loaded;
    checkIssue('referralOffer', loaded, 'input.issueId');
    const role = input.role ?? 'LEAD';
    if (!mayOfferRole(facts, role)) throw new AppError('FORBIDDEN', { field: 'input.role' });
    const [toId] = (await activeOrganizations(tx, [input.toOrganizationId], toField)) as [string];
    const request = impersonalText(input.request, { field: 'input.request', max: 2000, multiline: true });
    await checkAddressee(tx, issue, { toId, role, request });
    const referral = tx.em.create(Referral, {
      id: uuidv7(),
      issueId: issue.id,
      ownerId: issue.ownerId,
      fromId: tx.viewer.organizationId,
      toId,
      role,
      request,
      status: 'OFFERED',
      reason: null,
      suggestedId: null,
      noneCompetent: false,
      assigned: false,
      version: 1,
      offeredAt: tx.now,
      decidedAt: null,
      returnedAt: null,
    });
    tx.em.persist(referral);
    await refreshIssues(tx, issue.id);
    await tx.record(referralEvent('referral.offered', referral));
    return { referral: referral.id };
  });
}

interface Offer {
  toId: string;
  role: ParticipantRole;
  request: string;
}

/** Nobody is asked twice the same, nor asked for what is its own or what it handed on. */
async function checkAddressee(tx: Tx, issue: Issue, { toId, role, request }: Offer): Promise<void> {
  if (toId === tx.viewer.organizationId) throw badInput(toField, 'referral.itself');
  if (toId === issue.ownerId) throw new AppError('REFERRAL_LOOP', { field: toField });
  const [row] = await tx.em.execute<{ obstacle: 'OPEN' | 'LOOP' | null }[]>(
    'select referral_obstacle(?, ?, ?) as obstacle',
    [issue.id, toId, request],
  );
  if (row?.obstacle === 'LOOP') throw new AppError('REFERRAL_LOOP', { field: toField });
  if (row?.obstacle === 'OPEN') throw new AppError('INVALID_STATE', { field: toField, messageKey: 'referral.open' });
  const present = issue.matterId ? await participantsOf(tx, issue.matterId) : [];
  const part = present.find((participant) => participant.organizationId === toId)?.role;
  if (part === 'LEAD' || part === role)
    throw new AppError('INVALID_STATE', { field: toField, messageKey: 'referral.participates' });
}

export async function declineReferral(context: ViewerContext, input: ReferralDeclineInput): Promise<Refs> {
  return transact(context, 'referralDecline', input, async (tx) => {
    const { referral, issue } = await loadReferralFor('referralDecline', tx, input.id);
    expectVersion(referral.version, input.expectedVersion);
    const reason = impersonalText(input.reason, { field: 'input.reason', max: 2000, multiline: true });
    const suggestedId = await suggestedBody(tx, input.suggestedOrganizationId);
    if (suggestedId !== null && input.noneCompetent) throw badInput('input.noneCompetent', 'referral.noneOrOne');
    referral.decide('DECLINED', tx.now);
    referral.reason = reason;
    referral.suggestedId = suggestedId;
    referral.noneCompetent = input.noneCompetent ?? false;
    await refreshIssues(tx, issue.id);
    await tx.record(referralEvent('referral.declined', referral));
    await requestAssignment(tx, issue.id);
    return { referral: referral.id };
  });
}

/** After a third refusal, or a circle: the database finds out whether it is due, and whose it is. */
export const requestAssignment = (tx: Tx, issueId: string): Promise<void> =>
  tx.derive('select request_assignment($1)', [issueId]);

export async function suggestedBody(tx: Tx, id: string | null | undefined): Promise<string | null> {
  if (typeof id !== 'string') return null;
  const field = 'input.suggestedOrganizationId';
  const [suggested] = (await activeOrganizations(tx, [id], field)) as [string];
  if (suggested === tx.viewer.organizationId) throw badInput(field, 'referral.itself');
  return suggested;
}
