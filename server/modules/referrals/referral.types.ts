import { Field, ID, Int } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { connectionOf, extendType, graphqlEnum, NodeType, PlannedType } from '../../platform/graphql/types.ts';
import { IssueType } from '../issues/issue.types.ts';
import { ParticipantRole } from '../matters/matter.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';

export const ReferralStatus = graphqlEnum('ReferralStatus', 'Where a referral stands.', {
  OFFERED: 'Đã chuyển, chờ tiếp nhận.',
  ACCEPTED: 'Đã tiếp nhận.',
  DECLINED: 'Không tiếp nhận, with a reason.',
  RETURNED: 'Đã trả lại: taken on before, then given back with a reason.',
  WITHDRAWN: 'Đã rút: taken back, or another body leads by now, or the offering body no longer does.',
});

@PlannedType(
  'ReferralQuestion',
  'What an addressee asks before it decides (hỏi lại), and the reply. Visible as the referral.',
)
export class ReferralQuestionType {
  @Field(() => String, { description: 'The question, 1 to 2,000 characters; names no person.' })
  question!: string;

  @Field(() => DateTimeScalar, { description: 'When it was asked.' })
  askedAt!: string;

  @Field(() => String, { nullable: true, description: 'The reply; null while it is waited for.' })
  reply!: string | null;

  @Field(() => OrganizationType, { nullable: true, description: 'The body that replied.' })
  repliedBy!: OrganizationType | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it replied.' })
  repliedAt!: string | null;
}

@PlannedType(
  'Referral',
  'An offer of an issue to a body (chuyển), which accepts or declines it. Visible to the offering body, the addressee and the issue’s owner, and to the body that has to assign it, while they see the issue.',
  [NodeType],
)
export class ReferralType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => IssueType, {
    description:
      'The issue offered. The addressee reads it while it decides; after declining it keeps the redacted card.',
  })
  issue!: IssueType;

  @Field(() => OrganizationType, { description: 'The body that offers: the issue’s owner, or the lead of its matter.' })
  from!: OrganizationType;

  @Field(() => OrganizationType, { description: 'The body that decides.' })
  to!: OrganizationType;

  @Field(() => ParticipantRole, { description: 'The part offered to it in the follow-up.' })
  role!: keyof typeof ParticipantRole;

  @Field(() => String, { description: 'What is asked of it, 1 to 2,000 characters; names no person.' })
  request!: string;

  @Field(() => ReferralStatus, { description: 'Where it stands.' })
  status!: keyof typeof ReferralStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was declined, returned or taken back, up to 2,000 characters; names no person.',
  })
  reason!: string | null;

  @Field(() => OrganizationType, { nullable: true, description: 'The body that the declining one names instead.' })
  suggested!: OrganizationType | null;

  @Field(() => Boolean, { description: 'The declining body says that no member body is competent.' })
  noneCompetent!: boolean;

  @Field(() => Boolean, { description: 'Named from above, not asked: it can neither decline nor return it.' })
  assigned!: boolean;

  @Field(() => [ReferralQuestionType], { description: 'What the addressee asked back, oldest first.' })
  questions!: ReferralQuestionType[];

  @Field(() => [String], { description: 'Names of the mutations open to the viewer now.' })
  allowedActions!: string[];

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was offered.' })
  offeredAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was accepted, declined or withdrawn.' })
  decidedAt!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When what had been accepted was given back.' })
  returnedAt!: string | null;
}

export const ReferralConnection = connectionOf<ReferralType>('Referral', () => ReferralType, false);

/** Fields of an issue that this module owns. */
export interface IssueWithReferrals {
  referrals: ReferralType[];
}

extendType(IssueType, {
  referrals: [
    Field(() => [ReferralType], {
      description:
        'Its referrals, oldest first: to its owner the whole way that it has gone (các lần chuyển). Others than its owner see only those that they offered or were offered.',
    }),
  ],
});
