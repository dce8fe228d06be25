import { holds } from '../../platform/auth/policy.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import type { MatterStatus, ParticipantRole } from './matter.entity.ts';
import { isWorking, mayRemind } from './matter.policy.ts';
import type { TaskStatus } from './task.entity.ts';

/** What a task's policy needs to know of it and of the viewer's organization. */
export interface TaskFacts {
  isOwn: boolean;
  status: TaskStatus;
  /** Its part in the matter for which the task was assigned; null where it has none there. */
  role: ParticipantRole | null;
  isCollecting: boolean;
  matterStatus: MatterStatus | null;
}

const isUnfinished = ({ status }: TaskFacts): boolean => status === 'TODO' || status === 'DOING';

/** Whose act it is (FORBIDDEN otherwise) and in which state it is possible (INVALID_STATE otherwise). */
export const taskRules = {
  taskUpdate: {
    by: ({ isOwn, role }: TaskFacts): boolean => role !== null && (isOwn || role === 'LEAD'),
    while: ({ matterStatus }: TaskFacts): boolean => matterStatus !== 'CLOSED',
  },
  taskLink: {
    by: ({ role }: TaskFacts): boolean => role !== null && isWorking(role),
    while: ({ matterStatus }: TaskFacts): boolean => matterStatus !== 'CLOSED',
  },
  taskUnlink: {
    by: ({ role }: TaskFacts): boolean => role !== null && isWorking(role),
    while: ({ matterStatus }: TaskFacts): boolean => matterStatus !== 'CLOSED',
  },
  reminderSend: {
    by: ({ isOwn, role, isCollecting }: TaskFacts): boolean =>
      !isOwn && role !== null && mayRemind({ role, isCollecting }),
    while: (task: TaskFacts): boolean => isUnfinished(task) && task.matterStatus !== 'CLOSED',
  },
} as const;

type TaskAction = keyof typeof taskRules;

export const allowedTaskActions = (viewer: Viewer, task: TaskFacts): TaskAction[] =>
  (Object.keys(taskRules) as TaskAction[]).filter(
    (action) => holds(viewer, action) && taskRules[action].by(task) && taskRules[action].while(task),
  );

/**
 * How a task may move: by its own body among TODO, DOING and DONE, by the lead to CANCELLED; from DONE and CANCELLED
 * both may take it up again and nothing else.
 */
export function moveOfTask(
  from: TaskStatus,
  to: TaskStatus,
  mover: { isOwn: boolean; isLead: boolean },
): 'ALLOWED' | 'FORBIDDEN' | 'INVALID_STATE' {
  if (!mover.isOwn && !mover.isLead) return 'FORBIDDEN';
  if (from === 'DONE' || from === 'CANCELLED') return to === 'DOING' ? 'ALLOWED' : 'INVALID_STATE';
  return (to === 'CANCELLED' ? mover.isLead : mover.isOwn) ? 'ALLOWED' : 'FORBIDDEN';
}
