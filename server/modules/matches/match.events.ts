import type { EventRecord } from '../../platform/transact.ts';

export const matchEventTypes = {
  'match.proposed': 'The platform has found that another issue may concern the same thing.',
  'match.disclosed': 'A side has let the other see more of its issue.',
  'match.disclosureAsked': 'A side has asked to see more of the other’s issue.',
  'match.confirmed': 'Both sides have judged that it is the same matter.',
  'match.rejected': 'A side has judged that the issues are unrelated.',
  'match.judged': 'A side has given its verdict; both are needed.',
  'match.changed': 'More than half of a text is another since the verdicts: they are asked again.',
} as const;

export type MatchEventType = keyof typeof matchEventTypes;

/** A side of a match as its acts leave it. */
export interface ChangedSide {
  id: string;
  issueId: string;
  ownerId: string;
}

/** Told to one side alone, of its own issue, under its own id of the match. */
export const matchEvent = (type: MatchEventType, side: ChangedSide): EventRecord => ({
  type,
  scope: 'ORGANIZATIONS',
  issueId: side.issueId,
  subjectKind: 'Match',
  subjectId: side.id,
  organizationIds: [side.ownerId],
});
