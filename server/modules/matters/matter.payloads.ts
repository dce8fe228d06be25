import { Field, ID } from 'type-graphql';
import { MutationPayload, PlannedType } from '../../platform/graphql/types.ts';
import { AnswerType, AssessmentType, MatterType, TaskType } from './matter.types.ts';

@PlannedType('MatterOpenPayload', 'The opened matter.')
export class MatterOpenPayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;
}

@PlannedType('MatterAddIssuePayload', 'The matter with one more issue.')
export class MatterAddIssuePayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;
}

@PlannedType('MatterRemoveIssuePayload', 'The matter with one issue less.')
export class MatterRemoveIssuePayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;
}

@PlannedType('MatterInvitePayload', 'The matter with its participants.')
export class MatterInvitePayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;
}

@PlannedType('MatterLeavePayload', 'The matter left behind.')
export class MatterLeavePayload extends MutationPayload {
  @Field(() => ID, { description: 'Its id; the viewer sees it no longer.' })
  leftId!: string;
}

@PlannedType('MatterAnswerPayload', 'The new answer.')
export class MatterAnswerPayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;

  @Field(() => AnswerType, { description: 'The answer given.' })
  answer!: AnswerType;
}

@PlannedType('MatterAssessPayload', 'The new judgement.')
export class MatterAssessPayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;

  @Field(() => AssessmentType, { description: 'The judgement given.' })
  assessment!: AssessmentType;
}

@PlannedType('MatterClosePayload', 'The closed matter.')
export class MatterClosePayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;
}

@PlannedType('MatterReopenPayload', 'The reopened matter.')
export class MatterReopenPayload extends MutationPayload {
  @Field(() => MatterType, { description: 'As it is now.' })
  matter!: MatterType;
}

@PlannedType('TaskAssignPayload', 'The new task.')
export class TaskAssignPayload extends MutationPayload {
  @Field(() => TaskType, { description: 'As it is now.' })
  task!: TaskType;
}

@PlannedType('TaskUpdatePayload', 'The task that moved on.')
export class TaskUpdatePayload extends MutationPayload {
  @Field(() => TaskType, { description: 'As it is now.' })
  task!: TaskType;
}
