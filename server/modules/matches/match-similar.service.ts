import type { ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { JobTx } from '../../platform/jobs/job.ts';
import { cleanText } from '../../platform/text/normalize.ts';
import { describeIssue } from './engine/document.ts';
import { engine, scoreCandidates, type ScoredCandidate } from './engine/engine.ts';
import type { MatchInput, MatchWorld } from './engine/engine.types.ts';
import { loadCandidates } from './match-candidates.load.ts';
import { isWanted, openedBy } from './match.conditions.ts';
import { linesAt } from './match.evidence.ts';
import type { IssueDraftInput, SimilarIssuesArgs } from './match.inputs.ts';
import { loadWorld } from './match-world.load.ts';

const maxSimilar = 20;
const defaultSimilar = 5;
/** No issue has it. */
const draftId = '00000000-0000-0000-0000-000000000000';

/**
 * What resembles a draft, as rows for the read: found with everything in sight, told only as far as the viewer's body may
 * know. `path` is that of the field, for errors.
 */
export async function findSimilar(
  context: ViewerContext,
  { draft, first }: SimilarIssuesArgs,
  path: string,
): Promise<{ similar: string; reasons: string }> {
  const count = first ?? defaultSimilar;
  if (count < 1 || count > maxSimilar) throw badInput(`${path}.first`, 'page.first', { max: maxSimilar });
  const input = readDraft(draft, context.clock(), `${path}.draft`);
  return context.jobs.run(async (tx) => {
    const world = await loadWorld(tx);
    await checkNames(tx, input, world, `${path}.draft`);
    const document = describeIssue(input, world);
    const candidates = (await loadCandidates(tx, [document], world)).get(document.id)!;
    const scored = scoreCandidates(document, candidates, world).filter(({ score }) => score >= engine.whileTyping);
    return rowsFor(await seenBy(tx, context.viewer.organizationId, scored), count);
  });
}

function readDraft(draft: IssueDraftInput, now: Date, path: string): MatchInput {
  const text = (name: 'title' | 'description' | 'place', max: number): string =>
    cleanText(draft[name] ?? '', { field: `${path}.${name}`, max, min: 0, multiline: name === 'description' });
  return {
    id: draftId,
    title: text('title', 200),
    description: text('description', 10_000),
    place: text('place', 200) || null,
    topicCode: draft.topicCode ?? '',
    areaId: typeof draft.areaId === 'string' ? uuidOf(draft.areaId, 'area', `${path}.areaId`) : '',
    collectedOn: localDate(now),
  };
}

async function checkNames(
  tx: JobTx,
  { topicCode, areaId }: MatchInput,
  { gazetteer }: MatchWorld,
  path: string,
): Promise<void> {
  if (areaId !== '' && gazetteer.nameOf(areaId) === undefined) throw badInput(`${path}.areaId`, 'area.unknown');
  if (topicCode === '') return;
  const known = await tx.query('select from topic where code = $1', [topicCode]);
  if (known.length === 0) throw badInput(`${path}.topicCode`, 'topic.unknown');
}

interface Seen extends ScoredCandidate {
  ownerId: string;
  reach: number;
}

/** A draft opens nothing but that a body has something alike: whoever collects the issue and owns up to it learns more. */
async function seenBy(tx: JobTx, organizationId: string, scored: readonly ScoredCandidate[]): Promise<Seen[]> {
  const rows = await tx.query<{ id: string; ownerId: string; reach: number }>(
    `select i.id, i.owner_id as "ownerId", coalesce(
        (select case when min(a.level) <= 3 then 4 else 3 end from issue_access a where a.issue_id = i.id
          and a.organization_id in ($2, '00000000-0000-0000-0000-000000000000') having count(*) > 0),
        least(${openedBy('i.owner_id', '$2::uuid')}, 2)) as reach
      from issue i where i.id = any($1::uuid[]) and i.status <> 'OUT_OF_SCOPE' and ${isWanted('i.owner_id', '$2::uuid')}`,
    [scored.map(({ id }) => id), organizationId],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return scored.flatMap((candidate) => {
    const row = known.get(candidate.id);
    return row ? [{ ...candidate, ownerId: row.ownerId, reach: row.reach }] : [];
  });
}

function rowsFor(seen: readonly Seen[], count: number): { similar: string; reasons: string } {
  const shown = seen.slice(0, count);
  const similar = shown.map(({ id, ownerId, score, reach }, place) => ({
    issue_id: id,
    owner_id: ownerId,
    score: Math.round(score * 100_000) / 100_000,
    reach,
    place,
  }));
  const reasons = shown.flatMap(({ id, reach, evidence }) =>
    linesAt(reach, evidence).map((reason, place) => ({ issue_id: id, place, ...reason })),
  );
  return { similar: JSON.stringify(similar), reasons: JSON.stringify(reasons) };
}
