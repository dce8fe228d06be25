import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import type { BetterAuthOptions } from 'better-auth';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { deriveKey } from './derive-key.ts';

export const SESSION_SECONDS = 12 * 60 * 60;
export const APP_KEY_PREFIX = 'lt_app_';
export const APP_KEY_LENGTH = 64;

export interface LibraryOptions {
  /** Connections of role `lt_auth`. */
  pool: Pool;
  /** The installation's root secret, at least 32 characters; only keys derived from it are used. */
  secret: string;
  log?: Logger;
}

const userColumns = { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' };

const sessionColumns = {
  userId: 'user_id',
  expiresAt: 'expires_at',
  ipAddress: 'ip_address',
  userAgent: 'user_agent',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const accountColumns = {
  accountId: 'account_id',
  providerId: 'provider_id',
  userId: 'user_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

const verificationColumns = { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' };

const appKeyColumns = {
  configId: 'config_id',
  referenceId: 'reference_id',
  refillInterval: 'refill_interval',
  refillAmount: 'refill_amount',
  lastRefillAt: 'last_refill_at',
  rateLimitEnabled: 'rate_limit_enabled',
  rateLimitTimeWindow: 'rate_limit_time_window',
  rateLimitMax: 'rate_limit_max',
  requestCount: 'request_count',
  lastRequest: 'last_request',
  expiresAt: 'expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
};

/** App keys belong to an app's actor, not to an account: `referenceId` is plain text and no account row is needed. */
const appKeys = () =>
  apiKey({
    defaultPrefix: APP_KEY_PREFIX,
    defaultKeyLength: APP_KEY_LENGTH,
    maximumNameLength: 100,
    rateLimit: { enabled: false },
    startingCharactersConfig: { shouldStore: false },
    schema: { apikey: { modelName: 'app_key', fields: appKeyColumns } },
  });

/** Only the message: the library puts rows and errors with values into the further arguments. */
const loggerOf = (log: Logger | undefined) =>
  log
    ? { level: 'error' as const, log: (_level: string, message: string) => log.error({ part: 'better-auth' }, message) }
    : { disabled: true };

/** The options of better-auth; none of its HTTP routes is mounted, no cookie of it is ever set or read. */
export function libraryOptions({ pool, secret, log }: LibraryOptions) {
  return {
    appName: 'Liên Thông',
    baseURL: 'http://localhost',
    secret: deriveKey(secret, 'better-auth/v1').toString('base64url'),
    database: {
      db: new Kysely({ dialect: new PostgresDialect({ pool }) }).withSchema('auth'),
      type: 'postgres',
      transaction: true,
    },
    emailAndPassword: { enabled: true },
    user: {
      modelName: 'account_user',
      fields: userColumns,
      additionalFields: { disabledAt: { type: 'date', required: false, input: false, fieldName: 'disabled_at' } },
    },
    session: { modelName: 'session', fields: sessionColumns, expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    account: { modelName: 'account', fields: accountColumns },
    verification: { modelName: 'verification', fields: verificationColumns },
    // The schema check reads the whole catalogue at every start; a test does it instead.
    advanced: { database: { generateId: 'uuid', joins: true, validateSchema: false } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: loggerOf(log),
    plugins: [appKeys()],
  } satisfies BetterAuthOptions;
}

export const createLibrary = (options: LibraryOptions) => betterAuth(libraryOptions(options));
