import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import type { HttpRequest } from '../targets.ts';

/** Load of its own process: reads what to send as JSON, writes what came of it. */
export interface LoadOrder {
  url: string;
  requests: HttpRequest[];
  connections: number;
  seconds: number;
}

export interface LoadResult {
  requests: number;
  seconds: number;
  p50: number;
  p99: number;
  /** Answers that were no success. */
  failed: number;
}

const order = JSON.parse(await text(process.stdin)) as LoadOrder;
const result = await autocannon({
  url: order.url,
  connections: order.connections,
  duration: order.seconds,
  timeout: 30,
  verifyBody: (body: string) => !body.includes('"errors"'),
  requests: order.requests.map(({ path, authorization, body }) => ({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization },
    body,
  })),
});
const { requests, latency, duration, non2xx, errors, timeouts, mismatches } = result;
const summary: LoadResult = {
  requests: requests.total,
  seconds: duration,
  p50: latency.p50,
  p99: latency.p99,
  failed: non2xx + errors + timeouts + mismatches,
};
process.stdout.write(JSON.stringify(summary));
