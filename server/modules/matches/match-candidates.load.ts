import type { JobTx } from '../../platform/jobs/job.ts';
import type { MatchDocument } from './engine/document.ts';
import { candidateTerms, engine } from './engine/engine.ts';
import type { MatchWorld } from './engine/engine.types.ts';
import { knowTerms } from './match-world.load.ts';
import { termNumber } from './match.terms.ts';

/** How many documents an issue is compared with at most. */
export const maxCandidates = 100;
/** How many of the newest documents of one term are looked at: what a search reads does not grow with the corpus. */
export const maxPostings = 400;

/**
 * For each document those that share the most telling terms with it, and `partners` besides; with everything that the
 * engine needs to score them known.
 */
export async function loadCandidates(
  tx: JobTx,
  documents: readonly MatchDocument[],
  world: MatchWorld,
  partners: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Map<string, MatchDocument[]>> {
  await knowTerms(tx, documents);
  const found = await search(tx, documents, world);
  for (const [id, others] of partners) found.set(id, [...new Set([...(found.get(id) ?? []), ...others])]);
  const contents = await tx.query<{ content: MatchDocument }>(
    'select content from matching.document where issue_id = any($1::uuid[]) and engine_version = $2',
    [[...new Set([...found.values()].flat())], engine.version],
  );
  const byId = new Map(contents.map(({ content }) => [content.id, content]));
  await knowTerms(tx, [...byId.values()]);
  return new Map(documents.map(({ id }) => [id, (found.get(id) ?? []).flatMap((other) => byId.get(other) ?? [])]));
}

/**
 * Of equal weight the newest. A statement for each document: its plan is then made for the terms that it has, and walks
 * the index of postings from the newest as far as it may.
 */
async function search(
  tx: JobTx,
  documents: readonly MatchDocument[],
  { statistics }: MatchWorld,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const document of documents) {
    const terms = candidateTerms(document, statistics);
    const rows = await tx.query<{ id: string }>(
      `select d.issue_id as id from (
          select p.number, sum(t.weight) as weight from unnest($1::bigint[], $2::float8[]) t(term, weight)
            cross join lateral (select x.number from matching.posting x where x.term = t.term
              order by x.number desc limit ${maxPostings}) p
            group by 1 order by 2 desc, 1 desc limit ${maxCandidates + 1}) best
          cross join lateral (select d.issue_id, d.engine_version from matching.document d
            where d.number = best.number offset 0) d
        where d.issue_id <> $3 and d.engine_version = $4 order by best.weight desc, best.number desc`,
      [terms.map(({ term }) => termNumber(term)), terms.map(({ weight }) => weight), document.id, engine.version],
    );
    found.set(
      document.id,
      rows.slice(0, maxCandidates).map(({ id }) => id),
    );
  }
  return found;
}
