import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Fields, Shape } from '../platform/read/plan.ts';
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
import { IssueResolver } from './issues/issue.resolver.ts';
import { matterEntities } from './matters/matter.entity.ts';
import { matterQueries } from './matters/matter.read.ts';
import { MatterResolver } from './matters/matter.resolver.ts';
import { referralEntities } from './referrals/referral.entity.ts';
import { referralQueries } from './referrals/referral.read.ts';
import { ReferralResolver } from './referrals/referral.resolver.ts';
import { commentEntities } from './comments/comment.entity.ts';
import { CommentResolver } from './comments/comment.resolver.ts';
import { followEntities } from './follows/follow.entity.ts';
import { FollowResolver } from './follows/follow.resolver.ts';
import { eventQueries } from './events/event.read.ts';
import { EventResolver } from './events/event.resolver.ts';
import { nodeQueries } from './nodes/node.read.ts';
import { NodeResolver } from './nodes/node.resolver.ts';

/** Everything the server is made of, lower rank first: a module imports only those above it in these lists. */
export const entities = [
  ...issueEntities,
  ...matterEntities,
  ...referralEntities,
  ...commentEntities,
  ...followEntities,
] as unknown as EntitySchema[];

export const resolvers = [
  AreaResolver,
  TopicResolver,
  OrganizationResolver,
  StaffResolver,
  IssueResolver,
  MatterResolver,
  ReferralResolver,
  CommentResolver,
  FollowResolver,
  EventResolver,
  NodeResolver,
] as const;

/** The plan of every root field of Query. */
export const queryShape: Shape & { fields: Fields } = {
  typeName: 'Query',
  fields: {
    ...areaQueries,
    ...topicQueries,
    ...organizationQueries,
    ...staffQueries,
    ...issueQueries,
    ...matterQueries,
    ...referralQueries,
    ...eventQueries,
    ...nodeQueries,
  },
};
