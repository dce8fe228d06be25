import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { requireViewer } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, readPayload } from '../../platform/read/read-field.ts';
import { end, extend, pause, resume, setDeadline } from './deadline-act.service.ts';
import {
  DeadlineAlarmsArgs,
  DeadlineEndInput,
  DeadlineExtendInput,
  DeadlinePauseInput,
  DeadlineResumeInput,
  DeadlinesArgs,
  DeadlineSetInput,
} from './deadline.inputs.ts';
import { deadlinePayloads } from './deadline.read.ts';
import {
  DeadlineAlarmConnection,
  DeadlineConnection,
  DeadlineEndPayload,
  DeadlineExtendPayload,
  DeadlinePausePayload,
  DeadlineResumePayload,
  DeadlineSetPayload,
} from './deadline.types.ts';

@Resolver()
export class DeadlineResolver {
  @Query(() => DeadlineConnection, {
    description: 'Clocks that the viewer may see (thời hạn), the earliest due first.',
  })
  deadlines(
    @Args(() => DeadlinesArgs) _args: DeadlinesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Query(() => DeadlineAlarmConnection, {
    description:
      'What will happen to the clocks of the viewer’s body in a period, if nobody does anything: warnings, misses, escalations, in order of time: a dry run. BAD_INPUT where `from` is not before `to`.',
  })
  deadlineAlarms(
    @Args(() => DeadlineAlarmsArgs) _args: DeadlineAlarmsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Mutation(() => DeadlineSetPayload, {
    description:
      'Sets an agreed or internal clock of the viewer’s body. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA.',
  })
  async deadlineSet(
    @InputArg(() => DeadlineSetInput) input: DeadlineSetInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DeadlineSetPayload> {
    return readPayload(context, info, deadlinePayloads.deadlineSet, await setDeadline(requireViewer(context), input));
  }

  @Mutation(() => DeadlinePausePayload, {
    description:
      'Pauses a clock of the viewer’s body. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async deadlinePause(
    @InputArg(() => DeadlinePauseInput) input: DeadlinePauseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DeadlinePausePayload> {
    return readPayload(context, info, deadlinePayloads.deadlinePause, await pause(requireViewer(context), input));
  }

  @Mutation(() => DeadlineResumePayload, {
    description:
      'Lets a paused clock of the viewer’s body run again. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async deadlineResume(
    @InputArg(() => DeadlineResumeInput) input: DeadlineResumeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DeadlineResumePayload> {
    return readPayload(context, info, deadlinePayloads.deadlineResume, await resume(requireViewer(context), input));
  }

  @Mutation(() => DeadlineExtendPayload, {
    description:
      'Extends a clock of the viewer’s body (gia hạn). LEADER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, BAD_INPUT, PERSONAL_DATA.',
  })
  async deadlineExtend(
    @InputArg(() => DeadlineExtendInput) input: DeadlineExtendInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DeadlineExtendPayload> {
    return readPayload(context, info, deadlinePayloads.deadlineExtend, await extend(requireViewer(context), input));
  }

  @Mutation(() => DeadlineEndPayload, {
    description:
      'Ends an agreed or internal clock of the viewer’s body. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async deadlineEnd(
    @InputArg(() => DeadlineEndInput) input: DeadlineEndInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DeadlineEndPayload> {
    return readPayload(context, info, deadlinePayloads.deadlineEnd, await end(requireViewer(context), input));
  }
}
