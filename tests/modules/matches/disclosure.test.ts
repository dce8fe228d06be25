import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { listen, type Live } from '../../support/live.ts';
import {
  askFor,
  collectPair,
  disclose,
  flooded,
  floodedToo,
  matchesOf,
  matchFields,
  matchOf,
  settled,
  type Pair,
  type SeenMatch,
} from '../../support/matches.ts';
import { mutate, refused } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;
let pair: Pair;
let thirds: Actor[];
let streams: { front: Live; committee: Live; third: Live };

const steps = ['EXISTS', 'BODY', 'SUMMARY', 'FULL'];
const unknown = 'match_0198c0de-0000-7000-8000-000000000000';

beforeAll(async () => {
  app = await startTestApp({ jobs: true });
  owner = await openOwner(app);
  thirds = [app.app('PN-18073'), app.app('HDND-18073')];
  streams = {
    front: listen(app.app('MTTQ-18073'), { query: matchEvents }),
    committee: listen(app.app('UBND-18073'), { query: matchEvents }),
    third: listen(app.app('PN-18073'), { query: matchEvents }),
  };
  pair = await collectPair(app, owner);
}, 60_000);

afterAll(async () => {
  await Promise.all(Object.values(streams ?? {}).map((stream) => stream.stop()));
  await owner?.close();
  await app?.close();
});

const matchEvents = `subscription { events { cursor event { __typename id cursor type subjectId organization { code } actor { name }
  issue { code title description } matter { code title } ... on MatchEvent { match { ${matchFields} } } } } }`;

/** What a side may know of the other at a step, and nothing more. */
function expectSeen(seen: SeenMatch, step: string, other: { code: string; title: string; description: string }): void {
  const at = steps.indexOf(step);
  expect(seen.disclosure).toBe(step);
  expect(seen.organization).toEqual(at >= 1 ? { code: other.code } : null);
  expect(seen.issue?.title ?? null).toBe(at >= 2 ? other.title : null);
  expect(seen.issue?.description ?? null).toBe(at >= 3 ? other.description : null);
  const words = JSON.stringify(seen.evidence);
  if (at < 2) expect(words).not.toMatch(/Nguyễn Biểu|Nguyen Bieu|nguyen|bieu|Vườn Ươm|vuon|chợ|Thành Sen|DRAINAGE/i);
  if (at < 3) expect(words).not.toMatch(/nguyen|bieu|vuon uom|Nguyễn Biểu|Vườn Ươm/i);
}

const front = { code: 'MTTQ-18073', ...flooded };
const committee = { code: 'UBND-18073', ...floodedToo };

/** Through every way in: the issue's list, the body's list, the node. */
async function everyView(actor: Actor, issue: { id: string }): Promise<SeenMatch[]> {
  const ofIssue = await matchOf(actor, issue);
  const { node, matches } = await actor.ask<{ node: SeenMatch; matches: { nodes: SeenMatch[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on Match { ${matchFields} } } matches { nodes { ${matchFields} } } }`,
    { id: ofIssue.id },
  );
  return [ofIssue, node, matches.nodes.find(({ id }) => id === ofIssue.id)!];
}

describe('each step of one side', () => {
  it.each(steps)(
    '%s shows the other side so much, whatever the other side opens, and third bodies nothing',
    async (step) => {
      if (step !== 'EXISTS') {
        const after = await disclose(pair.one, await matchOf(pair.one, pair.ones));
        expect(after.opened).toBe(step);
      }
      for (const view of await everyView(pair.other, pair.others)) expectSeen(view, step, front);
      for (const view of await everyView(pair.one, pair.ones)) expectSeen(view, 'EXISTS', committee);
      const [mine, theirs] = [await matchOf(pair.one, pair.ones), await matchOf(pair.other, pair.others)];
      for (const third of thirds) {
        const seen = await third.ask<{
          nodes: unknown[];
          matches: { nodes: unknown[] };
          issues: { totalCount: number };
        }>(
          `query ($ids: [ID!]!) { nodes(ids: $ids) { id } matches { nodes { id } } issues { totalCount }
          events { nodes { type } } }`,
          { ids: [mine.id, theirs.id, pair.ones.id, pair.others.id, unknown] },
        );
        expect(seen).toEqual({
          nodes: [null, null, null, null, null],
          matches: { nodes: [] },
          issues: { totalCount: 0 },
          events: { nodes: [] },
        });
      }
    },
  );

  it('opens the issue to the other side like a share, and to nobody else', async () => {
    const { node } = await pair.other.ask<{ node: { viewerAccess: { level: string }; matches: { nodes: unknown[] } } }>(
      'query ($id: ID!) { node(id: $id) { ... on Issue { viewerAccess { level } matches { nodes { id } } } } }',
      { id: pair.ones.id },
    );
    expect(node).toEqual({ viewerAccess: { level: 'READER' }, matches: { nodes: [] } });
  });

  it('ends with FULL', async () => {
    const match = await matchOf(pair.one, pair.ones);
    expect(match.allowedActions).not.toContain('matchDisclose');
    expect(await refused(pair.one, 'matchDisclose', { id: match.id })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.id',
    });
  });
});

describe('asking for more', () => {
  it('is told to the other side, which answers by disclosing', async () => {
    const asked = await askFor(pair.one, await matchOf(pair.one, pair.ones));
    expect(asked.disclosureAskedAt).not.toBeNull();
    expect(await refused(pair.one, 'matchAskDisclosure', { id: asked.id })).toMatchObject({ code: 'INVALID_STATE' });
    const wanted = await matchOf(pair.other, pair.others);
    expect(wanted).toMatchObject({ disclosureWantedAt: expect.any(String), disclosureAskedAt: null });
    const answered = await disclose(pair.other, wanted);
    expect(answered.disclosureWantedAt).toBeNull();
    const after = await matchOf(pair.one, pair.ones);
    expect(after.disclosureAskedAt).toBeNull();
    expectSeen(after, 'BODY', committee);
  });

  it('is not possible where all is seen', async () => {
    const match = await matchOf(pair.other, pair.others);
    expect(await refused(pair.other, 'matchAskDisclosure', { id: match.id })).toMatchObject({ code: 'INVALID_STATE' });
  });
});

describe('acts on a match', () => {
  it.each(['matchDecide', 'matchDisclose', 'matchAskDisclosure'])(
    '%s of a third body, and of a side under the other side’s id, find nothing',
    async (name) => {
      const [mine, theirs] = [await matchOf(pair.one, pair.ones), await matchOf(pair.other, pair.others)];
      const input = name === 'matchDecide' ? { verdict: 'SAME' } : {};
      const absent = await thirds[0]!.refusal(mutation(name), { input: { id: unknown, ...input } });
      for (const [actor, id] of [
        [thirds[0]!, mine.id],
        [thirds[1]!, theirs.id],
        [pair.one, theirs.id],
        [pair.other, mine.id],
      ] as const) {
        const { requestId: _, ...refusal } = await actor.refusal(mutation(name), { input: { id, ...input } });
        expect(refusal).toEqual({ ...absent, requestId: undefined });
      }
    },
  );

  it('take a coordinator, settings a leader', async () => {
    const officer = await app.actor('OFFICER', 'MTTQ-18073');
    const coordinator = await app.actor('COORDINATOR', 'MTTQ-18073');
    const { id } = await matchOf(pair.one, pair.ones);
    for (const [name, input] of [
      ['matchDecide', { verdict: 'SAME' }],
      ['matchDisclose', {}],
      ['matchAskDisclosure', {}],
    ] as const)
      expect(await refused(officer, name, { id, ...input })).toEqual({ code: 'FORBIDDEN' });
    expect(await refused(coordinator, 'matchSettingsChange', { enabled: false })).toEqual({ code: 'FORBIDDEN' });
    expect(await refused(coordinator, 'matchRuleSet', { organizationId: 'org_x', muted: true })).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await refused(app.nobody(), 'matchDecide', { id, verdict: 'SAME' })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

const mutation = (name: string): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { position } }`;

describe('events', () => {
  it('tell each side of its own issue in its own name, under its own id, and third bodies nothing', async () => {
    const [mine, theirs] = [await matchOf(pair.one, pair.ones), await matchOf(pair.other, pair.others)];
    const ofMatches = (live: Live): Live['events'] => live.events.filter(({ type }) => type.startsWith('match.'));
    // One for the proposal, three and one disclosures, one request.
    await streams.front.until((live) => ofMatches(live).length === 6);
    await streams.committee.until((live) => ofMatches(live).length === 6);
    for (const [live, side, code, issue] of [
      [streams.front, mine, 'MTTQ-18073', pair.ones.code],
      [streams.committee, theirs, 'UBND-18073', pair.others.code],
    ] as const) {
      for (const event of ofMatches(live)) {
        expect(event).toMatchObject({
          __typename: 'MatchEvent',
          subjectId: side.id,
          organization: { code },
          matter: null,
        });
        expect(event.issue?.code).toBe(issue);
      }
      expect(ofMatches(live).map(({ type }) => type)).toEqual([
        'match.proposed',
        'match.disclosed',
        'match.disclosed',
        'match.disclosed',
        'match.disclosureAsked',
        'match.disclosed',
      ]);
    }
    expect(streams.third.events).toEqual([]);
    const first = (live: Live): string => live.raw.find((line) => line.includes('match.proposed'))!;
    expect(first(streams.front)).not.toMatch(/UBND-18073|bồi lấp, cần/);
    expect(first(streams.committee)).not.toMatch(/MTTQ-18073|đề nghị nạo vét/);
  });

  it('name the actor to its own body only', async () => {
    const actors = async (actor: Actor): Promise<(string | null)[]> => {
      const { events } = await actor.ask<{ events: { nodes: { actor: { name: string } | null }[] } }>(
        '{ events(first: 100, filter: { types: ["match.disclosed"] }) { nodes { actor { name } } } }',
      );
      return events.nodes.map((event) => event.actor?.name ?? null);
    };
    expect((await actors(pair.one)).map((name) => name !== null)).toEqual([true, true, true, false]);
    expect((await actors(pair.other)).map((name) => name !== null)).toEqual([false, false, false, true]);
  });

  it('stand on the timeline of the own issue for its owner alone', async () => {
    const timeline = async (actor: Actor, id: string): Promise<string[]> => {
      const { node } = await actor.ask<{ node: { timeline: { nodes: { type: string }[] } } }>(
        'query ($id: ID!) { node(id: $id) { ... on Issue { timeline(first: 100) { nodes { type } } } } }',
        { id },
      );
      return node.timeline.nodes.map(({ type }) => type).filter((type) => type.startsWith('match.'));
    };
    expect(await timeline(pair.one, pair.ones.id)).toHaveLength(6);
    expect(await timeline(pair.other, pair.ones.id)).toEqual([]);
  });
});

describe('an issue that one may read anyway', () => {
  it('is FULL in its match, and the evidence with it', async () => {
    await mutate(pair.other, 'issueShare', { id: pair.others.id, visibility: 'NETWORK' });
    expectSeen(await matchOf(pair.one, pair.ones), 'FULL', committee);
    expect(await matchesOf(thirds[0]!, pair.others)).toEqual([]);
    await settled(owner);
  });
});
