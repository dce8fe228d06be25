import { AppError, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { Meeting, MeetingHost } from './meeting.entity.ts';
import { meetingRules, type MeetingAction, type MeetingFacts } from './meeting.policy.ts';

export interface LoadedMeeting {
  meeting: Meeting;
  /** All bodies that hold it, the host first of them. */
  hostIds: string[];
}

/** A meeting that the viewer's organization sees, locked, for an act that is allowed on it now. */
export async function loadMeetingFor(
  action: MeetingAction,
  tx: Tx,
  named: { id: string; field: string; expectedVersion?: number | null | undefined },
): Promise<LoadedMeeting> {
  const { id, field, expectedVersion } = named;
  const uuid = uuidOf(id, 'meeting', field);
  await tx.lock(uuid);
  const meeting = await tx.em.findOne(Meeting, { id: uuid }, { refresh: true });
  if (!meeting) throw notFound(field);
  const hostIds = await hostsOf(tx, meeting);
  const facts = factsOf(tx, meeting, hostIds);
  const rule = meetingRules[action];
  if (!rule.by(facts)) throw new AppError('FORBIDDEN', { field });
  expectVersion(meeting.version, expectedVersion);
  if (!rule.while(facts))
    throw new AppError('INVALID_STATE', { field, messageKey: 'meeting.state', params: { status: meeting.status } });
  return { meeting, hostIds };
}

export async function hostsOf(tx: Tx, { id, hostId }: Meeting): Promise<string[]> {
  const hosts = await tx.em.find(MeetingHost, { meetingId: id }, { orderBy: { organizationId: 'asc' }, refresh: true });
  return [hostId, ...hosts.map((host) => host.organizationId).filter((other) => other !== hostId)];
}

function factsOf({ viewer }: Tx, { kind, status, frozenAt, hostId }: Meeting, hostIds: string[]): MeetingFacts {
  const isHost = hostId === viewer.organizationId;
  const isCoHost = !isHost && hostIds.includes(viewer.organizationId);
  return { kind, status, isFrozen: frozenAt !== null, isHost, isCoHost };
}

/** Days that the law leaves around a meeting of this kind on its day; null where no rule is in force. */
export async function termOf(
  tx: Tx,
  { kind, heldOn }: Pick<Meeting, 'kind' | 'heldOn'>,
  part: 'ANNOUNCEMENT' | 'RESULT',
): Promise<number | null> {
  const [rule] = await tx.em.execute<{ amount: number }[]>('select meeting_term(?, ?, ?::date) as amount', [
    kind,
    part,
    heldOn,
  ]);
  return rule?.amount ?? null;
}
