import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createClient, type Client } from 'graphql-ws';
import { startTestApp, type TestApp } from '../support/app.ts';
import { collectIssue } from '../support/factories.ts';

const subscribers = 1000;
const events = 8;
const bodies = ['MTTQ-18073', 'CD-18073', 'ND-18073', 'PN-18073', 'DTN-18073', 'CCB-18073', 'HDND-18073', 'UBND-18073'];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

interface Received {
  title: string;
  atMs: number;
}

interface Subscriber {
  client: Client;
  connected: Promise<void>;
  /** Whoever begins without a cursor is soon told where: from then on it hears everything. */
  begun: Promise<void>;
}

function subscribe(token: string, received: Received[]): Subscriber {
  const client = createClient({
    url: app.url.replace('http', 'ws'),
    connectionParams: { Authorization: `Bearer ${token}` },
    lazy: false,
    // On a busy machine one or another is not served within the time for its first message, and comes again.
    retryAttempts: 20,
  });
  const connected = new Promise<void>((resolve) => client.on('connected', () => resolve()));
  const { promise: begun, resolve: begin, reject } = Promise.withResolvers<void>();
  client.subscribe<{ events: { event: { issue: { title: string } } | null } }>(
    {
      query: 'subscription { events(filter: {types: ["issue.collected"]}) { cursor event { type issue { title } } } }',
    },
    {
      next: ({ data }) => {
        begin();
        if (data?.events.event) received.push({ title: data.events.event.issue.title, atMs: performance.now() });
      },
      error: reject,
      complete: () => undefined,
    },
  );
  return { client, connected, begun };
}

it(`delivers one event a second to ${subscribers} subscribers, each once and in order`, async () => {
  const tokens = bodies.map((code) => app.app(code).token!);
  const streams: Received[][] = Array.from({ length: subscribers }, () => []);
  const opened: Subscriber[] = [];
  for (let n = 0; n < subscribers; n += 50) {
    const batch = streams.slice(n, n + 50).map((received, i) => subscribe(tokens[(n + i) % tokens.length]!, received));
    opened.push(...batch);
    await Promise.all(batch.map(({ connected }) => connected));
  }
  await Promise.all(opened.map(({ begun }) => begun));
  const actor = app.app('MTTQ-18073');
  const sentAt = new Map<string, number>();
  for (let n = 0; n < events; n += 1) {
    const title = `Sự việc thứ ${n}`;
    await collectIssue(actor, { title, visibility: 'NETWORK' });
    sentAt.set(title, performance.now());
    await delay(1000);
  }
  for (let wait = 0; wait < 300 && streams.some((received) => received.length < events); wait += 1) await delay(100);
  await Promise.all(opened.map(async ({ client }) => client.dispose()));

  const titles = [...sentAt.keys()];
  expect(streams.filter((received) => received.map((event) => event.title).join() !== titles.join()).length).toBe(0);
  const delays = streams
    .flat()
    .map((event) => event.atMs - sentAt.get(event.title)!)
    .toSorted((a, b) => a - b);
  const p99 = delays[Math.floor(delays.length * 0.99)]!;
  process.stdout.write(
    `${delays.length} deliveries: p50 ${delays[delays.length >> 1]!.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms after commit\n`,
  );
}, 1_200_000);
