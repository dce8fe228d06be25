import { Field, Float, ID, Int } from 'type-graphql';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { connectionOf, graphqlEnum, NodeType, PlannedType } from '../../platform/graphql/types.ts';
import { IssueType } from '../issues/issue.types.ts';
import { OrganizationType } from '../organizations/organization.types.ts';

export const MatchState = graphqlEnum('MatchState', 'Where a match stands (trạng thái nghi trùng).', {
  PROPOSED: 'Nghi trùng: found by the platform; at least one verdict is missing, or the verdicts say related.',
  CONFIRMED: 'Đã xác nhận: both sides judged that it is the same matter.',
  REJECTED: 'Không liên quan: a side judged so; it does not come back.',
});

export const Verdict = graphqlEnum('Verdict', 'What a side judges of a match (kết luận).', {
  SAME: 'Cùng một vụ việc.',
  RELATED: 'Có liên quan.',
  UNRELATED: 'Không liên quan.',
});

export const Disclosure = graphqlEnum(
  'Disclosure',
  'How far one side of a match sees the other issue (mức tiết lộ). Each step holds the ones before it.',
  {
    EXISTS: 'Somebody has something alike.',
    BODY: '… and this is the body.',
    SUMMARY: '… and this is the redacted card of its issue.',
    FULL: '… and this is the issue.',
  },
);

@PlannedType(
  'MatchEvidence',
  'A reason for or against a match (căn cứ), in Vietnamese. Below SUMMARY it names no topic, place or day, below FULL it quotes no word of the other text.',
)
export class MatchEvidenceType {
  @Field(() => String, {
    description:
      'What kind of reason: TEXT, WORD_PAIR, CONCEPT, SPELLING, NAMED_THING, NUMBER, PLACE, TIME, TOPIC, CONTRADICTION; others may come.',
  })
  signal!: string;

  @Field(() => Float, { description: 'Its share of the score, -1 to 1; below 0 it speaks against.' })
  weight!: number;

  @Field(() => String, { description: 'The reason as a sentence, as far as disclosure allows.' })
  detail!: string;
}

@PlannedType('MatchVerdict', 'A verdict of a side, kept for good (kết luận). The other side’s is visible from BODY on.')
export class MatchVerdictType {
  @Field(() => OrganizationType, { description: 'The body that judged.' })
  organization!: OrganizationType;

  @Field(() => Verdict, { description: 'What it judged.' })
  verdict!: keyof typeof Verdict;

  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: string;

  @Field(() => Boolean, { description: 'False once it was replaced, or asked again because a text had changed.' })
  standing!: boolean;
}

@PlannedType(
  'Match',
  'The platform’s finding that two issues may concern the same thing (nghi trùng). Visible to the owners of the two issues, each through its own side with its own id; nobody else learns of it.',
  [NodeType],
)
export class MatchType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable; of this side.' })
  id!: string;

  @Field(() => Float, {
    description: 'How sure the platform is, 0 to 1: of matches scored 0.8 four in five are the same matter.',
  })
  score!: number;

  @Field(() => Boolean, {
    description: 'Whether the score is so high that nearly all such matches are the same matter.',
  })
  veryLikely!: boolean;

  @Field(() => MatchState, { description: 'Where it stands, the same for both sides.' })
  state!: keyof typeof MatchState;

  @Field(() => Disclosure, {
    description: 'How far the viewer sees the other issue; FULL for an issue that it may read anyway.',
  })
  disclosure!: keyof typeof Disclosure;

  @Field(() => Disclosure, { description: 'How far the other side sees the viewer’s issue through this match.' })
  opened!: keyof typeof Disclosure;

  @Field(() => IssueType, { description: 'The viewer’s own issue.' })
  ownIssue!: IssueType;

  @Field(() => OrganizationType, { nullable: true, description: 'The body that has the other issue; null below BODY.' })
  organization!: OrganizationType | null;

  @Field(() => IssueType, { nullable: true, description: 'The other issue; null below SUMMARY.' })
  issue!: IssueType | null;

  @Field(() => [MatchEvidenceType], {
    description: 'Why the platform thinks so, the weightiest first, as far as disclosure allows.',
  })
  evidence!: MatchEvidenceType[];

  @Field(() => [MatchVerdictType], { description: 'All verdicts that disclosure lets the viewer see, oldest first.' })
  verdicts!: MatchVerdictType[];

  @Field(() => Boolean, {
    description: 'Whether more than half of a text is another since the verdicts: they are asked again.',
  })
  changedSince!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the viewer’s side asked for more; null once answered.',
  })
  disclosureAskedAt!: string | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the other side asked to see more of the viewer’s issue; `matchDisclose` answers it.',
  })
  disclosureWantedAt!: string | null;

  @Field(() => [String], { description: 'Names of the mutations open to the viewer on this match now.' })
  allowedActions!: string[];

  @Field(() => DateTimeScalar, { description: 'When it was found.' })
  createdAt!: string;
}

export const MatchConnection = connectionOf<MatchType>('Match', () => MatchType, false);

@PlannedType('SimilarIssue', 'An issue that is alike to a draft (nội dung tương tự). Nothing of the draft is kept.')
export class SimilarIssueType {
  @Field(() => Float, { description: 'As of a match, 0 to 1.' })
  score!: number;

  @Field(() => Disclosure, {
    description:
      'How far the viewer sees it: FULL or SUMMARY where it may see the issue anyway, else what its owner opens from the start, BODY at most: more is opened to an issue that was collected.',
  })
  disclosure!: keyof typeof Disclosure;

  @Field(() => OrganizationType, { nullable: true, description: 'The body that has it; null below BODY.' })
  organization!: OrganizationType | null;

  @Field(() => IssueType, { nullable: true, description: 'The issue; null below SUMMARY.' })
  issue!: IssueType | null;

  @Field(() => [MatchEvidenceType], { description: 'Why, as far as disclosure allows.' })
  evidence!: MatchEvidenceType[];
}

@PlannedType('MatchRule', 'What a body has decided about matches with one other body.')
export class MatchRuleType {
  @Field(() => OrganizationType, { description: 'The other body.' })
  organization!: OrganizationType;

  @Field(() => Boolean, { description: 'True: no matches between the two bodies.' })
  muted!: boolean;

  @Field(() => Disclosure, {
    nullable: true,
    description: 'What it opens to that body from the start; null: its default.',
  })
  disclosure!: keyof typeof Disclosure | null;
}

@PlannedType('MatchSettings', 'How the viewer’s body takes part in cross-reference.')
export class MatchSettingsType {
  @Field(() => Boolean, { description: 'False: it gets no new matches, and nobody gets any with its issues.' })
  enabled!: boolean;

  @Field(() => Disclosure, { description: 'What new matches open of its issues to other bodies from the start.' })
  disclosure!: keyof typeof Disclosure;

  @Field(() => [MatchRuleType], { description: 'Exceptions for single bodies, by their codes.' })
  rules!: MatchRuleType[];

  @Field(() => Int, { description: 'Grows with every change: send it back as `expectedVersion`.' })
  version!: number;
}
