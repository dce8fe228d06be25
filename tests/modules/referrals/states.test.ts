import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId } from '../../support/factories.ts';
import { offer } from '../../support/issues.ts';
import { mutate } from '../../support/mutations.ts';
import { requestedAssignment } from '../../support/referrals.ts';
import { surprisesOf } from '../../support/state-machine.ts';

let app: TestApp;
let women: Actor;
let committee: Actor;
let front: Actor;
let department: string;
beforeAll(async () => {
  app = await startTestApp({ costPerMinute: 100_000_000 });
  [women, committee, front] = [app.app('PN-18073'), app.app('UBND-18073'), await app.actor('LEADER', 'MTTQ-18073')];
  department = await organizationId(women, 'SO-XAYDUNG');
});
afterAll(() => app.close());

const reason = 'Không thuộc thẩm quyền.';
const offered = async (): Promise<string> => offer(women, await collectIssue(women), 'UBND-18073');

async function after(
  mutation: string,
  by: Actor,
  more: object = {},
  made: Promise<string> = offered(),
): Promise<string> {
  const id = await made;
  await mutate(by, mutation, { id, ...more });
  return id;
}

const [no, now, none] = ['FORBIDDEN', 'INVALID_STATE', 'NOT_FOUND'] as const;
/** The offering body, the addressee, a body that has nothing to do with it. */
const bodies = ['PN-18073', 'UBND-18073', 'CD-18073'];
const addressee = (outcome: 'OK' | typeof now) => [no, outcome, none] as const;
const offering = (outcome: 'OK' | typeof now) => [outcome, no, none] as const;
const over = {
  accept: addressee(now),
  decline: addressee(now),
  ask: addressee(now),
  reply: offering(now),
  withdraw: offering(now),
  giveBack: addressee(now),
  remind: offering(now),
};
const open = {
  ...over,
  accept: addressee('OK'),
  decline: addressee('OK'),
  withdraw: offering('OK'),
  remind: offering('OK'),
};
const gone = [no, none, none] as const;
const goneFrom = [now, none, none] as const;

describe('a referral', () => {
  it('allows in every state to every body and role what the table says, and nothing else', async () => {
    const surprises = await surprisesOf({
      app,
      bodies,
      states: {
        OFFERED: offered,
        'OFFERED, asked back': () => after('referralAsk', committee, { question: 'Đoạn nào?' }),
        ACCEPTED: () => after('referralAccept', committee),
        DECLINED: () => after('referralDecline', committee, { reason }),
        RETURNED: () => after('referralReturn', committee, { reason }, after('referralAccept', committee)),
        WITHDRAWN: () => after('referralWithdraw', women, { reason }),
      },
      acts: {
        accept: { mutation: 'referralAccept', input: (id: string) => ({ id }) },
        decline: { mutation: 'referralDecline', input: (id) => ({ id, reason }) },
        ask: { mutation: 'referralAsk', input: (id) => ({ id, question: 'Đoạn nào?' }) },
        reply: { mutation: 'referralReply', input: (id) => ({ id, reply: 'Đoạn trước chợ.' }) },
        withdraw: { mutation: 'referralWithdraw', input: (id) => ({ id, reason }) },
        giveBack: { mutation: 'referralReturn', input: (id) => ({ id, reason }) },
        remind: { mutation: 'reminderSend', input: (id) => ({ subjectId: id }) },
      },
      table: {
        OFFERED: { ...open, ask: addressee('OK') },
        'OFFERED, asked back': { ...open, reply: offering('OK') },
        ACCEPTED: { ...over, giveBack: addressee('OK') },
        DECLINED: over,
        RETURNED: over,
        // The addressee no longer sees the issue.
        WITHDRAWN: {
          ...{ accept: gone, decline: gone, ask: gone, giveBack: gone },
          ...{ reply: goneFrom, withdraw: goneFrom, remind: goneFrom },
        },
      },
    });
    expect(surprises).toEqual([]);
  }, 240_000);
});

describe('an assignment', () => {
  it('is made once, by the leader of the body above', async () => {
    const requested = (): Promise<string> => requestedAssignment(app, front);
    const lapsed = async (): Promise<string> => {
      const id = await requested();
      const { node } = await front.ask<{ node: { issue: { id: string; code: string } } }>(
        'query ($id: ID!) { node(id: $id) { ... on Assignment { issue { id code } } } }',
        { id },
      );
      await mutate(committee, 'referralAccept', {
        id: await offer(women, { ...node.issue, version: 1 }, 'UBND-18073'),
      });
      return id;
    };
    const input = (id: string): object => ({ id, toOrganizationId: department, request: 'Giao chủ trì.' });
    const surprises = await surprisesOf({
      app,
      // The body above, the owner, one that refused, one that has nothing to do with it.
      bodies: ['MTTQ-18073', 'PN-18073', 'CD-18073', 'HDND-18073'],
      states: {
        REQUESTED: requested,
        MADE: async () => {
          const id = await requested();
          await mutate(front, 'assignmentMake', { ...input(id) });
          return id;
        },
        LAPSED: lapsed,
      },
      acts: { make: { mutation: 'assignmentMake', input } },
      table: {
        REQUESTED: { make: ['OK', no, none, none] },
        MADE: { make: [now, no, none, none] },
        LAPSED: { make: [none, no, none, none] },
      },
    });
    expect(surprises).toEqual([]);
  }, 120_000);
});
