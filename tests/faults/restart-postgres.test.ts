import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '../../server/platform/db/embedded.ts';
import { createLog } from '../../server/platform/log.ts';
import { Actor } from '../support/actor.ts';
import { issueInput } from '../support/factories.ts';
import { freePort, startServerProcess, type ServerProcess } from '../support/server-process.ts';

const pool = 5;
let dataDir: string;
let postgres: EmbeddedDatabase;
let server: ServerProcess;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'lien-thong-restart-'));
  postgres = await startEmbedded({ dataDir, log: createLog('fatal') });
  server = await startServerProcess(
    {
      DATABASE_URL: postgres.url,
      APP_SECRET: 'a secret of the tests alone, long enough',
      DEMO: 'accounts',
      DB_POOL: String(pool),
    },
    await freePort(),
  );
});

afterAll(async () => {
  await server.stop();
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function signedIn(): Promise<Actor> {
  const nobody = new Actor(server.url, null, 'nobody');
  const { sessionCreate } = await nobody.ask<{ sessionCreate: { token: string } }>(
    'mutation { sessionCreate(input: {email: "officer@mttq-18073.hatinh.example", password: "lien-thong-demo"}) { token } }',
  );
  return new Actor(server.url, sessionCreate.token, 'officer');
}

const collect = 'mutation ($input: IssueCollectInput!) { issueCollect(input: $input) { issue { id } } }';

it('serves again by itself within 10 s of a restart of PostgreSQL under load, and leaks no connection', async () => {
  const officer = await signedIn();
  const input = await issueInput(officer);
  const state = { stop: false };
  const answered: string[] = [];
  const load = Array.from({ length: 12 }, async (_, n) => {
    while (!state.stop) {
      const idempotencyKey = randomUUID();
      const answer =
        n % 2
          ? await officer.send('{ issues(first: 5) { nodes { code } } }').catch(() => null)
          : await officer
              .send<{ issueCollect: { issue: { id: string } } }>(collect, { input: { ...input, idempotencyKey } })
              .catch(() => null);
      if (answer?.data && 'issueCollect' in answer.data)
        answered.push((answer.data['issueCollect'] as { issue: { id: string } }).issue.id);
      if (!answer?.data) await delay(50);
    }
  });
  for (let restart = 0; restart < 2; restart += 1) {
    await delay(700);
    await postgres.stop();
    await delay(300);
    postgres = await startEmbedded({ dataDir, log: createLog('fatal') });
    await expectServiceWithin(officer, 10_000);
  }
  await delay(500);
  state.stop = true;
  await Promise.all(load);

  // Every connection of the pool is free: as many requests at once as it holds, twice over.
  const burst = await Promise.all(
    Array.from({ length: pool * 2 }, () => officer.send('{ viewer { actor { name } } }')),
  );
  expect(burst.map((answer) => answer.status)).toEqual(Array.from({ length: pool * 2 }, () => 200));
  const owner = new Client({ connectionString: postgres.url });
  await owner.connect();
  const open = await owner.query<{ state: string }>(`select state from pg_stat_activity where usename like '%_login'`);
  const stored = await owner.query<{ id: string }>(`select 'issue_' || id as id from issue`);
  await owner.end();
  expect(open.rows.filter((row) => row.state?.includes('transaction'))).toEqual([]);
  expect(open.rows.length).toBeLessThanOrEqual(pool + 6);
  const known = new Set(stored.rows.map((row) => row.id));
  expect(answered.filter((id) => !known.has(id))).toEqual([]);
}, 1_200_000);

async function expectServiceWithin(officer: Actor, limitMs: number): Promise<void> {
  const deadline = performance.now() + limitMs;
  for (;;) {
    const answer = await officer.send('{ viewer { actor { name } } }').catch(() => null);
    if (answer?.data) return;
    if (performance.now() > deadline) throw new Error(`no service within ${limitMs} ms: ${JSON.stringify(answer)}`);
    await delay(100);
  }
}
