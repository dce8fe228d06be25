import { Field, ID, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { extendType, graphqlEnum, NodeType, PlannedType } from '../../platform/graphql/types.ts';
import { CommitmentType } from '../commitments/commitment.types.ts';
import { Channel, IssueType } from '../issues/issue.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';
import { MatterType, Outcome } from './matter.types.ts';

export const AssessmentVerdict = graphqlEnum('AssessmentVerdict', 'A judgement on an answer (đánh giá trả lời).', {
  ADEQUATE: 'Trả lời thỏa đáng.',
  GENERIC: 'Trả lời chung chung: says nothing.',
  WRONG_AUTHORITY: 'Không đúng thẩm quyền.',
  NOT_DONE: 'Đã trả lời nhưng chưa làm.',
});

@PlannedType(
  'AnswerRelay',
  'How a collecting body has carried an answer back to the people (thông tin lại cho người dân), and their verdict in numbers alone. Visible to the matter’s bodies that see the issue; numbers under 5 to that body only.',
  [NodeType],
)
export class AnswerRelayType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => IssueType, { description: 'The issue whose people were told.' })
  issue!: IssueType;

  @Field(() => OrganizationType, { description: 'The body that collected it and told them.' })
  organization!: OrganizationType;

  @Field(() => Channel, { description: 'How they were told.' })
  channel!: keyof typeof Channel;

  @Field(() => DateScalar, { description: 'The day on which they were told.' })
  toldOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many were satisfied (hài lòng). Null for other bodies where it is under 5.',
  })
  satisfied!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many accepted the answer (chấp nhận). Null for other bodies where it is under 5.',
  })
  accepted!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many were not satisfied (không hài lòng). Null for other bodies where it is under 5.',
  })
  notSatisfied!: number | null;

  @Field(() => String, { nullable: true, description: 'What else there is to say, up to 2,000 characters.' })
  note!: string | null;

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was last told here.' })
  updatedAt!: string;
}

@PlannedType(
  'AnswerDraft',
  'An answer that a body prepares (dự thảo trả lời). Visible to that body alone, while it takes part in the matter.',
  [NodeType],
)
export class AnswerDraftType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => MatterType, { description: 'The matter to be answered.' })
  matter!: MatterType;

  @Field(() => Outcome, { description: 'What it will say about the matter.' })
  outcome!: keyof typeof Outcome;

  @Field(() => String, { description: 'The answer, 1 to 10,000 characters; names no person.' })
  content!: string;

  @Field(() => String, { nullable: true, description: 'Number of the official document, up to 100 characters.' })
  documentNumber!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Date of the official document.' })
  documentOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day that it will promise; only with PLANNED.' })
  plannedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it will promise, up to 500 characters; only with PLANNED.',
  })
  promise!: string | null;

  @Field(() => [IssueType], { description: 'The issues that it will name; empty: all of the matter.' })
  issues!: IssueType[];

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt!: string;
}

@PlannedType(
  'Answer',
  'The lead’s answer to a matter (trả lời). Never changed; a later one stands beside it. Visible to all participants.',
  [NodeType],
)
export class AnswerType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => OrganizationType, { description: 'The body that answered.' })
  organization!: OrganizationType;

  @Field(() => Outcome, { description: 'What it says about the matter.' })
  outcome!: keyof typeof Outcome;

  @Field(() => String, { description: 'The answer, 1 to 10,000 characters; names no person.' })
  content!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the official document (số văn bản), up to 100 characters.',
  })
  documentNumber!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Date of the official document (ngày văn bản).' })
  documentOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day promised; only with PLANNED.' })
  plannedOn!: string | null;

  @Field(() => Boolean, { description: 'True: it answers every issue of the matter; false: only `issues`.' })
  answersAll!: boolean;

  @Field(() => [IssueType], {
    description: 'The issues that it names, as far as the viewer sees them; empty where it answers all.',
  })
  issues!: IssueType[];

  @Field(() => [AnswerRelayType], {
    description: 'How collecting bodies have told the people, oldest first; of issues that the viewer sees.',
  })
  relays!: AnswerRelayType[];

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  answeredAt!: string;
}

@PlannedType(
  'Assessment',
  'A judgement on an answer, by a supervising or collecting body and never by the answerer (đánh giá trả lời). Visible to all participants.',
  [NodeType],
)
export class AssessmentType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => AnswerType, { description: 'The answer judged.' })
  answer!: AnswerType;

  @Field(() => OrganizationType, { description: 'The body that judged.' })
  organization!: OrganizationType;

  @Field(() => AssessmentVerdict, { description: 'Its judgement.' })
  verdict!: keyof typeof AssessmentVerdict;

  @Field(() => String, { nullable: true, description: 'Why, up to 2,000 characters; names no person.' })
  note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it judged.' })
  at!: string;
}

/** Fields of a matter that answers bring. */
export interface MatterWithAnswers {
  answers: AnswerType[];
  answerDraft: AnswerDraftType | null;
  assessments: AssessmentType[];
  commitments: CommitmentType[];
}

extendType(MatterType, {
  answers: [Field(() => [AnswerType], { description: 'All answers, oldest first.' })],
  answerDraft: [
    Field(() => AnswerDraftType, {
      nullable: true,
      description: 'What the viewer’s own body prepares; null where it prepares nothing.',
    }),
  ],
  assessments: [Field(() => [AssessmentType], { description: 'All judgements on answers, oldest first.' })],
  commitments: [Field(() => [CommitmentType], { description: 'All that was promised in it, oldest first.' })],
});

/** Fields of a commitment that answers bring. */
export interface CommitmentInMatter {
  matter: MatterType | null;
  answer: AnswerType | null;
}

extendType(CommitmentType, {
  matter: [
    Field(() => MatterType, {
      nullable: true,
      description:
        'The matter in which it was promised; null elsewhere, and where the viewer’s body takes no part in it.',
    }),
  ],
  answer: [
    Field(() => AnswerType, { nullable: true, description: 'The answer that promised it; null as for `matter`.' }),
  ],
});
