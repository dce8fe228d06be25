import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../platform/transact.ts';
import { impersonalText } from '../issues/issue.text.ts';
import { MatterReason, type MatterAct, type MatterIssue } from './matter.entity.ts';

interface Reason {
  matterId: string;
  act: MatterAct;
  /** Of the input's `reason`, not yet checked. */
  reason: string;
  place?: MatterIssue;
}

/** Keeps why it was done, under the matter and for the owner of an issue taken out. */
export function keepReason(tx: Tx, { matterId, act, reason, place }: Reason): void {
  const kept = tx.em.create(MatterReason, {
    id: uuidv7(),
    matterId,
    act,
    issueId: place?.issueId ?? null,
    issueOwnerId: place?.ownerId ?? null,
    consented: place?.consented ?? true,
    organizationId: tx.viewer.organizationId,
    reason: impersonalText(reason, { field: 'input.reason', max: 2000, multiline: true }),
    at: tx.now,
  });
  tx.em.persist(kept);
}
