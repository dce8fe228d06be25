import type { ViewerContext } from '../../platform/context.ts';
import { badInput } from '../../platform/errors.ts';
import { transact, type Refs } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { activeOrganizations } from '../organizations/reference.load.ts';
import { MatchRule, MatchSetting } from './match.entity.ts';
import { stepOf } from './match.evidence.ts';
import type { MatchRuleSetInput, MatchSettingsChangeInput } from './match.inputs.ts';

export async function changeMatchSettings(context: ViewerContext, input: MatchSettingsChangeInput): Promise<Refs> {
  return transact(context, 'matchSettingsChange', input, async (tx) => {
    const { organizationId } = tx.viewer;
    await tx.lock(organizationId);
    const known = await tx.em.findOne(MatchSetting, { organizationId });
    expectVersion(known?.version ?? 0, input.expectedVersion);
    const setting = known ?? tx.em.create(MatchSetting, { organizationId, enabled: true, disclosure: 1, version: 0 });
    setting.enabled = input.enabled ?? setting.enabled;
    if (input.disclosure) setting.disclosure = stepOf(input.disclosure);
    setting.version += 1;
    tx.em.persist(setting);
    return {};
  });
}

export async function setMatchRule(context: ViewerContext, input: MatchRuleSetInput): Promise<Refs> {
  return transact(context, 'matchRuleSet', input, async (tx) => {
    const field = 'input.organizationId';
    const { organizationId } = tx.viewer;
    await tx.lock(organizationId);
    const [otherId] = (await activeOrganizations(tx, [input.organizationId], field)) as [string];
    if (otherId === organizationId) throw badInput(field, 'match.itself');
    const muted = input.muted ?? false;
    const disclosure = input.disclosure ? stepOf(input.disclosure) : null;
    const known = await tx.em.findOne(MatchRule, { organizationId, otherId });
    if (!muted && disclosure === null) {
      if (known) tx.em.remove(known);
      return {};
    }
    const rule = known ?? tx.em.create(MatchRule, { organizationId, otherId, muted, disclosure });
    rule.muted = muted;
    rule.disclosure = disclosure;
    tx.em.persist(rule);
    return {};
  });
}
