import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Logger;

/** Identifiers, codes, routes and addresses; a bare long number could be somebody's phone or identity number. */
const WORD = /^(?!\+?\d{9,}$)[\w.:/*+-]{1,128}$/;
const FRAME = /^\s*at (?:([\w.$<>[\] ]{1,80}) \()?((?:file:\/\/|node:|\/)[^\s()]{1,240}:\d+:\d+)\)?$/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const MAX_MESSAGE = 200;
const MAX_FRAMES = 8;
const MAX_CAUSES = 3;
const flushMs = 100;

type Check = (value: unknown) => unknown;

const word: Check = (value) => (typeof value === 'string' && WORD.test(value) ? value : undefined);
const number: Check = (value) => (typeof value === 'number' ? value : undefined);
const flag: Check = (value) => (typeof value === 'boolean' ? value : undefined);
const wordOrNumber: Check = (value) => word(value) ?? number(value);
const message: Check = (value) => (typeof value === 'string' ? withoutValues(value) : undefined);

const DATABASE_NAMES = { constraint: word, table: word, column: word, routine: word };

/** Every field a line may have, and what its value must look like; whatever else is given does not get through. */
const FIELDS = new Map<string, Check>([
  ...names(word, 'level', 'time', 'requestId', 'reqId', 'transport', 'method', 'route', 'operation', 'operationKind'),
  ...names(word, 'documentId', 'code', 'organization', 'actor', 'job', 'event', 'migration', 'state', 'reason'),
  ...names(word, 'signal', 'version', 'address', 'host', 'database', 'folder'),
  ...names(number, 'status', 'statusCode', 'durationMs', 'responseTime', 'count', 'rows', 'bytes', 'cost', 'depth'),
  ...names(number, 'attempt', 'attempts', 'lagMs', 'port', 'pid', 'closeCode', 'waiting'),
  ...names(wordOrNumber, 'position'),
  ...names(flag, 'ready', 'retryable'),
  ['msg', message],
  ['req', (value) => pick(value, { method: word, route: word })],
  ['res', (value) => pick(value, { statusCode: number })],
  ['err', (value) => pickError(value)],
  ['error', (value) => pickError(value)],
]);

function names(check: Check, ...fields: string[]): [string, Check][] {
  return fields.map((field) => [field, check]);
}

function pick(value: unknown, checks: Record<string, Check>): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const source = value as Record<string, unknown>;
  return Object.fromEntries(Object.entries(checks).map(([key, check]) => [key, check(source[key])]));
}

function pickError(value: unknown, depth = 0): Record<string, unknown> | undefined {
  return pick(value, {
    type: word,
    code: wordOrNumber,
    message,
    ...DATABASE_NAMES,
    stack: frames,
    cause: (cause) => (depth < MAX_CAUSES ? pickError(cause, depth + 1) : undefined),
  });
}

/** The first line of a stack repeats the message, so that only lines naming a place in a file are kept. */
function frames(stack: unknown): string[] | undefined {
  const lines = typeof stack === 'string' ? stack.split('\n') : Array.isArray(stack) ? stack : [];
  const places = lines.map((line: unknown) => FRAME.exec(`at ${String(line).trim().replace(/^at /, '')}`));
  const kept = places.filter((place) => place !== null).slice(0, MAX_FRAMES);
  return kept.length > 0 ? kept.map(([, name, file]) => (name ? `${name} (${file})` : String(file))) : undefined;
}

/**
 * A message without what it may quote: quoted texts, query strings, addresses, tokens and long numbers become `?`.
 * Our own messages are plain English, so that a message with other letters carries somebody's text and is withheld.
 */
export function withoutValues(text: string): string {
  const bare = text
    .replace(/"[^"]*("|$)|`[^`]*(`|$)|“[^”]*(”|$)|(?<!\w)'(?:[^']|''|(?<=\w)'(?=\w))*('|$)/g, '"?"')
    .replace(/\?[^\s"?]*=\S*/g, '?')
    .replace(/[^\s@]+@[^\s@]+/g, '?')
    .replace(/(?!\d{1,3}(?:\.\d{1,3}){3}\b)\+?\d[\d .-]{7,}\d/g, '?')
    .replace(/[A-Za-z0-9_+=-]{25,}/g, '?');
  const first = bare.split('\n', 1)[0] ?? '';
  return /[^\t\x20-\x7e]/.test(first) ? 'withheld: carries text' : first.slice(0, MAX_MESSAGE);
}

/**
 * What a log may say of an error: `{type, code, message, stack, cause}` and, of a database error, the names of its
 * constraint, table and column. Never `detail`, `where`, `query` or `parameters`: PostgreSQL puts row values there.
 */
export function describeError(error: unknown, depth = 0): Record<string, unknown> {
  if (!(error instanceof Error)) {
    return { type: typeof error };
  }
  const source = error as Error & Record<string, unknown>;
  const extensions = source['extensions'] as { code?: unknown } | undefined;
  const cause = source.cause ?? source['originalError'];
  return {
    type: word(error.name) ?? 'Error',
    code: wordOrNumber(source['code']) ?? wordOrNumber(extensions?.code),
    message: withoutValues(error.message),
    ...namesOfDatabase(source),
    stack: frames(error.stack),
    cause: cause instanceof Error && depth < MAX_CAUSES ? describeError(cause, depth + 1) : undefined,
  };
}

function namesOfDatabase(source: Record<string, unknown>): Record<string, unknown> {
  const { code, constraint, table, column, routine } = source;
  const fromDatabase = typeof code === 'string' && SQLSTATE.test(code);
  return fromDatabase ? (pick({ constraint, table, column, routine }, DATABASE_NAMES) ?? {}) : {};
}

function describeRequest(request: { method?: unknown; routeOptions?: { url?: unknown } }): Record<string, unknown> {
  // The matched pattern, never the URL: a GET carries the query and its variables there.
  return { method: request.method, route: request.routeOptions?.url };
}

/**
 * The wall: works on the finished line, so that no child logger, serializer or library that was handed this log
 * gets anything past it. `dropped` counts the fields that did not pass.
 */
function filterLine(line: string): string {
  const source = JSON.parse(line) as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  let dropped = 0;
  for (const [key, value] of Object.entries(source)) {
    const passed = FIELDS.get(key)?.(value);
    if (passed === undefined) {
      dropped += 1;
    } else {
      kept[key] = passed;
    }
  }
  return `${JSON.stringify(dropped === 0 ? kept : { ...kept, dropped })}\n`;
}

/**
 * Standard output, some lines at a time: to write each by itself took a fifth of a read's processor time. What waits is
 * written at the latest after `flushMs`, and when the process ends, unless it is killed.
 */
const standardOutput = (): DestinationStream =>
  pino.destination({ dest: 1, sync: false, minLength: 8192, periodicFlush: flushMs });

/**
 * The process's structured log: one JSON object a line, only allow-listed fields, see FIELDS.
 * Variables, texts, tokens and row values do not get through under any name; messages are constant English.
 * Writes to standard output unless given a destination.
 */
export function createLog(level: string, destination: DestinationStream = standardOutput()): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError, error: describeError, req: describeRequest },
      hooks: {
        // Values for %s places would end up inside the message.
        logMethod(args, method) {
          const [first, second] = args as unknown as [unknown, unknown];
          const text = typeof second === 'string' ? second : undefined;
          method.apply(this, (typeof first === 'string' ? [first] : [first, text]) as Parameters<typeof method>);
        },
        streamWrite: filterLine,
      },
    },
    destination,
  );
}
