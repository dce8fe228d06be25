import { defineEntity, p } from '@mikro-orm/core';
import type { ParticipantRole } from '../matters/matter.entity.ts';

type ReferralStatus = 'OFFERED' | 'ACCEPTED' | 'DECLINED' | 'RETURNED' | 'WITHDRAWN';

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
    version: p.integer(),
    offeredAt: p.datetime(3),
    decidedAt: p.datetime(3).nullable(),
  },
});

/** An offer of an issue to a body that may accept or decline it. */
export class Referral extends ReferralSchema.class {
  decide(status: 'ACCEPTED' | 'DECLINED', now: Date): void {
    this.status = status;
    this.decidedAt = now;
    this.version += 1;
  }
}
ReferralSchema.setClass(Referral);

export const referralEntities = [ReferralSchema];
