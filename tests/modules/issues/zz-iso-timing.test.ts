import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Play } from '../../support/isolation/play.ts';
import { draftOf } from '../../support/isolation/acts.ts';
import { readSources } from '../../support/isolation/facts.ts';
import { Oracle } from '../../support/isolation/oracle.ts';
import { openWorld, type World } from '../../support/isolation/world.ts';
let world: World;
beforeAll(async () => { world = await openWorld(); }, 60_000);
afterAll(() => world?.close());
const time = async (s: string, f: () => Promise<unknown>, n = 5) => { const out = []; for (let i = 0; i < n; i += 1) { const t = performance.now(); await f(); out.push((performance.now() - t).toFixed()); } process.stderr.write(`${s}: ${out.join(' ')}\n`); };
it('times', async () => {
  const play = await Play.begin(world);
  const { front } = world.bodies;
  const sel = world.selections as any;
  await time('small', () => front.app.ask('mutation($input: IssueCollectInput!) { issueCollect(input: $input) { issue { id } } }', { input: draftOf(play) }), 8);
  for (const reach of [{ depth: 1, first: 5 }, { depth: 2, first: 3 }, { depth: 3, first: 3 }]) {
    const pieces = sel.pieces(sel.composite('IssueCollectPayload'), { ...reach, depth: reach.depth + 1 }).join(' ');
    await time(`payload ${JSON.stringify(reach)}`, () => front.app.ask(`mutation($input: IssueCollectInput!) { issueCollect(input: $input) { ${pieces} } }`, { input: draftOf(play) }), 8);
  }
  await time('facts', () => readSources(world.owner));
  await time('oracle', async () => { const t = await readSources(world.owner); const o = new Oracle(t, world.members); for (const b of world.members.organizations) o.marksOf(b); });
  const ids = (await readSources(world.owner)).issue!.map((r) => `issue_${r.id}`);
  for (const reach of [{ depth: 1, first: 20 }, { depth: 2, first: 5 }, { depth: 3, first: 3 }]) for (const d of sel.nodes('Issue', reach)) {
    await time(`nodes 1 ${JSON.stringify(reach)}`, () => front.app.ask(d.query, { ids: ids.slice(0, 1) }), 8);
    await time(`nodes ${d.batch}`, () => front.app.ask(d.query, { ids: ids.slice(0, d.batch) }), 3);
  }
  expect(1).toBe(1);
}, 120_000);
