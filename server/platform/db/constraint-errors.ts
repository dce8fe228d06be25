import { AppError } from '../errors.ts';

/** What a failure of the database means: `expected` ones need no place in the error log. */
export interface DatabaseFailure {
  error: AppError;
  expected: boolean;
}

const byConstraint = new Map<string, () => AppError>();

/**
 * The database's constraint is the last validator: a module says here what its violation means to a client.
 * Throws where the name is taken.
 */
export function registerConstraint(name: string, make: () => AppError): void {
  if (byConstraint.has(name)) throw new Error(`The constraint ${name} is registered twice`);
  byConstraint.set(name, make);
}

/**
 * Passing troubles: connection lost (08), no room for more (53), shut down (57P0x), cancelled at a timeout (57014,
 * 25P0x), locked too long (55P03), lost against another transaction (40001, 40P01). A repeat may succeed.
 */
const passing = /^(08\w{3}|53\w{3}|57P0[1-5]|57014|25P0[34]|55P03|40001|40P01)$/;
const lostConnection = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** null where the error does not come from the database; the same for node-postgres' errors and the ORM's around them. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null;
  const { code, severity, constraint } = error as Error & Record<'code' | 'severity' | 'constraint', unknown>;
  if (typeof code !== 'string') return null;
  if (lostConnection.has(code)) return busy(error);
  // A SQLSTATE alone could as well be a system error's code of five letters.
  if (typeof severity !== 'string') return null;
  if (passing.test(code)) return busy(error);
  const known = typeof constraint === 'string' ? byConstraint.get(constraint) : undefined;
  if (known) return { error: known(), expected: true };
  // The same statement would fail again.
  return { error: new AppError('INTERNAL', { retryable: false, cause: error }), expected: false };
}

const busy = (cause: Error): DatabaseFailure => ({
  error: new AppError('INTERNAL', { messageKey: 'service.busy', retryable: true, cause }),
  expected: false,
});
