/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How near the viewer’s organization stands to an issue or matter. */
export type AccessLevel =
  /** It collected the issue, or leads the matter. */
  | 'OWNER'
  /** It leads, co-ordinates or supervises the matter, or the issue is offered to it. */
  | 'PARTICIPANT'
  /** The issue is shared with it; of a matter it is informed. */
  | 'READER'
  /** It sees a redacted card only. */
  | 'SUMMARY'
  | '%future added value';

/** Throws away what the viewer’s body has prepared. */
export type AnswerDraftDiscardInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The draft. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
};

/** Prepares the answer of the body in the lead, or changes what it has prepared. Nobody else sees it. */
export type AnswerDraftInput = {
  /** The answer, 1 to 10,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  content: string;
  /** Number of the official document, up to 100 characters. */
  documentNumber?: string | null | undefined;
  /** Date of the official document, today at the latest (ngày văn bản). */
  documentOn?: string | null | undefined;
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The issues of the matter that it answers, up to 100; absent: all of them. */
  issueIds?: Array<string> | null | undefined;
  /** The matter. */
  matterId: string;
  /** What it says. */
  outcome: Outcome;
  /** The day promised, today at the earliest: needed with PLANNED, refused with any other outcome. */
  plannedOn?: string | null | undefined;
  /** What is promised, up to 500 characters; only with PLANNED, the matter’s title where absent. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  promise?: string | null | undefined;
};

/** Gives the prepared answer; the draft is gone. */
export type AnswerPublishInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The draft. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
};

/** Tells how and when the people whose issue it was heard the answer, and how they took it: numbers, never names. Once for each issue; a repeat replaces what was told. More not satisfied than satisfied and accepted together: `answer.contested`, on which a clock starts; `matterReopen` is open to the body. */
export type AnswerRelayInput = {
  /** How many accepted it, 0 to 1,000,000. */
  accepted?: number | null | undefined;
  /** The answer. */
  answerId: string;
  /** How they were told. */
  channel: Channel;
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** An issue of the viewer’s body that it answers. */
  issueId: string;
  /** How many were not satisfied, 0 to 1,000,000. */
  notSatisfied?: number | null | undefined;
  /** Up to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  note?: string | null | undefined;
  /** How many were satisfied, 0 to 1,000,000. */
  satisfied?: number | null | undefined;
  /** When: from the day of the answer to today. */
  toldOn: string;
};

/** What an area is (đơn vị hành chính). */
export type AreaKind =
  /** Xã. */
  | 'COMMUNE'
  /** Huyện, thị xã, thành phố thuộc tỉnh: history only, abolished on 2025-07-01. */
  | 'DISTRICT'
  /** Tỉnh. */
  | 'PROVINCE'
  /** Thị trấn: history only. */
  | 'TOWNSHIP'
  /** Phường. */
  | 'WARD'
  | '%future added value';

/** A judgement on an answer (đánh giá trả lời). */
export type AssessmentVerdict =
  /** Trả lời thỏa đáng. */
  | 'ADEQUATE'
  /** Trả lời chung chung: says nothing. */
  | 'GENERIC'
  /** Đã trả lời nhưng chưa làm. */
  | 'NOT_DONE'
  /** Không đúng thẩm quyền. */
  | 'WRONG_AUTHORITY'
  | '%future added value';

/** Why an issue needs to be assigned. */
export type AssignmentCause =
  /** Chuyển vòng: a refusal points to a body that has refused, or back. */
  | 'CIRCLE'
  /** Không có phản hồi. */
  | 'SILENCE'
  /** Ba lần bị từ chối hoặc trả lại. */
  | 'THIRD_DECLINE'
  | '%future added value';

/** Names the body that takes the issue on: it leads the matter at once, the owner co-ordinates, the assigning body supervises. It can neither decline nor return it. */
export type AssignmentMakeInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The assignment; REQUESTED. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** What is asked of it, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account. */
  request: string;
  /** The body; it must exist today and be another one. */
  toOrganizationId: string;
};

/** Where an assignment stands. */
export type AssignmentStatus =
  /** Không còn cần phân công. */
  | 'LAPSED'
  /** Đã phân công. */
  | 'MADE'
  /** Chờ phân công. */
  | 'REQUESTED'
  | '%future added value';

/** How an issue reached the body (kênh tiếp nhận). */
export type Channel =
  /** Ứng dụng, cổng thông tin. */
  | 'APP'
  /** Sinh hoạt chi hội, chi đoàn. */
  | 'BRANCH_MEETING'
  /** Tiếp công dân. */
  | 'CITIZEN_RECEPTION'
  /** Đối thoại. */
  | 'DIALOGUE'
  /** Thư điện tử. */
  | 'EMAIL'
  /** Đi cơ sở. */
  | 'FIELD_VISIT'
  /** Đường dây nóng. */
  | 'HOTLINE'
  /** Đơn, thư. */
  | 'LETTER'
  /** Kênh khác. */
  | 'OTHER'
  /** Nhóm Viber. */
  | 'VIBER'
  /** Tiếp xúc cử tri. */
  | 'VOTER_MEETING'
  /** Nhóm Zalo. */
  | 'ZALO'
  | '%future added value';

/** A remark on an issue that the viewer may read, or on a matter in which its body takes part. */
export type CommentAddInput = {
  /** The remark, 1 to 5,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  body: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** True: for the viewer’s own organization alone. */
  internal?: boolean | null | undefined;
  /** The issue or matter; BAD_INPUT for an id of another type. */
  subjectId: string;
};

/** Lists mean “any of”, different fields mean “and”. */
export type CommitmentFilter = {
  /** For this day or later. */
  dueFrom?: string | null | undefined;
  /** For this day or earlier. */
  dueTo?: string | null | undefined;
  /** Promised by any of these bodies. */
  organizationIds?: Array<string> | null | undefined;
  /** True: only those whose day was over before they were kept; false: only the others. */
  passed?: boolean | null | undefined;
  /** Any of these states. */
  statuses?: Array<CommitmentStatus> | null | undefined;
};

/** The body tells what became of its promise. An answer to the matter settles those made there by itself. */
export type CommitmentSettleInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The commitment; OPEN. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Up to 2,000 characters; needed with DROPPED. Names no person, phone, identity number, plate, e-mail or account. */
  note?: string | null | undefined;
  /** What became of it. */
  status: SettledAs;
};

/** What became of a promise. */
export type CommitmentStatus =
  /** Không thực hiện: what was promised will not be done. */
  | 'DROPPED'
  /** Đã thực hiện. */
  | 'KEPT'
  /** Đã dời ngày: a later promise stands in its place. */
  | 'MOVED'
  /** Chưa thực hiện. */
  | 'OPEN'
  | '%future added value';

/** Lists mean “any of”, different fields mean “and”. */
export type EventFilter = {
  /** About issues in any of these areas or below, or matters with such issues. */
  areaIds?: Array<string> | null | undefined;
  /** True: only what concerns something the viewer follows. */
  followed?: boolean | null | undefined;
  /** About any of these issues. */
  issueIds?: Array<string> | null | undefined;
  /** About any of these matters. */
  matterIds?: Array<string> | null | undefined;
  /** Acts of any of these organizations. */
  organizationIds?: Array<string> | null | undefined;
  /** About issues of any of these topics, or matters with such issues. */
  topicCodes?: Array<string> | null | undefined;
  /** Any of these types, e.g. `issue.collected`. */
  types?: Array<string> | null | undefined;
};

/** What the viewer wants to hear of. Following is of the office or app, not of its organization. */
export type FollowInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** An issue, a matter, a topic, an area or an organization; BAD_INPUT for an id of another type. */
  subjectId: string;
};

/** What a body collected. */
export type IssueCollectInput = {
  /** The unit it concerns; it must exist on the day of collection. */
  areaId: string;
  /** How it reached the body. */
  channel: Channel;
  /** Chosen by the caller, also offline: the same one twice from the same organization is the same issue. */
  clientId?: string | null | undefined;
  /** The day of collection, today at the latest; absent: today in Asia/Ho_Chi_Minh. */
  collectedOn?: string | null | undefined;
  /** The content, 1 to 10,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise; accuses nobody and contests no decision: OUT_OF_SCOPE otherwise. */
  description: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Reflection, recommendation or proposal. */
  kind: IssueKind;
  /** The place as said, up to 200 characters. */
  place?: string | null | undefined;
  /** The answered issue that is raised again here: linked as REPEATS and counted there. It must be readable, ANSWERED or CLOSED: INVALID_STATE otherwise. */
  repeatsId?: string | null | undefined;
  /** The bodies it is shared with, up to 100; only with SHARED or NETWORK. */
  shareWithIds?: Array<string> | null | undefined;
  /** One line, 1 to 200 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise; accuses nobody and contests no decision: OUT_OF_SCOPE otherwise. */
  title: string;
  /** Code of the topic, e.g. `DRAINAGE`. */
  topicCode: string;
  /** To whom it is open from the start. */
  visibility: Visibility;
  /** How many times it was raised, 1 to 1,000,000. */
  voices?: number | null | undefined;
};

/** Changes of an issue; what is absent stays. Open to its owner while it is not closed. */
export type IssueEditInput = {
  /** The unit it concerns. */
  areaId?: string | null | undefined;
  /** 1 to 10,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise; accuses nobody and contests no decision: OUT_OF_SCOPE otherwise. */
  description?: string | null | undefined;
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion: number;
  /** The issue. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The place as said, up to 200 characters; empty takes it away. */
  place?: string | null | undefined;
  /** 1 to 200 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise; accuses nobody and contests no decision: OUT_OF_SCOPE otherwise. */
  title?: string | null | undefined;
  /** Code of the topic. */
  topicCode?: string | null | undefined;
  /** How many times it was raised; never fewer than before. */
  voices?: number | null | undefined;
};

/** Lists mean “any of”, different fields mean “and”. */
export type IssueFilter = {
  /** Any of these areas or the areas below them. */
  areaIds?: Array<string> | null | undefined;
  /** Through any of these channels. */
  channels?: Array<Channel> | null | undefined;
  /** Collected on this day or later. */
  collectedFrom?: string | null | undefined;
  /** Collected on this day or earlier. */
  collectedTo?: string | null | undefined;
  /** True: only what the viewer follows; false: only what it does not. */
  followed?: boolean | null | undefined;
  /** Any of these kinds. */
  kinds?: Array<IssueKind> | null | undefined;
  /** Collected by any of these bodies. */
  organizationIds?: Array<string> | null | undefined;
  /** Words, up to 200 characters; case and accents do not matter. Words of hidden fields are not searched. */
  query?: string | null | undefined;
  /** Any of these states. */
  statuses?: Array<IssueStatus> | null | undefined;
  /** Any of these topic codes. */
  topicCodes?: Array<string> | null | undefined;
};

/** What kind of content an issue is. */
export type IssueKind =
  /** Đề xuất: suggests a solution. */
  | 'PROPOSAL'
  /** Kiến nghị: asks for a measure. */
  | 'RECOMMENDATION'
  /** Phản ánh: tells of a state of affairs. */
  | 'REFLECTION'
  | '%future added value';

/** A reference between two issues that the viewer may read. */
export type IssueLinkInput = {
  /** The issue that refers. */
  fromId: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** What the reference says. */
  kind: LinkKind;
  /** Why, up to 2,000 characters. */
  note?: string | null | undefined;
  /** The issue referred to. */
  toId: string;
};

/** One content of an issue that has several. What is absent is as in the whole. */
export type IssuePartInput = {
  /** The unit it concerns. */
  areaId?: string | null | undefined;
  /** The content, 1 to 10,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise; accuses nobody and contests no decision: OUT_OF_SCOPE otherwise. */
  description: string;
  /** Reflection, recommendation or proposal. */
  kind?: IssueKind | null | undefined;
  /** The place as said, up to 200 characters. */
  place?: string | null | undefined;
  /** One line, 1 to 200 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise; accuses nobody and contests no decision: OUT_OF_SCOPE otherwise. */
  title: string;
  /** Code of the topic. */
  topicCode?: string | null | undefined;
};

/** Undoes a split while no part is referred or in a matter: the parts become SUPERSEDED, the whole RECEIVED, to be screened anew. */
export type IssueRejoinInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The whole. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Why, 1 to 2,000 characters; names no person. */
  reason: string;
};

/** One issue of a batch: as in `issueCollect`, with a clientId of its own. */
export type IssueRowInput = {
  /** The unit it concerns; it must exist on the day of collection. */
  areaId: string;
  /** How it reached the body. */
  channel: Channel;
  /** Chosen by the caller: the same one twice, here or earlier, is the same issue and answers REPEATED. */
  clientId: string;
  /** The day of collection, today at the latest; absent: today in Asia/Ho_Chi_Minh. */
  collectedOn?: string | null | undefined;
  /** The content, 1 to 10,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise; accuses nobody and contests no decision: OUT_OF_SCOPE otherwise. */
  description: string;
  /** Reflection, recommendation or proposal. */
  kind: IssueKind;
  /** The place as said, up to 200 characters. */
  place?: string | null | undefined;
  /** The answered issue that is raised again here: linked as REPEATS and counted there. It must be readable, ANSWERED or CLOSED: INVALID_STATE otherwise. */
  repeatsId?: string | null | undefined;
  /** The bodies it is shared with, up to 100; only with SHARED or NETWORK. */
  shareWithIds?: Array<string> | null | undefined;
  /** One line, 1 to 200 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise; accuses nobody and contests no decision: OUT_OF_SCOPE otherwise. */
  title: string;
  /** Code of the topic, e.g. `DRAINAGE`. */
  topicCode: string;
  /** To whom it is open from the start. */
  visibility: Visibility;
  /** How many times it was raised, 1 to 1,000,000. */
  voices?: number | null | undefined;
};

/** The owner’s screening, while the issue is in no referral or matter. */
export type IssueScreenInput = {
  /** What was found. */
  decision: ScreenDecision;
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The issue. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Up to 2,000 characters; needed with NEEDS_INFO and OUT_OF_SCOPE. */
  reason?: string | null | undefined;
};

/** Opens an issue further, or sets its visibility anew. Open to its owner. */
export type IssueShareInput = {
  /** The issue. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Bodies to share with, added to those before, up to 100. */
  organizationIds?: Array<string> | null | undefined;
  /** Absent: SHARED where it was PRIVATE. PRIVATE takes every share back. */
  visibility?: Visibility | null | undefined;
};

/** Splits an issue with several contents. Open to its owner before it is referred or followed up. Parts are open to the same bodies, have the same voices and are screened on their own; the whole becomes SUPERSEDED. */
export type IssueSplitInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The issue: received, in need of information or screened. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Its contents, 2 to 20. */
  parts: Array<IssuePartInput>;
};

/** Where an issue stands. From REFERRED on it follows its referral or matter. */
export type IssueStatus =
  /** Vụ việc đã có trả lời. */
  | 'ANSWERED'
  /** Vụ việc đã kết thúc. */
  | 'CLOSED'
  /** Đang theo dõi giải quyết trong một vụ việc. */
  | 'IN_FOLLOW_UP'
  /** Cần bổ sung thông tin. */
  | 'NEEDS_INFO'
  /** Ngoài phạm vi. */
  | 'OUT_OF_SCOPE'
  /** Mới tiếp nhận. */
  | 'RECEIVED'
  /** Đã chuyển, chờ tiếp nhận. */
  | 'REFERRED'
  /** Đã sàng lọc, phân loại. */
  | 'SCREENED'
  /** Đã tách hoặc đã nhập lại: its content lives on in its parts, or in the whole after a split was undone. */
  | 'SUPERSEDED'
  | '%future added value';

/** Removes a reference: open to who made it and to the owners of both issues. */
export type IssueUnlinkInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The link. */
  linkId: string;
  /** Why, up to 2,000 characters. */
  reason?: string | null | undefined;
};

/** Takes shares back. Bodies in its matter or referral keep what these give them. */
export type IssueUnshareInput = {
  /** The issue. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The bodies, up to 100. */
  organizationIds: Array<string>;
};

/** Many issues at once. Each row stands or falls for itself. */
export type IssuesCollectInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** 1 to 500 rows; the request as a whole at most 1 MiB. */
  rows: Array<IssueRowInput>;
};

/** How one issue refers to another (liên hệ). */
export type LinkKind =
  /** The first is caused by the second. */
  | 'CAUSED_BY'
  /** They have to do with one another. */
  | 'RELATED'
  /** The first was raised again after the second was answered. */
  | 'REPEATS'
  /** Both are about the same matter. */
  | 'SAME_MATTER'
  | '%future added value';

/** An act in a matter that needs a reason. */
export type MatterAct =
  /** An issue was taken out. */
  | 'ISSUE_REMOVED'
  /** A body left. */
  | 'LEFT'
  /** The matter was reopened. */
  | 'REOPENED'
  | '%future added value';

/** Adds an issue. Open to the lead and co-ordinating bodies for what they may read, to every participant for its own: that is also how an owner consents to an addition by others. */
export type MatterAddIssueInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The issue: open, in no other matter. */
  issueId: string;
  /** The matter. */
  matterId: string;
};

/** The lead’s answer; a further one replaces outcome and date, the earlier text stays. One that names issues answers the matter once every issue in it is answered. */
export type MatterAnswerInput = {
  /** The answer, 1 to 10,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  content: string;
  /** Number of the official document, up to 100 characters. */
  documentNumber?: string | null | undefined;
  /** Date of the official document, today at the latest (ngày văn bản). */
  documentOn?: string | null | undefined;
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The issues of the matter that it answers, up to 100; absent: all of them. */
  issueIds?: Array<string> | null | undefined;
  /** The matter. */
  matterId: string;
  /** What it says. */
  outcome: Outcome;
  /** The day promised, today at the earliest: needed with PLANNED, refused with any other outcome. */
  plannedOn?: string | null | undefined;
  /** What is promised, up to 500 characters; only with PLANNED, the matter’s title where absent. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  promise?: string | null | undefined;
};

/** A judgement on the latest answer. Open to supervising and collecting bodies, never to the one that gave it. */
export type MatterAssessInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The matter. */
  matterId: string;
  /** Why, up to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  note?: string | null | undefined;
  /** The judgement. */
  verdict: AssessmentVerdict;
};

/** Closes an answered matter. */
export type MatterCloseInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The matter. */
  matterId: string;
};

/** Lists mean “any of”, different fields mean “and”. */
export type MatterFilter = {
  /** Led by any of these bodies. */
  leadIds?: Array<string> | null | undefined;
  /** Any of these bodies takes part. */
  participantIds?: Array<string> | null | undefined;
  /** Words of title and summary, up to 200 characters; case and accents do not matter. */
  query?: string | null | undefined;
  /** Any of these states. */
  statuses?: Array<MatterStatus> | null | undefined;
};

/** Gives a body a part in the matter, or another part than before. The lead alone hands over the lead and changes the part of others. */
export type MatterInviteInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The matter. */
  matterId: string;
  /** The body; it must exist today. */
  organizationId: string;
  /** Its part. LEAD hands the lead over: the old lead becomes COORDINATING. */
  role: ParticipantRole;
};

/** Ends the part of the viewer’s body. Not open to the lead (hand it over first), nor while an issue of its own is in the matter (take it out first). */
export type MatterLeaveInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The matter. */
  matterId: string;
  /** Why, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason: string;
};

/** A new matter over issues that the viewer may read. The owners of the issues become INFORMED; the matter’s bodies read an issue only once its owner has added it or offered it. */
export type MatterOpenInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Its first issues, 1 to 100: open and in no matter yet. */
  issueIds: Array<string>;
  /** The body in the lead; absent: the viewer’s own. Another lead makes the viewer’s body COORDINATING. */
  leadId?: string | null | undefined;
  /** What it is about, up to 10,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  summary?: string | null | undefined;
  /** One line, 1 to 200 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  title: string;
};

/** Takes an issue out. Open to its owner, to who added it and to the lead. An owner that took part through this issue alone takes part no longer, unless it took the issue out itself: then it stays INFORMED until it leaves. */
export type MatterRemoveIssueInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The issue. */
  issueId: string;
  /** The matter. */
  matterId: string;
  /** Why, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason: string;
};

/** Reopens an answered or closed matter: outcome and date are cleared, the answers stay. */
export type MatterReopenInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The matter. */
  matterId: string;
  /** Why, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason: string;
};

/** Where a matter stands. */
export type MatterStatus =
  /** Đã có trả lời. */
  | 'ANSWERED'
  /** Đã kết thúc. */
  | 'CLOSED'
  /** Đang giải quyết. */
  | 'IN_PROGRESS'
  /** Mới mở, chưa giao việc. */
  | 'OPEN'
  | '%future added value';

/** When a person wants to hear by e-mail. */
export type NotificationDeliveryTime =
  /** Ngay: in the inbox, and by e-mail within a minute, as soon as quiet hours allow. */
  | 'AT_ONCE'
  /** Hằng ngày: in the inbox, and by e-mail in the digest of the day, from 07:00. */
  | 'DAILY_DIGEST'
  /** Tắt: not at all. */
  | 'OFF'
  | '%future added value';

/** How to hear for one reason. */
export type NotificationPreferenceInput = {
  /** When. */
  delivery: NotificationDeliveryTime;
  /** The reason. */
  reason: NotificationReason;
};

/** How the person wants to hear, in all offices it holds. What is left out stays as it is. */
export type NotificationPreferencesSetInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Each reason at most once. */
  preferences?: Array<NotificationPreferenceInput> | null | undefined;
  /** Quiet hours; null takes them away. */
  quietHours?: QuietHoursInput | null | undefined;
};

/** Why an office is told (lý do thông báo). */
export type NotificationReason =
  /** Trả lời: an answer on what its body collected or supervises, or a judgement on what its body answered. */
  | 'ANSWERED'
  /** Giao việc: a task of its body, or one that its body assigned. */
  | 'ASSIGNED'
  /** Thời hạn: a clock of its body, or one escalated to it. */
  | 'DEADLINE'
  /** Theo dõi: it follows the issue, matter, topic, area or body. */
  | 'FOLLOWED'
  /** Mời tham gia: its body was given a role in a matter. */
  | 'INVITED'
  /** Nghi trùng: the platform has found what another body also has. */
  | 'MATCHED'
  /** Nhắc đến: a comment names its body after an @, e.g. @MTTQ-18073. */
  | 'MENTIONED'
  /** Chuyển: an issue was offered to its body, or an offer was decided. */
  | 'REFERRED'
  | '%future added value';

/** Puts a notification out of the inbox for a while. */
export type NotificationSnoozeInput = {
  /** A notification of the office. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Until when: later than now, a year at most; BAD_INPUT otherwise. Null: back into the inbox. */
  until?: string | null | undefined;
};

/** Which notifications of the office are read now: named ones, all up to a moment, or both given: both. */
export type NotificationsMarkReadInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** These, up to 500; others’ and unknown ids are passed over. Absent with `upTo` absent: all. */
  ids?: Array<string> | null | undefined;
  /** All that came until then. */
  upTo?: string | null | undefined;
};

/** What a member body is. */
export type OrganizationKind =
  /** Hội quần chúng. */
  | 'ASSOCIATION'
  /** Sở, ban, ngành. */
  | 'DEPARTMENT'
  /** Hội Nông dân. */
  | 'FARMERS_UNION'
  /** Ủy ban Mặt trận Tổ quốc. */
  | 'FATHERLAND_FRONT'
  /** Cấp ủy. */
  | 'PARTY_COMMITTEE'
  /** Ủy ban nhân dân. */
  | 'PEOPLES_COMMITTEE'
  /** Hội đồng nhân dân. */
  | 'PEOPLES_COUNCIL'
  /** Ban Tuyên giáo và Dân vận. */
  | 'PROPAGANDA_AND_MASS_MOBILISATION_BOARD'
  /** Đơn vị cung cấp dịch vụ: điện, nước, vệ sinh môi trường. */
  | 'SERVICE_PROVIDER'
  /** Công đoàn, Liên đoàn Lao động. */
  | 'TRADE_UNION'
  /** Hội Cựu chiến binh. */
  | 'VETERANS_ASSOCIATION'
  /** Hội Liên hiệp Phụ nữ. */
  | 'WOMENS_UNION'
  /** Đoàn Thanh niên Cộng sản Hồ Chí Minh. */
  | 'YOUTH_UNION'
  | '%future added value';

/** What an answer says about the matter (kết quả giải quyết). */
export type Outcome =
  /** Giải trình, thông tin lại. */
  | 'EXPLAINED'
  /** Đang giải quyết. */
  | 'IN_RESOLUTION'
  /** Chưa giải quyết được. */
  | 'NOT_RESOLVABLE'
  /** Sẽ giải quyết, with a date. */
  | 'PLANNED'
  /** Đã giải quyết xong. */
  | 'RESOLVED'
  | '%future added value';

/** A body’s part in a matter. */
export type ParticipantRole =
  /** Phối hợp: adds issues, invites, assigns tasks. */
  | 'COORDINATING'
  /** Được thông tin: sees and comments. */
  | 'INFORMED'
  /** Chủ trì: answers and closes; one at a time. */
  | 'LEAD'
  /** Giám sát: sees, comments, judges answers, reopens; never edits. */
  | 'SUPERVISING'
  | '%future added value';

/** When no e-mail is to be sent; equal times are BAD_INPUT. */
export type QuietHoursInput = {
  /** First minute, `HH:MM`, local time. */
  from: string;
  /** First minute after, `HH:MM`, local time. */
  to: string;
};

/** The addressee takes the issue on. An issue in a matter stays there and the addressee joins it in the offered part; any other goes into the named matter or into a new one: led by the addressee where LEAD was offered, else by the offering body. */
export type ReferralAcceptInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The referral. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** A matter that the addressee leads or co-ordinates, to take the issue in. */
  matterId?: string | null | undefined;
};

/** The addressee asks back before it decides; one question at a time. */
export type ReferralAskInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The referral. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The question, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  question: string;
};

/** The addressee does not take the issue on. */
export type ReferralDeclineInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The referral. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** No member body is competent; not together with a better address. */
  noneCompetent?: boolean | null | undefined;
  /** Why, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason: string;
  /** A body to ask instead; it must exist today. */
  suggestedOrganizationId?: string | null | undefined;
};

/** Offers an issue to a body. Open to its owner; once it is in a matter to the lead, and to the owner where it co-ordinates there. A body that declined is asked again only with another request. */
export type ReferralOfferInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The issue: received, screened, referred or in follow-up. */
  issueId: string;
  /** What is asked of it, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  request: string;
  /** The part offered. In a matter only its lead offers LEAD. */
  role?: ParticipantRole | null | undefined;
  /** The body asked; it must exist today. REFERRAL_LOOP for the owner and for a body that handed the lead on. */
  toOrganizationId: string;
};

/** Answers what the addressee asked. Open to who offered and to the owner. */
export type ReferralReplyInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The referral. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The reply, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reply: string;
};

/** Gives back what was accepted, while the body still has the part and the matter is neither answered nor closed. The part goes back to who offered it; an issue taken into a matter that the body had already leaves that matter. What was assigned is not returned. */
export type ReferralReturnInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The referral. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Why, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason: string;
  /** A body to ask instead; it must exist today. */
  suggestedOrganizationId?: string | null | undefined;
};

/** Where a referral stands. */
export type ReferralStatus =
  /** Đã tiếp nhận. */
  | 'ACCEPTED'
  /** Không tiếp nhận, with a reason. */
  | 'DECLINED'
  /** Đã chuyển, chờ tiếp nhận. */
  | 'OFFERED'
  /** Đã trả lại: taken on before, then given back with a reason. */
  | 'RETURNED'
  /** Đã rút: taken back, or another body leads by now, or the offering body no longer does. */
  | 'WITHDRAWN'
  | '%future added value';

/** Takes an open offer back: the addressee sees the issue no longer. */
export type ReferralWithdrawInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The referral. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Why, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason: string;
};

/** Reminds the lead of a matter, the body of a task, or the addressee of a referral. Matter and task: open to who works there, supervises or collected; referral: to who offered it and to the owner. Not of what is finished, nor of oneself. */
export type ReminderSendInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Up to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account. */
  note?: string | null | undefined;
  /** A matter, a task or a referral. */
  subjectId: string;
};

/** What an office may do for its organization. A role includes those before it, from officer to leader. */
export type Role =
  /** Quản trị: staff, keys, agreements. */
  | 'ADMIN'
  /** Kiểm tra: reads everything of the organization and its disclosure ledger; changes nothing. */
  | 'AUDITOR'
  /** Điều phối: shares, links, refers, runs joint follow-up. */
  | 'COORDINATOR'
  /** Lãnh đạo: answers, closes, escalates. */
  | 'LEADER'
  /** Cán bộ: collects, screens, comments. */
  | 'OFFICER'
  | '%future added value';

/** What became of one row of a batch. */
export type RowOutcome =
  /** Đã tiếp nhận. */
  | 'COLLECTED'
  /** Không tiếp nhận, with the error. */
  | 'REFUSED'
  /** Đã có từ trước: its clientId had brought the issue before, nothing was added. */
  | 'REPEATED'
  | '%future added value';

/** What screening (sàng lọc) finds. */
export type ScreenDecision =
  /** It is an issue to follow up. */
  | 'ACCEPT'
  /** Something is missing; `reason` says what. */
  | 'NEEDS_INFO'
  /** It is none for this platform; `reason` says why. */
  | 'OUT_OF_SCOPE'
  | '%future added value';

/** Who signs in. */
export type SessionCreateInput = {
  /** E-mail of the account. */
  email: string;
  /** The office to act in, where the person holds several: id of its organization. Absent: the first office. */
  organizationId?: string | null | undefined;
  /** Its password. */
  password: string;
};

/** How a body settles its promise. */
export type SettledAs =
  /** Không thực hiện, with the reason. */
  | 'DROPPED'
  /** Đã thực hiện. */
  | 'KEPT'
  | '%future added value';

/** A task for the lead or a co-ordinating body. The first one takes the matter from OPEN to IN_PROGRESS. */
export type TaskAssignInput = {
  /** The last day for it, today at the earliest. */
  dueOn?: string | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The matter. */
  matterId: string;
  /** The body that shall do it: LEAD or COORDINATING in the matter. */
  organizationId: string;
  /** One line, 1 to 200 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  title: string;
};

/** Lists mean “any of”, different fields mean “and”. */
export type TaskFilter = {
  /** Due on this day or earlier. */
  dueTo?: string | null | undefined;
  /** Of any of these bodies. */
  organizationIds?: Array<string> | null | undefined;
  /** Any of these states. */
  statuses?: Array<TaskStatus> | null | undefined;
  /** Assigned at this moment or earlier, TODO, and its body has not moved it since: asked, no reaction. */
  unansweredSince?: string | null | undefined;
};

/** Ties a task to what it also serves or waits for. Open to the lead and the co-ordinating bodies of its matter. */
export type TaskLinkInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The task. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** A further matter in which the viewer’s body works too: its bodies see the task from now on; an issue that is in one of its matters: the finished task shows there; or another task of the same matter, to be finished first (INVALID_STATE for a circle). */
  toId: string;
};

/** Where a task stands. */
export type TaskStatus =
  /** Đã hủy, by the lead. */
  | 'CANCELLED'
  /** Đang làm. */
  | 'DOING'
  /** Đã làm xong. */
  | 'DONE'
  /** Chưa làm. */
  | 'TODO'
  | '%future added value';

/** Unties a task again. Open to whom `taskLink` is. */
export type TaskUnlinkInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The task. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The matter, issue or task that it was tied to. */
  toId: string;
};

/** Moves a task: its own body between TODO, DOING and DONE, the lead to CANCELLED; from DONE and CANCELLED both back to DOING only. */
export type TaskUpdateInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** The task. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** What came of it, up to 5,000 characters; absent: as before. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  result?: string | null | undefined;
  /** Where it stands now. */
  status: TaskStatus;
};

/** What the viewer no longer wants to hear of. */
export type UnfollowInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** An issue, a matter, a topic, an area or an organization; BAD_INPUT for an id of another type. */
  subjectId: string;
};

/** To whom the collecting body opens an issue. */
export type Visibility =
  /** Every member body. */
  | 'NETWORK'
  /** The collecting body alone. */
  | 'PRIVATE'
  /** The collecting body and the bodies it names. */
  | 'SHARED'
  | '%future added value';

export type AnswerCardFragment = { id: string, outcome: Outcome, content: string, documentNumber: string | null, documentOn: string | null, plannedOn: string | null, answersAll: boolean, answeredAt: string, organization: OrganizationCardFragment };

export type RelayCardFragment = { id: string, channel: Channel, toldOn: string, satisfied: number | null, accepted: number | null, notSatisfied: number | null, note: string | null, version: number, updatedAt: string, issue: { id: string, code: string, title: string }, organization: OrganizationCardFragment };

export type DraftCardFragment = { id: string, outcome: Outcome, content: string, documentNumber: string | null, documentOn: string | null, plannedOn: string | null, promise: string | null, version: number, updatedAt: string, issues: Array<{ id: string, code: string, title: string }> };

export type AssessmentCardFragment = { id: string, verdict: AssessmentVerdict, note: string | null, at: string, answer: { id: string }, organization: OrganizationCardFragment };

export type MatterAnswersQueryVariables = Exact<{
  code: string;
}>;


export type MatterAnswersQuery = { matter: { answers: Array<(
      { issues: Array<{ id: string, code: string, title: string }>, relays: Array<RelayCardFragment> }
      & AnswerCardFragment
    )>, answerDraft: DraftCardFragment | null } | null };

export type MatterAnswerMutationVariables = Exact<{
  input: MatterAnswerInput;
}>;


export type MatterAnswerMutation = { matterAnswer: { position: string, matter: MatterCardFragment, answer: AnswerCardFragment } };

export type MatterAssessMutationVariables = Exact<{
  input: MatterAssessInput;
}>;


export type MatterAssessMutation = { matterAssess: { position: string, matter: MatterCardFragment, assessment: AssessmentCardFragment } };

export type AnswerDraftMutationVariables = Exact<{
  input: AnswerDraftInput;
}>;


export type AnswerDraftMutation = { answerDraft: { position: string, draft: DraftCardFragment } };

export type AnswerDraftDiscardMutationVariables = Exact<{
  input: AnswerDraftDiscardInput;
}>;


export type AnswerDraftDiscardMutation = { answerDraftDiscard: { position: string, matter: MatterCardFragment } };

export type AnswerPublishMutationVariables = Exact<{
  input: AnswerPublishInput;
}>;


export type AnswerPublishMutation = { answerPublish: { position: string, matter: MatterCardFragment, answer: AnswerCardFragment } };

export type AnswerRelayMutationVariables = Exact<{
  input: AnswerRelayInput;
}>;


export type AnswerRelayMutation = { answerRelay: { position: string, relay: RelayCardFragment } };

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
    | ActorCard_UnknownActor_Fragment
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

export type CommitmentCardFragment = { id: string, promise: string, dueOn: string, status: CommitmentStatus, passedAt: string | null, settledNote: string | null, settledAt: string | null, madeAt: string, version: number, organization: OrganizationCardFragment };

export type CommitmentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: CommitmentFilter | null | undefined;
}>;


export type CommitmentsQuery = { commitments: { nodes: Array<(
      { allowedActions: Array<string>, matter: { id: string, code: string, title: string } | null }
      & CommitmentCardFragment
    )>, pageInfo: PageEndFragment } };

export type CommitmentCountQueryVariables = Exact<{
  filter?: CommitmentFilter | null | undefined;
}>;


export type CommitmentCountQuery = { commitments: { totalCount: number } };

export type CommitmentSettleMutationVariables = Exact<{
  input: CommitmentSettleInput;
}>;


export type CommitmentSettleMutation = { commitmentSettle: { position: string, commitment: CommitmentCardFragment } };

type EventCard_AccessEvent_Fragment = { __typename: 'AccessEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_AnswerEvent_Fragment = { __typename: 'AnswerEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, answer: AnswerCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_AssessmentEvent_Fragment = { __typename: 'AssessmentEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, assessment: AssessmentCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_AssignmentEvent_Fragment = { __typename: 'AssignmentEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, assignment: AssignmentCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_CommentEvent_Fragment = { __typename: 'CommentEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, comment: CommentCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_CommitmentEvent_Fragment = { __typename: 'CommitmentEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, commitment: CommitmentCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_IssueEvent_Fragment = { __typename: 'IssueEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_LinkEvent_Fragment = { __typename: 'LinkEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, link: { id: string, kind: LinkKind, issue: { id: string, code: string, title: string } } | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_MatterEvent_Fragment = { __typename: 'MatterEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_ReferralEvent_Fragment = { __typename: 'ReferralEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, referral: ReferralCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_RelayEvent_Fragment = { __typename: 'RelayEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, relay: RelayCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_ReminderEvent_Fragment = { __typename: 'ReminderEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, reminder: ReminderCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_TaskEvent_Fragment = { __typename: 'TaskEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, task: TaskCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_UnknownEvent_Fragment = { __typename: 'UnknownEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

export type EventCardFragment =
  | EventCard_AccessEvent_Fragment
  | EventCard_AnswerEvent_Fragment
  | EventCard_AssessmentEvent_Fragment
  | EventCard_AssignmentEvent_Fragment
  | EventCard_CommentEvent_Fragment
  | EventCard_CommitmentEvent_Fragment
  | EventCard_IssueEvent_Fragment
  | EventCard_LinkEvent_Fragment
  | EventCard_MatterEvent_Fragment
  | EventCard_ReferralEvent_Fragment
  | EventCard_RelayEvent_Fragment
  | EventCard_ReminderEvent_Fragment
  | EventCard_TaskEvent_Fragment
  | EventCard_UnknownEvent_Fragment
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
      | EventCard_AssignmentEvent_Fragment
      | EventCard_CommentEvent_Fragment
      | EventCard_CommitmentEvent_Fragment
      | EventCard_IssueEvent_Fragment
      | EventCard_LinkEvent_Fragment
      | EventCard_MatterEvent_Fragment
      | EventCard_ReferralEvent_Fragment
      | EventCard_RelayEvent_Fragment
      | EventCard_ReminderEvent_Fragment
      | EventCard_TaskEvent_Fragment
      | EventCard_UnknownEvent_Fragment
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
        | EventCard_AssignmentEvent_Fragment
        | EventCard_CommentEvent_Fragment
        | EventCard_CommitmentEvent_Fragment
        | EventCard_IssueEvent_Fragment
        | EventCard_LinkEvent_Fragment
        | EventCard_MatterEvent_Fragment
        | EventCard_ReferralEvent_Fragment
        | EventCard_RelayEvent_Fragment
        | EventCard_ReminderEvent_Fragment
        | EventCard_TaskEvent_Fragment
        | EventCard_UnknownEvent_Fragment
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
        | EventCard_AssignmentEvent_Fragment
        | EventCard_CommentEvent_Fragment
        | EventCard_CommitmentEvent_Fragment
        | EventCard_IssueEvent_Fragment
        | EventCard_LinkEvent_Fragment
        | EventCard_MatterEvent_Fragment
        | EventCard_ReferralEvent_Fragment
        | EventCard_RelayEvent_Fragment
        | EventCard_ReminderEvent_Fragment
        | EventCard_TaskEvent_Fragment
        | EventCard_UnknownEvent_Fragment
      >, pageInfo: PageEndFragment } } | null };

export type LiveEventsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  filter?: EventFilter | null | undefined;
}>;


export type LiveEventsSubscription = { events: { cursor: string, event:
      | EventCard_AccessEvent_Fragment
      | EventCard_AnswerEvent_Fragment
      | EventCard_AssessmentEvent_Fragment
      | EventCard_AssignmentEvent_Fragment
      | EventCard_CommentEvent_Fragment
      | EventCard_CommitmentEvent_Fragment
      | EventCard_IssueEvent_Fragment
      | EventCard_LinkEvent_Fragment
      | EventCard_MatterEvent_Fragment
      | EventCard_ReferralEvent_Fragment
      | EventCard_RelayEvent_Fragment
      | EventCard_ReminderEvent_Fragment
      | EventCard_TaskEvent_Fragment
      | EventCard_UnknownEvent_Fragment
     | null } };

export type FollowMutationVariables = Exact<{
  input: FollowInput;
}>;


export type FollowMutation = { follow: { position: string, subject:
      | { __typename: 'Answer', id: string }
      | { __typename: 'AnswerDraft', id: string }
      | { __typename: 'AnswerRelay', id: string }
      | { __typename: 'App', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'Assessment', id: string }
      | { __typename: 'Assignment', id: string }
      | { __typename: 'Comment', id: string }
      | { __typename: 'Commitment', id: string }
      | { __typename: 'Issue', id: string }
      | { __typename: 'IssueLink', id: string }
      | { __typename: 'Matter', id: string }
      | { __typename: 'Notification', id: string }
      | { __typename: 'Organization', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Reminder', id: string }
      | { __typename: 'Staff', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'Topic', id: string }
      | { __typename: 'UnknownNode', id: string }
     } };

export type UnfollowMutationVariables = Exact<{
  input: UnfollowInput;
}>;


export type UnfollowMutation = { unfollow: { position: string, subject:
      | { __typename: 'Answer', id: string }
      | { __typename: 'AnswerDraft', id: string }
      | { __typename: 'AnswerRelay', id: string }
      | { __typename: 'App', id: string }
      | { __typename: 'Area', id: string }
      | { __typename: 'Assessment', id: string }
      | { __typename: 'Assignment', id: string }
      | { __typename: 'Comment', id: string }
      | { __typename: 'Commitment', id: string }
      | { __typename: 'Issue', id: string }
      | { __typename: 'IssueLink', id: string }
      | { __typename: 'Matter', id: string }
      | { __typename: 'Notification', id: string }
      | { __typename: 'Organization', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Reminder', id: string }
      | { __typename: 'Staff', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'Topic', id: string }
      | { __typename: 'UnknownNode', id: string }
     } };

export type ViewerMayFragment = { level: AccessLevel, hiddenFields: Array<string>, allowedActions: Array<string> };

export type IssueCardFragment = { id: string, code: string, kind: IssueKind, title: string, status: IssueStatus, channel: Channel, place: string | null, voices: number, collectedOn: string, visibility: Visibility, version: number, createdAt: string, updatedAt: string, statusSince: string, topic: { code: string, name: string }, area: { id: string, code: string, name: string }, owner: OrganizationCardFragment };

export type IssueLinkCardFragment = { id: string, kind: LinkKind, note: string | null, createdAt: string, createdBy: OrganizationCardFragment, issue: IssueCardFragment };

export type IssueFullFragment = (
  { description: string | null, statusReason: string | null, removalReason: string | null, repeatCount: number, viewerFollows: boolean, parent: { id: string, code: string, title: string } | null, parts: Array<{ id: string, code: string, title: string, status: IssueStatus }>, heldBy: OrganizationCardFragment | null, tasks: Array<TaskCardFragment>, sharedWith: Array<OrganizationCardFragment>, matter: (
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

export type IssuesCollectMutationVariables = Exact<{
  input: IssuesCollectInput;
}>;


export type IssuesCollectMutation = { issuesCollect: { position: string, results: Array<{ ordinal: number, clientId: string, outcome: RowOutcome, issue: { id: string, code: string, version: number } | null, error: { code: string, message: string, field: string | null, proposal: string | null } | null }> } };

export type IssueSplitMutationVariables = Exact<{
  input: IssueSplitInput;
}>;


export type IssueSplitMutation = { issueSplit: { position: string, issue: IssueFullFragment } };

export type IssueRejoinMutationVariables = Exact<{
  input: IssueRejoinInput;
}>;


export type IssueRejoinMutation = { issueRejoin: { position: string, issue: IssueFullFragment } };

export type ScreeningQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  since?: string | null | undefined;
}>;


export type ScreeningQuery = { screening: { received: number, needsInfo: number, oldestSince: string | null, issues: { nodes: Array<IssueCardFragment>, pageInfo: PageEndFragment } } };

export type IssueCompetenceQueryVariables = Exact<{
  code: string;
}>;


export type IssueCompetenceQuery = { issue: { competence: Array<{ accepted: number, refused: number, answered: number, organization: OrganizationCardFragment }> } | null };

export type ParticipantCardFragment = { role: ParticipantRole, since: string, organization: OrganizationCardFragment };

export type MatterCardFragment = { id: string, code: string, title: string, status: MatterStatus, outcome: Outcome | null, plannedOn: string | null, voices: number, version: number, createdAt: string, updatedAt: string, lead: OrganizationCardFragment | null };

export type MatterFullFragment = (
  { summary: string | null, viewerFollows: boolean, reminderCount: number, participants: Array<ParticipantCardFragment>, issues: { nodes: Array<IssueCardFragment>, pageInfo: PageEndFragment }, tasks: Array<TaskCardFragment>, answers: Array<AnswerCardFragment>, assessments: Array<AssessmentCardFragment>, commitments: Array<CommitmentCardFragment>, reasons: Array<{ act: MatterAct, reason: string, at: string, organization: OrganizationCardFragment, issue: { id: string, code: string, title: string } | null }>, viewerAccess: ViewerMayFragment }
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

export type MatterLeaveMutationVariables = Exact<{
  input: MatterLeaveInput;
}>;


export type MatterLeaveMutation = { matterLeave: { position: string, leftId: string } };

export type MatterCloseMutationVariables = Exact<{
  input: MatterCloseInput;
}>;


export type MatterCloseMutation = { matterClose: { position: string, matter: MatterCardFragment } };

export type MatterReopenMutationVariables = Exact<{
  input: MatterReopenInput;
}>;


export type MatterReopenMutation = { matterReopen: { position: string, matter: MatterCardFragment } };

export type PageEndFragment = { hasNextPage: boolean, endCursor: string | null };

type NodeCard_Answer_Fragment = { __typename: 'Answer', id: string };

type NodeCard_AnswerDraft_Fragment = { __typename: 'AnswerDraft', id: string };

type NodeCard_AnswerRelay_Fragment = { __typename: 'AnswerRelay', id: string };

type NodeCard_App_Fragment = { __typename: 'App', name: string, id: string };

type NodeCard_Area_Fragment = { __typename: 'Area', code: string, name: string, id: string };

type NodeCard_Assessment_Fragment = { __typename: 'Assessment', id: string };

type NodeCard_Assignment_Fragment = { __typename: 'Assignment', id: string };

type NodeCard_Comment_Fragment = { __typename: 'Comment', id: string };

type NodeCard_Commitment_Fragment = { __typename: 'Commitment', id: string };

type NodeCard_Issue_Fragment = { __typename: 'Issue', code: string, title: string, version: number, id: string };

type NodeCard_IssueLink_Fragment = { __typename: 'IssueLink', id: string };

type NodeCard_Matter_Fragment = { __typename: 'Matter', code: string, title: string, version: number, id: string };

type NodeCard_Notification_Fragment = { __typename: 'Notification', id: string };

type NodeCard_Organization_Fragment = { __typename: 'Organization', code: string, name: string, id: string };

type NodeCard_Referral_Fragment = { __typename: 'Referral', id: string };

type NodeCard_Reminder_Fragment = { __typename: 'Reminder', id: string };

type NodeCard_Staff_Fragment = { __typename: 'Staff', name: string, id: string };

type NodeCard_Task_Fragment = { __typename: 'Task', title: string, version: number, id: string };

type NodeCard_Topic_Fragment = { __typename: 'Topic', code: string, name: string, id: string };

type NodeCard_UnknownNode_Fragment = { __typename: 'UnknownNode', id: string };

export type NodeCardFragment =
  | NodeCard_Answer_Fragment
  | NodeCard_AnswerDraft_Fragment
  | NodeCard_AnswerRelay_Fragment
  | NodeCard_App_Fragment
  | NodeCard_Area_Fragment
  | NodeCard_Assessment_Fragment
  | NodeCard_Assignment_Fragment
  | NodeCard_Comment_Fragment
  | NodeCard_Commitment_Fragment
  | NodeCard_Issue_Fragment
  | NodeCard_IssueLink_Fragment
  | NodeCard_Matter_Fragment
  | NodeCard_Notification_Fragment
  | NodeCard_Organization_Fragment
  | NodeCard_Referral_Fragment
  | NodeCard_Reminder_Fragment
  | NodeCard_Staff_Fragment
  | NodeCard_Task_Fragment
  | NodeCard_Topic_Fragment
  | NodeCard_UnknownNode_Fragment
;

export type NodeQueryVariables = Exact<{
  id: string;
}>;


export type NodeQuery = { node:
    | NodeCard_Answer_Fragment
    | NodeCard_AnswerDraft_Fragment
    | NodeCard_AnswerRelay_Fragment
    | NodeCard_App_Fragment
    | NodeCard_Area_Fragment
    | NodeCard_Assessment_Fragment
    | NodeCard_Assignment_Fragment
    | NodeCard_Comment_Fragment
    | NodeCard_Commitment_Fragment
    | NodeCard_Issue_Fragment
    | NodeCard_IssueLink_Fragment
    | NodeCard_Matter_Fragment
    | NodeCard_Notification_Fragment
    | NodeCard_Organization_Fragment
    | NodeCard_Referral_Fragment
    | NodeCard_Reminder_Fragment
    | NodeCard_Staff_Fragment
    | NodeCard_Task_Fragment
    | NodeCard_Topic_Fragment
    | NodeCard_UnknownNode_Fragment
   | null };

export type NodesQueryVariables = Exact<{
  ids: Array<string>;
}>;


export type NodesQuery = { nodes: Array<
    | NodeCard_Answer_Fragment
    | NodeCard_AnswerDraft_Fragment
    | NodeCard_AnswerRelay_Fragment
    | NodeCard_App_Fragment
    | NodeCard_Area_Fragment
    | NodeCard_Assessment_Fragment
    | NodeCard_Assignment_Fragment
    | NodeCard_Comment_Fragment
    | NodeCard_Commitment_Fragment
    | NodeCard_Issue_Fragment
    | NodeCard_IssueLink_Fragment
    | NodeCard_Matter_Fragment
    | NodeCard_Notification_Fragment
    | NodeCard_Organization_Fragment
    | NodeCard_Referral_Fragment
    | NodeCard_Reminder_Fragment
    | NodeCard_Staff_Fragment
    | NodeCard_Task_Fragment
    | NodeCard_Topic_Fragment
    | NodeCard_UnknownNode_Fragment
   | null> };

export type NotificationCardFragment = { id: string, reason: NotificationReason, readAt: string | null, snoozedUntil: string | null, createdAt: string, event:
    | EventCard_AccessEvent_Fragment
    | EventCard_AnswerEvent_Fragment
    | EventCard_AssessmentEvent_Fragment
    | EventCard_AssignmentEvent_Fragment
    | EventCard_CommentEvent_Fragment
    | EventCard_CommitmentEvent_Fragment
    | EventCard_IssueEvent_Fragment
    | EventCard_LinkEvent_Fragment
    | EventCard_MatterEvent_Fragment
    | EventCard_ReferralEvent_Fragment
    | EventCard_RelayEvent_Fragment
    | EventCard_ReminderEvent_Fragment
    | EventCard_TaskEvent_Fragment
    | EventCard_UnknownEvent_Fragment
   };

export type NotificationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  unreadOnly?: boolean | null | undefined;
  subjectId?: string | null | undefined;
}>;


export type NotificationsQuery = { notifications: { nodes: Array<NotificationCardFragment>, pageInfo: PageEndFragment } };

export type NotificationGroupsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  unreadOnly?: boolean | null | undefined;
}>;


export type NotificationGroupsQuery = { notificationGroups: { nodes: Array<{ subjectId: string, unread: number, total: number, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null, latest: { id: string, reason: NotificationReason, createdAt: string } | null }>, pageInfo: PageEndFragment } };

export type ViewerInboxQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerInboxQuery = { viewer: { unreadNotifications: number, notificationDigest: string, notificationPreferences: Array<{ reason: NotificationReason, delivery: NotificationDeliveryTime }>, quietHours: { from: string, to: string } | null } };

export type NotificationsMarkReadMutationVariables = Exact<{
  input: NotificationsMarkReadInput;
}>;


export type NotificationsMarkReadMutation = { notificationsMarkRead: { position: string, unreadNotifications: number } };

export type NotificationSnoozeMutationVariables = Exact<{
  input: NotificationSnoozeInput;
}>;


export type NotificationSnoozeMutation = { notificationSnooze: { position: string, notification: NotificationCardFragment } };

export type NotificationPreferencesSetMutationVariables = Exact<{
  input: NotificationPreferencesSetInput;
}>;


export type NotificationPreferencesSetMutation = { notificationPreferencesSet: { position: string, viewer: { notificationPreferences: Array<{ reason: NotificationReason, delivery: NotificationDeliveryTime }>, quietHours: { from: string, to: string } | null } } };

export type LiveNotificationsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LiveNotificationsSubscription = { notifications: { cursor: string, notification: NotificationCardFragment } };

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

export type ReferralCardFragment = { id: string, role: ParticipantRole, status: ReferralStatus, request: string, reason: string | null, noneCompetent: boolean, assigned: boolean, reminderCount: number, version: number, offeredAt: string, decidedAt: string | null, returnedAt: string | null, from: OrganizationCardFragment, to: OrganizationCardFragment, suggested: OrganizationCardFragment | null };

export type ReferralsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: ReferralStatus | null | undefined;
  unansweredSince?: string | null | undefined;
}>;


export type ReferralsQuery = { referrals: { nodes: Array<(
      { allowedActions: Array<string>, issue: IssueCardFragment }
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

export type ReferralAskMutationVariables = Exact<{
  input: ReferralAskInput;
}>;


export type ReferralAskMutation = { referralAsk: { position: string, referral: (
      { questions: Array<QuestionCardFragment> }
      & ReferralCardFragment
    ) } };

export type ReferralReplyMutationVariables = Exact<{
  input: ReferralReplyInput;
}>;


export type ReferralReplyMutation = { referralReply: { position: string, referral: (
      { questions: Array<QuestionCardFragment> }
      & ReferralCardFragment
    ) } };

export type ReferralReturnMutationVariables = Exact<{
  input: ReferralReturnInput;
}>;


export type ReferralReturnMutation = { referralReturn: { position: string, referral: ReferralCardFragment } };

export type ReferralWithdrawMutationVariables = Exact<{
  input: ReferralWithdrawInput;
}>;


export type ReferralWithdrawMutation = { referralWithdraw: { position: string, referral: ReferralCardFragment } };

export type QuestionCardFragment = { question: string, askedAt: string, reply: string | null, repliedAt: string | null, repliedBy: OrganizationCardFragment | null };

export type ReferralQuestionsQueryVariables = Exact<{
  id: string;
}>;


export type ReferralQuestionsQuery = { node:
    | { questions: Array<QuestionCardFragment> }
    | Record<PropertyKey, never>
   | null };

export type AssignmentCardFragment = { id: string, cause: AssignmentCause, status: AssignmentStatus, requestedAt: string, decidedAt: string | null, version: number, assigner: OrganizationCardFragment, referral: ReferralCardFragment | null };

export type AssignmentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: AssignmentStatus | null | undefined;
}>;


export type AssignmentsQuery = { assignments: { nodes: Array<(
      { allowedActions: Array<string>, issue: IssueCardFragment }
      & AssignmentCardFragment
    )>, pageInfo: PageEndFragment } };

export type AssignmentCountQueryVariables = Exact<{
  status?: AssignmentStatus | null | undefined;
}>;


export type AssignmentCountQuery = { assignments: { totalCount: number } };

export type AssignmentMakeMutationVariables = Exact<{
  input: AssignmentMakeInput;
}>;


export type AssignmentMakeMutation = { assignmentMake: { position: string, assignment: AssignmentCardFragment, matter: MatterFullFragment } };

export type ReminderCardFragment = { id: string, note: string | null, at: string, organization: OrganizationCardFragment, to: OrganizationCardFragment };

export type MatterRemindersQueryVariables = Exact<{
  code: string;
}>;


export type MatterRemindersQuery = { matter: { reminderCount: number, reminders: Array<(
      { task: { id: string, title: string } | null }
      & ReminderCardFragment
    )> } | null };

export type ReminderSendMutationVariables = Exact<{
  input: ReminderSendInput;
}>;


export type ReminderSendMutation = { reminderSend: { position: string, reminder: ReminderCardFragment } };

type ActorCard_App_Fragment = { __typename: 'App', id: string, name: string, organization: OrganizationCardFragment };

type ActorCard_Staff_Fragment = { __typename: 'Staff', id: string, name: string, organization: OrganizationCardFragment };

type ActorCard_UnknownActor_Fragment = { __typename: 'UnknownActor', id: string, name: string, organization: OrganizationCardFragment };

export type ActorCardFragment =
  | ActorCard_App_Fragment
  | ActorCard_Staff_Fragment
  | ActorCard_UnknownActor_Fragment
;

export type ViewerFullFragment = { roles: Array<Role>, organization: OrganizationCardFragment, actor:
    | ActorCard_App_Fragment
    | ActorCard_Staff_Fragment
    | ActorCard_UnknownActor_Fragment
   };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: ViewerFullFragment };

export type SessionCreateMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SessionCreateMutation = { sessionCreate: { token: string, expiresAt: string, viewer: ViewerFullFragment } };

export type SessionEndMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionEndMutation = { sessionEnd: { ended: boolean } };

export type TaskCardFragment = { id: string, title: string, status: TaskStatus, dueOn: string | null, result: string | null, waits: boolean, reactedAt: string | null, reminderCount: number, version: number, createdAt: string, organization: OrganizationCardFragment };

export type TaskFullFragment = (
  { allowedActions: Array<string>, matters: Array<{ id: string, code: string, title: string }>, issues: Array<{ id: string, code: string, title: string }>, needs: Array<{ id: string, title: string, status: TaskStatus }> }
  & TaskCardFragment
);

export type TasksQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: TaskFilter | null | undefined;
}>;


export type TasksQuery = { tasks: { nodes: Array<TaskFullFragment>, pageInfo: PageEndFragment } };

export type TaskCountQueryVariables = Exact<{
  filter?: TaskFilter | null | undefined;
}>;


export type TaskCountQuery = { tasks: { totalCount: number } };

export type TaskAssignMutationVariables = Exact<{
  input: TaskAssignInput;
}>;


export type TaskAssignMutation = { taskAssign: { position: string, task: TaskCardFragment } };

export type TaskUpdateMutationVariables = Exact<{
  input: TaskUpdateInput;
}>;


export type TaskUpdateMutation = { taskUpdate: { position: string, task: TaskCardFragment } };

export type TaskLinkMutationVariables = Exact<{
  input: TaskLinkInput;
}>;


export type TaskLinkMutation = { taskLink: { position: string, task: TaskFullFragment } };

export type TaskUnlinkMutationVariables = Exact<{
  input: TaskUnlinkInput;
}>;


export type TaskUnlinkMutation = { taskUnlink: { position: string, task: TaskFullFragment } };

export type TopicCardFragment = { id: string, code: string, name: string, nameEn: string };

export type TopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicsQuery = { topics: Array<TopicCardFragment> };
