import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { AppError, badInput, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { impersonalText } from '../issues/issue.text.ts';
import { Task } from './matter.entity.ts';
import { taskEvent } from './matter.events.ts';
import type { TaskAssignInput, TaskUpdateInput } from './matter.inputs.ts';
import { loadMatterFor, readMatter } from './matter.load.ts';
import { isWorking, moveOfTask } from './matter.policy.ts';
import { participantsOf } from './participant.service.ts';

export async function assignTask(context: ViewerContext, input: TaskAssignInput): Promise<Refs> {
  return transact(context, 'taskAssign', input, async (tx) => {
    const { matter } = await loadMatterFor('taskAssign', tx, input.matterId);
    const organizationId = uuidOf(input.organizationId, 'org', 'input.organizationId');
    const present = await participantsOf(tx, matter.id);
    const worker = present.find(
      (participant) => participant.organizationId === organizationId && isWorking(participant.role),
    );
    if (!worker) throw badInput('input.organizationId', 'task.organization');
    const dueOn = input.dueOn ?? null;
    if (dueOn !== null && dueOn < localDate(tx.now)) throw badInput('input.dueOn', 'date.past');
    const task = tx.em.create(Task, {
      id: uuidv7(),
      matterId: matter.id,
      organizationId,
      assignedById: tx.viewer.organizationId,
      title: impersonalText(input.title, { field: 'input.title', max: 200 }),
      status: 'TODO',
      dueOn,
      result: null,
      version: 1,
      createdAt: tx.now,
    });
    tx.em.persist(task);
    if (matter.status === 'OPEN') matter.status = 'IN_PROGRESS';
    matter.touch(tx.now);
    await tx.record(taskEvent('task.assigned', task));
    return { task: task.id };
  });
}

export async function updateTask(context: ViewerContext, input: TaskUpdateInput): Promise<Refs> {
  return transact(context, 'taskUpdate', input, async (tx) => {
    const id = uuidOf(input.id, 'task', 'input.id');
    const known = await tx.em.findOne(Task, { id });
    if (!known) throw notFound('input.id');
    await tx.lock(known.matterId);
    const { matter, facts } = await readMatter(tx, known.matterId, 'input.id');
    const task = await tx.em.findOneOrFail(Task, { id }, { refresh: true });
    const isOwn = task.organizationId === tx.viewer.organizationId;
    const move = moveOfTask(task.status, input.status, { isOwn, isLead: facts.role === 'LEAD' });
    if (move === 'FORBIDDEN') throw new AppError('FORBIDDEN', { field: 'input.id' });
    expectVersion(task.version, input.expectedVersion);
    if (move === 'INVALID_STATE') {
      throw new AppError('INVALID_STATE', {
        field: 'input.status',
        messageKey: 'task.state',
        params: { status: task.status },
      });
    }
    if (facts.status === 'CLOSED') {
      throw new AppError('INVALID_STATE', {
        field: 'input.id',
        messageKey: 'matter.state',
        params: { status: facts.status },
      });
    }
    task.status = input.status;
    if (input.result) task.result = impersonalText(input.result, { field: 'input.result', max: 5000, multiline: true });
    task.version += 1;
    matter.touch(tx.now);
    await tx.record(taskEvent('task.updated', task));
    return { task: task.id };
  });
}
