import { defineEntity, p } from '@mikro-orm/core';

const IssueSchema = defineEntity({
  name: 'Issue',
  tableName: 'issue',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    ownerId: p.uuid(),
    collectedById: p.uuid(),
    clientId: p.uuid().nullable(),
    kind: p.text().$type<IssueKind>(),
    title: p.text(),
    description: p.text(),
    place: p.text().nullable(),
    status: p.text().$type<IssueStatus>(),
    statusReason: p.text().nullable(),
    channel: p.text().$type<Channel>(),
    topicId: p.uuid(),
    areaId: p.uuid(),
    voices: p.integer(),
    collectedOn: p.date().$type<string>(),
    visibility: p.text().$type<Visibility>(),
    matterId: p.uuid().nullable(),
    /** The issue that this one is a part of, also after the split was undone. */
    parentId: p.uuid().nullable(),
    statusSince: p.datetime(3),
    version: p.integer(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
  },
});

/** What one body collected. Owned by it for good: others refer to it, follow it up, never edit it. */
export class Issue extends IssueSchema.class {
  /** Marks a change made by its owner: one version further. */
  touch(now: Date): void {
    this.version += 1;
    this.updatedAt = now;
  }

  /** What its owner decides; where it follows a referral or matter the database does. */
  moveTo(status: IssueStatus, reason: string | null, now: Date): void {
    if (status !== this.status) this.statusSince = now;
    this.status = status;
    this.statusReason = reason;
    this.touch(now);
  }
}
IssueSchema.setClass(Issue);

const IssueShareSchema = defineEntity({
  name: 'IssueShare',
  tableName: 'issue_share',
  properties: {
    issueId: p.uuid().primary(),
    organizationId: p.uuid().primary(),
    ownerId: p.uuid(),
    createdAt: p.datetime(3),
  },
});

export class IssueShare extends IssueShareSchema.class {}
IssueShareSchema.setClass(IssueShare);

const IssueLinkSchema = defineEntity({
  name: 'IssueLink',
  tableName: 'issue_link',
  properties: {
    id: p.uuid().primary(),
    fromId: p.uuid(),
    toId: p.uuid(),
    kind: p.text().$type<LinkKind>(),
    note: p.text().nullable(),
    createdById: p.uuid(),
    createdAt: p.datetime(3),
  },
});

export class IssueLink extends IssueLinkSchema.class {}
IssueLinkSchema.setClass(IssueLink);

const RedirectionSchema = defineEntity({
  name: 'Redirection',
  tableName: 'redirection',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    reason: p.text().$type<'DENUNCIATION' | 'COMPLAINT'>(),
    onDate: p.date().$type<string>(),
  },
});

/** All that stays of a draft that accuses a person or contests a decision (product rule 2). */
export class Redirection extends RedirectionSchema.class {}
RedirectionSchema.setClass(Redirection);

export const issueEntities = [IssueSchema, IssueShareSchema, IssueLinkSchema, RedirectionSchema];

export type IssueKind = 'REFLECTION' | 'RECOMMENDATION' | 'PROPOSAL';
export type Visibility = 'PRIVATE' | 'SHARED' | 'NETWORK';
export type LinkKind = 'SAME_MATTER' | 'RELATED' | 'CAUSED_BY' | 'REPEATS';
export type IssueStatus =
  | 'RECEIVED'
  | 'NEEDS_INFO'
  | 'SCREENED'
  | 'OUT_OF_SCOPE'
  | 'SUPERSEDED'
  | 'REFERRED'
  | 'IN_FOLLOW_UP'
  | 'ANSWERED'
  | 'CLOSED';
export type Channel =
  | 'VOTER_MEETING'
  | 'DIALOGUE'
  | 'CITIZEN_RECEPTION'
  | 'BRANCH_MEETING'
  | 'FIELD_VISIT'
  | 'HOTLINE'
  | 'ZALO'
  | 'VIBER'
  | 'EMAIL'
  | 'APP'
  | 'LETTER'
  | 'OTHER';
