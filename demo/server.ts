import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Server {
  url: string;
  /** Ends the server if the demo has started it. */
  stop(): Promise<void>;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The server at LIEN_THONG_URL or on port 4000; where none answers, one of the demo's own. */
export async function findServer(): Promise<Server> {
  const url = process.env['LIEN_THONG_URL'] || 'http://localhost:4000/graphql';
  const alive = await fetch(new URL('/livez', url), { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (alive) {
    console.log(`Playing on the server at ${url}`);
    return { url, stop: async () => undefined };
  }
  console.log(`No server answers at ${url}: starting one for the demo, with a database of its own …`);
  return startServer();
}

async function startServer(): Promise<Server> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lien-thong-demo-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      DEMO: 'accounts',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
    await rm(dataDir, { recursive: true, force: true });
  };
  const ready = new Promise<string | undefined>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      const url = /ready at (http\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
    void exited.then(() => resolve(undefined));
  });
  const url = await ready;
  if (url === undefined) {
    await stop();
    throw new Error('The server did not start');
  }
  console.log(`Playing on ${url}`);
  return { url, stop };
}
