import type { ViewerContext } from '../../platform/context.ts';
import { AppError, badInput, notFound } from '../../platform/errors.ts';
import { decodeNodeId } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { readIssue } from '../issues/issue.load.ts';
import { MatterIssue } from './matter.entity.ts';
import { taskEvent, taskIssueEvent } from './matter.events.ts';
import { readMatter } from './matter.load.ts';
import { isWorking } from './matter.policy.ts';
import { Task, TaskDependency, TaskIssue, TaskMatter } from './task.entity.ts';
import type { TaskLinkInput, TaskUnlinkInput } from './task.inputs.ts';
import { checkTask, loadTask } from './task.load.ts';

const field = 'input.toId';

type Kind = 'matter' | 'issue' | 'task';
interface Tie {
  task: Task;
  toId: string;
}
type Change = (tx: Tx, tie: Tie) => Promise<void>;

const links: Record<Kind, Change> = { matter: serveMatter, issue: serveIssue, task: waitFor };
const unlinks: Record<Kind, Change> = { matter: leaveMatter, issue: leaveIssue, task: waitNoMore };

export const linkTask = (context: ViewerContext, input: TaskLinkInput): Promise<Refs> =>
  transact(context, 'taskLink', input, (tx) => change(tx, 'taskLink', input, links));

export const unlinkTask = (context: ViewerContext, input: TaskUnlinkInput): Promise<Refs> =>
  transact(context, 'taskUnlink', input, (tx) => change(tx, 'taskUnlink', input, unlinks));

async function change(
  tx: Tx,
  action: 'taskLink' | 'taskUnlink',
  input: TaskLinkInput,
  changes: Record<Kind, Change>,
): Promise<Refs> {
  const { prefix, uuid: toId } = decodeNodeId(input.toId) ?? {};
  if (!toId || !(prefix === 'matter' || prefix === 'issue' || prefix === 'task'))
    throw badInput(field, 'id.type', { type: 'Matter, Issue, Task' });
  const loaded = await loadTask(tx, input.id, prefix === 'matter' ? [toId] : []);
  checkTask(action, loaded);
  const { task, matter } = loaded;
  expectVersion(task.version, input.expectedVersion);
  await changes[prefix](tx, { task, toId });
  task.version += 1;
  matter!.touch(tx.now);
  await tx.em.flush();
  await tx.record(taskEvent('task.linked', task));
  return { task: task.id };
}

const stamp = (tx: Tx): { addedById: string; addedAt: Date } => ({
  addedById: tx.viewer.organizationId,
  addedAt: tx.now,
});

/** Where the viewer's body does the work too: it opens the task to the bodies of that matter. */
async function serveMatter(tx: Tx, { task, toId: matterId }: Tie): Promise<void> {
  const { facts } = await readMatter(tx, matterId, field);
  if (!isWorking(facts.role)) throw new AppError('FORBIDDEN', { field });
  if (facts.status === 'CLOSED')
    throw new AppError('INVALID_STATE', { field, messageKey: 'matter.state', params: { status: facts.status } });
  const known = await tx.em.findOne(TaskMatter, { taskId: task.id, matterId });
  if (known || matterId === task.matterId) throw new AppError('INVALID_STATE', { field, messageKey: 'task.linked' });
  tx.em.persist(tx.em.create(TaskMatter, { taskId: task.id, matterId, ...stamp(tx) }));
  await tx.record(taskEvent('task.linked', task, matterId));
}

async function leaveMatter(tx: Tx, { task, toId: matterId }: Tie): Promise<void> {
  await readMatter(tx, matterId, field);
  const known = await tx.em.findOne(TaskMatter, { taskId: task.id, matterId });
  if (!known) throw new AppError('INVALID_STATE', { field, messageKey: 'task.notLinked' });
  await tx.record(taskEvent('task.linked', task, matterId));
  tx.em.remove(known);
}

async function serveIssue(tx: Tx, { task, toId: issueId }: Tie): Promise<void> {
  await tx.lock(issueId);
  await readIssue(tx, issueId, field);
  const place = await tx.em.findOne(MatterIssue, { issueId });
  const isServed =
    place?.matterId === task.matterId ||
    (place && (await tx.em.count(TaskMatter, { taskId: task.id, matterId: place.matterId })) > 0);
  if (!place || !isServed) throw new AppError('INVALID_STATE', { field, messageKey: 'matter.notInside' });
  if (await tx.em.findOne(TaskIssue, { taskId: task.id, issueId }))
    throw new AppError('INVALID_STATE', { field, messageKey: 'task.linked' });
  tx.em.persist(tx.em.create(TaskIssue, { taskId: task.id, issueId, matterId: place.matterId, ...stamp(tx) }));
  await tx.record(taskIssueEvent('task.linked', task, place, tx.viewer.organizationId));
}

async function leaveIssue(tx: Tx, { task, toId: issueId }: Tie): Promise<void> {
  await tx.lock(issueId);
  await readIssue(tx, issueId, field);
  const known = await tx.em.findOne(TaskIssue, { taskId: task.id, issueId });
  if (!known) throw new AppError('INVALID_STATE', { field, messageKey: 'task.notLinked' });
  tx.em.remove(known);
}

async function waitFor(tx: Tx, { task, toId: needsId }: Tie): Promise<void> {
  const needed = await tx.em.findOne(Task, { id: needsId });
  if (!needed) throw notFound(field);
  if (needed.matterId !== task.matterId) throw new AppError('INVALID_STATE', { field, messageKey: 'task.otherMatter' });
  if (await reaches(tx, needsId, task.id)) throw new AppError('INVALID_STATE', { field, messageKey: 'task.circle' });
  const tie = { taskId: task.id, needsId };
  if (await tx.em.findOne(TaskDependency, tie))
    throw new AppError('INVALID_STATE', { field, messageKey: 'task.linked' });
  tx.em.persist(tx.em.create(TaskDependency, { ...tie, matterId: task.matterId, ...stamp(tx) }));
}

async function waitNoMore(tx: Tx, { task, toId: needsId }: Tie): Promise<void> {
  if (!(await tx.em.findOne(Task, { id: needsId }))) throw notFound(field);
  const known = await tx.em.findOne(TaskDependency, { taskId: task.id, needsId });
  if (!known) throw new AppError('INVALID_STATE', { field, messageKey: 'task.notLinked' });
  tx.em.remove(known);
}

/** Whether one task is, or waits however indirectly for, the other; the lock of their matter keeps the answer true. */
async function reaches(tx: Tx, from: string, to: string): Promise<boolean> {
  const [row] = await tx.em.execute<{ reaches: boolean }[]>(
    `with recursive needed(id) as (select ?::uuid union
        select d.needs_id from needed n join task_dependency d on d.task_id = n.id)
      select exists (select from needed where id = ?::uuid) as reaches`,
    [from, to],
  );
  return row!.reaches;
}
