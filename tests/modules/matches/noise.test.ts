import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { areaId, collectIssue, organizationId } from '../../support/factories.ts';
import {
  clearCorpus,
  collectPair,
  flooded,
  floodedToo,
  matchesOf,
  matchOf,
  settled,
  unlike,
} from '../../support/matches.ts';
import { mutate, refused } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;
let leaders: { front: Actor; committee: Actor };

beforeAll(async () => {
  app = await startTestApp({ jobs: true });
  owner = await openOwner(app);
  leaders = { front: await app.actor('LEADER', 'MTTQ-18073'), committee: await app.actor('LEADER', 'UBND-18073') };
}, 60_000);

beforeEach(async () => {
  await clearCorpus(owner);
  await owner.rows('truncate match_setting, match_rule');
});

afterAll(async () => {
  await owner?.close();
  await app?.close();
});

const settings = 'settings { enabled disclosure version rules { organization { code } muted disclosure } }';
const similar = async (actor: Actor): Promise<{ disclosure: string; organization: { code: string } | null }[]> => {
  const { similarIssues } = await actor.ask<{
    similarIssues: { disclosure: string; organization: { code: string } | null }[];
  }>('query ($draft: IssueDraftInput!) { similarIssues(draft: $draft) { disclosure organization { code } } }', {
    draft: { ...flooded, topicCode: 'DRAINAGE', areaId: await areaId(actor) },
  });
  return similarIssues;
};

describe('a body that switched matches off', () => {
  it.each(['front', 'committee'] as const)('%s: gets none, and nobody gets any with its issues', async (name) => {
    await mutate(leaders[name], 'matchSettingsChange', { enabled: false });
    const pair = await collectPair(app, owner);
    expect(await matchesOf(pair.one, pair.ones)).toEqual([]);
    expect(await matchesOf(pair.other, pair.others)).toEqual([]);
    for (const actor of [pair.one, pair.other]) {
      const { events } = await actor.ask<{ events: { nodes: { subjectId: string; issue: { id: string } }[] } }>(
        '{ events(first: 100, filter: { types: ["match.proposed"] }) { nodes { subjectId issue { id } } } }',
      );
      const told = events.nodes.map(({ issue }) => issue.id);
      expect(told).not.toContain(pair.ones.id);
      expect(told).not.toContain(pair.others.id);
    }
    // A draft meets the own issue only.
    expect((await similar(pair.one)).every(({ disclosure }) => disclosure === 'FULL')).toBe(true);
  });

  it('is off for drafts too, its own and those of others', async () => {
    await collectIssue(app.app('UBND-18073'), floodedToo);
    await settled(owner);
    expect(await similar(app.app('MTTQ-18073'))).toEqual([{ disclosure: 'EXISTS', organization: null }]);
    await mutate(leaders.committee, 'matchSettingsChange', { enabled: false });
    expect(await similar(app.app('MTTQ-18073'))).toEqual([]);
    expect(await similar(app.app('UBND-18073'))).toEqual([]);
  });
});

describe('two bodies of which one has muted the other', () => {
  it('get no matches with one another, but with others', async () => {
    const front = await organizationId(leaders.committee, 'MTTQ-18073');
    const { settings: now } = await mutate<{ settings: object }>(
      leaders.committee,
      'matchRuleSet',
      { organizationId: front, muted: true },
      settings,
    );
    expect(now).toMatchObject({ rules: [{ organization: { code: 'MTTQ-18073' }, muted: true, disclosure: null }] });
    for (let i = 0; i < 5; i += 1) await collectIssue(app.app('HDND-18073'), unlike);
    const pair = await collectPair(app, owner);
    expect(await matchesOf(pair.one, pair.ones)).toEqual([]);
    const women = app.app('PN-18073');
    const third = await collectIssue(women, floodedToo);
    await settled(owner);
    expect(await matchesOf(women, third)).toHaveLength(2);
    expect(await matchesOf(pair.one, pair.ones)).toHaveLength(1);
  });
});

describe('what a body opens from the start', () => {
  it('is that something exists; its default and its rule for a body change that for new matches', async () => {
    await mutate(leaders.committee, 'matchSettingsChange', { disclosure: 'BODY' });
    await mutate(leaders.front, 'matchSettingsChange', { disclosure: 'EXISTS' });
    await mutate(leaders.front, 'matchRuleSet', {
      organizationId: await organizationId(leaders.front, 'UBND-18073'),
      disclosure: 'FULL',
    });
    const pair = await collectPair(app, owner);
    expect(await matchOf(pair.one, pair.ones)).toMatchObject({
      disclosure: 'BODY',
      opened: 'FULL',
      organization: { code: 'UBND-18073' },
      issue: null,
    });
    expect(await matchOf(pair.other, pair.others)).toMatchObject({
      disclosure: 'FULL',
      opened: 'BODY',
      issue: { id: pair.ones.id },
    });
    const { events } = await pair.other.ask<{
      events: { nodes: { issue: { id: string } | null; organization: { code: string } }[] };
    }>(
      '{ events(first: 100, filter: { types: ["access.granted"] }) { nodes { issue { id } organization { code } } } }',
    );
    expect(events.nodes.at(-1)).toEqual({ issue: { id: pair.ones.id }, organization: { code: 'MTTQ-18073' } });
  });
});

describe('settings', () => {
  it('are the body’s own, with a version', async () => {
    const read = async (actor: Actor): Promise<object> =>
      actor.ask(`{ ${settings.replace('settings', 'matchSettings')} }`);
    const fresh = { matchSettings: { enabled: true, disclosure: 'EXISTS', version: 0, rules: [] } };
    expect(await read(leaders.front)).toEqual(fresh);
    await mutate(leaders.front, 'matchSettingsChange', { enabled: false, expectedVersion: 0 });
    expect(await refused(leaders.front, 'matchSettingsChange', { enabled: true, expectedVersion: 0 })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
    expect(await read(leaders.front)).toMatchObject({
      matchSettings: { enabled: false, disclosure: 'EXISTS', version: 1 },
    });
    expect(await read(leaders.committee)).toEqual(fresh);
  });

  it('have rules for other bodies alone, which end when they say nothing', async () => {
    const field = 'input.organizationId';
    const own = await organizationId(leaders.front, 'MTTQ-18073');
    const committee = await organizationId(leaders.front, 'UBND-18073');
    expect(await refused(leaders.front, 'matchRuleSet', { organizationId: own, muted: true })).toEqual({
      code: 'BAD_INPUT',
      field,
    });
    expect(await refused(leaders.front, 'matchRuleSet', { organizationId: 'org_x', muted: true })).toEqual({
      code: 'BAD_INPUT',
      field,
    });
    await mutate(leaders.front, 'matchRuleSet', { organizationId: committee, disclosure: 'BODY' });
    const { settings: after } = await mutate<{ settings: object }>(
      leaders.front,
      'matchRuleSet',
      { organizationId: committee },
      settings,
    );
    expect(after).toMatchObject({ rules: [] });
  });
});
