import {
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isLeafType,
  isListType,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity';
import type { Variables } from './request-errors.ts';

/** Expected length of a list that has no `first`. */
const shortList = 5;
const maxPage = 100;
/** Selections that one computation looks at, fragments each time they are spread. */
const maxNodes = 10_000;
/** The price of a document with more than that: above every limit. */
const uncounted = 1_000_000;
const maxKeys = 64;

/** Counted in fifths of a point, which stay whole numbers. */
const objectPrice = 5;
const valuePrice = 1;

/**
 * Points of an operation: 1 an object, a fifth a value, times the rows that lists above it may yield: `first` within
 * 1 to 100 (100 where it is null), the number of `ids`, 5 for lists without either. So a point is about a row read.
 * `@Field({ complexity: n })` gives a field a price of n points. `__typename` and `pageInfo` are free.
 */
function estimate({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const result = getNamedType(field.type);
  if (field.name === '__typename' || result.name === 'PageInfo') return 0;
  const own: unknown = field.extensions['complexity'];
  const usual = isLeafType(result) ? valuePrice : objectPrice;
  const price = typeof own === 'number' ? own * objectPrice : usual;
  return price + (type.name.startsWith('__') ? 1 : rowsOf({ type, field, args })) * childComplexity;
}

function rowsOf({ type, field, args }: Pick<ComplexityEstimatorArgs, 'type' | 'field' | 'args'>): number {
  const takes = (name: string): boolean => field.args.some((argument) => argument.name === name);
  if (takes('first')) return pageSize(args['first']);
  if (takes('ids')) return Math.max(1, (args['ids'] as unknown[] | null | undefined)?.length ?? 1);
  // `nodes` and `edges` are the page that their connection was already charged for.
  const isShortList = isListType(getNullableType(field.type)) && !type.name.endsWith('Connection');
  return isShortList ? shortList : 1;
}

const pageSize = (first: unknown): number =>
  typeof first === 'number' ? Math.min(Math.max(Math.trunc(first), 1), maxPage) : maxPage;

/** The points, or why they cannot be told: the operation's variables or arguments are not valid. */
type Cost = { points: number } | { invalid: GraphQLError };

interface Known {
  /** Definitions of the variables that decide the cost. */
  deciding: readonly VariableDefinitionNode[];
  points: Map<string, number>;
}

export type CostOf = (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => Cost;

/** Computes once per operation and values of the variables that decide; afterwards a look-up, about 1 µs. */
export function createCostOf(schema: GraphQLSchema): CostOf {
  const known = new WeakMap<OperationDefinitionNode, Known>();
  return (document, operation, variables) => {
    let entry = known.get(operation);
    if (!entry) {
      entry = { deciding: decidingVariables(document, operation), points: new Map() };
      known.set(operation, entry);
    }
    const key = keyOf(schema, entry.deciding, variables);
    const points = key === null ? undefined : entry.points.get(key);
    if (points !== undefined) return { points };
    const cost = compute(schema, document, operation, variables);
    if ('points' in cost && key !== null) {
      if (entry.points.size >= maxKeys) entry.points.clear();
      entry.points.set(key, cost.points);
    }
    return cost;
  };
}

function compute(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Cost {
  const operationName = operation.name?.value;
  const estimators = [estimate];
  const request = { schema, query: document, variables, estimators, maxQueryNodes: maxNodes };
  try {
    const fifths = getComplexity({ ...request, ...(operationName !== undefined && { operationName }) });
    return { points: Math.max(1, Math.ceil(fifths / objectPrice)) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return error.message.includes('maximum allowed number of nodes') ? { points: uncounted } : { invalid: error };
  }
}

/** null where one of the values is not valid. */
function keyOf(
  schema: GraphQLSchema,
  deciding: readonly VariableDefinitionNode[],
  variables: Variables,
): string | null {
  if (deciding.length === 0) return '';
  const { coerced } = getVariableValues(schema, deciding, variables, { maxErrors: 1 });
  if (!coerced) return null;
  return deciding.map(({ variable }) => decisionOf(coerced[variable.name.value])).join();
}

function decisionOf(value: unknown): string {
  if (Array.isArray(value)) return `${value.length}`;
  return typeof value === 'boolean' ? String(value) : String(pageSize(value));
}

/** Variables that are the value of `first` or `ids`, or decide an @include or @skip. */
function decidingVariables(document: DocumentNode, operation: OperationDefinitionNode): VariableDefinitionNode[] {
  const names = new Set<string>();
  let directives = 0;
  visit(document, {
    Directive: {
      enter: () => {
        directives += 1;
      },
      leave: () => {
        directives -= 1;
      },
    },
    Argument: ({ name, value }) => {
      const decides = directives > 0 || name.value === 'first' || name.value === 'ids';
      if (decides && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return (operation.variableDefinitions ?? []).filter(({ variable }) => names.has(variable.name.value));
}

/**
 * Throws where costs come out wrong. With a second copy of graphql in the process every document would cost 0 and the
 * limit would silently be none; a server must not start like that.
 */
export function assertCostWorks(schema: GraphQLSchema): void {
  const document = parse('{ __schema { queryType { name } } }');
  const cost = createCostOf(schema)(document, document.definitions[0] as OperationDefinitionNode, {});
  if (!('points' in cost) || cost.points !== 3) {
    throw new Error('Query costs are not computed correctly: is there more than one copy of graphql?');
  }
}
