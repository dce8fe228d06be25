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

/** Of equal weight the newest. */
async function search(
  tx: JobTx,
  documents: readonly MatchDocument[],
  { statistics }: MatchWorld,
): Promise<Map<string, string[]>> {
  const asked = documents.map((document) => {
    const terms = candidateTerms(document, statistics);
    return {
      id: document.id,
      terms: terms.map(({ term }) => termNumber(term)),
      weights: terms.map(({ weight }) => weight),
    };
  });
  const rows = await tx.query<{ id: string; others: string[] }>(
    `select q.id, array(select d.issue_id from (
          select p.number, sum(t.weight::float8) as weight
            from jsonb_array_elements_text(q.terms) with ordinality a(term, place)
              join jsonb_array_elements_text(q.weights) with ordinality t(weight, place) on t.place = a.place
              cross join lateral (select x.number from matching.posting x where x.term = a.term::bigint
                order by x.number desc limit $2) p
            group by 1 order by 2 desc, 1 desc limit $3) best
          join matching.document d on d.number = best.number
          where d.issue_id <> q.id and d.engine_version = $4 order by best.weight desc, best.number desc) as others
      from jsonb_to_recordset($1::jsonb) q(id uuid, terms jsonb, weights jsonb)`,
    [JSON.stringify(asked), maxPostings, maxCandidates + 1, engine.version],
  );
  return new Map(rows.map(({ id, others }) => [id, others.slice(0, maxCandidates)]));
}
