import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { activeOrganizations } from '../organizations/reference.load.ts';
import { MatterIssue, Participant, type ParticipantRole } from './matter.entity.ts';
import { participantEvent } from './matter.events.ts';
import type { MatterInviteInput, MatterLeaveInput } from './matter.inputs.ts';
import { loadMatterWithIssuesFor, refreshMatter } from './matter.load.ts';
import { keepReason } from './matter-reason.service.ts';

interface Part {
  matterId: string;
  organizationId: string;
  role: ParticipantRole;
  throughIssue?: boolean;
}

/** The bodies that take part now. */
export const participantsOf = (tx: Tx, matterId: string): Promise<Participant[]> =>
  tx.em.find(Participant, { matterId, until: null }, { refresh: true });

export function addParticipant(tx: Tx, { throughIssue = false, ...part }: Part): void {
  const invitedById = tx.viewer.organizationId;
  tx.em.persist(
    tx.em.create(Participant, { id: uuidv7(), ...part, throughIssue, invitedById, since: tx.now, until: null }),
  );
}

/** Gives a body this part, whatever it had; a new lead makes the old one COORDINATING. The earlier parts stay as history. */
export async function givePart(tx: Tx, part: Part): Promise<void> {
  const present = await participantsOf(tx, part.matterId);
  const before = present.find(({ organizationId }) => organizationId === part.organizationId);
  const lead = part.role === 'LEAD' ? present.find(({ role }) => role === 'LEAD') : undefined;
  for (const ended of [before, lead]) if (ended) ended.until = tx.now;
  // A body has one part and a matter one lead at a time: the old rows end first.
  await tx.em.flush();
  addParticipant(tx, part);
  if (lead && lead !== before)
    addParticipant(tx, { matterId: part.matterId, organizationId: lead.organizationId, role: 'COORDINATING' });
}

/** Ends what a body has of its own in a matter; while an issue of its own is inside it stays informed. */
export async function endPart(tx: Tx, matterId: string, organizationId: string): Promise<void> {
  const part = (await participantsOf(tx, matterId)).find((present) => present.organizationId === organizationId);
  if (part) part.until = tx.now;
  await tx.em.flush();
  if ((await tx.em.count(MatterIssue, { matterId, ownerId: organizationId })) === 0) return;
  addParticipant(tx, { matterId, organizationId, role: 'INFORMED', throughIssue: true });
}

export async function inviteToMatter(context: ViewerContext, input: MatterInviteInput): Promise<Refs> {
  return transact(context, 'matterInvite', input, async (tx) => {
    const { matter, facts } = await loadMatterWithIssuesFor('matterInvite', tx, input.matterId);
    const { role } = input;
    if (role === 'LEAD' && facts.role !== 'LEAD') throw new AppError('FORBIDDEN', { field: 'input.role' });
    expectVersion(matter.version, input.expectedVersion);
    const [organizationId] = (await activeOrganizations(tx, [input.organizationId], 'input.organizationId')) as [
      string,
    ];
    const present = await participantsOf(tx, matter.id);
    const before = present.find((participant) => participant.organizationId === organizationId);
    if (before && before.role !== role) checkChange(before, facts.role);
    if (before?.role === role && !before.throughIssue) return { matter: matter.id };
    await givePart(tx, { matterId: matter.id, organizationId, role });
    matter.touch(tx.now);
    await refreshMatter(tx, matter.id);
    await tx.record(participantEvent('matter.invited', matter, organizationId));
    return { matter: matter.id };
  });
}

/** The lead alone gives others another part, and is itself only relieved by a new lead. */
function checkChange(before: Participant, inviter: ParticipantRole): void {
  if (inviter !== 'LEAD') throw new AppError('FORBIDDEN', { field: 'input.organizationId' });
  if (before.role === 'LEAD')
    throw new AppError('INVALID_STATE', { field: 'input.organizationId', messageKey: 'matter.handOver' });
}

export async function leaveMatter(context: ViewerContext, input: MatterLeaveInput): Promise<Refs> {
  return transact(context, 'matterLeave', input, async (tx) => {
    const { matter } = await loadMatterWithIssuesFor('matterLeave', tx, input.matterId);
    expectVersion(matter.version, input.expectedVersion);
    const { organizationId } = tx.viewer;
    const present = await participantsOf(tx, matter.id);
    for (const own of present.filter((participant) => participant.organizationId === organizationId))
      own.until = tx.now;
    keepReason(tx, { matterId: matter.id, act: 'LEFT', reason: input.reason });
    matter.touch(tx.now);
    await refreshMatter(tx, matter.id);
    await tx.record(participantEvent('matter.left', matter, organizationId));
    return { left: matter.id };
  });
}
