import { hash, randomBytes } from 'node:crypto';
import { runWithTransaction } from '@better-auth/core/context';
import type { Pool } from 'pg';
import { badInput, notFound } from '../errors.ts';
import { APP_KEY_LENGTH, APP_KEY_PREFIX, createLibrary } from './better-auth.ts';
import type { LibraryOptions } from './better-auth.ts';
import { hashNewPassword, passwordMatches } from './passwords.ts';
import { createSignInGate } from './sign-in-gate.ts';
import type { SignInGate } from './sign-in-gate.ts';

export type Principal =
  | { kind: 'ACCOUNT'; accountId: string; sessionId: string; expiresAt: Date }
  | { kind: 'APP'; appId: string; keyId: string; expiresAt: Date | null };

export interface NewAccount {
  email: string;
  /** 12 to 128 characters. */
  password: string;
  /** 1 to 100 characters. */
  name: string;
}

/** `passwordHash` comes from `hashPassword` and lets many seeded accounts share the cost of one hash. */
export type SeedAccount = Omit<NewAccount, 'password'> & ({ password: string } | { passwordHash: string });

export interface SignInInput {
  email: string;
  password: string;
  /** Client address, for the limit over all accounts. */
  address?: string | undefined;
}

export interface SignedIn {
  /** Shown once; only its hash is stored. */
  token: string;
  /** 12 hours from now; it never slides. */
  expiresAt: Date;
  accountId: string;
}

/** Every id is a UUID; an id or token that is none is treated as unknown, not as an error. */
export interface Accounts {
  /** BAD_INPUT on `email` (also when taken), `password` or `name`. */
  createAccount(account: NewAccount): Promise<{ accountId: string }>;
  /** The account of this e-mail, created when missing; an existing one keeps its name and password. */
  ensureAccount(account: SeedAccount): Promise<{ accountId: string }>;
  hashPassword(password: string): Promise<string>;
  /** UNAUTHENTICATED, the same for every cause; RATE_LIMITED with `retryAfter` seconds after too many failures. */
  signIn(input: SignInInput): Promise<SignedIn>;
  /** One SQL statement, no write; none for a text that is no token. Null: unknown, expired, revoked, disabled. */
  verify(token: string): Promise<Principal | null>;
  /** The key is shown once; only its hash is stored. It has no end but `revokeAppKey`. BAD_INPUT on `name`. */
  createAppKey(input: { appId: string; name: string }): Promise<{ key: string; keyId: string }>;
  /** Ends the key; its row stays as a record. False: no such key. */
  revokeAppKey(keyId: string): Promise<boolean>;
  revokeSession(token: string): Promise<void>;
  revokeSessions(accountId: string): Promise<void>;
  /** A disabled account cannot sign in and its sessions end. NOT_FOUND on `accountId`. */
  setDisabled(accountId: string, disabled: boolean): Promise<void>;
}

interface Tools {
  library: ReturnType<typeof createLibrary>;
  pool: Pool;
  gate: SignInGate;
}

const SESSION_PREFIX = 'lt_ses_';
const sessionToken = new RegExp(`^${SESSION_PREFIX}[A-Za-z0-9_-]{43}$`);
const appKey = new RegExp(`^${APP_KEY_PREFIX}[A-Za-z]{${APP_KEY_LENGTH}}$`);
/** The library's own way to store a key, of which its promise takes longer than the hash. */
const stored = (token: string): string => hash('sha256', token, 'base64url');

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Accounts, sessions and app keys in schema `auth`. The pool stays the caller's: nothing here closes it. */
export function createAccounts(options: LibraryOptions): Accounts {
  const { pool, secret } = options;
  const tools: Tools = { library: createLibrary(options), pool, gate: createSignInGate(pool, secret) };
  return {
    createAccount: (account) => createAccount(tools, account),
    ensureAccount: (account) => ensureAccount(tools, account),
    hashPassword: hashNewPassword,
    signIn: (input) => signIn(tools, input),
    verify: (token) => verify(tools, token),
    createAppKey: (input) => createAppKey(tools, input),
    revokeAppKey: (keyId) => revokeAppKey(tools, keyId),
    revokeSession: (token) => revokeSession(tools, token),
    revokeSessions: (accountId) => revokeSessions(tools, accountId),
    setDisabled: (accountId, disabled) => setDisabled(tools, accountId, disabled),
  };
}

async function createAccount(tools: Tools, account: NewAccount): Promise<{ accountId: string }> {
  const { email, name } = checkedAccount(account);
  const passwordHash = await hashNewPassword(account.password);
  const accountId = await insertAccount(tools, { email, name, passwordHash });
  if (accountId === null) throw badInput('email', 'auth.emailTaken');
  return { accountId };
}

async function ensureAccount(tools: Tools, account: SeedAccount): Promise<{ accountId: string }> {
  const { email, name } = checkedAccount(account);
  const existing = await findAccount(tools, email);
  if (existing) return { accountId: existing.user.id };
  const passwordHash = 'passwordHash' in account ? account.passwordHash : await hashNewPassword(account.password);
  const accountId =
    (await insertAccount(tools, { email, name, passwordHash })) ?? (await findAccount(tools, email))?.user.id;
  if (!accountId) throw new Error('the account vanished while it was being ensured');
  return { accountId };
}

/** Null when the e-mail is taken: the unique constraint decides, so that two at once make one account. */
async function insertAccount(
  { library }: Tools,
  { passwordHash, ...user }: { email: string; name: string; passwordHash: string },
): Promise<string | null> {
  const { adapter, internalAdapter } = await library.$context;
  try {
    return await runWithTransaction(adapter, async () => {
      const { id } = await internalAdapter.createUser({ ...user, emailVerified: true }, { method: 'email-password' });
      await internalAdapter.linkAccount({
        userId: id,
        accountId: id,
        providerId: 'credential',
        password: passwordHash,
      });
      return id;
    });
  } catch (error) {
    if (isEmailTaken(error)) return null;
    throw error;
  }
}

const isEmailTaken = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'account_user_email_key';

async function signIn(tools: Tools, { email, password, address }: SignInInput): Promise<SignedIn> {
  const mailbox = normalisedEmail(email);
  return tools.gate.attempt({ email: mailbox, address }, async () => {
    const found = isEmail(mailbox) ? await findAccount(tools, mailbox) : null;
    const credential = found?.accounts.find((account) => account.providerId === 'credential');
    const matches = await passwordMatches(password, credential?.password);
    return found && matches && isEnabled(found.user) ? openSession(tools, found.user.id) : null;
  });
}

async function openSession({ library }: Tools, accountId: string): Promise<SignedIn> {
  const { adapter, internalAdapter } = await library.$context;
  // Nothing else removes them: verify does not write.
  await adapter.deleteMany({
    model: 'session',
    where: [
      { field: 'userId', value: accountId },
      { field: 'expiresAt', operator: 'lt', value: new Date() },
    ],
  });
  const token = `${SESSION_PREFIX}${randomBytes(32).toString('base64url')}`;
  // The library would store its own token in plain text; what it stores as token is the hash of ours.
  const session = await internalAdapter.createSession(accountId, false, { token: stored(token) }, true);
  return { token, expiresAt: session.expiresAt, accountId };
}

async function verify(tools: Tools, token: string): Promise<Principal | null> {
  if (sessionToken.test(token)) return verifySession(tools, token);
  if (appKey.test(token)) return verifyAppKey(tools, token);
  return null;
}

async function verifySession({ library }: Tools, token: string): Promise<Principal | null> {
  const { internalAdapter } = await library.$context;
  const found = await internalAdapter.findSession(stored(token));
  if (!found || !isEnabled(found.user) || found.session.expiresAt <= new Date()) return null;
  const { id, userId, expiresAt } = found.session;
  return { kind: 'ACCOUNT', accountId: userId, sessionId: id, expiresAt };
}

// The library's own check costs three statements, two of them writes to the key's row, on every request.
const liveKeySql = `select id, reference_id, expires_at from auth.app_key
  where key = $1 and enabled and (expires_at is null or expires_at > now())`;

async function verifyAppKey({ pool }: Tools, key: string): Promise<Principal | null> {
  const values = [stored(key)];
  const { rows } = await pool.query<{ id: string; reference_id: string; expires_at: Date | null }>({
    name: 'auth-live-app-key',
    text: liveKeySql,
    values,
  });
  const row = rows[0];
  return row ? { kind: 'APP', appId: row.reference_id, keyId: row.id, expiresAt: row.expires_at } : null;
}

async function createAppKey({ library }: Tools, input: { appId: string; name: string }) {
  const name = checkedName(input.name);
  const { id, key } = await library.api.createApiKey({ body: { userId: input.appId, name } });
  return { key, keyId: id };
}

async function revokeAppKey({ library }: Tools, keyId: string): Promise<boolean> {
  if (!uuid.test(keyId)) return false;
  const { adapter } = await library.$context;
  const row = await adapter.update({
    model: 'apikey',
    where: [{ field: 'id', value: keyId }],
    update: { enabled: false, updatedAt: new Date() },
  });
  return row !== null;
}

async function revokeSession({ library }: Tools, token: string): Promise<void> {
  const { internalAdapter } = await library.$context;
  if (sessionToken.test(token)) await internalAdapter.deleteSession(stored(token));
}

async function revokeSessions({ library }: Tools, accountId: string): Promise<void> {
  const { internalAdapter } = await library.$context;
  if (uuid.test(accountId)) await internalAdapter.deleteUserSessions(accountId);
}

async function setDisabled({ library }: Tools, accountId: string, disabled: boolean): Promise<void> {
  const { adapter, internalAdapter } = await library.$context;
  if (!uuid.test(accountId)) throw notFound('accountId');
  await runWithTransaction(adapter, async () => {
    const user = await internalAdapter.updateUser(accountId, { disabledAt: disabled ? new Date() : null });
    if (!user) throw notFound('accountId');
    if (disabled) await internalAdapter.deleteUserSessions(accountId);
  });
}

async function findAccount({ library }: Tools, email: string) {
  const { internalAdapter } = await library.$context;
  return internalAdapter.findUserByEmail(email, { includeAccounts: true });
}

// A column that is no longer read must lock everybody out, not let the disabled in.
const isEnabled = (user: object): boolean => 'disabledAt' in user && user.disabledAt === null;

const normalisedEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase();

const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+\.[^\s@\p{Cc}]+$/u.test(text);

function checkedAccount(account: { email: string; name: string }): { email: string; name: string } {
  const email = normalisedEmail(account.email);
  if (!isEmail(email)) throw badInput('email', 'auth.emailInvalid');
  return { email, name: checkedName(account.name) };
}

function checkedName(text: string): string {
  const name = text.normalize('NFC').trim();
  if (name.length < 1 || name.length > 100) throw badInput('name', 'auth.nameLength', { min: 1, max: 100 });
  return name;
}
