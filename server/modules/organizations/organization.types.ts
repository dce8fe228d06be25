import { ArgsType, Field, ID } from 'type-graphql';
import { DateScalar } from '../../platform/graphql/scalars.ts';
import { connectionOf, graphqlEnum, NodeType, PageArgs, PlannedType } from '../../platform/graphql/types.ts';
import { AreaType } from '../areas/area.types.ts';

export const OrganizationKind = graphqlEnum('OrganizationKind', 'What a member body is.', {
  PARTY_COMMITTEE: 'Cấp ủy.',
  PROPAGANDA_AND_MASS_MOBILISATION_BOARD: 'Ban Tuyên giáo và Dân vận.',
  FATHERLAND_FRONT: 'Ủy ban Mặt trận Tổ quốc.',
  TRADE_UNION: 'Công đoàn, Liên đoàn Lao động.',
  FARMERS_UNION: 'Hội Nông dân.',
  WOMENS_UNION: 'Hội Liên hiệp Phụ nữ.',
  YOUTH_UNION: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh.',
  VETERANS_ASSOCIATION: 'Hội Cựu chiến binh.',
  PEOPLES_COUNCIL: 'Hội đồng nhân dân.',
  PEOPLES_COMMITTEE: 'Ủy ban nhân dân.',
  DEPARTMENT: 'Sở, ban, ngành.',
  SERVICE_PROVIDER: 'Đơn vị cung cấp dịch vụ: điện, nước, vệ sinh môi trường.',
  ASSOCIATION: 'Hội quần chúng.',
});

@PlannedType('Organization', 'A member body (cơ quan, tổ chức). Visible to every member body.', [NodeType])
export class OrganizationType implements NodeType {
  @Field(() => ID, { description: 'Opaque, global, stable.' })
  id!: string;

  @Field(() => String, { description: 'Stable code for people: line and area, e.g. `MTTQ-18073`.' })
  code!: string;

  @Field(() => String, { description: 'Official Vietnamese name.' })
  name!: string;

  @Field(() => OrganizationKind, { description: 'What kind of body it is.' })
  kind!: keyof typeof OrganizationKind;

  @Field(() => AreaType, { description: 'The area it serves.' })
  area!: AreaType;

  @Field(() => OrganizationType, { nullable: true, description: 'The body above it (trực thuộc).' })
  parent!: OrganizationType | null;

  @Field(() => Boolean, { description: 'Whether it exists today.' })
  active!: boolean;

  @Field(() => DateScalar, { description: 'First day of its existence in this form.' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer exists; null while it does.',
  })
  validTo!: string | null;

  @Field(() => [OrganizationType], { description: 'The bodies it succeeded.' })
  predecessors!: OrganizationType[];

  @Field(() => [OrganizationType], { description: 'The bodies that succeeded it.' })
  successors!: OrganizationType[];
}

export const OrganizationConnection = connectionOf<OrganizationType>('Organization', () => OrganizationType, false);

@ArgsType()
export class OrganizationsArgs extends PageArgs {
  @Field(() => [OrganizationKind], { nullable: true, description: 'Any of these kinds.' })
  kinds!: (keyof typeof OrganizationKind)[] | null | undefined;

  @Field(() => ID, { nullable: true, description: 'Only bodies that serve this area.' })
  areaId!: string | null | undefined;

  @Field(() => Boolean, { defaultValue: true, nullable: true, description: 'Leave out bodies that no longer exist.' })
  activeOnly!: boolean;
}

@ArgsType()
export class OrganizationArgs {
  @Field(() => String, { description: 'Its code, e.g. `MTTQ-18073`.' })
  code!: string;
}
