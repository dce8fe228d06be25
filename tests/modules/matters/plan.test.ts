import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { issueTimeline } from '../../support/issues.ts';
import { invite, openMatter, timelineOf, type MatterRef } from '../../support/matters.ts';
import { atOnce, expectOnce, mutate, refused } from '../../support/mutations.ts';

let app: TestApp;
let committee: Actor;
let department: Actor;
let council: Actor;
let farmers: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [committee, department, council, farmers] = ['UBND-18073', 'SO-XAYDUNG', 'HDND-18073', 'ND-18073'].map((code) =>
    app.app(code),
  ) as [Actor, Actor, Actor, Actor];
});
afterAll(() => app.close());

/** Led by the department, worked on by the committee, supervised by the farmers' union. */
async function planned(): Promise<MatterRef & { issue: { id: string; code: string } }> {
  const matter = await openMatter(department);
  await invite(department, matter, 'UBND-18073', 'COORDINATING');
  await invite(department, matter, 'ND-18073', 'SUPERVISING');
  return matter;
}

async function assign(matter: { id: string }, to = 'UBND-18073'): Promise<string> {
  const organization = await organizationId(department, to);
  const input = { matterId: matter.id, title: 'Khảo sát', organizationId: organization };
  return (await mutate<{ task: { id: string } }>(department, 'taskAssign', input, 'task { id }')).task.id;
}

interface TaskView {
  status: string;
  waits: boolean;
  reactedAt: string | null;
  reminderCount: number;
  allowedActions: string[];
  matter: { id: string };
  matters: { id: string }[];
  issues: { id: string }[];
  needs: { id: string }[];
}

async function see(actor: Actor, id: string): Promise<TaskView | null> {
  const { node } = await actor.ask<{ node: TaskView | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Task { status waits reactedAt reminderCount allowedActions matter { id }
      matters { id } issues { id } needs { id } } } }`,
    { id },
  );
  return node;
}

const state = (field: string): object => ({ code: 'INVALID_STATE', field });

describe('a task that waits for another', () => {
  it('is finished only after it, and never in a circle', async () => {
    const matter = await planned();
    const [first, second, third] = [await assign(matter), await assign(matter), await assign(matter)];
    await expectOnce(department, 'taskLink', { id: second, toId: first });
    await mutate(department, 'taskLink', { id: third, toId: second });
    expect(await refused(department, 'taskLink', { id: first, toId: third })).toEqual(state('input.toId'));
    expect(await refused(department, 'taskLink', { id: first, toId: first })).toEqual(state('input.toId'));
    expect(await see(farmers, second)).toMatchObject({ waits: true, needs: [{ id: first }] });
    expect(await refused(committee, 'taskUpdate', { id: second, status: 'DONE' })).toEqual(state('input.status'));
    await mutate(committee, 'taskUpdate', { id: second, status: 'DOING' });
    await mutate(committee, 'taskUpdate', { id: first, status: 'DONE' });
    expect(await see(farmers, second)).toMatchObject({ waits: false });
    await mutate(committee, 'taskUpdate', { id: second, status: 'DONE' });
    await mutate(department, 'taskUnlink', { id: third, toId: second });
    expect(await refused(department, 'taskUnlink', { id: third, toId: second })).toEqual(state('input.toId'));
  });

  it('two links that would close a circle at once: one of them stands', async () => {
    const matter = await planned();
    const [one, other] = [await assign(matter), await assign(matter)];
    const link = (id: string, toId: string) => ({ actor: department, name: 'taskLink', input: { id, toId } });
    expect(await atOnce([link(one, other), link(other, one)])).toEqual(['INVALID_STATE', 'OK']);
  });

  it('is of the same matter', async () => {
    const [one, other] = [await assign(await planned()), await assign(await planned())];
    expect(await refused(department, 'taskLink', { id: one, toId: other })).toEqual(state('input.toId'));
  });
});

describe('a task for several matters and issues', () => {
  it('is seen by the bodies of each, told in each when it moves, and finished on every issue', async () => {
    const matter = await planned();
    const other = await openMatter(committee);
    await invite(committee, other, 'SO-XAYDUNG', 'COORDINATING');
    await invite(committee, other, 'HDND-18073', 'SUPERVISING');
    const task = await assign(matter);
    expect(await see(council, task)).toBeNull();
    await mutate(department, 'taskLink', { id: task, toId: other.id });
    for (const issue of [matter.issue, other.issue]) await mutate(department, 'taskLink', { id: task, toId: issue.id });
    // Of the first matter the council learns nothing.
    expect(await see(council, task)).toMatchObject({
      matter: { id: other.id },
      matters: [{ id: other.id }],
      issues: [{ id: other.issue.id }],
      allowedActions: [],
    });
    expect(await refused(council, 'taskUpdate', { id: task, status: 'DONE' })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.id',
    });
    await mutate(committee, 'taskUpdate', { id: task, status: 'DONE', result: 'Đã khảo sát.' });
    expect(await timelineOf(farmers, matter)).toContain('task.updated');
    expect(await timelineOf(council, other)).toContain('task.updated');
    expect(await issueTimeline(department, matter.issue)).toContain('task.finished');
    expect(await issueTimeline(committee, other.issue)).toContain('task.finished');
    const { issue } = await committee.ask<{ issue: { tasks: { id: string; status: string }[] } }>(
      'query ($code: String!) { issue(code: $code) { tasks { id status } } }',
      { code: other.issue.code },
    );
    expect(issue.tasks).toEqual([{ id: task, status: 'DONE' }]);
    await mutate(department, 'taskUnlink', { id: task, toId: other.id });
    expect(await see(council, task)).toBeNull();
  });

  it('only where the body works too, and for issues of its matters', async () => {
    const task = await assign(await planned());
    const supervised = await openMatter(committee);
    await invite(committee, supervised, 'SO-XAYDUNG', 'SUPERVISING');
    const field = 'input.toId';
    expect(await refused(department, 'taskLink', { id: task, toId: supervised.id })).toEqual({
      code: 'FORBIDDEN',
      field,
    });
    const elsewhere = await collectIssue(department);
    expect(await refused(department, 'taskLink', { id: task, toId: elsewhere.id })).toEqual(state(field));
    const hidden = await openMatter(council);
    for (const toId of [hidden.id, hidden.issue.id])
      expect(await refused(department, 'taskLink', { id: task, toId })).toEqual({ code: 'NOT_FOUND', field });
    expect(await refused(department, 'taskLink', { id: task, toId: 'org_x' })).toEqual({ code: 'BAD_INPUT', field });
  });
});

describe('asked, no reaction', () => {
  it('is told to who supervises, until the body moves its task', async () => {
    const matter = await planned();
    const [silent, moved] = [await assign(matter), await assign(matter)];
    await mutate(committee, 'taskUpdate', { id: moved, status: 'TODO' });
    const waiting = async (actor: Actor): Promise<string[]> => {
      const { tasks } = await actor.ask<{ tasks: { nodes: { id: string }[] } }>(
        'query ($filter: TaskFilter) { tasks(first: 100, filter: $filter) { nodes { id } } }',
        { filter: { unansweredSince: new Date().toISOString() } },
      );
      return tasks.nodes.map(({ id }) => id).filter((id) => [silent, moved].includes(id));
    };
    expect([await waiting(farmers), await waiting(council)]).toEqual([[silent], []]);
    // The lead's own move is no reaction of the body asked.
    await mutate(department, 'taskUpdate', { id: silent, status: 'CANCELLED' });
    expect((await see(farmers, silent))!.reactedAt).toBeNull();
    expect(await waiting(farmers)).toEqual([]);
  });
});

describe('reminderSend', () => {
  it('is counted and told to the matter’s bodies', async () => {
    const matter = await planned();
    const task = await assign(matter);
    await expectOnce(farmers, 'reminderSend', { subjectId: task, note: 'Đề nghị báo cáo.' });
    await mutate(farmers, 'reminderSend', { subjectId: matter.id });
    expect((await see(department, task))!.reminderCount).toBe(1);
    const { matter: seen } = await committee.ask<{
      matter: { reminderCount: number; reminders: { note: string | null; to: { code: string } }[] };
    }>('query ($code: String!) { matter(code: $code) { reminderCount reminders { note to { code } } } }', {
      code: matter.code,
    });
    expect(seen).toEqual({
      reminderCount: 2,
      reminders: [
        { note: 'Đề nghị báo cáo.', to: { code: 'UBND-18073' } },
        { note: null, to: { code: 'SO-XAYDUNG' } },
      ],
    });
    expect(await timelineOf(committee, matter)).toContain('reminder.sent');
    const field = 'input.subjectId';
    expect(await refused(council, 'reminderSend', { subjectId: task })).toEqual({ code: 'NOT_FOUND', field });
    expect(await refused(farmers, 'reminderSend', { subjectId: matter.issue.id })).toEqual({
      code: 'BAD_INPUT',
      field,
    });
    expect(await refused(farmers, 'reminderSend', { subjectId: task, note: 'Gọi 0912 345 678' })).toEqual({
      code: 'PERSONAL_DATA',
      field: 'input.note',
    });
  });
});
