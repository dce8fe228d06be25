import type { GraphQLResolveInfo } from 'graphql';
import { ArgsType, Args, Ctx, Field, ID, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readField } from '../../platform/read/read-field.ts';
import { NodeType } from '../../platform/graphql/types.ts';

@ArgsType()
class NodeArgs {
  @Field(() => ID, { description: 'A global id.' })
  id!: string;
}

@ArgsType()
class NodesArgs {
  @Field(() => [ID], { description: 'Up to 100 global ids.' })
  ids!: string[];
}

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: 'Any object by its id; null where there is none, or none to see.',
  })
  node(
    @Args(() => NodeArgs) _args: NodeArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<NodeType | null> {
    return readField(context, info);
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    description: 'Objects by their ids, in the order asked; null at the place of one that is not there to see.',
  })
  nodes(
    @Args(() => NodesArgs) _args: NodesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<(NodeType | null)[]> {
    return readField(context, info);
  }
}
