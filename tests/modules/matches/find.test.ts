import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue } from '../../support/factories.ts';
import {
  collectPair,
  flooded,
  floodedToo,
  matchesOf,
  matchOf,
  settled,
  unlike,
  type Pair,
} from '../../support/matches.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;
let pair: Pair;

beforeAll(async () => {
  app = await startTestApp({ jobs: true });
  owner = await openOwner(app);
  await collectIssue(app.app('PN-18073'), unlike);
  pair = await collectPair(app, owner);
}, 60_000);

afterAll(async () => {
  await owner?.close();
  await app?.close();
});

describe('a search', () => {
  it('finds for both bodies what they have in common, and tells neither what the other has', async () => {
    const [one, other] = [await matchOf(pair.one, pair.ones), await matchOf(pair.other, pair.others)];
    expect(one).toMatchObject({
      state: 'PROPOSED',
      disclosure: 'EXISTS',
      organization: null,
      issue: null,
      verdicts: [],
    });
    expect(other).toMatchObject({ state: 'PROPOSED', disclosure: 'EXISTS', organization: null, issue: null });
    expect(one.score).toBe(other.score);
    expect(one.id).not.toBe(other.id);
    expect(one.evidence.length).toBeGreaterThan(0);
  });
});
