import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ChangeInput, MutationInput, MutationPayload, PageArgs, PlannedType } from '../../platform/graphql/types.ts';
import { MatterType, ParticipantRole } from '../matters/matter.types.ts';
import { ReferralStatus, ReferralType } from './referral.types.ts';

const impersonal =
  'Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise.';

@ArgsType()
export class ReferralsArgs extends PageArgs {
  @Field(() => ReferralStatus, { nullable: true, description: 'Only in this state.' })
  status!: keyof typeof ReferralStatus | null | undefined;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Offered at this moment or earlier, not decided and not asked back since: asked, no reaction.',
  })
  unansweredSince!: Date | null | undefined;
}

@InputType('ReferralOfferInput', {
  description:
    'Offers an issue to a body. Open to its owner; once it is in a matter to the lead, and to the owner where it co-ordinates there. A body that declined is asked again only with another request.',
})
export class ReferralOfferInput extends MutationInput {
  @Field(() => ID, { description: 'The issue: received, screened, referred or in follow-up.' })
  issueId!: string;

  @Field(() => ID, {
    description:
      'The body asked; it must exist today. REFERRAL_LOOP for the owner and for a body that handed the lead on.',
  })
  toOrganizationId!: string;

  @Field(() => ParticipantRole, {
    defaultValue: 'LEAD',
    nullable: true,
    description: 'The part offered. In a matter only its lead offers LEAD.',
  })
  role!: keyof typeof ParticipantRole | null | undefined;

  @Field(() => String, { description: `What is asked of it, 1 to 2,000 characters. ${impersonal}` })
  request!: string;
}

@InputType('ReferralAcceptInput', {
  description:
    'The addressee takes the issue on. An issue in a matter stays there and the addressee joins it in the offered part; any other goes into the named matter or into a new one: led by the addressee where LEAD was offered, else by the offering body.',
})
export class ReferralAcceptInput extends ChangeInput {
  @Field(() => ID, { description: 'The referral.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'A matter that the addressee leads or co-ordinates, to take the issue in.',
  })
  matterId!: string | null | undefined;
}

@InputType('ReferralDeclineInput', { description: 'The addressee does not take the issue on.' })
export class ReferralDeclineInput extends ChangeInput {
  @Field(() => ID, { description: 'The referral.' })
  id!: string;

  @Field(() => String, { description: `Why, 1 to 2,000 characters. ${impersonal}` })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'A body to ask instead; it must exist today.' })
  suggestedOrganizationId!: string | null | undefined;

  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: 'No member body is competent; not together with a better address.',
  })
  noneCompetent!: boolean | null | undefined;
}

@InputType('ReferralAskInput', { description: 'The addressee asks back before it decides; one question at a time.' })
export class ReferralAskInput extends ChangeInput {
  @Field(() => ID, { description: 'The referral.' })
  id!: string;

  @Field(() => String, { description: `The question, 1 to 2,000 characters. ${impersonal}` })
  question!: string;
}

@InputType('ReferralReplyInput', {
  description: 'Answers what the addressee asked. Open to who offered and to the owner.',
})
export class ReferralReplyInput extends ChangeInput {
  @Field(() => ID, { description: 'The referral.' })
  id!: string;

  @Field(() => String, { description: `The reply, 1 to 2,000 characters. ${impersonal}` })
  reply!: string;
}

@InputType('ReferralReturnInput', {
  description:
    'Gives back what was accepted, while the body still has the part and the matter is neither answered nor closed. The part goes back to who offered it; an issue taken into a matter that the body had already leaves that matter. What was assigned is not returned.',
})
export class ReferralReturnInput extends ChangeInput {
  @Field(() => ID, { description: 'The referral.' })
  id!: string;

  @Field(() => String, { description: `Why, 1 to 2,000 characters. ${impersonal}` })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'A body to ask instead; it must exist today.' })
  suggestedOrganizationId!: string | null | undefined;
}

@InputType('ReferralWithdrawInput', {
  description: 'Takes an open offer back: the addressee sees the issue no longer.',
})
export class ReferralWithdrawInput extends ChangeInput {
  @Field(() => ID, { description: 'The referral.' })
  id!: string;

  @Field(() => String, { description: `Why, 1 to 2,000 characters. ${impersonal}` })
  reason!: string;
}

@PlannedType('ReferralOfferPayload', 'The new referral.')
export class ReferralOfferPayload extends MutationPayload {
  @Field(() => ReferralType, { description: 'As it is now.' })
  referral!: ReferralType;
}

@PlannedType('ReferralAcceptPayload', 'The accepted referral.')
export class ReferralAcceptPayload extends MutationPayload {
  @Field(() => ReferralType, { description: 'As it is now.' })
  referral!: ReferralType;

  @Field(() => MatterType, { description: 'The matter that the issue is in now.' })
  matter!: MatterType;
}

@PlannedType('ReferralDeclinePayload', 'The declined referral.')
export class ReferralDeclinePayload extends MutationPayload {
  @Field(() => ReferralType, { description: 'As it is now.' })
  referral!: ReferralType;
}

@PlannedType('ReferralAskPayload', 'The referral that was asked back.')
export class ReferralAskPayload extends MutationPayload {
  @Field(() => ReferralType, { description: 'As it is now.' })
  referral!: ReferralType;
}

@PlannedType('ReferralReplyPayload', 'The referral that was replied to.')
export class ReferralReplyPayload extends MutationPayload {
  @Field(() => ReferralType, { description: 'As it is now.' })
  referral!: ReferralType;
}

@PlannedType('ReferralReturnPayload', 'The referral that was returned.')
export class ReferralReturnPayload extends MutationPayload {
  @Field(() => ReferralType, { description: 'As it is now.' })
  referral!: ReferralType;
}

@PlannedType('ReferralWithdrawPayload', 'The referral that was withdrawn.')
export class ReferralWithdrawPayload extends MutationPayload {
  @Field(() => ReferralType, { description: 'As it is now.' })
  referral!: ReferralType;
}
