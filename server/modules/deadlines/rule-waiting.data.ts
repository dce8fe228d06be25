import type { Confidence, RuleRow } from './deadline.entity.ts';
import { inside, type RuleSeed } from './rule-seed.ts';

/** Known, but not running: not confirmed, of another province, or about what the product does not record yet. */
export const waitingRules: RuleSeed[] = [
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
  term: RuleSeed['term'],
  confidence: Confidence,
  { vi, en, basis, ...rest }: { vi: string; en: string; basis: string } & Partial<RuleRow>,
): RuleSeed[] {
  return [{ code, name_vi: vi, name_en: en, term, confidence, basis, enabled: false, ...inside, ...rest }];
}
