import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { ChangeInput, graphqlEnum, MutationPayload, PageArgs, PlannedType } from '../../platform/graphql/types.ts';
import { CommitmentStatus, CommitmentType } from './commitment.types.ts';

@InputType('CommitmentFilter', { description: 'Lists mean “any of”, different fields mean “and”.' })
export class CommitmentFilter {
  @Field(() => [CommitmentStatus], { nullable: true, description: 'Any of these states.' })
  statuses!: (keyof typeof CommitmentStatus)[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Promised by any of these bodies.' })
  organizationIds!: string[] | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those whose day was over before they were kept; false: only the others.',
  })
  passed!: boolean | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'For this day or later.' })
  dueFrom!: string | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'For this day or earlier.' })
  dueTo!: string | null | undefined;
}

@ArgsType()
export class CommitmentsArgs extends PageArgs {
  @Field(() => CommitmentFilter, { nullable: true, description: 'Which commitments.' })
  filter!: CommitmentFilter | null | undefined;
}

export const SettledAs = graphqlEnum('SettledAs', 'How a body settles its promise.', {
  KEPT: 'Đã thực hiện.',
  DROPPED: 'Không thực hiện, with the reason.',
});

@InputType('CommitmentSettleInput', {
  description: 'The body tells what became of its promise. An answer to the matter settles those made there by itself.',
})
export class CommitmentSettleInput extends ChangeInput {
  @Field(() => ID, { description: 'The commitment; OPEN.' })
  id!: string;

  @Field(() => SettledAs, { description: 'What became of it.' })
  status!: keyof typeof SettledAs;

  @Field(() => String, {
    nullable: true,
    description:
      'Up to 2,000 characters; needed with DROPPED. Names no person, phone, identity number, plate, e-mail or account.',
  })
  note!: string | null | undefined;
}

@PlannedType('CommitmentSettlePayload', 'The settled commitment.')
export class CommitmentSettlePayload extends MutationPayload {
  @Field(() => CommitmentType, { description: 'As it is now.' })
  commitment!: CommitmentType;
}
