import { Migrator, type Migration } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';

export type MigrationClass = new (...args: never[]) => Migration;

/**
 * Brings the schema up to date. Looks first, so that a start with nothing to do opens no second ORM; two processes
 * that start at once wait for one another.
 */
export async function migrate(ownerUrl: string, migrations: readonly MigrationClass[]): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7305000)');
    if ((await pending(client, migrations)).length === 0) return;
    const orm = await MikroORM.init({
      clientUrl: ownerUrl,
      entities: [],
      discovery: { warnWhenNoEntities: false },
      extensions: [Migrator],
      pool: { min: 0, max: 2 },
      migrations: {
        tableName: 'migration',
        transactional: true,
        allOrNothing: true,
        snapshot: false,
        migrationsList: migrations.map((migration) => ({ name: migration.name, class: migration as never })),
      },
      logger: () => undefined,
    });
    try {
      await orm.migrator.up();
    } finally {
      await orm.close(true);
    }
  } finally {
    await client.end();
  }
}

async function pending(client: Client, migrations: readonly MigrationClass[]): Promise<MigrationClass[]> {
  const table = await client.query(`select to_regclass('public.migration') as name`);
  if (table.rows[0].name === null) return [...migrations];
  const done = await client.query('select name from migration');
  const names = new Set(done.rows.map((row: { name: string }) => row.name));
  return migrations.filter((migration) => !names.has(migration.name));
}
