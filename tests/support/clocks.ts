import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { deadlineJobs, fireJob } from '../../server/modules/deadlines/deadline.jobs.ts';
import type { AnyJobKind, JobTx } from '../../server/platform/jobs/job.ts';
import { createLog } from '../../server/platform/log.ts';
import type { Actor } from './actor.ts';
import type { TestApp } from './app.ts';
import { logOf } from './live.ts';
import { mutate } from './mutations.ts';

/** A moment in Asia/Ho_Chi_Minh. */
export const at = (text: string): Date => new Date(`${text}+07:00`);

/** A clock that stands still until it is told. */
export class TestClock {
  private moment: Date;

  constructor(start: string) {
    this.moment = at(start);
  }

  readonly now = (): Date => new Date(this.moment);

  set(text: string): void {
    this.moment = at(text);
  }
}

export interface Work {
  /** One run of the sweep and of all that it hands in; how many jobs there were besides it. */
  sweep(): Promise<number>;
  /** One run of a kind of job. What it hands in is returned, not run. `die`: the process is gone before the commit. */
  run(kind: AnyJobKind, data: object, die?: boolean): Promise<Handed[]>;
  /** Types of the events of clocks that the actor's body was told, in order: all, or those of one clock. */
  eventsOf(actor: Actor, deadlineId?: string): Promise<string[]>;
  close(): Promise<void>;
}

interface Handed {
  kind: AnyJobKind;
  data: object;
}

class Died extends Error {}

/** Background work as a process does it, each job when the test says so and in a transaction of role lt_jobs. */
export async function openWork(app: TestApp, clock: TestClock): Promise<Work> {
  const client = new Client({ connectionString: app.databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  const log = createLog('fatal');
  const run = async (kind: AnyJobKind, data: object, die = false): Promise<Handed[]> => {
    const handed: Handed[] = [];
    const query: JobTx['query'] = async (text, values = []) => (await client.query(text, [...values])).rows as never;
    await client.query('begin; set local role lt_jobs');
    try {
      await kind.run(
        {
          query,
          record: async (organizationId, event) => {
            await query(`select set_config('app.org', $1, true)`, [organizationId]);
            await query('select record_event($1, $2, $3, $4, $5, $6, $7)', [
              ...[event.type, event.scope, event.issueId ?? null, event.matterId ?? null],
              ...[event.subjectKind, event.subjectId, event.organizationIds ?? null],
            ]);
          },
          enqueue: async (next, nextData) => void handed.push({ kind: next, data: nextData }),
          now: clock.now(),
          mailer: null,
          log,
          signal: new AbortController().signal,
        },
        data,
      );
      if (die) throw new Died();
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      if (!(error instanceof Died)) throw error;
    }
    return handed;
  };
  return {
    run,
    async sweep() {
      const jobs = await run(deadlineJobs[0]!, {});
      for (const { kind, data } of jobs) await run(kind, data);
      return jobs.length;
    },
    async eventsOf(actor, deadlineId) {
      // The log is shown below the oldest transaction of the whole cluster, those of other tests too.
      const isSettled = `select coalesce(max(xid::text::bigint), 0) < pg_snapshot_xmin(pg_current_snapshot())::text::bigint as settled from event`;
      while (!(await client.query<{ settled: boolean }>(isSettled)).rows[0]!.settled) await delay(20);
      return (await logOf(actor))
        .filter(({ type, subjectId }) => type.startsWith('deadline.') && (!deadlineId || subjectId === deadlineId))
        .map(({ type }) => type.slice('deadline.'.length));
    },
    close: () => client.end(),
  };
}

export const fire = (work: Work, id: string): Promise<Handed[]> =>
  work.run(fireJob, { id: id.slice('deadline_'.length) });

export interface DeadlineView {
  id: string;
  rule: string;
  kind: string;
  name: string | null;
  organization: { code: string };
  subjectId: string;
  issue: { id: string } | null;
  matter: { id: string } | null;
  startedAt: string;
  dueAt: string;
  dueOn: string;
  state: string;
  overdue: boolean;
  endedAt: string | null;
  explanation: string[];
  steps: { act: string; amount: number | null; reason: string | null }[];
  alarms: { step: string; at: string; firedAt: string | null; told: { code: string }[] }[];
  supersedes: { id: string } | null;
  viewerAccess: { level: string; hiddenFields: string[]; allowedActions: string[] };
  version: number;
}

export const deadlineFields = `id rule kind name organization { code } subjectId issue { id } matter { id } startedAt dueAt dueOn
  state overdue endedAt explanation steps { act amount reason } alarms { step at firedAt told { code } }
  supersedes { id } viewerAccess { level hiddenFields allowedActions } version`;

/** All clocks that the actor sees, those that others stand for only where `filter` asks for them. */
export async function deadlinesOf(actor: Actor, filter: Record<string, unknown> = {}): Promise<DeadlineView[]> {
  const { deadlines } = await actor.ask<{ deadlines: { nodes: DeadlineView[]; totalCount: number } }>(
    `query ($filter: DeadlineFilter) { deadlines(first: 100, filter: $filter) { totalCount nodes { ${deadlineFields} } } }`,
    { filter },
  );
  if (deadlines.totalCount !== deadlines.nodes.length) throw new Error('The list counts itself wrongly');
  return deadlines.nodes;
}

export async function seeDeadline(actor: Actor, id: string): Promise<DeadlineView | null> {
  const { node } = await actor.ask<{ node: DeadlineView | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Deadline { ${deadlineFields} } } }`,
    { id },
  );
  return node;
}

/** The one clock under this rule that the actor's body runs for the subject. */
export async function clockOf(actor: Actor, rule: string, subjectId: string): Promise<DeadlineView> {
  const found = (await deadlinesOf(actor, { rules: [rule] })).filter((deadline) => deadline.subjectId === subjectId);
  if (found.length !== 1) throw new Error(`${found.length} clocks under ${rule}`);
  return found[0]!;
}

/** A clock of the actor's body, by hand. */
export async function setClock(actor: Actor, input: Record<string, unknown>): Promise<DeadlineView> {
  const payload = await mutate<{ deadline: DeadlineView }>(
    actor,
    'deadlineSet',
    { kind: 'AGREED', name: 'Khảo sát hiện trường', ...input },
    `deadline { ${deadlineFields} }`,
  );
  return payload.deadline;
}
