import { Field, ID, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import {
  connectionOf,
  graphqlEnum,
  NodeType,
  Paged,
  PlannedType,
  type Connection,
} from '../../platform/graphql/types.ts';
import { AreaType } from '../areas/area.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';
import { TopicType } from '../topics/topic.types.ts';

export const IssueKind = graphqlEnum('IssueKind', 'What kind of content an issue is.', {
  REFLECTION: 'Phản ánh: tells of a state of affairs.',
  RECOMMENDATION: 'Kiến nghị: asks for a measure.',
  PROPOSAL: 'Đề xuất: suggests a solution.',
});

export const Channel = graphqlEnum('Channel', 'How an issue reached the body (kênh tiếp nhận).', {
  VOTER_MEETING: 'Tiếp xúc cử tri.',
  DIALOGUE: 'Đối thoại.',
  CITIZEN_RECEPTION: 'Tiếp công dân.',
  BRANCH_MEETING: 'Sinh hoạt chi hội, chi đoàn.',
  FIELD_VISIT: 'Đi cơ sở.',
  HOTLINE: 'Đường dây nóng.',
  ZALO: 'Nhóm Zalo.',
  VIBER: 'Nhóm Viber.',
  EMAIL: 'Thư điện tử.',
  APP: 'Ứng dụng, cổng thông tin.',
  LETTER: 'Đơn, thư.',
  OTHER: 'Kênh khác.',
});

export const IssueStatus = graphqlEnum(
  'IssueStatus',
  'Where an issue stands. From REFERRED on it follows its referral or matter.',
  {
    RECEIVED: 'Mới tiếp nhận.',
    NEEDS_INFO: 'Cần bổ sung thông tin.',
    SCREENED: 'Đã sàng lọc, phân loại.',
    OUT_OF_SCOPE: 'Ngoài phạm vi.',
    SUPERSEDED:
      'Đã tách hoặc đã nhập lại: its content lives on in its parts, or in the whole after a split was undone.',
    REFERRED: 'Đã chuyển, chờ tiếp nhận.',
    IN_FOLLOW_UP: 'Đang theo dõi giải quyết trong một vụ việc.',
    ANSWERED: 'Vụ việc đã có trả lời.',
    CLOSED: 'Vụ việc đã kết thúc.',
  },
);

export const Visibility = graphqlEnum('Visibility', 'To whom the collecting body opens an issue.', {
  PRIVATE: 'The collecting body alone.',
  SHARED: 'The collecting body and the bodies it names.',
  NETWORK: 'Every member body.',
});

export const AccessLevel = graphqlEnum(
  'AccessLevel',
  'How near the viewer’s organization stands to an issue or matter.',
  {
    OWNER: 'It collected the issue, or leads the matter.',
    PARTICIPANT: 'It leads, co-ordinates or supervises the matter, or the issue is offered to it.',
    READER: 'The issue is shared with it; of a matter it is informed.',
    SUMMARY: 'It sees a redacted card only.',
  },
);

export const LinkKind = graphqlEnum('LinkKind', 'How one issue refers to another (liên hệ).', {
  SAME_MATTER: 'Both are about the same matter.',
  RELATED: 'They have to do with one another.',
  CAUSED_BY: 'The first is caused by the second.',
  REPEATS: 'The first was raised again after the second was answered.',
});

@PlannedType('ViewerAccess', 'What the viewer may see and do here: tells “empty” from “not yours”.')
export class ViewerAccessType {
  @Field(() => AccessLevel, { description: 'How near the viewer’s organization stands.' })
  level!: keyof typeof AccessLevel;

  @Field(() => [String], {
    description: 'Fields that answer null or nothing because of access, not because they are empty.',
  })
  hiddenFields!: string[];

  @Field(() => [String], { description: 'Names of the mutations open to the viewer now.' })
  allowedActions!: string[];
}

@PlannedType(
  'Issue',
  'What one body collected: the smallest answerable content (nội dung phản ánh, kiến nghị). Owned by that body; visible as `viewerAccess` tells.',
  [NodeType],
)
export class IssueType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, {
    description: 'Code for people, e.g. `HT-2026-000123`. Its number says nothing about how many there are.',
  })
  code!: string;

  @Field(() => IssueKind, { description: 'Reflection, recommendation or proposal.' })
  kind!: keyof typeof IssueKind;

  @Field(() => String, { description: 'One line, 1 to 200 characters; names no person.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The content, 1 to 10,000 characters; names no person. Null at SUMMARY access.',
  })
  description!: string | null;

  @Field(() => IssueStatus, { description: 'Where it stands.' })
  status!: keyof typeof IssueStatus;

  @Field(() => DateTimeScalar, { description: 'Since when it stands there.' })
  statusSince!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why it needs information, is out of scope or was rejoined. Null at SUMMARY access.',
  })
  statusReason!: string | null;

  @Field(() => Channel, { description: 'How it reached the body.' })
  channel!: keyof typeof Channel;

  @Field(() => TopicType, { description: 'The field of public affairs.' })
  topic!: TopicType;

  @Field(() => AreaType, { description: 'The administrative unit it concerns.' })
  area!: AreaType;

  @Field(() => String, {
    nullable: true,
    description: 'The place as said: street, hamlet, old name; up to 200 characters. Null at SUMMARY access.',
  })
  place!: string | null;

  @Field(() => Int, {
    description:
      'How many times it was raised (lượt), 1 to 1,000,000: voices, never persons. Parts of one whole have its voices: sums count them once.',
  })
  voices!: number;

  @Field(() => DateScalar, { description: 'The day it was collected.' })
  collectedOn!: string;

  @Field(() => OrganizationType, { description: 'The body that collected it and owns it.' })
  owner!: OrganizationType;

  @Field(() => Visibility, { description: 'To whom its owner opens it.' })
  visibility!: keyof typeof Visibility;

  @Field(() => [OrganizationType], {
    description: 'The bodies its owner named. Others than the owner see only themselves in it.',
  })
  sharedWith!: OrganizationType[];

  @Field(() => IssueLinkConnection, {
    description: 'References to other issues that the viewer may see too, oldest first.',
  })
  @Paged()
  links!: Connection<IssueLinkType>;

  @Field(() => Int, {
    description:
      'How often it was raised again after an answer (số lần kiến nghị lại): visible issues that REPEAT it. 0 at SUMMARY access.',
  })
  repeatCount!: number;

  @Field(() => IssueType, {
    nullable: true,
    description: 'The whole of which it is a part, where the viewer may see that. Null at SUMMARY access.',
  })
  parent!: IssueType | null;

  @Field(() => [IssueType], {
    description:
      'The parts into which it was split (tách nội dung), oldest first, also after rejoining. Empty at SUMMARY access.',
  })
  parts!: IssueType[];

  @Field(() => ViewerAccessType, { description: 'What the viewer may see and do here.' })
  viewerAccess!: ViewerAccessType;

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was recorded here.' })
  createdAt!: string;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt!: string;
}

@PlannedType(
  'IssueLink',
  'A reference between two issues, made by a person (liên hệ). Visible to those who may see both.',
  [NodeType],
)
export class IssueLinkType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => LinkKind, { description: 'What the reference says.' })
  kind!: keyof typeof LinkKind;

  @Field(() => IssueType, {
    description: 'The other issue, seen from the one asked; from the link itself, the one it points to.',
  })
  issue!: IssueType;

  @Field(() => String, { nullable: true, description: 'Why they were linked, up to 2,000 characters.' })
  note!: string | null;

  @Field(() => OrganizationType, { description: 'Whose staff made the link.' })
  createdBy!: OrganizationType;

  @Field(() => DateTimeScalar, { description: 'When the link was made.' })
  createdAt!: string;
}

export const IssueConnection = connectionOf<IssueType>('Issue', () => IssueType, true);
export const IssueLinkConnection = connectionOf<IssueLinkType>('IssueLink', () => IssueLinkType, true);
