import { Client } from 'pg';
import { createSchema } from '../../../server/schema.ts';
import type { Config } from '../../../server/config.ts';
import { Actor } from '../actor.ts';
import { startTestApp, type TestApp } from '../app.ts';
import { areaId } from '../factories.ts';
import { mintCanary } from './canary.ts';
import { readTables, type Tables } from './facts.ts';
import type { Members } from './oracle.ts';
import { Selections } from './selections.ts';

/** Eight bodies of one ward and above it; MTTQ-42 is the superior of MTTQ-18073, which gives it no right to anything. */
export const bodyCodes = {
  front: 'MTTQ-18073',
  committee: 'UBND-18073',
  council: 'HDND-18073',
  union: 'CD-18073',
  farmers: 'ND-18073',
  women: 'PN-18073',
  department: 'SO-XAYDUNG',
  province: 'MTTQ-42',
} as const;

export type BodyName = keyof typeof bodyCodes;
export const bodyNames = Object.keys(bodyCodes) as BodyName[];

export interface Body {
  name: BodyName;
  /** UUID. */
  id: string;
  /** Global id of its app. */
  appId: string;
  app: Actor;
  leader: Actor;
  /** Everyone who asks for the body: each has a budget of its own. */
  actors: readonly Actor[];
}

export interface World {
  app: TestApp;
  owner: Client;
  bodies: Record<BodyName, Body>;
  members: Members;
  /** Reference data: what has an id and is open to every member. */
  open: Tables;
  selections: Selections;
  areaId: string;
  /** The day in the province. */
  today: string;
  /** The same bodies at another server on the same database, or at this one after a restart. */
  at(url: string): Record<BodyName, Body>;
  close(): Promise<void>;
}

/** A server, its database as the owner sees it, and bodies whose offices and apps have names of their own. */
export async function openWorld(overrides: Partial<Config> = {}): Promise<World> {
  // Few connections plan each of the long statements few times.
  const app = await startTestApp({ dbPool: 2, ...overrides });
  const owner = new Client({ connectionString: app.databaseUrl });
  await owner.connect();
  await planOnce(owner);
  await nameActors(owner);
  const bodies = await signIn(app, owner);
  const open = await readTables(owner, ['organization', 'area', 'topic']);
  const at = (url: string): Record<BodyName, Body> => mapBodies(bodies, (body) => withActors(body, url));
  return {
    app,
    owner,
    bodies,
    members: { organizations: Object.values(bodies).map((body) => body.id), open: openIds(open) },
    open,
    selections: new Selections(createSchema()),
    areaId: await areaId(bodies.front.app),
    today: new Date().toLocaleDateString('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }),
    at,
    async close() {
      await owner.end();
      await app.close();
    },
  };
}

/** A plan is made for the first values and kept: planning the widest selections takes far longer than running them. */
async function planOnce(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ login: string }>(`select current_database() || '_login' as login`);
  const { login } = rows[0]!;
  await owner.query(`alter role ${owner.escapeIdentifier(login)} set plan_cache_mode = force_generic_plan`);
  await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [login]);
}

async function nameActors(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ id: string }>('select id from actor');
  for (const { id } of rows)
    await owner.query(`update actor set name = left(name, 60) || ' ' || $2 where id = $1`, [id, mintCanary()]);
}

async function signIn(app: TestApp, owner: Client): Promise<Record<BodyName, Body>> {
  const { rows } = await owner.query<{ id: string; code: string; app: string }>(
    `select o.id, o.code, 'app_' || a.id as app from organization o
      join actor a on a.organization_id = o.id and a.kind = 'APP' where o.code = any($1)`,
    [Object.values(bodyCodes)],
  );
  const made = await Promise.all(
    bodyNames.map(async (name): Promise<[BodyName, Body]> => {
      const code = bodyCodes[name];
      const key = app.app(code);
      const staff = await Promise.all(
        (['LEADER', 'COORDINATOR', 'OFFICER'] as const).map((role) => app.actor(role, code)),
      );
      const { id, app: appId } = rows.find((row) => row.code === code)!;
      return [name, { name, id, appId, app: key, leader: staff[0]!, actors: [key, ...staff] }];
    }),
  );
  return Object.fromEntries(made) as Record<BodyName, Body>;
}

function withActors(body: Body, url: string): Body {
  const [app, leader, ...others] = body.actors.map((actor) => new Actor(url, actor.token, actor.name));
  return { ...body, app: app!, leader: leader!, actors: [app!, leader!, ...others] };
}

const mapBodies = (bodies: Record<BodyName, Body>, change: (body: Body) => Body): Record<BodyName, Body> =>
  Object.fromEntries(Object.entries(bodies).map(([name, body]) => [name, change(body)])) as Record<BodyName, Body>;

const openIds = (open: Tables): Set<string> =>
  new Set(Object.values(open).flatMap((rows) => rows.map((row) => String(row['id']))));
