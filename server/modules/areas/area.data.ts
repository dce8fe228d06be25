import { readCsv } from '../../platform/db/read-csv.ts';
import { stableUuid } from '../../platform/db/stable-uuid.ts';
import { spellingVariants } from './area.aliases.ts';

export type AreaKind = 'PROVINCE' | 'DISTRICT' | 'WARD' | 'COMMUNE' | 'TOWNSHIP';

/** An administrative unit during [validFrom, validTo): validTo is the first day on which it no longer exists. */
export interface AreaRow {
  id: string;
  /** National code, as text. Re-used over time: a key only together with a date. */
  code: string;
  name: string;
  kind: AreaKind;
  parentId: string | null;
  validFrom: string;
  validTo: string | null;
  aliases: string[];
}

/** `toId` took over all of `fromId`, or a part of it (`partial`). */
export interface AreaLineageRow {
  fromId: string;
  toId: string;
  partial: boolean;
  effectiveOn: string;
  legalBasis: string;
}

interface FormerUnit {
  code: string;
  name: string;
  districts: string[];
}

interface CurrentUnit {
  code: string;
  name: string;
  kind: AreaKind;
  validFrom: string;
  predecessors: FormerUnit[];
}

// Merged from vietnamese-provinces-database (thanglequoc) and vietnamadminunits (tranngocminhhieu), both MIT.
const UNITS = new URL('./data/ha-tinh-units.csv', import.meta.url);
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

const LEGAL_BASIS = 'NQ 1665/NQ-UBTVQH15';
/** Districts abolished and 209 units made 69: the first day without the former ones. */
const REFORM_ON = '2025-07-01';

/**
 * A convention, not a fact: the sources list the former units as they stood on 2025-06-30, without the day each was
 * formed (a few only on 2025-01-01, by NQ 1283/NQ-UBTVQH15). The register answers for days from here on.
 * Part of the ids of all rows that start on it.
 */
const KNOWN_SINCE = '2020-01-01';

const PROVINCE: AreaRow = {
  id: areaId('42', KNOWN_SINCE),
  code: '42',
  name: 'Tỉnh Hà Tĩnh',
  kind: 'PROVINCE',
  parentId: null,
  validFrom: KNOWN_SINCE,
  validTo: null,
  aliases: [],
};

/** The only district whose national code is documented; the others get a code of our own, 'H-' and the name's slug. */
const DISTRICT_CODES: Readonly<Record<string, string>> = { 'Thành phố Hà Tĩnh': '436' };

/**
 * District on 2025-06-30 of former units whose line names two. Wards belong to a town or city, never to a rural district;
 * where that leaves one commune, it is the other district's. Of Cẩm Bình's four only Cẩm Thành was not the city's
 * (which makes the city's 27). Undecided, hence directly under the province: Kỳ Hà 18808, Kỳ Hải 18802,
 * Kỳ Tân 18814, Kỳ Hoa 18829.
 */
const DISTRICT_OF_FORMER_UNIT: Readonly<Record<string, string>> = {
  '18115': 'Thị xã Hồng Lĩnh',
  '18121': 'Thị xã Hồng Lĩnh',
  '18124': 'Thị xã Hồng Lĩnh',
  '18400': 'Huyện Nghi Xuân',
  '18112': 'Thành phố Hà Tĩnh',
  '18685': 'Thành phố Hà Tĩnh',
  '18691': 'Thành phố Hà Tĩnh',
  '18694': 'Huyện Cẩm Xuyên',
  '18754': 'Thị xã Kỳ Anh',
  '18820': 'Thị xã Kỳ Anh',
  '18796': 'Thị xã Kỳ Anh',
  '18811': 'Huyện Kỳ Anh',
  '18781': 'Thị xã Kỳ Anh',
};

/**
 * Hà Tĩnh's province, former districts, former commune-level units and the 69 units since 2025-07-01, parents first.
 * A unit that kept code and name but grew is a new row; the two unchanged ones are a single row under the province.
 */
export function areaRows(): AreaRow[] {
  const units = currentUnits();
  const former = new Map(formerUnits(units).map((unit) => [unit.code, unit]));
  const districts = new Map(
    [...former.values()].flatMap((unit) => unit.districts).map((name) => [name, district(name)]),
  );
  return [
    PROVINCE,
    ...[...districts.values()].toSorted((a, b) => a.code.localeCompare(b.code, 'en')),
    ...[...former.values()].map((unit) => formerRow(unit, districts)),
    ...units.map(currentRow),
  ];
}

/** Who became what on 2025-07-01; a former unit with several successors is in each of them `partial`. */
export function areaLineageRows(): AreaLineageRow[] {
  const changed = currentUnits().filter((unit) => !isUnchanged(unit));
  const successors = new Map<string, number>();
  for (const { code } of formerUnits(changed)) successors.set(code, (successors.get(code) ?? 0) + 1);
  return changed.flatMap((unit) =>
    unit.predecessors.map(({ code }) => ({
      fromId: areaId(code, KNOWN_SINCE),
      toId: areaId(unit.code, unit.validFrom),
      partial: successors.get(code)! > 1,
      effectiveOn: unit.validFrom,
      legalBasis: LEGAL_BASIS,
    })),
  );
}

function areaId(code: string, validFrom: string): string {
  return stableUuid('area', `${code}@${validFrom}`);
}

function currentUnits(): CurrentUnit[] {
  return readCsv(UNITS, COLUMNS).map((line) => {
    const names = list(line.predecessors_vi);
    const codes = list(line.predecessor_codes);
    if (names.length !== codes.length) throw new Error(`${line.code}: ${names.length} names, ${codes.length} codes`);
    const districts = list(line.predecessor_districts);
    return {
      code: line.code,
      name: line.name_vi,
      kind: kindOf(line.name_vi),
      validFrom: line.valid_from,
      predecessors: names.map((name, i) => ({ code: codes[i]!, name, districts })),
    };
  });
}

/** One entry for each line a former unit stands in, the two unchanged units left out. */
function formerUnits(units: CurrentUnit[]): FormerUnit[] {
  return units.filter((unit) => !isUnchanged(unit)).flatMap((unit) => unit.predecessors);
}

function isUnchanged({ code, name, predecessors }: CurrentUnit): boolean {
  return predecessors.length === 1 && predecessors[0]?.code === code && predecessors[0].name === name;
}

function formerRow(unit: FormerUnit, districts: ReadonlyMap<string, AreaRow>): AreaRow {
  const districtName =
    DISTRICT_OF_FORMER_UNIT[unit.code] ?? (unit.districts.length === 1 ? unit.districts[0] : undefined);
  const parent = districtName === undefined ? PROVINCE : districts.get(districtName);
  if (!parent) throw new Error(`${unit.code}: unknown district ${districtName}`);
  return {
    id: areaId(unit.code, KNOWN_SINCE),
    code: unit.code,
    name: unit.name,
    kind: kindOf(unit.name),
    parentId: parent.id,
    validFrom: KNOWN_SINCE,
    validTo: REFORM_ON,
    aliases: spellingVariants(unit.name),
  };
}

function currentRow(unit: CurrentUnit): AreaRow {
  const validFrom = isUnchanged(unit) ? KNOWN_SINCE : unit.validFrom;
  return {
    id: areaId(unit.code, validFrom),
    code: unit.code,
    name: unit.name,
    kind: unit.kind,
    parentId: PROVINCE.id,
    validFrom,
    validTo: null,
    aliases: spellingVariants(unit.name),
  };
}

function district(name: string): AreaRow {
  const code = DISTRICT_CODES[name] ?? `H-${slug(name)}`;
  return {
    id: areaId(code, KNOWN_SINCE),
    code,
    name,
    kind: 'DISTRICT',
    parentId: PROVINCE.id,
    validFrom: KNOWN_SINCE,
    validTo: REFORM_ON,
    aliases: spellingVariants(name),
  };
}

function kindOf(name: string): AreaKind {
  if (name.startsWith('Phường ')) return 'WARD';
  if (name.startsWith('Xã ')) return 'COMMUNE';
  if (name.startsWith('Thị trấn ')) return 'TOWNSHIP';
  throw new Error(`${name}: no kind of unit in the name`);
}

function slug(name: string): string {
  const plain = name.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^a-z0-9]+/g, '-');
}

function list(cell: string): string[] {
  return cell.split(';').map((item) => item.trim());
}
