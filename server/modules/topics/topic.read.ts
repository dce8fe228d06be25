import { column, many, nodeId, openToMembers, plan, type Fields, type Plan } from '../../platform/read/plan.ts';
import { sql } from '../../platform/read/sql.ts';
import type { TopicType } from './topic.types.ts';

export const topicPlan: Plan & { fields: Fields } = plan<TopicType>('Topic', openToMembers('topic'), {
  id: nodeId('topic'),
  code: column('code'),
  name: column('name_vi'),
  nameEn: column('name_en'),
});

export const topicQueries: Fields = {
  topics: many(() => topicPlan, { on: () => sql`true`, order: (topic) => sql`${topic.col('position')}` }),
};
