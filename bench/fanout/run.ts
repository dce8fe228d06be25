import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Pool } from 'pg';
import { withClient, workFolder, type BenchDatabase } from '../data/database.ts';
import { collect } from '../floor/collect.ts';
import { samplesOf } from '../samples.ts';
import { loadBodies } from '../support/bodies.ts';
import { freePort, startNode, stopProcess, untilReady } from '../support/child.ts';
import { cores, cpuMs, loadNow, residentMb } from '../support/machine.ts';
import type { Running } from '../support/product.ts';
import { quantile } from '../support/stats.ts';
import { figure, table } from '../support/table.ts';
import { mercurius, product } from '../targets.ts';
import { mark, monotonicMs, type FanoutReport, type FromClients, type ToClients } from './protocol.ts';

const query = `subscription { events(filter: {types: ["issue.collected"]}) { cursor event { type issue { code title owner { code name } } } } }`;
const bodiesListening = 50;

interface Contender {
  name: string;
  query: string | null;
  path: string;
  start(databaseUrl: string): Promise<Running>;
}

const contenders: readonly Contender[] = [
  { name: 'floor (bare ws)', query: null, path: '/', start: startFloor },
  { name: product.name, query, path: '/graphql', start: (url) => product.start(url, null) },
  { name: mercurius.name, query, path: '/graphql', start: (url) => mercurius.start(url, null) },
];

async function startFloor(databaseUrl: string): Promise<Running> {
  const port = await freePort();
  const child = startNode({
    script: 'bench/floor/sockets.ts',
    core: cores.server,
    environment: { DATABASE_URL: databaseUrl, PORT: String(port), NODE_ENV: 'production' },
    logFile: join(workFolder, 'peers.log'),
  });
  await untilReady(`http://127.0.0.1:${port}/`, child);
  return { name: 'floor (bare ws)', url: `http://127.0.0.1:${port}`, child, pid: child.pid! };
}

export interface FanoutPlan {
  sockets: number;
  /** Events one a second, for the time until they arrive. */
  paced: number;
  /** Events at once, for how many deliveries there are a second. */
  burst: number;
}

interface FanoutResult {
  name: string;
  bytesPerSubscriber: number;
  p50: number;
  p99: number;
  /** The same while some sockets do not read. */
  stalledP99: number;
  perSecond: number;
  cpuMicros: number;
}

/** Commit to delivery, one server after the other: thousands of sockets of two servers would not fit beside each other. */
export async function runFanout(
  database: BenchDatabase,
  plan: FanoutPlan,
  tell: (text: string) => void,
): Promise<void> {
  const results: FanoutResult[] = [];
  for (const contender of contenders) {
    process.stderr.write(`  sockets of ${contender.name}\n`);
    results.push(await contend(contender, database, plan));
  }
  const [floor] = results;
  const headings = [
    '',
    'deliveries/s',
    'of floor',
    'CPU µs a delivery',
    'kB a subscriber',
    'p50 ms',
    'p99 ms',
    'p99 ms, 1 in 100 stalled',
  ];
  const rows = results.map((each) => [
    each.name,
    figure(each.perSecond),
    figure(each.perSecond / floor!.perSecond),
    figure(each.cpuMicros),
    figure(each.bytesPerSubscriber / 1024),
    figure(each.p50),
    figure(each.p99),
    figure(each.stalledP99),
  ]);
  tell(
    `\nS1 fan-out to ${plan.sockets} sockets of ${bodiesListening} bodies (load of the machine ${loadNow()})\n\n${table(headings, rows)}`,
  );
}

async function contend(contender: Contender, database: BenchDatabase, plan: FanoutPlan): Promise<FanoutResult> {
  const server = await contender.start(database.url);
  const pool = new Pool({ connectionString: database.url, max: 4 });
  try {
    const calm = await withSockets({ contender, server, pool }, { ...plan, stalled: 0 });
    const stalled = await withSockets(
      { contender, server, pool },
      { ...plan, burst: 0, stalled: Math.ceil(plan.sockets / 100) },
    );
    return { ...calm, stalledP99: stalled.p99 };
  } finally {
    await stopProcess(server.child);
    await pool.end();
  }
}

interface Stage {
  contender: Contender;
  server: Running;
  pool: Pool;
}

async function withSockets(stage: Stage, plan: FanoutPlan & { stalled: number }): Promise<FanoutResult> {
  const { contender, server, pool } = stage;
  const clients = startNode({ script: 'bench/fanout/clients.ts', core: cores.load, ipc: true });
  const send = (message: ToClients): void => void clients.send(message);
  const answer = async (): Promise<FromClients> => (await once(clients, 'message'))[0] as FromClients;
  const report = async (): Promise<FanoutReport> => {
    send({ report: true });
    return ((await answer()) as { reported: FanoutReport }).reported;
  };
  const bodies = [...(await loadBodies(pool))].slice(0, bodiesListening);
  const { sockets, stalled } = plan;
  const before = residentMb(server.pid);
  const url = `${server.url.replace('http', 'ws')}${contender.path}`;
  send({ open: { url, tokens: bodies.map(([token]) => token), sockets, query: contender.query, stalled } });
  await answer();
  const bytesPerSubscriber = ((residentMb(server.pid) - before) * 2 ** 20) / sockets;
  const [sample] = await withClient(pool.options.connectionString!, (client) => samplesOf(client, 'm1'));
  const input = { ...(sample!.variables['input'] as object), visibility: 'NETWORK', shareWithIds: [] };
  const publish = async (n: number): Promise<number> => {
    await collect(pool, bodies[0]![1], { ...input, title: `${mark}${n}` });
    return monotonicMs();
  };
  const expected = sockets - stalled;
  const latencies = await paced(plan.paced, { publish, report, expected });
  const cpuBefore = cpuMs(server.pid);
  const burst = await atOnce(plan.burst, { publish, report, expected });
  const cpu = cpuMs(server.pid) - cpuBefore;
  send({ close: true });
  await once(clients, 'exit');
  return {
    name: contender.name,
    bytesPerSubscriber,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    stalledP99: Number.NaN,
    perSecond: burst.deliveries / burst.seconds,
    cpuMicros: (cpu * 1000) / burst.deliveries,
  };
}

interface Publishing {
  publish(n: number): Promise<number>;
  report(): Promise<FanoutReport>;
  expected: number;
}

async function paced(events: number, { publish, report, expected }: Publishing): Promise<number[]> {
  const committed = new Map<number, number>();
  for (let n = 0; n < events; n += 1) {
    committed.set(n, await publish(n));
    await delay(1000);
  }
  const { received } = await waitFor(events * expected, report);
  return received.map(([n, at]) => at - committed.get(n)!);
}

async function atOnce(
  events: number,
  { publish, report, expected }: Publishing,
): Promise<{ deliveries: number; seconds: number }> {
  if (events === 0) return { deliveries: 0, seconds: 0 };
  const [began] = await Promise.all(Array.from({ length: events }, (_, n) => publish(1_000_000 + n)));
  const { deliveries, lastAt } = await waitFor(events * expected, report);
  return { deliveries, seconds: (lastAt - began!) / 1000 };
}

const silenceMs = 30_000;

/** Throws where nothing comes any more and not everything has: each delivery counts, none is lost. */
async function waitFor(deliveries: number, report: () => Promise<FanoutReport>): Promise<FanoutReport> {
  const sum: FanoutReport = { deliveries: 0, received: [], lastAt: 0 };
  let heardAt = performance.now();
  while (sum.deliveries < deliveries) {
    if (performance.now() - heardAt > silenceMs)
      throw new Error(`Only ${sum.deliveries} of ${deliveries} deliveries came`);
    await delay(200);
    const more = await report();
    if (more.deliveries > 0) heardAt = performance.now();
    sum.deliveries += more.deliveries;
    sum.lastAt = Math.max(sum.lastAt, more.lastAt);
    for (const each of more.received) sum.received.push(each);
  }
  return sum;
}
