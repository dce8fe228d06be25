import { rmSync } from 'node:fs';

export default async function globalTeardown(): Promise<void> {
  rmSync(process.env['TEST_KEYS_FILE']!, { force: true });
  await globalThis.testPostgres?.stop();
}
