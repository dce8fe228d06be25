import { Field, ID, InputType } from 'type-graphql';
import { extendType, MutationInput, MutationPayload, NodeType, PlannedType } from '../../platform/graphql/types.ts';
import { IssueType } from '../issues/issue.types.ts';
import { MatterType } from '../matters/matter.types.ts';

const followable = 'An issue, a matter, a topic, an area or an organization; BAD_INPUT for an id of another type.';

@InputType('FollowInput', {
  description: 'What the viewer wants to hear of. Following is of the office or app, not of its organization.',
})
export class FollowInput extends MutationInput {
  @Field(() => ID, { description: followable })
  subjectId!: string;
}

@InputType('UnfollowInput', { description: 'What the viewer no longer wants to hear of.' })
export class UnfollowInput extends MutationInput {
  @Field(() => ID, { description: followable })
  subjectId!: string;
}

@PlannedType('FollowPayload', 'What is followed now.')
export class FollowPayload extends MutationPayload {
  @Field(() => NodeType, { description: 'The followed object.' })
  subject!: NodeType;
}

@PlannedType('UnfollowPayload', 'What is no longer followed.')
export class UnfollowPayload extends MutationPayload {
  @Field(() => NodeType, { description: 'The object.' })
  subject!: NodeType;
}

/** The field that this module adds to issues and matters. */
export interface WithViewerFollows {
  viewerFollows: boolean;
}

const viewerFollows = [
  Field(() => Boolean, {
    description: 'Whether the viewer follows it itself (theo dõi); following its topic, area or body is not counted.',
  }),
];
extendType(IssueType, { viewerFollows });
extendType(MatterType, { viewerFollows });
