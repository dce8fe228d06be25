import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { requireViewer, type Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { mutate, readField, readFound } from '../../platform/read/read-field.ts';
import { changeMatchSettings, setMatchRule } from './match-settings.service.ts';
import { findSimilar } from './match-similar.service.ts';
import {
  MatchAskDisclosureInput,
  MatchAskDisclosurePayload,
  MatchDecideInput,
  MatchDecidePayload,
  MatchDiscloseInput,
  MatchDisclosePayload,
  MatchesArgs,
  MatchRuleSetInput,
  MatchRuleSetPayload,
  MatchSettingsChangeInput,
  MatchSettingsChangePayload,
  SimilarIssuesArgs,
} from './match.inputs.ts';
import { matchPayloads, similarShape } from './match.read.ts';
import { askDisclosure, decideMatch, discloseMatch } from './match.service.ts';
import { MatchConnection, MatchSettingsType, SimilarIssueType } from './match.types.ts';

@Resolver()
export class MatchResolver {
  @Query(() => MatchConnection, { description: 'The matches of the viewer’s issues, newest first.' })
  matches(
    @Args(() => MatchesArgs) _args: MatchesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Query(() => MatchSettingsType, { description: 'How the viewer’s body takes part in cross-reference.' })
  matchSettings(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<MatchSettingsType> {
    return readField(context, info);
  }

  @Query(() => [SimilarIssueType], {
    complexity: 50,
    description:
      'What other bodies, and the viewer’s own, have that is alike to a draft: for an intake form to ask at every pause in typing. Errors: BAD_INPUT.',
  })
  async similarIssues(
    @Args(() => SimilarIssuesArgs) args: SimilarIssuesArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<SimilarIssueType[]> {
    const viewing = requireViewer(context);
    return readFound(viewing, info, similarShape, await findSimilar(viewing, args, String(info.path.key)));
  }

  @Mutation(() => MatchDecidePayload, {
    description: 'Judges a match (kết luận nghi trùng). COORDINATOR. Errors: NOT_FOUND, INVALID_STATE.',
  })
  async matchDecide(
    @InputArg(() => MatchDecideInput) input: MatchDecideInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatchDecidePayload> {
    return mutate(context, info, matchPayloads.matchDecide, (viewer) => decideMatch(viewer, input));
  }

  @Mutation(() => MatchDisclosePayload, {
    description:
      'Lets the other side see one step more: that it is this body, the card of its issue, the issue. COORDINATOR. Errors: NOT_FOUND, INVALID_STATE.',
  })
  async matchDisclose(
    @InputArg(() => MatchDiscloseInput) input: MatchDiscloseInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatchDisclosePayload> {
    return mutate(context, info, matchPayloads.matchDisclose, (viewer) => discloseMatch(viewer, input));
  }

  @Mutation(() => MatchAskDisclosurePayload, {
    description: 'Asks the other side to disclose more. COORDINATOR. Errors: NOT_FOUND, INVALID_STATE.',
  })
  async matchAskDisclosure(
    @InputArg(() => MatchAskDisclosureInput) input: MatchAskDisclosureInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatchAskDisclosurePayload> {
    return mutate(context, info, matchPayloads.matchAskDisclosure, (viewer) => askDisclosure(viewer, input));
  }

  @Mutation(() => MatchSettingsChangePayload, {
    description: 'Changes how the viewer’s body takes part in cross-reference. LEADER. Errors: VERSION_CONFLICT.',
  })
  async matchSettingsChange(
    @InputArg(() => MatchSettingsChangeInput) input: MatchSettingsChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatchSettingsChangePayload> {
    return mutate(context, info, matchPayloads.matchSettingsChange, (viewer) => changeMatchSettings(viewer, input));
  }

  @Mutation(() => MatchRuleSetPayload, {
    description: 'Sets or ends an exception for one other body. LEADER. Errors: BAD_INPUT.',
  })
  async matchRuleSet(
    @InputArg(() => MatchRuleSetInput) input: MatchRuleSetInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<MatchRuleSetPayload> {
    return mutate(context, info, matchPayloads.matchRuleSet, (viewer) => setMatchRule(viewer, input));
  }
}
