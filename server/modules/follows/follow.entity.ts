import { defineEntity, p } from '@mikro-orm/core';

const FollowSchema = defineEntity({
  name: 'Follow',
  tableName: 'follow',
  properties: {
    actorId: p.uuid().primary(),
    subjectId: p.uuid().primary(),
    organizationId: p.uuid(),
    subjectKind: p.text().$type<FollowedKind>(),
    createdAt: p.datetime(3),
  },
});

export type FollowedKind = 'Issue' | 'Matter' | 'Topic' | 'Area' | 'Organization';

export class Follow extends FollowSchema.class {}
FollowSchema.setClass(Follow);

export const followEntities = [FollowSchema];
