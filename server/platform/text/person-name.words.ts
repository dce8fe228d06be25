import { table } from './scan-text.ts';

/** Honorifics as written with accents; `anh` and `em` look the same without. */
export const honorifics = table('ông bà anh chị cô chú bác em cháu cụ thầy cậu dì mợ thím dượng');

/** Titles that are followed by a name just as an honorific is, but are often followed by a place or a body instead. */
export const roles = table(`cô giáo, thầy giáo, bác sĩ, bác sỹ, y sĩ, y tá, giáo viên, hiệu trưởng, hiệu phó, chủ tịch,
  bí thư, trưởng thôn, thôn trưởng, xóm trưởng, trưởng xóm, tổ trưởng, tổ phó, trưởng ban, phó ban, trưởng phòng,
  phó phòng, giám đốc, cán bộ, công chức, công an, kế toán, luật sư, kỹ sư, đại biểu, công dân, cử tri, hội viên,
  học sinh, chủ hộ, hộ dân, gia đình, vợ chồng, chi hội trưởng, hội trưởng, trưởng khối, đội trưởng, công an viên,
  người tên, có tên, họ tên, và tên, tên là`);

/** After these a single given name is a person too. */
export const nearRoles = table('cô giáo, thầy giáo, bác sĩ, bác sỹ, y sĩ');

/** Between a role and a name: "chủ tịch UBND xã Nguyễn Văn An". */
export const roleFillers =
  table(`ubnd hđnd mttq ủy ban nhân dân xã phường thôn xóm tổ hội đảng chi bộ huyện tỉnh thị trấn
  trường hợp`);

/** A word before an honorific that makes it a plural or a compound: "các ông", "chị em". */
export const pluralLeads = table('các mấy những mỗi quý hai ba bốn nhiều mọi trẻ đàn tụi bọn đám');
export const pluralPairs = table(`chị em, anh em, anh chị, ông bà, thầy cô, cô chú, cô bác, chú bác, con em, con cháu,
  ông cháu, bà cháu, cha anh, bác cháu, cô cháu, ông anh`);

/** A word before an honorific that makes it no honorific: "tiếng Anh". */
export const languageLeads = table('tiếng nước môn khoa ngành giáo');

/** Places called after persons: "đường Bà Triệu", "chợ Bà Chiểu". */
export const placeLeads =
  table(`đường phố tuyến chợ cầu đền miếu chùa lăng hồ đập bàu đầm núi rú đồi dốc đèo khe suối sông
  bến đảo hòn cồn mũi bãi cửa eo phủ đình cống kênh mương thôn xóm làng ấp xã phường huyện khu trường ga giếng tượng vịnh rừng tiêu tưới`);
export const strongPlaceLeads =
  table(`đường phố tuyến chợ cầu đền miếu chùa lăng hồ đập bàu núi rú đồi dốc đèo khe suối sông
  bến đảo hòn cồn mũi phủ`);

/** "nhà em Đồng Lộc": before "em" and "cháu" these speak of the speaker's own place. */
export const ownPlaceLeads = table('nhà quê xã xóm thôn phường chỗ bên vùng khu tổ ở dưới trên làng');

/** Leads after which a bare full name is a street, a school or the like. */
export const bareNameLeads =
  table(`đường phố tuyến trục ngã ngõ ngách kiệt hẻm trường thcs thpt th tiểu mầm non mẫu cầu chợ viên
  tượng đài quảng phường khu số khối giải quỹ liệt hùng thơ nhạc`);

/** A capitalised word after an honorific that begins something else than a name. */
export const notNames =
  table(`đề kính mong xin tôi chúng người cử kiến khi theo nếu vì trong đến các có không đã sẽ với tại ở
  ngày tháng ủy ubnd hđnd mttq thôn xóm xã phường huyện tỉnh tổ khu đường chợ trạm bệnh phòng sở ban hội đội nhưng và là
  thì để từ cho về trên dưới nay hiện hôm sau trước mẹ chúa táo trời rịa nà noel tdp thcs thpt csgt ngõ số khối ấp
  lớp nhà nhờ cục đang mới rất cũng chỉ`);
export const notNamesBare = table('de kinh mong xin toi chung nguoi cu kien thon xom xa ubnd hdnd mttq tdp to duong');

/** Two words (folded) that are a post, a group or a thing though the first could be a given name. */
export const notNamePairs =
  table(`chu tich, bi thu, pho bi, pho chu, giam doc, hieu truong, hieu pho, to truong, to pho,
  hoi truong, hoi pho, chi hoi, cong an, cong nhan, cong chuc, cong ty, cong giao, cong dan, can bo, dai bieu, dai dien,
  thu truong, bo truong, thu tuong, tong bi, chu nhiem, doi truong, ke toan, giao vien, thon truong, xom truong,
  truong thon, truong xom, truong ban, truong phong, truong khoi, truong cong, truong doan, truong tieu, truong mam,
  truong trung, truong dai, truong cao, truong mau, truong thcs, truong thpt, truong th, bac si, bac sy, thuong truc,
  thanh nien, thanh tra, thanh vien, thanh pho, cuu chien, phu nu, phu huynh, phu trach, dan quan, dan phong, kiem lam,
  dien luc, hoc sinh, sinh vien, quan ly, quan doi, bao ve, nong dan, ky thuat, lai xe, tai xe, chu nha, chu ho, chu dau,
  trung tam, trung uong, doan vien, doan thanh, doan truong, doan xa, hoa binh, ha tinh, ha noi, viet nam, cao tuoi,
  huyen thanh, tam nhin, nam nay, nam ngoai, hai nguoi, hang xom, giao su, tien si, tho dien, thu y, y te, tieu thuong,
  van phong, van hoa, hung yeu, tuyen giao, dang vien, dang uy, nhan dan, nhan vien`);

/** Two words (folded) that begin with a surname and are no name. */
export const notSurnamePairs = table(`nguyen nhan, nguyen vong, nguyen tac, nguyen lieu, nguyen trang, nguyen gia,
  pham vi, pham nhan, pham quy, pham luat, pham toi, pham phap, tran lan, tran nha, tran tinh, trinh bay, trinh do,
  trinh dien, trinh duyet, phan anh, phan bon, phan lon, phan xanh, phan tan, phan cong, phan tich, bui bam, bui khoi,
  dang ky, dang vien, dang uy, vu viec, vu quang, ha tinh, ha noi, ha nam, ha giang, ha long, thai nguyen, thai binh,
  thai lan, cao bang, cao tang, lam dong, hoang mai, hoang mang, hoang tan, ho chi, duong tinh, duong xa, le thuoc,
  ly tam, ly do, ly lich, dinh vi, dinh ky, doan vien, doan thanh, doan ket, trieu tap, thach ha, thach khe, kim son,
  mai phu, mai hoa, vuong van, quan ly, to chuc, luong thang, to tung`);

export const surnames =
  table(`nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn lương
  mai tô hà cao lâm tạ thái kiều đào vương trương phùng quách lưu nghiêm tôn tăng châu thân đậu uông khổng mạc la văn
  bạch giang chu tống từ triệu tiêu phí lại ninh viên thạch kim cù hứa diệp âu lục doãn ông biện nhâm bành đồng trà y`);

/** Surnames that are hardly a common word: two words suffice for a name when it is written in lower case. */
export const strongSurnames = table('nguyễn trần phạm huỳnh phan bùi đặng trịnh lê ngô võ');

/** Without accents most surnames are common words too ("ho" is household, "duong" is road). */
export const bareSureSurnames = table('nguyen tran pham huynh trinh');
export const bareLikelySurnames =
  table(`hoang phan dang bui ngo le vo vu do ho duong ly dinh mai ha luu cao dao doan lam ta
  thai kieu quach nghiem truong phung`);

/**
 * Honorifics without accents, each with the likely surnames that would read as something else after it:
 * "ong do van hong" is a broken pipe, "ba ho thi …" three households. `*` leaves the sure surnames only.
 */
export const bareHonorifics: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['ong', table('do vo ho truong')],
  ['ba', table('ho duong ngo do ha dinh truong doan')],
  ['chi', table('do truong doan')],
  ['anh', table('do ho')],
  ['em', table('do ho vo')],
  ['chau', table('do ho')],
  ['dong chi', table('do truong')],
  ['co', table('*')],
  ['thay', table('*')],
  ['chu', table('*')],
  ['bac', table('*')],
]);

/** Words before an unaccented honorific that make it another word: "dia chi", "duong ong", "ky anh". */
export const bareBlocks = table(`dia chi, chi chi, duong ong, dan ong, ky anh, hinh anh, tieng anh, dong anh, phia bac,
  mien bac, vung bac, cha chu, thu ba, nga ba, gia chu, cac em, chi em, anh em`);

/** Middle names that hardly occur between a surname and a given name by chance. */
export const middles = table('văn thị');
export const middlesBare = table('van thi');

/** Syllables of given names, folded. */
export const given =
  table(`an anh bac bach bang bao bich binh canh chau chien chinh chung cong cuc cuong dai dan dao dat diem
  dien diep dinh doan dong duc dung duong duy duyen giang ha hai han hang hanh hao hau hien hiep hieu hoa hoai hoan hoang
  hong hop hue hung huong huu huy huyen huynh khai khang khanh khoa khoi khuong kien kieu kim ky lam lan lanh le lien linh
  loan loc loi long luan luc luong luyen ly mai man manh mi minh my nam nga ngan nghia ngoc nguyen nguyet nhan nhat nhi nhu
  nhung ninh oanh phat phi phong phu phuc phung phuoc phuong quan quang que quoc quy quyen quyet quynh sam sang sau sen sinh
  son sy tai tam tan thach thai tham than thang thanh thao the thien thinh tho thoa thom thong thu thuan thuc thuong thuy
  tien tin tinh toan toai toi trang tri trinh trong truc trung truong tu tuan tung tuoi tuong tuyen tuyet ty ut van vi viet
  vinh vu vuong vy xuan xuyen yen`);

/** "Bác Hồ", "cụ Tôn": one word after "bác" or "cụ" is enough for these. */
export const shortFigures = table('hồ tôn giáp');

/** Places that begin with an honorific: no person whatever stands before them. */
export const honorificPlaces = table(`ông ích khiêm, bà trưng, bà triệu, ông hoàng mười, bà huyện thanh, bà chúa kho,
  bà chúa xứ, anh sơn, cô tô, cô giang, cô bắc, ông tạ`);

/** Historical persons, after whom streets, schools and wards are called, and communes that look like a name. */
export const figures =
  table(`hồ chí minh, tôn đức thắng, võ nguyên giáp, trần phú, hà huy tập, nguyễn du, nguyễn công trứ,
  nguyễn biểu, nguyễn huệ, nguyễn trãi, nguyễn ái quốc, nguyễn tất thành, nguyễn sinh cung, nguyễn sinh sắc, phan đình phùng,
  phan đình giót, phan bội châu, phan chu trinh, phan châu trinh, lý tự trọng, lý thường kiệt, lê duẩn, lê lợi, lê lai,
  lê hồng phong, lê quý đôn, lê thánh tông, lê hữu trác, hải thượng lãn ông, trần hưng đạo, trần quang khải, trần quốc toản,
  trần bình trọng, trần cao vân, trần nhân tông, ngô quyền, ngô gia tự, ngô đức kế, ngô thì nhậm, đinh tiên hoàng,
  đinh bộ lĩnh, quang trung, hoàng diệu, hoàng hoa thám, hoàng quốc việt, hoàng mười, xuân diệu, huy cận, huỳnh thúc kháng,
  trường chinh, phạm văn đồng, phạm ngũ lão, phạm hồng thái, nguyễn văn cừ, nguyễn văn trỗi, nguyễn văn linh,
  nguyễn thị minh khai, nguyễn thị định, nguyễn văn giai, nguyễn chí thanh, nguyễn trung thiên, nguyễn huy tự,
  nguyễn huy oánh, nguyễn hữu thái, nguyễn xí, nguyễn thiếp, nguyễn viết xuân, nguyễn đình chiểu, nguyễn khuyến,
  nguyễn bỉnh khiêm, nguyễn trường tộ, nguyễn nghiễm, nguyễn phong sắc, nguyễn lương bằng, nguyễn công hoan, nguyễn hoàng,
  nguyễn khắc viện, nguyễn tuấn thiện, nguyễn văn siêu, nguyễn thái học, nguyễn thượng hiền, võ thị sáu, võ văn kiệt,
  võ liêm sơn, lê văn thiêm, lê văn huân, lê văn tám, lê văn sỹ, lê văn lương, lê thị hồng gấm, lê ninh, lê khôi, lê bình,
  lê đại hành, lê thanh nghị, phan văn trị, phan kính, phan huy ích, phan huy chú, phan đăng lưu, phan anh, hoàng văn thụ,
  trần văn kỷ, lương thế vinh, lý tự tân, lý thái tổ, đặng dung, đặng tất, đặng thai mai, đặng thùy trâm, đặng văn bá,
  đặng nguyên cẩn, bùi thị xuân, bùi cầm hổ, bùi dương lịch, mai thúc loan, mai hắc đế, mai kính, cao thắng, cao bá quát,
  hà tôn mục, đoàn thị điểm, đoàn nhữ hài, hồ xuân hương, hồ tùng mậu, ích khiêm, tô hiến thành, tô hiệu,
  chu văn an, trương định, la sơn phu tử, la thị tám, vũ quang, lâm phước thọ, nguyễn ngọc kinh, kim đồng, tố hữu,
  đồng quế, tôn thất thuyết, hàm nghi, lạc long quân, âu cơ, an dương vương, hùng vương, tạ quang bửu,
  lưu vĩnh sơn, lâm trung thủy, bùi la nhân, kim song trường, hà linh giang`);
