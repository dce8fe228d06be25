import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { organizationId } from '../../support/factories.ts';
import { invite, openMatter, seeMatter, timelineOf, type MatterRef } from '../../support/matters.ts';
import { atOnce, expectOnce, mutate, refused } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let committee: Actor;
let council: Actor;
let women: Actor;
let womenOfficer: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [front, committee, council, women, womenOfficer, outsider] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('COORDINATOR', 'UBND-18073'),
    app.actor('COORDINATOR', 'HDND-18073'),
    app.actor('COORDINATOR', 'PN-18073'),
    app.actor('OFFICER', 'PN-18073'),
    app.actor('COORDINATOR', 'CD-18073'),
  ]);
});
afterAll(() => app.close());

/** Led by the committee; the Front and the women's union co-ordinate, the council supervises. */
async function sharedMatter(): Promise<MatterRef> {
  const matter = await openMatter(front, { lead: 'UBND-18073' });
  await invite(front, matter, 'PN-18073', 'COORDINATING');
  await invite(front, matter, 'HDND-18073', 'SUPERVISING');
  return matter;
}

interface TaskRef {
  id: string;
  version: number;
  status: string;
}

const assignment = async (matter: MatterRef, more: object = {}): Promise<Record<string, unknown>> => ({
  matterId: matter.id,
  title: 'Khảo sát các hố ga',
  organizationId: await organizationId(front, 'PN-18073'),
  ...more,
});

async function assign(matter: MatterRef): Promise<TaskRef> {
  const { task } = await mutate<{ task: TaskRef }>(
    committee,
    'taskAssign',
    await assignment(matter),
    'task { id version status }',
  );
  return task;
}

const move = (
  actor: Actor,
  task: TaskRef,
  status: string,
  more: object = {},
): Promise<{ task: TaskRef & { result: string | null } }> =>
  mutate(actor, 'taskUpdate', { id: task.id, status, ...more }, 'task { id version status result }');

describe('taskAssign refuses', () => {
  it('nobody, outsiders, officers and supervising bodies', async () => {
    const matter = await sharedMatter();
    const input = await assignment(matter);
    expect(await refused(app.nobody(), 'taskAssign', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'taskAssign', input)).toEqual({ code: 'NOT_FOUND', field: 'input.matterId' });
    expect(await refused(womenOfficer, 'taskAssign', input)).toEqual({ code: 'FORBIDDEN' });
    expect(await refused(council, 'taskAssign', input)).toEqual({ code: 'FORBIDDEN', field: 'input.matterId' });
  });

  it('bodies that do not work on the matter, past days and personal data', async () => {
    const matter = await sharedMatter();
    for (const code of ['CD-18073', 'HDND-18073']) {
      const input = await assignment(matter, { organizationId: await organizationId(front, code) });
      expect(await refused(committee, 'taskAssign', input)).toEqual({
        code: 'BAD_INPUT',
        field: 'input.organizationId',
      });
    }
    expect(await refused(committee, 'taskAssign', await assignment(matter, { dueOn: '2020-01-01' }))).toEqual({
      code: 'BAD_INPUT',
      field: 'input.dueOn',
    });
    expect(await refused(committee, 'taskAssign', await assignment(matter, { title: 'Gọi 0912 345 678' }))).toEqual({
      code: 'PERSONAL_DATA',
      field: 'input.title',
    });
  });

  it('a closed matter', async () => {
    const matter = await sharedMatter();
    const leader = await app.actor('LEADER', 'UBND-18073');
    await mutate(leader, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã làm xong.' });
    await mutate(leader, 'matterClose', { matterId: matter.id });
    expect(await refused(committee, 'taskAssign', await assignment(matter))).toEqual({
      code: 'INVALID_STATE',
      field: 'input.matterId',
    });
  });
});

describe('taskAssign', () => {
  it('starts the matter and shows the task to all who take part', async () => {
    const matter = await sharedMatter();
    const given = await mutate<{ task: Record<string, unknown> }>(
      front,
      'taskAssign',
      await assignment(matter, { dueOn: '2099-12-31' }),
      'task { title status dueOn result version organization { code } matter { code status } }',
    );
    expect(given.task).toEqual({
      title: 'Khảo sát các hố ga',
      status: 'TODO',
      dueOn: '2099-12-31',
      result: null,
      version: 1,
      organization: { code: 'PN-18073' },
      matter: { code: matter.code, status: 'IN_PROGRESS' },
    });
    const { matter: seen } = await council.ask<{ matter: { tasks: unknown[] } }>(
      'query ($code: String!) { matter(code: $code) { tasks { title } } }',
      { code: matter.code },
    );
    expect(seen.tasks).toEqual([{ title: 'Khảo sát các hố ga' }]);
    expect(await timelineOf(council, matter)).toContain('task.assigned');
  });

  it('once per key; without one, two at once are two tasks', async () => {
    const matter = await sharedMatter();
    await expectOnce(committee, 'taskAssign', await assignment(matter));
    const call = { actor: committee, name: 'taskAssign', input: await assignment(matter) };
    expect(await atOnce([call, call])).toEqual(['OK', 'OK']);
    expect((await timelineOf(committee, matter)).filter((type) => type === 'task.assigned')).toHaveLength(3);
  });
});

describe('taskUpdate refuses', () => {
  it('nobody, outsiders, and participants that it is not for', async () => {
    const task = await assign(await sharedMatter());
    const input = { id: task.id, status: 'DOING' };
    expect(await refused(app.nobody(), 'taskUpdate', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'taskUpdate', input)).toEqual({ code: 'NOT_FOUND', field: 'input.id' });
    expect(await refused(front, 'taskUpdate', input)).toEqual({ code: 'FORBIDDEN', field: 'input.id' });
    expect(await refused(council, 'taskUpdate', input)).toEqual({ code: 'FORBIDDEN', field: 'input.id' });
  });

  it('the lead doing it, the body cancelling it', async () => {
    const task = await assign(await sharedMatter());
    expect(await refused(committee, 'taskUpdate', { id: task.id, status: 'DONE' })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.id',
    });
    expect(await refused(women, 'taskUpdate', { id: task.id, status: 'CANCELLED' })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.id',
    });
  });

  it('a stale version, a done task anything but to be taken up again, personal data', async () => {
    const task = await assign(await sharedMatter());
    expect(await refused(women, 'taskUpdate', { id: task.id, status: 'DONE', result: 'Gọi 0912 345 678' })).toEqual({
      code: 'PERSONAL_DATA',
      field: 'input.result',
    });
    await move(women, task, 'DONE');
    expect(await refused(women, 'taskUpdate', { id: task.id, status: 'DOING', expectedVersion: 1 })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
    for (const [actor, status] of [
      [women, 'TODO'],
      [women, 'DONE'],
      [committee, 'CANCELLED'],
    ] as const) {
      expect(await refused(actor, 'taskUpdate', { id: task.id, status })).toEqual({
        code: 'INVALID_STATE',
        field: 'input.status',
      });
    }
  });

  it('a task of a closed matter', async () => {
    const matter = await sharedMatter();
    const task = await assign(matter);
    const leader = await app.actor('LEADER', 'UBND-18073');
    await mutate(leader, 'matterAnswer', { matterId: matter.id, outcome: 'RESOLVED', content: 'Đã làm xong.' });
    await mutate(leader, 'matterClose', { matterId: matter.id });
    expect(await refused(women, 'taskUpdate', { id: task.id, status: 'DOING' })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.id',
    });
  });
});

describe('taskUpdate', () => {
  it('moves the task on, by an officer of its body, and the matter with it', async () => {
    const matter = await sharedMatter();
    const task = await assign(matter);
    const { version } = (await seeMatter(front, matter))!;
    await move(womenOfficer, task, 'DOING', { expectedVersion: 1 });
    const { task: done } = await move(womenOfficer, task, 'DONE', { result: 'Có 14 hố ga bị lấp.' });
    expect(done).toMatchObject({ version: 3, status: 'DONE', result: 'Có 14 hố ga bị lấp.' });
    expect((await seeMatter(front, matter))!.version).toBe(version + 2);
    expect((await timelineOf(council, matter)).filter((type) => type === 'task.updated')).toHaveLength(2);
  });

  it('is cancelled by the lead, and taken up again by either', async () => {
    const task = await assign(await sharedMatter());
    for (const actor of [women, committee]) {
      await move(committee, task, 'CANCELLED');
      expect((await move(actor, task, 'DOING')).task.status).toBe('DOING');
    }
  });

  it('once per key, and of two at once that saw the same version one', async () => {
    const task = await assign(await sharedMatter());
    await expectOnce(women, 'taskUpdate', { id: task.id, status: 'DOING' });
    const call = { actor: women, name: 'taskUpdate', input: { id: task.id, status: 'DONE', expectedVersion: 2 } };
    expect(await atOnce([call, call])).toEqual(['OK', 'VERSION_CONFLICT']);
  });
});
