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

async function subscribe(token: string, received: Received[]): Promise<Client> {
  const client = createClient({
    url: app.url.replace('http', 'ws'),
    connectionParams: { Authorization: `Bearer ${token}` },
    lazy: false,
    retryAttempts: 0,
  });
  // Whoever begins without a cursor is soon told where: from then on it hears everything.
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  client.subscribe<{ events: { event: { issue: { title: string } } | null } }>(
    {
      query: 'subscription { events(filter: {types: ["issue.collected"]}) { cursor event { type issue { title } } } }',
    },
    {
      next: ({ data }) => {
        begin();
        if (data?.events.event) received.push({ title: data.events.event.issue.title, atMs: performance.now() });
      },
      error: () => undefined,
      complete: () => undefined,
    },
  );
  await begun;
  return client;
}

it(`delivers one event a second to ${subscribers} subscribers, each once and in order`, async () => {
  const tokens = bodies.map((code) => app.app(code).token!);
  const streams: Received[][] = Array.from({ length: subscribers }, () => []);
  const clients: Client[] = [];
  clients.push(...(await Promise.all(streams.map((received, n) => subscribe(tokens[n % tokens.length]!, received)))));
  const actor = app.app('MTTQ-18073');
  const sentAt = new Map<string, number>();
  for (let n = 0; n < events; n += 1) {
    const title = `Sự việc thứ ${n}`;
    await collectIssue(actor, { title, visibility: 'NETWORK' });
    sentAt.set(title, performance.now());
    await delay(1000);
  }
  for (let wait = 0; wait < 300 && streams.some((received) => received.length < events); wait += 1) await delay(100);
  await Promise.all(clients.map(async (client) => client.dispose()));

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
});
