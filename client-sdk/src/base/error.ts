/** One of the `errors` of a response. */
export interface ErrorBody {
  message: string;
  extensions?: Partial<ErrorExtensions>;
}

/** What an error tells besides its message; which of it depends on the code. */
export interface ErrorExtensions {
  code: string;
  /** Path of the offending argument, e.g. `input.title`. */
  field?: string;
  /** Finds the failure in the server's log. */
  requestId?: string;
  retryable: boolean;
  /** Seconds to wait before the next attempt. */
  retryAfter?: number;
  /** VERSION_CONFLICT: the version to read and decide on afresh. */
  currentVersion?: number;
  /** PERSONAL_DATA: what was found and where in the text as the server keeps it (NFC); the text with it masked. */
  findings?: { kind: string; start: number; end: number }[];
  proposal?: string;
  [more: string]: unknown;
}

/** Everything that a call throws of its own; an aborted call throws its signal's reason. */
export class LienThongError extends Error {
  /** A minified class has no name of its own. */
  protected static readonly named: string = 'LienThongError';
  /** An `ErrorCode`, one that this version does not know yet, or TRANSPORT. */
  readonly code: string;
  readonly field: string | undefined;
  readonly requestId: string | undefined;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  readonly extensions: Readonly<ErrorExtensions>;

  constructor({ message, extensions }: ErrorBody, options?: ErrorOptions) {
    super(message, options);
    this.extensions = { code: 'INTERNAL', retryable: false, ...extensions };
    this.name = new.target.named;
    this.code = this.extensions.code;
    this.field = this.extensions.field;
    this.requestId = this.extensions.requestId;
    this.retryable = this.extensions.retryable;
  }
}

/** No answer of the server: the network, a time-out, a proxy's own page, a closed socket. `status`: of HTTP, or the close code. */
export class TransportError extends LienThongError {
  protected static override readonly named = 'TransportError';

  constructor(
    message: string,
    retryable: boolean,
    known: { status?: number; retryAfter?: number } = {},
    cause?: unknown,
  ) {
    super({ message, extensions: { code: 'TRANSPORT', retryable, ...known } }, { cause });
  }
}
