import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import type { Accounts } from './auth/accounts.ts';
import type { Authenticate } from './auth/authenticate.ts';
import type { Viewer } from './auth/viewer.ts';
import { AppError } from './errors.ts';
import type { Cursors } from './events/cursor.ts';
import type { Log } from './log.ts';
import type { Locale } from './graphql/messages.ts';
import type { Shape } from './read/plan.ts';
import type { Reader } from './read/reader.ts';

/** What every request shares. */
export interface Services {
  orm: MikroORM;
  schema: GraphQLSchema;
  reader: Reader;
  /** The plans of all root fields of Query. */
  queryShape: Shape;
  cursors: Cursors;
  accounts: Accounts;
  /** Who a token stands for; null where it stands for nobody (any more). */
  authenticate: Authenticate;
  /** Binds a new session to one of the person's offices; false where there is none. */
  chooseOffice: (token: string, organizationId: string) => Promise<boolean>;
  log: Log;
  clock: () => Date;
}

/** What a resolver and a use case get first. */
export interface Context extends Services {
  /** null only for the sign-in mutation. */
  readonly viewer: Viewer | null;
  /** The token that the request came with. */
  readonly token: string | null;
  readonly requestId: string;
  readonly locale: Locale;
  readonly address: string | undefined;
}

/** A use case runs for somebody: its context has a viewer. */
export interface ViewerContext extends Context {
  readonly viewer: Viewer;
}

export function requireViewer(context: Context): ViewerContext {
  if (!context.viewer) throw new AppError('UNAUTHENTICATED', { messageKey: 'auth.required' });
  return context as ViewerContext;
}

/** An entity manager whose every statement runs as the viewer's organization under row level security. */
export function emFor(orm: MikroORM, viewer: Viewer): EntityManager {
  const em = orm.em.fork();
  em.setSessionContext({
    role: 'lt_user',
    variables: { 'app.org': viewer.organizationId, 'app.actor': viewer.actorId },
  });
  return em;
}
