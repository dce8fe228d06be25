import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readField } from '../../platform/read/read-field.ts';
import { AreaConnection, AreasArgs } from './area.types.ts';

@Resolver()
export class AreaResolver {
  @Query(() => AreaConnection, {
    description: 'Administrative units (đơn vị hành chính), today’s and former ones, by code.',
  })
  areas(
    @Args(() => AreasArgs) _args: AreasArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }
}
