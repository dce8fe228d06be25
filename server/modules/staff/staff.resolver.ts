import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, readPayload } from '../../platform/read/read-field.ts';
import { sessionCreatePayload, sessionEndPayload } from './staff.read.ts';
import { createSession, endSession } from './staff.service.ts';
import { SessionCreateInput, SessionCreatePayload, SessionEndPayload, ViewerType } from './staff.types.ts';

@Resolver()
export class StaffResolver {
  @Query(() => ViewerType, { description: 'Who is asking.' })
  viewer(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<ViewerType> {
    return readField(context, info);
  }

  @Mutation(() => SessionCreatePayload, {
    description:
      'Signs in with e-mail and password: the only field open without a token. UNAUTHENTICATED for every cause alike; RATE_LIMITED with `retryAfter` seconds after too many failures.',
  })
  async sessionCreate(
    @InputArg(() => SessionCreateInput) input: SessionCreateInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SessionCreatePayload> {
    const { token, expiresAt, viewer } = await createSession(context, input);
    return readPayload({ ...context, viewer }, info, sessionCreatePayload, {
      token,
      expiresAt: expiresAt.toISOString(),
    });
  }

  @Mutation(() => SessionEndPayload, {
    description:
      'Signs out: ends the session of the token in use, within 2 seconds everywhere. INVALID_STATE for an app key.',
  })
  async sessionEnd(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<SessionEndPayload> {
    await endSession(context);
    return readPayload(context, info, sessionEndPayload, {});
  }
}
