import { Field, ID } from 'type-graphql';
import { MutationPayload, PlannedType } from '../../platform/graphql/types.ts';
import { MatterType } from './matter.types.ts';

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
