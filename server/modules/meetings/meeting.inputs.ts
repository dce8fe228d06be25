import { ArgsType, Field, ID, InputType, type ClassType } from 'type-graphql';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.ts';
import { ChangeInput, MutationInput, MutationPayload, PageArgs, PlannedType } from '../../platform/graphql/types.ts';
import { MeetingKind, MeetingStatus, MeetingType } from './meeting.types.ts';

const impersonal = 'Names no person, phone, identity number, plate, e-mail or account.';
const lateReason = `Why the day of the rule was missed, up to 2,000 characters; needed where it was. ${impersonal}`;

@InputType('MeetingFilter', { description: 'Lists mean “any of”, different fields mean “and”.' })
export class MeetingFilter {
  @Field(() => [MeetingKind], { nullable: true, description: 'Any of these kinds.' })
  kinds!: (keyof typeof MeetingKind)[] | null | undefined;

  @Field(() => [MeetingStatus], { nullable: true, description: 'Any of these states.' })
  statuses!: (keyof typeof MeetingStatus)[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Held by any of these bodies, as host or co-host.' })
  organizationIds!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'For any of these areas or those below them.' })
  areaIds!: string[] | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'On this day or later.' })
  heldFrom!: string | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'On this day or earlier.' })
  heldTo!: string | null | undefined;
}

@ArgsType()
export class MeetingsArgs extends PageArgs {
  @Field(() => MeetingFilter, { nullable: true, description: 'Which meetings.' })
  filter!: MeetingFilter | null | undefined;
}

@ArgsType()
export class MeetingArgs {
  @Field(() => String, { description: 'Its code, e.g. `HN-2026-000123`.' })
  code!: string;
}

@InputType('MeetingPlanInput', { description: 'A meeting that the viewer’s body will hold.' })
export class MeetingPlanInput extends MutationInput {
  @Field(() => UuidScalar, { nullable: true, description: 'Chosen by the caller: the same one twice is the same meeting.' })
  clientId!: string | null | undefined;

  @Field(() => MeetingKind, { description: 'Which occasion.' })
  kind!: keyof typeof MeetingKind;

  @Field(() => String, { description: `1 to 200 characters. ${impersonal}` })
  title!: string;

  @Field(() => ID, { description: 'For which area; one that exists on the day.' })
  areaId!: string;

  @Field(() => DateScalar, { description: 'The day.' })
  heldOn!: string;

  @Field(() => String, { nullable: true, description: `What it is about, up to 10,000 characters. ${impersonal}` })
  agenda!: string | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Bodies that hold it together with the viewer’s; up to 20.' })
  coHostIds!: string[] | null | undefined;
}

@InputType()
abstract class MeetingChangeInput extends ChangeInput {
  @Field(() => ID, { description: 'The meeting; the viewer’s body is its host.' })
  id!: string;
}

@InputType('MeetingEditInput', { description: 'What is to change; what is left out stays. While the meeting is PLANNED.' })
export class MeetingEditInput extends MeetingChangeInput {
  @Field(() => String, { nullable: true, description: `1 to 200 characters. ${impersonal}` })
  title!: string | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'Another day.' })
  heldOn!: string | null | undefined;

  @Field(() => String, { nullable: true, description: `Up to 10,000 characters; empty takes it away. ${impersonal}` })
  agenda!: string | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'All co-hosts from now on; up to 20.' })
  coHostIds!: string[] | null | undefined;
}

@InputType('MeetingAnnounceInput', { description: 'Every member body is told of the meeting.' })
export class MeetingAnnounceInput extends MeetingChangeInput {
  @Field(() => String, { nullable: true, description: lateReason })
  lateReason!: string | null | undefined;
}

@InputType('MeetingHoldInput', { description: 'The meeting has been held. Not before its day.' })
export class MeetingHoldInput extends MeetingChangeInput {
  @Field(() => String, { description: `What was said, 1 to 20,000 characters. ${impersonal}` })
  minutes!: string;
}

@InputType('MeetingPublishInput', { description: 'Minutes and promises are open to every member body from now on.' })
export class MeetingPublishInput extends MeetingChangeInput {
  @Field(() => String, { nullable: true, description: lateReason })
  lateReason!: string | null | undefined;
}

@InputType('MeetingCancelInput', { description: 'The meeting will not be held.' })
export class MeetingCancelInput extends MeetingChangeInput {
  @Field(() => String, { description: `Why, 1 to 2,000 characters. ${impersonal}` })
  reason!: string;
}

@InputType('MeetingFreezeInput', { description: 'Numbers the list of a session and closes it. COUNCIL_SESSION only.' })
export class MeetingFreezeInput extends MeetingChangeInput {}

@InputType('MeetingListIssueInput', { description: 'An issue of the viewer’s body was raised there, or goes on the list.' })
export class MeetingListIssueInput extends MutationInput {
  @Field(() => ID, { description: 'The meeting; the viewer’s body is one of its hosts.' })
  meetingId!: string;

  @Field(() => ID, { description: 'The viewer’s own issue; every host has to be able to read it (share it first).' })
  issueId!: string;
}

@InputType('MeetingUnlistIssueInput', { description: 'Takes an issue off the list, while that is open.' })
export class MeetingUnlistIssueInput extends MutationInput {
  @Field(() => ID, { description: 'The meeting.' })
  meetingId!: string;

  @Field(() => ID, { description: 'The issue; the viewer’s body put it there.' })
  issueId!: string;
}

@InputType('MeetingCarryOverInput', {
  description: 'What a session has left unfinished goes on the list of the next one. The viewer’s body hosts both.',
})
export class MeetingCarryOverInput extends MutationInput {
  @Field(() => ID, { description: 'The session with the closed list.' })
  fromId!: string;

  @Field(() => ID, { description: 'The later session, its list still open.' })
  toId!: string;
}

@InputType('MeetingPromiseInput', { description: 'What the viewer’s body promised at a meeting that has been held.' })
export class MeetingPromiseInput extends MutationInput {
  @Field(() => ID, { description: 'The meeting; the viewer’s body is one of its hosts.' })
  meetingId!: string;

  @Field(() => String, { description: `What it promised, 1 to 500 characters. ${impersonal}` })
  promise!: string;

  @Field(() => DateScalar, { description: 'For which day; not in the past.' })
  dueOn!: string;

  @Field(() => ID, { nullable: true, description: 'The issue it is about: one on the meeting’s list.' })
  issueId!: string | null | undefined;
}

/** Each mutation has a payload of its own name; all of them show the meeting. */
function payloadOf(mutation: string): ClassType<MutationPayload & { meeting: MeetingType }> {
  @PlannedType(`${mutation}Payload`, 'The meeting that was changed.')
  class Payload extends MutationPayload {
    @Field(() => MeetingType, { description: 'As it is now.' })
    meeting!: MeetingType;
  }
  return Payload;
}

export const MeetingPlanPayload = payloadOf('MeetingPlan');
export const MeetingEditPayload = payloadOf('MeetingEdit');
export const MeetingAnnouncePayload = payloadOf('MeetingAnnounce');
export const MeetingHoldPayload = payloadOf('MeetingHold');
export const MeetingPublishPayload = payloadOf('MeetingPublish');
export const MeetingCancelPayload = payloadOf('MeetingCancel');
export const MeetingFreezePayload = payloadOf('MeetingFreeze');
export const MeetingListIssuePayload = payloadOf('MeetingListIssue');
export const MeetingUnlistIssuePayload = payloadOf('MeetingUnlistIssue');
export const MeetingCarryOverPayload = payloadOf('MeetingCarryOver');
export const MeetingPromisePayload = payloadOf('MeetingPromise');
