import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { notFound } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { AnswerDraft } from './answer.entity.ts';
import type { AnswerDraftDiscardInput, AnswerDraftInput, AnswerPublishInput } from './answer.inputs.ts';
import { checkedContent, checkInside, checkPlan, issuesNamed } from './answer.load.ts';
import { giveAnswer } from './answer.service.ts';
import type { Matter } from './matter.entity.ts';
import { draftEvent } from './matter.events.ts';
import { checkMatter, loadMatterWithIssuesFor, lockMatters, readMatter, type LoadedMatter } from './matter.load.ts';

export async function draftAnswer(context: ViewerContext, input: AnswerDraftInput): Promise<Refs> {
  return transact(context, 'answerDraft', input, async (tx) => {
    const named = issuesNamed(input.issueIds);
    const { matter } = await loadMatterWithIssuesFor('answerDraft', tx, input.matterId, named ?? []);
    const content = await checkedContent(tx, matter, input);
    const { organizationId } = tx.viewer;
    const known = await tx.em.findOne(AnswerDraft, { matterId: matter.id, organizationId });
    if (known) expectVersion(known.version, input.expectedVersion);
    const version = (known?.version ?? 0) + 1;
    const draft =
      known ??
      tx.em.create(AnswerDraft, {
        ...{ id: uuidv7(), matterId: matter.id, organizationId },
        ...{ ...content, version, updatedAt: tx.now },
      });
    tx.em.assign(draft, { ...content, version, updatedAt: tx.now });
    tx.em.persist(draft);
    await tx.record(draftEvent(matter, organizationId));
    return { draft: draft.id };
  });
}

interface LoadedDraft extends LoadedMatter {
  draft: AnswerDraft;
}

/** The body's own, with its matter: both locked, and the matter's issues. */
async function loadDraft(tx: Tx, id: string, expectedVersion: number | null | undefined): Promise<LoadedDraft> {
  const field = 'input.id';
  const uuid = uuidOf(id, 'draft', field);
  const known = await tx.em.findOne(AnswerDraft, { id: uuid });
  if (!known) throw notFound(field);
  await lockMatters(tx, [known.matterId], known.issueIds ?? []);
  const loaded = await readMatter(tx, known.matterId, field);
  const draft = await tx.em.findOne(AnswerDraft, { id: uuid }, { refresh: true });
  if (!draft) throw notFound(field);
  expectVersion(draft.version, expectedVersion);
  return { ...loaded, draft };
}

export async function discardDraft(context: ViewerContext, input: AnswerDraftDiscardInput): Promise<Refs> {
  return transact(context, 'answerDraftDiscard', input, async (tx) => {
    const { draft, matter } = await loadDraft(tx, input.id, input.expectedVersion);
    await drop(tx, draft, matter);
    return { matter: matter.id };
  });
}

async function drop(tx: Tx, draft: AnswerDraft, matter: Matter): Promise<void> {
  tx.em.remove(draft);
  await tx.record(draftEvent(matter, draft.organizationId));
}

export async function publishDraft(context: ViewerContext, input: AnswerPublishInput): Promise<Refs> {
  return transact(context, 'answerPublish', input, async (tx) => {
    const { draft, matter, facts } = await loadDraft(tx, input.id, input.expectedVersion);
    checkMatter('answerPublish', { matter, facts }, 'input.id');
    // It may have been prepared on another day, and issues may have left the matter since.
    checkPlan(draft, localDate(tx.now));
    for (const issueId of draft.issueIds ?? []) await checkInside(tx, matter, issueId, 'input.id');
    const { outcome, content, documentNumber, documentOn, plannedOn, promise, issueIds } = draft;
    const said = { outcome, content, documentNumber, documentOn, plannedOn, promise, issueIds: issueIds ?? null };
    await drop(tx, draft, matter);
    const answer = await giveAnswer(tx, matter, said);
    return { matter: matter.id, answer: answer.id };
  });
}
