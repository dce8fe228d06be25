import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readmeSnippets } from './sdk.snippets.ts';

const run = promisify(execFile);
const bin = (name: string): string => resolve('node_modules/.bin', name);
const sdk = resolve('client-sdk');

let folder: string;
let tarball: string;
let project: string;

/** The package as it would be published, and a project that has installed it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lien-thong-sdk-'));
  const source = join(folder, 'package');
  await mkdir(source);
  await run(bin('tsc'), ['-p', sdk, '--outDir', join(source, 'dist')]);
  for (const file of ['package.json', 'README.md']) await cp(join(sdk, file), join(source, file));
  const packed = await run('npm', ['pack', '--offline', '--ignore-scripts', '--json'], { cwd: source });
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  tarball = join(source, filename);
  project = join(folder, 'project');
  const installed = join(project, 'node_modules/@lien-thong/client');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', installed]);
  // A copy finds no GraphQL library beside it, as a link would.
  await cp(resolve('node_modules/graphql-ws'), join(project, 'node_modules/graphql-ws'), { recursive: true });
  await mkdir(join(project, 'node_modules/@types'));
  await symlink(resolve('node_modules/@types/node'), join(project, 'node_modules/@types/node'));
  await symlink(resolve('node_modules/undici-types'), join(project, 'node_modules/undici-types'));
  await writeFile(join(project, 'package.json'), JSON.stringify({ type: 'module' }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Output of a program in the project; a failing one fails the test with what it printed. */
async function output(program: string, args: string[]): Promise<string> {
  try {
    return (await run(program, args, { cwd: project })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

describe('the package', () => {
  it('contains nothing but what is built and how to use it', async () => {
    const files = (await run('tar', ['-tzf', tarball])).stdout.trim().split('\n');
    expect(files.filter((file) => !/^package\/dist\/.*\.(js|d\.ts)$/.test(file)).toSorted()).toEqual([
      'package/README.md',
      'package/package.json',
    ]);
  });

  it('has no complaint of publint', async () => {
    const { messages } = await publint({ pack: { tarball: new Uint8Array(await readFile(tarball)).buffer } });
    const manifest = JSON.parse(await readFile(join(sdk, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('resolves with its types wherever ES modules are', async () => {
    expect(await output(bin('attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji'])).toContain(
      '@lien-thong/client',
    );
  });

  it('runs in plain Node without a GraphQL library', async () => {
    await writeFile(
      join(project, 'run.js'),
      `import { createClient, NotFoundError, IssueDocument } from '@lien-thong/client';
      const client = createClient({ url: 'http://127.0.0.1:9/graphql', retry: false });
      const error = await client.topics().catch((reason) => reason);
      console.log(error.code, typeof client.eachIssue, new NotFoundError({ message: '' }).retryable, IssueDocument.slice(0, 11));`,
    );
    expect(await output(process.execPath, ['run.js'])).toBe('TRANSPORT function false query Issue\n');
  });

  it('is small in a page, and its errors keep their names there', async () => {
    const entry = `import { createClient } from '@lien-thong/client';
      export const failure = createClient({ url: 'http://127.0.0.1:9/graphql', retry: false }).topics().catch((error) => error);`;
    // Whatever only Node has does not resolve for a page.
    const { outputFiles } = await build({
      stdin: { contents: entry, resolveDir: project },
      ...{ bundle: true, platform: 'browser', format: 'esm', minify: true, write: false },
    });
    const [{ contents }] = outputFiles as [(typeof outputFiles)[number]];
    expect(gzipSync(contents).length).toBeLessThan(12_000);
    await writeFile(join(project, 'page.js'), contents);
    const shown = `const { name } = await (await import('./page.js')).failure; console.log(name);`;
    expect(await output(process.execPath, ['--input-type=module', '-e', shown])).toBe('TransportError\n');
  });

  it('type-checks in a strict project, also without skipLibCheck', async () => {
    await writeFile(join(project, 'use.ts'), useOfTypes);
    await typecheck({ module: 'nodenext', lib: ['es2022', 'dom'], types: [], skipLibCheck: false }, ['use.ts']);
  });

  it('type-checks as its README uses it, for a bundler', async () => {
    const snippets = readmeSnippets('client-sdk/README.md').map((text, i) => ({ file: `readme-${i}.ts`, text }));
    for (const { file, text } of snippets) await writeFile(join(project, file), text);
    const options = { module: 'esnext', moduleResolution: 'bundler', types: ['node'], skipLibCheck: true };
    await typecheck(
      options,
      snippets.map(({ file }) => file),
    );
  });
});

async function typecheck(options: object, files: string[]): Promise<void> {
  const compilerOptions = { target: 'es2022', strict: true, noUncheckedIndexedAccess: true, noEmit: true, ...options };
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  expect(await output(bin('tsc'), ['-p', '.'])).toBe('');
}

const useOfTypes = `
import { createClient, type Client, type EventDelivery, type IssueCardFragment, type IssueStatus } from '@lien-thong/client';

const client: Client = createClient({ url: '/graphql', token: async (refused?: string) => refused ?? 'x' });
// @ts-expect-error a body is needed
void client.commentAdd({ subjectId: 'issue_1' });
// @ts-expect-error there is no such kind
void client.issueLink({ fromId: 'a', toId: 'b', kind: 'SAME' });

export const titles = async (): Promise<string[]> => {
  const titles: string[] = [];
  for await (const issue of client.eachIssue({ filter: { statuses: ['RECEIVED'] } })) titles.push(issue.title);
  const issue: IssueCardFragment | null = await client.issue({ code: 'HT-2026-000001' });
  return issue ? [...titles, issue.owner.code] : titles;
};

export function about({ event }: EventDelivery): string | undefined {
  switch (event?.__typename) {
    case 'AnswerEvent':
      return event.answer?.outcome;
    case 'CommentEvent':
      return event.comment?.body;
    default:
      return event?.issue?.title;
  }
}

/** A value that the server may gain has to be thought of. */
export function isOpen(status: IssueStatus): boolean {
  // @ts-expect-error not every value returns
  const closed = ((): boolean => {
    switch (status) {
      case 'CLOSED': case 'OUT_OF_SCOPE': return true;
      case 'RECEIVED': case 'NEEDS_INFO': case 'SCREENED': case 'REFERRED': case 'IN_FOLLOW_UP': case 'ANSWERED': return false;
    }
  })();
  return !closed;
}
`;
