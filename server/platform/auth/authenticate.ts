import type { Pool } from 'pg';
import type { Accounts, Principal } from './accounts.ts';
import { createTokenCache, type Role, type Viewer } from './viewer.ts';

interface ActorRow {
  id: string;
  kind: 'STAFF' | 'APP';
  organization_id: string;
  roles: Role[];
}

export type Authenticate = (token: string) => Promise<Viewer | null>;

/** Who a token stands for, at most 2 seconds old; null for one that stands for nobody (any more). */
export function createAuthenticate(accounts: Accounts, pool: Pool): Authenticate {
  const cache = createTokenCache<Viewer | null>();
  return async (token) => {
    const viewer = await cache.cached(token, () => load(accounts, pool, token));
    return viewer?.expiresAt && viewer.expiresAt.getTime() <= Date.now() ? null : viewer;
  };
}

async function load(accounts: Accounts, pool: Pool, token: string): Promise<Viewer | null> {
  const principal = await accounts.verify(token);
  if (!principal) return null;
  const actor = await actorOf(pool, principal);
  return actor && viewerOf(actor, principal);
}

function viewerOf(actor: ActorRow, principal: Principal): Viewer {
  return {
    actorId: actor.id,
    kind: actor.kind,
    organizationId: actor.organization_id,
    roles: new Set(actor.roles),
    expiresAt: principal.expiresAt,
    credential: principal.kind === 'APP' ? principal.keyId : principal.sessionId,
  };
}

/** An account acts in the office chosen when it signed in, else in its first one. */
async function actorOf(pool: Pool, principal: Principal): Promise<ActorRow | null> {
  const columns = 'a.id, a.kind, a.organization_id, a.roles';
  const body = `join organization o on o.id = a.organization_id and (o.valid_to is null or o.valid_to > current_date)`;
  const { rows } =
    principal.kind === 'APP'
      ? await pool.query<ActorRow>({ name: 'app', text: `select ${columns} from actor a ${body} where a.id = $1 and a.kind = 'APP' and a.active`, values: [principal.appId] })
      : await pool.query<ActorRow>({
          name: 'office',
          text: `select ${columns} from actor a ${body} left join auth.session_office s on s.session_id = $2
            where a.account_id = $1 and a.active and a.id = coalesce(s.actor_id, a.id) order by a.created_at, a.id limit 1`,
          values: [principal.accountId, principal.sessionId],
        });
  return rows[0] ?? null;
}

/** Binds a new session to the person's office in an organization; false where the person has none there. */
export async function chooseOffice(accounts: Accounts, pool: Pool, token: string, organizationId: string): Promise<boolean> {
  const principal = await accounts.verify(token);
  if (principal?.kind !== 'ACCOUNT') return false;
  const { rowCount } = await pool.query(
    `insert into auth.session_office (session_id, actor_id) select $1, a.id from actor a
      where a.account_id = $2 and a.organization_id = $3 and a.active`,
    [principal.sessionId, principal.accountId, organizationId],
  );
  return rowCount === 1;
}
