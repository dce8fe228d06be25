import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, mutate } from '../../platform/read/read-field.ts';
import { CommitmentsArgs, CommitmentSettleInput, CommitmentSettlePayload } from './commitment.inputs.ts';
import { commitmentPayloads } from './commitment.read.ts';
import { settleCommitment } from './commitment.service.ts';
import { CommitmentConnection } from './commitment.types.ts';

@Resolver()
export class CommitmentResolver {
  @Query(() => CommitmentConnection, {
    description: 'Promises of the viewer’s body and of the matters in which it takes part, newest first.',
  })
  commitments(
    @Args(() => CommitmentsArgs) _args: CommitmentsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Mutation(() => CommitmentSettlePayload, {
    description:
      'Tells what became of a promise of the viewer’s body. LEADER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, BAD_INPUT, PERSONAL_DATA.',
  })
  async commitmentSettle(
    @InputArg(() => CommitmentSettleInput) input: CommitmentSettleInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CommitmentSettlePayload> {
    return mutate(context, info, commitmentPayloads.commitmentSettle, (viewer) => settleCommitment(viewer, input));
  }
}
