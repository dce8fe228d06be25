import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type EmbeddedDatabase } from '../../server/platform/db/embedded.ts';
import { createLog } from '../../server/platform/log.ts';
import { databaseUrl, runOwner, templateName } from './databases.ts';
import { prepareTemplate } from './template.ts';

declare global {
  // oxlint-disable-next-line no-var
  var testPostgres: EmbeddedDatabase | undefined;
}

/** One PostgreSQL for the whole run, with a template database that every test file clones. */
export default async function globalSetup(): Promise<void> {
  const postgres = await startEmbedded({ dataDir: tmpdir(), log: createLog('warn'), ephemeral: true });
  globalThis.testPostgres = postgres;
  process.env['TEST_POSTGRES_URL'] = postgres.url;
  await runOwner(`create database ${templateName}`);
  const keys = await prepareTemplate(databaseUrl(templateName));
  const keysFile = join(tmpdir(), `lien-thong-test-keys-${process.pid}.json`);
  writeFileSync(keysFile, JSON.stringify(keys));
  process.env['TEST_KEYS_FILE'] = keysFile;
}
