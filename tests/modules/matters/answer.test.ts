import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import type { IssueRef } from '../../support/factories.ts';
import { invite, openMatter, seeIssue, seeMatter, timelineOf, type MatterRef } from '../../support/matters.ts';
import { atOnce, expectOnce, mutate, refused } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let lead: Actor;
let leadCoordinator: Actor;
let council: Actor;
let councilLeader: Actor;
let outsider: Actor;
beforeAll(async () => {
  app = await startTestApp();
  [front, lead, leadCoordinator, council, councilLeader, outsider] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('LEADER', 'UBND-18073'),
    app.actor('COORDINATOR', 'UBND-18073'),
    app.actor('COORDINATOR', 'HDND-18073'),
    app.actor('LEADER', 'HDND-18073'),
    app.actor('LEADER', 'CD-18073'),
  ]);
});
afterAll(() => app.close());

/** Collected by the Front, led by the committee, supervised by the council. */
async function ledMatter(): Promise<MatterRef & { issue: IssueRef }> {
  const matter = await openMatter(front, { lead: 'UBND-18073' });
  await invite(front, matter, 'HDND-18073', 'SUPERVISING');
  return { ...matter, version: (await seeMatter(front, matter))!.version };
}

const answered = { outcome: 'RESOLVED', content: 'Đã nạo vét toàn tuyến cống.' };
const answer = (matter: { id: string }): Promise<unknown> =>
  mutate(lead, 'matterAnswer', { matterId: matter.id, ...answered });
const atMatter = (code: string): { code: string; field: string } => ({ code, field: 'input.matterId' });

describe('matterAnswer refuses', () => {
  it('nobody, outsiders, weaker roles and other participants', async () => {
    const input = { matterId: (await ledMatter()).id, ...answered };
    expect(await refused(app.nobody(), 'matterAnswer', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'matterAnswer', input)).toEqual(atMatter('NOT_FOUND'));
    expect(await refused(leadCoordinator, 'matterAnswer', input)).toEqual({ code: 'FORBIDDEN' });
    expect(await refused(councilLeader, 'matterAnswer', input)).toEqual(atMatter('FORBIDDEN'));
    expect(await refused(await app.actor('LEADER', 'MTTQ-18073'), 'matterAnswer', input)).toEqual(
      atMatter('FORBIDDEN'),
    );
  });

  it('a plan without a day or with a past one, a day without a plan', async () => {
    const input = { matterId: (await ledMatter()).id, content: 'Đưa vào kế hoạch.' };
    for (const plan of [
      { outcome: 'PLANNED' },
      { outcome: 'PLANNED', plannedOn: '2020-01-01' },
      { outcome: 'RESOLVED', plannedOn: '2099-01-01' },
    ]) {
      expect(await refused(lead, 'matterAnswer', { ...input, ...plan })).toEqual({
        code: 'BAD_INPUT',
        field: 'input.plannedOn',
      });
    }
  });

  it('an empty, an endless and a personal text, a stale version, a closed matter', async () => {
    const matter = await ledMatter();
    const input = { matterId: matter.id, ...answered };
    expect(await refused(lead, 'matterAnswer', { ...input, content: '' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.content',
    });
    expect(await refused(lead, 'matterAnswer', { ...input, content: 'a'.repeat(10_001) })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.content',
    });
    expect(await refused(lead, 'matterAnswer', { ...input, content: 'Gọi 0912 345 678' })).toEqual({
      code: 'PERSONAL_DATA',
      field: 'input.content',
    });
    expect(await refused(lead, 'matterAnswer', { ...input, expectedVersion: matter.version - 1 })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
    await answer(matter);
    await mutate(lead, 'matterClose', { matterId: matter.id });
    expect(await refused(lead, 'matterAnswer', input)).toEqual(atMatter('INVALID_STATE'));
  });
});

describe('matterAnswer', () => {
  it('tells outcome and date, and the issues follow', async () => {
    const matter = await ledMatter();
    const given = await mutate<{ answer: Record<string, unknown>; matter: Record<string, unknown> }>(
      lead,
      'matterAnswer',
      {
        matterId: matter.id,
        outcome: 'PLANNED',
        content: 'Đưa vào kế hoạch.',
        documentNumber: '15/UBND-KT',
        plannedOn: '2099-06-30',
        expectedVersion: matter.version,
      },
      'answer { outcome content documentNumber plannedOn organization { code } } matter { status outcome plannedOn answers { content } }',
    );
    expect(given).toMatchObject({
      answer: {
        outcome: 'PLANNED',
        content: 'Đưa vào kế hoạch.',
        documentNumber: '15/UBND-KT',
        plannedOn: '2099-06-30',
        organization: { code: 'UBND-18073' },
      },
      matter: {
        status: 'ANSWERED',
        outcome: 'PLANNED',
        plannedOn: '2099-06-30',
        answers: [{ content: 'Đưa vào kế hoạch.' }],
      },
    });
    expect(await seeIssue(front, matter.issue)).toMatchObject({ status: 'ANSWERED' });
    expect(await timelineOf(council, matter)).toContain('matter.answered');
  });

  it('once per key; two at once are two answers unless one saw an old version', async () => {
    const matter = await ledMatter();
    await expectOnce(lead, 'matterAnswer', { matterId: matter.id, ...answered });
    const { version: expectedVersion } = (await seeMatter(front, matter))!;
    const call = { actor: lead, name: 'matterAnswer', input: { matterId: matter.id, ...answered, expectedVersion } };
    expect(await atOnce([call, call])).toEqual(['OK', 'VERSION_CONFLICT']);
    expect((await timelineOf(front, matter)).filter((type) => type === 'matter.answered')).toHaveLength(2);
  });
});

describe('matterAssess refuses', () => {
  it('nobody, outsiders, officers, the answerer, and a matter without an answer', async () => {
    const matter = await ledMatter();
    const input = { matterId: matter.id, verdict: 'GENERIC' };
    expect(await refused(council, 'matterAssess', input)).toEqual(atMatter('INVALID_STATE'));
    await answer(matter);
    expect(await refused(app.nobody(), 'matterAssess', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'matterAssess', input)).toEqual(atMatter('NOT_FOUND'));
    expect(await refused(await app.actor('OFFICER', 'HDND-18073'), 'matterAssess', input)).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await refused(lead, 'matterAssess', input)).toEqual(atMatter('FORBIDDEN'));
  });

  it('bodies that neither supervise nor collected, and the answerer though it collected', async () => {
    const matter = await ledMatter();
    await invite(front, matter, 'PN-18073', 'COORDINATING');
    await answer(matter);
    expect(
      await refused(await app.actor('COORDINATOR', 'PN-18073'), 'matterAssess', {
        matterId: matter.id,
        verdict: 'ADEQUATE',
      }),
    ).toEqual(atMatter('FORBIDDEN'));
    const own = await openMatter(leadCoordinator);
    await answer(own);
    expect(await refused(lead, 'matterAssess', { matterId: own.id, verdict: 'ADEQUATE' })).toEqual(
      atMatter('FORBIDDEN'),
    );
    expect((await seeMatter(lead, own))!.viewerAccess.allowedActions).not.toContain('matterAssess');
  });
});

describe('matterAssess', () => {
  it('judges the latest answer, for supervising and collecting bodies', async () => {
    const matter = await ledMatter();
    await answer(matter);
    await answer(matter);
    for (const [actor, verdict] of [
      [council, 'GENERIC'],
      [front, 'NOT_DONE'],
    ] as const) {
      const given = await mutate<{ assessment: { answer: { id: string } }; matter: { answers: { id: string }[] } }>(
        actor,
        'matterAssess',
        { matterId: matter.id, verdict, note: 'Chưa nêu thời hạn.' },
        'assessment { verdict note organization { code } answer { id } } matter { answers { id } }',
      );
      expect(given.assessment).toMatchObject({
        verdict,
        note: 'Chưa nêu thời hạn.',
        answer: { id: given.matter.answers.at(-1)!.id },
      });
    }
    expect(await timelineOf(lead, matter)).toEqual(expect.arrayContaining(['matter.assessed', 'matter.assessed']));
  });

  it('once per key', async () => {
    const matter = await ledMatter();
    await answer(matter);
    await expectOnce(council, 'matterAssess', { matterId: matter.id, verdict: 'ADEQUATE' });
    expect((await timelineOf(front, matter)).filter((type) => type === 'matter.assessed')).toHaveLength(1);
    const call = { actor: council, name: 'matterAssess', input: { matterId: matter.id, verdict: 'ADEQUATE' } };
    expect(await atOnce([call, call])).toEqual(['OK', 'OK']);
  });
});

describe('matterClose', () => {
  it('refuses nobody, outsiders, weaker roles, others than the lead, an unanswered matter, a stale version', async () => {
    const matter = await ledMatter();
    const input = { matterId: matter.id };
    expect(await refused(app.nobody(), 'matterClose', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'matterClose', input)).toEqual(atMatter('NOT_FOUND'));
    expect(await refused(leadCoordinator, 'matterClose', input)).toEqual({ code: 'FORBIDDEN' });
    expect(await refused(councilLeader, 'matterClose', input)).toEqual(atMatter('FORBIDDEN'));
    expect(await refused(lead, 'matterClose', input)).toEqual(atMatter('INVALID_STATE'));
    await answer(matter);
    expect(await refused(lead, 'matterClose', { ...input, expectedVersion: matter.version })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
  });

  it('closes the matter and its issues, once', async () => {
    const matter = await ledMatter();
    await answer(matter);
    await expectOnce(lead, 'matterClose', { matterId: matter.id });
    expect(await seeMatter(front, matter)).toMatchObject({ status: 'CLOSED', outcome: 'RESOLVED' });
    expect(await seeIssue(front, matter.issue)).toMatchObject({ status: 'CLOSED' });
    const other = await ledMatter();
    await answer(other);
    const call = { actor: lead, name: 'matterClose', input: { matterId: other.id } };
    expect(await atOnce([call, call])).toEqual(['INVALID_STATE', 'OK']);
  });
});

describe('matterReopen', () => {
  it('refuses nobody, outsiders, officers, mere helpers, a running matter, no reason, a stale version', async () => {
    const matter = await ledMatter();
    await invite(front, matter, 'PN-18073', 'COORDINATING');
    const input = { matterId: matter.id, reason: 'Trả lời chưa cụ thể.' };
    expect(await refused(council, 'matterReopen', input)).toEqual(atMatter('INVALID_STATE'));
    await answer(matter);
    expect(await refused(app.nobody(), 'matterReopen', input)).toEqual({ code: 'UNAUTHENTICATED' });
    expect(await refused(outsider, 'matterReopen', input)).toEqual(atMatter('NOT_FOUND'));
    expect(await refused(await app.actor('OFFICER', 'HDND-18073'), 'matterReopen', input)).toEqual({
      code: 'FORBIDDEN',
    });
    expect(await refused(await app.actor('COORDINATOR', 'PN-18073'), 'matterReopen', input)).toEqual(
      atMatter('FORBIDDEN'),
    );
    expect(await refused(council, 'matterReopen', { ...input, reason: '' })).toEqual({
      code: 'BAD_INPUT',
      field: 'input.reason',
    });
    expect(await refused(council, 'matterReopen', { ...input, expectedVersion: 1 })).toEqual({
      code: 'VERSION_CONFLICT',
      field: 'input.expectedVersion',
    });
  });

  it('clears outcome and date, keeps the answers and says why, for each who may', async () => {
    const matter = await ledMatter();
    for (const actor of [council, front, leadCoordinator]) {
      await mutate(lead, 'matterAnswer', {
        matterId: matter.id,
        outcome: 'PLANNED',
        content: 'Sẽ làm.',
        plannedOn: '2099-01-01',
      });
      if (actor !== front) await mutate(lead, 'matterClose', { matterId: matter.id });
      await mutate(actor, 'matterReopen', { matterId: matter.id, reason: 'Trả lời chưa cụ thể.' });
      expect(await seeMatter(actor, matter)).toMatchObject({
        status: 'IN_PROGRESS',
        outcome: null,
        plannedOn: null,
        reopenReason: 'Trả lời chưa cụ thể.',
      });
      expect(await seeIssue(front, matter.issue)).toMatchObject({ status: 'IN_FOLLOW_UP' });
    }
    const { matter: seen } = await front.ask<{ matter: { answers: unknown[]; reasons: unknown[] } }>(
      'query ($code: String!) { matter(code: $code) { answers { id } reasons { act } } }',
      { code: matter.code },
    );
    expect(seen).toMatchObject({
      answers: [{}, {}, {}],
      reasons: [{ act: 'REOPENED' }, { act: 'REOPENED' }, { act: 'REOPENED' }],
    });
  });

  it('once per key, and once of two at once', async () => {
    const matter = await ledMatter();
    await answer(matter);
    await expectOnce(council, 'matterReopen', { matterId: matter.id, reason: 'Chưa xong.' });
    await answer(matter);
    const call = { actor: council, name: 'matterReopen', input: { matterId: matter.id, reason: 'Chưa xong.' } };
    expect(await atOnce([call, call])).toEqual(['INVALID_STATE', 'OK']);
  });
});
