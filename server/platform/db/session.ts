import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import { endsConnection, runBatch, sessionStep, stepOf, type SessionContext, type Step } from './batch.ts';

/**
 * One transaction for somebody, in as few round trips as it can be: what is sent waits until something is asked for, or
 * for the end. A transaction that asks for nothing is a single batch. Begun when it is first needed; ends once, by
 * `commit` or by `rollback`.
 */
export class Session {
  private readonly pool: Pool;
  private readonly context: SessionContext;
  private readonly waiting: Step[] = [];
  private client: PoolClient | null = null;
  private broken: Error | undefined;
  private isOpen = false;

  private readonly expectations: (() => Error)[] = [];
  /** The error of the expectation that has failed; the entity manager wraps what it was told. */
  refusal: Error | undefined;
  /** Something has been sent to the database. */
  hasBegun = false;

  constructor(pool: Pool, context: SessionContext) {
    this.pool = pool;
    this.context = context;
  }

  /** Runs in this order, with what comes next; its failure is that of whatever waits for the batch. */
  send(text: string, values: readonly unknown[] = [], onRow?: Step['onRow']): void {
    this.waiting.push(stepOf(text, values, onRow));
  }

  /** The query yields true, or the transaction fails with the error: a condition that costs no round trip. */
  expect(query: string, values: readonly unknown[], otherwise: () => Error): void {
    const index = this.expectations.push(otherwise) - 1;
    this.send(`select expect((${query}), $${values.length + 1}::int)`, [...values, index]);
  }

  /** The first column of the first row, as text; null where there is none. */
  async ask(text: string, values: readonly unknown[] = []): Promise<string | null> {
    let first: string | null | undefined;
    this.send(text, values, (row) => {
      first ??= row;
    });
    await this.flush();
    return first ?? null;
  }

  /** An entity manager in this transaction; its statements go one by one, after what has been sent. */
  entityManager(orm: MikroORM): EntityManager {
    const em = orm.em.fork();
    em.setTransactionContext({
      executeQuery: async ({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => {
        if (this.waiting.length > 0 || !this.isOpen) await this.flush();
        const { rows, rowCount } = await this.guarded((client) => client.query(sql, [...parameters]));
        return { rows: rows as unknown[], numAffectedRows: BigInt(rowCount ?? 0) };
      },
    });
    return em;
  }

  async commit(): Promise<void> {
    const steps = this.waiting.splice(0);
    const batch = this.isOpen ? [...steps, stepOf('commit')] : [this.first(), ...steps];
    await this.guarded((client) => runBatch(client, batch));
    this.release();
  }

  /** Nothing of it stays; a connection that cannot say so is given up, and its transaction with it. */
  async rollback(): Promise<void> {
    this.waiting.length = 0;
    if (this.isOpen && this.client && !this.broken) {
      await this.client.query('rollback').catch((error: Error) => {
        this.broken = error;
      });
    }
    this.release();
  }

  private async flush(): Promise<void> {
    const steps = this.waiting.splice(0);
    const batch = this.isOpen ? steps : [stepOf('begin'), this.first(), ...steps];
    this.isOpen = true;
    await this.guarded((client) => runBatch(client, batch));
  }

  private first(): Step {
    return sessionStep(this.context, 'force_generic_plan');
  }

  private async guarded<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    this.client ??= await this.pool.connect();
    this.hasBegun = true;
    try {
      return await work(this.client);
    } catch (error) {
      if (endsConnection(error)) this.broken = error as Error;
      this.refusal = this.unmet(error);
      throw error;
    }
  }

  private unmet(error: unknown): Error | undefined {
    const { code, message } = error as { code?: string; message: string };
    return code === 'LT002' ? this.expectations[Number(message)]!() : undefined;
  }

  private release(): void {
    this.client?.release(this.broken);
    this.client = null;
  }
}
