import type { Context } from '../../platform/context.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import { AppError } from '../../platform/errors.ts';
import { uuidOf } from '../../platform/graphql/node-id.ts';
import type { SessionCreateInput } from './staff.types.ts';

export interface NewSession {
  token: string;
  expiresAt: Date;
  viewer: Viewer;
}

const refused = (): AppError => new AppError('UNAUTHENTICATED', { messageKey: 'auth.badCredentials' });

/** Signs in; every cause of failure is the same error. */
export async function createSession(context: Context, input: SessionCreateInput): Promise<NewSession> {
  const { accounts, authenticate } = context;
  const named = input.organizationId;
  const organizationId = typeof named === 'string' ? uuidOf(named, 'org', 'input.organizationId') : null;
  const { token, expiresAt } = await accounts.signIn({
    email: input.email,
    password: input.password,
    address: context.address,
  });
  if (organizationId && !(await context.chooseOffice(token, organizationId))) {
    await accounts.revokeSession(token);
    throw refused();
  }
  const viewer = await authenticate(token);
  if (!viewer) throw refused();
  return { token, expiresAt, viewer };
}

/** Ends the session of the token in use; an app key is ended by its administrator instead. */
export async function endSession(context: Context): Promise<void> {
  if (context.viewer?.kind !== 'STAFF' || !context.token)
    throw new AppError('INVALID_STATE', { messageKey: 'auth.noSession' });
  await context.accounts.revokeSession(context.token);
}
