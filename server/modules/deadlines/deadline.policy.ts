import { holds, type Action } from '../../platform/auth/policy.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import type { ClockKind, DeadlineState } from './deadline.entity.ts';

/** What a clock's policy needs to know of it. */
export interface DeadlineFacts {
  isOwn: boolean;
  kind: ClockKind;
  state: DeadlineState;
  isEnded: boolean;
}

/** Whose act it is (FORBIDDEN otherwise) and in which state it is possible (INVALID_STATE otherwise). */
interface Rule {
  by: (deadline: DeadlineFacts) => boolean;
  while: (deadline: DeadlineFacts) => boolean;
}

const byItsBody = ({ isOwn }: DeadlineFacts): boolean => isOwn;

export const deadlineRules = {
  deadlinePause: { by: byItsBody, while: ({ state }) => state === 'RUNNING' },
  deadlineResume: { by: byItsBody, while: ({ state }) => state === 'PAUSED' },
  deadlineExtend: { by: byItsBody, while: ({ state }) => state === 'RUNNING' || state === 'PAUSED' },
  // A clock under the law ends by what it is for, not by a word.
  deadlineEnd: { by: byItsBody, while: ({ kind, isEnded }) => kind !== 'LEGAL' && !isEnded },
} as const satisfies Partial<Record<Action, Rule>>;

export type DeadlineAction = keyof typeof deadlineRules;

/** The mutations open to the viewer on this clock now; names of the schema. */
export const allowedDeadlineActions = (viewer: Viewer, deadline: DeadlineFacts): DeadlineAction[] =>
  (Object.keys(deadlineRules) as DeadlineAction[]).filter(
    (action) => holds(viewer, action) && deadlineRules[action].by(deadline) && deadlineRules[action].while(deadline),
  );
