import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export const templateName = 'template_lien_thong';

/** Of the owner, for a database of the run's PostgreSQL. */
export function databaseUrl(name: string): string {
  const url = new URL(process.env['TEST_POSTGRES_URL']!);
  url.pathname = `/${name}`;
  return url.toString();
}

export async function runOwner(statement: string, database = 'postgres'): Promise<unknown[]> {
  const client = new Client({ connectionString: databaseUrl(database) });
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

/** A fresh clone of the template: migrated, with all bodies, demo accounts and their app keys, and no issues. */
export async function cloneTemplate(): Promise<{ url: string; name: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runOwner(`create database ${name} template ${templateName} strategy file_copy`);
  return {
    url: databaseUrl(name),
    name,
    drop: async () => {
      await runOwner(`drop database if exists ${name} with (force)`);
      await runOwner(
        `drop role if exists ${name}_login, ${name}_accounts_login, ${name}_log_login, ${name}_jobs_login`,
      );
    },
  };
}
