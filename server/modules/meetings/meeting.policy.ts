import { holds, type Action } from '../../platform/auth/policy.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import type { MeetingKind, MeetingStatus } from './meeting.entity.ts';

export interface MeetingFacts {
  kind: MeetingKind;
  status: MeetingStatus;
  isFrozen: boolean;
  /** The viewer's organization plans it. */
  isHost: boolean;
  /** … or holds it together with the host. */
  isCoHost: boolean;
}

/** Whose act it is (FORBIDDEN otherwise) and in which state it is possible (INVALID_STATE otherwise). */
interface Rule {
  by: (meeting: MeetingFacts) => boolean;
  while: (meeting: MeetingFacts) => boolean;
}

const byHost = ({ isHost }: MeetingFacts): boolean => isHost;
const byHosts = ({ isHost, isCoHost }: MeetingFacts): boolean => isHost || isCoHost;
const isComing = ({ status }: MeetingFacts): boolean => status === 'PLANNED' || status === 'ANNOUNCED';
const isOver = ({ status }: MeetingFacts): boolean => status === 'HELD' || status === 'PUBLISHED';
const hasOpenList = (meeting: MeetingFacts): boolean => !meeting.isFrozen && meeting.status !== 'CANCELLED';

export const meetingRules = {
  meetingEdit: { by: byHost, while: ({ status }) => status === 'PLANNED' },
  meetingAnnounce: { by: byHost, while: ({ status }) => status === 'PLANNED' },
  meetingHold: { by: byHost, while: ({ status }) => status === 'ANNOUNCED' },
  meetingPublish: { by: byHost, while: ({ status }) => status === 'HELD' },
  meetingCancel: { by: byHost, while: isComing },
  meetingListIssue: { by: byHosts, while: hasOpenList },
  meetingUnlistIssue: { by: byHosts, while: hasOpenList },
  meetingFreeze: { by: byHost, while: (meeting) => isComing(meeting) && hasOpenList(meeting) && isSession(meeting) },
  // Into it: the session from which issues come is checked by its service.
  meetingCarryOver: { by: byHost, while: (meeting) => isComing(meeting) && hasOpenList(meeting) && isSession(meeting) },
  meetingPromise: { by: byHosts, while: isOver },
} satisfies Record<string, Rule>;

export const isSession = ({ kind }: Pick<MeetingFacts, 'kind'>): boolean => kind === 'COUNCIL_SESSION';

export type MeetingAction = keyof typeof meetingRules & Action;

export const allowedMeetingActions = (viewer: Viewer, facts: MeetingFacts): string[] =>
  (Object.keys(meetingRules) as MeetingAction[]).filter(
    (action) => holds(viewer, action) && meetingRules[action].by(facts) && meetingRules[action].while(facts),
  );
