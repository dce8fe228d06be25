import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, mutate } from '../../platform/read/read-field.ts';
import {
  TaskAssignInput,
  TaskAssignPayload,
  TaskLinkInput,
  TaskLinkPayload,
  TasksArgs,
  TaskUnlinkInput,
  TaskUnlinkPayload,
  TaskUpdateInput,
  TaskUpdatePayload,
} from './task.inputs.ts';
import { linkTask, unlinkTask } from './task-link.service.ts';
import { taskPayloads } from './task.read.ts';
import { assignTask, updateTask } from './task.service.ts';
import { TaskConnection } from './task.types.ts';

@Resolver()
export class TaskResolver {
  @Query(() => TaskConnection, {
    description: 'Tasks of the matters in which the viewer’s body takes part, newest first.',
  })
  tasks(
    @Args(() => TasksArgs) _args: TasksArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Mutation(() => TaskAssignPayload, {
    description:
      'Gives a body a task in a matter (giao việc). COORDINATOR of the lead or of a co-ordinating body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA.',
  })
  async taskAssign(
    @InputArg(() => TaskAssignInput) input: TaskAssignInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TaskAssignPayload> {
    return mutate(context, info, taskPayloads.taskAssign, (viewer) => assignTask(viewer, input));
  }

  @Mutation(() => TaskUpdatePayload, {
    description:
      'Moves a task on. OFFICER of the task’s body or of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async taskUpdate(
    @InputArg(() => TaskUpdateInput) input: TaskUpdateInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TaskUpdatePayload> {
    return mutate(context, info, taskPayloads.taskUpdate, (viewer) => updateTask(viewer, input));
  }

  @Mutation(() => TaskLinkPayload, {
    description:
      'Ties a task to a further matter, an issue, or a task to be finished first. COORDINATOR of the lead or of a co-ordinating body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT.',
  })
  async taskLink(
    @InputArg(() => TaskLinkInput) input: TaskLinkInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TaskLinkPayload> {
    return mutate(context, info, taskPayloads.taskLink, (viewer) => linkTask(viewer, input));
  }

  @Mutation(() => TaskUnlinkPayload, {
    description:
      'Unties a task. COORDINATOR of the lead or of a co-ordinating body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT.',
  })
  async taskUnlink(
    @InputArg(() => TaskUnlinkInput) input: TaskUnlinkInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TaskUnlinkPayload> {
    return mutate(context, info, taskPayloads.taskUnlink, (viewer) => unlinkTask(viewer, input));
  }
}
