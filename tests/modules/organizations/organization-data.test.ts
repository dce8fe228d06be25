import { describe, expect, it } from '@jest/globals';
import { areaRows } from '../../../server/modules/areas/area.data.ts';
import { organizationRows } from '../../../server/modules/organizations/organization.data.ts';
import type { OrganizationRow } from '../../../server/modules/organizations/organization.data.ts';

const LINES = {
  MTTQ: 'FATHERLAND_FRONT',
  CD: 'TRADE_UNION',
  ND: 'FARMERS_UNION',
  PN: 'WOMENS_UNION',
  DTN: 'YOUTH_UNION',
  CCB: 'VETERANS_ASSOCIATION',
  HDND: 'PEOPLES_COUNCIL',
  UBND: 'PEOPLES_COMMITTEE',
};

const rows = organizationRows();
const areas = new Map(areaRows().map((area) => [area.id, area]));
const byCode = new Map(rows.map((row) => [row.code, row]));
const byId = new Map(rows.map((row) => [row.id, row]));

function parentCode(code: string): string | undefined {
  const parentId = byCode.get(code)!.parentId;
  return parentId === null ? undefined : byId.get(parentId)?.code;
}

function names(...codes: string[]): (string | undefined)[] {
  return codes.map((code) => byCode.get(code)?.name);
}

function ofKind(kind: OrganizationRow['kind']): OrganizationRow[] {
  return rows.filter((row) => row.kind === kind);
}

describe('organizations', () => {
  it('has no code, id or name twice', () => {
    expect(byCode.size).toBe(rows.length);
    expect(byId.size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.name)).size).toBe(rows.length);
  });

  it('has no body in an area that is gone, or before the area exists', () => {
    for (const row of rows) {
      const area = areas.get(row.areaId)!;
      expect(area.validTo).toBeNull();
      expect(area.validFrom <= row.validFrom).toBe(true);
    }
  });

  it('lists every parent, before its children', () => {
    for (const [i, row] of rows.entries()) {
      if (row.parentId === null) continue;
      const parent = rows.findIndex((other) => other.id === row.parentId);
      expect(parent).toBeGreaterThanOrEqual(0);
      expect(parent).toBeLessThan(i);
    }
  });

  it('is the same on every call, in NFC and open-ended from the reform day', () => {
    expect(organizationRows()).toEqual(rows);
    for (const row of rows) {
      expect(row.name).toBe(row.name.normalize('NFC'));
      expect(row.code).toMatch(/^[A-Z]+-[A-Z0-9]+$/);
      expect(row).toMatchObject({ validFrom: '2025-07-01', validTo: null });
    }
  });

  it('has eight lines in the province and in each of the 69 units', () => {
    const current = [...areas.values()].filter((area) => area.validTo === null);
    expect(current).toHaveLength(70);
    for (const area of current) {
      for (const [line, kind] of Object.entries(LINES)) {
        expect(byCode.get(`${line}-${area.code}`)).toMatchObject({ kind, areaId: area.id });
      }
    }
    expect(rows).toHaveLength(70 * 8 + 2 + 12 + 3);
  });
});

describe('names', () => {
  it('are those used in the units', () => {
    expect(names('MTTQ-18073', 'PN-18685', 'CD-18823', 'DTN-18073', 'UBND-18196')).toEqual([
      'Ủy ban Mặt trận Tổ quốc Việt Nam phường Thành Sen',
      'Hội Liên hiệp Phụ nữ xã Cẩm Bình',
      'Công đoàn phường Vũng Áng',
      'Đoàn TNCS Hồ Chí Minh phường Thành Sen',
      'Ủy ban nhân dân xã Sơn Kim 1',
    ]);
  });

  it('are those used at the province', () => {
    expect(names('MTTQ-42', 'CD-42', 'ND-42', 'PN-42', 'DTN-42', 'CCB-42', 'HDND-42', 'UBND-42')).toEqual([
      'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hà Tĩnh',
      'Liên đoàn Lao động tỉnh Hà Tĩnh',
      'Hội Nông dân tỉnh Hà Tĩnh',
      'Hội Liên hiệp Phụ nữ tỉnh Hà Tĩnh',
      'Tỉnh đoàn Hà Tĩnh',
      'Hội Cựu chiến binh tỉnh Hà Tĩnh',
      'Hội đồng nhân dân tỉnh Hà Tĩnh',
      'Ủy ban nhân dân tỉnh Hà Tĩnh',
    ]);
    expect(names('TU-42', 'BTGDV-42')).toEqual(['Tỉnh ủy Hà Tĩnh', 'Ban Tuyên giáo và Dân vận Tỉnh ủy']);
  });
});

describe('the tree', () => {
  it('starts with the provincial bodies that answer to no other', () => {
    const roots = rows.filter((row) => row.parentId === null).map((row) => row.code);
    expect(roots.toSorted()).toEqual(
      ['CAPNUOC-42', 'DIENLUC-42', 'HDND-42', 'MOITRUONG-42', 'MTTQ-42', 'TU-42', 'UBND-42'].toSorted(),
    );
  });

  it('affiliates the five unions to the Front of their own unit', () => {
    for (const line of ['CD', 'ND', 'PN', 'DTN', 'CCB']) {
      expect(parentCode(`${line}-42`)).toBe('MTTQ-42');
      expect(parentCode(`${line}-18073`)).toBe('MTTQ-18073');
    }
  });

  it('puts Front, council and committee of a unit under those of the province', () => {
    expect(['MTTQ', 'HDND', 'UBND'].map((line) => parentCode(`${line}-18073`))).toEqual([
      'MTTQ-42',
      'HDND-42',
      'UBND-42',
    ]);
  });

  it('puts twelve departments under the provincial committee and the board under the Party committee', () => {
    expect(ofKind('DEPARTMENT')).toHaveLength(12);
    expect(new Set(ofKind('DEPARTMENT').map((row) => parentCode(row.code)))).toEqual(new Set(['UBND-42']));
    expect(parentCode('BTGDV-42')).toBe('TU-42');
    expect(ofKind('SERVICE_PROVIDER')).toHaveLength(3);
  });
});
