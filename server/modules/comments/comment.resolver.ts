import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { mutate } from '../../platform/read/read-field.ts';
import { commentPayloads } from './comment.read.ts';
import { addComment } from './comment.service.ts';
import { CommentAddInput, CommentAddPayload } from './comment.types.ts';

@Resolver()
export class CommentResolver {
  @Mutation(() => CommentAddPayload, {
    description:
      'Adds a remark to an issue or a matter. OFFICER. Errors: NOT_FOUND, FORBIDDEN, BAD_INPUT, PERSONAL_DATA.',
  })
  async commentAdd(
    @InputArg(() => CommentAddInput) input: CommentAddInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CommentAddPayload> {
    return mutate(context, info, commentPayloads.commentAdd, (viewer) => addComment(viewer, input));
  }
}
