import { localDate } from '../../platform/days.ts';
import { AppError, badInput } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { Tx } from '../../platform/transact.ts';
import { readIssue } from '../issues/issue.load.ts';
import { impersonalText, optionalText } from '../issues/issue.text.ts';
import type { Answer, AnswerDraft } from './answer.entity.ts';
import type { MatterAnswerInput } from './answer.inputs.ts';
import { MatterIssue, type Matter } from './matter.entity.ts';

const maxIssues = 100;
const issuesField = 'input.issueIds';

/** What an answer says, once its texts are clean and its dates and issues right. */
export type AnswerContent = Pick<Answer, 'outcome' | 'content' | 'documentNumber' | 'documentOn' | 'plannedOn'> &
  Pick<AnswerDraft, 'promise'> & { issueIds: string[] | null };

/** UUIDs of the issues that an answer names, to be locked with its matter; null where it answers all. */
export function issuesNamed(ids: readonly string[] | null | undefined): string[] | null {
  if (!ids) return null;
  if (ids.length === 0) throw badInput(issuesField, 'list.empty');
  if (ids.length > maxIssues) throw badInput(issuesField, 'list.tooLong', { max: maxIssues });
  return [...new Set(ids.map((id) => uuidOf(id, 'issue', issuesField)))];
}

type ContentInput = Omit<MatterAnswerInput, 'matterId' | 'idempotencyKey' | 'expectedVersion'>;

export async function checkedContent(tx: Tx, matter: Matter, input: ContentInput): Promise<AnswerContent> {
  const { outcome, plannedOn = null, documentOn = null } = input;
  checkPlan({ outcome, plannedOn }, localDate(tx.now));
  if (documentOn !== null && documentOn > localDate(tx.now)) throw badInput('input.documentOn', 'date.future');
  const promise = optionalText(input.promise, (text) => impersonalText(text, { field: 'input.promise', max: 500 }));
  if (promise !== null && outcome !== 'PLANNED') throw badInput('input.promise', 'plannedOn.refused');
  const issueIds = issuesNamed(input.issueIds);
  for (const issueId of issueIds ?? []) await checkInside(tx, matter, issueId);
  return {
    outcome,
    content: impersonalText(input.content, { field: 'input.content', max: 10_000, multiline: true }),
    documentNumber: optionalText(input.documentNumber, (text) =>
      impersonalText(text, { field: 'input.documentNumber', max: 100 }),
    ),
    documentOn,
    plannedOn,
    promise,
    issueIds,
  };
}

/** A promise has a day, and nothing else has. */
export function checkPlan({ outcome, plannedOn }: Pick<Answer, 'outcome' | 'plannedOn'>, today: string): void {
  const field = 'input.plannedOn';
  if (outcome !== 'PLANNED') {
    if (plannedOn) throw badInput(field, 'plannedOn.refused');
    return;
  }
  if (!plannedOn) throw badInput(field, 'plannedOn.required');
  if (plannedOn < today) throw badInput(field, 'date.past');
}

export async function checkInside(
  tx: Tx,
  { id: matterId }: Matter,
  issueId: string,
  field = issuesField,
): Promise<void> {
  await readIssue(tx, issueId, field);
  if ((await tx.em.count(MatterIssue, { issueId, matterId })) === 0)
    throw new AppError('INVALID_STATE', { field, messageKey: 'matter.notInside' });
}
