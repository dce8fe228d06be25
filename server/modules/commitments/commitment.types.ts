import { Field, ID, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { connectionOf, graphqlEnum, NodeType, PlannedType } from '../../platform/graphql/types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';

export const CommitmentStatus = graphqlEnum('CommitmentStatus', 'What became of a promise.', {
  OPEN: 'Chưa thực hiện.',
  KEPT: 'Đã thực hiện.',
  MOVED: 'Đã dời ngày: a later promise stands in its place.',
  DROPPED: 'Không thực hiện: what was promised will not be done.',
});

@PlannedType(
  'Commitment',
  'What a body has promised for a day (cam kết, lời hứa): in an answer with a date, or at a meeting. Visible to that body and to all bodies of the matter.',
  [NodeType],
)
export class CommitmentType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => OrganizationType, { description: 'The body that promised.' })
  organization!: OrganizationType;

  @Field(() => String, { description: 'What it promised, 1 to 500 characters; names no person.' })
  promise!: string;

  @Field(() => DateScalar, { description: 'The day for which it was promised.' })
  dueOn!: string;

  @Field(() => CommitmentStatus, { description: 'What became of it.' })
  status!: keyof typeof CommitmentStatus;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the day was found to be over with nothing kept; it stays when the promise is kept late.',
  })
  passedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'What the body says of it, up to 2,000 characters.' })
  settledNote!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was kept, moved or dropped.' })
  settledAt!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was promised.' })
  madeAt!: string;

  @Field(() => [String], { description: 'Names of the mutations open to the viewer now.' })
  allowedActions!: string[];

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;
}

export const CommitmentConnection = connectionOf<CommitmentType>('Commitment', () => CommitmentType, true);
