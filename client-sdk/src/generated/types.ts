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

/** Writes the calendar that holds for a year from now on, whole. Open clocks that it changes are reckoned again: new ones stand for them. */
export type CalendarConfirmInput = {
  /** Its special days, up to 100. */
  days: Array<SpecialDayInput>;
  /** Working hours in minutes after midnight, from and to by turns, rising, 1 to 4 intervals; absent: as before. */
  hours?: Array<number> | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** True: exceptions of the viewer’s body alone; false: for everybody, by a steward body only. */
  own?: boolean | null | undefined;
  /** When quiet hours begin, 0 to 1,440 minutes; absent: as before. */
  quietFrom?: number | null | undefined;
  /** When quiet hours end, 0 to 1,440 minutes; absent: as before. */
  quietTo?: number | null | undefined;
  /** The year, 2025 to 2099. */
  year: number;
};

/** Proposes a year’s holidays by the solar and lunar calendars, with the days off that make up for them. */
export type CalendarProposeInput = {
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The year, 2025 to 2099. */
  year: number;
};

/** Whether a calendar counts. */
export type CalendarStatus =
  /** Đã xác nhận: the newest one of a year holds. */
  | 'CONFIRMED'
  /** Dự kiến: without effect. */
  | 'PROPOSED'
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

/** Where a clock comes from. */
export type ClockKind =
  /** Cam kết giữa các cơ quan: promised to the other bodies of a matter, which see it. */
  | 'AGREED'
  /** Nội bộ: for its own body alone. */
  | 'INTERNAL'
  /** Theo quy định: started and stopped by what happens. */
  | 'LEGAL'
  | '%future added value';

/** Whose clock a rule starts. */
export type ClockRunner =
  /** Cơ quan được chuyển: the body to which an issue was offered. */
  | 'ADDRESSEE'
  /** Cơ quan trả lời: the body that answered. */
  | 'ANSWERER'
  /** Cơ quan được giao nhiệm vụ: the body of the task. */
  | 'ASSIGNEE'
  /** Cơ quan chủ trì: the lead of the matter; it goes with the lead. */
  | 'LEAD'
  /** Cơ quan tiếp nhận: the owner of the issue. */
  | 'OWNER'
  /** Cơ quan tự đặt: whoever sets it by hand. */
  | 'SETTER'
  | '%future added value';

/** What a clock counts (đơn vị thời hạn). */
export type ClockUnit =
  /** Ngày: every day; the first one is not counted. */
  | 'DAY'
  /** Giờ: day and night. */
  | 'HOUR'
  /** Phút: day and night. */
  | 'MINUTE'
  /** Tháng: to the same day of the month, or its last. */
  | 'MONTH'
  /** Ngày làm việc: by the calendar; the first day is not counted. */
  | 'WORKING_DAY'
  /** Giờ làm việc: by the calendar’s working hours. */
  | 'WORKING_HOUR'
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

/** What happens when an alarm goes off. */
export type DeadlineAlarmStep =
  /** Quá hạn, báo lãnh đạo. */
  | 'LEADER'
  /** Hết hạn: it is missed. */
  | 'MISS'
  /** Quá hạn, báo cán bộ: first rung of the ladder. */
  | 'OFFICER'
  /** Quá hạn, báo cơ quan cấp trên: the parent body is told that the clock was missed, and nothing of its subject. */
  | 'PARENT'
  /** Hết thời gian tạm dừng: a pause ends by itself. */
  | 'RESUME'
  /** Quá hạn, báo cơ quan giám sát của vụ việc. */
  | 'SUPERVISING'
  /** Sắp đến hạn: its body is warned. */
  | 'WARN'
  | '%future added value';

/** Ends a clock set by hand. One under the law ends by what it is for: INVALID_STATE. */
export type DeadlineEndInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** An agreed or internal clock of the viewer’s body. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Why, 1 to 2,000 characters; for its own body. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason?: string | null | undefined;
  /** How it ends; one that was missed stays missed. */
  result: DeadlineEndResult;
};

/** How a clock set by hand ends. */
export type DeadlineEndResult =
  /** Không còn cần thiết. */
  | 'CANCELLED'
  /** Đã thực hiện. */
  | 'MET'
  | '%future added value';

/** Gives a clock more time, as much as the rule allows in all. */
export type DeadlineExtendInput = {
  /** By how much, from 1, in the clock’s unit; in days where its last day was named. */
  amount: number;
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** A running or paused clock of the viewer’s body. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Why, 1 to 2,000 characters; for its own body. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason: string;
};

/** Lists mean “any of”, different fields mean “and”. */
export type DeadlineFilter = {
  /** Last day on this day or later. */
  dueFrom?: string | null | undefined;
  /** Last day on this day or earlier. */
  dueTo?: string | null | undefined;
  /** About any of these issues. */
  issueIds?: Array<string> | null | undefined;
  /** Any of these kinds. */
  kinds?: Array<ClockKind> | null | undefined;
  /** About any of these matters. */
  matterIds?: Array<string> | null | undefined;
  /** Of any of these bodies. */
  organizationIds?: Array<string> | null | undefined;
  /** True: missed and not done yet; false: all others. */
  overdue?: boolean | null | undefined;
  /** Under any of these rules, by code. */
  rules?: Array<string> | null | undefined;
  /** Any of these states; absent: all but SUPERSEDED. */
  states?: Array<DeadlineState> | null | undefined;
};

/** Stops counting, as often and as long as the rule allows; the day on which it begins still counts. */
export type DeadlinePauseInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** A running clock of the viewer’s body. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Why, 1 to 2,000 characters; for its own body. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason: string;
};

/** Counts on; the days of the pause are left out, the day on which it ends too. */
export type DeadlineResumeInput = {
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** A paused clock of the viewer’s body. */
  id: string;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Why, 1 to 2,000 characters; for its own body. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  reason?: string | null | undefined;
};

/** Writes a further version of a rule, from the newest one and what is given here. Open clocks that it concerns are reckoned again: new ones stand for them. */
export type DeadlineRuleChangeInput = {
  /** How much time, 1 to 10,000; absent: as in the newest version. */
  amount?: number | null | undefined;
  /** What cancels it. Events as `type` or `type/VALUE`, of those on which clocks can hang; BAD_INPUT for any other. Absent: as in the newest version. */
  cancelsOn?: Array<string> | null | undefined;
  /** Channels of issues, empty for all; absent: as in the newest version. */
  channels?: Array<Channel> | null | undefined;
  /** The rule’s code. */
  code: string;
  /** How well the basis is known; absent: as in the newest version. */
  confidence?: RuleConfidence | null | undefined;
  /** Whether it starts clocks; open ones of a rule that does not are cancelled; absent: as in the newest version. */
  enabled?: boolean | null | undefined;
  /** The ladder; absent: as in the newest version. */
  escalation?: Array<EscalationStepInput> | null | undefined;
  /** The newest version that the caller has seen; VERSION_CONFLICT where there is a newer one. */
  expectedVersion: number;
  /** Extension in all, 0 to 10,000; absent: as in the newest version. */
  extendMax?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Whether it counts back; absent: as in the newest version. */
  isBackward?: boolean | null | undefined;
  /** Legal basis in Vietnamese, up to 500 characters; absent: as in the newest version. */
  legalBasis?: string | null | undefined;
  /** Vietnamese name, 1 to 200 characters; absent: as in the newest version. */
  name?: string | null | undefined;
  /** English name, 1 to 200 characters; absent: as in the newest version. */
  nameEn?: string | null | undefined;
  /** Kinds of bodies, empty for all; absent: as in the newest version. */
  organizationKinds?: Array<OrganizationKind> | null | undefined;
  /** How often it may be paused, 0 to 100; absent: as in the newest version. */
  pauseMaxCount?: number | null | undefined;
  /** Days of pause in all, 0 to 1,000; absent: as in the newest version. */
  pauseMaxDays?: number | null | undefined;
  /** What pauses it. Events as `type` or `type/VALUE`, of those on which clocks can hang; BAD_INPUT for any other. Absent: as in the newest version. */
  pausesOn?: Array<string> | null | undefined;
  /** Whether a last day off rolls on; absent: as in the newest version. */
  rolls?: boolean | null | undefined;
  /** Whose clock it starts; absent: as in the newest version. */
  runner?: ClockRunner | null | undefined;
  /** What starts it. Events as `type` or `type/VALUE`, of those on which clocks can hang; BAD_INPUT for any other. Absent: as in the newest version. */
  startsOn?: Array<string> | null | undefined;
  /** What stops it. Events as `type` or `type/VALUE`, of those on which clocks can hang; BAD_INPUT for any other. Absent: as in the newest version. */
  stopsOn?: Array<string> | null | undefined;
  /** Unit of `amount`; absent: as in the newest version. */
  unit?: ClockUnit | null | undefined;
  /** For clocks that start on this day or later; absent: as in the newest version. */
  validFrom?: string | null | undefined;
  /** … and before this one; absent: as in the newest version. */
  validTo?: string | null | undefined;
  /** How long before the end to warn, 1 to 1,000; absent: as in the newest version. */
  warnBefore?: number | null | undefined;
  /** Unit of `warnBefore`; absent: as in the newest version. */
  warnUnit?: ClockUnit | null | undefined;
};

/** A rung of the ladder of escalation (bậc báo cáo). */
export type DeadlineRung =
  /** Lãnh đạo của cơ quan. */
  | 'LEADER'
  /** Cán bộ của cơ quan. */
  | 'OFFICER'
  /** Cơ quan cấp trên. */
  | 'PARENT'
  /** Cơ quan giám sát của vụ việc. */
  | 'SUPERVISING'
  | '%future added value';

/** A clock that the viewer’s body sets for itself: promised to the other bodies of a matter in which it takes part, or internal, also for an issue of its own. */
export type DeadlineSetInput = {
  /** How much time from now, 1 to 1,000. */
  amount?: number | null | undefined;
  /** Its last day, today at the earliest; either this or `amount` with `unit`. */
  dueOn?: string | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** Who sees it. AGREED is of a matter. */
  kind: SettableClockKind;
  /** What for, 1 to 200 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  name: string;
  /** A matter, open, or an issue of the viewer’s body; BAD_INPUT for an id of another type. */
  subjectId: string;
  /** Unit of `amount`. */
  unit?: ClockUnit | null | undefined;
};

/** Where a clock stands (tình trạng thời hạn). */
export type DeadlineState =
  /** Không còn: what it was for has fallen away. */
  | 'CANCELLED'
  /** Đúng hạn: done before it ran out. */
  | 'MET'
  /** Quá hạn: not done when it ran out; `endedAt` tells when it was done late. */
  | 'MISSED'
  /** Tạm dừng: its days are not counted. */
  | 'PAUSED'
  /** Đang chạy. */
  | 'RUNNING'
  /** Đã tính lại: another clock stands for it since the rule or the calendar changed. */
  | 'SUPERSEDED'
  | '%future added value';

/** One rung of a rule’s ladder. */
export type EscalationStepInput = {
  /** How many working days after the due day, 0 to 1,000. */
  after: number;
  /** Who is told; each rung once. */
  to: DeadlineRung;
};

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

/** The lead’s answer; a further one replaces outcome and date, the earlier text stays. */
export type MatterAnswerInput = {
  /** The answer, 1 to 10,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise. */
  content: string;
  /** Number of the official document, up to 100 characters. */
  documentNumber?: string | null | undefined;
  /** The `version` that the caller has seen; where the object has moved on, VERSION_CONFLICT with `currentVersion`. */
  expectedVersion?: number | null | undefined;
  /** Chosen by the caller, 1 to 100 characters: a repeat by the same organization within 72 h returns the first result; with another input IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: string | null | undefined;
  /** The matter. */
  matterId: string;
  /** What it says. */
  outcome: Outcome;
  /** The day promised, today at the earliest: needed with PLANNED, refused with any other outcome. */
  plannedOn?: string | null | undefined;
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
  /** True: with a clock that is missed and not done yet, of those that the viewer sees (quá hạn); false: without. */
  overdue?: boolean | null | undefined;
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

/** The addressee does not take the issue on. */
export type ReferralDeclineInput = {
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

/** Where a referral stands. */
export type ReferralStatus =
  /** Đã tiếp nhận. */
  | 'ACCEPTED'
  /** Không tiếp nhận, with a reason. */
  | 'DECLINED'
  /** Đã chuyển, chờ tiếp nhận. */
  | 'OFFERED'
  /** Đã trả lại. */
  | 'RETURNED'
  /** Đã rút: another body leads by now, or the offering body no longer does. */
  | 'WITHDRAWN'
  | '%future added value';

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

/** How well a rule’s basis is known. */
export type RuleConfidence =
  /** Văn bản hoặc ít nhất hai nguồn đã thấy. */
  | 'HIGH'
  /** Các cơ quan thành viên tự đặt, không theo văn bản pháp luật. */
  | 'LOCAL'
  /** Chưa thấy văn bản. */
  | 'LOW'
  /** Một nguồn đã thấy. */
  | 'MEDIUM'
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

/** A clock that a body sets by hand. */
export type SettableClockKind =
  /** Cam kết: seen by the bodies of the matter. */
  | 'AGREED'
  /** Nội bộ: seen by its own body alone. */
  | 'INTERNAL'
  | '%future added value';

/** A day that is not as other days of the week. */
export type SpecialDayInput = {
  /** Whether it counts. */
  enabled?: boolean | null | undefined;
  /** What it is. */
  kind: SpecialDayKind;
  /** Legal basis in Vietnamese, up to 500 characters. */
  legalBasis?: string | null | undefined;
  /** Vietnamese name, as explanations say it, 1 to 200 characters. */
  name: string;
  /** The day, in the calendar’s year; each day once. */
  on: string;
};

/** Why a day is not as other days of the week. */
export type SpecialDayKind =
  /** Ngày nghỉ lễ, tết. */
  | 'HOLIDAY'
  /** Ngày nghỉ bù, nghỉ hoán đổi. */
  | 'REST'
  /** Ngày làm bù: a day of the weekend that is worked. */
  | 'WORKED'
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

export type DeadlineCardFragment = { id: string, rule: string, kind: ClockKind, name: string | null, startedAt: string, dueAt: string, dueOn: string, state: DeadlineState, overdue: boolean, endedAt: string | null, version: number, organization: OrganizationCardFragment };

export type DeadlineRuleCardFragment = { code: string, version: number, name: string, nameEn: string, amount: number | null, unit: ClockUnit, enabled: boolean, validFrom: string, validTo: string | null, legalBasis: string | null };

export type WorkingCalendarCardFragment = { year: number, version: number, status: CalendarStatus, isOwn: boolean, hours: Array<number>, quietFrom: number, quietTo: number, days: Array<{ on: string, kind: SpecialDayKind, name: string, enabled: boolean }> };

export type DeadlinesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: DeadlineFilter | null | undefined;
}>;


export type DeadlinesQuery = { deadlines: { nodes: Array<DeadlineCardFragment>, pageInfo: PageEndFragment } };

export type DeadlineAlarmsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}>;


export type DeadlineAlarmsQuery = { deadlineAlarms: { nodes: Array<{ step: DeadlineAlarmStep, at: string, deadline: DeadlineCardFragment }>, pageInfo: PageEndFragment } };

export type DeadlineRulesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  codes?: Array<string> | null | undefined;
  on?: string | null | undefined;
}>;


export type DeadlineRulesQuery = { deadlineRules: { nodes: Array<DeadlineRuleCardFragment>, pageInfo: PageEndFragment } };

export type CalendarsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  year?: number | null | undefined;
}>;


export type CalendarsQuery = { calendars: { nodes: Array<WorkingCalendarCardFragment>, pageInfo: PageEndFragment } };

export type DeadlineSetMutationVariables = Exact<{
  input: DeadlineSetInput;
}>;


export type DeadlineSetMutation = { deadlineSet: { position: string, deadline: DeadlineCardFragment } };

export type DeadlinePauseMutationVariables = Exact<{
  input: DeadlinePauseInput;
}>;


export type DeadlinePauseMutation = { deadlinePause: { position: string, deadline: DeadlineCardFragment } };

export type DeadlineResumeMutationVariables = Exact<{
  input: DeadlineResumeInput;
}>;


export type DeadlineResumeMutation = { deadlineResume: { position: string, deadline: DeadlineCardFragment } };

export type DeadlineExtendMutationVariables = Exact<{
  input: DeadlineExtendInput;
}>;


export type DeadlineExtendMutation = { deadlineExtend: { position: string, deadline: DeadlineCardFragment } };

export type DeadlineEndMutationVariables = Exact<{
  input: DeadlineEndInput;
}>;


export type DeadlineEndMutation = { deadlineEnd: { position: string, deadline: DeadlineCardFragment } };

export type DeadlineRuleChangeMutationVariables = Exact<{
  input: DeadlineRuleChangeInput;
}>;


export type DeadlineRuleChangeMutation = { deadlineRuleChange: { position: string, rule: DeadlineRuleCardFragment } };

export type CalendarProposeMutationVariables = Exact<{
  input: CalendarProposeInput;
}>;


export type CalendarProposeMutation = { calendarPropose: { position: string, calendar: WorkingCalendarCardFragment } };

export type CalendarConfirmMutationVariables = Exact<{
  input: CalendarConfirmInput;
}>;


export type CalendarConfirmMutation = { calendarConfirm: { position: string, calendar: WorkingCalendarCardFragment } };

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

type EventCard_CommentEvent_Fragment = { __typename: 'CommentEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, comment: CommentCardFragment | null, organization: OrganizationCardFragment, actor:
    | { __typename: 'App', id: string, name: string }
    | { __typename: 'Staff', id: string, name: string }
    | { __typename: 'UnknownActor', id: string, name: string }
   | null, issue: { id: string, code: string, title: string, status: IssueStatus } | null, matter: { id: string, code: string, title: string, status: MatterStatus } | null };

type EventCard_DeadlineEvent_Fragment = { __typename: 'DeadlineEvent', id: string, cursor: string, type: string, occurredAt: string, subjectId: string, deadline: DeadlineCardFragment | null, organization: OrganizationCardFragment, actor:
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
  | EventCard_CommentEvent_Fragment
  | EventCard_DeadlineEvent_Fragment
  | EventCard_IssueEvent_Fragment
  | EventCard_LinkEvent_Fragment
  | EventCard_MatterEvent_Fragment
  | EventCard_ReferralEvent_Fragment
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
      | EventCard_CommentEvent_Fragment
      | EventCard_DeadlineEvent_Fragment
      | EventCard_IssueEvent_Fragment
      | EventCard_LinkEvent_Fragment
      | EventCard_MatterEvent_Fragment
      | EventCard_ReferralEvent_Fragment
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
        | EventCard_CommentEvent_Fragment
        | EventCard_DeadlineEvent_Fragment
        | EventCard_IssueEvent_Fragment
        | EventCard_LinkEvent_Fragment
        | EventCard_MatterEvent_Fragment
        | EventCard_ReferralEvent_Fragment
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
        | EventCard_CommentEvent_Fragment
        | EventCard_DeadlineEvent_Fragment
        | EventCard_IssueEvent_Fragment
        | EventCard_LinkEvent_Fragment
        | EventCard_MatterEvent_Fragment
        | EventCard_ReferralEvent_Fragment
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
      | EventCard_CommentEvent_Fragment
      | EventCard_DeadlineEvent_Fragment
      | EventCard_IssueEvent_Fragment
      | EventCard_LinkEvent_Fragment
      | EventCard_MatterEvent_Fragment
      | EventCard_ReferralEvent_Fragment
      | EventCard_TaskEvent_Fragment
      | EventCard_UnknownEvent_Fragment
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
      | { __typename: 'Deadline', id: string }
      | { __typename: 'DeadlineAlarm', id: string }
      | { __typename: 'DeadlineRule', id: string }
      | { __typename: 'Issue', id: string }
      | { __typename: 'IssueLink', id: string }
      | { __typename: 'Matter', id: string }
      | { __typename: 'Notification', id: string }
      | { __typename: 'Organization', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Staff', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'Topic', id: string }
      | { __typename: 'UnknownNode', id: string }
      | { __typename: 'WorkingCalendar', id: string }
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
      | { __typename: 'Deadline', id: string }
      | { __typename: 'DeadlineAlarm', id: string }
      | { __typename: 'DeadlineRule', id: string }
      | { __typename: 'Issue', id: string }
      | { __typename: 'IssueLink', id: string }
      | { __typename: 'Matter', id: string }
      | { __typename: 'Notification', id: string }
      | { __typename: 'Organization', id: string }
      | { __typename: 'Referral', id: string }
      | { __typename: 'Staff', id: string }
      | { __typename: 'Task', id: string }
      | { __typename: 'Topic', id: string }
      | { __typename: 'UnknownNode', id: string }
      | { __typename: 'WorkingCalendar', id: string }
     } };

export type ViewerMayFragment = { level: AccessLevel, hiddenFields: Array<string>, allowedActions: Array<string> };

export type IssueCardFragment = { id: string, code: string, kind: IssueKind, title: string, status: IssueStatus, channel: Channel, place: string | null, voices: number, collectedOn: string, visibility: Visibility, version: number, createdAt: string, updatedAt: string, topic: { code: string, name: string }, area: { id: string, code: string, name: string }, owner: OrganizationCardFragment };

export type IssueLinkCardFragment = { id: string, kind: LinkKind, note: string | null, createdAt: string, createdBy: OrganizationCardFragment, issue: IssueCardFragment };

export type IssueFullFragment = (
  { description: string | null, statusReason: string | null, removalReason: string | null, viewerFollows: boolean, sharedWith: Array<OrganizationCardFragment>, matter: (
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

export type TaskCardFragment = { id: string, title: string, status: TaskStatus, dueOn: string | null, result: string | null, version: number, createdAt: string, organization: OrganizationCardFragment };

export type AnswerCardFragment = { id: string, outcome: Outcome, content: string, documentNumber: string | null, plannedOn: string | null, answeredAt: string, organization: OrganizationCardFragment };

export type AssessmentCardFragment = { id: string, verdict: AssessmentVerdict, note: string | null, at: string, answer: { id: string }, organization: OrganizationCardFragment };

export type MatterFullFragment = (
  { summary: string | null, viewerFollows: boolean, participants: Array<ParticipantCardFragment>, issues: { nodes: Array<IssueCardFragment>, pageInfo: PageEndFragment }, tasks: Array<TaskCardFragment>, answers: Array<AnswerCardFragment>, assessments: Array<AssessmentCardFragment>, reasons: Array<{ act: MatterAct, reason: string, at: string, organization: OrganizationCardFragment, issue: { id: string, code: string, title: string } | null }>, viewerAccess: ViewerMayFragment }
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

type NodeCard_Deadline_Fragment = { __typename: 'Deadline', id: string };

type NodeCard_DeadlineAlarm_Fragment = { __typename: 'DeadlineAlarm', id: string };

type NodeCard_DeadlineRule_Fragment = { __typename: 'DeadlineRule', id: string };

type NodeCard_Issue_Fragment = { __typename: 'Issue', code: string, title: string, version: number, id: string };

type NodeCard_IssueLink_Fragment = { __typename: 'IssueLink', id: string };

type NodeCard_Matter_Fragment = { __typename: 'Matter', code: string, title: string, version: number, id: string };

type NodeCard_Notification_Fragment = { __typename: 'Notification', id: string };

type NodeCard_Organization_Fragment = { __typename: 'Organization', code: string, name: string, id: string };

type NodeCard_Referral_Fragment = { __typename: 'Referral', id: string };

type NodeCard_Staff_Fragment = { __typename: 'Staff', name: string, id: string };

type NodeCard_Task_Fragment = { __typename: 'Task', title: string, version: number, id: string };

type NodeCard_Topic_Fragment = { __typename: 'Topic', code: string, name: string, id: string };

type NodeCard_UnknownNode_Fragment = { __typename: 'UnknownNode', id: string };

type NodeCard_WorkingCalendar_Fragment = { __typename: 'WorkingCalendar', id: string };

export type NodeCardFragment =
  | NodeCard_Answer_Fragment
  | NodeCard_App_Fragment
  | NodeCard_Area_Fragment
  | NodeCard_Assessment_Fragment
  | NodeCard_Comment_Fragment
  | NodeCard_Deadline_Fragment
  | NodeCard_DeadlineAlarm_Fragment
  | NodeCard_DeadlineRule_Fragment
  | NodeCard_Issue_Fragment
  | NodeCard_IssueLink_Fragment
  | NodeCard_Matter_Fragment
  | NodeCard_Notification_Fragment
  | NodeCard_Organization_Fragment
  | NodeCard_Referral_Fragment
  | NodeCard_Staff_Fragment
  | NodeCard_Task_Fragment
  | NodeCard_Topic_Fragment
  | NodeCard_UnknownNode_Fragment
  | NodeCard_WorkingCalendar_Fragment
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
    | NodeCard_Deadline_Fragment
    | NodeCard_DeadlineAlarm_Fragment
    | NodeCard_DeadlineRule_Fragment
    | NodeCard_Issue_Fragment
    | NodeCard_IssueLink_Fragment
    | NodeCard_Matter_Fragment
    | NodeCard_Notification_Fragment
    | NodeCard_Organization_Fragment
    | NodeCard_Referral_Fragment
    | NodeCard_Staff_Fragment
    | NodeCard_Task_Fragment
    | NodeCard_Topic_Fragment
    | NodeCard_UnknownNode_Fragment
    | NodeCard_WorkingCalendar_Fragment
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
    | NodeCard_Deadline_Fragment
    | NodeCard_DeadlineAlarm_Fragment
    | NodeCard_DeadlineRule_Fragment
    | NodeCard_Issue_Fragment
    | NodeCard_IssueLink_Fragment
    | NodeCard_Matter_Fragment
    | NodeCard_Notification_Fragment
    | NodeCard_Organization_Fragment
    | NodeCard_Referral_Fragment
    | NodeCard_Staff_Fragment
    | NodeCard_Task_Fragment
    | NodeCard_Topic_Fragment
    | NodeCard_UnknownNode_Fragment
    | NodeCard_WorkingCalendar_Fragment
   | null> };

export type NotificationCardFragment = { id: string, reason: NotificationReason, readAt: string | null, snoozedUntil: string | null, createdAt: string, event:
    | EventCard_AccessEvent_Fragment
    | EventCard_AnswerEvent_Fragment
    | EventCard_AssessmentEvent_Fragment
    | EventCard_CommentEvent_Fragment
    | EventCard_DeadlineEvent_Fragment
    | EventCard_IssueEvent_Fragment
    | EventCard_LinkEvent_Fragment
    | EventCard_MatterEvent_Fragment
    | EventCard_ReferralEvent_Fragment
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

export type ReferralCardFragment = { id: string, role: ParticipantRole, status: ReferralStatus, request: string, reason: string | null, version: number, offeredAt: string, decidedAt: string | null, from: OrganizationCardFragment, to: OrganizationCardFragment, suggested: OrganizationCardFragment | null };

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

export type TopicCardFragment = { id: string, code: string, name: string, nameEn: string };

export type TopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicsQuery = { topics: Array<TopicCardFragment> };
