import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSchema } from '../../server/schema.ts';
import type { Actor } from '../support/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { everyMutation } from '../support/every-mutation.ts';
import { issueInput } from '../support/factories.ts';
import { rootFields } from '../support/hostile.ts';
import { atOnce, mutate, refused } from '../support/mutations.ts';
import { openOwner, type Owner } from '../support/owner.ts';

let app: TestApp;
let owner: Owner;
let leader: Actor;
let women: Actor;
let inputs: Record<string, Record<string, unknown>>;
/** One key for all. */
const idempotencyKey = `khóa ${randomUUID()}`;
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  women = app.app('PN-18073');
  ({ leader, inputs } = await everyMutation(app));
}, 120_000);
afterAll(async () => {
  await owner.close();
  await app.close();
});

/** Told twice of the same thing in the log since then; what may happen twice in one act is none of it. */
const twice = (since: string): Promise<object[]> =>
  owner.rows(
    `select type, subject_id from event where id > $1 and type <> 'issue.statusChanged'
      group by type, subject_id, issue_id, matter_id having count(*) > 1`,
    [since],
  );

const lastEvent = async (): Promise<string> =>
  (await owner.rows<{ id: string }>('select coalesce(max(id), 0)::text as id from event'))[0]!.id;

const kept = (mutation: string): Promise<object[]> =>
  owner.rows(
    `select k.mutation from idempotency k join organization o on o.id = k.organization_id
      where o.code = 'MTTQ-18073' and k.key = $1 and k.mutation = $2`,
    [idempotencyKey.normalize('NFC'), mutation],
  );

const mutations = rootFields(createSchema(), 'mutation')
  .map((field) => field.name)
  .filter((name) => name !== 'sessionCreate');

/** What answers another input for this one: any change of it, the same object or another. */
const changed = (input: Record<string, unknown>): Record<string, unknown> => {
  const [name, value] = Object.entries(input).find(([key]) => key !== 'idempotencyKey' && key !== 'clientId')!;
  return { ...input, [name]: Array.isArray(value) ? [] : name === 'kind' ? 'PROPOSAL' : `${String(value)}x` };
};

describe('one key for every mutation', () => {
  it.each(mutations)('%s: one effect, told as often as asked', async (name) => {
    // One after the other they pass each other's versions.
    const { expectedVersion: _, ...given } = inputs[name]!;
    const input: Record<string, unknown> = { ...given, idempotencyKey };
    if (name === 'issueEdit') input['expectedVersion'] = await versionOf(given['id'] as string);
    const before = await owner.state();
    const since = await lastEvent();

    const [one, twin] = await Promise.all([mutate(leader, name, input), mutate(leader, name, input)]);
    const after = await owner.state();
    const tables = Object.keys(after).filter((table) => after[table]!.join() !== before[table]!.join());
    expect(tables).toContain('idempotency');
    expect(await kept(name)).toHaveLength(1);
    expect(await twice(since)).toEqual([]);

    const reordered = Object.fromEntries(Object.entries(input).toReversed());
    const again = await mutate(leader, name, { ...reordered, idempotencyKey: ` ${idempotencyKey.normalize('NFD')} ` });
    expect([twin, again]).toEqual([one, one]);
    expect(await refused(leader, name, changed(input))).toEqual({
      code: 'IDEMPOTENCY_MISMATCH',
      field: 'input.idempotencyKey',
    });
    expect(await owner.state()).toEqual(after);
  });

  const versionOf = async (id: string): Promise<number> => {
    const { node } = await leader.ask<{ node: { version: number } }>(
      'query ($id: ID!) { node(id: $id) { ... on Issue { version } } }',
      { id },
    );
    return node.version;
  };
});

describe('a key', () => {
  const collect = (actor: Actor, input: object): Promise<{ issue: { id: string } }> =>
    mutate(actor, 'issueCollect', { ...input }, 'issue { id }');

  it('is one effect of many at once, by several offices of the body', async () => {
    const input = { ...(await issueInput(leader)), idempotencyKey: randomUUID() };
    const front = app.app('MTTQ-18073');
    const made = await Promise.all(Array.from({ length: 12 }, (_, n) => collect(n % 2 === 0 ? leader : front, input)));
    expect(new Set(made.map(({ issue }) => issue.id)).size).toBe(1);
  });

  it('with two inputs at once is one effect and one refusal', async () => {
    const input = { ...(await issueInput(leader)), idempotencyKey: randomUUID() };
    const calls = [1, 2].map((voices) => ({ actor: leader, name: 'issueCollect', input: { ...input, voices } }));
    expect(await atOnce(calls)).toEqual(['IDEMPOTENCY_MISMATCH', 'OK']);
  });

  it('of one body means nothing to another', async () => {
    const input = { ...(await issueInput(leader)), idempotencyKey: randomUUID() };
    const mine = await collect(leader, input);
    const theirs = await collect(women, { ...input, voices: 3 });
    expect(theirs.issue.id).not.toBe(mine.issue.id);
    expect(await collect(women, { ...input, voices: 3 })).toEqual(theirs);
    expect(await collect(leader, input)).toEqual(mine);
  });

  it('of a refused request is free', async () => {
    const input = { ...(await issueInput(leader)), idempotencyKey: randomUUID() };
    expect(await refused(leader, 'issueCollect', { ...input, voices: 0 })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await refused(leader, 'issueCollect', { ...input, title: 'Gọi 0912 345 678' })).toMatchObject({
      code: 'PERSONAL_DATA',
    });
    await collect(leader, input);
  });

  it('does not tell the same input from one that is written otherwise, but from one that means otherwise', async () => {
    const input = { ...(await issueInput(leader)), idempotencyKey: randomUUID() };
    const { issue } = await collect(leader, input);
    const { place: _, ...rest } = { ...input, place: undefined, voices: 1 };
    expect((await collect(leader, rest)).issue.id).toBe(issue.id);
    for (const change of [{ voices: 2 }, { place: 'Chợ' }, { visibility: 'NETWORK' }])
      expect(await refused(leader, 'issueCollect', { ...input, ...change })).toMatchObject({
        code: 'IDEMPOTENCY_MISMATCH',
      });
  });

  it('is forgotten after 72 hours', async () => {
    const input = { ...(await issueInput(leader)), idempotencyKey: randomUUID() };
    const first = await collect(leader, input);
    const age = (interval: string): Promise<object[]> =>
      owner.rows(`update idempotency set created_at = now() - $2::interval where key = $1`, [
        input.idempotencyKey,
        interval,
      ]);
    await age('71 hours 59 minutes');
    expect(await collect(leader, input)).toEqual(first);
    await age('72 hours 1 second');
    const second = await collect(leader, { ...input, voices: 2 });
    expect(second.issue.id).not.toBe(first.issue.id);
    expect(await collect(leader, { ...input, voices: 2 })).toEqual(second);
    expect(await refused(leader, 'issueCollect', input)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('shows the object as it is now; where it is out of sight by now, it is not found', async () => {
    const own = await collect(women, { ...(await issueInput(women)), visibility: 'NETWORK' });
    const other = await collect(leader, await issueInput(leader));
    const input = { fromId: other.issue.id, toId: own.issue.id, kind: 'RELATED', idempotencyKey: randomUUID() };
    const link = (): Promise<{ link: { issue: { voices: number } } }> =>
      mutate(leader, 'issueLink', input, 'link { issue { voices } }');
    expect((await link()).link.issue.voices).toBe(1);
    await mutate(women, 'issueEdit', { id: own.issue.id, expectedVersion: 1, voices: 7 });
    expect((await link()).link.issue.voices).toBe(7);
    await mutate(women, 'issueShare', { id: own.issue.id, visibility: 'PRIVATE' });
    const document = 'mutation ($input: IssueLinkInput!) { issueLink(input: $input) { link { id } } }';
    expect(await leader.refusal(document, { input })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
