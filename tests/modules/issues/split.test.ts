import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, type IssueRef } from '../../support/factories.ts';
import { expectStrangersRefused } from '../../support/issue-acts.ts';
import { issueTimeline, levelOf, offer } from '../../support/issues.ts';
import { openMatter, seeMatter } from '../../support/matters.ts';
import { expectOnce, mutate, refused } from '../../support/mutations.ts';
import { openOwner, setRoles, type Owner } from '../../support/owner.ts';

let app: TestApp;
let owner: Owner;
let front: Actor;
let women: Actor;
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  await setRoles(owner, 'MTTQ-18073', 'Cán bộ', ['AUDITOR']);
  [front, women] = [app.app('MTTQ-18073'), app.app('PN-18073')];
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

const contents = ['Nắp cống trước chợ bị vỡ.', 'Đèn đường trước chợ không sáng.'];
const parts = contents.map((text) => ({ title: text, description: text }));

interface Whole {
  status: string;
  voices: number;
  parent: { id: string } | null;
  parts: (IssueRef & { status: string; voices: number; visibility: string; parent: { id: string } | null })[];
}

async function seeWhole(actor: Actor, { code }: { code: string }): Promise<Whole | null> {
  const { issue } = await actor.ask<{ issue: Whole | null }>(
    `query ($code: String!) { issue(code: $code) { status voices parent { id }
      parts { id code version status voices visibility parent { id } } } }`,
    { code },
  );
  return issue;
}

async function splitIssue(more: object = {}): Promise<{ whole: IssueRef; parts: Whole['parts'] }> {
  const whole = await collectIssue(front, { voices: 12, ...more });
  await mutate(front, 'issueSplit', { id: whole.id, parts });
  return { whole, parts: (await seeWhole(front, whole))!.parts };
}

describe('issueSplit refuses', () => {
  it('strangers, readers, weaker roles, ids that are none', async () => {
    const weaker = await app.actor('OFFICER', 'MTTQ-18073');
    await expectStrangersRefused(
      { app, owner, front, weaker },
      { name: 'issueSplit', field: 'input.id', input: ({ id }) => ({ id, parts }) },
    );
  });

  it('fewer than two parts, too many, personal data and accusations in a part', async () => {
    const { id } = await collectIssue(front);
    const refusal = (given: object[]): Promise<object> => refused(front, 'issueSplit', { id, parts: given });
    const count = { code: 'BAD_INPUT', field: 'input.parts' };
    expect(await refusal(parts.slice(1))).toEqual(count);
    expect(await refusal(Array.from({ length: 21 }, () => parts[0]!))).toEqual(count);
    expect(await refusal([parts[0]!, { ...parts[1], title: 'Gọi 0912 345 678' }])).toEqual({
      code: 'PERSONAL_DATA',
      field: 'input.parts.1.title',
    });
    expect(await refusal([{ ...parts[0], description: 'Tôi tố cáo cán bộ nhận hối lộ.' }, parts[1]!])).toEqual({
      code: 'OUT_OF_SCOPE',
      field: 'input.parts.0.description',
    });
    expect((await seeWhole(front, { code: (await collectIssue(front)).code }))!.parts).toEqual([]);
  });

  it('what is referred or followed up already', async () => {
    const state = { code: 'INVALID_STATE', field: 'input.id' };
    const referred = await collectIssue(front);
    await offer(front, referred, 'UBND-18073');
    expect(await refused(front, 'issueSplit', { id: referred.id, parts })).toEqual(state);
    const { issue } = await openMatter(front);
    expect(await refused(front, 'issueSplit', { id: issue.id, parts })).toEqual(state);
  });
});

describe('issueSplit', () => {
  it('makes issues of the parts, open to whom the whole is open; the whole stays', async () => {
    const { whole, parts: made } = await splitIssue({ sharedWith: ['PN-18073'] });
    expect(await seeWhole(front, whole)).toMatchObject({ status: 'SUPERSEDED', voices: 12, parent: null });
    expect(made).toHaveLength(2);
    for (const part of made) {
      expect(part).toMatchObject({ status: 'RECEIVED', voices: 12, visibility: 'SHARED', parent: { id: whole.id } });
      expect([await levelOf(women, part), await levelOf(app.app('CD-18073'), part)]).toEqual(['READER', null]);
      expect(await issueTimeline(women, part)).toEqual(['issue.collected']);
    }
    expect(await issueTimeline(women, whole)).toEqual(['issue.collected', 'issue.split']);
    const following = { title: 'Vụ việc', issueIds: [whole.id] };
    expect(await refused(front, 'matterOpen', following)).toMatchObject({ code: 'INVALID_STATE' });
  });

  it('once per key', async () => {
    const { id, code } = await collectIssue(front);
    await expectOnce(front, 'issueSplit', { id, parts });
    expect((await seeWhole(front, { code }))!.parts).toHaveLength(2);
  });

  it('counts its voices once in a matter, however many parts are in it', async () => {
    const { parts: made } = await splitIssue();
    const matter = await openMatter(front, { issue: made[0]! });
    expect((await seeMatter(front, matter))!.voices).toBe(12);
    await mutate(front, 'matterAddIssue', { matterId: matter.id, issueId: made[1]!.id });
    expect((await seeMatter(front, matter))!.voices).toBe(12);
    await mutate(front, 'matterAddIssue', { matterId: matter.id, issueId: (await collectIssue(front)).id });
    expect((await seeMatter(front, matter))!.voices).toBe(13);
  });
});

describe('issueRejoin', () => {
  it('takes the split back: the whole is screened anew, the parts stay as what was done', async () => {
    const { whole, parts: made } = await splitIssue();
    await mutate(front, 'issueRejoin', { id: whole.id, reason: 'Tách nhầm.' });
    const seen = (await seeWhole(front, whole))!;
    expect(seen.status).toBe('RECEIVED');
    expect(seen.parts.map(({ status }) => status)).toEqual(['SUPERSEDED', 'SUPERSEDED']);
    expect(await issueTimeline(front, made[0]!)).toEqual(['issue.collected', 'issue.rejoined']);
    await mutate(front, 'issueSplit', { id: whole.id, parts });
    expect((await seeWhole(front, whole))!.parts.map(({ status }) => status)).toEqual([
      ...['SUPERSEDED', 'SUPERSEDED'],
      ...['RECEIVED', 'RECEIVED'],
    ]);
  });

  it('not while a part is worked on, nor of what was not split', async () => {
    const { whole, parts: made } = await splitIssue();
    const state = { code: 'INVALID_STATE', field: 'input.id' };
    const reason = 'Tách nhầm.';
    const id = await offer(front, made[0]!, 'UBND-18073');
    expect(await refused(front, 'issueRejoin', { id: whole.id, reason })).toEqual(state);
    await mutate(front, 'referralWithdraw', { id, reason });
    await mutate(front, 'issueRejoin', { id: whole.id, reason });
    for (const other of [made[0]!, await collectIssue(front)])
      expect(await refused(front, 'issueRejoin', { id: other.id, reason })).toEqual(state);
  });
});

describe('screening', () => {
  it('tells a body what waits and since when, the longest first; nobody else', async () => {
    const council = app.app('HDND-18073');
    const [first, second, done] = [
      await collectIssue(council),
      await collectIssue(council),
      await collectIssue(council),
    ];
    await mutate(council, 'issueScreen', { id: done.id, decision: 'ACCEPT' });
    await mutate(council, 'issueScreen', { id: second.id, decision: 'NEEDS_INFO', reason: 'Chưa rõ nơi.' });
    const query = `query ($since: DateTime) { screening { received needsInfo oldestSince
      issues(since: $since) { totalCount nodes { id statusSince } } } }`;
    interface Screening {
      received: number;
      needsInfo: number;
      oldestSince: string | null;
      issues: { totalCount: number; nodes: { id: string; statusSince: string }[] };
    }
    const ask = async (actor: Actor, since?: string): Promise<Screening> =>
      (await actor.ask<{ screening: Screening }>(query, { since })).screening;
    const seen = await ask(council);
    expect(seen).toMatchObject({ received: 1, needsInfo: 1 });
    expect(seen.issues.nodes.map(({ id }) => id)).toEqual([first.id, second.id]);
    const [waiting] = seen.issues.nodes;
    expect(seen.oldestSince).toBe(waiting!.statusSince);
    expect((await ask(council, waiting!.statusSince)).issues.nodes.map(({ id }) => id)).toEqual([first.id]);
    expect(await ask(app.app('CD-18073'))).toEqual({
      received: 0,
      needsInfo: 0,
      oldestSince: null,
      issues: { totalCount: 0, nodes: [] },
    });
  });
});
