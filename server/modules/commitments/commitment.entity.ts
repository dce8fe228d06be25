import { defineEntity, p } from '@mikro-orm/core';

export type CommitmentStatus = 'OPEN' | 'KEPT' | 'MOVED' | 'DROPPED';

const CommitmentSchema = defineEntity({
  name: 'Commitment',
  tableName: 'commitment',
  properties: {
    id: p.uuid().primary(),
    organizationId: p.uuid(),
    matterId: p.uuid().nullable(),
    answerId: p.uuid().nullable(),
    promise: p.text(),
    dueOn: p.date().$type<string>(),
    status: p.text().$type<CommitmentStatus>(),
    settledNote: p.text().nullable(),
    madeAt: p.datetime(3),
    settledAt: p.datetime(3).nullable(),
    /** Set once by the job that finds the day over; it stays when the promise is kept late. */
    passedAt: p.datetime(3).nullable(),
    version: p.integer(),
  },
});

/** What a body has promised for a day. Where it was promised is told by what refers to it. */
export class Commitment extends CommitmentSchema.class {
  settle(status: Exclude<CommitmentStatus, 'OPEN'>, note: string | null, now: Date): void {
    this.status = status;
    this.settledNote = note;
    this.settledAt = now;
    this.version += 1;
  }
}
CommitmentSchema.setClass(Commitment);

export const commitmentEntities = [CommitmentSchema];
