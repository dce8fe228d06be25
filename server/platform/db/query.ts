import type { Tx } from '../transact.ts';

/** The rows of one statement with `$1` places. */
export type Query = <T extends object>(text: string, values?: readonly unknown[]) => Promise<T[]>;

/** A question of a use case whose answer is rows; values come as JSON has them, moments as text. */
export function queryOf(tx: Pick<Tx, 'ask'>): Query {
  return async (text, values = []) => {
    const rows = await tx.ask(
      `with q as (${text}) select coalesce(json_agg(row_to_json(q)), '[]')::text from q`,
      values,
    );
    return JSON.parse(rows!) as never;
  };
}
