import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar, UuidScalar } from '../../platform/graphql/scalars.ts';
import {
  ChangeInput,
  graphqlEnum,
  MutationInput,
  MutationPayload,
  PageArgs,
  Paged,
  PlannedType,
  type Connection,
} from '../../platform/graphql/types.ts';
import { IssueContent, textRule } from './issue.inputs.ts';
import { IssueConnection, IssueKind, IssueType } from './issue.types.ts';

@InputType('IssueRowInput', { description: 'One issue of a batch: as in `issueCollect`, with a clientId of its own.' })
export class IssueRowInput extends IssueContent {
  @Field(() => UuidScalar, {
    description: 'Chosen by the caller: the same one twice, here or earlier, is the same issue and answers REPEATED.',
  })
  clientId!: string;
}

@InputType('IssuesCollectInput', { description: 'Many issues at once. Each row stands or falls for itself.' })
export class IssuesCollectInput extends MutationInput {
  @Field(() => [IssueRowInput], { description: '1 to 500 rows; the request as a whole at most 1 MiB.' })
  rows!: IssueRowInput[];
}

export const RowOutcome = graphqlEnum('RowOutcome', 'What became of one row of a batch.', {
  COLLECTED: 'Đã tiếp nhận.',
  REPEATED: 'Đã có từ trước: its clientId had brought the issue before, nothing was added.',
  REFUSED: 'Không tiếp nhận, with the error.',
});

@PlannedType('RowError', 'Why one row was refused: what `issueCollect` would have answered.')
export class RowErrorType {
  @Field(() => String, { description: 'A value of `ErrorCode`.' })
  code!: string;

  @Field(() => String, { description: 'For a person, in the language of the request.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'Path of the argument, e.g. `input.rows.3.title`.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'With PERSONAL_DATA: the text with what was found masked.' })
  proposal!: string | null;
}

@PlannedType('IssueRowResult', 'What became of one row.')
export class IssueRowResultType {
  @Field(() => Int, { description: 'Place of the row in the input, from 0.' })
  ordinal!: number;

  @Field(() => UuidScalar, { description: 'Of the row.' })
  clientId!: string;

  @Field(() => RowOutcome, { description: 'Collected, repeated or refused.' })
  outcome!: keyof typeof RowOutcome;

  @Field(() => IssueType, { nullable: true, description: 'The issue, unless the row was refused.' })
  issue!: IssueType | null;

  @Field(() => RowErrorType, { nullable: true, description: 'Why it was refused; null otherwise.' })
  error!: RowErrorType | null;
}

@PlannedType('IssuesCollectPayload', 'What became of the rows.')
export class IssuesCollectPayload extends MutationPayload {
  @Field(() => [IssueRowResultType], { description: 'One for each row, in the order of the input.' })
  results!: IssueRowResultType[];
}

@InputType('IssuePartInput', {
  description: 'One content of an issue that has several. What is absent is as in the whole.',
})
export class IssuePartInput {
  @Field(() => IssueKind, { nullable: true, description: 'Reflection, recommendation or proposal.' })
  kind!: keyof typeof IssueKind | null | undefined;

  @Field(() => String, { description: `One line, 1 to 200 characters. ${textRule}` })
  title!: string;

  @Field(() => String, { description: `The content, 1 to 10,000 characters. ${textRule}` })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Code of the topic.' })
  topicCode!: string | null | undefined;

  @Field(() => ID, { nullable: true, description: 'The unit it concerns.' })
  areaId!: string | null | undefined;

  @Field(() => String, { nullable: true, description: 'The place as said, up to 200 characters.' })
  place!: string | null | undefined;
}

@InputType('IssueSplitInput', {
  description:
    'Splits an issue with several contents. Open to its owner before it is referred or followed up. Parts are open to the same bodies, have the same voices and are screened on their own; the whole becomes SUPERSEDED.',
})
export class IssueSplitInput extends ChangeInput {
  @Field(() => ID, { description: 'The issue: received, in need of information or screened.' })
  id!: string;

  @Field(() => [IssuePartInput], { description: 'Its contents, 2 to 20.' })
  parts!: IssuePartInput[];
}

@InputType('IssueRejoinInput', {
  description:
    'Undoes a split while no part is referred or in a matter: the parts become SUPERSEDED, the whole RECEIVED, to be screened anew.',
})
export class IssueRejoinInput extends ChangeInput {
  @Field(() => ID, { description: 'The whole.' })
  id!: string;

  @Field(() => String, { description: 'Why, 1 to 2,000 characters; names no person.' })
  reason!: string;
}

@PlannedType('IssueSplitPayload', 'The issue that was split.')
export class IssueSplitPayload extends MutationPayload {
  @Field(() => IssueType, { description: 'The whole, with its parts.' })
  issue!: IssueType;
}

@PlannedType('IssueRejoinPayload', 'The issue that stands again.')
export class IssueRejoinPayload extends MutationPayload {
  @Field(() => IssueType, { description: 'The whole as it is now.' })
  issue!: IssueType;
}

@ArgsType()
export class WaitingArgs extends PageArgs {
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what stands there since before this moment.' })
  since!: Date | null | undefined;
}

@PlannedType('Screening', 'What waits for the viewer’s body to screen it (hàng đợi sàng lọc).')
export class ScreeningType {
  @Field(() => Int, { description: 'How many issues are RECEIVED and not screened yet.' })
  received!: number;

  @Field(() => Int, { description: 'How many issues wait for information.' })
  needsInfo!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when the longest one waits; null where none does.',
  })
  oldestSince!: string | null;

  @Field(() => IssueConnection, { description: 'The issues that wait, the one recorded first at the head.' })
  @Paged(() => WaitingArgs)
  issues!: Connection<IssueType>;
}
