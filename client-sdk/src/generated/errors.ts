import { LienThongError } from '../base/error.ts';

/** An argument is malformed or out of range; `field` names it. */
export class BadInputError extends LienThongError {
  protected static override readonly named = 'BadInputError';
  declare readonly code: 'BAD_INPUT';
}

/** The document asks for more than one request may. */
export class CostExceededError extends LienThongError {
  protected static override readonly named = 'CostExceededError';
  declare readonly code: 'COST_EXCEEDED';
}

/** The log no longer reaches back to this cursor: read afresh. */
export class CursorExpiredError extends LienThongError {
  protected static override readonly named = 'CursorExpiredError';
  declare readonly code: 'CURSOR_EXPIRED';
}

/** The object is visible, but the act is not open to this office. */
export class ForbiddenError extends LienThongError {
  protected static override readonly named = 'ForbiddenError';
  declare readonly code: 'FORBIDDEN';
}

/** The key was used with another input. */
export class IdempotencyMismatchError extends LienThongError {
  protected static override readonly named = 'IdempotencyMismatchError';
  declare readonly code: 'IDEMPOTENCY_MISMATCH';
}

/** Our fault; `requestId` finds it in the log. */
export class InternalError extends LienThongError {
  protected static override readonly named = 'InternalError';
  declare readonly code: 'INTERNAL';
}

/** The object is not in a state that allows this act. */
export class InvalidStateError extends LienThongError {
  protected static override readonly named = 'InvalidStateError';
  declare readonly code: 'INVALID_STATE';
}

/** No such object, or none that this organization may see. */
export class NotFoundError extends LienThongError {
  protected static override readonly named = 'NotFoundError';
  declare readonly code: 'NOT_FOUND';
}

/** A complaint or denunciation: redirect it; nothing was kept. */
export class OutOfScopeError extends LienThongError {
  protected static override readonly named = 'OutOfScopeError';
  declare readonly code: 'OUT_OF_SCOPE';
}

/** The text names a person or contact data; `findings`, `proposal`. */
export class PersonalDataError extends LienThongError {
  protected static override readonly named = 'PersonalDataError';
  declare readonly code: 'PERSONAL_DATA';
}

/** Too many attempts; wait `retryAfter` seconds. */
export class RateLimitedError extends LienThongError {
  protected static override readonly named = 'RateLimitedError';
  declare readonly code: 'RATE_LIMITED';
}

/** That body has declined this issue; a new reason is needed. */
export class ReferralLoopError extends LienThongError {
  protected static override readonly named = 'ReferralLoopError';
  declare readonly code: 'REFERRAL_LOOP';
}

/** No valid session token or app key came with the request. */
export class UnauthenticatedError extends LienThongError {
  protected static override readonly named = 'UnauthenticatedError';
  declare readonly code: 'UNAUTHENTICATED';
}

/** Somebody changed the object first; `currentVersion` tells. */
export class VersionConflictError extends LienThongError {
  protected static override readonly named = 'VersionConflictError';
  declare readonly code: 'VERSION_CONFLICT';
}

/** The class of each code. */
export const errorClasses = {
  BAD_INPUT: BadInputError,
  COST_EXCEEDED: CostExceededError,
  CURSOR_EXPIRED: CursorExpiredError,
  FORBIDDEN: ForbiddenError,
  IDEMPOTENCY_MISMATCH: IdempotencyMismatchError,
  INTERNAL: InternalError,
  INVALID_STATE: InvalidStateError,
  NOT_FOUND: NotFoundError,
  OUT_OF_SCOPE: OutOfScopeError,
  PERSONAL_DATA: PersonalDataError,
  RATE_LIMITED: RateLimitedError,
  REFERRAL_LOOP: ReferralLoopError,
  UNAUTHENTICATED: UnauthenticatedError,
  VERSION_CONFLICT: VersionConflictError,
} as const;

/** Every code that this version knows; the server may gain others. */
export type ErrorCode = keyof typeof errorClasses;
