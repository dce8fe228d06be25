import { GraphQLScalarType } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';

/** From the library; only names and descriptions are the contract's. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'A moment: RFC 3339 with milliseconds, always UTC on the wire, e.g. `2026-11-24T02:15:00.000Z`.',
});

export const DateScalar = new GraphQLScalarType({
  ...GraphQLLocalDate.toConfig(),
  name: 'Date',
  description: 'A calendar date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`.',
});

export const UuidScalar = new GraphQLScalarType({
  ...GraphQLUUID.toConfig(),
  name: 'UUID',
  description: 'A UUID in its canonical form of 36 characters, chosen by the caller.',
});
