import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { mutate } from '../../platform/read/read-field.ts';
import { followPayloads } from './follow.read.ts';
import { follow, unfollow } from './follow.service.ts';
import { FollowInput, FollowPayload, UnfollowInput, UnfollowPayload } from './follow.types.ts';

@Resolver()
export class FollowResolver {
  @Mutation(() => FollowPayload, {
    description:
      'Follows an object (theo dõi); following it twice is the same. Any role. Errors: NOT_FOUND, BAD_INPUT.',
  })
  async follow(
    @InputArg(() => FollowInput) input: FollowInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<FollowPayload> {
    return mutate(context, info, followPayloads.follow, (viewer) => follow(viewer, input));
  }

  @Mutation(() => UnfollowPayload, {
    description:
      'No longer follows an object; harmless where it was not followed. Any role. Errors: NOT_FOUND, BAD_INPUT.',
  })
  async unfollow(
    @InputArg(() => UnfollowInput) input: UnfollowInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<UnfollowPayload> {
    return mutate(context, info, followPayloads.unfollow, (viewer) => unfollow(viewer, input));
  }
}
