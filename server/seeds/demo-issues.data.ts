import type { Channel, IssueKind, Visibility } from '../modules/issues/issue.entity.ts';

export interface DemoIssue {
  body: string;
  kind: IssueKind;
  channel: Channel;
  area: string;
  topic: string;
  visibility: Visibility;
  /** Codes of the bodies it is shared with. */
  sharedWith?: string[];
  daysAgo: number;
  voices?: number;
  place: string;
  title: string;
  description: string;
}

/** Invented; real street names are scenery only. Several are about the same matter in other words, several only seem so. */
export const demoIssues: DemoIssue[] = [
  {
    body: 'PN-18073', kind: 'RECOMMENDATION', channel: 'BRANCH_MEETING', area: '18073', topic: 'DRAINAGE', visibility: 'SHARED',
    sharedWith: ['MTTQ-18073', 'UBND-18073'], daysAgo: 41, voices: 12, place: 'Đường Nguyễn Công Trứ, đoạn trước chợ',
    title: 'Đường Nguyễn Công Trứ ngập tới đầu gối mỗi khi mưa to',
    description: 'Cứ mưa to khoảng một tiếng là đoạn trước chợ ngập tới đầu gối, học sinh phải lội, chị em đề nghị nạo vét cống.',
  },
  {
    body: 'HDND-18073', kind: 'RECOMMENDATION', channel: 'VOTER_MEETING', area: '18073', topic: 'DRAINAGE', visibility: 'NETWORK',
    daysAgo: 33, voices: 27, place: 'Tổ dân phố 4, phường Nam Hà cũ', title: 'Đầu tư hệ thống thoát nước tuyến Nguyễn Công Trứ',
    description: 'Cử tri kiến nghị đầu tư hệ thống thoát nước tuyến Nguyễn Công Trứ vì thường xuyên úng ngập, đã nêu 3 kỳ họp chưa thấy lộ trình.',
  },
  {
    body: 'UBND-18073', kind: 'REFLECTION', channel: 'APP', area: '18073', topic: 'DRAINAGE', visibility: 'SHARED',
    sharedWith: ['MTTQ-18073'], daysAgo: 29, voices: 3, place: 'Gần chợ', title: 'Duong nguyen cong tru nuoc khong rut',
    description: 'duong nguyen cong tru mua xong nuoc khong rut, nap cong bi tac rac, xe may chet may nhieu',
  },
  {
    body: 'MTTQ-18073', kind: 'REFLECTION', channel: 'FIELD_VISIT', area: '18073', topic: 'DRAINAGE', visibility: 'PRIVATE',
    daysAgo: 27, voices: 8, place: 'Khu vực chợ', title: 'Hố ga khu vực chợ bị bồi lấp',
    description: 'Hố ga khu vực chợ bị bồi lấp, nước dâng vào nhà dân hai bên đường sau mỗi trận mưa lớn.',
  },
  {
    body: 'HDND-18100', kind: 'RECOMMENDATION', channel: 'VOTER_MEETING', area: '18100', topic: 'AGRICULTURE', visibility: 'NETWORK',
    daysAgo: 60, voices: 15, place: 'Khu Đồng Môn', title: 'Nạo vét tuyến mương tiêu nội đồng khu Đồng Môn',
    description: 'Tuyến mương tiêu nội đồng bị bồi lắng gây ngập 12 ha lúa hè thu, đề nghị nạo vét trước mùa mưa.',
  },
  {
    body: 'DTN-18073', kind: 'REFLECTION', channel: 'ZALO', area: '18073', topic: 'PUBLIC_ORDER', visibility: 'SHARED',
    sharedWith: ['UBND-18073'], daysAgo: 14, voices: 5, place: 'Đường Nguyễn Công Trứ', title: 'Đèn đường trước chợ hỏng hơn hai tuần',
    description: 'Hệ thống đèn đường đoạn trước chợ hỏng hơn hai tuần, buổi tối rất nguy hiểm.',
  },
  {
    body: 'DTN-18073', kind: 'REFLECTION', channel: 'FIELD_VISIT', area: '18073', topic: 'ENVIRONMENT', visibility: 'NETWORK',
    daysAgo: 20, voices: 6, place: 'Tổ dân phố Văn Yên cũ', title: 'Điểm tập kết rác sát cổng trường mầm non bốc mùi',
    description: 'Điểm tập kết rác sát cổng trường mầm non bốc mùi, xe thu gom đến muộn.',
  },
  {
    body: 'PN-18073', kind: 'REFLECTION', channel: 'DIALOGUE', area: '18073', topic: 'ENVIRONMENT', visibility: 'SHARED',
    sharedWith: ['UBND-18073'], daysAgo: 18, voices: 9, place: 'Phường Văn Yên cũ', title: 'Rác để qua đêm cạnh trường mẫu giáo',
    description: 'Phụ huynh phản ánh rác để qua đêm cạnh trường mẫu giáo, ruồi muỗi nhiều, đề nghị dời điểm trung chuyển.',
  },
  {
    body: 'UBND-18073', kind: 'RECOMMENDATION', channel: 'CITIZEN_RECEPTION', area: '18073', topic: 'ENVIRONMENT', visibility: 'PRIVATE',
    daysAgo: 12, voices: 2, place: 'Khu dân cư Văn Yên', title: 'Di chuyển bãi trung chuyển rác ra khỏi khu dân cư',
    description: 'Kiến nghị di chuyển bãi trung chuyển rác ra khỏi khu dân cư và trường học.',
  },
  {
    body: 'ND-18685', kind: 'REFLECTION', channel: 'BRANCH_MEETING', area: '18685', topic: 'LAND', visibility: 'SHARED',
    sharedWith: ['UBND-18685'], daysAgo: 50, voices: 31, place: 'Xã Thạch Bình cũ', title: 'Hồ sơ cấp đổi giấy chứng nhận chậm từ tháng 5',
    description: 'Bà con nộp hồ sơ cấp đổi giấy chứng nhận quyền sử dụng đất từ tháng 5 đến nay chưa có kết quả vì hồ sơ địa chính xã cũ chưa bàn giao xong.',
  },
  {
    body: 'UBND-18685', kind: 'REFLECTION', channel: 'APP', area: '18685', topic: 'LAND', visibility: 'NETWORK',
    daysAgo: 44, voices: 4, place: 'Trung tâm Phục vụ hành chính công', title: 'Hồ sơ đất đai quá hạn, nhiều lần hẹn lại',
    description: 'Hồ sơ đất đai quá hạn nhiều lần hẹn lại, lý do thiếu bản đồ địa chính sau sáp nhập.',
  },
  {
    body: 'HDND-42', kind: 'RECOMMENDATION', channel: 'VOTER_MEETING', area: '18685', topic: 'LAND', visibility: 'NETWORK',
    daysAgo: 38, voices: 22, place: 'Xã Cẩm Vịnh cũ', title: 'Chỉ đạo dứt điểm chuyển giao hồ sơ địa chính',
    description: 'Đề nghị tỉnh chỉ đạo dứt điểm việc chuyển giao hồ sơ địa chính giữa các đơn vị cũ để dân được làm sổ đỏ.',
  },
  {
    body: 'ND-18604', kind: 'RECOMMENDATION', channel: 'BRANCH_MEETING', area: '18604', topic: 'LAND', visibility: 'NETWORK',
    daysAgo: 36, voices: 7, place: 'Xã Thạch Khê', title: 'Cấp giấy chứng nhận lần đầu cho đất ở trước năm 1980',
    description: 'Đề nghị cấp giấy chứng nhận lần đầu cho đất ở trước năm 1980 còn vướng xác nhận nguồn gốc.',
  },
  {
    body: 'CD-18823', kind: 'REFLECTION', channel: 'FIELD_VISIT', area: '18823', topic: 'WATER', visibility: 'NETWORK',
    daysAgo: 25, voices: 40, place: 'Khu nhà trọ công nhân, xã Kỳ Lợi cũ', title: 'Nước sinh hoạt ở khu trọ yếu và đục',
    description: 'Nước sinh hoạt ở khu trọ yếu, đục vào giờ cao điểm, công nhân phải mua nước bình.',
  },
  {
    body: 'CCB-18823', kind: 'REFLECTION', channel: 'BRANCH_MEETING', area: '18823', topic: 'WATER', visibility: 'SHARED',
    sharedWith: ['UBND-18823', 'CAPNUOC-42'], daysAgo: 22, voices: 11, place: 'Phường Vũng Áng', title: 'Nước máy có cặn vàng cả tháng',
    description: 'Nước máy có cặn vàng kéo dài cả tháng, đề nghị kiểm tra chất lượng và thông báo cho dân.',
  },
  {
    body: 'MTTQ-18832', kind: 'RECOMMENDATION', channel: 'VOTER_MEETING', area: '18832', topic: 'WATER', visibility: 'NETWORK',
    daysAgo: 21, voices: 18, place: 'Khu tái định cư, xã Kỳ Lợi cũ', title: 'Chưa có đường ống nước sạch tới khu tái định cư',
    description: 'Chưa có đường ống nước sạch tới khu tái định cư, đề nghị đầu tư mới.',
  },
  {
    body: 'PN-18652', kind: 'REFLECTION', channel: 'BRANCH_MEETING', area: '18652', topic: 'SOCIAL_POLICY', visibility: 'SHARED',
    sharedWith: ['UBND-18652'], daysAgo: 48, voices: 13, place: 'Phường Đại Nài cũ', title: 'Trợ cấp người cao tuổi chi trả chậm hai tháng',
    description: 'Trợ cấp xã hội hằng tháng cho người cao tuổi chi trả chậm hai tháng sau khi sáp nhập phường.',
  },
  {
    body: 'UBND-18073', kind: 'REFLECTION', channel: 'HOTLINE', area: '18073', topic: 'SOCIAL_POLICY', visibility: 'PRIVATE',
    daysAgo: 46, voices: 3, place: 'Phường Đại Nài cũ', title: 'Chưa nhận được tiền bảo trợ tháng 8, 9',
    description: 'Người dân hỏi vì sao tiền bảo trợ tháng 8, 9 chưa nhận được, không rõ phường nào chi trả.',
  },
  {
    body: 'MTTQ-18073', kind: 'PROPOSAL', channel: 'FIELD_VISIT', area: '18073', topic: 'ORGANISATION', visibility: 'NETWORK',
    daysAgo: 30, voices: 4, place: 'Trụ sở UBND phường Hà Huy Tập cũ', title: 'Trụ sở dôi dư làm nhà văn hóa tổ dân phố',
    description: 'Trụ sở dôi dư bỏ không, cỏ mọc, đề nghị cho làm nhà văn hóa tổ dân phố.',
  },
  {
    body: 'HDND-18073', kind: 'RECOMMENDATION', channel: 'VOTER_MEETING', area: '18073', topic: 'ORGANISATION', visibility: 'NETWORK',
    daysAgo: 28, voices: 16, place: 'Phường Hà Huy Tập cũ', title: 'Sớm có phương án sử dụng nhà làm việc phường cũ',
    description: 'Cử tri đề nghị sớm có phương án sử dụng nhà làm việc phường cũ, tránh lãng phí.',
  },
  {
    body: 'HDND-18652', kind: 'RECOMMENDATION', channel: 'VOTER_MEETING', area: '18652', topic: 'CULTURE_SPORT', visibility: 'NETWORK',
    daysAgo: 26, voices: 6, place: 'Xã Thạch Đài cũ', title: 'Sửa chữa nhà văn hóa thôn đã xuống cấp',
    description: 'Đề nghị sửa chữa nhà văn hóa thôn đã xuống cấp.',
  },
  {
    body: 'ND-18619', kind: 'REFLECTION', channel: 'ZALO', area: '18619', topic: 'ENVIRONMENT', visibility: 'SHARED',
    sharedWith: ['BTGDV-42', 'UBND-18619'], daysAgo: 10, voices: 14, place: 'Tuyến kênh tưới', title: 'Nước kênh có mùi hôi, cá chết ven bờ',
    description: 'Nước kênh có mùi hôi, cá chết ven bờ sau khi trại nuôi xả thải, bà con lo nước tưới rau.',
  },
  {
    body: 'BTGDV-42', kind: 'REFLECTION', channel: 'OTHER', area: '18619', topic: 'ENVIRONMENT', visibility: 'PRIVATE',
    daysAgo: 8, voices: 1, place: 'Tuyến kênh tưới', title: 'Bức xúc về ô nhiễm tuyến kênh tưới',
    description: 'Nhân dân bức xúc về ô nhiễm tuyến kênh tưới, đề nghị kiểm tra nguồn thải.',
  },
  {
    body: 'DTN-18100', kind: 'PROPOSAL', channel: 'DIALOGUE', area: '18100', topic: 'CULTURE_SPORT', visibility: 'NETWORK',
    daysAgo: 65, voices: 19, place: 'Phường Trần Phú', title: 'Mở cửa sân trường ngoài giờ cho thiếu nhi',
    description: 'Thiếu sân chơi cho thiếu nhi dịp hè, đề nghị mở cửa sân trường ngoài giờ.',
  },
];
