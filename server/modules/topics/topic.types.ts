import { Field, ID } from 'type-graphql';
import { NodeType, PlannedType } from '../../platform/graphql/types.ts';

@PlannedType('Topic', 'A field of public affairs (lĩnh vực). Visible to every member body.', [NodeType])
export class TopicType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, { description: 'Stable code, e.g. `DRAINAGE`.' })
  code!: string;

  @Field(() => String, { description: 'Vietnamese name.' })
  name!: string;

  @Field(() => String, { description: 'English name.' })
  nameEn!: string;
}
