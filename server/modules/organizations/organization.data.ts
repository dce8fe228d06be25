import { stableUuid } from '../../platform/db/stable-uuid.ts';
import { areaRows } from '../areas/area.data.ts';
import type { AreaRow } from '../areas/area.data.ts';

export type OrganizationKind =
  | 'PARTY_COMMITTEE'
  | 'PROPAGANDA_AND_MASS_MOBILISATION_BOARD'
  | 'FATHERLAND_FRONT'
  | 'TRADE_UNION'
  | 'FARMERS_UNION'
  | 'WOMENS_UNION'
  | 'YOUTH_UNION'
  | 'VETERANS_ASSOCIATION'
  | 'PEOPLES_COUNCIL'
  | 'PEOPLES_COMMITTEE'
  | 'DEPARTMENT'
  | 'SERVICE_PROVIDER'
  | 'ASSOCIATION';

/** A member body of the platform. `code` is line + unit code ('MTTQ-18073') for bodies that every unit has. */
export interface OrganizationRow {
  id: string;
  code: string;
  name: string;
  kind: OrganizationKind;
  areaId: string;
  parentId: string | null;
  validFrom: string;
  validTo: null;
}

interface Line {
  code: string;
  kind: OrganizationKind;
  /** The name before the unit's ('phường Thành Sen'). */
  title: string;
  /** The whole name at province level, where it is not `title` + unit. */
  provincial?: string;
  /** Affiliated to the Front of the same unit, instead of to the same line of the province. */
  ofTheFront: boolean;
}

interface Provincial {
  code: string;
  kind: OrganizationKind;
  name: string;
  parent: string | null;
}

/** Two-tier local government; the earlier start of the provincial bodies is not documented here. */
const VALID_FROM = '2025-07-01';

const LINES: readonly Line[] = [
  { code: 'MTTQ', kind: 'FATHERLAND_FRONT', title: 'Ủy ban Mặt trận Tổ quốc Việt Nam', ofTheFront: false },
  {
    code: 'CD',
    kind: 'TRADE_UNION',
    title: 'Công đoàn',
    provincial: 'Liên đoàn Lao động tỉnh Hà Tĩnh',
    ofTheFront: true,
  },
  { code: 'ND', kind: 'FARMERS_UNION', title: 'Hội Nông dân', ofTheFront: true },
  { code: 'PN', kind: 'WOMENS_UNION', title: 'Hội Liên hiệp Phụ nữ', ofTheFront: true },
  {
    code: 'DTN',
    kind: 'YOUTH_UNION',
    title: 'Đoàn TNCS Hồ Chí Minh',
    provincial: 'Tỉnh đoàn Hà Tĩnh',
    ofTheFront: true,
  },
  { code: 'CCB', kind: 'VETERANS_ASSOCIATION', title: 'Hội Cựu chiến binh', ofTheFront: true },
  { code: 'HDND', kind: 'PEOPLES_COUNCIL', title: 'Hội đồng nhân dân', ofTheFront: false },
  { code: 'UBND', kind: 'PEOPLES_COMMITTEE', title: 'Ủy ban nhân dân', ofTheFront: false },
];

const PARTY: readonly Provincial[] = [
  { code: 'TU-42', kind: 'PARTY_COMMITTEE', name: 'Tỉnh ủy Hà Tĩnh', parent: null },
  {
    code: 'BTGDV-42',
    kind: 'PROPAGANDA_AND_MASS_MOBILISATION_BOARD',
    name: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
    parent: 'TU-42',
  },
];

// The usual departments of a province; the province's own decision on them was not at hand, an administrator edits the rows.
const DEPARTMENTS: readonly Provincial[] = [
  department('SO-XAYDUNG', 'Sở Xây dựng'),
  department('SO-TAICHINH', 'Sở Tài chính'),
  department('SO-NNMT', 'Sở Nông nghiệp và Môi trường'),
  department('SO-KHCN', 'Sở Khoa học và Công nghệ'),
  department('SO-NOIVU', 'Sở Nội vụ'),
  department('SO-GDDT', 'Sở Giáo dục và Đào tạo'),
  department('SO-YTE', 'Sở Y tế'),
  department('SO-VHTTDL', 'Sở Văn hóa, Thể thao và Du lịch'),
  department('SO-CONGTHUONG', 'Sở Công Thương'),
  department('SO-TUPHAP', 'Sở Tư pháp'),
  department('THANHTRA-42', 'Thanh tra tỉnh'),
  department('BQL-KKT', 'Ban Quản lý Khu kinh tế tỉnh'),
];

// Executing partners, by what they do: no company is named.
const SERVICE_PROVIDERS: readonly Provincial[] = [
  { code: 'CAPNUOC-42', kind: 'SERVICE_PROVIDER', name: 'Đơn vị cấp nước tỉnh Hà Tĩnh', parent: null },
  { code: 'DIENLUC-42', kind: 'SERVICE_PROVIDER', name: 'Đơn vị điện lực tỉnh Hà Tĩnh', parent: null },
  { code: 'MOITRUONG-42', kind: 'SERVICE_PROVIDER', name: 'Đơn vị vệ sinh môi trường tỉnh Hà Tĩnh', parent: null },
];

/** The member bodies of Hà Tĩnh since 2025-07-01, parents first: eight lines of the province and its units, and provincial bodies. */
export function organizationRows(): OrganizationRow[] {
  const current = areaRows().filter((area) => area.validTo === null);
  const province = current.find((area) => area.kind === 'PROVINCE');
  if (!province) throw new Error('The areas have no province');
  const units = [province, ...current.filter((area) => area !== province)];
  return [
    ...units.flatMap((area) => LINES.map((line) => lineRow(line, area, province))),
    ...[...PARTY, ...DEPARTMENTS, ...SERVICE_PROVIDERS].map((body) => provincialRow(body, province)),
  ];
}

function lineRow(line: Line, area: AreaRow, province: AreaRow): OrganizationRow {
  const code = `${line.code}-${area.code}`;
  const unit = area.name.charAt(0).toLowerCase() + area.name.slice(1);
  const provincialLine = area === province ? null : `${line.code}-${province.code}`;
  const parent = line.ofTheFront ? `MTTQ-${area.code}` : provincialLine;
  return {
    id: organizationId(code),
    code,
    name: (area === province && line.provincial) || `${line.title} ${unit}`,
    kind: line.kind,
    areaId: area.id,
    parentId: parent && organizationId(parent),
    validFrom: VALID_FROM,
    validTo: null,
  };
}

function provincialRow({ code, kind, name, parent }: Provincial, province: AreaRow): OrganizationRow {
  return {
    id: organizationId(code),
    code,
    name,
    kind,
    areaId: province.id,
    parentId: parent && organizationId(parent),
    validFrom: VALID_FROM,
    validTo: null,
  };
}

function department(code: string, name: string): Provincial {
  return { code, kind: 'DEPARTMENT', name, parent: 'UBND-42' };
}

function organizationId(code: string): string {
  return stableUuid('organization', code);
}
