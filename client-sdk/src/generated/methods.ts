import type { CallOptions } from '../transport.ts';
import * as Documents from './operations.ts';
import type * as Types from './types.ts';

/** What each method sends: `field` is the root field it answers with, `keyed` inputs get an idempotency key. */
export const operations = {
  areas: { document: Documents.AreasDocument, field: 'areas', input: false, keyed: false },
  commentAdd: { document: Documents.CommentAddDocument, field: 'commentAdd', input: true, keyed: true },
  eventLog: { document: Documents.EventLogDocument, field: 'events', input: false, keyed: false },
  follow: { document: Documents.FollowDocument, field: 'follow', input: true, keyed: true },
  issue: { document: Documents.IssueDocument, field: 'issue', input: false, keyed: false },
  issueCollect: { document: Documents.IssueCollectDocument, field: 'issueCollect', input: true, keyed: true },
  issueComments: { document: Documents.IssueCommentsDocument, field: 'issue', input: false, keyed: false },
  issueCount: { document: Documents.IssueCountDocument, field: 'issues', input: false, keyed: false },
  issueEdit: { document: Documents.IssueEditDocument, field: 'issueEdit', input: true, keyed: true },
  issueLink: { document: Documents.IssueLinkDocument, field: 'issueLink', input: true, keyed: true },
  issueLinks: { document: Documents.IssueLinksDocument, field: 'issue', input: false, keyed: false },
  issueScreen: { document: Documents.IssueScreenDocument, field: 'issueScreen', input: true, keyed: true },
  issueShare: { document: Documents.IssueShareDocument, field: 'issueShare', input: true, keyed: true },
  issueTimeline: { document: Documents.IssueTimelineDocument, field: 'issue', input: false, keyed: false },
  issueUnlink: { document: Documents.IssueUnlinkDocument, field: 'issueUnlink', input: true, keyed: true },
  issueUnshare: { document: Documents.IssueUnshareDocument, field: 'issueUnshare', input: true, keyed: true },
  issues: { document: Documents.IssuesDocument, field: 'issues', input: false, keyed: false },
  matter: { document: Documents.MatterDocument, field: 'matter', input: false, keyed: false },
  matterAddIssue: { document: Documents.MatterAddIssueDocument, field: 'matterAddIssue', input: true, keyed: true },
  matterAnswer: { document: Documents.MatterAnswerDocument, field: 'matterAnswer', input: true, keyed: true },
  matterAssess: { document: Documents.MatterAssessDocument, field: 'matterAssess', input: true, keyed: true },
  matterClose: { document: Documents.MatterCloseDocument, field: 'matterClose', input: true, keyed: true },
  matterComments: { document: Documents.MatterCommentsDocument, field: 'matter', input: false, keyed: false },
  matterCount: { document: Documents.MatterCountDocument, field: 'matters', input: false, keyed: false },
  matterInvite: { document: Documents.MatterInviteDocument, field: 'matterInvite', input: true, keyed: true },
  matterIssues: { document: Documents.MatterIssuesDocument, field: 'matter', input: false, keyed: false },
  matterOpen: { document: Documents.MatterOpenDocument, field: 'matterOpen', input: true, keyed: true },
  matterRemoveIssue: { document: Documents.MatterRemoveIssueDocument, field: 'matterRemoveIssue', input: true, keyed: true },
  matterReopen: { document: Documents.MatterReopenDocument, field: 'matterReopen', input: true, keyed: true },
  matterTimeline: { document: Documents.MatterTimelineDocument, field: 'matter', input: false, keyed: false },
  matters: { document: Documents.MattersDocument, field: 'matters', input: false, keyed: false },
  node: { document: Documents.NodeDocument, field: 'node', input: false, keyed: false },
  nodes: { document: Documents.NodesDocument, field: 'nodes', input: false, keyed: false },
  organization: { document: Documents.OrganizationDocument, field: 'organization', input: false, keyed: false },
  organizations: { document: Documents.OrganizationsDocument, field: 'organizations', input: false, keyed: false },
  referralAccept: { document: Documents.ReferralAcceptDocument, field: 'referralAccept', input: true, keyed: true },
  referralDecline: { document: Documents.ReferralDeclineDocument, field: 'referralDecline', input: true, keyed: true },
  referralOffer: { document: Documents.ReferralOfferDocument, field: 'referralOffer', input: true, keyed: true },
  referrals: { document: Documents.ReferralsDocument, field: 'referrals', input: false, keyed: false },
  sessionCreate: { document: Documents.SessionCreateDocument, field: 'sessionCreate', input: true, keyed: false },
  sessionEnd: { document: Documents.SessionEndDocument, field: 'sessionEnd', input: false, keyed: false },
  taskAssign: { document: Documents.TaskAssignDocument, field: 'taskAssign', input: true, keyed: true },
  taskUpdate: { document: Documents.TaskUpdateDocument, field: 'taskUpdate', input: true, keyed: true },
  topics: { document: Documents.TopicsDocument, field: 'topics', input: false, keyed: false },
  unfollow: { document: Documents.UnfollowDocument, field: 'unfollow', input: true, keyed: true },
  viewer: { document: Documents.ViewerDocument, field: 'viewer', input: false, keyed: false },
};

/** The method that reads the pages of each iterator. */
export const pages = {
  eachArea: 'areas',
  eachEvent: 'eventLog',
  eachIssue: 'issues',
  eachMatter: 'matters',
  eachOrganization: 'organizations',
  eachReferral: 'referrals',
};

export interface Methods {
  areas(variables?: Types.AreasQueryVariables, options?: CallOptions): Promise<Types.AreasQuery['areas']>;
  /** Everything that `areas` lists, one by one; `first` is the size of the pages. */
  eachArea(variables?: Types.AreasQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.AreasQuery['areas']['nodes'][number]>;
  commentAdd(input: Types.CommentAddMutationVariables['input'], options?: CallOptions): Promise<Types.CommentAddMutation['commentAdd']>;
  eventLog(variables?: Types.EventLogQueryVariables, options?: CallOptions): Promise<Types.EventLogQuery['events']>;
  /** Everything that `eventLog` lists, one by one; `first` is the size of the pages. */
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
  /** Everything that `issues` lists, one by one; `first` is the size of the pages. */
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
  /** Everything that `matters` lists, one by one; `first` is the size of the pages. */
  eachMatter(variables?: Types.MattersQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.MattersQuery['matters']['nodes'][number]>;
  node(variables: Types.NodeQueryVariables, options?: CallOptions): Promise<Types.NodeQuery['node']>;
  nodes(variables: Types.NodesQueryVariables, options?: CallOptions): Promise<Types.NodesQuery['nodes']>;
  organization(variables: Types.OrganizationQueryVariables, options?: CallOptions): Promise<Types.OrganizationQuery['organization']>;
  organizations(variables?: Types.OrganizationsQueryVariables, options?: CallOptions): Promise<Types.OrganizationsQuery['organizations']>;
  /** Everything that `organizations` lists, one by one; `first` is the size of the pages. */
  eachOrganization(variables?: Types.OrganizationsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.OrganizationsQuery['organizations']['nodes'][number]>;
  referralAccept(input: Types.ReferralAcceptMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralAcceptMutation['referralAccept']>;
  referralDecline(input: Types.ReferralDeclineMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralDeclineMutation['referralDecline']>;
  referralOffer(input: Types.ReferralOfferMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralOfferMutation['referralOffer']>;
  referrals(variables?: Types.ReferralsQueryVariables, options?: CallOptions): Promise<Types.ReferralsQuery['referrals']>;
  /** Everything that `referrals` lists, one by one; `first` is the size of the pages. */
  eachReferral(variables?: Types.ReferralsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.ReferralsQuery['referrals']['nodes'][number]>;
  sessionCreate(input: Types.SessionCreateMutationVariables['input'], options?: CallOptions): Promise<Types.SessionCreateMutation['sessionCreate']>;
  sessionEnd(variables?: Types.SessionEndMutationVariables, options?: CallOptions): Promise<Types.SessionEndMutation['sessionEnd']>;
  taskAssign(input: Types.TaskAssignMutationVariables['input'], options?: CallOptions): Promise<Types.TaskAssignMutation['taskAssign']>;
  taskUpdate(input: Types.TaskUpdateMutationVariables['input'], options?: CallOptions): Promise<Types.TaskUpdateMutation['taskUpdate']>;
  topics(variables?: Types.TopicsQueryVariables, options?: CallOptions): Promise<Types.TopicsQuery['topics']>;
  unfollow(input: Types.UnfollowMutationVariables['input'], options?: CallOptions): Promise<Types.UnfollowMutation['unfollow']>;
  viewer(variables?: Types.ViewerQueryVariables, options?: CallOptions): Promise<Types.ViewerQuery['viewer']>;
}
