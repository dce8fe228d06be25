import { domainMessages } from './domain-messages.ts';

export const platformMessages = {
  UNAUTHENTICATED: {
    vi: 'Chưa đăng nhập hoặc phiên làm việc đã hết hạn.',
    en: 'Not signed in, or the session has ended.',
  },
  FORBIDDEN: { vi: 'Vai trò hiện tại không được thực hiện việc này.', en: 'The present role may not do this.' },
  NOT_FOUND: { vi: 'Không tìm thấy nội dung được yêu cầu.', en: 'There is no such object, or none to see.' },
  BAD_INPUT: { vi: 'Dữ liệu gửi lên không hợp lệ.', en: 'The input is not valid.' },
  VERSION_CONFLICT: {
    vi: 'Nội dung đã được người khác thay đổi; hãy tải lại rồi thực hiện tiếp.',
    en: 'Somebody changed this first; reload and try again.',
  },
  IDEMPOTENCY_MISMATCH: {
    vi: 'Khóa chống gửi trùng đã được dùng cho một nội dung khác.',
    en: 'The idempotency key was used with another input.',
  },
  INVALID_STATE: {
    vi: 'Trạng thái hiện tại không cho phép thực hiện việc này.',
    en: 'The present state does not allow this.',
  },
  REFERRAL_LOOP: {
    vi: 'Cơ quan này đã từ chối tiếp nhận; muốn chuyển lại cần nêu lý do mới.',
    en: 'That body has declined this issue; a new reason is needed.',
  },
  PERSONAL_DATA: {
    vi: 'Nội dung có thông tin cá nhân; hãy lược bỏ trước khi gửi.',
    en: 'The text holds personal data; remove it before sending.',
  },
  OUT_OF_SCOPE: {
    vi: 'Khiếu nại, tố cáo không được tiếp nhận tại đây; hãy hướng dẫn gửi đến cơ quan có thẩm quyền.',
    en: 'Complaints and denunciations are not taken here; refer them to the competent body.',
  },
  CURSOR_EXPIRED: {
    vi: 'Vị trí đọc sự kiện đã quá thời hạn lưu; hãy tải lại từ đầu.',
    en: 'The event log no longer reaches back to this cursor; read afresh.',
  },
  COST_EXCEEDED: { vi: 'Truy vấn đòi hỏi quá nhiều trong một lần gửi.', en: 'The document asks for too much at once.' },
  RATE_LIMITED: { vi: 'Quá nhiều yêu cầu; hãy chờ rồi thử lại.', en: 'Too many requests; wait and try again.' },
  INTERNAL: {
    vi: 'Hệ thống gặp lỗi; hãy báo mã yêu cầu cho quản trị viên.',
    en: 'Something failed on our side; give the request id to the administrator.',
  },

  'auth.required': { vi: 'Cần đăng nhập để thực hiện.', en: 'Sign in first.' },
  'auth.badCredentials': { vi: 'Thư điện tử hoặc mật khẩu không đúng.', en: 'Wrong e-mail address or password.' },
  'auth.tooMany': {
    vi: 'Đăng nhập sai quá nhiều lần; hãy thử lại sau {retryAfter} giây.',
    en: 'Too many sign-in attempts; try again in {retryAfter} seconds.',
  },
  'auth.noSession': { vi: 'Không có phiên đăng nhập để kết thúc.', en: 'There is no session to end.' },
  'auth.role': { vi: 'Việc này cần vai trò {role}.', en: 'This needs the role {role}.' },
  'auth.emailTaken': { vi: 'Thư điện tử này đã có tài khoản.', en: 'This e-mail address has an account.' },
  'auth.emailInvalid': { vi: 'Thư điện tử không đúng định dạng.', en: 'Not an e-mail address.' },
  'auth.nameLength': { vi: 'Họ tên phải có từ {min} đến {max} ký tự.', en: 'A name has {min} to {max} characters.' },
  'auth.passwordLength': {
    vi: 'Mật khẩu phải có từ {min} đến {max} ký tự.',
    en: 'A password has {min} to {max} characters.',
  },

  'text.empty': { vi: 'Không được để trống.', en: 'Must not be empty.' },
  'text.tooShort': {
    vi: 'Cần ít nhất {min} ký tự, hiện có {length}.',
    en: 'Needs at least {min} characters, has {length}.',
  },
  'text.tooLong': { vi: 'Tối đa {max} ký tự, hiện có {length}.', en: 'At most {max} characters, has {length}.' },
  'text.nul': { vi: 'Văn bản chứa ký tự NUL.', en: 'The text holds a NUL character.' },
  'text.surrogate': { vi: 'Văn bản có ký tự Unicode bị lỗi.', en: 'The text holds half a Unicode character.' },
  'text.bidi': { vi: 'Văn bản chứa ký tự đổi chiều viết.', en: 'The text holds characters that turn its direction.' },
  'text.control': { vi: 'Văn bản chứa ký tự điều khiển.', en: 'The text holds control characters.' },
  'id.type': { vi: 'Mã không phải của loại {type}.', en: 'Not an id of type {type}.' },
  'list.tooLong': { vi: 'Danh sách có tối đa {max} mục.', en: 'A list of at most {max}.' },
  'page.first': { vi: 'Số dòng mỗi trang phải từ 1 đến {max}.', en: 'A page has 1 to {max} entries.' },
  'page.cursor': { vi: 'Con trỏ không thuộc danh sách này.', en: 'Not a cursor of this list.' },
  'list.repeats': { vi: 'Mỗi mục chỉ được nêu một lần.', en: 'Each entry at most once.' },
  'list.empty': { vi: 'Danh sách không được để trống.', en: 'The list must not be empty.' },
  'date.past': { vi: 'Ngày không được ở quá khứ.', en: 'The date must not lie in the past.' },
  'date.future': { vi: 'Ngày không được ở tương lai.', en: 'The date must not lie in the future.' },
  'reason.required': { vi: 'Cần nêu lý do.', en: 'A reason is needed.' },

  'live.field': {
    vi: 'Chỉ theo dõi được events hoặc notifications.',
    en: 'Only events or notifications can be subscribed to.',
  },
  'live.subscriptionsOnly': {
    vi: 'Qua WebSocket chỉ đăng ký theo dõi (subscription).',
    en: 'Only subscriptions go over WebSocket.',
  },
  'live.operations': {
    vi: 'Kết nối này đã có quá nhiều lượt theo dõi.',
    en: 'This connection carries too many subscriptions.',
  },

  'request.invalid': { vi: 'Yêu cầu không hợp lệ: {reason}', en: 'The request is not valid: {reason}' },
  'request.crossSite': {
    vi: 'Để tránh giả mạo từ trang khác: gửi content-type application/json, hoặc tiêu đề apollo-require-preflight.',
    en: 'Other sites could have sent this: send content-type application/json, or the header apollo-require-preflight.',
  },
  'request.getQuery': {
    vi: 'GET chỉ dùng cho truy vấn (query); thao tác ghi gửi bằng POST.',
    en: 'GET is for queries alone; mutations go by POST.',
  },
  'request.method': { vi: 'Chỉ nhận GET và POST.', en: 'Only GET and POST are answered.' },
  'request.batch': { vi: 'Mỗi yêu cầu chỉ gồm một thao tác.', en: 'One operation a request.' },
  'request.empty': {
    vi: 'Nội dung phải là một đối tượng JSON có trường query.',
    en: 'The body is a JSON object with a query.',
  },
  'request.accept': {
    vi: 'Chỉ trả lời bằng application/graphql-response+json hoặc application/json.',
    en: 'Answers are application/graphql-response+json or application/json.',
  },
  'request.query': { vi: 'Phải là chuỗi không rỗng.', en: 'Must be a string that is not empty.' },
  'request.part': {
    vi: 'Phải có nhiều nhất một lần, đúng kiểu: variables và extensions là đối tượng, operationName là chuỗi.',
    en: 'At most one, of its type: variables and extensions are objects, operationName is a string.',
  },
  'request.tooLarge': { vi: 'Yêu cầu lớn hơn {max} byte.', en: 'The request is larger than {max} bytes.' },
  'request.mediaType': {
    vi: 'Yêu cầu phải là application/json, mã UTF-8.',
    en: 'Requests are application/json in UTF-8.',
  },
  'request.json': { vi: 'Nội dung gửi lên không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
  // Clients that try a hash first know this word and send the whole document then.
  'request.persistedQuery': { vi: 'PersistedQueryNotSupported', en: 'PersistedQueryNotSupported' },
  'document.syntax': { vi: 'Truy vấn sai cú pháp: {reason}', en: 'Syntax error in the document: {reason}' },
  'document.invalid': { vi: 'Truy vấn không hợp lệ: {reason}', en: 'The document is not valid: {reason}' },
  'document.introspection': { vi: 'Máy chủ không cho đọc lược đồ.', en: 'Introspection is off on this server.' },
  'document.operation': {
    vi: 'Cần nêu đúng tên một thao tác có trong truy vấn.',
    en: 'Name one operation of the document.',
  },
  'document.subscription': {
    vi: 'Đăng ký theo dõi (subscription) chỉ thực hiện qua WebSocket.',
    en: 'Subscriptions go over WebSocket.',
  },
  'document.alias': {
    vi: 'Bí danh của trường không được dài quá {max} ký tự, không được là __proto__.',
    en: 'An alias has at most {max} characters and is not __proto__.',
  },
  'value.invalid': { vi: 'Giá trị không thuộc kiểu {type}.', en: 'Not a value of type {type}.' },
  'value.missing': { vi: 'Thiếu giá trị bắt buộc, kiểu {type}.', en: 'A value of type {type} is required.' },
  'value.unknown': { vi: 'Không có trường này trong kiểu {type}.', en: 'There is no such field in {type}.' },
  'cost.points': {
    vi: 'Truy vấn tốn {requested} điểm, mỗi lần tối đa {allowed}; hãy giảm số dòng hoặc số trường.',
    en: 'The document costs {requested} points of {allowed}; ask for smaller pages or fewer fields.',
  },
  'cost.bytes': {
    vi: 'Truy vấn dài {requested} byte, tối đa {allowed}.',
    en: 'The document has {requested} bytes, at most {allowed}.',
  },
  'cost.tokens': { vi: 'Truy vấn có quá {allowed} từ tố.', en: 'The document has more than {allowed} tokens.' },
  'cost.depth': {
    vi: 'Truy vấn lồng quá {allowed} cấp.',
    en: 'The document is nested deeper than {allowed} levels.',
  },
  'cost.aliases': {
    vi: 'Truy vấn có {requested} bí danh, tối đa {allowed}.',
    en: 'The document has {requested} aliases, at most {allowed}.',
  },
  'cost.fragments': {
    vi: 'Truy vấn có {requested} đoạn (fragment), tối đa {allowed}.',
    en: 'The document has {requested} fragments, at most {allowed}.',
  },
  'cost.selections': {
    vi: 'Một lựa chọn có {requested} trường, tối đa {allowed}.',
    en: 'One selection holds {requested} fields, at most {allowed}.',
  },
  'cost.mutationFields': {
    vi: 'Một lần gửi có {requested} thao tác ghi, tối đa {allowed}.',
    en: 'The mutation has {requested} root fields, at most {allowed}.',
  },
  'cost.budget': {
    vi: 'Đã dùng hết hạn mức truy vấn; hãy thử lại sau {retryAfter} giây.',
    en: 'The query budget is used up; try again in {retryAfter} seconds.',
  },
  'service.busy': { vi: 'Hệ thống đang bận; hãy thử lại.', en: 'The service is busy; try again.' },
  'service.timeout': {
    vi: 'Xử lý quá {seconds} giây nên đã dừng; hãy thử lại.',
    en: 'Stopped after {seconds} seconds; try again.',
  },
} as const;

/**
 * What a person reads of an error, per message key: the code itself where nothing more is known. `{name}` is filled
 * from the error's `params`. A key that no code uses, or a used one without a message, fails tests/platform/messages.test.ts.
 */
export const messageTable = { ...platformMessages, ...domainMessages } satisfies Record<
  string,
  { vi: string; en: string }
>;

export type MessageKey = keyof typeof messageTable;
