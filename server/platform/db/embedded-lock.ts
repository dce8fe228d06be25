import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Server } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Holds a data folder for one process. */
export interface FolderLock {
  readonly release: () => Promise<void>;
}

/**
 * A listening socket named after the folder: the kernel lets go of it however the process ends, so that there is
 * no stale lock and no process number to mistake for another process after a restart.
 */
function addressOf(folder: string): string {
  const name = `lien-thong-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  // Linux has names without a file (first byte 0); elsewhere the file may outlive the process, see `listen`.
  return platform() === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.lock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        resolve(null);
      } else {
        reject(error);
      }
    });
    server.listen(address, () => resolve(server.unref()));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Null when another living process holds the folder. `folder` is a real path. */
export async function lockFolder(folder: string): Promise<FolderLock | null> {
  const address = addressOf(folder);
  let server = await listen(address);
  if (server === null && !address.startsWith('\0') && !(await answers(address))) {
    await rm(address, { force: true });
    server = await listen(address);
  }
  if (server === null) {
    return null;
  }
  const held = server;
  return { release: () => new Promise((resolve) => held.close(() => resolve())) };
}
