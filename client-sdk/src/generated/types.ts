/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AccessLevel =
  | 'OWNER'
  | 'PARTICIPANT'
  | 'READER'
  | 'SUMMARY'
  | '%future added value';

export type AreaKind =
  | 'COMMUNE'
  | 'DISTRICT'
  | 'PROVINCE'
  | 'TOWNSHIP'
  | 'WARD'
  | '%future added value';

export type AssessmentVerdict =
  | 'ADEQUATE'
  | 'GENERIC'
  | 'NOT_DONE'
  | 'WRONG_AUTHORITY'
  | '%future added value';

export type Channel =
  | 'APP'
  | 'BRANCH_MEETING'
  | 'CITIZEN_RECEPTION'
  | 'DIALOGUE'
  | 'EMAIL'
  | 'FIELD_VISIT'
  | 'HOTLINE'
  | 'LETTER'
  | 'OTHER'
  | 'VIBER'
  | 'VOTER_MEETING'
  | 'ZALO'
  | '%future added value';

export type CommentAddInput = {
  body: string;
  idempotencyKey?: string | null | undefined;
  internal?: boolean | null | undefined;
  subjectId: string;
};

export type EventFilter = {
  areaIds?: Array<string> | null | undefined;
  followed?: boolean | null | undefined;
  issueIds?: Array<string> | null | undefined;
  matterIds?: Array<string> | null | undefined;
  organizationIds?: Array<string> | null | undefined;
  topicCodes?: Array<string> | null | undefined;
  types?: Array<string> | null | undefined;
};

export type FollowInput = {
  idempotencyKey?: string | null | undefined;
  subjectId: string;
};

export type IssueCollectInput = {
  areaId: string;
  channel: Channel;
  clientId?: string | null | undefined;
  collectedOn?: string | null | undefined;
  description: string;
  idempotencyKey?: string | null | undefined;
  kind: IssueKind;
  place?: string | null | undefined;
  shareWithIds?: Array<string> | null | undefined;
  title: string;
  topicCode: string;
  visibility: Visibility;
  voices?: number | null | undefined;
};

export type IssueEditInput = {
  areaId?: string | null | undefined;
  description?: string | null | undefined;
  expectedVersion: number;
  id: string;
  idempotencyKey?: string | null | undefined;
  place?: string | null | undefined;
  title?: string | null | undefined;
  topicCode?: string | null | undefined;
  voices?: number | null | undefined;
};

export type IssueFilter = {
  areaIds?: Array<string> | null | undefined;
  channels?: Array<Channel> | null | undefined;
  collectedFrom?: string | null | undefined;
  collectedTo?: string | null | undefined;
  followed?: boolean | null | undefined;
  kinds?: Array<IssueKind> | null | undefined;
  organizationIds?: Array<string> | null | undefined;
  query?: string | null | undefined;
  statuses?: Array<IssueStatus> | null | undefined;
  topicCodes?: Array<string> | null | undefined;
};

export type IssueKind =
  | 'PROPOSAL'
  | 'RECOMMENDATION'
  | 'REFLECTION'
  | '%future added value';

export type IssueLinkInput = {
  fromId: string;
  idempotencyKey?: string | null | undefined;
  kind: LinkKind;
  note?: string | null | undefined;
  toId: string;
};

export type IssueScreenInput = {
  decision: ScreenDecision;
  expectedVersion?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  reason?: string | null | undefined;
};

export type IssueShareInput = {
  id: string;
  idempotencyKey?: string | null | undefined;
  organizationIds?: Array<string> | null | undefined;
  visibility?: Visibility | null | undefined;
};

export type IssueStatus =
  | 'ANSWERED'
  | 'CLOSED'
  | 'IN_FOLLOW_UP'
  | 'NEEDS_INFO'
  | 'OUT_OF_SCOPE'
  | 'RECEIVED'
  | 'REFERRED'
  | 'SCREENED'
  | '%future added value';

export type IssueUnlinkInput = {
  idempotencyKey?: string | null | undefined;
  linkId: string;
  reason?: string | null | undefined;
};

export type IssueUnshareInput = {
  id: string;
  idempotencyKey?: string | null | undefined;
  organizationIds: Array<string>;
};

export type LinkKind =
  | 'CAUSED_BY'
  | 'RELATED'
  | 'REPEATS'
  | 'SAME_MATTER'
  | '%future added value';

export type MatterAddIssueInput = {
  idempotencyKey?: string | null | undefined;
  issueId: string;
  matterId: string;
};

export type MatterAnswerInput = {
  content: string;
  documentNumber?: string | null | undefined;
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  matterId: string;
  outcome: Outcome;
  plannedOn?: string | null | undefined;
};

export type MatterAssessInput = {
  idempotencyKey?: string | null | undefined;
  matterId: string;
  note?: string | null | undefined;
  verdict: AssessmentVerdict;
};

export type MatterCloseInput = {
  expectedVersion?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
  matterId: string;
};

export type MatterFilter = {
  leadIds?: Array<string> | null | undefined;
  participantIds?: Array<string> | null | undefined;
  query?: string | null | undefined;
  statuses?: Array<MatterStatus> | null | undefined;
};

export type MatterInviteInput = {
  idempotencyKey?: string | null | undefined;
  matterId: string;
  organizationId: string;
  role: ParticipantRole;
};

export type MatterOpenInput = {
  idempotencyKey?: string | null | undefined;
  issueIds: Array<string>;
  leadId?: string | null | undefined;
  summary?: string | null | undefined;
  title: string;
};

export type MatterRemoveIssueInput = {
  idempotencyKey?: string | null | undefined;
  issueId: string;
  matterId: string;
  reason: string;
};

export type MatterReopenInput = {
  idempotencyKey?: string | null | undefined;
  matterId: string;
  reason: string;
};

export type MatterStatus =
  | 'ANSWERED'
  | 'CLOSED'
  | 'IN_PROGRESS'
  | 'OPEN'
  | '%future added value';

export type OrganizationKind =
  | 'ASSOCIATION'
  | 'DEPARTMENT'
  | 'FARMERS_UNION'
  | 'FATHERLAND_FRONT'
  | 'PARTY_COMMITTEE'
  | 'PEOPLES_COMMITTEE'
  | 'PEOPLES_COUNCIL'
  | 'PROPAGANDA_AND_MASS_MOBILISATION_BOARD'
  | 'SERVICE_PROVIDER'
  | 'TRADE_UNION'
  | 'VETERANS_ASSOCIATION'
  | 'WOMENS_UNION'
  | 'YOUTH_UNION'
  | '%future added value';

export type Outcome =
  | 'EXPLAINED'
  | 'IN_RESOLUTION'
  | 'NOT_RESOLVABLE'
  | 'PLANNED'
  | 'RESOLVED'
  | '%future added value';

export type ParticipantRole =
  | 'COORDINATING'
  | 'INFORMED'
  | 'LEAD'
  | 'SUPERVISING'
  | '%future added value';

export type ReferralAcceptInput = {
  id: string;
  idempotencyKey?: string | null | undefined;
  matterId?: string | null | undefined;
};

export type ReferralDeclineInput = {
  id: string;
  idempotencyKey?: string | null | undefined;
  reason: string;
  suggestedOrganizationId?: string | null | undefined;
};

export type ReferralOfferInput = {
  idempotencyKey?: string | null | undefined;
  issueId: string;
  request: string;
  role?: ParticipantRole | null | undefined;
  toOrganizationId: string;
};

export type ReferralStatus =
  | 'ACCEPTED'
  | 'DECLINED'
  | 'OFFERED'
  | 'RETURNED'
  | 'WITHDRAWN'
  | '%future added value';

export type Role =
  | 'ADMIN'
  | 'AUDITOR'
  | 'COORDINATOR'
  | 'LEADER'
  | 'OFFICER'
  | '%future added value';

export type ScreenDecision =
  | 'ACCEPT'
  | 'NEEDS_INFO'
  | 'OUT_OF_SCOPE'
  | '%future added value';

export type SessionCreateInput = {
  email: string;
  password: string;
};

export type TaskAssignInput = {
  dueOn?: string | null | undefined;
  idempotencyKey?: string | null | undefined;
  matterId: string;
  organizationId: string;
  title: string;
};

export type TaskStatus =
  | 'CANCELLED'
  | 'DOING'
  | 'DONE'
  | 'TODO'
  | '%future added value';

export type TaskUpdateInput = {
  expectedVersion?: number | null | undefined;
  id: string;
  idempotencyKey?: string | null | undefined;
  result?: string | null | undefined;
  status: TaskStatus;
};

export type UnfollowInput = {
  idempotencyKey?: string | null | undefined;
  subjectId: string;
};

export type Visibility =
  | 'NETWORK'
  | 'PRIVATE'
  | 'SHARED'
  | '%future added value';

export type AreaCardFragment = { id: string, code: string, name: string, kind: AreaKind, validFrom: string, validTo: string | null };

export type AreaDescentFragment = { partial: boolean, effectiveOn: string, legalBasis: string | null, area: AreaCardFragment };

export type AreasQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  query?: string | null | undefined;
  on?: string | null | undefined;
}>;


export type AreasQuery = { areas: { nodes: Array<(
      { parent: AreaCardFragment | null, predecessors: Array<AreaDescentFragment>, successors: Array<AreaDescentFragment> }
      & AreaCardFragment
    )>, pageInfo: PageEndFragment } };

export type CommentCardFragment = { id: string, body: string, internal: boolean, createdAt: string, author:
    | ActorCard_App_Fragment
    | ActorCard_Staff_Fragment
   };

export type IssueCommentsQueryVariables = Exact<{
  code: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IssueCommentsQuery = { issue: { comments: { nodes: Array<CommentCardFragment>, pageInfo: PageEndFragment } } | null };

export type MatterCommentsQueryVariables = Exact<{
  code: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MatterCommentsQuery = { matter: { comments: { nodes: Array<CommentCardFragment>, pageInfo: PageEndFragment } } | null };

export type CommentAddMutationVariables = Exact<{
  input: CommentAddInput;
}>;


export type CommentAddMutation = { commentAdd: { position: string, comment: CommentCardFragment } };

type EventCard_AccessEvent_Fragment = { __typename: 'AccessEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_AnswerEvent_Fragment = { __typename: 'AnswerEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, answer: AnswerCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_AssessmentEvent_Fragment = { __typename: 'AssessmentEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, assessment: AssessmentCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_CommentEvent_Fragment = { __typename: 'CommentEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, comment: CommentCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_IssueEvent_Fragment = { __typename: 'IssueEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_LinkEvent_Fragment = { __typename: 'LinkEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, link: { id: string, kind: LinkKind, issue: { id: string, code: string, title: string } } | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_MatterEvent_Fragment = { __typename: 'MatterEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_ReferralEvent_Fragment = { __typename: 'ReferralEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, referral: ReferralCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_TaskEvent_Fragment = { __typename: 'TaskEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, task: TaskCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

export type EventCardFragment =
  | EventCard_AccessEvent_Fragment
  | EventCard_AnswerEvent_Fragment
  | EventCard_AssessmentEvent_Fragment
  | EventCard_CommentEvent_Fragment
  | EventCard_IssueEvent_Fragment
  | EventCard_LinkEvent_Fragment
  | EventCard_MatterEvent_Fragment
  | EventCard_ReferralEvent_Fragment
  | EventCard_TaskEvent_Fragment
;

export type EventLogQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: EventFilter | null | undefined;
}>;


export type EventLogQuery = { events: { nodes: Array<
      | EventCard_AccessEvent_Fragment
      | EventCard_AnswerEvent_Fragment
      | EventCard_AssessmentEvent_Fragment
      | EventCard_CommentEvent_Fragment
      | EventCard_IssueEvent_Fragment
      | EventCard_LinkEvent_Fragment
      | EventCard_MatterEvent_Fragment
      | EventCard_ReferralEvent_Fragment
      | EventCard_TaskEvent_Fragment
    >, pageInfo: PageEndFragment } };

export type IssueTimelineQueryVariables = Exact<{
  code: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IssueTimelineQuery = { issue: { timeline: { nodes: Array<
        | EventCard_AccessEvent_Fragment
        | EventCard_AnswerEvent_Fragment
        | EventCard_AssessmentEvent_Fragment
        | EventCard_CommentEvent_Fragment
        | EventCard_IssueEvent_Fragment
        | EventCard_LinkEvent_Fragment
        | EventCard_MatterEvent_Fragment
        | EventCard_ReferralEvent_Fragment
        | EventCard_TaskEvent_Fragment
      >, pageInfo: PageEndFragment } } | null };

export type MatterTimelineQueryVariables = Exact<{
  code: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MatterTimelineQuery = { matter: { timeline: { nodes: Array<
        | EventCard_AccessEvent_Fragment
        | EventCard_AnswerEvent_Fragment
        | EventCard_AssessmentEvent_Fragment
        | EventCard_CommentEvent_Fragment
        | EventCard_IssueEvent_Fragment
        | EventCard_LinkEvent_Fragment
        | EventCard_MatterEvent_Fragment
        | EventCard_ReferralEvent_Fragment
        | EventCard_TaskEvent_Fragment
      >, pageInfo: PageEndFragment } } | null };

export type LiveEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  filter?: EventFilter | null | undefined;
}>;


export type LiveEventsSubscription = { events: { cursor: string, event:
      | EventCard_AccessEvent_Fragment
      | EventCard_AnswerEvent_Fragment
      | EventCard_AssessmentEvent_Fragment
      | EventCard_CommentEvent_Fragment
      | EventCard_IssueEvent_Fragment
      | EventCard_LinkEvent_Fragment
      | EventCard_MatterEvent_Fragment
      | EventCard_ReferralEvent_Fragment
      | EventCard_TaskEvent_Fragment
     | null } };

export type FollowMutationVariables = Exact<{
  input: FollowInput;
}>;


export type FollowMutation = { follow: { position: string, subject:
      | { __typename: 'Answer', id: string }
      | { __typename: 'App', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'Assessment', id: string }
      | { __typename: 'Comment', id: string }
      | { __typename: 'Issue', id: string }
      | { __typename: 'IssueLink', id: string }
      | { __typename: 'Matter', id: string }
      | { __typename: 'Organization', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Staff', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'Topic', id: string }
     } };

export type UnfollowMutationVariables = Exact<{
  input: UnfollowInput;
}>;


export type UnfollowMutation = { unfollow: { position: string, subject:
      | { __typename: 'Answer', id: string }
      | { __typename: 'App', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'Assessment', id: string }
      | { __typename: 'Comment', id: string }
      | { __typename: 'Issue', id: string }
      | { __typename: 'IssueLink', id: string }
      | { __typename: 'Matter', id: string }
      | { __typename: 'Organization', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Staff', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'Topic', id: string }
     } };

export type ViewerMayFragment = { level: AccessLevel, hiddenFields: Array<string>, allowedActions: Array<string> };

export type IssueCardFragment = { id: string, code: string, kind: IssueKind, title: string, status: IssueStatus, channel: Channel, place: string | null, voices: number, collectedOn: string, visibility: Visibility, version: number, createdAt: string, updatedAt: string, topic: { code: string, name: string }, area: { id: string, code: string, name: string }, owner: OrganizationCardFragment };

export type IssueLinkCardFragment = { id: string, kind: LinkKind, note: string | null, createdAt: string, createdBy: OrganizationCardFragment, issue: IssueCardFragment };

export type IssueFullFragment = (
  { description: string | null, statusReason: string | null, viewerFollows: boolean, sharedWith: Array<OrganizationCardFragment>, matter: (
    { answers: Array<AnswerCardFragment>, assessments: Array<AssessmentCardFragment> }
    & MatterCardFragment
  ) | null, links: { nodes: Array<IssueLinkCardFragment>, pageInfo: PageEndFragment }, referrals: Array<ReferralCardFragment>, viewerAccess: ViewerMayFragment }
  & IssueCardFragment
);

export type IssueQueryVariables = Exact<{
  code: string;
}>;


export type IssueQuery = { issue: IssueFullFragment | null };

export type IssuesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: IssueFilter | null | undefined;
}>;


export type IssuesQuery = { issues: { nodes: Array<IssueCardFragment>, pageInfo: PageEndFragment } };

export type IssueCountQueryVariables = Exact<{
  filter?: IssueFilter | null | undefined;
}>;


export type IssueCountQuery = { issues: { totalCount: number } };

export type IssueLinksQueryVariables = Exact<{
  code: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type IssueLinksQuery = { issue: { links: { nodes: Array<IssueLinkCardFragment>, pageInfo: PageEndFragment } } | null };

export type IssueCollectMutationVariables = Exact<{
  input: IssueCollectInput;
}>;


export type IssueCollectMutation = { issueCollect: { position: string, issue: IssueCardFragment } };

export type IssueEditMutationVariables = Exact<{
  input: IssueEditInput;
}>;


export type IssueEditMutation = { issueEdit: { position: string, issue: IssueCardFragment } };

export type IssueScreenMutationVariables = Exact<{
  input: IssueScreenInput;
}>;


export type IssueScreenMutation = { issueScreen: { position: string, issue: (
      { statusReason: string | null }
      & IssueCardFragment
    ) } };

export type IssueShareMutationVariables = Exact<{
  input: IssueShareInput;
}>;


export type IssueShareMutation = { issueShare: { position: string, issue: (
      { sharedWith: Array<OrganizationCardFragment> }
      & IssueCardFragment
    ) } };

export type IssueUnshareMutationVariables = Exact<{
  input: IssueUnshareInput;
}>;


export type IssueUnshareMutation = { issueUnshare: { position: string, issue: (
      { sharedWith: Array<OrganizationCardFragment> }
      & IssueCardFragment
    ) } };

export type IssueLinkMutationVariables = Exact<{
  input: IssueLinkInput;
}>;


export type IssueLinkMutation = { issueLink: { position: string, link: IssueLinkCardFragment } };

export type IssueUnlinkMutationVariables = Exact<{
  input: IssueUnlinkInput;
}>;


export type IssueUnlinkMutation = { issueUnlink: { position: string, unlinkedId: string } };

export type ParticipantCardFragment = { role: ParticipantRole, since: string, organization: OrganizationCardFragment };

export type MatterCardFragment = { id: string, code: string, title: string, status: MatterStatus, outcome: Outcome | null, plannedOn: string | null, voices: number, version: number, createdAt: string, updatedAt: string, lead: OrganizationCardFragment | null };

export type TaskCardFragment = { id: string, title: string, status: TaskStatus, dueOn: string | null, result: string | null, version: number, organization: OrganizationCardFragment };

export type AnswerCardFragment = { id: string, outcome: Outcome, content: string, documentNumber: string | null, plannedOn: string | null, answeredAt: string, organization: OrganizationCardFragment };

export type AssessmentCardFragment = { id: string, verdict: AssessmentVerdict, note: string | null, at: string, organization: OrganizationCardFragment };

export type MatterFullFragment = (
  { summary: string | null, viewerFollows: boolean, participants: Array<ParticipantCardFragment>, issues: { nodes: Array<IssueCardFragment>, pageInfo: PageEndFragment }, tasks: Array<TaskCardFragment>, answers: Array<AnswerCardFragment>, assessments: Array<AssessmentCardFragment>, viewerAccess: ViewerMayFragment }
  & MatterCardFragment
);

export type MatterQueryVariables = Exact<{
  code: string;
}>;


export type MatterQuery = { matter: MatterFullFragment | null };

export type MattersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: MatterFilter | null | undefined;
}>;


export type MattersQuery = { matters: { nodes: Array<MatterCardFragment>, pageInfo: PageEndFragment } };

export type MatterCountQueryVariables = Exact<{
  filter?: MatterFilter | null | undefined;
}>;


export type MatterCountQuery = { matters: { totalCount: number } };

export type MatterIssuesQueryVariables = Exact<{
  code: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MatterIssuesQuery = { matter: { issues: { nodes: Array<IssueCardFragment>, pageInfo: PageEndFragment } } | null };

export type MatterOpenMutationVariables = Exact<{
  input: MatterOpenInput;
}>;


export type MatterOpenMutation = { matterOpen: { position: string, matter: MatterFullFragment } };

export type MatterAddIssueMutationVariables = Exact<{
  input: MatterAddIssueInput;
}>;


export type MatterAddIssueMutation = { matterAddIssue: { position: string, matter: MatterFullFragment } };

export type MatterRemoveIssueMutationVariables = Exact<{
  input: MatterRemoveIssueInput;
}>;


export type MatterRemoveIssueMutation = { matterRemoveIssue: { position: string, matter: MatterFullFragment } };

export type MatterInviteMutationVariables = Exact<{
  input: MatterInviteInput;
}>;


export type MatterInviteMutation = { matterInvite: { position: string, matter: MatterFullFragment } };

export type MatterAnswerMutationVariables = Exact<{
  input: MatterAnswerInput;
}>;


export type MatterAnswerMutation = { matterAnswer: { position: string, matter: MatterCardFragment, answer: AnswerCardFragment } };

export type MatterAssessMutationVariables = Exact<{
  input: MatterAssessInput;
}>;


export type MatterAssessMutation = { matterAssess: { position: string, matter: MatterCardFragment, assessment: AssessmentCardFragment } };

export type MatterCloseMutationVariables = Exact<{
  input: MatterCloseInput;
}>;


export type MatterCloseMutation = { matterClose: { position: string, matter: MatterCardFragment } };

export type MatterReopenMutationVariables = Exact<{
  input: MatterReopenInput;
}>;


export type MatterReopenMutation = { matterReopen: { position: string, matter: MatterCardFragment } };

export type TaskAssignMutationVariables = Exact<{
  input: TaskAssignInput;
}>;


export type TaskAssignMutation = { taskAssign: { position: string, task: TaskCardFragment } };

export type TaskUpdateMutationVariables = Exact<{
  input: TaskUpdateInput;
}>;


export type TaskUpdateMutation = { taskUpdate: { position: string, task: TaskCardFragment } };

export type PageEndFragment = { hasNextPage: boolean, endCursor: string | null };

type NodeCard_Answer_Fragment = { __typename: 'Answer', id: string };

type NodeCard_App_Fragment = { __typename: 'App', name: string, id: string };

type NodeCard_Area_Fragment = { __typename: 'Area', code: string, name: string, id: string };

type NodeCard_Assessment_Fragment = { __typename: 'Assessment', id: string };

type NodeCard_Comment_Fragment = { __typename: 'Comment', id: string };

type NodeCard_Issue_Fragment = { __typename: 'Issue', code: string, title: string, version: number, id: string };

type NodeCard_IssueLink_Fragment = { __typename: 'IssueLink', id: string };

type NodeCard_Matter_Fragment = { __typename: 'Matter', code: string, title: string, version: number, id: string };

type NodeCard_Organization_Fragment = { __typename: 'Organization', code: string, name: string, id: string };

type NodeCard_Referral_Fragment = { __typename: 'Referral', id: string };

type NodeCard_Staff_Fragment = { __typename: 'Staff', name: string, id: string };

type NodeCard_Task_Fragment = { __typename: 'Task', title: string, version: number, id: string };

type NodeCard_Topic_Fragment = { __typename: 'Topic', code: string, name: string, id: string };

export type NodeCardFragment =
  | NodeCard_Answer_Fragment
  | NodeCard_App_Fragment
  | NodeCard_Area_Fragment
  | NodeCard_Assessment_Fragment
  | NodeCard_Comment_Fragment
  | NodeCard_Issue_Fragment
  | NodeCard_IssueLink_Fragment
  | NodeCard_Matter_Fragment
  | NodeCard_Organization_Fragment
  | NodeCard_Referral_Fragment
  | NodeCard_Staff_Fragment
  | NodeCard_Task_Fragment
  | NodeCard_Topic_Fragment
;

export type NodeQueryVariables = Exact<{
  id: string;
}>;


export type NodeQuery = { node:
    | NodeCard_Answer_Fragment
    | NodeCard_App_Fragment
    | NodeCard_Area_Fragment
    | NodeCard_Assessment_Fragment
    | NodeCard_Comment_Fragment
    | NodeCard_Issue_Fragment
    | NodeCard_IssueLink_Fragment
    | NodeCard_Matter_Fragment
    | NodeCard_Organization_Fragment
    | NodeCard_Referral_Fragment
    | NodeCard_Staff_Fragment
    | NodeCard_Task_Fragment
    | NodeCard_Topic_Fragment
   | null };

export type NodesQueryVariables = Exact<{
  ids: Array<string>;
}>;


export type NodesQuery = { nodes: Array<
    | NodeCard_Answer_Fragment
    | NodeCard_App_Fragment
    | NodeCard_Area_Fragment
    | NodeCard_Assessment_Fragment
    | NodeCard_Comment_Fragment
    | NodeCard_Issue_Fragment
    | NodeCard_IssueLink_Fragment
    | NodeCard_Matter_Fragment
    | NodeCard_Organization_Fragment
    | NodeCard_Referral_Fragment
    | NodeCard_Staff_Fragment
    | NodeCard_Task_Fragment
    | NodeCard_Topic_Fragment
   | null> };

export type OrganizationCardFragment = { id: string, code: string, name: string, kind: OrganizationKind };

export type OrganizationFullFragment = (
  { active: boolean, validFrom: string, validTo: string | null, area: AreaCardFragment, parent: OrganizationCardFragment | null, predecessors: Array<OrganizationCardFragment>, successors: Array<OrganizationCardFragment> }
  & OrganizationCardFragment
);

export type OrganizationQueryVariables = Exact<{
  code: string;
}>;


export type OrganizationQuery = { organization: OrganizationFullFragment | null };

export type OrganizationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  kinds?: Array<OrganizationKind> | null | undefined;
  areaId?: string | null | undefined;
  activeOnly?: boolean | null | undefined;
}>;


export type OrganizationsQuery = { organizations: { nodes: Array<(
      { active: boolean, area: AreaCardFragment }
      & OrganizationCardFragment
    )>, pageInfo: PageEndFragment } };

export type ReferralCardFragment = { id: string, role: ParticipantRole, status: ReferralStatus, request: string, reason: string | null, offeredAt: string, decidedAt: string | null, from: OrganizationCardFragment, to: OrganizationCardFragment, suggested: OrganizationCardFragment | null };

export type ReferralsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: ReferralStatus | null | undefined;
}>;


export type ReferralsQuery = { referrals: { nodes: Array<(
      { issue: IssueCardFragment }
      & ReferralCardFragment
    )>, pageInfo: PageEndFragment } };

export type ReferralOfferMutationVariables = Exact<{
  input: ReferralOfferInput;
}>;


export type ReferralOfferMutation = { referralOffer: { position: string, referral: ReferralCardFragment } };

export type ReferralAcceptMutationVariables = Exact<{
  input: ReferralAcceptInput;
}>;


export type ReferralAcceptMutation = { referralAccept: { position: string, referral: ReferralCardFragment, matter: MatterFullFragment } };

export type ReferralDeclineMutationVariables = Exact<{
  input: ReferralDeclineInput;
}>;


export type ReferralDeclineMutation = { referralDecline: { position: string, referral: ReferralCardFragment } };

type ActorCard_App_Fragment = { __typename: 'App', id: string, name: string, organization: OrganizationCardFragment };

type ActorCard_Staff_Fragment = { __typename: 'Staff', id: string, name: string, organization: OrganizationCardFragment };

export type ActorCardFragment =
  | ActorCard_App_Fragment
  | ActorCard_Staff_Fragment
;

export type ViewerFullFragment = { roles: Array<Role>, organization: OrganizationCardFragment, actor:
    | ActorCard_App_Fragment
    | ActorCard_Staff_Fragment
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: ViewerFullFragment };

export type SessionCreateMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SessionCreateMutation = { sessionCreate: { token: string, expiresAt: string, viewer: ViewerFullFragment } };

export type SessionEndMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionEndMutation = { sessionEnd: { ended: boolean } };

export type TopicCardFragment = { id: string, code: string, name: string, nameEn: string };

export type TopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicsQuery = { topics: Array<TopicCardFragment> };
