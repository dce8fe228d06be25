import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { ChangeInput, MutationInput, MutationPayload, PageArgs, PlannedType } from '../../platform/graphql/types.ts';
import { impersonal } from './matter.inputs.ts';
import { TaskStatus, TaskType } from './task.types.ts';

@InputType('TaskFilter', { description: 'Lists mean “any of”, different fields mean “and”.' })
export class TaskFilter {
  @Field(() => [TaskStatus], { nullable: true, description: 'Any of these states.' })
  statuses!: (keyof typeof TaskStatus)[] | null | undefined;

  @Field(() => [ID], { nullable: true, description: 'Of any of these bodies.' })
  organizationIds!: string[] | null | undefined;

  @Field(() => DateScalar, { nullable: true, description: 'Due on this day or earlier.' })
  dueTo!: string | null | undefined;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Assigned at this moment or earlier, TODO, and its body has not moved it since: asked, no reaction.',
  })
  unansweredSince!: Date | null | undefined;
}

@ArgsType()
export class TasksArgs extends PageArgs {
  @Field(() => TaskFilter, { nullable: true, description: 'Which tasks.' })
  filter!: TaskFilter | null | undefined;
}

@InputType('TaskAssignInput', {
  description: 'A task for the lead or a co-ordinating body. The first one takes the matter from OPEN to IN_PROGRESS.',
})
export class TaskAssignInput extends MutationInput {
  @Field(() => ID, { description: 'The matter.' })
  matterId!: string;

  @Field(() => String, { description: `One line, 1 to 200 characters. ${impersonal}` })
  title!: string;

  @Field(() => ID, { description: 'The body that shall do it: LEAD or COORDINATING in the matter.' })
  organizationId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for it, today at the earliest.' })
  dueOn!: string | null | undefined;
}

@InputType('TaskUpdateInput', {
  description:
    'Moves a task: its own body between TODO, DOING and DONE, the lead to CANCELLED; from DONE and CANCELLED both back to DOING only.',
})
export class TaskUpdateInput extends ChangeInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => TaskStatus, { description: 'Where it stands now.' })
  status!: keyof typeof TaskStatus;

  @Field(() => String, {
    nullable: true,
    description: `What came of it, up to 5,000 characters; absent: as before. ${impersonal}`,
  })
  result!: string | null | undefined;
}

@InputType('TaskLinkInput', {
  description:
    'Ties a task to what it also serves or waits for. Open to the lead and the co-ordinating bodies of its matter.',
})
export class TaskLinkInput extends ChangeInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => ID, {
    description:
      'A further matter in which the viewer’s body works too: its bodies see the task from now on; an issue that is in one of its matters: the finished task shows there; or another task of the same matter, to be finished first (INVALID_STATE for a circle).',
  })
  toId!: string;
}

@InputType('TaskUnlinkInput', { description: 'Unties a task again. Open to whom `taskLink` is.' })
export class TaskUnlinkInput extends ChangeInput {
  @Field(() => ID, { description: 'The task.' })
  id!: string;

  @Field(() => ID, { description: 'The matter, issue or task that it was tied to.' })
  toId!: string;
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

@PlannedType('TaskLinkPayload', 'The task with what it is tied to.')
export class TaskLinkPayload extends MutationPayload {
  @Field(() => TaskType, { description: 'As it is now.' })
  task!: TaskType;
}

@PlannedType('TaskUnlinkPayload', 'The task with what it is still tied to.')
export class TaskUnlinkPayload extends MutationPayload {
  @Field(() => TaskType, { description: 'As it is now.' })
  task!: TaskType;
}
