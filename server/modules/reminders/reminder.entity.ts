import { defineEntity, p } from '@mikro-orm/core';

const ReminderSchema = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    id: p.uuid().primary(),
    matterId: p.uuid().nullable(),
    taskId: p.uuid().nullable(),
    referralId: p.uuid().nullable(),
    organizationId: p.uuid(),
    toId: p.uuid(),
    note: p.text().nullable(),
    at: p.datetime(3),
  },
});

/** A formal nudge: of a matter, of a task in one, or of a referral; never changed. */
export class Reminder extends ReminderSchema.class {}
ReminderSchema.setClass(Reminder);

export const reminderEntities = [ReminderSchema];
