import type { EntityManager } from '@mikro-orm/postgresql';
import type { LogEntry } from '../../platform/events/tail.ts';
import { uuidOf, type NodePrefix } from '../../platform/graphql/node-id.ts';
import type { EventFilter } from './event.types.ts';

export type Matches = (entry: LogEntry) => boolean;

/**
 * The filter of a live stream as a test in memory. Topics and areas are resolved once, when the stream starts;
 * `followed` is left to the read of each event, because what one follows changes.
 */
export async function matcherOf(filter: EventFilter, em: EntityManager): Promise<Matches> {
  const types = filter.types && new Set(filter.types);
  const issues = idSet(filter.issueIds, 'issue', 'filter.issueIds');
  const matters = idSet(filter.matterIds, 'matter', 'filter.matterIds');
  const organizations = idSet(filter.organizationIds, 'org', 'filter.organizationIds');
  const topics = filter.topicCodes && (await topicIds(em, filter.topicCodes));
  const areas = filter.areaIds && (await areaIds(em, [...idSet(filter.areaIds, 'area', 'filter.areaIds')!]));
  const tests: Matches[] = [];
  if (types) tests.push((entry) => types.has(entry.type));
  if (issues) tests.push((entry) => entry.issueId !== null && issues.has(entry.issueId));
  if (matters) tests.push((entry) => entry.matterId !== null && matters.has(entry.matterId));
  if (organizations) tests.push((entry) => organizations.has(entry.organizationId));
  if (topics) tests.push((entry) => entry.topicIds.some((id) => topics.has(id)));
  if (areas) tests.push((entry) => entry.areaIds.some((id) => areas.has(id)));
  return (entry) => tests.every((test) => test(entry));
}

function idSet(ids: string[] | null | undefined, prefix: NodePrefix, field: string): Set<string> | null {
  return ids ? new Set(ids.map((id) => uuidOf(id, prefix, field))) : null;
}

async function topicIds(em: EntityManager, codes: readonly string[]): Promise<Set<string>> {
  const known = await em.execute<{ id: string; code: string }[]>('select id, code from topic');
  return new Set(known.filter((topic) => codes.includes(topic.code)).map((topic) => topic.id));
}

async function areaIds(em: EntityManager, ids: readonly string[]): Promise<Set<string>> {
  const below = await em.execute<{ id: string }[]>(
    `with recursive below(id) as (select unnest(?::uuid[]) union select a.id from area a join below b on a.parent_id = b.id)
      select id from below`,
    [`{${ids.join(',')}}`],
  );
  return new Set(below.map((area) => area.id));
}
