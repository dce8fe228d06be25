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

export interface BoundStatement {
  text: string;
  values: unknown[];
  /** Planned for its values each time; any other is planned once, which for a deep selection takes longer than running it. */
  isSearch?: boolean;
}

export interface SessionContext {
  role: string;
  organizationId: string;
  actorId: string;
}

const sessionText = `select set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('role', $3, true),
  set_config('plan_cache_mode', $4, true)`;
const maxStatementsPerConnection = 200;
const maxNamedCharacters = 8 * 1024 * 1024;

/** Names of the statements that a connection holds, least recently used first. */
const prepared = new WeakMap<PoolClient, Set<string>>();
/** Names that a connection is to forget: evicted ones, and those of a failed batch, which it may hold or not. */
const doubtful = new WeakMap<PoolClient, Set<string>>();

function namesIn(table: WeakMap<PoolClient, Set<string>>, client: PoolClient): Set<string> {
  let names = table.get(client);
  if (!names) table.set(client, (names = new Set()));
  return names;
}

const names = new Map<string, string>();
let namedCharacters = 0;

/** A hash of the text, so that equal statements share one plan whatever document they came from. */
function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `lt_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    namedCharacters += text.length;
    names.set(text, name);
    for (const oldest of names.keys()) {
      if (namedCharacters <= maxNamedCharacters || oldest === text) break;
      names.delete(oldest);
      namedCharacters -= oldest.length;
    }
  }
  return name;
}

/** What is kept between reads: for tests of its bounds. */
export const heldByReads = (client: PoolClient): { statements: number; texts: number; characters: number } => ({
  statements: namesIn(prepared, client).size,
  texts: names.size,
  characters: namedCharacters,
});

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

  constructor(
    client: PoolClient,
    steps: ReadBatch['steps'],
    settle: { resolve: ReadBatch['resolve']; reject: ReadBatch['reject'] },
  ) {
    this.client = client;
    this.steps = steps;
    this.resolve = settle.resolve;
    this.reject = settle.reject;
  }

  submit(connection: Wire): void {
    const held = namesIn(prepared, this.client);
    const missing = this.steps.filter(({ name }) => !held.has(name));
    this.makeRoom(held);
    connection.stream.cork?.();
    // First of all: what stands behind a step that fails is never executed. Closing an unknown name is harmless.
    const closing = namesIn(doubtful, this.client);
    for (const name of closing) connection.close({ type: 'S', name });
    closing.clear();
    for (const { name, text, values } of this.steps) {
      // The second is parsed in the role that the first has set.
      if (missing.some((step) => step.name === name)) connection.parse({ name, text, types: [] });
      connection.bind({ portal: '', statement: name, values, valueMapper });
      connection.execute({ portal: '', rows: 0 });
    }
    connection.sync();
    connection.stream.uncork?.();
  }

  /** Puts this batch's statements last in the order of use and lets the longest unused go. */
  private makeRoom(held: Set<string>): void {
    for (const { name } of this.steps) {
      held.delete(name);
      held.add(name);
    }
    for (const oldest of held) {
      if (held.size <= maxStatementsPerConnection) break;
      this.forget(oldest);
    }
  }

  private forget(name: string): void {
    namesIn(prepared, this.client).delete(name);
    namesIn(doubtful, this.client).add(name);
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    if (this.done === this.steps.length - 1) this.text = message.fields[0] ?? null;
  }

  handleCommandComplete(): void {
    this.done += 1;
  }

  handleError(error: Error): void {
    for (const step of this.steps) this.forget(step.name);
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

function valueMapper(value: unknown): unknown {
  if (Array.isArray(value)) return arrayLiteral(value);
  if (value instanceof Date) return value.toISOString();
  return value === null || value === undefined ? null : String(value);
}

/** PostgreSQL's text form of an array of strings and nulls. */
function arrayLiteral(values: readonly unknown[]): string {
  const items = values.map((v) =>
    v === null ? 'null' : `"${String(v).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  );
  return `{${items.join(',')}}`;
}

/** Runs one read and yields the single text it selects; null where there is no row. */
export async function runReadBatch(
  pool: Pool,
  session: SessionContext,
  statement: BoundStatement,
): Promise<string | null> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await new Promise<string | null>((resolve, reject) => {
      const plan = statement.isSearch ? 'force_custom_plan' : 'force_generic_plan';
      const values = [session.organizationId, session.actorId, session.role, plan];
      const steps = [
        { name: 'lt_session', text: sessionText, values },
        { name: statementName(statement.text), text: statement.text, values: statement.values },
      ];
      client.query(new ReadBatch(client, steps, { resolve, reject }) as never);
    });
  } catch (error) {
    // Anything else than a failed statement ends the connection, though the pool learns of it only later.
    if ((error as { severity?: string }).severity !== 'ERROR') broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
