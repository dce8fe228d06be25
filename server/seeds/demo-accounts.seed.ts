import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { Accounts } from '../platform/auth/accounts.ts';
import type { Role } from '../platform/auth/viewer.ts';
import { stableUuid } from '../platform/db/stable-uuid.ts';
import { insertRows } from './reference.seed.ts';

const lines = ['MTTQ', 'CD', 'ND', 'PN', 'DTN', 'CCB', 'HDND', 'UBND'];

/** The bodies whose staff the demo can sign in as. */
export const demoBodies = ['MTTQ-42', 'SO-XAYDUNG', 'UBND-18685', ...lines.map((line) => `${line}-18073`)];

const offices: { role: Role; title: string }[] = [
  { role: 'OFFICER', title: 'Cán bộ' },
  { role: 'COORDINATOR', title: 'Điều phối viên' },
  { role: 'LEADER', title: 'Lãnh đạo' },
];

export const demoEmail = (role: Role, code: string): string =>
  `${role.toLowerCase()}@${code.toLowerCase()}.hatinh.example`;

interface Body {
  id: string;
  code: string;
  name: string;
}

/**
 * An officer, a coordinator and a leader for each demo body, named by their office, and one app with a key. The keys
 * are written to `keysFile` when they are made: only their hashes are in the database.
 */
export async function seedDemoAccounts(client: Client, accounts: Accounts, password: string): Promise<void> {
  const found = await client.query<Body>('select id, code, name from organization where code = any($1)', [demoBodies]);
  const seeded = await client.query<{ id: string }>(`select id from actor where kind = 'STAFF'`);
  const known = new Set(seeded.rows.map((row) => row.id));
  const missing = found.rows
    .flatMap((body) =>
      offices.map((office) => ({ body, office, id: stableUuid('office', `${office.role}@${body.code}`) })),
    )
    .filter(({ id }) => !known.has(id));
  if (missing.length === 0) return;
  const passwordHash = await accounts.hashPassword(password);
  const rows = [];
  for (const { body, office, id } of missing) {
    const name = `${office.title} ${body.name}`;
    const email = demoEmail(office.role, body.code);
    const { accountId } = await accounts.ensureAccount({ email, passwordHash, name: name.slice(0, 100) });
    rows.push(actorRow({ id, kind: 'STAFF', organizationId: body.id, accountId, name, roles: [office.role] }));
  }
  await insertActors(client, rows);
}

export const demoAppId = (code: string): string => stableUuid('app', code);

/** An app for each of these bodies; without a key nobody can sign in as it. */
export async function ensureDemoApps(client: Client, codes: readonly string[]): Promise<void> {
  const bodies = await client.query<Body>('select id, code, name from organization where code = any($1)', [codes]);
  await insertActors(
    client,
    bodies.rows.map((body) =>
      actorRow({
        id: demoAppId(body.code),
        kind: 'APP',
        organizationId: body.id,
        accountId: null,
        name: `Ứng dụng ${body.name}`,
        roles: ['OFFICER', 'COORDINATOR'],
      }),
    ),
  );
}

/**
 * The demo bodies' app keys by code. Shown once by nature: kept in DATA_DIR/demo-keys.json where there is one, made
 * anew when that file is gone.
 */
export async function seedDemoKeys(
  client: Client,
  accounts: Accounts,
  dataDir: string | null,
): Promise<Record<string, string>> {
  const keysFile = dataDir && join(dataDir, 'demo-keys.json');
  if (keysFile && existsSync(keysFile)) return JSON.parse(readFileSync(keysFile, 'utf8')) as Record<string, string>;
  const made = await client.query(`select from auth.app_key where name like 'demo %' limit 1`);
  if (!keysFile && made.rowCount) return {};
  await ensureDemoApps(client, demoBodies);
  const keys: Record<string, string> = {};
  for (const code of demoBodies)
    keys[code] = (await accounts.createAppKey({ appId: demoAppId(code), name: `demo ${code}` })).key;
  if (keysFile) writeFileSync(keysFile, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  return keys;
}

interface NewActor {
  id: string;
  kind: 'STAFF' | 'APP';
  organizationId: string;
  accountId: string | null;
  name: string;
  roles: Role[];
}

const actorRow = ({ organizationId, accountId, ...actor }: NewActor): object => ({
  ...actor,
  organization_id: organizationId,
  account_id: accountId,
  active: true,
  created_at: new Date(),
});

/** Offices are kept under row security even from the owner: written in the role that may. */
async function insertActors(client: Client, rows: object[]): Promise<void> {
  await client.query('begin; set local role lt_access');
  await insertRows(client, 'actor', rows);
  await client.query('commit');
}
