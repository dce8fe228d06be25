import type { LogPosition } from './log-position.ts';

/** Below the 2 s within which a revoked right must be felt. */
const keepMs = 1000;

/** Renderings shared by a group: the first subscriber's read serves all that reach the same entry soon after. */
export function createRenders(): {
  once<T>(group: string, position: LogPosition, make: () => Promise<T>): Promise<T>;
  forgetOld(): void;
} {
  const kept = new Map<string, { value: Promise<unknown>; at: number }>();
  const forgetOld = (): void => {
    const limit = performance.now() - keepMs;
    for (const [key, { at }] of kept) {
      if (at > limit) return;
      kept.delete(key);
    }
  };
  return {
    once<T>(group: string, { xid, id }: LogPosition, make: () => Promise<T>): Promise<T> {
      forgetOld();
      const key = `${xid}/${id}/${group}`;
      const known = kept.get(key);
      if (known) return known.value as Promise<T>;
      const value = make();
      kept.set(key, { value, at: performance.now() });
      return value;
    },
    forgetOld,
  };
}
