import {
  column,
  extendPlan,
  given,
  instant,
  many,
  nodeId,
  one,
  plan,
  reference,
  value,
  type FieldPlan,
  type Plan,
} from '../../platform/read/plan.ts';
import { sql, viewerOrganization } from '../../platform/read/sql.ts';
import { commitmentPlan } from '../commitments/commitment.read.ts';
import { accessLevel, issuePlan } from '../issues/issue.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import type {
  AnswerDraftType,
  AnswerRelayType,
  AnswerType,
  AssessmentType,
  CommitmentInMatter,
  MatterWithAnswers,
} from './answer.types.ts';
import { matter, matterPlan, ofMatter, oldestFirst, organization, payload, rowsOfMatter } from './matter.read.ts';

export const answerPlan: Plan = plan<AnswerType>('Answer', rowsOfMatter('answer'), {
  id: nodeId('answer'),
  organization,
  outcome: column('outcome'),
  content: column('content'),
  documentNumber: column('document_number'),
  documentOn: column('document_on'),
  plannedOn: column('planned_on'),
  answersAll: column('answers_all'),
  issues: many(() => issuePlan, {
    on: (row, issue) => sql`exists (select from answer_issue ai where ai.answer_id = ${row.col('id')}
      and ai.issue_id = ${issue.col('id')})`,
    order: oldestFirst,
  }),
  relays: many(() => relayPlan, {
    on: (row, relay) => sql`${relay.col('answer_id')} = ${row.col('id')}`,
    order: oldestFirst,
  }),
  answeredAt: instant('answered_at'),
});

export const assessmentPlan: Plan = plan<AssessmentType>('Assessment', rowsOfMatter('assessment'), {
  id: nodeId('assessment'),
  answer: reference(() => answerPlan, 'answer_id'),
  organization,
  verdict: column('verdict'),
  note: column('note'),
  at: instant('at'),
});

/** A number under five might point to persons: the body that told them knows it, nobody else. */
const suppressed = (name: string): FieldPlan =>
  value(
    (row) =>
      sql`case when ${row.col('owner_id')} = ${viewerOrganization} or ${row.col(name)} >= 5 then ${row.col(name)} end`,
  );

export const relayPlan: Plan = plan<AnswerRelayType>(
  'AnswerRelay',
  rowsOfMatter('answer_relay', sql`${accessLevel(sql.ref('t.issue_id'))} is not null`),
  {
    id: nodeId('relay'),
    issue: reference(() => issuePlan, 'issue_id'),
    organization: reference(() => organizationPlan, 'owner_id'),
    channel: column('channel'),
    toldOn: column('told_on'),
    satisfied: suppressed('satisfied'),
    accepted: suppressed('accepted'),
    notSatisfied: suppressed('not_satisfied'),
    note: column('note'),
    version: column('version'),
    updatedAt: instant('updated_at'),
  },
);

export const draftPlan: Plan = plan<AnswerDraftType>(
  'AnswerDraft',
  rowsOfMatter('answer_draft', sql`t.organization_id = ${viewerOrganization}`),
  {
    id: nodeId('draft'),
    matter: reference(() => matterPlan, 'matter_id'),
    outcome: column('outcome'),
    content: column('content'),
    documentNumber: column('document_number'),
    documentOn: column('document_on'),
    plannedOn: column('planned_on'),
    promise: column('promise'),
    issues: many(() => issuePlan, {
      on: (row, issue) => sql`${issue.col('id')} = any(${row.col('issue_ids')})`,
      order: oldestFirst,
    }),
    version: column('version'),
    updatedAt: instant('updated_at'),
  },
);

extendPlan<MatterWithAnswers>(matterPlan, {
  answers: many(() => answerPlan, { on: ofMatter, order: oldestFirst }),
  answerDraft: one(() => draftPlan, ofMatter),
  assessments: many(() => assessmentPlan, { on: ofMatter, order: oldestFirst }),
  commitments: many(() => commitmentPlan, { on: ofMatter, order: oldestFirst }),
});

extendPlan<CommitmentInMatter>(commitmentPlan, {
  matter: reference(() => matterPlan, 'matter_id'),
  answer: reference(() => answerPlan, 'answer_id'),
});

const answer = given(() => answerPlan, 'answer');

export const answerPayloads = {
  matterAnswer: payload('MatterAnswerPayload', { matter, answer }),
  matterAssess: payload('MatterAssessPayload', { matter, assessment: given(() => assessmentPlan, 'assessment') }),
  answerDraft: payload('AnswerDraftPayload', { draft: given(() => draftPlan, 'draft') }),
  answerDraftDiscard: payload('AnswerDraftDiscardPayload', { matter }),
  answerPublish: payload('AnswerPublishPayload', { matter, answer }),
  answerRelay: payload('AnswerRelayPayload', { relay: given(() => relayPlan, 'relay') }),
};
