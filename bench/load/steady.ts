import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import type { HttpRequest } from '../targets.ts';

/** Load at a given rate, or as fast as it goes; `distinct` makes each document another one by an alias of its own. */
export interface SteadyOrder {
  url: string;
  requests: HttpRequest[];
  connections: number;
  /** A second; null: as many as are answered. */
  rate: number | null;
  /** How long, or how many. */
  seconds?: number;
  count?: number;
  distinct?: boolean;
}

export interface SteadyResult {
  requests: number;
  failed: number;
  seconds: number;
}

const order = JSON.parse(await text(process.stdin)) as SteadyOrder;
const agent = new Agent({ keepAlive: true, maxSockets: order.connections });
const began = performance.now();
let sent = 0;
let failed = 0;

const isOver = (): boolean =>
  order.count !== undefined ? sent >= order.count : performance.now() - began >= (order.seconds ?? 0) * 1000;

function bodyOf(body: string, n: number): string {
  return order.distinct ? body.replace('ALIAS', `a${n.toString(36)}`) : body;
}

function send(n: number): Promise<void> {
  const { path, authorization, body } = order.requests[n % order.requests.length]!;
  const content = bodyOf(body, n);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(content),
    accept: 'application/json',
    authorization,
  };
  return new Promise((resolve) => {
    const sending = request(`${order.url}${path}`, { method: 'POST', agent, headers }, (response) => {
      void text(response).then((answer) => {
        if (response.statusCode !== 200 || answer.includes('"errors"')) failed += 1;
        resolve();
        return null;
      });
    });
    sending.once('error', () => {
      failed += 1;
      resolve();
    });
    sending.end(content);
  });
}

async function line(): Promise<void> {
  while (!isOver()) {
    const n = sent;
    sent += 1;
    const due = order.rate === null ? 0 : began + (n * 1000) / order.rate - performance.now();
    if (due > 1) await delay(due);
    await send(n);
  }
}

await Promise.all(Array.from({ length: order.connections }, line));
agent.destroy();
const result: SteadyResult = { requests: sent, failed, seconds: (performance.now() - began) / 1000 };
process.stdout.write(JSON.stringify(result));
