import type { CallOptions } from '../base/call.ts';
import * as Documents from './operations.ts';
import type * as Types from './types.ts';

/** What each method sends: `field` is the root field it answers with, `keyed` inputs get an idempotency key. */
export const operations = {
  areas: { document: Documents.AreasDocument, field: 'areas', input: false, keyed: false },
  calendarConfirm: { document: Documents.CalendarConfirmDocument, field: 'calendarConfirm', input: true, keyed: true },
  calendarPropose: { document: Documents.CalendarProposeDocument, field: 'calendarPropose', input: true, keyed: true },
  calendars: { document: Documents.CalendarsDocument, field: 'calendars', input: false, keyed: false },
  commentAdd: { document: Documents.CommentAddDocument, field: 'commentAdd', input: true, keyed: true },
  deadlineAlarms: { document: Documents.DeadlineAlarmsDocument, field: 'deadlineAlarms', input: false, keyed: false },
  deadlineEnd: { document: Documents.DeadlineEndDocument, field: 'deadlineEnd', input: true, keyed: true },
  deadlineExtend: { document: Documents.DeadlineExtendDocument, field: 'deadlineExtend', input: true, keyed: true },
  deadlinePause: { document: Documents.DeadlinePauseDocument, field: 'deadlinePause', input: true, keyed: true },
  deadlineResume: { document: Documents.DeadlineResumeDocument, field: 'deadlineResume', input: true, keyed: true },
  deadlineRuleChange: { document: Documents.DeadlineRuleChangeDocument, field: 'deadlineRuleChange', input: true, keyed: true },
  deadlineRules: { document: Documents.DeadlineRulesDocument, field: 'deadlineRules', input: false, keyed: false },
  deadlineSet: { document: Documents.DeadlineSetDocument, field: 'deadlineSet', input: true, keyed: true },
  deadlines: { document: Documents.DeadlinesDocument, field: 'deadlines', input: false, keyed: false },
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
  matterLeave: { document: Documents.MatterLeaveDocument, field: 'matterLeave', input: true, keyed: true },
  matterOpen: { document: Documents.MatterOpenDocument, field: 'matterOpen', input: true, keyed: true },
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
  viewerInbox: { document: Documents.ViewerInboxDocument, field: 'viewer', input: false, keyed: false },
};

/** The method that reads the pages of each iterator. */
export const pages = {
  eachArea: 'areas',
  eachWorkingCalendar: 'calendars',
  eachDeadlineAlarm: 'deadlineAlarms',
  eachDeadlineRule: 'deadlineRules',
  eachDeadline: 'deadlines',
  eachEvent: 'eventLog',
  eachIssue: 'issues',
  eachMatter: 'matters',
  eachNotificationGroup: 'notificationGroups',
  eachNotification: 'notifications',
  eachOrganization: 'organizations',
  eachReferral: 'referrals',
};

export interface Methods {
  /** Administrative units (đơn vị hành chính), today’s and former ones, by code. */
  areas(variables?: Types.AreasQueryVariables, options?: CallOptions): Promise<Types.AreasQuery['areas']>;
  /** Everything that `areas` lists, one by one; `first` is the size of the pages. */
  eachArea(variables?: Types.AreasQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.AreasQuery['areas']['nodes'][number]>;
  /** Writes the calendar that holds for a year: everybody’s by an ADMIN of a steward body, a body’s own exceptions by its ADMIN. Errors: FORBIDDEN, BAD_INPUT. */
  calendarConfirm(input: Types.CalendarConfirmMutationVariables['input'], options?: CallOptions): Promise<Types.CalendarConfirmMutation['calendarConfirm']>;
  /** Proposes a year’s calendar, without effect. ADMIN of a steward body. Errors: FORBIDDEN, BAD_INPUT. */
  calendarPropose(input: Types.CalendarProposeMutationVariables['input'], options?: CallOptions): Promise<Types.CalendarProposeMutation['calendarPropose']>;
  /** Working calendars by year with their versions, the newest first: everybody’s and the viewer’s own. */
  calendars(variables?: Types.CalendarsQueryVariables, options?: CallOptions): Promise<Types.CalendarsQuery['calendars']>;
  /** Everything that `calendars` lists, one by one; `first` is the size of the pages. */
  eachWorkingCalendar(variables?: Types.CalendarsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.CalendarsQuery['calendars']['nodes'][number]>;
  /** Adds a remark to an issue or a matter. OFFICER. Errors: NOT_FOUND, FORBIDDEN, BAD_INPUT, PERSONAL_DATA. */
  commentAdd(input: Types.CommentAddMutationVariables['input'], options?: CallOptions): Promise<Types.CommentAddMutation['commentAdd']>;
  /** What will happen to the clocks of the viewer’s body in a period, if nobody does anything: warnings, misses, escalations, in order of time: a dry run. BAD_INPUT where `from` is not before `to`. */
  deadlineAlarms(variables?: Types.DeadlineAlarmsQueryVariables, options?: CallOptions): Promise<Types.DeadlineAlarmsQuery['deadlineAlarms']>;
  /** Everything that `deadlineAlarms` lists, one by one; `first` is the size of the pages. */
  eachDeadlineAlarm(variables?: Types.DeadlineAlarmsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.DeadlineAlarmsQuery['deadlineAlarms']['nodes'][number]>;
  /** Ends an agreed or internal clock of the viewer’s body. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  deadlineEnd(input: Types.DeadlineEndMutationVariables['input'], options?: CallOptions): Promise<Types.DeadlineEndMutation['deadlineEnd']>;
  /** Extends a clock of the viewer’s body (gia hạn). LEADER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, BAD_INPUT, PERSONAL_DATA. */
  deadlineExtend(input: Types.DeadlineExtendMutationVariables['input'], options?: CallOptions): Promise<Types.DeadlineExtendMutation['deadlineExtend']>;
  /** Pauses a clock of the viewer’s body. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  deadlinePause(input: Types.DeadlinePauseMutationVariables['input'], options?: CallOptions): Promise<Types.DeadlinePauseMutation['deadlinePause']>;
  /** Lets a paused clock of the viewer’s body run again. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  deadlineResume(input: Types.DeadlineResumeMutationVariables['input'], options?: CallOptions): Promise<Types.DeadlineResumeMutation['deadlineResume']>;
  /** Writes a further version of a rule. ADMIN of a steward body. Errors: FORBIDDEN, VERSION_CONFLICT, BAD_INPUT. */
  deadlineRuleChange(input: Types.DeadlineRuleChangeMutationVariables['input'], options?: CallOptions): Promise<Types.DeadlineRuleChangeMutation['deadlineRuleChange']>;
  /** Rules for clocks with their versions, by code. Open to every member body. */
  deadlineRules(variables?: Types.DeadlineRulesQueryVariables, options?: CallOptions): Promise<Types.DeadlineRulesQuery['deadlineRules']>;
  /** Everything that `deadlineRules` lists, one by one; `first` is the size of the pages. */
  eachDeadlineRule(variables?: Types.DeadlineRulesQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.DeadlineRulesQuery['deadlineRules']['nodes'][number]>;
  /** Sets an agreed or internal clock of the viewer’s body. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA. */
  deadlineSet(input: Types.DeadlineSetMutationVariables['input'], options?: CallOptions): Promise<Types.DeadlineSetMutation['deadlineSet']>;
  /** Clocks that the viewer may see (thời hạn), the earliest due first. */
  deadlines(variables?: Types.DeadlinesQueryVariables, options?: CallOptions): Promise<Types.DeadlinesQuery['deadlines']>;
  /** Everything that `deadlines` lists, one by one; `first` is the size of the pages. */
  eachDeadline(variables?: Types.DeadlinesQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.DeadlinesQuery['deadlines']['nodes'][number]>;
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
  /** Issues that the viewer may see, newest first. */
  issueCount(variables?: Types.IssueCountQueryVariables, options?: CallOptions): Promise<Types.IssueCountQuery['issues']>;
  /** Changes an issue of the viewer’s body that is not closed. OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA, OUT_OF_SCOPE. */
  issueEdit(input: Types.IssueEditMutationVariables['input'], options?: CallOptions): Promise<Types.IssueEditMutation['issueEdit']>;
  /** Links two issues that the viewer may read; the same link twice is one. COORDINATOR. Errors: NOT_FOUND, BAD_INPUT. */
  issueLink(input: Types.IssueLinkMutationVariables['input'], options?: CallOptions): Promise<Types.IssueLinkMutation['issueLink']>;
  /** An issue by its code; null where there is none or none to see. */
  issueLinks(variables: Types.IssueLinksQueryVariables, options?: CallOptions): Promise<Types.IssueLinksQuery['issue']>;
  /** Screens (sàng lọc) an issue of the viewer’s body. OFFICER. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT. */
  issueScreen(input: Types.IssueScreenMutationVariables['input'], options?: CallOptions): Promise<Types.IssueScreenMutation['issueScreen']>;
  /** Opens an issue of the viewer’s body to others. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, BAD_INPUT. */
  issueShare(input: Types.IssueShareMutationVariables['input'], options?: CallOptions): Promise<Types.IssueShareMutation['issueShare']>;
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
  /** A matter by its code; null where there is none or none to see. */
  matter(variables: Types.MatterQueryVariables, options?: CallOptions): Promise<Types.MatterQuery['matter']>;
  /** Adds an issue to a matter, or consents to an addition. COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT. */
  matterAddIssue(input: Types.MatterAddIssueMutationVariables['input'], options?: CallOptions): Promise<Types.MatterAddIssueMutation['matterAddIssue']>;
  /** Answers a matter (trả lời). LEADER of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA. */
  matterAnswer(input: Types.MatterAnswerMutationVariables['input'], options?: CallOptions): Promise<Types.MatterAnswerMutation['matterAnswer']>;
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
  /** Does not take an issue on, with a reason and a better address. COORDINATOR of the addressee. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, VERSION_CONFLICT, PERSONAL_DATA. */
  referralDecline(input: Types.ReferralDeclineMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralDeclineMutation['referralDecline']>;
  /** Offers an issue to a body (chuyển). COORDINATOR. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, REFERRAL_LOOP, BAD_INPUT, PERSONAL_DATA. */
  referralOffer(input: Types.ReferralOfferMutationVariables['input'], options?: CallOptions): Promise<Types.ReferralOfferMutation['referralOffer']>;
  /** Referrals that the viewer’s body offered or was offered, and those of its issues, newest first. */
  referrals(variables?: Types.ReferralsQueryVariables, options?: CallOptions): Promise<Types.ReferralsQuery['referrals']>;
  /** Everything that `referrals` lists, one by one; `first` is the size of the pages. */
  eachReferral(variables?: Types.ReferralsQueryVariables, options?: CallOptions): AsyncIterableIterator<Types.ReferralsQuery['referrals']['nodes'][number]>;
  /** Signs in with e-mail and password: the only field open without a token. UNAUTHENTICATED for every cause alike; RATE_LIMITED with `retryAfter` seconds after too many failures. */
  sessionCreate(input: Types.SessionCreateMutationVariables['input'], options?: CallOptions): Promise<Types.SessionCreateMutation['sessionCreate']>;
  /** Signs out: ends the session of the token in use, within 2 seconds everywhere. INVALID_STATE for an app key. */
  sessionEnd(variables?: Types.SessionEndMutationVariables, options?: CallOptions): Promise<Types.SessionEndMutation['sessionEnd']>;
  /** Gives a body a task in a matter (giao việc). COORDINATOR of the lead or of a co-ordinating body. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, BAD_INPUT, PERSONAL_DATA. */
  taskAssign(input: Types.TaskAssignMutationVariables['input'], options?: CallOptions): Promise<Types.TaskAssignMutation['taskAssign']>;
  /** Moves a task on. OFFICER of the task’s body or of the lead. Errors: NOT_FOUND, FORBIDDEN, INVALID_STATE, VERSION_CONFLICT, PERSONAL_DATA. */
  taskUpdate(input: Types.TaskUpdateMutationVariables['input'], options?: CallOptions): Promise<Types.TaskUpdateMutation['taskUpdate']>;
  /** All topics (lĩnh vực), in their usual order. */
  topics(variables?: Types.TopicsQueryVariables, options?: CallOptions): Promise<Types.TopicsQuery['topics']>;
  /** No longer follows an object; harmless where it was not followed. Any role. Errors: NOT_FOUND, BAD_INPUT. */
  unfollow(input: Types.UnfollowMutationVariables['input'], options?: CallOptions): Promise<Types.UnfollowMutation['unfollow']>;
  /** Who is asking. */
  viewer(variables?: Types.ViewerQueryVariables, options?: CallOptions): Promise<Types.ViewerQuery['viewer']>;
  /** Who is asking. */
  viewerInbox(variables?: Types.ViewerInboxQueryVariables, options?: CallOptions): Promise<Types.ViewerInboxQuery['viewer']>;
}
