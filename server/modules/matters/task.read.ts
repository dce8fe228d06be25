import { uuidOf } from '../../platform/graphql/node-id.ts';
import {
  byId,
  column,
  computed,
  connection,
  extendPlan,
  given,
  instant,
  many,
  nodeId,
  one,
  plan,
  value,
  visibleRows,
  when,
  whenAny,
  type Clause,
  type Fields,
  type Plan,
  type Row,
} from '../../platform/read/plan.ts';
import { sql, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { issuePlan } from '../issues/issue.read.ts';
import { matterPlan, oldestFirst, organization, payload, takesPart } from './matter.read.ts';
import type { TaskFilter, TasksArgs } from './task.inputs.ts';
import { allowedTaskActions, type TaskFacts } from './task.policy.ts';
import type { TaskType, WithTasks } from './task.types.ts';

/** To the bodies of every matter that it serves. */
const visibleTasks = visibleRows('task', {
  where: sql`(${takesPart(sql.ref('t.matter_id'))} or exists (select from task_matter tm
    where tm.task_id = t.id and ${takesPart(sql.ref('tm.matter_id'))}))`,
});

/** Told to the bodies of the matter in which the issue was tied to the task. */
const isTied = (task: Sql, issue: Sql): Sql => sql`exists (select from task_issue ti
  where ti.task_id = ${task} and ti.issue_id = ${issue} and ${takesPart(sql.ref('ti.matter_id'))})`;

export const taskPlan: Plan & { fields: Fields } = plan<TaskType>('Task', visibleTasks, {
  id: nodeId('task'),
  // Of a task that serves several matters the viewer sees one at least.
  matter: one(
    () => matterPlan,
    (row, matter) => sql`${matter.col('id')} = case when ${takesPart(row.col('matter_id'))} then ${row.col('matter_id')}
      else (select tm.matter_id from task_matter tm where tm.task_id = ${row.col('id')}
        and ${takesPart(sql.ref('tm.matter_id'))} order by tm.matter_id limit 1) end`,
  ),
  title: column('title'),
  organization,
  status: column('status'),
  dueOn: column('due_on'),
  result: column('result'),
  version: column('version'),
  createdAt: instant('created_at'),
  matters: many(() => matterPlan, {
    on: (row, matter) => sql`${matter.col('id')} in (select ${row.col('matter_id')}
      union all select tm.matter_id from task_matter tm where tm.task_id = ${row.col('id')})`,
    order: oldestFirst,
  }),
  issues: many(() => issuePlan, {
    on: (row, issue) => isTied(row.col('id'), issue.col('id')),
    order: oldestFirst,
  }),
  needs: many(() => taskPlan, {
    on: (row, needed) => sql`exists (select from task_dependency d where d.task_id = ${row.col('id')}
      and d.needs_id = ${needed.col('id')} and ${takesPart(sql.ref('d.matter_id'))})`,
    order: oldestFirst,
  }),
  waits: value(
    (row) => sql`exists (select from task_dependency d join task needed on needed.id = d.needs_id
    where d.task_id = ${row.col('id')} and needed.status in ('TODO', 'DOING') and ${takesPart(sql.ref('d.matter_id'))})`,
  ),
  reactedAt: instant('reacted_at'),
  allowedActions: computed(
    (row) => ({
      isOwn: sql`${row.col('organization_id')} = ${viewerOrganization}`,
      status: row.col('status'),
      role: sql`(select a.role from matter_access a where a.matter_id = ${row.col('matter_id')}
        and a.organization_id = ${viewerOrganization})`,
      isCollecting: sql`exists (select from matter_issue mi where mi.matter_id = ${row.col('matter_id')}
        and mi.owner_id = ${viewerOrganization})`,
      matterStatus: sql`(select m.status from matter m where m.id = ${row.col('matter_id')})`,
    }),
    (facts, { viewer }) => allowedTaskActions(viewer, facts as unknown as TaskFacts),
  ),
});

extendPlan<WithTasks>(matterPlan, {
  tasks: many(() => taskPlan, {
    on: (row: Row, task) => sql`${task.col('id')} in (select own.id from task own where own.matter_id = ${row.col('id')}
      union all select tm.task_id from task_matter tm where tm.matter_id = ${row.col('id')})`,
    order: oldestFirst,
  }),
});

extendPlan<WithTasks>(issuePlan, {
  tasks: many(() => taskPlan, { on: (row, task) => isTied(task.col('id'), row.col('id')), order: oldestFirst }),
});

export const taskQueries: Fields = {
  tasks: connection(() => taskPlan, {
    scope: 'tasks',
    order: byId('desc'),
    clauses: (args) => clauses((args as unknown as TasksArgs).filter ?? ({} as TaskFilter)),
  }),
};

const clauses = (filter: TaskFilter): Clause[] => [
  ...whenAny('statuses', filter.statuses, 'status', 'text'),
  ...whenAny(
    'organizations',
    filter.organizationIds?.map((id) => uuidOf(id, 'org', 'filter.organizationIds')),
    'organization_id',
    'uuid',
  ),
  ...when('due', filter.dueTo, (row, v) => sql`${row.col('due_on')} <= ${v}::date`),
  ...when(
    'unanswered',
    filter.unansweredSince,
    (row, v) => sql`${row.col('status')} = 'TODO' and ${row.col('reacted_at')} is null
      and ${row.col('created_at')} <= ${v}::timestamptz`,
  ),
];

const task = given(() => taskPlan, 'task');

export const taskPayloads = {
  taskAssign: payload('TaskAssignPayload', { task }),
  taskUpdate: payload('TaskUpdatePayload', { task }),
  taskLink: payload('TaskLinkPayload', { task }),
  taskUnlink: payload('TaskUnlinkPayload', { task }),
};
