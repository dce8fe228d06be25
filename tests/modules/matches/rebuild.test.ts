import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp, type App } from '../../../server/app.ts';
import { Actor } from '../../support/actor.ts';
import { testConfig } from '../../setup/config.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue } from '../../support/factories.ts';
import { flooded, floodedToo, matchOf, settled } from '../../support/matches.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;

beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
}, 60_000);

afterAll(async () => {
  await owner?.close();
  await app?.close();
});

const count = async (from: string): Promise<number> =>
  (await owner.rows<{ count: number }>(`select count(*)::int as count from ${from}`))[0]!.count;

describe('two issues collected at the same moment on two processes', () => {
  it('find each other, once', async () => {
    const config = testConfig({ databaseUrl: app.databaseUrl, jobs: true });
    const servers: App[] = await Promise.all([createApp(config), createApp(config)]);
    try {
      const [one, other] = [app.app('MTTQ-18073'), app.app('UBND-18073')].map(
        (actor, i) => new Actor(servers[i]!.url, actor.token, actor.name),
      ) as [Actor, Actor];
      for (let round = 0; round < 3; round += 1) {
        const [ones, others] = await Promise.all([collectIssue(one, flooded), collectIssue(other, floodedToo)]);
        await settled(owner);
        expect((await matchOf(one, ones)).state).toBe('PROPOSED');
        expect((await matchOf(other, others)).state).toBe('PROPOSED');
        expect(await count('match')).toBe(2);
        await owner.rows('truncate match, match_evidence, matching.document, matching.posting, matching.term');
        await owner.rows(`update issue set status = 'OUT_OF_SCOPE'`);
      }
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  }, 90_000);
});

const issues = 10_000;

/** Pairs of two bodies that share two words of their own; what else they say is the same for all. */
async function collectMany(): Promise<void> {
  await owner.rows(
    `insert into issue (id, code, owner_id, collected_by_id, kind, title, description, status, channel, topic_id, area_id,
        voices, collected_on, visibility, created_at, updated_at)
      select uuidv7(), 'HT-2026-X' || n, a.organization_id, a.id, 'REFLECTION',
        'Sự cố kxa' || (n / 2) || ' tại kxb' || (n / 2),
        'Hư hỏng kxa' || (n / 2) || ' và kxb' || (n / 2) || ' kxc' || (n / 2), 'RECEIVED', 'OTHER', t.id, r.id, 1, '2026-01-02', 'PRIVATE', now(), now()
      from generate_series(0, $1::int - 1) n
        join lateral (select x.id, x.organization_id from actor x join organization o on o.id = x.organization_id
          where x.kind = 'APP' and o.code = case n % 2 when 0 then 'MTTQ-18073' else 'UBND-18073' end limit 1) a on true,
        (select id from topic where code = 'DRAINAGE') t,
        (select id from area where code = '18073' and valid_to is null) r`,
    [issues],
  );
  await owner.rows(
    'select refresh_issues(array(select id from issue where not exists (select from issue_access a where a.issue_id = issue.id)))',
  );
}

function rebuild(): { child: ChildProcess; lines: string[] } {
  const lines: string[] = [];
  const child = spawn('npm', ['run', '-s', 'matches:rebuild'], {
    env: {
      ...process.env,
      DATABASE_URL: app.databaseUrl,
      APP_SECRET: testConfig({ databaseUrl: app.databaseUrl }).appSecret,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  child.stdout!.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trim().split('\n')));
  return { child, lines };
}

/** Waits for so much output; fails where it ends before. */
async function until(run: ReturnType<typeof rebuild>, test: (lines: string[]) => boolean): Promise<void> {
  while (!test(run.lines)) {
    if (run.child.exitCode !== null) throw new Error(`The rebuild has ended too early: ${run.lines.join(', ')}`);
    await delay(10);
  }
}

describe('npm run matches:rebuild', () => {
  it('killed in the middle and started again leaves nothing out and nothing twice', async () => {
    await owner.rows('truncate match, match_evidence, matching.document, matching.posting, matching.term');
    await collectMany();
    const all = await count('issue');
    const first = rebuild();
    await until(first, (lines) => lines.filter((line) => line.startsWith('FIND')).length > 5);
    process.kill(-first.child.pid!, 'SIGKILL');
    await once(first.child, 'close');
    const found = await count('match');
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(issues);
    const second = rebuild();
    const [code] = (await once(second.child, 'close')) as [number];
    expect(code).toBe(0);
    expect(second.lines[0]).toMatch(/^FIND/);
    expect(second.lines.at(-1)).toBe(`DONE ${all * 2} / ${all * 2}`);
    expect(await count('matching.document')).toBe(all);
    expect(await count('match')).toBe(issues);
    expect(await count('(select distinct pair_id from match) pairs')).toBe(issues / 2);
    expect(await count(`event where type = 'match.proposed' and subject_id in (select id from match)`)).toBe(issues);
    const wrong = `matching.term t where t.documents <> (select count(*) from matching.posting p where p.term = t.term)`;
    expect(await count(wrong)).toBe(0);
  }, 180_000);
});
