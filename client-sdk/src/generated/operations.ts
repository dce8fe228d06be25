import type { CallOptions, TypedDocument } from '../transport.ts';
import type * as Types from './types.ts';

const ActorCard = 'fragment ActorCard on Actor{__typename id name organization{...OrganizationCard}}';
const AnswerCard = 'fragment AnswerCard on Answer{id outcome content documentNumber plannedOn answeredAt organization{...OrganizationCard}}';
const AreaCard = 'fragment AreaCard on Area{id code name kind validFrom validTo}';
const AreaDescent = 'fragment AreaDescent on AreaLineage{partial effectiveOn legalBasis area{...AreaCard}}';
const AssessmentCard = 'fragment AssessmentCard on Assessment{id verdict note at organization{...OrganizationCard}}';
const CommentCard = 'fragment CommentCard on Comment{id body internal createdAt author{...ActorCard}}';
const EventCard = 'fragment EventCard on Event{__typename id cursor type occurredAt subjectId organization{...OrganizationCard}actor{__typename id name}issue{id code title status}matter{id code title status}...on LinkEvent{link{id kind issue{id code title}}}...on ReferralEvent{referral{...ReferralCard}}...on TaskEvent{task{...TaskCard}}...on AnswerEvent{answer{...AnswerCard}}...on AssessmentEvent{assessment{...AssessmentCard}}...on CommentEvent{comment{...CommentCard}}}';
const IssueCard = 'fragment IssueCard on Issue{id code kind title status channel place voices collectedOn visibility version createdAt updatedAt topic{code name}area{id code name}owner{...OrganizationCard}}';
const IssueFull = 'fragment IssueFull on Issue{...IssueCard description statusReason viewerFollows sharedWith{...OrganizationCard}matter{...MatterCard answers{...AnswerCard}assessments{...AssessmentCard}}links(first:20){nodes{...IssueLinkCard}pageInfo{...PageEnd}}referrals{...ReferralCard}viewerAccess{...ViewerMay}}';
const IssueLinkCard = 'fragment IssueLinkCard on IssueLink{id kind note createdAt createdBy{...OrganizationCard}issue{...IssueCard}}';
const MatterCard = 'fragment MatterCard on Matter{id code title status outcome plannedOn voices version createdAt updatedAt lead{...OrganizationCard}}';
const MatterFull = 'fragment MatterFull on Matter{...MatterCard summary viewerFollows participants{...ParticipantCard}issues(first:20){nodes{...IssueCard}pageInfo{...PageEnd}}tasks{...TaskCard}answers{...AnswerCard}assessments{...AssessmentCard}viewerAccess{...ViewerMay}}';
const NodeCard = 'fragment NodeCard on Node{__typename id ...on Organization{code name}...on Area{code name}...on Topic{code name}...on Staff{name}...on App{name}...on Issue{code title version}...on Matter{code title version}...on Task{title version}}';
const OrganizationCard = 'fragment OrganizationCard on Organization{id code name kind}';
const OrganizationFull = 'fragment OrganizationFull on Organization{...OrganizationCard active validFrom validTo area{...AreaCard}parent{...OrganizationCard}predecessors{...OrganizationCard}successors{...OrganizationCard}}';
const PageEnd = 'fragment PageEnd on PageInfo{hasNextPage endCursor}';
const ParticipantCard = 'fragment ParticipantCard on Participant{role since organization{...OrganizationCard}}';
const ReferralCard = 'fragment ReferralCard on Referral{id role status request reason offeredAt decidedAt from{...OrganizationCard}to{...OrganizationCard}suggested{...OrganizationCard}}';
const TaskCard = 'fragment TaskCard on Task{id title status dueOn result version organization{...OrganizationCard}}';
const TopicCard = 'fragment TopicCard on Topic{id code name nameEn}';
const ViewerFull = 'fragment ViewerFull on Viewer{roles organization{...OrganizationCard}actor{...ActorCard}}';
const ViewerMay = 'fragment ViewerMay on ViewerAccess{level hiddenFields allowedActions}';
export const AreasDocument = ('query Areas($first:Int=20$after:String$query:String$on:Date){areas(first:$first after:$after query:$query on:$on){nodes{...AreaCard parent{...AreaCard}predecessors{...AreaDescent}successors{...AreaDescent}}pageInfo{...PageEnd}}}' + AreaCard + AreaDescent + PageEnd) as TypedDocument<Types.AreasQuery, Types.AreasQueryVariables>;
export const CommentAddDocument = ('mutation CommentAdd($input:CommentAddInput!){commentAdd(input:$input){position comment{...CommentCard}}}' + ActorCard + CommentCard + OrganizationCard) as TypedDocument<Types.CommentAddMutation, Types.CommentAddMutationVariables>;
export const EventLogDocument = ('query EventLog($first:Int=20$after:String$filter:EventFilter){events(first:$first after:$after filter:$filter){nodes{...EventCard}pageInfo{...PageEnd}}}' + ActorCard + AnswerCard + AssessmentCard + CommentCard + EventCard + OrganizationCard + PageEnd + ReferralCard + TaskCard) as TypedDocument<Types.EventLogQuery, Types.EventLogQueryVariables>;
export const FollowDocument = ('mutation Follow($input:FollowInput!){follow(input:$input){position subject{__typename id}}}') as TypedDocument<Types.FollowMutation, Types.FollowMutationVariables>;
export const IssueDocument = ('query Issue($code:String!){issue(code:$code){...IssueFull}}' + AnswerCard + AssessmentCard + IssueCard + IssueFull + IssueLinkCard + MatterCard + OrganizationCard + PageEnd + ReferralCard + ViewerMay) as TypedDocument<Types.IssueQuery, Types.IssueQueryVariables>;
export const IssueCollectDocument = ('mutation IssueCollect($input:IssueCollectInput!){issueCollect(input:$input){position issue{...IssueCard}}}' + IssueCard + OrganizationCard) as TypedDocument<Types.IssueCollectMutation, Types.IssueCollectMutationVariables>;
export const IssueCommentsDocument = ('query IssueComments($code:String!$first:Int=20$after:String){issue(code:$code){comments(first:$first after:$after){nodes{...CommentCard}pageInfo{...PageEnd}}}}' + ActorCard + CommentCard + OrganizationCard + PageEnd) as TypedDocument<Types.IssueCommentsQuery, Types.IssueCommentsQueryVariables>;
export const IssueCountDocument = ('query IssueCount($filter:IssueFilter){issues(first:1 filter:$filter){totalCount}}') as TypedDocument<Types.IssueCountQuery, Types.IssueCountQueryVariables>;
export const IssueEditDocument = ('mutation IssueEdit($input:IssueEditInput!){issueEdit(input:$input){position issue{...IssueCard}}}' + IssueCard + OrganizationCard) as TypedDocument<Types.IssueEditMutation, Types.IssueEditMutationVariables>;
export const IssueLinkDocument = ('mutation IssueLink($input:IssueLinkInput!){issueLink(input:$input){position link{...IssueLinkCard}}}' + IssueCard + IssueLinkCard + OrganizationCard) as TypedDocument<Types.IssueLinkMutation, Types.IssueLinkMutationVariables>;
export const IssueLinksDocument = ('query IssueLinks($code:String!$first:Int=20$after:String){issue(code:$code){links(first:$first after:$after){nodes{...IssueLinkCard}pageInfo{...PageEnd}}}}' + IssueCard + IssueLinkCard + OrganizationCard + PageEnd) as TypedDocument<Types.IssueLinksQuery, Types.IssueLinksQueryVariables>;
export const IssueScreenDocument = ('mutation IssueScreen($input:IssueScreenInput!){issueScreen(input:$input){position issue{...IssueCard statusReason}}}' + IssueCard + OrganizationCard) as TypedDocument<Types.IssueScreenMutation, Types.IssueScreenMutationVariables>;
export const IssueShareDocument = ('mutation IssueShare($input:IssueShareInput!){issueShare(input:$input){position issue{...IssueCard sharedWith{...OrganizationCard}}}}' + IssueCard + OrganizationCard) as TypedDocument<Types.IssueShareMutation, Types.IssueShareMutationVariables>;
export const IssueTimelineDocument = ('query IssueTimeline($code:String!$first:Int=20$after:String){issue(code:$code){timeline(first:$first after:$after){nodes{...EventCard}pageInfo{...PageEnd}}}}' + ActorCard + AnswerCard + AssessmentCard + CommentCard + EventCard + OrganizationCard + PageEnd + ReferralCard + TaskCard) as TypedDocument<Types.IssueTimelineQuery, Types.IssueTimelineQueryVariables>;
export const IssueUnlinkDocument = ('mutation IssueUnlink($input:IssueUnlinkInput!){issueUnlink(input:$input){position unlinkedId}}') as TypedDocument<Types.IssueUnlinkMutation, Types.IssueUnlinkMutationVariables>;
export const IssueUnshareDocument = ('mutation IssueUnshare($input:IssueUnshareInput!){issueUnshare(input:$input){position issue{...IssueCard sharedWith{...OrganizationCard}}}}' + IssueCard + OrganizationCard) as TypedDocument<Types.IssueUnshareMutation, Types.IssueUnshareMutationVariables>;
export const IssuesDocument = ('query Issues($first:Int=20$after:String$filter:IssueFilter){issues(first:$first after:$after filter:$filter){nodes{...IssueCard}pageInfo{...PageEnd}}}' + IssueCard + OrganizationCard + PageEnd) as TypedDocument<Types.IssuesQuery, Types.IssuesQueryVariables>;
export const LiveEventsDocument = ('subscription LiveEvents($after:String$filter:EventFilter){events(after:$after filter:$filter){cursor event{...EventCard}}}' + ActorCard + AnswerCard + AssessmentCard + CommentCard + EventCard + OrganizationCard + ReferralCard + TaskCard) as TypedDocument<Types.LiveEventsSubscription, Types.LiveEventsSubscriptionVariables>;
export const MatterDocument = ('query Matter($code:String!){matter(code:$code){...MatterFull}}' + AnswerCard + AssessmentCard + IssueCard + MatterCard + MatterFull + OrganizationCard + PageEnd + ParticipantCard + TaskCard + ViewerMay) as TypedDocument<Types.MatterQuery, Types.MatterQueryVariables>;
export const MatterAddIssueDocument = ('mutation MatterAddIssue($input:MatterAddIssueInput!){matterAddIssue(input:$input){position matter{...MatterFull}}}' + AnswerCard + AssessmentCard + IssueCard + MatterCard + MatterFull + OrganizationCard + PageEnd + ParticipantCard + TaskCard + ViewerMay) as TypedDocument<Types.MatterAddIssueMutation, Types.MatterAddIssueMutationVariables>;
export const MatterAnswerDocument = ('mutation MatterAnswer($input:MatterAnswerInput!){matterAnswer(input:$input){position matter{...MatterCard}answer{...AnswerCard}}}' + AnswerCard + MatterCard + OrganizationCard) as TypedDocument<Types.MatterAnswerMutation, Types.MatterAnswerMutationVariables>;
export const MatterAssessDocument = ('mutation MatterAssess($input:MatterAssessInput!){matterAssess(input:$input){position matter{...MatterCard}assessment{...AssessmentCard}}}' + AssessmentCard + MatterCard + OrganizationCard) as TypedDocument<Types.MatterAssessMutation, Types.MatterAssessMutationVariables>;
export const MatterCloseDocument = ('mutation MatterClose($input:MatterCloseInput!){matterClose(input:$input){position matter{...MatterCard}}}' + MatterCard + OrganizationCard) as TypedDocument<Types.MatterCloseMutation, Types.MatterCloseMutationVariables>;
export const MatterCommentsDocument = ('query MatterComments($code:String!$first:Int=20$after:String){matter(code:$code){comments(first:$first after:$after){nodes{...CommentCard}pageInfo{...PageEnd}}}}' + ActorCard + CommentCard + OrganizationCard + PageEnd) as TypedDocument<Types.MatterCommentsQuery, Types.MatterCommentsQueryVariables>;
export const MatterCountDocument = ('query MatterCount($filter:MatterFilter){matters(first:1 filter:$filter){totalCount}}') as TypedDocument<Types.MatterCountQuery, Types.MatterCountQueryVariables>;
export const MatterInviteDocument = ('mutation MatterInvite($input:MatterInviteInput!){matterInvite(input:$input){position matter{...MatterFull}}}' + AnswerCard + AssessmentCard + IssueCard + MatterCard + MatterFull + OrganizationCard + PageEnd + ParticipantCard + TaskCard + ViewerMay) as TypedDocument<Types.MatterInviteMutation, Types.MatterInviteMutationVariables>;
export const MatterIssuesDocument = ('query MatterIssues($code:String!$first:Int=20$after:String){matter(code:$code){issues(first:$first after:$after){nodes{...IssueCard}pageInfo{...PageEnd}}}}' + IssueCard + OrganizationCard + PageEnd) as TypedDocument<Types.MatterIssuesQuery, Types.MatterIssuesQueryVariables>;
export const MatterOpenDocument = ('mutation MatterOpen($input:MatterOpenInput!){matterOpen(input:$input){position matter{...MatterFull}}}' + AnswerCard + AssessmentCard + IssueCard + MatterCard + MatterFull + OrganizationCard + PageEnd + ParticipantCard + TaskCard + ViewerMay) as TypedDocument<Types.MatterOpenMutation, Types.MatterOpenMutationVariables>;
export const MatterRemoveIssueDocument = ('mutation MatterRemoveIssue($input:MatterRemoveIssueInput!){matterRemoveIssue(input:$input){position matter{...MatterFull}}}' + AnswerCard + AssessmentCard + IssueCard + MatterCard + MatterFull + OrganizationCard + PageEnd + ParticipantCard + TaskCard + ViewerMay) as TypedDocument<Types.MatterRemoveIssueMutation, Types.MatterRemoveIssueMutationVariables>;
export const MatterReopenDocument = ('mutation MatterReopen($input:MatterReopenInput!){matterReopen(input:$input){position matter{...MatterCard}}}' + MatterCard + OrganizationCard) as TypedDocument<Types.MatterReopenMutation, Types.MatterReopenMutationVariables>;
export const MatterTimelineDocument = ('query MatterTimeline($code:String!$first:Int=20$after:String){matter(code:$code){timeline(first:$first after:$after){nodes{...EventCard}pageInfo{...PageEnd}}}}' + ActorCard + AnswerCard + AssessmentCard + CommentCard + EventCard + OrganizationCard + PageEnd + ReferralCard + TaskCard) as TypedDocument<Types.MatterTimelineQuery, Types.MatterTimelineQueryVariables>;
export const MattersDocument = ('query Matters($first:Int=20$after:String$filter:MatterFilter){matters(first:$first after:$after filter:$filter){nodes{...MatterCard}pageInfo{...PageEnd}}}' + MatterCard + OrganizationCard + PageEnd) as TypedDocument<Types.MattersQuery, Types.MattersQueryVariables>;
export const NodeDocument = ('query Node($id:ID!){node(id:$id){...NodeCard}}' + NodeCard) as TypedDocument<Types.NodeQuery, Types.NodeQueryVariables>;
export const NodesDocument = ('query Nodes($ids:[ID!]!){nodes(ids:$ids){...NodeCard}}' + NodeCard) as TypedDocument<Types.NodesQuery, Types.NodesQueryVariables>;
export const OrganizationDocument = ('query Organization($code:String!){organization(code:$code){...OrganizationFull}}' + AreaCard + OrganizationCard + OrganizationFull) as TypedDocument<Types.OrganizationQuery, Types.OrganizationQueryVariables>;
export const OrganizationsDocument = ('query Organizations($first:Int=20$after:String$kinds:[OrganizationKind!]$areaId:ID$activeOnly:Boolean=true){organizations(first:$first after:$after kinds:$kinds areaId:$areaId activeOnly:$activeOnly){nodes{...OrganizationCard active area{...AreaCard}}pageInfo{...PageEnd}}}' + AreaCard + OrganizationCard + PageEnd) as TypedDocument<Types.OrganizationsQuery, Types.OrganizationsQueryVariables>;
export const ReferralAcceptDocument = ('mutation ReferralAccept($input:ReferralAcceptInput!){referralAccept(input:$input){position referral{...ReferralCard}matter{...MatterFull}}}' + AnswerCard + AssessmentCard + IssueCard + MatterCard + MatterFull + OrganizationCard + PageEnd + ParticipantCard + ReferralCard + TaskCard + ViewerMay) as TypedDocument<Types.ReferralAcceptMutation, Types.ReferralAcceptMutationVariables>;
export const ReferralDeclineDocument = ('mutation ReferralDecline($input:ReferralDeclineInput!){referralDecline(input:$input){position referral{...ReferralCard}}}' + OrganizationCard + ReferralCard) as TypedDocument<Types.ReferralDeclineMutation, Types.ReferralDeclineMutationVariables>;
export const ReferralOfferDocument = ('mutation ReferralOffer($input:ReferralOfferInput!){referralOffer(input:$input){position referral{...ReferralCard}}}' + OrganizationCard + ReferralCard) as TypedDocument<Types.ReferralOfferMutation, Types.ReferralOfferMutationVariables>;
export const ReferralsDocument = ('query Referrals($first:Int=20$after:String$status:ReferralStatus){referrals(first:$first after:$after status:$status){nodes{...ReferralCard issue{...IssueCard}}pageInfo{...PageEnd}}}' + IssueCard + OrganizationCard + PageEnd + ReferralCard) as TypedDocument<Types.ReferralsQuery, Types.ReferralsQueryVariables>;
export const SessionCreateDocument = ('mutation SessionCreate($input:SessionCreateInput!){sessionCreate(input:$input){token expiresAt viewer{...ViewerFull}}}' + ActorCard + OrganizationCard + ViewerFull) as TypedDocument<Types.SessionCreateMutation, Types.SessionCreateMutationVariables>;
export const SessionEndDocument = ('mutation SessionEnd{sessionEnd{ended}}') as TypedDocument<Types.SessionEndMutation, Types.SessionEndMutationVariables>;
export const TaskAssignDocument = ('mutation TaskAssign($input:TaskAssignInput!){taskAssign(input:$input){position task{...TaskCard}}}' + OrganizationCard + TaskCard) as TypedDocument<Types.TaskAssignMutation, Types.TaskAssignMutationVariables>;
export const TaskUpdateDocument = ('mutation TaskUpdate($input:TaskUpdateInput!){taskUpdate(input:$input){position task{...TaskCard}}}' + OrganizationCard + TaskCard) as TypedDocument<Types.TaskUpdateMutation, Types.TaskUpdateMutationVariables>;
export const TopicsDocument = ('query Topics{topics{...TopicCard}}' + TopicCard) as TypedDocument<Types.TopicsQuery, Types.TopicsQueryVariables>;
export const UnfollowDocument = ('mutation Unfollow($input:UnfollowInput!){unfollow(input:$input){position subject{__typename id}}}') as TypedDocument<Types.UnfollowMutation, Types.UnfollowMutationVariables>;
export const ViewerDocument = ('query Viewer{viewer{...ViewerFull}}' + ActorCard + OrganizationCard + ViewerFull) as TypedDocument<Types.ViewerQuery, Types.ViewerQueryVariables>;
export const operations = {
  areas: { document: AreasDocument, field: 'areas', keyed: false },
  commentAdd: { document: CommentAddDocument, field: 'commentAdd', keyed: true },
  eventLog: { document: EventLogDocument, field: 'events', keyed: false },
  follow: { document: FollowDocument, field: 'follow', keyed: true },
  issue: { document: IssueDocument, field: 'issue', keyed: false },
  issueCollect: { document: IssueCollectDocument, field: 'issueCollect', keyed: true },
  issueComments: { document: IssueCommentsDocument, field: 'issue', keyed: false },
  issueCount: { document: IssueCountDocument, field: 'issues', keyed: false },
  issueEdit: { document: IssueEditDocument, field: 'issueEdit', keyed: true },
  issueLink: { document: IssueLinkDocument, field: 'issueLink', keyed: true },
  issueLinks: { document: IssueLinksDocument, field: 'issue', keyed: false },
  issueScreen: { document: IssueScreenDocument, field: 'issueScreen', keyed: true },
  issueShare: { document: IssueShareDocument, field: 'issueShare', keyed: true },
  issueTimeline: { document: IssueTimelineDocument, field: 'issue', keyed: false },
  issueUnlink: { document: IssueUnlinkDocument, field: 'issueUnlink', keyed: true },
  issueUnshare: { document: IssueUnshareDocument, field: 'issueUnshare', keyed: true },
  issues: { document: IssuesDocument, field: 'issues', keyed: false },
  matter: { document: MatterDocument, field: 'matter', keyed: false },
  matterAddIssue: { document: MatterAddIssueDocument, field: 'matterAddIssue', keyed: true },
  matterAnswer: { document: MatterAnswerDocument, field: 'matterAnswer', keyed: true },
  matterAssess: { document: MatterAssessDocument, field: 'matterAssess', keyed: true },
  matterClose: { document: MatterCloseDocument, field: 'matterClose', keyed: true },
  matterComments: { document: MatterCommentsDocument, field: 'matter', keyed: false },
  matterCount: { document: MatterCountDocument, field: 'matters', keyed: false },
  matterInvite: { document: MatterInviteDocument, field: 'matterInvite', keyed: true },
  matterIssues: { document: MatterIssuesDocument, field: 'matter', keyed: false },
  matterOpen: { document: MatterOpenDocument, field: 'matterOpen', keyed: true },
  matterRemoveIssue: { document: MatterRemoveIssueDocument, field: 'matterRemoveIssue', keyed: true },
  matterReopen: { document: MatterReopenDocument, field: 'matterReopen', keyed: true },
  matterTimeline: { document: MatterTimelineDocument, field: 'matter', keyed: false },
  matters: { document: MattersDocument, field: 'matters', keyed: false },
  node: { document: NodeDocument, field: 'node', keyed: false },
  nodes: { document: NodesDocument, field: 'nodes', keyed: false },
  organization: { document: OrganizationDocument, field: 'organization', keyed: false },
  organizations: { document: OrganizationsDocument, field: 'organizations', keyed: false },
  referralAccept: { document: ReferralAcceptDocument, field: 'referralAccept', keyed: true },
  referralDecline: { document: ReferralDeclineDocument, field: 'referralDecline', keyed: true },
  referralOffer: { document: ReferralOfferDocument, field: 'referralOffer', keyed: true },
  referrals: { document: ReferralsDocument, field: 'referrals', keyed: false },
  sessionCreate: { document: SessionCreateDocument, field: 'sessionCreate', keyed: false },
  sessionEnd: { document: SessionEndDocument, field: 'sessionEnd', keyed: false },
  taskAssign: { document: TaskAssignDocument, field: 'taskAssign', keyed: true },
  taskUpdate: { document: TaskUpdateDocument, field: 'taskUpdate', keyed: true },
  topics: { document: TopicsDocument, field: 'topics', keyed: false },
  unfollow: { document: UnfollowDocument, field: 'unfollow', keyed: true },
  viewer: { document: ViewerDocument, field: 'viewer', keyed: false },
} as const;

/** Reads of a list, page by page. */
export const pages = { eachArea: 'areas', eachEvent: 'eventLog', eachIssue: 'issues', eachMatter: 'matters', eachOrganization: 'organizations', eachReferral: 'referrals' } as const;

export interface Methods {
  areas(variables?: Types.AreasQueryVariables, options?: CallOptions): Promise<Types.AreasQuery['areas']>;
  /** Everything that `areas` lists, one by one; `first` is the size of the pages it is fetched in. */
  eachArea(variables?: Types.AreasQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.AreasQuery['areas']['nodes'][number]>;
  commentAdd(input: Types.CommentAddMutationVariables['input'], options?: CallOptions): Promise<Types.CommentAddMutation['commentAdd']>;
  eventLog(variables?: Types.EventLogQueryVariables, options?: CallOptions): Promise<Types.EventLogQuery['events']>;
  /** Everything that `eventLog` lists, one by one; `first` is the size of the pages it is fetched in. */
  eachEvent(variables?: Types.EventLogQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.EventLogQuery['events']['nodes'][number]>;
  follow(input: Types.FollowMutationVariables['input'], options?: CallOptions): Promise<Types.FollowMutation['follow']>;
  issue(variables: Types.IssueQueryVariables, options?: CallOptions): Promise<Types.IssueQuery['issue']>;
  issueCollect(input: Types.IssueCollectMutationVariables['input'], options?: CallOptions): Promise<Types.IssueCollectMutation['issueCollect']>;
  issueComments(variables: Types.IssueCommentsQueryVariables, options?: CallOptions): Promise<Types.IssueCommentsQuery['issue']>;
  issueCount(variables?: Types.IssueCountQueryVariables, options?: CallOptions): Promise<Types.IssueCountQuery['issues']>;
  issueEdit(input: Types.IssueEditMutationVariables['input'], options?: CallOptions): Promise<Types.IssueEditMutation['issueEdit']>;
  issueLink(input: Types.IssueLinkMutationVariables['input'], options?: CallOptions): Promise<Types.IssueLinkMutation['issueLink']>;
  issueLinks(variables: Types.IssueLinksQueryVariables, options?: CallOptions): Promise<Types.IssueLinksQuery['issue']>;
  issueScreen(input: Types.IssueScreenMutationVariables['input'], options?: CallOptions): Promise<Types.IssueScreenMutation['issueScreen']>;
  issueShare(input: Types.IssueShareMutationVariables['input'], options?: CallOptions): Promise<Types.IssueShareMutation['issueShare']>;
  issueTimeline(variables: Types.IssueTimelineQueryVariables, options?: CallOptions): Promise<Types.IssueTimelineQuery['issue']>;
  issueUnlink(input: Types.IssueUnlinkMutationVariables['input'], options?: CallOptions): Promise<Types.IssueUnlinkMutation['issueUnlink']>;
  issueUnshare(input: Types.IssueUnshareMutationVariables['input'], options?: CallOptions): Promise<Types.IssueUnshareMutation['issueUnshare']>;
  issues(variables?: Types.IssuesQueryVariables, options?: CallOptions): Promise<Types.IssuesQuery['issues']>;
  /** Everything that `issues` lists, one by one; `first` is the size of the pages it is fetched in. */
  eachIssue(variables?: Types.IssuesQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.IssuesQuery['issues']['nodes'][number]>;
  matter(variables: Types.MatterQueryVariables, options?: CallOptions): Promise<Types.MatterQuery['matter']>;
  matterAddIssue(input: Types.MatterAddIssueMutationVariables['input'], options?: CallOptions): Promise<Types.MatterAddIssueMutation['matterAddIssue']>;
  matterAnswer(input: Types.MatterAnswerMutationVariables['input'], options?: CallOptions): Promise<Types.MatterAnswerMutation['matterAnswer']>;
  matterAssess(input: Types.MatterAssessMutationVariables['input'], options?: CallOptions): Promise<Types.MatterAssessMutation['matterAssess']>;
  matterClose(input: Types.MatterCloseMutationVariables['input'], options?: CallOptions): Promise<Types.MatterCloseMutation['matterClose']>;
  matterComments(variables: Types.MatterCommentsQueryVariables, options?: CallOptions): Promise<Types.MatterCommentsQuery['matter']>;
  matterCount(variables?: Types.MatterCountQueryVariables, options?: CallOptions): Promise<Types.MatterCountQuery['matters']>;
  matterInvite(input: Types.MatterInviteMutationVariables['input'], options?: CallOptions): Promise<Types.MatterInviteMutation['matterInvite']>;
  matterIssues(variables: Types.MatterIssuesQueryVariables, options?: CallOptions): Promise<Types.MatterIssuesQuery['matter']>;
  matterOpen(input: Types.MatterOpenMutationVariables['input'], options?: CallOptions): Promise<Types.MatterOpenMutation['matterOpen']>;
  matterRemoveIssue(input: Types.MatterRemoveIssueMutationVariables['input'], options?: CallOptions): Promise<Types.MatterRemoveIssueMutation['matterRemoveIssue']>;
  matterReopen(input: Types.MatterReopenMutationVariables['input'], options?: CallOptions): Promise<Types.MatterReopenMutation['matterReopen']>;
  matterTimeline(variables: Types.MatterTimelineQueryVariables, options?: CallOptions): Promise<Types.MatterTimelineQuery['matter']>;
  matters(variables?: Types.MattersQueryVariables, options?: CallOptions): Promise<Types.MattersQuery['matters']>;
  /** Everything that `matters` lists, one by one; `first` is the size of the pages it is fetched in. */
  eachMatter(variables?: Types.MattersQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.MattersQuery['matters']['nodes'][number]>;
  node(variables: Types.NodeQueryVariables, options?: CallOptions): Promise<Types.NodeQuery['node']>;
  nodes(variables: Types.NodesQueryVariables, options?: CallOptions): Promise<Types.NodesQuery['nodes']>;
  organization(variables: Types.OrganizationQueryVariables, options?: CallOptions): Promise<Types.OrganizationQuery['organization']>;
  organizations(variables?: Types.OrganizationsQueryVariables, options?: CallOptions): Promise<Types.OrganizationsQuery['organizations']>;
  /** Everything that `organizations` lists, one by one; `first` is the size of the pages it is fetched in. */
  eachOrganization(variables?: Types.OrganizationsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.OrganizationsQuery['organizations']['nodes'][number]>;
  referralAccept(input: Types.ReferralAcceptMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralAcceptMutation['referralAccept']>;
  referralDecline(input: Types.ReferralDeclineMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralDeclineMutation['referralDecline']>;
  referralOffer(input: Types.ReferralOfferMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralOfferMutation['referralOffer']>;
  referrals(variables?: Types.ReferralsQueryVariables, options?: CallOptions): Promise<Types.ReferralsQuery['referrals']>;
  /** Everything that `referrals` lists, one by one; `first` is the size of the pages it is fetched in. */
  eachReferral(variables?: Types.ReferralsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.ReferralsQuery['referrals']['nodes'][number]>;
  sessionCreate(input: Types.SessionCreateMutationVariables['input'], options?: CallOptions): Promise<Types.SessionCreateMutation['sessionCreate']>;
  sessionEnd(variables?: Types.SessionEndMutationVariables, options?: CallOptions): Promise<Types.SessionEndMutation['sessionEnd']>;
  taskAssign(input: Types.TaskAssignMutationVariables['input'], options?: CallOptions): Promise<Types.TaskAssignMutation['taskAssign']>;
  taskUpdate(input: Types.TaskUpdateMutationVariables['input'], options?: CallOptions): Promise<Types.TaskUpdateMutation['taskUpdate']>;
  topics(variables?: Types.TopicsQueryVariables, options?: CallOptions): Promise<Types.TopicsQuery['topics']>;
  unfollow(input: Types.UnfollowMutationVariables['input'], options?: CallOptions): Promise<Types.UnfollowMutation['unfollow']>;
  viewer(variables?: Types.ViewerQueryVariables, options?: CallOptions): Promise<Types.ViewerQuery['viewer']>;
}