import type { CallOptions } from '../base/call.ts';
import * as Documents from './operations.ts';
import type * as Types from './types.ts';

/** What each method sends: `field` is the root field it answers with, `keyed` inputs get an idempotency key. */
export const operations = {
  answerDraft: { document: Documents.AnswerDraftDocument, field: 'answerDraft', input: true, keyed: true },
  answerDraftDiscard: { document: Documents.AnswerDraftDiscardDocument, field: 'answerDraftDiscard', input: true, keyed: true },
  answerPublish: { document: Documents.AnswerPublishDocument, field: 'answerPublish', input: true, keyed: true },
  answerRelay: { document: Documents.AnswerRelayDocument, field: 'answerRelay', input: true, keyed: true },
  areas: { document: Documents.AreasDocument, field: 'areas', input: false, keyed: false },
  assignmentCount: { document: Documents.AssignmentCountDocument, field: 'assignments', input: false, keyed: false },
  assignmentMake: { document: Documents.AssignmentMakeDocument, field: 'assignmentMake', input: true, keyed: true },
  assignments: { document: Documents.AssignmentsDocument, field: 'assignments', input: false, keyed: false },
  commentAdd: { document: Documents.CommentAddDocument, field: 'commentAdd', input: true, keyed: true },
  commitmentCount: { document: Documents.CommitmentCountDocument, field: 'commitments', input: false, keyed: false },
  commitmentSettle: { document: Documents.CommitmentSettleDocument, field: 'commitmentSettle', input: true, keyed: true },
  commitments: { document: Documents.CommitmentsDocument, field: 'commitments', input: false, keyed: false },
  eventLog: { document: Documents.EventLogDocument, field: 'events', input: false, keyed: false },
  follow: { document: Documents.FollowDocument, field: 'follow', input: true, keyed: true },
  issue: { document: Documents.IssueDocument, field: 'issue', input: false, keyed: false },
  issueCollect: { document: Documents.IssueCollectDocument, field: 'issueCollect', input: true, keyed: true },
  issueComments: { document: Documents.IssueCommentsDocument, field: 'issue', input: false, keyed: false },
  issueCompetence: { document: Documents.IssueCompetenceDocument, field: 'issue', input: false, keyed: false },
  issueCount: { document: Documents.IssueCountDocument, field: 'issues', input: false, keyed: false },
  issueEdit: { document: Documents.IssueEditDocument, field: 'issueEdit', input: true, keyed: true },
  issueLink: { document: Documents.IssueLinkDocument, field: 'issueLink', input: true, keyed: true },
  issueLinks: { document: Documents.IssueLinksDocument, field: 'issue', input: false, keyed: false },
  issueRejoin: { document: Documents.IssueRejoinDocument, field: 'issueRejoin', input: true, keyed: true },
  issueScreen: { document: Documents.IssueScreenDocument, field: 'issueScreen', input: true, keyed: true },
  issueShare: { document: Documents.IssueShareDocument, field: 'issueShare', input: true, keyed: true },
  issueSplit: { document: Documents.IssueSplitDocument, field: 'issueSplit', input: true, keyed: true },
  issueTimeline: { document: Documents.IssueTimelineDocument, field: 'issue', input: false, keyed: false },
  issueUnlink: { document: Documents.IssueUnlinkDocument, field: 'issueUnlink', input: true, keyed: true },
  issueUnshare: { document: Documents.IssueUnshareDocument, field: 'issueUnshare', input: true, keyed: true },
  issues: { document: Documents.IssuesDocument, field: 'issues', input: false, keyed: false },
  issuesCollect: { document: Documents.IssuesCollectDocument, field: 'issuesCollect', input: true, keyed: true },
  matter: { document: Documents.MatterDocument, field: 'matter', input: false, keyed: false },
  matterAddIssue: { document: Documents.MatterAddIssueDocument, field: 'matterAddIssue', input: true, keyed: true },
  matterAnswer: { document: Documents.MatterAnswerDocument, field: 'matterAnswer', input: true, keyed: true },
  matterAnswers: { document: Documents.MatterAnswersDocument, field: 'matter', input: false, keyed: false },
  matterAssess: { document: Documents.MatterAssessDocument, field: 'matterAssess', input: true, keyed: true },
  matterClose: { document: Documents.MatterCloseDocument, field: 'matterClose', input: true, keyed: true },
  matterComments: { document: Documents.MatterCommentsDocument, field: 'matter', input: false, keyed: false },
  matterCount: { document: Documents.MatterCountDocument, field: 'matters', input: false, keyed: false },
  matterInvite: { document: Documents.MatterInviteDocument, field: 'matterInvite', input: true, keyed: true },
  matterIssues: { document: Documents.MatterIssuesDocument, field: 'matter', input: false, keyed: false },
  matterLeave: { document: Documents.MatterLeaveDocument, field: 'matterLeave', input: true, keyed: true },
  matterOpen: { document: Documents.MatterOpenDocument, field: 'matterOpen', input: true, keyed: true },
  matterReminders: { document: Documents.MatterRemindersDocument, field: 'matter', input: false, keyed: false },
  matterRemoveIssue: { document: Documents.MatterRemoveIssueDocument, field: 'matterRemoveIssue', input: true, keyed: true },
  matterReopen: { document: Documents.MatterReopenDocument, field: 'matterReopen', input: true, keyed: true },
  matterTimeline: { document: Documents.MatterTimelineDocument, field: 'matter', input: false, keyed: false },
  matters: { document: Documents.MattersDocument, field: 'matters', input: false, keyed: false },
  node: { document: Documents.NodeDocument, field: 'node', input: false, keyed: false },
  nodes: { document: Documents.NodesDocument, field: 'nodes', input: false, keyed: false },
  notificationGroups: { document: Documents.NotificationGroupsDocument, field: 'notificationGroups', input: false, keyed: false },
  notificationPreferencesSet: { document: Documents.NotificationPreferencesSetDocument, field: 'notificationPreferencesSet', input: true, keyed: true },
  notificationSnooze: { document: Documents.NotificationSnoozeDocument, field: 'notificationSnooze', input: true, keyed: true },
  notifications: { document: Documents.NotificationsDocument, field: 'notifications', input: false, keyed: false },
  notificationsMarkRead: { document: Documents.NotificationsMarkReadDocument, field: 'notificationsMarkRead', input: true, keyed: true },
  organization: { document: Documents.OrganizationDocument, field: 'organization', input: false, keyed: false },
  organizations: { document: Documents.OrganizationsDocument, field: 'organizations', input: false, keyed: false },
  referralAccept: { document: Documents.ReferralAcceptDocument, field: 'referralAccept', input: true, keyed: true },
  referralAsk: { document: Documents.ReferralAskDocument, field: 'referralAsk', input: true, keyed: true },
  referralDecline: { document: Documents.ReferralDeclineDocument, field: 'referralDecline', input: true, keyed: true },
  referralOffer: { document: Documents.ReferralOfferDocument, field: 'referralOffer', input: true, keyed: true },
  referralQuestions: { document: Documents.ReferralQuestionsDocument, field: 'node', input: false, keyed: false },
  referralReply: { document: Documents.ReferralReplyDocument, field: 'referralReply', input: true, keyed: true },
  referralReturn: { document: Documents.ReferralReturnDocument, field: 'referralReturn', input: true, keyed: true },
  referralWithdraw: { document: Documents.ReferralWithdrawDocument, field: 'referralWithdraw', input: true, keyed: true },
  referrals: { document: Documents.ReferralsDocument, field: 'referrals', input: false, keyed: false },
  reminderSend: { document: Documents.ReminderSendDocument, field: 'reminderSend', input: true, keyed: true },
  screening: { document: Documents.ScreeningDocument, field: 'screening', input: false, keyed: false },
  sessionCreate: { document: Documents.SessionCreateDocument, field: 'sessionCreate', input: true, keyed: false },
  sessionEnd: { document: Documents.SessionEndDocument, field: 'sessionEnd', input: false, keyed: false },
  taskAssign: { document: Documents.TaskAssignDocument, field: 'taskAssign', input: true, keyed: true },
  taskCount: { document: Documents.TaskCountDocument, field: 'tasks', input: false, keyed: false },
  taskLink: { document: Documents.TaskLinkDocument, field: 'taskLink', input: true, keyed: true },
  taskUnlink: { document: Documents.TaskUnlinkDocument, field: 'taskUnlink', input: true, keyed: true },
  taskUpdate: { document: Documents.TaskUpdateDocument, field: 'taskUpdate', input: true, keyed: true },
  tasks: { document: Documents.TasksDocument, field: 'tasks', input: false, keyed: false },
  topics: { document: Documents.TopicsDocument, field: 'topics', input: false, keyed: false },
  unfollow: { document: Documents.UnfollowDocument, field: 'unfollow', input: true, keyed: true },
  viewer: { document: Documents.ViewerDocument, field: 'viewer', input: false, keyed: false },
  viewerInbox: { document: Documents.ViewerInboxDocument, field: 'viewer', input: false, keyed: false },
};

/** The method that reads the pages of each iterator. */
export const pages = {
  eachArea: 'areas',
  eachAssignment: 'assignments',
  eachCommitment: 'commitments',
  eachEvent: 'eventLog',
  eachIssue: 'issues',
  eachMatter: 'matters',
  eachNotificationGroup: 'notificationGroups',
  eachNotification: 'notifications',
  eachOrganization: 'organizations',
  eachReferral: 'referrals',
  eachTask: 'tasks',
};

export interface Methods {
  /** Prepares an answer inside the body in the lead (dự thảo trả lời). OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA. */
  answerDraft(input: Types.AnswerDraftMutationVariables['input'], options?: CallOptions): Promise<Types.AnswerDraftMutation['answerDraft']>;
  /** Throws away what the viewer’s body has prepared. OFFICER. Errors: NOT_FOUND, VERSION_CONFLICT. */
  answerDraftDiscard(input: Types.AnswerDraftDiscardMutationVariables['input'], options?: CallOptions): Promise<Types.AnswerDraftDiscardMutation['answerDraftDiscard']>;
  /** Gives the prepared answer. LEADER of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT. */
  answerPublish(input: Types.AnswerPublishMutationVariables['input'], options?: CallOptions): Promise<Types.AnswerPublishMutation['answerPublish']>;
  /** Tells how an answer was carried back to the people (thông tin lại cho người dân). OFFICER of a collecting body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA. */
  answerRelay(input: Types.AnswerRelayMutationVariables['input'], options?: CallOptions): Promise<Types.AnswerRelayMutation['answerRelay']>;
  /** Administrative units (đơn vị hành chính), today’s and former ones, by code. */
  areas(variables?: Types.AreasQueryVariables, options?: CallOptions): Promise<Types.AreasQuery['areas']>;
  /** Everything that `areas` lists, one by one; `first` is the size of the pages. */
  eachArea(variables?: Types.AreasQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.AreasQuery['areas']['nodes'][number]>;
  /** Assignments that the viewer’s body has to make or has made, and those of its issues, newest first. */
  assignmentCount(variables?: Types.AssignmentCountQueryVariables, options?: CallOptions): Promise<Types.AssignmentCountQuery['assignments']>;
  /** Names the body that takes an issue on (phân công). LEADER of the assigning body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA. */
  assignmentMake(input: Types.AssignmentMakeMutationVariables['input'], options?: CallOptions): Promise<Types.AssignmentMakeMutation['assignmentMake']>;
  /** Assignments that the viewer’s body has to make or has made, and those of its issues, newest first. */
  assignments(variables?: Types.AssignmentsQueryVariables, options?: CallOptions): Promise<Types.AssignmentsQuery['assignments']>;
  /** Everything that `assignments` lists, one by one; `first` is the size of the pages. */
  eachAssignment(variables?: Types.AssignmentsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.AssignmentsQuery['assignments']['nodes'][number]>;
  /** Adds a remark to an issue or a matter. OFFICER. Errors: NOT_FOUND, FORBIDDEN, BAD_INPUT, PERSONAL_DATA. */
  commentAdd(input: Types.CommentAddMutationVariables['input'], options?: CallOptions): Promise<Types.CommentAddMutation['commentAdd']>;
  /** Promises of the viewer’s body and of the matters in which it takes part, newest first. */
  commitmentCount(variables?: Types.CommitmentCountQueryVariables, options?: CallOptions): Promise<Types.CommitmentCountQuery['commitments']>;
  /** Tells what became of a promise of the viewer’s body. LEADER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, BAD_INPUT, PERSONAL_DATA. */
  commitmentSettle(input: Types.CommitmentSettleMutationVariables['input'], options?: CallOptions): Promise<Types.CommitmentSettleMutation['commitmentSettle']>;
  /** Promises of the viewer’s body and of the matters in which it takes part, newest first. */
  commitments(variables?: Types.CommitmentsQueryVariables, options?: CallOptions): Promise<Types.CommitmentsQuery['commitments']>;
  /** Everything that `commitments` lists, one by one; `first` is the size of the pages. */
  eachCommitment(variables?: Types.CommitmentsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.CommitmentsQuery['commitments']['nodes'][number]>;
  /** The event log as far as it concerns the viewer’s organization, oldest first. Its cursors are those of the subscription. */
  eventLog(variables?: Types.EventLogQueryVariables, options?: CallOptions): Promise<Types.EventLogQuery['events']>;
  /** Everything that `eventLog` lists, one by one; `first` is the size of the pages. */
  eachEvent(variables?: Types.EventLogQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.EventLogQuery['events']['nodes'][number]>;
  /** Follows an object (theo dõi); following it twice is the same. Any role. Errors: NOT_FOUND, BAD_INPUT. */
  follow(input: Types.FollowMutationVariables['input'], options?: CallOptions): Promise<Types.FollowMutation['follow']>;
  /** An issue by its code; null where there is none or none to see. */
  issue(variables: Types.IssueQueryVariables, options?: CallOptions): Promise<Types.IssueQuery['issue']>;
  /** Records an issue that the viewer’s body collected. OFFICER. Errors: BAD_INPUT, PERSONAL_DATA, OUT_OF_SCOPE. */
  issueCollect(input: Types.IssueCollectMutationVariables['input'], options?: CallOptions): Promise<Types.IssueCollectMutation['issueCollect']>;
  /** An issue by its code; null where there is none or none to see. */
  issueComments(variables: Types.IssueCommentsQueryVariables, options?: CallOptions): Promise<Types.IssueCommentsQuery['issue']>;
  /** An issue by its code; null where there is none or none to see. */
  issueCompetence(variables: Types.IssueCompetenceQueryVariables, options?: CallOptions): Promise<Types.IssueCompetenceQuery['issue']>;
  /** Issues that the viewer may see, newest first. */
  issueCount(variables?: Types.IssueCountQueryVariables, options?: CallOptions): Promise<Types.IssueCountQuery['issues']>;
  /** Changes an issue of the viewer’s body that is not closed. OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA, OUT_OF_SCOPE. */
  issueEdit(input: Types.IssueEditMutationVariables['input'], options?: CallOptions): Promise<Types.IssueEditMutation['issueEdit']>;
  /** Links two issues that the viewer may read; the same link twice is one. COORDINATOR. Errors: NOT_FOUND, BAD_INPUT. */
  issueLink(input: Types.IssueLinkMutationVariables['input'], options?: CallOptions): Promise<Types.IssueLinkMutation['issueLink']>;
  /** An issue by its code; null where there is none or none to see. */
  issueLinks(variables: Types.IssueLinksQueryVariables, options?: CallOptions): Promise<Types.IssueLinksQuery['issue']>;
  /** Undoes a split (nhập lại). OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  issueRejoin(input: Types.IssueRejoinMutationVariables['input'], options?: CallOptions): Promise<Types.IssueRejoinMutation['issueRejoin']>;
  /** Screens (sàng lọc) an issue of the viewer’s body. OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT. */
  issueScreen(input: Types.IssueScreenMutationVariables['input'], options?: CallOptions): Promise<Types.IssueScreenMutation['issueScreen']>;
  /** Opens an issue of the viewer’s body to others. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, BAD_INPUT. */
  issueShare(input: Types.IssueShareMutationVariables['input'], options?: CallOptions): Promise<Types.IssueShareMutation['issueShare']>;
  /** Splits an issue of the viewer’s body into its contents (tách nội dung). OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA, OUT_OF_SCOPE. */
  issueSplit(input: Types.IssueSplitMutationVariables['input'], options?: CallOptions): Promise<Types.IssueSplitMutation['issueSplit']>;
  /** An issue by its code; null where there is none or none to see. */
  issueTimeline(variables: Types.IssueTimelineQueryVariables, options?: CallOptions): Promise<Types.IssueTimelineQuery['issue']>;
  /** Removes a link. COORDINATOR of the body that made it or of an owner. Errors: NOT_FOUND, FORBIDDEN. */
  issueUnlink(input: Types.IssueUnlinkMutationVariables['input'], options?: CallOptions): Promise<Types.IssueUnlinkMutation['issueUnlink']>;
  /** Takes shares back; within 2 seconds the bodies read nothing more. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN. */
  issueUnshare(input: Types.IssueUnshareMutationVariables['input'], options?: CallOptions): Promise<Types.IssueUnshareMutation['issueUnshare']>;
  /** Issues that the viewer may see, newest first. */
  issues(variables?: Types.IssuesQueryVariables, options?: CallOptions): Promise<Types.IssuesQuery['issues']>;
  /** Everything that `issues` lists, one by one; `first` is the size of the pages. */
  eachIssue(variables?: Types.IssuesQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.IssuesQuery['issues']['nodes'][number]>;
  /** Records up to 500 issues, each row by itself: a refused one does not hold up the others, and after an interruption the same request goes on where it stopped. OFFICER. Errors of the whole: BAD_INPUT; of a row: those of `issueCollect`. */
  issuesCollect(input: Types.IssuesCollectMutationVariables['input'], options?: CallOptions): Promise<Types.IssuesCollectMutation['issuesCollect']>;
  /** A matter by its code; null where there is none or none to see. */
  matter(variables: Types.MatterQueryVariables, options?: CallOptions): Promise<Types.MatterQuery['matter']>;
  /** Adds an issue to a matter, or consents to an addition. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT. */
  matterAddIssue(input: Types.MatterAddIssueMutationVariables['input'], options?: CallOptions): Promise<Types.MatterAddIssueMutation['matterAddIssue']>;
  /** Answers a matter (trả lời). LEADER of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA. */
  matterAnswer(input: Types.MatterAnswerMutationVariables['input'], options?: CallOptions): Promise<Types.MatterAnswerMutation['matterAnswer']>;
  /** A matter by its code; null where there is none or none to see. */
  matterAnswers(variables: Types.MatterAnswersQueryVariables, options?: CallOptions): Promise<Types.MatterAnswersQuery['matter']>;
  /** Judges the latest answer (đánh giá trả lời). COORDINATOR of a supervising or collecting body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, PERSONAL_DATA. */
  matterAssess(input: Types.MatterAssessMutationVariables['input'], options?: CallOptions): Promise<Types.MatterAssessMutation['matterAssess']>;
  /** Closes an answered matter. LEADER of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT. */
  matterClose(input: Types.MatterCloseMutationVariables['input'], options?: CallOptions): Promise<Types.MatterCloseMutation['matterClose']>;
  /** A matter by its code; null where there is none or none to see. */
  matterComments(variables: Types.MatterCommentsQueryVariables, options?: CallOptions): Promise<Types.MatterCommentsQuery['matter']>;
  /** Matters in which the viewer’s body takes part, newest first. */
  matterCount(variables?: Types.MatterCountQueryVariables, options?: CallOptions): Promise<Types.MatterCountQuery['matters']>;
  /** Gives a body a part in a matter. COORDINATOR of the lead or of a co-ordinating body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT. */
  matterInvite(input: Types.MatterInviteMutationVariables['input'], options?: CallOptions): Promise<Types.MatterInviteMutation['matterInvite']>;
  /** A matter by its code; null where there is none or none to see. */
  matterIssues(variables: Types.MatterIssuesQueryVariables, options?: CallOptions): Promise<Types.MatterIssuesQuery['matter']>;
  /** Ends the viewer’s body’s part in a matter. COORDINATOR. Errors: NOT_FOUND, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  matterLeave(input: Types.MatterLeaveMutationVariables['input'], options?: CallOptions): Promise<Types.MatterLeaveMutation['matterLeave']>;
  /** Opens a matter (lập vụ việc) over issues that the viewer may read. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA. */
  matterOpen(input: Types.MatterOpenMutationVariables['input'], options?: CallOptions): Promise<Types.MatterOpenMutation['matterOpen']>;
  /** A matter by its code; null where there is none or none to see. */
  matterReminders(variables: Types.MatterRemindersQueryVariables, options?: CallOptions): Promise<Types.MatterRemindersQuery['matter']>;
  /** Takes an issue out of a matter. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  matterRemoveIssue(input: Types.MatterRemoveIssueMutationVariables['input'], options?: CallOptions): Promise<Types.MatterRemoveIssueMutation['matterRemoveIssue']>;
  /** Reopens an answered or closed matter. COORDINATOR of the lead, a supervising or a collecting body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  matterReopen(input: Types.MatterReopenMutationVariables['input'], options?: CallOptions): Promise<Types.MatterReopenMutation['matterReopen']>;
  /** A matter by its code; null where there is none or none to see. */
  matterTimeline(variables: Types.MatterTimelineQueryVariables, options?: CallOptions): Promise<Types.MatterTimelineQuery['matter']>;
  /** Matters in which the viewer’s body takes part, newest first. */
  matters(variables?: Types.MattersQueryVariables, options?: CallOptions): Promise<Types.MattersQuery['matters']>;
  /** Everything that `matters` lists, one by one; `first` is the size of the pages. */
  eachMatter(variables?: Types.MattersQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.MattersQuery['matters']['nodes'][number]>;
  /** Any object by its id; null where there is none, or none to see. */
  node(variables: Types.NodeQueryVariables, options?: CallOptions): Promise<Types.NodeQuery['node']>;
  /** Objects by their ids, in the order asked; null at the place of one that is not there to see. */
  nodes(variables: Types.NodesQueryVariables, options?: CallOptions): Promise<Types.NodesQuery['nodes']>;
  /** The inbox by what it is about, the subject with the newest notification first. */
  notificationGroups(variables?: Types.NotificationGroupsQueryVariables, options?: CallOptions): Promise<Types.NotificationGroupsQuery['notificationGroups']>;
  /** Everything that `notificationGroups` lists, one by one; `first` is the size of the pages. */
  eachNotificationGroup(variables?: Types.NotificationGroupsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.NotificationGroupsQuery['notificationGroups']['nodes'][number]>;
  /** How the person wants to hear, in all offices it holds. Any role. Errors: BAD_INPUT. */
  notificationPreferencesSet(input: Types.NotificationPreferencesSetMutationVariables['input'], options?: CallOptions): Promise<Types.NotificationPreferencesSetMutation['notificationPreferencesSet']>;
  /** Puts a notification out of the inbox until a moment (tạm ẩn). Any role. Errors: NOT_FOUND, BAD_INPUT. */
  notificationSnooze(input: Types.NotificationSnoozeMutationVariables['input'], options?: CallOptions): Promise<Types.NotificationSnoozeMutation['notificationSnooze']>;
  /** The inbox of the viewer’s office (thông báo), newest first. Nobody is told of an act of their own. */
  notifications(variables?: Types.NotificationsQueryVariables, options?: CallOptions): Promise<Types.NotificationsQuery['notifications']>;
  /** Everything that `notifications` lists, one by one; `first` is the size of the pages. */
  eachNotification(variables?: Types.NotificationsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.NotificationsQuery['notifications']['nodes'][number]>;
  /** Marks notifications of the viewer’s office as read. Any role. Errors: BAD_INPUT. */
  notificationsMarkRead(input: Types.NotificationsMarkReadMutationVariables['input'], options?: CallOptions): Promise<Types.NotificationsMarkReadMutation['notificationsMarkRead']>;
  /** A member body by its code; null where there is none. */
  organization(variables: Types.OrganizationQueryVariables, options?: CallOptions): Promise<Types.OrganizationQuery['organization']>;
  /** Member bodies, by code. */
  organizations(variables?: Types.OrganizationsQueryVariables, options?: CallOptions): Promise<Types.OrganizationsQuery['organizations']>;
  /** Everything that `organizations` lists, one by one; `first` is the size of the pages. */
  eachOrganization(variables?: Types.OrganizationsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.OrganizationsQuery['organizations']['nodes'][number]>;
  /** Takes an issue on (tiếp nhận). COORDINATOR of the addressee. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT. */
  referralAccept(input: Types.ReferralAcceptMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralAcceptMutation['referralAccept']>;
  /** Asks back before deciding (hỏi lại). COORDINATOR of the addressee. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  referralAsk(input: Types.ReferralAskMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralAskMutation['referralAsk']>;
  /** Does not take an issue on, with a reason and a better address. COORDINATOR of the addressee. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA. */
  referralDecline(input: Types.ReferralDeclineMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralDeclineMutation['referralDecline']>;
  /** Offers an issue to a body (chuyển). COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, REFERRAL_LOOP, BAD_INPUT, PERSONAL_DATA. */
  referralOffer(input: Types.ReferralOfferMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralOfferMutation['referralOffer']>;
  /** Any object by its id; null where there is none, or none to see. */
  referralQuestions(variables: Types.ReferralQuestionsQueryVariables, options?: CallOptions): Promise<Types.ReferralQuestionsQuery['node']>;
  /** Answers what the addressee asked. COORDINATOR of the offering body or the owner. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  referralReply(input: Types.ReferralReplyMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralReplyMutation['referralReply']>;
  /** Gives back what was accepted (trả lại). COORDINATOR of the body that accepted. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA. */
  referralReturn(input: Types.ReferralReturnMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralReturnMutation['referralReturn']>;
  /** Takes an open offer back (rút). COORDINATOR of the offering body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  referralWithdraw(input: Types.ReferralWithdrawMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralWithdrawMutation['referralWithdraw']>;
  /** Referrals that the viewer’s body offered or was offered, and those of its issues, newest first. */
  referrals(variables?: Types.ReferralsQueryVariables, options?: CallOptions): Promise<Types.ReferralsQuery['referrals']>;
  /** Everything that `referrals` lists, one by one; `first` is the size of the pages. */
  eachReferral(variables?: Types.ReferralsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.ReferralsQuery['referrals']['nodes'][number]>;
  /** Reminds a body formally (đôn đốc). COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA. */
  reminderSend(input: Types.ReminderSendMutationVariables['input'], options?: CallOptions): Promise<Types.ReminderSendMutation['reminderSend']>;
  /** What the viewer’s body has to screen, and how long it waits. */
  screening(variables?: Types.ScreeningQueryVariables, options?: CallOptions): Promise<Types.ScreeningQuery['screening']>;
  /** Signs in with e-mail and password: the only field open without a token. UNAUTHENTICATED for every cause alike; RATE_LIMITED with `retryAfter` seconds after too many failures. */
  sessionCreate(input: Types.SessionCreateMutationVariables['input'], options?: CallOptions): Promise<Types.SessionCreateMutation['sessionCreate']>;
  /** Signs out: ends the session of the token in use, within 2 seconds everywhere. INVALID_STATE for an app key. */
  sessionEnd(variables?: Types.SessionEndMutationVariables, options?: CallOptions): Promise<Types.SessionEndMutation['sessionEnd']>;
  /** Gives a body a task in a matter (giao việc). COORDINATOR of the lead or of a co-ordinating body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA. */
  taskAssign(input: Types.TaskAssignMutationVariables['input'], options?: CallOptions): Promise<Types.TaskAssignMutation['taskAssign']>;
  /** Tasks of the matters in which the viewer’s body takes part, newest first. */
  taskCount(variables?: Types.TaskCountQueryVariables, options?: CallOptions): Promise<Types.TaskCountQuery['tasks']>;
  /** Ties a task to a further matter, an issue, or a task to be finished first. COORDINATOR of the lead or of a co-ordinating body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT. */
  taskLink(input: Types.TaskLinkMutationVariables['input'], options?: CallOptions): Promise<Types.TaskLinkMutation['taskLink']>;
  /** Unties a task. COORDINATOR of the lead or of a co-ordinating body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT. */
  taskUnlink(input: Types.TaskUnlinkMutationVariables['input'], options?: CallOptions): Promise<Types.TaskUnlinkMutation['taskUnlink']>;
  /** Moves a task on. OFFICER of the task’s body or of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  taskUpdate(input: Types.TaskUpdateMutationVariables['input'], options?: CallOptions): Promise<Types.TaskUpdateMutation['taskUpdate']>;
  /** Tasks of the matters in which the viewer’s body takes part, newest first. */
  tasks(variables?: Types.TasksQueryVariables, options?: CallOptions): Promise<Types.TasksQuery['tasks']>;
  /** Everything that `tasks` lists, one by one; `first` is the size of the pages. */
  eachTask(variables?: Types.TasksQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.TasksQuery['tasks']['nodes'][number]>;
  /** All topics (lĩnh vực), in their usual order. */
  topics(variables?: Types.TopicsQueryVariables, options?: CallOptions): Promise<Types.TopicsQuery['topics']>;
  /** No longer follows an object; harmless where it was not followed. Any role. Errors: NOT_FOUND, BAD_INPUT. */
  unfollow(input: Types.UnfollowMutationVariables['input'], options?: CallOptions): Promise<Types.UnfollowMutation['unfollow']>;
  /** Who is asking. */
  viewer(variables?: Types.ViewerQueryVariables, options?: CallOptions): Promise<Types.ViewerQuery['viewer']>;
  /** Who is asking. */
  viewerInbox(variables?: Types.ViewerInboxQueryVariables, options?: CallOptions): Promise<Types.ViewerInboxQuery['viewer']>;
}
