import type { ViewerContext } from '../../platform/context.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import type { Match, MatchState } from './match.entity.ts';
import { matchEvent, type ChangedSide, type MatchEventType } from './match.events.ts';
import type { MatchAskDisclosureInput, MatchDecideInput, MatchDiscloseInput } from './match.inputs.ts';
import { loadMatchFor } from './match.load.ts';

const field = 'input.id';

const eventOf: Record<MatchState, MatchEventType> = {
  PROPOSED: 'match.judged',
  CONFIRMED: 'match.confirmed',
  REJECTED: 'match.rejected',
};

export async function decideMatch(context: ViewerContext, input: MatchDecideInput): Promise<Refs> {
  return transact(context, 'matchDecide', input, async (tx) => {
    const match = await loadMatchFor('matchDecide', tx, input.id, field);
    const sides = await act(tx, 'judge_match(?::uuid, ?)', [match.id, input.verdict]);
    const { state } = sides[0]!;
    // That the other side has a verdict, and which, is told with the state that both verdicts make.
    await tell(tx, eventOf[state], state === 'PROPOSED' ? ownOf(match, sides) : sides);
    return { match: match.id };
  });
}

export async function discloseMatch(context: ViewerContext, input: MatchDiscloseInput): Promise<Refs> {
  return transact(context, 'matchDisclose', input, async (tx) => {
    const match = await loadMatchFor('matchDisclose', tx, input.id, field);
    await tell(tx, 'match.disclosed', await act(tx, 'disclose_match(?::uuid)', [match.id]));
    return { match: match.id };
  });
}

export async function askDisclosure(context: ViewerContext, input: MatchAskDisclosureInput): Promise<Refs> {
  return transact(context, 'matchAskDisclosure', input, async (tx) => {
    const match = await loadMatchFor('matchAskDisclosure', tx, input.id, field);
    await tell(tx, 'match.disclosureAsked', await act(tx, 'ask_disclosure(?::uuid)', [match.id]));
    return { match: match.id };
  });
}

interface Side extends ChangedSide {
  state: MatchState;
}

async function act(tx: Tx, call: string, values: string[]): Promise<Side[]> {
  return tx.em.execute<Side[]>(`select id, issue_id as "issueId", owner_id as "ownerId", state from ${call}`, values);
}

const ownOf = (match: Match, sides: readonly Side[]): Side[] => sides.filter(({ id }) => id === match.id);

/** The actor's own side last: the position that its payload reports is then behind both. */
async function tell(tx: Tx, type: MatchEventType, sides: readonly Side[]): Promise<void> {
  const isOwn = ({ ownerId }: Side): boolean => ownerId === tx.viewer.organizationId;
  const own = sides.filter(isOwn);
  for (const side of [...sides.filter((other) => !isOwn(other)), ...own.slice(0, 1)]) {
    await tx.record(matchEvent(type, side));
  }
}
