import { hash } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { withClient, type BenchDatabase } from '../data/database.ts';
import type { FromClients, ToClients } from '../fanout/protocol.ts';
import { runSteady } from '../load/run.ts';
import { operationNames } from '../operations.ts';
import { samplesOf } from '../samples.ts';
import { startNode, stopProcess } from '../support/child.ts';
import { cores, loadNow } from '../support/machine.ts';
import type { Running } from '../support/product.ts';
import { figure, table } from '../support/table.ts';
import { product, type HttpRequest } from '../targets.ts';
import { growth, heapSamples, megabytes, startWatched, type HeapSample } from './heap.ts';

const query = 'subscription { events { cursor event { type issue { code title } } } }';
const socketsAtOnce = 200;
const connections = 16;
/** Of the whole time: until then caches fill. */
const warmUp = 1 / 3;
const attackDocuments = 100_000;
const attackSteps = 5;

interface Soak {
  database: BenchDatabase;
  minutes: number;
  tell: (text: string) => void;
}

/** Mixed load at a quarter of the highest rate while live streams come and go, then an attacker's documents. */
export async function runSoak({ database, minutes, tell }: Soak): Promise<void> {
  const server = await startWatched(database.url);
  try {
    const requests = await mixedRequests(database);
    const [token] = requests.map(({ authorization }) => authorization.slice(7));
    const fastest = await runSteady({ url: server.url, requests, connections, rate: null, seconds: 10 });
    const rate = Math.floor(fastest.requests / fastest.seconds / 4);
    tell(`\nMemory: ${minutes} min of Q1, Q2 and M1 as 6 : 3 : 1 at ${rate}/s, ${socketsAtOnce} sockets at a time`);
    const load = runSteady({ url: server.url, requests, connections, rate, seconds: minutes * 60 });
    const opened = await comeAndGo(server, token!, minutes);
    const { failed } = await load;
    if (failed > 0) throw new Error(`${failed} requests of the mixed load failed`);
    tell(reportSoak(heapSamples(), opened));
    tell(await attack(server, requests[0]!.authorization));
  } finally {
    await stopProcess(server.child);
  }
}

async function mixedRequests(database: BenchDatabase): Promise<HttpRequest[]> {
  const shares = { q1: 6, q2: 3, m1: 1 };
  return withClient(database.url, async (client) => {
    const lists: HttpRequest[][] = [];
    for (const operation of operationNames) {
      const samples = await samplesOf(client, operation);
      lists.push(
        samples.flatMap((sample, i) => (i % 6 < shares[operation] ? [product.request(operation, sample)] : [])),
      );
    }
    return mixed(lists.flat());
  });
}

/** Operations in a random order, which is the same in each run. */
function mixed(requests: readonly HttpRequest[]): HttpRequest[] {
  const placed = requests.map((request) => ({ request, place: hash('md5', request.body) }));
  return placed.toSorted((a, b) => (a.place < b.place ? -1 : 1)).map(({ request }) => request);
}

/** How many sockets were opened. */
async function comeAndGo(server: Running, token: string, minutes: number): Promise<number> {
  const until = performance.now() + minutes * 60_000;
  const url = `${server.url.replace('http', 'ws')}/graphql`;
  let opened = 0;
  while (performance.now() < until) {
    const clients = startNode({ script: 'bench/fanout/clients.ts', core: cores.load, ipc: true });
    const order: ToClients = { open: { url, tokens: [token], sockets: socketsAtOnce, query, stalled: 0 } };
    clients.send(order);
    const [answer] = (await once(clients, 'message')) as [FromClients];
    if ('opened' in answer) opened += answer.opened;
    await delay(5000);
    const close: ToClients = { close: true };
    clients.send(close);
    await once(clients, 'exit');
  }
  return opened;
}

function reportSoak(samples: readonly HeapSample[], opened: number): string {
  const settled = samples.slice(Math.floor(samples.length * warmUp));
  const rows = (['rss', 'heapUsed'] as const).map((of) => [
    of === 'rss' ? 'RSS' : 'heap after a collection',
    figure(megabytes(settled[0]![of])),
    figure(megabytes(settled.at(-1)![of])),
    figure(growth(settled, of)),
  ]);
  const headings = [
    `${opened} sockets opened, load of the machine ${loadNow()}`,
    'after warm-up MB',
    'at the end MB',
    'MB an hour',
  ];
  return `\n${table(headings, rows)}`;
}

async function attack(server: Running, authorization: string): Promise<string> {
  const body = JSON.stringify({ query: '{ ALIAS: issues(first: 1) { nodes { code owner { name } } } }' });
  const rows: string[][] = [];
  for (let step = 0; step <= attackSteps; step += 1) {
    if (step > 0) {
      const requests = [{ path: '/graphql', authorization, body: body.replace('ALIAS', `ALIAS_${step}`) }];
      const count = attackDocuments / attackSteps;
      const { failed } = await runSteady({ url: server.url, requests, connections, rate: null, count, distinct: true });
      if (failed > 0) throw new Error(`${failed} of the attacker's documents failed`);
    }
    await delay(6000);
    const last = heapSamples().at(-1)!;
    rows.push([
      String((step * attackDocuments) / attackSteps),
      figure(megabytes(last.rss)),
      figure(megabytes(last.heapUsed)),
    ]);
  }
  return `\n${table(['different documents', 'RSS MB', 'heap MB'], rows)}`;
}
