import { LienThongError } from '../base/error.ts';

/** An argument is malformed or out of range; `field` names it. */
export class BadInputError extends LienThongError {
  declare readonly code: 'BAD_INPUT';
}

/** The document asks for more than one request may. */
export class CostExceededError extends LienThongError {
  declare readonly code: 'COST_EXCEEDED';
}

/** The log no longer reaches back to this cursor: read afresh. */
export class CursorExpiredError extends LienThongError {
  declare readonly code: 'CURSOR_EXPIRED';
}

/** The object is visible, but the act is not open to this office. */
export class ForbiddenError extends LienThongError {
  declare readonly code: 'FORBIDDEN';
}

/** The key was used with another input. */
export class IdempotencyMismatchError extends LienThongError {
  declare readonly code: 'IDEMPOTENCY_MISMATCH';
}

/** Our fault; `requestId` finds it in the log. */
export class InternalError extends LienThongError {
  declare readonly code: 'INTERNAL';
}

/** The object is not in a state that allows this act. */
export class InvalidStateError extends LienThongError {
  declare readonly code: 'INVALID_STATE';
}

/** No such object, or none that this organization may see. */
export class NotFoundError extends LienThongError {
  declare readonly code: 'NOT_FOUND';
}

/** A complaint or denunciation: redirect it; nothing was kept. */
export class OutOfScopeError extends LienThongError {
  declare readonly code: 'OUT_OF_SCOPE';
}

/** The text names a person or contact data; `findings`, `proposal`. */
export class PersonalDataError extends LienThongError {
  declare readonly code: 'PERSONAL_DATA';
}

/** Too many attempts; wait `retryAfter` seconds. */
export class RateLimitedError extends LienThongError {
  declare readonly code: 'RATE_LIMITED';
}

/** That body has declined this issue; a new reason is needed. */
export class ReferralLoopError extends LienThongError {
  declare readonly code: 'REFERRAL_LOOP';
}

/** No valid session token or app key came with the request. */
export class UnauthenticatedError extends LienThongError {
  declare readonly code: 'UNAUTHENTICATED';
}

/** Somebody changed the object first; `currentVersion` tells. */
export class VersionConflictError extends LienThongError {
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
