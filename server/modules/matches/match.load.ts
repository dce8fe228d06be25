import { AppError, badInput, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';
import { Match } from './match.entity.ts';
import { matchRules, type MatchAction } from './match.policy.ts';

/**
 * A match of the viewer's organization in a state that allows the act, nobody else changing it until the transaction
 * ends: both issues are locked, in the one order. NOT_FOUND for any other id.
 */
export async function loadMatchFor(action: MatchAction, tx: Tx, id: string, field: string): Promise<Match> {
  const uuid = uuidOf(id, 'match', field);
  const known = await tx.em.findOne(Match, { id: uuid });
  await tx.lock(known?.issueId ?? null, known?.otherIssueId ?? null);
  return readMatchFor(action, tx, uuid, field);
}

async function readMatchFor(action: MatchAction, tx: Tx, uuid: string, field: string): Promise<Match> {
  const match = await tx.em.findOne(Match, { id: uuid }, { refresh: true });
  if (!match) throw notFound(field);
  const { state, opened } = match;
  const facts = { state, opened, reach: await reachOf(tx, match), hasAsked: match.askedAt !== null };
  if (!matchRules[action](facts))
    throw new AppError('INVALID_STATE', { field, messageKey: 'match.state', params: { state } });
  return match;
}

const maxMatches = 20;

/** Both issues of each match, which its viewer may put into a matter; to be asked again once they are locked. */
export async function issuesOfMatches(tx: Tx, ids: readonly string[], field: string): Promise<string[]> {
  if (ids.length > maxMatches) throw badInput(field, 'list.tooLong', { max: maxMatches });
  const found: string[] = [];
  for (const id of ids) {
    const match = await readMatchFor('matterOpen', tx, uuidOf(id, 'match', field), field);
    found.push(match.issueId, match.otherIssueId);
  }
  return found;
}

/** As the reads have it: what the other side opens, or all where the issue may be read anyway. */
async function reachOf(tx: Tx, { state, disclosed, otherIssueId }: Match): Promise<number> {
  const [row] = await tx.em.execute<{ level: number | null }[]>(
    `select min(a.level)::int as level from issue_access a where a.issue_id = ?
      and a.organization_id in (app_org(), '00000000-0000-0000-0000-000000000000')`,
    [otherIssueId],
  );
  const level = row?.level ?? null;
  const byAccess = level === null ? 1 : level <= 3 ? 4 : 3;
  return Math.max(byAccess, state === 'REJECTED' ? 1 : disclosed);
}
