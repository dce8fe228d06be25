import { Field, ID, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { connectionOf, extendType, graphqlEnum, NodeType, PlannedType } from '../../platform/graphql/types.ts';
import { IssueType } from '../issues/issue.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';
import { MatterType } from './matter.types.ts';

export const TaskStatus = graphqlEnum('TaskStatus', 'Where a task stands.', {
  TODO: 'Chưa làm.',
  DOING: 'Đang làm.',
  DONE: 'Đã làm xong.',
  CANCELLED: 'Đã hủy, by the lead.',
});

@PlannedType(
  'Task',
  'What one body is asked to do for a matter (nhiệm vụ). Visible to all participants of the matters that it serves.',
  [NodeType],
)
export class TaskType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => MatterType, {
    description:
      'The matter for which it was assigned; where the viewer’s body takes no part there, one that it serves too.',
  })
  matter!: MatterType;

  @Field(() => String, { description: 'One line, 1 to 200 characters; names no person.' })
  title!: string;

  @Field(() => OrganizationType, { description: 'The body that does it.' })
  organization!: OrganizationType;

  @Field(() => TaskStatus, { description: 'Where it stands.' })
  status!: keyof typeof TaskStatus;

  @Field(() => DateScalar, { nullable: true, description: 'The last day for it.' })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: 'What came of it, up to 5,000 characters; names no person.' })
  result!: string | null;

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was assigned.' })
  createdAt!: string;

  @Field(() => [MatterType], { description: 'The matters that it serves and the viewer sees.' })
  matters!: MatterType[];

  @Field(() => [IssueType], { description: 'The issues that it is done for, as far as the viewer sees them.' })
  issues!: IssueType[];

  @Field(() => [TaskType], { description: 'Tasks of the same matter that must be finished before it.' })
  needs!: TaskType[];

  @Field(() => Boolean, { description: 'True while one of `needs` is neither DONE nor CANCELLED.' })
  waits!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its body first moved it; null: asked, and no reaction yet.',
  })
  reactedAt!: string | null;

  @Field(() => [String], { description: 'Names of the mutations open to the viewer now.' })
  allowedActions!: string[];
}

export const TaskConnection = connectionOf<TaskType>('Task', () => TaskType, true);

/** Fields of a matter and of an issue that tasks bring. */
export interface WithTasks {
  tasks: TaskType[];
}

extendType(MatterType, {
  tasks: [Field(() => [TaskType], { description: 'What bodies were asked to do for it, oldest first.' })],
});

extendType(IssueType, {
  tasks: [
    Field(() => [TaskType], {
      description: 'What is done for it, oldest first: tasks that name it and that the viewer sees.',
    }),
  ],
});
