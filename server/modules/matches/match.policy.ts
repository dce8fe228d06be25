import { holds, type Action } from '../../platform/auth/policy.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import type { MatchState } from './match.entity.ts';

/** What a match's policy needs to know of the viewer's side. */
export interface MatchFacts {
  state: MatchState;
  /** How far the viewer's side sees the other issue now, 1 to 4, and has opened its own. */
  reach: number;
  opened: number;
  /** It has asked for more and waits. */
  hasAsked: boolean;
}

const isOpen = ({ state }: MatchFacts): boolean => state !== 'REJECTED';

/** In which state each act is possible (INVALID_STATE otherwise); every match one sees is one's own. */
export const matchRules = {
  matchDecide: ({ state }) => state === 'PROPOSED',
  matchDisclose: (match) => isOpen(match) && match.opened < 4,
  matchAskDisclosure: (match) => isOpen(match) && match.reach < 4 && !match.hasAsked,
  matterOpen: ({ state, reach }) => state === 'CONFIRMED' && reach === 4,
} as const satisfies Partial<Record<Action, (match: MatchFacts) => boolean>>;

export type MatchAction = keyof typeof matchRules;

/** The mutations open to the viewer on this match now; names of the schema. */
export const allowedMatchActions = (viewer: Viewer, match: MatchFacts): MatchAction[] =>
  (Object.keys(matchRules) as MatchAction[]).filter((action) => holds(viewer, action) && matchRules[action](match));
