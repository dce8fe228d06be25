import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { migrations } from '../../migrations/index.ts';
import { openDatabase, type Database } from '../../server/platform/db/database.ts';
import { installJobs } from '../../server/platform/jobs/install.ts';
import type { JobKind, JobTx } from '../../server/platform/jobs/job.ts';
import { openJobs, type Jobs } from '../../server/platform/jobs/jobs.ts';
import { createLog } from '../../server/platform/log.ts';
import { testConfig } from '../setup/config.ts';
import { cloneTemplate } from '../setup/databases.ts';

interface Note {
  text: string;
}

const lines: string[] = [];
const log = createLog('warn', { write: (line: string) => void lines.push(line) });
let run: (tx: JobTx, data: Note) => Promise<void>;

const noteKind: JobKind<Note> = { name: 'test.note', run: (tx, data) => run(tx, data), retries: 2 };
const sweepKind: JobKind = { name: 'test.sweep', run: async () => undefined, every: '* * * * *' };
const kinds = [noteKind, sweepKind];

let clone: Awaited<ReturnType<typeof cloneTemplate>>;
let database: Database;
let owner: Client;
const opened: Jobs[] = [];

beforeAll(async () => {
  clone = await cloneTemplate();
  owner = new Client({ connectionString: clone.url });
  owner.on('error', () => undefined);
  await owner.connect();
  database = await openDatabase({
    ownerUrl: clone.url,
    secret: testConfig({ databaseUrl: clone.url }).appSecret,
    poolSize: 3,
    entities: [],
    migrations: [...migrations],
    install: (client) => installJobs(client, kinds),
    log,
  });
  await owner.query(`
    create table note (text text not null);
    grant select, insert on note to lt_user, lt_jobs;
  `);
}, 60_000);

afterEach(async () => {
  await Promise.all(opened.splice(0).map((jobs) => jobs.close()));
  await owner.query('truncate note; delete from jobs.job_common');
});

afterAll(async () => {
  await database?.close();
  await owner?.end();
  await clone?.drop();
});

async function open(): Promise<Jobs> {
  const jobs = await openJobs({ pool: database.jobs, kinds, clock: () => new Date(), mailer: null, log });
  opened.push(jobs);
  return jobs;
}

const userEm = (): Database['orm']['em'] => {
  const em = database.orm.em.fork();
  em.setSessionContext({ role: 'lt_user', variables: { 'app.org': '', 'app.actor': '' } });
  return em;
};

const writeNote = async (tx: JobTx, { text }: Note): Promise<void> => {
  await tx.query('insert into note (text) values ($1)', [text]);
};

const notes = async (): Promise<string[]> =>
  (await owner.query<{ text: string }>('select text from note order by text')).rows.map((row) => row.text);

const states = async (): Promise<string[]> =>
  (
    await owner.query<{ state: string }>(`select state::text from jobs.job_common where name = 'test.note' order by 1`)
  ).rows.map((row) => row.state);

/** Fails where it does not come true in time. */
async function eventually(check: () => Promise<boolean>, milliseconds = 15_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await check())) {
    if (Date.now() > end) throw new Error('It did not come true in time');
    await delay(50);
  }
}

const enqueue = (jobs: Jobs, text: string): Promise<void> =>
  userEm().transactional((em) => jobs.enqueue(em, noteKind, { text }));

describe('a job', () => {
  it('that was enqueued in a transaction that is rolled back never was', async () => {
    const jobs = await open();
    const failing = userEm().transactional(async (em) => {
      await jobs.enqueue(em, noteKind, { text: 'never' });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await states()).toEqual([]);
  });

  it('is refused outside a transaction', async () => {
    const jobs = await open();
    await expect(jobs.enqueue(userEm(), noteKind, { text: 'x' })).rejects.toThrow('outside a transaction');
  });

  it('is seen by those who enqueue neither before nor after', async () => {
    const jobs = await open();
    await enqueue(jobs, 'kept to the workers');
    for (const statement of [
      'select data from jobs.job_common',
      'select * from jobs.job',
      'update jobs.job_common set priority = 1',
      'delete from jobs.job_common',
      `select jobs.create_queue('x', '{}')`,
    ]) {
      await expect(userEm().transactional((em) => em.execute(statement))).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('runs after the commit, once, on one of several processes, as lt_jobs', async () => {
    run = async (tx, data) => {
      const [who] = await tx.query<{ role: string }>('select current_user as role');
      await writeNote(tx, { text: `${data.text} by ${who!.role}` });
    };
    const [one, other] = [await open(), await open()];
    await Promise.all([one.work(), other.work()]);
    await Promise.all(Array.from({ length: 30 }, (_, i) => enqueue(one, String(i).padStart(2, '0'))));
    await eventually(async () => (await states()).every((state) => state === 'completed'));
    expect(await notes()).toEqual(Array.from({ length: 30 }, (_, i) => `${String(i).padStart(2, '0')} by lt_jobs`));
  });

  it('that throws leaves nothing, is tried again, and is kept as failed without a text in log or table', async () => {
    let tries = 0;
    lines.length = 0;
    run = async (tx, data) => {
      tries += 1;
      await writeNote(tx, data);
      await tx.query(`select '${data.text}'::int`);
    };
    const jobs = await open();
    await jobs.work();
    await enqueue(jobs, 'Đường Nguyễn Du ngập');
    await eventually(async () => (await states())[0] === 'failed', 25_000);
    expect(tries).toBe(3);
    expect(await notes()).toEqual([]);
    const { rows } = await owner.query<{ output: object }>(
      `select output from jobs.job_common where name = 'test.note'`,
    );
    expect(rows).toEqual([{ output: { code: '22P02' } }]);
    expect(lines.length).toBeGreaterThanOrEqual(3);
    expect(lines.join('')).toContain('test.note');
    expect(lines.join('')).not.toMatch(/Nguyễn|ngập/);
  }, 40_000);

  it('enqueues another one in its own transaction', async () => {
    run = async (tx, data) => {
      await writeNote(tx, data);
      if (data.text === 'first') await tx.enqueue(noteKind, { text: 'second' });
    };
    const jobs = await open();
    await jobs.work();
    await enqueue(jobs, 'first');
    await eventually(async () => (await notes()).length === 2);
    expect(await notes()).toEqual(['first', 'second']);
  });

  it('waits until its time', async () => {
    run = writeNote;
    const jobs = await open();
    await jobs.work();
    await userEm().transactional(async (em) => {
      await jobs.enqueue(em, noteKind, { text: 'later' }, { startAfter: new Date(Date.now() + 3_600_000) });
      await jobs.enqueue(em, noteKind, { text: 'now' });
    });
    await eventually(async () => (await notes()).length > 0);
    await delay(700);
    expect(await notes()).toEqual(['now']);
  });

  it('of a process that died is taken up by another one', async () => {
    run = writeNote;
    const jobs = await open();
    await enqueue(jobs, 'left behind');
    // As a killed process leaves it: taken, and not heard of since.
    await owner.query(`update jobs.job_common set state = 'active', started_on = now() - interval '20 seconds',
      heartbeat_on = now() - interval '11 seconds'`);
    await jobs.work();
    await eventually(async () => (await notes()).length === 1, 20_000);
    expect(await states()).toEqual(['completed']);
  }, 30_000);
});

describe('closing', () => {
  it('lets a running job end', async () => {
    let started = false;
    run = async (tx, data) => {
      started = true;
      await delay(600);
      await writeNote(tx, data);
    };
    const jobs = await open();
    await jobs.work();
    await enqueue(jobs, 'finished');
    await eventually(async () => started);
    await jobs.close();
    expect(await notes()).toEqual(['finished']);
    expect(await states()).toEqual(['completed']);
  });
});

describe('a sweep', () => {
  it('is on the calendar once, in local time, whatever is missed', async () => {
    const [one, other] = [await open(), await open()];
    await one.work();
    await other.work();
    const { rows } = await owner.query('select name, cron, timezone, options from jobs.schedule');
    expect(rows).toMatchObject([
      { name: 'test.sweep', cron: '* * * * *', timezone: 'Asia/Ho_Chi_Minh', options: { missed: 'once' } },
    ]);
  });
});
