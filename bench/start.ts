import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The packages of the bench are no part of the product's installation: they are installed here, the first time. */
const folder = new URL('./', import.meta.url);
const lock = readFileSync(new URL('package-lock.json', folder), 'utf8');
const installed = new URL('node_modules/.installed-lock.json', folder);

if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  process.stderr.write('Installing the servers to compare with, once\n');
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(installed, lock);
}
await import('./main.ts');
