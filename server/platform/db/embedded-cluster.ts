import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedDatabaseError, makePrivate } from './embedded-home.ts';
import type { Account, Home } from './embedded-home.ts';

const run = promisify(execFile);

export const SUPERUSER = 'postgres';
/** Nothing of our own environment: PG… variables and LD_PRELOAD would change the server. */
export const BARE_ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C' };
const MAJOR = '18';
/** The first one the machine has. With plain C, pg_trgm and ltree would take đ, ư or ạ for punctuation. */
const LOCALES = ['C.UTF-8', 'en_US.UTF-8', 'vi_VN.UTF-8'];
const UNFINISHED = 'pg.new-';

/** False when none is there yet. @throws EmbeddedDatabaseError for another version's */
export async function hasCluster(cluster: string): Promise<boolean> {
  try {
    const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
    if (version === MAJOR) {
      return true;
    }
    throw new EmbeddedDatabaseError(
      `${cluster} was made by PostgreSQL ${version}, this is ${MAJOR}: move it away, or set DATA_DIR or DATABASE_URL`,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return false;
    }
    throw error;
  }
}

/** Makes the cluster under another name first, so that a start cut short leaves nothing that looks like one. */
export async function initialise({ binaries, cluster, account }: Home, password: string, sync: boolean): Promise<void> {
  const parent = dirname(cluster);
  const stale = (await readdir(parent)).filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(stale.map((name) => rm(join(parent, name), { recursive: true, force: true })));
  const fresh = join(parent, `${UNFINISHED}${randomBytes(4).toString('hex')}`);
  const passwordFile = `${fresh}.password`;
  try {
    await makePrivate(fresh, account);
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account !== null) {
      await chown(passwordFile, account.uid, account.gid);
    }
    const flags = ['--auth=scram-sha-256', `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`, '--encoding=UTF8'];
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const args = [`--pgdata=${fresh}`, ...flags, ...locale, ...(sync ? [] : ['--no-sync'])];
    await initdb(join(binaries, 'bin', 'initdb'), args, account);
    await rename(fresh, cluster);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

async function initdb(program: string, args: string[], account: Account | null): Promise<void> {
  const refusals: string[] = [];
  for (const locale of LOCALES) {
    try {
      await run(program, [...args, `--lc-ctype=${locale}`], { ...account, cwd: '/', env: BARE_ENV });
      return;
    } catch (error) {
      const { stderr } = error as { stderr?: string };
      if (!stderr?.includes('invalid locale')) {
        throw error;
      }
      refusals.push(locale);
    }
  }
  throw new EmbeddedDatabaseError(`This machine has none of the locales ${refusals.join(', ')}: install one of them`);
}

/** The superuser's password: read from the data folder, made there (mode 0600) for a new cluster. */
export async function keepPassword(folder: string, initialised: boolean): Promise<string> {
  const file = join(folder, 'pg.password');
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') {
      throw error;
    }
    return null;
  });
  if (kept !== null) {
    return kept.trim();
  }
  if (initialised) {
    throw new EmbeddedDatabaseError(
      `${file} is missing: put it back, or delete ${join(folder, 'pg')} to start with an empty database`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}
