import { describe, expect, it } from '@jest/globals';
import { createTokenCache } from '../../server/platform/auth/viewer.ts';

/** A cache on a clock moved by hand and a loader that counts. */
function setUp(options: { size?: number } = {}) {
  const time = { now: 0 };
  const loads: string[] = [];
  const cache = createTokenCache<string>({ clock: () => time.now, ...options });
  const ask = (token: string): Promise<string> =>
    cache.cached(token, async () => {
      loads.push(token);
      return `${token}#${loads.length}`;
    });
  return { time, loads, cache, ask };
}

const fail = async (): Promise<string> => {
  throw new Error('database down');
};

describe('token cache', () => {
  it('does not keep a load that fails, and fails all who shared it', async () => {
    const { cache, ask } = setUp();
    const both = await Promise.allSettled([cache.cached('a', fail), cache.cached('a', fail)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(ask('a')).resolves.toBe('a#1');
  });

  it('does not let a late failure remove the newer value', async () => {
    const { time, cache, ask } = setUp();
    const gate = Promise.withResolvers<string>();
    const slow = cache.cached('a', () => gate.promise);
    time.now = 2_000;
    await ask('a');
    gate.reject(new Error('late'));
    await expect(slow).rejects.toThrow('late');
    await expect(ask('a')).resolves.toBe('a#1');
  });

  it('counts the 2 s from the start of the load, not from its end', async () => {
    const { time, cache, ask } = setUp();
    const gate = Promise.withResolvers<string>();
    const first = cache.cached('a', () => gate.promise);
    time.now = 1_999;
    gate.resolve('read at 0');
    await first;
    await expect(ask('a')).resolves.toBe('read at 0');
    time.now = 2_000;
    await expect(ask('a')).resolves.toBe('a#1');
  });

  it('drops the oldest when full', async () => {
    const { loads, ask } = setUp({ size: 2 });
    for (const token of ['a', 'b', 'c', 'b', 'c', 'a']) await ask(token);
    expect(loads).toEqual(['a', 'b', 'c', 'a']);
  });

  it('shares one load among calls at once and keeps tokens apart', async () => {
    const { loads, ask } = setUp();
    const answers = await Promise.all([ask('a'), ask('b'), ask('a')]);
    expect(answers).toEqual(['a#1', 'b#2', 'a#1']);
    expect(loads).toEqual(['a', 'b']);
  });

  it('runs without options', async () => {
    await expect(createTokenCache<number>().cached('a', async () => 1)).resolves.toBe(1);
  });
});
