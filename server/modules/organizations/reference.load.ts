import { localDate } from '../../platform/days.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';

/** Rows of reference data that inputs name: BAD_INPUT naming the argument where there are none. */
export async function topicByCode(tx: Tx, code: string, field: string): Promise<string> {
  const [topic] = await tx.em.execute<{ id: string }[]>('select id from topic where code = ?', [code]);
  if (!topic) throw badInput(field, 'topic.unknown');
  return topic.id;
}

/** An area that existed on the day; of one that did not, the error names its successors. */
export async function areaOn(tx: Tx, id: string, day: string, field: string): Promise<string> {
  const uuid = uuidOf(id, 'area', field);
  const [area] = await tx.em.execute<{ exists_then: boolean }[]>(
    'select valid_from <= ?::date and (valid_to is null or ?::date < valid_to) as exists_then from area where id = ?',
    [day, day, uuid],
  );
  if (!area) throw badInput(field, 'area.unknown');
  if (area.exists_then) return uuid;
  const successors = await tx.em.execute<{ code: string }[]>(
    'select a.code from area_lineage l join area a on a.id = l.to_id where l.from_id = ? order by a.code',
    [uuid],
  );
  throw new AppError('BAD_INPUT', {
    field,
    messageKey: 'area.notThen',
    params: { day },
    extensions: { successorCodes: successors.map((successor) => successor.code) },
  });
}

/** Ids of bodies that exist today. */
export async function activeOrganizations(tx: Tx, ids: readonly string[], field: string): Promise<string[]> {
  const condition = 'and (valid_to is null or valid_to > ?::date)';
  return organizationsWhere(tx, ids, { field, condition, values: [localDate(tx.now)] });
}

/** Ids of bodies, also of those that no longer exist. */
export async function knownOrganizations(tx: Tx, ids: readonly string[], field: string): Promise<string[]> {
  return organizationsWhere(tx, ids, { field, condition: '', values: [] });
}

async function organizationsWhere(
  tx: Tx,
  ids: readonly string[],
  { field, condition, values }: { field: string; condition: string; values: string[] },
): Promise<string[]> {
  const uuids = [...new Set(ids.map((id) => uuidOf(id, 'org', field)))];
  const known = await tx.em.execute<{ id: string }[]>(
    `select id from organization where id = any(?::uuid[]) ${condition}`,
    [`{${uuids.join(',')}}`, ...values],
  );
  if (known.length !== uuids.length) throw badInput(field, 'organization.unknown');
  return uuids;
}
