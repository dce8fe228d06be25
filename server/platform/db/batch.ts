import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';

/** The parts of node-postgres' connection that speak the extended protocol. */
interface Wire {
  parse(message: { name: string; text: string; types: number[] }): void;
  bind(message: {
    portal: string;
    statement: string;
    values: readonly unknown[];
    valueMapper: (v: unknown) => unknown;
  }): void;
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
/** A prepared statement takes PostgreSQL some 180 bytes a character in each connection: at most about 45 MB. */
const maxPreparedCharacters = 256 * 1024;
const maxNamedCharacters = 8 * 1024 * 1024;

/** What a connection has prepared, and what it is to forget. */
class Prepared {
  /** Lengths of the texts by name, least recently used first. */
  private readonly lengths = new Map<string, number>();
  private characters = 0;
  /** Evicted ones, and those of a failed batch, which the connection may hold or not. */
  private readonly doubtful = new Set<string>();

  get size(): number {
    return this.lengths.size;
  }

  /** Puts the statement last in the order of use; false where it is not prepared yet. */
  use({ name, text }: Step): boolean {
    const isHeld = this.lengths.delete(name);
    if (!isHeld) this.characters += text.length;
    this.lengths.set(name, text.length);
    return isHeld;
  }

  /** Lets the longest unused go, but none of `steps`; returns all names that are to be closed. */
  makeRoom(steps: readonly Step[]): string[] {
    for (const [name] of this.lengths) {
      const isFull = this.size > maxStatementsPerConnection || this.characters > maxPreparedCharacters;
      if (!isFull || steps.some((step) => step.name === name)) break;
      this.forget(name);
    }
    const closing = [...this.doubtful];
    this.doubtful.clear();
    return closing;
  }

  forget(name: string): void {
    this.characters -= this.lengths.get(name) ?? 0;
    this.lengths.delete(name);
    this.doubtful.add(name);
  }
}

const connections = new WeakMap<PoolClient, Prepared>();

function preparedOn(client: PoolClient): Prepared {
  let prepared = connections.get(client);
  if (!prepared) connections.set(client, (prepared = new Prepared()));
  return prepared;
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
  statements: preparedOn(client).size,
  texts: names.size,
  characters: namedCharacters,
});

/** A statement of a batch; its rows are told by their first column, as text. */
export interface Step {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly onRow?: (text: string | null) => void;
}

export const stepOf = (text: string, values: readonly unknown[] = [], onRow?: Step['onRow']): Step => ({
  name: statementName(text),
  text,
  values,
  ...(onRow && { onRow }),
});

/** The first step of whatever runs for somebody: PostgreSQL forgets the context with the transaction. */
export const sessionStep = (session: SessionContext, plan: 'force_generic_plan' | 'force_custom_plan'): Step => ({
  name: 'lt_session',
  text: sessionText,
  values: [session.organizationId, session.actorId, session.role, plan],
});

/** Statements in one protocol batch with a single Sync: one round trip, one implicit transaction unless one is open. */
class Batch {
  private readonly prepared: Prepared;
  private readonly steps: readonly Step[];
  private done = 0;
  private readonly resolve: () => void;
  private readonly reject: (error: Error) => void;
  private failed = false;

  constructor(
    prepared: Prepared,
    steps: readonly Step[],
    settle: { resolve: Batch['resolve']; reject: Batch['reject'] },
  ) {
    this.prepared = prepared;
    this.steps = steps;
    this.resolve = settle.resolve;
    this.reject = settle.reject;
  }

  submit(connection: Wire): void {
    const missing = this.steps.filter((step) => !this.prepared.use(step));
    connection.stream.cork?.();
    // First of all: what stands behind a step that fails is never executed. Closing an unknown name is harmless.
    for (const name of this.prepared.makeRoom(this.steps)) connection.close({ type: 'S', name });
    for (const step of this.steps) {
      const { name, text, values } = step;
      // The second is parsed in the role that the first has set.
      if (missing.includes(step)) connection.parse({ name, text, types: [] });
      connection.bind({ portal: '', statement: name, values, valueMapper });
      connection.execute({ portal: '', rows: 0 });
    }
    connection.sync();
    connection.stream.uncork?.();
  }

  handleDataRow(message: { fields: (string | null)[] }): void {
    this.steps[this.done]!.onRow?.(message.fields[0] ?? null);
  }

  handleCommandComplete(): void {
    this.done += 1;
  }

  handleError(error: Error): void {
    for (const step of this.steps) this.prepared.forget(step.name);
    this.failed = true;
    this.reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.failed) this.resolve();
  }

  handleRowDescription(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

function valueMapper(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return arrayLiteral(value);
  return value instanceof Date ? value.toISOString() : String(value);
}

/** PostgreSQL's text form of an array of strings and nulls. */
function arrayLiteral(values: readonly unknown[]): string {
  const items = values.map((v) =>
    v === null ? 'null' : `"${String(v).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
  );
  return `{${items.join(',')}}`;
}

/** One round trip. Sequential messages would cost a read of one issue half its speed. */
export const runBatch = (client: PoolClient, steps: readonly Step[]): Promise<void> =>
  new Promise((resolve, reject) => {
    client.query(new Batch(preparedOn(client), steps, { resolve, reject }) as never);
  });

/** Anything else than a failed statement ends the connection, though the pool learns of it only later. */
export const endsConnection = (error: unknown): boolean => (error as { severity?: string }).severity !== 'ERROR';

/** Runs one read and yields the single text it selects; null where there is no row. */
export async function runReadBatch(
  pool: Pool,
  session: SessionContext,
  { text, values, isSearch }: BoundStatement,
): Promise<string | null> {
  const client = await pool.connect();
  let broken: Error | undefined;
  let read: string | null = null;
  try {
    const step = stepOf(text, values, (row) => {
      read = row;
    });
    await runBatch(client, [sessionStep(session, isSearch ? 'force_custom_plan' : 'force_generic_plan'), step]);
    return read;
  } catch (error) {
    if (endsConnection(error)) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
