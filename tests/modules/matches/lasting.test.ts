import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { Actor } from '../../support/actor.ts';
import {
  clearCorpus,
  collectPair,
  decide,
  flooded,
  matchesOf,
  matchOf,
  settled,
  unlike,
  type Pair,
} from '../../support/matches.ts';
import { mutate } from '../../support/mutations.ts';
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

async function edit(actor: Actor, issue: { id: string }, change: object): Promise<void> {
  const { node } = await actor.ask<{ node: { version: number } }>(
    'query ($id: ID!) { node(id: $id) { ... on Issue { version } } }',
    { id: issue.id },
  );
  await mutate(actor, 'issueEdit', { id: issue.id, expectedVersion: node.version, ...change });
  await settled(owner);
}

/** As `npm run matches:rebuild` begins it, and the server takes it up. */
async function rematch(): Promise<void> {
  await owner.rows(`update matching.rebuild set engine_version = 'earlier'`);
  await owner.rows(`insert into jobs.job_common (name, policy) values ('matches.keepUp', 'standard')`);
  const end = Date.now() + 20_000;
  for (;;) {
    const [open] = await owner.rows<{ open: number }>(
      `select (select count(*) from matching.rebuild where phase <> 'DONE' or engine_version = 'earlier')::int
        - (select count(*) from matching.rebuild where engine_version = 'earlier')::int
        + (select case when count(*) filter (where engine_version <> 'earlier' and phase = 'DONE') = 0 then 1 else 0 end
          from matching.rebuild)::int as open`,
    );
    if (open!.open === 0) break;
    if (Date.now() > end) throw new Error('The rebuild did not end');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await settled(owner);
}

const touchedUp = { description: `${flooded.description} Nước rút rất chậm.` };

describe('a rejected match', () => {
  it('stays rejected through an edit, another search of everything, and a restart', async () => {
    await decide(pair.one, await matchOf(pair.one, pair.ones), 'UNRELATED');
    const before = await matchOf(pair.other, pair.others);
    await edit(pair.one, pair.ones, touchedUp);
    await rematch();
    await app.restart();
    [pair.one, pair.other] = [app.app('MTTQ-18073'), app.app('UBND-18073')];
    await edit(pair.other, pair.others, { voices: 9 });
    expect(await matchOf(pair.one, pair.ones)).toMatchObject({ state: 'REJECTED' });
    expect(await matchOf(pair.other, pair.others)).toMatchObject({ id: before.id, state: 'REJECTED' });
  }, 60_000);
});

describe('verdicts', () => {
  it('survive an edit of less than half of the text', async () => {
    await decide(pair.one, await matchOf(pair.one, pair.ones), 'SAME');
    await edit(pair.one, pair.ones, touchedUp);
    expect(await matchOf(pair.one, pair.ones)).toMatchObject({
      state: 'PROPOSED',
      changedSince: false,
      verdicts: [{ verdict: 'SAME', standing: true }],
    });
  });

  it('are asked again of both sides once more than half is another, also by several small edits', async () => {
    await decide(pair.one, await matchOf(pair.one, pair.ones), 'SAME');
    await decide(pair.other, await matchOf(pair.other, pair.others), 'SAME');
    const words = unlike.description.split(' ');
    const kept = flooded.description.split(' ');
    for (const share of [0.35, 0.7, 1]) {
      const mixed = [
        ...words.slice(0, Math.round(words.length * share)),
        ...kept.slice(Math.round(kept.length * share)),
      ];
      await edit(pair.one, pair.ones, {
        description: mixed.join(' '),
        ...(share === 1 && { title: unlike.title, place: unlike.place }),
      });
    }
    const after = await matchOf(pair.one, pair.ones);
    expect(after).toMatchObject({
      state: 'PROPOSED',
      changedSince: true,
      verdicts: [{ verdict: 'SAME', standing: false }],
    });
    expect(after.allowedActions).toContain('matchDecide');
    expect(await matchOf(pair.other, pair.others)).toMatchObject({ state: 'PROPOSED', changedSince: true });
    const { events } = await pair.other.ask<{ events: { nodes: { subjectId: string }[] } }>(
      '{ events(first: 100, filter: { types: ["match.changed"] }) { nodes { subjectId } } }',
    );
    expect(events.nodes.at(-1)!.subjectId).toBe((await matchOf(pair.other, pair.others)).id);
    expect((await decide(pair.one, after, 'UNRELATED')).changedSince).toBe(false);
  }, 60_000);
});

describe('a proposal that nobody has touched', () => {
  it('is taken back when the texts no longer resemble each other', async () => {
    await edit(pair.one, pair.ones, { title: unlike.title, description: unlike.description, place: unlike.place });
    expect(await matchesOf(pair.one, pair.ones)).toEqual([]);
    expect(await matchesOf(pair.other, pair.others)).toEqual([]);
    expect(
      await owner.rows(
        'select from match_evidence e where not exists (select from match m where m.pair_id = e.pair_id)',
      ),
    ).toEqual([]);
  });

  it('keeps its id when everything is searched again', async () => {
    const before = [await matchOf(pair.one, pair.ones), await matchOf(pair.other, pair.others)];
    await rematch();
    const after = [await matchOf(pair.one, pair.ones), await matchOf(pair.other, pair.others)];
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  }, 40_000);
});
