import { v7 as uuidv7 } from 'uuid';
import type { ViewerContext } from '../../platform/context.ts';
import { transact, type Refs, type Tx } from '../../platform/transact.ts';
import { expectVersion } from '../../platform/versions.ts';
import { promise, settlePromises } from '../commitments/commitment.service.ts';
import { impersonalText, optionalText } from '../issues/issue.text.ts';
import { Answer, AnswerIssue, Assessment } from './answer.entity.ts';
import { checkedContent, issuesNamed, type AnswerContent } from './answer.load.ts';
import type { MatterAnswerInput, MatterAssessInput } from './answer.inputs.ts';
import type { Matter } from './matter.entity.ts';
import { answerEvent, assessmentEvent, contestedEvent } from './matter.events.ts';
import { loadMatterFor, loadMatterWithIssuesFor, refreshMatter } from './matter.load.ts';

export async function answerMatter(context: ViewerContext, input: MatterAnswerInput): Promise<Refs> {
  return transact(context, 'matterAnswer', input, async (tx) => {
    const named = issuesNamed(input.issueIds);
    const { matter } = await loadMatterWithIssuesFor('matterAnswer', tx, input.matterId, named ?? []);
    expectVersion(matter.version, input.expectedVersion);
    const answer = await giveAnswer(tx, matter, await checkedContent(tx, matter, input));
    return { matter: matter.id, answer: answer.id };
  });
}

/** The matter and its issues are locked; the content was checked today. */
export async function giveAnswer(tx: Tx, matter: Matter, content: AnswerContent): Promise<Answer> {
  const { issueIds, promise: promised, ...said } = content;
  const answer = tx.em.create(Answer, {
    id: uuidv7(),
    matterId: matter.id,
    organizationId: tx.viewer.organizationId,
    ...said,
    answersAll: issueIds === null,
    answeredAt: tx.now,
  });
  tx.em.persist(answer);
  await tx.em.flush();
  const { matterId, organizationId } = answer;
  for (const issueId of issueIds ?? [])
    tx.em.persist(tx.em.create(AnswerIssue, { answerId: answer.id, issueId, matterId, organizationId }));
  await tx.em.flush();
  if (answer.answersAll || (await isAnswered(tx, matter))) matter.status = 'ANSWERED';
  else if (matter.status === 'OPEN') matter.status = 'IN_PROGRESS';
  matter.outcome = answer.outcome;
  matter.plannedOn = answer.plannedOn;
  matter.touch(tx.now);
  await refreshMatter(tx, matter.id);
  await tx.record(answerEvent(answer));
  await followPromises(tx, matter, answer, promised ?? matter.title);
  return answer;
}

/** Every issue is named by an answer given since the matter was last reopened. */
async function isAnswered(tx: Tx, { id }: Matter): Promise<boolean> {
  const [row] = await tx.em.execute<{ answered: boolean }[]>(
    `select not exists (select from matter_issue mi where mi.matter_id = ? and not exists (
        select from answer_issue ai where ai.issue_id = mi.issue_id and ai.matter_id = mi.matter_id and not exists (
          select from matter_reason r where r.matter_id = mi.matter_id and r.act = 'REOPENED' and r.id > ai.answer_id)))
      as answered`,
    [id],
  );
  return row!.answered;
}

const settledBy = { PLANNED: 'MOVED', RESOLVED: 'KEPT', EXPLAINED: 'DROPPED', NOT_RESOLVABLE: 'DROPPED' } as const;

/** An answer to all settles what was promised before; one to some leaves the promises to the others standing. */
async function followPromises(tx: Tx, matter: Matter, answer: Answer, promised: string): Promise<void> {
  if (answer.answersAll && answer.outcome !== 'IN_RESOLUTION')
    await settlePromises(tx, matter.id, settledBy[answer.outcome]);
  if (!answer.plannedOn) return;
  await promise(tx, {
    matterId: matter.id,
    answerId: answer.id,
    promise: promised,
    dueOn: answer.plannedOn,
  });
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
    if (assessment.verdict === 'NOT_DONE') await tx.record(contestedEvent(answer));
    return { matter: matter.id, assessment: assessment.id };
  });
}
