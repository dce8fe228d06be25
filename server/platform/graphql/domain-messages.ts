/** Messages of the modules' own keys, see message-table.ts. */
export const domainMessages = {
  'topic.unknown': { vi: 'Không có lĩnh vực này.', en: 'There is no such topic.' },
  'area.unknown': { vi: 'Không có đơn vị hành chính này.', en: 'There is no such area.' },
  'area.notThen': {
    vi: 'Đơn vị hành chính này không tồn tại vào ngày {day}.',
    en: 'This area did not exist on {day}.',
  },
  'organization.unknown': {
    vi: 'Không có cơ quan, tổ chức này hoặc đã ngừng hoạt động.',
    en: 'There is no such organization, or it is no longer active.',
  },
  'issue.privateShare': {
    vi: 'Phản ánh, kiến nghị nội bộ không chia sẻ cho cơ quan khác được.',
    en: 'A private issue is not shared with other bodies.',
  },
  'issue.state': {
    vi: 'Không thực hiện được khi phản ánh, kiến nghị ở trạng thái {status}.',
    en: 'Not possible while the issue is {status}.',
  },
  'matter.state': {
    vi: 'Không thực hiện được khi vụ việc ở trạng thái {status}.',
    en: 'Not possible while the matter is {status}.',
  },
  'link.itself': { vi: 'Không thể liên hệ một nội dung với chính nó.', en: 'An issue is not linked to itself.' },
  'voices.range': { vi: 'Số lượt phải từ {min} đến {max}.', en: 'Voices are {min} to {max}.' },
  'matter.notInside': {
    vi: 'Phản ánh, kiến nghị này không thuộc vụ việc.',
    en: 'The issue is not in this matter.',
  },
  'matter.handOver': {
    vi: 'Cơ quan chủ trì chỉ thay đổi vai trò khi đã có cơ quan chủ trì mới.',
    en: 'The lead changes its role only when there is a new lead.',
  },
  'plannedOn.required': {
    vi: 'Cần nêu ngày dự kiến giải quyết.',
    en: 'A planned answer needs its date.',
  },
  'plannedOn.refused': {
    vi: 'Chỉ nêu ngày dự kiến khi kết quả là sẽ giải quyết.',
    en: 'Only a planned outcome has a date.',
  },
  'task.organization': {
    vi: 'Chỉ giao việc cho cơ quan chủ trì hoặc phối hợp của vụ việc.',
    en: 'Tasks go to the lead or a co-ordinating body of the matter.',
  },
  'task.state': {
    vi: 'Không thực hiện được khi công việc ở trạng thái {status}.',
    en: 'Not possible while the task is {status}.',
  },
  'referral.itself': {
    vi: 'Không chuyển cho chính cơ quan mình.',
    en: 'A body is not referred to itself.',
  },
  'referral.open': {
    vi: 'Cơ quan này đang xem xét một đề nghị tiếp nhận.',
    en: 'That body has an open offer of this issue.',
  },
  'referral.participates': {
    vi: 'Cơ quan này đã tham gia vụ việc với vai trò đó.',
    en: 'That body has this part in the matter already.',
  },
  'referral.state': {
    vi: 'Không thực hiện được khi việc chuyển ở trạng thái {status}.',
    en: 'Not possible while the referral is {status}.',
  },
  'snooze.range': {
    vi: 'Thời điểm phải sau lúc này và trong vòng một năm.',
    en: 'The moment lies later than now and within a year.',
  },
  'quiet.minute': { vi: 'Giờ phải theo dạng HH:MM.', en: 'A time of day is HH:MM.' },
  'quiet.empty': { vi: 'Giờ kết thúc phải khác giờ bắt đầu.', en: 'Quiet hours end at another time than they begin.' },
  'referral.lapsed': {
    vi: 'Cơ quan chuyển không còn quyền giao vai trò này.',
    en: 'The offering body can no longer give this part.',
  },
  'deadline.state': {
    vi: 'Không thực hiện được khi thời hạn ở trạng thái {status}.',
    en: 'Not possible while the clock is {status}.',
  },
  'deadline.ruleUnknown': { vi: 'Không có quy tắc thời hạn này.', en: 'There is no such rule for clocks.' },
  'deadline.ruleOff': { vi: 'Quy tắc {rule} hiện không áp dụng.', en: 'The rule {rule} is not in use.' },
  'deadline.agreedMatter': {
    vi: 'Thời hạn cam kết phải gắn với một vụ việc.',
    en: 'An agreed clock belongs to a matter.',
  },
  'deadline.term': {
    vi: 'Nêu ngày cuối cùng hoặc số lượng kèm đơn vị, không nêu cả hai.',
    en: 'Give either the last day or an amount with its unit.',
  },
  'deadline.amount': { vi: 'Giá trị phải từ {min} đến {max}.', en: 'The value is {min} to {max}.' },
  'deadline.extendMax': {
    vi: 'Chỉ còn được gia hạn từ 1 đến {max}.',
    en: 'Only an extension of 1 to {max} is left.',
  },
  'deadline.pausesUsed': {
    vi: 'Đã hết số lần hoặc số ngày được tạm dừng (tối đa {count} lần, {days} ngày).',
    en: 'No pause is left: at most {count} times and {days} days.',
  },
  'deadline.steward': {
    vi: 'Quy tắc và lịch chung do cơ quan quản lý nền tảng thay đổi.',
    en: 'Only a steward body changes what holds for everybody.',
  },
  'deadline.event': { vi: 'Thời hạn không gắn được với sự kiện này.', en: 'No clock hangs on such an event.' },
  'deadline.namedDay': {
    vi: 'Thời hạn theo quy tắc này do ngày đã nêu quyết định.',
    en: 'Clocks of this rule end on a day that is named.',
  },
  'period.empty': { vi: 'Thời điểm kết thúc phải sau thời điểm bắt đầu.', en: 'The end must be after the beginning.' },
  'list.repeated': { vi: 'Danh sách có phần tử lặp lại.', en: 'The list names something twice.' },
  'calendar.hours': {
    vi: 'Giờ làm việc gồm 1 đến 4 khoảng tăng dần, tính bằng phút trong ngày.',
    en: 'Working hours are 1 to 4 rising intervals in minutes of the day.',
  },
  'calendar.year': { vi: 'Các ngày phải thuộc năm {year}.', en: 'The days must be in {year}.' },
  'referral.otherMatter': {
    vi: 'Phản ánh, kiến nghị này đã thuộc vụ việc khác.',
    en: 'The issue is in another matter already.',
  },
} as const;
