import type { ChildProcess } from 'node:child_process';
import { freePort, startNode, startOptions, untilReady } from './child.ts';
import { cores } from './machine.ts';

export interface Running {
  name: string;
  url: string;
  child: ChildProcess;
  pid: number;
}

const secret = 'of the bench alone: thirty-two characters and more';

export interface ProductOptions {
  environment: Record<string, string>;
  logFile: string;
  nodeOptions?: string[];
}

export const withDatabase = (url: string): Record<string, string> => ({
  DATABASE_URL: url,
  APP_SECRET: secret,
  DEMO: 'accounts',
});

/** The server as `npm start` runs it, everything on; `startMs` until it is ready. */
export async function startProduct(options: ProductOptions): Promise<Running & { startMs: number }> {
  const port = await freePort();
  const asUsers = startOptions();
  const began = performance.now();
  const child = startNode({
    script: 'server/main.ts',
    core: cores.server,
    environment: { ...asUsers.environment, PORT: String(port), ...options.environment },
    logFile: options.logFile,
    nodeOptions: [...asUsers.nodeOptions, ...(options.nodeOptions ?? [])],
  });
  await untilReady(`http://127.0.0.1:${port}/readyz`, child);
  const startMs = performance.now() - began;
  return { name: 'Liên Thông', url: `http://127.0.0.1:${port}`, child, pid: child.pid!, startMs };
}
