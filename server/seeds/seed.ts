import type { Config } from '../config.ts';
import type { ViewerContext } from '../platform/context.ts';
import { asOwner } from '../platform/db/database.ts';
import { seedDemoAccounts, seedDemoKeys } from './demo-accounts.seed.ts';
import { seedDemoIssues } from './demo-issues.seed.ts';
import { seedAreasAndTopics, seedNotificationRules, seedOrganizations } from './reference.seed.ts';

/**
 * Brings the data up to what DEMO asks for: areas, topics and rules always, bodies and accounts with `accounts`, issues too
 * with `on`. Repeatable: nothing is loaded twice. Returns the demo's app keys by body, where they are known.
 */
export async function seed(
  config: Config,
  ownerUrl: string,
  context: Omit<ViewerContext, 'viewer'>,
): Promise<Record<string, string>> {
  return asOwner(ownerUrl, async (client) => {
    // Two processes may start at once: one after the other.
    await client.query('select pg_advisory_lock(7305002)');
    await seedAreasAndTopics(client);
    await seedNotificationRules(client);
    if (config.demo === 'off') return {};
    await seedOrganizations(client);
    await seedDemoAccounts(client, context.accounts, config.demoPassword);
    const keys = await seedDemoKeys(client, context.accounts, config.databaseUrl === null ? config.dataDir : null);
    if (config.demo === 'on') await seedDemoIssues(client, context);
    return keys;
  });
}
