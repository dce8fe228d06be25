import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { eventMembers } from './modules/events/event.types.ts';
import { resolvers } from './modules/index.ts';
import { AppType, StaffType } from './modules/staff/staff.types.ts';
import { errorTable } from './platform/errors.ts';
import { graphqlEnum } from './platform/graphql/types.ts';

const errorCodes = graphqlEnum(
  'ErrorCode',
  'Every value of `extensions.code` of an error: the list is closed.',
  Object.fromEntries(Object.entries(errorTable).map(([code, { meaning }]) => [code, meaning])) as Record<keyof typeof errorTable, string>,
);

/** Live streams read the log; a publish beside it would lose events. */
const noPubSub: PubSub = {
  publish() {
    throw new Error('Events are recorded in the log, never published');
  },
  subscribe() {
    throw new Error('Streams read the log');
  },
};

export function createSchema(): GraphQLSchema {
  void errorCodes;
  return buildSchemaSync({
    resolvers: [...resolvers],
    orphanedTypes: [StaffType, AppType, ...eventMembers],
    validate: false,
    pubSub: noPubSub,
  });
}

export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
