import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { AppError, badInput, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { promise } from '../commitments/commitment.service.ts';
import { readIssue } from '../issues/issue.load.ts';
import { impersonalText } from '../issues/issue.text.ts';
import { MeetingItem, MeetingPromise, type Meeting } from './meeting.entity.ts';
import { meetingEvent } from './meeting.events.ts';
import type {
  MeetingCarryOverInput,
  MeetingFreezeInput,
  MeetingListIssueInput,
  MeetingPromiseInput,
  MeetingUnlistIssueInput,
} from './meeting.inputs.ts';
import { loadMeetingFor, type LoadedMeeting } from './meeting.load.ts';

const maxItems = 1000;

async function changed(tx: Tx, { meeting, hostIds }: LoadedMeeting, type: 'meeting.changed' | 'meeting.frozen'): Promise<Refs> {
  meeting.touch(tx.now);
  await tx.record(meetingEvent(type, meeting, hostIds));
  return { meeting: meeting.id };
}

export async function listIssue(context: ViewerContext, input: MeetingListIssueInput): Promise<Refs> {
  return transact(context, 'meetingListIssue', input, async (tx) => {
    const field = 'input.issueId';
    const issueId = uuidOf(input.issueId, 'issue', field);
    const loaded = await loadMeetingFor('meetingListIssue', tx, { id: input.meetingId, field: 'input.meetingId' });
    await tx.lock(issueId);
    const { issue, facts } = await readIssue(tx, issueId, field);
    if (!facts.isOwner) throw new AppError('FORBIDDEN', { field });
    await expectReadersAmong(tx, issueId, loaded.hostIds);
    const { meeting } = loaded;
    if (await tx.em.findOne(MeetingItem, { meetingId: meeting.id, issueId })) return { meeting: meeting.id };
    if ((await tx.em.count(MeetingItem, { meetingId: meeting.id })) >= maxItems)
      throw badInput('input.meetingId', 'list.tooLong', { max: maxItems });
    tx.em.persist(itemOf(tx, meeting, { issueId, ownerId: issue.ownerId, carriedFromId: null }));
    return changed(tx, loaded, 'meeting.changed');
  });
}

/** Its owner knows with whom it is shared: nothing new is told. */
async function expectReadersAmong(tx: Tx, issueId: string, hostIds: readonly string[]): Promise<void> {
  const [{ readers }] = (await tx.em.execute(
    `select count(distinct h) as readers from unnest(?::uuid[]) h join issue_access a on a.issue_id = ? and a.level <= 3
      and a.organization_id in (h, '00000000-0000-0000-0000-000000000000')`,
    [`{${hostIds.join(',')}}`, issueId],
  )) as [{ readers: string }];
  if (Number(readers) < hostIds.length) throw badInput('input.issueId', 'meeting.hostsRead');
}

function itemOf(
  tx: Tx,
  meeting: Meeting,
  of: Pick<MeetingItem, 'issueId' | 'ownerId' | 'carriedFromId'>,
): MeetingItem {
  return tx.em.create(MeetingItem, {
    id: uuidv7(),
    meetingId: meeting.id,
    ...of,
    listedById: tx.viewer.organizationId,
    number: null,
    listedAt: tx.now,
  });
}

export async function unlistIssue(context: ViewerContext, input: MeetingUnlistIssueInput): Promise<Refs> {
  return transact(context, 'meetingUnlistIssue', input, async (tx) => {
    const field = 'input.issueId';
    const issueId = uuidOf(input.issueId, 'issue', field);
    const loaded = await loadMeetingFor('meetingUnlistIssue', tx, { id: input.meetingId, field: 'input.meetingId' });
    const item = await tx.em.findOne(MeetingItem, { meetingId: loaded.meeting.id, issueId });
    if (!item) throw notFound(field);
    if (item.listedById !== tx.viewer.organizationId) throw new AppError('FORBIDDEN', { field });
    tx.em.remove(item);
    return changed(tx, loaded, 'meeting.changed');
  });
}

export async function freezeList(context: ViewerContext, input: MeetingFreezeInput): Promise<Refs> {
  return transact(context, 'meetingFreeze', input, async (tx) => {
    const loaded = await loadMeetingFor('meetingFreeze', tx, { ...input, field: 'input.id' });
    const items = await tx.em.find(MeetingItem, { meetingId: loaded.meeting.id }, { orderBy: { id: 'asc' } });
    for (const [index, item] of items.entries()) item.number = index + 1;
    loaded.meeting.frozenAt = tx.now;
    return changed(tx, loaded, 'meeting.frozen');
  });
}

export async function carryOver(context: ViewerContext, input: MeetingCarryOverInput): Promise<Refs> {
  return transact(context, 'meetingCarryOver', input, async (tx) => {
    const field = 'input.fromId';
    const from = await sessionFrom(tx, input.fromId, field);
    const loaded = await loadMeetingFor('meetingCarryOver', tx, { id: input.toId, field: 'input.toId' });
    if (loaded.meeting.id === from || !(await isEarlier(tx, from, loaded.meeting)))
      throw badInput(field, 'meeting.notEarlier');
    for (const item of await unfinishedItems(tx, from, loaded.meeting.id)) {
      tx.em.persist(itemOf(tx, loaded.meeting, { ...item, carriedFromId: from }));
    }
    return changed(tx, loaded, 'meeting.changed');
  });
}

/** A session of the viewer's body whose list is closed. */
async function sessionFrom(tx: Tx, id: string, field: string): Promise<string> {
  const uuid = uuidOf(id, 'meeting', field);
  const [row] = await tx.em.execute<{ isOwn: boolean; isFrozen: boolean }[]>(
    `select host_id = app_org() as "isOwn", frozen_at is not null as "isFrozen" from meeting where id = ?`,
    [uuid],
  );
  if (!row) throw notFound(field);
  if (!row.isOwn) throw new AppError('FORBIDDEN', { field });
  if (!row.isFrozen) throw badInput(field, 'meeting.notFrozen');
  return uuid;
}

async function isEarlier(tx: Tx, from: string, to: Meeting): Promise<boolean> {
  const [row] = await tx.em.execute<{ earlier: boolean }[]>(
    'select (held_on, id) < (?::date, ?::uuid) as earlier from meeting where id = ?',
    [to.heldOn, to.id, from],
  );
  return row!.earlier;
}

/** Not answered yet, or answered with something still to be done; as far as the host sees it. */
async function unfinishedItems(
  tx: Tx,
  from: string,
  to: string,
): Promise<{ issueId: string; ownerId: string }[]> {
  return tx.em.execute<{ issueId: string; ownerId: string }[]>(
    `select i.issue_id as "issueId", i.owner_id as "ownerId" from meeting_item i join issue s on s.id = i.issue_id
        left join matter m on m.id = s.matter_id
      where i.meeting_id = ? and s.status <> 'OUT_OF_SCOPE'
        and not coalesce(m.outcome in ('RESOLVED', 'EXPLAINED'), s.status = 'CLOSED')
        and not exists (select from meeting_item known where known.meeting_id = ? and known.issue_id = i.issue_id)
      order by i.number`,
    [from, to],
  );
}

export async function promiseAtMeeting(context: ViewerContext, input: MeetingPromiseInput): Promise<Refs> {
  return transact(context, 'meetingPromise', input, async (tx) => {
    const { meeting, hostIds } = await loadMeetingFor('meetingPromise', tx, {
      id: input.meetingId,
      field: 'input.meetingId',
    });
    const text = impersonalText(input.promise, { field: 'input.promise', max: 500 });
    if (input.dueOn < localDate(tx.now)) throw badInput('input.dueOn', 'date.past');
    const issueId = input.issueId ? await listedIssue(tx, meeting, input.issueId) : null;
    const commitmentId = await promise(tx, { matterId: null, answerId: null, promise: text, dueOn: input.dueOn });
    tx.em.persist(
      tx.em.create(MeetingPromise, {
        id: uuidv7(),
        meetingId: meeting.id,
        organizationId: tx.viewer.organizationId,
        commitmentId,
        issueId,
        promise: text,
        dueOn: input.dueOn,
        madeAt: tx.now,
      }),
    );
    await tx.record(meetingEvent('meeting.promised', meeting, hostIds));
    return { meeting: meeting.id };
  });
}

async function listedIssue(tx: Tx, meeting: Meeting, id: string): Promise<string> {
  const issueId = uuidOf(id, 'issue', 'input.issueId');
  if (!(await tx.em.findOne(MeetingItem, { meetingId: meeting.id, issueId }))) throw notFound('input.issueId');
  return issueId;
}
