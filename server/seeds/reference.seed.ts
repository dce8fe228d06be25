import type { Client } from 'pg';
import { foldText } from '../platform/text/normalize.ts';
import { areaLineageRows, areaRows } from '../modules/areas/area.data.ts';
import { notificationRuleRows } from '../modules/notifications/notification.catalogue.ts';
import { organizationRows } from '../modules/organizations/organization.data.ts';
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
}

/** Which events concern whom, as this version of the server has it. */
export async function seedNotificationRules(client: Client): Promise<void> {
  await client.query(
    `with wanted as (select * from jsonb_populate_recordset(null::notification_rule, $1)),
      gone as (delete from notification_rule r where not exists (select from wanted w where w.type = r.type))
      insert into notification_rule select * from wanted on conflict (type)
        do update set reason = excluded.reason, recipients = excluded.recipients
        where (notification_rule.reason, notification_rule.recipients) <> (excluded.reason, excluded.recipients)`,
    [JSON.stringify(notificationRuleRows())],
  );
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
