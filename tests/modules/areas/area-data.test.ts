import { describe, expect, it } from '@jest/globals';
import { spellingVariants } from '../../../server/modules/areas/area.aliases.ts';
import { areaLineageRows, areaRows } from '../../../server/modules/areas/area.data.ts';
import type { AreaRow } from '../../../server/modules/areas/area.data.ts';
import { readCsv } from '../../../server/platform/db/read-csv.ts';
import { stableUuid } from '../../../server/platform/db/stable-uuid.ts';

const UNITS = new URL('../../../server/modules/areas/data/ha-tinh-units.csv', import.meta.url);
const COLUMNS = [
  'code',
  'name_vi',
  'type',
  'valid_from',
  'predecessors_vi',
  'predecessor_codes',
  'predecessor_districts',
  'code_previously_held_by',
] as const;

const LAST_DAY_OF_DISTRICTS = '2025-06-30';
const REFORM_DAY = '2025-07-01';

const rows = areaRows();
const lineage = areaLineageRows();
const lines = readCsv(UNITS, COLUMNS);
const byId = new Map(rows.map((row) => [row.id, row]));
const former = on(LAST_DAY_OF_DISTRICTS).filter(isUnit);
const current = on(REFORM_DAY).filter(isUnit);

function on(day: string): AreaRow[] {
  return rows.filter((row) => row.validFrom <= day && (row.validTo === null || day < row.validTo));
}

function isUnit({ kind }: AreaRow): boolean {
  return kind === 'WARD' || kind === 'COMMUNE' || kind === 'TOWNSHIP';
}

function formerUnit(code: string): AreaRow {
  return former.find((row) => row.code === code)!;
}

/** The name without the kind of unit before it. */
function properName(name: string): string {
  return name.replace(/^(Phường|Xã|Thị trấn) /, '');
}

function withAlias(alias: string): string[] {
  return rows.filter((row) => row.aliases.includes(alias)).map((row) => `${row.code}@${row.validFrom}`);
}

function parentName(code: string): string | undefined {
  return byId.get(formerUnit(code).parentId!)?.name;
}

describe('reading a data file', () => {
  it('refuses a file with other columns', () => {
    expect(() => readCsv(UNITS, ['code', 'name'])).toThrow(/columns are code,name_vi/);
  });
});

describe('stableUuid', () => {
  it('differs by name and by namespace', () => {
    const ids = [stableUuid('area', '42'), stableUuid('area', '43'), stableUuid('topic', '42')];
    expect(new Set(ids).size).toBe(3);
  });

  it('is a version 5 UUID, the same on every call', () => {
    expect(stableUuid('area', '42')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(stableUuid('area', '42')).toBe(stableUuid('area', '42'));
  });
});

describe('areas', () => {
  it('never has one code twice on one day', () => {
    for (const day of ['2020-01-01', LAST_DAY_OF_DISTRICTS, REFORM_DAY, '2026-11-24']) {
      const codes = on(day).map((row) => row.code);
      expect(codes).toHaveLength(new Set(codes).size);
    }
    for (const code of new Set(rows.map((row) => row.code))) {
      const spans = rows.filter((row) => row.code === code).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
      for (const [i, span] of spans.slice(1).entries()) {
        expect(spans[i]!.validTo! <= span.validFrom).toBe(true);
      }
    }
  });

  it('has unique ids, the same on every call', () => {
    expect(byId.size).toBe(rows.length);
    expect(areaRows()).toEqual(rows);
    expect(areaLineageRows()).toEqual(lineage);
  });

  it('is in NFC, with no unit left without a name', () => {
    for (const text of rows.flatMap((row) => [row.code, row.name, ...row.aliases])) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).toBe(text.trim());
      expect(text).not.toBe('');
    }
  });

  it('lists each parent before its children, and the parent exists on the last day of the child', () => {
    for (const [i, row] of rows.entries()) {
      if (row.kind === 'PROVINCE') continue;
      const parent = byId.get(row.parentId!)!;
      expect(rows.indexOf(parent)).toBeLessThan(i);
      expect(parent.validFrom <= row.validFrom).toBe(true);
      expect((parent.validTo ?? '9999') >= (row.validTo ?? '9999')).toBe(true);
    }
  });
});

describe('the units', () => {
  it('are 69 since the reform: 9 wards and 60 communes, directly under the province', () => {
    expect(current.filter((row) => row.kind === 'WARD')).toHaveLength(9);
    expect(current.filter((row) => row.kind === 'COMMUNE')).toHaveLength(60);
    expect(current).toHaveLength(69);
    expect(new Set(current.map((row) => byId.get(row.parentId!)?.code))).toEqual(new Set(['42']));
    expect(current.map(({ code, name, kind }) => ({ code, name, kind }))).toEqual(
      lines.map(({ code, name_vi: name, type: kind }) => ({ code, name, kind })),
    );
  });

  it('are 209 before it, each once, with every predecessor of the list', () => {
    const listed = lines.flatMap((line) => {
      const codes = line.predecessor_codes.split('; ');
      return line.predecessors_vi.split('; ').map((name, i) => `${codes[i]} ${name}`);
    });
    expect(new Set(former.map(({ code, name }) => `${code} ${name}`))).toEqual(new Set(listed));
    expect(former).toHaveLength(209);
    expect(listed).toHaveLength(209 + 3);
  });

  it('end on the reform day with their districts, but for the unchanged', () => {
    const ended = rows.filter((row) => row.validTo !== null);
    expect(new Set(ended.map((row) => row.validTo))).toEqual(new Set([REFORM_DAY]));
    expect(on(REFORM_DAY).map((row) => row.kind)).not.toContain('DISTRICT');
    expect(on(REFORM_DAY).map((row) => row.kind)).not.toContain('TOWNSHIP');
    expect(rows).toHaveLength(1 + 12 + 207 + 69);
  });
});

describe('districts', () => {
  it('are those of the list; only the city has a national code', () => {
    const districts = rows.filter((row) => row.kind === 'DISTRICT');
    const listed = new Set(lines.flatMap((line) => line.predecessor_districts.split('; ')));
    expect(new Set(districts.map((row) => row.name))).toEqual(listed);
    expect(districts).toHaveLength(12);
    expect(districts.filter((row) => !row.code.startsWith('H-')).map((row) => row.code)).toEqual(['436']);
    expect(districts.map((row) => row.code)).toContain('H-thi-xa-ky-anh');
  });

  it('give the former city its 27 units', () => {
    const city = rows.find((row) => row.code === '436')!;
    expect(rows.filter((row) => row.parentId === city.id)).toHaveLength(27);
  });

  it('are left open only where the list does not decide', () => {
    const province = rows.find((row) => row.kind === 'PROVINCE')!;
    const open = rows.filter((row) => row.parentId === province.id && row.validTo !== null && isUnit(row));
    expect(open.map((row) => row.name).toSorted()).toEqual(
      ['Xã Kỳ Hà', 'Xã Kỳ Hoa', 'Xã Kỳ Hải', 'Xã Kỳ Tân'].toSorted(),
    );
  });

  it('are decided one by one where a unit came from two', () => {
    expect(parentName('18400')).toBe('Huyện Nghi Xuân');
    expect(parentName('18694')).toBe('Huyện Cẩm Xuyên');
    expect(parentName('18811')).toBe('Huyện Kỳ Anh');
    expect(parentName('18796')).toBe('Thị xã Kỳ Anh');
  });
});

describe('lineage', () => {
  it('is partial exactly for the two split units', () => {
    const partial = lineage.filter((edge) => edge.partial);
    const edges = partial.map((edge) => `${byId.get(edge.fromId)!.code} → ${byId.get(edge.toId)!.code}`);
    expect(edges.toSorted()).toEqual(
      ['18082 → 18073', '18082 → 18652', '18796 → 18754', '18796 → 18823', '18796 → 18832'].toSorted(),
    );
  });

  it('leaves out the two unchanged units, which are one row each', () => {
    for (const code of ['18196', '18199']) {
      const [unit, ...others] = rows.filter((row) => row.code === code);
      expect(others).toEqual([]);
      expect(unit).toMatchObject({ validFrom: '2020-01-01', validTo: null, kind: 'COMMUNE' });
      expect(lineage.filter((edge) => [edge.fromId, edge.toId].includes(unit!.id))).toEqual([]);
    }
  });

  it('leads from every other former unit to a current one, each edge once', () => {
    for (const edge of lineage) {
      expect(byId.get(edge.fromId)?.validTo).toBe(edge.effectiveOn);
      expect(byId.get(edge.toId)?.validFrom).toBe(edge.effectiveOn);
      expect(edge.legalBasis).toBe('NQ 1665/NQ-UBTVQH15');
    }
    expect(new Set(lineage.map((edge) => edge.fromId)).size).toBe(207);
    expect(new Set(lineage.map((edge) => edge.toId)).size).toBe(67);
    expect(new Set(lineage.map((edge) => `${edge.fromId} ${edge.toId}`)).size).toBe(210);
    expect(lineage).toHaveLength(210);
  });
});

describe('codes and names used again', () => {
  it('pairs names and codes of former units as the list of earlier holders says', () => {
    for (const line of lines) {
      expect(formerUnit(line.code).name).toBe(line.code_previously_held_by);
    }
  });

  it('gives 57 of 69 codes to a unit with another designation: 48 by proper name, 9 townships turned commune', () => {
    const renamed = current.filter((row) => formerUnit(row.code).name !== row.name);
    const otherProperName = renamed.filter((row) => properName(formerUnit(row.code).name) !== properName(row.name));
    const otherKindOnly = renamed.filter((row) => !otherProperName.includes(row));
    expect(renamed).toHaveLength(57);
    expect(otherProperName).toHaveLength(48);
    expect(otherKindOnly).toHaveLength(9);
    expect(new Set(otherKindOnly.map((row) => formerUnit(row.code).kind))).toEqual(new Set(['TOWNSHIP']));
  });

  it('keeps code and name for 12, of which 10 grew and 2 are unchanged', () => {
    const kept = current.filter((row) => formerUnit(row.code).name === row.name);
    expect(kept.filter((row) => formerUnit(row.code) !== row)).toHaveLength(10);
    expect(kept.filter((row) => formerUnit(row.code) === row).map((row) => row.code)).toEqual(['18196', '18199']);
  });

  it('moves 24 full names to another code (23 where the old commune is spelled Cỗ Đạm)', () => {
    const codeBefore = new Map(former.map((row) => [row.name, row.code]));
    const moved = current.filter((row) => (codeBefore.get(row.name) ?? row.code) !== row.code);
    expect(moved).toHaveLength(24);
    expect(moved.map((row) => `${row.name} ${codeBefore.get(row.name)} → ${row.code}`)).toContain(
      'Phường Trần Phú 18094 → 18100',
    );
  });
});

describe('spelling variants', () => {
  it('are none for a name that is written one way', () => {
    expect(spellingVariants('Phường Thạch Quý')).toEqual([]);
    expect(spellingVariants('Xã Kim Hoa')).toEqual([]);
    expect(spellingVariants('Xã Đức Lĩnh')).toEqual([]);
    expect(spellingVariants('Thị trấn Tây Sơn')).toEqual([]);
    expect(spellingVariants('Phường Hoành Sơn')).toEqual([]);
    expect(spellingVariants('Xã Ân Phú, vùng lúa')).toEqual([]);
  });

  it('cover the place of the tone, i for y, and known doublets', () => {
    expect(spellingVariants('Xã An Hòa Thịnh')).toEqual(['Xã An Hoà Thịnh']);
    expect(spellingVariants('Xã Hương Thủy')).toEqual(['Xã Hương Thuỷ']);
    expect(spellingVariants('Xã Kỳ Anh')).toEqual(['Xã Kì Anh']);
    expect(spellingVariants('Xã Cổ Đạm')).toEqual(['Xã Cỗ Đạm']);
    expect(spellingVariants('Xã Mỹ Hòa')).toEqual(['Xã Mỹ Hoà', 'Xã Mĩ Hòa', 'Xã Mĩ Hoà']);
  });

  it('stand at the rows', () => {
    expect(withAlias('Xã Cỗ Đạm')).toEqual(['18391@2020-01-01', '18394@2025-07-01']);
    expect(withAlias('Xã Yên Hoà')).toEqual(['18679@2020-01-01', '18682@2025-07-01']);
  });
});
