import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { mutate } from '../../platform/read/read-field.ts';
import { reminderPayloads } from './reminder.read.ts';
import { sendReminder } from './reminder.service.ts';
import { ReminderSendInput, ReminderSendPayload } from './reminder.types.ts';

@Resolver()
export class ReminderResolver {
  @Mutation(() => ReminderSendPayload, {
    description:
      'Reminds a body formally (đôn đốc). COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA.',
  })
  async reminderSend(
    @InputArg(() => ReminderSendInput) input: ReminderSendInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReminderSendPayload> {
    return mutate(context, info, reminderPayloads.reminderSend, (viewer) => sendReminder(viewer, input));
  }
}
