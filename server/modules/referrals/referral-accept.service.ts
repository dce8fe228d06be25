import type { ViewerContext } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import type { Issue } from '../issues/issue.entity.ts';
import { Matter, type ParticipantRole } from '../matters/matter.entity.ts';
import { participantEvent } from '../matters/matter.events.ts';
import { checkMatter, readMatter, refreshMatter } from '../matters/matter.load.ts';
import { isWorking } from '../matters/matter.policy.ts';
import { placeIssues, tellAdded } from '../matters/matter-issue.service.ts';
import { createMatter, tellOpened } from '../matters/matter-open.service.ts';
import { givePart, participantsOf } from '../matters/participant.service.ts';
import type { Referral } from './referral.entity.ts';
import { referralEvent } from './referral.events.ts';
import type { ReferralAcceptInput } from './referral.inputs.ts';
import { loadReferralFor } from './referral.load.ts';
import { stillHolds } from './referral.policy.ts';

const matterField = 'input.matterId';

export async function acceptReferral(context: ViewerContext, input: ReferralAcceptInput): Promise<Refs> {
  return transact(context, 'referralAccept', input, async (tx) => {
    const named = typeof input.matterId === 'string' ? uuidOf(input.matterId, 'matter', matterField) : null;
    const { referral, issue } = await loadReferralFor('referralAccept', tx, input.id, named === null ? [] : [named]);
    expectVersion(referral.version, input.expectedVersion);
    const own = named === null ? null : await readOwnMatter(tx, named);
    const matterId = await (issue.matterId ? joinMatter(tx, referral, issue, own) : takeIn(tx, referral, issue, own));
    await tx.record(referralEvent('referral.accepted', referral, matterId));
    return { referral: referral.id, matter: matterId };
  });
}

/** The matter that the addressee named: one in which it does the work. */
async function readOwnMatter(tx: Tx, id: string): Promise<Matter> {
  const loaded = await readMatter(tx, id, matterField);
  if (!isWorking(loaded.facts.role)) throw new AppError('FORBIDDEN', { field: matterField });
  checkMatter('matterAddIssue', loaded, matterField);
  return loaded.matter;
}

/** An issue in no matter yet: its owner offered it, and thereby agreed that the matter's bodies read it. */
async function takeIn(tx: Tx, referral: Referral, issue: Issue, own: Matter | null): Promise<string> {
  if (own) {
    const [place] = await placeIssues(tx, own.id, [issue], true);
    referral.decide('ACCEPTED', tx.now);
    own.touch(tx.now);
    await refreshMatter(tx, own.id);
    await tellAdded(tx, place!);
    return own.id;
  }
  const opened = await createMatter(tx, {
    title: issue.title,
    summary: null,
    roles: rolesOf(referral),
    issues: [issue],
    consented: true,
  });
  referral.decide('ACCEPTED', tx.now);
  await tellOpened(tx, opened);
  return opened.matter.id;
}

const rolesOf = ({ role, fromId, toId }: Referral): Map<string, ParticipantRole> =>
  role === 'LEAD'
    ? new Map<string, ParticipantRole>([
        [toId, 'LEAD'],
        [fromId, 'COORDINATING'],
      ])
    : new Map<string, ParticipantRole>([
        [fromId, 'LEAD'],
        [toId, role],
      ]);

/** An issue in a matter stays there; the addressee joins in the part offered, as the lead it relieves the old one. */
async function joinMatter(tx: Tx, referral: Referral, issue: Issue, own: Matter | null): Promise<string> {
  const matterId = issue.matterId!;
  if (own && own.id !== matterId)
    throw new AppError('INVALID_STATE', { field: matterField, messageKey: 'referral.otherMatter' });
  const matter = await tx.em.findOneOrFail(Matter, { id: matterId }, { refresh: true });
  if (matter.status === 'CLOSED') {
    throw new AppError('INVALID_STATE', {
      field: 'input.id',
      messageKey: 'matter.state',
      params: { status: matter.status },
    });
  }
  const present = await participantsOf(tx, matterId);
  if (!stillHolds(referral, present))
    throw new AppError('INVALID_STATE', { field: 'input.id', messageKey: 'referral.lapsed' });
  const { toId: organizationId, role } = referral;
  const before = present.find((participant) => participant.organizationId === organizationId);
  // Whoever leads is relieved by a new lead alone.
  if (before?.role !== 'LEAD') await givePart(tx, { matterId, organizationId, role });
  // The second wall opens the matter to the addressee of an open offer: its part is written before the offer is decided.
  await tx.em.flush();
  referral.decide('ACCEPTED', tx.now);
  await refreshMatter(tx, matterId);
  matter.touch(tx.now);
  await tx.record(participantEvent('matter.invited', matter, organizationId));
  return matterId;
}
