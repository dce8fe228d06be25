import type { FieldPlan, Fields, Plan } from '../../platform/read/plan.ts';
import { areaPlan } from '../areas/area.read.ts';
import { commentPlan } from '../comments/comment.read.ts';
import { commitmentPlan } from '../commitments/commitment.read.ts';
import { issuePlan, linkPlan } from '../issues/issue.read.ts';
import { answerPlan, assessmentPlan, draftPlan, relayPlan } from '../matters/answer.read.ts';
import { matterPlan } from '../matters/matter.read.ts';
import { taskPlan } from '../matters/task.read.ts';
import { notificationPlan } from '../notifications/notification.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import { assignmentPlan } from '../referrals/assignment.read.ts';
import { referralPlan } from '../referrals/referral.read.ts';
import { reminderPlan } from '../reminders/reminder.read.ts';
import { appPlan, staffPlan } from '../staff/staff.read.ts';
import { topicPlan } from '../topics/topic.read.ts';
import type { NodePrefix } from '../../platform/graphql/node-id.ts';

/** The plan behind each kind of id. */
const targets: Record<NodePrefix, Plan> = {
  org: organizationPlan,
  area: areaPlan,
  topic: topicPlan,
  staff: staffPlan,
  app: appPlan,
  issue: issuePlan,
  link: linkPlan,
  referral: referralPlan,
  matter: matterPlan,
  task: taskPlan,
  answer: answerPlan,
  assessment: assessmentPlan,
  draft: draftPlan,
  relay: relayPlan,
  commitment: commitmentPlan,
  assignment: assignmentPlan,
  reminder: reminderPlan,
  comment: commentPlan,
  notification: notificationPlan,
};

const node = (list: boolean): FieldPlan => ({ kind: 'node', list, targets: () => targets });

export const nodeQueries: Fields = { node: node(false), nodes: node(true) };
