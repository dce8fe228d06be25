import { Field, ID, InputType, InterfaceType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { graphqlEnum, NodeType, PlannedType, typeOfRow } from '../../platform/graphql/types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';

export const Role = graphqlEnum(
  'Role',
  'What an office may do for its organization. A role includes those before it, from officer to leader.',
  {
    OFFICER: 'Cán bộ: collects, screens, comments.',
    COORDINATOR: 'Điều phối: shares, links, refers, runs joint follow-up.',
    LEADER: 'Lãnh đạo: answers, closes, escalates.',
    AUDITOR: 'Kiểm tra: reads everything of the organization and its disclosure ledger; changes nothing.',
    ADMIN: 'Quản trị: staff, keys, agreements.',
  },
);

@InterfaceType('Actor', {
  description: 'Who acts for an organization: an office of its staff, or an app of its own.',
  resolveType: typeOfRow as never,
})
export abstract class ActorType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, {
    description: 'Name of the office or app. Readers of other organizations see the organization’s name instead.',
  })
  name!: string;

  @Field(() => OrganizationType, { description: 'For whom it acts.' })
  organization!: OrganizationType;
}

@PlannedType(
  'Staff',
  'An office: one person in one organization (permission belongs to the office). Looked up by its own organization only.',
  [ActorType, NodeType],
)
export class StaffType implements ActorType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, {
    description: 'Name of the office; to readers of other organizations the organization’s name.',
  })
  name!: string;

  @Field(() => OrganizationType, { description: 'For whom it acts.' })
  organization!: OrganizationType;

  @Field(() => [Role], { description: 'What it may do; empty to readers of other organizations.' })
  roles!: (keyof typeof Role)[];
}

@PlannedType('App', 'An app of a member body, signed in by its key. Looked up by its own organization only.', [
  ActorType,
  NodeType,
])
export class AppType implements ActorType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, { description: 'Name of the app; to readers of other organizations the organization’s name.' })
  name!: string;

  @Field(() => OrganizationType, { description: 'For whom it acts.' })
  organization!: OrganizationType;
}

@PlannedType('Viewer', 'Who is asking.')
export class ViewerType {
  @Field(() => ActorType, { description: 'The office or app that the token stands for.' })
  actor!: ActorType;

  @Field(() => OrganizationType, {
    description: 'For whom it asks: everything visible is visible to this organization.',
  })
  organization!: OrganizationType;

  @Field(() => [Role], { description: 'What it may do here.' })
  roles!: (keyof typeof Role)[];
}

@InputType('SessionCreateInput', { description: 'Who signs in.' })
export class SessionCreateInput {
  @Field(() => String, { description: 'E-mail of the account.' })
  email!: string;

  @Field(() => String, { description: 'Its password.' })
  password!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The office to act in, where the person holds several: id of its organization. Absent: the first office.',
  })
  organizationId!: string | null | undefined;
}

@PlannedType('SessionCreatePayload', 'A new session.')
export class SessionCreatePayload {
  @Field(() => String, {
    description:
      'Send it as `Authorization: Bearer <token>`, over WebSocket as `connectionParams.Authorization`. Shown once.',
  })
  token!: string;

  @Field(() => DateTimeScalar, { description: 'When it ends: 12 hours after signing in.' })
  expiresAt!: string;

  @Field(() => ViewerType, { description: 'Who one is now.' })
  viewer!: ViewerType;
}

@PlannedType('SessionEndPayload', 'The end of a session.')
export class SessionEndPayload {
  @Field(() => Boolean, { description: 'True: the token no longer stands for anybody, within 2 seconds everywhere.' })
  ended!: boolean;
}
