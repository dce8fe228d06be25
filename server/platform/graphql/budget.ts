import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { networkOf } from '../auth/sign-in-gate.ts';
import type { Viewer } from '../auth/viewer.ts';
import { AppError } from '../errors.ts';
import { refusal } from './request-errors.ts';

/** What a response tells of its cost, as `extensions.cost`. */
export interface Charge {
  /** Points of this operation. */
  requested: number;
  /** Points left until `resetAt`, of the actor's or the organization's budget, whichever is shorter. */
  remaining: number;
  /** RFC 3339. */
  resetAt: string;
}

/** Who pays: the viewer, or the address of somebody not signed in. */
export interface Payer {
  viewer: Viewer | null;
  address: string | undefined;
}

/** Takes the points. Throws a GraphQLError with RATE_LIMITED, status 429 and Retry-After where they are used up. */
export type Budget = (payer: Payer, points: number) => Promise<Charge>;

export interface BudgetOptions {
  /** Points per minute of one staff member or app, or of one address without a session. */
  actorPoints?: number;
  /** Points per minute of all of an organization. */
  organizationPoints?: number;
}

const minute = 60;

/** Counted in this process alone: with several, each grants the budget anew. */
export function createBudget({ actorPoints = 60_000, organizationPoints = 600_000 }: BudgetOptions = {}): Budget {
  const actors = new RateLimiterMemory({ keyPrefix: 'actor', points: actorPoints, duration: minute });
  const organizations = new RateLimiterMemory({ keyPrefix: 'org', points: organizationPoints, duration: minute });
  return async ({ viewer, address }, requested) => {
    if (!viewer) return chargeOf(requested, await take(actors, `network:${networkOf(address ?? '')}`, requested));
    const actor = await take(actors, viewer.actorId, requested);
    const organization = await take(organizations, viewer.organizationId, requested);
    return chargeOf(requested, actor.remainingPoints <= organization.remainingPoints ? actor : organization);
  };
}

const chargeOf = (requested: number, state: RateLimiterRes): Charge => ({
  requested,
  remaining: state.remainingPoints,
  resetAt: new Date(Date.now() + state.msBeforeNext).toISOString(),
});

async function take(limiter: RateLimiterMemory, key: string, points: number): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key, points);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const retryAfter = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    const details = { messageKey: 'cost.budget', params: { retryAfter }, extensions: { retryAfter } };
    throw refusal(new AppError('RATE_LIMITED', details));
  }
}
