import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { ChangeInput, MutationPayload, PageArgs, PlannedType } from '../../platform/graphql/types.ts';
import { MatterType } from '../matters/matter.types.ts';
import { AssignmentStatus, AssignmentType } from './assignment.types.ts';

@ArgsType()
export class AssignmentsArgs extends PageArgs {
  @Field(() => AssignmentStatus, { nullable: true, description: 'Only in this state.' })
  status!: keyof typeof AssignmentStatus | null | undefined;
}

@InputType('AssignmentMakeInput', {
  description:
    'Names the body that takes the issue on: it leads the matter at once, the owner co-ordinates, the assigning body supervises. It can neither decline nor return it.',
})
export class AssignmentMakeInput extends ChangeInput {
  @Field(() => ID, { description: 'The assignment; REQUESTED.' })
  id!: string;

  @Field(() => ID, { description: 'The body; it must exist today and be another one.' })
  toOrganizationId!: string;

  @Field(() => String, {
    description:
      'What is asked of it, 1 to 2,000 characters. Names no person, phone, identity number, plate, e-mail or account.',
  })
  request!: string;
}

@PlannedType('AssignmentMakePayload', 'The assignment made.')
export class AssignmentMakePayload extends MutationPayload {
  @Field(() => AssignmentType, { description: 'As it is now.' })
  assignment!: AssignmentType;

  @Field(() => MatterType, { description: 'The matter that the issue is in now.' })
  matter!: MatterType;
}
