import { Field, Int } from 'type-graphql';
import { PlannedType } from './types.ts';

/** What a search looks for, the same in every filter. */
export const searchRule =
  'Words to look for (tìm kiếm), 1 to 200 characters, all of them, in any order; BAD_INPUT otherwise, nothing found where there are only signs. Case, accents, placement of tones, abbreviations (ubnd, hđnd …) and synonyms do not matter; the last word may be the beginning of one. The list is then ordered by rank: accents as typed before others, titles before texts, what was typed before what means the same, the newest first among equals; beyond the newest 200 hits of either kind by time alone.';

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
