import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { readField, mutate } from '../../platform/read/read-field.ts';
import { acceptReferral } from './referral-accept.service.ts';
import { askBack, replyTo, returnReferral, withdrawReferral } from './referral-contract.service.ts';
import {
  ReferralAcceptInput,
  ReferralAcceptPayload,
  ReferralAskInput,
  ReferralAskPayload,
  ReferralDeclineInput,
  ReferralDeclinePayload,
  ReferralOfferInput,
  ReferralOfferPayload,
  ReferralReplyInput,
  ReferralReplyPayload,
  ReferralReturnInput,
  ReferralReturnPayload,
  ReferralsArgs,
  ReferralWithdrawInput,
  ReferralWithdrawPayload,
} from './referral.inputs.ts';
import { referralPayloads } from './referral.read.ts';
import { declineReferral, offerReferral } from './referral.service.ts';
import { ReferralConnection } from './referral.types.ts';

@Resolver()
export class ReferralResolver {
  @Query(() => ReferralConnection, {
    description: 'Referrals that the viewer’s body offered or was offered, and those of its issues, newest first.',
  })
  referrals(
    @Args(() => ReferralsArgs) _args: ReferralsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }

  @Mutation(() => ReferralOfferPayload, {
    description:
      'Offers an issue to a body (chuyển). COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, REFERRAL_LOOP, BAD_INPUT, PERSONAL_DATA.',
  })
  async referralOffer(
    @InputArg(() => ReferralOfferInput) input: ReferralOfferInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReferralOfferPayload> {
    return mutate(context, info, referralPayloads.referralOffer, (viewer) => offerReferral(viewer, input));
  }

  @Mutation(() => ReferralAcceptPayload, {
    description:
      'Takes an issue on (tiếp nhận). COORDINATOR of the addressee. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT.',
  })
  async referralAccept(
    @InputArg(() => ReferralAcceptInput) input: ReferralAcceptInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReferralAcceptPayload> {
    return mutate(context, info, referralPayloads.referralAccept, (viewer) => acceptReferral(viewer, input));
  }

  @Mutation(() => ReferralDeclinePayload, {
    description:
      'Does not take an issue on, with a reason and a better address. COORDINATOR of the addressee. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async referralDecline(
    @InputArg(() => ReferralDeclineInput) input: ReferralDeclineInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReferralDeclinePayload> {
    return mutate(context, info, referralPayloads.referralDecline, (viewer) => declineReferral(viewer, input));
  }

  @Mutation(() => ReferralAskPayload, {
    description:
      'Asks back before deciding (hỏi lại). COORDINATOR of the addressee. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async referralAsk(
    @InputArg(() => ReferralAskInput) input: ReferralAskInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReferralAskPayload> {
    return mutate(context, info, referralPayloads.referralAsk, (viewer) => askBack(viewer, input));
  }

  @Mutation(() => ReferralReplyPayload, {
    description:
      'Answers what the addressee asked. COORDINATOR of the offering body or the owner. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async referralReply(
    @InputArg(() => ReferralReplyInput) input: ReferralReplyInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReferralReplyPayload> {
    return mutate(context, info, referralPayloads.referralReply, (viewer) => replyTo(viewer, input));
  }

  @Mutation(() => ReferralReturnPayload, {
    description:
      'Gives back what was accepted (trả lại). COORDINATOR of the body that accepted. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async referralReturn(
    @InputArg(() => ReferralReturnInput) input: ReferralReturnInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReferralReturnPayload> {
    return mutate(context, info, referralPayloads.referralReturn, (viewer) => returnReferral(viewer, input));
  }

  @Mutation(() => ReferralWithdrawPayload, {
    description:
      'Takes an open offer back (rút). COORDINATOR of the offering body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA.',
  })
  async referralWithdraw(
    @InputArg(() => ReferralWithdrawInput) input: ReferralWithdrawInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ReferralWithdrawPayload> {
    return mutate(context, info, referralPayloads.referralWithdraw, (viewer) => withdrawReferral(viewer, input));
  }
}
