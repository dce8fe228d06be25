/** What a fake endpoint was sent. */
export interface SentRequest {
  query: string;
  variables: Record<string, unknown> & { input?: Record<string, unknown> };
  headers: Record<string, string>;
}

/** An answer, or what the attempt fails with. */
type Answer = Response | Error | ((request: SentRequest, signal: AbortSignal) => Response | Promise<Response>);

/** An endpoint that gives these answers in order, the last one for ever. */
export function fakeEndpoint(...answers: Answer[]): { fetch: typeof fetch; requests: SentRequest[] } {
  const requests: SentRequest[] = [];
  return {
    requests,
    fetch: async (_url, init) => {
      const body = JSON.parse(init!.body as string) as Pick<SentRequest, 'query' | 'variables'>;
      const request = { ...body, headers: init!.headers as Record<string, string> };
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1]!;
      if (answer instanceof Error) throw answer;
      return typeof answer === 'function' ? answer(request, init!.signal!) : answer.clone();
    },
  };
}

export const dataOf = (data: object): Response => Response.json({ data });

export function errorWith(code: string, extensions: object = {}, init: ResponseInit = {}): Response {
  return Response.json({ errors: [{ message: `It is ${code}`, extensions: { code, ...extensions } }] }, init);
}

interface Message {
  id: string;
  type: string;
  payload?: unknown;
}

/** The server's end of one connection: the script of a test. */
class Line {
  readonly #send: (message: object) => void;
  readonly #close: (code: number, reason: string) => void;
  readonly #messages: Message[] = [];
  #wake: () => void = () => undefined;
  id = '';
  /** Settles with the code once the client has closed. */
  readonly closed: Promise<number>;
  readonly tellClosed: (code: number) => void;

  constructor(send: (message: object) => void, close: (code: number, reason: string) => void) {
    this.#send = send;
    this.#close = close;
    const { promise, resolve } = Promise.withResolvers<number>();
    this.closed = promise;
    this.tellClosed = resolve;
  }

  receive(message: Message): void {
    this.#messages.push(message);
    this.#wake();
  }

  async #next(type: string): Promise<Message> {
    while (this.#messages.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    const message = this.#messages.shift()!;
    if (message.type !== type) throw new Error(`Expected ${type}, got ${JSON.stringify(message)}`);
    return message;
  }

  /** What the client signs in with. */
  async init(): Promise<{ authorization?: string }> {
    return (await this.#next('connection_init')).payload ?? {};
  }

  /** Lets the client in; its variables. */
  async admit(): Promise<{ after?: string; filter?: object }> {
    await this.init();
    this.#send({ type: 'connection_ack' });
    const subscribe = await this.#next('subscribe');
    this.id = subscribe.id;
    return (subscribe.payload as { variables: object }).variables;
  }

  /** Without an id of an event: a heartbeat. */
  deliver(cursor: string, eventId?: string): void {
    const event =
      eventId === undefined ? null : { __typename: 'IssueEvent', id: eventId, cursor, type: 'issue.collected' };
    this.#send({ id: this.id, type: 'next', payload: { data: { events: { cursor, event } } } });
  }

  refuse(code: string, extensions: object = {}): void {
    this.#send({
      id: this.id,
      type: 'error',
      payload: [{ message: `It is ${code}`, extensions: { code, ...extensions } }],
    });
  }

  fail(code: string): void {
    this.#send({
      id: this.id,
      type: 'next',
      payload: { data: null, errors: [{ message: `It is ${code}`, extensions: { code } }] },
    });
  }

  complete(): void {
    this.#send({ id: this.id, type: 'complete' });
  }

  close(code: number, reason = ''): void {
    this.#close(code, reason);
  }
}

type Script = (line: Line) => Promise<void> | void;

/** A WebSocket class whose connections follow these scripts in order; one too many cannot connect. */
export function fakeSockets(...scripts: Script[]): {
  webSocketImpl: unknown;
  connections: () => number;
  failures: Error[];
} {
  let count = 0;
  const failures: Error[] = [];
  class FakeSocket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readyState = FakeSocket.CONNECTING;
    onopen: () => void = () => undefined;
    onmessage: (event: { data: string }) => void = () => undefined;
    onclose: ((event: { code: number; reason: string }) => void) | null = null;
    onerror: ((event: object) => void) | null = null;
    readonly #line: Line;

    constructor() {
      const script = scripts[count];
      count += 1;
      const end = (code: number, reason: string): void => {
        if (this.readyState === FakeSocket.CLOSED) return;
        this.readyState = FakeSocket.CLOSED;
        this.#line.tellClosed(code);
        queueMicrotask(() => this.onclose?.({ code, reason }));
      };
      this.#line = new Line((message) => queueMicrotask(() => this.onmessage({ data: JSON.stringify(message) })), end);
      setImmediate(() => {
        if (this.readyState === FakeSocket.CLOSED) return;
        if (!script) {
          this.onerror?.({ type: 'error' });
          end(1006, '');
          return;
        }
        this.readyState = FakeSocket.OPEN;
        this.onopen();
        Promise.resolve(script(this.#line)).catch((error: Error) => failures.push(error));
      });
      this.close = end;
    }

    close: (code: number, reason: string) => void;

    send(data: string): void {
      this.#line.receive(JSON.parse(data) as Message);
    }
  }
  return { webSocketImpl: FakeSocket, connections: () => count, failures };
}
