import { LienThongError } from '../errors.ts';

export class BadInputError extends LienThongError {
  declare readonly code: 'BAD_INPUT';
}

export class CostExceededError extends LienThongError {
  declare readonly code: 'COST_EXCEEDED';
}

export class CursorExpiredError extends LienThongError {
  declare readonly code: 'CURSOR_EXPIRED';
}

export class ForbiddenError extends LienThongError {
  declare readonly code: 'FORBIDDEN';
}

export class IdempotencyMismatchError extends LienThongError {
  declare readonly code: 'IDEMPOTENCY_MISMATCH';
}

export class InternalError extends LienThongError {
  declare readonly code: 'INTERNAL';
}

export class InvalidStateError extends LienThongError {
  declare readonly code: 'INVALID_STATE';
}

export class NotFoundError extends LienThongError {
  declare readonly code: 'NOT_FOUND';
}

export class OutOfScopeError extends LienThongError {
  declare readonly code: 'OUT_OF_SCOPE';
}

export class PersonalDataError extends LienThongError {
  declare readonly code: 'PERSONAL_DATA';
}

export class RateLimitedError extends LienThongError {
  declare readonly code: 'RATE_LIMITED';
}

export class ReferralLoopError extends LienThongError {
  declare readonly code: 'REFERRAL_LOOP';
}

export class UnauthenticatedError extends LienThongError {
  declare readonly code: 'UNAUTHENTICATED';
}

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
