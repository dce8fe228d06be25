import type { Client } from 'pg';
import { foldText } from '../platform/text/normalize.ts';
import { areaLineageRows, areaRows } from '../modules/areas/area.data.ts';
import { organizationRows } from '../modules/organizations/organization.data.ts';
import { lexiconRows } from '../platform/text/lexicon.data.ts';
import { topicRows } from '../modules/topics/topic.data.ts';

/**
 * Areas, topics and bodies with stable ids: loaded once, a later start finds them and writes nothing. Runs as the
 * owner, before anybody is served.
 */
export async function seedAreasAndTopics(client: Client): Promise<void> {
  const areas = areaRows().map((area) => ({
    ...area,
    search: [area.name, ...area.aliases, area.code].map(foldText).join(' | '),
  }));
  await insertRows(
    client,
    'area',
    areas.map(({ parentId, validFrom, validTo, ...area }) => ({
      ...area,
      parent_id: parentId,
      valid_from: validFrom,
      valid_to: validTo,
    })),
  );
  await insertRows(
    client,
    'area_lineage',
    areaLineageRows().map((edge) => ({
      from_id: edge.fromId,
      to_id: edge.toId,
      partial: edge.partial,
      effective_on: edge.effectiveOn,
      legal_basis: edge.legalBasis,
    })),
  );
  await insertRows(
    client,
    'topic',
    topicRows().map(({ nameVi, nameEn, ...topic }) => ({ ...topic, name_vi: nameVi, name_en: nameEn })),
  );
  await insertRows(client, 'lexicon', lexiconRows());
}

/** The public bodies of Hà Tĩnh. */
export async function seedOrganizations(client: Client): Promise<void> {
  await insertRows(
    client,
    'organization',
    organizationRows().map((body) => ({
      id: body.id,
      code: body.code,
      name: body.name,
      kind: body.kind,
      area_id: body.areaId,
      parent_id: body.parentId,
      valid_from: body.validFrom,
      valid_to: body.validTo,
    })),
  );
}

/** Table names come from this file alone. */
export async function insertRows(client: Client, table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
    [JSON.stringify(rows)],
  );
}
