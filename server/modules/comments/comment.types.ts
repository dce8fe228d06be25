import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import {
  connectionOf,
  extendType,
  MutationInput,
  MutationPayload,
  NodeType,
  Paged,
  PlannedType,
  type Connection,
} from '../../platform/graphql/types.ts';
import { IssueType } from '../issues/issue.types.ts';
import { MatterType } from '../matters/matter.types.ts';
import { ActorType } from '../staff/staff.types.ts';

@PlannedType(
  'Comment',
  'A remark on an issue or a matter (ý kiến trao đổi). Visible to those who may read the issue or take part in the matter; an internal one to its author’s organization alone.',
  [NodeType],
)
export class CommentType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => ActorType, {
    description: 'Who wrote it; to other organizations the organization that it was written for.',
  })
  author!: ActorType;

  @Field(() => String, { description: 'The remark, 1 to 5,000 characters; names no person.' })
  body!: string;

  @Field(() => Boolean, { description: 'True: it never leaves the author’s organization.' })
  internal!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: string;
}

const CommentConnection = connectionOf<CommentType>('Comment', () => CommentType, false);

/** The field that this module adds to issues and matters. */
export interface WithComments {
  comments: Connection<CommentType>;
}

extendType(IssueType, {
  comments: [
    Field(() => CommentConnection, { description: 'Remarks on it, oldest first. Empty at SUMMARY access.' }),
    Paged(),
  ],
});
extendType(MatterType, {
  comments: [Field(() => CommentConnection, { description: 'Remarks on it, oldest first.' }), Paged()],
});

@InputType('CommentAddInput', {
  description: 'A remark on an issue that the viewer may read, or on a matter in which its body takes part.',
})
export class CommentAddInput extends MutationInput {
  @Field(() => ID, { description: 'The issue or matter; BAD_INPUT for an id of another type.' })
  subjectId!: string;

  @Field(() => String, {
    description:
      'The remark, 1 to 5,000 characters. Names no person, phone, identity number, plate, e-mail or account: PERSONAL_DATA with its positions otherwise.',
  })
  body!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    nullable: true,
    description: 'True: for the viewer’s own organization alone.',
  })
  internal!: boolean | null | undefined;
}

@PlannedType('CommentAddPayload', 'The new comment.')
export class CommentAddPayload extends MutationPayload {
  @Field(() => CommentType, { description: 'As it is now.' })
  comment!: CommentType;
}
