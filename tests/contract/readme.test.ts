import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startTestApp, type TestApp } from '../support/app.ts';
import { collectIssue } from '../support/factories.ts';
import { programOf, readmeSnippets } from './sdk.snippets.ts';

const readme = readFileSync('README.md', 'utf8');

let app: TestApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lien-thong-readme-'));
  app = await startTestApp();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the README', () => {
  it('shows requests that are answered', async () => {
    const bodies = [...readme.matchAll(/^ +-d '(\{.+\})'$/gm)].map(
      ([, body]) => JSON.parse(body!) as { query: string },
    );
    const [signIn, issues] = bodies.map(({ query }) => query);
    expect(bodies).toHaveLength(2);
    const { sessionCreate } = await app.nobody().ask<{ sessionCreate: { token: string } }>(signIn!);
    expect(sessionCreate.token).toMatch(/^lt_ses_/);
    const front = app.app('MTTQ-18073');
    await collectIssue(front);
    expect(await front.ask(issues!)).toMatchObject({ issues: { totalCount: 1, nodes: [{ status: 'RECEIVED' }] } });
  });

  it('shows a subscription that tells what happens', async () => {
    const [snippet, ...others] = readmeSnippets('README.md');
    expect(others).toEqual([]);
    const program = await programOf(snippet!, { folder, name: 'first', url: app.url });
    const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    createInterface(child.stdout).on('line', (line) => lines.push(line));
    const ended = new Promise((settle) => child.once('exit', settle));
    while (lines.length === 0 && child.exitCode === null)
      await collectIssue(app.app('MTTQ-18073'), { visibility: 'NETWORK' });
    child.kill();
    await ended;
    expect(lines[0]).toMatch(/^[\w-]{50} issue\.collected Nắp cống trước chợ bị vỡ$/);
  });

  it('names every variable of the environment', () => {
    const config = readFileSync('server/config.ts', 'utf8');
    const read = [...config.matchAll(/reader\.read\('([A-Z_]+)'/g)].map(([, name]) => name!);
    expect(read.length).toBeGreaterThan(10);
    const table = readme.slice(readme.indexOf('## Configuration'), readme.indexOf('## Errors'));
    expect(read.filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
  });
});
