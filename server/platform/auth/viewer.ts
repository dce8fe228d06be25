import { hash } from 'node:crypto';

export type Role = 'OFFICER' | 'COORDINATOR' | 'LEADER' | 'AUDITOR' | 'ADMIN';

/** Who asks, for which organization, with which roles: what every policy reads. */
export interface Viewer {
  actorId: string;
  kind: 'STAFF' | 'APP';
  organizationId: string;
  roles: ReadonlySet<Role>;
  /** When the credential ends; null for an app key without an end. */
  expiresAt: Date | null;
  /** Id of the session or of the app key, never the token itself. */
  credential: string;
}

export interface TokenCache<T> {
  /**
   * The value loaded for this token at most 2 s ago, else a new load. Calls meanwhile share one load;
   * a load that throws is thrown to all who share it and is not kept.
   */
  cached(token: string, load: () => Promise<T>): Promise<T>;
}

export interface TokenCacheOptions {
  /** Milliseconds on any scale that does not jump. */
  clock?: () => number;
  /** Milliseconds; the longest time a revoked token goes on working. */
  ttl?: number;
  /** Number of tokens kept; the oldest goes first. */
  size?: number;
}

interface Entry<T> {
  value: Promise<T>;
  endsAt: number;
}

export function createTokenCache<T>(options: TokenCacheOptions = {}): TokenCache<T> {
  const { clock = () => performance.now(), ttl = 2_000, size = 10_000 } = options;
  // Every entry lives equally long, so the Map's insertion order is also the order of expiry.
  const entries = new Map<string, Entry<T>>();

  function makeRoom(now: number): void {
    for (const [key, entry] of entries) {
      if (entry.endsAt > now && entries.size < size) return;
      entries.delete(key);
    }
  }

  return {
    async cached(token, load) {
      const now = clock();
      // Hashed so that a heap dump shows no token.
      const key = hash('sha256', token, 'base64url');
      const known = entries.get(key);
      if (known && known.endsAt > now) return known.value;
      entries.delete(key);
      makeRoom(now);
      // Counted from the start of the load: what it reads may be as old as that.
      const entry: Entry<T> = { value: load(), endsAt: now + ttl };
      entries.set(key, entry);
      try {
        return await entry.value;
      } catch (error) {
        if (entries.get(key) === entry) entries.delete(key);
        throw error;
      }
    },
  };
}
