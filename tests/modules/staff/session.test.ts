import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const signIn = 'mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { token expiresAt viewer { roles organization { code } actor { __typename name } } } }';
const email = 'leader@so-xaydung.hatinh.example';

it('refuses every cause alike', async () => {
  const causes = [
    { email, password: 'wrong-password-1' },
    { email: 'nobody@so-xaydung.hatinh.example', password: 'lien-thong-demo' },
    { email: '', password: '' },
    { email: 'x'.repeat(500), password: 'y'.repeat(500) },
  ];
  const refusals = await Promise.all(causes.map((input) => app.nobody().refusal(signIn, { input })));
  const alike = refusals.map(({ requestId: _, ...rest }) => rest);
  expect(new Set(alike.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
  expect(alike[0]).toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('an office that the person does not hold is refused like a wrong password', async () => {
  const { organization } = await app.app('MTTQ-42').ask<{ organization: { id: string } }>('{ organization(code: "CD-18073") { id } }');
  const refusal = await app.nobody().refusal(signIn, { input: { email, password: 'lien-thong-demo', organizationId: organization.id } });
  expect(refusal).toMatchObject({ code: 'UNAUTHENTICATED' });
});

it('signs in for 12 hours, as the office, and signs out within 2 seconds', async () => {
  const { sessionCreate } = await app.nobody().ask<{ sessionCreate: { token: string; expiresAt: string } }>(signIn, { input: { email, password: 'lien-thong-demo' } });
  expect(sessionCreate).toMatchObject({ viewer: { roles: ['LEADER'], organization: { code: 'SO-XAYDUNG' }, actor: { __typename: 'Staff' } } });
  const hours = (Date.parse(sessionCreate.expiresAt) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(11.9);
  expect(hours).toBeLessThanOrEqual(12);
  const leader = new Actor(app.url, sessionCreate.token, 'leader');
  expect(await leader.ask('mutation { sessionEnd { ended } }')).toEqual({ sessionEnd: { ended: true } });
  await delay(2100);
  expect(await leader.send('{ viewer { roles } }')).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

it('an app key is ended by its administrator, not by itself', async () => {
  expect(await app.app('MTTQ-42').refusal('mutation { sessionEnd { ended } }')).toMatchObject({ code: 'INVALID_STATE' });
});

it('aliases keep their values', async () => {
  const answer = await app.nobody().ask<{ a: { x: string; token: string } }>(
    'mutation ($input: SessionCreateInput!) { a: sessionCreate(input: $input) { x: token token: expiresAt } }',
    { input: { email, password: 'lien-thong-demo' } },
  );
  expect(answer.a.x).toMatch(/^lt_ses_/);
  expect(answer.a.token).toMatch(/^\d{4}-\d\d-\d\dT/);
});

it('limits guesses, counted by account, and leaves others alone', async () => {
  const guess = (mail: string): Promise<{ code: string; [key: string]: unknown }> => app.nobody().refusal(signIn, { input: { email: mail, password: 'guess-guess-guess' } });
  const codes: string[] = [];
  for (let n = 0; n < 12; n += 1) codes.push((await guess('officer@ccb-18073.hatinh.example')).code);
  expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'UNAUTHENTICATED'));
  expect(codes.slice(10)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  expect(await guess('officer@ccb-18073.hatinh.example')).toMatchObject({ retryAfter: expect.any(Number), retryable: true });
  expect((await app.actor('OFFICER', 'DTN-18073')).token).toMatch(/^lt_ses_/);
});
