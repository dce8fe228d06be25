import { graphqlEnum } from '../../platform/graphql/types.ts';

export const ClockUnit = graphqlEnum('ClockUnit', 'What a clock counts (đơn vị thời hạn).', {
  MINUTE: 'Phút: day and night.',
  HOUR: 'Giờ: day and night.',
  WORKING_HOUR: 'Giờ làm việc: by the calendar’s working hours.',
  DAY: 'Ngày: every day; the first one is not counted.',
  WORKING_DAY: 'Ngày làm việc: by the calendar; the first day is not counted.',
  MONTH: 'Tháng: to the same day of the month, or its last.',
});

export const ClockKind = graphqlEnum('ClockKind', 'Where a clock comes from.', {
  LEGAL: 'Theo quy định: started and stopped by what happens.',
  AGREED: 'Cam kết giữa các cơ quan: promised to the other bodies of a matter, which see it.',
  INTERNAL: 'Nội bộ: for its own body alone.',
});

export const ClockRunner = graphqlEnum('ClockRunner', 'Whose clock a rule starts.', {
  OWNER: 'Cơ quan tiếp nhận: the owner of the issue.',
  ADDRESSEE: 'Cơ quan được chuyển: the body to which an issue was offered.',
  LEAD: 'Cơ quan chủ trì: the lead of the matter; it goes with the lead.',
  ASSIGNEE: 'Cơ quan được giao nhiệm vụ: the body of the task.',
  ANSWERER: 'Cơ quan trả lời: the body that answered.',
  SETTER: 'Cơ quan tự đặt: whoever sets it by hand.',
});

export const RuleConfidence = graphqlEnum('RuleConfidence', 'How well a rule’s basis is known.', {
  HIGH: 'Văn bản hoặc ít nhất hai nguồn đã thấy.',
  MEDIUM: 'Một nguồn đã thấy.',
  LOW: 'Chưa thấy văn bản.',
  LOCAL: 'Các cơ quan thành viên tự đặt, không theo văn bản pháp luật.',
});

export const DeadlineRung = graphqlEnum('DeadlineRung', 'A rung of the ladder of escalation (bậc báo cáo).', {
  OFFICER: 'Cán bộ của cơ quan.',
  LEADER: 'Lãnh đạo của cơ quan.',
  PARENT: 'Cơ quan cấp trên.',
  SUPERVISING: 'Cơ quan giám sát của vụ việc.',
});
