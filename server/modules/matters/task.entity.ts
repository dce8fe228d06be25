import { defineEntity, p } from '@mikro-orm/core';

export type TaskStatus = 'TODO' | 'DOING' | 'DONE' | 'CANCELLED';

const TaskSchema = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    matterId: p.uuid(),
    organizationId: p.uuid(),
    assignedById: p.uuid(),
    title: p.text(),
    status: p.text().$type<TaskStatus>(),
    dueOn: p.date().$type<string>().nullable(),
    result: p.text().nullable(),
    version: p.integer(),
    createdAt: p.datetime(3),
    /** When its body first moved it: until then it has been asked and nothing has come of it. */
    reactedAt: p.datetime(3).nullable(),
  },
});

export class Task extends TaskSchema.class {}
TaskSchema.setClass(Task);

const TaskMatterSchema = defineEntity({
  name: 'TaskMatter',
  tableName: 'task_matter',
  properties: {
    taskId: p.uuid().primary(),
    matterId: p.uuid().primary(),
    addedById: p.uuid(),
    addedAt: p.datetime(3),
  },
});

/** A further matter that a task serves. */
export class TaskMatter extends TaskMatterSchema.class {}
TaskMatterSchema.setClass(TaskMatter);

const TaskIssueSchema = defineEntity({
  name: 'TaskIssue',
  tableName: 'task_issue',
  properties: {
    taskId: p.uuid().primary(),
    issueId: p.uuid().primary(),
    /** The matter of the task in which the issue was then. */
    matterId: p.uuid(),
    addedById: p.uuid(),
    addedAt: p.datetime(3),
  },
});

/** An issue that a task is done for. */
export class TaskIssue extends TaskIssueSchema.class {}
TaskIssueSchema.setClass(TaskIssue);

const TaskDependencySchema = defineEntity({
  name: 'TaskDependency',
  tableName: 'task_dependency',
  properties: {
    taskId: p.uuid().primary(),
    needsId: p.uuid().primary(),
    matterId: p.uuid(),
    addedById: p.uuid(),
    addedAt: p.datetime(3),
  },
});

/** A task that is finished only after another one of its matter. */
export class TaskDependency extends TaskDependencySchema.class {}
TaskDependencySchema.setClass(TaskDependency);

export const taskEntities = [TaskSchema, TaskMatterSchema, TaskIssueSchema, TaskDependencySchema];
