import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

const CHECK_MS = 2000;

/** Why the server should get no requests now. */
export type NotReady = 'STARTING' | 'DRAINING' | 'DATABASE_DOWN';

/** `true` means ready. A rejection counts as CHECK_FAILED, no answer within two seconds as CHECK_TIMED_OUT. */
export type ReadyCheck = () => Promise<true | NotReady>;

type Readiness = true | NotReady | 'CHECK_FAILED' | 'CHECK_TIMED_OUT';

async function check(ready: ReadyCheck, onFailure: (error: unknown) => void): Promise<Readiness> {
  const patience = new AbortController();
  const timedOut = sleep(CHECK_MS, 'CHECK_TIMED_OUT' as const, { signal: patience.signal });
  // Aborted below once nobody waits for it any more.
  timedOut.catch(() => undefined);
  const answer = ready().catch((error: unknown): Readiness => {
    onFailure(error);
    return 'CHECK_FAILED';
  });
  try {
    return await Promise.race([answer, timedOut]);
  } finally {
    patience.abort();
  }
}

/**
 * `GET /livez`: 200 as long as the event loop turns; otherwise restart the process.
 * `GET /readyz`: 200, or 503 with `reason`; otherwise send requests elsewhere.
 */
export function registerHealth(app: FastifyInstance, ready: ReadyCheck): void {
  app.get('/livez', { logLevel: 'warn' }, (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );
  app.get('/readyz', { logLevel: 'warn' }, async (request, reply) => {
    const readiness = await check(ready, (err) => request.log.warn({ err }, 'readiness check failed'));
    reply.header('cache-control', 'no-store');
    if (readiness === true) {
      return reply.send({ status: 'ready' });
    }
    return reply.code(503).header('retry-after', '1').send({ status: 'not ready', reason: readiness });
  });
}
