import { defineEntity, p } from '@mikro-orm/core';

export type MeetingKind =
  | 'VOTER_CONTACT'
  | 'DIALOGUE'
  | 'CITIZEN_RECEPTION'
  | 'BRANCH_MEETING'
  | 'COUNCIL_SESSION';
export type MeetingStatus = 'PLANNED' | 'ANNOUNCED' | 'HELD' | 'PUBLISHED' | 'CANCELLED';

const MeetingSchema = defineEntity({
  name: 'Meeting',
  tableName: 'meeting',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    hostId: p.uuid(),
    clientId: p.uuid().nullable(),
    kind: p.text().$type<MeetingKind>(),
    title: p.text(),
    areaId: p.uuid(),
    status: p.text().$type<MeetingStatus>(),
    heldOn: p.date().$type<string>(),
    agenda: p.text().nullable(),
    minutes: p.text().nullable(),
    announcedOn: p.date().$type<string>().nullable(),
    announcedLateReason: p.text().nullable(),
    publishedOn: p.date().$type<string>().nullable(),
    publishedLateReason: p.text().nullable(),
    cancelReason: p.text().nullable(),
    /** A session's list is numbered and closed from then on. */
    frozenAt: p.datetime(3).nullable(),
    version: p.integer(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

/** An occasion on which bodies hear people. Who came is not recorded. */
export class Meeting extends MeetingSchema.class {
  touch(now: Date): void {
    this.version += 1;
    this.updatedAt = now;
  }
}
MeetingSchema.setClass(Meeting);

const MeetingHostSchema = defineEntity({
  name: 'MeetingHost',
  tableName: 'meeting_host',
  properties: {
    meetingId: p.uuid().primary(),
    organizationId: p.uuid().primary(),
  },
});

/** A body that holds the meeting, the host itself among them. */
export class MeetingHost extends MeetingHostSchema.class {}
MeetingHostSchema.setClass(MeetingHost);

const MeetingItemSchema = defineEntity({
  name: 'MeetingItem',
  tableName: 'meeting_item',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    issueId: p.uuid(),
    ownerId: p.uuid(),
    listedById: p.uuid(),
    number: p.integer().nullable(),
    carriedFromId: p.uuid().nullable(),
    listedAt: p.datetime(3),
  },
});

/** An issue that was raised at a meeting, or stands on the list of a session. */
export class MeetingItem extends MeetingItemSchema.class {}
MeetingItemSchema.setClass(MeetingItem);

const MeetingPromiseSchema = defineEntity({
  name: 'MeetingPromise',
  tableName: 'meeting_promise',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    organizationId: p.uuid(),
    commitmentId: p.uuid(),
    issueId: p.uuid().nullable(),
    promise: p.text(),
    dueOn: p.date().$type<string>(),
    madeAt: p.datetime(3),
  },
});

/** What was promised there; the commitment tells what became of it. */
export class MeetingPromise extends MeetingPromiseSchema.class {}
MeetingPromiseSchema.setClass(MeetingPromise);

export const meetingEntities = [MeetingSchema, MeetingHostSchema, MeetingItemSchema, MeetingPromiseSchema];
