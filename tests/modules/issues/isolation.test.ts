import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { levelsOf } from '../../support/isolation/acts.ts';
import { leaksOf, Play } from '../../support/isolation/play.ts';
import { levelsAtTheEnd, tellStory, type Labels } from '../../support/isolation/story.ts';
import { openWorld, type World } from '../../support/isolation/world.ts';

let world: World;
let play: Play;
let labels: Labels;
beforeAll(async () => {
  let t = performance.now();
  const lap = (s: string) => { process.stderr.write(`${s} ${(performance.now() - t).toFixed()} ms\n`); t = performance.now(); };
  world = await openWorld();
  lap('world');
  play = await Play.begin(world);
  try { labels = await tellStory(play); } finally { lap(`story ${play.step} steps`); }
}, 60_000);
afterAll(() => world?.close());

describe('the story', () => {
  it('ends with the levels that the rules give', () => {
    const levels = Object.fromEntries(Object.keys(levelsAtTheEnd).map((label) => [label, levelsOf(play, labels[label]!)]));
    expect(levels).toEqual(levelsAtTheEnd);
  });
  it('leaks nothing in payloads', () => {
    expect(leaksOf(play, play.outputs)).toEqual([]);
  });
});
