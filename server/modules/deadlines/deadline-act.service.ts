import type { ViewerContext } from '../../platform/context.ts';
import { dateOf, dayOfDate, localDate } from '../../platform/days.ts';
import { AppError, badInput, notFound } from '../../platform/errors.ts';
import { decodeNodeId, uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { readIssue } from '../issues/issue.load.ts';
import { impersonalText, optionalText } from '../issues/issue.text.ts';
import { readMatter } from '../matters/matter.load.ts';
import { clockTxOf, type ClockTx } from './clock-tx.ts';
import type {
  DeadlineEndInput,
  DeadlineExtendInput,
  DeadlinePauseInput,
  DeadlineResumeInput,
  DeadlineSetInput,
} from './deadline.inputs.ts';
import { fireDue, lockDeadline } from './deadline-fire.service.ts';
import { deadlineEvent } from './deadline.events.ts';
import { pastOf, ruleInForce, type Loaded } from './deadline.load.ts';
import { deadlineRules, type DeadlineAction } from './deadline.policy.ts';
import {
  addStep,
  changeState,
  endDeadline,
  openDeadline,
  pauseDeadline,
  reckonAgain,
  resumeDeadline,
  type Draft,
} from './deadline.service.ts';

const field = 'input.id';
const maxAmount = 1000;

const reasonOf = (text: string): string => impersonalText(text, { field: 'input.reason', max: 2000, multiline: true });

type Term = Pick<Draft, 'amount' | 'unit' | 'fixed_on'>;

export async function setDeadline(context: ViewerContext, input: DeadlineSetInput): Promise<Refs> {
  return transact(context, 'deadlineSet', input, async (tx) => {
    const place = await placeOf(tx, input);
    const term = termOf(input, localDate(tx.now));
    const clock = clockTxOf(tx);
    const rule = await ruleInForce(clock.query, input.kind, tx.now);
    if (!rule?.enabled) throw badInput('input.kind', 'deadline.ruleOff', { rule: input.kind });
    const deadline = await openDeadline(clock, {
      ...place,
      ...term,
      rule,
      startedAt: tx.now,
      organization_id: tx.viewer.organizationId,
      name: impersonalText(input.name, { field: 'input.name', max: 200 }),
    });
    return { deadline: deadline!.id };
  });
}

const subjectField = 'input.subjectId';

/** What the clock hangs on: an open matter of the viewer's body, or an issue of its own. */
async function placeOf(
  tx: Tx,
  { kind, subjectId }: DeadlineSetInput,
): Promise<Pick<Draft, 'subject_kind' | 'subject_id' | 'issue_id' | 'matter_id'>> {
  const node = decodeNodeId(subjectId);
  if (node?.prefix !== 'matter' && node?.prefix !== 'issue')
    throw badInput(subjectField, 'id.type', { type: 'Matter, Issue' });
  const { prefix, uuid: id } = node;
  if (prefix === 'issue' && kind === 'AGREED') throw badInput(subjectField, 'deadline.agreedMatter');
  await tx.lock(id);
  if (prefix === 'issue') {
    const { facts } = await readIssue(tx, id, subjectField);
    if (!facts.isOwner) throw new AppError('FORBIDDEN', { field: subjectField });
    return { subject_kind: 'Issue', subject_id: id, issue_id: id, matter_id: null };
  }
  const { status } = (await readMatter(tx, id, subjectField)).facts;
  if (status === 'CLOSED')
    throw new AppError('INVALID_STATE', { field: subjectField, messageKey: 'matter.state', params: { status } });
  return { subject_kind: 'Matter', subject_id: id, issue_id: null, matter_id: id };
}

function termOf({ dueOn, amount, unit }: DeadlineSetInput, today: string): Term {
  if (typeof dueOn === 'string') {
    if (typeof amount === 'number') throw badInput('input.amount', 'deadline.term');
    if (dueOn < today) throw badInput('input.dueOn', 'date.past');
    return { fixed_on: dueOn, amount: null, unit: 'DAY' };
  }
  if (typeof amount !== 'number' || typeof unit !== 'string') throw badInput('input.dueOn', 'deadline.term');
  if (amount < 1 || amount > maxAmount) throw badInput('input.amount', 'deadline.amount', { min: 1, max: maxAmount });
  return { fixed_on: null, amount, unit };
}

/** A clock that the viewer's organization sees, for an act that is allowed on it now. */
async function loadFor(
  action: DeadlineAction,
  tx: Tx,
  input: { id: string; expectedVersion: number | null | undefined },
): Promise<{ clock: ClockTx; loaded: Loaded }> {
  const clock = clockTxOf(tx);
  const id = uuidOf(input.id, 'deadline', field);
  const [seen] = await clock.query<{ isOwn: boolean }>(
    'select organization_id = app_org() as "isOwn" from deadline where id = $1',
    [id],
  );
  if (!seen) throw notFound(field);
  if (!seen.isOwn) throw new AppError('FORBIDDEN', { field });
  const loaded = (await lockDeadline(clock, id))!;
  expectVersion(loaded.deadline.version, input.expectedVersion);
  // What is due by now has happened before, even if no job has come round to it.
  await fireDue(clock, loaded);
  const { kind, state, ended_at } = loaded.deadline;
  if (!deadlineRules[action].while({ isOwn: true, kind, state, isEnded: ended_at !== null }))
    throw new AppError('INVALID_STATE', { field, messageKey: 'deadline.state', params: { status: state } });
  return { clock, loaded };
}

export async function pause(context: ViewerContext, input: DeadlinePauseInput): Promise<Refs> {
  return transact(context, 'deadlinePause', input, async (tx) => {
    const { clock, loaded } = await loadFor('deadlinePause', tx, input);
    const { rule, deadline } = loaded;
    const { pauses, pauseCount } = await pastOf(clock.query, deadline);
    const used = pauses.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0);
    if (pauseCount >= rule.pause_max_count || used >= rule.pause_max_days * 86_400_000)
      throw new AppError('INVALID_STATE', {
        field,
        messageKey: 'deadline.pausesUsed',
        params: { count: rule.pause_max_count, days: rule.pause_max_days },
      });
    await pauseDeadline(clock, loaded, reasonOf(input.reason));
    return { deadline: deadline.id };
  });
}

export async function resume(context: ViewerContext, input: DeadlineResumeInput): Promise<Refs> {
  return transact(context, 'deadlineResume', input, async (tx) => {
    const { clock, loaded } = await loadFor('deadlineResume', tx, input);
    await resumeDeadline(clock, loaded, tx.now, optionalText(input.reason, reasonOf));
    return { deadline: loaded.deadline.id };
  });
}

export async function extend(context: ViewerContext, input: DeadlineExtendInput): Promise<Refs> {
  return transact(context, 'deadlineExtend', input, async (tx) => {
    const { clock, loaded } = await loadFor('deadlineExtend', tx, input);
    const { rule, deadline } = loaded;
    const { amount } = input;
    const left = rule.extend_max - (await pastOf(clock.query, deadline)).extended;
    if (amount < 1 || amount > left) throw badInput('input.amount', 'deadline.extendMax', { max: left });
    await addStep(clock, deadline, { act: 'EXTENDED', at: tx.now, amount, reason: reasonOf(input.reason) });
    if (deadline.amount === null) deadline.fixed_on = dateOf(dayOfDate(deadline.fixed_on!) + amount);
    else deadline.amount += amount;
    const { state, paused_at: pausedAt } = deadline;
    await changeState(clock, deadline, state, pausedAt ? { pausedAt } : {});
    await reckonAgain(clock, loaded);
    await clock.record(deadline.organization_id, deadlineEvent('deadline.extended', deadline));
    return { deadline: deadline.id };
  });
}

export async function end(context: ViewerContext, input: DeadlineEndInput): Promise<Refs> {
  return transact(context, 'deadlineEnd', input, async (tx) => {
    const { clock, loaded } = await loadFor('deadlineEnd', tx, input);
    await addStep(clock, loaded.deadline, { act: 'ENDED', at: tx.now, reason: optionalText(input.reason, reasonOf) });
    await endDeadline(clock, loaded.deadline, input.result);
    return { deadline: loaded.deadline.id };
  });
}
