import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
let tree: string;

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'lien-thong-imports-'));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

/** Names of the rules that a tree with one file importing another breaks, by the project's own configuration. */
async function broken(from: string, to: string): Promise<string[]> {
  const folder = mkdtempSync(join(tree, 'case-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const steps = from.split('/').length - 1;
  write(from, `import { x } from '${'../'.repeat(steps)}${to}';\nexport const y = x;\n`);
  write(to, 'export const x = 1;\n');
  write(
    'tsconfig.json',
    '{"compilerOptions": {"module": "nodenext", "moduleResolution": "nodenext", "allowImportingTsExtensions": true, "noEmit": true}}',
  );
  const cruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(root, '.dependency-cruiser.cjs');
  const { stdout } = await run(
    process.execPath,
    [cruise, '--config', config, '--output-type', 'json', dirname(from), dirname(to)],
    { cwd: folder },
  ).catch((error: { stdout: string }) => error);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } };
  return [...new Set(summary.violations.map((violation) => violation.rule.name))];
}

describe('import rules', () => {
  it.each([
    [
      'a module of higher rank',
      'server/modules/areas/area.read.ts',
      'server/modules/issues/issue.read.ts',
      'rank-areas',
    ],
    [
      'another module’s resolver',
      'server/modules/matters/matter.service.ts',
      'server/modules/issues/issue.resolver.ts',
      'resolvers-are-private',
    ],
    [
      'a module from the platform',
      'server/platform/read/plan.ts',
      'server/modules/issues/issue.read.ts',
      'platform-alone',
    ],
    [
      'a table from a public type',
      'server/modules/issues/issue.types.ts',
      'server/modules/issues/issue.entity.ts',
      'types-are-the-face',
    ],
    [
      'a use case from a read plan',
      'server/modules/issues/issue.read.ts',
      'server/modules/issues/issue.service.ts',
      'reads-do-not-write',
    ],
    [
      'a use case from a policy',
      'server/modules/issues/issue.policy.ts',
      'server/modules/issues/issue.load.ts',
      'policies-are-pure',
    ],
    ['the server from the SDK', 'client-sdk/src/client.ts', 'server/config.ts', 'sdk-stands-alone'],
    ['the composition from a module', 'server/modules/issues/issue.service.ts', 'server/app.ts', 'modules-below-app'],
  ])('refuse %s', async (_what, from, to, rule) => {
    expect(await broken(from, to)).toContain(rule);
  });

  it('let a module use one of lower rank', async () => {
    expect(await broken('server/modules/matters/matter.read.ts', 'server/modules/issues/issue.read.ts')).toEqual([]);
  });
});
