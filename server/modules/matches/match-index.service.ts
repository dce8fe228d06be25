import type { JobTx } from '../../platform/jobs/job.ts';
import { describeIssue } from './engine/document.ts';
import { changedBeyondHalf, engine, indexTerms } from './engine/engine.ts';
import type { MatchInput, MatchWorld } from './engine/engine.types.ts';
import { loadWorld } from './match-world.load.ts';
import { termNumber } from './match.terms.ts';

/** Brings what the index holds of these issues up to their present content, and asks verdicts again that it outlived. */
export async function indexIssues(tx: JobTx, issueIds: readonly string[]): Promise<void> {
  await lockIndex(tx, issueIds);
  const inputs = await readInputs(tx, issueIds);
  const world = await loadWorld(tx);
  const documents = inputs.map((input) => describeIssue(input, world));
  const changed = await writeDocuments(
    tx,
    documents.map((content) => ({ id: content.id, content, terms: indexTerms(content).map(termNumber) })),
  );
  if (changed.length === 0) return;
  await askAgain(tx, inputs, world);
  // What the other sides' searches found was found of the text before.
  await tx.query('update match set found = 0 where other_issue_id = any($1::uuid[]) and found > 0', [changed]);
}

/** One process at a time counts an issue's terms. Another key than that of people's acts, which need not wait for it. */
async function lockIndex(tx: JobTx, issueIds: readonly string[]): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended(id, 2)) from unnest($1::text[]) id order by id`, [
    issueIds,
  ]);
}

async function readInputs(tx: JobTx, issueIds: readonly string[]): Promise<MatchInput[]> {
  return tx.query<MatchInput>(
    `select i.id, i.title, i.description, i.place, t.code as "topicCode", i.area_id as "areaId",
        i.collected_on::text as "collectedOn"
      from issue i join topic t on t.id = i.topic_id where i.id = any($1::uuid[]) order by i.id`,
    [issueIds],
  );
}

interface Entry {
  id: string;
  content: object;
  terms: number[];
}

/**
 * One statement for documents, postings and counts. Counts are written in the order of their terms: two processes then
 * never wait for each other in a circle. Yields the issues whose document is another now.
 */
async function writeDocuments(tx: JobTx, entries: readonly Entry[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `with given as materialized (
        select g.id, g.content, array(select t::bigint from jsonb_array_elements_text(g.terms) t) as terms
          from jsonb_to_recordset($1::jsonb) g(id uuid, content jsonb, terms jsonb)
          where not exists (select from matching.document d where d.issue_id = g.id and d.content = g.content)),
      before as materialized (select d.issue_id, d.number, d.terms from matching.document d join given g on g.id = d.issue_id),
      written as (
        insert into matching.document (issue_id, engine_version, content, terms)
          select g.id, $2, g.content, g.terms from given g order by g.id
          on conflict (issue_id) do update set engine_version = excluded.engine_version, content = excluded.content,
            terms = excluded.terms
          returning issue_id, number, terms),
      gone as (
        delete from matching.posting p using before b join given g on g.id = b.issue_id, unnest(b.terms) t(term)
          where (p.term, p.number) = (t.term, b.number) and t.term <> all(g.terms)),
      come as (
        insert into matching.posting (term, number) select t.term, w.number from written w, unnest(w.terms) t(term)
          order by 1, 2 on conflict do nothing),
      counted as (
        insert into matching.term (term, documents)
          select c.term, sum(c.change) from (select unnest(g.terms) as term, 1 as change from given g
            union all select unnest(b.terms), -1 from before b) c group by 1 having sum(c.change) <> 0 order by 1
          on conflict (term) do update set documents = matching.term.documents + excluded.documents)
      select id from given`,
    [JSON.stringify(entries), engine.version],
  );
  return rows.map(({ id }) => id);
}

/** Verdicts survive edits, but not another text: more than half of it new, they are asked again. */
async function askAgain(tx: JobTx, inputs: readonly MatchInput[], world: MatchWorld): Promise<void> {
  const now = new Map(inputs.map((input) => [input.id, input]));
  const sides = await tx.query<{ pairId: string; issueId: string; judged: MatchInput }>(
    `select pair_id as "pairId", issue_id as "issueId", judged from match
      where issue_id = any($1::uuid[]) and judged is not null and not changed_since`,
    [[...now.keys()]],
  );
  const outlived = sides
    .filter(({ issueId, judged }) =>
      changedBeyondHalf(describeIssue(judged, world), describeIssue(now.get(issueId)!, world)),
    )
    .map(({ pairId }) => pairId);
  if (outlived.length === 0) return;
  await tx.query('update match set changed_since = true where pair_id = any($1::uuid[])', [outlived]);
}
