import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addComment } from '../../server/modules/comments/comment.service.ts';
import { collectIssue } from '../../server/modules/issues/issue-collect.service.ts';
import { shareIssue } from '../../server/modules/issues/issue-share.service.ts';
import type { ViewerContext } from '../../server/platform/context.ts';
import type { Reaction, RecordedEvent } from '../../server/platform/transact.ts';
import { openReadWorld, type ReadWorld } from '../support/read/world.ts';

let world: ReadWorld;
/** What the pool's connections were asked to do since the test began. */
let sent = 0;
let areaId: string;
let others: string[];

beforeAll(async () => {
  world = await openReadWorld(2);
  const clients = await Promise.all([1, 2].map(() => world.database.pool.connect()));
  for (const client of clients) {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      sent += 1;
      return query(...args);
    }) as typeof client.query;
    client.release();
  }
  await world.asOwner(async (owner) => {
    areaId = (await owner.query<{ id: string }>(`select id from area where valid_to is null order by id limit 1`))
      .rows[0]!.id;
    const bodies = `select id from organization where code in ('UBND-18073', 'CD-18073', 'HDND-18073')`;
    others = (await owner.query<{ id: string }>(bodies)).rows.map(({ id }) => `org_${id}`);
  });
}, 60_000);
afterAll(async () => world?.close());
beforeEach(() => {
  sent = 0;
});

const contextOf = (reactions: readonly Reaction[] = []): ViewerContext => {
  const { orm, pool } = world.database;
  const viewer = world.viewer('MTTQ-18073');
  return { orm, pool, reactions, viewer, clock: () => new Date() } as unknown as ViewerContext;
};

type Input = Parameters<typeof collectIssue>[1];
const inputOf = (changes: Partial<Input> = {}): Input => ({
  clientId: null,
  idempotencyKey: null,
  kind: 'REFLECTION',
  title: 'Nắp cống trước chợ bị vỡ',
  description: 'Xe qua lại nguy hiểm.',
  topicCode: 'DRAINAGE',
  areaId: `area_${areaId}`,
  place: null,
  channel: 'HOTLINE',
  voices: 1,
  collectedOn: null,
  visibility: 'SHARED',
  shareWithIds: others,
  repeatsId: null,
  ...changes,
});

const countOf = (query: string, values: unknown[] = []): Promise<number> =>
  world.asOwner(
    async (owner) => (await owner.query<{ n: number }>(`select count(*)::int as n from ${query}`, values)).rows[0]!.n,
  );
const newKeys = () => ({ clientId: randomUUID(), idempotencyKey: randomUUID() });

/** Tells what it hears, then does what it is told to. */
const listening = (types: string[], then: Reaction['react'] = () => Promise.resolve()) => {
  const heard: RecordedEvent[] = [];
  const reaction: Reaction = {
    to: new Set(types),
    react(tx, event) {
      heard.push(event);
      return then(tx, event);
    },
  };
  return { heard, reaction };
};

describe('round trips', () => {
  it.each([['alone', () => ({})] as const, ['with a client id and a key', newKeys] as const])(
    'of issueCollect %s: one, with shares, access rows and event',
    async (_, keys) => {
      await collectIssue(contextOf(), inputOf());
      sent = 0;
      const { issue, position } = await collectIssue(contextOf(), inputOf(keys()));
      expect(sent).toBe(1);
      expect(position).toMatch(/^\d+~\d+$/);
      expect(await countOf('issue_access where issue_id = $1', [issue])).toBe(4);
      const told = 'event e join event_audience x on (x.xid, x.id) = (e.xid, e.id) where e.issue_id = $1';
      expect(await countOf(told, [issue])).toBe(4);
    },
  );

  it('of commentAdd: two, what may be done and what is done', async () => {
    const { issue } = await collectIssue(contextOf(), inputOf());
    sent = 0;
    await addComment(contextOf(), {
      subjectId: `issue_${issue}`,
      body: 'Đã xem.',
      internal: false,
      idempotencyKey: randomUUID(),
    });
    expect(sent).toBe(2);
  });
});

describe('what was taken for granted', () => {
  it('is looked up where a twin came first, before or at once', async () => {
    const keys = newKeys();
    const made = await Promise.all([1, 2, 3, 4].map(() => collectIssue(contextOf(), inputOf(keys))));
    expect(new Set(made.map(({ issue }) => issue)).size).toBe(1);
    expect(new Set(made.map(({ position }) => position)).size).toBe(1);
    expect(await countOf('issue where client_id = $1', [keys.clientId])).toBe(1);
    const again = await collectIssue(contextOf(), inputOf({ clientId: keys.clientId, title: '' }));
    expect(again.issue).toBe(made[0]!.issue);
  });

  it('is refused by its own error where it does not hold, and nothing stays', async () => {
    const keys = newKeys();
    const unknown = inputOf({ ...keys, shareWithIds: [...others, `org_${randomUUID()}`] });
    const refusal = { code: 'BAD_INPUT', details: { field: 'input.shareWithIds', messageKey: 'organization.unknown' } };
    await expect(collectIssue(contextOf(), unknown)).rejects.toMatchObject(refusal);
    expect(await countOf('issue where client_id = $1', [keys.clientId])).toBe(0);
    expect(await countOf('idempotency where key = $1', [keys.idempotencyKey])).toBe(0);
    await expect(collectIssue(contextOf(), inputOf(keys))).resolves.toHaveProperty('issue');
  });
});

describe('reactions', () => {
  it('hear of what the use case recorded, in its transaction and in two round trips at most', async () => {
    const { heard, reaction } = listening(['issue.collected'], (tx) =>
      tx.run('select set_config($1, $2, true)', ['app.heard', 'yes']),
    );
    sent = 0;
    const { issue } = await collectIssue(contextOf([reaction]), inputOf());
    expect(heard).toEqual([
      expect.objectContaining({ type: 'issue.collected', issueId: issue, matterId: null, subjectKind: 'Issue' }),
    ]);
    expect(sent).toBeLessThanOrEqual(2);
  });

  it('hear of what derivations recorded', async () => {
    const { issue } = await collectIssue(contextOf(), inputOf({ shareWithIds: null }));
    const { heard, reaction } = listening(['access.granted', 'issue.shared']);
    await shareIssue(contextOf([reaction]), {
      id: `issue_${issue}`,
      organizationIds: others,
      visibility: null,
      idempotencyKey: null,
    });
    expect(heard.map(({ type }) => type)).toEqual(['access.granted', 'issue.shared']);
  });

  it('that fail undo the act', async () => {
    const keys = newKeys();
    const { reaction } = listening(['issue.collected'], () => Promise.reject(new Error('no clock')));
    await expect(collectIssue(contextOf([reaction]), inputOf({ idempotencyKey: keys.idempotencyKey }))).rejects.toThrow(
      'no clock',
    );
    expect(await countOf('idempotency where key = $1', [keys.idempotencyKey])).toBe(0);
  });

  it('that lose against another transaction are done again with the act, once', async () => {
    const keys = newKeys();
    const fail = `do $$ begin raise exception 'lost' using errcode = '40001'; end $$`;
    const { heard, reaction } = listening(['issue.collected'], (tx) =>
      heard.length === 1 ? tx.run(fail, []) : Promise.resolve(),
    );
    const { issue } = await collectIssue(contextOf([reaction]), inputOf(keys));
    expect(heard).toHaveLength(2);
    expect(await countOf('issue where client_id = $1', [keys.clientId])).toBe(1);
    expect(await countOf('event where issue_id = $1', [issue])).toBe(1);
  });
});
