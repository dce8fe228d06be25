import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { AppError, badInput, notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { readIssue } from '../issues/issue.load.ts';
import { impersonalText, optionalText } from '../issues/issue.text.ts';
import { Answer, AnswerIssue, AnswerRelay } from './answer.entity.ts';
import type { AnswerRelayInput } from './answer.inputs.ts';
import { MatterIssue } from './matter.entity.ts';
import { contestedEvent, relayEvent } from './matter.events.ts';
import { checkMatter, lockMatters, readMatter } from './matter.load.ts';

const most = 1_000_000;

/** The duty of the body that collected: the answer reaches those who asked, and what they make of it comes back. */
export async function relayAnswer(context: ViewerContext, input: AnswerRelayInput): Promise<Refs> {
  return transact(context, 'answerRelay', input, async (tx) => {
    const { answer, place } = await loadAnswered(tx, input);
    const told = {
      channel: input.channel,
      toldOn: dayTold(tx, input, answer),
      ...countsOf(input),
      note: noteOf(input),
    };
    const known = await tx.em.findOne(AnswerRelay, { answerId: answer.id, issueId: place.issueId });
    if (known) expectVersion(known.version, input.expectedVersion);
    const { issueId, ownerId, matterId } = place;
    const state = { ...told, version: (known?.version ?? 0) + 1, updatedAt: tx.now };
    const relay =
      known ??
      tx.em.create(AnswerRelay, { ...{ id: uuidv7(), answerId: answer.id, matterId, issueId, ownerId }, ...state });
    tx.em.assign(relay, state);
    tx.em.persist(relay);
    await tx.record(relayEvent(relay, place));
    if (relay.notSatisfied > relay.satisfied + relay.accepted) await tx.record(contestedEvent(answer));
    return { relay: relay.id };
  });
}

async function loadAnswered(tx: Tx, input: AnswerRelayInput): Promise<{ answer: Answer; place: MatterIssue }> {
  const [answerField, issueField] = ['input.answerId', 'input.issueId'];
  const issueId = uuidOf(input.issueId, 'issue', issueField);
  const answer = await tx.em.findOne(Answer, { id: uuidOf(input.answerId, 'answer', answerField) });
  if (!answer) throw notFound(answerField);
  await lockMatters(tx, [answer.matterId], [issueId]);
  checkMatter('answerRelay', await readMatter(tx, answer.matterId, answerField), answerField);
  const { facts } = await readIssue(tx, issueId, issueField);
  if (!facts.isOwner) throw new AppError('FORBIDDEN', { field: issueField });
  const place = await tx.em.findOne(MatterIssue, { issueId, matterId: answer.matterId });
  const isNamed = answer.answersAll || (await tx.em.count(AnswerIssue, { answerId: answer.id, issueId })) > 0;
  if (!place || !isNamed) throw new AppError('INVALID_STATE', { field: issueField, messageKey: 'relay.notAnswered' });
  return { answer, place };
}

function dayTold(tx: Tx, { toldOn }: AnswerRelayInput, answer: Answer): string {
  if (toldOn > localDate(tx.now)) throw badInput('input.toldOn', 'date.future');
  if (toldOn < localDate(answer.answeredAt)) throw badInput('input.toldOn', 'relay.tooEarly');
  return toldOn;
}

function countsOf(input: AnswerRelayInput): Pick<AnswerRelay, 'satisfied' | 'accepted' | 'notSatisfied'> {
  const count = (name: 'satisfied' | 'accepted' | 'notSatisfied'): number => {
    const given = input[name] ?? 0;
    if (given < 0 || given > most) throw badInput(`input.${name}`, 'count.range', { min: 0, max: most });
    return given;
  };
  return { satisfied: count('satisfied'), accepted: count('accepted'), notSatisfied: count('notSatisfied') };
}

const noteOf = ({ note }: AnswerRelayInput): string | null =>
  optionalText(note, (text) => impersonalText(text, { field: 'input.note', max: 2000, multiline: true }));
