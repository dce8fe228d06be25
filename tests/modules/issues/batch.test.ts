import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { issueInput, organizationId } from '../../support/factories.ts';
import { answeredIssue, seeAll } from '../../support/issues.ts';
import { mutate, refused } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

interface RowResult {
  ordinal: number;
  clientId: string;
  outcome: string;
  issue: { id: string; code: string } | null;
  error: { code: string; message: string; field: string | null; proposal: string | null } | null;
}

let app: TestApp;
let owner: Owner;
let front: Actor;
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  front = app.app('MTTQ-18073');
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

type Row = Record<string, unknown>;

const row = async (more: Row = {}): Promise<Row> => issueInput(front, { clientId: randomUUID(), ...more });

async function collect(
  rows: Row[],
  more: Row = {},
  actor = front,
): Promise<{ position: string; results: RowResult[] }> {
  return mutate(
    actor,
    'issuesCollect',
    { rows, ...more },
    'results { ordinal clientId outcome issue { id code } error { code message field proposal } }',
  );
}

const counts = async (): Promise<Record<string, string>> => {
  const [found] = await owner.rows<Record<string, string>>(
    `select (select count(*) from issue) as issues, (select count(*) from event) as events,
      (select count(*) from redirection) as redirections`,
  );
  return found!;
};

/** A client that is told to try again does, with its key: a busy machine may need more than one request's time. */
async function untilDone(rows: Row[], idempotencyKey = randomUUID()): Promise<RowResult[]> {
  const query = `mutation ($input: IssuesCollectInput!) { issuesCollect(input: $input) { results { outcome } } }`;
  for (;;) {
    const { data, errors } = await front.send<{ issuesCollect: { results: RowResult[] } }>(query, {
      input: { rows, idempotencyKey },
    });
    if (data) return data.issuesCollect.results;
    if (!errors[0]!.extensions.retryable) throw new Error(JSON.stringify(errors));
  }
}

describe('issuesCollect refuses', () => {
  it('nobody, and lists of no row or of more than 500', async () => {
    const before = await counts();
    const rows = [await row()];
    expect(await refused(app.nobody(), 'issuesCollect', { rows })).toEqual({ code: 'UNAUTHENTICATED' });
    const field = 'input.rows';
    expect(await refused(front, 'issuesCollect', { rows: [] })).toEqual({ code: 'BAD_INPUT', field });
    expect(await refused(front, 'issuesCollect', { rows: Array.from({ length: 501 }, () => rows[0]) })).toEqual({
      code: 'BAD_INPUT',
      field,
    });
    expect(await counts()).toEqual(before);
  });

  it('a row by itself, with the error that issueCollect gives and the path of the argument', async () => {
    const rows = [
      await row({ title: 'Gọi 0912 345 678' }),
      await row({ topicCode: 'NONE' }),
      await row(),
      await row({ voices: 0 }),
      await row({ collectedOn: '2999-01-01' }),
      await row({ description: 'Tôi tố cáo cán bộ nhận hối lộ của người dân.' }),
      await row({ shareWithIds: [await organizationId(front, 'PN-18073')] }),
    ];
    const { results } = await collect(rows);
    expect(results.map(({ outcome, error }) => [outcome, error?.code, error?.field])).toEqual([
      ['REFUSED', 'PERSONAL_DATA', 'input.rows.0.title'],
      ['REFUSED', 'BAD_INPUT', 'input.rows.1.topicCode'],
      ['COLLECTED', undefined, undefined],
      ['REFUSED', 'BAD_INPUT', 'input.rows.3.voices'],
      ['REFUSED', 'BAD_INPUT', 'input.rows.4.collectedOn'],
      ['REFUSED', 'OUT_OF_SCOPE', 'input.rows.5.description'],
      ['REFUSED', 'BAD_INPUT', 'input.rows.6.shareWithIds'],
    ]);
    expect(results[0]!.error!.proposal).not.toContain('0912');
    expect(results.map(({ ordinal, clientId }) => [ordinal, clientId])).toEqual(
      rows.map((given, ordinal) => [ordinal, given['clientId']]),
    );
    expect(await owner.everything()).not.toContain('0912 345 678');
  });
});

describe('issuesCollect', () => {
  it('records every row once, however often the same rows are sent', async () => {
    const rows = [await row(), await row(), await row()];
    const before = await counts();
    const first = await collect(rows);
    const again = await collect([...rows, rows[0]!]);
    expect(first.results.map(({ outcome }) => outcome)).toEqual(['COLLECTED', 'COLLECTED', 'COLLECTED']);
    expect(again.results.map(({ outcome }) => outcome)).toEqual(['REPEATED', 'REPEATED', 'REPEATED', 'REPEATED']);
    expect(again.results.slice(0, 3).map(({ issue }) => issue)).toEqual(first.results.map(({ issue }) => issue));
    expect(Number((await counts())['issues']) - Number(before['issues'])).toBe(3);
  });

  it('returns under its key the first results, refusals and redirections too, and takes no other rows', async () => {
    const rows = [await row(), await row({ topicCode: 'NONE' }), await row({ title: 'Tôi tố cáo cán bộ nhận hối lộ' })];
    const idempotencyKey = randomUUID();
    const first = await collect(rows, { idempotencyKey });
    const before = await counts();
    expect(await collect(rows, { idempotencyKey })).toEqual(first);
    expect(await counts()).toEqual(before);
    expect(await refused(front, 'issuesCollect', { rows: rows.slice(1), idempotencyKey })).toEqual({
      code: 'IDEMPOTENCY_MISMATCH',
      field: 'input.idempotencyKey',
    });
  });

  it('goes on where an interruption stopped it: what was collected is told as collected', async () => {
    const rows = [await row(), await row(), await row()];
    const idempotencyKey = randomUUID();
    const first = await collect(rows, { idempotencyKey });
    // As a server leaves it that ended after the first row.
    await owner.rows(`update idempotency set result = '{"rows": null}' where key = $1 and mutation = 'issuesCollect'`, [
      idempotencyKey,
    ]);
    const late = first.results[2]!.issue!.id.slice(6);
    await owner.rows(`delete from idempotency where result ->> 'issue' = $1`, [late]);
    const { results } = await collect(rows, { idempotencyKey });
    expect(results.map(({ outcome }) => outcome)).toEqual(['COLLECTED', 'COLLECTED', 'REPEATED']);
    expect(results.map(({ issue }) => issue)).toEqual(first.results.map(({ issue }) => issue));
  });

  it('is one effect for each row when two send the same at once', async () => {
    const rows = await Promise.all(Array.from({ length: 8 }, () => row()));
    const before = await counts();
    const [one, other] = await Promise.all([collect(rows), collect(rows.toReversed())]);
    const ids = (results: RowResult[]): string[] => results.map(({ issue }) => issue!.id).toSorted();
    expect(ids(one.results)).toEqual(ids(other.results));
    const outcomes = [...one.results, ...other.results].map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'COLLECTED')).toHaveLength(8);
    expect(Number((await counts())['issues']) - Number(before['issues'])).toBe(8);
  });

  it('takes 500 rows, each in a transaction of its own', async () => {
    const rows = await Promise.all(Array.from({ length: 500 }, () => row()));
    const results = await untilDone(rows);
    expect(results.every(({ outcome }) => outcome === 'COLLECTED')).toBe(true);
    const [found] = await owner.rows<{ transactions: string }>(
      `select count(distinct e.xid) as transactions from event e join issue i on i.id = e.issue_id
        where i.client_id::text = any($1) and e.type = 'issue.collected'`,
      [rows.map((given) => given['clientId'])],
    );
    expect(found!.transactions).toBe('500');
  }, 120_000);
});

describe('a repeat after an answer', () => {
  it('is linked and counted where it was answered; anything else is refused', async () => {
    const leader = await app.actor('LEADER', 'MTTQ-18073');
    const answered = await answeredIssue(leader);
    const open = (await collect([await row()])).results[0]!.issue!;
    const { results } = await collect([
      await row({ repeatsId: answered.id }),
      await row({ repeatsId: open.id }),
      await row({ repeatsId: 'issue_0198c0de-0000-7000-8000-000000000000' }),
      await row({ repeatsId: answered.id }),
    ]);
    expect(results.map(({ outcome, error }) => [outcome, error?.code])).toEqual([
      ['COLLECTED', undefined],
      ['REFUSED', 'INVALID_STATE'],
      ['REFUSED', 'NOT_FOUND'],
      ['COLLECTED', undefined],
    ]);
    const seen = await seeAll(front, answered);
    expect(seen!.links.nodes.map(({ kind }) => kind)).toEqual(['REPEATS', 'REPEATS']);
    const repeats = async (actor: Actor): Promise<number | undefined> => {
      const { issue } = await actor.ask<{ issue: { repeatCount: number } | null }>(
        'query ($code: String!) { issue(code: $code) { repeatCount } }',
        { code: answered.code },
      );
      return issue?.repeatCount;
    };
    expect(await repeats(front)).toBe(2);
    // Who may read the answered issue but not the new ones is told of none.
    await mutate(front, 'issueShare', { id: answered.id, visibility: 'NETWORK' });
    expect(await repeats(app.app('CD-18073'))).toBe(0);
  });
});
