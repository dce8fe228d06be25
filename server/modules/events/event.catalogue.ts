import { commentEventTypes } from '../comments/comment.events.ts';
import { commitmentEventTypes } from '../commitments/commitment.events.ts';
import { issueEventTypes } from '../issues/issue.events.ts';
import { matterEventTypes } from '../matters/matter.events.ts';
import { referralEventTypes } from '../referrals/referral.events.ts';
import { reminderEventTypes } from '../reminders/reminder.events.ts';

/** Every type of event there is, with its meaning. */
export const eventTypes = {
  ...issueEventTypes,
  ...commitmentEventTypes,
  ...matterEventTypes,
  ...referralEventTypes,
  ...reminderEventTypes,
  ...commentEventTypes,
};
