import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { requireViewer } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, readPayload } from '../../platform/read/read-field.ts';
import { confirmCalendar, proposeCalendar } from './calendar.service.ts';
import {
  CalendarConfirmInput,
  CalendarProposeInput,
  CalendarsArgs,
  DeadlineRuleChangeInput,
  RulesArgs,
} from './rule.inputs.ts';
import { rulePayloads } from './rule.read.ts';
import { changeRule } from './rule.service.ts';
import {
  CalendarConfirmPayload,
  CalendarProposePayload,
  DeadlineRuleChangePayload,
  DeadlineRuleConnection,
  WorkingCalendarConnection,
} from './rule.types.ts';

@Resolver()
export class RuleResolver {
  @Query(() => DeadlineRuleConnection, {
    description: 'Rules for clocks with their versions, by code. Open to every member body.',
  })
  deadlineRules(
    @Args(() => RulesArgs) _args: RulesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Query(() => WorkingCalendarConnection, {
    description: 'Working calendars by year with their versions, the newest first: everybody’s and the viewer’s own.',
  })
  calendars(
    @Args(() => CalendarsArgs) _args: CalendarsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Mutation(() => DeadlineRuleChangePayload, {
    description:
      'Writes a further version of a rule. ADMIN of a steward body. Errors: FORBIDDEN, VERSION_CONFLICT, BAD_INPUT.',
  })
  async deadlineRuleChange(
    @InputArg(() => DeadlineRuleChangeInput) input: DeadlineRuleChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DeadlineRuleChangePayload> {
    return readPayload(context, info, rulePayloads.deadlineRuleChange, await changeRule(requireViewer(context), input));
  }

  @Mutation(() => CalendarProposePayload, {
    description: 'Proposes a year’s calendar, without effect. ADMIN of a steward body. Errors: FORBIDDEN, BAD_INPUT.',
  })
  async calendarPropose(
    @InputArg(() => CalendarProposeInput) input: CalendarProposeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CalendarProposePayload> {
    return readPayload(
      context,
      info,
      rulePayloads.calendarPropose,
      await proposeCalendar(requireViewer(context), input),
    );
  }

  @Mutation(() => CalendarConfirmPayload, {
    description:
      'Writes the calendar that holds for a year: everybody’s by an ADMIN of a steward body, a body’s own exceptions by its ADMIN. Errors: FORBIDDEN, BAD_INPUT.',
  })
  async calendarConfirm(
    @InputArg(() => CalendarConfirmInput) input: CalendarConfirmInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CalendarConfirmPayload> {
    return readPayload(
      context,
      info,
      rulePayloads.calendarConfirm,
      await confirmCalendar(requireViewer(context), input),
    );
  }
}
