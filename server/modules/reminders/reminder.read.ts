import {
  column,
  extendPlan,
  given,
  instant,
  many,
  nodeId,
  plan,
  reference,
  shape,
  value,
  visibleRows,
  type FieldPlan,
  type Plan,
} from '../../platform/read/plan.ts';
import { found, sql } from '../../platform/read/sql.ts';
import { position } from '../issues/issue.read.ts';
import { matterPlan, takesPart } from '../matters/matter.read.ts';
import { taskPlan } from '../matters/task.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import { referralPlan, seesReferral } from '../referrals/referral.read.ts';
import type { Remindable, ReminderType, WithReminders } from './reminder.types.ts';

const visibleReminders = visibleRows('reminder', {
  where: sql`(${takesPart(sql.ref('t.matter_id'))} or ${found(sql`select from referral r where r.id = t.referral_id
    and ${seesReferral('r')}`)})`,
});

export const reminderPlan: Plan = plan<ReminderType>('Reminder', visibleReminders, {
  id: nodeId('reminder'),
  organization: reference(() => organizationPlan, 'organization_id'),
  to: reference(() => organizationPlan, 'to_id'),
  matter: reference(() => matterPlan, 'matter_id'),
  task: reference(() => taskPlan, 'task_id'),
  referral: reference(() => referralPlan, 'referral_id'),
  note: column('note'),
  at: instant('at'),
});

const countBy = (name: string): FieldPlan =>
  value(
    (row) => sql`(select count(*)::int from ${reminderPlan.rows.sql} r where r.${sql.id(name)} = ${row.col('id')})`,
  );

const remindersBy = (name: string): FieldPlan =>
  many(() => reminderPlan, {
    on: (row, reminder) => sql`${reminder.col(name)} = ${row.col('id')}`,
    order: (reminder) => reminder.col('id'),
  });

extendPlan<WithReminders>(matterPlan, { reminders: remindersBy('matter_id'), reminderCount: countBy('matter_id') });
extendPlan<Remindable>(taskPlan, { reminderCount: countBy('task_id') });
extendPlan<WithReminders>(referralPlan, {
  reminders: remindersBy('referral_id'),
  reminderCount: countBy('referral_id'),
});

export const reminderPayloads = {
  reminderSend: shape('ReminderSendPayload', { reminder: given(() => reminderPlan, 'reminder'), position: position() }),
};
