import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { testConfig } from '../setup/config.ts';
import type { Actor } from '../support/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { collectIssue } from '../support/factories.ts';
import { programOf, readmeSnippets } from './sdk.snippets.ts';

const run = promisify(execFile);

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

/** Runs a snippet as a program of its own; what it prints. */
async function play(text: string, name: string): Promise<string> {
  const program = await programOf(text, { folder, name, url: app.url });
  const env = { ...process.env, LIEN_THONG_KEY: app.app('MTTQ-18073').token!, PASSWORD: testConfig({}).demoPassword };
  const { stdout } = await run(process.execPath, program, { cwd: folder, env });
  return stdout;
}

/** Something to hear of, until it is enough. */
async function keepCollecting(actor: Actor, heard: { enough: boolean }): Promise<void> {
  while (!heard.enough) {
    await collectIssue(actor);
    await delay(200);
  }
}

describe('the README of the SDK', () => {
  const expected: [title: string, output: RegExp][] = [
    ['collects an issue', /^MTTQ-18073 has collected HT-\d{4}-\d+\n$/],
    ['signs in', /^\[ 'OFFICER' \]\n$/],
    ['reads lists', /^HT-\d{4}-\d+ .+\nissue\.collected \d{4}-.+Z\n[^]*\{ totalCount: \d+ \}\n$/],
    ['hears of an issue', /^issue\.collected MTTQ-18073 Nắp cống trước chợ bị vỡ\n$/],
    ['takes errors apart', /^Better: Đã gọi \[số điện thoại\], chưa ai nghe máy\.\n$/],
    ['sends an operation of its own', /^20\n$/],
  ];

  it('has a test for every snippet', () => {
    expect(readmeSnippets('client-sdk/README.md')).toHaveLength(expected.length);
  });

  it.each(expected.map(([title, output], i) => ({ title, output, text: readmeSnippets('client-sdk/README.md')[i]! })))(
    '$title',
    async ({ title, output, text }) => {
      const officer = await app.actor('OFFICER', 'MTTQ-18073');
      await collectIssue(officer);
      const heard = { enough: false };
      const news = keepCollecting(officer, heard);
      try {
        expect(await play(text, title.replaceAll(' ', '-'))).toMatch(output);
      } finally {
        heard.enough = true;
        await news;
      }
    },
  );
});
