import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { Client } from 'pg';
import { cloneTemplate } from '../setup/databases.ts';
import { Actor } from '../support/actor.ts';
import { issueInput } from '../support/factories.ts';
import { until } from '../support/log.ts';
import { freePort, startServerProcess, type ServerProcess } from '../support/server-process.ts';

const kills = 20;
const writers = 8;
const fewestBetweenKills = 6;
const body = 'MTTQ-18073';

let database: Awaited<ReturnType<typeof cloneTemplate>>;
let server: ServerProcess;
let port: number;
const key = (): string =>
  (JSON.parse(readFileSync(process.env['TEST_KEYS_FILE']!, 'utf8')) as Record<string, string>)[body]!;
const start = (): Promise<ServerProcess> =>
  startServerProcess(
    { DATABASE_URL: database.url, APP_SECRET: 'a secret of the tests alone, long enough', DEMO: 'off' },
    port,
  );

beforeAll(async () => {
  database = await cloneTemplate();
  port = await freePort();
  server = await start();
});

afterAll(async () => {
  await server.stop();
  await database.drop();
});

interface Acknowledged {
  key: string;
  id: string;
}

/** Writes until told to stop; a write without an answer is repeated with the same key, as the SDK does. */
async function write(
  actor: Actor,
  input: Record<string, unknown>,
  state: { stop: boolean; written: number },
): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  for (let n = 0; !state.stop; n += 1) {
    const idempotencyKey = randomUUID();
    for (;;) {
      const answer = await actor
        .send<{ issueCollect: { issue: { id: string } } }>(
          'mutation ($input: IssueCollectInput!) { issueCollect(input: $input) { issue { id } } }',
          { input: { ...input, title: `Ghi nhận lần ${n}`, idempotencyKey } },
        )
        .catch(() => null);
      if (answer?.data) {
        state.written += 1;
        acknowledged.push({ key: idempotencyKey, id: answer.data.issueCollect.issue.id });
        break;
      }
      await delay(30);
    }
  }
  return acknowledged;
}

/** A live consumer that resumes from its last cursor for as long as `signal` allows. */
function consume(
  url: string,
  token: string,
  from: string,
): { seen: { id: string; type: string; cursor: string }[]; stop: () => Promise<void> } {
  const seen: { id: string; type: string; cursor: string }[] = [];
  let cursor = from;
  let stopped = false;
  const client = createClient({
    url: url.replace('http', 'ws'),
    connectionParams: { Authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  const run = async (): Promise<void> => {
    while (!stopped) {
      const stream = client.iterate<{ events: { cursor: string; event: { subjectId: string; type: string } | null } }>({
        query:
          'subscription ($after: String) { events(after: $after, filter: {types: ["issue.collected"]}) { cursor event { type subjectId } } }',
        variables: { after: cursor },
      });
      try {
        for await (const { data } of stream) {
          if (!data || stopped) break;
          cursor = data.events.cursor;
          if (data.events.event) seen.push({ id: data.events.event.subjectId, type: data.events.event.type, cursor });
        }
      } catch {
        await delay(50); // the server is down: resume when it is back
      }
    }
  };
  const running = run();
  return {
    seen,
    stop: async () => {
      stopped = true;
      await client.dispose();
      await running;
    },
  };
}

it(`loses, doubles and misorders nothing while the server is killed ${kills} times under ${writers} writers`, async () => {
  const actor = new Actor(server.url, key(), body);
  const input = await issueInput(actor);
  const first = await actor.ask<{ issueCollect: { position: string; issue: { id: string } } }>(
    'mutation ($input: IssueCollectInput!) { issueCollect(input: $input) { position issue { id } } }',
    { input },
  );
  const consumer = consume(server.url, key(), first.issueCollect.position);
  const state = { stop: false, written: 0 };
  const running = Array.from({ length: writers }, () => write(actor, input, state));
  for (let n = 0; n < kills; n += 1) {
    // At some moment, but not before some writes have come through, however slow the machine is.
    const enough = state.written + fewestBetweenKills;
    await delay(250 + Math.random() * 500);
    await until(() => state.written >= enough, 120_000);
    await server.kill();
    server = await start();
  }
  await delay(500);
  state.stop = true;
  const acknowledged = (await Promise.all(running)).flat();
  const deadline = performance.now() + 120_000;
  const heard = (): number => new Set(consumer.seen.map((event) => event.id)).size;
  while (heard() < acknowledged.length && performance.now() < deadline) await delay(100);
  await consumer.stop();

  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  const stored = (await owner.query<{ id: string }>(`select 'issue_' || id as id from issue order by id`)).rows.map(
    (row) => row.id,
  );
  const log = (
    await owner.query<{ id: string }>(
      `select 'issue_' || issue_id as id from event where type = 'issue.collected' order by xid, id`,
    )
  ).rows.map((row) => row.id);
  await owner.end();

  expect(acknowledged.length).toBeGreaterThan(100);
  expect(new Set(acknowledged.map((write) => write.id)).size).toBe(acknowledged.length);
  expect(stored.toSorted()).toEqual([first.issueCollect.issue.id, ...acknowledged.map((write) => write.id)].toSorted());
  expect(log.toSorted()).toEqual(stored.toSorted());
  // At least once: a repeat right after a resume is allowed, an absence or another order is not.
  const firsts = [...new Set(consumer.seen.map((event) => event.id))];
  expect(firsts).toEqual(log.slice(1));
}, 1_200_000);
