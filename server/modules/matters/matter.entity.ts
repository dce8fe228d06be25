import { defineEntity, p } from '@mikro-orm/core';

export type MatterStatus = 'OPEN' | 'IN_PROGRESS' | 'ANSWERED' | 'CLOSED';
export type ParticipantRole = 'LEAD' | 'COORDINATING' | 'SUPERVISING' | 'INFORMED';
export type Outcome = 'RESOLVED' | 'IN_RESOLUTION' | 'PLANNED' | 'EXPLAINED' | 'NOT_RESOLVABLE';
export type MatterAct = 'ISSUE_REMOVED' | 'LEFT' | 'REOPENED';

const MatterSchema = defineEntity({
  name: 'Matter',
  tableName: 'matter',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    openedById: p.uuid(),
    title: p.text(),
    summary: p.text().nullable(),
    status: p.text().$type<MatterStatus>(),
    outcome: p.text().$type<Outcome>().nullable(),
    plannedOn: p.date().$type<string>().nullable(),
    version: p.integer(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

/** What several issues are about, followed up jointly. Issues join and leave it; they never merge. */
export class Matter extends MatterSchema.class {
  /** Every change of it, its participants, issues and tasks makes a new version. */
  touch(now: Date): void {
    this.version += 1;
    this.updatedAt = now;
  }
}
MatterSchema.setClass(Matter);

const ParticipantSchema = defineEntity({
  name: 'Participant',
  tableName: 'participant',
  properties: {
    id: p.uuid().primary(),
    matterId: p.uuid(),
    organizationId: p.uuid(),
    role: p.text().$type<ParticipantRole>(),
    invitedById: p.uuid(),
    /** It takes part only because an issue of its own is in the matter. */
    throughIssue: p.boolean(),
    since: p.datetime(3),
    until: p.datetime(3).nullable(),
  },
});

/** A body's part in a matter, from `since` until it left or changed its role; never deleted. */
export class Participant extends ParticipantSchema.class {}
ParticipantSchema.setClass(Participant);

const MatterIssueSchema = defineEntity({
  name: 'MatterIssue',
  tableName: 'matter_issue',
  properties: {
    issueId: p.uuid().primary(),
    ownerId: p.uuid(),
    matterId: p.uuid(),
    addedById: p.uuid(),
    /** The owner agreed that the matter's bodies read it; without it they see only what was shared with them. */
    consented: p.boolean(),
    addedAt: p.datetime(3),
  },
});

export class MatterIssue extends MatterIssueSchema.class {}
MatterIssueSchema.setClass(MatterIssue);

const MatterReasonSchema = defineEntity({
  name: 'MatterReason',
  tableName: 'matter_reason',
  properties: {
    id: p.uuid().primary(),
    matterId: p.uuid(),
    act: p.text().$type<MatterAct>(),
    issueId: p.uuid().nullable(),
    issueOwnerId: p.uuid().nullable(),
    /** All bodies of the matter knew the issue; of one without consent only its owner and the actor are told. */
    consented: p.boolean(),
    organizationId: p.uuid(),
    reason: p.text(),
    at: p.datetime(3),
  },
});

/** Why an issue was taken out, a body left or the matter was reopened; never changed. */
export class MatterReason extends MatterReasonSchema.class {}
MatterReasonSchema.setClass(MatterReason);

export const matterEntities = [MatterSchema, ParticipantSchema, MatterIssueSchema, MatterReasonSchema];
