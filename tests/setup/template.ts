import { createApp } from '../../server/app.ts';
import { testConfig } from './config.ts';

/** Migrates and loads the bodies and accounts once; returns the app keys of the demo bodies by their codes. */
export async function prepareTemplate(url: string): Promise<Record<string, string>> {
  const app = await createApp(testConfig({ databaseUrl: url, demo: 'accounts' }));
  await app.close();
  return app.demoKeys;
}
