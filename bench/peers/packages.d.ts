/** What is used of packages that only `npm run bench` installs: the repository is checked without them. */
declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    duration: number;
    timeout: number;
    verifyBody(body: string): boolean;
    requests: { method: string; path: string; headers: Record<string, string>; body: string }[];
  }
  interface Result {
    requests: { total: number };
    latency: { p50: number; p99: number };
    duration: number;
    non2xx: number;
    errors: number;
    timeouts: number;
    mismatches: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}

declare module 'mercurius' {
  import type { FastifyPluginAsync } from 'fastify';
  const plugin: FastifyPluginAsync<Record<string, unknown>>;
  export default plugin;
}

declare module 'postgraphile' {
  import type { Server } from 'node:http';
  interface Instance {
    createServ(kind: unknown): { addTo(server: Server): Promise<void> };
  }
  export function postgraphile(preset: object): Instance;
}
declare module 'postgraphile/grafserv/node' {
  export const grafserv: unknown;
}
declare module 'postgraphile/adaptors/pg' {
  import type { Pool } from 'pg';
  export function makePgService(options: { pool: Pool; schemas: string[]; pubsub: boolean }): object;
}
declare module 'postgraphile/presets/v4' {
  export function makeV4Preset(options: { disableDefaultMutations: boolean }): object;
}
declare module 'postgraphile/presets/amber' {
  export const PostGraphileAmberPreset: object;
}
declare module 'postgraphile/@dataplan/pg' {
  export const TYPES: { bigint: object };
}
