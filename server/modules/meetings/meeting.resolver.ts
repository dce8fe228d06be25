import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { requireViewer, type Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, readPayload } from '../../platform/read/read-field.ts';
import {
  MeetingAnnounceInput,
  MeetingAnnouncePayload,
  MeetingArgs,
  MeetingCancelInput,
  MeetingCancelPayload,
  MeetingCarryOverInput,
  MeetingCarryOverPayload,
  MeetingEditInput,
  MeetingEditPayload,
  MeetingFreezeInput,
  MeetingFreezePayload,
  MeetingHoldInput,
  MeetingHoldPayload,
  MeetingListIssueInput,
  MeetingListIssuePayload,
  MeetingPlanInput,
  MeetingPlanPayload,
  MeetingPromiseInput,
  MeetingPromisePayload,
  MeetingPublishInput,
  MeetingPublishPayload,
  MeetingsArgs,
  MeetingUnlistIssueInput,
  MeetingUnlistIssuePayload,
} from './meeting.inputs.ts';
import { meetingPayloads } from './meeting.read.ts';
import { announceMeeting, cancelMeeting, editMeeting, holdMeeting, planMeeting, publishMeeting } from './meeting.service.ts';
import { carryOver, freezeList, listIssue, promiseAtMeeting, unlistIssue } from './meeting-list.service.ts';
import { MeetingConnection, MeetingType } from './meeting.types.ts';

@Resolver()
export class MeetingResolver {
  @Query(() => MeetingType, {
    nullable: true,
    description: 'A meeting by its code; null where there is none, or none to see.',
  })
  meeting(
    @Args(() => MeetingArgs) _args: MeetingArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Query(() => MeetingConnection, {
    description: 'Meetings of the viewer’s body and those announced by others, newest first.',
  })
  meetings(
    @Args(() => MeetingsArgs) _args: MeetingsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Mutation(() => MeetingPlanPayload, { description: 'Plans a meeting (lập kế hoạch); its hosts are told. COORDINATOR. Errors: BAD_INPUT, PERSONAL_DATA.' })
  async meetingPlan(
    @InputArg(() => MeetingPlanInput) input: MeetingPlanInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingPlan, await planMeeting(requireViewer(context), input));
  }

  @Mutation(() => MeetingEditPayload, { description: 'Changes a meeting that is not announced yet. COORDINATOR of the host. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, BAD_INPUT, PERSONAL_DATA.' })
  async meetingEdit(
    @InputArg(() => MeetingEditInput) input: MeetingEditInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingEdit, await editMeeting(requireViewer(context), input));
  }

  @Mutation(() => MeetingAnnouncePayload, { description: 'Announces a meeting to every member body (thông báo). COORDINATOR of the host. A dialogue later than the law allows needs its reason. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, BAD_INPUT, PERSONAL_DATA.' })
  async meetingAnnounce(
    @InputArg(() => MeetingAnnounceInput) input: MeetingAnnounceInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingAnnounce, await announceMeeting(requireViewer(context), input));
  }

  @Mutation(() => MeetingHoldPayload, { description: 'Records that a meeting was held, with its minutes (biên bản). COORDINATOR of the host. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, BAD_INPUT, PERSONAL_DATA.' })
  async meetingHold(
    @InputArg(() => MeetingHoldInput) input: MeetingHoldInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingHold, await holdMeeting(requireViewer(context), input));
  }

  @Mutation(() => MeetingPublishPayload, { description: 'Opens minutes and promises to every member body (công bố kết quả). LEADER of the host. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, BAD_INPUT, PERSONAL_DATA.' })
  async meetingPublish(
    @InputArg(() => MeetingPublishInput) input: MeetingPublishInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingPublish, await publishMeeting(requireViewer(context), input));
  }

  @Mutation(() => MeetingCancelPayload, { description: 'Calls a meeting off (hủy). COORDINATOR of the host. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, BAD_INPUT, PERSONAL_DATA.' })
  async meetingCancel(
    @InputArg(() => MeetingCancelInput) input: MeetingCancelInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingCancel, await cancelMeeting(requireViewer(context), input));
  }

  @Mutation(() => MeetingFreezePayload, { description: 'Numbers the list of a Council session and closes it (chốt danh mục). LEADER of the host. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT.' })
  async meetingFreeze(
    @InputArg(() => MeetingFreezeInput) input: MeetingFreezeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingFreeze, await freezeList(requireViewer(context), input));
  }

  @Mutation(() => MeetingListIssuePayload, { description: 'Puts an issue of the viewer’s body on a meeting’s list. OFFICER of a host. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT.' })
  async meetingListIssue(
    @InputArg(() => MeetingListIssueInput) input: MeetingListIssueInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingListIssue, await listIssue(requireViewer(context), input));
  }

  @Mutation(() => MeetingUnlistIssuePayload, { description: 'Takes an issue off a meeting’s list. OFFICER of the host that put it there. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT.' })
  async meetingUnlistIssue(
    @InputArg(() => MeetingUnlistIssueInput) input: MeetingUnlistIssueInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingUnlistIssue, await unlistIssue(requireViewer(context), input));
  }

  @Mutation(() => MeetingCarryOverPayload, { description: 'Puts what a session has left unfinished on the list of the next one (chuyển tiếp). COORDINATOR of the host. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT.' })
  async meetingCarryOver(
    @InputArg(() => MeetingCarryOverInput) input: MeetingCarryOverInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingCarryOver, await carryOver(requireViewer(context), input));
  }

  @Mutation(() => MeetingPromisePayload, { description: 'Records what the viewer’s body promised at a meeting, a dated commitment (lời hứa). LEADER of a host. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA.' })
  async meetingPromise(
    @InputArg(() => MeetingPromiseInput) input: MeetingPromiseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readPayload(context, info, meetingPayloads.meetingPromise, await promiseAtMeeting(requireViewer(context), input));
  }

}
