import { stableUuid } from '../../platform/db/stable-uuid.ts';

/** A field of public life that an issue is about; `position` (from 1) is the order in lists. */
export interface TopicRow {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
  position: number;
}

const TOPICS: readonly (readonly [code: string, nameVi: string, nameEn: string])[] = [
  ['LAND', 'Đất đai, giải phóng mặt bằng, cấp giấy chứng nhận', 'Land, site clearance, land use certificates'],
  ['PLANNING', 'Quy hoạch, xây dựng, trật tự đô thị', 'Planning, construction, urban order'],
  ['TRANSPORT', 'Giao thông', 'Roads and transport'],
  ['DRAINAGE', 'Thoát nước, ngập úng', 'Drainage and flooding'],
  ['WATER', 'Nước sạch', 'Clean water'],
  ['POWER_TELECOM', 'Điện, viễn thông', 'Electricity and telecommunications'],
  ['ENVIRONMENT', 'Rác thải, ô nhiễm', 'Waste and pollution'],
  ['AGRICULTURE', 'Thủy lợi, sản xuất, dịch bệnh', 'Irrigation, farming, crop and animal disease'],
  ['EDUCATION', 'Giáo dục', 'Education'],
  ['HEALTH', 'Y tế, bảo hiểm y tế, an toàn thực phẩm', 'Health, health insurance, food safety'],
  [
    'SOCIAL_POLICY',
    'Người có công, bảo trợ xã hội, hộ nghèo, bảo hiểm xã hội',
    'People with merit, social assistance, poor households, social insurance',
  ],
  ['LABOUR', 'Việc làm, công nhân', 'Employment and workers'],
  ['CULTURE_SPORT', 'Văn hóa, thể thao', 'Culture and sport'],
  [
    'PUBLIC_ORDER',
    'Trật tự, an toàn giao thông, tiếng ồn, phòng cháy chữa cháy',
    'Public order, traffic safety, noise, fire safety',
  ],
  ['ADMIN_PROCEDURE', 'Thủ tục hành chính, thái độ phục vụ', 'Administrative procedures, quality of service'],
  [
    'ORGANISATION',
    'Sắp xếp đơn vị, trụ sở dôi dư, thôn và tổ dân phố',
    'Re-organisation of units, vacant offices, villages and residential groups',
  ],
  ['DISASTER', 'Thiên tai', 'Natural disasters'],
  ['DIGITAL', 'Số hóa, VNeID', 'Digital services, VNeID'],
  ['BUDGET_CONTRIB', 'Đóng góp, đầu tư công', 'Contributions and public investment'],
  ['OTHER', 'Lĩnh vực khác', 'Other fields'],
];

/** The topics a new installation starts with. */
export function topicRows(): TopicRow[] {
  return TOPICS.map(([code, nameVi, nameEn], i) => ({
    id: stableUuid('topic', code),
    code,
    nameVi,
    nameEn,
    position: i + 1,
  }));
}
