import { AppError, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';
import { Matter } from './matter.entity.ts';
import { factsOf } from './matter.load.ts';
import type { TaskFacts } from './task.policy.ts';
import { Task } from './task.entity.ts';
import { taskRules } from './task.policy.ts';

const field = 'input.id';

export interface LoadedTask {
  task: Task;
  /** Where it was assigned; null for a body that sees it by another matter alone. */
  matter: Matter | null;
  facts: TaskFacts;
}

/** A task that the viewer's organization sees, its matter and `matterIds` locked; NOT_FOUND for any other id. */
export async function loadTask(tx: Tx, id: string, matterIds: readonly string[] = []): Promise<LoadedTask> {
  const uuid = uuidOf(id, 'task', field);
  const known = await tx.em.findOne(Task, { id: uuid });
  if (!known) throw notFound(field);
  await tx.lock(known.matterId, ...matterIds);
  const task = await tx.em.findOne(Task, { id: uuid }, { refresh: true });
  if (!task) throw notFound(field);
  const matter = await tx.em.findOne(Matter, { id: task.matterId }, { refresh: true });
  const facts = matter && (await factsOf(tx, matter));
  const isOwn = task.organizationId === tx.viewer.organizationId;
  return {
    task,
    matter: facts ? matter : null,
    facts: {
      isOwn,
      status: task.status,
      role: facts?.role ?? null,
      isCollecting: facts?.isCollecting ?? false,
      matterStatus: facts?.status ?? null,
    },
  };
}

/** FORBIDDEN where the act is not this body's, INVALID_STATE where it is not possible now. */
export function checkTask(action: keyof typeof taskRules, { facts }: LoadedTask): void {
  const rule = taskRules[action];
  if (!rule.by(facts)) throw new AppError('FORBIDDEN', { field });
  if (rule.while(facts)) return;
  if (facts.matterStatus === 'CLOSED')
    throw new AppError('INVALID_STATE', { field, messageKey: 'matter.state', params: { status: facts.matterStatus } });
  throw new AppError('INVALID_STATE', { field, messageKey: 'task.state', params: { status: facts.status } });
}
