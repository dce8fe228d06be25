import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.ts';
import { deriveKey } from './derive-key.ts';

const WINDOW_SECONDS = 10 * 60;
const FAILURES_PER_EMAIL = 10;
const FAILURES_PER_ADDRESS = 100;
// Half of libuv's four threads: hashing must not stop name look-ups and file reads of the process.
const ATTEMPTS_AT_ONCE = 2;

export interface SignInCaller {
  email: string;
  /** Client address as the HTTP server saw it; without it only the e-mail is limited. */
  address?: string | undefined;
}

export interface SignInGate {
  /**
   * Runs one attempt. `work` answers null for any refusal, which is counted and thrown as UNAUTHENTICATED.
   * RATE_LIMITED with `retryAfter` in seconds once the e-mail failed 10 times or the address 100 times in 10 minutes.
   * The store failing is thrown as it is: no count, no sign-in.
   */
  attempt<T>(caller: SignInCaller, work: () => Promise<T | null>): Promise<T>;
}

interface Counter {
  limiter: RateLimiterPostgres;
  key: string;
}

export function createSignInGate(pool: Pool, secret: string): SignInGate {
  const byEmail = createLimiter(pool, 'email', FAILURES_PER_EMAIL);
  const byAddress = createLimiter(pool, 'address', FAILURES_PER_ADDRESS);
  const inSlot = createSlots(ATTEMPTS_AT_ONCE);
  // The table must not become a list of the addresses and mailboxes of people.
  const maskKey = deriveKey(secret, 'sign-in-failure/v1');
  const masked = (text: string): string => createHmac('sha256', maskKey).update(text).digest('base64url');
  let nextSweepAt = 0;

  async function recordFailure(counters: Counter[]): Promise<void> {
    const now = Date.now();
    if (now >= nextSweepAt) {
      nextSweepAt = now + WINDOW_SECONDS * 1000;
      await pool.query('delete from auth.sign_in_failure where expire < $1', [now]);
    }
    for (const counter of counters) await count(counter);
  }

  return {
    attempt({ email, address }, work) {
      const counters: Counter[] = [{ limiter: byEmail, key: masked(email) }];
      if (address) counters.unshift({ limiter: byAddress, key: masked(networkOf(address)) });
      // The look at the count is inside the slot: a thousand guesses at once are not a thousand guesses.
      return inSlot(async () => {
        await Promise.all(counters.map(refuseWhenFull));
        const result = await work();
        if (result !== null) return result;
        await recordFailure(counters);
        throw new AppError('UNAUTHENTICATED', { messageKey: 'auth.badCredentials' });
      });
    },
  };
}

function createLimiter(pool: Pool, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'auth',
    tableName: 'sign_in_failure',
    tableCreated: true,
    // Its timer cannot be stopped and would use the pool after its end; recordFailure sweeps instead.
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });
}

async function refuseWhenFull({ limiter, key }: Counter): Promise<void> {
  const seen = await limiter.get(key);
  if (seen && seen.consumedPoints >= limiter.points) throw tooMany(seen);
}

async function count({ limiter, key }: Counter): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    throw error instanceof RateLimiterRes ? tooMany(error) : error;
  }
}

function tooMany(state: RateLimiterRes): AppError {
  const retryAfter = Math.max(1, Math.ceil(state.msBeforeNext / 1000));
  return new AppError('RATE_LIMITED', {
    messageKey: 'auth.tooMany',
    params: { retryAfter },
    extensions: { retryAfter },
  });
}

/** An IPv6 customer owns a whole /64, so single addresses would be no limit; IPv4 inside IPv6 is the IPv4 address. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`;
}

/** At most `size` works run at once, the others wait their turn in order. */
function createSlots(size: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = size;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resume) => waiting.push(resume));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
