import type { FastifyInstance } from 'fastify';
import { exampleDocuments } from './examples.ts';
import type { ExampleAccount } from './examples.ts';
import { registerGraphiql } from './graphiql.ts';
import type { Graphiql } from './graphiql.ts';
import { registerHealth } from './health.ts';
import type { ReadyCheck } from './health.ts';
import { registerLanding } from './landing.ts';

export interface ShellOptions {
  /** Path of the GraphQL endpoint, as in `/graphql`. */
  readonly endpoint: string;
  readonly ready: ReadyCheck;
  readonly graphiql: boolean;
  /** Shown to every visitor, with its password: a demo account, or null. */
  readonly account: ExampleAccount | null;
}

/**
 * Everything the server answers around the GraphQL endpoint: `/`, `/livez`, `/readyz` and GraphiQL's files.
 * Null without GraphiQL; otherwise the endpoint's GET handler asks the result whether the page is wanted.
 */
export function registerShell(app: FastifyInstance, options: ShellOptions): Graphiql | null {
  const { endpoint, ready, graphiql, account } = options;
  registerHealth(app, ready);
  registerLanding(app, { endpoint, graphiql, account });
  return graphiql ? registerGraphiql(app, { endpoint, tabs: exampleDocuments(account) }) : null;
}
