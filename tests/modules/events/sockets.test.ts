import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { runOwner } from '../../setup/databases.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue } from '../../support/factories.ts';
import { eventsDocument, listen, now } from '../../support/live.ts';
import { until } from '../../support/log.ts';
import { quickest } from '../../support/quickest.ts';

let app: TestApp;
let front: Actor;
const sockets: WebSocket[] = [];
beforeAll(async () => {
  app = await startTestApp();
  front = await app.actor('COORDINATOR', 'MTTQ-18073');
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
});
afterAll(() => app.close());

interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

interface Raw {
  socket: WebSocket;
  send(message: unknown): void;
  received: Message[];
  /** Code of its close. */
  closed: Promise<number>;
}

/** A socket as its bytes are, signed in where a token is given. */
async function connect(
  token: string | null,
  { protocol = 'graphql-transport-ws', origin }: { protocol?: string; origin?: string } = {},
): Promise<Raw> {
  const socket = new WebSocket(app.url.replace('http', 'ws'), protocol, { ...(origin && { origin }) });
  sockets.push(socket);
  const received: Message[] = [];
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString()) as Message));
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
  const send = (message: unknown): void => socket.send(JSON.stringify(message));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  if (token !== null) {
    send({ type: 'connection_init', payload: { Authorization: `Bearer ${token}` } });
    while (received.length === 0 && socket.readyState === WebSocket.OPEN) await delay(5);
  }
  return { socket, send, received, closed };
}

const ask = (id: string, after?: string): object => ({
  id,
  type: 'subscribe',
  payload: { query: eventsDocument, variables: { after } },
});

/** A session of its own, which the test may end. */
async function signIn(): Promise<string> {
  const { sessionCreate } = await app
    .nobody()
    .ask<{ sessionCreate: { token: string } }>(
      'mutation { sessionCreate(input: {email: "officer@cd-18073.hatinh.example", password: "lien-thong-demo"}) { token } }',
    );
  return sessionCreate.token;
}

describe('a socket', () => {
  it('is not opened from a foreign page, nor for another protocol', async () => {
    await expect(connect(null, { origin: 'https://elsewhere.example' })).rejects.toThrow('403');
    await expect(connect(null, { protocol: 'graphql-ws' })).rejects.toThrow('subprotocol');
    const own = new URL(app.url).origin;
    expect((await connect(front.token, { origin: own })).received).toEqual([{ type: 'connection_ack' }]);
  });

  it('ends with 4401 without a token of somebody, with 4408 where nothing is said for 3 s', async () => {
    const silent = await connect(null);
    for (const token of ['', 'lt_ses_of-nobody-at-all-12345', `${front.token!.slice(0, -1)}?`]) {
      expect(await (await connect(token)).closed).toBe(4401);
    }
    expect(await silent.closed).toBe(4408);
  });

  it('ends with 4401 soon after its session has ended, others stay', async () => {
    const other = await connect(front.token);
    const ended = async (): Promise<number> => {
      const token = await signIn();
      const gone = await connect(token);
      gone.send(ask('one'));
      await app.nobody().send('mutation { sessionEnd { __typename } }', {}, { authorization: `Bearer ${token}` });
      const began = performance.now();
      expect(await gone.closed).toBe(4401);
      const took = performance.now() - began;
      expect(await (await connect(token)).closed).toBe(4401);
      return took;
    };
    expect(await quickest(3500, ended)).toBeLessThan(3500);
    expect(other.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('ends with 4403 soon after the roles of its office have changed', async () => {
    const changed = async (): Promise<number> => {
      const socket = await connect(await signIn());
      await runOwner(
        `begin; set local role lt_access; update actor
          set roles = case when roles = array['OFFICER'] then array['OFFICER', 'AUDITOR'] else array['OFFICER'] end
          where kind = 'STAFF' and roles @> array['OFFICER']
            and organization_id = (select id from organization where code = 'CD-18073'); commit`,
        new URL(app.databaseUrl).pathname.slice(1),
      );
      const began = performance.now();
      expect(await socket.closed).toBe(4403);
      return performance.now() - began;
    };
    expect(await quickest(3500, changed)).toBeLessThan(3500);
  });

  it('carries 50 streams, each with its own id, and refuses one more', async () => {
    const { send, received } = await connect(front.token);
    const after = await now(front);
    for (let n = 0; n < 50; n += 1) send(ask(`stream ${n}`, after));
    send(ask('one more', after));
    await until(() => received.length > 1);
    expect(received[1]).toMatchObject({
      id: 'one more',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED', retryable: true } }],
    });
    await collectIssue(front);
    await until(() => received.length === 52);
    expect(new Set(received.slice(2).map(({ id }) => id)).size).toBe(50);
    expect(new Set(received.slice(2).map(({ payload }) => JSON.stringify(payload))).size).toBe(1);
    send({ id: 'stream 7', type: 'complete' });
    await delay(50);
    send(ask('one more', after));
    await until(() => received.length === 53);
    expect(received[52]).toMatchObject({ id: 'one more', type: 'next' });
  });

  it('ends with 4429 after a flood of messages, with 1009 after one that is too large', async () => {
    const flood = await connect(front.token);
    for (let n = 0; n < 100; n += 1) flood.send({ type: 'ping' });
    expect(await flood.closed).toBe(4429);
    expect(flood.received.length).toBeLessThan(65);
    const large = await connect(front.token);
    large.send({ type: 'ping', payload: { text: 'x'.repeat(64 * 1024) } });
    expect(await large.closed).toBe(1009);
  });

  it('that does not read stops nobody else, and finds everything when it reads again', async () => {
    const after = await now(front);
    const [paused, reading] = [await connect(front.token), await connect(front.token)];
    for (const { send } of [paused, reading]) send(ask('one', after));
    await collectIssue(front);
    await until(() => paused.received.length === 2 && reading.received.length === 2);
    paused.socket.pause();
    const description = 'Nước ngập '.repeat(900);
    for (let n = 0; n < 8; n += 1) await collectIssue(front, { description });
    await until(() => reading.received.length === 10);
    paused.socket.resume();
    await until(() => paused.received.length === 10);
    expect(paused.received).toEqual(reading.received);
  });
});

describe('a server that stops', () => {
  it('sends everyone away with 1012; the stream goes on at the next one where it was', async () => {
    const live = listen(front, { variables: { after: await now(front) } });
    const raw = await connect(front.token);
    await collectIssue(front);
    await live.count(1);
    const restarted = app.restart();
    expect(await raw.closed).toBe(1012);
    await restarted;
    front = await app.actor('COORDINATOR', 'MTTQ-18073');
    const missed = await collectIssue(front);
    const again = listen(front, { variables: { after: live.cursors.at(-1) } });
    await again.count(1);
    expect(again.events.map((event) => event.subjectId)).toEqual([missed.id]);
    await again.stop();
  });
});
