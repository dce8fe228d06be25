import { foldText } from './normalize.ts';
import { wordAt, type Span, type Word } from './scan-text.ts';

// A person's name found by the scan stands as this sign in the sentence that the patterns read.
const person = '§';

const officials = `cán bộ|công chức|viên chức|lãnh đạo|chủ tịch|phó chủ tịch|bí thư|trưởng thôn|thôn trưởng|xóm trưởng|
trưởng xóm|tổ trưởng|trưởng khối|công an|công an viên|cảnh sát|csgt|cảnh sát giao thông|địa chính|kế toán xã|thủ quỹ|hiệu trưởng|
hiệu phó|giám đốc|trưởng phòng|phó phòng|trưởng ban|bác sĩ|cô giáo|thầy giáo|kiểm lâm|thanh tra|thẩm phán|hải quan|
quản lý thị trường|đội trưởng|chi hội trưởng`;

/** Misuse of an office or a trust. */
const misuse = `tham ô|tham nhũng|nhận hối lộ|ăn hối lộ|đòi hối lộ|vòi tiền|vòi vĩnh|vòi phong bì|đòi phong bì|nhận phong bì|
gợi ý phong bì|gợi ý lót tay|nhận lót tay|đòi lót tay|nhận tiền lót tay|nhận tiền bôi trơn|nhận tiền hối lộ|nhận tiền chạy|
ăn tiền của|ăn tiền dân|ăn chặn|ăn bớt|bớt xén|ăn chia|nhũng nhiễu|sách nhiễu|hạch sách|bao che|bảo kê|tiếp tay|dung túng|
trục lợi|tư lợi|biển thủ|chiếm đoạt|bỏ túi|đút túi|lạm quyền|lộng quyền|lợi dụng chức vụ|lợi dụng chức quyền|cố ý làm trái|
rút ruột|khai khống|lập khống|kê khống|lập hồ sơ khống|làm giả hồ sơ|làm giả giấy tờ|làm giả chữ ký|giả mạo chữ ký|chạy chức|
trù dập|nhận tiền của dân rồi|thông đồng|móc nối|câu kết|tiêu cực`;

/** Violence, fraud and the like: an offence whoever does it. */
const offence = `đánh người|đánh dân|đánh đập|đánh con|đánh cháu|đánh học sinh|hành hung|lừa đảo|lừa tiền|lừa lấy|lừa dân|lừa bán|
chửi bới|chửi dân|lăng mạ|xúc phạm|nhục mạ|đe dọa|dọa giết|dọa đánh|xâm hại|quấy rối|hiếp dâm|dâm ô|trộm cắp|ăn trộm|ăn cắp|
lấy trộm|buôn ma túy|cho vay nặng lãi|tống tiền|cưỡng đoạt|ngoại tình|quan hệ bất chính`;

/** Between doer and deed these turn the sense: somebody else acts, or the deed is feared, fought or suffered. */
const turning = `xử lý|bắt|bắt giữ|điều tra|ngăn chặn|ngăn|kiểm tra|tuần tra|làm rõ|vào cuộc|triệt phá|xử phạt|phạt|giải quyết|
hướng dẫn|tuyên truyền|đề nghị|kiến nghị|bị|được|tránh|không|chống|phòng|chưa|phản ánh|báo|trình bày|nêu|hỏi|nói|cảnh báo|
khai|giúp|chấn chỉnh|giám sát|quan tâm|tố giác|phát hiện|khỏi|nếu|nghi|lo|sợ|k|ko|tăng cường|truy quét|dẹp|mong|xem xét|
ghi nhận|chỉ đạo|yêu cầu|rà soát|công khai|tiếp nhận|thanh tra|đấu tranh|quán triệt|cam kết|về|với|mà|thì|vẫn|nhưng|vì|do|nên|nhiều|các|những|
đối tượng|nhóm|bọn|kẻ|tên|để|khi|gọi|đến|tới|xuống|nhờ|trong|,`;

/** Before the doer these make it a general concern and no accusation. */
const general = `tình trạng|hiện tượng|biểu hiện|nguy cơ|chống|phòng ngừa|ngăn ngừa|ngăn chặn|tránh|nếu|một bộ phận|
không để|khắc phục`;

const complaints = [
  'khiếu nại(?: \\S+){0,4} quyết định',
  'khiếu nại(?: \\S+){0,3} (?:hành vi hành chính|kết luận thanh tra|biên bản xử phạt|biên bản vi phạm)',
  'khiếu nại(?: \\S+){0,3} việc(?: \\S+){0,4} (?:thu hồi đất|xử phạt|cưỡng chế|bồi thường|đền bù|kỷ luật)',
  'đơn khiếu nại(?: \\S+){0,4} (?:ubnd|ủy ban|chủ tịch|thu hồi|bồi thường|đền bù|xử phạt|cưỡng chế|§)',
  '(?:không đồng ý|không đồng tình|không nhất trí|không chấp nhận|không chấp hành|phản đối|bác bỏ)(?: \\S+){0,3}' +
    ' quyết định(?: \\S+){0,3} (?:xử phạt|thu hồi|đền bù|bồi thường|cưỡng chế|kỷ luật|giải quyết|hành chính|giao đất|số)',
  '(?:yêu cầu|đề nghị|kiến nghị|xin|đòi|buộc)(?: \\S+){0,4} (?:hủy|hủy bỏ|thu hồi|rút|rút lại|bãi bỏ) quyết định' +
    // A rule with its year in its number, or a decision in favour of somebody's project.
    '(?!(?: số)? \\d{1,4} (?:19|20)\\d\\d | (?:giao đất|cho thuê đất|chủ trương|chấp thuận) )',
  '(?:yêu cầu|đề nghị|kiến nghị|xin|đòi)(?: \\S+){0,4} xem xét lại quyết định(?: \\S+){0,2}' +
    ' (?:xử phạt|thu hồi|đền bù|bồi thường|cưỡng chế|kỷ luật|giải quyết|số)',
  '(?:khởi kiện|kiện)(?: \\S+){0,2} (?:quyết định|ubnd|ủy ban|chủ tịch|§)',
  'quyết định(?: \\S+){0,8} (?:trái luật|trái pháp luật|không đúng pháp luật|xâm phạm quyền)',
];

const denunciations = [
  'tố cáo(?: \\S+){0,3} (?:OFFICIAL|§|hành vi của|hành vi vi phạm)',
  '(?:tôi|xin|muốn|làm đơn|gửi đơn|viết đơn|đứng ra) tố cáo',
  '(?:MISUSE|OFFENCE)(?: \\S+){0,2} của(?: \\S+){0,2} (?:OFFICIAL|§)',
  '(?:cách chức|khởi tố|truy tố|bắt giam)(?: \\S+){0,1} (?:OFFICIAL|§)',
  '(?:kỷ luật|đuổi việc|sa thải|điều tra)(?: \\S+){0,1} §',
];

interface Patterns {
  doer: RegExp;
  deed: RegExp;
  generalBefore: RegExp;
  settlingBefore: RegExp;
  denunciation: RegExp;
  complaint: RegExp;
}

// Words stand apart by one space each, so a phrase begins after a space and ends before one.
const whole = (alternatives: string): string => `(?<= )(?:${alternatives})(?= )`;

function patterns(spell: (text: string) => string): Patterns {
  const words = (text: string): string => spell(text.replaceAll('\n', ''));
  const fill = (source: string): string => {
    // Only the words between the signs of a pattern are spelt anew: "\S" must not become "\s".
    const spelt = source.replace(/\p{Ll}[\p{L} ]*/gu, words);
    return spelt
      .replace('OFFICIAL', words(officials))
      .replace('MISUSE', words(misuse))
      .replace('OFFENCE', words(offence));
  };
  const gap = `(?: (?!(?:${words(turning)}) )\\S+){0,4}?`;
  return {
    doer: new RegExp(whole(`${words(officials)}|${person}`), 'gu'),
    deed: new RegExp(`^${gap} (?:${words(misuse)}|${words(offence)}) `, 'u'),
    generalBefore: new RegExp(`(?<= )(?:${words(general)})(?: \\S+){0,3} $`, 'u'),
    settlingBefore: new RegExp(
      `(?<= )(?:${words('giải quyết|luật|tiếp công dân|quyền|đơn thư')})(?: \\S+){0,2} $`,
      'u',
    ),
    denunciation: new RegExp(whole(denunciations.map(fill).join('|')), 'gu'),
    complaint: new RegExp(whole(complaints.map(fill).join('|')), 'gu'),
  };
}

const accented = patterns((text) => text);
const bare = patterns(foldText);

interface Sentence {
  /** ` word word `: lower case, single spaces, each name one sign, commas as words of their own. */
  text: string;
  patterns: Patterns;
}

// "anh T. đánh người": the dot after a single letter ends no sentence.
const endsSentence = (word: Word, before: Word): boolean =>
  /[!?;\n]/u.test(word.gap) || (before.shape !== 'INITIAL' && word.gap.includes('. '));

function toSentence(parts: string[]): Sentence {
  const accents = parts.filter((part) => part !== foldText(part)).length;
  return { text: ` ${parts.join(' ')} `, patterns: accents * 4 > parts.length ? accented : bare };
}

function sentences(words: Word[], names: readonly Span[]): Sentence[] {
  const result: string[][] = [[]];
  let name = 0;
  for (const [index, word] of words.entries()) {
    const before = wordAt(words, index - 1);
    if (endsSentence(word, before)) result.push([]);
    const current = result.at(-1) as string[];
    if (word.gap.includes(',')) current.push(',');
    while (name < names.length && (names[name] as Span).end <= word.start) name += 1;
    const inName = name < names.length && (names[name] as Span).start <= word.start;
    if (!inName) current.push(word.lower);
    else if (current.at(-1) !== person) current.push(person);
  }
  return result.map(toSentence);
}

const reach = 70;

function doesWrong(text: string, { doer, deed, generalBefore }: Patterns): boolean {
  for (const match of text.matchAll(doer)) {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    if (deed.test(text.slice(end, end + reach)) && !generalBefore.test(before)) return true;
  }
  return false;
}

function says(text: string, pattern: RegExp, except: RegExp): boolean {
  for (const match of text.matchAll(pattern)) {
    if (!except.test(text.slice(Math.max(0, match.index - reach), match.index))) return true;
  }
  return false;
}

/** A person, by name or by post, is said to have done wrong. */
export function denounces(words: Word[], names: readonly Span[]): boolean {
  return sentences(words, names).some(
    ({ text, patterns: known }) => doesWrong(text, known) || says(text, known.denunciation, known.settlingBefore),
  );
}

/** An administrative decision or act is contested. */
export function contestsDecision(words: Word[], names: readonly Span[]): boolean {
  return sentences(words, names).some(({ text, patterns: known }) => says(text, known.complaint, known.settlingBefore));
}
