import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { queryOf, type Query } from '../../platform/db/query.ts';
import { cleanText } from '../../platform/text/normalize.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { ruleColumns, type RuleRow } from './deadline.entity.ts';
import { sweepJob } from './deadline.jobs.ts';
import { clockEvents } from './deadline-reaction.service.ts';
import type { DeadlineRuleChangeInput, EscalationStepInput } from './rule.inputs.ts';

/** Everybody's rules and calendars are kept by a few bodies; the others' administrators may not change them. */
export async function requireSteward(query: Query): Promise<void> {
  const stewards = await query('select from steward where organization_id = app_org()');
  if (stewards.length === 0) throw new AppError('FORBIDDEN', { messageKey: 'deadline.steward' });
}

export async function changeRule(context: ViewerContext, input: DeadlineRuleChangeInput): Promise<Refs> {
  return transact(context, 'deadlineRuleChange', input, async (tx) => {
    const query = queryOf(tx);
    await requireSteward(query);
    await tx.run('select pg_advisory_xact_lock(hashtextextended($1, 2))', [input.code]);
    const [newest] = await query<RuleRow>(
      `select ${ruleColumns} from deadline_rule r where r.code = $1 order by r.version desc limit 1`,
      [input.code],
    );
    if (!newest) throw badInput('input.code', 'deadline.ruleUnknown');
    expectVersion(newest.version, input.expectedVersion);
    const rule = changed(newest, input);
    await insertRule(tx, rule, { by: tx.viewer.organizationId, at: tx.now });
    await tx.jobs.enqueue(tx.em, sweepJob, {});
    return { rule: rule.id };
  });
}

function changed(newest: RuleRow, input: DeadlineRuleChangeInput): RuleRow {
  const { escalation } = input;
  const rule: RuleRow = {
    ...newest,
    ...textsOf(newest, input),
    id: uuidv7(),
    version: newest.version + 1,
    runner: input.runner ?? newest.runner,
    starts_on: eventsOf(input.startsOn, 'startsOn') ?? newest.starts_on,
    stops_on: eventsOf(input.stopsOn, 'stopsOn') ?? newest.stops_on,
    pauses_on: eventsOf(input.pausesOn, 'pausesOn') ?? newest.pauses_on,
    cancels_on: eventsOf(input.cancelsOn, 'cancelsOn') ?? newest.cancels_on,
    channels: input.channels ?? newest.channels,
    organization_kinds: input.organizationKinds ?? newest.organization_kinds,
    ...numbersOf(newest, input),
    escalate_to: escalation ? rungsOf(escalation) : newest.escalate_to,
    escalate_after: escalation
      ? escalation.map(({ after }) => within(after, [0, 1000], 'escalation'))
      : newest.escalate_after,
  };
  if (rule.valid_to !== null && rule.valid_to <= rule.valid_from) throw badInput('input.validTo', 'period.empty');
  return rule;
}

function textsOf(
  newest: RuleRow,
  { name, nameEn, legalBasis, confidence, enabled, validFrom, validTo }: DeadlineRuleChangeInput,
): Partial<RuleRow> {
  const text = (value: string | null | undefined, field: string, max: number): string | undefined =>
    typeof value === 'string' ? cleanText(value, { field: `input.${field}`, max }) : undefined;
  return {
    name_vi: text(name, 'name', 200) ?? newest.name_vi,
    name_en: text(nameEn, 'nameEn', 200) ?? newest.name_en,
    legal_basis: text(legalBasis, 'legalBasis', 500) ?? newest.legal_basis,
    confidence: confidence ?? newest.confidence,
    enabled: enabled ?? newest.enabled,
    valid_from: validFrom ?? newest.valid_from,
    valid_to: validTo ?? newest.valid_to,
  };
}

function numbersOf(newest: RuleRow, input: DeadlineRuleChangeInput): Partial<RuleRow> {
  const number = (
    value: number | null | undefined,
    bounds: readonly [number, number],
    field: string,
  ): number | undefined => (typeof value === 'number' ? within(value, bounds, field) : undefined);
  if (typeof input.amount === 'number' && newest.amount === null) throw badInput('input.amount', 'deadline.namedDay');
  return {
    amount: number(input.amount, [1, 10_000], 'amount') ?? newest.amount,
    unit: input.unit ?? newest.unit,
    is_backward: input.isBackward ?? newest.is_backward,
    rolls: input.rolls ?? newest.rolls,
    warn_before: number(input.warnBefore, [1, 1000], 'warnBefore') ?? newest.warn_before,
    warn_unit: input.warnUnit ?? newest.warn_unit,
    pause_max_count: number(input.pauseMaxCount, [0, 100], 'pauseMaxCount') ?? newest.pause_max_count,
    pause_max_days: number(input.pauseMaxDays, [0, 1000], 'pauseMaxDays') ?? newest.pause_max_days,
    extend_max: number(input.extendMax, [0, 10_000], 'extendMax') ?? newest.extend_max,
  };
}

export function within(value: number, [min, max]: readonly [number, number], field: string): number {
  if (value < min || value > max) throw badInput(`input.${field}`, 'deadline.amount', { min, max });
  return value;
}

function eventsOf(keys: readonly string[] | null | undefined, field: string): string[] | undefined {
  if (!keys) return undefined;
  for (const key of keys) {
    const [type = '', value, ...more] = key.split('/');
    const isKnown = clockEvents.has(type) && more.length === 0 && (value === undefined || /^[A-Z_]{1,40}$/.test(value));
    if (!isKnown) throw badInput(`input.${field}`, 'deadline.event');
  }
  return [...new Set(keys)];
}

function rungsOf(escalation: readonly EscalationStepInput[]): RuleRow['escalate_to'] {
  const rungs = escalation.map(({ to }) => to);
  if (new Set(rungs).size < rungs.length) throw badInput('input.escalation', 'list.repeated');
  return rungs;
}

async function insertRule(tx: Tx, rule: RuleRow, { by, at }: { by: string; at: Date }): Promise<void> {
  const row = { ...rule, created_by_id: by, created_at: at };
  const columns = Object.keys(row).join(', ');
  await tx.run(
    `insert into deadline_rule (${columns}) select ${columns} from jsonb_populate_record(null::deadline_rule, $1::jsonb)`,
    [JSON.stringify(row)],
  );
}
