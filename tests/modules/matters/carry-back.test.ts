import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { passCommitments } from '../../../server/modules/commitments/commitment.jobs.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue } from '../../support/factories.ts';
import { today } from '../../support/later-objects.ts';
import { invite, openMatter, seeIssue, seeMatter, timelineOf, type MatterRef } from '../../support/matters.ts';
import { expectOnce, mutate, refused } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let lead: Actor;
let officer: Actor;
let council: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [front, lead, officer, council] = [
    app.app('MTTQ-18073'),
    await app.actor('LEADER', 'UBND-18073'),
    await app.actor('OFFICER', 'UBND-18073'),
    app.app('HDND-18073'),
  ];
});
afterAll(() => app.close());

type Matter = MatterRef & { issue: { id: string; code: string } };

/** Of the Front's issues, led by the committee, supervised by the council. */
async function ledMatter(issues = 1): Promise<Matter & { issues: { id: string; code: string }[] }> {
  const matter = await openMatter(front, { lead: 'UBND-18073' });
  await invite(front, matter, 'HDND-18073', 'SUPERVISING');
  const more: { id: string; code: string }[] = [];
  for (let n = 1; n < issues; n += 1) {
    const issue = await collectIssue(front);
    await mutate(front, 'matterAddIssue', { matterId: matter.id, issueId: issue.id });
    more.push(issue);
  }
  return { ...matter, issues: [matter.issue, ...more] };
}

async function answer(matter: { id: string }, more: object = {}): Promise<string> {
  const input = { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã sửa xong.', ...more };
  return (await mutate<{ answer: { id: string } }>(lead, 'matterAnswer', input, 'answer { id }')).answer.id;
}

const statuses = async (issues: { code: string }[]): Promise<string[]> =>
  Promise.all(issues.map(async (issue) => (await seeIssue(front, issue))!.status));

describe('a drafted answer', () => {
  const draft = async (matter: { id: string }, more: object = {}, by = officer): Promise<string> => {
    const input = { matterId: matter.id, outcome: 'EXPLAINED', content: 'Dự thảo.', ...more };
    return (await mutate<{ draft: { id: string } }>(by, 'answerDraft', input, 'draft { id }')).draft.id;
  };

  it('is the body’s own until a leader publishes it', async () => {
    const matter = await ledMatter();
    const id = await draft(matter, { documentNumber: '12/UBND', documentOn: '2026-01-02' });
    expect(await draft(matter, { content: 'Dự thảo hai.', documentNumber: '12/UBND', documentOn: '2026-01-02' })).toBe(
      id,
    );
    const see =
      'query ($id: ID!, $code: String!) { node(id: $id) { id } matter(code: $code) { answerDraft { content } } }';
    expect(await officer.ask(see, { id, code: matter.code })).toEqual({
      node: { id },
      matter: { answerDraft: { content: 'Dự thảo hai.' } },
    });
    for (const other of [front, council])
      expect(await other.ask(see, { id, code: matter.code })).toEqual({ node: null, matter: { answerDraft: null } });
    expect(await timelineOf(front, matter)).not.toContain('answer.drafted');
    expect(await refused(officer, 'answerPublish', { id })).toEqual({ code: 'FORBIDDEN' });
    const { answer: given } = await mutate<{ answer: object }>(
      lead,
      'answerPublish',
      { id },
      'answer { outcome content documentNumber documentOn answersAll organization { code } }',
    );
    expect(given).toEqual({
      outcome: 'EXPLAINED',
      content: 'Dự thảo hai.',
      documentNumber: '12/UBND',
      documentOn: '2026-01-02',
      answersAll: true,
      organization: { code: 'UBND-18073' },
    });
    expect((await seeMatter(front, matter))!.status).toBe('ANSWERED');
    expect(await refused(lead, 'answerPublish', { id })).toEqual({ code: 'NOT_FOUND', field: 'input.id' });
  });

  it('is changed by who saw its last version, and can be thrown away', async () => {
    const matter = await ledMatter();
    const id = await draft(matter);
    const input = { matterId: matter.id, outcome: 'EXPLAINED', content: 'Khác.' };
    await mutate(officer, 'answerDraft', { ...input, expectedVersion: 1 });
    expect(await refused(officer, 'answerDraft', { ...input, expectedVersion: 1 })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect(await refused(officer, 'answerDraft', { ...input, content: 'Gọi 0912 345 678' })).toEqual({
      code: 'PERSONAL_DATA',
      field: 'input.content',
    });
    await mutate(officer, 'answerDraftDiscard', { id });
    expect(await refused(lead, 'answerPublish', { id })).toEqual({ code: 'NOT_FOUND', field: 'input.id' });
  });
});

describe('an answer to named issues', () => {
  it('answers those; the matter once all of them are, until it is reopened', async () => {
    const matter = await ledMatter(3);
    const [first, second, third] = matter.issues.map(({ id }) => id) as [string, string, string];
    await answer(matter, { issueIds: [first, second] });
    expect(await statuses(matter.issues)).toEqual(['ANSWERED', 'ANSWERED', 'IN_FOLLOW_UP']);
    expect((await seeMatter(front, matter))!.status).toBe('IN_PROGRESS');
    expect(await refused(lead, 'matterClose', { matterId: matter.id })).toMatchObject({ code: 'INVALID_STATE' });
    await answer(matter, { issueIds: [third] });
    expect((await seeMatter(front, matter))!.status).toBe('ANSWERED');
    await mutate(council, 'matterReopen', { matterId: matter.id, reason: 'Chưa xong.' });
    expect(await statuses(matter.issues)).toEqual(['IN_FOLLOW_UP', 'IN_FOLLOW_UP', 'IN_FOLLOW_UP']);
    await answer(matter, { issueIds: [first] });
    expect(await statuses(matter.issues)).toEqual(['ANSWERED', 'IN_FOLLOW_UP', 'IN_FOLLOW_UP']);
  });

  it('of the matter only', async () => {
    const matter = await ledMatter();
    const input = { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã sửa xong.' };
    const field = 'input.issueIds';
    expect(await refused(lead, 'matterAnswer', { ...input, issueIds: [] })).toEqual({ code: 'BAD_INPUT', field });
    const [own, hidden] = [await collectIssue(lead), await collectIssue(front)];
    expect(await refused(lead, 'matterAnswer', { ...input, issueIds: [own.id] })).toEqual({
      code: 'INVALID_STATE',
      field,
    });
    expect(await refused(lead, 'matterAnswer', { ...input, issueIds: [hidden.id] })).toEqual({
      code: 'NOT_FOUND',
      field,
    });
    expect(await refused(lead, 'matterAnswer', { ...input, documentOn: '2999-01-01' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.documentOn',
    });
  });
});

describe('carrying an answer back', () => {
  const relayFields = 'relay { channel toldOn satisfied accepted notSatisfied note version organization { code } }';

  it('is the collecting body’s: how, when, and numbers of which others are told five and more', async () => {
    const matter = await ledMatter();
    const answerId = await answer(matter);
    const toldOn = await today(front, matter);
    const input = { answerId, issueId: matter.issue.id, channel: 'DIALOGUE', toldOn, satisfied: 12, accepted: 4 };
    expect(await refused(lead, 'answerRelay', input)).toEqual({ code: 'FORBIDDEN', field: 'input.answerId' });
    for (const [day, field] of [
      ['2999-01-01', 'input.toldOn'],
      ['2020-01-01', 'input.toldOn'],
    ] as const)
      expect(await refused(front, 'answerRelay', { ...input, toldOn: day })).toEqual({ code: 'BAD_INPUT', field });
    expect(await refused(front, 'answerRelay', { ...input, satisfied: -1 })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.satisfied',
    });
    const { relay } = await mutate<{ relay: object }>(front, 'answerRelay', input, relayFields);
    expect(relay).toMatchObject({
      satisfied: 12,
      accepted: 4,
      notSatisfied: 0,
      version: 1,
      organization: { code: 'MTTQ-18073' },
    });
    const { matter: seen } = await council.ask<{ matter: { answers: { relays: object[] }[] } }>(
      `query ($code: String!) { matter(code: $code) { answers { relays { satisfied accepted notSatisfied } } } }`,
      { code: matter.code },
    );
    expect(seen.answers[0]!.relays).toEqual([{ satisfied: 12, accepted: null, notSatisfied: null }]);
    await mutate(front, 'answerRelay', { ...input, satisfied: 20, expectedVersion: 1 });
    expect(await refused(front, 'answerRelay', { ...input, expectedVersion: 1 })).toMatchObject({
      code: 'VERSION_CONFLICT',
    });
    expect((await timelineOf(council, matter)).filter((type) => type === 'answer.relayed')).toHaveLength(2);
  });

  it('starts anew what most are not satisfied with, or was judged not done', async () => {
    const matter = await ledMatter();
    const answerId = await answer(matter);
    const input = { answerId, issueId: matter.issue.id, channel: 'ZALO', toldOn: await today(front, matter) };
    const contested = async (): Promise<number> =>
      (await timelineOf(council, matter)).filter((type) => type === 'answer.contested').length;
    await mutate(front, 'answerRelay', { ...input, satisfied: 3, accepted: 2, notSatisfied: 5 });
    expect(await contested()).toBe(0);
    await mutate(front, 'answerRelay', { ...input, satisfied: 3, accepted: 2, notSatisfied: 6 });
    expect(await contested()).toBe(1);
    await mutate(council, 'matterAssess', { matterId: matter.id, verdict: 'GENERIC' });
    expect(await contested()).toBe(1);
    await mutate(council, 'matterAssess', { matterId: matter.id, verdict: 'NOT_DONE' });
    expect(await contested()).toBe(2);
    await mutate(front, 'matterReopen', { matterId: matter.id, reason: 'Đa số chưa hài lòng.' });
  });

  it('is of an issue that the answer answers', async () => {
    const matter = await ledMatter(2);
    const answerId = await answer(matter, { issueIds: [matter.issues[0]!.id] });
    const input = { answerId, issueId: matter.issues[1]!.id, channel: 'ZALO', toldOn: await today(front, matter) };
    expect(await refused(front, 'answerRelay', input)).toEqual({ code: 'INVALID_STATE', field: 'input.issueId' });
    await expectOnce(front, 'answerRelay', { ...input, issueId: matter.issues[0]!.id });
  });
});

describe('a promise', () => {
  const planned = { outcome: 'PLANNED', content: 'Sẽ sửa.', plannedOn: '2099-06-30' };
  interface Commitment {
    id: string;
    promise: string;
    dueOn: string;
    status: string;
    passedAt: string | null;
  }
  const promises = async (actor: Actor, { code }: MatterRef): Promise<Commitment[]> => {
    const { matter } = await actor.ask<{ matter: { commitments: Commitment[] } }>(
      'query ($code: String!) { matter(code: $code) { commitments { id promise dueOn status passedAt } } }',
      { code },
    );
    return matter.commitments;
  };

  it('is made by a planned answer, moved by a later one, kept or dropped by the last', async () => {
    const matter = await ledMatter();
    await answer(matter, { ...planned, promise: 'Sửa cống trước chợ.' });
    expect(await promises(council, matter)).toMatchObject([
      { promise: 'Sửa cống trước chợ.', dueOn: '2099-06-30', status: 'OPEN', passedAt: null },
    ]);
    await answer(matter, { ...planned, plannedOn: '2099-12-31' });
    await answer(matter, { outcome: 'IN_RESOLUTION', content: 'Đang sửa.' });
    const title = (await seeMatter(front, matter))!.title;
    expect(await promises(front, matter)).toMatchObject([
      { status: 'MOVED' },
      { promise: title, dueOn: '2099-12-31', status: 'OPEN' },
    ]);
    await answer(matter);
    expect((await promises(front, matter)).map(({ status }) => status)).toEqual(['MOVED', 'KEPT']);
    const told = (await timelineOf(council, matter)).filter((type) => type.startsWith('commitment.'));
    expect(told).toEqual(['commitment.made', 'commitment.settled', 'commitment.made', 'commitment.settled']);
  });

  it('has words with a date only, and is settled by its own leader, once', async () => {
    const matter = await ledMatter();
    const input = { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã sửa.', promise: 'Sửa cống.' };
    expect(await refused(lead, 'matterAnswer', input)).toEqual({ code: 'BAD_INPUT', field: 'input.promise' });
    await answer(matter, planned);
    const [{ id }] = (await promises(lead, matter)) as [Commitment];
    expect(await refused(await app.actor('LEADER', 'MTTQ-18073'), 'commitmentSettle', { id, status: 'KEPT' })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.id',
    });
    expect(await refused(await app.actor('LEADER', 'CD-18073'), 'commitmentSettle', { id, status: 'KEPT' })).toEqual({
      code: 'NOT_FOUND',
      field: 'input.id',
    });
    expect(await refused(lead, 'commitmentSettle', { id, status: 'DROPPED' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.note',
    });
    await expectOnce(lead, 'commitmentSettle', { id, status: 'KEPT', note: 'Đã xong.' });
    expect(await refused(lead, 'commitmentSettle', { id, status: 'KEPT' })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.id',
    });
  });

  it('whose day is over is told once, however often and by however many it is looked for', async () => {
    const matter = await ledMatter();
    await answer(matter, planned);
    const later = await ledMatter();
    await answer(later, { ...planned, plannedOn: '2099-07-01' });
    const owner = new Client({ connectionString: app.databaseUrl });
    await owner.connect();
    const passAt = (now: string): Promise<number> =>
      passCommitments({
        now: new Date(now),
        query: async (text, values) => (await owner.query(text, [...values!])).rows,
      });
    try {
      expect(await passAt('2099-06-30T16:59:59Z')).toBe(0);
      // Midnight in Asia/Ho_Chi_Minh.
      expect(await passAt('2099-06-30T17:00:00Z')).toBe(1);
      expect(await passAt('2099-06-30T17:00:00Z')).toBe(0);
    } finally {
      await owner.end();
    }
    expect((await timelineOf(council, matter)).filter((type) => type === 'commitment.passed')).toHaveLength(1);
    const passed = async (actor: Actor): Promise<string[]> => {
      const { commitments } = await actor.ask<{
        commitments: { totalCount: number; nodes: { matter: { id: string } }[] };
      }>('query ($filter: CommitmentFilter) { commitments(filter: $filter) { totalCount nodes { matter { id } } } }', {
        filter: { passed: true },
      });
      return commitments.nodes.map((one) => one.matter.id);
    };
    expect(await passed(council)).toEqual([matter.id]);
    expect(await passed(app.app('CD-18073'))).toEqual([]);
    // Kept late: the passing stays on record.
    await answer(matter);
    expect(await promises(front, matter)).toMatchObject([{ status: 'KEPT', passedAt: expect.any(String) }]);
  });
});
