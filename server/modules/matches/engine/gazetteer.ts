import { foldText } from '../../../platform/text/normalize.ts';

export interface GazetteerArea {
  id: string;
  /** With its designation: "Phường Thành Sen". */
  name: string;
  kind: string;
  parentId: string | null;
  validFrom: string;
  validTo: string | null;
}

export interface GazetteerLineage {
  fromId: string;
  toId: string;
  partial: boolean;
}

/** The areas with what became of them. */
export interface Gazetteer {
  /** The units of today that an area is or has become; several for a split unit. */
  unitsOf(areaId: string): readonly string[];
  /** The former districts whose communes an area is made of: what lies in one of them is not far. */
  districtsOf(areaId: string): readonly string[];
  nameOf(areaId: string): string | undefined;
  /** Commune-level areas of any time by their folded name without designation. */
  named(folded: string): readonly GazetteerArea[];
}

const designation = /^(?:tinh|huyen|thi xa|thanh pho|thi tran|phuong|xa) /u;
const communeKinds = new Set(['WARD', 'COMMUNE', 'TOWNSHIP']);

export function gazetteerOf(areas: readonly GazetteerArea[], lineage: readonly GazetteerLineage[]): Gazetteer {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const became = Map.groupBy(lineage, ({ fromId }) => fromId);
  const madeOf = Map.groupBy(lineage, ({ toId }) => toId);
  const byName = Map.groupBy(
    areas.filter(({ kind }) => communeKinds.has(kind)),
    ({ name }) => foldText(name).replace(designation, ''),
  );
  const today = new Map(areas.map(({ id }) => [id, [...follow(id, new Set())].toSorted()]));
  const districts = new Map(areas.map(({ id }) => [id, [...new Set(origins(id, new Set()))].toSorted()]));

  function follow(id: string, seen: Set<string>): Set<string> {
    const next = became.get(id) ?? [];
    if (next.length === 0 || seen.has(id)) return new Set([id]);
    return new Set(next.flatMap(({ toId }) => [...follow(toId, new Set([...seen, id]))]));
  }

  function origins(id: string, seen: Set<string>): string[] {
    if (seen.has(id)) return [];
    const parent = byId.get(byId.get(id)?.parentId ?? '');
    const own = parent?.kind === 'DISTRICT' ? [parent.id] : [];
    return [...own, ...(madeOf.get(id) ?? []).flatMap(({ fromId }) => origins(fromId, new Set([...seen, id])))];
  }

  return {
    unitsOf: (id) => today.get(id) ?? [id],
    districtsOf: (id) => districts.get(id) ?? [],
    nameOf: (id) => byId.get(id)?.name,
    named: (folded) => byName.get(folded) ?? [],
  };
}
