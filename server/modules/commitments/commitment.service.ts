import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { AppError, badInput, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { impersonalText, optionalText } from '../issues/issue.text.ts';
import { Commitment } from './commitment.entity.ts';
import { commitmentEvent } from './commitment.events.ts';
import type { CommitmentSettleInput } from './commitment.inputs.ts';
import { commitmentRule } from './commitment.policy.ts';

type Promised = Pick<Commitment, 'matterId' | 'answerId' | 'promise' | 'dueOn'>;

/** A promise of the viewer's body, from an answer or from wherever else it was made. */
export async function promise(tx: Tx, promised: Promised): Promise<void> {
  const commitment = tx.em.create(Commitment, {
    id: uuidv7(),
    organizationId: tx.viewer.organizationId,
    ...promised,
    status: 'OPEN',
    settledNote: null,
    madeAt: tx.now,
    settledAt: null,
    passedAt: null,
    version: 1,
  });
  tx.em.persist(commitment);
  await tx.record(commitmentEvent('commitment.made', commitment));
}

/** What a matter's answer says settles all that was promised in it and is still open; the matter is locked. */
export async function settlePromises(tx: Tx, matterId: string, status: 'KEPT' | 'MOVED' | 'DROPPED'): Promise<void> {
  const open = await tx.em.find(Commitment, { matterId, status: 'OPEN' }, { orderBy: { id: 'asc' }, refresh: true });
  for (const commitment of open) {
    commitment.settle(status, null, tx.now);
    await tx.record(commitmentEvent('commitment.settled', commitment));
  }
}

export async function settleCommitment(context: ViewerContext, input: CommitmentSettleInput): Promise<Refs> {
  return transact(context, 'commitmentSettle', input, async (tx) => {
    const field = 'input.id';
    const id = uuidOf(input.id, 'commitment', field);
    const known = await tx.em.findOne(Commitment, { id });
    await tx.lock(known?.matterId ?? null, id);
    const commitment = await tx.em.findOne(Commitment, { id }, { refresh: true });
    if (!commitment) throw notFound(field);
    const { status, organizationId } = commitment;
    const facts = { isOwn: organizationId === tx.viewer.organizationId, status };
    if (!commitmentRule.by(facts)) throw new AppError('FORBIDDEN', { field });
    expectVersion(commitment.version, input.expectedVersion);
    if (!commitmentRule.while(facts))
      throw new AppError('INVALID_STATE', { field, messageKey: 'commitment.state', params: { status } });
    const note = optionalText(input.note, (text) =>
      impersonalText(text, { field: 'input.note', max: 2000, multiline: true }),
    );
    if (note === null && input.status === 'DROPPED') throw badInput('input.note', 'reason.required');
    commitment.settle(input.status, note, tx.now);
    await tx.record(commitmentEvent('commitment.settled', commitment));
    return { commitment: id };
  });
}
