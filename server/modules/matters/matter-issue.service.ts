import type { ViewerContext } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import type { Issue } from '../issues/issue.entity.ts';
import { checkIssue, readIssue, refreshIssues } from '../issues/issue.load.ts';
import { MatterIssue, type Matter } from './matter.entity.ts';
import { matterIssueEvent } from './matter.events.ts';
import type { MatterAddIssueInput, MatterRemoveIssueInput } from './matter.inputs.ts';
import { loadMatterWithIssuesFor, refreshMatter } from './matter.load.ts';
import { canAddIssue, canRemoveIssue } from './matter.policy.ts';
import { keepReason } from './matter-reason.service.ts';
import { addParticipant, participantsOf } from './participant.service.ts';

/**
 * Puts issues into a matter; their owners take part from now on. Without `consented` an owner's consent is its own act:
 * an issue that another body puts in stays with those who could read it before.
 */
export async function placeIssues(
  tx: Tx,
  matterId: string,
  issues: readonly Issue[],
  consented = false,
): Promise<MatterIssue[]> {
  const viewerId = tx.viewer.organizationId;
  const takePart = new Set((await participantsOf(tx, matterId)).map((participant) => participant.organizationId));
  return issues.map(({ id: issueId, ownerId }) => {
    const place = tx.em.create(MatterIssue, {
      issueId,
      ownerId,
      matterId,
      addedById: viewerId,
      consented: consented || ownerId === viewerId,
      addedAt: tx.now,
    });
    tx.em.persist(place);
    if (!takePart.has(ownerId))
      addParticipant(tx, { matterId, organizationId: ownerId, role: 'INFORMED', throughIssue: true });
    takePart.add(ownerId);
    return place;
  });
}

export async function tellAdded(tx: Tx, place: MatterIssue): Promise<void> {
  await tx.record(matterIssueEvent('matter.issueAdded', place, [tx.viewer.organizationId, place.ownerId]));
}

export async function addIssue(context: ViewerContext, input: MatterAddIssueInput): Promise<Refs> {
  return transact(context, 'matterAddIssue', input, async (tx) => {
    const field = 'input.issueId';
    const issueId = uuidOf(input.issueId, 'issue', field);
    const { matter, facts } = await loadMatterWithIssuesFor('matterAddIssue', tx, input.matterId, [issueId]);
    const loaded = await readIssue(tx, issueId, field);
    const { isOwner } = loaded.facts;
    if (!canAddIssue(facts.role, isOwner)) throw new AppError('FORBIDDEN', { field });
    expectVersion(matter.version, input.expectedVersion);
    let place = await tx.em.findOne(MatterIssue, { issueId, matterId: matter.id });
    if (place && (place.consented || !isOwner)) return { matter: matter.id };
    if (place) {
      place.consented = true;
    } else {
      checkIssue('matterAddIssue', loaded, field);
      place = (await placeIssues(tx, matter.id, [loaded.issue]))[0]!;
    }
    matter.touch(tx.now);
    await refreshMatter(tx, matter.id);
    await tellAdded(tx, place);
    return { matter: matter.id };
  });
}

export async function removeIssue(context: ViewerContext, input: MatterRemoveIssueInput): Promise<Refs> {
  return transact(context, 'matterRemoveIssue', input, async (tx) => {
    const field = 'input.issueId';
    const issueId = uuidOf(input.issueId, 'issue', field);
    const { matter, facts } = await loadMatterWithIssuesFor('matterRemoveIssue', tx, input.matterId, [issueId]);
    const { isOwner } = (await readIssue(tx, issueId, field)).facts;
    const place = await tx.em.findOne(MatterIssue, { issueId, matterId: matter.id });
    if (!place) throw new AppError('INVALID_STATE', { field, messageKey: 'matter.notInside' });
    const isAdder = place.addedById === tx.viewer.organizationId;
    if (!canRemoveIssue(facts.role, { isOwner, isAdder })) throw new AppError('FORBIDDEN', { field });
    expectVersion(matter.version, input.expectedVersion);
    await takeOut(tx, { matter, place, reason: input.reason });
    return { matter: matter.id };
  });
}

/** `reason` as it was given, not yet checked. */
export async function takeOut(
  tx: Tx,
  { matter, place, reason }: { matter: Matter; place: MatterIssue; reason: string },
): Promise<void> {
  keepReason(tx, { matterId: matter.id, act: 'ISSUE_REMOVED', reason, place });
  tx.em.remove(place);
  const told = await endThroughIssue(tx, place);
  matter.touch(tx.now);
  await refreshMatter(tx, matter.id);
  await refreshIssues(tx, place.issueId);
  await tellRemoved(tx, place, told);
}

/**
 * Ends the owner's part where nothing but this issue gave it. Not by the owner's own hand: it reads the result, and
 * leaves when it wants to. Returns whether it ended.
 */
async function endThroughIssue(tx: Tx, place: MatterIssue): Promise<boolean> {
  const { matterId, ownerId, issueId } = place;
  if (ownerId === tx.viewer.organizationId) return false;
  const others = await tx.em.count(MatterIssue, { matterId, ownerId, issueId: { $ne: issueId } });
  const present = await participantsOf(tx, matterId);
  const part = present.find((participant) => participant.organizationId === ownerId && participant.throughIssue);
  if (others > 0 || !part) return false;
  part.until = tx.now;
  return true;
}

async function tellRemoved(tx: Tx, place: MatterIssue, hasOwnerLeft: boolean): Promise<void> {
  const { issueId, matterId, ownerId, addedById, consented } = place;
  const present = await participantsOf(tx, matterId);
  const adder = present.some((participant) => participant.organizationId === addedById) ? [addedById] : [];
  await tx.record(matterIssueEvent('matter.issueRemoved', place, [tx.viewer.organizationId, ownerId, ...adder]));
  if (!hasOwnerLeft || !consented) return;
  // It no longer hears what is told to the matter's bodies.
  await tx.record(matterIssueEvent('matter.issueRemoved', { issueId, matterId, consented: false }, [ownerId]));
}
