import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readField } from '../../platform/read/read-field.ts';
import { OrganizationArgs, OrganizationConnection, OrganizationsArgs, OrganizationType } from './organization.types.ts';

@Resolver()
export class OrganizationResolver {
  @Query(() => OrganizationType, {
    nullable: true,
    description: 'A member body by its code; null where there is none.',
  })
  organization(
    @Args(() => OrganizationArgs) _args: OrganizationArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<OrganizationType | null> {
    return readField(context, info);
  }

  @Query(() => OrganizationConnection, { description: 'Member bodies, by code.' })
  organizations(
    @Args(() => OrganizationsArgs) _args: OrganizationsArgs,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<unknown> {
    return readField(context, info);
  }
}
