import type { EntitySchema } from '@mikro-orm/postgresql';
import type { AnyJobKind } from '../platform/jobs/job.ts';
import type { Fields, Shape } from '../platform/read/plan.ts';
import type { Reaction } from '../platform/transact.ts';
import { areaQueries } from './areas/area.read.ts';
import { AreaResolver } from './areas/area.resolver.ts';
import { topicQueries } from './topics/topic.read.ts';
import { TopicResolver } from './topics/topic.resolver.ts';
import { organizationQueries } from './organizations/organization.read.ts';
import { OrganizationResolver } from './organizations/organization.resolver.ts';
import { staffQueries } from './staff/staff.read.ts';
import { StaffResolver } from './staff/staff.resolver.ts';
import { issueEntities } from './issues/issue.entity.ts';
import { issueQueries } from './issues/issue.read.ts';
import { intakeQueries } from './issues/issue-intake.read.ts';
import { IssueResolver } from './issues/issue.resolver.ts';
import { IntakeResolver } from './issues/issue-intake.resolver.ts';
import { commitmentJobs } from './commitments/commitment.jobs.ts';
import { commitmentEntities } from './commitments/commitment.entity.ts';
import { commitmentQueries } from './commitments/commitment.read.ts';
import { CommitmentResolver } from './commitments/commitment.resolver.ts';
import { matterEntities } from './matters/matter.entity.ts';
import { matterQueries } from './matters/matter.read.ts';
import { MatterResolver } from './matters/matter.resolver.ts';
import { answerEntities } from './matters/answer.entity.ts';
import { AnswerResolver } from './matters/answer.resolver.ts';
import { taskEntities } from './matters/task.entity.ts';
import { taskQueries } from './matters/task.read.ts';
import { TaskResolver } from './matters/task.resolver.ts';
import { referralEntities } from './referrals/referral.entity.ts';
import { referralQueries } from './referrals/referral.read.ts';
import { ReferralResolver } from './referrals/referral.resolver.ts';
import { assignmentQueries } from './referrals/assignment.read.ts';
import { AssignmentResolver } from './referrals/assignment.resolver.ts';
import { reminderEntities } from './reminders/reminder.entity.ts';
import { ReminderResolver } from './reminders/reminder.resolver.ts';
import { commentEntities } from './comments/comment.entity.ts';
import { CommentResolver } from './comments/comment.resolver.ts';
import { followEntities } from './follows/follow.entity.ts';
import { FollowResolver } from './follows/follow.resolver.ts';
import { eventQueries } from './events/event.read.ts';
import { EventResolver } from './events/event.resolver.ts';
import { notificationJobs } from './notifications/notification.jobs.ts';
import { notificationQueries } from './notifications/notification.read.ts';
import { NotificationResolver } from './notifications/notification.resolver.ts';
import { nodeQueries } from './nodes/node.read.ts';
import { NodeResolver } from './nodes/node.resolver.ts';

/** Everything the server is made of, lower rank first: a module imports only those above it in these lists. */
export const entities = [
  ...issueEntities,
  ...commitmentEntities,
  ...matterEntities,
  ...answerEntities,
  ...taskEntities,
  ...referralEntities,
  ...reminderEntities,
  ...commentEntities,
  ...followEntities,
] as unknown as EntitySchema[];

/** Every kind of background work. */
export const jobKinds: readonly AnyJobKind[] = [...commitmentJobs, ...notificationJobs];

export const resolvers = [
  AreaResolver,
  TopicResolver,
  OrganizationResolver,
  StaffResolver,
  IssueResolver,
  IntakeResolver,
  CommitmentResolver,
  MatterResolver,
  AnswerResolver,
  TaskResolver,
  ReferralResolver,
  AssignmentResolver,
  ReminderResolver,
  CommentResolver,
  FollowResolver,
  EventResolver,
  NotificationResolver,
  NodeResolver,
] as const;

/** What modules do when something has happened in one of lower rank, in the same transaction. */
export const reactions: readonly Reaction[] = [];

/** The plan of every root field of Query. */
export const queryShape: Shape & { fields: Fields } = {
  typeName: 'Query',
  fields: {
    ...areaQueries,
    ...topicQueries,
    ...organizationQueries,
    ...staffQueries,
    ...issueQueries,
    ...intakeQueries,
    ...commitmentQueries,
    ...matterQueries,
    ...taskQueries,
    ...referralQueries,
    ...assignmentQueries,
    ...eventQueries,
    ...notificationQueries,
    ...nodeQueries,
  },
};
