import type { FieldPlan, Fields, Plan } from '../../platform/read/plan.ts';
import { areaPlan } from '../areas/area.read.ts';
import { commentPlan } from '../comments/comment.read.ts';
import { alarmPlan, deadlinePlan } from '../deadlines/deadline.read.ts';
import { calendarPlan, rulePlan } from '../deadlines/rule.read.ts';
import { issuePlan, linkPlan } from '../issues/issue.read.ts';
import { answerPlan, assessmentPlan, matterPlan, taskPlan } from '../matters/matter.read.ts';
import { notificationPlan } from '../notifications/notification.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import { referralPlan } from '../referrals/referral.read.ts';
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
  comment: commentPlan,
  deadline: deadlinePlan,
  alarm: alarmPlan,
  rule: rulePlan,
  calendar: calendarPlan,
  notification: notificationPlan,
};

const node = (list: boolean): FieldPlan => ({ kind: 'node', list, targets: () => targets });

export const nodeQueries: Fields = { node: node(false), nodes: node(true) };
