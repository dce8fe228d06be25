import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { decodeNodeId } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { impersonalText, optionalText } from '../issues/issue.text.ts';
import { checkMatter, readMatter } from '../matters/matter.load.ts';
import { participantsOf } from '../matters/participant.service.ts';
import { checkTask, loadTask } from '../matters/task.load.ts';
import type { Referral } from '../referrals/referral.entity.ts';
import { checkReferral, loadReferral } from '../referrals/referral.load.ts';
import { Reminder } from './reminder.entity.ts';
import { reminderEvent } from './reminder.events.ts';
import type { ReminderSendInput } from './reminder.types.ts';

const field = 'input.subjectId';

type Subject = Pick<Reminder, 'matterId' | 'taskId' | 'referralId' | 'toId'> & { referral: Referral | null };

const subjects: Partial<Record<string, (tx: Tx, id: string, uuid: string) => Promise<Subject>>> = {
  matter: ofMatter,
  task: ofTask,
  referral: ofReferral,
};

export async function sendReminder(context: ViewerContext, input: ReminderSendInput): Promise<Refs> {
  return transact(context, 'reminderSend', input, async (tx) => {
    const { prefix = '', uuid = '' } = decodeNodeId(input.subjectId) ?? {};
    const load = subjects[prefix];
    if (!load) throw badInput(field, 'id.type', { type: 'Matter, Task, Referral' });
    const { referral, ...subject } = await named(load(tx, input.subjectId, uuid));
    const reminder = tx.em.create(Reminder, {
      id: uuidv7(),
      ...subject,
      organizationId: tx.viewer.organizationId,
      note: optionalText(input.note, (text) =>
        impersonalText(text, { field: 'input.note', max: 2000, multiline: true }),
      ),
      at: tx.now,
    });
    tx.em.persist(reminder);
    await tx.record(reminderEvent(reminder, referral));
    return { reminder: reminder.id };
  });
}

/** Tasks and referrals are loaded as by their own mutations: here their argument has another name. */
async function named<T>(loaded: Promise<T>): Promise<T> {
  try {
    return await loaded;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { ...error.details, field });
  }
}

async function ofMatter(tx: Tx, _id: string, matterId: string): Promise<Subject> {
  await tx.lock(matterId);
  checkMatter('reminderSend', await readMatter(tx, matterId, field), field);
  const lead = (await participantsOf(tx, matterId)).find(({ role }) => role === 'LEAD');
  return { matterId, taskId: null, referralId: null, toId: lead!.organizationId, referral: null };
}

async function ofTask(tx: Tx, id: string): Promise<Subject> {
  const loaded = await loadTask(tx, id);
  checkTask('reminderSend', loaded);
  const { task } = loaded;
  return { matterId: task.matterId, taskId: task.id, referralId: null, toId: task.organizationId, referral: null };
}

async function ofReferral(tx: Tx, id: string): Promise<Subject> {
  const loaded = await loadReferral(tx, id);
  checkReferral('reminderSend', loaded);
  const { referral } = loaded;
  return { matterId: null, taskId: null, referralId: referral.id, toId: referral.toId, referral };
}
