import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

/** The parts of node-postgres' connection that speak the extended protocol. */
interface Wire {
  parse(message: { name: string; text: string; types: number[] }): void;
  bind(message: { portal: string; statement: string; values: unknown[]; valueMapper: (v: unknown) => unknown }): void;
  execute(message: { portal: string; rows: number }): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
  stream: { cork?: () => void; uncork?: () => void };
}

export interface SessionContext {
  role: string;
  organizationId: string;
  actorId: string;
}

const sessionText = `select set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('role', $3, true)`;
const maxStatementsPerConnection = 200;

/** Names of the statements that a connection holds, least recently used first. */
const prepared = new WeakMap<PoolClient, Map<string, true>>();
const nameOf = (text: string): string => `lt_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
const names = new Map<string, string>();

/** A hash of the text, so that equal statements share one plan whatever document they came from. */
function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    if (names.size > 5000) names.clear();
    name = nameOf(text);
    names.set(text, name);
  }
  return name;
}

/**
 * Session context and statement in one protocol batch with a single Sync: one round trip, one implicit transaction,
 * after which PostgreSQL forgets the context. Sequential messages would cost a read of one issue half its speed.
 */
class ReadBatch {
  private readonly client: PoolClient;
  private readonly steps: { name: string; text: string; values: unknown[] }[];
  private done = 0;
  private text: string | null = null;
  private readonly resolve: (text: string | null) => void;
  private readonly reject: (error: Error) => void;
  private failed = false;

  constructor(client: PoolClient, steps: ReadBatch['steps'], settle: { resolve: ReadBatch['resolve']; reject: ReadBatch['reject'] }) {
    this.client = client;
    this.steps = steps;
    this.resolve = settle.resolve;
    this.reject = settle.reject;
  }

  submit(connection: Wire): void {
    connection.stream.cork?.();
    for (const step of this.steps) {
      this.prepare(connection, step);
      connection.bind({ portal: '', statement: step.name, values: step.values, valueMapper });
      connection.execute({ portal: '', rows: 0 });
    }
    connection.sync();
    connection.stream.uncork?.();
  }

  private prepare(connection: Wire, step: { name: string; text: string }): void {
    const held = prepared.get(this.client) ?? new Map<string, true>();
    prepared.set(this.client, held);
    if (held.delete(step.name)) {
      held.set(step.name, true);
      return;
    }
    // Close is harmless where the name is unknown, and mends a name left by a batch that failed half-way.
    connection.close({ type: 'S', name: step.name });
    connection.parse({ name: step.name, text: step.text, types: [] });
    held.set(step.name, true);
    if (held.size > maxStatementsPerConnection) {
      const oldest = held.keys().next().value!;
      held.delete(oldest);
      connection.close({ type: 'S', name: oldest });
    }
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    if (this.done === this.steps.length - 1) this.text = message.fields[0] ?? null;
  }

  handleCommandComplete(): void {
    this.done += 1;
  }

  handleError(error: Error): void {
    const held = prepared.get(this.client);
    for (const step of this.steps) held?.delete(step.name);
    this.failed = true;
    this.reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.failed) this.resolve(this.text);
  }

  handleRowDescription(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

const valueMapper = (value: unknown): unknown =>
  Array.isArray(value) ? arrayLiteral(value) : value === null || value === undefined ? null : String(value);

/** PostgreSQL's text form of an array of strings and nulls. */
function arrayLiteral(values: readonly unknown[]): string {
  const items = values.map((v) => (v === null ? 'null' : `"${String(v).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`));
  return `{${items.join(',')}}`;
}

/** Runs one read and yields the single text it selects; null where there is no row. */
export async function runReadBatch(
  pool: Pool,
  session: SessionContext,
  statement: { text: string; values: unknown[] },
): Promise<string | null> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await new Promise<string | null>((resolve, reject) => {
      const values = [session.organizationId, session.actorId, session.role];
      const steps = [
        { name: 'lt_session', text: sessionText, values },
        { name: statementName(statement.text), text: statement.text, values: statement.values },
      ];
      client.query(new ReadBatch(client, steps, { resolve, reject }) as never);
    });
  } catch (error) {
    if (!(error instanceof Error) || !('severity' in error)) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
