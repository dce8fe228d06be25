import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { InputArg } from '../../platform/graphql/input-arg.ts';
import { requireViewer } from '../../platform/context.ts';
import { readField, readPayload } from '../../platform/read/read-field.ts';
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
    return readPayload(
      context,
      info,
      referralPayloads.referralOffer,
      await offerReferral(requireViewer(context), input),
    );
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
    return readPayload(
      context,
      info,
      referralPayloads.referralAccept,
      await acceptReferral(requireViewer(context), input),
    );
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
    return readPayload(
      context,
      info,
      referralPayloads.referralDecline,
      await declineReferral(requireViewer(context), input),
    );
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
    return readPayload(context, info, referralPayloads.referralAsk, await askBack(requireViewer(context), input));
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
    return readPayload(context, info, referralPayloads.referralReply, await replyTo(requireViewer(context), input));
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
    return readPayload(
      context,
      info,
      referralPayloads.referralReturn,
      await returnReferral(requireViewer(context), input),
    );
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
    return readPayload(
      context,
      info,
      referralPayloads.referralWithdraw,
      await withdrawReferral(requireViewer(context), input),
    );
  }
}
