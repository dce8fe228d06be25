import type { ViewerContext } from '../../platform/context.ts';
import { transact, type Refs } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { matterEvent } from './matter.events.ts';
import type { MatterCloseInput, MatterReopenInput } from './matter.inputs.ts';
import { loadMatterWithIssuesFor, refreshMatter } from './matter.load.ts';
import { keepReason } from './matter-reason.service.ts';

export async function closeMatter(context: ViewerContext, input: MatterCloseInput): Promise<Refs> {
  return transact(context, 'matterClose', input, async (tx) => {
    const { matter } = await loadMatterWithIssuesFor('matterClose', tx, input.matterId);
    expectVersion(matter.version, input.expectedVersion);
    matter.status = 'CLOSED';
    matter.touch(tx.now);
    await refreshMatter(tx, matter.id);
    await tx.record(matterEvent('matter.closed', matter));
    return { matter: matter.id };
  });
}

export async function reopenMatter(context: ViewerContext, input: MatterReopenInput): Promise<Refs> {
  return transact(context, 'matterReopen', input, async (tx) => {
    const { matter } = await loadMatterWithIssuesFor('matterReopen', tx, input.matterId);
    expectVersion(matter.version, input.expectedVersion);
    keepReason(tx, { matterId: matter.id, act: 'REOPENED', reason: input.reason });
    matter.status = 'IN_PROGRESS';
    matter.outcome = null;
    matter.plannedOn = null;
    matter.touch(tx.now);
    await refreshMatter(tx, matter.id);
    await tx.record(matterEvent('matter.reopened', matter));
    return { matter: matter.id };
  });
}
