import 'reflect-metadata';
import { GraphQLEnumType, GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchemaSync, type PubSub } from 'type-graphql';
import { eventMembers } from './modules/events/event.types.ts';
import { resolvers } from './modules/index.ts';
import { AppType, StaffType } from './modules/staff/staff.types.ts';
import { errorTable } from './platform/errors.ts';

/** No field names it: clients find it here, errors carry its values. */
const errorCodes = new GraphQLEnumType({
  name: 'ErrorCode',
  description: 'Every value of `extensions.code` of an error: the list is closed.',
  values: Object.fromEntries(Object.entries(errorTable).map(([code, { meaning }]) => [code, { description: meaning }])),
});

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
  const schema = buildSchemaSync({
    resolvers: [...resolvers],
    orphanedTypes: [StaffType, AppType, ...eventMembers],
    validate: false,
    pubSub: noPubSub,
  });
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, errorCodes] });
}

export const printedSchema = (): string => `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
