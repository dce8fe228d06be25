import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Actor, type Answer } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { organizationId } from '../../support/factories.ts';
import { openOwner, setRoles, type Owner } from '../../support/owner.ts';
import { quickest } from '../../support/quickest.ts';

let app: TestApp;
let owner: Owner;
let front: Actor;
beforeAll(async () => {
  app = await startTestApp();
  owner = await openOwner(app);
  front = app.app('MTTQ-18073');
});
afterAll(async () => {
  await owner.close();
  await app.close();
});

const password = 'lien-thong-demo';
const email = 'coordinator@mttq-18073.hatinh.example';
const viewer = `viewer { organization { code } roles actor { __typename id name organization { code } ... on Staff { roles } } }`;

interface Session {
  token: string;
  expiresAt: string;
  viewer: { organization: { code: string }; roles: string[]; actor: { __typename: string; id: string; name: string } };
}

const signIn = (input: object, headers: Record<string, string> = {}): Promise<Answer<{ sessionCreate: Session }>> =>
  app
    .nobody()
    .send(
      `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { token expiresAt ${viewer} } }`,
      { input },
      headers,
    );

async function signedIn(input: object): Promise<Session & { actor: Actor }> {
  const { data, errors } = await signIn(input);
  if (!data?.sessionCreate) throw new Error(JSON.stringify(errors));
  return { ...data.sessionCreate, actor: new Actor(app.url, data.sessionCreate.token, 'somebody') };
}

const sessions = async (): Promise<number> =>
  (await owner.rows<{ count: number }>('select count(*)::int as count from auth.session'))[0]!.count;

/** Milliseconds until the actor's token stands for nobody. */
async function untilRefused(actor: Actor): Promise<number> {
  const since = performance.now();
  for (;;) {
    const { errors } = await actor.send('{ viewer { roles } }');
    if (errors[0]?.extensions.code === 'UNAUTHENTICATED') return performance.now() - since;
    if (performance.now() - since > 60_000) throw new Error('the token still stands for somebody');
    await delay(50);
  }
}

describe('sessionCreate refuses', () => {
  it('in one and the same way, whatever was wrong, and leaves no session', async () => {
    const other = await organizationId(front, 'UBND-18073');
    const before = await sessions();
    const attempts = [
      { email, password: 'not-the-password' },
      { email: `nobody-${randomUUID()}@hatinh.example`, password },
      { email: `nobody-${randomUUID()}@hatinh.example`, password: 'not-the-password' },
      { email: '', password },
      { email, password: '' },
      { email: 'not an address', password },
      { email: `${email}\u0000`, password },
      { email, password: `${password}\u0000` },
      { email, password: '\ud800' },
      { email, password: 'x'.repeat(200_000) },
      { email, password, organizationId: other },
      { email, password, organizationId: 'org_0198c0de-0000-7000-8000-000000000000' },
    ];
    const answers = new Set<string>();
    for (const input of attempts) {
      const { status, data, errors } = await signIn(input);
      const [{ extensions, ...error }] = errors as [(typeof errors)[number]];
      const { requestId, ...shown } = extensions;
      expect(requestId).toEqual(expect.any(String));
      answers.add(JSON.stringify({ status, data, error, shown, count: errors.length }));
    }
    expect([...answers]).toHaveLength(1);
    expect(JSON.parse([...answers][0]!)).toMatchObject({ data: null, shown: { code: 'UNAUTHENTICATED' } });
    expect(await sessions()).toBe(before);
  });

  it('an organization that is none, and arguments that are missing', async () => {
    const cases = [
      [{ email, password, organizationId: 'x' }, 'input.organizationId'],
      [{ email, password, organizationId: '' }, 'input.organizationId'],
      [{ email }, 'input.password'],
      [{ password }, 'input.email'],
      [{ email, password: 5 }, 'input.password'],
    ] as const;
    for (const [input, field] of cases) {
      const { errors } = await signIn(input);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_INPUT', field } }]);
    }
  });

  it('an office that was closed', async () => {
    await owner.rows(`update actor a set active = false from organization o
      where o.id = a.organization_id and o.code = 'HDND-18073' and a.name like 'Cán bộ %'`);
    const { errors } = await signIn({ email: 'officer@hdnd-18073.hatinh.example', password });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', messageKey: 'auth.badCredentials' } }]);
  });

  it('nothing that comes beside it without a session', async () => {
    const { data, errors, status } = await app.nobody().send<{ sessionCreate: Session }>(
      `mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { token }
        issueScreen(input: {id: "x", decision: ACCEPT}) { position } }`,
      { input: { email, password } },
    );
    expect([status, data ?? null, errors.map((error) => error.extensions.code)]).toEqual([
      401,
      null,
      ['UNAUTHENTICATED'],
    ]);
  });

  it('more than ten guesses at an account, and leaves others alone', async () => {
    const guess = (mail: string): Promise<Answer<unknown>> => signIn({ email: mail, password: 'guess-guess-guess' });
    const guessed = 'officer@ccb-18073.hatinh.example';
    const codes: string[] = [];
    for (let n = 0; n < 12; n += 1) codes.push((await guess(guessed)).errors[0]!.extensions.code);
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'UNAUTHENTICATED'), 'RATE_LIMITED', 'RATE_LIMITED']);
    expect((await signIn({ email: guessed, password })).errors).toMatchObject([
      { extensions: { code: 'RATE_LIMITED', retryAfter: expect.any(Number), retryable: true } },
    ]);
    expect((await app.actor('OFFICER', 'DTN-18073')).token).toMatch(/^lt_ses_/);
  });
});

describe('sessionCreate', () => {
  it('opens a session of 12 hours for the office', async () => {
    const before = Date.now();
    const session = await signedIn({ email, password });
    expect(session.viewer).toEqual({
      organization: { code: 'MTTQ-18073' },
      roles: ['COORDINATOR'],
      actor: {
        __typename: 'Staff',
        id: expect.stringMatching(/^staff_/),
        name: expect.stringMatching(/^Điều phối viên /),
        organization: { code: 'MTTQ-18073' },
        roles: ['COORDINATOR'],
      },
    });
    const hours = (Date.parse(session.expiresAt) - before) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThan(12.1);
    expect(await session.actor.ask(`{ ${viewer} }`)).toEqual({ viewer: session.viewer });
  });

  it('keeps its values apart under aliases', async () => {
    const answer = await app
      .nobody()
      .ask<{ a: { x: string; token: string } }>(
        'mutation ($input: SessionCreateInput!) { a: sessionCreate(input: $input) { x: token token: expiresAt } }',
        { input: { email, password } },
      );
    expect(answer.a.x).toMatch(/^lt_ses_/);
    expect(answer.a.token).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('takes the address in any case, and opens a session of its own each time', async () => {
    const one = await signedIn({ email, password });
    const other = await signedIn({ email: ` ${email.toUpperCase()}`, password });
    expect(other.token).not.toBe(one.token);
    expect(other.viewer).toEqual(one.viewer);
    await other.actor.ask('mutation { sessionEnd { ended } }');
    await delay(2100);
    expect(await one.actor.ask('{ viewer { roles } }')).toEqual({ viewer: { roles: ['COORDINATOR'] } });
  });

  it('lets a person with several offices choose', async () => {
    await owner.rows(
      `insert into actor (id, kind, organization_id, account_id, name, roles, created_at)
        select gen_random_uuid(), 'STAFF', o.id, a.account_id, 'Trợ lý', '{LEADER}', now() + interval '1 day'
        from actor a join organization mine on mine.id = a.organization_id and mine.code = 'CD-18073', organization o
        where a.name like 'Cán bộ %' and o.code = 'PN-18073'`,
    );
    const person = { email: 'officer@cd-18073.hatinh.example', password };
    const union = await signedIn(person);
    const chosen = await signedIn({ ...person, organizationId: await organizationId(front, 'PN-18073') });
    expect([union.viewer.organization.code, union.viewer.roles]).toEqual(['CD-18073', ['OFFICER']]);
    expect([chosen.viewer.organization.code, chosen.viewer.roles]).toEqual(['PN-18073', ['LEADER']]);
    expect(chosen.viewer.actor.name).toBe('Trợ lý');
    expect(await chosen.actor.ask(`{ ${viewer} }`)).toEqual({ viewer: chosen.viewer });
  });
});

describe('sessionEnd refuses', () => {
  it('nobody, and apps, whose keys have no session', async () => {
    const document = 'mutation { sessionEnd { ended } }';
    expect(await app.nobody().refusal(document)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await front.refusal(document)).toMatchObject({ code: 'INVALID_STATE', messageKey: 'auth.noSession' });
    expect(await front.ask('{ viewer { organization { code } } }')).toBeTruthy();
  });
});

describe('a session', () => {
  it('that was ended stands for nobody within 2 seconds, and its row is gone', async () => {
    const ended = async (): Promise<number> => {
      const { actor } = await signedIn({ email, password });
      await actor.ask('{ viewer { roles } }');
      const before = await sessions();
      expect(await actor.ask('mutation { sessionEnd { ended } }')).toEqual({ sessionEnd: { ended: true } });
      expect(await sessions()).toBe(before - 1);
      const took = await untilRefused(actor);
      expect(await actor.send('mutation { sessionEnd { ended } }')).toMatchObject({ status: 401 });
      return took;
    };
    expect(await quickest(2200, ended)).toBeLessThan(2200);
  });

  it('loses its office and gets other roles within 2 seconds', async () => {
    const { actor } = await signedIn({ email: 'leader@hdnd-18073.hatinh.example', password });
    await setRoles(owner, 'HDND-18073', 'Lãnh đạo', ['AUDITOR']);
    await delay(2100);
    expect(await actor.ask('{ viewer { roles } }')).toEqual({ viewer: { roles: ['AUDITOR'] } });
    const setActive = (active: boolean): Promise<unknown> =>
      owner.rows(`update actor a set active = ${active} from organization o
        where o.id = a.organization_id and o.code = 'HDND-18073' and a.name like 'Lãnh đạo %'`);
    const lost = async (): Promise<number> => {
      await setActive(true);
      const { actor: again } = await signedIn({ email: 'leader@hdnd-18073.hatinh.example', password });
      await again.ask('{ viewer { roles } }');
      await setActive(false);
      return untilRefused(again);
    };
    expect(await quickest(2200, lost)).toBeLessThan(2200);
  });
});

describe('viewer', () => {
  it('is an app where a key came', async () => {
    expect(await front.ask(`{ ${viewer} }`)).toMatchObject({
      viewer: {
        organization: { code: 'MTTQ-18073' },
        roles: ['OFFICER', 'COORDINATOR'],
        actor: { __typename: 'App', id: expect.stringMatching(/^app_/), organization: { code: 'MTTQ-18073' } },
      },
    });
  });
});
