import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readField } from '../../platform/read/read-field.ts';
import { TopicType } from './topic.types.ts';

@Resolver()
export class TopicResolver {
  @Query(() => [TopicType], { description: 'All topics (lĩnh vực), in their usual order.' })
  topics(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<TopicType[]> {
    return readField(context, info);
  }
}
