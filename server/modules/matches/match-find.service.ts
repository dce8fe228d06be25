import type { JobTx } from '../../platform/jobs/job.ts';
import type { MatchDocument } from './engine/document.ts';
import { engine, scoreCandidates } from './engine/engine.ts';
import type { Evidence } from './engine/engine.types.ts';
import { loadCandidates } from './match-candidates.load.ts';
import { evidenceSteps, linesAt } from './match.evidence.ts';
import { proposePairs, reopenChanged, rescorePairs, withdrawPairs, type FoundPair } from './match-propose.service.ts';
import { loadWorld } from './match-world.load.ts';

/** How many of an issue's candidates are proposed at most: the best. */
const maxProposals = 20;

/**
 * Compares issues with what the index holds, and proposes, rescores and takes back their matches. An issue has to be in
 * the index, committed, before: of two that are collected at the same moment the later search then finds the other.
 */
export async function findMatches(tx: JobTx, issueIds: readonly string[], { withdraw = true } = {}): Promise<void> {
  const pairs = await comparePairs(tx, issueIds);
  await lockIssues(tx, [...new Set([...issueIds, ...pairs.map(({ otherId }) => otherId)])]);
  await rescorePairs(tx, pairs);
  await reopenChanged(tx, issueIds);
  await proposePairs(
    tx,
    pairs.filter(({ score }) => score >= engine.propose),
  );
  if (withdraw) await withdrawPairs(tx, issueIds);
}

/** People's acts and searches change the matches of an issue one after the other. */
async function lockIssues(tx: JobTx, ids: readonly string[]): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended(id, 0)) from unnest($1::text[]) id order by id', [ids]);
}

/** Pairs worth proposing, and those that are matches already. */
async function comparePairs(tx: JobTx, issueIds: readonly string[]): Promise<FoundPair[]> {
  const world = await loadWorld(tx);
  const rows = await tx.query<{ content: MatchDocument }>(
    'select content from matching.document where issue_id = any($1::uuid[]) and engine_version = $2 order by issue_id',
    [issueIds, engine.version],
  );
  const documents = rows.map(({ content }) => content);
  const partners = await loadPartners(tx, issueIds);
  const candidates = await loadCandidates(tx, documents, world, partners);
  return documents.flatMap((document) => {
    const known = new Set(partners.get(document.id));
    const scored = scoreCandidates(document, candidates.get(document.id)!, world);
    const wanted = scored.filter(({ id, score }, i) => known.has(id) || (score >= engine.propose && i < maxProposals));
    return wanted.map(({ id, score, evidence }) => pairOf(document.id, id, { score, evidence }));
  });
}

const pairOf = (
  issueId: string,
  otherId: string,
  { score, evidence }: { score: number; evidence: Evidence[] },
): FoundPair => ({
  issueId,
  otherId,
  score: Math.round(Math.min(Math.max(score, 0), 1) * 100_000) / 100_000,
  veryLikely: score >= engine.veryLikely,
  evidence: evidenceSteps.map((step) => ({ step, lines: linesAt(step, evidence) })),
});

async function loadPartners(tx: JobTx, issueIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ issueId: string; others: string[] }>(
    `select issue_id as "issueId", array_agg(other_issue_id order by other_issue_id) as others from match
      where issue_id = any($1::uuid[]) and (state <> 'REJECTED' or changed_since) group by 1`,
    [issueIds],
  );
  return new Map(rows.map(({ issueId, others }) => [issueId, others]));
}
