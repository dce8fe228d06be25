import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { impersonalText } from '../issues/issue.text.ts';
import { MatterIssue } from './matter.entity.ts';
import { taskEvent, taskIssueEvent } from './matter.events.ts';
import { loadMatterFor } from './matter.load.ts';
import { isWorking } from './matter.policy.ts';
import { participantsOf } from './participant.service.ts';
import { Task, TaskIssue } from './task.entity.ts';
import type { TaskAssignInput, TaskUpdateInput } from './task.inputs.ts';
import { loadTask } from './task.load.ts';
import { moveOfTask } from './task.policy.ts';

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
      reactedAt: null,
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
    const { task, matter, facts } = await loadTask(tx, input.id);
    const move = moveOfTask(task.status, input.status, { isOwn: facts.isOwn, isLead: facts.role === 'LEAD' });
    if (move === 'FORBIDDEN' || !matter) throw new AppError('FORBIDDEN', { field: 'input.id' });
    expectVersion(task.version, input.expectedVersion);
    if (move === 'INVALID_STATE') {
      throw new AppError('INVALID_STATE', {
        field: 'input.status',
        messageKey: 'task.state',
        params: { status: task.status },
      });
    }
    if (matter.status === 'CLOSED') {
      throw new AppError('INVALID_STATE', {
        field: 'input.id',
        messageKey: 'matter.state',
        params: { status: matter.status },
      });
    }
    if (input.status === 'DONE' && (await waits(tx, task)))
      throw new AppError('INVALID_STATE', { field: 'input.status', messageKey: 'task.waits' });
    const isFinished = input.status === 'DONE' && task.status !== 'DONE';
    task.status = input.status;
    if (facts.isOwn) task.reactedAt ??= tx.now;
    if (input.result) task.result = impersonalText(input.result, { field: 'input.result', max: 5000, multiline: true });
    task.version += 1;
    matter.touch(tx.now);
    await tellUpdated(tx, task, isFinished);
    return { task: task.id };
  });
}

/** Something that it needs is not finished; the matter is locked, which all of them belong to. */
async function waits(tx: Tx, { id }: Task): Promise<boolean> {
  const [row] = await tx.em.execute<{ waits: boolean }[]>(
    `select exists (select from task_dependency d join task needed on needed.id = d.needs_id
      where d.task_id = ? and needed.status in ('TODO', 'DOING')) as waits`,
    [id],
  );
  return row!.waits;
}

/** In every matter that it serves, and once it is finished on every issue that it was done for. */
async function tellUpdated(tx: Tx, task: Task, isFinished: boolean): Promise<void> {
  for (const matterId of await mattersServed(tx, task)) await tx.record(taskEvent('task.updated', task, matterId));
  if (!isFinished) return;
  const ties = await tx.em.find(TaskIssue, { taskId: task.id }, { orderBy: { issueId: 'asc' } });
  for (const { issueId, matterId } of ties) {
    // An issue that has left the matter since is no longer its business.
    const place = await tx.em.findOne(MatterIssue, { issueId, matterId });
    if (place) await tx.record(taskIssueEvent('task.finished', task, place, tx.viewer.organizationId));
  }
}

/** The one for which it was assigned and those that it serves too, also where the viewer's body takes no part. */
async function mattersServed(tx: Tx, task: Task): Promise<string[]> {
  const rows = await tx.em.execute<{ matter_id: string }[]>('select matter_id from matters_served(?) order by 1', [
    task.id,
  ]);
  return [task.matterId, ...rows.map((row) => row.matter_id)];
}
