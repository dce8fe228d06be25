import type { EventRecord } from '../../platform/transact.ts';
import type { Meeting } from './meeting.entity.ts';

export const meetingEventTypes = {
  'meeting.planned': 'A meeting has been planned; its hosts are told.',
  'meeting.changed': 'A meeting, its hosts or its list has changed.',
  'meeting.announced': 'A meeting has been announced.',
  'meeting.held': 'A meeting has been held.',
  'meeting.published': 'The results of a meeting have been published.',
  'meeting.cancelled': 'A meeting will not be held.',
  'meeting.frozen': 'The list of a session is numbered and closed.',
  'meeting.promised': 'A body has promised something at a meeting.',
} as const;

const everyMember = '00000000-0000-0000-0000-000000000000';

/** For the hosts; for every member body once the meeting has been announced, as far as it then sees it. */
export function meetingEvent(type: keyof typeof meetingEventTypes, meeting: Meeting, hostIds: string[]): EventRecord {
  const isOpen = meeting.announcedOn !== null && isToldToAll.has(type);
  return {
    type,
    scope: 'ORGANIZATIONS',
    subjectKind: 'Meeting',
    subjectId: meeting.id,
    organizationIds: isOpen ? [everyMember] : hostIds,
  };
}

const isToldToAll: ReadonlySet<string> = new Set(['meeting.announced', 'meeting.published', 'meeting.cancelled']);
