import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue } from '../../support/factories.ts';
import {
  clearCorpus,
  collectPair,
  decide,
  disclose,
  matchesOf,
  matchOf,
  settled,
  type Pair,
} from '../../support/matches.ts';
import { expectOnce, mutate, refused } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;
let pair: Pair;

beforeAll(async () => {
  app = await startTestApp({ jobs: true });
  owner = await openOwner(app);
}, 60_000);

beforeEach(async () => {
  await clearCorpus(owner);
  pair = await collectPair(app, owner);
}, 30_000);

afterAll(async () => {
  await owner?.close();
  await app?.close();
});

const links = async (issue: { id: string }): Promise<string[]> =>
  (
    await owner.rows<{ kind: string }>('select kind from issue_link where $1::uuid in (from_id, to_id)', [
      issue.id.slice('issue_'.length),
    ])
  ).map(({ kind }) => kind);

const eventTypes = async (actor: Pair['one']): Promise<string[]> => {
  const { events } = await actor.ask<{ events: { nodes: { type: string; subjectId: string }[] } }>(
    '{ events(first: 100) { nodes { type subjectId } } }',
  );
  const own = (await matchesOf(actor, actor === pair.one ? pair.ones : pair.others))[0]!.id;
  return events.nodes.filter(({ subjectId }) => subjectId === own).map(({ type }) => type);
};

describe('two verdicts', () => {
  it.each([
    ['SAME', 'SAME', 'CONFIRMED', ['SAME_MATTER'], 'match.confirmed'],
    ['SAME', 'RELATED', 'PROPOSED', [], null],
    ['RELATED', 'SAME', 'PROPOSED', [], null],
    ['RELATED', 'RELATED', 'PROPOSED', ['RELATED'], null],
    ['SAME', 'UNRELATED', 'REJECTED', [], 'match.rejected'],
    ['RELATED', 'UNRELATED', 'REJECTED', [], 'match.rejected'],
  ])('%s and %s: %s for both, links %j', async (first, second, state, kinds, event) => {
    const after = await decide(pair.one, await matchOf(pair.one, pair.ones), first);
    expect(after.state).toBe('PROPOSED');
    expect((await matchOf(pair.other, pair.others)).verdicts).toEqual([]);
    expect((await decide(pair.other, await matchOf(pair.other, pair.others), second)).state).toBe(state);
    expect((await matchOf(pair.one, pair.ones)).state).toBe(state);
    expect(await links(pair.ones)).toEqual(kinds);
    const told = (types: string[]): string | null => types.find((type) => /confirmed|rejected/.test(type)) ?? null;
    expect([told(await eventTypes(pair.one)), told(await eventTypes(pair.other))]).toEqual([event, event]);
  });

  it('UNRELATED by one is enough, and closes what was open', async () => {
    await disclose(pair.one, await matchOf(pair.one, pair.ones));
    await disclose(pair.one, await matchOf(pair.one, pair.ones));
    await disclose(pair.one, await matchOf(pair.one, pair.ones));
    expect((await matchOf(pair.other, pair.others)).issue).not.toBeNull();
    const match = await decide(pair.one, await matchOf(pair.one, pair.ones), 'UNRELATED');
    expect(match).toMatchObject({ state: 'REJECTED', allowedActions: [] });
    expect(await matchOf(pair.other, pair.others)).toMatchObject({
      state: 'REJECTED',
      disclosure: 'EXISTS',
      organization: null,
      issue: null,
      verdicts: [],
    });
    const { node } = await pair.other.ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', {
      id: pair.ones.id,
    });
    expect(node).toBeNull();
    for (const name of ['matchDecide', 'matchDisclose', 'matchAskDisclosure'])
      expect(
        await refused(pair.other, name, {
          id: (await matchOf(pair.other, pair.others)).id,
          ...(name === 'matchDecide' && { verdict: 'SAME' }),
        }),
      ).toEqual({ code: 'INVALID_STATE', field: 'input.id' });
  });
});

describe('a verdict', () => {
  it('is visible to the other side from BODY on, and may be changed until both are given; all are kept', async () => {
    await decide(pair.one, await matchOf(pair.one, pair.ones), 'RELATED');
    await decide(pair.one, await matchOf(pair.one, pair.ones), 'SAME');
    expect((await matchOf(pair.other, pair.others)).verdicts).toEqual([]);
    await disclose(pair.one, await matchOf(pair.one, pair.ones));
    const front = { organization: { code: 'MTTQ-18073' } };
    expect((await matchOf(pair.other, pair.others)).verdicts).toEqual([
      { ...front, verdict: 'RELATED', standing: false },
      { ...front, verdict: 'SAME', standing: true },
    ]);
  });

  it('has one effect per key, and no effect on two at once', async () => {
    const { id } = await matchOf(pair.one, pair.ones);
    await expectOnce(pair.one, 'matchDecide', { id, verdict: 'SAME' });
    await Promise.all([
      mutate(pair.other, 'matchDecide', { id: (await matchOf(pair.other, pair.others)).id, verdict: 'SAME' }),
      mutate(pair.one, 'matchDecide', { id, verdict: 'SAME' }).catch(() => null),
    ]);
    expect(await links(pair.ones)).toEqual(['SAME_MATTER']);
    expect((await matchOf(pair.one, pair.ones)).state).toBe('CONFIRMED');
  });

  it('of a body on two issues of its own counts for both sides', async () => {
    await clearCorpus(owner);
    const mine = await collectPair(app, owner, ['MTTQ-18073', 'MTTQ-18073']);
    const match = (await matchesOf(mine.one, mine.ones)).find(({ issue }) => issue?.id === mine.others.id)!;
    expect(match).toMatchObject({ disclosure: 'FULL', opened: 'FULL' });
    expect((await decide(mine.one, match, 'SAME')).state).toBe('CONFIRMED');
    expect(await links(mine.ones)).toEqual(['SAME_MATTER']);
  });
});

describe('a matter from a match', () => {
  const open = (matchIds: string[]): Promise<{ matter: { id: string; issues: { nodes: { id: string }[] } } }> =>
    mutate(
      pair.one,
      'matterOpen',
      { title: 'Ngập nước đường Nguyễn Biểu', issueIds: [], matchIds },
      'matter { id issues { nodes { id } } }',
    );

  it('takes a confirmed match, seen in full', async () => {
    const { id } = await matchOf(pair.one, pair.ones);
    const attempt = { title: 'Vụ việc', issueIds: [], matchIds: [id] };
    const notYet = { code: 'INVALID_STATE', field: 'input.matchIds' };
    expect(await refused(pair.one, 'matterOpen', attempt)).toEqual(notYet);
    await decide(pair.one, { id }, 'SAME');
    await decide(pair.other, await matchOf(pair.other, pair.others), 'SAME');
    expect(await refused(pair.one, 'matterOpen', attempt)).toEqual(notYet);
    expect(await refused(app.app('PN-18073'), 'matterOpen', attempt)).toEqual({
      code: 'NOT_FOUND',
      field: 'input.matchIds',
    });
    for (let step = 0; step < 3; step += 1) await disclose(pair.other, await matchOf(pair.other, pair.others));
    expect((await matchOf(pair.one, pair.ones)).allowedActions).toContain('matterOpen');
    const { matter } = await open([id]);
    expect(matter.issues.nodes.map((issue) => issue.id).toSorted()).toEqual([pair.ones.id, pair.others.id].toSorted());
    const { node } = await pair.other.ask<{ node: { matter: { id: string } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Issue { matter { id } } } }',
      { id: pair.others.id },
    );
    expect(node.matter.id).toBe(matter.id);
  });

  it('needs an issue or a match', async () => {
    expect(await refused(pair.one, 'matterOpen', { title: 'Vụ việc', issueIds: [] })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.issueIds',
    });
    const many = { title: 'Vụ việc', issueIds: [], matchIds: Array.from({ length: 21 }, () => 'match_x') };
    expect(await refused(pair.one, 'matterOpen', many)).toEqual({ code: 'BAD_INPUT', field: 'input.matchIds' });
  });
});

describe('the list of the body', () => {
  it('tells what waits for its verdict', async () => {
    const list = async (filter: string): Promise<string[]> => {
      const { matches } = await pair.one.ask<{ matches: { nodes: { id: string }[] } }>(
        `{ matches(first: 100, filter: ${filter}) { nodes { id } } }`,
      );
      return matches.nodes.map(({ id }) => id);
    };
    const { id } = await matchOf(pair.one, pair.ones);
    expect(await list('{ undecided: true }')).toContain(id);
    await decide(pair.one, { id }, 'RELATED');
    expect(await list('{ undecided: true }')).not.toContain(id);
    expect(await list('{ undecided: false, states: [PROPOSED] }')).toContain(id);
    expect(await list('{ states: [CONFIRMED] }')).not.toContain(id);
    await collectIssue(app.app('PN-18073'));
    await settled(owner);
  });
});
