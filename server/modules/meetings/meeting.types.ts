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
import { AreaType } from '../areas/area.types.ts';
import { CommitmentStatus } from '../commitments/commitment.types.ts';
import { IssueType } from '../issues/issue.types.ts';
import { Outcome } from '../matters/matter.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';

export const MeetingKind = graphqlEnum('MeetingKind', 'On which occasion bodies hear people.', {
  VOTER_CONTACT: 'Tiếp xúc cử tri.',
  DIALOGUE: 'Hội nghị đối thoại: announced 7 days before, published within 10 days (Luật 72/2025/QH15, Điều 43).',
  CITIZEN_RECEPTION: 'Tiếp công dân định kỳ.',
  BRANCH_MEETING: 'Sinh hoạt chi hội, chi đoàn.',
  COUNCIL_SESSION: 'Kỳ họp Hội đồng nhân dân: its list of issues is numbered and closed before it.',
});

export const MeetingStatus = graphqlEnum('MeetingStatus', 'How far a meeting is.', {
  PLANNED: 'Đang chuẩn bị: only its hosts know of it.',
  ANNOUNCED: 'Đã thông báo: every member body sees when, where and what about.',
  HELD: 'Đã tổ chức; the minutes are still the hosts’ own.',
  PUBLISHED: 'Đã công bố kết quả.',
  CANCELLED: 'Đã hủy.',
});

@PlannedType(
  'MeetingItem',
  'An issue raised at a meeting or listed for a session. Only where the viewer sees both the meeting and the issue.',
)
export class MeetingItemType {
  @Field(() => ID, { description: 'Opaque, stable; of the place in the list.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Its number in the closed list of a session, from 1, for the hosts; null to all others and before.',
  })
  number!: number | null;

  @Field(() => IssueType, { description: 'The issue, with the viewer’s own access to it.' })
  issue!: IssueType;

  @Field(() => OrganizationType, { description: 'Which host put it there.' })
  listedBy!: OrganizationType;

  @Field(() => MeetingType, {
    nullable: true,
    description: 'The session from which it was carried over unfinished; null where it is here for the first time.',
  })
  carriedFrom!: MeetingType | null;

  @Field(() => MeetingType, { description: 'The meeting.' })
  meeting!: MeetingType;

  @Field(() => DateTimeScalar, { description: 'When it was put there.' })
  listedAt!: string;
}

@PlannedType('MeetingPromise', 'What a body promised at a meeting for a day (lời hứa). Visible to whoever sees the minutes.')
export class MeetingPromiseType {
  @Field(() => OrganizationType, { description: 'The body that promised.' })
  organization!: OrganizationType;

  @Field(() => String, { description: 'What it promised, 1 to 500 characters; names no person.' })
  promise!: string;

  @Field(() => DateScalar, { description: 'The day for which it was promised.' })
  dueOn!: string;

  @Field(() => CommitmentStatus, { description: 'What became of it.' })
  status!: keyof typeof CommitmentStatus;

  @Field(() => Boolean, { description: 'Whether the day was over before it was kept.' })
  passed!: boolean;

  @Field(() => IssueType, { nullable: true, description: 'The issue about which it was promised, where visible.' })
  issue!: IssueType | null;

  @Field(() => DateTimeScalar, { description: 'When it was recorded.' })
  madeAt!: string;
}

@PlannedType('MeetingOutcomeCount', 'How many listed issues were answered with an outcome; unit: issues.')
export class MeetingOutcomeCountType {
  @Field(() => Outcome, { nullable: true, description: 'The outcome of their matters; null: not answered yet.' })
  outcome!: keyof typeof Outcome | null;

  @Field(() => Int, { description: 'How many of the listed issues that the viewer sees.' })
  issues!: number;
}

const MeetingItemConnection = connectionOf<MeetingItemType>('MeetingItem', () => MeetingItemType, true);

@PlannedType(
  'Meeting',
  'An occasion on which bodies hear people (tiếp xúc cử tri, đối thoại, tiếp công dân, kỳ họp). Who came or spoke is not recorded. Its hosts see it from the start, every member body once it is announced.',
  [NodeType],
)
export class MeetingType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, { description: 'For people, e.g. `HN-2026-000123`; tells nothing of how many there are.' })
  code!: string;

  @Field(() => MeetingKind, { description: 'Which occasion.' })
  kind!: keyof typeof MeetingKind;

  @Field(() => String, { description: '1 to 200 characters; names no person.' })
  title!: string;

  @Field(() => MeetingStatus, { description: 'How far it is.' })
  status!: keyof typeof MeetingStatus;

  @Field(() => AreaType, { description: 'For which area.' })
  area!: AreaType;

  @Field(() => DateScalar, { description: 'The day on which it is or was held.' })
  heldOn!: string;

  @Field(() => OrganizationType, { description: 'The host: who plans, announces and publishes it.' })
  host!: OrganizationType;

  @Field(() => [OrganizationType], { description: 'The bodies that hold it with the host, by code.' })
  coHosts!: OrganizationType[];

  @Field(() => String, { nullable: true, description: 'What it is about, up to 10,000 characters.' })
  agenda!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was said, without persons, up to 20,000 characters. To other bodies null until published.',
  })
  minutes!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'When it was announced.' })
  announcedOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether that was early enough; null for kinds without such a rule, and before.',
  })
  announcedInTime!: boolean | null;

  @Field(() => DateScalar, { nullable: true, description: 'When its results were published.' })
  publishedOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether that was soon enough; null for kinds without such a rule, and before.',
  })
  publishedInTime!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why it will not be held.' })
  cancelReason!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the list of a session was numbered and closed.' })
  frozenAt!: string | null;

  @Field(() => MeetingItemConnection, { description: 'Issues raised there, in the order of the list.' })
  @Paged()
  items!: Connection<MeetingItemType>;

  @Field(() => [MeetingPromiseType], {
    description: 'What was promised there, oldest first; to other bodies empty until published.',
  })
  promises!: MeetingPromiseType[];

  @Field(() => [MeetingOutcomeCountType], { description: 'Its issues by the outcome of their answers.' })
  outcomes!: MeetingOutcomeCountType[];

  @Field(() => [String], { description: 'Names of the mutations open to the viewer now.' })
  allowedActions!: string[];

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was planned.' })
  createdAt!: string;
}

export const MeetingConnection = connectionOf<MeetingType>('Meeting', () => MeetingType, true);

/** The field that this module adds to issues. */
export interface WithMeetings {
  meetingItems: Connection<MeetingItemType>;
}

extendType(IssueType, {
  meetingItems: [
    Field(() => MeetingItemConnection, {
      description: 'The meetings and sessions where it was raised, oldest first: how often it came up again.',
    }),
    Paged(),
  ],
});
