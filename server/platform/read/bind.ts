import { AppError, badInput } from '../errors.ts';
import { decodeNodeId } from '../graphql/node-id.ts';
import { refuseUnstorable } from '../text/storable.ts';
import { pageClauses } from './page.ts';
import type { Clause, FieldPlan, NodeField, ReadEnvironment } from './plan.ts';
import { listedBy, withTerms } from './search.ts';
import { argumentsOf, type Skeleton } from './selection.ts';

/** Per field with arguments, in the skeleton's order. */
export type SlotClauses = readonly (readonly Clause[])[];

const maxNodes = 100;

/** Checks the arguments of every selected field; an error's `field` is the path to the argument. */
export function bindArguments(
  skeleton: Skeleton,
  variables: Record<string, unknown>,
  environment: ReadEnvironment,
): SlotClauses {
  return skeleton.withArguments.map((slot) => {
    try {
      const args = argumentsOf(slot, variables);
      refuseUnstorable(args, '');
      return clausesOf(slot.field, args, environment);
    } catch (error) {
      if (!(error instanceof AppError) || error.details.field === undefined) throw error;
      throw new AppError(error.code, { ...error.details, field: `${slot.path}.${error.details.field}` });
    }
  });
}

function clausesOf(field: FieldPlan, args: Record<string, unknown>, environment: ReadEnvironment): Clause[] {
  switch (field.kind) {
    case 'connection': {
      const clauses = withTerms(field.clauses?.(args) ?? []);
      return [...pageClauses(listedBy(field, clauses), args, environment), ...clauses];
    }
    case 'one':
    case 'many':
      return field.clauses?.(args) ?? [];
    case 'node':
      return [nodeClause(field, args)];
    default:
      throw new Error('A field with arguments needs clauses');
  }
}

/** The statement holds one branch per type asked for; an id that decodes to nothing finds nothing. */
function nodeClause(field: NodeField, args: Record<string, unknown>): Clause {
  const ids = field.list ? (args['ids'] as string[]) : [args['id'] as string];
  if (ids.length > maxNodes) throw badInput('ids', 'list.tooLong', { max: maxNodes });
  const decoded = ids.map((id) => decodeNodeId(id));
  const types = decoded.map((node) => node?.prefix ?? null);
  const wanted = [...new Set(types)].filter((type) => type !== null).toSorted();
  return {
    key: `node:${wanted.join(',')}`,
    values: [types, decoded.map((node) => node?.uuid ?? null)],
    where: () => {
      throw new Error('A node clause is compiled by its own field');
    },
  };
}

export const signatureOf = (clauses: SlotClauses): string =>
  clauses.map((slot) => slot.map((clause) => clause.key).join('+')).join('|');

export const valuesOf = (clauses: SlotClauses): unknown[][] =>
  clauses.map((slot) => slot.flatMap((clause) => clause.values));
