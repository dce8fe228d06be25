import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type Transaction } from 'kysely';

/** One statement with `$1` places, in a transaction. */
export type Query = <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>;

/** Statements in the transaction of `em`, written as background work writes them; moments come as text. */
export function queryOf(em: EntityManager): Query {
  const transaction = em.getTransactionContext<Transaction<unknown>>();
  if (!transaction) throw new Error('Statements are run in a transaction');
  return async (text, values = []) => {
    const { rows } = await transaction.executeQuery(CompiledQuery.raw(text, [...values]));
    return rows as never;
  };
}
