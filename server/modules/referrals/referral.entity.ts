import { defineEntity, p } from '@mikro-orm/core';
import type { ParticipantRole } from '../matters/matter.entity.ts';

export type ReferralStatus = 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'RETURNED' | 'WITHDRAWN';

const ReferralSchema = defineEntity({
  name: 'Referral',
  tableName: 'referral',
  properties: {
    id: p.uuid().primary(),
    issueId: p.uuid(),
    ownerId: p.uuid(),
    fromId: p.uuid(),
    toId: p.uuid(),
    role: p.text().$type<ParticipantRole>(),
    request: p.text(),
    status: p.text().$type<ReferralStatus>(),
    reason: p.text().nullable(),
    suggestedId: p.uuid().nullable(),
    /** The addressee says that no member body is competent. */
    noneCompetent: p.boolean(),
    /** Decided from above: it was not asked, and does not give it back. */
    assigned: p.boolean(),
    version: p.integer(),
    offeredAt: p.datetime(3),
    decidedAt: p.datetime(3).nullable(),
    returnedAt: p.datetime(3).nullable(),
  },
});

/** An offer of an issue to a body that may accept or decline it. */
export class Referral extends ReferralSchema.class {
  decide(status: 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN', now: Date): void {
    this.status = status;
    this.decidedAt = now;
    this.version += 1;
  }

  /** It was accepted before, and that stays on record. */
  giveBack(now: Date): void {
    this.status = 'RETURNED';
    this.returnedAt = now;
    this.version += 1;
  }
}
ReferralSchema.setClass(Referral);

const ReferralQuestionSchema = defineEntity({
  name: 'ReferralQuestion',
  tableName: 'referral_question',
  properties: {
    id: p.uuid().primary(),
    referralId: p.uuid(),
    organizationId: p.uuid(),
    question: p.text(),
    askedAt: p.datetime(3),
    reply: p.text().nullable(),
    repliedById: p.uuid().nullable(),
    repliedAt: p.datetime(3).nullable(),
  },
});

/** What an addressee asks back before it decides; one at a time. */
export class ReferralQuestion extends ReferralQuestionSchema.class {}
ReferralQuestionSchema.setClass(ReferralQuestion);

const AssignmentSchema = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  properties: {
    id: p.uuid().primary(),
    issueId: p.uuid(),
    ownerId: p.uuid(),
    bodyId: p.uuid(),
    cause: p.text().$type<'THIRD_DECLINE' | 'CIRCLE' | 'SILENCE'>(),
    status: p.text().$type<AssignmentStatus>(),
    referralId: p.uuid().nullable(),
    version: p.integer(),
    requestedAt: p.datetime(3),
    decidedAt: p.datetime(3).nullable(),
  },
});

/** An issue that nobody takes on waits here for the body above them, which names who does; requested by the database. */
export class Assignment extends AssignmentSchema.class {}
AssignmentSchema.setClass(Assignment);

export type AssignmentStatus = 'REQUESTED' | 'MADE' | 'LAPSED';

export const referralEntities = [ReferralSchema, ReferralQuestionSchema, AssignmentSchema];
