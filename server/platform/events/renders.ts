/** Below the 2 s within which a revoked right must be felt. */
const keepMs = 1000;
const keepAtMost = 5000;

/** Never shared between organizations, whatever the group says. */
export interface RenderKey {
  organizationId: string;
  /** What is rendered, and for whom within the organization. */
  group: string;
}

export interface Renders {
  /**
   * The rendering under this key begun in the last second and not before `since`, else a new one: who opens a stream
   * after a change sees the change. One that fails is not kept.
   */
  once<T>(key: RenderKey, since: number, make: () => Promise<T>): Promise<T>;
  /** Its rights have changed: what it may see is read anew, also for those who come back. */
  forget(organizationId: string): void;
  forgetOld(): void;
}

/**
 * Renderings that many streams share. At most `atOnce` are made at a time: they read with the connections that
 * requests need, too.
 */
export function createRenders(atOnce: number): Renders {
  const kept = new Map<string, { value: Promise<unknown>; at: number; organizationId: string }>();
  const inTurn = createTurns(atOnce);
  const forgetOld = (): void => {
    const limit = performance.now() - keepMs;
    for (const [key, { at }] of kept) {
      if (at > limit && kept.size <= keepAtMost) return;
      kept.delete(key);
    }
  };
  return {
    once<T>({ organizationId, group }: RenderKey, since: number, make: () => Promise<T>): Promise<T> {
      forgetOld();
      const key = `${organizationId}/${group}`;
      const known = kept.get(key);
      if (known && known.at >= since) return known.value as Promise<T>;
      // Its place in the map is its age.
      kept.delete(key);
      const value = inTurn(make);
      const entry = { value, at: performance.now(), organizationId };
      kept.set(key, entry);
      value.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return value;
    },
    forget(organizationId) {
      for (const [key, entry] of kept) if (entry.organizationId === organizationId) kept.delete(key);
    },
    forgetOld,
  };
}

/** Runs at most `atOnce` of the given works at a time, the others in the order they came. */
function createTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The turn is handed on, so that nobody slips in between.
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
