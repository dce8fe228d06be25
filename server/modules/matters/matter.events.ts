import type { EventRecord } from '../../platform/transact.ts';
import type { Answer, Assessment, Matter, MatterIssue, Task } from './matter.entity.ts';

export const matterEventTypes = {
  'matter.opened': 'A matter has been opened.',
  'matter.issueAdded': 'An issue has joined a matter.',
  'matter.issueRemoved': 'An issue has been taken out of a matter.',
  'matter.invited': 'A body has been given a role in a matter.',
  'matter.left': 'A body has left a matter.',
  'matter.answered': 'The lead has answered a matter.',
  'matter.assessed': 'An answer has been judged.',
  'matter.closed': 'The lead has closed a matter.',
  'matter.reopened': 'A matter has been reopened.',
  'task.assigned': 'A task has been assigned.',
  'task.updated': 'A task has moved on.',
} as const;

type MatterEventType = keyof typeof matterEventTypes;

const inMatter = (type: MatterEventType, matterId: string, subject: { kind: string; id: string }): EventRecord => ({
  type,
  scope: 'MATTER',
  matterId,
  subjectKind: subject.kind,
  subjectId: subject.id,
});

/** An event of a matter, for every body that takes part in it. */
export const matterEvent = (type: MatterEventType, matter: Matter): EventRecord =>
  inMatter(type, matter.id, { kind: 'Matter', id: matter.id });

/** About a body's part in a matter. */
export const participantEvent = (
  type: 'matter.invited' | 'matter.left',
  matter: Matter,
  organizationId: string,
): EventRecord => inMatter(type, matter.id, { kind: 'Organization', id: organizationId });

/**
 * An issue joins or leaves. The subject is the matter: ids of issues that a reader may not see stay out. An issue to
 * which its owner has not consented is none of the other bodies' business.
 */
export function matterIssueEvent(
  type: 'matter.issueAdded' | 'matter.issueRemoved',
  place: Pick<MatterIssue, 'issueId' | 'matterId' | 'consented'>,
  organizationIds: string[],
): EventRecord {
  const event = { ...inMatter(type, place.matterId, { kind: 'Matter', id: place.matterId }), issueId: place.issueId };
  return place.consented ? event : { ...event, scope: 'ORGANIZATIONS', organizationIds };
}

export const taskEvent = (type: 'task.assigned' | 'task.updated', task: Task): EventRecord =>
  inMatter(type, task.matterId, { kind: 'Task', id: task.id });

export const answerEvent = (answer: Answer): EventRecord =>
  inMatter('matter.answered', answer.matterId, { kind: 'Answer', id: answer.id });

export const assessmentEvent = (assessment: Assessment): EventRecord =>
  inMatter('matter.assessed', assessment.matterId, { kind: 'Assessment', id: assessment.id });
