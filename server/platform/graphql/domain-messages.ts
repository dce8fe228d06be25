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
  'issue.notAnswered': {
    vi: 'Nội dung được kiến nghị lại phải là nội dung đã có trả lời.',
    en: 'Only what was answered is raised again.',
  },
  'issue.partInUse': {
    vi: 'Một phần đã được chuyển hoặc đang được theo dõi giải quyết.',
    en: 'A part has been referred or is followed up.',
  },
  'parts.range': { vi: 'Tách thành {min} đến {max} nội dung.', en: 'An issue is split into {min} to {max} parts.' },
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
  'task.waits': {
    vi: 'Công việc phải làm trước chưa xong.',
    en: 'A task that must be finished first is not.',
  },
  'task.linked': { vi: 'Đã liên kết với công việc này.', en: 'The task is tied to it already.' },
  'task.notLinked': { vi: 'Không liên kết với công việc này.', en: 'The task is not tied to it.' },
  'task.otherMatter': {
    vi: 'Chỉ đặt thứ tự giữa các công việc của cùng một vụ việc.',
    en: 'Only tasks of one matter wait for each other.',
  },
  'task.circle': { vi: 'Hai công việc sẽ chờ lẫn nhau.', en: 'The tasks would wait for each other.' },
  'commitment.state': {
    vi: 'Không thực hiện được khi cam kết ở trạng thái {status}.',
    en: 'Not possible while the commitment is {status}.',
  },
  'relay.notAnswered': {
    vi: 'Văn bản trả lời này không trả lời nội dung đã nêu.',
    en: 'That answer does not answer this issue.',
  },
  'relay.tooEarly': {
    vi: 'Ngày thông tin lại không trước ngày trả lời.',
    en: 'Nobody is told an answer before it is given.',
  },
  'count.range': { vi: 'Số lượng phải từ {min} đến {max}.', en: 'A number is {min} to {max}.' },
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
  'referral.noneOrOne': {
    vi: 'Hoặc nêu cơ quan có thẩm quyền, hoặc cho biết không cơ quan nào có thẩm quyền.',
    en: 'Either a better address or that no body is competent, not both.',
  },
  'assignment.state': {
    vi: 'Không thực hiện được khi việc phân công ở trạng thái {status}.',
    en: 'Not possible while the assignment is {status}.',
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
  'referral.otherMatter': {
    vi: 'Phản ánh, kiến nghị này đã thuộc vụ việc khác.',
    en: 'The issue is in another matter already.',
  },
} as const;
