import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, mutate } from '../../platform/read/read-field.ts';
import { AssignmentMakeInput, AssignmentMakePayload, AssignmentsArgs } from './assignment.inputs.ts';
import { assignmentPayloads } from './assignment.read.ts';
import { makeAssignment } from './assignment.service.ts';
import { AssignmentConnection } from './assignment.types.ts';

@Resolver()
export class AssignmentResolver {
  @Query(() => AssignmentConnection, {
    description: 'Assignments that the viewer’s body has to make or has made, and those of its issues, newest first.',
  })
  assignments(
    @Args(() => AssignmentsArgs) _args: AssignmentsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Mutation(() => AssignmentMakePayload, {
    description:
      'Names the body that takes an issue on (phân công). LEADER of the assigning body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async assignmentMake(
    @InputArg(() => AssignmentMakeInput) input: AssignmentMakeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AssignmentMakePayload> {
    return mutate(context, info, assignmentPayloads.assignmentMake, (viewer) => makeAssignment(viewer, input));
  }
}
