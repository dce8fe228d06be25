import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { clockOf, openWork, seeDeadline, setClock, TestClock, type Work } from '../../support/clocks.ts';
import { collectIssue } from '../../support/factories.ts';
import { invite, openMatter, type MatterRef } from '../../support/matters.ts';
import { mutate, refused } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

const clock = new TestClock('2026-03-02T09:00');
let app: TestApp;
let work: Work;
let owner: Owner;
let matter: MatterRef;
const offices: Record<string, Actor> = {};

beforeAll(async () => {
  app = await startTestApp({}, clock.now);
  work = await openWork(app, clock);
  owner = await openOwner(app);
  for (const role of ['OFFICER', 'COORDINATOR', 'LEADER'] as const) offices[role] = await app.actor(role, 'UBND-18073');
  offices['OTHER'] = await app.actor('LEADER', 'MTTQ-18073');
  offices['STRANGER'] = await app.actor('LEADER', 'PN-18073');
  matter = await openMatter(offices['LEADER']!);
  await invite(offices['LEADER']!, matter, 'MTTQ-18073', 'SUPERVISING');
});
afterAll(async () => {
  await owner?.close();
  await work?.close();
  await app?.close();
});
beforeEach(() => clock.set('2026-03-02T09:00'));

const leader = (): Actor => offices['LEADER']!;
const reason = 'Chờ kết quả khảo sát.';

/** A clock in each state, of which the agreed ones are ten days long. */
const inState: Record<string, () => Promise<string>> = {
  RUNNING: async () => (await setClock(leader(), { subjectId: matter.id, amount: 10, unit: 'DAY' })).id,
  PAUSED: async () => {
    const id = await inState['RUNNING']!();
    await mutate(leader(), 'deadlinePause', { id, reason });
    return id;
  },
  MISSED: async () => {
    const id = await inState['RUNNING']!();
    clock.set('2026-03-20T09:00');
    await work.sweep();
    return id;
  },
  'OVERDUE, no job yet': async () => {
    const id = await inState['RUNNING']!();
    clock.set('2026-03-20T09:00');
    return id;
  },
  MET: async () => {
    const id = await inState['RUNNING']!();
    await mutate(leader(), 'deadlineEnd', { id, result: 'MET' });
    return id;
  },
  CANCELLED: async () => {
    const id = await inState['RUNNING']!();
    await mutate(leader(), 'deadlineEnd', { id, result: 'CANCELLED' });
    return id;
  },
  'LEGAL, running': async () => {
    const issue = await collectIssue(leader(), { channel: 'LETTER', collectedOn: '2026-03-01' });
    return (await clockOf(leader(), 'LETTER_HANDLING', issue.id)).id;
  },
};

const inputs: Record<string, (id: string) => Record<string, unknown>> = {
  deadlinePause: (id) => ({ id, reason }),
  deadlineResume: (id) => ({ id }),
  deadlineExtend: (id) => ({ id, amount: 2, reason }),
  deadlineEnd: (id) => ({ id, result: 'MET' }),
};

/** What an office that may do the act is told, by state. */
const outcomes: Record<string, Record<string, string>> = {
  RUNNING: { deadlinePause: 'OK', deadlineResume: 'INVALID_STATE', deadlineExtend: 'OK', deadlineEnd: 'OK' },
  PAUSED: { deadlinePause: 'INVALID_STATE', deadlineResume: 'OK', deadlineExtend: 'OK', deadlineEnd: 'OK' },
  MISSED: {
    deadlinePause: 'INVALID_STATE',
    deadlineResume: 'INVALID_STATE',
    deadlineExtend: 'INVALID_STATE',
    deadlineEnd: 'OK',
  },
  'OVERDUE, no job yet': {
    deadlinePause: 'INVALID_STATE',
    deadlineResume: 'INVALID_STATE',
    deadlineExtend: 'INVALID_STATE',
    deadlineEnd: 'OK',
  },
  MET: {
    deadlinePause: 'INVALID_STATE',
    deadlineResume: 'INVALID_STATE',
    deadlineExtend: 'INVALID_STATE',
    deadlineEnd: 'INVALID_STATE',
  },
  CANCELLED: {
    deadlinePause: 'INVALID_STATE',
    deadlineResume: 'INVALID_STATE',
    deadlineExtend: 'INVALID_STATE',
    deadlineEnd: 'INVALID_STATE',
  },
  'LEGAL, running': {
    deadlinePause: 'OK',
    deadlineResume: 'INVALID_STATE',
    // By this rule no extension is allowed at all.
    deadlineExtend: 'BAD_INPUT',
    deadlineEnd: 'INVALID_STATE',
  },
};

const leastOf: Record<string, string> = {
  deadlinePause: 'COORDINATOR',
  deadlineResume: 'COORDINATOR',
  deadlineExtend: 'LEADER',
  deadlineEnd: 'COORDINATOR',
};

describe('every state × every act × every role', () => {
  const table = Object.keys(inState).flatMap((state) => Object.keys(inputs).map((act) => [state, act] as const));

  it.each(table)('%s, %s', async (state, act) => {
    const id = await inState[state]!();
    const before = await owner.rows('select t::text from deadline t where id = $1', [id.slice('deadline_'.length)]);
    const tell = async (office: string): Promise<string> => {
      const answer = await offices[office]!.send(
        `mutation ($input: D!) { ${act}(input: $input) { position } }`.replace(
          'D!',
          `${act[0]!.toUpperCase()}${act.slice(1)}Input!`,
        ),
        { input: inputs[act]!(id) },
      );
      return answer.errors[0]?.extensions.code ?? 'OK';
    };
    // Refusals first: none of them leaves a trace.
    expect(await tell('STRANGER')).toBe('NOT_FOUND');
    expect(await tell('OTHER')).toBe(state.startsWith('LEGAL') ? 'NOT_FOUND' : 'FORBIDDEN');
    expect(await tell('OFFICER')).toBe('FORBIDDEN');
    if (leastOf[act] === 'LEADER') expect(await tell('COORDINATOR')).toBe('FORBIDDEN');
    expect(await owner.rows('select t::text from deadline t where id = $1', [id.slice('deadline_'.length)])).toEqual(
      before,
    );
    const { allowedActions } = (await seeDeadline(leader(), id))!.viewerAccess;
    const expected = outcomes[state]![act]!;
    expect(await tell(leastOf[act]!)).toBe(expected);
    if (state !== 'OVERDUE, no job yet' && expected !== 'BAD_INPUT')
      expect(allowedActions.includes(act)).toBe(expected === 'OK');
  });
});

describe('a clock set by hand', () => {
  it('is refused where it is nobody’s to set, or says too little or too much', async () => {
    const set = (input: Record<string, unknown>, actor = leader()): Promise<object> =>
      refused(actor, 'deadlineSet', {
        kind: 'AGREED',
        name: 'Khảo sát',
        subjectId: matter.id,
        amount: 2,
        unit: 'DAY',
        ...input,
      });
    const issue = await collectIssue(leader());
    const foreign = await collectIssue(app.app('PN-18073'), { visibility: 'NETWORK' });
    const before = await owner.state();
    expect(await set({}, offices['OFFICER'])).toEqual({ code: 'FORBIDDEN' });
    expect(await set({}, offices['STRANGER'])).toEqual({ code: 'NOT_FOUND', field: 'input.subjectId' });
    expect(await set({ subjectId: matter.id.replace('matter', 'task') })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.subjectId',
    });
    expect(await set({ subjectId: issue.id })).toEqual({ code: 'BAD_INPUT', field: 'input.subjectId' });
    expect(await set({ kind: 'INTERNAL', subjectId: foreign.id })).toEqual({
      code: 'FORBIDDEN',
      field: 'input.subjectId',
    });
    expect(await set({ dueOn: '2026-03-05' })).toEqual({ code: 'BAD_INPUT', field: 'input.amount' });
    expect(await set({ amount: undefined })).toEqual({ code: 'BAD_INPUT', field: 'input.dueOn' });
    expect(await set({ amount: 0 })).toEqual({ code: 'BAD_INPUT', field: 'input.amount' });
    expect(await set({ amount: undefined, unit: undefined, dueOn: '2026-03-01' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.dueOn',
    });
    expect(await set({ name: 'Gọi 0912 345 678' })).toEqual({ code: 'PERSONAL_DATA', field: 'input.name' });
    expect(await owner.state()).toEqual(before);
  });

  it('stands beside others on one matter, each body’s own', async () => {
    const one = await setClock(leader(), { subjectId: matter.id, dueOn: '2026-03-14', name: 'Nạo vét' });
    const two = await setClock(offices['OTHER']!, { subjectId: matter.id, amount: 4, unit: 'WORKING_HOUR' });
    const inner = await setClock(leader(), { kind: 'INTERNAL', subjectId: matter.id, amount: 30, unit: 'MINUTE' });
    expect(one).toMatchObject({ dueOn: '2026-03-14', dueAt: '2026-03-14T17:00:00.000Z', kind: 'AGREED' });
    expect(two).toMatchObject({ dueAt: '2026-03-02T08:00:00.000Z' });
    expect(inner).toMatchObject({ dueAt: '2026-03-02T02:30:00.000Z' });
    const { node } = await offices['OTHER']!.ask<{ node: { deadlines: { id: string; name: string | null }[] } }>(
      'query ($id: ID!) { node(id: $id) { ... on Matter { deadlines { id name } } } }',
      { id: matter.id },
    );
    const ids = node.deadlines.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([one.id, two.id]));
    expect(ids).not.toContain(inner.id);
    expect(await work.eventsOf(offices['OTHER']!, inner.id)).toEqual([]);
  });
});

describe('pauses and extensions', () => {
  it('leave out the days of the pause, as often and long as the rule allows', async () => {
    const id = await inState['RUNNING']!();
    expect(await seeDeadline(leader(), id)).toMatchObject({ dueOn: '2026-03-12' });
    for (const [from, to] of [
      ['2026-03-03T09:00', '2026-03-05T09:00'],
      ['2026-03-06T09:00', '2026-03-07T09:00'],
    ] as const) {
      clock.set(from);
      await mutate(leader(), 'deadlinePause', { id, reason });
      clock.set(to);
      await mutate(leader(), 'deadlineResume', { id, reason });
    }
    // Twelve and three are the fifteenth, a Sunday: it rolls to Monday.
    const seen = (await seeDeadline(leader(), id))!;
    expect(seen).toMatchObject({ state: 'RUNNING', dueOn: '2026-03-16', version: 5 });
    expect(seen.explanation).toContain('04/03/2026–05/03/2026: không tính (tạm dừng).');
    expect(await refused(leader(), 'deadlinePause', { id, reason })).toEqual({
      code: 'INVALID_STATE',
      field: 'input.id',
    });
    expect(await work.eventsOf(offices['OTHER']!, id)).toEqual(['started', 'paused', 'resumed', 'paused', 'resumed']);
    expect(await seeDeadline(offices['OTHER']!, id)).toMatchObject({ steps: [], explanation: [], dueOn: '2026-03-16' });
  });

  it('extend within the rule, with a reason, and are warned of again', async () => {
    const id = await inState['RUNNING']!();
    clock.set('2026-03-11T09:00');
    await work.sweep();
    expect(await work.eventsOf(leader(), id)).toEqual(['started', 'warned']);
    await mutate(leader(), 'deadlineExtend', { id, amount: 80, reason, expectedVersion: 1 });
    const seen = (await seeDeadline(leader(), id))!;
    expect(seen).toMatchObject({ dueOn: '2026-06-01', steps: [{ act: 'EXTENDED', amount: 80, reason }], version: 2 });
    expect(await refused(leader(), 'deadlineExtend', { id, amount: 11, reason })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.amount',
    });
    expect(await refused(leader(), 'deadlineExtend', { id, amount: 1, reason, expectedVersion: 1 })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
    clock.set('2026-05-31T09:00');
    await work.sweep();
    await work.sweep();
    expect(await work.eventsOf(leader(), id)).toEqual(['started', 'warned', 'extended', 'warned']);
  });
});
