import type { Client } from 'pg';
import * as statements from './statements.ts';
import { words } from './words.ts';

const noId = '00000000-0000-0000-0000-000000000000';
const issuesAtOnce = 20_000;
const accessAtOnce = 2_000;

/** Fills a migrated database that holds the bodies and no issues. `tell` hears of each step. */
export async function makeData(client: Client, size: number, tell: (step: string) => void): Promise<void> {
  await client.query(`set synchronous_commit = off`);
  await client.query(`set work_mem = '64MB'`);
  await client.query('select setseed(0.4217)');
  await client.query(statements.bodies);
  const { things, troubles, places, wishes } = words;
  for (let from = 1; from <= size; from += issuesAtOnce) {
    const to = Math.min(size, from + issuesAtOnce - 1);
    await client.query(statements.issues, [from, to, size, things, troubles, places, wishes]);
  }
  tell('issues');
  await client.query('analyze issue');
  await client.query(statements.shares);
  await client.query(statements.links);
  await client.query(statements.matters);
  tell('shares, links, matters');
  await deriveInChunks(client);
  tell('access and events');
  await checkAudience(client);
  await client.query('vacuum analyze');
  tell('checked, analyzed');
}

/** Access and events by chunks of issues, so that the log has many transactions. */
async function deriveInChunks(client: Client): Promise<void> {
  await client.query('analyze');
  let last = noId;
  for (;;) {
    const { rows } = await client.query<{ count: number; last: string | null }>(statements.access, [
      last,
      accessAtOnce,
    ]);
    const [chunk] = rows;
    if (!chunk?.last) return;
    await client.query(statements.events, [last, chunk.last]);
    last = chunk.last;
  }
}

/** The events were written in sets: who may know of them must be what the product itself would derive. */
async function checkAudience(client: Client): Promise<void> {
  const [sample] = (await client.query<{ ids: string[] }>(statements.sampleIssues)).rows;
  const hash = async (): Promise<string> =>
    (await client.query<{ hash: string }>(statements.audienceHash, [sample!.ids])).rows[0]!.hash;
  const made = await hash();
  await client.query(statements.deriveAudience, [sample!.ids]);
  if (made === '0' || made !== (await hash()))
    throw new Error('The made events have another audience than the derived one');
}
