import { Field, ID, Int } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { connectionOf, extendType, graphqlEnum, NodeType, PlannedType } from '../../platform/graphql/types.ts';
import { IssueType } from '../issues/issue.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';
import { ReferralType } from './referral.types.ts';

export const AssignmentStatus = graphqlEnum('AssignmentStatus', 'Where an assignment stands.', {
  REQUESTED: 'Chờ phân công.',
  MADE: 'Đã phân công.',
  LAPSED: 'Không còn cần phân công.',
});

export const AssignmentCause = graphqlEnum('AssignmentCause', 'Why an issue needs to be assigned.', {
  THIRD_DECLINE: 'Ba lần bị từ chối hoặc trả lại.',
  CIRCLE: 'Chuyển vòng: a refusal points to a body that has refused, or back.',
  SILENCE: 'Không có phản hồi.',
});

@PlannedType(
  'Assignment',
  'An issue that nobody takes on (phân công): the body supervising its matter, else the body above all that refused, else the People’s Council of the owner’s area names who does. Visible to that body and the owner.',
  [NodeType],
)
export class AssignmentType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => IssueType, { description: 'The issue. The assigning body reads it while it decides.' })
  issue!: IssueType;

  @Field(() => OrganizationType, { description: 'The body that assigns.' })
  assigner!: OrganizationType;

  @Field(() => AssignmentCause, { description: 'Why it is needed.' })
  cause!: keyof typeof AssignmentCause;

  @Field(() => AssignmentStatus, { description: 'Where it stands.' })
  status!: keyof typeof AssignmentStatus;

  @Field(() => ReferralType, { nullable: true, description: 'What came of it; null before.' })
  referral!: ReferralType | null;

  @Field(() => DateTimeScalar, { description: 'When it became due.' })
  requestedAt!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was made or lapsed.' })
  decidedAt!: string | null;

  @Field(() => [String], { description: 'Names of the mutations open to the viewer now.' })
  allowedActions!: string[];

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;
}

export const AssignmentConnection = connectionOf<AssignmentType>('Assignment', () => AssignmentType, true);

@PlannedType(
  'Competence',
  'What a body has decided before of a topic in an area. A number under 5 is told only as far as the viewer sees what it counts.',
)
export class CompetenceType {
  @Field(() => OrganizationType, { description: 'The body.' })
  organization!: OrganizationType;

  @Field(() => Int, { description: 'Referrals that it accepted as LEAD.' })
  accepted!: number;

  @Field(() => Int, { description: 'Referrals as LEAD that it declined or returned.' })
  refused!: number;

  @Field(() => Int, { description: 'Issues that it answered, each answer once.' })
  answered!: number;
}

/** Fields of an issue that referrals bring beside themselves. */
export interface IssueOnItsWay {
  heldBy: OrganizationType | null;
  assignments: AssignmentType[];
  competence: CompetenceType[];
}

extendType(IssueType, {
  heldBy: [
    Field(() => OrganizationType, {
      nullable: true,
      description:
        'Whose turn it is (đang ở cơ quan nào): the assigning body, the addressee of an open offer of the lead, the lead of its matter, else its owner. For its owner, which carries the answer back; null to everyone else.',
    }),
  ],
  assignments: [
    Field(() => [AssignmentType], {
      description: 'How often it had to be assigned, oldest first; for its owner and the body that assigns.',
    }),
  ],
  competence: [
    Field(() => [CompetenceType], {
      description: 'Who decided issues of its topic in its area before, most often first: whom to ask.',
    }),
  ],
});
