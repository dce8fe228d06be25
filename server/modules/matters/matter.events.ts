import type { EventRecord } from '../../platform/transact.ts';
import type { Answer, AnswerRelay, Assessment } from './answer.entity.ts';
import type { Matter, MatterIssue } from './matter.entity.ts';
import type { Task } from './task.entity.ts';

export const matterEventTypes = {
  'matter.opened': 'A matter has been opened.',
  'matter.issueAdded': 'An issue has joined a matter.',
  'matter.issueRemoved': 'An issue has been taken out of a matter.',
  'matter.invited': 'A body has been given a role in a matter.',
  'matter.left': 'A body has left a matter.',
  'matter.answered': 'The lead has answered a matter.',
  'answer.drafted': 'The viewer’s own body has prepared an answer, or changed or thrown away what it had prepared.',
  'answer.relayed': 'A collecting body has carried an answer back to the people.',
  'answer.contested': 'An answer was judged NOT_DONE, or most of the people told are not satisfied: a clock starts.',
  'matter.assessed': 'An answer has been judged.',
  'matter.closed': 'The lead has closed a matter.',
  'matter.reopened': 'A matter has been reopened.',
  'task.assigned': 'A task has been assigned.',
  'task.updated': 'A task has moved on.',
  'task.linked': 'A task has been tied to a matter, an issue or another task, or untied from it.',
  'task.finished': 'A task that is done for the issue is finished.',
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
export const matterIssueEvent = (
  type: 'matter.issueAdded' | 'matter.issueRemoved',
  place: PlacedIssue,
  organizationIds: string[],
): EventRecord =>
  ofPlace(inMatter(type, place.matterId, { kind: 'Matter', id: place.matterId }), place, organizationIds);

type PlacedIssue = Pick<MatterIssue, 'issueId' | 'matterId' | 'consented'>;

const ofPlace = (event: EventRecord, { issueId, consented }: PlacedIssue, organizationIds: string[]): EventRecord =>
  consented ? { ...event, issueId } : { ...event, issueId, scope: 'ORGANIZATIONS', organizationIds };

/** In each matter that the task serves. */
export const taskEvent = (
  type: 'task.assigned' | 'task.updated' | 'task.linked',
  task: Task,
  matterId = task.matterId,
): EventRecord => inMatter(type, matterId, { kind: 'Task', id: task.id });

/** On the timeline of an issue that the task is done for. */
export const taskIssueEvent = (
  type: 'task.finished' | 'task.linked',
  task: Task,
  place: PlacedIssue & Pick<MatterIssue, 'ownerId'>,
  viewerId: string,
): EventRecord =>
  ofPlace(inMatter(type, place.matterId, { kind: 'Task', id: task.id }), place, [viewerId, place.ownerId]);

/** Of the body's own: nobody else hears what it prepares. */
export const draftEvent = (matter: Matter, organizationId: string): EventRecord => ({
  ...matterEvent('answer.drafted', matter),
  scope: 'ORGANIZATIONS',
  organizationIds: [organizationId],
});

export const contestedEvent = (answer: Answer): EventRecord =>
  inMatter('answer.contested', answer.matterId, { kind: 'Answer', id: answer.id });

export const relayEvent = (relay: AnswerRelay, place: PlacedIssue): EventRecord =>
  ofPlace(inMatter('answer.relayed', place.matterId, { kind: 'AnswerRelay', id: relay.id }), place, [relay.ownerId]);

export const answerEvent = (answer: Answer): EventRecord =>
  inMatter('matter.answered', answer.matterId, { kind: 'Answer', id: answer.id });

export const assessmentEvent = (assessment: Assessment): EventRecord =>
  inMatter('matter.assessed', assessment.matterId, { kind: 'Assessment', id: assessment.id });
