/**
 * The closed table of error codes: one row a code, the same list as the GraphQL enum `ErrorCode`, the SDK's error
 * classes and the table in the README (kept equal by tests/contract/errors.test.ts).
 */
export const errorTable = {
  UNAUTHENTICATED: {
    status: 401,
    retryable: false,
    meaning: 'No valid session token or app key came with the request.',
  },
  FORBIDDEN: {
    status: 200,
    retryable: false,
    meaning: 'The object is visible, but the act is not open to this office.',
  },
  NOT_FOUND: { status: 200, retryable: false, meaning: 'No such object, or none that this organization may see.' },
  BAD_INPUT: { status: 200, retryable: false, meaning: 'An argument is malformed or out of range; `field` names it.' },
  VERSION_CONFLICT: {
    status: 200,
    retryable: false,
    meaning: 'Somebody changed the object first; `currentVersion` tells.',
  },
  IDEMPOTENCY_MISMATCH: { status: 200, retryable: false, meaning: 'The key was used with another input.' },
  INVALID_STATE: { status: 200, retryable: false, meaning: 'The object is not in a state that allows this act.' },
  REFERRAL_LOOP: {
    status: 200,
    retryable: false,
    meaning: 'That body has declined this issue; a new reason is needed.',
  },
  PERSONAL_DATA: {
    status: 200,
    retryable: false,
    meaning: 'The text names a person or contact data; `findings`, `proposal`.',
  },
  OUT_OF_SCOPE: {
    status: 200,
    retryable: false,
    meaning: 'A complaint or denunciation: redirect it; nothing was kept.',
  },
  CURSOR_EXPIRED: {
    status: 200,
    retryable: false,
    meaning: 'The log no longer reaches back to this cursor: read afresh.',
  },
  COST_EXCEEDED: { status: 400, retryable: false, meaning: 'The document asks for more than one request may.' },
  RATE_LIMITED: { status: 429, retryable: true, meaning: 'Too many attempts; wait `retryAfter` seconds.' },
  INTERNAL: { status: 500, retryable: true, meaning: 'Our fault; `requestId` finds it in the log.' },
} as const;

export type ErrorCode = keyof typeof errorTable;

export interface ErrorDetails {
  /** Path of the offending argument, e.g. `input.title`. */
  field?: string;
  /** Key into the message table; the code itself when absent. */
  messageKey?: string;
  /** Values put into the message's `{name}` places. */
  params?: Record<string, string | number>;
  /** Further members of `extensions`, e.g. `currentVersion`. */
  extensions?: Record<string, unknown>;
  /** Overrides the code's own answer, e.g. for a lock that timed out. */
  retryable?: boolean;
  cause?: unknown;
}

/** The only error whose code and message reach a client; anything else is masked as INTERNAL. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(details.messageKey ?? code, { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  get retryable(): boolean {
    return this.details.retryable ?? errorTable[this.code].retryable;
  }
}

export const notFound = (field: string): AppError => new AppError('NOT_FOUND', { field });

export const badInput = (field: string, messageKey: string, params: Record<string, string | number> = {}): AppError =>
  new AppError('BAD_INPUT', { field, messageKey, params });
