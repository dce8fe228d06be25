import { ArgsType, Field, ID } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { connectionOf, graphqlEnum, NodeType, PageArgs, PlannedType } from '../../platform/graphql/types.ts';

export const AreaKind = graphqlEnum('AreaKind', 'What an area is (đơn vị hành chính).', {
  PROVINCE: 'Tỉnh.',
  DISTRICT: 'Huyện, thị xã, thành phố thuộc tỉnh: history only, abolished on 2025-07-01.',
  WARD: 'Phường.',
  COMMUNE: 'Xã.',
  TOWNSHIP: 'Thị trấn: history only.',
});

@PlannedType(
  'Area',
  'An administrative unit (đơn vị hành chính) during one span of time. Codes and names are re-used: only the id is a key. Visible to every member body.',
  [NodeType],
)
export class AreaType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, { description: 'National code of the time, e.g. `18073`; re-used over time, so never a key.' })
  code!: string;

  @Field(() => String, { description: 'Official Vietnamese name with its designation, e.g. `Phường Thành Sen`.' })
  name!: string;

  @Field(() => AreaKind, { description: 'Its designation.' })
  kind!: keyof typeof AreaKind;

  @Field(() => AreaType, { nullable: true, description: 'The unit above it; null for the province.' })
  parent!: AreaType | null;

  @Field(() => DateScalar, { description: 'First day on which it exists, or is known to.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer exists; null while it does.',
  })
  validTo!: string | null;

  @Field(() => [AreaLineageType], { description: 'The units it was made of.' })
  predecessors!: AreaLineageType[];

  @Field(() => [AreaLineageType], { description: 'The units it became; several where it was split.' })
  successors!: AreaLineageType[];
}

@PlannedType('AreaLineage', 'One step of an area’s descent, seen from the area asked.')
export class AreaLineageType {
  @Field(() => AreaType, { description: 'The other area.' })
  area!: AreaType;

  @Field(() => Boolean, {
    description:
      'Whether only a part of the older unit went to the newer one: open work is then re-assigned by a person.',
  })
  partial!: boolean;

  @Field(() => DateScalar, { description: 'Day of the change.' })
  effectiveOn!: string;

  @Field(() => String, { nullable: true, description: 'Number of the resolution.' })
  legalBasis!: string | null;
}

export const AreaConnection = connectionOf<AreaType>('Area', () => AreaType, false);

@ArgsType()
export class AreasArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Old or new name or code, with or without accents, up to 100 characters.',
  })
  query!: string | null | undefined;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Only areas that existed on this day; absent: today’s and former ones.',
  })
  on!: string | null | undefined;
}
