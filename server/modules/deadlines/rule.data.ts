import { stableUuid } from '../../platform/db/stable-uuid.ts';
import type { ClockUnit } from './clock.ts';
import type { ClockRunner, Confidence, RuleRow, Rung } from './deadline.entity.ts';

type Seed = Pick<RuleRow, 'code' | 'name_vi' | 'name_en'> & {
  runner?: ClockRunner;
  term: readonly [amount: number | null, unit: ClockUnit];
  starts?: string[];
  stops?: string[];
  basis: string | null;
  confidence: Confidence;
} & Partial<RuleRow>;

const inside: Partial<RuleRow> = { escalate_to: ['OFFICER', 'LEADER'], escalate_after: [0, 1] };
const upward: Partial<RuleRow> = {
  escalate_to: ['OFFICER', 'LEADER', 'PARENT', 'SUPERVISING'] satisfies Rung[],
  escalate_after: [0, 1, 3, 5],
};
const pausable: Partial<RuleRow> = { pause_max_count: 2, pause_max_days: 30 };
const decided = ['issue.screened/SCREENED', 'issue.screened/OUT_OF_SCOPE', 'referral.offered'];
const asked = ['issue.screened/NEEDS_INFO'];
const given = [
  ...['matter.opened', 'matter.issueAdded/OPEN', 'matter.issueAdded/IN_PROGRESS', 'matter.reopened'],
  ...['matter.invited/LEAD', 'referral.accepted/LEAD'],
];
const over = ['matter.closed'];

/** Rules that run: seen in law or two sources, and about something that the product knows of. */
const running: Seed[] = [
  {
    code: 'CITIZEN_RECEPTION_NOTICE',
    name_vi: 'Trả lời người được tiếp về việc thụ lý, từ chối hoặc chuyển',
    name_en: 'Tell a visitor whether the matter is accepted, refused or passed on',
    runner: 'OWNER',
    term: [10, 'WORKING_DAY'],
    starts: ['issue.collected'],
    stops: decided,
    pauses_on: asked,
    channels: ['CITIZEN_RECEPTION'],
    basis: 'Luật Tiếp công dân 2013, Điều 28 khoản 1',
    confidence: 'HIGH',
    ...inside,
    ...pausable,
  },
  {
    code: 'LETTER_HANDLING',
    name_vi: 'Phân loại, xử lý đơn',
    name_en: 'Classify and handle a letter',
    runner: 'OWNER',
    term: [10, 'DAY'],
    starts: ['issue.collected'],
    stops: decided,
    pauses_on: asked,
    channels: ['LETTER'],
    basis: 'Thông tư 05/2021/TT-TTCP (thủ tục 315145)',
    confidence: 'HIGH',
    ...inside,
    ...pausable,
  },
  {
    code: 'PARTY_HEAD_NOTICE',
    name_vi: 'Người đứng đầu cấp ủy thông báo việc tiếp nhận hoặc chuyển',
    name_en: 'The head of a Party committee gives notice of acceptance or transfer',
    runner: 'OWNER',
    term: [10, 'WORKING_DAY'],
    starts: ['issue.collected'],
    stops: decided,
    pauses_on: asked,
    organization_kinds: ['PARTY_COMMITTEE'],
    basis: 'Quy định 11-QĐi/TW ngày 18/02/2019, sửa đổi bởi Kết luận 215-KL/TW',
    confidence: 'HIGH',
    ...inside,
    ...pausable,
  },
  {
    code: 'VOTER_PETITION_ANSWER',
    name_vi: 'Giải quyết, trả lời kiến nghị của cử tri',
    name_en: 'Solve and answer a petition of voters',
    runner: 'LEAD',
    term: [60, 'DAY'],
    starts: given,
    stops: ['matter.answered'],
    cancels_on: over,
    channels: ['VOTER_MEETING'],
    extend_max: 30,
    basis: 'Quyết định 33/2017/QĐ-TTg, Điều 12, sửa đổi bởi Quyết định 30/2020/QĐ-TTg',
    confidence: 'HIGH',
    warn_before: 5,
    ...upward,
    ...pausable,
  },
  {
    code: 'VOTER_PETITION_COORDINATION',
    name_vi: 'Cơ quan phối hợp trả lời cơ quan chủ trì về kiến nghị của cử tri',
    name_en: 'A co-ordinating body replies to the lead on a petition of voters',
    runner: 'ASSIGNEE',
    term: [15, 'DAY'],
    starts: ['task.assigned'],
    stops: ['task.updated/DONE'],
    cancels_on: ['task.updated/CANCELLED', ...over],
    channels: ['VOTER_MEETING'],
    basis: 'Quyết định 33/2017/QĐ-TTg',
    confidence: 'MEDIUM',
    ...upward,
  },
  {
    code: 'PORTAL_REFLECTION_ANSWER',
    name_vi: 'Trả lời phản ánh, kiến nghị trên Cổng thông tin',
    name_en: 'Answer a reflection made on a Government portal',
    runner: 'LEAD',
    term: [20, 'DAY'],
    starts: given,
    stops: ['matter.answered'],
    cancels_on: over,
    channels: ['APP'],
    basis: 'Quyết định 574/QĐ-TTg',
    confidence: 'HIGH',
    ...upward,
    ...pausable,
  },
  {
    code: 'PORTAL_REFLECTION_UPDATE',
    name_vi: 'Cập nhật kết quả giải quyết phản ánh, kiến nghị chưa xong',
    name_en: 'Tell how a reflection not yet solved stands',
    runner: 'ANSWERER',
    term: [7, 'DAY'],
    starts: ['matter.answered/IN_RESOLUTION'],
    stops: ['matter.answered'],
    cancels_on: over,
    channels: ['APP'],
    basis: 'Quyết định 574/QĐ-TTg',
    confidence: 'HIGH',
    ...inside,
  },
];

/** What members promise one another: no law names the days, an administrator sets them. */
const local: Seed[] = [
  {
    code: 'REFERRAL_DECISION',
    name_vi: 'Trả lời việc tiếp nhận nội dung được chuyển',
    name_en: 'Accept or decline an issue that was offered',
    runner: 'ADDRESSEE',
    term: [5, 'WORKING_DAY'],
    starts: ['referral.offered'],
    stops: ['referral.accepted', 'referral.declined'],
    cancels_on: ['referral.withdrawn'],
    basis: null,
    confidence: 'LOCAL',
    ...upward,
  },
  {
    code: 'TASK_DUE',
    name_vi: 'Hoàn thành nhiệm vụ đúng ngày đã giao',
    name_en: 'Finish a task by its day',
    runner: 'ASSIGNEE',
    term: [null, 'DAY'],
    starts: ['task.assigned'],
    stops: ['task.updated/DONE'],
    cancels_on: ['task.updated/CANCELLED', ...over],
    basis: null,
    confidence: 'LOCAL',
    ...upward,
  },
  {
    code: 'PROMISE_KEPT',
    name_vi: 'Thực hiện cam kết đúng ngày đã trả lời',
    name_en: 'Do by its day what an answer promised',
    runner: 'ANSWERER',
    term: [null, 'DAY'],
    starts: ['matter.answered/PLANNED'],
    stops: ['matter.answered'],
    cancels_on: ['matter.reopened'],
    basis: null,
    confidence: 'LOCAL',
    warn_before: 5,
    ...upward,
  },
  {
    code: 'ASSESSMENT_RESPONSE',
    name_vi: 'Xử lý đánh giá trả lời chưa thỏa đáng',
    name_en: 'Act on a judgement that an answer is not adequate',
    runner: 'LEAD',
    term: [10, 'WORKING_DAY'],
    starts: ['matter.assessed/GENERIC', 'matter.assessed/WRONG_AUTHORITY', 'matter.assessed/NOT_DONE'],
    stops: ['matter.answered', 'matter.reopened'],
    cancels_on: over,
    basis: null,
    confidence: 'LOCAL',
    ...upward,
  },
  {
    code: 'AGREED',
    kind: 'AGREED',
    name_vi: 'Thời hạn cam kết với các cơ quan cùng tham gia vụ việc',
    name_en: 'A term promised to the other bodies of a matter',
    runner: 'SETTER',
    term: [null, 'DAY'],
    cancels_on: over,
    basis: null,
    confidence: 'LOCAL',
    escalate_to: ['OFFICER', 'LEADER', 'SUPERVISING'],
    escalate_after: [0, 1, 3],
    ...pausable,
    extend_max: 90,
  },
  {
    code: 'INTERNAL',
    kind: 'INTERNAL',
    name_vi: 'Thời hạn nội bộ',
    name_en: 'A body’s own term',
    runner: 'SETTER',
    term: [null, 'DAY'],
    cancels_on: over,
    basis: null,
    confidence: 'LOCAL',
    ...inside,
    pause_max_count: 10,
    pause_max_days: 365,
    extend_max: 365,
  },
];

/** Known, but not running: not confirmed, of another province, or about what the product does not record yet. */
const waiting: Seed[] = [
  ...idle('LETTER_RETENTION', [12, 'MONTH'], 'HIGH', {
    vi: 'Lưu đơn không đủ điều kiện xử lý',
    en: 'Keep a letter that cannot be handled',
    basis: 'Thông tư 05/2021/TT-TTCP, Điều 28',
  }),
  ...idle('VOTER_PETITION_ASK_COORDINATION', [5, 'WORKING_DAY'], 'MEDIUM', {
    vi: 'Đề nghị cơ quan phối hợp trả lời kiến nghị của cử tri',
    en: 'Ask others to co-ordinate on a petition of voters',
    basis: 'Quyết định 33/2017/QĐ-TTg',
  }),
  ...idle('VOTER_PETITION_COUNCIL_REPORT', [30, 'DAY'], 'MEDIUM', {
    vi: 'Báo cáo Thường trực Hội đồng nhân dân việc trả lời kiến nghị (quy chế của Thành phố Hồ Chí Minh)',
    en: 'Report answers to the Council’s Standing Committee (rule of Ho Chi Minh City)',
    basis: 'Quy chế phối hợp của địa phương',
  }),
  ...idle('SYNTHESIS_AFTER_MEETINGS', [5, 'DAY'], 'HIGH', {
    vi: 'Tổng hợp ý kiến sau đợt tiếp xúc cử tri (quy định cũ)',
    en: 'Synthesis after a round of voters’ meetings (old rule)',
    basis: 'Nghị quyết liên tịch 525/2012, Điều 21',
    valid_from: '2012-09-27',
    valid_to: '2025-02-20',
  }),
  ...idle('SYNTHESIS_BEFORE_SESSION', [15, 'DAY'], 'HIGH', {
    vi: 'Báo cáo tổng hợp kiến nghị trước khai mạc kỳ họp',
    en: 'Synthesis report before a regular session opens',
    basis: 'Nghị quyết liên tịch 72/2025, chương IV',
    is_backward: true,
  }),
  ...idle('SYNTHESIS_AFTER_SESSION', [15, 'DAY'], 'HIGH', {
    vi: 'Báo cáo tổng hợp kiến nghị sau bế mạc kỳ họp',
    en: 'Synthesis report after a regular session closes',
    basis: 'Nghị quyết liên tịch 72/2025, chương IV',
  }),
  ...idle('OUTSIDE_CONTACT_DECISION', [5, 'WORKING_DAY'], 'HIGH', {
    vi: 'Quyết định tiếp xúc cử tri ngoài đơn vị bầu cử',
    en: 'Decide on contact with voters outside the constituency',
    basis: 'Nghị quyết liên tịch 72/2025, Điều 32',
  }),
  ...idle('OUTSIDE_CONTACT_NOTICE', [3, 'WORKING_DAY'], 'HIGH', {
    vi: 'Thông báo địa phương trước khi tiếp xúc cử tri ngoài đơn vị bầu cử',
    en: 'Tell the locality before contact outside the constituency',
    basis: 'Nghị quyết liên tịch 72/2025, Điều 32',
    is_backward: true,
  }),
  ...idle('DIALOGUE_ANNOUNCEMENT', [7, 'DAY'], 'HIGH', {
    vi: 'Thông báo trước hội nghị đối thoại',
    en: 'Announce a dialogue conference beforehand',
    basis: 'Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 43',
    is_backward: true,
  }),
  ...idle('DIALOGUE_RESULT', [10, 'DAY'], 'HIGH', {
    vi: 'Công khai kết quả hội nghị đối thoại',
    en: 'Publish the result of a dialogue conference',
    basis: 'Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 43',
  }),
  ...idle('FIELD_REPORT_TAKEN_UP', [8, 'WORKING_HOUR'], 'HIGH', {
    vi: 'Tiếp nhận phản ánh hiện trường (quy chế của Hà Nội)',
    en: 'Take up a report from the field (rule of Hà Nội)',
    basis: 'Quyết định 1207/QĐ-UBND năm 2025 của Hà Nội',
  }),
  ...idle('FIELD_REPORT_URGENT', [4, 'WORKING_HOUR'], 'HIGH', {
    vi: 'Xử lý phản ánh hiện trường khẩn cấp (quy chế của Hà Nội)',
    en: 'Solve an urgent report from the field (rule of Hà Nội)',
    basis: 'Quyết định 1207/QĐ-UBND năm 2025 của Hà Nội',
  }),
  ...idle('HOTLINE_DISPATCH', [5, 'MINUTE'], 'MEDIUM', {
    vi: 'Chuyển phản ánh qua tổng đài (quy chế của Thành phố Hồ Chí Minh)',
    en: 'Dispatch a call to the hotline (rule of Ho Chi Minh City)',
    basis: 'Quy chế tổng đài 1022 Thành phố Hồ Chí Minh',
  }),
  ...idle('REGULATION_REFLECTION_TRANSFER', [5, 'WORKING_DAY'], 'LOW', {
    vi: 'Chuyển phản ánh, kiến nghị về quy định hành chính',
    en: 'Pass on a reflection about a regulation',
    basis: 'Nghị định 20/2008/NĐ-CP (số ngày chưa xác nhận)',
  }),
  ...idle('REGULATION_REFLECTION_ANSWER', [15, 'DAY'], 'LOW', {
    vi: 'Trả lời phản ánh, kiến nghị về quy định hành chính',
    en: 'Answer a reflection about a regulation',
    basis: 'Nghị định 20/2008/NĐ-CP (số ngày chưa xác nhận)',
  }),
  ...idle('DATA_SUBJECT_REPLY', [2, 'WORKING_DAY'], 'MEDIUM', {
    vi: 'Trả lời yêu cầu của chủ thể dữ liệu cá nhân',
    en: 'Reply to a data subject',
    basis: 'Nghị định 356/2025/NĐ-CP',
  }),
  ...idle('DATA_BREACH_NOTICE', [72, 'HOUR'], 'LOW', {
    vi: 'Thông báo vi phạm dữ liệu cá nhân',
    en: 'Notify a breach of personal data',
    basis: 'Luật 91/2025/QH15, Điều 23 (chưa thấy văn bản)',
  }),
];

function idle(
  code: string,
  term: Seed['term'],
  confidence: Confidence,
  { vi, en, basis, ...rest }: { vi: string; en: string; basis: string } & Partial<RuleRow>,
): Seed[] {
  return [{ code, name_vi: vi, name_en: en, term, confidence, basis, enabled: false, ...inside, ...rest }];
}

const rowOf = ({ term: [amount, unit], starts = [], stops = [], basis, ...seed }: Seed): RuleRow => ({
  id: stableUuid('deadline rule', `${seed.code}/1`),
  version: 1,
  kind: 'LEGAL',
  runner: 'OWNER',
  starts_on: starts,
  stops_on: stops,
  pauses_on: [],
  cancels_on: [],
  channels: [],
  organization_kinds: [],
  amount,
  unit,
  is_backward: false,
  rolls: true,
  warn_before: 2,
  warn_unit: ['MINUTE', 'HOUR', 'WORKING_HOUR'].includes(unit) ? unit : 'WORKING_DAY',
  escalate_to: [],
  escalate_after: [],
  pause_max_count: 0,
  pause_max_days: 0,
  extend_max: 0,
  legal_basis: basis,
  enabled: true,
  valid_from: '2025-07-01',
  valid_to: null,
  ...seed,
});

/** The first version of every rule that a new installation knows. Complaints and denunciations have none: they are not kept. */
export const ruleRows = (): RuleRow[] => [...running, ...local, ...waiting].map(rowOf);
