import { commentEventTypes } from '../comments/comment.events.ts';
import { deadlineEventTypes } from '../deadlines/deadline.events.ts';
import { issueEventTypes } from '../issues/issue.events.ts';
import { matterEventTypes } from '../matters/matter.events.ts';
import { referralEventTypes } from '../referrals/referral.events.ts';

/** Every type of event there is, with its meaning. */
export const eventTypes = {
  ...issueEventTypes,
  ...matterEventTypes,
  ...referralEventTypes,
  ...commentEventTypes,
  ...deadlineEventTypes,
};
