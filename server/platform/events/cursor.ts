import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';
import { AppError, badInput } from '../errors.ts';
import type { LogPosition } from './log-position.ts';

/** Cursors of the event log: opaque texts, each bound to one organization and one epoch of the log. */
export interface Cursors {
  encode(position: LogPosition, organizationId: string): string;
  /** BAD_INPUT where it is no cursor of this organization; CURSOR_EXPIRED where the log was restored since. */
  decode(cursor: string, organizationId: string, field?: string): LogPosition;
}

const version = 1;
const epochLength = 4;
const blockLength = 16;
const macLength = 16;
const length = 1 + epochLength + blockLength + macLength;
const maxCharacters = 2 * length;

/**
 * base64url of version, start of the epoch, xid and id as one encrypted block (volumes do not show) and a truncated
 * HMAC over all of it and the organization.
 */
export function createCursors({ secret, epoch }: { secret: Buffer | string; epoch: string }): Cursors {
  const macKey = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'log cursor mac', 32)));
  const epochMark = Buffer.from(epoch.replaceAll('-', ''), 'hex').subarray(-epochLength);
  const { hide, show } = permutation(Buffer.from(hkdfSync('sha256', secret, '', 'log cursor block', 32)));
  const macOf = (body: Buffer, organizationId: string): Buffer =>
    createHmac('sha256', macKey).update(body).update(organizationId).digest().subarray(0, macLength);

  return {
    encode({ xid, id }, organizationId) {
      const block = Buffer.allocUnsafe(blockLength);
      block.writeBigUInt64BE(BigInt(xid), 0);
      block.writeBigUInt64BE(BigInt(id), 8);
      const body = Buffer.concat([Buffer.of(version), epochMark, hide(block)]);
      return Buffer.concat([body, macOf(body, organizationId)]).toString('base64url');
    },
    decode(cursor, organizationId, field = 'after') {
      const bytes = Buffer.from(cursor.slice(0, maxCharacters), 'base64url');
      if (bytes.length !== length || bytes.toString('base64url') !== cursor) throw badInput(field, 'page.cursor');
      const body = bytes.subarray(0, length - macLength);
      if (!timingSafeEqual(bytes.subarray(length - macLength), macOf(body, organizationId)))
        throw badInput(field, 'page.cursor');
      if (!body.subarray(1, 1 + epochLength).equals(epochMark)) throw new AppError('CURSOR_EXPIRED', { field });
      const block = show(body.subarray(1 + epochLength));
      return { xid: block.readBigUInt64BE(0).toString(), id: block.readBigUInt64BE(8).toString() };
    },
  };
}

/**
 * One block of unique content: a plain permutation of it is all that is wanted. Block by block nothing carries over, so
 * that one cipher serves for ever; to make one takes fifty times as long as to use it.
 */
function permutation(key: Buffer): { hide(block: Buffer): Buffer; show(block: Buffer): Buffer } {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return { hide: (block) => cipher.update(block), show: (block) => decipher.update(block) };
}
