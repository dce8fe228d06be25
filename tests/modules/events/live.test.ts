import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { listen, logOf, now, settledLogOf, type Live, type LiveEvent } from '../../support/live.ts';
import { mutate } from '../../support/mutations.ts';
import { quickest } from '../../support/quickest.ts';

let app: TestApp;
let front: Actor;
let officer: Actor;
let women: Actor;
let outsider: Actor;
const open: Live[] = [];
const follow = (actor: Actor, ...rest: Parameters<typeof listen> extends [unknown, ...infer R] ? R : never): Live => {
  const live = listen(actor, ...rest);
  open.push(live);
  return live;
};
beforeAll(async () => {
  app = await startTestApp();
  [front, officer, women, outsider] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('OFFICER', 'MTTQ-18073'),
    app.actor('COORDINATOR', 'PN-18073'),
    app.actor('COORDINATOR', 'CD-18073'),
  ]);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((live) => live.stop()));
});
afterAll(() => app.close());

/** Type and subject, which is all that the order of events is about. */
const lines = (events: readonly LiveEvent[]): string[] => events.map(({ type, subjectId }) => `${type} ${subjectId}`);
const share = (actor: Actor, id: string, organizationIds: string[]): Promise<unknown> =>
  mutate(actor, 'issueShare', { id, organizationIds });
const edit = async (actor: Actor, id: string, title: string): Promise<string> => {
  const { node } = await actor.ask<{ node: { version: number } }>(
    'query ($id: ID!) { node(id: $id) { ... on Issue { version } } }',
    { id },
  );
  return (await mutate(actor, 'issueEdit', { id, title, expectedVersion: node.version })).position;
};

describe('a stream', () => {
  it('tells what is done, to each body its own part, exactly and in order', async () => {
    const [forFront, forWomen] = [
      follow(front, { variables: { after: await now(front) } }),
      follow(women, { variables: { after: await now(women) } }),
    ];
    const secret = await collectIssue(front, { title: 'Cống thoát nước bị tắc' });
    const shared = await collectIssue(front, { title: 'Đèn đường hỏng', sharedWith: ['PN-18073'] });
    await mutate(women, 'commentAdd', { subjectId: shared.id, body: 'Chị em cũng phản ánh.' });
    await edit(front, shared.id, 'Đèn đường hỏng đã hai tuần');
    const theirs = await collectIssue(women, { visibility: 'NETWORK' });
    await forFront.count(5);
    await forWomen.count(4);
    const [secretOne, sharedOne, comment, edited, theirsOne] = lines(forFront.events);
    expect([secretOne, sharedOne, edited, theirsOne]).toEqual([
      `issue.collected ${secret.id}`,
      `issue.collected ${shared.id}`,
      `issue.edited ${shared.id}`,
      `issue.collected ${theirs.id}`,
    ]);
    expect(comment).toMatch(/^comment\.added comment_/);
    expect(lines(forWomen.events)).toEqual([sharedOne, comment, edited, theirsOne]);
    // Content is read when the event is delivered, names of the actor by the actor's own body alone.
    expect(forFront.events[0]).toMatchObject({
      __typename: 'IssueEvent',
      issue: { code: secret.code, title: 'Cống thoát nước bị tắc' },
    });
    expect(forFront.events[2]).toMatchObject({
      __typename: 'CommentEvent',
      organization: { code: 'PN-18073' },
      actor: null,
    });
    expect(forWomen.events[1]!.actor!.name).toContain('Điều phối viên');
    expect(forWomen.raw.join()).not.toContain('Cống thoát nước');
    // The cursor is bound to its reader; the event is the same.
    expect(forWomen.events.map((event) => event.id)).toEqual(forFront.events.slice(1).map((event) => event.id));
    expect(forWomen.cursors.filter((cursor) => forFront.cursors.includes(cursor))).toEqual([]);
  });

  it('is the log of the query: same events, same cursors, same pages', async () => {
    const live = follow(front, { variables: { after: (await logOf(front))[0]!.cursor } });
    for (let n = 0; n < 2; n += 1) await collectIssue(front);
    const last = await collectIssue(front);
    // What has been delivered is not held back any more.
    await live.until(() => live.events.at(-1)?.subjectId === last.id);
    const all = await logOf(front);
    expect(live.events).toEqual(all.slice(1));
    expect(live.cursors).toEqual(live.events.map((event) => event.cursor));
    expect(await logOf(front, {}, 2)).toEqual(all);
  });

  it('resumes after a lost connection without gap and without double', async () => {
    const start = await now(front);
    const first = follow(front, { variables: { after: start } });
    const issue = await collectIssue(front);
    await edit(front, issue.id, 'Lần một');
    await first.count(2);
    await first.stop();
    await edit(front, issue.id, 'Lần hai');
    await edit(front, issue.id, 'Lần ba');
    const second = follow(front, { variables: { after: first.cursors[0] } });
    await second.count(3);
    await edit(front, issue.id, 'Lần bốn');
    await second.count(4);
    const whole = follow(front, { variables: { after: start } });
    await whole.count(5);
    expect(second.events.map((event) => event.id)).toEqual(whole.events.slice(1).map((event) => event.id));
    expect(new Set(second.cursors).size).toBe(4);
  });

  it('goes over from the past into the present without a seam, while others write', async () => {
    const start = await now(front);
    const writers = [front, officer, women, outsider].map(async (actor) => {
      for (let n = 0; n < 12; n += 1) await collectIssue(actor, { visibility: 'NETWORK' });
    });
    const state = { written: false };
    const written = Promise.all(writers).then(() => (state.written = true));
    const streams: Live[] = [];
    while (!state.written && streams.length < 60) {
      streams.push(follow(front, { variables: { after: start } }));
      await delay(60);
    }
    await written;
    const last = await collectIssue(front);
    for (const stream of streams) await stream.until(() => stream.events.at(-1)?.subjectId === last.id);
    const told = (await logOf(front)).map((event) => event.id);
    const expected = told.slice(told.indexOf(streams[0]!.events[0]!.id));
    expect(expected.length).toBe(49);
    for (const stream of streams) expect(stream.events.map((event) => event.id)).toEqual(expected);
  });

  it('begins after the position of a mutation, with nothing older, also before the log has come so far', async () => {
    const issue = await collectIssue(front);
    for (let n = 0; n < 5; n += 1) {
      const position = await edit(front, issue.id, `Lần ${n}`);
      const live = follow(front, { variables: { after: position } });
      await edit(front, issue.id, `Tiếp theo ${n}`);
      await live.count(1);
      expect(live.events.map((event) => event.issue!.title)).toEqual([`Tiếp theo ${n}`]);
    }
  });

  it('without a cursor begins now', async () => {
    const passed = follow(front, { variables: { after: await now(front) } });
    const earlier = await collectIssue(front);
    await passed.until(({ events }) => events.at(-1)?.subjectId === earlier.id);
    const live = follow(front);
    // Its "now" is some moment after it was asked for: whatever comes then, comes whole.
    const collected: string[] = [];
    while (live.events.length === 0) collected.push((await collectIssue(front)).id);
    collected.push((await collectIssue(front)).id);
    await live.until(({ events }) => events.at(-1)?.subjectId === collected.at(-1));
    expect(live.events.map((event) => event.subjectId)).toEqual(collected.slice(-live.events.length));
  });

  it('serves actors of one body with what each may see, and many of one actor alike', async () => {
    const after = await now(front);
    const query = `subscription ($after: String) { events(after: $after) { cursor event { type issue { viewerFollows viewerAccess { allowedActions } } } } }`;
    const streams = [front, front, officer, officer].map((actor) => follow(actor, { query, variables: { after } }));
    const issue = await collectIssue(front);
    await mutate(front, 'follow', { subjectId: issue.id });
    await edit(front, issue.id, 'Đã theo dõi');
    for (const stream of streams) await stream.count(2);
    const [one, two, three, four] = streams.map((stream) => stream.events.at(-1)) as unknown as {
      issue: { viewerFollows: boolean; viewerAccess: { allowedActions: string[] } };
    }[];
    expect(one).toEqual(two);
    expect(three).toEqual(four);
    expect([one!.issue.viewerFollows, three!.issue.viewerFollows]).toEqual([true, false]);
    expect(three!.issue.viewerAccess.allowedActions.length).toBeLessThan(one!.issue.viewerAccess.allowedActions.length);
  });

  it('answers in the shape that was asked for: aliases, fragments, directives', async () => {
    const query = `subscription S($after: String, $with: Boolean!) { live: events(after: $after) { ...Step what: event { kind: __typename } } }
      fragment Step on EventDelivery { at: cursor what: event { type @include(if: $with) } }`;
    const after = await now(front);
    const streams = [true, false].map((flag) => follow(front, { query, variables: { after, with: flag } }));
    await collectIssue(front);
    for (const stream of streams) await stream.until(({ raw }) => raw.length > 0);
    const [full, bare] = streams.map((stream) => JSON.parse(stream.raw[0]!) as unknown);
    const at = expect.stringMatching(/^[\w-]{50}$/);
    expect(full).toEqual({ data: { live: { at, what: { type: 'issue.collected', kind: 'IssueEvent' } } } });
    expect(bare).toEqual({ data: { live: { at, what: { kind: 'IssueEvent' } } } });
  });
});

describe('what is no longer a body’s business', () => {
  it('is told to it within 2 s', async () => {
    const organizationIds = [await organizationId(front, 'PN-18073')];
    const live = follow(women, { variables: { after: await now(women) } });
    const untilRevoked = async (): Promise<number> => {
      const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
      await live.until(({ events }) => events.at(-1)?.subjectId === issue.id);
      await mutate(front, 'issueUnshare', { id: issue.id, organizationIds });
      const revokedAt = performance.now();
      await live.until(({ events }) => events.at(-1)?.type === 'access.revoked');
      return performance.now() - revokedAt;
    };
    expect(await quickest(2000, untilRevoked)).toBeLessThan(2000);
  });

  it('is told to it as access.revoked, without content, and then no more', async () => {
    const after = await now(women);
    const live = follow(women, { variables: { after } });
    const issue = await collectIssue(front, { title: 'Nắp hố ga bị mất', sharedWith: ['PN-18073'] });
    await live.count(1);
    await mutate(front, 'issueUnshare', { id: issue.id, organizationIds: [await organizationId(front, 'PN-18073')] });
    await live.count(2);
    await edit(front, issue.id, 'Nắp hố ga đã thay');
    const own = await collectIssue(women);
    await live.until(() => live.events.at(-1)?.subjectId === own.id);
    expect(lines(live.events)).toEqual([
      `issue.collected ${issue.id}`,
      `access.revoked ${issue.id}`,
      `issue.collected ${own.id}`,
    ]);
    expect(live.events[1]).toMatchObject({ __typename: 'AccessEvent', issue: null, matter: null });
    expect(live.raw[1]).not.toContain('hố ga');

    // Whoever comes back from before: the tail still remembers that the first event was for it.
    const again = follow(women, { variables: { after } });
    await again.until(() => again.events.at(-1)?.subjectId === own.id);
    expect(lines(again.events)).toEqual(lines(live.events.slice(1)));
    expect(again.raw.join()).not.toContain('hố ga');
    expect(again.cursors).toEqual(again.events.map((event) => event.cursor)); // nothing empty in its place
  });

  it('and what becomes its business, is told as access.granted', async () => {
    const live = follow(women, { variables: { after: await now(women) } });
    const owner = follow(front, { variables: { after: await now(front) } });
    const issue = await collectIssue(front, { title: 'Cây đổ chắn lối' });
    await owner.count(1); // the log has passed it: what came before is not told again
    await share(front, issue.id, [await organizationId(front, 'PN-18073')]);
    await live.until(({ events }) => events.some((event) => event.type === 'issue.shared'));
    expect(lines(live.events).toSorted()).toEqual([`access.granted ${issue.id}`, `issue.shared ${issue.id}`]);
    expect(live.events[0]!.issue).toMatchObject({ title: 'Cây đổ chắn lối' });
  });

  it('stays out where a remark is internal', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    const [own, other] = [
      follow(front, { variables: { after: await now(front) } }),
      follow(women, { variables: { after: await now(women) } }),
    ];
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Nội bộ: chờ ý kiến.', internal: true });
    await mutate(front, 'commentAdd', { subjectId: issue.id, body: 'Đã tiếp nhận.' });
    await own.count(2);
    await other.count(1);
    expect(other.events.map((event) => event.id)).toEqual([own.events[1]!.id]);
    expect((await logOf(women)).filter((event) => event.id === own.events[0]!.id)).toEqual([]);
  });
});

describe('timelines', () => {
  const timeline = `query ($code: String!, $after: String) { issue(code: $code) { viewerAccess { level }
    timeline(first: 2, after: $after) { nodes { type cursor } pageInfo { hasNextPage endCursor } } } }`;
  interface Answer {
    issue: {
      viewerAccess: { level: string };
      timeline: { nodes: { type: string; cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
  }

  it('are the events of one object with the cursors of the log, page by page', async () => {
    const issue = await collectIssue(front);
    const filter = { issueIds: [issue.id] };
    for (const title of ['Một', 'Hai', 'Ba']) await edit(front, issue.id, title);
    const one = await front.ask<Answer>(timeline, { code: issue.code });
    const two = await front.ask<Answer>(timeline, { code: issue.code, after: one.issue.timeline.pageInfo.endCursor });
    expect(one.issue.timeline.pageInfo.hasNextPage).toBe(true);
    expect(two.issue.timeline.pageInfo.hasNextPage).toBe(false);
    const told = await settledLogOf(front, 4, filter);
    expect([...one.issue.timeline.nodes, ...two.issue.timeline.nodes]).toEqual(
      told.map(({ type, cursor }) => ({ type, cursor })),
    );
    const live = follow(front, { variables: { after: one.issue.timeline.pageInfo.endCursor, filter } });
    await live.count(2);
    expect(live.cursors).toEqual(two.issue.timeline.nodes.map((event) => event.cursor));
  });

  it('are empty for whoever sees a summary alone', async () => {
    const issue = await collectIssue(front);
    const { matter } = await mutate<{ matter: { id: string } }>(
      front,
      'matterOpen',
      { title: 'Vụ việc', issueIds: [issue.id] },
      'matter { id }',
    );
    await mutate(front, 'matterInvite', {
      matterId: matter.id,
      organizationId: await organizationId(front, 'CD-18073'),
      role: 'INFORMED',
    });
    const { issue: seen } = await outsider.ask<Answer>(timeline, { code: issue.code });
    expect(seen.viewerAccess.level).toBe('SUMMARY');
    expect(seen.timeline).toMatchObject({ nodes: [] });
  });
});
