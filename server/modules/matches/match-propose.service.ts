import type { JobTx } from '../../platform/jobs/job.ts';
import { engine } from './engine/engine.ts';
import { isWanted, openedBy } from './match.conditions.ts';
import type { EvidenceLine } from './match.evidence.ts';
import type { MatchEventType } from './match.events.ts';

/** What a search from one issue found of another. */
export interface FoundPair {
  issueId: string;
  otherId: string;
  score: number;
  veryLikely: boolean;
  evidence: { step: number; lines: EvidenceLine[] }[];
}

const given = `jsonb_to_recordset($1::jsonb) g("issueId" uuid, "otherId" uuid, score numeric, "veryLikely" boolean,
  evidence jsonb)`;

interface Side {
  id: string;
  pairId: string;
  issueId: string;
  ownerId: string;
  otherIssueId: string;
  otherOwnerId: string;
  disclosed: number;
}

const sideColumns = `m.id, m.pair_id as "pairId", m.issue_id as "issueId", m.owner_id as "ownerId", m.other_issue_id as "otherIssueId",
  m.other_owner_id as "otherOwnerId", m.disclosed`;

/** Of matches that are there already: both sides keep what each side's own search found, and show the better. */
export async function rescorePairs(tx: JobTx, pairs: readonly FoundPair[]): Promise<void> {
  if (pairs.length === 0) return;
  await tx.query(
    `update match m set found = g.score from ${given}
      where m.issue_id = g."issueId" and m.other_issue_id = g."otherId" and m.found <> g.score`,
    [JSON.stringify(pairs)],
  );
  await tx.query(
    `with better as (
        update match m set score = greatest(m.found, o.found), very_likely = greatest(m.found, o.found) >= $2
          from ${given} join match o on o.other_issue_id in (g."issueId", g."otherId")
            and o.issue_id in (g."issueId", g."otherId")
          where m.issue_id = o.other_issue_id and m.other_issue_id = o.issue_id and m.score <> greatest(m.found, o.found)
          returning m.pair_id)
      insert into match_evidence (pair_id, step, lines)
        select distinct on (m.pair_id, e.step) m.pair_id, e.step, e.lines
          from ${given} join match m on m.issue_id = g."issueId" and m.other_issue_id = g."otherId",
            jsonb_to_recordset(g.evidence) e(step smallint, lines jsonb)
          where m.pair_id in (select pair_id from better) order by m.pair_id, e.step, g.score desc
        on conflict (pair_id, step) do update set lines = excluded.lines`,
    [JSON.stringify(pairs), engine.veryLikely],
  );
}

/** Of the issues' matches whose verdicts the text has outlived: asked again, a rejected one only where it still looks alike. */
export async function reopenChanged(tx: JobTx, issueIds: readonly string[]): Promise<void> {
  const sides = await tx.query<Side>(
    `update match m set state = 'PROPOSED', judged = null
      where m.changed_since and m.judged is not null and (m.state <> 'REJECTED' or m.score >= $2)
        and m.pair_id in (select pair_id from match where issue_id = any($1::uuid[]))
      returning ${sideColumns}`,
    [issueIds, engine.propose],
  );
  if (sides.length === 0) return;
  await tx.query(
    `update match_verdict v set standing = false from match m
      where v.pair_id = m.pair_id and v.standing and m.id = any($1::uuid[])`,
    [sides.map(({ id }) => id)],
  );
  await openAccess(tx, sides);
  await tell(tx, 'match.changed', sides);
}

/**
 * New matches, one row for each side. Not between bodies that switched them off or muted one another, not of issues out
 * of scope, and not of what people have brought together already.
 */
export async function proposePairs(tx: JobTx, pairs: readonly FoundPair[]): Promise<void> {
  if (pairs.length === 0) return;
  const sides = await tx.query<Side>(
    `with fresh as materialized (
        select distinct on (least(a.id, b.id), greatest(a.id, b.id)) uuidv7() as pair_id, g.score, g."veryLikely" as likely,
            g.evidence, a.id as a_id, a.owner_id as a_owner, b.id as b_id, b.owner_id as b_owner
          from ${given} join issue a on a.id = g."issueId" join issue b on b.id = g."otherId"
          where a.status <> 'OUT_OF_SCOPE' and b.status <> 'OUT_OF_SCOPE'
            and not (a.matter_id is not null and a.matter_id is not distinct from b.matter_id)
            and not exists (select from match m where m.issue_id = a.id and m.other_issue_id = b.id)
            and not exists (select from issue_link l where (l.from_id, l.to_id) in ((a.id, b.id), (b.id, a.id)))
            and ${isWanted('a.owner_id', 'b.owner_id')}
          order by least(a.id, b.id), greatest(a.id, b.id), g.score desc),
      told as (
        insert into match_evidence (pair_id, step, lines)
          select f.pair_id, e.step, e.lines from fresh f, jsonb_to_recordset(f.evidence) e(step smallint, lines jsonb))
      insert into match as m (id, pair_id, issue_id, owner_id, other_issue_id, other_owner_id, score, found, very_likely,
          state, disclosed, opened, created_at)
        select uuidv7(), f.pair_id, s.issue_id, s.owner_id, s.other_id, s.other_owner_id, f.score,
            case s.issue_id when f.a_id then f.score else 0 end, f.likely, 'PROPOSED',
            ${openedBy('s.other_owner_id', 's.owner_id')}, ${openedBy('s.owner_id', 's.other_owner_id')}, clock_timestamp()
          from fresh f, lateral (values (f.a_id, f.a_owner, f.b_id, f.b_owner), (f.b_id, f.b_owner, f.a_id, f.a_owner))
            s(issue_id, owner_id, other_id, other_owner_id)
          order by f.pair_id, s.issue_id
        returning ${sideColumns}`,
    [JSON.stringify(pairs)],
  );
  await openAccess(tx, sides);
  await tell(tx, 'match.proposed', sides);
}

/** Proposals that nobody has touched and that no longer look alike. */
export async function withdrawPairs(tx: JobTx, issueIds: readonly string[] | null): Promise<void> {
  const sides = await tx.query<Side>(
    `delete from match m where not m.touched and m.state = 'PROPOSED' and m.score < $2
        and ($1::uuid[] is null or m.pair_id in (select pair_id from match where issue_id = any($1::uuid[])))
      returning ${sideColumns}`,
    [issueIds, engine.propose],
  );
  if (sides.length === 0) return;
  await tx.query('delete from match_evidence where pair_id = any($1::uuid[])', [sides.map(({ pairId }) => pairId)]);
  await openAccess(tx, sides);
}

/** Access follows from what the sides open; it is told as the act of the body whose issue is opened. */
async function openAccess(tx: JobTx, sides: readonly Side[]): Promise<void> {
  const opened = sides.filter(({ disclosed, ownerId, otherOwnerId }) => disclosed > 2 && ownerId !== otherOwnerId);
  const owners = new Map(opened.map(({ otherIssueId, otherOwnerId }) => [otherIssueId, otherOwnerId]));
  for (const [issueId, ownerId] of [...owners].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await tx.query(`select set_config('app.org', $1, true)`, [ownerId]);
    await tx.query('select refresh_issues(array[$1::uuid])', [issueId]);
  }
}

/** Each side of its own; a body that has both issues once. */
async function tell(tx: JobTx, type: MatchEventType, sides: readonly Side[]): Promise<void> {
  const told = sides.filter(
    ({ ownerId, otherOwnerId, issueId, otherIssueId }) => ownerId !== otherOwnerId || issueId < otherIssueId,
  );
  if (told.length === 0) return;
  await tx.query('select tell_matches($1, $2::uuid[])', [type, told.map(({ id }) => id)]);
}
