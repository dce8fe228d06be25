import { Field, Int } from 'type-graphql';
import { PlannedType } from './types.ts';

@PlannedType('TextRange', 'A part of a text, in UTF-16 code units from 0, as JavaScript counts.')
export class TextRangeType {
  @Field(() => Int, { description: 'Its first unit.' })
  start!: number;

  @Field(() => Int, { description: 'The unit behind its last one.' })
  end!: number;
}

@PlannedType(
  'SearchHit',
  'Where the words of a search were met (đoạn khớp). Visible to those who may read the whole text.',
)
export class SearchHitType {
  @Field(() => String, {
    description: 'Name of the field that meets most of the words: `title`, `place`, `description` or `summary`.',
  })
  field!: string;

  @Field(() => String, {
    description:
      'The part of it in which they stand, up to about 200 characters: plain text, never markup, each line break a space, `…` where it was cut.',
  })
  snippet!: string;

  @Field(() => [TextRangeType], {
    description:
      'Where in `snippet` words, short forms and synonyms of the search stand, from left to right; empty where none is in it.',
  })
  ranges!: TextRangeType[];
}
