import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { AppError, badInput, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import type { Issue } from '../issues/issue.entity.ts';
import { readIssue } from '../issues/issue.load.ts';
import { impersonalText } from '../issues/issue.text.ts';
import { Matter, type ParticipantRole } from '../matters/matter.entity.ts';
import { participantEvent } from '../matters/matter.events.ts';
import { refreshMatter } from '../matters/matter.load.ts';
import { createMatter, tellOpened } from '../matters/matter-open.service.ts';
import { givePart, participantsOf } from '../matters/participant.service.ts';
import { activeOrganizations } from '../organizations/reference.load.ts';
import type { AssignmentMakeInput } from './assignment.inputs.ts';
import { Assignment, Referral } from './referral.entity.ts';
import { assignmentEvent, referralEvent } from './referral.events.ts';
import { lockIssueAndMatter } from './referral.load.ts';

const field = 'input.id';
const toField = 'input.toOrganizationId';

/** The body above names who takes the issue on: no offer, nothing to decline. It supervises from now on. */
export async function makeAssignment(context: ViewerContext, input: AssignmentMakeInput): Promise<Refs> {
  return transact(context, 'assignmentMake', input, async (tx) => {
    const { assignment, issue } = await loadAssignment(tx, input);
    const [toId] = (await activeOrganizations(tx, [input.toOrganizationId], toField)) as [string];
    if (toId === tx.viewer.organizationId) throw badInput(toField, 'referral.itself');
    const request = impersonalText(input.request, { field: 'input.request', max: 2000, multiline: true });
    const referral = assigned(tx, issue, { toId, request });
    tx.em.persist(referral);
    const matterId = await (issue.matterId ? leadFromNowOn(tx, issue.matterId, toId) : openFor(tx, issue, toId));
    assignment.status = 'MADE';
    assignment.referralId = referral.id;
    assignment.decidedAt = tx.now;
    assignment.version += 1;
    await refreshMatter(tx, matterId);
    await tx.record(assignmentEvent(assignment));
    await tx.record(referralEvent('referral.accepted', referral, matterId));
    return { assignment: assignment.id, matter: matterId };
  });
}

async function loadAssignment(tx: Tx, input: AssignmentMakeInput): Promise<{ assignment: Assignment; issue: Issue }> {
  const id = uuidOf(input.id, 'assignment', field);
  const known = await tx.em.findOne(Assignment, { id });
  if (!known) throw notFound(field);
  await lockIssueAndMatter(tx, known.issueId);
  const assignment = await tx.em.findOne(Assignment, { id }, { refresh: true });
  if (!assignment) throw notFound(field);
  const { issue } = await readIssue(tx, assignment.issueId, field);
  if (assignment.bodyId !== tx.viewer.organizationId) throw new AppError('FORBIDDEN', { field });
  expectVersion(assignment.version, input.expectedVersion);
  const { status } = assignment;
  if (status !== 'REQUESTED')
    throw new AppError('INVALID_STATE', { field, messageKey: 'assignment.state', params: { status } });
  return { assignment, issue };
}

const assigned = (tx: Tx, issue: Issue, { toId, request }: { toId: string; request: string }): Referral =>
  tx.em.create(Referral, {
    id: uuidv7(),
    issueId: issue.id,
    ownerId: issue.ownerId,
    fromId: tx.viewer.organizationId,
    toId,
    role: 'LEAD',
    request,
    status: 'ACCEPTED',
    reason: null,
    suggestedId: null,
    noneCompetent: false,
    assigned: true,
    version: 1,
    offeredAt: tx.now,
    decidedAt: tx.now,
    returnedAt: null,
  });

async function openFor(tx: Tx, issue: Issue, leadId: string): Promise<string> {
  const roles = new Map<string, ParticipantRole>([
    [issue.ownerId, 'COORDINATING'],
    [tx.viewer.organizationId, 'SUPERVISING'],
    [leadId, 'LEAD'],
  ]);
  const opened = await createMatter(tx, { title: issue.title, summary: null, roles, issues: [issue], consented: true });
  await tellOpened(tx, opened);
  return opened.matter.id;
}

/** In the matter where the issue is: its lead is relieved. */
async function leadFromNowOn(tx: Tx, matterId: string, leadId: string): Promise<string> {
  const present = await participantsOf(tx, matterId);
  const part = (organizationId: string): ParticipantRole | undefined =>
    present.find((participant) => participant.organizationId === organizationId)?.role;
  if (part(leadId) !== 'LEAD') await givePart(tx, { matterId, organizationId: leadId, role: 'LEAD' });
  const viewerId = tx.viewer.organizationId;
  if (part(viewerId) === undefined || part(viewerId) === 'INFORMED')
    await givePart(tx, { matterId, organizationId: viewerId, role: 'SUPERVISING' });
  await refreshMatter(tx, matterId);
  const matter = await tx.em.findOneOrFail(Matter, { id: matterId }, { refresh: true });
  matter.touch(tx.now);
  await tx.record(participantEvent('matter.invited', matter, leadId));
  return matterId;
}
