import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { areaId, collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { listen, logOf, now, type Live } from '../../support/live.ts';
import { openMatter, type MatterRef } from '../../support/matters.ts';
import { mutate } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let officer: Actor;
let women: Actor;
let start: string;
let drain: IssueRef;
let road: IssueRef;
let theirs: IssueRef;
let matter: MatterRef;
const open: Live[] = [];

beforeAll(async () => {
  app = await startTestApp();
  [front, officer, women] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('OFFICER', 'MTTQ-18073'),
    app.actor('COORDINATOR', 'PN-18073'),
  ]);
  start = await now(front);
  drain = await collectIssue(front, { topicCode: 'DRAINAGE' });
  road = await collectIssue(front, { topicCode: 'TRANSPORT', areaId: await areaId(front, '18685') });
  theirs = await collectIssue(women, { topicCode: 'LAND', visibility: 'NETWORK' });
  matter = await openMatter(front, { issue: drain });
  await mutate(front, 'commentAdd', { subjectId: matter.id, body: 'Đã họp.' });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((live) => live.stop()));
});
afterAll(() => app.close());

const follow = (filter: Record<string, unknown>, after = start): Live => {
  const live = listen(front, { variables: { after, filter } });
  open.push(live);
  return live;
};

const comment = async (actor: Actor, subjectId: string): Promise<string> =>
  (await mutate<{ comment: { id: string } }>(actor, 'commentAdd', { subjectId, body: 'Ghi nhận.' }, 'comment { id }'))
    .comment.id;

/** What a stream with this filter tells of all that has happened, which is also what the query does. */
async function told(filter: Record<string, unknown>): Promise<string[]> {
  const [all, some] = [follow({}), follow(filter)];
  const last = await comment(front, theirs.id);
  await all.until(({ events }) => events.at(-1)?.subjectId === last);
  const queried = (await logOf(front, filter, 100, start)).map((event) => event.id);
  await some.count(queried.length);
  await delay(60); // for what should not come, which a busy machine can only hide
  expect(some.events.map((event) => event.id)).toEqual(queried);
  return some.events.filter(({ subjectId }) => !subjectId.startsWith('comment_')).map(nameOf);
}

const nameOf = ({ type, subjectId }: { type: string; subjectId: string }): string => {
  const names = { [drain.id]: 'drain', [road.id]: 'road', [theirs.id]: 'theirs', [matter.id]: 'matter' };
  return `${type} ${names[subjectId]!}`;
};

describe('a filter of events', () => {
  const ofMatter = ['issue.statusChanged drain', 'matter.issueAdded matter', 'matter.opened matter'];
  const collected = ['issue.collected drain', 'issue.collected road', 'issue.collected theirs'];

  it('of nothing lets everything through, an empty list nothing', async () => {
    expect((await told({})).toSorted()).toEqual([...collected, ...ofMatter].toSorted());
    for (const name of ['types', 'issueIds', 'matterIds', 'organizationIds', 'topicCodes', 'areaIds']) {
      expect(await told({ [name]: [] })).toEqual([]);
    }
  });

  it('by types, also one that there is not', async () => {
    expect(await told({ types: ['issue.collected', 'issue.imagined'] })).toEqual(collected);
    expect(await told({ types: ['ISSUE.COLLECTED'] })).toEqual([]);
  });

  it('by issues, also one that is not to be seen', async () => {
    const hidden = await collectIssue(women);
    expect((await told({ issueIds: [drain.id, hidden.id] })).toSorted()).toEqual([
      'issue.collected drain',
      ...ofMatter.slice(0, 2),
    ]);
  });

  it('by matters', async () => {
    const live = follow({ matterIds: [matter.id] });
    await live.count(3);
    expect(live.events.map((event) => event.type)).toEqual(['matter.opened', 'matter.issueAdded', 'comment.added']);
    expect(await told({ matterIds: [matter.id] })).toEqual(['matter.opened matter', 'matter.issueAdded matter']);
  });

  it('by whose act it was', async () => {
    expect(await told({ organizationIds: [await organizationId(front, 'PN-18073')] })).toEqual([
      'issue.collected theirs',
    ]);
  });

  it('by topics: of an issue, or of an issue of a matter', async () => {
    expect((await told({ topicCodes: ['DRAINAGE'] })).toSorted()).toEqual(['issue.collected drain', ...ofMatter]);
    expect(await told({ topicCodes: ['TRANSPORT', 'NONE'] })).toEqual(['issue.collected road']);
  });

  it('by areas, those below included', async () => {
    expect(await told({ areaIds: [await areaId(front, '18685')] })).toEqual(['issue.collected road']);
    expect((await told({ areaIds: [await areaId(front, '42')] })).length).toBe(6);
  });

  it('by several: all of them', async () => {
    expect(await told({ types: ['issue.collected'], topicCodes: ['DRAINAGE', 'LAND'] })).toEqual([
      'issue.collected drain',
      'issue.collected theirs',
    ]);
    expect(await told({ types: ['issue.collected'], issueIds: [matter.id.replace('matter', 'issue')] })).toEqual([]);
  });
});

describe('followed', () => {
  it('is what the office follows when the event is told: issue, matter, topic, area or body', async () => {
    const [always, never] = [
      await collectIssue(women, { visibility: 'NETWORK', topicCode: 'LAND', areaId: await areaId(front, '18685') }),
      await collectIssue(women, { visibility: 'NETWORK', topicCode: 'LAND', areaId: await areaId(front, '18685') }),
    ];
    await mutate(front, 'follow', { subjectId: always.id });
    const after = await now(front);
    const [yes, no] = [follow({ followed: true }, after), follow({ followed: false }, after)];
    const expected: { yes: string[]; no: string[] } = { yes: [], no: [] };
    const say = async (actor: Actor, subjectId: string, to: 'yes' | 'no'): Promise<void> => {
      const id = await comment(actor, subjectId);
      expected[to].push(id);
      await { yes, no }[to].until(({ events }) => events.at(-1)?.subjectId === id);
    };
    const happen = async (subjectId: string, to: 'yes' | 'no'): Promise<void> => {
      await say(front, subjectId, to);
      // Both streams have passed it once they tell of what comes after it: only then may what is followed change.
      await say(women, always.id, 'yes');
      await say(women, never.id, 'no');
    };
    const { topics } = await front.ask<{ topics: { id: string; code: string }[] }>('{ topics { id code } }');
    await mutate(officer, 'follow', { subjectId: drain.id });
    await happen(drain.id, 'no');
    for (const subjectId of [
      drain.id,
      topics.find(({ code }) => code === 'DRAINAGE')!.id,
      await areaId(front),
      await organizationId(front, 'MTTQ-18073'),
    ]) {
      await mutate(front, 'follow', { subjectId });
      await happen(drain.id, 'yes');
      await mutate(front, 'unfollow', { subjectId });
    }
    await happen(drain.id, 'no');
    await mutate(front, 'follow', { subjectId: matter.id });
    await happen(matter.id, 'yes');
    await happen(road.id, 'no');
    const ids = (live: Live): string[] => live.events.map((event) => event.subjectId);
    expect({ yes: ids(yes), no: ids(no) }).toEqual(expected);
    await mutate(front, 'unfollow', { subjectId: always.id });
    expect((await logOf(front, { followed: true })).map((event) => event.matter?.code)).toEqual(
      Array.from({ length: 4 }, () => matter.code),
    );
  });
});
