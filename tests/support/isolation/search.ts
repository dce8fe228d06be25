import { canariesIn } from './canary.ts';
import type { Row } from './facts.ts';
import type { Oracle } from './oracle.ts';
import type { Play } from './play.ts';
import type { Body } from './world.ts';

const perDocument = 25;
const text = (value: unknown): string => String(value ?? '');

/** Every canary that a table has held at some moment. */
export function canariesOf(play: Play, tables: readonly string[]): string[] {
  const rows = play.moments.flatMap((moment) => tables.flatMap((table) => moment.rows(table)));
  return [...new Set(rows.flatMap((row) => Object.values(row).flatMap((value) => canariesIn(text(value)))))];
}

interface Hits {
  totalCount: number;
  nodes: { id: string }[];
}

/** The ids that a search for each canary yields; `field` is `issues` or `matters`. Counts have to agree with lists. */
export async function searchAll(
  body: Body,
  field: 'issues' | 'matters',
  canaries: readonly string[],
): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (let at = 0; at < canaries.length; at += perDocument) {
    const words = canaries.slice(at, at + perDocument);
    const parts = words.map((_, i) => `a${i}: ${field}(first: 5, filter: {query: $q${i}}) { totalCount nodes { id } }`);
    const query = `query (${words.map((_, i) => `$q${i}: String!`).join(', ')}) { ${parts.join(' ')} }`;
    const hits = await body.app.ask<Record<string, Hits>>(
      query,
      Object.fromEntries(words.map((word, i) => [`q${i}`, word])),
    );
    for (const [i, word] of words.entries()) {
      const { totalCount, nodes } = hits[`a${i}`]!;
      if (totalCount !== nodes.length)
        throw new Error(`${body.name} counts ${totalCount} and lists ${nodes.length} for ${word}`);
      if (nodes.length > 0) found[word] = nodes.map(({ id }) => id).toSorted();
    }
  }
  return found;
}

const searched = { issues: ['title', 'description', 'place'], matters: ['title', 'summary'] };

export function expectedHits(
  oracle: Oracle,
  body: Body,
  field: 'issues' | 'matters',
  canaries: readonly string[],
): Record<string, string[]> {
  const table = field === 'issues' ? 'issue' : 'matter';
  const isOpen = (row: Row): boolean =>
    field === 'issues' ? oracle.reads(body.id, row['id']) : oracle.takesPart(body.id, row['id']);
  const rows = oracle.rows(table).filter(isOpen);
  const found: Record<string, string[]> = {};
  for (const canary of canaries) {
    const hits = rows.filter((row) => searched[field].some((column) => text(row[column]).includes(canary)));
    if (hits.length > 0) found[canary] = hits.map((row) => `${table}_${text(row['id'])}`).toSorted();
  }
  return found;
}

/** How many issues and matters each filter leaves, by the filter. */
export async function countAll(
  body: Body,
  filters: Record<string, Row>,
  field: 'issues' | 'matters',
): Promise<Record<string, number>> {
  const names = Object.keys(filters);
  const type = field === 'issues' ? 'IssueFilter' : 'MatterFilter';
  const parts = names.map((name) => `${name}: ${field}(first: 1, filter: $${name}) { totalCount }`);
  const counts: Record<string, number> = {};
  const query = `query (${names.map((name) => `$${name}: ${type}`).join(', ')}) { ${parts.join(' ')} }`;
  for (const [name, { totalCount }] of Object.entries(await body.app.ask<Record<string, Hits>>(query, filters)))
    counts[name] = totalCount;
  return counts;
}

const countBy = (rows: readonly Row[], test: (row: Row) => boolean): number => rows.filter(test).length;

/** Filters by whose an issue is, where it stands and what kind it is, with the number that the body ought to be told. */
export function issueFilters(oracle: Oracle, body: Body): Record<string, { filter: Row; count: number }> {
  const seen = oracle.rows('issue').filter((issue) => oracle.sees(body.id, issue['id']));
  const followed = new Set(
    oracle
      .rows('follow')
      .filter((row) => `app_${text(row['actor_id'])}` === body.appId)
      .map((row) => row['subject_id']),
  );
  const owners = oracle.members.organizations.map(
    (id, i) =>
      [
        `owner${i}`,
        { filter: { organizationIds: [`org_${id}`] }, count: countBy(seen, (row) => row['owner_id'] === id) },
      ] as const,
  );
  const statuses = ['RECEIVED', 'NEEDS_INFO', 'SCREENED', 'REFERRED', 'IN_FOLLOW_UP', 'ANSWERED', 'CLOSED'].map(
    (status) =>
      [
        `is${status}`,
        { filter: { statuses: [status] }, count: countBy(seen, (row) => row['status'] === status) },
      ] as const,
  );
  return {
    ...Object.fromEntries([...owners, ...statuses]),
    all: { filter: {}, count: seen.length },
    followed: { filter: { followed: true }, count: countBy(seen, (row) => followed.has(row['id'])) },
    ofOtherKinds: {
      filter: { kinds: ['PROPOSAL'], channels: ['APP'] },
      count: countBy(seen, (row) => row['kind'] === 'PROPOSAL'),
    },
  };
}

/** Filters by who leads or takes part, with the number that the body ought to be told. */
export function matterFilters(oracle: Oracle, body: Body): Record<string, { filter: Row; count: number }> {
  const seen = oracle.rows('matter').filter((matter) => oracle.takesPart(body.id, matter['id']));
  const parts = oracle.members.organizations.flatMap((id, i) => [
    [
      `lead${i}`,
      { filter: { leadIds: [`org_${id}`] }, count: countBy(seen, (row) => oracle.role(id, row['id']) === 'LEAD') },
    ] as const,
    [
      `part${i}`,
      { filter: { participantIds: [`org_${id}`] }, count: countBy(seen, (row) => oracle.takesPart(id, row['id'])) },
    ] as const,
  ]);
  const statuses = ['OPEN', 'IN_PROGRESS', 'ANSWERED', 'CLOSED'].map(
    (status) =>
      [
        `is${status}`,
        { filter: { statuses: [status] }, count: countBy(seen, (row) => row['status'] === status) },
      ] as const,
  );
  return Object.fromEntries([...parts, ...statuses]);
}
