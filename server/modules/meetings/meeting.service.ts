import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { daysBetween, localDate } from '../../platform/days.ts';
import { humanNumber } from '../../platform/db/human-code.ts';
import { badInput } from '../../platform/errors.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { impersonalText, optionalText } from '../issues/issue.text.ts';
import { activeOrganizations, areaOn } from '../organizations/reference.load.ts';
import { Meeting, MeetingHost } from './meeting.entity.ts';
import { meetingEvent } from './meeting.events.ts';
import type {
  MeetingAnnounceInput,
  MeetingCancelInput,
  MeetingEditInput,
  MeetingHoldInput,
  MeetingPlanInput,
  MeetingPublishInput,
} from './meeting.inputs.ts';
import { loadMeetingFor, termOf } from './meeting.load.ts';

const maxCoHosts = 20;
const field = 'input.id';

const agendaText = (text: string | null | undefined): string | null =>
  optionalText(text?.trim() === '' ? null : text, (agenda) =>
    impersonalText(agenda, { field: 'input.agenda', max: 10_000, multiline: true }),
  );

export async function planMeeting(context: ViewerContext, input: MeetingPlanInput): Promise<Refs> {
  return transact(context, 'meetingPlan', input, async (tx) => {
    const earlier = input.clientId && (await earlierMeeting(tx, input.clientId));
    if (earlier) return { meeting: earlier };
    const coHostIds = await coHostsOf(tx, input.coHostIds ?? []);
    const meeting = await draftOf(tx, input);
    tx.em.persist(meeting);
    await tx.em.flush();
    await setHosts(tx, meeting, coHostIds);
    await tx.record(meetingEvent('meeting.planned', meeting, [meeting.hostId, ...coHostIds]));
    return { meeting: meeting.id };
  });
}

async function earlierMeeting(tx: Tx, clientId: string): Promise<string | null> {
  await tx.lock(clientId);
  const meeting = await tx.em.findOne(Meeting, { hostId: tx.viewer.organizationId, clientId });
  return meeting?.id ?? null;
}

async function draftOf(tx: Tx, input: MeetingPlanInput): Promise<Meeting> {
  const areaId = await areaOn(tx, input.areaId, input.heldOn, 'input.areaId');
  const [{ number }] = (await tx.em.execute<{ number: string }[]>(`select nextval('meeting_number') as number`)) as [
    { number: string },
  ];
  return tx.em.create(Meeting, {
    id: uuidv7(),
    code: `HN-${input.heldOn.slice(0, 4)}-${humanNumber(Number(number), 'meeting')}`,
    hostId: tx.viewer.organizationId,
    clientId: input.clientId ?? null,
    kind: input.kind,
    title: impersonalText(input.title, { field: 'input.title', max: 200 }),
    areaId,
    status: 'PLANNED',
    heldOn: input.heldOn,
    agenda: agendaText(input.agenda),
    minutes: null,
    announcedOn: null,
    announcedLateReason: null,
    publishedOn: null,
    publishedLateReason: null,
    cancelReason: null,
    frozenAt: null,
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  });
}

async function coHostsOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length > maxCoHosts) throw badInput('input.coHostIds', 'list.tooLong', { max: maxCoHosts });
  const uuids = await activeOrganizations(tx, ids, 'input.coHostIds');
  return uuids.filter((id) => id !== tx.viewer.organizationId);
}

async function setHosts(tx: Tx, meeting: Meeting, coHostIds: readonly string[]): Promise<void> {
  const wanted = [meeting.hostId, ...coHostIds];
  await tx.em.nativeDelete(MeetingHost, { meetingId: meeting.id, organizationId: { $nin: wanted } });
  await tx.em.execute(
    'insert into meeting_host (meeting_id, organization_id) select ?, unnest(?::uuid[]) on conflict do nothing',
    [meeting.id, `{${wanted.join(',')}}`],
  );
}

export async function editMeeting(context: ViewerContext, input: MeetingEditInput): Promise<Refs> {
  return transact(context, 'meetingEdit', input, async (tx) => {
    const { meeting, hostIds } = await loadMeetingFor('meetingEdit', tx, { ...input, field });
    const { title, heldOn, agenda, coHostIds } = input;
    if (typeof title === 'string') meeting.title = impersonalText(title, { field: 'input.title', max: 200 });
    if (typeof heldOn === 'string') meeting.heldOn = heldOn;
    if (typeof agenda === 'string') meeting.agenda = agendaText(agenda);
    meeting.touch(tx.now);
    const others = coHostIds ? await coHostsOf(tx, coHostIds) : [];
    if (coHostIds) await setHosts(tx, meeting, others);
    await tx.record(meetingEvent('meeting.changed', meeting, [...new Set([...hostIds, ...others])]));
    return { meeting: meeting.id };
  });
}

/** A reason where the day of the rule was missed; BAD_INPUT where it was and none is given. */
function lateness(late: boolean, reason: string | null | undefined): string | null {
  const text = optionalText(reason, (why) =>
    impersonalText(why, { field: 'input.lateReason', max: 2000, multiline: true }),
  );
  if (late && text === null) throw badInput('input.lateReason', 'reason.required');
  return late ? text : null;
}

export async function announceMeeting(context: ViewerContext, input: MeetingAnnounceInput): Promise<Refs> {
  return transact(context, 'meetingAnnounce', input, async (tx) => {
    const { meeting, hostIds } = await loadMeetingFor('meetingAnnounce', tx, { ...input, field });
    const today = localDate(tx.now);
    const days = await termOf(tx, meeting, 'ANNOUNCEMENT');
    const isLate = days !== null && daysBetween(today, meeting.heldOn) < days;
    meeting.announcedLateReason = lateness(isLate, input.lateReason);
    meeting.status = 'ANNOUNCED';
    meeting.announcedOn = today;
    meeting.touch(tx.now);
    await tx.record(meetingEvent('meeting.announced', meeting, hostIds));
    return { meeting: meeting.id };
  });
}

export async function holdMeeting(context: ViewerContext, input: MeetingHoldInput): Promise<Refs> {
  return transact(context, 'meetingHold', input, async (tx) => {
    const { meeting, hostIds } = await loadMeetingFor('meetingHold', tx, { ...input, field });
    if (meeting.heldOn > localDate(tx.now)) throw badInput(field, 'meeting.notYet', { day: meeting.heldOn });
    meeting.minutes = impersonalText(input.minutes, { field: 'input.minutes', max: 20_000, multiline: true });
    meeting.status = 'HELD';
    meeting.touch(tx.now);
    await tx.record(meetingEvent('meeting.held', meeting, hostIds));
    return { meeting: meeting.id };
  });
}

export async function publishMeeting(context: ViewerContext, input: MeetingPublishInput): Promise<Refs> {
  return transact(context, 'meetingPublish', input, async (tx) => {
    const { meeting, hostIds } = await loadMeetingFor('meetingPublish', tx, { ...input, field });
    const today = localDate(tx.now);
    const days = await termOf(tx, meeting, 'RESULT');
    const isLate = days !== null && daysBetween(meeting.heldOn, today) > days;
    meeting.publishedLateReason = lateness(isLate, input.lateReason);
    meeting.status = 'PUBLISHED';
    meeting.publishedOn = today;
    meeting.touch(tx.now);
    await tx.record(meetingEvent('meeting.published', meeting, hostIds));
    return { meeting: meeting.id };
  });
}

export async function cancelMeeting(context: ViewerContext, input: MeetingCancelInput): Promise<Refs> {
  return transact(context, 'meetingCancel', input, async (tx) => {
    const { meeting, hostIds } = await loadMeetingFor('meetingCancel', tx, { ...input, field });
    meeting.cancelReason = impersonalText(input.reason, { field: 'input.reason', max: 2000, multiline: true });
    meeting.status = 'CANCELLED';
    meeting.touch(tx.now);
    await tx.record(meetingEvent('meeting.cancelled', meeting, hostIds));
    return { meeting: meeting.id };
  });
}
