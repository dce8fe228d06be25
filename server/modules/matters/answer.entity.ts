import { defineEntity, p } from '@mikro-orm/core';
import type { Channel } from '../issues/issue.entity.ts';
import type { Outcome } from './matter.entity.ts';

type AssessmentVerdict = 'ADEQUATE' | 'GENERIC' | 'WRONG_AUTHORITY' | 'NOT_DONE';

const AnswerSchema = defineEntity({
  name: 'Answer',
  tableName: 'answer',
  properties: {
    id: p.uuid().primary(),
    matterId: p.uuid(),
    organizationId: p.uuid(),
    outcome: p.text().$type<Outcome>(),
    content: p.text(),
    documentNumber: p.text().nullable(),
    documentOn: p.date().$type<string>().nullable(),
    plannedOn: p.date().$type<string>().nullable(),
    /** False: only the issues that it names. */
    answersAll: p.boolean(),
    answeredAt: p.datetime(3),
  },
});

export class Answer extends AnswerSchema.class {}
AnswerSchema.setClass(Answer);

const AssessmentSchema = defineEntity({
  name: 'Assessment',
  tableName: 'assessment',
  properties: {
    id: p.uuid().primary(),
    matterId: p.uuid(),
    answerId: p.uuid(),
    organizationId: p.uuid(),
    verdict: p.text().$type<AssessmentVerdict>(),
    note: p.text().nullable(),
    at: p.datetime(3),
  },
});

export class Assessment extends AssessmentSchema.class {}
AssessmentSchema.setClass(Assessment);

const AnswerIssueSchema = defineEntity({
  name: 'AnswerIssue',
  tableName: 'answer_issue',
  properties: {
    answerId: p.uuid().primary(),
    issueId: p.uuid().primary(),
    matterId: p.uuid(),
    organizationId: p.uuid(),
  },
});

/** An issue that an answer names; one to all issues names none. */
export class AnswerIssue extends AnswerIssueSchema.class {}
AnswerIssueSchema.setClass(AnswerIssue);

const AnswerDraftSchema = defineEntity({
  name: 'AnswerDraft',
  tableName: 'answer_draft',
  properties: {
    id: p.uuid().primary(),
    matterId: p.uuid(),
    organizationId: p.uuid(),
    outcome: p.text().$type<Outcome>(),
    content: p.text(),
    documentNumber: p.text().nullable(),
    documentOn: p.date().$type<string>().nullable(),
    plannedOn: p.date().$type<string>().nullable(),
    promise: p.text().nullable(),
    issueIds: p.array().columnType('uuid[]').nullable(),
    version: p.integer(),
    updatedAt: p.datetime(3),
  },
});

/** What a body prepares; nobody else sees it, and it is gone once it is published. */
export class AnswerDraft extends AnswerDraftSchema.class {}
AnswerDraftSchema.setClass(AnswerDraft);

const AnswerRelaySchema = defineEntity({
  name: 'AnswerRelay',
  tableName: 'answer_relay',
  properties: {
    id: p.uuid().primary(),
    answerId: p.uuid(),
    matterId: p.uuid(),
    issueId: p.uuid(),
    ownerId: p.uuid(),
    channel: p.text().$type<Channel>(),
    toldOn: p.date().$type<string>(),
    satisfied: p.integer(),
    accepted: p.integer(),
    notSatisfied: p.integer(),
    note: p.text().nullable(),
    version: p.integer(),
    updatedAt: p.datetime(3),
  },
});

/** How a collecting body told the people an answer, and how many of them took it how. */
export class AnswerRelay extends AnswerRelaySchema.class {}
AnswerRelaySchema.setClass(AnswerRelay);

export const answerEntities = [AnswerSchema, AssessmentSchema, AnswerIssueSchema, AnswerDraftSchema, AnswerRelaySchema];
