import DataLoader from 'dataloader';
import type { Pool } from 'pg';
import type { Accounts, Principal } from './accounts.ts';
import { createTokenCache, type Role, type Viewer } from './viewer.ts';

interface ActorRow {
  id: string;
  kind: 'STAFF' | 'APP';
  organizationId: string;
  roles: Role[];
}

export type Authenticate = (token: string) => Promise<Viewer | null>;

/** Who a token stands for, at most 2 seconds old; null for one that stands for nobody (any more). */
export function createAuthenticate(accounts: Accounts, pool: Pool): Authenticate {
  const cache = createTokenCache<Viewer | null>();
  const actors = actorLoader(pool);
  const load = async (token: string): Promise<Viewer | null> => {
    const principal = await accounts.verify(token);
    if (!principal) return null;
    const actor = await actors.load(principal);
    return actor && viewerOf(actor, principal);
  };
  return async (token) => {
    const viewer = await cache.cached(token, () => load(token));
    return viewer?.expiresAt && viewer.expiresAt.getTime() <= Date.now() ? null : viewer;
  };
}

function viewerOf(actor: ActorRow, principal: Principal): Viewer {
  return {
    actorId: actor.id,
    kind: actor.kind,
    organizationId: actor.organizationId,
    roles: new Set(actor.roles),
    expiresAt: principal.expiresAt,
    credential: principal.kind === 'APP' ? principal.keyId : principal.sessionId,
  };
}

/**
 * The acting office or app of each principal; an account acts in the office chosen when it signed in, else in its first
 * one. Batched, because a thousand sockets are verified anew in the same moment; nothing is kept from batch to batch.
 */
const actorsOfPrincipals = {
  name: 'actors-of-principals',
  text: `select p.position::int as position, a.id, a.kind, a.organization_id as "organizationId", a.roles
    from unnest($1::uuid[], $2::uuid[], $3::uuid[]) with ordinality p(app, account, session, position)
    left join auth.session_office s on s.session_id = p.session
    cross join lateral (select a.* from actor a
      join organization o on o.id = a.organization_id and (o.valid_to is null or o.valid_to > current_date)
      where a.active and (a.kind = 'APP' and a.id = p.app or a.account_id = p.account and a.id = coalesce(s.actor_id, a.id))
      order by a.created_at, a.id limit 1) a`,
};

function actorLoader(pool: Pool): DataLoader<Principal, ActorRow | null> {
  const batch = async (principals: readonly Principal[]): Promise<(ActorRow | null)[]> => {
    const apps = principals.map((principal) => (principal.kind === 'APP' ? principal.appId : null));
    const accounts = principals.map((principal) => (principal.kind === 'ACCOUNT' ? principal.accountId : null));
    const sessions = principals.map((principal) => (principal.kind === 'ACCOUNT' ? principal.sessionId : null));
    const { rows } = await pool.query<ActorRow & { position: number }>({
      ...actorsOfPrincipals,
      values: [apps, accounts, sessions],
    });
    const found = new Map(rows.map((row) => [row.position, row]));
    return principals.map((_, i) => found.get(i + 1) ?? null);
  };
  return new DataLoader(batch, { cache: false, maxBatchSize: 500 });
}

/** Binds a new session to the person's office in an organization; false where the person has none there. */
export async function chooseOffice(
  accounts: Accounts,
  pool: Pool,
  token: string,
  organizationId: string,
): Promise<boolean> {
  const principal = await accounts.verify(token);
  if (principal?.kind !== 'ACCOUNT') return false;
  const { rowCount } = await pool.query(
    `insert into auth.session_office (session_id, actor_id) select $1, a.id from actor a
      where a.account_id = $2 and a.organization_id = $3 and a.active`,
    [principal.sessionId, principal.accountId, organizationId],
  );
  return rowCount === 1;
}
