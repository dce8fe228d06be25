import { hkdfSync } from 'node:crypto';

const SALT = 'lien-thong/v1';

/**
 * One independent 32-byte key per purpose from the installation's secret (HKDF-SHA256, RFC 5869),
 * so that a key that leaks opens nothing else.
 * `purpose` names the use and its version, as in `cursor/v1`; a new version is a new key.
 * Throws RangeError for an empty secret or purpose.
 */
export function deriveKey(secret: string, purpose: string): Buffer {
  if (secret === '' || purpose === '') {
    throw new RangeError('deriveKey needs a secret and a purpose');
  }
  return Buffer.from(hkdfSync('sha256', secret, SALT, purpose, 32));
}
