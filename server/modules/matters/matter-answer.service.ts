import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { localDate } from '../../platform/days.ts';
import { badInput } from '../../platform/errors.ts';
import { transact, type Refs } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { impersonalText, optionalText } from '../issues/issue.text.ts';
import { Answer, Assessment } from './matter.entity.ts';
import { answerEvent, assessmentEvent, matterEvent } from './matter.events.ts';
import type { MatterAnswerInput, MatterAssessInput, MatterCloseInput, MatterReopenInput } from './matter.inputs.ts';
import { loadMatterFor, loadMatterWithIssuesFor, refreshMatter } from './matter.load.ts';
import { keepReason } from './matter-reason.service.ts';

export async function answerMatter(context: ViewerContext, input: MatterAnswerInput): Promise<Refs> {
  return transact(context, 'matterAnswer', input, async (tx) => {
    const { matter } = await loadMatterWithIssuesFor('matterAnswer', tx, input.matterId);
    expectVersion(matter.version, input.expectedVersion);
    const { outcome } = input;
    const plannedOn = plannedDay(input, localDate(tx.now));
    const answer = tx.em.create(Answer, {
      id: uuidv7(),
      matterId: matter.id,
      organizationId: tx.viewer.organizationId,
      outcome,
      content: impersonalText(input.content, { field: 'input.content', max: 10_000, multiline: true }),
      documentNumber: optionalText(input.documentNumber, (text) =>
        impersonalText(text, { field: 'input.documentNumber', max: 100 }),
      ),
      plannedOn,
      answeredAt: tx.now,
    });
    tx.em.persist(answer);
    matter.status = 'ANSWERED';
    matter.outcome = outcome;
    matter.plannedOn = plannedOn;
    matter.touch(tx.now);
    await refreshMatter(tx, matter.id);
    await tx.record(answerEvent(answer));
    return { matter: matter.id, answer: answer.id };
  });
}

/** A promise has a day, and nothing else has. */
function plannedDay({ outcome, plannedOn }: MatterAnswerInput, today: string): string | null {
  const field = 'input.plannedOn';
  if (outcome !== 'PLANNED') {
    if (plannedOn) throw badInput(field, 'plannedOn.refused');
    return null;
  }
  if (!plannedOn) throw badInput(field, 'plannedOn.required');
  if (plannedOn < today) throw badInput(field, 'date.past');
  return plannedOn;
}

export async function assessMatter(context: ViewerContext, input: MatterAssessInput): Promise<Refs> {
  return transact(context, 'matterAssess', input, async (tx) => {
    const { matter } = await loadMatterFor('matterAssess', tx, input.matterId);
    const answer = await tx.em.findOneOrFail(Answer, { matterId: matter.id }, { orderBy: { id: 'desc' } });
    const assessment = tx.em.create(Assessment, {
      id: uuidv7(),
      matterId: matter.id,
      answerId: answer.id,
      organizationId: tx.viewer.organizationId,
      verdict: input.verdict,
      note: optionalText(input.note, (text) =>
        impersonalText(text, { field: 'input.note', max: 2000, multiline: true }),
      ),
      at: tx.now,
    });
    tx.em.persist(assessment);
    await tx.record(assessmentEvent(assessment));
    return { matter: matter.id, assessment: assessment.id };
  });
}

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
