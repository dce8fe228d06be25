import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar, UuidScalar } from '../../platform/graphql/scalars.ts';
import {
  ChangeInput,
  graphqlEnum,
  IdempotencyKey,
  MutationInput,
  MutationPayload,
  PageArgs,
  PlannedType,
  StrictChangeInput,
} from '../../platform/graphql/types.ts';
import { Channel, IssueKind, IssueLinkType, IssueStatus, IssueType, LinkKind, Visibility } from './issue.types.ts';

export const textRule =
  'Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise; accuses nobody and contests no decision: OUT_OF_SCOPE otherwise.';

@InputType('IssueFilter', { description: 'Lists mean “any of”, different fields mean “and”.' })
export class IssueFilter {
  @Field(() => [IssueStatus], { nullable: true, description: 'Any of these states.' })
  statuses!: (keyof typeof IssueStatus)[] | null | undefined;

  @Field(() => [String], { nullable: true, description: 'Any of these topic codes.' })
  topicCodes!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Any of these areas or the areas below them.' })
  areaIds!: string[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Collected by any of these bodies.' })
  organizationIds!: string[] | null | undefined;

  @Field(() => [IssueKind], { nullable: true, description: 'Any of these kinds.' })
  kinds!: (keyof typeof IssueKind)[] | null | undefined;

  @Field(() => [Channel], { nullable: true, description: 'Through any of these channels.' })
  channels!: (keyof typeof Channel)[] | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'Collected on this day or later.' })
  collectedFrom!: string | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'Collected on this day or earlier.' })
  collectedTo!: string | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only what the viewer follows; false: only what it does not.',
  })
  followed!: boolean | null | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      'Words, up to 200 characters; case and accents do not matter. Words of hidden fields are not searched.',
  })
  query!: string | null | undefined;
}

@ArgsType()
export class IssuesArgs extends PageArgs {
  @Field(() => IssueFilter, { nullable: true, description: 'Which issues.' })
  filter!: IssueFilter | null | undefined;
}

@ArgsType()
export class IssueArgs {
  @Field(() => String, { description: 'Its code, e.g. `HT-2026-000123`.' })
  code!: string;
}

/** Of one issue, or of a row of many. */
@InputType()
export abstract class IssueContent {
  @Field(() => IssueKind, { description: 'Reflection, recommendation or proposal.' })
  kind!: keyof typeof IssueKind;

  @Field(() => String, { description: `One line, 1 to 200 characters. ${textRule}` })
  title!: string;

  @Field(() => String, { description: `The content, 1 to 10,000 characters. ${textRule}` })
  description!: string;

  @Field(() => String, { description: 'Code of the topic, e.g. `DRAINAGE`.' })
  topicCode!: string;

  @Field(() => ID, { description: 'The unit it concerns; it must exist on the day of collection.' })
  areaId!: string;

  @Field(() => String, { nullable: true, description: 'The place as said, up to 200 characters.' })
  place!: string | null | undefined;

  @Field(() => Channel, { description: 'How it reached the body.' })
  channel!: keyof typeof Channel;

  @Field(() => Int, { defaultValue: 1, nullable: true, description: 'How many times it was raised, 1 to 1,000,000.' })
  voices!: number | null | undefined;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of collection, today at the latest; absent: today in Asia/Ho_Chi_Minh.',
  })
  collectedOn!: string | null | undefined;

  @Field(() => Visibility, { description: 'To whom it is open from the start.' })
  visibility!: keyof typeof Visibility;

  @Field(() => [ID], {
    nullable: true,
    description: 'The bodies it is shared with, up to 100; only with SHARED or NETWORK.',
  })
  shareWithIds!: string[] | null | undefined;

  @Field(() => ID, {
    nullable: true,
    description:
      'The answered issue that is raised again here: linked as REPEATS and counted there. It must be readable, ANSWERED or CLOSED: INVALID_STATE otherwise.',
  })
  repeatsId!: string | null | undefined;
}

@InputType('IssueCollectInput', { description: 'What a body collected.' })
export class IssueCollectInput extends IssueContent {
  @Field(() => UuidScalar, {
    nullable: true,
    description: 'Chosen by the caller, also offline: the same one twice from the same organization is the same issue.',
  })
  clientId!: string | null | undefined;

  @IdempotencyKey()
  idempotencyKey!: string | null | undefined;
}

@InputType('IssueEditInput', {
  description: 'Changes of an issue; what is absent stays. Open to its owner while it is not closed.',
})
export class IssueEditInput extends StrictChangeInput {
  @Field(() => ID, { description: 'The issue.' })
  id!: string;

  @Field(() => String, { nullable: true, description: `1 to 200 characters. ${textRule}` })
  title!: string | null | undefined;

  @Field(() => String, { nullable: true, description: `1 to 10,000 characters. ${textRule}` })
  description!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'Code of the topic.' })
  topicCode!: string | null | undefined;

  @Field(() => ID, { nullable: true, description: 'The unit it concerns.' })
  areaId!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'The place as said, up to 200 characters; empty takes it away.' })
  place!: string | null | undefined;

  @Field(() => Int, { nullable: true, description: 'How many times it was raised; never fewer than before.' })
  voices!: number | null | undefined;
}

export const ScreenDecision = graphqlEnum('ScreenDecision', 'What screening (sàng lọc) finds.', {
  ACCEPT: 'It is an issue to follow up.',
  NEEDS_INFO: 'Something is missing; `reason` says what.',
  OUT_OF_SCOPE: 'It is none for this platform; `reason` says why.',
});

@InputType('IssueScreenInput', { description: 'The owner’s screening, while the issue is in no referral or matter.' })
export class IssueScreenInput extends ChangeInput {
  @Field(() => ID, { description: 'The issue.' })
  id!: string;

  @Field(() => ScreenDecision, { description: 'What was found.' })
  decision!: keyof typeof ScreenDecision;

  @Field(() => String, {
    nullable: true,
    description: 'Up to 2,000 characters; needed with NEEDS_INFO and OUT_OF_SCOPE.',
  })
  reason!: string | null | undefined;
}

@InputType('IssueShareInput', {
  description: 'Opens an issue further, or sets its visibility anew. Open to its owner.',
})
export class IssueShareInput extends MutationInput {
  @Field(() => ID, { description: 'The issue.' })
  id!: string;

  @Field(() => [ID], { nullable: true, description: 'Bodies to share with, added to those before, up to 100.' })
  organizationIds!: string[] | null | undefined;

  @Field(() => Visibility, {
    nullable: true,
    description: 'Absent: SHARED where it was PRIVATE. PRIVATE takes every share back.',
  })
  visibility!: keyof typeof Visibility | null | undefined;
}

@InputType('IssueUnshareInput', {
  description: 'Takes shares back. Bodies in its matter or referral keep what these give them.',
})
export class IssueUnshareInput extends MutationInput {
  @Field(() => ID, { description: 'The issue.' })
  id!: string;

  @Field(() => [ID], { description: 'The bodies, up to 100.' })
  organizationIds!: string[];
}

@InputType('IssueLinkInput', { description: 'A reference between two issues that the viewer may read.' })
export class IssueLinkInput extends MutationInput {
  @Field(() => ID, { description: 'The issue that refers.' })
  fromId!: string;

  @Field(() => ID, { description: 'The issue referred to.' })
  toId!: string;

  @Field(() => LinkKind, { description: 'What the reference says.' })
  kind!: keyof typeof LinkKind;

  @Field(() => String, { nullable: true, description: 'Why, up to 2,000 characters.' })
  note!: string | null | undefined;
}

@InputType('IssueUnlinkInput', {
  description: 'Removes a reference: open to who made it and to the owners of both issues.',
})
export class IssueUnlinkInput extends MutationInput {
  @Field(() => ID, { description: 'The link.' })
  linkId!: string;

  @Field(() => String, { nullable: true, description: 'Why, up to 2,000 characters.' })
  reason!: string | null | undefined;
}

@PlannedType('IssueCollectPayload', 'The collected issue.')
export class IssueCollectPayload extends MutationPayload {
  @Field(() => IssueType, { description: 'As it is now.' })
  issue!: IssueType;
}

@PlannedType('IssueEditPayload', 'The edited issue.')
export class IssueEditPayload extends MutationPayload {
  @Field(() => IssueType, { description: 'As it is now.' })
  issue!: IssueType;
}

@PlannedType('IssueScreenPayload', 'The screened issue.')
export class IssueScreenPayload extends MutationPayload {
  @Field(() => IssueType, { description: 'As it is now.' })
  issue!: IssueType;
}

@PlannedType('IssueSharePayload', 'The shared issue.')
export class IssueSharePayload extends MutationPayload {
  @Field(() => IssueType, { description: 'As it is now.' })
  issue!: IssueType;
}

@PlannedType('IssueUnsharePayload', 'The issue with fewer readers.')
export class IssueUnsharePayload extends MutationPayload {
  @Field(() => IssueType, { description: 'As it is now.' })
  issue!: IssueType;
}

@PlannedType('IssueLinkPayload', 'The new link.')
export class IssueLinkPayload extends MutationPayload {
  @Field(() => IssueLinkType, { description: 'Seen from the issue that refers.' })
  link!: IssueLinkType;
}

@PlannedType('IssueUnlinkPayload', 'The removed link.')
export class IssueUnlinkPayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id.' })
  unlinkedId!: string;
}
