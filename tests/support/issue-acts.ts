import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Actor } from './actor.ts';
import type { TestApp } from './app.ts';
import { collectIssue, type IssueRef } from './factories.ts';
import { issueInMatter } from './issues.ts';
import { mutate, refused } from './mutations.ts';
import type { Owner } from './owner.ts';

type Input = Record<string, unknown>;

/** A change of an issue that is open to its owner alone. */
export interface OwnersAct {
  name: string;
  /** Path of the argument that names the issue. */
  field: string;
  input(issue: IssueRef): Promise<Input> | Input;
}

export interface Scene {
  app: TestApp;
  owner: Owner;
  /** Of MTTQ-18073, which owns the issues. */
  front: Actor;
  /** Of the same body, in a role that does not reach the act. */
  weaker: Actor;
}

/** `work` leaves every table as it was. */
export async function expectUntouched(owner: Owner, work: () => Promise<void>): Promise<void> {
  const before = await owner.state();
  await work();
  const after = await owner.state();
  const changed = Object.keys(after).filter((table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]));
  expect(changed).toEqual([]);
}

/** All that the act answers to those whose issue it is not; nothing of it changes anything. */
export async function expectStrangersRefused({ app, owner, front, weaker }: Scene, act: OwnersAct): Promise<void> {
  const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
  const open = await collectIssue(front, { visibility: 'NETWORK' });
  const inMatter = await issueInMatter(front, {
    'UBND-18073': 'COORDINATING',
    'HDND-18073': 'SUPERVISING',
    'ND-18073': 'INFORMED',
  });
  const unknown = { ...issue, id: 'issue_0198c0de-0000-7000-8000-000000000000' };
  await expectUntouched(owner, async () => {
    expect((await app.nobody().send(documentOf(act), { input: await act.input(issue) })).status).toBe(401);
    expect(await refused(app.nobody(), act.name, await act.input(issue))).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(weaker, act.name, await act.input(issue))).toEqual({ code: 'FORBIDDEN' });
    for (const [code, target] of [
      ['CD-18073', issue],
      ['CD-18073', inMatter.issue],
      ['CD-18073', unknown],
      ['MTTQ-42', issue],
    ] as const) {
      const answer = { code: 'NOT_FOUND', field: act.field };
      expect([code, await refused(app.app(code), act.name, await act.input(target))]).toEqual([code, answer]);
    }
    for (const [code, target] of [
      ['PN-18073', issue],
      ['CD-18073', open],
      ['UBND-18073', inMatter.issue],
      ['HDND-18073', inMatter.issue],
      ['ND-18073', inMatter.issue],
    ] as const) {
      const answer = { code: 'FORBIDDEN', field: act.field };
      expect([code, await refused(app.app(code), act.name, await act.input(target))]).toEqual([code, answer]);
    }
    for (const id of ['', 'x', issue.id.toUpperCase(), `${issue.id} `, issue.id.replace('issue', 'matter')]) {
      const answer = { code: 'BAD_INPUT', field: act.field };
      expect([id, await refused(front, act.name, await act.input({ ...issue, id }))]).toEqual([id, answer]);
    }
  });
}

const documentOf = ({ name }: OwnersAct): string =>
  `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { position } }`;

export interface Repeatable {
  name: string;
  /** Input of a change that has one event, new at each call. */
  make(actor: Actor): Promise<Input>;
  /** Another input that the same body might send under the same key. */
  other(input: Input): Input;
  /** How often the change has been told to its body. */
  told(actor: Actor, input: Input): Promise<number>;
}

/**
 * One key: one effect, however often and however close together; another input is refused; another body or another
 * mutation with that key goes its own way.
 */
export async function expectIdempotent(front: Actor, women: Actor, act: Repeatable): Promise<void> {
  const idempotencyKey = randomUUID();
  const input = { ...(await act.make(front)), idempotencyKey };
  const [one, twin] = await Promise.all([mutate(front, act.name, input), mutate(front, act.name, input)]);
  const again = await mutate(front, act.name, Object.fromEntries(Object.entries(input).toReversed()));
  expect([twin, again]).toEqual([one, one]);
  expect(await act.told(front, input)).toBe(1);
  expect(await refused(front, act.name, { ...act.other(input), idempotencyKey })).toEqual({
    code: 'IDEMPOTENCY_MISMATCH',
    field: 'input.idempotencyKey',
  });
  expect(await act.told(front, input)).toBe(1);

  const theirs = { ...(await act.make(women)), idempotencyKey };
  await mutate(women, act.name, theirs);
  expect(await act.told(women, theirs)).toBe(1);
  const subjectId = (await collectIssue(front)).id;
  await mutate(front, 'commentAdd', { subjectId, body: 'Đã xem.', idempotencyKey });
}

/** What the actor's body hears of after a position, without waiting for more than `count`. */
export async function heardAfter(actor: Actor, position: string, count: number): Promise<string[]> {
  for (let attempt = 0; ; attempt += 1) {
    const { events } = await actor.ask<{ events: { nodes: { type: string; issue: { code: string } | null }[] } }>(
      'query ($after: String!) { events(after: $after, first: 100) { nodes { type issue { code } } } }',
      { after: position },
    );
    if (events.nodes.length >= count || attempt > 200)
      return events.nodes.map((event) => `${event.type} ${event.issue?.code}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The log after `position` begins with what happens next, and holds nothing of the change that answered it. */
export async function expectContinues(actor: Actor, position: string): Promise<void> {
  const next = await collectIssue(actor);
  expect(await heardAfter(actor, position, 1)).toEqual([`issue.collected ${next.code}`]);
}
