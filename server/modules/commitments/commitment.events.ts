import type { EventRecord } from '../../platform/transact.ts';
import type { Commitment } from './commitment.entity.ts';

export const commitmentEventTypes = {
  'commitment.made': 'A body has promised something for a day.',
  'commitment.settled': 'A promise has been kept, moved to another day or dropped.',
  'commitment.passed': 'The day of a promise is over and it was not kept.',
} as const;

/** For all bodies of the matter where it was promised; elsewhere for the body itself. */
export const commitmentEvent = (
  type: Exclude<keyof typeof commitmentEventTypes, 'commitment.passed'>,
  { id, matterId, organizationId }: Commitment,
): EventRecord => ({
  type,
  scope: matterId === null ? 'ORGANIZATIONS' : 'MATTER',
  matterId,
  subjectKind: 'Commitment',
  subjectId: id,
  organizationIds: [organizationId],
});
