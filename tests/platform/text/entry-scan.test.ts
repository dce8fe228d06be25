import { describe, expect, it } from '@jest/globals';
import {
  maskPersonalData,
  scanPersonalData,
  screenAccusation,
  type Finding,
} from '../../../server/platform/text/entry-scan.ts';
import { demoTexts, ordinaryTexts } from './entry-scan.fixtures.ts';

/** What was found, as `KIND:excerpt`. */
function excerpts(text: string): string[] {
  const nfc = text.normalize('NFC');
  return scanPersonalData(text).map(({ kind, start, end }) => `${kind}:${nfc.slice(start, end)}`);
}

const mask = (text: string): string => maskPersonalData(text, scanPersonalData(text));
const bare = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

describe('scanPersonalData finds', () => {
  it.each([
    ['gọi 0912 345 678 gặp tổ trưởng', '0912 345 678'],
    ['sđt 0912.345.678.', '0912.345.678'],
    ['0912-345-678', '0912-345-678'],
    ['số 09 12 34 56 78', '09 12 34 56 78'],
    ['+84 912 345 678', '+84 912 345 678'],
    ['(+84) 912-345-678', '(+84) 912-345-678'],
    ['84912345678', '84912345678'],
    ['máy bàn 0239 3855 678', '0239 3855 678'],
    ['(0239) 3855.678', '(0239) 3855.678'],
    ['zalo0912345678', '0912345678'],
    ['0912345678 12 hộ', '0912345678'],
    ['07/10/2025 0912345678', '0912345678'],
    ['ảnh_0912_345_678.jpg', '0912_345_678'],
    ['0 9 1 2 3 4 5 6 7 8', '0 9 1 2 3 4 5 6 7 8'],
    ['０９１２ ３４５ ６７８', '０９１２ ３４５ ６７８'],
    ['٠٩١٢٣٤٥٦٧٨', '٠٩١٢٣٤٥٦٧٨'],
    ['0912\u200B345\u2060678', '0912\u200B345\u2060678'],
    ['0912·345•678', '0912·345•678'],
    ['0912–345—678', '0912–345—678'],
  ])('the phone number in %j', (text, number) => {
    expect(excerpts(text)).toEqual([`PHONE:${number}`]);
  });

  it.each([
    ['042099001234', '042099001234'],
    ['hóa đơn ghi CCCD 042099001234 đồng', '042099001234'],
    ['dự án của người có số 042099001234', '042099001234'],
    ['số 042 099 001 234', '042 099 001 234'],
    ['CCCD: 042.099.001.234', '042.099.001.234'],
    ['0420\u200B9900\u200B1234', '0420\u200B9900\u200B1234'],
    ['CMND 183456789', '183456789'],
    ['chứng minh nhân dân số 183 456 789', '183 456 789'],
    ['chung minh thu 183456789', '183456789'],
    ['hộ chiếu số B1234567', 'B1234567'],
  ])('the identity number in %j', (text, number) => {
    expect(excerpts(text)).toEqual([`IDENTITY_NUMBER:${number}`]);
  });

  it.each([
    ['gửi về a.b+c@mail.example.vn nhé', 'a.b+c@mail.example.vn'],
    ['to_truong@example.com.', 'to_truong@example.com'],
    ['an (at) gmail.com', 'an (at) gmail.com'],
    ['an[at]gmail[dot]com', 'an[at]gmail[dot]com'],
    ['an a còng gmail chấm com', 'an a còng gmail chấm com'],
    ['an＠gmail．com', 'an＠gmail．com'],
  ])('the e-mail address in %j', (text, address) => {
    expect(excerpts(text)).toEqual([`EMAIL:${address}`]);
  });

  it.each([
    ['xe 38A-123.45 đỗ chắn lối', '38A-123.45'],
    ['38A 12345', '38A 12345'],
    ['38-B1 234.56', '38-B1 234.56'],
    ['38B1-12345', '38B1-12345'],
    ['38a-123.45', '38a-123.45'],
    ['38MĐ1-123.45', '38MĐ1-123.45'],
    ['biển số 38N 1234', '38N 1234'],
    ['38A\u200B-123.45', '38A\u200B-123.45'],
  ])('the plate in %j', (text, number) => {
    expect(excerpts(text)).toEqual([`PLATE:${number}`]);
  });

  it.each([
    ['STK 0101234567 Vietcombank', '0101234567'],
    ['số tài khoản: 1234567890123', '1234567890123'],
    ['so tai khoan 123456789', '123456789'],
    ['tài khoản ngân hàng Agribank 3700 205 123456', '3700 205 123456'],
    ['0101234567 (BIDV)', '0101234567'],
    ['stk_123.456.789', '123.456.789'],
  ])('the account in %j', (text, number) => {
    expect(excerpts(text)).toEqual([`BANK_ACCOUNT:${number}`]);
  });

  it.each([
    ['ông Nguyễn Văn An nêu', 'Nguyễn Văn An'],
    ['bà Lan ở thôn 3', 'Lan'],
    ['Kính gửi ông/bà Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
    ['Ông (bà): Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
    ['chị N.T.H. phản ánh', 'N.T.H'],
    ['anh T. kể', 'T'],
    ['đ/c Hải', 'Hải'],
    ['đồng chí Trần Văn Ba', 'Trần Văn Ba'],
    ['Ô. Nguyễn Văn A', 'Nguyễn Văn A'],
    ['B. Lê Thị Hoa', 'Lê Thị Hoa'],
    ['ông Ng. Văn A', 'Ng. Văn A'],
    ['cô 2 Lệ bán rau', '2 Lệ'],
    ['em Lê Thị Mai lớp 7', 'Lê Thị Mai'],
    ['ÔNG NGUYỄN VĂN AN', 'NGUYỄN VĂN AN'],
    ['ông nguyễn văn an', 'nguyễn văn an'],
    ['bà trần thị b', 'trần thị b'],
    ['bà Triệu thị Hoa', 'Triệu thị Hoa'],
    ['ông Nguyễn văn An đồng ý', 'Nguyễn văn An'],
    ['ông nguyen van a', 'nguyen van a'],
    ['ong Nguyen Van An', 'Nguyen Van An'],
    ['ba tran thi b o thon 3', 'tran thi b'],
    ['dong chi nguyen van a', 'nguyen van a'],
    ['don_ong_nguyen_van_an.pdf', 'nguyen_van_an'],
    ['các ông bà, chị em và bà Nguyễn Thị Lan', 'Nguyễn Thị Lan'],
    ['cô giáo Lan dạy lớp 3', 'Lan'],
    ['bác sĩ Hùng trực', 'Hùng'],
    ['ông chủ tịch UBND xã Nguyễn Văn An', 'Nguyễn Văn An'],
    ['cử tri Nguyễn Văn Trung', 'Nguyễn Văn Trung'],
    ['Nguyễn Thị Lan, thôn 3', 'Nguyễn Thị Lan'],
    ['ông Ngu\u200Byễn Văn An', 'Ngu\u200Byễn Văn An'],
    ['chị Lan Đề nghị xem xét', 'Lan'],
  ])('the name in %j', (text, name) => {
    expect(excerpts(text)).toEqual([`PERSON_NAME:${name}`]);
  });

  it.each([
    ['nhà ông Hải', 'nhà ông Hải'],
    ['trước nhà bà Lan số 12 có hố ga', 'nhà bà Lan số 12'],
    ['nhà ông N.V.A số 12', 'nhà ông N.V.A số 12'],
    ['nha ong nguyen van a so 12', 'nha ong nguyen van a so 12'],
    ['số nhà 12 ngõ 5 đường Nguyễn Du của ông An', 'số nhà 12 ngõ 5 đường Nguyễn Du của ông An'],
    ['số 12 nhà ông Hải', 'số 12 nhà ông Hải'],
    ['hộ ông Trần Văn Ba', 'hộ ông Trần Văn Ba'],
    ['hộ gia đình bà Lan', 'hộ gia đình bà Lan'],
  ])('the dwelling in %j', (text, home) => {
    expect(excerpts(text)).toEqual([`HOME_ADDRESS:${home}`]);
  });

  it('several in order, without overlap', () => {
    const text = 'Ông Nguyễn Văn An, ở số 12/3 ngõ 5, điện thoại 0912345678, CCCD 042099001234';
    expect(excerpts(text)).toEqual([
      'PERSON_NAME:Nguyễn Văn An',
      'HOME_ADDRESS:số 12/3 ngõ 5',
      'PHONE:0912345678',
      'IDENTITY_NUMBER:042099001234',
    ]);
    expect(excerpts('bà Lan0912345678')).toEqual(['PERSON_NAME:Lan', 'PHONE:0912345678']);
    expect(excerpts('các ông Nguyễn Văn A và Trần Văn B')).toEqual([
      'PERSON_NAME:Nguyễn Văn A',
      'PERSON_NAME:Trần Văn B',
    ]);
  });

  it('the same in decomposed text, with offsets in the composed one', () => {
    const text = 'Đề nghị gặp bà Nguyễn Thị Huệ'.normalize('NFD');
    expect(scanPersonalData(text)).toEqual([{ kind: 'PERSON_NAME', start: 15, end: 29 }]);
    expect(mask(text)).toBe('Đề nghị gặp bà [họ tên]');
  });

  it('offsets after signs of two code units', () => {
    expect(scanPersonalData('😀 𝟎𝟗12345678')).toEqual([{ kind: 'PHONE', start: 3, end: 15 }]);
  });
});

describe('scanPersonalData leaves alone', () => {
  it.each([
    ...['đường Nguyễn Công Trứ', 'phố Trần Phú', 'phường Hà Huy Tập', 'trường THCS Nguyễn Du', 'đường Bà Triệu'],
    ...['đường Ông Ích Khiêm', 'phố Hai Bà Trưng', 'chợ Bà Chiểu', 'đền Ông Hoàng Mười', 'Trường THPT Lê Văn Thiêm'],
    ...['ngã tư Phan Đình Phùng – Nguyễn Văn Cừ', 'xã Kỳ Anh', 'dạy tiếng Anh', 'học tập Bác Hồ', 'đồng chí Trần Phú'],
    ...['bà con Hưng Lợi', 'ông bà', 'chị em Thạch Khê', 'anh em công nhân', 'các ông các bà', 'con em Cẩm Xuyên'],
    ...['thầy cô Trường Tiểu học', 'cháu học sinh', 'em học sinh lớp 7', 'bác sĩ Trạm y tế', 'cô giáo Mầm non'],
    ...['các anh Công an phường', 'ông Chủ tịch UBND xã', 'chủ tịch UBND phường Trần Phú', 'Cử tri Vũ Quang nêu'],
    ...[
      'nhà em Đồng Lộc mất điện',
      'nhà bà ngoại',
      'em đỗ đại học',
      'cháu dương tính',
      'Kính chào Ông/Bà.\nVấn đề nêu',
    ],
    ...[
      'mương tiêu Ông Đạo bị bồi lắng',
      'kênh tưới Bà Lụa',
      'cảm ơn anh Đề nghị sửa',
      'số nhà 12 ngõ 5 đường Nguyễn Du bị ngập',
      'bà mẹ Việt Nam anh hùng',
      'UBND',
    ],
  ])('%j', (text) => {
    expect(excerpts(text)).toEqual([]);
  });

  it.each([
    ...['ngày 12/10/2025', 'lúc 07 10 2025 12h30', '1.200.000 đồng', '120.000.000.000 đồng', '210 m2', '12 ha'],
    ...[
      '7328/UBND-NN',
      '1665/NQ-UBTVQH15',
      'tờ 12, thửa 118',
      'giai đoạn 2026–2030',
      'km 12+350',
      '250.000-520.000 đồng',
    ],
    ...['lớp 12A1 2024', 'quốc lộ 8A', 'đường 26/3', 'tổng đài 19009038', 'MST 0301234567', 'bán 60k 12000 con'],
    ...[
      'hóa đơn tiền nước 045678901234 đồng',
      'tổng vốn 042.000.000.000 đồng',
      'Công văn số 045123456789 của Sở Xây dựng',
      'mã dự án 042123456789',
      'gói thầu số 040920250001 chưa thi công',
      'vay Agribank 50.000.000 đồng',
      'tài khoản từ cuối năm 2025',
      'họp @ nhà văn hóa',
      'QCVN 14:2008/BTNMT',
      '18.3559',
    ],
  ])('the figures in %j', (text) => {
    expect(excerpts(text)).toEqual([]);
  });

  it.each([
    ...['duong nguyen cong tru ngap', 'dia chi nguyen du', 'duong ong do van hong', 'co ho van dung nuoc gieng'],
    ...['ba nguyen nhan chinh', 'co pham vi anh huong', 'rac tran lan khap noi', 'co le van thu phi'],
  ])('the unaccented words in %j', (text) => {
    expect(excerpts(text)).toEqual([]);
  });

  it.each([...demoTexts, ...ordinaryTexts])('an ordinary issue however it is typed: %s', (text) => {
    const typed = [text, text.toUpperCase(), text.toLowerCase(), bare(text), bare(text).toLowerCase()];
    expect(typed.flatMap(excerpts)).toEqual([]);
  });
});

describe('maskPersonalData', () => {
  it.each([
    ['gọi 0912 345 678.', 'gọi [số điện thoại].'],
    ['CCCD 042099001234', 'CCCD [số định danh]'],
    ['gửi a@b.vn nhé', 'gửi [email] nhé'],
    ['xe 38A-123.45', 'xe [biển số]'],
    ['STK 0101234567 Vietcombank', 'STK [tài khoản] Vietcombank'],
    ['ông Nguyễn Văn An và bà Lan', 'ông [họ tên] và bà [họ tên]'],
    ['cống trước nhà ông An số 12 vỡ', 'cống trước [địa chỉ nhà] vỡ'],
    ['không có gì', 'không có gì'],
  ])('%j becomes %j', (text, expected) => {
    expect(mask(text)).toBe(expected);
    expect(scanPersonalData(mask(text))).toEqual([]);
  });

  it('puts the findings it is given, in the composed text', () => {
    const findings: Finding[] = [{ kind: 'PERSON_NAME', start: 3, end: 6 }];
    expect(maskPersonalData('bà Huệ'.normalize('NFD'), findings)).toBe('bà [họ tên]');
  });
});

describe('screenAccusation redirects', () => {
  it.each([
    'Tôi tố cáo ông Nguyễn Văn A lấn chiếm đất công',
    'Đơn tố cáo cán bộ địa chính xã',
    'Tố cáo chủ tịch xã tham ô tiền hỗ trợ bão',
    'cán bộ địa chính vòi tiền khi làm sổ đỏ',
    'chủ tịch xã bao che cho doanh nghiệp khai thác cát',
    'Công an viên đánh người tại quán nước',
    'ông Hùng lừa đảo bà con góp tiền rồi bỏ trốn',
    'Anh T. hành hung hàng xóm',
    'trưởng thôn ăn chặn tiền hỗ trợ lũ lụt',
    'Hành vi nhũng nhiễu của cán bộ tiếp dân',
    'Đề nghị cách chức bí thư chi bộ thôn',
    'to cao can bo xa nhan hoi lo',
    'truong thon an chan tien ho tro lu',
    'ong nguyen van a lua dao nhieu nguoi',
    'TỐ CÁO CÁN BỘ XÃ NHẬN HỐI LỘ',
    'tố cáo cán bộ xã nhận hối lộ'.normalize('NFD'),
    'tố\u200B cáo cán bộ xã nhận hối\u200B lộ',
    'Đường hỏng đã lâu. Kế toán xã lập khống hồ sơ để rút tiền.',
  ])('the denunciation %j', (text) => {
    expect(screenAccusation(text)).toEqual({ reason: 'DENUNCIATION' });
  });

  it.each([
    'Khiếu nại quyết định thu hồi đất số 123/QĐ-UBND',
    'Đơn khiếu nại về quyết định xử phạt vi phạm hành chính',
    'Tôi không đồng ý với quyết định xử phạt số 45',
    'gia đình không đồng ý quyết định đền bù số 12',
    'yêu cầu hủy quyết định thu hồi đất',
    'yêu cầu huỷ quyết định cưỡng chế',
    'Khởi kiện quyết định hành chính của UBND phường',
    'khiếu nại việc thu hồi đất của gia đình',
    'khieu nai quyet dinh boi thuong giai phong mat bang',
    'khong dong y voi quyet dinh thu hoi dat',
  ])('the complaint %j', (text) => {
    expect(screenAccusation(text)).toEqual({ reason: 'COMPLAINT' });
  });
});

describe('screenAccusation lets pass', () => {
  it.each([
    'Đề nghị tăng cường phòng, chống tham nhũng, lãng phí, tiêu cực',
    'Đề nghị công an phường xử lý đối tượng lừa đảo qua mạng',
    'Đề nghị lãnh đạo tỉnh chỉ đạo xử lý tình trạng bảo kê khai thác cát',
    'Đề nghị chấn chỉnh tình trạng cán bộ nhũng nhiễu, gây phiền hà',
    'Đề nghị nâng cao chất lượng giải quyết đơn thư khiếu nại, tố cáo',
    'Đã gọi công an mà trộm cắp vẫn xảy ra',
    'Báo công an, trộm cắp vẫn tiếp diễn',
    'Cây xanh to cao che khuất đèn giao thông',
    'cay xa cu to cao sat nha dan',
    'Người dân khiếu nại hóa đơn tiền điện tăng',
    'Đề nghị sớm ban hành quyết định phê duyệt phương án bồi thường',
    'Đề nghị thực hiện nghiêm Quyết định số 12 của UBND tỉnh về thu hồi đất',
    'Cử tri không đồng ý với mức thu phí rác',
    'Đề nghị hủy quy hoạch treo',
    'Đề nghị bãi bỏ Quyết định số 15/2024/QĐ-UBND về bảng giá đất',
    'kien nghi thu hoi quyet dinh giao dat cho du an treo',
    'de nghi bai bo quyet dinh so 15/2024/qd-ubnd ve bang gia dat',
    'Kiến nghị thu hồi quyết định chủ trương đầu tư của dự án chậm tiến độ',
    'xe ben cho dat khong bao che, bui mu mit',
    'Công nhân đòi tiền lương giám đốc công ty chưa trả',
  ])('%j', (text) => {
    expect(screenAccusation(text)).toBeNull();
  });

  it.each([...demoTexts, ...ordinaryTexts])('an ordinary issue however it is typed: %s', (text) => {
    const typed = [text, text.toUpperCase(), text.toLowerCase(), bare(text), bare(text).toLowerCase()];
    expect(typed.map(screenAccusation)).toEqual(typed.map(() => null));
  });
});

describe('the work is bounded', () => {
  const pieces = [
    ...['0', '0 ', '9.', '(((0', '+84 ', '12/10/2025 ', '042099001234 ', '1.000.000 đồng ', '38A 1', '38A-'],
    ...['a', 'a@', '@', 'a.', '[dot]', 'a (at) ', 'stk ', 'stk: - - - ', 'tài khoản số của ', 'hộ chiếu B1234567 '],
    ...[
      'ông ',
      'A.',
      'ông Nguyễn Văn ',
      'ba nguyen van ',
      'nhà ông A số 1/1/1 ',
      'số nhà 12, ',
      'của ',
      'Nguyễn Thị Lan ',
    ],
    ...[
      'cán bộ ',
      'cán bộ xã ',
      'tố cáo ',
      'khiếu nại ',
      'đề nghị hủy ',
      'không đồng ý quyết định ',
      'nhũng nhiễu của ',
    ],
    ...['\u200B', '\u0301', '０', 'ﷺ', '😀', ' ', '\n', '. ', `${'x'.repeat(24)} `],
  ];

  /** Processor time, in µs, which a busy machine does not stretch. */
  function cost(piece: string, length: number): number {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const begun = process.cpuUsage();
    maskPersonalData(text, scanPersonalData(text));
    screenAccusation(text);
    return process.cpuUsage(begun).user;
  }

  // Four times the text: four times the work, where a pattern that looks back over and over would take sixteen.
  it.each(pieces)('on 20,000 characters of %j', (piece) => {
    const quarter = Math.max(cost(piece, 5_000), cost(piece, 5_000), 10_000);
    expect(cost(piece, 20_000)).toBeLessThan(12 * quarter);
  });
});
