import { Field, ID, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import {
  connectionOf,
  extendType,
  graphqlEnum,
  NodeType,
  Paged,
  PlannedType,
  type Connection,
} from '../../platform/graphql/types.ts';
import { IssueConnection, IssueType, ViewerAccessType } from '../issues/issue.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';

export const MatterStatus = graphqlEnum('MatterStatus', 'Where a matter stands.', {
  OPEN: 'Mới mở, chưa giao việc.',
  IN_PROGRESS: 'Đang giải quyết.',
  ANSWERED: 'Đã có trả lời.',
  CLOSED: 'Đã kết thúc.',
});

export const ParticipantRole = graphqlEnum('ParticipantRole', 'A body’s part in a matter.', {
  LEAD: 'Chủ trì: answers and closes; one at a time.',
  COORDINATING: 'Phối hợp: adds issues, invites, assigns tasks.',
  SUPERVISING: 'Giám sát: sees, comments, judges answers, reopens; never edits.',
  INFORMED: 'Được thông tin: sees and comments.',
});

export const Outcome = graphqlEnum('Outcome', 'What an answer says about the matter (kết quả giải quyết).', {
  RESOLVED: 'Đã giải quyết xong.',
  IN_RESOLUTION: 'Đang giải quyết.',
  PLANNED: 'Sẽ giải quyết, with a date.',
  EXPLAINED: 'Giải trình, thông tin lại.',
  NOT_RESOLVABLE: 'Chưa giải quyết được.',
});

export const MatterAct = graphqlEnum('MatterAct', 'An act in a matter that needs a reason.', {
  ISSUE_REMOVED: 'An issue was taken out.',
  LEFT: 'A body left.',
  REOPENED: 'The matter was reopened.',
});

@PlannedType('Participant', 'A body’s present part in a matter (cơ quan tham gia). Visible to all its participants.')
export class ParticipantType {
  @Field(() => OrganizationType, { description: 'The body.' })
  organization!: OrganizationType;

  @Field(() => ParticipantRole, { description: 'Its part.' })
  role!: keyof typeof ParticipantRole;

  @Field(() => DateTimeScalar, { description: 'Since when it has this part.' })
  since!: string;
}

@PlannedType(
  'Matter',
  'What several issues are about, followed up jointly (vụ việc): issues join and leave it, they never merge. Visible to the bodies that take part.',
  [NodeType],
)
export class MatterType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, {
    description: 'Code for people, e.g. `VV-2026-000045`. Its number says nothing about how many there are.',
  })
  code!: string;

  @Field(() => String, { description: 'One line, 1 to 200 characters; names no person.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it is about, up to 10,000 characters; names no person.' })
  summary!: string | null;

  @Field(() => MatterStatus, { description: 'Where it stands.' })
  status!: keyof typeof MatterStatus;

  @Field(() => Outcome, { nullable: true, description: 'Of the latest answer; null before it and after reopening.' })
  outcome!: keyof typeof Outcome | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day that the latest answer promises; only with PLANNED.',
  })
  plannedOn!: string | null;

  @Field(() => OrganizationType, { nullable: true, description: 'The body in the lead (chủ trì).' })
  lead!: OrganizationType | null;

  @Field(() => [ParticipantType], { description: 'The bodies that take part now, the lead first.' })
  participants!: ParticipantType[];

  @Field(() => IssueConnection, { description: 'Its issues that the viewer may see, newest first.' })
  @Paged()
  issues!: Connection<IssueType>;

  @Field(() => Int, {
    description:
      'How many times its visible issues were raised in all (lượt): voices, never persons; parts of one whole count once.',
  })
  voices!: number;

  @Field(() => [MatterReasonType], {
    description: 'Why issues were taken out, bodies left and it was reopened, oldest first.',
  })
  reasons!: MatterReasonType[];

  @Field(() => String, { nullable: true, description: 'Why it was reopened last; null where it never was.' })
  reopenReason!: string | null;

  @Field(() => ViewerAccessType, { description: 'What the viewer may see and do here.' })
  viewerAccess!: ViewerAccessType;

  @Field(() => Int, {
    description:
      'Grows with every change of it, its participants, issues and tasks: send it back as `expectedVersion`.',
  })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt!: string;
}

@PlannedType(
  'MatterReason',
  'Why an issue was taken out, a body left or the matter was reopened (lý do). Visible to all participants; of an issue to whose joining its owner had not consented, to that owner and the actor only.',
)
export class MatterReasonType {
  @Field(() => MatterAct, { description: 'What was done.' })
  act!: keyof typeof MatterAct;

  @Field(() => OrganizationType, { description: 'The body that did it.' })
  organization!: OrganizationType;

  @Field(() => IssueType, { nullable: true, description: 'The issue taken out, where the viewer may see it now.' })
  issue!: IssueType | null;

  @Field(() => String, { description: 'Why, up to 2,000 characters; names no person.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was done.' })
  at!: string;
}

export const MatterConnection = connectionOf<MatterType>('Matter', () => MatterType, true);

/** Fields of an issue that this module owns. */
export interface IssueInMatter {
  matter: MatterType | null;
  removalReason: string | null;
}

extendType(IssueType, {
  matter: [
    Field(() => MatterType, {
      nullable: true,
      description:
        'The matter in which it is followed up (vụ việc); null also where the viewer’s body takes no part in it.',
    }),
  ],
  removalReason: [
    Field(() => String, {
      nullable: true,
      description: 'Why it was last taken out of a matter. For its owner; null to everyone else.',
    }),
  ],
});
