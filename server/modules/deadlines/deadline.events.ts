import type { EventRecord } from '../../platform/transact.ts';
import type { DeadlineRow } from './deadline.entity.ts';

export const deadlineEventTypes = {
  'deadline.started': 'A clock has been started.',
  'deadline.warned': 'A clock will end soon: told to its own body.',
  'deadline.missed': 'A clock has run out.',
  'deadline.met': 'What a clock was for has been done; late where its state is MISSED.',
  'deadline.paused': 'A clock has been paused.',
  'deadline.resumed': 'A paused clock runs again.',
  'deadline.extended': 'A clock has been given more time.',
  'deadline.escalated': 'A missed clock has been told one rung further up, to the bodies that this event is for.',
  'deadline.cancelled': 'What a clock was for has fallen away.',
  'deadline.superseded': 'A clock was reckoned again under a changed rule or calendar: a new one stands for it.',
} as const;

export type DeadlineEventType = keyof typeof deadlineEventTypes;

type Subject = Pick<DeadlineRow, 'id' | 'kind' | 'organization_id' | 'issue_id' | 'matter_id'>;

/** For the bodies of the matter; of any other clock, and of an internal one, for its own body alone. */
export function deadlineEvent(type: DeadlineEventType, deadline: Subject): EventRecord {
  const isShared = deadline.matter_id !== null && deadline.kind !== 'INTERNAL';
  if (!isShared) return deadlineEventFor(type, deadline, [deadline.organization_id]);
  return { ...eventOf(type, deadline), scope: 'MATTER' };
}

export const deadlineEventFor = (
  type: DeadlineEventType,
  deadline: Subject,
  organizationIds: string[],
): EventRecord => ({
  ...eventOf(type, deadline),
  scope: 'ORGANIZATIONS',
  organizationIds,
});

const eventOf = (type: DeadlineEventType, { id, issue_id, matter_id }: Subject): Omit<EventRecord, 'scope'> => ({
  type,
  issueId: issue_id,
  matterId: matter_id,
  subjectKind: 'Deadline',
  subjectId: id,
});
