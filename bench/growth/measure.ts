import { createHash } from 'node:crypto';
import { getOperationAST, Kind, parse, type GraphQLSchema } from 'graphql';
import type { Client } from 'pg';
import { queryShape } from '../../server/modules/index.ts';
import type { BoundStatement } from '../../server/platform/db/batch.ts';
import type { Viewer } from '../../server/platform/auth/viewer.ts';
import type { Cursors } from '../../server/platform/events/cursor.ts';
import { Reader } from '../../server/platform/read/reader.ts';
import type { Example, Known } from './examples.ts';

export interface Asker {
  viewer: Viewer;
  known: Known;
}

export interface Shared {
  schema: GraphQLSchema;
  cursors: Cursors;
  cursorSalt: string;
}

/** What the reader would send for the example: its statements, made without a server. */
export async function statementsOf(
  { schema, cursors, cursorSalt }: Shared,
  example: Example,
  { viewer, known, after }: Asker & { after?: string },
): Promise<BoundStatement[]> {
  const sent: BoundStatement[] = [];
  const keep = (_: Viewer, statement: BoundStatement): Promise<string> => {
    sent.push(statement);
    return Promise.resolve('{}');
  };
  const document = parse(example.source);
  const operation = getOperationAST(document)!;
  const defaults = { none: false, after: after ?? null };
  const variables = { ...defaults, ...example.variables?.(known) };
  const reader = new Reader(schema, keep, { cursors, cursorSalt });
  const fragments = {};
  if (document.definitions.some((node) => node.kind === Kind.FRAGMENT_DEFINITION))
    throw new Error('No fragments, please');
  const sets = [operation.selectionSet];
  const request = { node: operation, shape: queryShape, sets, operation, fragments, variables, viewer };
  if (!(await reader.read(request))) throw new Error(`${example.name} has a field without a plan`);
  return sent;
}

/** The cursor before the last few rows of the list. */
export async function lastCursor(
  shared: Shared,
  owner: Client,
  example: Example,
  { viewer }: Asker,
): Promise<string | null> {
  if (!example.list) return null;
  const { scope, last } = example.list;
  const { rows } = await owner.query<{ key: string }>(last, [viewer.organizationId]);
  const [row] = rows;
  if (!row) return null;
  if (scope === 'log') {
    const [xid, id] = row.key.split('~') as [string, string];
    return shared.cursors.encode({ xid, id }, viewer.organizationId);
  }
  const mac = createHash('md5').update(`${shared.cursorSalt}${scope}${row.key}`).digest('hex').slice(0, 10);
  return `${row.key}~${mac}`;
}

/** Rows that scans of tables and indexes have read, by policies and functions too. */
const counters = `select coalesce(sum(pg_stat_get_xact_tuples_returned(c.oid)), 0)::int as rows from pg_class c
  join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'i')`;

/** A connection in the viewer's place; statements are planned as the server has them planned. */
export class Probe {
  private readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  /** Rows read and the text of the answer. */
  async rowsRead(viewer: Viewer, statement: BoundStatement): Promise<{ read: number; answer: string }> {
    return this.as(viewer, statement, async () => {
      const before = await this.count();
      const answer = await this.run(statement);
      return { read: (await this.count()) - before, answer };
    });
  }

  /** Lines of EXPLAIN ANALYZE with buffers, of the plan that is kept. */
  async explain(viewer: Viewer, { text, values, isSearch }: BoundStatement): Promise<string> {
    const statement = { text, values, isSearch: isSearch ?? false };
    return this.as(viewer, statement, async () => {
      const types = values.map(() => 'unknown').join(', ');
      await this.client.query(`prepare explained${values.length > 0 ? `(${types})` : ''} as ${text}`);
      const bound = values.map((value) => this.literal(value)).join(', ');
      const { rows } = await this.client.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, buffers, summary) execute explained${values.length > 0 ? `(${bound})` : ''}`,
      );
      await this.client.query('deallocate explained');
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
  }

  /** Milliseconds of PostgreSQL per execution, as pg_stat_statements has them. */
  async time(owner: Client, viewer: Viewer, statement: BoundStatement, times: number): Promise<number> {
    const once = (): Promise<string> => this.as(viewer, statement, () => this.run(statement));
    for (let i = 0; i < 3; i += 1) await once();
    await owner.query('select pg_stat_statements_reset()');
    for (let i = 0; i < times; i += 1) await once();
    const { rows } = await owner.query<{ ms: number }>(
      `select max(total_exec_time / calls) as ms from pg_stat_statements where toplevel and query like 'select (select row_to_json%'`,
    );
    return rows[0]!.ms;
  }

  private async as<T>(viewer: Viewer, { isSearch }: BoundStatement, work: () => Promise<T>): Promise<T> {
    await this.client.query('begin');
    try {
      const plan = isSearch ? 'force_custom_plan' : 'force_generic_plan';
      await this.client.query(
        `select set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('role', 'lt_user', true),
          set_config('plan_cache_mode', $3, true), set_config('jit', 'off', true)`,
        [viewer.organizationId, viewer.actorId, plan],
      );
      return await work();
    } finally {
      await this.client.query('rollback');
    }
  }

  private async run({ text, values }: BoundStatement): Promise<string> {
    const name = `probe_${createHash('md5').update(text).digest('hex')}`;
    const { rows } = await this.client.query<string[]>({ name, text, values: [...values], rowMode: 'array' });
    return rows[0]![0]!;
  }

  private async count(): Promise<number> {
    return (await this.client.query<{ rows: number }>(counters)).rows[0]!.rows;
  }

  private literal(value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (!Array.isArray(value)) return this.client.escapeLiteral(String(value));
    return this.client.escapeLiteral(`{${value.map((item) => `"${String(item)}"`).join(',')}}`);
  }
}
