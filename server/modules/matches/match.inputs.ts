import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import {
  ChangeInput,
  extendType,
  MutationInput,
  MutationPayload,
  PageArgs,
  PlannedType,
  type Connection,
} from '../../platform/graphql/types.ts';
import { IssueType } from '../issues/issue.types.ts';
import { Args } from 'type-graphql';
import { Disclosure, MatchConnection, MatchSettingsType, MatchState, MatchType, Verdict } from './match.types.ts';

@ArgsType()
export class IssueMatchesArgs extends PageArgs {
  @Field(() => MatchState, { nullable: true, description: 'Only in this state.' })
  state!: keyof typeof MatchState | null | undefined;
}

/** Fields of an issue that this module owns. */
export interface IssueWithMatches {
  matches: Connection<MatchType>;
}

extendType(IssueType, {
  matches: [
    Field(() => MatchConnection, {
      description: 'Its matches, the most likely first. Empty for others than its owner, whatever there is.',
    }),
    (prototype, key) => Args(() => IssueMatchesArgs)(prototype, key, 0),
  ],
});

@InputType('MatchFilter', { description: 'Different fields mean “and”.' })
export class MatchFilter {
  @Field(() => [MatchState], { nullable: true, description: 'Any of these states.' })
  states!: (keyof typeof MatchState)[] | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that wait for a verdict of the viewer’s body; false: only the others.',
  })
  undecided!: boolean | null | undefined;

  @Field(() => Boolean, { nullable: true, description: 'True: only those marked very likely; false: only the others.' })
  veryLikely!: boolean | null | undefined;
}

@ArgsType()
export class MatchesArgs extends PageArgs {
  @Field(() => MatchFilter, { nullable: true, description: 'Which matches.' })
  filter!: MatchFilter | null | undefined;
}

@InputType('IssueDraftInput', { description: 'A text that is compared before it is saved. Nothing of it is kept.' })
export class IssueDraftInput {
  @Field(() => String, { description: 'Up to 200 characters; may be empty.' })
  title!: string;

  @Field(() => String, { description: 'Up to 10,000 characters; may be empty.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Code of the topic; BAD_INPUT where there is none such.' })
  topicCode!: string | null | undefined;

  @Field(() => ID, { nullable: true, description: 'The unit it concerns; BAD_INPUT where there is none such.' })
  areaId!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'The place as said, up to 200 characters.' })
  place!: string | null | undefined;
}

@ArgsType()
export class SimilarIssuesArgs {
  @Field(() => IssueDraftInput, { description: 'What has been typed so far.' })
  draft!: IssueDraftInput;

  @Field(() => Int, { defaultValue: 5, nullable: true, description: 'How many, 1 to 20; BAD_INPUT outside.' })
  first!: number | null | undefined;
}

@InputType('MatchDecideInput', {
  description:
    'A side’s verdict. SAME by both confirms and links the issues, UNRELATED by either rejects for both, RELATED by both links them as related. It may be changed until the match is confirmed or rejected.',
})
export class MatchDecideInput extends MutationInput {
  @Field(() => ID, { description: 'The match; proposed.' })
  id!: string;

  @Field(() => Verdict, { description: 'The verdict.' })
  verdict!: keyof typeof Verdict;
}

@InputType('MatchDiscloseInput', {
  description: 'Lets the other side see the viewer’s issue one step further; answers its request, if there is one.',
})
export class MatchDiscloseInput extends MutationInput {
  @Field(() => ID, { description: 'The match; not rejected, not FULL yet on this side.' })
  id!: string;
}

@InputType('MatchAskDisclosureInput', { description: 'Asks the other side to disclose more of its issue.' })
export class MatchAskDisclosureInput extends MutationInput {
  @Field(() => ID, { description: 'The match; not rejected, not seen in full, and not asked about already.' })
  id!: string;
}

@InputType('MatchSettingsChangeInput', {
  description: 'How the viewer’s body takes part in cross-reference. What is left out stays.',
})
export class MatchSettingsChangeInput extends ChangeInput {
  @Field(() => Boolean, { nullable: true, description: 'False: no new matches with its issues.' })
  enabled!: boolean | null | undefined;

  @Field(() => Disclosure, {
    nullable: true,
    description: 'What new matches open of its issues from the start; those found before stay as they are.',
  })
  disclosure!: keyof typeof Disclosure | null | undefined;
}

@InputType('MatchRuleSetInput', {
  description: 'An exception for one other body; neither muted nor with a disclosure, it ends.',
})
export class MatchRuleSetInput extends MutationInput {
  @Field(() => ID, { description: 'The other body; it must exist today.' })
  organizationId!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: 'True: no new matches between the two bodies.',
  })
  muted!: boolean | null | undefined;

  @Field(() => Disclosure, {
    nullable: true,
    description: 'What new matches open to that body from the start; absent: the default.',
  })
  disclosure!: keyof typeof Disclosure | null | undefined;
}

@PlannedType('MatchDecidePayload', 'The judged match.')
export class MatchDecidePayload extends MutationPayload {
  @Field(() => MatchType, { description: 'As it is now.' })
  match!: MatchType;
}

@PlannedType('MatchDisclosePayload', 'The match of which more is disclosed.')
export class MatchDisclosePayload extends MutationPayload {
  @Field(() => MatchType, { description: 'As it is now.' })
  match!: MatchType;
}

@PlannedType('MatchAskDisclosurePayload', 'The match of which more was asked.')
export class MatchAskDisclosurePayload extends MutationPayload {
  @Field(() => MatchType, { description: 'As it is now.' })
  match!: MatchType;
}

@PlannedType('MatchSettingsChangePayload', 'The changed settings.')
export class MatchSettingsChangePayload extends MutationPayload {
  @Field(() => MatchSettingsType, { description: 'As they are now.' })
  settings!: MatchSettingsType;
}

@PlannedType('MatchRuleSetPayload', 'The settings with the changed rule.')
export class MatchRuleSetPayload extends MutationPayload {
  @Field(() => MatchSettingsType, { description: 'As they are now.' })
  settings!: MatchSettingsType;
}
