import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { badInput } from '../errors.ts';

const MIN_CHARACTERS = 12;
const MAX_CHARACTERS = 128;

// Composed and decomposed Vietnamese letters look alike and must unlock alike, whatever keyboard wrote them.
const normalised = (password: string): string => password.normalize('NFC');

// Code points; the first test spares counting a megabyte.
const tooLong = (text: string): boolean => text.length > 2 * MAX_CHARACTERS || Array.from(text).length > MAX_CHARACTERS;

/**
 * Hash of a new password (scrypt with its own salt, about 80 ms of one core).
 * BAD_INPUT on `password` outside 12 to 128 characters.
 */
export async function hashNewPassword(password: string): Promise<string> {
  const text = normalised(password);
  if (tooLong(text) || Array.from(text).length < MIN_CHARACTERS)
    throw badInput('password', 'auth.passwordLength', { min: MIN_CHARACTERS, max: MAX_CHARACTERS });
  return hashPassword(text);
}

/** Whether the password has this hash. Without a hash the same work is done, so that time does not tell who exists. */
export async function passwordMatches(password: string, storedHash: string | null | undefined): Promise<boolean> {
  const text = normalised(password);
  // The hash pads a password with NULs: some at its end would make no difference.
  const canMatch = !tooLong(text) && !text.includes('\0');
  if (storedHash && canMatch) return verifyPassword({ hash: storedHash, password: text });
  await hashPassword('');
  return false;
}
