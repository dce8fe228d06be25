import { extendPlan, givenNode, shape, value, type Plan } from '../../platform/read/plan.ts';
import { areaPlan } from '../areas/area.read.ts';
import { isFollowed } from '../issues/issue.filter.ts';
import { issuePlan, position } from '../issues/issue.read.ts';
import { matterPlan } from '../matters/matter.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import { topicPlan } from '../topics/topic.read.ts';
import type { WithViewerFollows } from './follow.types.ts';

const viewerFollows = value(isFollowed);
extendPlan<WithViewerFollows>(issuePlan, { viewerFollows });
extendPlan<WithViewerFollows>(matterPlan, { viewerFollows });

const targets: Record<string, Plan> = {
  issue: issuePlan,
  matter: matterPlan,
  topic: topicPlan,
  area: areaPlan,
  org: organizationPlan,
};
const subject = givenNode(() => targets, 'subject');

export const followPayloads = {
  follow: shape('FollowPayload', { subject, position: position() }),
  unfollow: shape('UnfollowPayload', { subject, position: position() }),
};
