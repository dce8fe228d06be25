import { describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import {
  BadInputError,
  createClient,
  CursorExpiredError,
  TransportError,
  UnauthenticatedError,
  type ClientOptions,
  type EventDelivery,
} from '../../client-sdk/src/index.ts';
import { fakeSockets } from './sdk.fakes.ts';

type Sockets = ReturnType<typeof fakeSockets>;

const clientOf = ({ webSocketImpl }: Sockets, options: Partial<ClientOptions> = {}) =>
  createClient({
    url: 'https://lien-thong.example/graphql',
    token: 'secret',
    retry: { attempts: 3, baseMs: 1 },
    webSocketImpl,
    ...options,
  });

/** The cursors of the first deliveries; ends the stream after them. */
async function take(count: number, stream: AsyncIterable<EventDelivery>): Promise<string[]> {
  const cursors: string[] = [];
  for await (const { cursor } of stream) {
    cursors.push(cursor);
    if (cursors.length === count) break;
  }
  return cursors;
}

describe('what ends a live stream', () => {
  it.each([4401, 4403])('a refusal at the door (%i), at once where the token cannot change', async (code) => {
    const sockets = fakeSockets(async (line) => {
      await line.init();
      line.close(code, 'Unauthorized');
    });
    await expect(take(1, clientOf(sockets).events())).rejects.toBeInstanceOf(UnauthenticatedError);
    expect(sockets.connections()).toBe(1);
  });

  it('a refusal of the operation', async () => {
    const sockets = fakeSockets(async (line) => {
      await line.admit();
      line.refuse('BAD_INPUT', { field: 'filter.issueIds' });
    });
    const failure = take(1, clientOf(sockets).events());
    await expect(failure).rejects.toBeInstanceOf(BadInputError);
    await expect(failure).rejects.toMatchObject({ field: 'filter.issueIds' });
    expect(sockets.connections()).toBe(1);
  });

  it('an error in the stream, after what came before it', async () => {
    const sockets = fakeSockets(async (line) => {
      await line.admit();
      line.deliver('c1', 'e1');
      line.fail('CURSOR_EXPIRED');
    });
    const stream = clientOf(sockets).events();
    expect((await stream.next()).value?.cursor).toBe('c1');
    await expect(stream.next()).rejects.toBeInstanceOf(CursorExpiredError);
    expect((await stream.next()).done).toBe(true);
  });

  it('a cursor that has expired meanwhile', async () => {
    const sockets = fakeSockets(
      async (line) => {
        await line.admit();
        line.deliver('c1', 'e1');
        line.close(1012);
      },
      async (line) => {
        await line.admit();
        line.refuse('CURSOR_EXPIRED');
      },
    );
    await expect(take(2, clientOf(sockets).events())).rejects.toBeInstanceOf(CursorExpiredError);
  });

  it('a close that says that this client cannot be served', async () => {
    const sockets = fakeSockets(async (line) => {
      await line.admit();
      line.close(4400, 'Bad request');
    });
    const failure = take(1, clientOf(sockets).events());
    await expect(failure).rejects.toMatchObject({ code: 'TRANSPORT', extensions: { status: 4400 } });
    expect(sockets.connections()).toBe(1);
  });

  it('no connection in all attempts, before there ever was one', async () => {
    const sockets = fakeSockets();
    const causes: unknown[] = [];
    await expect(
      take(1, clientOf(sockets).events({ onReconnect: (cause) => causes.push(cause) })),
    ).rejects.toBeInstanceOf(TransportError);
    expect(sockets.connections()).toBe(3);
    expect(causes).toHaveLength(2);
  });

  it('what the token function throws', async () => {
    const sockets = fakeSockets(() => undefined);
    const token = () => Promise.reject(new Error('vault is sealed'));
    await expect(take(1, clientOf(sockets, { token }).events())).rejects.toThrow('vault is sealed');
  });

  it('leaving the loop, which closes the connection', async () => {
    let closed: Promise<number> | undefined;
    const sockets = fakeSockets(async (line) => {
      closed = line.closed;
      await line.admit();
      line.deliver('c1', 'e1');
    });
    expect(await take(1, clientOf(sockets).events())).toEqual(['c1']);
    expect(await closed).toBe(1000);
  });

  it('return while nothing comes', async () => {
    let closed: Promise<number> | undefined;
    const sockets = fakeSockets(async (line) => {
      closed = line.closed;
      await line.admit();
    });
    const stream = clientOf(sockets).events();
    const next = stream.next();
    await delay(20);
    expect((await stream.return!()).done).toBe(true);
    expect((await next).done).toBe(true);
    expect(await closed).toBe(1000);
  });

  it('return while there is no connection yet, and a signal before the start', async () => {
    const sockets = fakeSockets(() => undefined);
    const stream = clientOf(sockets).events();
    const next = stream.next();
    await delay(5);
    await stream.return!();
    expect((await next).done).toBe(true);
    expect((await clientOf(sockets).events({ signal: AbortSignal.abort() }).next()).done).toBe(true);
    expect(sockets.connections()).toBe(1);
  });

  it('a signal while it waits to connect again', async () => {
    const sockets = fakeSockets(async (line) => {
      await line.admit();
      line.deliver('c1', 'e1');
      line.close(1006);
    });
    const stop = new AbortController();
    const onReconnect = () => stop.abort();
    const stream = clientOf(sockets, { retry: { baseMs: 60_000, capMs: 60_000 } }).events({
      signal: stop.signal,
      onReconnect,
    });
    expect(await take(2, stream)).toEqual(['c1']);
    expect(sockets.connections()).toBe(1);
  });
});

describe('a live stream goes on', () => {
  it.each([1000, 1001, 1006, 1011, 1012, 1013, 4401, 4403, 4429, 4499, 4500])(
    'after close %i from the last cursor',
    async (code) => {
      const asked: unknown[] = [];
      const filter = { topicCodes: ['DRAINAGE'] };
      const sockets = fakeSockets(
        async (line) => {
          asked.push(await line.admit());
          line.deliver('c1', 'e1');
          line.deliver('c2', 'e2');
          line.close(code);
        },
        async (line) => {
          asked.push(await line.admit());
          line.deliver('c3', 'e3');
        },
      );
      expect(await take(3, clientOf(sockets).events({ after: 'c0', filter }))).toEqual(['c1', 'c2', 'c3']);
      expect(asked).toEqual([
        { after: 'c0', filter },
        { after: 'c2', filter },
      ]);
    },
  );

  it('when the server ends it, or fails for the moment', async () => {
    const sockets = fakeSockets(
      async (line) => {
        await line.admit();
        line.deliver('c1', 'e1');
        line.complete();
      },
      async (line) => {
        await line.admit();
        line.refuse('INTERNAL', { retryable: true });
      },
      async (line) => {
        expect(await line.admit()).toEqual({ after: 'c1' });
        line.deliver('c2', 'e2');
      },
    );
    expect(await take(2, clientOf(sockets).events())).toEqual(['c1', 'c2']);
    expect(sockets.failures).toEqual([]);
  });

  it('for longer than the attempts of a call, once it was connected', async () => {
    const losing = async (line: Parameters<Parameters<typeof fakeSockets>[0]>[0]) => {
      await line.init();
      line.close(1006);
    };
    const sockets = fakeSockets(
      async (line) => {
        await line.admit();
        line.deliver('c1', 'e1');
        line.close(1006);
      },
      ...Array.from({ length: 6 }, () => losing),
      async (line) => {
        await line.admit();
        line.deliver('c2', 'e2');
      },
    );
    expect(await take(2, clientOf(sockets).events())).toEqual(['c1', 'c2']);
    expect(sockets.connections()).toBe(8);
  });

  it('without repeating what it has delivered', async () => {
    const sockets = fakeSockets(
      async (line) => {
        await line.admit();
        line.deliver('c1', 'e1');
        line.deliver('c2', 'e2');
        line.close(1013);
      },
      async (line) => {
        await line.admit();
        line.deliver('c1', 'e1');
        line.deliver('c2', 'e2');
        line.deliver('c3', 'e3');
      },
    );
    expect(await take(3, clientOf(sockets).events())).toEqual(['c1', 'c2', 'c3']);
  });

  it('when the connection has died without a word', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
    try {
      const sockets = fakeSockets(
        async (line) => {
          await line.admit();
          line.deliver('c1', 'e1');
        },
        async (line) => {
          await line.admit();
          line.deliver('c2', 'e2');
        },
      );
      const cursors = take(2, clientOf(sockets).events());
      for (let passed = 0; passed < 4; passed += 1) await jest.advanceTimersByTimeAsync(10_000);
      expect(await cursors).toEqual(['c1', 'c2']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('with a fresh token when the old one is over', async () => {
    const signedIn: (string | undefined)[] = [];
    const sockets = fakeSockets(
      async (line) => {
        signedIn.push((await line.init()).authorization);
        line.close(4401);
      },
      async (line) => {
        await line.admit();
        line.deliver('c1', 'e1');
        line.close(4401);
      },
      async (line) => {
        signedIn.push((await line.init()).authorization);
        line.close(4401);
      },
      async (line) => {
        await line.admit();
        line.deliver('c2', 'e2');
      },
    );
    let made = 1;
    const token = (refused?: string) => (refused ? `token-${++made}` : `token-${made}`);
    expect(await take(2, clientOf(sockets, { token }).events())).toEqual(['c1', 'c2']);
    expect(signedIn).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(made).toBe(3);
  });
});

describe('heartbeats', () => {
  const beating = () =>
    fakeSockets(
      async (line) => {
        await line.admit();
        line.deliver('c1');
        line.close(1012);
      },
      async (line) => {
        expect(await line.admit()).toEqual({ after: 'c1' });
        line.deliver('c2', 'e2');
      },
    );

  it('move the cursor without being passed on', async () => {
    const sockets = beating();
    expect(await take(1, clientOf(sockets).events())).toEqual(['c2']);
    expect(sockets.failures).toEqual([]);
  });

  it('are passed on where asked for', async () => {
    expect(await take(2, clientOf(beating()).events({ heartbeats: true }))).toEqual(['c1', 'c2']);
  });
});
