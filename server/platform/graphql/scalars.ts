import { GraphQLScalarType, Kind, type GraphQLScalarTypeConfig, type ValueNode } from 'graphql';
import { GraphQLDateTimeISO, GraphQLLocalDate, GraphQLUUID } from 'graphql-scalars';

/** From the library; only names and descriptions are the contract's. */
const instant = GraphQLDateTimeISO.toConfig();

/** As for dates: the library takes the year 0. */
function parseInstant(value: unknown): Date {
  if (typeof value !== 'string' || value.startsWith('0000')) throw new TypeError('Not a moment');
  return instant.parseValue(value);
}

export const DateTimeScalar = new GraphQLScalarType({
  ...instant,
  parseValue: parseInstant,
  parseLiteral: (node: ValueNode) => parseInstant(node.kind === Kind.STRING ? node.value : null),
  name: 'DateTime',
  description: 'A moment: RFC 3339 with milliseconds, always UTC on the wire, e.g. `2026-11-24T02:15:00.000Z`.',
});

const localDate = GraphQLLocalDate.toConfig();
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The library takes the year 0, which the database's calendar does not have. */
function parseDate(value: unknown): string {
  if (typeof value !== 'string' || value.startsWith('0000')) throw new TypeError('Not a date');
  return localDate.parseValue(value);
}

/** The library also takes braces, and keeps capitals: one UUID would have several spellings. */
function parseUuid(value: unknown): string {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (!uuid.test(text)) throw new TypeError('Not a UUID');
  return text;
}

const parsedBy = (
  parseValue: (value: unknown) => string,
): Pick<GraphQLScalarTypeConfig<string, string>, 'parseValue' | 'parseLiteral'> => ({
  parseValue,
  parseLiteral: (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : null),
});

export const DateScalar = new GraphQLScalarType({
  ...localDate,
  ...parsedBy(parseDate),
  name: 'Date',
  description: 'A calendar date in Asia/Ho_Chi_Minh, `YYYY-MM-DD`.',
});

export const UuidScalar = new GraphQLScalarType({
  ...GraphQLUUID.toConfig(),
  ...parsedBy(parseUuid),
  name: 'UUID',
  description: 'A UUID in its canonical form of 36 characters, chosen by the caller.',
});
